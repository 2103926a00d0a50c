"""Where people's names stand: behind honorifics and titles, before appositions, beside verbs of speech, in lists, and where the model sees them."""

from __future__ import annotations

import functools
from typing import NamedTuple

from newsfacts import rules
from newsfacts.components import organisation_words
from newsfacts.components.surface import APOSTROPHES, Surface

RETIRED = frozenset(["r", "ret", "retd", "rtd", "retired"])
"""What brackets behind a rank may hold."""
CLASSES = ("1st", "2nd", "3rd", "first", "second", "third")
"""What stands before "Class" in a rank."""
HYPHENS = frozenset("-‐‑–'’")
"""Marks that join the parts of a name."""
BEHIND_HYPHENS = frozenset(["based", "born", "led", "wide", "funded", "backed", "trained", "headquartered", "educated", "registered", "owned", "run"])
"""What a hyphen joins to the name of a place or a body ("Gabon-based")."""
LATIN = frozenset(["don", "dom"])
"""Honorifics that are given names behind another one ("Mr Don Hartley")."""
NICKNAMES = {"(": ")", "“": "”", '"': '"', "‘": "’"}
"""Marks around a nickname inside a name."""
MOST = 6
"""Words of a name at most."""


class PeopleWords(NamedTuple):
    """Lower-case word lists; `phrases` are honorifics of several words by their first word, the longest first."""

    honorifics: frozenset[str]
    phrases: dict[str, list[tuple[str, ...]]]
    particles: frozenset[str]
    after: frozenset[str]
    speech: frozenset[str]
    never: frozenset[str]
    also: frozenset[str]
    generals: frozenset[str]
    nouns: frozenset[str]
    heads: frozenset[str]


@functools.cache
def people_words() -> PeopleWords:
    """The word lists of `data/people.toml`, read once."""
    data = rules.table("people")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(" ".join(data["honorifics"]["phrases"].split()).split("|"), key=lambda phrase: -len(phrase.split())):
        words = tuple(word.rstrip(".") for word in phrase.split())
        phrases.setdefault(words[0], []).append(words)
    listed = {part: frozenset(data[part]["words"].split()) for part in ("honorifics", "particles", "after", "never", "also")}
    return PeopleWords(
        listed["honorifics"], phrases, listed["particles"], listed["after"], frozenset(data["speech"]["verbs"].split()), listed["never"], listed["also"],
        frozenset(data["honorifics"]["generals"].split()), frozenset(data["called"]["nouns"].split()), frozenset(data["called"]["heads"].split()),
    )


def honorific_end(s: Surface, place: int) -> int:
    """The end of the honorifics that begin at `place`, a chain of them taken whole; `place` itself where there is none."""
    words, end = people_words(), place
    if place >= len(s.words):
        return place
    if s.words[place] == "HE" and place + 1 < len(s.words) and s.capital[place + 1] and s.line[place + 1] == s.line[place]:
        end = place + 1
    if s.lower[place] == "general" and place > 0 and s.lower[place - 1] in words.generals and s.line[place - 1] == s.line[place]:
        return place
    while end < len(s.words) and s.line[end] == s.line[place]:
        first = s.lower[end].rstrip(".")
        if end > place and first in LATIN and end + 1 < len(s.words) and name_word(s, end + 1):
            break
        longest = degree_end(s, end) - end or next((stop - end for phrase in words.phrases.get(first, ()) if (stop := phrase_end(s, end, phrase)) > end), 0)
        if (not longest and s.capital[end] and first in words.honorifics) or (
            not longest and end > place and s.lower[end] in words.honorifics and s.lower[end].endswith(".")
        ):
            longest = 1
        if (
            not longest
            and end > place
            and s.words[end] == "("
            and s.words[end + 2 : end + 3] == [")"]
            and s.lower[end + 1].rstrip(".") in words.honorifics | RETIRED
        ):
            longest = 3
        if not longest:
            break
        end += longest
        if end < len(s.words) and s.words[end] == "." and s.joined[end - 1]:
            end += 1
    return end


def degree_end(s: Surface, place: int) -> int:
    """The end of the degree at a token, "candidate of medical sciences", "Doctor of Technical Sciences"; the token itself where none stands there."""
    if s.lower[place] not in ("candidate", "doctor") or s.lower[place + 1 : place + 2] != ["of"]:
        return place
    return next((end + 1 for end in range(place + 2, min(place + 5, len(s.words))) if s.lower[end] in ("science", "sciences", "philology", "pedagogy")), place)


def class_of_rank(s: Surface, place: int) -> bool:
    """Whether "2nd Class" and a name stand at a token: the end of a rank ("Builder 2nd Class Ana Reis")."""
    if s.lower[place : place + 1] not in [[word] for word in CLASSES] or s.words[place + 1 : place + 2] != ["Class"] or place + 2 >= len(s.words):
        return False
    return name_word(s, place + 2) and s.line[place + 2] == s.line[place]


