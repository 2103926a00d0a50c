"""Tells how far a name of an event reaches to both sides of its event word."""

from __future__ import annotations

import functools
import re

from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.event_words import event_type, ordinal, singular
from newsfacts.components.layout import block_of
from newsfacts.components.mention import mentions_over
from newsfacts.components.name_words import fold_name
from newsfacts.components.place_table import CONTINENTS, candidates

YEAR = re.compile(r"(?:19|20)\d\d$|[’']\d\d$")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$", re.I)
ARTICLES = ("the", "a", "an", "this", "our")
OPENERS = frozenset([*ARTICLES, "its", "their", "'s", "’s", "“", '"', "‘"])
TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof", "professor", "minister", "president", "ambassador", "director"])


@functools.cache
def connectors() -> frozenset[str]:
    return frozenset(rules.table("events")["named"]["connectors"])


@functools.cache
def owners() -> frozenset[str]:
    """Words that stand with a possessive inside names: "Women's", "Farmers'"."""
    return frozenset(rules.table("events")["named"]["owners"])


@functools.cache
def calendar() -> frozenset[str]:
    """The names of days and months, which are none of an event."""
    return frozenset(rules.table("dates")["weekdays"]) | {month for month in rules.table("dates")["months"] if month not in ("may", "mar", "march")}


def named(token: Token) -> bool:
    """Whether a token can stand in a name: capitalised, an acronym, a number with letters, an edition or a year."""
    text = token.text
    if token.is_space or token.is_punct:
        return False
    return (
        (text[0].isupper() and token.lower_ not in TITLES)
        or bool(ORDINAL.match(text))
        or bool(YEAR.match(text))
        or (any(map(str.isupper, text)) and not text.isdigit())
    )


def leftward(doc: Doc, start: int) -> int:
    """How far a name reaches to the left of `start`."""
    floor = doc[start].sent.start
    place = start
    while place > floor:
        step = bracketed(doc, place, floor) or word_before(doc, place, floor) or joined(doc, place, floor)
        if not step:
            break
        place -= step
    return linked(doc, place, floor)


def bracketed(doc: Doc, place: int, floor: int) -> int:
    """The length of an acronym in brackets and the word before it: "Young Makers (YM) Summit"; 0 where there is none."""
    if doc[place - 1].text != ")" or place - 4 < floor or doc[place - 3].text != "(":
        return 0
    return 4 if doc[place - 2].text.isupper() and named(doc[place - 4]) and named(doc[place]) else 0


def word_before(doc: Doc, place: int, floor: int) -> int:
    """The length, 1 or 2, of the word of a name before `place`, a number within it counted in; 0 where there is none."""
    token = doc[place - 1]
    if token.is_digit and place - 2 >= floor and doc[place - 2].pos_ == "PROPN" and named(doc[place - 2]) and named(doc[place]):
        return 2
    if hyphened(doc, place, floor):
        return 3
    if not named(token) or token.lower_ in ARTICLES or (token.is_sent_start and token.pos_ in ("DET", "ADP", "PRON", "SCONJ", "ADV") and not acronym(token)):
        return 0
    if token.pos_ not in ("VERB", "AUX") or (acronym(token) and acronym(doc[place])):
        return 1
    inside = token.i > floor and named(doc[place - 2]) and doc[place - 2].pos_ in ("PROPN", "NOUN") and named(doc[place]) and not in_headline(token)
    return int(inside or (token.dep_ in ("compound", "nmod") and not token.is_sent_start))


def hyphened(doc: Doc, place: int, floor: int) -> bool:
    """Whether the small word before `place` is the second part of a hyphened name: "Pull-through Mission"."""
    return place - 3 >= floor and doc[place - 1].is_lower and doc[place - 2].text == "-" and not doc[place - 3].whitespace_ and named(doc[place - 3])


def acronym(token: Token) -> bool:
    """Whether a word is written in capitals, as no small word at a sentence's start is."""
    return len(token) > 2 and token.text.isupper()


def in_headline(token: Token) -> bool:
    """Whether a word stands in a headline, where capitals may tell nothing."""
    return block_of(token) in ("headline", "subhead")


def joined(doc: Doc, place: int, floor: int) -> int:
    """The length of a joint and the word before it: "&", "and" between plain words, "'s" behind "Women" or "Farmers"; 0 where there is none."""
    token = doc[place - 1]
    if place - 1 <= floor or not named(doc[place]):
        return 0
    before = doc[place - 2]
    if token.text == "-" and before.is_lower and place - 4 >= floor and doc[place - 3].text == "-" and named(doc[place - 4]):
        return 4
    if not named(before) or before.pos_ in ("VERB", "AUX"):
        return 0
    if token.lower_ in ("'s", "’s", "'", "’"):
        return 2 if before.lower_ in owners() or plural_owner(token, before) else 0
    if token.lower_ == "and":
        return 2 if coordinated(doc, place - 1) and ordinal(doc[place].lower_) is None else 0
    return 2 if token.lower_ in ("-", "–", "&", "/") else 0


def plural_owner(mark: Token, owner: Token) -> bool:
    """Whether a bare apostrophe behind a plural makes it the owner within a name: "Young Surveyors' Seminar"; not behind a place, a body or a person."""
    if mark.text not in ("'", "’") or not owner.lower_.endswith("s") or owner.ent_type_ in ("GPE", "LOC", "PERSON"):
        return False
    return not any(mentions_over(owner.doc, kind, owner.i) for kind in ("organisations", "people", "countries"))


