"""Finds what an event is about ("a workshop on soil maps") and which series it is an edition of ("the third edition of the Tide Games")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts.components.event_pointers import EDITIONS
from newsfacts.components.event_words import event_type, ordinal, singular
from newsfacts.components.mention import Argument, Tokens, mentions_over

TAUGHT = ("training", "course", "class", "workshop", "bootcamp", "masterclass", "internship", "refresher", "programme", "program")
"""Nouns of events that are "in" a subject."""
ENDS = frozenset([".", ";", "(", ")", ":", "–", "—", ",", "“", "”", '"', "\n"])
LONGEST = 14
"""Tokens of the longest topic."""


def about(head: Token, span: Span) -> Iterator[Argument]:
    """The topic and the series of an event."""
    stretch = topic_in_name(head, span) if len(span) > 1 else topic(head)
    if stretch is not None:
        yield Argument("topic", stretch, "events.topic")
    yield from edition_of(span)
    yield from in_series(head)


def topic_in_name(head: Token, span: Span) -> Tokens | None:
    """What a name says behind "on" or "about": "Regional Workshop on Soil Maps"."""
    opener = next((token.i for token in span if token.i > head.i and token.lower_ in ("on", "about")), None)
    return (opener + 1, span.end) if opener is not None and opener + 1 < span.end else None


def topic(head: Token) -> Tokens | None:
    """What stands behind "on", "about", or "in" where the noun is one of teaching, up to a date, place, number or clause."""
    doc = head.doc
    for child in head.children:
        if child.dep_ != "prep" or child.lower_ not in ("on", "about", "in") or (child.lower_ == "in" and singular(head.lower_) not in TAUGHT):
            continue
        end = reach(doc, child.i + 1, head.sent.end)
        words = doc[child.i + 1 : end]
        nouns = any(token.pos_ in ("NOUN", "PROPN") for token in words)
        if nouns and not placed(doc, child.i + 1) and not (child.lower_ == "in" and words[0].pos_ in ("DET", "NUM")):
            return child.i + 1, end
    return None


def reach(doc: Doc, start: int, ceiling: int) -> int:
    """Where a topic that begins at a token ends."""
    place = start
    while place < ceiling and place - start < LONGEST:
        token = doc[place]
        if token.text in ENDS or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB") or (token.tag_ == "VBN" and place > start + 1):
            break
        if token.lower_ in ("for", "at", "from", "by", "with", "during", "between", "as") or (token.lower_ in ("in", "on") and placed(doc, place + 1)):
            break
        place += 1
    while place > start and (doc[place - 1].pos_ in ("ADP", "CCONJ", "DET") or doc[place - 1].is_space):
        place -= 1
    return place


def placed(doc: Doc, place: int) -> bool:
    """Whether a date, place or body is told at a token or right behind its article."""
    if place < len(doc) and doc[place].lower_ in ("the", "a", "this"):
        place += 1
    return any(mentions_over(doc, kind, place) for kind in ("dates", "places", "countries", "durations"))


def edition_of(span: Span) -> Iterator[Argument]:
    """The series in a name behind "the third edition of", and which edition it is."""
    doc = span.doc
    if len(span) < 2:
        return
    place = span.start - 1
    if place > 1 and doc[place].lower_ in ("the", "its", "our"):
        place -= 1
    if place > 0 and doc[place].lower_ == "of" and doc[place - 1].lower_ in EDITIONS:
        start = next((token.i + 1 for token in reversed(span[:-1]) if ordinal(token.lower_) is not None or token.text.isdigit()), span.start)
        yield Argument("series", (start, span.end), "events.edition-of")
        counted = next((child for child in doc[place - 1].children if ordinal(child.lower_) is not None), None)
        if counted is not None:
            yield Argument("edition", (counted.i, counted.i + 1), "events.edition-of", value=str(ordinal(counted.lower_)))


def in_series(head: Token) -> Iterator[Argument]:
    """The named series that an event is part of: "a talk in the Open Skies series"."""
    doc = head.doc
    for token in doc[head.i + 1 : min(head.i + 10, head.sent.end)]:
        if token.lower_ == "series" and doc[token.i - 1].text[0].isupper() and event_type(doc[token.i - 1]) is None:
            start = token.i - 1
            while start > head.i and doc[start - 1].text[0].isupper():
                start -= 1
            if doc[start - 1].lower_ == "the" and doc[start - 2].lower_ in ("in", "of"):
                yield Argument("series", (start, token.i), "events.in-series")
            return
