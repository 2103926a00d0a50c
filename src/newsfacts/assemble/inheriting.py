"""What an outcome takes over from its surroundings: the doer of a list, its event with date and place, the place of who was given something."""
from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from newsfacts.assemble import doers
from newsfacts.assemble.attendance import cumulative, last_before
from newsfacts.assemble.cluster import Entity
from newsfacts.assemble.happening import Happening, countries_of
from newsfacts.assemble.reference import Entities
from newsfacts.components.layout import block_of
from newsfacts.model import Evidence

if TYPE_CHECKING:
    from newsfacts.assemble.results import Draft

OWN = ("trained", "treated", "delivered", "established", "produced", "held", "sent", "hosted", "funded", "state")
"""Types whose doer may be told once for a whole list."""
OF_EVENTS = ("trained", "attended")
"""Types that tell of an event, also where another sentence names it."""
PRONOUNS = ("us", "them", "it", "him", "her", "me", "you", "which", "whom")
BESIDE = ("treated", "agreed", "awarded")
"""Types that share the date, and all but agreements the place, of an event told in their sentence."""
RUNNING = ("organiser", "host")
"""Parts in an event of those who teach at it."""
STANDING = ("state", "established", "agreed", "produced", "funded")
"""Types that have no date and place of an event."""


def doer_of_list(doc: Doc, one: Draft, entities: Entities) -> None:
    """Takes the doer of a list from its lead-in, else from who speaks as "we" in the text."""
    if one.value.type not in OWN or any(argument.slot == "agent" for argument in one.value.arguments):
        return
    above = doers.lead_in(doc, one.span)
    if above is None:
        return
    found = doers.lead_doer(entities, above)
    if found is None and doers.speaks(doc):
        found = doers.author(entities)
    if found is not None:
        one.agent = found
        one.evidence.append(Evidence(above.start_char, above.end_char, "assemble.lead-in", "agent", "inherited"))


def countries(doc: Doc, one: Draft, entities: Entities) -> None:
    """The countries that people come from: those listed after "from" behind their figure."""
    told = countries_of(doc, one.figure, entities)
    one.countries.extend(entity.key for entity in told if entity.key not in one.countries)
    for entity in told:
        span = next((span for span in entity.spans if one.figure.start <= span.start < one.figure.sent.end), None)
        if span is not None:
            one.evidence.append(Evidence(span.start_char, span.end_char, "assemble.countries", "countries"))


def event(one: Draft, events: list[Happening]) -> None:
    """Ties people trained or present to the event told last before, or to the only one of the article."""
    if one.event is not None or one.value.type not in OF_EVENTS or cumulative(one) or block_of(one.span[0]) == "boilerplate":
        return
    lone = events[0] if len(events) == 1 and not events[0].series else None
    one.event = last_before(events, one.span) or lone


def date_and_place(one: Draft) -> None:
    """Takes date and place from the event that the outcome is of; goods given to a body or country are where that is."""
    given = one.recipient if one.value.type == "delivered" and one.recipient is not one.agent and not by_pronoun(one) else None
    if one.place is None and given is not None and given.kind in ("organisation", "country"):
        one.place = given
        one.evidence.extend(Evidence(each.start, each.end, each.rule, "place", "inherited") for each in one.evidence[:] if each.slot == "recipient")
    happening = one.event
    if happening is None or block_of(one.span[0]) == "boilerplate":
        return
    beside = one.value.type in BESIDE and not cumulative(one)
    if not beside and (one.value.type in STANDING or (one.agent is not happening and one.value.type not in OF_EVENTS)):
        return
    if one.date is None and isinstance(happening.get("dates"), str):
        one.date = str(happening.get("dates"))
        borrow(one, happening, "dates", "date")
    if one.place is None and one.value.type != "agreed":
        slot = next((slot for slot in ("venue", "city") if isinstance(happening.get(slot), Entity)), None)
        if slot is not None:
            one.place = happening.get(slot)  # type: ignore[assignment]
            borrow(one, happening, slot, "place")


def doer_of_event(one: Draft) -> None:
    """People present were so at the event of that name."""
    happening = one.event
    if one.agent is None and one.value.type == "attended" and happening is not None and happening.name and not happening.series and not cumulative(one):
        by_event(one, happening)


def by_event(one: Draft, happening: Happening) -> None:
    """Makes an event the agent."""
    one.agent = happening
    span = happening.spans[0]
    one.evidence.append(Evidence(span.start_char, span.end_char, "assemble.event", "agent", "inherited"))


def trainer(one: Draft) -> None:
    """People trained at an event were trained by it where it has a name, else by who ran it."""
    happening = one.event
    if one.agent is not None or one.value.type != "trained" or happening is None or not happening.organisers or cumulative(one):
        return
    if happening.name:
        by_event(one, happening)
        return
    body, argument = next(((body, argument) for body, part, argument in happening.organisers if part in RUNNING), (None, None))
    if body is not None and argument is not None:
        one.agent = body
        told = one.span.doc[argument.tokens[0]:argument.tokens[1]]
        one.evidence.append(Evidence(told.start_char, told.end_char, argument.rule, "agent", "inherited"))


def by_pronoun(one: Draft) -> bool:
    """Whether who was given something is told by a pronoun ("gave us …")."""
    text = one.span.doc.text
    return any(each.slot == "recipient" and text[each.start:each.end].lower() in PRONOUNS for each in one.evidence)


def borrow(one: Draft, happening: Happening, source: str, slot: str) -> None:
    """Evidence of a slot taken over from the event."""
    argument = happening.slots[source].argument
    span = one.span.doc[argument.tokens[0]:argument.tokens[1]]
    one.evidence.append(Evidence(span.start_char, span.end_char, argument.rule, slot, "inherited"))
