"""Turns a text into the row of symbols that the date grammar reads (`data/dates.toml` tells the symbols)."""
from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from newsfacts.rules import table

TOKEN = re.compile(r"""
  (?=[^\s\[\]]|\n)(?:(?P<word>(?:(?=[^\W\d_]{3,5}\.)(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.
           |(?!(?=[Tt])(?i:twenty|thirty)[- ](?i:ORDINALS)\b|https?://|www\.)[^\W\d_]+\d*))
| (?P<address>(?:https?://|www\.)\S+|[#@]\w+)
| (?P<money>[$€£¥₹]\s?\d[\d.,]*)
| (?P<named>(?<![\w-])(?:\d{1,2}[-/](?i:MONTHS)[a-z]*[-/]\d{4}|\d{4}[-/](?i:MONTHS)[a-z]*[-/]\d{1,2})(?!\w)|(?<!\d)\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.(?!\d))
| (?P<iso>(?<!\d)(?<!\d-)(?:\d{4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2})(?![\d/]|[.-]\d))
| (?P<slashed>(?:(?<![\d/.-])|(?<=[(\s]\d[-–])|(?<=[(\s]\d\d[-–]))
           (?:\d{1,2}(?P<same>[./-])\d{1,2}(?P=same)\d{4}|\d{1,2}/\d{1,2}/\d{2}|\d{1,2}\.\s\d{1,2}\.\s\d{4})(?![\d/-]|\.\d))
| (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}[h.]\d\d\s?(?:[ap]\.?m\b\.?|hrs?\b|hours\b)|\d{1,2}h\d\d\b|\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b))
| (?P<era>\d{1,4}\s?(?:BCE|BC|B\.C\.))
| (?P<figure>\d{1,3}(?:[,.]\d{3})+(?!\d)|\d+\.\d[\d.]*|\d+\s?%)
| (?P<ordinal>\d{1,2}\s?(?:st|nd|rd|th|er)\b|(?i:twenty|thirty)[- ](?i:ORDINALS)\b)
| (?P<decade>(?<!\w)(?:['’‘]\d0|(?:1[789]|20)\d0['’]?)s\b)
| (?P<short>(?<!\w)['’‘]\d\d(?![\w%]))
| (?P<number>\d+(?!\w))
| (?P<mixed>\d+\w+)
| (?P<paragraph>\n[ \t]*\n\s*)
| (?P<sign>[^\s\[\]]))
""".replace("MONTHS", "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec").replace("ORDINALS", "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"),
    re.X)
SIGNS = {"–": "-", "—": "-", "-": "-", "~": "-", "‑": "-", "−": "-", ",": ",", ".": ".", "/": "/", "(": "(", ")": ")", "&": "a"}
OTHER: tuple[str, Any] = ("x", None)
JOINED = re.compile(r"[Ff][Yy](\d{4}|\d\d)|[Qq]([1-4])")


class Word(NamedTuple):
    """A symbol with what it stands for: a number, (year, month, day), or None."""

    symbol: str
    value: Any
    start: int
    end: int
    text: str


@functools.cache
def lexicon() -> dict[str, tuple[str, Any]]:
    """Symbol and value of each word, lower case."""
    data = table("dates")
    words: dict[str, tuple[str, Any]] = {word: (symbol, None) for symbol, listed in data["words"].items() for word in listed}
    for name, symbol in (("months", "m"), ("weekdays", "w"), ("relative_days", "r"), ("seasons", "Z"), ("numbers", "C"), ("ordinals", "o")):
        words |= {word: (symbol, value) for word, value in data[name].items()}
    words |= {word: ("e", 1900 + 10 * value) for word, value in data["decades"].items()}
    return words


def year_of(two_digits: int) -> int:
    """The year that two digits mean (POSIX: 69-99 are the twentieth century)."""
    return two_digits + (1900 if two_digits >= 69 else 2000)


