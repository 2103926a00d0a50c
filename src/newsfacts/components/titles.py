"""Finds titles of people in a text: where they begin and end, their complement, and the stretch that names what the post is in."""
from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple

from newsfacts import rules
from newsfacts.components import mention, organisation_names
from newsfacts.components.organisation_words import is_topic
from newsfacts.components.person_names import country_or_adjective, honorific_end
from newsfacts.components.surface import APOSTROPHES, Surface

IRREGULAR = {"people": "person", "men": "man", "women": "woman", "chiefs": "chief", "chargés": "chargé", "alumni": "alumnus", "attachés": "attaché"}
CONNECTORS = frozenset(("of", "for", "at", "in", "to", "with", "from", "on"))


class TitleWords(NamedTuple):
    """Lower-case word lists; `compounds` are titles of several words, the longest first."""

    posts: frozenset[str]
    occupations: frozenset[str]
    modifiers: frozenset[str]
    compounds: tuple[tuple[str, ...], ...]
    behind: frozenset[str]
    possessive: frozenset[str]


@functools.cache
def title_words() -> TitleWords:
    """The word lists of `data/titles.toml`, read once."""
    data = rules.table("titles")
    compounds = {tuple(phrase.split()) for phrase in " ".join(data["posts"]["compounds"].split()).split("|")}
    split = {parts for phrase in compounds for parts in [phrase]}
    return TitleWords(frozenset(data["posts"]["words"].split()), frozenset(data["occupations"]["words"].split()), frozenset(data["modifiers"]["words"].split()),
                      tuple(sorted(split, key=lambda words: (-len(words), words))), frozenset(data["behind"]["words"].split()), frozenset(data["possessive"]["words"].split()))


@dataclass(slots=True)
class Post:
    """A title: its noun, its bounds without article and without what the post is in, whether it is plural, and its organisation's tokens."""

    noun: int
    start: int
    title_end: int
    end: int
    plural: bool
    occupation: bool
    organisation: tuple[int, int] | None
    via: str
    stated_behind: bool
    title: str

    def definite(self, s: Surface) -> bool:
        """Whether "the", "its" or an owner stands before it, so that a name behind a comma is the holder's."""
        before = self.start - 1
        return before >= 0 and (s.lower[before] in ("the", "our", "its", "their", "his", "her") or s.words[before] in APOSTROPHES or self.organisation is not None)

    def head_like(self) -> bool:
        return not self.occupation


def singular(word: str) -> str:
    """A title's noun in the singular."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def find(s: Surface) -> list[Post]:
    """All titles of a text, in order."""
    words = title_words()
    bodies: dict[int, int] = {}
    covering: dict[int, tuple[int, int]] = {}
    for span in mention.mentions(s.doc, "organisations"):
        bodies[span.start] = max(bodies.get(span.start, 0), span.end)
        for place in range(span.start, span.end):
            old = covering.get(place)
            if old is None or old[1] - old[0] < span.end - span.start:
                covering[place] = (span.start, span.end)
    posts: list[Post] = []
    place = 0
    while place < len(s.words):
        post = one(s, place, words, bodies, covering)
        if post is None:
            place += 1
            continue
        posts.append(post)
        place = max(post.title_end, place + 1)
    return posts


def one(s: Surface, place: int, words: TitleWords, bodies: dict[int, int], covering: dict[int, tuple[int, int]]) -> Post | None:
    """The title whose noun is at `place`, if there is one."""
    lower = s.lower[place]
    base = lower if lower in words.posts or lower in words.occupations else singular(lower)
    compound = next((phrase for phrase in words.compounds if base == phrase[0] and tuple(s.lower[place:place + len(phrase)]) == phrase), None)
    if compound is None and base not in words.posts and base not in words.occupations:
        return None
    if compound is None and place + 1 < len(s.words) and title_follows(s, place, words):
        return None
    if place in covering and covering[place][1] > place + 1 and s.lower[place] not in ("director",) and covering[place][0] < place:
        return None
    noun = place + len(compound) - 1 if compound else place
    if not s.capital[place] and s.doc[noun].pos_ not in ("NOUN", "PROPN", "ADJ") and compound is None:
        return None
    end = noun + 1
    while end < len(s.words) and (s.lower[end] in words.behind or (s.words[end] == "-" and s.glued(end) and s.lower[end + 1] in words.behind)):
        end += 1 if s.words[end] != "-" else 2
    if end + 2 < len(s.words) and s.words[end] == "(" and s.words[end + 2] == ")" and s.capital[end + 1] and is_topic(s.lower[end + 1]):
        end += 3
    start, body, via = before(s, place, words, covering)
    plural = base != lower and compound is None
    occupation = base in words.occupations and base not in words.posts and compound is None
    post = Post(noun, start, end, end, plural, occupation, body, via, False, "")
    behind(s, post, bodies)
    title = s.text(post.start, post.title_end).rstrip(",")
    post.title = title if not plural else s.text(post.start, noun) + (" " if noun > post.start else "") + singular_as(s.words[noun]) + s.doc[noun:noun + 1].text_with_ws[len(s.words[noun]):] + s.text(noun + 1, post.title_end)
    post.title = post.title.strip()
    return post


def singular_as(word: str) -> str:
    """The singular with the word's own capitals."""
    base = singular(word.lower())
    return word[:len(base)] if word.lower().startswith(base) else (base.capitalize() if word[0].isupper() else base)


