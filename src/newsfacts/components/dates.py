"""Proposes expressions of calendar time: the grammar's readings, with the tense of the verbs around them."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsfacts.components import date_guards, mention
from newsfacts.components.date_grammar import read
from newsfacts.components.dateline import dateline


@Language.component("newsfacts_dates", assigns=["span._.newsfacts_dates"], requires=[])
def dates(doc: Doc) -> Doc:
    text = mention.text_of(doc)
    reference = doc._.published or dateline(text)
    for reading in (found for found in read(text, reference, lambda place: direction(doc, place)) if not found.loose):
        span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
        if span is not None:
            mention.propose(doc, "dates", span.start, span.end, reading.rule, mention.DateValue(reading.value, reading.computed))
    return doc


def direction(doc: Doc, place: int) -> int:
    """Whether the verb over the token at a character tells the past (-1), the present (1), what is to come (2), or leaves it open (0);
    -2 where what the date names is surely over ("after the May floods")."""
    span = doc.char_span(place, place + 1, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return 0
    token, by = span[0], span[0].head.lower_ == "by"
    if token.dep_ == "compound" and token.head.head.lower_ in ("following", "after", "since"):
        return -2
    moved = token.head.lower_ == "for"
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and token.lower_[0].isalpha():
            told, shifts = tense(token)
            moved = moved or shifts
            if told is not None:
                return 0 if moved and told < 0 else 2 if moved or (by and told >= 0) else told
        if token.head.i == token.i:
            return 0
        token = token.head
    return 0


def tense(verb: Token) -> tuple[int | None, bool]:
    """The time that a verb form tells (None where it has none of its own), and whether the verb speaks of something planned."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    planned = verb.lemma_.lower() in date_guards.guard("shifted_verbs")
    if any(helper.lower_ == "could" for helper in helpers) and any(child.dep_ == "neg" for child in verb.children):
        return -1, planned
    if any(helper.lower_ in date_guards.guard("future_words") for helper in helpers):
        return 2, planned
    if any(helper.tag_ == "TO" for helper in helpers):
        return (2 if verb.head is verb else None), True
    if any(helper.tag_ in ("VBD", "VBN") or helper.lower_ in ("has", "have", "had") for helper in helpers) or verb.tag_ == "VBD":
        return -1, planned
    if any(helper.tag_ in ("VBZ", "VBP") for helper in helpers) or verb.tag_ in ("VBZ", "VBP"):
        simple = not helpers and verb.pos_ == "VERB" and verb.lemma_.lower() not in date_guards.guard("told_now")
        return int(simple), planned
    if verb.tag_ == "VBN":
        return (None if planned else -1), planned
    return None, planned
