"""Tells what class a noun is of: person, party, care, body, goods, document, award, agreement, funding, event."""
from __future__ import annotations

import functools
from collections.abc import Callable

from spacy.tokens import Span, Token

from newsfacts import rules
from newsfacts.components.count_nouns import singular
from newsfacts.components.event_words import event_type
from newsfacts.components.layout import block_of
from newsfacts.components.mention import mentions_over, value_of

CONCRETE = ("person", "event", "money", "award", "agreement", "funding")
STUDY = ("award", "funding", "scholarship")
NAMES = ("people", "countries", "places", "dates", "durations")


@functools.cache
def members(name: str) -> frozenset[str]:
    """The nouns of a class."""
    return frozenset(rules.table("nouns").get(name, ()))


@functools.cache
def lexicon() -> dict[str, frozenset[str]]:
    """The classes of the dictionary's nouns, those of `data/nouns.toml` left out: what is said there holds."""
    known = {word for words in rules.table("nouns").values() for word in words}
    return {row["noun"]: frozenset(row["classes"].split()) for row in rules.rows("noun_classes") if row["noun"] not in known}


def named_by(word: str, name: str) -> bool:
    """Whether a noun is of a class by `data/nouns.toml`, or by the dictionary where that does not know the noun."""
    return word in members(name) or name in lexicon().get(word, ())


@functools.cache
def endings() -> tuple[str, ...]:
    """The endings of nouns of people."""
    return tuple(rules.table("nouns")["person_endings"])


def lemma(token: Token) -> str:
    """A noun's singular in lower case, also where a capital misleads the lemmatiser; "data set" is one word."""
    word: str = token.lower_
    if word in ("set", "sets") and token.i and token.nbor(-1).lower_ == "data":
        return "dataset"
    return form(word, token.tag_, token.pos_ == "PROPN")


@functools.lru_cache(maxsize=50_000)
def form(word: str, tag: str, proper: bool) -> str:
    """A word's singular, by its tag."""
    if tag in ("NNS", "NNPS") or (proper and word.endswith("s")) or word in rules.table("counts")["nouns"]["irregular"]:
        return singular(word)
    return word


def covering(token: Token, kind: str) -> Span | None:
    """The first mention of a kind that a token stands in."""
    return next(iter(mentions_over(token.doc, kind, token.i)), None)


def covered(token: Token, kind: str) -> bool:
    """Whether a token stands in a mention of a kind."""
    return covering(token, kind) is not None


def supplied(token: Token) -> str | None:
    """The noun that a bare figure stands for ("77 of them", "| members | 164 |"), where the count has one that is not told beside it."""
    if token.pos_ not in ("NUM", "PRON", "DET", "ADJ", "ADV", "NOUN", "PROPN"):
        return None
    span = covering(token, "counts")
    value = None if span is None else value_of(span)
    return value.of if value is not None and value.noun is None and value.kind == "count" and isinstance(value.of, str) else None


def is_a(token: Token, name: str) -> bool:
    """Whether a noun, or the noun that a bare figure stands for, is of a class.

    Besides the classes of `data/nouns.toml`: `any` takes every noun, `organisation`, `human`, `country`, `place` and `money` look at the mentions,
    `event` at the event nouns, `us` is the text's own "we", `name` at capitals, `placing` "first place",
    `thing` takes what is neither an idea nor a person, event, sum, award or agreement,
    `patient` people who are no body.
    """
    return of_class(token, name, supplied(token))


def of_class(token: Token, name: str, stands_for: str | None) -> bool:
    """What `is_a` tells of a noun when it is known what noun a bare figure stands for."""
    if name in STUDY and token.lower_ in ("grant", "grants") and any(child.lower_ in members("for_study") for child in token.children):
        return name != "funding"
    if stands_for is not None:
        return word_is(stands_for.casefold(), name)
    if name in SPECIAL:
        return SPECIAL[name](token)
    if token.pos_ != "PROPN" and named_by(lemma(token), name):
        return True
    return lemma(token) in members(name) or (name == "person" and token.tag_ in ("NNS", "NNPS", "NN") and (personal(lemma(token)) or demonym(token)))


def word_is(word: str, name: str) -> bool:
    """Whether a word on its own is of a class."""
    if name == "any":
        return True
    if name == "event":
        return word in members("eventlike") or any(word in words for words in rules.table("events")["types"].values())
    if name == "thing":
        return word not in members("abstract") and not any(word_is(word, other) for other in CONCRETE)
    name = "person" if name == "patient" else name
    return named_by(word, name) or (name == "person" and personal(word))


def personal(word: str) -> bool:
    """Whether a word ends as names of people do ("…ologist", "…ee")."""
    return word.endswith(endings()) and word not in members("no_person")


def is_money(token: Token) -> bool:
    """Whether a token stands in a sum of money."""
    return any(value_of(span).kind == "money" for span in mentions_over(token.doc, "counts", token.i))


def is_event(token: Token) -> bool:
    """Whether a noun tells of an event."""
    return event_type(token) is not None or lemma(token) in members("eventlike") or covered(token, "event_names")


def is_thing(token: Token) -> bool:
    """Whether a noun is concrete enough to be given."""
    if token.pos_ not in ("NOUN", "PROPN") or lemma(token) in members("abstract"):
        return False
    return (both(token) or not any(is_a(token, other) for other in CONCRETE)) and not any(covered(token, kind) for kind in NAMES)


def both(token: Token) -> bool:
    """Whether a noun names people as well as things: "carriers", "heaters"."""
    return {"person", "goods"} <= lexicon().get(lemma(token), frozenset())


def is_name(token: Token) -> bool:
    """Whether a noun heads a capitalised or quoted name of no known kind: what a prize or a law may be called."""
    if token.pos_ not in ("PROPN", "NOUN", "ADJ") or not token.text[:1].isupper() or capitals(token.sent):
        return False
    return not any(covered(token, kind) for kind in (*NAMES, "organisations", "acronyms"))


def capitals(sentence: Span) -> bool:
    """Whether a sentence is a headline that capitalises its words, so that capitals tell nothing."""
    long = [token for token in sentence if token.is_alpha and len(token) > 3]
    return block_of(sentence[0]) in ("headline", "subhead", "line") and len(long) > 2 and sum(token.text[0].isupper() for token in long) > 0.6 * len(long)


def demonym(token: Token) -> bool:
    """Whether a noun names people by their country: "320 Hondurans"."""
    spans = mentions_over(token.doc, "countries", token.i)
    return any(span.end == token.i + 1 and getattr(value_of(span), "form", "") in ("demonym", "adjective") for span in spans)


SPECIAL: dict[str, Callable[[Token], bool]] = {
    "any": lambda token: token.pos_ in ("NOUN", "PROPN"),
    "organisation": lambda token: covered(token, "organisations"),
    "human": lambda token: covered(token, "people"),
    "country": lambda token: covered(token, "countries"),
    "place": lambda token: covered(token, "places"),
    "patient": lambda token: is_a(token, "person") and not covered(token, "organisations") and not both(token),
    "money": is_money,
    "event": is_event,
    "thing": is_thing,
    "placing": lambda token: lemma(token) in members("placing") and any(child.lower_ in members("ordinal") for child in token.children),
    "us": lambda token: token.lower_ in ("we", "us"),
    "name": is_name,
}
"""Classes that are told by mentions, capitals or other classes."""
