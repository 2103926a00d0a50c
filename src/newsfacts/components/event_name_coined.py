"""Finds names of events that hold no event word: coined ones with a year ("OxideDays 2021"), numbered ones, code names ("Operation Clear Water")."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.event_name_ends import calendar, named
from newsfacts.components.event_verbs import governor, verbs
from newsfacts.components.event_words import by_ending
from newsfacts.components.mention import EventNameValue, mentions_over

COINED_YEAR, COINED, CAPITALS = re.compile(r"20[0-3]\d$"), re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]*$"), re.compile(r"[A-Z]{3,}$")
NUMBER = re.compile(r"[1-9]\d?$|20[0-3]\d$")
SERIAL = re.compile(r"[A-Z][A-Za-z]*[A-Z]-\d{1,2}$")
SUMMIT = re.compile(r"COP-?\d\d?$")
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
        text = token.text
        if text not in self.words and token.i not in self.dated and not SUMMIT.match(text) and not SERIAL.match(text):
            return None
        kind = by_ending(text) or "other"
        if SUMMIT.match(text) and token.dep_ not in ("compound", "nmod"):
            return token.i, token.i + 1, "serial", EventNameValue(token.text, "conference")
        if SERIAL.match(token.text):
            return (token.i, token.i + 1, "serial", EventNameValue(token.text, kind)) if self.runs(token) else None
        if token.i in self.dated:
            return token.i, token.i + 2, "yearly", EventNameValue(token.doc[token.i : token.i + 2].text, kind)
        if token.text not in self.words or mentions_over(token.doc, "organisations", token.i):
            return None
        if token.i + 1 < len(token.doc) and named(token.nbor(1)):
            return None
        return token.i, token.i + 1, "yearly", EventNameValue(token.text, kind)

    def runs(self, token: Token) -> bool:
        """Whether a coined word with a number is held ("we will run TIDE-6"), or is listed with one that is."""
        series = token.text.rpartition("-")[0]
        if token.i + 1 < len(token.doc) and token.nbor(1).pos_ in ("NOUN", "PROPN"):
            return False
        if any(word.rpartition("-")[0] == series for word in self.words):
            return True
        verb, position = governor(token)
        held = verb is not None and verb.lemma_.lower() in (verbs("happen") - {"be", "go"} if position == "subject" else HELD)
        if held and position in ("subject", "object"):
            self.words.add(token.text)
            return True
        return False


HELD = frozenset(["run", "hold", "host", "organise", "organize", "attend", "join"])
"""Verbs whose object is an event, whatever it is called."""


def yearly(token: Token) -> bool:
    """Whether a coined word or an acronym stands with its year: "OxideDays 2021", "at FOSDEM 2020"."""
    doc = token.doc
    if token.i + 1 >= len(doc) or not COINED_YEAR.match(doc[token.i + 1].text) or token.ent_type_ == "DATE":
        return False
    if COINED.match(token.text):
        return True
    if not CAPITALS.match(token.text):
        return False
    before, ahead = doc[token.i - 1].lower_ if token.i else "", doc[token.i + 2].lower_ if token.i + 2 < len(doc) else ""
    return before in ("at", "during", "for", "of", "attended", "joined") or ahead in ("took", "takes", "opened", "opens", "brought", "drew", "kicked", "ended")


def numbered(token: Token) -> Found | None:
    """The name that an edition's number ends: "at LIB CON 14", "during MoodleMoot 9"; None where the number counts something."""
    doc, start = token.doc, token.i
    if not NUMBER.match(token.text) or (
        token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") and not doc[token.i + 1].is_space
    ):
        return None
    while start > 0 and re.match(r"(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]\w*)$", doc[start - 1].text) and doc[start - 1].ent_type_ != "DATE":
        start -= 1
    cues: tuple[str, ...] = ("at", "during")
    year = len(token.text) == 4
    if start == token.i or year:
        cues, start = ("during", "exercise", "exercises"), code_name(token)
    if not 0 < start < token.i or doc[start - 1].lower_ not in cues:
        return None
    if year:
        return start, token.i + 1, "numbered", EventNameValue(doc[start : token.i + 1].text, "other")
    return start, token.i + 1, "numbered", EventNameValue(doc[start : token.i + 1].text, "conference", int(token.text))


def code_name(token: Token) -> int:
    """Where two or three capitalised words before a number or year begin that name no month, person or body; the number's own place if none."""
    doc, start = token.doc, token.i
    while start > 0 and token.i - start < 4 and named(doc[start - 1]) and doc[start - 1].text[0].isupper() and doc[start - 1].lower_ not in calendar():
        start -= 1
    taken = any(mentions_over(doc, kind, place) for kind in ("organisations", "people", "countries") for place in range(start, token.i))
    return start if 2 <= token.i - start <= 3 and not taken else token.i


def operation(token: Token) -> Found | None:
    """An operation or exercise told by the code name behind its word: "under Operation Clear Water", "took part in Exercise Tide"."""
    doc, end = token.doc, token.i + 1
    kind = rules.table("events")["named"]["operations"].get(token.text)
    if kind is None or (kind != "other" and mentions_over(doc, "organisations", token.i)):
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
