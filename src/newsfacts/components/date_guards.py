"""What looks like a date and is none: counts, names, recurring days, verbs that are spelt as months."""
from __future__ import annotations

import functools
import re
from typing import Any

from newsfacts.components.date_words import Word
from newsfacts.rules import table

PLURAL = re.compile(r"[a-z-]{3,}[^su'’]s")


@functools.cache
def guard(name: str) -> frozenset[str]:
    """A word list of `data/dates.toml`."""
    data: dict[str, Any] = table("dates")["guards"]
    return frozenset(data[name])


def at(row: list[Word], place: int) -> Word | None:
    """The word at a place, None outside of the text."""
    return row[place] if 0 <= place < len(row) else None


def lower(word: Word | None) -> str:
    """A word in lower case, empty where there is none."""
    return "" if word is None else word.text.lower()


def sound(row: list[Word], first: int, last: int) -> bool:
    """Whether a stretch that the grammar reads can be a date here."""
    before, after, symbols = at(row, first - 1), at(row, last), "".join(word.symbol for word in row[first:last])
    if before is not None and before.symbol == "V":
        return False
    if any(word.symbol == "m" and word.text in ("may", "march", "mar", "sec") for word in row[first:last]) and not re.search("my|[oi]O?m", symbols):
        return False
    if re.fullmatch(".*[HLNZrwkisAeBX].*|.*[do].*m.*|.*m.*[do].*", symbols):
        return not (symbols[-1:] == "Z" and lower(after) in guard("after_season"))
    if symbols.strip("TEO-") == "m":
        return sound_month(row, first, last)
    if "m" not in symbols and symbols.strip("TEO-").startswith("y"):
        return sound_year(row, first, last)
    return True


def sound_month(row: list[Word], first: int, last: int) -> bool:
    """Whether a bare name of a month is one: behind a word that leads to a time, or before a noun that takes place; not a verb, a first name."""
    word = next(word for word in row[first:last] if word.symbol == "m")
    before, after = at(row, first - 1), at(row, last)
    if not word.text[0].isupper():
        return False
    if any(other.symbol == "E" for other in row[first:last]):
        return True
    if before is not None and after is not None and before.symbol == "(" and after.symbol == ")":
        return True
    named = after is not None and after.text[0].isupper() and after.symbol == "x" and after.start - word.end <= 1
    leads = before is not None and lower(before) in guard("before_month")
    if leads and before is not None and before.symbol == "T":
        return not (named and word.text in ("May", "March"))
    if leads:
        return not (named and lower(before) in ("of", "by", "and", "to"))
    return False


def sound_year(row: list[Word], first: int, last: int) -> bool:
    """Whether a bare number of four digits is a year."""
    words = [word for word in row[first:last] if word.symbol in "ykd"]
    if any(word.symbol == "E" for word in row[first:last]):
        return True
    place = next(place for place in range(first, last) if row[place].symbol == "y")
    year, before, after = row[place], at(row, first - 1), at(row, last)
    joined = before is not None and before.end == year.start
    if joined and before is not None and before.symbol in "/:" and before.text != "‘" and before.text not in "(“\"[‘'|":
        return False
    if labelled(row, first) or (before is not None and before.text[0].isdigit()):
        return False
    if after is not None and (after.text[0].isdigit() or (after.symbol == "/" and last - first == 1) or measured(after)):
        return False
    if named_aim(row, first, last):
        return False
    noun = lower(after) if after is not None and after.text[:1].islower() else ""
    further = lower(at(row, last + 1)) if noun and noun not in guard("small_words") else ""
    counted = noun in guard("counted") or further in guard("counted")
    plural = bool(PLURAL.fullmatch(noun)) and noun not in guard("small_words")
    lead = lower(before)
    if counted or (plural and (lead in guard("quantifiers") or lead not in guard("before_year"))):
        return False
    if not all(1900 <= word.value <= 2035 for word in words if word.symbol == "y"):
        return lead in guard("before_year") and not noun.endswith("s") and 1400 <= year.value <= 2100
    return True


