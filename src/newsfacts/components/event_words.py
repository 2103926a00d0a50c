"""Tells what type of event a noun names, and which number an ordinal word gives."""
from __future__ import annotations

import functools
import re

from spacy.tokens import Token

from newsfacts import rules

INTRODUCERS = ("titled", "entitled", "called", "named", "dubbed", "billed", "labelled", "labeled", "christened", "codenamed", "nicknamed")
"""Words before a name."""


@functools.cache
def types() -> dict[str, str]:
    """Event noun to type."""
    return {noun: kind for kind, nouns in rules.table("events")["types"].items() for noun in nouns}


@functools.cache
def ordinals() -> dict[str, int]:
    """Ordinal word to number."""
    return {word: place for place, word in enumerate(rules.table("events")["named"]["ordinals"], 1)}


def ordinal(word: str) -> int | None:
    """The number of an ordinal in words or figures: "third", "12th"."""
    if word in ordinals():
        return ordinals()[word]
    found = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word)
    return int(found[1]) if found else None


def singular(word: str) -> str:
    """An event noun's singular."""
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("ies") and word not in ("series",):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and word not in ("series", "games") else word


def event_type(token: Token) -> str | None:
    """The type of event that a noun names, if it is one of the nouns of the data."""
    kind = type_of(token.text)
    return kind if kind is not None and token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "X") else None


@functools.lru_cache(maxsize=1 << 14)
def type_of(text: str) -> str | None:
    """The type of event that a word names."""
    word = text.lower()
    if not (word.isalpha() or "-" in word):
        return None
    return types().get(word) or types().get(singular(word)) or by_ending(text)


@functools.lru_cache(maxsize=1 << 14)
def by_ending(text: str) -> str | None:
    """The type that the end of a coined word gives: Codeathon, GardenCon."""
    if re.search(r"[aeio-]thons?$|[a-z]Thons?$", text) and "marathon" not in text.lower():
        return "hackathon"
    if re.search(r"[a-z]Hack(?:s|athon)?$", text):
        return "hackathon"
    return "conference" if re.search(r"[a-z]Conf?$", text) else None
