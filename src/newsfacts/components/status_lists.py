"""Tells whether a list's items are still to come, by the line above it."""
from __future__ import annotations

from spacy.tokens import Token

from newsfacts.components.mention import mentions, mentions_over
from newsfacts.components.status_words import base, words


def led_in(token: Token) -> Token | None:
    """The word in the line above a list that tells that its items are still to come: "the project will:", "What comes next"."""
    own = next(iter(mentions_over(token.doc, "layout", token.i)), None)
    if own is None or own.id_ not in ("layout.item", "layout.line"):
        return None
    spans = mentions(token.doc, "layout")
    place = spans.index(own)
    opening = next((word for word in spans[place] if word.is_alpha), None)
    bare = opening is not None and base(opening) == opening.lower_
    if token.tag_ in ("VBD", "VBN") and not (bare and token == opening) and not any(child.lower_ == "to" for child in token.children):
        return None
    if token != opening and token.tag_ in ("VBZ", "VBP", "MD"):
        return None
    if any(finite(word) for word in token.sent if not (bare and word == opening)):
        return None
    while place > 0 and spans[place].id_ == "layout.item":
        place -= 1
    above = spans[place]
    ending = [word for word in above if word.is_alpha][-6:]
    if above.text.rstrip()[-1:] != ":" and above.id_ not in ("layout.subhead", "layout.headline") and not (ending and ending[-1].tag_ == "MD"):
        return None
    cue = next((word for word in ending if word.lower_ in words("words", "lead_ins")), None)
    return cue or next((word for word in above if word.tag_ == "MD" and word.lower_ in ("will", "shall")), None)


def finite(word: Token) -> bool:
    """Whether a word is the finite verb of a main clause."""
    return word.tag_ in ("VBD", "VBZ", "VBP", "MD") and any(char.isalpha() for char in word.text) and word.dep_ not in ("relcl", "ccomp", "advcl")
