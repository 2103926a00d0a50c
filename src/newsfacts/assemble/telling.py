"""Tells which events are worth telling, and their status."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsfacts import rules
from newsfacts.assemble.happening import Happening, planned
from newsfacts.assemble.merging import LEARNING
from newsfacts.components.event_deeds import present
from newsfacts.components.event_occurrences import takes_place
from newsfacts.components.event_words import ordinal
from newsfacts.components.layout import block_of
from newsfacts.edtf import bounds

if TYPE_CHECKING:
    from newsfacts.assemble.results import Draft

BOILERPLATE = ("boilerplate", "contact")


def told(events: list[Happening], drafts: Iterable[Draft]) -> list[Happening]:
    """The events worth telling; drafts of outcomes forget the others."""
    for one in events:
        since(one)
    kept = [one for one in events if worth_telling(one)]
    for draft in drafts:
        if draft.event is not None and not any(draft.event is one for one in kept):
            draft.event = None
    return kept


def since(one: Happening) -> None:
    """What events of a kind count since a year is no attendance."""
    if one.name is None and one.plural and str(one.get("dates") or "").endswith("/.."):
        one.slots.pop("participants", None)


def worth_telling(one: Happening) -> bool:
    """Whether an event is more than a word: a name, or enough of when, where, who and how many."""
    filled = told_slots(one)
    run = any(argument.rule not in ("events.author", "events.phrase.modifier") for _, _, argument in one.organisers)
    attended = any(part in ("attended", "opened", "chaired", "closed") for _, part, _ in one.people) and one.type != "other" and not one.plural
    if all(block_of(span[0]) in BOILERPLATE for span in one.spans):
        return one.name is not None and bool(filled or run)
    if one.name is not None:
        return bool(filled or run or one.people) or "cancelled" in one.statuses or not label_only(one)
    if one.plural and (str(one.get("dates") or "").endswith("/..") or summed_up(one)):
        return one.series
    if "cancelled" in one.statuses:
        return True
    if one.type == "ceremony":
        return ceremony(one, len(filled))
    if planned(one) and one.spans[0].id_ != "events.visit":
        return bool(filled - {"city"}) and filled != {"year"}
    if one.spans[0].id_ in ("events.team", "events.visit"):
        return True
    if attended and not planned(one):
        return True
    if one.type == "series":
        return bool(filled) or run or any(takes_place(span.root) for span in one.spans)
    if one.type == "other":
        return len(filled) + run > 1 or called(one) or (len(str(one.get("dates") or "")) >= 10 and one.spans[0].root.lemma_.lower() != "event")
    if len(filled) + run > 1:
        return True
    if singled_out(one) and (filled or "country" in one.slots):
        return True
    if filled == {"duration"}:
        return "T" not in str(one.get("duration")) and not (one.plural or one.indefinite)
    return not one.series and bool(filled & ({"dates", "venue", "participants"} if one.type in LEARNING and not one.plural else {"dates", "venue"}))


def summed_up(one: Happening) -> bool:
    """Whether a plural sums up the events of years: "so far 40 courses have been held"."""
    words = {token.lower_ for span in one.spans for token in span.sent}
    return bool(words & {"date", "far", "estimated", "altogether", "overall"}) and "dates" not in one.slots


def called(one: Happening) -> bool:
    """Whether an event is a courtesy call or a visit on somebody's ground."""
    return one.spans[0].id_ == "events.other.call"


def singled_out(one: Happening) -> bool:
    """Whether an event is one of many by its number or its year: "the first training in 2015", "the 2012 book drive"."""
    if one.plural or one.series:
        return False
    before = [child for span in one.spans for child in span.root.children if child.i < span.root.i]
    numbered = any(ordinal(child.lower_) is not None or child.lower_ in ("inaugural", "maiden", "recent", "latest") for child in before)
    return (numbered or any(len(child.text) == 4 and child.is_digit for child in before)) and any(child.dep_ in ("det", "poss") for child in before)


def told_slots(one: Happening) -> set[str]:
    """The slots that an event fills, a bare year as "year"."""
    filled: set[str] = {slot for slot in ("dates", "duration", "venue", "city", "participants") if slot in one.slots}
    return (filled - {"dates"}) | {"year"} if len(str(one.get("dates") or "")) == 4 else filled


def label_only(one: Happening) -> bool:
    """Whether a name stands only in headlines, list items, brackets or quotes, as titles of projects, talks and sessions do."""
    return one.type in ("training", "course", "workshop", "meeting", "other") and all(
        block_of(span[0]) in ("headline", "subhead", "item", "line") or (span.start and span[0].nbor(-1).text in ("“", '"', "‘", "(")) for span in one.spans
    )


def ceremony(one: Happening, filled: int) -> bool:
    """Whether a ceremony is told with a day, place or people; the bare noun of a deed only with people."""
    if filled + bool(one.organisers) + bool(one.people) == 0:
        return not planned(one) and any(span.root.lower_ == "ceremony" and block_of(span[0]) not in ("headline", "subhead") for span in one.spans)
    return (
        one.spans[0].root.lemma_.lower() not in deed_nouns()
        or bool(one.people)
        or "participants" in one.slots
        or any(present(span.sent) or takes_place(span.root) for span in one.spans)
    )


@functools.cache
def deed_nouns() -> frozenset[str]:
    """Nouns of deeds that are events only where people were there: "the signing", "the commissioning"."""
    return frozenset(rules.table("events")["ceremonies"]["nouns"])


def status(one: Happening) -> str:
    """An event's status out of those of its mentions."""
    for name in ("cancelled", "actual", "planned", "negated", "possible"):
        if name in one.statuses:
            return name
    return "actual"


def later(date: object, published: str | None) -> bool:
    """Whether a date begins after the publication."""
    if not isinstance(date, str) or published is None:
        return False
    start = bounds(date)[0]
    return start is not None and start > published


def look_ahead(events: list[Happening], published: str | None) -> None:
    """What begins after the publication is planned, however it is told."""
    for one in events:
        if "cancelled" not in one.statuses and later(one.get("dates"), published) and not any(span.root.head.tag_ == "VBD" for span in one.spans):
            one.statuses = ["planned"]
