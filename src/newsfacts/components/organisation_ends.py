"""Where a name of a body ends before a title, a rank or a person's name that follows it."""

from __future__ import annotations

import functools

from newsfacts import rules
from newsfacts.components import given_names
from newsfacts.components.organisation_words import is_topic, lexicon
from newsfacts.components.surface import Surface

ARTICLES = frozenset(("the", "its", "our", "their", "a", "an", "local", "“", '"', "non-profit", "both"))


def before_title(s: Surface, start: int, end: int) -> int:
    """The end of a name that a title follows ("KFS Country | Director"): what belongs to the title goes."""
    if end >= len(s.words) or s.line[end] != s.line[start] or not s.capital[end] or s.lower[end] not in lexicon().stops:
        return end
    return next((place for place in range(start, end) if s.lower[place] in title_modifiers() or is_topic(s.lower[place])), end)


def before_person(s: Surface, start: int, floor: int, end: int) -> int:
    """The end of a name that a person's follows ("head of Tula Clinic | Ana Reis"): behind "POST of" the body that ends in a given name and one to three more.

    Tokens before `floor` stay; without a post before it the model must see the person too."""
    posted = holds(s, start)
    for place in range(floor, end - 1):
        if not (given_names.given(s.words[place]) or given_names.family(s.words[place])) or s.words[place].isupper() or end - place > 4:
            continue
        if s.lower[place - 1] in lexicon().english | lexicon().foreign | lexicon().articles | {"and", "&"}:
            continue
        new = s.entity[place] == "PERSON" and s.entity[place - 1] != "PERSON"
        if all(s.capital[other] and not is_topic(s.lower[other]) and s.lower[other] not in lexicon().heads for other in range(place, end)) and (posted or new):
            return place
    return end


def holds(s: Surface, start: int) -> bool:
    """Whether "POST of (the)" stands before a token."""
    place = start - 1
    while place > 0 and s.lower[place] in ARTICLES:
        place -= 1
    return place > 0 and s.lower[place] in ("of", "at", "for") and s.lower[place - 1] in lexicon().posts | lexicon().stops


def before_rank(s: Surface, start: int, end: int) -> int:
    """The end of a name without the rank of the post behind it ("Ministry of Trade | Permanent Secretary")."""
    if end < len(s.words) and s.line[end] == s.line[end - 1] and s.capital[end] and s.lower[end] in lexicon().stops:
        while end > start and s.lower[end - 1] in lexicon().ranks:
            end -= 1
    return end


@functools.cache
def title_modifiers() -> frozenset[str]:
    """Words that stand before the noun of a title."""
    return frozenset(rules.table("titles")["modifiers"]["words"].split())