def title_follows(s: Surface, place: int, words: TitleWords) -> bool:
    """Whether the next word continues the title to another noun ("Deputy | Director", "Chief | Economist")."""
    following = place + 1
    if s.words[following] == "-" and s.glued(following):
        return s.lower[following + 1] in words.posts and s.lower[following + 1] not in words.behind
    if s.capital[place] != s.capital[following] or s.line[place] != s.line[following]:
        return False
    last = following
    while last < len(s.words) - 1 and last - place < 4 and (s.lower[last] in words.modifiers or is_topic(s.lower[last])) and s.lower[last] not in words.posts:
        last += 1
    base = s.lower[last] if s.lower[last] in words.posts else singular(s.lower[last])
    return (base in words.posts or base in words.occupations) and s.line[last] == s.line[place] and s.lower[place] in words.modifiers | {"chief", "deputy", "assistant", "team", "head", "member", "executive", "associate"}


def before(s: Surface, place: int, words: TitleWords, covering: dict[int, tuple[int, int]]) -> tuple[int, tuple[int, int] | None, str]:
    """Where a title begins, and the body or country that stands before it."""
    start = place
    while start > 0 and s.line[start - 1] == s.line[place] and place - start < 7:
        previous = start - 1
        if previous in covering and covering[previous][1] == start:
            if s.lower[previous] not in words.modifiers or covering[previous][1] - covering[previous][0] > 1:
                return start, covering[previous], "stated"
        if s.words[previous] in APOSTROPHES and previous > 0:
            owner = covering.get(previous - 1)
            if owner is not None and owner[1] == previous:
                return start, owner, "stated"
            if s.capital[previous - 1]:
                first = previous - 1
                while first > 0 and s.capital[first - 1] and s.line[first - 1] == s.line[first] and s.entity[first - 1] == s.entity[previous - 1] != "":
                    first -= 1
                return start, ((first, previous) if s.entity[previous - 1] in ("GPE", "ORG", "NORP") or country_or_adjective(s.text(first, previous)) else None), "stated"
            return start, None, "stated"
        if s.capital[previous] and s.capital[place] and country_or_adjective(s.words[previous]) and s.lower[previous] not in words.modifiers:
            return start, (previous, start), "stated"
        if s.glued(previous) and (s.lower[previous - 1] in words.modifiers or s.lower[previous - 1] in words.posts or s.lower[previous - 1] in ("co", "vice", "ex", "sub", "non")):
            start = previous - 1
        elif modifies(s, previous, place, words):
            start = previous
        elif s.lower[previous] in ("and", "&") and previous > 0 and is_topic(s.lower[previous - 1]) and is_topic(s.lower[start]) and modifies(s, previous - 1, place, words):
            start = previous - 1
        else:
            break
    previous = start - 1
    if previous >= 0 and s.lower[previous] in words.possessive and s.line[previous] == s.line[start]:
        return start, None, "coreference"
    return start, None, "stated"


