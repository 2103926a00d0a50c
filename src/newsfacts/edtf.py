"""Calendar values as EDTF level 0/1 (ISO 8601-2:2019): made from years, months and days, and read as first and last day."""
from __future__ import annotations

import calendar
import datetime
import re

POINT = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(-?\d{3})X")

Span = tuple[str | None, str | None]


def point(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """A year, month or day as EDTF; None where the calendar has none such."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= calendar.monthrange(year if year > 0 else 2000, month)[1]):
        return None
    text = f"{year:04}" if year >= 0 else f"-{-year:04}"
    return text + "".join(f"-{part:02}" for part in (month, day) if part is not None)


def interval(start: str | None, end: str | None) -> str | None:
    """Two points as an EDTF interval, None being an open end; None where the end lies before the start."""
    if start is not None and start == end:
        return start
    if start is not None and end is not None and order(start) > order(end):
        return None
    return f"{start or '..'}/{end or '..'}"


def order(value: str) -> tuple[int, int, int]:
    """A key to sort points by their first day."""
    found = POINT.fullmatch(value)
    if not found:
        return (0, 0, 0)
    return (int(found[1] or int(found[4]) * 10), int(found[2] or 1), int(found[3] or 1))


def bounds(value: str) -> Span:
    """The first and the last ISO day of an EDTF value; None where it is open, unknown or no EDTF of level 0/1."""
    start, slash, end = value.strip().rstrip("?~%").partition("/")
    if not slash:
        return edges(start)
    return edges(start)[0], edges(end)[1]


def edges(value: str) -> Span:
    """The first and the last ISO day of a point."""
    found = POINT.fullmatch(value.rstrip("?~%"))
    if not found:
        return None, None
    if found[4]:
        return f"{found[4]}0-01-01", f"{found[4]}9-12-31"
    year, month, day = int(found[1]), int(found[2] or 0) or None, int(found[3] or 0) or None
    if point(year, month, day) is None:
        return None, None
    first, last = point(year, month or 1, day or 1), None
    last = point(year, month or 12, day or calendar.monthrange(year if year > 0 else 2000, month or 12)[1])
    return first, last


def days(value: str) -> int | None:
    """How many days an EDTF value covers, first and last counted in; None where it is open or before year 1."""
    first, last = bounds(value)
    if first is None or last is None or first.startswith(("-", "0000")) or last.startswith("-"):
        return None
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days + 1
