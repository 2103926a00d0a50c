"""Reads expressions of calendar time in plain text: no tagger, only the rules of `data/dates.toml` over a row of symbols."""
from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from newsfacts import edtf
from newsfacts.components import date_guards, date_readers, date_relative
from newsfacts.components.date_row import Found, Row
from newsfacts.components.date_values import Direction, Setting, moments
from newsfacts.components.date_words import Word, words
from newsfacts.rules import table

Reader = Callable[[Row], Iterator[Found]]

READERS: dict[str, Reader] = {
    "calendar": date_readers.calendar, "bc": date_readers.bc, "numeric_days": date_readers.numeric_days,
    "short_years": date_readers.short_years, "quarter": date_readers.quarter,
    "to_now": date_readers.to_now, "decade": date_readers.decade, "season": date_readers.season, "week": date_relative.week,
    "weekday_day": date_relative.weekday_day, "ordinal": date_relative.ordinal, "day_of_month": date_relative.day_of_month,
    "weekday": date_relative.weekdays, "period": date_relative.period, "relative_day": date_relative.relative_day, "ago": date_relative.ago,
    "stretch": date_relative.stretch}


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of text, the EDTF value that it means, the rule, and whether the reference day was needed.
    `loose` marks weeks and stretches such as "the next two years", which say how long rather than when."""

    start: int
    end: int
    value: str
    rule: str
    computed: bool = False
    loose: bool = False


@functools.cache
def grammar() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """One expression for all rules, and the id and procedure of each; none begins with x, a word that says nothing of time."""
    data = table("dates")
    parts = dict(data["parts"])
    for _ in parts:
        parts = {name: expand(pattern, parts) for name, pattern in parts.items()}
    rules = data["rule"]
    joined = "|".join(f"(?P<r{place}>{expand(rule['symbols'], parts)})" for place, rule in enumerate(rules))
    return re.compile(f"(?!x)(?:{joined})"), tuple((rule["id"], rule["read"]) for rule in rules)


def expand(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with its {names} replaced."""
    return re.sub(r"\{(\w+)\}", lambda found: parts[found[1]] if found[1] in parts else found[0], pattern)


def read(text: str, reference: str | None = None, direction: Direction | None = None) -> list[Reading]:
    """All expressions of calendar time of a text in order; `reference` is the ISO day (or month, where no day is known)
    against which relative ones resolve."""
    row = words(text)
    pattern, rules = grammar()
    symbols = "".join(word.symbol for word in row)
    day, day_known = reference_day(reference)
    setting = Setting(day, day_known, month_first(row, day), direction or (lambda place: 0))
    found: list[Reading] = []
    postponed: list[tuple[int, int, str, str]] = []
    for match in pattern.finditer(symbols):
        rule, procedure = rules[int((match.lastgroup or "r0")[1:])]
        postponed.append((match.start(), match.end(), rule, procedure))
    told = years_told(row, postponed, setting)
    setting = replace(setting, soft=soft_reference(told), nearby=lambda place: year_near(told, place, text, day))
    for first, last, rule, procedure in postponed:
        found.extend(apply(Row(row, first, last, setting), rule, procedure))
    return found


def reference_day(reference: str | None) -> tuple[datetime.date | None, bool]:
    """A reference as a day (the middle of a month or year where that is all), and whether it was one."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", reference or "")
    if not found or edtf.point(*(int(part) if part else None for part in found.groups())) is None:  # type: ignore[arg-type]
        return None, False
    return datetime.date(int(found[1]), int(found[2] or 7), int(found[3] or 15)), found[3] is not None


def apply(row: Row, rule: str, procedure: str) -> Iterator[Reading]:
    """The readings of a rule at its place, guarded and with "since" and "until" taken in."""
    if not date_guards.sound(row.all, row.first, row.last):
        return
    for value, computed, start, end in READERS[procedure](row):
        if value is None:
            continue
        if "/" not in value and procedure != "relative_day":
            value, start, end, rule = opened(row, value, start, end, rule)
        yield Reading(start, end, value, rule, computed, loose=procedure in ("week", "stretch") and "/" in value)


def opened(row: Row, value: str, start: int, end: int, rule: str) -> tuple[str, int, int, str]:
    """An interval open at one side where a word before or after the point says so."""
    first = row.first
    while first and (row.all[first - 1].symbol in "TEOIJ" or row.all[first - 1].text in date_guards.guard("hedges")):
        first -= 1
    before = row.all[first - 1] if first else None
    after = row.all[row.last] if row.last < len(row.all) else None
    if before is not None and start <= next((word.start for word in row.words if word.symbol not in "TEoOIJ-"), row.words[-1].start):
        if before.symbol == "S" and date_guards.names_event(row.all, row.first, row.last):
            return value, start, end, rule
        lead = row.all[first - 2] if first > 1 else None
        led = lead.text.lower() if lead is not None else ""
        if before.symbol == "S":
            return f"{value}/..", before.start, end, "dates.interval.since"
        if before.symbol == "f" and led not in ("starting", "beginning", "dating", "effective") and not (after and after.symbol in "t-u") \
                and not date_guards.moved_from(row.all, first - 1):
            return f"{value}/..", start, end, "dates.interval.from"
        if before.symbol == "u" or (before.text == "through" and not (lead and lead.symbol in "dyomw")) or (before.text == "to" and led == "up"):
            return f"../{value}", before.start, end, "dates.interval.until"
        if date_guards.since_clause(row.all, row.first):
            return f"{value}/..", start, end, "dates.interval.since-clause"
    return value, start, end, rule


def month_first(row: list[Word], day: datetime.date | None) -> bool:
    """Whether numeric dates of a text have the month first: by numbers above 12, by the reference day, by how dates with names of months are written."""
    pairs = [word.value for word in row if word.symbol == "s"]
    if not pairs:
        return False
    for one, other, _ in pairs:
        if max(one, other) > 12:
            return bool(other > 12)
    for one, other, year in pairs:
        if day is not None and one != other and (day.year, day.month, day.day) in ((year, one, other), (year, other, one)):
            return bool(day.month == one)
    symbols = "".join(word.symbol for word in row)
    return len(re.findall("m[do],?y", symbols)) > len(re.findall("[do]O?my", symbols))


@dataclass(frozen=True, slots=True)
class Told:
    """Where a text gives a year together with a month, and the day if it gives one."""

    start: int
    end: int
    year: int
    day: datetime.date | None


def years_told(row: list[Word], places: list[tuple[int, int, str, str]], setting: Setting) -> list[Told]:
    """The points of a text that have a year and a month of their own."""
    told = []
    for first, last, _, procedure in places:
        if procedure == "calendar":
            for part in moments(row[first:last], setting)[0]:
                if part.year is not None and part.month is not None and (value := part.edtf()) is not None:
                    told.append(Told(part.start, part.end, part.year, datetime.date.fromisoformat(value) if part.day is not None else None))
    return told


def soft_reference(told: list[Told]) -> datetime.date | None:
    """The first full day of a text whose years lie close together: it tells the year of the days without one."""
    first = next((point.day for point in told if point.day is not None), None)
    return first if first is not None and all(abs(point.year - first.year) <= 2 for point in told) else None


def year_near(told: list[Told], place: int, text: str, reference: datetime.date | None) -> int | None:
    """The year that a month without one shares with a fuller date: of the same sentence; where nothing else is known, of the text."""
    for point in told:
        between = text[point.end:place] if point.end <= place else text[place:point.start]
        if len(between) <= 120 and not re.search(r"[.!?;]\s|\n", between) and (point.end > place or reference is None):
            return point.year
    return None
