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
    day = datetime.date.fromisoformat((reference + "-15")[:10] if len(reference) == 7 else reference) if reference else None
    setting = Setting(day, len(reference or "") != 7, month_first(text, row, day), direction or (lambda place: 0))
    found: list[Reading] = []
    postponed: list[tuple[int, int, str, str]] = []
    for match in pattern.finditer(symbols):
        rule, procedure = rules[int((match.lastgroup or "r0")[1:])]
        postponed.append((match.start(), match.end(), rule, procedure))
    told = years_told(row, postponed, setting)
    setting = replace(setting, nearby=lambda place: year_near(told, place, text, day))
    for first, last, rule, procedure in postponed:
        found.extend(apply(Row(row, first, last, setting), rule, procedure, found))
    return found


def apply(row: Row, rule: str, procedure: str, earlier: list[Reading]) -> Iterator[Reading]:
    """The readings of a rule at its place, guarded and with "since" and "until" taken in."""
    if not date_guards.sound(row.all, row.first, row.last):
        return
    for value, computed, start, end in READERS[procedure](row):
        if value is None:
            continue
        if "/" not in value:
            value, start, end, rule = opened(row, value, start, end, rule)
        yield Reading(start, end, value, rule, computed, week=procedure in ("week", "weekday_range"))


def opened(row: Row, value: str, start: int, end: int, rule: str) -> tuple[str, int, int, str]:
    """An interval open at one side where a word before or after the point says so."""
    first = row.first
    while first and (row.all[first - 1].symbol in "TEOIJ" or row.all[first - 1].text in date_guards.guard("hedges")):
        first -= 1
    before = row.all[first - 1] if first else None
    after = row.all[row.last] if row.last < len(row.all) else None
    if before is not None and start <= row.all[row.first + 1 if row.first + 1 < row.last else row.first].start:
        if before.symbol == "S" and date_guards.names_event(row.all, row.first, row.last):
            return value, start, end, rule
        if before.symbol == "S" or (before.symbol == "f" and after is not None and (after.symbol == "p" or after.text == "on")):
            return f"{value}/..", before.start if before.symbol == "S" else start, end, "dates.interval.since"
        if before.symbol == "u" or (before.text == "through" and (first < 2 or row.all[first - 2].symbol not in "dyomw")):
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


def years_told(row: list[Word], places: list[tuple[int, int, str, str]], setting: Setting) -> list[tuple[int, int, int, bool]]:
    """Where the text gives a year together with a month: (start, end, year, whether a day stands with it)."""
    told = []
    for first, last, _, procedure in places:
        if procedure == "calendar":
            parts, _ = moments(row[first:last], setting)
            told.extend((part.start, part.end, part.year, part.day is not None) for part in parts if part.year is not None and part.month is not None)
    return told


def year_near(told: list[tuple[int, int, int, bool]], place: int, text: str, reference: datetime.date | None) -> int | None:
    """The year that a month without one shares with a fuller date: of the same sentence; where nothing else is known, of the text."""
    for start, end, year, _ in told:
        between = text[end:place] if end <= place else text[place:start]
        if len(between) <= 120 and not re.search(r"[.!?;]\s|\n", between) and (end > place or reference is None):
            return year
    if reference is None and len({year for _, _, year, _ in told}) == 1:
        return told[0][2]
    return None


def calendar(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """Days, months and years, alone, in ranges and in lists."""
    parts, joints = moments(row.words, row.setting)
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
        if place < len(joints) and joints[place] == "-":
            other = parts[place + 1]
            start, end = part.edtf(), other.edtf()
            value = edtf.interval(start, end) if start and end else None
            if value or not (start and end):
                yield value, part.computed or other.computed, part.start, other.end
                place += 2
                continue
        yield part.edtf(), part.computed, part.start, part.end
        place += 1


def bc(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """A year before Christ: 1 BC is the year 0."""
    word = row.words[0]
    yield edtf.point(1 - word.value), False, word.start, word.end


def short_years(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """1997-8 and 2019-20 are two years, 2015-03 is a month."""
    year, other = [word for word in row.words if word.symbol in "ydn"]
    end = year.value - year.value % 10 ** len(other.text) + other.value
    if len(other.text) == 2 and end != year.value + 1 and 1 <= other.value <= 12:
        yield edtf.point(year.value, other.value), False, year.start, other.end
    elif year.value < end <= year.value + 30:
        yield f"{year.value}/{end}", False, year.start, other.end
    else:
        yield edtf.point(year.value), False, year.start, year.end


def quarter(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """A quarter of a year, as its months."""
    number = next(word.value or 4 for word in row.words if word.symbol in "oQL")
    year = next(word.value for word in row.words if word.symbol == "y")
    if 1 <= number <= 4:
        yield f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}", False, row.words[0].start, row.words[-1].end


def to_now(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """From a point until now."""
    kept = [word for word in row.words if word.symbol in "domykiwE,"]
    parts, _ = moments(kept, row.setting)
    settle(parts, False, row.setting)
    value = parts[0].edtf() if parts else None
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
        later = next((SHIFTS[word.symbol] for word in row.words if word.symbol in "LHN"), 0) if row.symbols().endswith("Y") else 0
        yield edtf.point(row.setting.reference.year + later), True, start, end


def week(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """A week: read so that its days are not taken for more, but no value."""
    yield None, False, 0, 0


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
        return
    for word in row.words:
        if word.symbol in "LHN":
            shift = word.symbol
        elif word.symbol == "w":
            way = row.setting.direction(word.start)
            yield weekday(word.value, shift, way, row.setting.reference).isoformat(), True, row.words[0].start if word is row.words[-1] else word.start, word.end


def period(row: Row) -> Iterator[tuple[str | None, bool, int, int]]:
    """Last month, this year, the end of next year, this quarter."""
    reference = row.setting.reference
    unit, way = row.words[-1], next((SHIFTS[word.symbol] for word in row.words if word.symbol in "LHN"), 0)
    before = row.before()
    if reference is None or (before is not None and before.symbol == "T" and row.words[0].symbol in "LN"):
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
                              "week": week, "day_of_month": day_of_month, "weekday": weekdays, "period": period, "relative_day": relative_day, "ago": ago}
