"""Asks the table of countries about stretches of tokens."""

from __future__ import annotations

from newsfacts.components import country_table
from newsfacts.components.name_words import fold_name
from newsfacts.components.surface import Surface

OPENINGS = frozenset(
    [
        "republic",
        "kingdom",
        "state",
        "principality",
        "commonwealth",
        "people",
        "united",
        "democratic",
        "federal",
        "islamic",
        "lao",
        "plurinational",
        "bolivarian",
        "hashemite",
        "grand",
        "sultanate",
    ]
)


def form_of(text: str) -> country_table.Form | None:
    """The country's name or adjective that a text is, if it is one."""
    folded = fold_name(text)
    return country_table.forms().get(folded.split()[0], {}).get(folded) if folded else None


def is_form(text: str) -> bool:
    """Whether a text is a country's name or adjective."""
    return form_of(text) is not None


def end_of(s: Surface, start: int) -> int:
    """The end of the longest country name that begins at a token ("Kingdom of Morocco"); `start` where there is none."""
    if start >= len(s.words):
        return start
    opening = s.lower[start] in OPENINGS
    known = country_table.forms().get(fold_name(s.words[start]).split(" ")[0]) if fold_name(s.words[start]) else None
    if known is None and not opening:
        return start
    for end in range(min(len(s.words), start + 7), start, -1):
        last = s.words[end - 1]
        if s.line[end - 1] == s.line[start] and last != "." and (last[-1].isalpha() or last.endswith(".")) and is_form(s.text(start, end)):
            return end
    if opening:
        for middle in range(start + 1, min(len(s.words) - 1, start + 5)):
            if s.lower[middle] == "of":
                following = middle + 1 + (s.lower[middle + 1] == "the")
                return end if following < len(s.words) and (end := end_of(s, following)) > following else start
    return start
