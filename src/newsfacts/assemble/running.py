"""Tells who ran an event where no argument of its mentions does: the body that it is named after, the author of the text."""
from __future__ import annotations

from spacy.tokens import Doc

from newsfacts.assemble.cluster import Entity, fold
from newsfacts.assemble.happening import Happening, add
from newsfacts.assemble.reference import Entities
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument

OWN = ("training", "workshop", "course", "campaign", "mission", "hackathon")


def authored(doc: Doc, one: Happening, author: Entity | None) -> None:
    """In a text that speaks as "we", what nobody else is said to have run is the author's: trainings, campaigns, missions."""
    if author is None or one.organisers or one.name is not None or one.type not in OWN or not author.spans:
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
