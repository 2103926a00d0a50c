"""Finds the head noun that a number counts, and its singular."""
from __future__ import annotations

import functools
from typing import Any

from spacy.tokens import Doc, Token

from newsfacts.rules import table

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
MODIFIERS = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "CD", "RB", "RBR", "RBS", "FW", "HYPH", "AFX", "POS", "NFP", "ADD", "XX"))
JOINS = frozenset((",", "and", "or", "and/or", "&", "/"))
QUOTES = frozenset("\"'“”‘’„«»()[]*")
REACH = 14
"""How many tokens behind a number its head noun may stand."""


@functools.cache
def nouns() -> dict[str, Any]:
    """The word lists on nouns, as sets and maps."""
    data = table("counts")["nouns"]
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in data.items()}


@functools.cache
def singular(word: str) -> str:
    """The singular of an English noun, lower case: irregular ones by the table, else by ending."""
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    lists = nouns()
    if word in lists["irregular"]:
        return str(lists["irregular"][word])
    if word in lists["invariant"] or len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word[:-3] if word.endswith("children") else word[:-3] + "man" if word.endswith("men") and len(word) > 5 and not word.endswith("imen") else word
    if "-" in word:
        front, _, back = word.rpartition("-")
        return f"{front}-{singular(back)}"
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "ches", "shes", "xes", "zzes", "oes")) or (word.endswith("uses") and word not in lists["uses"]):
        return word[:-2]
    return word[:-1]


def plural(token: Token) -> bool:
    """Whether a token is a plural noun, by form and tag; the tag of a capitalised or rare word is not trusted."""
    word = token.lower_
    if word in nouns()["invariant"] or word in nouns()["irregular"]:
        return word not in ("lens", "data", "news", "specimen", "regimen", "omen", "abdomen", "chassis")
    if token.tag_ in ("NNS", "NNPS"):
        return word != "-"
    if word.endswith("men") and len(word) > 4 and token.tag_ in NOUNS:
        return singular(word) != word
    return token.tag_ in ("NN", "NNP", "VBZ") and len(word) > 3 and singular(word) != word


def noun_like(token: Token) -> bool:
    """Whether a token may be part of a run of nouns."""
    return (token.tag_ in NOUNS and token.text not in QUOTES and token.text != "-") or token.lower_ in nouns()["invariant"]


def modifies(token: Token) -> bool:
    """Whether a token may stand between number and noun."""
    if token.tag_ in MODIFIERS or token.lower_ in nouns()["modifiers"] or token.text in QUOTES:
        return True
    if token.tag_ == "VBD" and token.lower_.endswith(("ed", "en")):
        return token.i + 1 < len(token.doc) and plural(token.doc[token.i + 1])
    return token.text[:1].isdigit() and token.text[-1:].isalpha()


def head_noun(doc: Doc, place: int, one: bool = False) -> int | None:
    """The head of the noun phrase whose rest begins at token `place`: the first plural's run of nouns; a single noun for `one`. None where there is no noun."""
    limit, last = min(len(doc), place + REACH), None
    for position in range(place, limit):
        token = doc[position]
        if token.text == "|" or (token.is_space and "\n" in token.text):
            return last
        if one and position > place and token.text == ",":
            return last if last is not None else position - 1 if doc[position - 1].is_alpha else None
        if plural(token) and (noun_like(token) or last is None or doc[position - 1].tag_ in NOUNS or token.tag_ == "VBZ"):
            if one and verb_after(doc, last, position):
                return last
            return run_end(doc, position, limit, one)
        if noun_like(token):
            if one and last is not None and position != last + 1 and not hyphen(doc, last, position):
                return last
            last = position
        elif token.is_space or hyphenated(doc, position) or short_form(doc, position, last):
            continue
        elif modifies(token):
            if last is not None and token.tag_ in ("VBN", "VBG", "RB", "CD", "JJ") and not later_noun(doc, position, limit):
                return last
        elif token.lower_ in JOINS and may_join(doc, position, limit, last):
            continue
        else:
            return last
    return last


