"""Tells the numbers that are none of something: in dates, clock times, ages, scores, marks, addresses and telephone numbers."""
from __future__ import annotations

import functools
import re

from newsfacts.components.number_words import Figure
from newsfacts.rules import table

MONTH = (r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
         r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)(?![^\W_])")
DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
AND = r"\s*(?:-|–|—|to|and|,|&|until|till|through|/|or|, and)\s*"
YEAR = r"(?:[,\s]\s*(?:\d{4}|['’]\d{2}|\d{2}(?=[.;)\]\n]|\Z))(?![\d,.]\d|\d))?"
DATES = re.compile(
    rf"(?<![\w.,])(?:{DAY}{AND})*{DAY}\s*(?:of\s+|-)?{MONTH}(?:-\d{{2,4}}|{YEAR})"
    rf"|(?<![^\W_]){MONTH}\s+{DAY}(?![\d%])(?:{AND}(?:{MONTH}\s+)?{DAY}(?![\d%])(?=\W))*(?:,?\s*\d{{4}}(?![\d,]\d))?"
    rf"|(?<![^\W_]){MONTH}\s*,?\s*(?:of\s+)?['’]?\d{{4}}"
    rf"|(?<![\w.])\d{{1,4}}([./-])\d{{1,2}}\1\d{{2,4}}(?![\w])")
CLOCK = re.compile(r"(?<![\w.])(?:\d{1,2}(?:[:.h]\d{2})?\s*(?:[-–—]|to|and)\s*)?\d{1,2}(?:[:.]\d{2}(?:[:.]\d{2})?)?\s*(?:[ap]\.?\s?m\b\.?|hrs\b|GMT\b|o['’]clock)"
                   r"|(?<![\w.,])\d{1,2}(?:[:]\d{2})(?![\w,])|(?<![\w.,])\d{1,2}h\d{2}\b", re.IGNORECASE)
MARKS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|#\w+"
    r"|(?<![\w.])v?\d+(?:\.\d+){2,}"
    r"|\d{1,2}\s*/\s*7\b|\b\d+(?:\.\d+)?\s*/\s*\d+(?:\.\d+)?\b|\bn\s*=\s*\d+"
    r"|\+\s?\d[\d\s().-]{6,}\d|\(\d{2,4}\)\s*\d[\d\s-]{4,}\d|(?<![\d,.])\d{2,4}-\d{3,4}(?:-\d{3,4})+|(?<![\w,.])0\d[\d ]{6,}\d"
    r"|\b(?:19|20)\d{2}\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2})\b(?!\s*(?:million|billion|[A-Za-z]+s\b))"
    r"|\b(?:one|1)\s+(?:in|out of)\s+(?:every\s+)?(?:\w+-)?\w+(?=\s)|(?<![\d,.])1\s*:\s*\d+"
    r"|\bG[-–]?\d+\b|\bGroup of \w+(?:-\w+)?|\b(?:fifty|50)[-–](?:fifty|50)\b|\b(?:one|1)[- ](?:on|to)[- ](?:one|1)\b|\b(?:one|two|three|\d) by (?:one|two|three|\d)\b"
    r"|\b[A-Za-z]+\d*-\d+(?:[-–/]\d+)*"
    r"|[\[(](?:[Pp]hoto|[Pp]icture|[Ff]ig(?:ure)?)?\s*\d{1,2}[\])](?=\s+[A-Z(])|(?<=\s)\d[.)](?=\s+[A-Z])(?![^\n]{0,40}\n?\Z)|\d+(?:\.\d+)?['′″](?!\w)"
    r"|\bP\.?\s?O\.?\s*Box\s*\d+|^\s*[-*•]?\s*\(?\d{1,2}[.)]\s", re.MULTILINE)
AGES = re.compile(
    r"\b(?:aged?|ages)\s+(?:of\s+|from\s+|between\s+|under\s+|over\s+|above\s+|below\s+|group\s+(?:of\s+)?)?[\w-]+(?:\s*(?:-|–|to|and)\s*[\w-]+)?(?:\s+years)?"
    r"|\b[\w-]+(?:\s*(?:-|–|to|and)\s*[\w-]+)?[\s-]years?[\s-](?:olds?|of age)\b|\b[\w-]+(?:\s*(?:-|–|to)\s*[\w-]+)?\s+(?:months?|weeks?|days?)\s+(?:old|of age)\b"
    r"|(?<=[a-z]),\s+\d{1,2}(?=,\s+(?:an?|the|who|whose|from|was|is|of|[a-z]+ed|[a-z]+ing)\b)|\bunder[- ](?:fives?|5s|\d{1,2}s)\b", re.IGNORECASE)


@functools.cache
def labels() -> frozenset[str]:
    """Words that make a number behind them a name or a mark, singular and plural."""
    words = table("counts")["nouns"]["labels"]
    return frozenset(words) | frozenset(f"{word}s" for word in words if word.isalpha())


def zones(text: str) -> list[tuple[int, int]]:
    """The stretches of a text, code points, in which no number is one of something."""
    return sorted((match.start(), match.end()) for pattern in (DATES, CLOCK, MARKS, AGES) for match in pattern.finditer(text))


def outside(found: list[Figure], stretches: list[tuple[int, int]]) -> list[Figure]:
    """The figures that touch none of the stretches (both in text order)."""
    free, first = [], 0
    for figure in found:
        while first < len(stretches) and max(end for _, end in stretches[first:first + 1]) <= figure.start:
            first += 1
        if not any(start < figure.end and figure.start < end for start, end in stretches[max(0, first - 3):first + 4]):
            free.append(figure)
    return free


def year_like(figure: Figure, text: str) -> bool:
    """Whether a figure looks like a year: four digits from 1800 to 2099, no separator."""
    return figure.form == "digits" and figure.end - figure.start == 4 and isinstance(figure.value, int) and 1800 <= figure.value <= 2099


def marked(text: str, figure: Figure) -> bool:
    """Whether signs around digits make them a mark: "#4", "4.3/5", "n=24", "3-1"."""
    left, right = text[max(0, figure.start - 1):figure.start], text[figure.end:figure.end + 2]
    return (left in ("#", "=", "№", "@", "_", "^") or right[:1] in ("_", "@", "^") or (right[:1] == "/" and right[1:].isdigit())
            or (right[:1] == ":" and right[1:].isdigit()) or (left == "." and text[max(0, figure.start - 2):figure.start - 1].isalnum()))
