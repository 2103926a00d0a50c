"""Weighs what the contexts of a name without a head word say: a body that acts, or a product, a place, a person."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.components import country_words, name_words, organisation_names, place_table
from newsfacts.components.given_names import given
from newsfacts.components.organisation_contexts import context
from newsfacts.components.organisation_ends import before_person, before_title, holds
from newsfacts.components.organisation_words import is_vague, lexicon
from newsfacts.components.place_table import common
from newsfacts.components.surface import Surface

ENOUGH = 2.0
"""The weight from which a name is a body's."""


def runs(s: Surface, taken: list[bool]) -> Iterator[tuple[int, int]]:
    """The runs of capitals, outside headlines and names that were found; what leads into one is left out."""
    words, place = lexicon(), 0
    while place < len(s.words):
        if (
            not s.capital[place]
            or s.lower[place].startswith(("d’", "d'", "l’", "l'"))
            or taken[place]
            or s.headline[place]
            or s.shouted[place]
            or s.lower[place] in words.leads
        ):
            place += 1
            continue
        if s.glued(place + 1) and s.lower[place + 2] in ("based", "born", "led", "run", "backed", "funded", "headquartered"):
            place += 3
            continue
        end = organisation_names.run(s, place, len(s.words))
        limit = next((other for other in range(place + 1, min(end + 2, len(s.words))) if taken[other] or breaks(s, other)), len(s.words))
        if limit < end + 2:
            end = organisation_names.run(s, place, limit)
        stop = before_title(s, place, end)
        if stop == end and holds(s, place):
            stop = before_person(s, place, place + 1, end)
        if stop == end > place:
            stop = end = joined(s, place, end, taken)
        if stop > place:
            yield place, stop
        place = max(end, place + 1)


def joined(s: Surface, start: int, end: int, taken: list[bool]) -> int:
    """The end of a name that small words of another language go through ("Mains du Fleuve"); persons' names and English words are none."""
    reach = organisation_names.Reach(end)
    foreign = not any(common(s.lower[place]) or s.entity[place] == "PERSON" or given(s.words[place]) for place in range(start, end))
    while foreign and reach.end < len(s.words) - 1 and s.lower[reach.end] in lexicon().foreign and organisation_names.foreign(s, reach, len(s.words)):
        if any(taken[end : reach.end]) or any(s.entity[place] == "PERSON" for place in range(end, reach.end)):
            return end
    return reach.end


def breaks(s: Surface, place: int) -> bool:
    """Whether the model begins another name here."""
    return s.entity[place] != s.entity[place - 1] and s.entity[place] in ("PERSON", "GPE", "ORG", "DATE") and bool(s.entity[place - 1])


def weight(s: Surface, places: list[tuple[int, int]]) -> float:
    """What all occurrences of a name say: their form on average, their contexts together; those that speak against a body no more than -2."""
    if not places:
        return 0.0
    told = [context(s, *place) for place in places]
    against = max(sum(value for value in told if value < 0), -2.0)
    return sum(shape(s, *place) for place in places) / len(places) + sum(value for value in told if value > 0) + against


def shape(s: Surface, start: int, end: int) -> float:
    """What the words themselves and the model say."""
    words = lexicon()
    labels = {s.entity[place] for place in range(start, end)}
    total = 0.0
    if "ORG" in labels:
        total += 1.0 + (0.5 if end - start > 1 else 0.0)
    abroad = end - start > 1 and len(s.words[start]) > 2 and s.words[start].isupper() and country_words.is_form(s.text(start + 1, end))
    if labels & {"GPE", "LOC", "NORP", "DATE", "LANGUAGE"} and "ORG" not in labels and not coined(s, start) and not abroad:
        total -= 2.0
    if (
        end - start <= 2
        and not s.words[start].isupper()
        and not has_inner_capital(s.words[start])
        and place_table.known(name_words.fold_name(s.text(start, end)))
    ):
        total -= 3.0
    if labels == {"PERSON"} and end - start > 1:
        total -= 2.0
    if s.lower[end - 1] in words.events or country_words.is_form(s.text(start, end)):
        total -= 4.0
    if all(is_vague(s.lower[place]) or not s.capital[place] for place in range(start, end)) or s.lower[start] in words.no_acronyms:
        total -= 3.0
    if end - start == 1 and s.words[start].istitle() and s.begins[start] and common(s.lower[start]):
        total -= 2.0
    if end - start == 1 and s.begins[start] and s.pos[start] != "PROPN" and not s.words[start].isupper():
        total -= 2.0
    return total


def coined(s: Surface, start: int) -> bool:
    """Whether a word is written as no place is ("MapReeds"): a place that the model sees in it or behind it says nothing."""
    word = s.words[start]
    return len(word) > 3 and not word.isupper() and has_inner_capital(word) and word.isalpha() and not word.startswith(("Mc", "Mac"))


def has_inner_capital(word: str) -> bool:
    """Whether a word has a capital behind its first letter ("ResLab")."""
    return any(char.isupper() for char in word[1:])
