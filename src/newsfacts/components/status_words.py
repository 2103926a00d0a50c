"""Reads what a verb's own words (negation, auxiliaries, conditions) and the word lists say of its status."""
from __future__ import annotations

import functools

from spacy.tokens import Token

from newsfacts import rules

Told = tuple[str, Token | None]
MENDED = {"hop": "hope", "slat": "slate", "ax": "axe"}
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


def base(token: Token) -> str:
    """A word's dictionary form, mended where the lemmatiser errs ("hopes" is no hop)."""
    form = str(token.lemma_.lower())
    return MENDED.get(form, form)


@functools.cache
def words(section: str, name: str) -> frozenset[str]:
    """A list of `data/status.toml`."""
    return frozenset(rules.table("status")[section][name])


def listed(section: str, lemma: str, names: tuple[str, ...] = ("negated", "cancelled", "planned", "possible")) -> str | None:
    """The status under which a word stands in a section of the data."""
    return next((name for name in names if name in rules.table("status")[section] and lemma in words(section, name)), None)


def own_words(verb: Token) -> Told:
    """What negation, auxiliaries and the negative subject or object of a verb say."""
    children = list(verb.children)
    if cue := negation(verb, children):
        return "negated", cue
    if cue := next((child for child in children if child.lower_ in words("words", "possibly")), None):
        return "possible", cue
    auxiliaries = [child for child in children if child.dep_ in ("aux", "auxpass")]
    lowered = [child.lower_ for child in auxiliaries]
    for child in auxiliaries:
        if child.lower_ in ("would", "could", "should", "'d", "’d") and "have" in lowered[lowered.index(child.lower_):]:
            return ("negated", child) if child.lower_ != "could" else ("possible", child)
        if child.lower_ in words("auxiliaries", "planned") and not (child.lower_ in ("'d", "’d") and verb.tag_ != "VB"):
            return "planned", child
        if child.lower_ in words("auxiliaries", "possible"):
            return "possible", child
    if cue := to_be(verb, auxiliaries):
        return "planned", cue
    return "actual", None


def negation(verb: Token, children: list[Token]) -> Token | None:
    """The word that negates a verb: "not", "never", "no one was", "treated no patient", "without"."""
    for child in children:
        if child.dep_ == "neg":
            following = [token.lower_ for token in child.doc[child.i + 1:child.i + 3]]
            harmless = following[:1] != ["to"] and following[:1] and following[0] in words("words", "not_negating")
            if not harmless and following != ["to", "mention"]:
                return child
        if child.lower_ in ("neither", "nor") and child.dep_ in ("preconj", "cc", "advmod") and child.i < verb.i:
            return child
        if child.dep_ in (*SUBJECTS, "dobj") and (cue := no(child)):
            return cue
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return verb.head
    return None


def no(noun: Token) -> Token | None:
    """The "no" of a noun phrase ("no patient", "no one", "none of them")."""
    if noun.lower_ in words("words", "negative_subjects"):
        return noun
    found = (child for child in noun.children if child.lower_ in ("no", "neither") and child.dep_ in ("det", "neg", "preconj", "advmod", "amod"))
    return next((child for child in found if child.i + 1 >= len(child.doc) or child.nbor().lower_ not in words("words", "not_negating")), None)


def to_be(verb: Token, auxiliaries: list[Token]) -> Token | None:
    """The cue of "is to be opened", "is to open", "yet to be opened", "is going to open", and of a headline's "Society to build library"."""
    to = next((child for child in auxiliaries if child.lower_ == "to"), None)
    if to is None:
        return None
    before = to.nbor(-1) if to.i else None
    if before is not None and (before.lower_ in ("yet", "due", "set") or (before.lemma_ == "be" and verb.dep_ in ("xcomp", "ROOT", "ccomp"))):
        return before
    if before is not None and before.lower_ in ("going", "about"):
        return before
    alone = verb.dep_ == "ROOT" and all(child.lower_ in ("to", "be") for child in auxiliaries)
    if alone and any(child.dep_ in SUBJECTS and child.i < to.i for child in verb.children):
        return to
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in auxiliaries):
        return to
    return None


def doubted(verb: Token) -> Token | None:
    """The word above a clause that makes it no more than possible: "It is possible that …"."""
    if verb.dep_ not in ("ccomp", "csubj"):
        return None
    words_above = (verb.head, *(child for child in verb.head.children if child.dep_ in ("acomp", "attr")))
    return next((word for word in words_above if word.lower_ in ("possible", "likely", "conceivable", "probable")), None)


def conditional(verb: Token, told: Told) -> Told:
    """A plan under a condition ("if its grant is confirmed, a unit will …"), or a condition itself, is possible."""
    marks = [child for child in verb.children if child.dep_ == "mark" and child.lower_ in ("if", "unless", "provided", "whether")]
    if marks and told[0] in ("actual", "planned"):
        return "possible", marks[0]
    if told[0] == "planned":
        for child in verb.children:
            if child.dep_ == "advcl":
                mark = next((word for word in child.children if word.dep_ == "mark" and word.lower_ in ("if", "unless", "provided")), None)
                if mark is not None:
                    return "possible", mark
    return told


def settle(name: str) -> str:
    """The status of what is cancelled: it did not happen."""
    return "negated" if name == "cancelled" else name


def moved(verb: Token) -> bool:
    """Whether what is put off has a new date: "postponed to June"."""
    return base(verb) in ("postpone", "put", "defer") and any(
        child.dep_ == "prep" and child.lower_ in ("to", "until", "till") and not any(word.lower_ in words("words", "no_day") for word in child.subtree)
        for child in verb.children)


def calls_off(verb: Token) -> bool:
    """Whether a verb says that something planned was dropped: "cancelled", "called off", "fell through"."""
    lemma = base(verb)
    if lemma in words("heads", "cancelled"):
        return True
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    return (lemma, following) in (("call", "off"), ("fall", "through"), ("put", "off"))
