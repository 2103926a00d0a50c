"""Tells whose claim an outcome is: the person or organisation in whose quoted or reported words its trigger stands."""
from __future__ import annotations

from spacy.tokens import Doc, Span

from newsfacts.assemble.cluster import Entity, fold
from newsfacts.assemble.reference import Entities
from newsfacts.components.mention import QuoteValue, Tokens, mentions, value_of
from newsfacts.model import Evidence

SPEAKERS = ("person", "organisation")


def attributed(doc: Doc, entities: Entities, trigger: Span) -> tuple[Entity, Evidence] | None:
    """The speaker of the closest words around an outcome's trigger, with the place that names the speaker; None where nobody in particular says it."""
    around = [span for span in mentions(doc, "quotes") if span.start <= trigger.root.i < span.end]
    for span in sorted(around, key=len):
        value: QuoteValue = value_of(span)
        if value.speaker is None or (value.cue is not None and value.cue[0] == trigger.root.i):
            continue
        found = speaker(doc, entities, value.speaker)
        if found is not None:
            told = doc[value.speaker[0]:value.speaker[1]]
            stated = span.id_ != "quotes.direct.continued" and found in (entities.at_token.get((kind, told.root.i)) for kind in SPEAKERS)
            return found, Evidence(told.start_char, told.end_char, span.id_, "according_to", "stated" if stated else "coreference")
    return None


def speaker(doc: Doc, entities: Entities, tokens: Tokens) -> Entity | None:
    """The person or organisation that a stretch refers to: by name, by pronoun, or by a post that one person of the article holds."""
    found = entities.refer(tokens)
    if found is not None:
        return found if found.kind in SPEAKERS else None
    return holder(doc, entities, tokens)


def holder(doc: Doc, entities: Entities, tokens: Tokens) -> Entity | None:
    """The one person whose post "the director", "the Vice-Minister" names."""
    said = fold(doc[tokens[0]:tokens[1]].text).split()
    if not said or doc[tokens[0]:tokens[1]].root.tag_ in ("NNS", "NNPS"):
        return None
    holders: list[Entity] = []
    for role in mentions(doc, "roles"):
        title = fold(value_of(role).title).split()
        if set(said) <= set(title) or set(title) <= set(said):
            for place, _ in value_of(role).people:
                one = entities.at_token.get(("person", place))
                if one is not None and not any(one is known for known in holders):
                    holders.append(one)
    return holders[0] if len(holders) == 1 else None
