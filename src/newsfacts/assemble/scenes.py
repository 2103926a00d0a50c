"""Gives an event the date and place that its surroundings tell: dateline, sentence before, ceremony and its occasion, home country."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from spacy.tokens import Doc, Span

from newsfacts.assemble.cluster import Entity
from newsfacts.assemble.happening import Filled, Happening, fill, planned
from newsfacts.assemble.merging import within
from newsfacts.assemble.reference import Entities
from newsfacts.components.attach import clause_of, preposition
from newsfacts.components.layout import block_of, in_dateline
from newsfacts.components.mention import Argument, mentions, value_of

DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A full day; an open interval ("../2019-05") may be just as long."""


def settle(doc: Doc, one: Happening, entities: Entities) -> None:
    """Takes the dateline's city for an event of the lead that has no place, and the country of the city or venue."""
    if {"start", "end"} <= one.edges.keys() and "/" not in str(one.get("dates")):
        first, last = str(one.edges["start"].value), str(one.edges["end"].value)
        if DAY.fullmatch(first) and DAY.fullmatch(last) and first < last:
            one.slots["dates"] = replace(one.edges["start"], value=f"{first}/{last}")
    refined(doc, one)
    counted_back(one)
    if "dates" not in one.slots and "name" in one.edges:
        one.slots["dates"] = one.edges["name"]
    if not any(slot in one.slots for slot in ("city", "venue", "country", "dates")) and one.name is None and not one.series:
        from_context(doc, one, entities)
    if "city" not in one.slots and one.get("mode") != "online":
        town_of_venue(one, entities)
    if "city" not in one.slots and one.get("mode") != "online":
        host_town(one)
    if "city" not in one.slots and one.get("mode") != "online":
        headline(doc, one, entities)
    if "city" not in one.slots and not planned(one) and one.get("mode") != "online":
        dateline(doc, one, entities)
    if one.get("mode") == "online":
        for slot in ("city", "country", "venue"):
            one.slots.pop(slot, None)


def refined(doc: Doc, one: Happening) -> None:
    """The days with which the next sentence begins, for an event told with their month or year: "ran its course last month. From 13 to 15 October …"."""
    whole = str(one.get("dates") or "")
    if not re.fullmatch(r"\d{4}(-\d\d)?", whole) or one.plural or one.series:
        return
    end = one.spans[0].sent.end
    if end >= len(doc) or block_of(doc[end]) != block_of(one.spans[0][0]):
        return
    first = next((date for date in mentions(doc, "dates") if end <= date.start < end + 3 and date.start < doc[end].sent.end), None)
    if first is not None and "/" in value_of(first).value and ".." not in value_of(first).value and within(value_of(first).value, whole):
        one.slots["dates"] = Filled(value_of(first).value, Argument("date", (first.start, first.end), "events.next-sentence", "inherited"))


def counted_back(one: Happening) -> None:
    """The first day of an event of some days of which only the last is told: "the three-day course ended on Friday"."""
    length = re.fullmatch(r"P(\d{1,2})([DW])", str(one.get("duration") or ""))
    last = one.edges.get("end")
    if length is None or last is None or "start" in one.edges or length[0] == "P1D" or one.get("dates") != last.value or not DAY.fullmatch(str(last.value)):
        return
    first = datetime.date.fromisoformat(str(last.value)) - datetime.timedelta(days=int(length[1]) * (7 if length[2] == "W" else 1) - 1)
    one.slots["dates"] = replace(last, value=f"{first.isoformat()}/{last.value}", argument=replace(last.argument, via="inherited"))


def town_of_venue(one: Happening, entities: Entities) -> None:
    """The town in a venue's name: one that the article tells, or a known one of the country in which the event or nearly all of the article plays."""
    venue = one.get("venue")
    if not isinstance(venue, Entity):
        return
    argument = replace(one.slots["venue"].argument, rule="events.venue-town", via="inherited")
    words = venue.key.split()
    told = next((place for place in entities.places if place.type == "city" and follows(place.key.split(), words) and place is not venue), None)
    if told is None or one.get("country") not in (None, told.country):
        return
    one.slots["city"] = Filled(told, argument)
    if told.country:
        one.slots.setdefault("country", Filled(told.country, argument))


def host_town(one: Happening) -> None:
    """The town that hosts an event is where it is."""
    for body, part, argument in one.organisers:
        if part == "host" and body.kind == "place" and body.type == "city" and one.get("country") in (None, body.country):
            one.slots["city"] = Filled(body, argument)
            if body.country:
                one.slots.setdefault("country", Filled(body.country, argument))
            return


