"""Tells which mentions of dates, places, durations and counts belong to an event or outcome: by the parse, else by nearness in the clause."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from newsfacts.components.mention import memory, mentions, sentence_of

KINDS = ("city", "town", "village", "capital", "port", "district", "province", "island", "state", "municipality", "region")


def in_sentence(token: Token, kind: str) -> list[Span]:
    """The mentions of a kind in the sentence of a token."""
    found = mentions(token.doc, kind)
    start, end = sentence_of(token.doc, token.i) if found else (0, 0)
    return [span for span in found if start <= span.start < end]


def anchors(span: Span) -> Iterator[Token]:
    """The words above a mention, up to and with the first verb."""
    token = span.root
    seen = 0
    while token.head != token and seen < 14:
        token, seen = token.head, seen + 1
        if not span.start <= token.i < span.end:
            yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def clause_of(token: Token) -> Token:
    """The verb of the clause that a word stands in, or the sentence's root."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def above(verb: Token) -> Iterator[Token]:
    """The verbs that a clause hangs from without leaving its sentence part: through "to" clauses, gerunds and coordination."""
    token = verb
    for _ in range(6):
        if token.head == token:
            return
        if token.dep_ in ("xcomp", "conj", "pcomp", "advcl"):
            token = clause_of(token.head)
            yield token
        else:
            return


def belongs(span: Span, trigger: Token) -> str | None:
    """The rule by which a mention belongs to a trigger (a verb, or a noun with the verb that governs it); None where it does not."""
    direct = list(anchors(span))
    if trigger in direct:
        return "attach.own"
    verb = clause_of(trigger)
    if verb in direct and (trigger.pos_ in ("VERB", "AUX") or verb != trigger):
        return "attach.clause"
    for child in trigger.children:
        if child.dep_ in ("acl", "relcl") and (child in direct or (direct and under(direct[-1], child))):
            return "attach.participle"
    if direct and direct[-1] in above(verb):
        return "attach.higher"
    return None


def under(verb: Token, clause: Token) -> bool:
    """Whether a verb is a part of a clause by coordination or a "to": "which opened on Monday and closed on Friday", "which was to open on 8 June"."""
    token = verb
    for _ in range(4):
        if token.head == token or token.dep_ not in ("xcomp", "conj", "ccomp"):
            return False
        token = token.head
        if token == clause:
            return True
    return False


def nearest(spans: list[Span], trigger: Token) -> list[Span]:
    """Mentions by their distance from a trigger; what stands behind it comes first where the distance is equal."""
    return sorted(spans, key=lambda span: (abs(span.start - trigger.i), span.start < trigger.i))


def preposition(span: Span) -> str:
    """The preposition before a mention ("in", "at", …), or an empty string."""
    known = memory(span.doc, "prepositions")
    found: str | None = known.get(span.start)
    if found is None:
        found = known[span.start] = read_preposition(span)
    return found


def read_preposition(span: Span) -> str:
    """What `preposition` tells, looked for in the words."""
    place = span.start - 1
    while place >= 0 and (
        span.doc[place].pos_ in ("DET", "ADJ")
        or span.doc[place].lower_ in ("the", "nearby", *KINDS)
        or (span.doc[place].lower_ == "of" and place and span.doc[place - 1].lower_ in KINDS)
    ):
        place -= 1
    return str(span.doc[place].lower_) if place >= 0 and span.doc[place].pos_ in ("ADP", "SCONJ") else ""