def short_form(doc: Doc, position: int, last: int | None) -> bool:
    """Whether a bracket belongs to an acronym inside a name ("Youth Leaders Network (YLN) camps")."""
    if last is None or doc[last].is_lower:
        return False
    if doc[position].text == ")":
        return doc[position - 1].is_upper
    inside = position + 3 < len(doc) and doc[position].text == "(" and doc[position + 2].text == ")"
    return inside and doc[position + 1].is_upper and noun_like(doc[position + 3])


def hyphen(doc: Doc, first: int, second: int) -> bool:
    """Whether only a hyphen stands between two tokens."""
    return second == first + 2 and doc[first + 1].text in "-–"


def hyphenated(doc: Doc, position: int) -> bool:
    """Whether a token is a hyphen inside a word, or a word right behind one ("semi-public", "steel-framed")."""
    if doc[position].text in ("-", "–", "‑"):
        return not doc[position - 1].whitespace_ and not doc[position].whitespace_
    return doc[position - 1].text in ("-", "‑") and not doc[position - 1].whitespace_


def verb_after(doc: Doc, last: int | None, position: int) -> bool:
    """Whether a seeming plural behind a noun is a verb in the present ("one team trains")."""
    return last is not None and doc[position].tag_ == "VBZ" and doc[last].tag_ == "NN" and doc[position].dep_ in ("ROOT", "conj", "relcl", "ccomp", "advcl")


def later_noun(doc: Doc, position: int, limit: int) -> bool:
    """Whether a modifier behind a singular noun leads on to a plural: "humanitarian aid and trained workers" does, "worker trained in" does not."""
    for place in range(position, min(limit, position + 4)):
        if plural(doc[place]) and noun_like(doc[place]):
            return True
        if not (modifies(doc[place]) or noun_like(doc[place]) or doc[place].lower_ in JOINS):
            return False
    return False


def may_join(doc: Doc, position: int, limit: int, last: int | None) -> bool:
    """Whether a comma or "and" joins modifiers before a plural yet to come ("Malian and Chadian farmers", "Art and Music School pupils")."""
    for place in range(position + 1, min(limit, position + 7)):
        token = doc[place]
        if plural(token) and noun_like(token):
            return last is None or doc[position - 1].tag_ in ("JJ", "NNP", "VBN", "VBG", "NN", ",")
        if not (modifies(token) or noun_like(token) or token.lower_ in JOINS or hyphenated(doc, place)) or (token.tag_ == "CD" and token.dep_ == "nummod"):
            return False
    return False


def run_end(doc: Doc, position: int, limit: int, one: bool = False) -> int:
    """The head of a run of nouns that has come to a plural: a later noun of the run where the plural stands before it as a modifier ("women leaders")."""
    if possessive(doc, position) and position + 2 < limit and doc[position - 1].tag_ != "DT":
        return following(doc, position + 2, limit) or position
    token, end = doc[position], position
    while end + 1 < limit and noun_like(doc[end + 1]) and doc[end].text not in ("%",):
        end += 1
    if end == position or token.dep_ not in ("compound", "nmod", "amod", "poss", "nummod", "npadvmod"):
        return position
    head = token.head.i
    return head if position < head <= end and (plural(doc[head]) or one) and singular(doc[head].text) not in nouns()["time"] else position


def possessive(doc: Doc, position: int) -> bool:
    """Whether a possessive ending follows a noun."""
    return position + 1 < len(doc) and doc[position + 1].tag_ == "POS"


def following(doc: Doc, position: int, limit: int) -> int | None:
    """The plural that a possessive plural stands before ("12 women's groups"), where one follows at once."""
    for place in range(position, min(limit, position + 3)):
        if plural(doc[place]) and noun_like(doc[place]):
            return place
        if not (noun_like(doc[place]) or modifies(doc[place])):
            return None
    return None
