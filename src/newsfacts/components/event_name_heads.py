"""Finds the name around an event word, capitalised ("the Spring Workshop on Soil") or not ("the 2018 Loja mapathon")."""

from __future__ import annotations

import re

from spacy.tokens import Token

from newsfacts.components.event_name_ends import ORDINAL, YEAR, leftward, named, rightward
from newsfacts.components.event_words import by_ending, event_type, singular
from newsfacts.components.mention import mentions

ROMAN = re.compile(r"[IVX]+$")


def phrase_title(head: Token) -> tuple[int, int] | None:
    """A title of several capitalised words with a connector before a lower-case event noun: "the Open Data for Clerks workshop"."""
    doc, place = head.doc, head.i - 1
    floor = head.sent.start
    while place > floor and doc[place].is_lower and doc[place].pos_ in ("ADJ", "NOUN", "PROPN") and head.i - place < 3:
        place -= 1
    end = place + 1
    if doc[place].text == ")" and place - 2 > floor:
        opening = next((i for i in range(place, max(floor, place - 5), -1) if doc[i].text == "("), None)
        if opening is None:
            return None
        end, place = opening, opening - 1
    if not named(doc[place]) or doc[place].pos_ in ("VERB", "AUX"):
        return None
    start = place
    while start > floor:
        before = doc[start - 1]
        if (
            named(before)
            and (before.pos_ not in ("VERB", "AUX") or before.dep_ in ("compound", "nmod"))
            and before.lower_ not in ("the", "a", "an", "this", "our")
        ):
            start -= 1
        elif (
            before.lower_ in ("for", "of", "in", "to", "and", "with")
            and start - 2 >= floor
            and named(doc[start - 2])
            and doc[start - 2].lower_ not in ("the", "a", "an", "this", "our")
        ):
            start -= 2
        else:
            break
    words = doc[start:end]
    whole = any(span.start <= start and end <= span.end for kind in ("organisations", "people") for span in mentions(doc, kind))
    joined = any(token.lower_ in ("for", "of", "to", "with") for token in words)
    plain = any(token.ent_type_ in ("GPE", "PERSON", "DATE") for token in words) and not any(ORDINAL.match(token.text) for token in words)
    opened = start > floor and doc[start - 1].lower_ in ("the", "a", "an", "this", "our", "its", "'s", "’s", "“", '"')
    return (start, end) if joined and opened and len(words) >= 3 and not (whole or plain) else None


def around(head: Token) -> tuple[int, int, str] | None:
    """The stretch of the name around an event word: to the left over capitalised words, to the right over "on …", "of …", "for …"."""
    doc = head.doc
    if not head.text[0].isupper():
        return lower_head(head)
    start = leftward(doc, head.i)
    end = rightward(doc, head.i + 1)
    if modifies(head, end):
        return None
    while end - start > 1 and doc[start].lower_ in ("the", "a", "an", "this", "our"):
        start += 1
    if end - start < 2 and coined(head):
        return start, end, "coined"
    if end - start < 2 or not any(named(token) and token.i != head.i for token in doc[start:end]):
        return None
    if end == head.i + 1 and all(token.ent_type_ in ("GPE", "NORP", "LOC") or token.is_punct for token in doc[start : head.i]):
        return None
    if end == head.i + 1 and head.tag_ in ("NNS", "NNPS") and singular(head.lower_) in ("workshop", "training", "course", "meeting", "session", "seminar"):
        return None
    return start, end, "capitalised"


def coined(head: Token) -> bool:
    """Whether a single word is a name of its own: GardenCon, OpenThon."""
    return by_ending(head.text) is not None and any(char.isupper() for char in head.text[1:])


def modifies(head: Token, end: int) -> bool:
    """Whether the event word only modifies a capitalised noun behind it: "Convention Centre", "Training Portal", "Workshop Committee"."""
    doc = head.doc
    place = head.i + 1
    last = None
    while place < end and named(doc[place]) and not YEAR.match(doc[place].text) and not ROMAN.match(doc[place].text):
        last = doc[place]
        place += 1
    if last is None and place < len(doc) and doc[place].pos_ == "NOUN" and doc[place].is_lower and head.dep_ == "compound":
        last = doc[place]
    return last is not None and event_type(last) is None


def lower_head(head: Token) -> tuple[int, int, str] | None:
    """A proper name before a lower-case event word: "the FiNDeR hackathon", "the 2018 Loja mapathon"."""
    doc = head.doc
    before = head.i - 1
    while before >= 0 and doc[before].pos_ in ("NOUN",) and doc[before].is_lower and event_type(doc[before]) and head.i - before < 2:
        before -= 1
    if (
        before < 0
        or not named(doc[before])
        or doc[before].is_sent_start
        or doc[before].ent_type_ in ("GPE", "NORP", "DATE", "PERSON", "LOC", "CARDINAL", "ORDINAL")
    ):
        return None
    start = leftward(doc, before)
    if (
        singular(head.lower_)
        in (
            "workshop",
            "training",
            "course",
            "meeting",
            "ceremony",
            "session",
            "seminar",
            "programme",
            "program",
            "class",
            "talk",
            "visit",
            "tour",
            "event",
            "lecture",
            "webinar",
            "internship",
            "dinner",
            "lunch",
            "reception",
            "race",
        )
        or head.tag_ == "NNS"
    ):
        return None
    if doc[start].lower_ in ("a", "an", "another", "our", "any", "every", "each") or (
        start and doc[start - 1].lower_ in ("a", "an", "another", "our", "any", "every", "each", "first")
    ):
        return None
    while start < before and doc[start].lower_ in ("the", "a", "an", "this", "our"):
        start += 1
    words = doc[start : before + 1]
    if all(token.is_digit or ORDINAL.match(token.text) for token in words) or (len(words) == 1 and (words[0].is_title and words[0].pos_ != "PROPN")):
        return None
    return start, head.i + 1, "lower-head"
