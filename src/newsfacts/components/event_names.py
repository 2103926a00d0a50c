"""Proposes names of events: capitalised phrases around a word such as Workshop, Conference or Summit."""

from __future__ import annotations

import functools

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.event_name_coined import Coinages, Found, numbered, operation
from newsfacts.components.event_name_ends import ORDINAL, YEAR, connectors, leftward
from newsfacts.components.event_name_heads import around, phrase_title
from newsfacts.components.event_words import event_type, ordinal, ordinals, singular
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
    kind = event_type(token) or ("other" if token.text in days() else None)
    if kind is None:
        return None
    doc = token.doc
    word = singular(token.lower_)
    if (word not in never() or word == "event") and token.text[0].islower() and (title := phrase_title(token)) is not None:
        return *title, "phrase", EventNameValue(plain(doc, *title), kind, edition(doc, *title))
    if word in never() and not (token.text[0].isupper() and (counted(token) or paired(token))):
        return None
    span = around(token)
    if span is None or doubtful(doc, span[0], span[1], token):
        return None
    start, end, rule = span
    return start, end, rule, EventNameValue(plain(doc, start, end), last_type(token, end), edition(doc, start, end))


def counted(head: Token) -> bool:
    """Whether a capitalised noun that is no event by itself heads a name by the number before it: "76th General Assembly", "Fourth Round of … Talks"."""
    start = leftward(head.doc, head.i)
    words = head.doc[start : head.i]
    return len(words) > 1 and any(ordinal(token.lower_) is not None and (token.text[0].isdigit() or token.text[0].isupper()) for token in words)


def paired(head: Token) -> bool:
    """Whether a capitalised noun that is no event by itself is one by the word before it: "Summer School", "Master Class", "Training Programme"."""
    before = head.nbor(-1) if head.i else None
    return before is not None and before.text[0].isupper() and before.lower_ in rules.table("events")["named"]["paired"].get(singular(head.lower_), ())


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
    if word not in rules.table("events")["named"]["doubtful"] and head.text not in days():
        return False
    words = doc[start:end]
    if head.text in days():
        return not held(words, before=doc[start - 1].lower_ if start else "")
    if paired(head) or any(YEAR.match(token.text) or ORDINAL.match(token.text) or token.lower_ in ordinals() for token in words):
        return False
    before = doc[start - 1] if start else None
    if word in ("training", "course") and end == head.i + 1 and before is not None and before.lower_ in ("in", "of", "on", "for", "to", "and"):
        return True
    if word in ("training", "course", "forum", "campaign", "challenge", "camp", "dialogue") and end - start >= 3:
        return False
    if word == "mission" and end - start >= 3 and not compound_mission(words):
        return False
    return not held(words, before.lower_ if before is not None else "")


def held(words: Span, before: str) -> bool:
    """Whether a name is the object or subject of a verb of holding, or stands behind "during" or "at"."""
    above = words.root.head
    if above.lower_ == "in" and above.head.pos_ == "VERB":
        above = above.head
    lemma = above.lemma_.lower()
    if lemma == "take" and words.root.dep_ == "nsubj" and any(child.lower_ == "place" for child in above.children):
        return True
    if lemma in rules.table("events")["named"]["marking"]:
        by_event = any(event_type(inner) for child in above.children if child.lower_ == "with" for inner in child.children)
        return above.tag_ in ("VBD", "VBN", "VBZ", "VBP") and not by_event
    return before in ("during", "at") or lemma in rules.table("events")["named"]["holding"]


@functools.cache
def days() -> frozenset[str]:
    """Capitalised words that close names of days: "Alumni Day"."""
    return frozenset(rules.table("events")["named"]["days"])


def compound_mission(words: Span) -> bool:
    """Whether a mission is a body by its words: "Permanent Mission", "Technical Mission"."""
    return any(token.lower_ in ("permanent", "technical", "diplomatic", "special", "monitoring", "observer", "assistance", "support", "aid") for token in words)


def last_type(head: Token, end: int) -> str:
    """The type that the last event word before the name's first preposition gives: "Workshop Series" is a series."""
    kind = event_type(head) or "other"
    for token in head.doc[head.i + 1 : end]:
        if token.lower_ in connectors():
            break
        kind = event_type(token) or kind
    return kind


def edition(doc: Doc, start: int, end: int) -> int | None:
    """The number that an ordinal in the name gives."""
    for token in doc[start:end]:
        if found := ORDINAL.match(token.text):
            return int(found[1])
        if token.lower_ in ordinals() and not (token.i + 1 < len(doc) and doc[token.i + 1].lower_ in ("aid", "lady", "responders", "nations", "minister")):
            return ordinals()[token.lower_]
    return None
