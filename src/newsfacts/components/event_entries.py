"""Reads entries of calendars and announcements: the date before an event's noun ("• 19 May: mapathon in Loja"), lines with a label ("Venue: City Hall")."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.attach import preposition
from newsfacts.components.mention import Argument, mentions, mentions_over, value_of
from newsfacts.components.runs import run_from

FAR = 14
"""Tokens between the date that opens an entry and its event."""
MARKS = (":", "–", "—", "-", "|")
SLOTS = {"dates": "date", "durations": "duration", "places": "place", "countries": "place", "organisations": "place", "counts": "participants"}
"""The slots that kinds of mentions fill behind a label."""


@functools.cache
def labels() -> dict[str, tuple[str, str]]:
    """The words before a colon with the slot that follows and, for organisers, the part."""
    table = rules.table("events")["labels"]
    plain = {word: (slot, "") for slot, listed in table.items() if slot != "organiser" for word in listed}
    return plain | {word: ("organiser", part) for part, listed in table["organiser"].items() for word in listed}


def entry_date(head: Token, span: Span, others: list[int]) -> Iterator[Argument]:
    """The date that opens the block of an event and ends with a colon or dash before it, no other event standing between."""
    block = next(iter(mentions_over(head.doc, "layout", head.i)), None)
    if block is None or span.start - block.start > FAR + 6:
        return
    for date in mentions(head.doc, "dates"):
        if not block.start <= date.start < date.end < span.start or span.start - date.end > FAR:
            continue
        between = head.doc[date.end : span.start]
        if (
            opens(block, date)
            and not any(date.end < place < span.start for place in others)
            and not any(token.text in (".", ";") for token in between)
        ):
            yield Argument("date", (date.start, date.end), "events.entry.date")
            return


def opens(block: Span, date: Span) -> bool:
    """Whether a date opens a block as that of an entry: only a bullet and a weekday before it, behind it a colon, in lists also a dash or bar."""
    before = [token for token in block.doc[block.start : date.start] if token.text.isalpha()]
    marks = MARKS if block.id_ == "layout.item" else MARKS[:1]
    return block.doc[date.end].text in marks and all(token.lower_.endswith("day") for token in before)


def labelled(doc: Doc, told: list[int]) -> Iterator[tuple[Token, tuple[Argument, ...]]]:
    """Lines that give one thing of the event told before: "Venue: City Hall, Loja", "Organisers: A and B", "Participants: 27"."""
    for block in mentions(doc, "layout"):
        colon = next((token.i for token in block[:7] if token.text == ":"), None)
        if colon is None or any(block.start <= place < block.end for place in told):
            continue
        label = " ".join(token.lower_ for token in doc[block.start : colon] if token.is_alpha or token.text == "-")
        slot, part = labels().get(label, ("", ""))
        found = tuple(behind(doc, block.start if slot == "participants" else colon + 1, block.end, slot, part)) if slot else ()
        if found:
            yield doc[colon], found


def behind(doc: Doc, start: int, end: int, slot: str, part: str) -> Iterator[Argument]:
    """What stands behind a label."""
    if slot == "organiser":
        for name in run_from(doc, start, end):
            if name.label_ != "places":
                yield Argument(f"organiser:{part}", (name.start, name.end), f"events.entry.{slot}")
        return
    for kind, fills in SLOTS.items():
        if fills != slot:
            continue
        for found in mentions(doc, kind):
            if start <= found.start < min(end, start + 12) and (kind != "counts" or value_of(found).kind == "count") and preposition(found) != "from":
                yield Argument(slot, (found.start, found.end), f"events.entry.{slot}")
                if kind == "counts":
                    return
