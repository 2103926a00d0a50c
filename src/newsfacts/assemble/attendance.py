"""Gives events the people whom outcomes count, and makes events of trainings told by their verb alone."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from newsfacts.assemble.happening import Filled, Happening, add, countries_of, fill, planned
from newsfacts.components.mention import Argument, mentions, value_of

if TYPE_CHECKING:
    from newsfacts.assemble.results import Draft

TOLD_BY_VERB = ("outcomes.trained.train", "outcomes.trained.give-training")


def count_participants(doc: Doc, events: list[Happening], drafts: Iterable[Draft]) -> None:
    """The number of people trained or present is that of the event told in the same sentence, else of the one told last before it."""
    for draft in drafts:
        if draft.figure is None or draft.value.type not in ("trained", "attended", "hosted") or draft.value.status == "negated" or value_of(draft.figure).part_of:
            continue
        if cumulative(draft):
            continue
        one = draft.event or last_before(events, draft.span)
        if one is not None and "participants" not in one.slots and not one.series and (draft.value.status == "actual") is (not planned(one)):
            one.slots["participants"] = Filled(value_of(draft.figure).value, Argument("participants", (draft.figure.start, draft.figure.end), draft.span.id_, "inherited" if draft.event is None else "stated"))
            one.countries.extend((entity.key, one.slots["participants"].argument) for entity in countries_of(doc, draft.figure, draft.entities))


def cumulative(draft: Draft) -> bool:
    """Whether a figure sums up years of work: "since 2012", "to date", "so far", "in total"."""
    return str(draft.date or "").endswith("/..") or any(token.lower_ in ("since", "total", "date", "far", "altogether", "overall", "annually", "yearly") for token in draft.span.sent)


def trainings(doc: Doc, events: list[Happening], drafts: Iterable[Draft]) -> list[Happening]:
    """Trainings told by their verb alone, with how long, when or where: "45 tailors were trained for ten days in Kumba"."""
    made: list[Happening] = []
    for draft in drafts:
        if draft.event is not None or draft.figure is None or draft.value.type != "trained" or draft.span.id_ not in TOLD_BY_VERB or draft.value.status not in ("actual", "planned"):
            continue
        one = Happening(None, "training", [draft.span], [draft.value.status])
        one.slots["participants"] = Filled(value_of(draft.figure).value, Argument("participants", (draft.figure.start, draft.figure.end), draft.span.id_))
        for argument in draft.value.arguments:
            if argument.slot in ("date", "place"):
                fill(doc, one, argument, draft.entities)
            elif argument.slot == "agent" and draft.agent is not None and draft.agent.kind != "event":
                add(one.organisers, draft.agent, "organiser", argument)  # type: ignore[arg-type]
        for span in mentions(doc, "durations"):
            if draft.span.sent.start <= span.start < draft.span.sent.end and doc[span.start - 1].lower_ in ("for", "over", "in", "during", "of", "a"):
                fill(doc, one, Argument("duration", (span.start, span.end), "events.told-by-verb"), draft.entities)
        if not cumulative(draft) and ("duration" in one.slots or "dates" in one.slots or "city" in one.slots):
            draft.event = one
            made.append(one)
    return made


def last_before(events: list[Happening], span: Span) -> Happening | None:
    """The event whose mention stands last before a stretch, not far from it."""
    likely = [(mention.end, place) for place, one in enumerate(events) for mention in one.spans if mention.end <= span.start and span.start - mention.end < 60]
    return events[max(likely)[1]] if likely else None
