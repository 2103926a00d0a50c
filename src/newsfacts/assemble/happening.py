"""One event of an article while it is put together, and how the arguments of its mentions fill its slots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from newsfacts.assemble import doers
from newsfacts.assemble.cluster import Entity
from newsfacts.assemble.reference import Entities
from newsfacts.components.event_order import groups
from newsfacts.components.mention import Argument, mention_at, mentions_over, value_of
from newsfacts.components.nouns import members

CLOSED = ("mission", "workshop", "meeting", "ceremony", "conference", "summit", "forum", "hackathon", "other")
"""Types of events that have an end."""


@dataclass(slots=True)
class Filled:
    """A slot's value with the argument that gave it."""

    value: object
    argument: Argument


@dataclass(slots=True)
class Happening:
    """One event while it is put together.

    `alias` is the short form in brackets behind its name, `types` are those of its mentions, `tentative` is set where its name stands only in a headline
    that capitalises its words.
    """

    name: str | None
    type: str
    spans: list[Span] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    slots: dict[str, Filled] = field(default_factory=dict)
    organisers: list[tuple[Entity, str, Argument]] = field(default_factory=list)
    partners: list[tuple[Entity, str, Argument]] = field(default_factory=list)
    people: list[tuple[Entity, str, Argument]] = field(default_factory=list)
    countries: list[tuple[str, Argument]] = field(default_factory=list)
    alias: str | None = None
    indefinite: bool = False
    tentative: bool = False
    edition: int | None = None
    series: bool = False
    plural: bool = False
    edges: dict[str, Filled] = field(default_factory=dict)
    types: list[str] = field(default_factory=list)
    id: str = ""
    kind: str = "event"

    def get(self, slot: str) -> object:
        """A slot's value, or None."""
        return self.slots[slot].value if slot in self.slots else None


def fill(doc: Doc, one: Happening, argument: Argument, entities: Entities) -> None:
    """Puts an argument into its slot; the first one stays."""
    slot, _, part = argument.slot.partition(":")
    if slot == "date":
        fill_date(doc, one, part, argument)
    elif slot == "duration":
        span = mention_at(doc, "durations", *argument.tokens)
        if span is not None:
            one.slots.setdefault("duration", Filled(value_of(span).value, argument))
    elif slot == "place":
        fill_place(one, argument, entities)
    elif slot == "participants":
        span = mention_at(doc, "counts", *argument.tokens)
        if span is not None:
            one.slots.setdefault("participants", Filled(value_of(span).value, argument))
            one.countries.extend((entity.key, argument) for entity in countries_of(doc, span, entities))
    elif slot == "mode":
        one.slots.setdefault("mode", Filled(argument.value, argument))
    elif slot == "theme":
        one.slots.setdefault("theme", Filled(doc[argument.tokens[0] : argument.tokens[1]].text, argument))
    elif slot == "series" and argument.rule == "events.phrase.series":
        one.series = True
    elif slot in ("topic", "series"):
        one.slots.setdefault(slot, Filled(" ".join(doc[argument.tokens[0] : argument.tokens[1]].text.split()).strip("“”\"‘’' "), argument))
    elif slot == "edition":
        one.edition = one.edition or int(argument.value or 0) or None
    elif slot != "name":
        fill_body(one, slot, part, argument, entities)


def fill_date(doc: Doc, one: Happening, edge: str, argument: Argument) -> None:
    """A date as the event's, and as its first or last day where it is told as one; an open interval only for what goes on."""
    span = mention_at(doc, "dates", *argument.tokens)
    if span is None or (value_of(span).value.endswith("/..") and not one.plural and one.type in CLOSED):
        return
    value = value_of(span).value
    if edge in ("start", "end") and "/" in value and ".." not in value:
        value = value.split("/")[0 if edge == "start" else 1]
    if edge != "name":
        one.slots.setdefault("dates", Filled(value, argument))
    if edge:
        one.edges.setdefault(edge, Filled(value, argument))


