"""Reads lists of past editions, each with its place and date."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from newsfacts import rules
from newsfacts.assemble.happening import Happening, fill
from newsfacts.assemble.reference import Entities
from newsfacts.components.mention import Argument, mentions, value_of

Pair = tuple[Span, Span | None]
"""A town and the date of the edition there, or a date alone."""


def editions(doc: Doc, span: Span, one: Happening, entities: Entities) -> list[Happening]:
    """Past editions told in a list of places with their dates ("workshops in Maputo (2015), Harare (2017)") or of dates alone ("those of May and June")."""
    follows = span.end < len(doc) and doc[span.end].lower_ in ("following", "after")
    if not (one.plural or one.series or follows or span.id_ == "events.follow-up"):
        return []
    found = pairs(doc, span)
    if len(found) < 2:
        days = run_of_dates(doc, span)
        return [part(doc, one, (day, None), day.end, entities) for day in days] if len(days) > 1 else []
    return [part(doc, one, pair, found[place + 1][0].start if place + 1 < len(found) else span.sent.end, entities) for place, pair in enumerate(found)]


def run_of_dates(doc: Doc, span: Span) -> list[Span]:
    """The dates, each of a day, month or year, in a list right behind a mention: "trainings in May and September 2021"."""
    found: list[Span] = []
    end = span.end
    for date in sorted(mentions(doc, "dates"), key=lambda date: date.start):
        if date.start < end or date.start >= span.sent.end:
            continue
        gap = [token.lower_ for token in doc[end : date.start]]
        fits = gap in (["of"], ["in"], ["on"]) if not found else bool(gap) and all(word in (",", "and", "&", "in", "of") for word in gap)
        if not fits or "/" in value_of(date).value:
            break
        found.append(date)
        end = date.end
    return found


def listed(found: list[Happening], span: Span) -> bool:
    """Whether a list of editions has told what a mention in the same sentence tells of."""
    return any(other.spans[0].id_ == "" and span.sent.start <= other.spans[0].start < span.sent.end for other in found)


def pairs(doc: Doc, span: Span) -> list[Pair]:
    """Towns with the date right behind or before them, one pair for each date: "Seoul (2014, 2015)", "in 2016 in Osong"."""
    sentence = span.sent
    dates = [date for date in mentions(doc, "dates") if span.end <= date.start < sentence.end]
    cities = [place for place in mentions(doc, "places") if span.end <= place.start < sentence.end and value_of(place).kind == "city"]
    found: list[Pair] = []
    taken: set[int] = set()
    for city in cities:
        near = [date for date in dates if date.start not in taken and (0 <= date.start - city.end <= 4 or 0 <= city.start - date.end <= 2)]
        if not near:
            continue
        first = next((date for date in near if date.start >= city.end), near[0])
        run = [first]
        for date in dates:
            if date.start == run[-1].end + 1 and doc[run[-1].end].lower_ in (",", "and", "&") and bracketed(doc, city, date):
                run.append(date)
        taken.update(date.start for date in run)
        found.extend((city, date) for date in run)
    return found


def bracketed(doc: Doc, city: Span, date: Span) -> bool:
    """Whether a date stands in the bracket that opens right behind a town."""
    return any(token.text == "(" for token in doc[city.end : min(city.end + 4, date.start)]) and not any(
        token.text == ")" for token in doc[city.end : date.start]
    )


def part(doc: Doc, one: Happening, pair: Pair, end: int, entities: Entities) -> Happening:
    """One edition of a list."""
    first, date = pair
    made = Happening(
        None,
        one.type,
        [doc[first.start : first.end]],
        [status(doc, first.start, end) or status_before(doc, first) or ("planned" if "planned" in one.statuses else "actual")],
    )
    for slot, found in (("date", date or first), ("place", first)):
        if not (slot == "place" and date is None):
            fill(doc, made, Argument(slot, (found.start, found.end), "events.edition"), entities)
    return made


def status(doc: Doc, start: int, end: int) -> str | None:
    """What the words behind a town in a list tell of its edition."""
    text = doc[start:end].text.lower()
    return next((name for name, cues in rules.table("events")["editions"].items() if any(cue in text for cue in cues)), None)


def status_before(doc: Doc, first: Span) -> str | None:
    """What the words right before a town tell of its edition: "will go to Loja"."""
    return (
        "planned"
        if any(token.lower_ in ("will", "planned", "foreseen", "next") for token in doc[max(first.sent.start, first.start - 5) : first.start])
        else None
    )
