"""Finds who ran an event by what they did to people there ("X trained 40 nurses in a workshop"), by "its", and by headlines."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from newsfacts.components.clause import Slot, frame
from newsfacts.components.event_backers import backing
from newsfacts.components.event_verbs import governor, verbs
from newsfacts.components.event_words import event_type
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument, Tokens, mentions_over, sentence_of
from newsfacts.components.runs import run_around, run_from

SCENES = ("in", "at", "during", "through", "via", "on", "under")
GUESTS = ("to", "for", "in", "at")
OPEN = ("a", "an", "its", "their", "this")
FORWARD = ("to", "will", "successfully", "jointly", "and", "again", "recently", "also", "has", "have")
"""Words between who a headline is about and the verb of it."""


def doers(head: Token, span: Span) -> Iterator[Argument]:
    """The organisers that no participle, phrase or verb of holding tells."""
    yield from of_deed(head)
    yield from by_its(head, span)
    yield from possessor(span)
    yield from of_headline(head, span)


def of_deed(head: Token) -> Iterator[Argument]:
    """Who trained people in an event, or called them to it: "X trained 40 nurses in a workshop", "X invites teachers to its summer school"."""
    verb, link = scene_verb(head)
    if verb is None:
        return
    lemma = verb.lemma_.lower()
    teaches = lemma in backing("teaching") and link in SCENES
    marks = (lemma in backing("marking") and link in ("with", "through")) or (lemma in backing("honouring") and event_type(head) == "ceremony")
    calls = lemma in backing("calling") and link in GUESTS and any(child.lower_ in OPEN for child in head.children)
    doer = frame(verb).subject
    if event_type(head) in ("campaign", "mission") and link in SCENES and lemma not in verbs("attend") and any(child.lower_ in OPEN for child in head.children):
        teaches = True
    if doer is not None and (teaches or calls or marks):
        for tokens in acting(doer):
            yield Argument("organiser:organiser", tokens, f"events.doer.{lemma}", doer.via)


def acting(doer: Slot) -> list[Tokens]:
    """The bodies in the list that a doer heads, else the word or pronoun that may stand for one."""
    token = doer.token
    found = run_around(token.doc, token.i, *sentence_of(token.doc, token.i))
    if found:
        return [(span.start, span.end) for span in found if span.label_ == "organisations"]
    return [(token.i, token.i + 1)] if token.lower_ not in ("which", "that", "who", "they", "there") else []


def scene_verb(head: Token) -> tuple[Token | None, str]:
    """The verb of what happens at an event and the preposition between, also where the parse hangs the preposition on the verb's object."""
    verb, link = governor(head)
    if verb is not None or head.dep_ != "pobj":
        return verb, link
    noun = head.head.head
    for _ in range(3):
        if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB":
            return noun.head, str(head.head.lower_)
        noun = noun.head if noun.dep_ == "prep" else noun.head.head if noun.dep_ == "pobj" else noun
    return None, ""


def by_its(head: Token, span: Span) -> Iterator[Argument]:
    """ "its annual congress" is run by whom "its" stands for."""
    for child in head.children:
        if child.dep_ == "poss" and child.lower_ == "its" and child.i < span.start + 1:
            yield Argument("organiser:organiser", (child.i, child.i + 1), "events.phrase.its", "coreference")


def possessor(span: Span) -> Iterator[Argument]:
    """A body with "'s" before the words that describe an event, wherever the parse hangs it: "the Seed Board's two-day job fair"."""
    doc = span.doc
    for place in range(span.start - 1, max(span.sent.start, span.start - 7), -1):
        token = doc[place]
        if token.tag_ == "POS":
            for body in mentions_over(doc, "organisations", place - 1):
                yield Argument("organiser:organiser", (body.start, body.end), "events.phrase.possessor")
            return
        if token.pos_ not in ("NOUN", "ADJ", "NUM", "PROPN", "ADV", "PUNCT") or token.text in (",", ";", ":", "("):
            return


def of_headline(head: Token, span: Span) -> Iterator[Argument]:
    """The bodies that open a headline before a verb of holding or training, whatever the parse makes of it: "Seed Board Trains Growers at Workshop"."""
    doc, start = head.doc, head.sent.start
    if block_of(head) not in ("headline", "subhead"):
        return
    found = run_from(doc, start, span.start, ("organisations",))
    if not found or found[0].start - start > 1 or mentions_over(doc, "people", found[0].start):
        return
    place = found[-1].end
    if place < span.start and doc[place].text == "(":
        place = next((token.i + 1 for token in doc[place : span.start] if token.text == ")"), place)
    while place < span.start and doc[place].lower_ in FORWARD:
        place += 1
    if place < span.start and doc[place].lower_ in backing("headline"):
        for name in found:
            yield Argument("organiser:organiser", (name.start, name.end), "events.headline.subject")
