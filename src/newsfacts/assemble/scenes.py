"""Gives an event the date and place that its surroundings tell: dateline, sentence before, ceremony and its occasion, home country."""
from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from newsfacts.assemble.cluster import Entity
from newsfacts.assemble.happening import Filled, Happening, fill, planned
from newsfacts.assemble.reference import Entities
from newsfacts.components.attach import clause_of, preposition
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument, mentions, value_of


def settle(doc: Doc, one: Happening, entities: Entities) -> None:
    """Takes the dateline's city for an event of the lead that has no place, and the country of the city or venue."""
    if {"start", "end"} <= one.edges.keys() and "/" not in str(one.get("dates")):
        first, last = str(one.edges["start"].value), str(one.edges["end"].value)
        if len(first) == len(last) == 10 and first < last:
            one.slots["dates"] = replace(one.edges["start"], value=f"{first}/{last}")
    if not any(slot in one.slots for slot in ("city", "venue", "country")) and planned(one) is False and one.get("mode") != "online":
        span = dateline_place(doc)
        here = span is not None and any(token.lower_ == "here" for mention in one.spans for token in mention.sent)
        if span is not None and (here or ("dates" in one.slots or one.organisers) and span.start < one.spans[0].start < span.end + 90):
            fill(doc, one, Argument("place", (span.start, span.end), "events.dateline", "inherited"), entities)
    if not any(slot in one.slots for slot in ("city", "venue", "country", "dates")) and one.name is None and not one.series:
        from_context(doc, one, entities)
    if one.get("mode") == "online":
        for slot in ("city", "country", "venue"):
            one.slots.pop(slot, None)


def from_context(doc: Doc, one: Happening, entities: Entities) -> None:
    """Date and place of the deed told in the sentence before an event that is spoken of as known ("The ceremony …", "It was our third mission")."""
    span = one.spans[0]
    if one.indefinite and not any(child.dep_ == "poss" for child in span.root.children) and one.type != "ceremony":
        return
    sentence = span.sent
    for _ in range(2):
        if sentence.start == 0 or any(slot in one.slots for slot in ("dates", "city", "venue")):
            return
        sentence = doc[sentence.start - 1].sent
        if block_of(sentence[0]) in ("headline", "subhead", "boilerplate"):
            continue
        date = next((each for each in mentions(doc, "dates") if sentence.start <= each.start < sentence.end and not value_of(each).value.endswith("..") and clause_of(each.root) == sentence.root), None)
        if date is not None:
            fill(doc, one, Argument("date", (date.start, date.end), "events.context", "inherited"), entities)
        for kind in ("organisations", "places"):
            for each in mentions(doc, kind):
                if sentence.start <= each.start < sentence.end and preposition(each) in (("at",) if kind == "organisations" else ("at", "in")):
                    fill(doc, one, Argument("place", (each.start, each.end), "events.context", "inherited"), entities)


def dateline_place(doc: Doc) -> Span | None:
    """The city that opens the text as a dateline: before a dash, a date or an agency's name in brackets."""
    for span in mentions(doc, "places"):
        if value_of(span).kind != "city" or span.start > 60:
            return None
        opens = span.start == 0 or doc[span.start - 1].is_space or span[0].is_sent_start
        ahead = [token.text for token in doc[span.end:span.end + 12]]
        if opens and any(text in ("–", "—", "-", "--", "(") for text in ahead):
            return span
    return None


def borrow(one: Happening, before: list[Happening]) -> None:
    """A ceremony without date or place of its own is that of the event told just before it; one with its own date still takes the city."""
    if one.type == "ceremony" and one.name is None and not any(slot in one.slots for slot in ("city", "venue", "country")):
        near = next((other for other in reversed(before) if "city" in other.slots and one.spans[0].start - other.spans[-1].start < 300 and not planned(other)), None)
        for slot in ("city", "country") if near is not None and "dates" in one.slots else ():
            if slot in near.slots:  # type: ignore[union-attr]
                one.slots[slot] = replace(near.slots[slot], argument=replace(near.slots[slot].argument, via="inherited"))  # type: ignore[union-attr]
    if one.type != "ceremony" or one.name is not None or any(slot in one.slots for slot in ("dates", "city", "venue")):
        return
    other = next((other for other in reversed(before) if "dates" in other.slots and one.spans[0].start - other.spans[0].start < 400), None)
    if other is not None and ("opening" in near_words(one) or one.people):
        for slot in ("dates", "venue", "city", "country"):
            if slot in other.slots and not (slot == "dates" and "/" in str(other.get(slot))):
                filled = other.slots[slot]
                one.slots[slot] = Filled(filled.value, replace(filled.argument, via="inherited"))


def near_words(one: Happening) -> list[str]:
    """The modifiers of an event's first noun."""
    return [child.lower_ for child in one.spans[0].root.children]


def home_country(entities: Entities) -> Entity | None:
    """The place that shows the one country in which an article plays: that of nearly all its places."""
    tally: dict[str, int] = {}
    for entity in entities.places:
        if entity.country and entity.type in ("city", "region", "venue"):
            tally[entity.country] = tally.get(entity.country, 0) + len(entity.spans)
    best = max(tally, key=lambda code: tally[code], default=None)
    if best is None or tally[best] < 3 or tally[best] < 0.8 * sum(tally.values()):
        return None
    return next(entity for entity in entities.places if entity.country == best and entity.type in ("city", "region", "venue"))
