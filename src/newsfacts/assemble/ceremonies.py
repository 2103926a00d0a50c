"""Puts ceremonies where and when their deed was done, or the event was that they open or close."""

from __future__ import annotations

from dataclasses import replace

from newsfacts import rules
from newsfacts.assemble.happening import Filled, Happening, planned
from newsfacts.assemble.merging import compatible

SLOTS = ("dates", "venue", "city", "country")
NEAR, FAR = 260, 500
"""Tokens between a ceremony and what it takes date and place from: a deed, an event."""


def with_deeds(found: list[Happening], deeds: list[Happening]) -> list[Happening]:
    """Gives the ceremonies the day and place of the deed that they were held for; a deed with people present and no ceremony is one itself."""
    taken: list[Happening] = []
    for one in found:
        if one.type != "ceremony" or one.name is not None or planned(one) or opens(one) or (closes(one) and not graduation(one)) or "dates" in one.slots:
            continue
        deed = nearest(one, [deed for deed in deeds if not any(deed is other for other in taken)])
        if deed is not None:
            taken.append(deed)
            inherit(one, deed)
            one.spans.extend(deed.spans)
    alone = [deed for deed in deeds if deed.spans[0].id_ == "events.deed.attended" and not any(deed is other for other in taken) and not covered(deed, found)]
    kept: list[Happening] = []
    for deed in alone:
        if not any(other.get("dates") == deed.get("dates") for other in kept):
            kept.append(deed)
    return sorted([*found, *kept], key=lambda one: one.spans[0].start)


def covered(deed: Happening, found: list[Happening]) -> bool:
    """Whether a deed was done at an event that is told anyhow: one of the same day, or a ceremony without a day near by."""
    return any(
        deed.get("dates") == one.get("dates")
        or (one.type == "ceremony" and "dates" not in one.slots and abs(one.spans[0].start - deed.spans[0].start) < 120)
        or any(deed.spans[0].sent.start <= span.start < deed.spans[0].sent.end for span in one.spans)
        for one in found
    )


def nearest(one: Happening, deeds: list[Happening]) -> Happening | None:
    """The deed told last before a ceremony, else first behind it in the same sentence."""
    start = one.spans[0].start
    before = [deed for deed in deeds if 0 < start - deed.spans[0].start < NEAR and compatible(deed, one)]
    if before:
        return max(before, key=lambda deed: deed.spans[0].start)
    return next((deed for deed in deeds if start < deed.spans[0].start < one.spans[0].sent.end and compatible(deed, one)), None)


def inherit(one: Happening, other: Happening, slots: tuple[str, ...] = SLOTS) -> None:
    """Takes over what a ceremony lacks."""
    for slot in slots:
        if slot in other.slots and slot not in one.slots:
            filled = other.slots[slot]
            one.slots[slot] = replace(filled, argument=replace(filled.argument, via="inherited"))


def words(one: Happening) -> set[str]:
    """The modifiers of a ceremony's nouns, and the nouns themselves."""
    return {child.lower_ for span in one.spans for child in (span.root, *span.root.children)}


def opens(one: Happening) -> bool:
    """Whether a ceremony opens an occasion."""
    return bool(words(one) & set(rules.table("events")["ceremonies"]["opening"]))


def closes(one: Happening) -> bool:
    """Whether a ceremony closes an occasion."""
    return bool(words(one) & set(rules.table("events")["ceremonies"]["closing"]))


def graduation(one: Happening) -> bool:
    """Whether a ceremony is one of graduation or awards, that the deed itself may date."""
    return bool(words(one) & {"graduation", "award", "awards", "graduating", "prize"})


def occasions(found: list[Happening]) -> None:
    """An opening or closing ceremony is held where its event is, on its first or last day; and its day is the event's first or last."""
    for one in found:
        if one.type != "ceremony" or one.name is not None or not (opens(one) or closes(one)):
            continue
        event = occasion(one, found)
        if event is None:
            continue
        place = {"venue", "city"} & one.slots.keys()
        if not place or (event.get("city") is not None and event.get("city") == one.get("city")):
            inherit(one, event, ("venue", "city", "country"))
        elif "country" not in one.slots:
            inherit(one, event, ("country",))
        day(one, event, "start" if opens(one) else "end")


def occasion(one: Happening, found: list[Happening]) -> Happening | None:
    """The event that a ceremony belongs to: the one told last before it, else right behind it."""
    likely = [
        other for other in found if other is not one and other.type not in ("ceremony",) and not (planned(other) and not planned(one)) and not other.plural
    ]
    before = [other for other in likely if any(0 < one.spans[0].start - span.start < FAR for span in other.spans)]
    if before:
        return max(before, key=lambda other: max(span.start for span in other.spans if span.start < one.spans[0].start))
    return next((other for other in likely if 0 < other.spans[0].start - one.spans[0].start < 40), None)


def day(one: Happening, event: Happening, edge: str) -> None:
    """Gives a ceremony the first or last day of its event, or the event the ceremony's day as such."""
    mine, whole = str(one.get("dates") or ""), str(event.get("dates") or "")
    if not mine and edge in event.edges:
        one.slots["dates"] = replace(event.edges[edge], argument=replace(event.edges[edge].argument, via="inherited"))
    elif not mine and whole:
        first, _, last = whole.partition("/")
        value = first if edge == "start" else last or first
        if len(value) == 10:
            one.slots["dates"] = Filled(value, replace(event.slots["dates"].argument, via="inherited"))
    elif len(mine) == 10 and "/" not in mine:
        event.edges.setdefault(edge, one.slots["dates"])
