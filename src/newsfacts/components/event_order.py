"""Finds who holds an event by the order of words, where the parse fails: a body, a verb of holding, the event ("X on Monday, 4 May, opened a fair")."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.event_verbs import verbs
from newsfacts.components.mention import Argument, mentions_over
from newsfacts.components.runs import run_around

NEAR, FAR = 9, 16
"""Tokens from a verb to its event, and from a body to its verb."""
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
ASIDE = frozenset(["in", "with", "through", "together", "along", "under", "via", "alongside", "supported", "by"])
"""Words that open a phrase set off by commas between a body and its verb."""


@functools.cache
def groups() -> frozenset[str]:
    """Words of `data/events.toml` for people or parts of a body."""
    return frozenset(rules.table("events")["bodies"]["groups"])


def by_order(head: Token) -> Iterator[Argument]:
    """The bodies before a verb of holding whose object an event seems to be."""
    verb = holding(head)
    body = None if verb is None else before(verb)
    if verb is None or body is None or not acting(body):
        return
    part = "host" if verb.lemma_ in verbs("host") else "sponsor" if verb.lemma_ in verbs("sponsor") | verbs("fund") else "organiser"
    for name in run_around(head.doc, body.start, head.sent.start, head.sent.end):
        if name.label_ == "organisations":
            yield Argument(f"organiser:{part}", (name.start, name.end), f"events.order.{verb.lemma_.lower()}")


def holding(head: Token) -> Token | None:
    """The active verb of holding next before an event, only modifiers, numbers and a date between."""
    doc, start = head.doc, head.sent.start
    for token in reversed(doc[max(start, head.i - NEAR) : head.i]):
        if token.pos_ in ("VERB", "AUX"):
            lemma = token.lemma_.lower()
            known = any(lemma in verbs(name) for name in ("hold", "host", "co-organise", "sponsor", "fund"))
            return token if known and not passive(token) else None
        link = token.pos_ in ("ADP", "SCONJ", "PRON") and token.tag_ != "PRP$"
        if (link and not timely(doc, token.i + 1) and token.lower_ != "of") or mentions_over(doc, "organisations", token.i):
            return None
    return None


def passive(verb: Token) -> bool:
    """Whether a participle stands behind a form of "be", or modifies the noun behind it."""
    near = [token.lower_ for token in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
    return verb.tag_ == "VBN" and (bool(BE & set(near)) or verb.dep_ == "amod")


def timely(doc: Doc, place: int) -> bool:
    """Whether a token is of a date, or a day of the week."""
    token = doc[place]
    return bool(mentions_over(doc, "dates", place)) or token.ent_type_ == "DATE" or token.lower_.endswith("day")


def before(verb: Token) -> Span | None:
    """The body that stands before a verb, only auxiliaries, adverbs, dates, brackets and phrases set off by commas between."""
    doc, start = verb.doc, verb.sent.start
    place, steps = verb.i - 1, 0
    while place >= start and steps < FAR:
        token, steps = doc[place], steps + 1
        found = mentions_over(doc, "organisations", place)
        if found:
            opening = aside(doc, found[0].start, start)
            if opening is None or verb.nbor(-1).text != ",":
                return found[0]
            place = opening - 1
        elif token.text == ")":
            place = next((ahead for ahead in range(place, max(start, place - 8), -1) if doc[ahead].text == "("), place) - 1
        elif token.pos_ in ("AUX", "ADV", "PART", "NUM") or token.text == "," or timely(doc, place) or (token.lower_ == "on" and timely(doc, place + 1)):
            place -= 1
        else:
            return None
    return None


def aside(doc: Doc, place: int, start: int) -> int | None:
    """The comma that opens a phrase of partners in which a place lies: ", in collaboration with X,"."""
    for ahead in range(place, max(start, place - 24), -1):
        if doc[ahead].text == "," and doc[ahead + 1].lower_ in ASIDE:
            return ahead
    return None


def acting(body: Span) -> bool:
    """Whether a body acts itself or by its people: not in "the head of X", "at X"."""
    doc, place = body.doc, body.start - 1
    if place >= 0 and doc[place].lower_ in ("the", "its"):
        place -= 1
    if place < body.sent.start or doc[place].pos_ != "ADP":
        return place < body.sent.start or place + 1 < body.start or doc[place].pos_ != "PROPN"
    return doc[place].lower_ in ("of", "from") and place > body.sent.start and doc[place - 1].lower_ in groups()
