"""Tells how a count is meant: its comparator, and the two ends of a range, of a change or of a score."""
from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from newsfacts.components import comparators
from newsfacts.components.count_nouns import nouns, singular
from newsfacts.components.count_readings import RANGE, Reading
from newsfacts.components.number_words import Number, whole
from newsfacts.rules import table


def hedged(doc: Doc, text: str, reading: Reading) -> Reading:
    """The reading with its comparator, the mention reaching over it."""
    ahead = comparators.before(doc, reading.left)
    behind = comparators.after(doc, reading.end) or (comparators.after(doc, reading.right) if reading.right > reading.end else None)
    if ahead and not age(doc, reading, ahead):
        return replace(reading, comparator=ahead[0], left=ahead[1], right=max(reading.right, behind[1] if behind else 0))
    if behind and reading.kind != "measure":
        return replace(reading, comparator=behind[0], right=max(reading.right, behind[1]))
    tail = re.match(r"(?:-(plus|odd)|(\+))", text[reading.figure.end:reading.figure.end + 5])
    if tail:
        return replace(reading, comparator="about" if tail[1] == "odd" else "at_least")
    return reading


def age(doc: Doc, reading: Reading, ahead: tuple[str, int]) -> bool:
    """Whether "under", "over" tell an age here ("children under 5")."""
    return reading.noun is None and reading.rule == "supplied.antecedent" and ahead[1] > 0 and singular(doc[ahead[1] - 1].text) in nouns()["aged"]


def ranged(doc: Doc, text: str, made: list[Reading]) -> list[Reading]:
    """The readings with the two ends of every range told as such: low is at least, high is up to; scores ("3-1") are left out."""
    out, place = list[Reading](), 0
    while place < len(made):
        low, high = made[place], made[place + 1] if place + 1 < len(made) else None
        how = ends(doc, text, low, high) if high is not None else ""
        if high is not None and how == "range":
            out.append(replace(low, value=scaled(low, high), comparator="at_least", rule="range.low"))
            out.append(replace(high, comparator="up_to", rule="range.high", left=high.start))
        elif high is not None and how == "change":
            out += [replace(low, comparator="exactly"), high]
        elif how != "score":
            out.append(low)
        place += 2 if how else 1
    return out


def scaled(low: Reading, high: Reading) -> Number:
    """The low end with the scale of the high one ("10-15 million")."""
    written, factor = low.figure, 1_000_000_000_000
    small = written.value < 1000 and (written.form == "digits" or written.value < 100)
    if not small or high.figure.form not in ("scaled", "words"):
        return low.value
    while factor >= 1000:
        if high.value >= factor and high.value / factor >= written.value:
            return whole(low.value * factor)
        factor //= 1000
    return low.value


def ends(doc: Doc, text: str, low: Reading, high: Reading) -> str:
    """ "range", "change" ("rose from 6 to 20"), "score", or "" where two readings are no two ends."""
    gap = text[low.figure.end:high.figure.start]
    match = RANGE.fullmatch(gap)
    if not match or low.kind != high.kind or low.of != high.of:
        return ""
    join = match["join"].lower()
    ahead = [token.lower_ for token in doc[max(0, low.left - 6):low.left]]
    if join == "and" and "between" not in ahead[-2:]:
        return ""
    if join == "or" and not (low.figure.form == high.figure.form == "words"):
        return ""
    if scaled(low, high) >= high.value:
        return "score" if join in "-–—" else ""
    return "change" if join == "to" and "from" in ahead[-2:] and changed(doc, low.left, ahead) else "range"


def changed(doc: Doc, place: int, ahead: list[str]) -> bool:
    """Whether a verb of change stands before "from": `ahead` are the words before token `place`."""
    before = place - 2 - ahead[::-1].index("from")
    return bool(set(ahead) & set(table("counts")["supply"]["change"])) or (before >= 0 and doc[before].tag_ in ("VBN", "VBD", "VBG", "VB"))
