"""What a title is made of: word lists, the record of one title found, the singular of its noun."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple

from newsfacts import rules
from newsfacts.components.surface import APOSTROPHES, Surface

IRREGULAR = {"people": "person", "men": "man", "women": "woman", "chiefs": "chief", "chargés": "chargé", "attachés": "attaché"}
CONNECTORS = frozenset(("in charge of", "of", "for", "at", "in", "to", "with", "from", "on"))
RANKS = frozenset(["acting", "former", "past", "deputy", "outgoing", "incoming"])
LOOSE = frozenset(
    [
        "then",
        "now",
        "young",
        "new",
        "old",
        "late",
        "first",
        "second",
        "third",
        "last",
        "next",
        "own",
        "other",
        "same",
        "only",
        "sole",
        "current",
        "present",
        "respective",
        "former",
        "foreign",
        "local",
        "famous",
        "renowned",
        "noted",
        "known",
        "long-time",
        "longtime",
        "veteran",
        "experienced",
        "leading",
        "top",
        "great",
        "good",
        "best",
        "fellow",
        "several",
        "many",
        "few",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "different",
        "various",
        "such",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "all",
        "both",
        "proud",
        "happy",
        "dear",
        "beloved",
        "female",
        "male",
        "fresh",
        "recent",
        "previous",
        "one",
        "another",
        "lucky",
        "key",
    ]
)
"""Adjectives before a title that are no part of it."""
DESCRIBING = ("JJ", "JJS", "VBG")
"""Tags of words between an owner and a title ("our returning surgeons")."""
OWNERS = frozenset(("the", "our", "its", "their", "his", "her", "this", "whose"))
GENERALS = frozenset(
    [
        "director", "coordinator", "co-ordinator", "rapporteur", "commissioner", "treasurer", "commander", "secretary", "attorney", "consul", "surgeon",
        "auditor", "governor", "inspector", "solicitor", "manager",
    ]
)
SURE = frozenset(
    ("organisations.head", "organisations.head.parent", "organisations.suffix", "organisations.known", "organisations.class", "organisations.lower-head")
)


class TitleWords(NamedTuple):
    """Lower-case word lists; `compounds` are titles of several words by their first word, the longest first."""

    posts: frozenset[str]
    occupations: frozenset[str]
    modifiers: frozenset[str]
    compounds: dict[str, list[tuple[str, ...]]]
    behind: frozenset[str]
    possessive: frozenset[str]
    bodies: frozenset[str]
    abbreviations: frozenset[str]


@functools.cache
def title_words() -> TitleWords:
    """The word lists of `data/titles.toml`, read once."""
    data = rules.table("titles")
    compounds: dict[str, list[tuple[str, ...]]] = {}
    written = " ".join(data["posts"]["compounds"].split()).split("|")
    for words in sorted({tuple(form.split()) for phrase in written for form in (phrase, phrase.replace("-", " - "))}, key=lambda words: (-len(words), words)):
        compounds.setdefault(words[0], []).append(words)
    return TitleWords(
        frozenset(data["posts"]["words"].split()),
        frozenset(data["occupations"]["words"].split()),
        frozenset(data["modifiers"]["words"].split()),
        compounds,
        frozenset(data["behind"]["words"].split()),
        frozenset(data["possessive"]["words"].split()),
        frozenset(data["bodies"]["words"].split()),
        frozenset(data["abbreviations"]["words"].split()),
    )


class Aside(NamedTuple):
    """What commas set off between a title and its holder's name: the field that the title goes on with, the body; where the closing comma stands."""

    field_end: int | None
    body: tuple[int, int] | None
    end: int


@dataclass(slots=True)
class Post:
    """A title: its noun, its bounds without article and without what the post is in (`end` counts that in), and the tokens of its organisation."""

    noun: int
    start: int
    title_end: int
    end: int
    plural: bool
    occupation: bool
    title: str = ""
    suffix: str = ""
    topic: str | None = None
    organisation: tuple[int, int] | None = None
    via: str = "stated"
    stated_behind: bool = False
    aside: Aside | None = None

    def definite(self, s: Surface) -> bool:
        """Whether "the", "its", an owner or a body stands before it, so that a name behind a comma is the holder's."""
        before = self.start - 1
        before -= before > 0 and s.entity[before] == "NORP" and s.lower[before - 1] in OWNERS
        while before > max(0, self.start - 4) and not s.capital[before] and (s.lower[before] in LOOSE or s.doc[before].tag_ in DESCRIBING or s.glued(before)):
            before -= 1
        return before >= 0 and (s.lower[before] in OWNERS or s.words[before] in APOSTROPHES or (self.organisation is not None and not self.stated_behind))


def singular(word: str) -> str:
    """A title's noun in the singular."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(("men", "wives")):
        return f"{word[:-3]}man" if word.endswith("men") else f"{word[:-3]}fe"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@functools.lru_cache(maxsize=1 << 14)
def open_title(word: str) -> bool:
    """Whether a lower-case word is made like the nouns of those who do something ("logistician", "beekeeper"), and may be a title beside a name."""
    data, base = rules.table("titles")["open"], singular(word)
    return len(base) > 4 and base.endswith(tuple(data["endings"].split())) and base not in not_titles()


@functools.cache
def not_titles() -> frozenset[str]:
    """Nouns that end like titles but are none."""
    return frozenset(rules.table("titles")["open"]["never"].split())


@functools.lru_cache(maxsize=1 << 14)
def title_base(word: str) -> str | None:
    """The singular of a lower-case word that a title may end in or begin with; None for all other words."""
    words = title_words()
    base = word if word in words.posts or word in words.occupations else singular(word)
    return base if base in words.posts or base in words.occupations or base in words.compounds else None


def singular_as(word: str) -> str:
    """The singular with the word's own capitals."""
    base = singular(word.lower())
    return word[: len(base)] if word.lower().startswith(base) else (base.capitalize() if word[0].isupper() else base)


def fits(post: Post) -> str:
    """The kind of body that a post is in by its noun: "university", "none" for posts of states, "any" for others."""
    noun = singular(post.title.lower().split(" (")[0].split(" of ")[0].split(" for ")[0].split(" to ")[0].split(",")[0].split()[-1]) if post.title else ""
    if noun in rules.table("titles")["jurisdictional"]["words"].split():
        return "none"
    return next((kind for kind, words in rules.table("titles")["fits"].items() if noun in words.split()), "any")
