"""Reads how a number is hedged: "more than", "at least", "an estimated" before it, "or more", "and counting" behind it."""
from __future__ import annotations

import functools

from spacy.tokens import Doc

from newsfacts.rules import table

KINDS = ("more_than", "at_least", "about", "less_than", "up_to")
WORDS = frozenset(("some", "under", "over", "about", "around", "above", "beyond", "below", "c.", "ca", "minimum", "maximum"))
"""Words that hedge only right before the figure: before an article they are prepositions."""
LONGEST = 5
"""Words in the longest phrase of the table."""


@functools.cache
def phrases(side: str) -> dict[tuple[str, ...], str]:
    """Phrase, as lower-case words, to comparator; `side` is before or after."""
    data = table("counts")["comparators"]
    data = data["after"] if side == "after" else data
    return {tuple(phrase.split()): kind for kind in KINDS for phrase in data.get(kind, ())}


@functools.cache
def first_words() -> frozenset[str]:
    """The words that phrases behind a figure begin with."""
    return frozenset(phrase[0] for phrase in phrases("after"))


def words_before(doc: Doc, place: int) -> list[tuple[str, int]]:
    """Up to eight words before a token with their places, nearest first, within the line."""
    words = []
    for position in range(place - 1, max(-1, place - 9), -1):
        token = doc[position]
        if token.is_space:
            if "\n\n" in token.text:
                break
            continue
        words.append((token.lower_, position))
    return words


def before(doc: Doc, place: int) -> tuple[str, int] | None:
    """The comparator whose phrase ends before token `place` (articles and "total of" may stand between), and where it begins."""
    data, words = table("counts")["comparators"], words_before(doc, place)
    for skipped in range(4):
        if skipped and (len(words) < skipped or words[skipped - 1][0] not in data["between"]):
            return None
        for length in range(min(LONGEST, len(words) - skipped), 0, -1):
            taken = words[skipped:skipped + length][::-1]
            kind = phrases("before").get(tuple(word for word, _ in taken))
            if kind and stands(doc, taken, skipped, data["prepositions"]):
                denied = taken[0][0] in ("exceed", "surpass", "top") and len(words) > skipped + length and words[skipped + length][0] in ("not", "n't", "never")
                return "up_to" if denied else kind, taken[0][1]
    return None


def stands(doc: Doc, taken: list[tuple[str, int]], skipped: int, prepositions: dict[str, list[str]]) -> bool:
    """Whether a phrase hedges, and is no preposition ("spread over 40 villages", "some of the 20")."""
    word, place = taken[0]
    if len(taken) == 1:
        if skipped and word in WORDS and not total(doc, place):
            return False
        left = doc[place - 1].lower_ if place else ""
        return left not in prepositions.get(word, ())
    return True


def total(doc: Doc, place: int) -> bool:
    """Whether "a total of" or an article with a round number follows ("over a million", "around the 200")."""
    return place + 1 < len(doc) and doc[place + 1].lower_ in ("a", "an", "total", "all", "one", "another", "with")


def after(doc: Doc, place: int) -> tuple[str, int] | None:
    """The comparator whose phrase begins at token `place`, and the place behind it; "and more than" begins another count."""
    if place >= len(doc) or doc[place].lower_ not in first_words():
        return None
    for length in range(3, 0, -1):
        if place + length <= len(doc):
            kind = phrases("after").get(tuple(token.lower_ for token in doc[place:place + length]))
            if kind and not (place + length < len(doc) and doc[place + length].lower_ == "than"):
                return kind, place + length
    return None
