"""Reads what a figure counts from the words beside it: a sign or name of money, a unit, a noun phrase, another figure that has one."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from newsfacts.components import comparators
from newsfacts.components.count_guards import glued
from newsfacts.components.count_nouns import head_noun, nouns, plural, singular
from newsfacts.components.measures import percent, unit
from newsfacts.components.mention import Tokens
from newsfacts.components.money import currency, hundredths
from newsfacts.components.number_words import Figure, Number, whole
from newsfacts.components.shares import share

HYPHENED = re.compile(r"[-‑](?P<word>[^\W\d_]+)(?P<more>-\w+)?")
RANGE = re.compile(r"\s*(?:%|per cent|percent|[A-Za-z]{1,3}\.?)?\s*(?P<join>-|–|—|~|to|and|or)\s*(?:[A-Za-z]{0,3}[$€£¥])?\s*", re.IGNORECASE)
LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:[A-Z]{0,3}[$€£¥])?\s*")
OUT_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|these|those|its|their|our|all|a total of|over|more than|nearly|some|about)\s+)*", re.IGNORECASE)
SHAPES = ("ed", "al", "ing", "ly")
"""Endings of adjectives that are written on to a number ("three-layered")."""
NOUNS_OF_SUCH_SHAPE = frozenset(("bed", "seed", "shed", "hospital", "animal", "building", "steed"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure counts: tokens [start, end) of the figure, [left, right) of the whole mention, the noun's token if it stands there."""

    figure: Figure
    start: int
    end: int
    left: int
    right: int
    value: Number
    kind: str
    of: str | None
    comparator: str
    rule: str
    noun: int | None = None
    part_of: Tokens | None = None


def tokens(doc: Doc, start: int, end: int) -> Tokens:
    """The tokens that cover code points [start, end)."""
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None
    return span.start, span.end


def direct(doc: Doc, text: str, found: list[Figure], place: int, readings: list[Reading | None], named: Mapping[str, int]) -> Reading | None:
    """A figure's reading by what stands around it; `readings` of later figures are known, and how often countries are `named`."""
    figure = found[place]
    start, end = tokens(doc, figure.start, figure.end)
    plain = Reading(figure, start, end, start, end, figure.value, "count", None, "about" if figure.form == "dozen" else "exactly", "noun")
    if amount := currency(text, figure, named):
        left, right = tokens(doc, amount[1], amount[2])
        value = whole(figure.value / 100) if amount[1] == figure.start and hundredths(text, figure) else figure.value
        return replace(plain, value=value, left=left, right=max(right, end), kind="money", of=amount[0], rule="money")
    if glued(text, figure):
        return None
    if start and doc[start - 1].lower_ == "magnitude":
        return replace(plain, left=start - 1, kind="measure", of="magnitude", rule="measure")
    if behind := percent(text, figure.end):
        return share(doc, replace(plain, right=tokens(doc, figure.start, behind)[1], kind="percent", rule="percent"))
    if measured := unit(text, figure.end):
        right = tokens(doc, figure.start, measured[1])[1]
        return replace(plain, right=right, kind="measure", of=measured[0], rule="measure", noun=right - 1)
    if (match := HYPHENED.match(text, figure.end)) and match["word"] not in ("odd", "plus", "something"):
        return hyphened(doc, plain, match, figure)
    reading = borrowed(text, plain, found, place, readings) or with_noun(doc, text, plain)
    other = readings[place + 1] if place + 1 < len(found) else None
    return ahead(doc, text, reading, other) if reading and other else reading


def ahead(doc: Doc, text: str, reading: Reading, other: Reading) -> Reading:
    """The reading with the next count's noun where its own is a singular modifier ("three gold and two silver medals")."""
    noun = reading.noun
    if noun is None or other.noun is None or other.kind != "count" or reading.value == 1 or plural(doc[noun]):
        return reading
    if not LISTED.fullmatch(text[doc[noun].idx + len(doc[noun]):other.figure.start]):
        return reading
    return replace(reading, of=other.of, noun=other.noun, right=noun + 1, rule="borrowed.list")


def borrowed(text: str, plain: Reading, found: list[Figure], place: int, readings: list[Reading | None]) -> Reading | None:
    """A figure in front of another one with a noun: "10 to 15 doctors", "7, 9 and 30 tents", "six out of 14 pupils"."""
    if place + 1 >= len(found) or (other := readings[place + 1]) is None or other.rule.startswith("borrowed.of"):
        return None
    gap = text[plain.figure.end:found[place + 1].start]
    if OUT_OF.fullmatch(gap) and other.kind == "count":
        return replace(plain, of=other.of, rule="borrowed.of", right=plain.end)
    joined = RANGE.fullmatch(gap) or LISTED.fullmatch(gap)
    if not joined or "\n" in gap or (gap.strip() == "," and not other.rule.startswith("borrowed")) or len(gap) > 12:
        return None
    return replace(plain, kind=other.kind, of=other.of, rule="borrowed.list")


def hyphened(doc: Doc, plain: Reading, match: re.Match[str], figure: Figure) -> Reading | None:
    """ "12-bed ward", "nine-member team"; not "two-day", "12-year-old", "three-layered"."""
    word = singular(match["word"])
    shape = word.endswith(SHAPES) and word not in NOUNS_OF_SUCH_SHAPE
    if shape or word in nouns()["hyphen"] | nouns()["time"] | nouns()["never"] or (match["more"] or "").lower() in ("-old", "-long"):
        return None
    right = tokens(doc, figure.start, match.end("word"))[1]
    return replace(plain, right=right, of=word, rule="hyphen", noun=right - 1)


def with_noun(doc: Doc, text: str, plain: Reading) -> Reading | None:
    """A figure with its noun phrase behind it, or with an "of" phrase."""
    behind = comparators.after(doc, plain.end)
    place = behind[1] if behind else plain.end
    if place < len(doc) and doc[place].text in ("-odd", "-plus"):
        place += 1
    one = plain.value == 1
    head = head_noun(doc, place, one) if place < len(doc) and doc[place].lower_ != "of" else None
    head = past_hyphen(doc, head) if head is not None else None
    if head is None or (head > place and doc[place].text in ")("):
        return None
    if not one and not plural(doc[head]) and not collective(doc, head):
        return None
    word = singular(doc[head].text)
    timed = singular(doc[place].text) in nouns()["lengths"] and head != place and not plural(doc[place])
    address = word in nouns()["streets"] and not doc[head].is_lower and plain.figure.form == "digits"
    if word in nouns()["proforms"] or timed or address:
        return None
    return replace(plain, value=thousands(text, plain.figure), right=head + 1, of=word, noun=head)


def past_hyphen(doc: Doc, head: int) -> int:
    """The last part of a noun written with hyphens ("sub-regions", "mini-grids"), else the head itself."""
    while head + 2 < len(doc) and doc[head + 1].text in ("-", "‑") and not doc[head].whitespace_ and not doc[head + 1].whitespace_ \
            and doc[head + 2].is_alpha and plural(doc[head + 2]):
        head += 2
    return head


def collective(doc: Doc, head: int) -> bool:
    """Whether a singular noun may be what a number above one counts (a foreign plural, a noun that the tagger does not know): lower case, no name."""
    return doc[head].is_lower and doc[head].tag_ == "NN" and doc[head].is_alpha


def thousands(text: str, figure: Figure) -> Number:
    """ "1.200 participants" is 1,200: there are no parts of a participant."""
    written = text[figure.start:figure.end]
    return int(written.replace(".", "")) if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", written) else figure.value
