"""Proposes events, named and unnamed, each mention with its arguments."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsfacts.components.event_arguments import arguments
from newsfacts.components.event_deeds import deeds_of
from newsfacts.components.event_entries import labelled
from newsfacts.components.event_nouns import definite, likely, unnamed
from newsfacts.components.event_occurrences import occurrences, pinned
from newsfacts.components.event_pointers import anaphors, follow_ups, gapped
from newsfacts.components.event_teams import teams_of
from newsfacts.components.event_topics import about
from newsfacts.components.event_verbs import governor
from newsfacts.components.event_visits import meetings_of, visits_of
from newsfacts.components.mention import Argument, EventValue, mentions, propose, value_of
from newsfacts.components.status import calls_off, status_of


@Language.component("newsfacts_events", assigns=["span._.newsfacts_events"], requires=["token.dep", "span._.newsfacts_event_names"])
def events(doc: Doc) -> Doc:
    """Proposes each named event, and each noun such as "a two-day workshop" outside names; then what tells events without such a noun."""
    names, covered = mentions(doc, "event_names"), names_cover(doc)
    nouns = [(token, found) for token in doc if token.i not in covered and likely(token.text) and (found := unnamed(token))]
    places = [name.root.i for name in names] + [token.i for token, _ in nouns]
    for name in names:
        value = value_of(name)
        told = (*apart(name.root, arguments(name.root, name, places)), *about(name.root, name))
        propose(doc, "events", name.start, name.end, name.id_, EventValue(value.name, value.type, told_as(name.root), True, told))
    for token, (kind, rule) in nouns:
        span = doc[token.i : token.i + 1]
        tell(token, rule, kind, definite(token), (*apart(token, arguments(token, span, places)), *about(token, span)))
    for token in follow_ups(doc):
        if token.i not in covered and token.i not in places:
            tell(token, "events.follow-up", "edition", False, arguments(token, doc[token.i : token.i + 1], places))
    for token, told in gapped(doc):
        if token.i not in covered and token.i not in places:
            tell(token, "events.follow-up", "edition", False, told)
    for token, kind in occurrences(doc, covered | set(places)):
        told = arguments(token, doc[token.i : token.i + 1], places)
        if pinned(doc, told, told_as(token) == "cancelled"):
            tell(token, "events.occurrence", kind, definite(token), told)
    for token, told, there in deeds_of(doc):
        tell(token, "events.deed.attended" if there else "events.deed", "deed", False, told, "actual")
    for token, told in teams_of(doc, places):
        tell(token, "events.team", "mission", definite(token), told)
    for token, told in visits_of(doc, places):
        tell(token, "events.visit", "other", False, told)
    for token, told in meetings_of(doc, places):
        tell(token, "events.meeting", "meeting", False, told)
    for token, told in (*anaphors(doc, places), *labelled(doc, places)):
        tell(token, "events.anaphor", "anaphor", True, told, "")
    return doc


def apart(head: Token, told: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """What is told of an event, without the days, lengths, places and people of a deed that is part of it: "as part of the mission, 40 people met on 5 May"."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    if above.lower_ != "part" or above.head.lower_ != "as":
        return told
    end = head.right_edge.i + 1
    return tuple(one for one in told if one.slot.partition(":")[0] not in ("date", "duration", "place", "participants") or one.tokens[1] <= end)


def names_cover(doc: Doc) -> set[int]:
    """The tokens of names of events, bodies and people."""
    return {
        place
        for kind in ("event_names", "organisations", "people")
        for span in mentions(doc, kind)
        if not getattr(value_of(span), "generic", False)
        for place in range(span.start, span.end)
    }


def tell(token: Token, rule: str, kind: str, known: bool, told: tuple[Argument, ...], status: str | None = None) -> None:
    """Proposes an unnamed event at one token; `known` is set where it points back."""
    propose(token.doc, "events", token.i, token.i + 1, rule, EventValue(None, kind, told_as(token) if status is None else status, known, told))


def told_as(head: Token) -> str:
    """An event's status; "possible" and "negated" are kept as they are told. A line such as "Summer camp: cancelled" tells it without a verb."""
    told = status_of(head)[0]
    if told != "cancelled" and unheld(head):
        return "cancelled"
    if told in ("planned", "possible") and denied_next(head):
        return "cancelled"
    if told == "actual" and any(child.dep_ == "relcl" and status_of(child)[0] == "planned" for child in head.children):
        return "planned"
    if told != "cancelled" and (dropped(head) or any(calls_off(child) for child in head.children if child.dep_ in ("acl", "relcl"))):
        return "cancelled"
    if told != "cancelled" and any(
        token.lower_ in ("cancelled", "canceled", "postponed")
        and (token.nbor(-1).text in (":", "(", "–", "-") or (token.is_upper and token.nbor(-1).lemma_ == "be"))
        for token in head.sent if token.i > head.i
    ):
        return "cancelled"
    return told


def unheld(head: Token) -> bool:
    """Whether an event is the subject of a denied verb of holding: "the fair will not be organised", "the hackathon is not going to be held"."""
    verb, position = governor(head)
    if verb is None or position not in ("subject", "object") or not (head.i < verb.i):
        return False
    verb = main_verb(verb)
    chain = [verb, *(child for child in verb.children if verb.lemma_ == "go" and child.dep_ == "xcomp")]
    last = chain[-1]
    passive = any(child.dep_ == "auxpass" for child in last.children) and last.lemma_.lower() in UNHELD
    takes = last.lemma_ == "take" and any(child.lower_ == "place" for child in last.children)
    return (passive or takes) and any(child.dep_ == "neg" for one in chain for child in one.children)


def main_verb(verb: Token) -> Token:
    """The verb of a sentence whose participle the parse took for it: "the course announced for May will not be held"."""
    if verb.dep_ in ("csubj", "csubjpass") and verb.head.i > verb.i:
        return verb.head
    subjects = ("nsubj", "nsubjpass", "mark")
    lower = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i and not any(one.dep_ in subjects for one in child.children))
    return next(lower, verb) if verb.tag_ in ("VBD", "VBN") else verb


UNHELD = frozenset(["hold", "organise", "organize", "stage", "run", "host", "conduct", "arrange", "convene", "celebrate"])
"""Verbs of holding that, denied, call an event off."""


def dropped(head: Token) -> bool:
    """Whether something had to be called off: "the tour had to be cancelled"."""
    return head.dep_ == "nsubj" and head.head.lemma_ == "have" and any(child.dep_ == "xcomp" and calls_off(child) for child in head.head.children)


def denied_next(head: Token) -> bool:
    """Whether the next sentence takes a plan back: "It won't.", "That did not happen."."""
    doc, end = head.doc, head.sent.end
    if end >= len(doc):
        return False
    words = [token.lower_ for token in doc[end : end + 4] if not token.is_space]
    return bool(words) and words[0] in ("it", "this", "that") and any(word in ("n't", "n’t", "not", "never", "wo", "fell") for word in words[1:3])
