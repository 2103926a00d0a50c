"""Finds the name around an event word, capitalised ("the Spring Workshop on Soil") or not ("the 2018 Loja mapathon")."""

from __future__ import annotations

import functools
import re

from spacy.tokens import Token

from newsfacts import rules
from newsfacts.components.event_name_ends import ARTICLES, ORDINAL, YEAR, leftward, named, rightward
from newsfacts.components.event_words import by_ending, event_type, singular
from newsfacts.components.mention import mentions, mentions_over

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
    """A proper name before a lower-case event word: "the FiNDeR hackathon", "the 2018 Loja mapathon", "the Big Bounce vaccination campaign"."""
    doc = head.doc
    last = proper_before(head) if head.tag_ != "NNS" and singular(head.lower_) in lower_heads() else None
    if last is None:
        return None
    start = leftward(doc, last)
    while start < last and doc[start].lower_ in ARTICLES:
        start += 1
    words = doc[start : last + 1]
    before = doc[start - 1].lower_ if start else ""
    fresh = any(map(coinage, words))
    if before in ("another", "our", "any", "every", "each") or (before in ("a", "an", "first") and not (fresh or (before == "a" and len(words) > 1))):
        return None
    if all(token.is_digit or ORDINAL.match(token.text) for token in words) or (len(words) == 1 and words[0].is_title and words[0].pos_ != "PROPN"):
        return None
    if (last + 1 < head.i or before == "a") and any(mentions_over(doc, kind, token.i) for token in words for kind in ("organisations", "people")):
        return None
    return start, head.i + 1, "lower-head"


def proper_before(head: Token) -> int | None:
    """The last word of the proper name before a lower-case event word; an event noun may stand between, or a plain noun behind two words of a name."""
    doc, place = head.doc, head.i - 1
    while place > 0 and doc[place].pos_ == "NOUN" and doc[place].is_lower and head.i - place < 2:
        place -= 1
    if place < 0 or not named(doc[place]):
        return None
    plain = place < head.i - 1 and not event_type(doc[place + 1])
    if plain and not (place and doc[place - 1].text in ("-", "–")) and not (place and named(doc[place - 1]) and doc[place - 1].lower_ not in ARTICLES):
        return None
    paired = place > 1 and doc[place - 1].text in ("-", "–") and doc[place - 2].ent_type_ in ("GPE", "NORP") and named(doc[place - 2])
    if coinage(doc[place]) or paired:
        return place
    kind = doc[place].ent_type_
    return None if doc[place].is_sent_start or kind in ("GPE", "NORP", "DATE", "PERSON", "LOC", "CARDINAL", "ORDINAL") else place


def coinage(token: Token) -> bool:
    """Whether a word is coined by its inner capitals: FiNDeR, PyData."""
    return token.text[0].isupper() and any(map(str.isupper, token.text[1:])) and any(map(str.islower, token.text))


@functools.cache
def lower_heads() -> frozenset[str]:
    """Event nouns that close a name in small letters."""
    return frozenset(rules.table("events")["named"]["lower"])
