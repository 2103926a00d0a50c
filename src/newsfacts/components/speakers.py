"""Tells who speaks: the person, body or pronoun behind a verb or noun of speech."""
from __future__ import annotations

import functools

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.clause import is_passive, phrase, subject
from newsfacts.components.mention import Tokens, mentions

NOMINAL = ("NOUN", "PROPN", "PRON")
SAID = ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB")
NOBODY = ("it", "there", "this", "that", "which", "one", "you", "i")
REACH = 12
"""Tokens behind a verb of speech within which the speaker's name is looked for."""


@functools.cache
def words(section: str, name: str) -> frozenset[str]:
    """A list of `data/quotes.toml`."""
    return frozenset(rules.table("quotes")[section][name])


def says(token: Token, name: str = "direct") -> bool:
    """Whether a token is a verb of speech that may tell a speaker."""
    return token.lemma_.lower() in words("verbs", name) and token.tag_ in SAID


class Names:
    """The people and organisations of a Doc by token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        found = [span for kind in ("organisations", "people") for span in mentions(doc, kind)]
        self.at: dict[int, Span] = {place: span for span in found for place in range(span.start, span.end)}

    def person(self, start: int, end: int) -> Span | None:
        """The first person named in a stretch, none where a verb stands before."""
        for token in self.doc[start:end]:
            span = self.at.get(token.i)
            if span is not None and span.label_ == "people":
                return span
            if token.pos_ in ("VERB", "AUX") or token.lower_ in ("that", "who") or ends(token):
                return None
        return None

    def within(self, start: int, end: int) -> Span | None:
        """The last person or body named in a stretch."""
        return next((self.at[place] for place in range(end - 1, start - 1, -1) if place in self.at), None)


def ends(token: Token) -> bool:
    """Whether a full stop or a line's end closes a sentence here; that of an abbreviated title ("Maj. Gen. …") does not."""
    if "\n" in token.text or token.text in ("!", "?", "…"):
        return True
    if token.text != ".":
        return False
    before = token.nbor(-1).text if token.i else ""
    following = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    return not (1 < len(before) <= 4 and before.istitle() and following[:1].isupper())


def stretch(head: Token, names: Names) -> Tokens:
    """The tokens that name a speaker: the mention at its head or in apposition, what a carrier of words belongs to, else its phrase."""
    for token in (head, *(child for child in head.children if child.dep_ == "appos")):
        if token.i in names.at:
            span = names.at[token.i]
            return span.start, span.end
    if head.lemma_.lower() in words("nouns", "carriers") or head.lower_ in words("nouns", "carriers"):
        for child in head.children:
            owner = child if child.dep_ in ("poss", "compound", "nmod") else owned(child)
            if owner is not None and owner.i in names.at:
                span = names.at[owner.i]
                return span.start, span.end
    named = names.person(head.left_edge.i, min(head.right_edge.i + 1, head.i + REACH))
    return (named.start, named.end) if named is not None else phrase(head)


def owned(preposition: Token) -> Token | None:
    """The noun in "of X", "from X"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in ("of", "from", "by", "for"):
        return None
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def of_verb(verb: Token, names: Names) -> Tokens | None:
    """Who a verb of speech says it of: its subject, none in "X was told", "it was announced"."""
    if is_passive(verb) and not (verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl")):
        by = next((inner for child in verb.children if child.dep_ == "agent" for inner in child.children if inner.dep_ == "pobj"), None)
        return None if by is None else stretch(by, names)
    found = subject(verb)
    if found is None or found.token.lower_ in NOBODY or not (found.token.pos_ in NOMINAL or found.token.i in names.at):
        return None
    if found.rule == "clause.subject" and found.token.i < verb.i and found.token.i not in names.at and found.token.pos_ != "PRON":
        named = names.person(found.token.left_edge.i, verb.i)
        if named is not None and verb.i - named.end < 4:
            return named.start, named.end
    return stretch(found.token, names)


def beside(verb: Token, start: int, end: int, names: Names) -> Tokens | None:
    """Who says the words next to a stretch of tokens [start, end) that holds a verb of speech: its subject there, else the name before or behind it."""
    found = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and start <= child.i < end), None)
    inverted = verb.i - start <= 2 and not any(token.pos_ in NOMINAL for token in verb.doc[start:verb.i])
    if inverted and (found is None or found.i not in names.at or names.at[found.i].label_ != "people"):
        named = names.person(verb.i + 1, min(end, verb.i + 1 + REACH))
        if named is not None:
            return named.start, named.end
    if found is not None and found.lower_ not in NOBODY:
        return stretch(found, names)
    if not inverted:
        earlier = names.within(max(start, verb.i - REACH), verb.i)
        if earlier is not None:
            return earlier.start, earlier.end
        pronoun = verb.doc[verb.i - 1] if verb.i > start else None
        return (pronoun.i, pronoun.i + 1) if pronoun is not None and pronoun.lower_ in ("he", "she", "they", "we") else None
    behind = next((token for token in verb.doc[verb.i + 1:min(end, verb.i + 6)] if token.pos_ in NOMINAL), None)
    while behind is not None and behind.dep_ in ("compound", "nmod", "poss", "amod") and behind.i < behind.head.i < end:
        behind = behind.head
    return None if behind is None else stretch(behind, names)
