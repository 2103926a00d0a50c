"""Reads expressions of calendar time in plain text: no tagger, only the rules of `data/dates.toml` over a row of symbols."""
from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from newsfacts import edtf
from newsfacts.components import date_guards
from newsfacts.components.date_values import SHIFTS, Direction, Moment, Setting, moments, settle, weekday
from newsfacts.components.date_words import Word, words
from newsfacts.rules import table

Reader = Callable[["Row"], Iterator[tuple[str | None, bool, int, int]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of text, the EDTF value that it means, the rule, and whether the reference day was needed. `week` marks what news gold leaves out."""

    start: int
    end: int
    value: str
    rule: str
    computed: bool = False
    week: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A place where a rule fits: all words, the stretch of the rule, and the setting."""

    all: list[Word]
    first: int
    last: int
    setting: Setting

    @property
    def words(self) -> list[Word]:
        return self.all[self.first:self.last]

    def before(self, steps: int = 1) -> Word | None:
        return self.all[self.first - steps] if self.first >= steps else None

    def symbols(self) -> str:
        return "".join(word.symbol for word in self.words)


@functools.cache
def grammar() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """One expression for all rules, and the id and procedure of each."""
    data = table("dates")
    parts = dict(data["parts"])
    for _ in parts:
        parts = {name: expand(pattern, parts) for name, pattern in parts.items()}
    rules = data["rule"]
    joined = "|".join(f"(?P<r{place}>{expand(rule['symbols'], parts)})" for place, rule in enumerate(rules))
    return re.compile(joined), tuple((rule["id"], rule["read"]) for rule in rules)


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
    setting = Setting(day, day_known, month_first(text, row, day), direction or (lambda place: 0))
    found: list[Reading] = []
    postponed: list[tuple[int, int, str, str]] = []
    for match in pattern.finditer(symbols):
        rule, procedure = rules[int((match.lastgroup or "r0")[1:])]
        postponed.append((match.start(), match.end(), rule, procedure))
    told = years_told(row, postponed, setting)
    setting = replace(setting, soft=soft_reference(told), nearby=lambda place: year_near(told, place, text, day))
    for first, last, rule, procedure in postponed:
        found.extend(apply(Row(row, first, last, setting), rule, procedure, found))
    return found


def reference_day(reference: str | None) -> tuple[datetime.date | None, bool]:
    """A reference as a day (the middle of a month or year where that is all), and whether it was one."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", reference or "")
    if not found or edtf.point(*(int(part) if part else None for part in found.groups())) is None:  # type: ignore[arg-type]
        return None, False
    return datetime.date(int(found[1]), int(found[2] or 7), int(found[3] or 15)), found[3] is not None


def apply(row: Row, rule: str, procedure: str, earlier: list[Reading]) -> Iterator[Reading]:
    """The readings of a rule at its place, guarded and with "since" and "until" taken in."""
    if not date_guards.sound(row.all, row.first, row.last):
        return
    for value, computed, start, end in READERS[procedure](row):
        if value is None:
            continue
        if "/" not in value:
            value, start, end, rule = opened(row, value, start, end, rule)
        yield Reading(start, end, value, rule, computed, week=procedure == "week" and "/" in value)


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
        if before.symbol == "S":
            return f"{value}/..", before.start, end, "dates.interval.since"
        if before.symbol == "f" and not (lead and lead.text.lower() in ("starting", "beginning", "dating", "effective")) and not (after and after.symbol in "t-u"):
            return f"{value}/..", start, end, "dates.interval.from"
        if before.symbol == "u" or (before.text == "through" and not (lead and lead.symbol in "dyomw")) or (before.text == "to" and lead and lead.text.lower() == "up"):
            return f"../{value}", before.start, end, "dates.interval.until"
        if date_guards.since_clause(row.all, row.first):
            return f"{value}/..", start, end, "dates.interval.since-clause"
    return value, start, end, rule


def month_first(text: str, row: list[Word], day: datetime.date | None) -> bool:
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


def calendar(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """Days, months and years, alone, in ranges and in lists."""
    tokens, before = row.words, row.before()
    if re.fullmatch("m(?:[-tua]m)*d", row.symbols()) and date_guards.counts_on(row.all, row.last) and ("-" in row.symbols() or before is None or before.symbol in "If"):
        tokens = tokens[:-1]
    if before is not None and before.symbol in "DR" and re.match("[do],", row.symbols()):
        tokens = tokens[2:]
    parts, joints = moments(tokens, row.setting)
    steps = 1
    while (before := row.before(steps)) is not None and before.symbol in "TGO":
        steps += 1
    if before is not None and before.symbol == "b" and joints[:1] == ["a"]:
        joints[0] = "-"
    settle(parts, "-" in joints, row.setting)
    yield from joined(parts, joints)


def joined(parts: list[Moment], joints: list[str]) -> Iterator[tuple[str | None, bool, int, int]]:
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


def bc(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """A year before Christ: 1 BC is the year 0."""
    word = row.words[0]
    yield edtf.point(1 - word.value), False, word.start, word.end


def short_years(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """1997-8 and 2019-20 are two years, 2015-03 is a month."""
    year, other = [word for word in row.words if word.symbol in "ydn"]
    end = year.value - year.value % 10 ** len(other.text) + other.value
    if 1 <= other.value <= 12 and (end <= year.value or (len(other.text) == 2 and end != year.value + 1)):
        yield edtf.point(year.value, other.value), False, year.start, other.end
    elif year.value < end <= year.value + 30:
        yield f"{year.value}/{end}", False, year.start, other.end
    else:
        yield edtf.point(year.value), False, year.start, year.end


def quarter(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """A quarter of a year, as its months."""
    number = next(word.value or 4 for word in row.words if word.symbol in "oQL")
    year = next((word.value for word in row.words if word.symbol == "y"), None)
    if year is None and row.setting.reference is not None:
        year = row.setting.reference.year + next((SHIFTS[word.symbol] for word in row.words[2:] if word.symbol in "LHN"), 0)
    if year is not None and 1 <= number <= 4:
        yield f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}", False, row.words[0].start, row.words[-1].end


def to_now(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """From a point until now."""
    kept = [word for word in row.words if word.symbol in "domykiwE,"]
    parts, _ = moments(kept, row.setting)
    settle(parts, False, row.setting)
    value = parts[0].edtf() if parts else None
    reference = row.setting.reference
    if value and reference is not None and row.setting.day_known and row.words[-1].symbol == "r":
        yield edtf.interval(value, reference.isoformat()), True, row.words[0].start, row.words[-1].end
        return
    yield f"{value}/.." if value else None, bool(parts) and parts[0].computed, row.words[0].start, row.words[-1].end


def decade(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """The 1990s, as 199X."""
    word = row.words[-1]
    yield f"{word.value // 10}X", False, row.words[0].start, word.end


def season(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """A season, as its year."""
    given = next((word.value for word in row.words if word.symbol in "yk"), None)
    start, end = row.words[0].start, row.words[-1].end
    if given is not None:
        yield edtf.point(given), False, start, end
    elif row.setting.reference is not None and any(word.symbol in "HLNT" for word in row.words):
        shift = next((word.symbol for word in row.words if word.symbol in "LHN"), "H")
        month = next(word.value for word in row.words if word.symbol == "Z")
        now = row.setting.reference
        later = {"N": int(month <= now.month), "L": -int(month + 2 >= now.month), "H": 0}[shift]
        yield edtf.point(now.year + (SHIFTS[shift] if row.words[-1].symbol == "Y" else later)), True, start, end


def week(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """A day of a week ("Friday of last week"), or a week, as its days."""
    reference, symbols = row.setting.reference, row.symbols()
    start, end = row.words[0].start, row.words[-1].end
    way = next((SHIFTS[word.symbol] for word in row.words if word.symbol in "LHN"), 0)
    if re.fullmatch("[HLN]W[,-]*w|w,?O[HLN]W|[HLN]W", symbols):
        if reference is None or not row.setting.day_known:
            return
        monday = reference + datetime.timedelta(7 * way - reference.weekday())
        day = next((word.value for word in row.words if word.symbol == "w"), None)
        if day is None:
            yield f"{monday}/{monday + datetime.timedelta(6)}", True, start, end
        else:
            yield (monday + datetime.timedelta(day)).isoformat(), True, start, end
        return
    yield week_of(row), False, start, end


def week_of(row: Row) -> str | None:
    """The week of a day; the first, second or last week of a month or year (ISO weeks of a year)."""
    number = next((word.value or -1 for word in row.words if word.symbol in "oL"), None)
    place = next(place for place, word in enumerate(row.words) if word.symbol == "W")
    parts, _ = moments(row.words[place + 1:], row.setting)
    settle(parts, False, row.setting)
    if not parts or parts[0].year is None:
        return None
    year, month, day = parts[0].year, parts[0].month, parts[0].day
    if day is not None and month is not None:
        if edtf.point(year, month, day) is None:
            return None
        first = datetime.date(year, month, day)
    elif month is None and number:
        first = datetime.date(year, 12, 28) if number < 0 else datetime.date(year, 1, 4) + datetime.timedelta(7 * number - 7)
    elif month is not None and number:
        last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
        first = last if number < 0 else datetime.date(year, month, 1) + datetime.timedelta(7 * number - 7)
    else:
        return None
    first -= datetime.timedelta(first.weekday())
    return f"{first}/{first + datetime.timedelta(6)}"


def weekday_day(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """"Tuesday 13th": the nearest such day."""
    reference, way = row.setting.reference, row.setting.direction(row.words[0].start)
    if reference is None or not row.setting.day_known:
        return
    number, day = row.words[0].value, row.words[-1].value
    days = (reference + datetime.timedelta(offset) for offset in sorted(range(-190, 190), key=lambda offset: (offset * way < 0, abs(offset))))
    found = next((date for date in days if date.day == day and date.weekday() == number), None)
    if found is not None:
        yield found.isoformat(), True, row.words[0].start, row.words[-1].end


def ordinal(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """"On the 24th", "since the 19th": the nearest such day."""
    reference, word = row.setting.reference, row.words[-1]
    if reference is None or not row.setting.day_known or not date_guards.sound_ordinal(row.all, row.first):
        return
    way = row.setting.direction(word.start)
    days = (reference + datetime.timedelta(offset) for offset in sorted(range(-45, 45), key=lambda offset: (offset * way < 0, abs(offset))))
    found = next((date for date in days if date.day == word.value), None)
    if found is not None:
        yield found.isoformat(), True, row.words[0].start, word.end


def day_of_month(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """The 5th of this month; the 13th instant."""
    day = next((word for word in row.words if word.symbol in "do"), None)
    reference = row.setting.reference
    if day is None or reference is None or day.symbol not in "do":
        return
    way = next((SHIFTS[word.symbol] for word in row.words if word.symbol in "LHN"), 0)
    year, month = moved(reference, way)
    yield edtf.point(year, month, day.value), True, day.start, row.words[-1].end


def moved(reference: datetime.date, months: int) -> tuple[int, int]:
    """Year and month some months away."""
    count = reference.year * 12 + reference.month - 1 + months
    return count // 12, count % 12 + 1


def weekdays(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """Weekdays, alone, in lists and ranges."""
    if row.setting.reference is None or not row.setting.day_known or not date_guards.sound_weekday(row.all, row.first, row.last):
        return
    ranged, shift = re.search("w[-tu]", row.symbols()), ""
    if ranged:
        yield weekday_range(row)
        return
    for word in row.words:
        if word.symbol in "LHN":
            shift = "near" if word.text.lower() in ("coming", "upcoming") else word.symbol
        elif word.symbol == "w":
            way = row.setting.direction(word.start)
            yield weekday(word.value, shift, way, row.setting.reference).isoformat(), True, row.words[0].start if word is row.words[-1] else word.start, word.end


def weekday_range(row: Row) -> tuple[str | None, bool, int, int]:
    """"Next Monday to Friday"; without "this", "last" or "next" these are opening hours."""
    shift, reference = row.words[0].symbol, row.setting.reference
    days = [word.value for word in row.words if word.symbol == "w"]
    if shift not in "LHN" or reference is None or len(days) != 2:
        return None, False, 0, 0
    first = weekday(days[0], shift, 1, reference)
    last = first + datetime.timedelta((days[1] - days[0]) % 7)
    return f"{first}/{last}", True, row.words[0].start, row.words[-1].end


def period(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """Last month, this year, the end of next year, this quarter."""
    reference = row.setting.reference
    unit, way = row.words[-1], next((SHIFTS[word.symbol] for word in row.words if word.symbol in "LHN"), 0)
    before = row.before()
    if reference is None or (before is not None and before.symbol == "T" and row.words[0].symbol in "LN" and unit.symbol != "R"):
        return
    start = row.words[0].start
    if unit.symbol == "Y":
        yield edtf.point(reference.year + way), True, start, unit.end
    elif unit.symbol == "K":
        yield edtf.point(*moved(reference, way)), True, start, unit.end
    else:
        year, month = moved(reference, 3 * way)
        first = (month - 1) // 3 * 3 + 1
        yield f"{year}-{first:02}/{year}-{first + 2:02}", True, start, unit.end


def relative_day(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """Today, yesterday, tomorrow."""
    word = row.words[0]
    if row.setting.reference is not None and row.setting.day_known and date_guards.sound_today(row.all, row.first):
        yield (row.setting.reference + datetime.timedelta(word.value)).isoformat(), True, word.start, word.end


def ago(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """Two years ago, ten days ago; hedged ones and weeks give nothing."""
    count, unit, word = row.words
    reference, before = row.setting.reference, row.before()
    if reference is None or (before is not None and before.text.lower() in table("dates")["guards"]["hedges"]):
        return
    amount, name = count.value or 1, unit.text.lower().rstrip("s")
    if name == "year":
        value = edtf.point(reference.year - amount)
    elif name == "month":
        value = edtf.point(*moved(reference, -amount))
    elif name == "day" and row.setting.day_known:
        value = (reference - datetime.timedelta(amount)).isoformat()
    else:
        return
    yield value, True, count.start, word.end


READERS: dict[str, Reader] = {"calendar": calendar, "bc": bc, "short_years": short_years, "quarter": quarter, "to_now": to_now, "decade": decade, "season": season,
                              "week": week, "weekday_day": weekday_day, "ordinal": ordinal, "day_of_month": day_of_month, "weekday": weekdays, "period": period, "relative_day": relative_day, "ago": ago}
