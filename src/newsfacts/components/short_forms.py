"""Finds short forms with their long forms in plain text (Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions", PSB 2003)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

BRACKET = re.compile(r"[(\[]((?:[^()\[\]\n]|\([^()\n]*\)){1,90})[)\]]")
SHORT = re.compile(r"[^\W_][\w./+&’'\-–()]*(?: [\w./+&’'\-–]+)?")
QUOTES = "\"'“”‘’«»"
BREAK = re.compile(r"(?:[.;:!?]\s+(?=[A-ZÀ-Þ\"“(])|\n|[;:(\[])")
KNOWN_AS = re.compile(
    r"(?:,? (?:also |better |commonly |widely |locally )?(?:known|abbreviated|referred to) (?:as|by)(?: the)? |,? (?:or|called|dubbed)(?: the)? )"
    r"[\"“‘(]?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\b"
)
SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "del",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "et",
        "for",
        "from",
        "in",
        "la",
        "le",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "with",
        "y",
        "für",
        "der",
        "pour",
        "en",
    ]
)
WORD = re.compile(r"[^\W_]+")


class Pair(NamedTuple):
    """A short form and its long form, each with its character offsets."""

    short: str
    long: str
    short_at: tuple[int, int]
    long_at: tuple[int, int]


def pairs(text: str) -> Iterator[Pair]:
    """All definitions in a text, both orders in brackets."""
    for found in BRACKET.finditer(text):
        pair = long_before(text, found) or long_inside(text, found)
        if pair:
            yield pair


def named_pairs(text: str) -> Iterator[Pair]:
    """Definitions by words: "known as SF", "or SF"."""
    for found in KNOWN_AS.finditer(text):
        start = clause_start(text, found.start())
        at = long_form(found[1], text[start : found.start()])
        if at is not None:
            yield Pair(found[1], text[start + at : found.start()], found.span(1), (start + at, found.start()))


def long_before(text: str, found: re.Match[str]) -> Pair | None:
    """ "Long Form (SF)": the short form stands in the brackets, perhaps with more after a comma or semicolon."""
    inner = re.split(r"[,;=:]| (?:or|formerly|hereafter|hereinafter|henceforth)\b", found[1])[0]
    short = inner.strip(" " + QUOTES)
    if not is_short(short):
        return None
    at = found.start(1) + found[1].index(short)
    end = len(text[: found.start()].rstrip(" ," + QUOTES))
    start = clause_start(text, end)
    begin = long_form(short, text[start:end])
    if begin is None:
        return None
    return Pair(short, text[start + begin : end], (at, at + len(short)), (start + begin, end))


def long_inside(text: str, found: re.Match[str]) -> Pair | None:
    """ "SF (Long Form)": the long form fills the brackets."""
    inner = re.split(r"[;]", found[1])[0].strip(" " + QUOTES)
    before = re.search(r"([^\s(\[]+)[\s\"“”]*$", text[max(0, found.start() - 40) : found.start()])
    if before is None or len(inner.split()) < 2:
        return None
    short = before[1].strip(QUOTES + ",.;:")
    if not is_short(short) or sum(char.isupper() for char in short) < 2 or len(inner.split()) > window(short):
        return None
    if long_form(short, inner) != 0:
        return None
    at, inside = max(0, found.start() - 40) + before.start(1) + before[1].index(short), found.start(1) + found[1].index(inner)
    return Pair(short, inner, (at, at + len(short)), (inside, inside + len(inner)))


def is_short(short: str) -> bool:
    """Whether a string may be a short form: 2 to 12 characters, at most two words, a letter in it, first character alphanumeric."""
    if len(short) == 1:
        return short.isupper()
    return len(short) <= 12 and SHORT.fullmatch(short) is not None and any(char.isalpha() for char in short) and not short.isdigit()


def window(short: str) -> int:
    """How many words a long form may have: min(n + 5, 2n) for n letters."""
    letters = sum(char.isalnum() for char in short)
    return min(letters + 5, letters * 2)


def clause_start(text: str, end: int) -> int:
    """Where the sentence or bracket before `end` begins, at most 240 characters back."""
    low = max(0, end - 240)
    return max((found.end() for found in BREAK.finditer(text, low, end)), default=low)


def long_form(short: str, before: str) -> int | None:
    """Where in `before` (which ends where the long form ends) the long form begins; None where no stretch matches."""
    at = initials(short, before)
    if at is None:
        at = match(short, before) if len(short) > 1 else None
    if at is None:
        return None
    long = before[at:]
    words = long.split()
    if len(words) > window(short) or len(long) <= len(short) or short in words or long.count("(") != long.count(")"):
        return None
    return at


def initials(short: str, before: str) -> int | None:
    """Where the fewest last words begin whose initials, small words and hyphens aside, spell the short form; a plural "s" counts for nothing."""
    letters = "".join(char for char in short if char.isalnum())
    if letters.endswith("s") and letters[:-1].isupper():
        letters = letters[:-1]
    spans = [found.span() for found in WORD.finditer(before)][-window(short) - 2 :]
    for first in range(len(spans) - 1, -1, -1):
        begin = spans[first][0]
        if before[begin].lower() == letters[0].lower() and spell(letters.lower(), [before[start:end] for start, end in spans[first:]]):
            return begin
    return None


def match(short: str, long: str) -> int | None:
    """Schwartz and Hearst's match, right to left: every letter of `short` in `long` in order, the first at the start of a word."""
    place = len(long) - 1
    for index in range(len(short) - 1, -1, -1):
        char = short[index].lower()
        if not char.isalnum():
            continue
        while place >= 0 and (long[place].lower() != char or (index == 0 and place > 0 and long[place - 1].isalnum())):
            place -= 1
        if place < 0:
            return None
        place -= 1
    begin = place + 1
    return long.rfind(" ", 0, begin) + 1


def initials_match(short: str, long: str) -> bool:
    """Whether an acronym may stand for a name: its letters are initials of the words in order, small words and a word's further capitals free."""
    letters = "".join(char for char in short if char.isalnum()).lower()
    if len(letters) < 2 or sum(char.isupper() for char in short) < 2:
        return False
    words = WORD.findall(re.sub(r"['’]s\b", "", long))
    return len(words) > 1 and spell(letters, words)


def spell(letters: str, words: list[str]) -> bool:
    """Whether words spell the letters: each gives its initial or a longer start ("Dev" in "DevCo"); small words may give nothing."""
    if not words:
        return not letters
    word, others = words[0], words[1:]
    if word.lower() in SMALL and spell(letters, others):
        return True
    if word.isupper() and len(word) > 1 and letters.startswith(word.lower()):
        return spell(letters[len(word) :], others)
    most = 3 if len(letters) > sum(word.lower() not in SMALL for word in words) else 1
    starts = [size for size in range(1, most + 1) if letters[:size] == word[:size].lower() and len(letters) >= size]
    return any(spell(letters[size:], others) for size in starts)
