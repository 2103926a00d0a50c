"""From words of a calendar expression to points of time: what one part leaves open is filled from its neighbours, then from a reference day."""
from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsfacts import edtf
from newsfacts.components.date_words import Word

Direction = Callable[[int], int]
"""Whether what is told at a character is past (-1, surely -2), present (1, which may be to come), to come (2) or open (0)."""

SHIFTS = {"L": -1, "H": 0, "N": 1}
NEAR = 45
"""Days within which the nearest date is taken even against the tense of the verb."""


@dataclass(slots=True)
class Moment:
    """A point of time with what is known of it, and the stretch of text that tells it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    month_first: bool = False
    shift: str = ""
    computed: bool = False
    start: int = 0
    end: int = 0

    def edtf(self) -> str | None:
        """The point as EDTF, None where its year is unknown."""
        return None if self.year is None else edtf.point(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text gives beside the expression: reference day (`day_known` False where only its month is; `soft` a day told in the text
    that gives the year where there is no other), order of numeric dates, tense, and years told nearby."""

    reference: datetime.date | None = None
    day_known: bool = True
    month_first: bool = False
    direction: Direction = field(default=lambda place: 0)
    soft: datetime.date | None = None
    nearby: Callable[[int], int | None] = field(default=lambda place: None)


def moments(tokens: Sequence[Word], setting: Setting) -> tuple[list[Moment], list[str]]:
    """The parts of an expression, and the joints between them ("-" for a range, "a" for a list)."""
    parts: list[Moment] = []
    joints: list[str] = []
    current = Moment()
    for place, word in enumerate(tokens):
        rest = tokens[place + 1:]
        if word.symbol == "o" and rest and rest[0].symbol == "E":
            continue
        joint = joint_at(word, rest, current, bool(parts) and parts[-1].month is not None)
        if (joint or clash(word, current)) and current.start != current.end:
            parts.append(current)
            joints.append(joint or "a")
            current = Moment()
        if not joint:
            take(word, current, setting)
    if current.start != current.end:
        parts.append(current)
    return parts, joints[:max(len(parts) - 1, 0)]


def joint_at(word: Word, rest: Sequence[Word], current: Moment, month_told: bool) -> str:
    """What kind of joint a word is here: "-", "a" or none; `month_told` if the part before has a month."""
    if word.symbol in "/-" and current.month is not None and current.year is None and current.day is None and rest and rest[0].symbol == "y":
        return ""
    if word.symbol in "-tu/":
        return "-"
    if word.symbol == "a":
        return "a"
    if word.symbol != ",":
        return ""
    following = next((other.symbol for other in rest if other.symbol not in "OIJTf"), "")
    dated = current.month is not None or (current.day is not None and month_told) or (current.weekday is not None and current.day is None)
    goes_on = dated and current.year is None and (following in "ykHLNh" or (current.weekday is not None and following in "dom" and current.day is None))
    return "" if goes_on else "a"


def clash(word: Word, current: Moment) -> bool:
    """Whether a word gives what the moment has already."""
    return (word.symbol in "do" and current.day is not None) or (word.symbol == "m" and current.month is not None) \
        or (word.symbol in "yk" and current.year is not None) or (word.symbol in "isr" and current.start != current.end and current.weekday is None)


def take(word: Word, moment: Moment, setting: Setting) -> None:
    """Adds what a word says to a moment."""
    if word.symbol in "do":
        moment.day = word.value
    elif word.symbol == "m":
        moment.month, moment.month_first = word.value, moment.day is None
    elif word.symbol in "yk":
        moment.year = word.value
    elif word.symbol == "w":
        moment.weekday = word.value
    elif word.symbol == "i":
        moment.year, moment.month, moment.day = word.value
    elif word.symbol == "s":
        one, other, moment.year = word.value
        first = other > 12 or (setting.month_first and one <= 12)
        moment.month, moment.day = (one, other) if first else (other, one)
    elif word.symbol == "r":
        if setting.reference is None or not setting.day_known:
            return
        day = setting.reference + datetime.timedelta(word.value)
        moment.year, moment.month, moment.day, moment.computed = day.year, day.month, day.day, True
    elif word.symbol in "LHNhY":
        moment.shift += word.symbol
    else:
        return
    if moment.start == moment.end:
        moment.start = word.start
    moment.end = word.end


def settle(parts: list[Moment], joints: Sequence[str], setting: Setting) -> None:
    """Gives each part its month and year."""
    for part in parts:
        if part.shift and part.month is not None and part.year is None:
            part.year = shifted(part, setting)
            part.computed = part.year is not None
    fill_months(parts, joints)
    fill_years(parts, "-" in joints)
    resolve(parts, setting)


