"""Finds the day that the head of an article gives as its own: dateline, "Posted on …", "Date: …", a line that holds a date and little else."""
from __future__ import annotations

import re

from newsfacts import edtf
from newsfacts.components.date_grammar import Reading, read
from newsfacts.components.date_guards import guard

HEAD = 1500
"""Characters at the beginning of a text among which its own date is looked for."""
PREFIX = 90
LABEL = re.compile(r"\b(?:posted|published|date|time|updated|released|issued|created|release)\b(?: on| at| date)?\s*:?\s*(?:\w+,?\s+)?$", re.I)
OTHER = re.compile(r"photo|credit|copyright|©|deadline|picture|image|event|venue|when", re.I)
CLOCK = r"(?:\s*\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?)?"
AGENCY = r"(?:\([^()\n]{1,60}\)|/[^/\n]{1,40}/|\[[^]\n]{1,40}\])?"
AFTER = re.compile(CLOCK + r"\s*" + AGENCY + r"\s*(?:[-–—|.:)/]|$|\n|by\b)")
PARTICLES = frozenset(["of", "the", "de", "la", "le", "du", "des", "da", "do", "del", "di", "el", "al", "and", "by", "on", "in", "at", "for", "y", "et", "e"])


def dateline(text: str) -> str | None:
    """The ISO day that the head of a text gives as its own date, or None."""
    head = text[:HEAD]
    for reading in read(head):
        if len(reading.value) == 10 and reading.rule == "dates.calendar" and own(head, reading):
            first, last = edtf.bounds(reading.value)
            return first if first == last else None
    return None


def own(head: str, reading: Reading) -> bool:
    """Whether a day stands where an article gives its own date."""
    line = head.rfind("\n", 0, reading.start) + 1
    before, after = head[line:reading.start], head[reading.end:]
    if OTHER.search(before):
        return False
    if LABEL.search(before):
        return True
    if len(before) > PREFIX or not AFTER.match(after):
        return False
    words = re.findall(r"[^\W\d_][\w'’.-]*", before)
    return all(titled(word) and word.lower() not in guard("event_words") for word in words)


def titled(word: str) -> bool:
    """Whether a word can stand in a place's or author's name or a label."""
    return word[0].isupper() or word.lower() in PARTICLES or not word[0].islower()
