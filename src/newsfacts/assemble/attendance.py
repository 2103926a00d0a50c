"""Gives events the people whom outcomes count, and makes events of trainings told by their verb alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from newsfacts.assemble.happening import Filled, Happening, add, countries_of, fill, planned
from newsfacts.assemble.merging import LEARNING, within
from newsfacts.components.event_arguments import people
from newsfacts.components.mention import Argument, mentions, value_of

if TYPE_CHECKING:
    from newsfacts.assemble.results import Draft

LIGHT = "outcomes.trained.give-training"
TOLD_BY_VERB = ("outcomes.trained.train", LIGHT)


def take_part(doc: Doc, events: list[Happening], drafts: Iterable[Draft]) -> list[Happening]:
    """Gives each figure of people trained, present, hosted or reached to the event that it tells of; trainings told by their verb alone become events."""
    made: list[Happening] = []
    for draft in drafts:
        if draft.figure is None or draft.value.status == "negated" or value_of(draft.figure).part_of or cumulative(draft):
            continue
        if draft.value.type in REACHED:
            reach(doc, events, draft)
        elif draft.value.type in ("trained", "attended", "hosted"):
            one = draft.event or last_before(events, draft.span)
            if draft.value.type == "trained" and (one is None or not (beside(one, draft) or fits(one, draft))):
                made.extend(training(doc, draft, made))
            elif one is not None and (beside(one, draft) or one is last_before(events, draft.span)):
                count(doc, one, draft)
    stated(doc, events)
    return made


REACHED = ("treated",)
PRESENT = frozenset(["participant", "attendee", "delegate", "trainee", "learner", "guest", "invitee", "competitor", "hacker"])
"""Nouns of people who are at an event by the noun alone."""


def count(doc: Doc, one: Happening, draft: Draft) -> None:
    """Takes a draft's figure for an event's participants."""
    if "participants" in one.slots or one.series or (draft.value.status == "actual") is planned(one) or not people(draft.figure):
        return
    argument = Argument("participants", (draft.figure.start, draft.figure.end), draft.span.id_, "stated" if beside(one, draft) else "inherited")
    one.slots["participants"] = Filled(value_of(draft.figure).value, argument)
    one.countries.extend((entity.key, argument) for entity in countries_of(doc, draft.figure, draft.entities))


def beside(one: Happening, draft: Draft) -> bool:
    """Whether an event is told in the sentence of a draft, and not as what came later: "before the campaign 40 people were trained"."""
    return any(span.sent.start == draft.span.sent.start and span.root.head.lower_ != "before" for span in one.spans)


def reach(doc: Doc, events: list[Happening], draft: Draft) -> None:
    """The people reached by a campaign take part in it."""
    one = draft.event or last_before(events, draft.span)
    if one is not None and one.type == "campaign":
        count(doc, one, draft)


def fits(one: Happening, draft: Draft) -> bool:
    """Whether people were trained at the event told before: it is one of learning, and shares the day or town of the draft where that has one."""
    mine = [argument for argument in draft.value.arguments if argument.slot in ("date", "place")]
    if one.type not in LEARNING:
        return not mine and one.name is not None
    when, city = one.get("dates"), one.get("city")
    if draft.date is not None and when is not None:
        return within(str(when), str(draft.date))
    return not mine or (draft.place is not None and draft.place is city)


def stated(doc: Doc, events: list[Happening]) -> None:
    """ "There were 25 participants", told in a sentence without an event, counts for the event told last before it."""
    places = {place for one in events for span in one.spans for place in range(span.sent.start, span.sent.end)}
    for span in mentions(doc, "counts"):
        value = value_of(span)
        if value.kind != "count" or value.of not in PRESENT or value.part_of or span.start in places or not whole(span):
            continue
        one = last_before([one for one in events if one.type != "ceremony"], span, 250)
        if one is not None and "participants" not in one.slots and not planned(one) and not one.series and not one.plural:
            one.slots["participants"] = Filled(value.value, Argument("participants", (span.start, span.end), "events.stated-participants", "inherited"))


def whole(span: Span) -> bool:
    """Whether a count is of all: not "23 of the participants", not "two participants said"."""
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start else ""
    return value_of(span).value >= 5 and before not in ("than", "includes", "including") and not any(token.lower_ == "of" for token in span[:-1])


def cumulative(draft: Draft) -> bool:
    """Whether a figure sums up years of work: "since 2012", "to date", "so far", "in total"."""
    return str(draft.date or "").endswith("/..") or any(token.lower_ in SUMS for token in draft.span.sent)


SUMS = ("since", "total", "date", "far", "altogether", "overall", "annually", "yearly")


def training(doc: Doc, draft: Draft, made: list[Happening]) -> list[Happening]:
    """A training told by its verb alone, with how long, when or where: "45 printers were trained over ten days in Kumba"; one for all that its verb counts."""
    if draft.span.id_ not in TOLD_BY_VERB or draft.value.status not in ("actual", "planned"):
        return []
    twin = next((one for one in made if one.spans[0].root == draft.span.root or one.spans[0].sent.start == draft.span.sent.start), None)
    if twin is not None:
        draft.event = twin
        return []
    one = Happening(None, "training", [draft.span], [draft.value.status])
    one.slots["participants"] = Filled(value_of(draft.figure).value, Argument("participants", (draft.figure.start, draft.figure.end), draft.span.id_))
    for argument in draft.value.arguments:
        if argument.slot in ("date", "place"):
            fill(doc, one, argument, draft.entities)
    if draft.agent is not None and draft.agent.kind != "event":
        told = next(
            (argument for argument in draft.value.arguments if argument.slot == "agent"),
            Argument("agent", (draft.span.start, draft.span.end), "events.told-by-verb", "inherited"),
        )
        add(one.organisers, draft.agent, "organiser", told)  # type: ignore[arg-type]
    for span in mentions(doc, "durations"):
        if draft.span.sent.start <= span.start < draft.span.sent.end and doc[span.start - 1].lower_ in ("for", "over", "in", "during", "of", "a"):
            fill(doc, one, Argument("duration", (span.start, span.end), "events.told-by-verb"), draft.entities)
    month = in_a_year(str(one.get("dates") or ""))
    if not (month or str(one.get("duration") or "Y")[-1] != "Y" or draft.span.id_ == LIGHT) or (draft.value.status == "planned" and not month):
        return []
    draft.event = one
    return [one]


def in_a_year(date: str) -> bool:
    """Whether a date is finer than a year, or an interval of months: no goal of years such as "until 2024"."""
    first, _, last = date.partition("/")
    return ".." not in date and len(first) > 4 and (not last or int(last[:4]) - int(first[:4]) < 2)


def last_before(events: list[Happening], span: Span, far: int = 60) -> Happening | None:
    """The event whose mention stands last before a stretch, not farther than so many tokens."""
    likely = [(mention.end, place) for place, one in enumerate(events) for mention in one.spans if mention.end <= span.start and span.start - mention.end < far]
    return events[max(likely)[1]] if likely else None
