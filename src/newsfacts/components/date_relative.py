"""What the rules of the date grammar mean that need a reference day: weekdays, weeks, months and years away."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newsfacts import edtf
from newsfacts.components import date_guards
from newsfacts.components.date_row import Found, Row
from newsfacts.components.date_values import SHIFTS, moments, settle, weekday


def week(row: Row) -> Iterator[Found]:
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
    if row.words[-1].symbol == "K" and row.setting.reference is not None and number:
        year, month = moved(row.setting.reference, next((SHIFTS[word.symbol] for word in row.words[place:] if word.symbol in "LHN"), 0))
        return week_of_month(year, month, number)
    parts, _ = moments(row.words[place + 1:], row.setting)
    settle(parts, (), row.setting)
    if not parts or parts[0].year is None:
        return None
    year, in_month, value = parts[0].year, parts[0].month, parts[0].edtf()
    if value is not None and parts[0].day is not None:
        return whole_week(datetime.date.fromisoformat(value))
    if in_month is None and number:
        return whole_week(datetime.date(year, 12, 28) if number < 0 else datetime.date(year, 1, 4) + datetime.timedelta(7 * number - 7))
    return week_of_month(year, in_month, number) if in_month is not None and number else None


def whole_week(day: datetime.date) -> str:
    """Monday to Sunday of the week of a day."""
    monday = day - datetime.timedelta(day.weekday())
    return f"{monday}/{monday + datetime.timedelta(6)}"


def week_of_month(year: int, month: int, number: int) -> str:
    """The week that holds the first, eighth, … or last day of a month."""
    last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
    return whole_week(last if number < 0 else datetime.date(year, month, 1) + datetime.timedelta(7 * number - 7))


def stretch(row: Row) -> Iterator[Found]:
    """The next two years, the last three quarters: from or to the reference day, quarters and decades whole."""
    reference = row.setting.reference
    if reference is None or not row.setting.day_known:
        return
    count = next((word.value for word in row.words if word.symbol in "Cd"), 1)
    ahead = any(word.symbol == "N" for word in row.words)
    unit = row.words[-1].text.lower().rstrip("s")
    yield stretch_value(reference, count, unit, ahead), True, row.words[0].start, row.words[-1].end


def stretch_value(reference: datetime.date, count: int, unit: str, ahead: bool) -> str | None:
    """The interval of some units before or after a day."""
    one = datetime.timedelta(1)
    if unit == "decade":
        year = reference.year // 10 * 10 + (10 if ahead else -10 * count)
        return f"{year}/{year + 10 * count - 1}"
    if unit == "quarter":
        start = reference.replace(month=(reference.month - 1) // 3 * 3 + 1, day=1)
        first, last = (months_on(start, 3), months_on(start, 3 + 3 * count)) if ahead else (months_on(start, -3 * count), start)
        return f"{first:%Y-%m}/{last - one:%Y-%m}"
    if unit in ("day", "week"):
        other = reference + datetime.timedelta(count * (7 if unit == "week" else 1)) * (1 if ahead else -1)
    elif unit in ("month", "year"):
        other = months_on(reference, count * (12 if unit == "year" else 1) * (1 if ahead else -1))
    else:
        return None
    return f"{reference + one}/{other}" if ahead else f"{other}/{reference - one}"


def months_on(day: datetime.date, months: int) -> datetime.date:
    """The same day some months away, or the last one of that month."""
    year, month = moved(day, months)
    last = edtf.bounds(f"{year:04}-{month:02}")[1] or ""
    return datetime.date(year, month, min(day.day, int(last[-2:])))


def weekday_day(row: Row) -> Iterator[Found]:
    """"Tuesday 13th": the nearest such day."""
    reference, way = row.setting.reference, row.setting.direction(row.words[0].start)
    if reference is None or not row.setting.day_known:
        return
    number, day = row.words[0].value, row.words[-1].value
    days = (reference + datetime.timedelta(offset) for offset in sorted(range(-190, 190), key=lambda offset: (offset * way < 0, abs(offset))))
    found = next((date for date in days if date.day == day and date.weekday() == number), None)
    if found is not None:
        yield found.isoformat(), True, row.words[0].start, row.words[-1].end


def ordinal(row: Row) -> Iterator[Found]:
    """"On the 24th", "since the 19th": the nearest such day."""
    reference, word = row.setting.reference, row.words[-1]
    if reference is None or not row.setting.day_known or not date_guards.sound_ordinal(row.all, row.first):
        return
    way = row.setting.direction(word.start)
    days = (reference + datetime.timedelta(offset) for offset in sorted(range(-45, 45), key=lambda offset: (offset * way < 0, abs(offset))))
    found = next((date for date in days if date.day == word.value), None)
    if found is not None:
        yield found.isoformat(), True, row.words[0].start, word.end


def day_of_month(row: Row) -> Iterator[Found]:
    """The 5th of this month; the 6th instant."""
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


def weekdays(row: Row) -> Iterator[Found]:
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
            start = row.words[0].start if word is row.words[-1] else word.start
            yield weekday(word.value, shift, way, row.setting.reference).isoformat(), True, start, word.end


def weekday_range(row: Row) -> Found:
    """"Next Monday to Friday"; without "this", "last" or "next" these are opening hours."""
    shift, reference = row.words[0].symbol, row.setting.reference
    days = [word.value for word in row.words if word.symbol == "w"]
    if shift not in "LHN" or reference is None or len(days) != 2:
        return None, False, 0, 0
    first = weekday(days[0], shift, 1, reference)
    last = first + datetime.timedelta((days[1] - days[0]) % 7)
    return f"{first}/{last}", True, row.words[0].start, row.words[-1].end


def period(row: Row) -> Iterator[Found]:
    """Last month, this year, the end of next year, this quarter."""
    reference = row.setting.reference
    unit, way = row.words[-1], next((SHIFTS[word.symbol] for word in row.words if word.symbol in "LHN"), 0)
    before = row.before()
    if reference is None or (before is not None and before.symbol == "T" and row.words[0].symbol in "LN" and unit.symbol not in "RK"):
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


def relative_day(row: Row) -> Iterator[Found]:
    """Today, yesterday, tomorrow."""
    word = row.words[0]
    if row.setting.reference is not None and row.setting.day_known and date_guards.sound_today(row.all, row.first):
        yield (row.setting.reference + datetime.timedelta(word.value)).isoformat(), True, word.start, word.end


def ago(row: Row) -> Iterator[Found]:
    """Two years ago, ten days ago; hedged ones and weeks give nothing."""
    count, unit, word = row.words
    reference, before = row.setting.reference, row.before()
    if reference is None or (before is not None and before.text.lower() in date_guards.guard("hedges")):
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
