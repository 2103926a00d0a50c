"""The word lists of `data/organisations.toml` as sets, and what a name tells of its kind."""

from __future__ import annotations

import functools
from typing import NamedTuple

from newsfacts import rules


class Lexicon(NamedTuple):
    """Lower-case words, but for `known` (as written)."""

    heads: dict[str, str]
    units: frozenset[str]
    acting: frozenset[str]
    vague: frozenset[str]
    solid: frozenset[str]
    followers: frozenset[str]
    campuses: frozenset[str]
    venue_before: frozenset[str]
    venue_heads: frozenset[str]
    events: frozenset[str]
    generic: frozenset[str]
    topics: frozenset[str]
    endings: tuple[str, ...]
    possessors: frozenset[str]
    classes: frozenset[str]
    suffixes: frozenset[str]
    leads: frozenset[str]
    stops: frozenset[str]
    headline_stops: frozenset[str]
    posts: frozenset[str]
    ranks: frozenset[str]
    english: frozenset[str]
    foreign: frozenset[str]
    articles: frozenset[str]
    verbs: frozenset[str]
    strong_verbs: frozenset[str]
    contexts: dict[str, frozenset[str]]
    behind: frozenset[str]
    no_acronyms: frozenset[str]
    known: dict[str, str]
    holders: frozenset[str]
    numbered: frozenset[str]
    trades: frozenset[str]
    territories: frozenset[str]
    houses: frozenset[str]
    split: frozenset[str]
    honoured: frozenset[str]
    honouring: frozenset[str]
    compounds: dict[str, str]


@functools.cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    data = rules.table("organisations")
    heads = {word: kind for kind, words in data["heads"].items() for word in words.split()}

    def listed(part: str, key: str = "words") -> frozenset[str]:
        return frozenset(data[part][key].split())

    known = {" ".join(name.split()): kind for kind, names in data["known"].items() for name in names.split("|")}
    return Lexicon(
        heads,
        listed("units"),
        listed("acting"),
        listed("vague"),
        listed("solid", "before"),
        listed("solid", "followers"),
        listed("campuses") | frozenset(data["campuses"]["names"].split("|")),
        listed("venue", "before"),
        listed("venue", "heads"),
        listed("events"),
        listed("generic"),
        listed("topics"),
        tuple(data["topics"]["endings"].split()),
        listed("possessors"),
        listed("classes"),
        listed("suffixes") | frozenset(data["suffixes"]["phrases"].split("|")),
        listed("leads"),
        listed("stops"),
        listed("stops", "headlines"),
        posts() - listed("stops", "never") - listed("topics") - heads.keys(),
        listed("stops", "ranks"),
        listed("connectors", "english"),
        listed("connectors", "foreign"),
        listed("connectors", "articles"),
        listed("acts", "verbs"),
        listed("acts", "strong"),
        {part: listed("contexts", part) for part in data["contexts"]},
        listed("acts", "behind"),
        listed("acronyms", "none"),
        known,
        listed("connectors", "holders"),
        listed("units", "numbered"),
        listed("acting", "trades"),
        listed("acting", "territories"),
        listed("classes", "houses"),
        listed("classes", "split"),
        listed("honoured", "titles"),
        listed("honoured", "heads"),
        {ending: kind for kind, endings in data["compounds"].items() for ending in endings.split()},
    )


def posts() -> frozenset[str]:
    """Nouns for posts and occupations of people."""
    titles = rules.table("titles")
    return frozenset(titles["posts"]["words"].split()) | frozenset(titles["occupations"]["words"].split())


def is_topic(word: str) -> bool:
    """Whether a lower-case word says what a body is for ("health", "gastroenterology")."""
    words = lexicon()
    return word in words.topics or (len(word) > 6 and word.endswith(words.endings) and word not in words.heads)


def is_vague(word: str) -> bool:
    """Whether a lower-case word alone, or with such words only, names no body: a topic, a head that needs more, a word of titles or of administration."""
    words = lexicon()
    return is_topic(word) or word in words.acting or word in words.vague or word in words.events


def kind_of(name: str, head: str | None = None) -> str:
    """The kind of a body by its name: by a word that settles it, else by its head, else by its first head word, else other."""
    words = lexicon()
    if name in words.known:
        return words.known[name]
    parts = name.lower().replace("-", " ").split()
    if parts and parts[-1] in words.suffixes:
        return "company"
    for kind, telling in rules.table("organisations")["classify"]["words"].items():
        before_of = parts[: parts.index("of")] if "of" in parts[1:] else parts
        if any(word in before_of for word in telling.split()):
            return "company" if kind == "bank" else kind
    if "armed forces" in name.lower() or "air force" in name.lower():
        return "military"
    if head in words.heads:
        return words.heads[head]
    return next((words.heads[part] for part in parts if part in words.heads), "other")
