"""Reads the unit of measure behind a figure, and the percent sign or word."""
from __future__ import annotations

import functools
import re

from newsfacts.rules import table

PERCENT = re.compile(r"[\s\u00a0-]{0,2}(?:%|per\s?cents?\b|percents?\b|pct\b|percentage(?:\s+points?)?\b)", re.IGNORECASE)


@functools.cache
def unit_pattern() -> re.Pattern[str]:
    """A unit right behind a figure, as a word or an abbreviation."""
    data = table("units")
    words = "|".join(sorted([*data["words"], *data["plurals"]], key=len, reverse=True))
    short = "|".join(map(re.escape, sorted(data["abbreviations"], key=len, reverse=True)))
    prefixes = "|".join(data["prefixes"])
    return re.compile(rf"[\s\u00a0-]{{0,2}}(?:(?P<prefix>(?i:{prefixes})\.?[\s-])?"
                      rf"(?:(?P<word>(?i:{words})(?:s|es)?)|(?P<short>(?<![A-Za-z])(?:{short}))|(?P<tied>(?<=\d)(?:{short})))"
                      rf"(?![^\W_])(?P<degree>\s?[CF](?![^\W_]))?(?P<power>[²³]|\s(?:squared|cubed))?)(?!['’]\w)"
                      rf"|(?P<degrees>\s?degrees?\s(?:Celsius|celsius|centigrade|Fahrenheit|C|F)\b)")


def unit(text: str, place: int) -> tuple[str, int] | None:
    """The word of the unit that follows code point `place`, singular, and where it ends; None where there is none."""
    match = unit_pattern().match(text, place)
    if not match:
        return None
    if match["degrees"]:
        return "degree", match.end()
    data = table("units")
    short = match["short"] or match["tied"]
    if short:
        if lone_letter(text, match, short, place):
            return None
        word = str(data["abbreviations"][short])
    else:
        word = match["word"].lower()
        word = str(data["plurals"].get(word, word if word in data["words"] else word.removesuffix("s")))
    prefix = data["prefixes"].get((match["prefix"] or "").lower().strip(". -"), "")
    return f"{prefix} {word}".strip() if prefix in ("square", "cubic", "nautical") else word, match.end()


def lone_letter(text: str, match: re.Match[str], short: str, place: int) -> bool:
    """Whether a one-letter abbreviation behind a space starts something else ("5 V's", "12 L. Smith")."""
    if len(short) > 1 or short in ("m", "°"):
        return False
    return text[place:place + 1] in "\n-" or (short.isupper() and text[match.end():match.end() + 1] in (".", "'", "-", "&"))


def percent(text: str, place: int) -> int | None:
    """Where the percent sign or word that follows code point `place` ends; None where there is none."""
    match = PERCENT.match(text, place)
    return match.end() if match else None
