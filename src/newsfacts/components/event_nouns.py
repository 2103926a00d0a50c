"""Tells which nouns outside names are events, of what type, and whether they point back to one told before."""

from __future__ import annotations

from spacy.tokens import Token

from newsfacts import rules
from newsfacts.components.event_words import event_type, singular

DEFINITE = ("the", "this", "that", "these", "those", "its", "their", "our", "his", "her", "such")


def unnamed(token: Token) -> tuple[str, str] | None:
    """The type of an unnamed event and the rule that gave it."""
    kind = event_type(token)
    if kind is None or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod", "amod", "npadvmod", "poss") or token.text.isupper():
        return None
    lemma = singular(token.lower_)
    table = rules.table("events")
    if lemma in table["ceremonies"]["nouns"] and token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "ceremony":
        return None
    if token.lower_ in table["weak"]["never"] and not compound_type(token):
        return None
    if lemma in table["weak"]["nouns"] or lemma in table["weak"]["never"]:
        given = compound_type(token)
        if given:
            return given, f"events.compound.{given}"
        if lemma in table["weak"]["never"]:
            return None
    if (kind == "training" and lemma == "training" and not eventive(token)) or no_event(token, lemma):
        return None
    if lemma == "session" and token.dep_ == "pobj" and token.head.lower_ == "in":
        return None
    return compound_type(token) or kind, f"events.{kind}.{lemma}"


def no_event(token: Token, lemma: str) -> bool:
    """Whether a noun is used in another sense: the mission of a body, a convention that is signed."""
    if lemma == "mission" and not compound_type(token):
        be = token.head.lemma_ == "be" and token.dep_ == "nsubj" and any(child.tag_ in ("VB", "VBG") for child in token.head.children)
        return be or any(child.dep_ == "poss" and child.lower_ not in ("our", "this") for child in token.children)
    if lemma == "drive":
        return token.pos_ != "NOUN" or not any(child.dep_ == "compound" for child in token.children) or token.nbor(1).lower_ == "to"
    if lemma == "series":
        return definite(token) and not any(child.lower_ == "of" for child in token.children)
    if lemma in ("convention", "exchange"):
        return any(parent.lemma_ in ("sign", "ratify", "conclude", "framework", "implement", "adopt", "accede", "party") for parent in token.ancestors)
    return False


def compound_type(token: Token) -> str | None:
    """The type that a modifier gives a general noun: "training session", "award ceremony", "eye camp"."""
    before = [child.lower_ for child in token.children if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i]
    table = rules.table("events")["compound"]
    lemma = singular(token.lower_)
    for kind, listed in table.items():
        if any(singular(word) in listed for word in before):
            if kind == "mission":
                if lemma == "camp":
                    return "mission"
            elif kind == "ceremony":
                if event_type(token) == "ceremony":
                    return "ceremony"
            elif lemma in ("programme", "program", "session", "course", "class", "module", "event"):
                return kind if lemma != "course" else "course"
    return None


def eventive(token: Token) -> bool:
    """Whether "training" is an event (counted, dated, determined) and no mere activity."""
    return (
        any(child.dep_ in ("det", "nummod", "amod", "poss") and child.lower_ not in ("no", "any", "further", "more") for child in token.children)
        or token.tag_ == "NNS"
    )


def definite(token: Token) -> bool:
    """Whether an event noun points back: "the workshop", "this training"."""
    return any(child.dep_ in ("det", "poss") and child.lower_ in DEFINITE for child in token.children)
