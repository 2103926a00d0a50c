"""Where a name of a body ends before a title, a rank or a person's name that follows it."""

from __future__ import annotations

import functools

from newsfacts import rules
from newsfacts.components import given_names, place_table
from newsfacts.components.organisation_words import is_topic, is_vague, lexicon
from newsfacts.components.surface import Surface

ARTICLES = frozenset(("the", "its", "our", "their", "a", "an", "local", "“", '"', "non-profit", "both"))

LENGTHS = (4, 3, 2)
"""Words of a name that no list has, the longest first."""


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
        plain = s.lower[place - 1] in lexicon().heads and given_names.given(s.words[place]) and s.words[end : end + 1] in ([","], ["."], [")"])
        if (posted or new or plain) and personal(s, place, end):
            family = posted and place > floor and tells_end(s, place - 2) and not place_table.common(s.lower[place - 1]) and personal(s, place - 1, end)
            return place - family
    if posted and end - min(floor, start + 1) > 2 and end - floor > 1:
        return next((end - many for many in LENGTHS if end - many >= floor and stranger(s, end - many, end)), end)
    return end


def personal(s: Surface, start: int, end: int) -> bool:
    """Whether all words may be a person's: capitals, hyphens and particles, no topics and no head words."""
    small = lexicon().foreign | lexicon().articles | {"bin", "ibn", "ter", "ten"}
    return all(
        (s.capital[place] and not is_topic(s.lower[place]) and s.lower[place] not in lexicon().heads)
        or s.glued(place)
        or (start < place < end - 1 and s.lower[place] in small)
        for place in range(start, end)
    )


def stranger(s: Surface, start: int, end: int) -> bool:
    """Whether two to four words are a person's name that no list has, behind a topic or a head, or the plural of who a body is of ("Committee for
    Forest Affairs | Daniyar Omirbek", "Chamber of Weavers | Suyash Golchha"), initials among them."""
    if end - start > 2 and not tells_end(s, start - 1):
        return False
    telling = tells_end(s, start - 1) or (s.lower[start - 1].endswith("s") and s.lower[start - 2] == "of" and place_table.common(s.lower[start - 1]))
    words = [place for place in range(start, end) if not initial(s.words[place])]
    known = any(is_vague(s.lower[place]) or s.words[place].isupper() or s.entity[place] in ("GPE", "LOC", "NORP", "DATE") for place in words) or not words
    person = any(s.entity[place] == "PERSON" for place in words) or not any(place_table.common(s.lower[place]) for place in words)
    return telling and person and not known and personal(s, start, end) and s.words[end : end + 1] not in (["("], ["-"])


def tells_end(s: Surface, place: int) -> bool:
    """Whether a word is a topic or a head of bodies, so that a name may be over behind it."""
    return is_topic(s.lower[place]) or s.lower[place] in lexicon().heads


def initial(word: str) -> bool:
    """Whether a word is a letter or two with full stops: "I.", "I.S."."""
    return word.endswith(".") and all(len(part) == 1 and part.isupper() for part in word[:-1].split("."))


def holds(s: Surface, start: int) -> bool:
    """Whether "POST of (the)" stands before a token."""
    place = start - 1
    while place > 0 and (s.lower[place] in ARTICLES or (s.pos[place] == "ADJ" and not s.capital[place])):
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
