"""Reads bodies that share a plural head: "the Ministries of Health and Education" are the Ministry of Health and the Ministry of Education."""

from __future__ import annotations

import functools
from typing import NamedTuple

from newsfacts import rules
from newsfacts.components import country_words
from newsfacts.components.surface import Surface

JOINS = ("and", "&")


class Part(NamedTuple):
    """One body: its tokens (the head with the first, then the subject alone) and its name."""

    start: int
    end: int
    name: str


@functools.cache
def singulars() -> dict[str, str]:
    """The singular of each head that bodies share, lower case."""
    return dict(pair.split(":") for pair in rules.table("organisations")["shared"]["words"].split())


def shared(s: Surface, place: int) -> list[Part]:
    """The bodies whose plural head stands at a token; none where what follows is no list of subjects."""
    head = singulars().get(s.lower[place])
    if head is None or not s.capital[place] or s.lower[place + 1 : place + 2] != ["of"] or s.shouted[place]:
        return []
    subjects = divided(s, runs(s, place + 2))
    if len(subjects) < 2:
        return []
    first = subjects[0][0]
    return [Part(place if start == first else start, end, f"{head.capitalize()} of {s.text(start, end)}") for start, end in subjects]


def runs(s: Surface, place: int) -> list[tuple[int, int, str]]:
    """Runs of capitals joined by commas and "and" from a token on, each with what stands before it; none where they run into a further "of"."""
    found: list[tuple[int, int, str]] = []
    before = ""
    while True:
        start = place + (s.lower[place : place + 1] == ["the"])
        end = start
        while end < len(s.words) and s.capital[end] and s.line[end] == s.line[place]:
            end += 1
        if end == start:
            return found if before in ("", ",") or not found else []
        found.append((start, end, before))
        before, place = join(s, end)
        if not before:
            return [] if s.lower[end : end + 1] == ["of"] else found


def join(s: Surface, end: int) -> tuple[str, int]:
    """What joins the run that ends here to the next one: a comma, "and" or both; with the token behind it."""
    comma = s.words[end : end + 1] == [","]
    place = end + comma
    if place < len(s.words) and s.lower[place] in JOINS:
        return (", and" if comma else "and"), place + 1
    return ("," if comma else ""), place


def divided(s: Surface, found: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The subjects that the runs make: an "and" joins two bodies where it is the list's last, else two words of one subject."""
    last = max((place for place, run in enumerate(found) if run[2] in ("and", ", and")), default=-1)
    if last < 1:
        return []
    found = found[: last + 1]
    subjects: list[tuple[int, int]] = []
    for place, (start, end, before) in enumerate(found):
        if before == "and" and place < last and not country_words.is_form(s.text(start, end)):
            subjects[-1] = (subjects[-1][0], end)
        else:
            subjects.append((start, end))
    return subjects