def modifies(s: Surface, place: int, noun: int, words: TitleWords) -> bool:
    """Whether a token may stand in a title before its noun."""
    lower = s.lower[place]
    if honorific_end(s, place) > place and lower not in words.modifiers:
        return False
    if lower in words.modifiers or (is_topic(lower) and (s.capital[place] or not s.capital[noun])):
        return not (s.begins[place] and lower in ("first", "second", "third", "data") and not s.capital[noun])
    if s.capital[noun]:
        return s.capital[place] and s.doc[place].pos_ in ("NOUN", "ADJ", "PROPN") and s.entity[place] not in ("PERSON", "GPE", "NORP", "DATE") and not s.begins[place] and \
            not country_or_adjective(s.words[place])
    return s.doc[place].pos_ == "NOUN" and not s.capital[place] and s.doc[place].dep_ == "compound"


def behind(s: Surface, post: Post, bodies: dict[int, int]) -> None:
    """Reads what follows the noun: complement, body, country."""
    rounds = 0
    while post.end < len(s.words) - 1 and rounds < 3 and s.line[post.end] == s.line[post.noun]:
        connector = s.lower[post.end]
        start = post.end + 1
        if connector not in CONNECTORS:
            break
        while start < len(s.words) - 1 and s.lower[start] in ("the", "our", "its", "their", "his", "her", "this"):
            start += 1
        if start in bodies and s.line[start] == s.line[post.noun]:
            if post.organisation is None or connector in ("of", "at", "for"):
                post.organisation, post.stated_behind = (start, bodies[start]), True
            post.end = bodies[start]
            break
        if s.capital[start]:
            end = organisation_names.run(s, start, len(s.words))
            if end == start or s.line[start] != s.line[post.noun]:
                break
            if not place_behind(s, post, connector, start, end):
                end = organisation_names.conjuncts(s, start, end, len(s.words))
                post.title_end = post.end = end
        elif connector in ("of", "for") and s.lower[start - 1] not in ("the", "this", "our", "its", "their", "his", "her") and s.doc[start].pos_ in ("NOUN", "ADJ", "PROPN"):
            end = start
            while end < len(s.words) and end - start < 5 and (s.doc[end].pos_ in ("NOUN", "ADJ") or (s.lower[end] == "and" and s.doc[end + 1].pos_ in ("NOUN", "ADJ"))) and not s.capital[end]:
                end += 1
            post.title_end = post.end = end
        else:
            break
        rounds += 1


def place_behind(s: Surface, post: Post, connector: str, start: int, end: int) -> bool:
    """Takes a country or place behind "of", "for", "in", "to" as what the post is in; a complement of where one is sent joins the title."""
    text = s.text(start, end)
    place = country_or_adjective(text) or all(s.entity[inside] in ("GPE", "LOC") for inside in range(start, end))
    topical = any(is_topic(s.lower[inside]) for inside in range(start, end))
    if not place or topical and not country_or_adjective(text):
        if connector in ("in", "at", "with", "from", "to") or (connector == "of" and not topical and post.organisation is None):
            post.organisation, post.stated_behind = (start, end), True
            post.end = end
            return True
        return False
    if connector == "to" or (connector == "for" and post.organisation is None and s.entity[start] == "LOC"):
        post.end = end
        if post.title_end == post.noun + 1:
            post.title_end = end
        return True
    if post.organisation is None and connector != "from":
        post.organisation, post.stated_behind = (start, end), True
    post.end = end
    return True