def follows(part: list[str], words: list[str]) -> bool:
    """Whether some words stand in others in this order, one behind the other."""
    return any(words[place : place + len(part)] == part for place in range(len(words) - len(part) + 1))


def dateline(doc: Doc, one: Happening, entities: Entities) -> None:
    """Takes the dateline's city for an event told "here", for one of the lead with a day or organisers, and for a ceremony of the article's days."""
    span = dateline_place(doc)
    if span is None:
        return
    city = entities.named((span.start, span.end), ("place",))
    home = city is not None and one.get("country") in (None, city.country)
    bare = home and "venue" not in one.slots
    here = bare and any(token.lower_ == "here" for mention in one.spans for token in mention.sent)
    lead = bare and ("dates" in one.slots or bool(one.organisers)) and span.start < one.spans[0].start < span.end + 90
    near = one.name is not None or span.start < one.spans[0].start < span.end + LEAD
    held = "venue" in one.slots and "dates" in one.slots and near and home
    if here or lead or held or (one.type == "ceremony" and one.name is None and home):
        fill(doc, one, Argument("place", (span.start, span.end), "events.dateline", "inherited"), entities)


LEAD = 150
"""Tokens in which the event that a headline is about is first told."""


def headline(doc: Doc, one: Happening, entities: Entities) -> None:
    """Takes the one town of the headline ("… meet in Quito") for an event of the lead that tells something of its own and is in no other country."""
    towns = [
        span
        for span in mentions(doc, "places")
        if block_of(span[0]) == "headline" and value_of(span).kind == "city" and preposition(span) in ("in", "at")
    ]
    if len(towns) != 1 or one.spans[0].start > LEAD or one.plural or not (one.organisers or {"dates", "venue", "participants", "duration"} & one.slots.keys()):
        return
    town = entities.named((towns[0].start, towns[0].end), ("place",))
    if town is not None and one.get("country") in (None, town.country):
        fill(doc, one, Argument("place", (towns[0].start, towns[0].end), "events.headline", "inherited"), entities)


def from_context(doc: Doc, one: Happening, entities: Entities) -> None:
    """Date and place of the deed told in the sentence before an event that is spoken of as known ("The ceremony …", "It was our third mission")."""
    span = one.spans[0]
    if one.plural or (one.indefinite and not any(child.dep_ == "poss" for child in span.root.children) and one.type != "ceremony"):
        return
    sentence = span.sent
    for _ in range(4 if one.type == "ceremony" else 2):
        if sentence.start == 0 or any(slot in one.slots for slot in ("dates", "city", "venue")):
            return
        sentence = doc[sentence.start - 1].sent
        if block_of(sentence[0]) in ("headline", "subhead", "boilerplate"):
            continue
        date = day_of(doc, sentence, one.type == "ceremony")
        if date is not None and not str(one.get("duration") or "").endswith(("Y", "M")):
            fill(doc, one, Argument("date", (date.start, date.end), "events.context", "inherited"), entities)
        for kind in ("organisations", "places"):
            for each in mentions(doc, kind):
                if sentence.start <= each.start < sentence.end and preposition(each) in (("at",) if kind == "organisations" else ("at", "in")):
                    fill(doc, one, Argument("place", (each.start, each.end), "events.context", "inherited"), entities)


def day_of(doc: Doc, sentence: Span, any_clause: bool) -> Span | None:
    """The date of a sentence's main clause; `any_clause`: its first full day wherever it stands."""
    dates = [
        each
        for each in mentions(doc, "dates")
        if sentence.start <= each.start < sentence.end and not value_of(each).value.endswith("..") and not in_dateline(each)
    ]
    if any_clause and (day := next((each for each in dates if DAY.fullmatch(value_of(each).value)), None)) is not None:
        return day
    return next((each for each in dates if clause_of(each.root) == sentence.root), None)


def dateline_place(doc: Doc) -> Span | None:
    """The city that opens the text as a dateline: before a dash, a date or an agency's name in brackets."""
    for span in mentions(doc, "places"):
        if value_of(span).kind != "city" or span.start > 60:
            return None
        opens = span.start == 0 or doc[span.start - 1].is_space or span[0].is_sent_start
        ahead = [token.text for token in doc[span.end : span.end + 12]]
        if opens and any(in_dateline(date) and 0 < date.start - span.end < 8 for date in mentions(doc, "dates")):
            return span
        if opens and any(text in ("–", "—", "-", "--", "(") for text in ahead):
            return span
    return None


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