def linked(doc: Doc, place: int, floor: int) -> int:
    """Where a name begins that a preposition links to capitalised words before it: "the Women in Science Conference"; only behind an article or a quote."""
    if place - 2 <= floor or doc[place - 1].lower_ not in ("in", "for", "of", "to", "on") or not named(doc[place]) or in_headline(doc[place]):
        return place
    start = place - 1
    while start > floor and named(doc[start - 1]) and doc[start - 1].lower_ not in ARTICLES and doc[start - 1].pos_ not in ("VERB", "AUX"):
        start -= 1
    run = doc[start : place - 1]
    if not len(run) or doc[start - 1].lower_ not in OPENERS or start == floor:
        return place
    if run[-1].lower_ in ("round", "session", "meeting", "edition") and any(ordinal(token.lower_) is not None for token in run):
        return start
    if run[-1].tag_ not in ("NNS", "NNPS") and (doc[place - 1].lower_ == "of" or len(run) < 2) and run[-1].lower_ not in owners():
        return place
    taken = any(mentions_over(doc, kind, token.i) for token in run for kind in ("organisations", "people"))
    plain = any(token.ent_type_ in ("GPE", "PERSON", "DATE", "NORP") or event_type(token) for token in run)
    return place if taken or plain else start


def coordinated(doc: Doc, place: int) -> bool:
    """Whether an "and" joins two plain words inside a name ("Trade and Investment Mission") and not two names."""
    left, right = doc[place - 1], doc[place + 1]
    return all(
        token.ent_type_ not in ("PERSON", "GPE", "LOC") and not token.text.isupper() and token.pos_ in ("NOUN", "PROPN", "ADJ") for token in (left, right)
    )


def rightward(doc: Doc, end: int) -> int:
    """How far a name reaches to the right of its event word: over capitalised words, and connectors before them."""
    ceiling = doc[end - 1].sent.end
    place = end
    while place < ceiling:
        token = doc[place]
        if token.lower_ in calendar() and not (place + 1 < ceiling and doc[place + 1].lower_ == "of"):
            break
        if place > end and token.text in ("'", "’", "'s", "’s") and doc[place - 1].lower_ in owners() and place + 1 < ceiling and named(doc[place + 1]):
            place += 1
            continue
        if (named(token) and token.pos_ not in ("AUX",)) or (place == end and token.is_digit and len(token) <= 4):
            place += 1
            continue
        ahead = place
        if token.lower_ in ("-", "–") and doc[place - 1].whitespace_:
            break
        while (
            ahead < ceiling
            and ahead - place < 4
            and (doc[ahead].lower_ in connectors() or (doc[ahead].text == ":" and ahead == place) or (doc[ahead].text == "," and in_list(doc, ahead, ceiling)))
        ):
            ahead += 1
        if ahead == place or ahead >= ceiling or not named(doc[ahead]) or stops(doc, place, ahead, end):
            break
        place = ahead + 1
    if (
        place > end
        and place + 2 < ceiling
        and [token.lower_ for token in doc[place : place + 3]] in (["and", "the", "region"], ["and", "its", "neighbours"], ["and", "the", "world"])
    ):
        return place + 3
    return place


def in_list(doc: Doc, comma: int, ceiling: int) -> bool:
    """Whether a comma stands inside a capitalised list that ends in "and": "Health, Nutrition and Hygiene"."""
    window = list(doc[comma + 1 : min(comma + 7, ceiling)])
    for place, token in enumerate(window):
        if token.lower_ in ("and", "&"):
            return place > 0 and place + 1 < len(window) and window[place + 1].text[0].isupper()
        if not (token.text[0].isupper() or token.text == ","):
            return False
    return False


def stops(doc: Doc, place: int, ahead: int, end: int) -> bool:
    """Whether a connector leads out of the name: to a place or date ("in Nairobi", "at Makerere"), or by "and" to another name."""
    first = doc[place].lower_
    if first == "to" and place == end and singular(doc[end - 1].lower_) in ("mission", "visit"):
        return False
    if first in ("in", "at", "from", "by", "to", "with", "through", "as", "the", "a", "an", "into", "against", "towards") and place == end:
        return True
    if doc[ahead].lower_ in calendar() or first in ("by", "at", "as"):
        return True
    if first == "with" and any(mentions_over(doc, kind, ahead) for kind in ("organisations", "people")):
        return True
    if first == "in" and fold_name(doc[ahead].text) in CONTINENTS:
        return False
    if first in ("in", "from", "with") and (
        doc[ahead].ent_type_ in ("GPE", "LOC", "FAC", "DATE", "ORG", "PERSON") or (first == "in" and candidates(fold_name(doc[ahead].text)))
    ):
        return True
    if first in ("and", "&") and (place == end or ordinal(doc[ahead].lower_) is not None):
        return True
    if first == "," and place == end:
        return True
    if first not in ("of", "for") or place != end:
        return False
    return doc[ahead].ent_type_ == "DATE" or (doc[ahead].ent_type_ == "PERSON" and bool(mentions_over(doc, "people", ahead)))
