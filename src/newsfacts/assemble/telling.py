"""Tells which events are worth telling, and their status."""
from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsfacts import rules
from newsfacts.assemble.happening import Happening, planned
from newsfacts.components.event_deeds import present
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
    run = any(argument.rule != "events.author" for _, _, argument in one.organisers)
    filled = sum(slot in one.slots for slot in ("dates", "duration", "venue", "city", "participants")) + run
    if all(block_of(span[0]) in BOILERPLATE for span in one.spans):
        return one.name is not None and filled > 0
    if one.name is not None:
        return True
    if one.plural and str(one.get("dates") or "").endswith("/.."):
        return one.series
    if planned(one):
        return filled - run > 0
    if one.type == "ceremony":
        return filled + bool(one.people) > 0 and (one.spans[0].root.lemma_.lower() not in deed_nouns() or bool(one.people) or "participants" in one.slots or any(present(span.sent) for span in one.spans))
    if filled == 1 and "T" in str(one.get("duration")):
        return False
    if filled == 1 and "duration" in one.slots and (one.plural or one.indefinite):
        return False
    if filled == 1 and ("venue" in one.slots or "city" in one.slots) and one.type in ("meeting", "conference", "seminar", "workshop", "hackathon", "forum", "summit") and not one.plural:
        return True
    if one.type == "other" and filled < 2:
        return False
    return filled >= 2 or (filled == 1 and not one.series and ("dates" in one.slots or "participants" in one.slots or "duration" in one.slots))


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