def fill_place(one: Happening, argument: Argument, entities: Entities) -> None:
    """A place as venue, city or country; an organisation as venue."""
    entity = entities.named(argument.tokens, ("organisation", "place", "country"))
    if entity is None:
        return
    if entity.kind == "organisation":
        one.slots.setdefault("venue", Filled(entity, argument))
    elif entity.kind == "country":
        one.slots.setdefault("country", Filled(entity.key, argument))
    else:
        slot = {"venue": "venue", "city": "city"}.get(entity.type)
        if slot:
            one.slots.setdefault(slot, Filled(entity, argument))
        if entity.country and entity.type in ("city", "region", "venue"):
            one.slots.setdefault("country", Filled(entity.country, argument))


def fill_body(one: Happening, slot: str, part: str, argument: Argument, entities: Entities) -> None:
    """An organiser, partner or person."""
    entity = referred(argument, entities) or (within_group(argument, entities) if slot != "person" else None)
    if entity is None:
        return
    if slot == "person":
        if entity.kind == "person":
            add(one.people, entity, part, argument)
        elif part in ("attended",) and entity.kind == "organisation":
            add(one.partners, entity, "participant", argument)
        return
    if entity.kind == "place" and entity.type not in ("city", "region"):
        return
    add(one.organisers if slot == "organiser" else one.partners, entity, part, argument)


def referred(argument: Argument, entities: Entities) -> Entity | None:
    """The entity of a stretch; "we" and "our" are the author's where the text tells who that is."""
    root = entities.doc[argument.tokens[0]:argument.tokens[1]].root
    if root.lower_ in doers.FIRST:
        return doers.author(entities)
    if root.lower_ == "its":
        return None
    found = entities.refer(argument.tokens)
    if found is not None and found.kind == "place" and doers.dateline(root):
        return doers.beside(entities, root)
    if found is None and any(value_of(span).generic for span in mentions_over(entities.doc, "organisations", root.i)):
        return doers.author(entities)
    return found


def its(root: Token, entities: Entities) -> Entity | None:
    """The body that "its" stands for: the subject of its clause, by name or as "the Centre", else that of a sentence before."""
    subject = next((token for token in entities.doc[root.sent.start : root.i] if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ != "PRON"), None)
    if subject is None:
        return doers.before(entities, root)
    return entities.at_token.get(("organisation", subject.i)) or doers.body_before(entities, subject)


def within_group(argument: Argument, entities: Entities) -> Entity | None:
    """The body in a phrase such as "the X team" or "members of X", where it names one only."""
    root = entities.doc[argument.tokens[0] : argument.tokens[1]].root
    if root.lower_ == "its":
        return its(root, entities)
    if root.lower_ in members("standing_for_body") and (known := doers.body_before(entities, root)) is not None:
        return known
    if root.lower_ not in groups():
        return None
    found = {id(entity): entity for place in range(*argument.tokens) if (entity := entities.at_token.get(("organisation", place))) is not None}
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    known = doers.within(entities, root)
    return known if known is not None and known.kind == "organisation" else None


def add(bodies: list[tuple[Entity, str, Argument]], entity: Entity, part: str, argument: Argument) -> None:
    """Adds a body once."""
    if not any(other is entity for other, _, _ in bodies):
        bodies.append((entity, part, argument))


def countries_of(doc: Doc, count: Span, entities: Entities) -> list[Entity]:
    """The countries listed after "from" behind a count of people, in the same sentence."""
    sentence = count.sent
    start = next((token.i for token in doc[count.end : min(count.end + 6, sentence.end)] if token.lower_ == "from"), None)
    if start is None:
        return []
    found: list[Entity] = []
    for place in range(start, sentence.end):
        entity = entities.at_token.get(("country", place))
        if entity is not None and entity not in found:
            found.append(entity)
    return found


def planned(one: Happening) -> bool:
    """Whether no mention tells the event as actual."""
    return "actual" not in one.statuses


def spans_of(events: Iterable[Happening]) -> dict[int, Happening]:
    """Which event each token of a mention belongs to."""
    return {place: one for one in events for span in one.spans for place in range(span.start, span.end)}