def bracketed(s: Surface, place: int) -> bool:
    """Whether brackets with one honorific or "ret." in them stand at a token."""
    inside = s.lower[place + 1].rstrip(".") if s.words[place] == "(" and s.words[place + 2 : place + 3] == [")"] else ""
    return inside in people_words().honorifics or inside in RETIRED or (1 < len(inside) <= 4 and inside.isalpha() and s.capital[place + 1])


def phrase_end(s: Surface, place: int, phrase: tuple[str, ...]) -> int:
    """The end of the phrase at a token, full stops aside ("Tech. Sgt"); the token itself where it does not stand there."""
    end = place
    if not (s.capital[place] or s.lower[place] == "the"):
        return place
    for word in phrase:
        end += place < end < len(s.words) and s.words[end] == "." and s.joined[end - 1]
        if end >= len(s.words) or s.lower[end].rstrip(".") != word:
            return place
        end += 1
    return end


def name_word(s: Surface, place: int) -> bool:
    """Whether a token may be part of a person's name."""
    word, lower = s.words[place], s.lower[place]
    if not s.capital[place] or any(char.isdigit() for char in word):
        return False
    if lower in people_words().also and place + 1 < len(s.words) and s.line[place + 1] == s.line[place]:
        return s.capital[place + 1] and name_word(s, place + 1)
    lexicon = organisation_words.lexicon()
    return lower not in people_words().never and lower not in lexicon.heads and lower not in lexicon.events


def name_end(s: Surface, start: int, blocked: list[bool]) -> int:
    """The end of the name that begins at `start`: capitalised words, initials, particles between them, hyphens, a nickname in brackets."""
    words, end, count = people_words(), start, 0
    while end < len(s.words) and count < MOST and s.line[end] == s.line[start] and not blocked[end]:
        if (
            count >= 2
            and len(s.words[end]) > 1
            and s.words[end].isupper()
            and "." not in s.words[end]
            and s.lower[end] not in words.after
            and not s.words[end - 1].isupper()
        ):
            break
        if (
            name_word(s, end)
            or (s.lower[end] in words.after and end > start)
            or (s.words[end] == "An" and count >= 2 and not s.begins[end] and end + 1 < len(s.words) and not s.capital[end + 1])
            or (s.lower[end] in words.also and end > start and s.capital[end] and not dated(s, end))
            or (s.capital[end] and end > start and s.glued(end + 1) and s.words[end + 1] == "-")
        ):
            end, count = end + 1, count + 1
        elif s.words[end] in HYPHENS and s.glued_any(end) and end > start and end + 1 < len(s.words) and s.lower[end + 1] not in BEHIND_HYPHENS:
            if not s.words[end + 1][0].isalpha():
                break
            end += 2
        elif end > start and end + 1 < len(s.words) and name_word(s, end + 1) and (elided(s, end) or (s.words[end] == "." and shortened(s, end - 1))):
            end += 1
        elif end > start and s.lower[end] in words.particles and particles_end(s, end, blocked) > end:
            end = particles_end(s, end, blocked)
        elif end > start and nickname_end(s, end) > end:
            end = nickname_end(s, end)
        else:
            break
    return end


def nickname_end(s: Surface, place: int) -> int:
    """The end of a nickname in brackets or quotes before a further name word: one word in brackets, up to three in quotes; `place` where none stands."""
    opening = s.words[place]
    if opening not in NICKNAMES:
        return place
    for close in range(place + 2, min(place + (3 if opening == "(" else 5), len(s.words) - 1)):
        inside = range(place + 1, close)
        if s.words[close] == NICKNAMES[opening] and name_word(s, close + 1) and s.line[close + 1] == s.line[place]:
            return close + 1 if all(s.capital[at] and not s.words[at].isupper() for at in inside) and name_word(s, place + 1) else place
    return place


def elided(s: Surface, place: int) -> bool:
    """Whether the apostrophe of "D' Souza", "O' Neill" stands at a token."""
    return s.words[place] in APOSTROPHES and s.words[place - 1] in ("D", "O")


def dated(s: Surface, place: int) -> bool:
    """Whether a number stands behind a token, so that it is a month ("Ana Reis, May 3")."""
    return place + 1 < len(s.words) and s.words[place + 1][:1].isdigit()


def shortened(s: Surface, place: int) -> bool:
    """Whether a word of two letters and the full stop behind it are a name cut short ("Kh.", "Ma.")."""
    word = s.lower[place]
    return len(word) == 2 and s.joined[place] and (word == "ma" or not set(word) & set("aeiouy"))


def particles_end(s: Surface, place: int, blocked: list[bool]) -> int:
    """The end of particles at `place` and the name word behind them; `place` where none follows."""
    end = place
    while end < len(s.words) - 1 and s.lower[end] in people_words().particles and end - place < 3:
        end += 1
    if end < len(s.words) - 1 and s.words[end] == "-" and s.glued(end):
        end += 1
    return end + 1 if name_word(s, end) and not blocked[end] and s.line[end] == s.line[place] else place
