"""Finds the verb that governs an event's noun, and tells classes of such verbs."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from newsfacts import rules

PARTS = (
    "edition",
    "part",
    "round",
    "cycle",
    "session",
    "day",
    "opening",
    "closing",
    "launch",
    "end",
    "start",
    "sidelines",
    "margin",
    "occasion",
    "phase",
    "series",
    "week",
    "month",
    "conduct",
    "holding",
    "hosting",
    "staging",
    "convening",
    "organisation",
    "organization",
    "implementation",
    "delivery",
    "completion",
    "conclusion",
    "commencement",
)


@functools.cache
def verbs(name: str) -> frozenset[str]:
    """A class of verbs of `data/events.toml`."""
    return frozenset(rules.table("events")["verbs"][name])


def governor(head: Token) -> tuple[Token | None, str]:
    """The verb that an event noun is an argument of, and as what: subject, object, or the preposition between them."""
    token = head
    for _ in range(6):
        parent = token.head
        if parent == token:
            return (None, "")
        if token.dep_ in ("conj", "appos", "compound") and parent.pos_ in ("NOUN", "PROPN"):
            token = parent
            continue
        if parent.pos_ in ("VERB", "AUX"):
            return parent, {"nsubj": "subject", "nsubjpass": "object", "dobj": "object", "attr": "attribute"}.get(token.dep_, token.dep_)
        if parent.pos_ == "ADP" and parent.head.pos_ in ("VERB", "AUX"):
            return parent.head, parent.lower_
        if parent.pos_ == "ADP" and parent.lower_ == "of" and parent.head.pos_ == "NOUN" and parent.head.lemma_ in PARTS:
            token = parent.head
            continue
        return None, ""
    return None, ""
