"""Tells the numbers that are none of something: in dates, clock times, ages, scores, marks, addresses and telephone numbers."""
from __future__ import annotations

import functools
import re

from newsfacts.components.number_words import Figure
from newsfacts.rules import table

MONTH = (r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?"
         r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?"
         r"|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)(?![^\W_])")
DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
AND = r"\s*(?:-|–|—|to|and|,|&|until|till|through|/|or|, and)\s*"
YEAR = r"(?:[,\s]\s*(?:\d{4}|['’]\d{2}|\d{2}(?=[.;)\]\n]|\Z))(?![\d,.]\d|\d))?"
DATES = re.compile(
    rf"(?=[\dJFMASOND])(?:"
    rf"(?<![\w.,])(?:{DAY}{AND})*{DAY}\s*(?:of\s+|-)?{MONTH}(?:-\d{{2,4}}|{YEAR})"
    rf"|(?<![^\W_]){MONTH}(?:\s+{DAY}(?![\d%])(?:{AND}(?:{MONTH}\s+)?{DAY}(?![\d%])(?=\W))*(?:,?\s*\d{{4}}(?![\d,]\d))?"
    rf"|\s*,?\s*(?:of\s+)?['’]?\d{{4}})"
    rf"|(?<![\w.])\d{{1,4}}([./-])\d{{1,2}}\1\d{{2,4}}(?![\w]))")
CLOCK = re.compile(
    r"(?=\d)(?:"
    r"(?<![\w.])(?:\d{1,2}(?:[:.h]\d{2})?\s*(?:[-–—]|to|and)\s*)?\d{1,2}(?:[:.]\d{2}(?:[:.]\d{2})?)?\s*(?:[ap]\.?\s?m\b\.?|hrs\b|GMT\b|o['’]clock)"
    r"|(?<![\w.,$€£])(?:[01]?\d|2[0-3])\.(?:00|15|30|45)\s*[-–—]\s*(?:[01]?\d|2[0-4])\.(?:00|15|30|45)(?![\d%])(?!\s*(?:[km]?m|euros?|percent)\b)"
    r"|(?<![\w.,])\d{1,2}(?:[:]\d{2})(?![\w,])|(?<![\w.,])\d{1,2}h\d{2}\b)", re.IGNORECASE)
NUMBERS = re.compile(  # versions, ratios, telephone numbers, spans of years, marks of pictures and list items
    r"(?=[\d+(\[\s*•-])(?:"
    r"(?<![\w.])\d+(?:\.\d+){2,}|\d{1,2}\s*/\s*7\b|\b\d+(?:\.\d+)?\s*/\s*\d+(?:\.\d+)?\b|\+\s?\d[\d\s().-]{6,}\d|\(\d{2,4}\)\s*\d[\d\s-]{4,}\d"
    r"|(?<![\d,.])\d{2,4}-\d{3,4}(?:-\d{3,4})+|(?<![\w,.])0\d[\d ]{6,}\d"
    r"|\b(?:19|20)\d{2}\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2})\b(?!\s*(?:million|billion|[A-Za-z]+s\b))"
    r"|(?<![\d,.])1\s*:\s*\d+|(?<=[A-Za-z])\d*-\d+(?:[-–/]\d+)*|[\[(](?:[Pp]hoto|[Pp]icture|[Ff]ig(?:ure)?)?\s*\d{1,2}[\])](?=\s+[A-Z(])"
    r"|(?<=\s)\d[.)](?=\s+[A-Z])(?![^\n]{0,40}\n?\Z)|\d+(?:\.\d+)?['′″](?!\w)|^\s*[-*•]?\s*\(?\d{1,2}[.)]\s)", re.MULTILINE)
