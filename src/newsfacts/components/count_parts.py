"""Tells which counts are parts of a total: "50 people, including 12 nurses", "20 cooks, 12 women and eight men"."""
from __future__ import annotations

import functools
import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from newsfacts.components.count_readings import Reading
from newsfacts.components.supplied_nouns import Earlier, sentence_start
from newsfacts.rules import table

PLACING = frozenset(("in", "from", "at", "across", "on", "within", "throughout", "between", "under", "into"))
"""Prepositions that make a count a place of what is told ("from six countries")."""


@functools.cache
def cues() -> re.Pattern[str]:
    """What stands between a total and its parts."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(table('counts')['supply']['parts'])})(?!\w)")


def part(doc: Doc, reading: Reading, made: list[Reading]) -> Reading:
    """The reading with the mention of the total that it is a part of, where the text says so."""
    if not made or reading.kind not in ("count", "percent") or made[-1].left < sentence_start(doc, reading.start):
        return reading
    last = made[-1]
    gap = doc[last.right:reading.left].text.lower() if last.right <= reading.left else ""
    after = doc[reading.end:reading.end + 2].text.lower()
    cued = after in ("of them", "of whom", "of which", "of these") or re.search(r"^\s*[:(]\s*(?:namely\s+)?$", gap) or cues().search(gap)
    if cued and last.kind == "count" and (reading.value <= last.value or last.part_of):
        return replace(reading, part_of=last.part_of or (last.left, last.right))
    if last.part_of and re.fullmatch(r"\s*(?:,|and|,\s*and|;|/)?\s*", gap):
        return replace(reading, part_of=last.part_of)
    return reading


def summed(doc: Doc, made: list[Reading]) -> tuple[list[Reading], bool]:
    """The readings, the last ones told as parts where they add up to the count before them ("20 cooks, 12 women and eight men"), and whether they do."""
    for length in (2, 3, 4, 5):
        if len(made) <= length:
            break
        total, parts = made[-length - 1], made[-length:]
        counted = all(item.kind == "count" and item.part_of is None for item in made[-length - 1:])
        if counted and sum(item.value for item in parts) == total.value and near(made[-length - 1:]) and total.left >= sentence_start(doc, parts[-1].start):
            return [*made[:-length], *(replace(item, part_of=(total.left, total.right)) for item in parts)], True
    return made, False


def near(made: list[Reading]) -> bool:
    """Whether readings stand close one behind the other."""
    return made[1].left - made[0].right <= 4 and all(later.left - one.right <= 6 for one, later in pairwise(made))


def known(doc: Doc, reading: Reading) -> Earlier:
    """What later figures may take over from a reading."""
    oblique = reading.left > 0 and skipped(doc, reading.left).lower_ in PLACING
    return Earlier(reading.left, reading.right, reading.of or "", reading.kind, reading.part_of is not None, oblique)


def skipped(doc: Doc, place: int) -> Token:
    """The token before a place, determiners left out."""
    place -= 1
    while place > 0 and (doc[place].tag_ in ("DT", "PRP$", "PDT") or doc[place].lower_ in ("other", "all")):
        place -= 1
    return doc[place]