def fill_months(parts: list[Moment], joints: Sequence[str]) -> None:
    """Gives each day the month that it shares with another part: "May 5 and 9", "5 and 9 May", "May 5 and 3 to 4 June"."""
    pairs, ranged = list(itertools.pairwise(parts)), "-" in joints
    for place, (before, part) in enumerate(pairs, 1):
        own = joints[place:place + 1] == ["-"] and parts[place + 1].month is not None
        if part.day is not None and part.month is None and before.month_first and before.day is not None and part.day > before.day and not own:
            part.month, part.month_first = before.month, True
    for part, behind in reversed(pairs):
        if part.day is not None and part.month is None:
            part.month = behind.month
    for before, part in pairs:
        if part.day is not None and part.month is None and before.month is not None:
            wraps = ranged and before.day is not None and part.day < before.day
            part.month = before.month % 12 + 1 if wraps else before.month


def fill_years(parts: list[Moment], ranged: bool) -> None:
    """Gives each part the year that it shares with another, the one behind it first."""
    pairs = list(itertools.pairwise(parts))
    for part, behind in reversed(pairs):
        if part.year is None and part.month is not None and behind.month is not None and behind.year is not None and not part.shift:
            part.year = behind.year - (1 if ranged and part.month > behind.month else 0)
            part.computed = behind.computed
    for before, part in pairs:
        if part.year is None and not part.shift and part.month is not None and before.month is not None and before.year is not None:
            part.year = before.year + (1 if part.month < before.month else 0)
            part.computed = before.computed


def resolve(parts: list[Moment], setting: Setting) -> None:
    """Finds the years that the expression itself does not give."""
    for place, part in enumerate(parts):
        if part.year is not None or part.month is None:
            continue
        before = parts[place - 1] if place else None
        if before is not None and before.year is not None and before.month is not None and before.computed and not part.shift:
            part.year = before.year + (1 if part.month < before.month else 0)
            part.computed = True
            continue
        part.year = None if part.shift else setting.nearby(part.start) or nearest(part, setting)
        part.computed = part.year is not None


def shifted(part: Moment, setting: Setting) -> int | None:
    """The year of "last May", "next March", "this June", "May last year", "July of that year"."""
    if "h" in part.shift:
        return setting.nearby(part.start)
    reference = setting.reference
    if reference is None or part.month is None:
        return None
    way = SHIFTS[part.shift[0]]
    if "Y" in part.shift:
        return reference.year + way
    if way < 0:
        return reference.year - (part.month >= reference.month)
    if way > 0:
        return reference.year + (part.month <= reference.month)
    return reference.year


def nearest(part: Moment, setting: Setting) -> int | None:
    """The year of a month or day without one: by weekday, by tense, else the nearest to the reference day."""
    reference = setting.reference or setting.soft
    if reference is None or part.month is None:
        return None
    away = {year: distance(year, part, reference) for year in range(reference.year - 1, reference.year + 2)
            if edtf.point(year, part.month, part.day) is not None}
    if not away:
        return None
    closest = min(away, key=lambda year: abs(away[year]))
    if part.weekday is not None and part.day is not None:
        fits = [year for year in away if datetime.date(year, part.month, part.day).weekday() == part.weekday]
        return min(fits, key=lambda year: abs(away[year])) if fits else closest
    way = setting.direction(part.start) if setting.reference else 0
    way = 0 if way == 1 else way
    right = [year for year in away if away[year] * way >= 0]
    if not setting.day_known or not way or not right or away[closest] * way >= 0:
        return closest
    near = NEAR if way == -1 else 3
    return closest if abs(away[closest]) <= near else min(right, key=lambda year: abs(away[year]))


def distance(year: int, part: Moment, reference: datetime.date) -> int:
    """Days from the reference day to a month (0 within it) or day."""
    assert part.month is not None
    if part.day is None:
        return ((year - reference.year) * 12 + part.month - reference.month) * 30
    return (datetime.date(year, part.month, part.day) - reference).days


def weekday(number: int, shift: str, way: int, reference: datetime.date) -> datetime.date:
    """The day that a weekday means in a text of a certain day: the last one (that day counted in) unless told as future or "next"."""
    back = (reference.weekday() - number) % 7
    if shift == "near":
        return reference + datetime.timedelta((7 - back) % 7 or 7)
    if shift == "N":
        return reference + datetime.timedelta(7 - reference.weekday() + number)
    if shift == "L":
        return reference - datetime.timedelta(back or 7)
    ahead = (7 - back) % 7
    return reference + datetime.timedelta(ahead) if way > 0 else reference - datetime.timedelta(back)
