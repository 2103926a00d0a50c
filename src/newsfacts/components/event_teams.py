"""Finds missions told by who went ("a medical team of 18 treated …") and visits told by their verb ("will visit Riga on 4 May")."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.attach import in_sentence
from newsfacts.components.event_scenes import times_and_places, where
from newsfacts.components.event_verbs import governor
from newsfacts.components.layout import block_of, in_dateline
from newsfacts.components.mention import Argument, Tokens, mention_at, mentions_over, value_of


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of `data/events.toml` on teams and visits."""
    return frozenset(rules.table("events")["teams"][name])


def teams_of(doc: Doc, told: list[int]) -> Iterator[tuple[Token, tuple[Argument, ...]]]:
    """Nouns of medical teams that were somewhere for a while, with when, where and how many; not in sentences that name the mission itself."""
    for token in doc:
        if (
            token.lower_ not in words("nouns")
            or token.pos_ not in ("NOUN", "PROPN")
            or not medical(token)
            or mentions_over(doc, "organisations", token.i)
            or block_of(token) in ("boilerplate", "headline", "subhead")
        ):
            continue
        if any(token.sent.start <= place < token.sent.end for place in told):
            continue
        span = doc[token.i : token.i + 1]
        found = [*times_and_places(token, span), *sent_to(token), *size(token)]
        if any(argument.slot == "duration" or timely(doc, argument) for argument in found) and any(argument.slot == "place" for argument in found):
            yield token, tuple(found)


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


def sent_to(token: Token) -> Iterator[Argument]:
    """Where a team was sent: "dispatched a medical convoy to Asmara"."""
    verb, _ = governor(token)
    if verb is None or verb.lemma_.lower() not in words("sending"):
        return
    for found in in_sentence(token, "places"):
        if found.root.head.lower_ == "to" and found.root.head.head in (verb, token):
            yield Argument("place", (found.start, found.end), "events.team.to")


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


def visits_of(doc: Doc, told: list[int]) -> Iterator[tuple[Token, tuple[Argument, ...]]]:
    """Verbs of visiting with a day and a place, outside sentences that tell the visit by its noun."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in words("visiting") or any(verb.sent.start <= place < verb.sent.end for place in told):
            continue
        if block_of(verb) in ("boilerplate", "headline", "subhead") or not personal(doc, verb):
            continue
        places = list(visited(verb))
        day = next(
            (
                span
                for span in in_sentence(verb, "dates")
                if len(value_of(span).value) >= 10 and ".." not in value_of(span).value and not in_dateline(span) and tied(span, verb)
            ),
            None,
        )
        if places and day is not None:
            yield verb, (places[0], Argument("date", (day.start, day.end), "events.visit.day"))


def tied(span: Span, verb: Token) -> bool:
    """Whether a day stands under a verb or right behind what it visits."""
    return verb in span.root.ancestors or 0 < span.start - verb.i < 10


def personal(doc: Doc, verb: Token) -> bool:
    """Whether people by name, post or as a delegation are the ones who visit."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None and verb.dep_ == "conj":
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    if subject is None:
        return False
    return subject.lower_ in ("he", "she", *words("visitors")) or bool(mentions_over(doc, "people", subject.i))


def visited(verb: Token) -> Iterator[Argument]:
    """The countries, towns and bodies visited: the verb's object, or what it travels "to"."""
    doc = verb.doc
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_.lower() == "visit":
            yield from at(doc, child)
        elif child.dep_ == "prep" and child.lower_ in ("to", *where()) and verb.lemma_.lower() != "visit":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from at(doc, inner)


def at(doc: Doc, token: Token) -> Iterator[Argument]:
    """The country, place or body that a noun names."""
    for kind in ("countries", "places", "organisations"):
        for span in mentions_over(doc, kind, token.i):
            tokens: Tokens = (span.start, span.end)
            yield Argument("place", tokens, "events.visit.place")
            return
