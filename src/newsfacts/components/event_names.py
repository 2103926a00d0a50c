"""Proposes names of events: capitalised phrases around a word such as Workshop, Conference or Summit."""

from __future__ import annotations

import functools

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.event_name_coined import Coinages, Found, numbered, operation
from newsfacts.components.event_name_ends import ORDINAL, YEAR, connectors
from newsfacts.components.event_name_heads import around, phrase_title
from newsfacts.components.event_words import event_type, ordinals, singular
from newsfacts.components.mention import EventNameValue, propose


@Language.component("newsfacts_event_names", assigns=["span._.newsfacts_event_names"], requires=["token.pos"])
def event_names(doc: Doc) -> Doc:
    """Proposes a name around each capitalised event word, around each lower-case one that a proper name modifies, and names without an event word."""
    coinages = Coinages(doc)
    for token in doc:
        found = coinages.at(token) or (numbered(token) if token.text[0].isdigit() else operation(token) if token.text[0].isupper() else None) or headed(token)
        if found is not None:
            start, end, rule, value = found
            propose(doc, "event_names", start, end, f"event_names.{rule}", value)
    return doc


def headed(token: Token) -> Found | None:
    """The name around an event word."""
    kind = event_type(token)
    if kind is None or singular(token.lower_) in never():
        return None
    doc = token.doc
    if token.text[0].islower() and (title := phrase_title(token)) is not None:
        return *title, "phrase", EventNameValue(plain(doc, *title), kind, edition(doc, *title))
    span = around(token)
    if span is None or doubtful(doc, span[0], span[1], token):
        return None
    start, end, rule = span
    return start, end, rule, EventNameValue(plain(doc, start, end), last_type(doc, start, end, token), edition(doc, start, end))


def plain(doc: Doc, start: int, end: int) -> str:
    """A name's text with single spaces."""
    return " ".join(doc[start:end].text.split())


@functools.cache
def never() -> frozenset[str]:
    """Words that head no name of an event."""
    return frozenset(rules.table("events")["named"]["never"])


def doubtful(doc: Doc, start: int, end: int, head: Token) -> bool:
    """Whether a name headed by a word such as Forum or Mission has nothing that shows it to be an event."""
    word = singular(head.lower_)
    if word not in rules.table("events")["named"]["doubtful"]:
        return False
    words = doc[start:end]
    if any(YEAR.match(token.text) or ORDINAL.match(token.text) or token.lower_ in ordinals() for token in words):
        return False
    if word in ("training", "course", "forum", "campaign", "challenge", "mission", "camp", "dialogue") and end - start >= 3:
        return False
    before = doc[start - 1] if start else None
    governing = words.root.head.lemma_.lower()
    held = governing in ("hold", "attend", "host", "organise", "organize", "participate", "during", "at", "launch", "open", "conclude", "convene")
    return not (held or (before is not None and before.lower_ in ("during", "at")))


def last_type(doc: Doc, start: int, end: int, head: Token) -> str:
    """The type that the last event word before the name's first preposition gives: "Workshop Series" is a series."""
    kind = event_type(head) or "other"
    for token in doc[head.i + 1 : end]:
        if token.lower_ in connectors():
            break
        kind = event_type(token) or kind
    return kind


def edition(doc: Doc, start: int, end: int) -> int | None:
    """The number that an ordinal in the name gives."""
    for token in doc[start:end]:
        if found := ORDINAL.match(token.text):
            return int(found[1])
        if token.lower_ in ordinals():
            return ordinals()[token.lower_]
    return None
