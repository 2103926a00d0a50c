"""Finds missions told by who went: "a medical team of 18 treated …", "nine surgeons from Lima spent two weeks at …"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.attach import in_sentence
from newsfacts.components.clause import frame
from newsfacts.components.event_phrases import phrases
from newsfacts.components.event_scenes import times_and_places
from newsfacts.components.event_verbs import governor
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument, mention_at, mentions_over, value_of
from newsfacts.components.runs import run_around, run_from

Told = tuple[Token, tuple[Argument, ...]]


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of `data/events.toml` on teams and visits."""
    return frozenset(rules.table("events")["teams"][name])


def teams_of(doc: Doc, told: list[int]) -> Iterator[Told]:
    """Nouns of medical teams that were somewhere for a while, with when, where and how many; not in sentences that name the mission itself."""
    known: set[str] = set()
    for token in doc:
        team, people = token.lower_ in words("nouns"), token.lower_ in words("goers")
        if not (team or people) or token.pos_ not in ("NOUN", "PROPN") or mentions_over(doc, "organisations", token.i):
            continue
        if block_of(token) in ("boilerplate", "headline", "subhead") or any(token.sent.start <= place < token.sent.end for place in told):
            continue
        if not ((team and (medical(token) or token.lemma_ in known or treats(token))) or (people and away(token) and treats(token))):
            continue
        known.add(token.lemma_)
        found = [*times_and_places(token, doc[token.i : token.i + 1]), *at_work(token), *sent_to(token), *size(token), *senders(token)]
        if any(argument.slot == "duration" or timely(doc, argument) for argument in found) and placed(token, found):
            yield token, tuple(found)


def placed(token: Token, found: list[Argument]) -> bool:
    """Whether a team is told with where it was: a place, or "here"."""
    return any(argument.slot == "place" for argument in found) or any(word.lower_ in ("here", "there") for word in token.sent)


def timely(doc: Doc, argument: Argument) -> bool:
    """Whether a date argument is finer than a year: teams that stay "since 2008" are no missions."""
    span = mention_at(doc, "dates", *argument.tokens) if argument.slot.startswith("date") else None
    return span is not None and len(value_of(span).value.replace("..", "").strip("/")) >= 7


def medical(token: Token) -> bool:
    """Whether a team is one of medicine, by its adjective or its people."""
    modifiers = [child.lower_ for child in token.children if child.dep_ in ("amod", "compound", "nmod")]
    people = [
        inner.lemma_.lower()
        for child in token.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for inner in child.subtree
        if inner.pos_ in ("NOUN", "PROPN")
    ]
    return bool(words("medical") & set(modifiers)) or bool(words("people") & set(people))


def treats(token: Token) -> bool:
    """Whether those who went operate on or treat people, in the clause that they are the subject of or one joined to it."""
    verb, position = governor(token)
    if verb is None:
        return False
    if position == "object" and verb.lemma_.lower() in words("sending"):
        return any(cares(one) for one in token.sent if one.i > token.i and one.dep_ in ("relcl", "advcl") and one.pos_ == "VERB")
    if position != "subject":
        return False
    behind = (one for one in token.sent if one.i > verb.i and one.pos_ == "VERB" and any(child.lower_ in ("they", "who") for child in one.children))
    return any(cares(one) for one in (verb, *verb.conjuncts, *verb.children, *behind))


def cares(verb: Token) -> bool:
    """Whether a verb tells of care for patients: "operated on 21 men", "treated 40 children", "performed 30 operations"."""
    lemma = verb.lemma_.lower()
    if lemma == "operate":
        return any(child.lower_ == "on" for child in verb.children)
    if lemma in words("performing"):
        return any(inner.lemma_.lower() in words("care") for child in verb.children if child.dep_ == "dobj" for inner in (child, *child.conjuncts))
    return lemma in words("treating")


def away(token: Token) -> bool:
    """Whether people are told to have come from elsewhere: "from Lima", "Cuban", volunteers, or by a verb of going."""
    verb, _ = governor(token)
    if verb is not None and verb.lemma_.lower() in (*words("sending"), "spend", "visit", "come"):
        return True
    origin = any(child.lower_ == "from" for child in token.children) or any(mentions_over(token.doc, "countries", child.i) for child in token.children)
    return origin or "volunteer" in token.lower_


def at_work(token: Token) -> Iterator[Argument]:
    """When and where the verbs of a team's care are told: the second of two joined clauses."""
    verb, _ = governor(token)
    if verb is None:
        return
    clauses = [one for one in token.sent if one.i > token.i and one.dep_ in ("relcl", "advcl") and one.pos_ == "VERB"]
    for one in (*verb.conjuncts, *clauses):
        if cares(one):
            slots = ("place",) if one in verb.conjuncts else ("place", "date", "duration")
            yield from (argument for argument in times_and_places(one, token.doc[one.i : one.i + 1]) if argument.slot in slots)


def sent_to(token: Token) -> Iterator[Argument]:
    """Where a team was sent: "dispatched a medical convoy to Asmara"; "the convoy of March to Kampala"."""
    verb, _ = governor(token)
    heads = [token] if verb is None or verb.lemma_.lower() not in words("sending") else [verb, token]
    for found in in_sentence(token, "places"):
        if found.root.head.lower_ == "to" and found.root.head.head in heads:
            yield Argument("place", (found.start, found.end), "events.team.to")


def senders(token: Token) -> Iterator[Argument]:
    """Who sent a team: "a team from X", "the X medical team", "X sent a team", "a team deployed by X", "at the invitation of X"."""
    doc, sentence = token.doc, token.sent
    verb, position = governor(token)
    links = [child.i for child in token.children if child.lower_ in ("from", "of")]
    found = [span for link in links for span in run_from(doc, link + 1, sentence.end) if span.start - link < 4]
    found.extend(span for place in range(token.left_edge.i, token.i) for span in mentions_over(doc, "organisations", place))
    for one in (*(child for child in token.children if child.dep_ in ("acl", "relcl")), *([verb] if verb is not None and position == "object" else [])):
        doer = frame(one).subject if one.lemma_.lower() in words("sending") else None
        found.extend(run_around(doc, doer.token.i, sentence.start, sentence.end) if doer is not None else [])
    for span in found:
        if span.label_ == "organisations":
            yield Argument("organiser:organiser", (span.start, span.end), "events.team.sender")
    yield from phrases(doc, sentence.start, sentence.end)


def size(token: Token) -> Iterator[Argument]:
    """How many were in a team: "a nine-member team", "a team of 18", "a convoy of 22 physicians"."""
    for count in in_sentence(token, "counts"):
        value = value_of(count)
        if (
            value.kind == "count"
            and not value.part_of
            and token.left_edge.i <= count.start
            and count.end <= token.right_edge.i + 1
            and abs(count.start - token.i) < 6
        ):
            yield Argument("participants", (count.start, count.end), "events.team.size")
            return
