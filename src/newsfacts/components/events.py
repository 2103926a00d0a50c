"""Proposes events, named and unnamed, each mention with its arguments."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.event_arguments import arguments
from newsfacts.components.event_names import event_type, singular
from newsfacts.components.mention import EventValue, mentions, propose, value_of
from newsfacts.components.status import status_of

DEFINITE = ("the", "this", "that", "these", "those", "its", "their", "our", "his", "her", "such")


@Language.component("newsfacts_events", assigns=["span._.newsfacts_events"], requires=["token.dep", "span._.newsfacts_event_names"])
def events(doc: Doc) -> Doc:
    """Proposes each named event, and each noun such as "a two-day workshop" outside names."""
    names = mentions(doc, "event_names")
    covered = {place for kind in ("event_names", "organisations", "people") for span in mentions(doc, kind) if not getattr(value_of(span), "generic", False)
               for place in range(span.start, span.end)}
    nouns = [(token, found) for token in doc if token.i not in covered and (found := unnamed(token))]
    places = [name.root.i for name in names] + [token.i for token, _ in nouns]
    for name in names:
        value = value_of(name)
        propose(doc, "events", name.start, name.end, name.id_, EventValue(value.name, value.type, told_as(name.root), True, arguments(name.root, name, places)))
    for token, (kind, rule) in nouns:
        span = doc[token.i:token.i + 1]
        propose(doc, "events", token.i, token.i + 1, rule, EventValue(None, kind, told_as(token), definite(token), arguments(token, span, places)))
    return doc


def told_as(head: Token) -> str:
    """An event's status; "possible" and "negated" are kept as they are told."""
    return status_of(head)[0]


def unnamed(token: Token) -> tuple[str, str] | None:
    """The type of an unnamed event and the rule that gave it."""
    kind = event_type(token)
    if kind is None or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod", "amod", "npadvmod", "poss") or token.text.isupper():
        return None
    lemma = singular(token.lower_)
    table = rules.table("events")
    if lemma in table["weak"]["nouns"] or lemma in table["weak"]["never"]:
        given = compound_type(token)
        if given:
            return given, f"events.compound.{given}"
        if lemma in table["weak"]["never"]:
            return None
    if kind == "training" and lemma == "training" and not eventive(token):
        return None
    return compound_type(token) or kind, f"events.{kind}.{lemma}"


def compound_type(token: Token) -> str | None:
    """The type that a modifier gives a general noun: "training session", "award ceremony", "eye camp"."""
    before = [child.lower_ for child in token.children if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i]
    table = rules.table("events")["compound"]
    lemma = singular(token.lower_)
    for kind, words in table.items():
        if any(singular(word) in words for word in before):
            if kind == "camp":
                if lemma == "camp":
                    return "workshop" if "boot" in before else "campaign"
            elif kind == "ceremony":
                if event_type(token) == "ceremony":
                    return "ceremony"
            elif lemma in ("programme", "program", "session", "course", "class", "module"):
                return kind if lemma != "course" else "course"
    return None


def eventive(token: Token) -> bool:
    """Whether "training" is an event (counted, dated, determined) and no mere activity."""
    return any(child.dep_ in ("det", "nummod", "amod", "poss") and child.lower_ not in ("no", "any", "further", "more") for child in token.children) or token.tag_ == "NNS"


def definite(token: Token) -> bool:
    """Whether an event noun points back: "the workshop", "this training"."""
    return any(child.dep_ in ("det", "poss") and child.lower_ in DEFINITE for child in token.children)


def event_spans(doc: Doc) -> list[Span]:
    """The mentions of events."""
    return mentions(doc, "events")
