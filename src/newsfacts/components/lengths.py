"""Reads stated lengths of time in plain text as ISO 8601 durations; no tagger."""
from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsfacts.rules import table


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of text, the ISO 8601 duration that it means, and the rule."""

    start: int
    end: int
    value: str
    rule: str


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The compiled patterns, made from `data/durations.toml`."""
    data = table("durations")
    units = "|".join(sorted(data["units"], key=len, reverse=True))
    names = "|".join(sorted(data["numbers"], key=len, reverse=True))
    word = rf"(?:{names})(?:[- ](?:{names}))?"
    number = rf"(?:\d+(?:[.,]\d+)?(?:\s?[½¼¾]|[- ]1/2)?|[½¼¾]|{word})(?:[- ]and[- ]a[- ]half)?"
    adjectives = "|".join(data["lists"]["adjectives"])
    joint = r"(?:\s?[-–—‑]?\s?(?:to|or|and|or even)[-\s]|(?<=[\d½])\s?[-–—‑]\s?(?=\d)|[-‑] (?:to|or|and) )"
    leads = "|".join(data["lists"]["leads"])
    unit = rf"(?P<unit>{units})s?\b['’]?"
    between = rf"(?:(?:{adjectives})[-\s]){{0,2}}(?:(?P<other>[a-z]+(?:-[a-z]+)?) (?=(?:days|weeks|months|years|hours)\b))?"
    old = r"(?P<old>[-\s]+(?:old|of age|ago)\b)?"
    lead = rf"(?P<lead>{leads}) (?:a|an) (?:(?:full|whole|entire) )?"
    past = r"(?!(?:in|within) the (?:past|coming|next) month\b)(?:in|for|over|during|within|throughout) the (?:past|next|coming) "
    single = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade|century)\b(?: and a half)?(?P<of> of\b)?"
    count = rf"(?:(?P<low>{number}){joint})?(?P<count>{number})(?:\s?\((?:\d+|{word})\)|\+)?"
    first, before = f"\\d½¼¾{initials(data['numbers'])}", f"{initials(data['lists']['leads'])}ioftdwba"
    return {
        "stated": compiled(rf"(?=[{first}])(?<![\w$€£¥.,/:-]){count}(?:[-‑–]|\s+|\s?){between}{unit}(?P<half> and a half)?{old}"),
        "half": compiled(rf"\b(?:a |one |the )?half[- ](?:an?[- ])?{unit}{old}"),
        "long": compiled(r"\b(?P<unit>day|week|month|year|hour|decade|fortnight)s?[-\s]?long\b|\b(?:all|full|whole)[-\s](?P<other>day)\b"),
        "article": compiled(rf"(?=[{before}])\b(?:{lead}|{past}|(?P<full>(?:a|an) (?:full|whole|entire)) |(?P<bare>back from a|a|an) ){single}{old}"),
    }


