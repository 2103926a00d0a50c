"""Tells who ran an event where no argument of its mentions does: the body that it is named after, the author of the text."""
from __future__ import annotations

from newsfacts.assemble.authors import FIRST
from newsfacts.assemble.cluster import Entity, fold
from newsfacts.assemble.happening import Happening, add
from newsfacts.assemble.reference import Entities
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument

OWN = ("training", "workshop", "course", "campaign", "mission", "hackathon")


def authored(one: Happening, author: Entity | None) -> None:
    """In a text that speaks as "we", what nobody else is said to have run is the author's: trainings, campaigns, missions, what "we" met at."""
    if author is None or one.organisers or one.name is not None or not author.spans:
        return
    ours = one.type not in ("summit", "ceremony") and any(token.lower_ in FIRST for token in one.spans[0].sent)
    if one.type not in OWN and not ours:
        return
    if one.plural or "cancelled" in one.statuses or any(block_of(span[0]) == "boilerplate" for span in one.spans):
        return
    first = author.spans[0]
    add(one.organisers, author, "organiser", Argument("organiser:organiser", (first.start, first.end), "events.author", "inherited"))


def named_after(one: Happening, entities: Entities) -> None:
    """A body whose name opens an event's name, or closes it behind "of", runs it, unless others are said to: "the Peace Corps Challenge"."""
    if one.name is None or one.organisers or one.type in ("summit", "ceremony"):
        return
    name = f"{fold(one.name)} "
    for body in entities.organisations:
        forms = [fold(body.name), *([fold(body.acronym)] if body.acronym and len(body.acronym) > 2 else [])]
        if any(len(form) > 2 and name.strip() != form and names(form, name) for form in forms):
            first = one.spans[0]
            add(one.organisers, body, "organiser", Argument("organiser:organiser", (first.start, first.end), "events.named-after", "inherited"))
            return


def names(form: str, name: str) -> bool:
    """Whether a body's folded name opens an event's, or closes it behind "of"."""
    return name.startswith(f"{form} ") or name.endswith((f" of {form} ", f" of the {form} "))


TELLING = ("announce", "say", "confirm", "state", "declare", "disclose", "reveal")


def announced(one: Happening, entities: Entities) -> None:
    """A body that announces an event which nobody is said to run runs it: "a course begins in May, the Institute said"."""
    if one.organisers or one.name is not None or one.type not in OWN:
        return
    for span in one.spans:
        for verb in (token for token in span.sent if token.lemma_.lower() in TELLING and token.pos_ == "VERB"):
            subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            body = None if subject is None else entities.at_token.get(("organisation", subject.i))
            if body is not None and subject is not None and span.root in verb.subtree:
                add(one.organisers, body, "organiser", Argument("organiser:organiser", (subject.i, subject.i + 1), "events.announced", "inherited"))
                return
