"""Finds events told by a noun of any kind whose verb says that it takes place, is held or is called off: "the theatre night on 4 May fell through"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.event_words import event_type, singular
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument, mention_at, mentions_over, value_of, verbs_of
from newsfacts.components.nouns import is_a
from newsfacts.components.status import calls_off


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of `data/events.toml` on what takes place."""
    return frozenset(rules.table("events")["occurrences"][name])


def occurrences(doc: Doc, told: set[int]) -> Iterator[tuple[Token, str]]:
    """Nouns that take place or are called off, each with the type that it gives."""
    for verb in verbs_of(doc):
        if block_of(verb) in ("headline", "subhead", "boilerplate", "contact"):
            continue
        noun = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
            noun = verb.head
        if noun is None or noun.i in told or not (happens(verb) or calls_off(verb)) or not eventful(doc, noun):
            continue
        yield noun, event_type(noun) or ("ceremony" if noun.lower_ in words("ceremonies") else "other")


def takes_place(noun: Token) -> bool:
    """Whether a noun is the subject of a verb that says that it takes place or is held."""
    return noun.dep_ in ("nsubj", "nsubjpass") and happens(noun.head)


def happens(verb: Token) -> bool:
    """Whether a verb says that its subject takes place or is held."""
    lemma = verb.lemma_.lower()
    if lemma == "take":
        return any(child.lower_ == "place" for child in verb.children)
    passive = any(child.dep_ == "auxpass" for child in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    return lemma in ("hold", "organise", "organize", "stage", "celebrate", "convene") and passive


def eventful(doc: Doc, noun: Token) -> bool:
    """Whether a noun can be an event: a common one, of no person, body, goods or process."""
    if noun.pos_ != "NOUN" or singular(noun.lower_) in words("never"):
        return False
    if any(mentions_over(doc, kind, noun.i) for kind in ("organisations", "people", "counts")):
        return False
    return event_type(noun) is not None or noun.lower_ in words("ceremonies") or not any(is_a(noun, name) for name in NO_EVENTS)


NO_EVENTS = ("person", "goods", "document", "money", "body", "abstract", "agreement", "funding")
"""Classes of nouns that are no events."""


def pinned(doc: Doc, arguments: tuple[Argument, ...], off: bool) -> bool:
    """Whether a day or month is told; of what is called off a place will do."""
    dates = [span for one in arguments if one.slot.startswith("date") and (span := mention_at(doc, "dates", *one.tokens)) is not None]
    return any(len(value_of(span).value) >= 7 for span in dates) or (off and any(one.slot == "place" for one in arguments))
