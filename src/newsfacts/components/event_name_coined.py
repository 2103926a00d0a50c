"""Finds names of events that hold no event word: coined ones with a year ("OxideDays 2021"), numbered ones, code names ("Operation Clear Water")."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.event_name_ends import named
from newsfacts.components.event_words import by_ending
from newsfacts.components.mention import EventNameValue, mentions_over

COINED_YEAR, COINED, CAPITALS = re.compile(r"20[0-3]\d$"), re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]*$"), re.compile(r"[A-Z]{3,}$")
NUMBER = re.compile(r"[1-9]\d?$")
Found = tuple[int, int, str, EventNameValue]
"""First token, one past the last, the rule, and what it tells."""


class Coinages:
    """The coined names of a Doc that stand with their year somewhere: "OxideDays 2021"; elsewhere the word alone names the event."""

    def __init__(self, doc: Doc) -> None:
        words = [token.text for token in doc]
        self.dated = {place for place, following in enumerate(words[1:]) if COINED_YEAR.match(following) and yearly(doc[place])}
        self.words = {words[place] for place in self.dated if not words[place].isupper()}

    def at(self, token: Token) -> Found | None:
        """The name that begins at a token, with its year or without."""
        kind = by_ending(token.text) or "other"
        if token.i in self.dated:
            return token.i, token.i + 2, "yearly", EventNameValue(token.doc[token.i : token.i + 2].text, kind)
        if token.text not in self.words or mentions_over(token.doc, "organisations", token.i):
            return None
        if token.i + 1 < len(token.doc) and named(token.nbor(1)):
            return None
        return token.i, token.i + 1, "yearly", EventNameValue(token.text, kind)


def yearly(token: Token) -> bool:
    """Whether a coined word or an acronym stands with its year: "OxideDays 2021", "at FOSDEM 2020"."""
    doc = token.doc
    if token.i + 1 >= len(doc) or not COINED_YEAR.match(doc[token.i + 1].text) or token.ent_type_ == "DATE":
        return False
    if COINED.match(token.text):
        return True
    return bool(CAPITALS.match(token.text)) and token.i > 0 and doc[token.i - 1].lower_ in ("at", "during", "for", "of", "attended", "joined")


def numbered(token: Token) -> Found | None:
    """The name that an edition's number ends: "at LIB CON 14", "during MoodleMoot 9"; None where the number counts something."""
    doc, start = token.doc, token.i
    if not NUMBER.match(token.text) or (
        token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") and not doc[token.i + 1].is_space
    ):
        return None
    while start > 0 and re.match(r"(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]\w*)$", doc[start - 1].text) and doc[start - 1].ent_type_ != "DATE":
        start -= 1
    if not 0 < start < token.i or doc[start - 1].lower_ not in ("at", "during"):
        return None
    return start, token.i + 1, "numbered", EventNameValue(doc[start : token.i + 1].text, "conference", int(token.text))


def operation(token: Token) -> Found | None:
    """An operation or exercise told by the code name behind its word: "under Operation Clear Water", "took part in Exercise Tide"."""
    doc, end = token.doc, token.i + 1
    kind = rules.table("events")["named"]["operations"].get(token.text)
    if kind is None or mentions_over(doc, "organisations", token.i):
        return None
    while end < len(doc) and end - token.i < 5 and (doc[end].pos_ in ("PROPN", "NUM") or doc[end].text[0].isupper()) and named_or_number(doc[end]):
        end += 1
    if end == token.i + 1 or not cued(token):
        return None
    return token.i, end, "operation", EventNameValue(doc[token.i : end].text, kind)


def named_or_number(token: Token) -> bool:
    """Whether a token can stand in a code name."""
    return named(token) or token.is_digit


def cued(token: Token) -> bool:
    """Whether the words before a code name show that something is done in it: "under", "during", "took part in", "launched"."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    if before.lower_ == "the" and token.i > 1:
        before = token.nbor(-2)
    table = rules.table("events")["named"]
    return before.lower_ in table["during"] or before.lemma_.lower() in table["launching"]
