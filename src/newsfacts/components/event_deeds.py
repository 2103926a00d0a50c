"""Finds the deeds that ceremonies are held for ("was handed over on Friday at …", "signed today in …"), and whether people are said to have been there."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.event_scenes import timed
from newsfacts.components.event_visits import personal
from newsfacts.components.event_words import singular
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument, mention_at, text_of, value_of, verbs_of
from newsfacts.components.nouns import is_a
from newsfacts.components.status import status_of

CROWD = "guests|people|invitees|neighbou?rs|villagers|residents|families|parents|pupils|students|members|farmers|spectators|onlookers|townspeople|dignitaries"
"""Those before whom a deed is done."""
PRESENCE = re.compile(
    r"\b(?:in|to|with) the presence of\b|\b(?:was|were) (?:also )?(?:attended|witnessed|graced)\b"
    r"|\b(?:attended|witnessed|presided over|graced) by\b|\b(?:also |were |was )present\b(?! (?:their|his|her|its|a|the)\b)"
    r"|^\W*present (?:were|was|at)\b|\bin attendance\b|\bamong (?:those present|the guests)\b"
    r"|\bguests (?:included|(?:were|was)(?= (?:the|mr|mrs|ms|dr|prof|hon|h\.e)\b| ?:))"
    rf"|\b(?:before|in front of) (?:some |about |around |over |more than |nearly |almost |an audience of )*[\w,]+ (?:\w+ )?(?:{CROWD})\b"
    rf"|\b(?:told|addressed|addressing|telling) (?:the|a) (?:gathering|audience|function|crowd|guests)\b"
    r"|\bpresided over the (?:programme|function|event|occasion)\b"
    rf"|\bto (?:the )?applause (?:of|from)\b|\bspeaking at the (?:function|occasion|ceremony|event|opening|handover|inauguration)\b"
    r"|\battend(?:ed|ing) the (?:ceremony|opening|inauguration|unveiling|launch|signing|handover|commissioning|farewell)\b"
    r"|\bin their presence\b"
    r"|\b(?:chief guest|guests? of honou?r)\b|\bwitness(?:ed|ing) (?:it|the (?:signing|handover|event|occasion|ceremony))\b|\bgraced the occasion\b"
    r"|\b(?:unveiled|unveiling) (?:the|a) plaque\b|\bwelcomed (?:the|some|about|over)? ?(?:\d+ )?guests\b"
    r"|\bcut the (?:ribbon|tape)\b|\bceremon(?:y|ies)\b",
    re.I,
)


@functools.cache
def deeds() -> frozenset[str]:
    """The verbs of `data/events.toml` for which ceremonies are held."""
    return frozenset(rules.table("events")["ceremonies"]["verbs"])


def deeds_of(doc: Doc) -> Iterator[tuple[Token, tuple[Argument, ...], bool]]:
    """The verbs of such deeds with their day and place, and whether the sentence or one of the two behind it tells that people were there."""
    for token in verbs_of(doc):
        if token.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or not ((token.lemma_.lower() in deeds() and matter(token)) or public(token)):
            continue
        if block_of(token) in ("boilerplate", "contact", "headline", "subhead") or status_of(token)[0] != "actual":
            continue
        found = tuple(argument for argument in timed(token) if argument.slot == "place" or (argument.slot == "date" and day(doc, argument)))
        there = attended(token) or opened_by_people(token) or public(token)
        if any(argument.slot == "date" for argument in found) or (there and present(token.sent)):
            yield token, found, there


def opened_by_people(verb: Token) -> bool:
    """Whether people by name or post open, inaugurate or unveil something, so that somebody was there: "was inaugurated by the Minister"."""
    if verb.lemma_.lower() not in rules.table("events")["ceremonies"]["by_people"]:
        return False
    doers = [child for child in verb.children if child.dep_ == "nsubj"]
    doers += [inner for child in verb.children if child.dep_ in ("agent", "prep") and child.lower_ == "by" for inner in child.children if inner.dep_ == "pobj"]
    things = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if not things or any(is_a(thing, "abstract") for thing in things):
        return False
    return any(personal(verb.doc, doer) or personal(verb.doc, doer.nbor(1) if doer.i + 1 < len(verb.doc) else None) for doer in doers)


def public(verb: Token) -> bool:
    """Whether a deed is one that is done before people: ground is broken, certificates are given, cadets pass out."""
    listed = rules.table("events")["ceremonies"]["public"].get(verb.lemma_.lower(), ())
    return bool(listed) and any(child.dep_ in ("dobj", "nsubjpass", "nsubj", "prt", "dative") and singular(child.lower_) in listed for child in verb.children)


def day(doc: Doc, argument: Argument) -> bool:
    """Whether a date argument is a full day."""
    span = mention_at(doc, "dates", *argument.tokens)
    return span is not None and len(value_of(span).value) == 10 and "/" not in value_of(span).value


def matter(verb: Token) -> bool:
    """Whether a verb has its particle and an object of its own: "handed over", "signed an agreement", "was opened"."""
    if verb.lemma_.lower() == "hand":
        return any(child.lower_ in ("over", "to") for child in verb.children)
    if verb.lemma_.lower() == "put":
        return any(child.lower_ == "into" for child in verb.children)
    return verb.dep_ not in ("amod", "compound", "acl")


def present(sentence: Span) -> bool:
    """Whether a sentence tells of people who were there."""
    return bool(PRESENCE.search(text_of(sentence.doc)[sentence.start_char:sentence.end_char]))


def attended(verb: Token) -> bool:
    """Whether the sentence of a deed or one of the two behind it tells of people who were there."""
    sentence: Span = verb.sent
    for _ in range(3):
        if present(sentence):
            return True
        if sentence.end >= len(verb.doc):
            return False
        sentence = verb.doc[sentence.end].sent
    return False