def initials(words: Iterable[str]) -> str:
    """The letters with which words begin, looked at before anything else is tried at a place."""
    return "".join(sorted({word[0] for word in words}))


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for any case of letters."""
    return re.compile(pattern, re.I)


def read(text: str) -> Iterator[Length]:
    """All stated lengths of time of a text."""
    for name, pattern in patterns().items():
        for match in pattern.finditer(text):
            yield from READERS[name](text, match)


def stated(text: str, match: re.Match[str]) -> Iterator[Length]:
    """"13-day", "three weeks", "two to three weeks" (both ends), "two and a half years"."""
    if match["old"] or unlike(text, match):
        return
    if match["other"] and (match["other"].lower() in table("durations")["lists"]["counted"] or match["count"].lower() in ("one", "1")):
        return
    unit = match["unit"].lower()
    count = number(match["count"])
    low = number(match["low"]) if match["low"] else None
    if count is None or (1900 <= count <= 2100 and float(count).is_integer()):
        return
    count += 0.5 if match["half"] else 0
    if low is not None and low < 1900:
        yield Length(match.start("low"), match.end("low"), iso(low, unit), "durations.range")
    yield Length(match.start("count"), match.end(), iso(count, unit), "durations.stated")


def unlike(text: str, match: re.Match[str]) -> bool:
    """Whether words before or behind tell that this is an age, a rate or a recurring time."""
    before, after = text[max(0, match.start() - 40):match.start()].lower(), text[match.end():match.end() + 24].lower()
    if re.search(r"\b(?:every|each|per|aged?|ages|age of|day|days|year|week|phase|no\.?|grades?)\s+(?:between |from |of |under |over )?$", before):
        return True
    if re.search(r"\w, (?:of |who is |a youth of )(?:only |just |barely )?$", before) and re.match(r"\s*[,.;)]", after):
        return True
    people = "|".join(table("durations")["lists"]["people"])
    limit = r"under|over|above|below|of|between|from|up to|younger than|older than|less than|more than|at least"
    if re.search(rf"\b(?:{people}) (?:aged |who are |are |is )?(?:{limit})(?: the age of)? $", before):
        return not after.startswith((" of experience", " of training"))
    if match["unit"].lower().startswith("night") and "-" not in match.group():
        return False
    if re.match(r"\s+(?:a|per|each|every)\s+(?:day|week|month|year)\b", after):
        return True
    older = r"(?:and|or) (?:older|above|over|under|below|younger)\b"
    return bool(re.match(rf"[-\s]*(?:of age|olds?\b|ago\b|{older}|\w+ (?:of age|ago)\b)", after))


def half(text: str, match: re.Match[str]) -> Iterator[Length]:
    """"Half a day", "a half-hour", "half-year"."""
    before = text[max(0, match.start() - 12):match.start()].lower()
    if not match["old"] and not re.search(r"(?:and|second|first|last|\d|latter|other)[- ](?:a[- ])?$", before):
        yield Length(match.start(), match.end(), iso(0.5, match["unit"].lower()), "durations.half")


def whole(text: str, match: re.Match[str]) -> Iterator[Length]:
    """"Week-long", "yearlong", "full-day"; the number of "three-day-long" is read elsewhere."""
    before = text[max(0, match.start() - 14):match.start()].lower()
    unit = (match["unit"] or match["other"]).lower()
    if not re.search(r"(?:\d|\w)[-\s]$", before) or re.search(r"\b(?:an?|the|this|its|our|their|his|her|first|second|recent|of|for)\s$", before):
        yield Length(match.start(), match.end(), iso(1, unit), "durations.long")


def article(text: str, match: re.Match[str]) -> Iterator[Length]:
    """"For a year", "over the past decade", "a week of training"; not "twice a year"."""
    after = text[match.end():match.end() + 12].lower()
    if match["old"] or after.startswith(("-long", " long", "-end", "long", " later", " earlier")):
        return
    if re.search(r"\b(?:full|whole) day\b", match.group(), re.I):
        return
    if re.search(r"\b(?:once|twice|times) $", text[max(0, match.start() - 8):match.start()]):
        return
    more = " and a half" in match.group().lower()
    if match["lead"] or not match["bare"] or match["unit"].lower() == "fortnight" or more:
        yield Length(match.start(), match.end(), iso(1.5 if more else 1, match["unit"].lower()), "durations.article")
    elif match["bare"].lower() == "back from a" or (match["of"] and match["unit"].lower() != "day"):
        yield Length(match.start(), match.end() - len(match["of"] or ""), iso(1, match["unit"].lower()), "durations.article")


READERS = {"stated": stated, "half": half, "long": whole, "article": article}


def number(text: str) -> float | None:
    """Digits or words as a number: 1,5 is one and a half, 1,000 a thousand."""
    text = re.sub(r"[- ]1/2$", "½", text.lower())
    more = sum(value for sign, value in (("½", 0.5), ("¼", 0.25), ("¾", 0.75)) if sign in text)
    text = text.strip("½¼¾ ")
    if text.endswith("half"):
        more, text = 0.5, re.split(r"[- ]and[- ]a", text)[0]
    if not text:
        return more
    if text[0].isdigit():
        figure = text.replace(",", "") if re.fullmatch(r"\d+,\d{3}", text) else text.replace(",", ".")
        return float(figure) + more
    names = table("durations")["numbers"]
    values = [names[part] for part in re.split(r"[- ]", text) if part in names]
    if len(values) == 2 and values[1] in (100, 1000):
        return float(values[0] * values[1]) + more
    return float(values[0] + values[1]) + more if len(values) == 2 and values[0] >= 20 > values[1] and values[1] < 10 else float(values[-1]) + more


def iso(count: float, unit: str) -> str:
    """A number of units as ISO 8601; halves as months, hours and minutes where those say it whole."""
    name, times = table("durations")["units"][unit]
    count *= times
    if count % 1:
        for bigger, smaller, factor in (("Y", "M", 12), ("TH", "TM", 60), ("TM", "TS", 60)):
            if name == bigger and (count * factor) % 1 == 0:
                whole_part, rest = int(count), round(count % 1 * factor)
                head = f"{whole_part}{name.strip('T')}" if whole_part else ""
                return f"P{'T' if 'T' in name else ''}{head}{rest}{smaller.strip('T')}"
    figure = str(int(count)) if not count % 1 else f"{count:g}"
    return f"PT{figure}{name[1]}" if name.startswith("T") else f"P{figure}{name}"
