"""Weighs what the contexts of a name without a head word say: a body that acts, or a product, a place, a person."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from newsfacts import rules
from newsfacts.components import country_words, given_names, name_words, organisation_names, place_table
from newsfacts.components.organisation_words import is_topic, is_vague, lexicon
from newsfacts.components.surface import APOSTROPHES, Surface

ENOUGH = 2.0
"""The weight from which a name is a body's."""
ARTICLES = frozenset(("the", "its", "our", "their", "a", "an", "local", "“", '"', "non-profit", "both"))


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
        end = organisation_names.run(s, place, len(s.words))
        limit = next((other for other in range(place + 1, min(end + 2, len(s.words))) if taken[other] or breaks(s, other)), len(s.words))
        if limit < end + 2:
            end = organisation_names.run(s, place, limit)
        stop = before_title(s, place, end)
        if stop == end and holds(s, place):
            stop = before_person(s, place, place + 1, end)
        if stop > place:
            yield place, stop
        place = max(end, place + 1)


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


def breaks(s: Surface, place: int) -> bool:
    """Whether the model begins another name here."""
    return s.entity[place] != s.entity[place - 1] and s.entity[place] in ("PERSON", "GPE", "ORG", "DATE") and bool(s.entity[place - 1])


def context(s: Surface, start: int, end: int) -> float:
    """What stands around one occurrence of a name says."""
    before, after = ahead(s, start), behind(s, end, start)
    if before >= 2.0 and after < 0 and s.lower[end] in ("project", "initiative", "programme", "program", "network", "group"):
        after = 0.0
    return before + after + subject(s, start, end)


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
    if labels & {"GPE", "LOC", "NORP", "DATE", "LANGUAGE"} and "ORG" not in labels:
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
    if end - start == 1 and s.begins[start] and s.pos[start] != "PROPN" and not s.words[start].isupper():
        total -= 2.0
    return total


def has_inner_capital(word: str) -> bool:
    """Whether a word has a capital behind its first letter ("ResLab")."""
    return any(char.isupper() for char in word[1:])


def behind(s: Surface, end: int, start: int) -> float:
    """What follows the name says: an owner, an employer, or a kind of product."""
    if end >= len(s.words):
        return 0.0
    contexts = lexicon().contexts
    if s.words[end] in APOSTROPHES:
        return 0.5 if end + 1 < len(s.words) and s.lower[end + 1] in contexts["things"] else 1.0
    if s.lower[end] in contexts["staff"]:
        return 1.5
    if s.lower[end] in ("website", "blog", "site"):
        return 0.5
    if s.words[end] == "," and end + 2 < len(s.words) and s.lower[end + 1] in ("a", "an", "the"):
        stop = next(
            (
                place
                for place in range(end + 2, min(end + 9, len(s.words)))
                if s.words[place] in (",", ".") or (s.pos[place] in ("VERB", "ADP") and s.words[place - 1] != "-")
            ),
            end,
        )
        return 3.0 if any(s.lower[place] in contexts["class"] for place in range(end + 2, stop)) else 0.0
    if s.lower[end] in contexts["things"] or (s.capital[end] and s.lower[end] in lexicon().events and s.line[end] == s.line[start]):
        return -1.5
    return 0.0


def ahead(s: Surface, start: int) -> float:
    """What comes before the name says: "hosted by", "support from", "professor at", "director of", "(" behind a person."""
    place = start - 1
    while place > 0 and s.lower[place] in ARTICLES:
        place -= 1
    if place < 1:
        return 0.0
    contexts, cue, before = lexicon().contexts, s.lower[place], s.lower[place - 1]
    if cue in ("by", "through", "for") and before in ("funded", "supported", "financed", "sponsored", "works", "worked", "working"):
        return 2.0
    if cue == "by":
        return 2.0 if s.doc[place - 1].lemma_.lower() in lexicon().verbs and s.pos[place - 1] in ("VERB", "ADJ") else 0.0
    if cue == "with":
        return 2.0 if before in contexts["with"] else 0.0
    sure = s.entity[start] == "ORG" or organisation_names.is_acronym(s.words[start])
    if cue == "between":
        return 2.0 if before in contexts["with"] else 0.0
    if cue == "from":
        return 2.0 if before in contexts["from"] else (2.0 if sure else 1.0) if before in contexts["staff"] else 0.0
    if cue == "to":
        return 2.0 if before == "according" else 0.0
    if cue in ("at", "of", "for"):
        return (
            (2.0 if sure or cue == "at" else 1.0)
            if before in contexts["staff"] or (cue == "of" and before in contexts["of"])
            else (-0.5 if cue != "of" else 0.0)
        )
    if cue == "(":
        return 2.0 if s.entity[place - 1] == "PERSON" else 0.0
    end = next((place for place in range(start, len(s.words)) if not s.capital[place]), start)
    return (
        -1.0
        if s.lower[end] not in ("website", "blog", "site") and cue in ("on", "via", "using", "in", "into", "through", "use", "used", "over", "near", "within")
        else 0.0
    )


def subject(s: Surface, start: int, end: int) -> float:
    """Whether the name is the subject of what bodies do."""
    root = next(
        (token for token in (s.doc[place] for place in range(start, end)) if not start <= token.head.i < end or token.head.i == token.i), s.doc[end - 1]
    )
    verb = root.head
    if root.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return 0.0
    lemma = verb.lemma_.lower()
    if root.dep_ == "nsubjpass":
        return 1.0 if lemma in ("found", "establish", "award", "select", "honor", "register") else 0.0
    return 1.5 if lemma in lexicon().strong_verbs else (0.5 if lemma in lexicon().verbs and lemma not in ("be", "have", "do") else 0.0)


def beside(s: Surface, start: int, end: int, ends: set[int], starts: set[int]) -> float:
    """Whether a list joins the name to a body."""
    before = start - 1
    while before > 0 and s.lower[before] in (",", "and", "&", "the"):
        before -= 1
    after = end
    while after < len(s.words) - 1 and s.lower[after] in (",", "and", "&", "the"):
        after += 1
    left, right = before < start - 1 and before + 1 in ends, after > end and after in starts and s.lower[end] in (",", "and", "&")
    return 2.0 if left and right else 1.5 if left or right else 0.0
