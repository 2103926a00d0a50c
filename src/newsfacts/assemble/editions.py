"""Reads lists of past editions, each with its place and date."""
from __future__ import annotations

from spacy.tokens import Doc, Span

from newsfacts.assemble.happening import Happening, fill
from newsfacts.assemble.reference import Entities
from newsfacts.components.mention import Argument, mentions, value_of


def editions(doc: Doc, span: Span, one: Happening, entities: Entities) -> list[Happening]:
    """Past editions told in a list of places with their dates: "workshops in Maputo (2015), Harare (2017) and Lusaka (2019)"."""
    if not one.plural and not one.series and span.id_ != "events.follow-up":
        return []
    sentence = span.sent
    dates = [date for date in mentions(doc, "dates") if span.end <= date.start < sentence.end]
    cities = [place for place in mentions(doc, "places") if span.end <= place.start < sentence.end and value_of(place).kind == "city"]
    pairs = [(city, date) for city in cities for date in dates if 0 <= date.start - city.end <= 4 or 0 <= city.start - date.end <= 2]
    taken: set[int] = set()
    found = []
    for city, date in pairs:
        if date.start in taken or city.start in taken:
            continue
        taken.update((date.start, city.start))
        part = Happening(None, one.type, [doc[city.start:city.end]], list(one.statuses))
        fill(doc, part, Argument("date", (date.start, date.end), "events.edition"), entities)
        fill(doc, part, Argument("place", (city.start, city.end), "events.edition"), entities)
        found.append(part)
    return found if len(found) > 1 else []