def labelled(row: list[Word], first: int) -> bool:
    """Whether a word before a number makes it a label or an amount: "No. 2012", "room 1998", "USD 2000"."""
    before = lower(at(row, first - 1))
    return before in guard("before_number") or (before == "." and lower(at(row, first - 2)) in guard("before_number"))


def measured(after: Word) -> bool:
    """Whether a word behind a number is a unit."""
    return after.text.lower() in guard("after_number") or after.text in "%°"


def named_aim(row: list[Word], first: int, last: int) -> bool:
    """Whether a year is part of the name of a plan ("Vision 2030", "2030 Agenda")."""
    before, after = lower(at(row, first - 1)), lower(at(row, last))
    if before == "-":
        before = lower(at(row, first - 2))
    return before in guard("aims_before") or after in guard("aims_after")


def sound_weekday(row: list[Word], first: int, last: int) -> bool:
    """Whether a weekday is a certain day: no name of a day ("Giving Tuesday"), no abbreviation that is another word."""
    before, after, word = at(row, first - 1), at(row, last), row[last - 1]
    dated = at(row, first - 2)
    if before is not None and before.symbol == "(" and dated is not None and dated.symbol in "domyis":
        return False
    if len(word.text.rstrip(".")) <= 5:
        return False
    return lower(before) not in guard("before_weekday_name") and lower(after) not in guard("after_weekday_name")


def sound_today(row: list[Word], place: int) -> bool:
    """Whether "today" is a day and not "nowadays"."""
    before, word = at(row, place - 1), row[place]
    if word.text[0].isupper() and before is not None and before.symbol not in ".:;" and before.text not in "”\"'’•|*-":
        return False
    if lower(at(row, place + 2)) == "s" and lower(at(row, place + 3)) in guard("after_today"):
        return False
    return lower(before) not in ("than", "of", "is", "are")


def moved_from(row: list[Word], place: int) -> bool:
    """Whether "from" at a place leads from an old time to a new one: "moved from May to June"."""
    return any(lower(at(row, other)) in guard("moved") for other in range(place - 4, place))


def since_clause(row: list[Word], first: int) -> bool:
    """Whether a point ends a clause that "since" opens ("since it opened on 5 May"), and no mere noun ("since the course in 2015")."""
    if first < 2 or row[first - 1].symbol not in "IJ":
        return False
    verb = False
    for place in range(first - 2, max(first - 12, 0), -1):
        if row[place].symbol in ",.;:()ydn":
            return False
        word = lower(row[place])
        verb = verb or word in guard("finite_verbs") or (word.endswith("ed") and len(word) > 4)
        if row[place - 1].symbol == "S":
            return verb or word.endswith("ing")
    return False


def sound_ordinal(row: list[Word], place: int) -> bool:
    """Whether "the 24th" at a place is a day of a month: in figures, led to by "on", "since", "until", and no noun behind."""
    lead, after = at(row, place - 1), at(row, place + 2)
    if lead is None or lead.symbol not in "JSuf" or not row[place + 1].text[0].isdigit():
        return False
    if after is None or after.symbol in ",.;:)aIJjftu" or lower(after) in guard("small_words"):
        return True
    return (after.symbol == "x" and lead.symbol in "Su" and not after.text[0].isupper())


def counts_on(row: list[Word], last: int) -> bool:
    """Whether a number that ends a stretch counts the noun behind it: "In May 12 nurses left"."""
    after, further = lower(at(row, last)), lower(at(row, last + 1))
    return any(word in guard("counted") or (PLURAL.fullmatch(word) and word not in guard("small_words")) for word in (after, further) if word) \
        and after not in guard("small_words")


def names_event(row: list[Word], first: int, last: int) -> bool:
    """Whether a year tells which one of a noun behind it ("the 2007 floods")."""
    before, after = at(row, first - 1), at(row, last)
    return before is not None and before.symbol == "T" and row[last - 1].symbol == "y" and after is not None and after.symbol == "x"
