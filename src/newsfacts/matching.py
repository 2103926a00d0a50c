"""Tells whether two values mean the same: names, titles, nouns, dates, lengths, events, outcomes. What `evaluate` counts by."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from newsfacts.rules import table

One = TypeVar("One")
Other = TypeVar("Other")
Item = dict[str, Any]
Acronyms = Sequence[tuple[str, str]]
"""Folded acronyms with the names that they stand for."""

WORDS = table("matching")
HONORIFICS, RANKS, LITTLE = (frozenset(WORDS[name]) for name in ("honorifics", "ranks", "little"))
SINGULAR: dict[str, str] = WORDS["singular"]
COUNTRIES: dict[str, str] = {name: names[0] for names in WORDS["countries"] for name in names}
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))
MARKS = re.compile(r"\b(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")
LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")


def fold(text: object) -> str:
    """Lower case, no diacritics, no punctuation, single spaces; any script."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", str(text).lower()) if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’`]s\b", "", letters)))


def named(value: Any) -> Any:
    """The name behind a reference: a string, an object with a name, or nothing."""
    return value.get("name") if isinstance(value, dict) else value


def content(text: object) -> set[str]:
    """The words of a name that are not little ones."""
    return set(fold(text).split()) - LITTLE


def near(one: str, other: str) -> bool:
    """Whether two words are one: equal, an initial of the other, or long and a letter apart."""
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    return min(len(one), len(other)) >= 5 and SequenceMatcher(None, one, other).ratio() >= 0.86


def similar(one: object, other: object, least: float) -> bool:
    """Whether two phrases say the same, by their letters or by the words they share."""
    if one is None or other is None:
        return False
    first, second = fold(one), fold(other)
    if not first or not second:
        return False
    if first == second or SequenceMatcher(None, first, second).ratio() >= least:
        return True
    mine, theirs = content(first), content(second)
    return bool(mine and theirs) and len(mine & theirs) / max(len(mine), len(theirs)) >= least


def same_person(one: object, other: object) -> bool:
    """The same words in the same order, but for honorifics, initials and a missing middle name."""
    first = [word for word in fold(one).split() if word not in HONORIFICS]
    second = [word for word in fold(other).split() if word not in HONORIFICS]
    if not first or not second:
        return False
    if len(first) == len(second):
        return all(map(near, first, second)) and bool(set(first) & set(second))
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= 2 and shorter[-1] == longer[-1] and set(shorter) <= set(longer)


def same_body(one: object, other: object, acronyms: Acronyms = ()) -> bool:
    """Whether two names are of one organisation, country or place."""
    if one is None or other is None:
        return one is other
    known = dict(acronyms)
    first, second = (fold(known.get(fold(name), name)) for name in (one, other))
    if first and COUNTRIES.get(first, first) == COUNTRIES.get(second, second):
        return True
    if not similar(first, second, 0.85):
        return False
    mine, theirs = content(first), content(second)
    return len(mine) != len(theirs) or all(any(near(word, rest) for rest in theirs - mine) for word in mine - theirs)


def same_title(one: object, other: object) -> bool:
    """Whether two titles are one: the same ranks (vice, deputy, acting); a complement ("to Fiji") may be missing on one side."""
    if one is None or other is None or set(fold(one).split()) & RANKS != set(fold(other).split()) & RANKS:
        return False
    if similar(one, other, 0.75):
        return True
    heads = [re.split(r" (?:of|to|for|in|at) ", str(title), maxsplit=1) for title in (one, other)]
    return min(map(len, heads)) == 1 and similar(heads[0][0], heads[1][0], 0.75)


def noun(word: object) -> str:
    """The last word of a noun phrase, singular."""
    last = (fold(word) or "-").split()[-1]
    if last in SINGULAR:
        return SINGULAR[last]
    for ending, instead in ENDINGS:
        if last.endswith(ending) and not last.endswith("ss") and len(last) > len(ending) + 1:
            return last[:-len(ending)] + instead
    return last


def same_noun(gold: Any, found: Any) -> bool:
    """Whether a count is of the same thing; gold may list alternatives."""
    if gold is None or found is None:
        return gold is found
    return any(noun(choice) == noun(found) for choice in (gold if isinstance(gold, list) else [gold]))


def number(value: Any) -> float | None:
    """A figure, or None where there is none."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def same_number(one: Any, other: Any) -> bool:
    """Whether two figures are equal."""
    first, second = number(one), number(other)
    return first is not None and second is not None and abs(first - second) < 1e-9 * max(1.0, abs(first))


def edtf(value: object) -> str:
    """An EDTF value with its spellings made one: 2012/ is 2012/.., a/a is a."""
    start, slash, end = str(value).strip().partition("/")
    if not slash:
        return start
    start, end = start or "..", end or ".."
    return start if start == end else f"{start}/{end}"


def length(value: object) -> object:
    """An ISO 8601 duration as months and days, so that P18M is P1Y6M and P3W is P21D."""
    parts = LENGTH.fullmatch(str(value).strip())
    if not parts:
        return value
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in parts.groups())
    return years * 12 + months, weeks * 7 + days + (hours + minutes / 60 + seconds / 3600) / 24


def acronyms(*documents: Item) -> Acronyms:
    """The acronyms that documents give their organisations; the first one stands."""
    table: dict[str, str] = {}
    for document in documents:
        for body in document.get("organisations", []):
            if body.get("acronym") and body.get("name"):
                table.setdefault(fold(body["acronym"]), body["name"])
    return tuple(table.items())


def pairs(gold: Sequence[One], found: Sequence[Other], same: Callable[[One, Other], bool],
          score: Callable[[One, Other], int] | None = None) -> list[tuple[One, Other]]:
    """Greedy one-to-one pairs for which `same` holds, those with the best `score` first."""
    likely = [(score(item, other) if score else 0, place, rank) for place, item in enumerate(gold) for rank, other in enumerate(found) if same(item, other)]
    chosen, used_gold, used_found = [], set(), set()
    for _, place, rank in sorted(likely, key=lambda row: (-row[0], row[1], row[2])):
        if place not in used_gold and rank not in used_found:
            used_gold.add(place)
            used_found.add(rank)
            chosen.append((gold[place], found[rank]))
    return chosen


def marks(name: object) -> set[str]:
    """Years and ordinals in an event's name: what tells one edition from the next."""
    return set(MARKS.findall(str(name).lower()))


def same_event(gold: Item, found: Item) -> bool:
    """By name where both have one; else by type and what they share of when, where and how many."""
    mine, theirs = named(gold.get("name")), named(found.get("name"))
    if mine and theirs:
        return similar(mine, theirs, 0.8) and (marks(mine) == marks(theirs) or not (marks(mine) and marks(theirs)))
    shared = [slot for slot in ("dates", "city", "venue", "participants", "duration") if gold.get(slot) and found.get(slot)]
    agree = all(same_slot((slot, gold[slot]), (slot, named(found[slot]))) for slot in shared)
    if bool(mine) != bool(theirs):
        return agree and len(shared) >= 2
    return agree and gold.get("type") == found.get("type")


def same_outcome(gold: Item, found: Item) -> bool:
    """By type (trained and attended pass for each other), and by figure where gold has one, else by object."""
    if gold["type"] != found.get("type") and {gold["type"], found.get("type")} != {"trained", "attended"}:
        return False
    if gold.get("value") is not None:
        return same_number(gold["value"], found.get("value")) and same_noun(gold.get("of"), found.get("of"))
    return similar(gold["object"], found.get("object"), 0.6)


def slots(item: Item, names: Iterable[str]) -> list[tuple[str, Any]]:
    """The filled slots of an event or an outcome, each organiser a slot of its own."""
    filled = [(name, named(item[name])) for name in names if item.get(name) not in (None, "", []) and named(item[name]) is not None]
    return filled + [("organiser", named(body)) for body in item.get("organisers") or [] if named(body)]


def same_slot(gold: tuple[str, Any], found: tuple[str, Any], known: Acronyms = ()) -> bool:
    """Whether two slots are of one name and hold the same."""
    (name, value), (other_name, other) = gold, found
    if name != other_name:
        return False
    if name in ("organiser", "agent", "place", "venue", "city"):
        return same_body(value, other, known) or similar(value, other, 0.8)
    if name == "name":
        return similar(value, other, 0.8)
    if name == "participants":
        return same_number(value, other)
    if name == "duration":
        return length(value) == length(other)
    if name in ("date", "dates"):
        return edtf(value) == edtf(other)
    return fold(value) == fold(other)
