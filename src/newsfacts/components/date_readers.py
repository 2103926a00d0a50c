"""What each rule of the date grammar means: days, months, years, quarters, decades, seasons, alone, in ranges and in lists."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newsfacts import edtf
from newsfacts.components import date_guards
from newsfacts.components.date_row import Found, Row
from newsfacts.components.date_values import SHIFTS, Moment, moments, settle


def calendar(row: Row) -> Iterator[Found]:
    """Days, months and years, alone, in ranges and in lists."""
    tokens, before = row.words, row.before()
    if re.fullmatch("m(?:[-tua]m)*d", row.symbols()) and (before is None or before.symbol in "If") and date_guards.counts_on(row.all, row.last):
        tokens = tokens[:-1]
    if before is not None and before.symbol in "DR" and re.match("[do],", row.symbols()):
        tokens = tokens[2:]
    parts, joints = moments(tokens, row.setting)
    steps = 1
    while (before := row.before(steps)) is not None and before.symbol in "TGO":
        steps += 1
    if before is not None and before.symbol == "b" and joints[:1] == ["a"]:
        joints[0] = "-"
    if before is not None and before.symbol == "f" and joints[:1] == ["-"] and date_guards.moved_from(row.all, row.first - steps):
        joints[0] = "a"
    settle(parts, joints, row.setting)
    yield from joined(parts, joints)


def joined(parts: list[Moment], joints: list[str]) -> Iterator[Found]:
    """Ranges where a joint says so, else single points."""
    place = 0
    while place < len(parts):
        part = parts[place]
        if place < len(joints) and (joints[place] == "-" or (len(parts) == 2 and successive(part, parts[1]))):
            other = parts[place + 1]
            start, end = part.edtf(), other.edtf()
            value = edtf.interval(start, end) if start and end else None
            if value or not (start and end):
                yield value, part.computed or other.computed, part.start, other.end
                place += 2
                continue
        yield part.edtf(), part.computed, part.start, part.end
        place += 1


def successive(one: Moment, other: Moment) -> bool:
    """Whether two days follow each other: "4 and 5 April" is one stretch of time."""
    return None not in (one.day, other.day) and (one.year, one.month) == (other.year, other.month) and other.day == (one.day or 0) + 1 and one.weekday is None


def numeric_days(row: Row) -> Iterator[Found]:
    """Days of one month in figures: "21-24/10/2019"."""
    first, last = row.words[0], row.words[-1]
    parts, _ = moments([last], row.setting)
    part = parts[0]
    if part.year is None or part.day is None or first.value >= part.day:
        return
    start, end = edtf.point(part.year, part.month, first.value), part.edtf()
    yield edtf.interval(start, end) if start and end else None, False, first.start, last.end


def bc(row: Row) -> Iterator[Found]:
    """A year before Christ: 1 BC is the year 0."""
    word = row.words[0]
    yield edtf.point(1 - word.value), False, word.start, word.end


def short_years(row: Row) -> Iterator[Found]:
    """1983-4 and 2019-20 are two years, 2015-03 is a month."""
    year, other = [word for word in row.words if word.symbol in "ydn"]
    end = year.value - year.value % 10 ** len(other.text) + other.value
    if 1 <= other.value <= 12 and (end <= year.value or (len(other.text) == 2 and end != year.value + 1)):
        yield edtf.point(year.value, other.value), False, year.start, other.end
    elif year.value < end <= year.value + 30:
        yield f"{year.value}/{end}", False, year.start, other.end
    else:
        yield edtf.point(year.value), False, year.start, year.end


def quarter(row: Row) -> Iterator[Found]:
    """A quarter of a year, as its months."""
    number = next(word.value or 4 for word in row.words if word.symbol in "oQL")
    year = next((word.value for word in row.words if word.symbol == "y"), None)
    if year is None and row.setting.reference is not None:
        year = row.setting.reference.year + next((SHIFTS[word.symbol] for word in row.words[2:] if word.symbol in "LHN"), 0)
    if year is not None and 1 <= number <= 4:
        yield f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}", False, row.words[0].start, row.words[-1].end


def to_now(row: Row) -> Iterator[Found]:
    """From a point until now."""
    kept = [word for word in row.words if word.symbol in "domykiwE,"]
    parts, _ = moments(kept, row.setting)
    settle(parts, (), row.setting)
    value = parts[0].edtf() if parts else None
    reference = row.setting.reference
    if value and reference is not None and parts[0].computed and edtf.order(value) > edtf.order(reference.isoformat()):
        value = f"{int(value[:4]) - 1}{value[4:]}"
    if value and reference is not None and row.setting.day_known and row.words[-1].symbol == "r":
        yield edtf.interval(value, reference.isoformat()), True, row.words[0].start, row.words[-1].end
        return
    yield f"{value}/.." if value else None, bool(parts) and parts[0].computed, row.words[0].start, row.words[-1].end


def decade(row: Row) -> Iterator[Found]:
    """The 1990s, as 199X."""
    word = row.words[-1]
    yield f"{word.value // 10}X", False, row.words[0].start, word.end


def season(row: Row) -> Iterator[Found]:
    """A season, as its year."""
    given = next((word.value for word in row.words if word.symbol in "yk"), None)
    start, end = row.words[0].start, row.words[-1].end
    if given is not None:
        yield edtf.point(given), False, start, end
    elif row.setting.reference is not None and not any(word.symbol in "HLN" for word in row.words):
        before = row.before()
        if any(word.symbol == "T" for word in row.words) or (before is not None and before.symbol in "Ij"):
            yield edtf.point(season_year(row, row.setting.reference)), True, start, end
    elif row.setting.reference is not None:
        shift = next((word.symbol for word in row.words if word.symbol in "LHN"), "H")
        month = next(word.value for word in row.words if word.symbol == "Z")
        now = row.setting.reference
        later = {"N": int(month <= now.month), "L": -int(month + 2 >= now.month), "H": 0}[shift]
        yield edtf.point(now.year + (SHIFTS[shift] if row.words[-1].symbol == "Y" else later)), True, start, end


def season_year(row: Row, now: datetime.date) -> int:
    """The year of a season without one: by tense the next or the last one, else that of the reference day."""
    word = next(word for word in row.words if word.symbol == "Z")
    way = row.setting.direction(word.start)
    if way == 2 and word.value + 2 < now.month:
        return now.year + 1
    return now.year - (way < 0 and word.value > now.month)