MARKS = re.compile(
    r"(?=[hw@#nGPfot\d])(?:"
    r"(?:https?://|www\.)\S+|@\S+|#\w+|\bn\s*=\s*\d+|\bGroup of \w+(?:-\w+)?|\bP\.?\s?O\.?\s*Box\s*\d+|\bfifty[-–]fifty\b|\b50[-–]50\b"
    r"|\b(?:one|1)[- ](?:on|to)[- ](?:one|1)\b|\b(?:one|two|three|\d) by (?:one|two|three|\d)\b)")
AGES = re.compile(
    r"\b[Aa](?:ged?|ges)\s+(?:of\s+|from\s+|between\s+|under\s+|over\s+|above\s+|below\s+|group\s+(?:of\s+)?)?[\w-]+(?:\s*(?:-|–|to|and)\s*[\w-]+)?(?:\s+years)?"
    r"|(?<=[a-z]),\s+\d{1,2}(?=,\s+(?:an?|the|who|whose|from|was|is|of|[a-z]+ed|[a-z]+ing)\b)|\b[Uu]nder[- ](?:fives?|5s|\d{1,2}s)\b")
OLD = re.compile(r"[\s-](?:years?|months?|weeks?|days?)[\s-](?:olds?|of age)\b")
BEFORE_OLD = re.compile(r"(?:[\w-]+\s*(?:-|–|to|and)\s*)?[\w-]+\Z")
LOOK = 40
"""Code points around a figure within which what makes it none of something is looked for."""


@functools.cache
def labels() -> frozenset[str]:
    """Words that make a number behind them a name or a mark, singular and plural."""
    words = table("counts")["nouns"]["labels"]
    return frozenset(words) | frozenset(f"{word}s" for word in words if word.isalpha())


def windows(found: list[Figure]) -> list[tuple[int, int]]:
    """The stretches of a text around its figures, run together where they meet."""
    out = list[tuple[int, int]]()
    for figure in found:
        start, end = max(0, figure.start - LOOK), figure.end + LOOK
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def zones(text: str, found: list[Figure]) -> list[tuple[int, int]]:
    """The stretches of a text, code points, in which no figure is a number of something."""
    out = list[tuple[int, int]]()
    for start, end in windows(found):
        for pattern in (DATES, CLOCK, NUMBERS, MARKS, AGES):
            out += (match.span() for match in pattern.finditer(text, start, end))
        for match in OLD.finditer(text, start, end):
            before = BEFORE_OLD.search(text, max(0, match.start() - LOOK), match.start())
            out.append((before.start() if before else match.start(), match.end()))
    return sorted(out)


def outside(found: list[Figure], stretches: list[tuple[int, int]]) -> list[Figure]:
    """The figures that touch none of the stretches (both in text order)."""
    free, place, reached = list[Figure](), 0, 0
    for figure in found:
        while place < len(stretches) and stretches[place][0] < figure.end:
            reached = max(reached, stretches[place][1])
            place += 1
        if reached <= figure.start:
            free.append(figure)
    return free


def glued(text: str, figure: Figure) -> bool:
    """Whether letters stand right before digits ("N95"): no figure unless they are a currency."""
    return figure.form in ("digits", "scaled") and figure.start > 0 and text[figure.start - 1].isalpha()


def year_like(figure: Figure) -> bool:
    """Whether a figure looks like a year: four digits from 1800 to 2099, no separator."""
    return figure.form == "digits" and figure.end - figure.start == 4 and isinstance(figure.value, int) and 1800 <= figure.value <= 2099


def marked(text: str, figure: Figure) -> bool:
    """Whether signs around digits make them a mark: "#4", "4.3/5", "n=24", "3-1"."""
    left, right = text[max(0, figure.start - 1):figure.start], text[figure.end:figure.end + 2]
    return (left in ("#", "=", "№", "@", "_", "^") or right[:1] in ("_", "@", "^") or (right[:1] == "/" and right[1:].isdigit())
            or (right[:1] == ":" and right[1:].isdigit()) or (left == "." and text[max(0, figure.start - 2):figure.start - 1].isalnum()))