def words(text: str) -> list[Word]:
    """All words, numbers and marks of a text."""
    known, found = lexicon(), []
    for match in TOKEN.finditer(text):
        kind, raw = match.lastgroup or "", match.group()
        if kind == "word":
            symbol, value = known.get(raw.rstrip(".").lower(), OTHER) if not raw[-1].isdigit() else joined(raw)
        elif kind == "sign":
            symbol, value = SIGNS.get(raw, ":"), None
        else:
            symbol, value = NUMBERS.get(kind, nothing)(raw)
        found.append(Word(symbol, value, match.start(), match.end(), raw))
    return found


def joined(raw: str) -> tuple[str, Any]:
    """"Q1", "FY2021", or a word that says nothing of time."""
    found = JOINED.fullmatch(raw)
    if not found:
        return "x", None
    if found[2]:
        return "Q", int(found[2])
    year = int(found[1])
    return "y", year if year > 99 else year_of(year)


def nothing(raw: str) -> tuple[str, Any]:
    """A figure that is no date."""
    return "x", None


def number(raw: str) -> tuple[str, Any]:
    """A day of a month, a year, or another number."""
    value = int(raw) if len(raw) <= 4 else 0
    if len(raw) == 4 and 1000 <= value <= 2200:
        return "y", value
    if len(raw) <= 2:
        return ("d" if 1 <= value <= 31 else "n"), value
    return "x", None


def iso(raw: str) -> tuple[str, Any]:
    """2020-05-03 or 2020/5/3."""
    year, month, day = map(int, re.split(r"\D", raw))
    return ("i", (year, month, day)) if 1000 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= 31 else ("x", None)


def named(raw: str) -> tuple[str, Any]:
    """05-Aug-2016, 2020/Sep/23, and 2018. 6. 25. as it is written in Korea."""
    parts = re.findall(r"\w+", raw)
    if raw[-1] == ".":
        return iso("-".join(parts))
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    return iso(f"{year}-{table('dates')['months'][month[:3].lower()]}-{day}")


def slashed(raw: str) -> tuple[str, Any]:
    """12/05/2018: the two numbers in the order of the text, whichever is the month, and the year; a dotted date has the day first."""
    one, other, year = map(int, re.findall(r"\d+", raw))
    if year < 100:
        year = year_of(year)
    if not (1000 <= year <= 2200 and 1 <= one <= 31 and 1 <= other <= 31 and min(one, other) <= 12):
        return "x", None
    if "." in raw:
        return ("i", (year, other, one)) if other <= 12 else ("x", None)
    return "s", (one, other, year)


def ordinal(raw: str) -> tuple[str, Any]:
    """1st to 31st, twenty-first."""
    if raw[0].isalpha():
        tens, ones = re.split(r"[- ]", raw.lower())
        value = (20 if tens == "twenty" else 30) + table("dates")["ordinals"][ones]
        return ("o", value) if value <= 31 else ("x", None)
    value = int(re.sub(r"\D", "", raw))
    return ("o", value) if 1 <= value <= 31 else ("x", None)


def decade(raw: str) -> tuple[str, Any]:
    """1990s or '90s, as its first year."""
    value = int(re.sub(r"\D", "", raw))
    return "e", value if value > 99 else value + 1900


def short(raw: str) -> tuple[str, Any]:
    """'12 as a year."""
    return "k", year_of(int(raw[1:]))


def era(raw: str) -> tuple[str, Any]:
    """A year before Christ."""
    return "B", int(re.sub(r"\D", "", raw))


def paragraph(raw: str) -> tuple[str, Any]:
    """The end of a paragraph."""
    return ";", None


NUMBERS: dict[str, Callable[[str], tuple[str, Any]]] = {"iso": iso, "named": named, "slashed": slashed, "number": number, "ordinal": ordinal, "decade": decade,
           "short": short, "era": era, "paragraph": paragraph}
