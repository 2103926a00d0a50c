"""Tells the figures that only seem to count what stands beside them: the pronoun "one", years, marks ("Level 2") and names ("Boeing 737 aircraft")."""
from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from newsfacts.components import comparators
from newsfacts.components.count_guards import labels, year_like
from newsfacts.components.count_nouns import nouns, singular
from newsfacts.components.count_readings import LISTED, Reading, tokens
from newsfacts.components.number_words import Figure

VERBS = frozenset(("VBD", "VBG", "VBN", "VBZ", "VBP", "VB"))
WRITTEN = ("supplied.label", "supplied.line", "supplied.table")
BESIDE = re.compile(r"\s*(?:,|and|,\s*and|plus|as well as|or|;)\s*")


def stands(doc: Doc, text: str, reading: Reading, made: list[Reading], found: list[Figure], place: int) -> bool:
    """Whether a reading is a number of something: no time, no mark, no year, no pronoun "one"."""
    if reading.kind in ("money", "percent"):
        coded = reading.left == reading.start and reading.of == text[reading.figure.end:reading.figure.end + 4].strip()
        return not (coded and year_like(reading.figure))
    if reading.of in nouns()["time"] or reading.of in nouns()["never"] or reading.value < 0:
        return False
    if reading.kind == "measure":
        return True
    if reading.value == 0 and reading.figure.form == "words":
        return False
    if one(reading.figure):
        return only_one(doc, text, reading, made)
    return not (year(doc, reading) or label(doc, reading, text, found, place) or named(doc, reading))


def one(figure: Figure) -> bool:
    """Whether a figure is the word "one"."""
    return figure.value == 1 and figure.form == "words"


def only_one(doc: Doc, text: str, reading: Reading, made: list[Reading]) -> bool:
    """Whether "one" counts: "only one surgeon", or beside another count ("two doctors and one nurse")."""
    before = doc[reading.start - 1].lower_ if reading.start else ""
    if reading.noun is None or doc[reading.end : reading.end + 1].text.lower() == "such":
        return False
    if before in ("only", "just") or (reading.rule == "noun" and counts_one(doc, reading.start, reading.noun)):
        return True
    last = made[-1] if made else None
    if last is None or last.kind != "count":
        return False
    return BESIDE.fullmatch(text, doc[last.right - 1].idx + len(doc[last.right - 1]), reading.figure.start) is not None


def counts_one(doc: Doc, start: int, noun: int) -> bool:
    """Whether "one" is a number by its place: at the start of an item or sentence, behind a plural ("pilots and one cook") or "with", "for", "by"."""
    if doc[noun].tag_ != "NN" or not doc[noun].is_lower or (noun + 1 < len(doc) and doc[noun + 1].lower_ == "of"):
        return False
    before = doc[start - 1] if start else None
    if before is None or doc[start].is_sent_start or before.text in ("-", "*", "•", "–", ":"):
        return True
    return before.lower_ in ("with", "for", "by") or (before.lower_ in ("and", "plus") and doc[max(0, start - 2)].tag_ == "NNS")


def year(doc: Doc, reading: Reading) -> bool:
    """Whether a figure is a year ("the 2019 participants"): one that looks so counts only behind a comparator or a verb, or at a line's start."""
    if not year_like(reading.figure):
        return False
    if reading.noun is None or reading.start == 0:
        return True
    before = doc[reading.start - 1]
    ahead = doc[max(0, reading.start - 2)]
    listed = before.lower_ in ("of", "•", "-", "*") and (ahead.lower_ == "total" or "\n" in ahead.text)
    if listed or "\n" in before.text or comparators.before(doc, reading.start):
        return False
    return not (before.tag_ in VERBS and doc[reading.noun].is_lower and reading.noun - reading.end < 3)


def label(doc: Doc, reading: Reading, text: str, found: list[Figure], place: int) -> bool:
    """Whether the word before makes the figure a mark ("Level 5", "grades 7 and 8")."""
    if reading.start == 0 or reading.rule.startswith("supplied.l"):
        return False
    if place and LISTED.fullmatch(text[found[place - 1].end:reading.figure.start]) and (reading.noun is None or reading.rule.startswith("borrowed")):
        earlier = tokens(doc, found[place - 1].start, found[place - 1].end)[0]
        return earlier > 0 and label(doc, replace(reading, figure=found[place - 1], start=earlier), text, found, place - 1)
    before = doc[reading.start - 1]
    word = before.lower_
    if word == "." and reading.start > 1 and not before.whitespace_:
        word = doc[reading.start - 2].lower_
    if word not in labels() or (before.tag_ in VERBS and before.tag_ != "VBN"):
        return False
    soft = singular(word) in nouns()["soft"] and before.is_lower
    return not (soft and reading.noun is not None and doc[reading.noun].is_lower)


def named(doc: Doc, reading: Reading) -> bool:
    """Whether a figure stands inside a name: "Boeing 737 aircraft", "Rally 500 Cup"."""
    if reading.start == 0 or doc[reading.start].is_sent_start:
        return False
    if reading.figure.form != "digits":
        return doc[reading.start].is_title and reading.noun is not None and not doc[reading.noun].is_lower and not headline(doc, reading.start)
    before, noun = doc[reading.start - 1], reading.noun
    if reading.start > 1 and doc[reading.start - 2].tag_ in ("IN", "TO") and noun is not None and doc[noun].is_lower:
        return False
    if before.tag_ not in ("NNP", "NNPS") or not before.text[0].isupper() or "\n" in before.text:
        return False
    if noun is None:
        return reading.rule.startswith("supplied.") and reading.rule not in WRITTEN
    return noun > reading.start and (not doc[noun].is_lower or (before.dep_ in ("compound", "nmod", "amod") and before.head.i == noun))


def headline(doc: Doc, place: int) -> bool:
    """Whether a token stands in a line of capitalised words, or at its start."""
    start = end = place
    while start > 0 and "\n" not in doc[start - 1].text:
        start -= 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    words = [token for token in doc[start:end] if token.is_alpha and len(token) > 3]
    return start == place or sum(token.is_lower for token in words) * 2 < len(words)
