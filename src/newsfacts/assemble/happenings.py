"""Puts the mentions of one event of an article together and fills its slots."""
from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from newsfacts import rules
from newsfacts.assemble.cluster import Entity, content, fold
from newsfacts.assemble.reference import Entities
from newsfacts.components.attach import clause_of, preposition
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument, EventValue, mention_at, mentions, value_of
from newsfacts.edtf import bounds

if TYPE_CHECKING:
    from newsfacts.assemble.results import Draft

MARKS = re.compile(r"\b(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")
SINGLE = ("dates", "duration", "venue", "city", "country", "participants", "mode", "theme")
TOLD_BY_VERB = ("outcomes.trained.train", "outcomes.trained.give-training")
BOILERPLATE = ("boilerplate", "contact")


@dataclass(slots=True)
class Filled:
    """A slot's value with the argument that gave it."""

    value: object
    argument: Argument


@dataclass(slots=True)
class Happening:
    """One event while it is put together."""

    name: str | None
    type: str
    spans: list[Span] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    slots: dict[str, Filled] = field(default_factory=dict)
    organisers: list[tuple[Entity, str, Argument]] = field(default_factory=list)
    partners: list[tuple[Entity, str, Argument]] = field(default_factory=list)
    people: list[tuple[Entity, str, Argument]] = field(default_factory=list)
    countries: list[tuple[str, Argument]] = field(default_factory=list)
    indefinite: bool = False
    edition: int | None = None
    series: bool = False
    plural: bool = False
    edges: dict[str, Filled] = field(default_factory=dict)
    id: str = ""
    kind: str = "event"

    def get(self, slot: str) -> object:
        """A slot's value, or None."""
        return self.slots[slot].value if slot in self.slots else None


def happenings(doc: Doc, entities: Entities) -> list[Happening]:
    """The events of an article, in the order of their first mentions."""
    found: list[Happening] = []
    spans = sorted(mentions(doc, "events"), key=lambda span: span.start)
    body = [value_of(span).name for span in spans if value_of(span).name and block_of(span[0]) not in ("headline", "subhead")]
    for span in spans:
        value: EventValue = value_of(span)
        if value.name and title_case(span) and not telling(span) and not any(same_name(value.name, name) for name in body):
            value = dataclasses.replace(value, name=None)
        one = told_once(doc, span, value, entities)
        if value.type in ("edition", "anaphor"):
            if not found or (value.type == "anaphor" and span.start - found[-1].spans[-1].end > 120):
                continue
            if value.type == "anaphor":
                merge(found[-1], one)
                continue
            one.type = next((other.type for other in reversed(found) if other.type not in ("ceremony", "other") or other.name), found[0].type)
        host = next((other for other in found if value.name is None and one.type in ("training", "course", "meeting") and any(token in other.spans[-1] for token in span.root.ancestors)), None)
        if host is not None and host.type != one.type and span.sent.start == host.spans[-1].sent.start:
            host.slots.update({slot: filled for slot, filled in one.slots.items() if slot == "duration" and slot not in host.slots})
            continue
        parts = editions(doc, span, one, entities)
        if parts:
            found.extend(parts)
            continue
        known = antecedent(found, one, value, span)
        if known is None:
            found.append(one)
        else:
            merge(known, one)
    found = merged_alike(found)
    home = home_country(entities)
    for place, one in enumerate(found):
        borrow(one, found[:place])
        settle(doc, one, entities)
        if home is not None and one.name is None and not any(slot in one.slots for slot in ("country", "city", "venue", "mode")):
            first = home.spans[0]
            one.slots["country"] = Filled(home.country, Argument("place", (first.start, first.end), "events.home-country", "inherited"))
    return found


def home_country(entities: Entities) -> Entity | None:
    """The place that shows the one country in which an article plays: that of nearly all its places."""
    tally: dict[str, int] = {}
    for entity in entities.places:
        if entity.country and entity.type in ("city", "region", "venue"):
            tally[entity.country] = tally.get(entity.country, 0) + len(entity.spans)
    best = max(tally, key=lambda code: tally[code], default=None)
    if best is None or tally[best] < 3 or tally[best] < 0.8 * sum(tally.values()):
        return None
    return next(entity for entity in entities.places if entity.country == best and entity.type in ("city", "region", "venue"))


def told(events: list[Happening], drafts: Iterable[Draft]) -> list[Happening]:
    """The events worth telling; drafts of outcomes forget the others."""
    for one in events:
        since(one)
    kept = [one for one in events if worth_telling(one)]
    for draft in drafts:
        if draft.event is not None and not any(draft.event is one for one in kept):
            draft.event = None
    return kept


def borrow(one: Happening, before: list[Happening]) -> None:
    """A ceremony without date or place of its own is that of the event told just before it; one with its own date still takes the city."""
    if one.type == "ceremony" and one.name is None and not any(slot in one.slots for slot in ("city", "venue", "country")):
        near = next((other for other in reversed(before) if "city" in other.slots and one.spans[0].start - other.spans[-1].start < 300 and not planned(other)), None)
        for slot in ("city", "country") if near is not None and "dates" in one.slots else ():
            if slot in near.slots:  # type: ignore[union-attr]
                one.slots[slot] = replace(near.slots[slot], argument=replace(near.slots[slot].argument, via="inherited"))  # type: ignore[union-attr]
    if one.type != "ceremony" or one.name is not None or any(slot in one.slots for slot in ("dates", "city", "venue")):
        return
    other = next((other for other in reversed(before) if "dates" in other.slots and one.spans[0].start - other.spans[0].start < 400), None)
    if other is not None and ("opening" in near_words(one) or one.people):
        for slot in ("dates", "venue", "city", "country"):
            if slot in other.slots and not (slot == "dates" and "/" in str(other.get(slot))):
                filled = other.slots[slot]
                one.slots[slot] = Filled(filled.value, replace(filled.argument, via="inherited"))


def since(one: Happening) -> None:
    """Events of a kind held since a year are a series, and what they count since then is no attendance."""
    if one.name is None and one.plural and str(one.get("dates") or "").endswith("/.."):
        one.type = "series"
        one.slots.pop("participants", None)


def near_words(one: Happening) -> list[str]:
    """The modifiers of an event's first noun."""
    return [child.lower_ for child in one.spans[0].root.children]


def settle(doc: Doc, one: Happening, entities: Entities) -> None:
    """Takes the dateline's city for an event of the lead that has no place, and the country of the city or venue."""
    if {"start", "end"} <= one.edges.keys() and "/" not in str(one.get("dates")):
        first, last = str(one.edges["start"].value), str(one.edges["end"].value)
        if len(first) == len(last) == 10 and first < last:
            one.slots["dates"] = replace(one.edges["start"], value=f"{first}/{last}")
    if not any(slot in one.slots for slot in ("city", "venue", "country")) and planned(one) is False and one.get("mode") != "online":
        span = dateline_place(doc)
        here = span is not None and any(token.lower_ == "here" for mention in one.spans for token in mention.sent)
        if span is not None and (here or ("dates" in one.slots or one.organisers) and span.start < one.spans[0].start < span.end + 90):
            fill(doc, one, Argument("place", (span.start, span.end), "events.dateline", "inherited"), entities)
    if not any(slot in one.slots for slot in ("city", "venue", "country", "dates")) and one.name is None and not one.series:
        from_context(doc, one, entities)
    if one.get("mode") == "online":
        for slot in ("city", "country", "venue"):
            one.slots.pop(slot, None)


def from_context(doc: Doc, one: Happening, entities: Entities) -> None:
    """Date and place of the deed told in the sentence before an event that is spoken of as known ("The ceremony …", "It was our third mission")."""
    span = one.spans[0]
    if one.indefinite and not any(child.dep_ == "poss" for child in span.root.children) and one.type != "ceremony":
        return
    sentence = span.sent
    for _ in range(2):
        if sentence.start == 0 or any(slot in one.slots for slot in ("dates", "city", "venue")):
            return
        sentence = doc[sentence.start - 1].sent
        if block_of(sentence[0]) in ("headline", "subhead", "boilerplate"):
            continue
        date = next((each for each in mentions(doc, "dates") if sentence.start <= each.start < sentence.end and not value_of(each).value.endswith("..") and clause_of(each.root) == sentence.root), None)
        if date is not None:
            fill(doc, one, Argument("date", (date.start, date.end), "events.context", "inherited"), entities)
        for kind in ("organisations", "places"):
            for each in mentions(doc, kind):
                if sentence.start <= each.start < sentence.end and preposition(each) in (("at",) if kind == "organisations" else ("at", "in")):
                    fill(doc, one, Argument("place", (each.start, each.end), "events.context", "inherited"), entities)


def dateline_place(doc: Doc) -> Span | None:
    """The city that opens the text as a dateline: before a dash, a date or an agency's name in brackets."""
    for span in mentions(doc, "places"):
        if value_of(span).kind != "city" or span.start > 60:
            return None
        opens = span.start == 0 or doc[span.start - 1].is_space or span[0].is_sent_start
        ahead = [token.text for token in doc[span.end:span.end + 12]]
        if opens and any(text in ("–", "—", "-", "--", "(") for text in ahead):
            return span
    return None


def title_case(span: Span) -> bool:
    """Whether a mention stands in a headline that capitalises its words, so that capitals tell nothing."""
    if block_of(span[0]) not in ("headline", "subhead"):
        return False
    words = [token for token in span.sent if token.is_alpha and len(token) > 3 and not span.start <= token.i < span.end]
    return bool(words) and sum(token.text[0].isupper() for token in words) > 0.6 * len(words)


def telling(span: Span) -> bool:
    """Whether a name has two words or more that are neither general nor an ordinal."""
    generic = rules.table("events")["named"]["generic"]
    return sum(token.lower_ not in generic and not MARKS.fullmatch(token.lower_) and token.is_alpha and token.i != span.root.i for token in span) >= 2


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


def told_once(doc: Doc, span: Span, value: EventValue, entities: Entities) -> Happening:
    """What one mention says of its event."""
    name = value.name
    for argument in value.arguments:
        if argument.slot == "name" and name is None:
            name = " ".join(doc[argument.tokens[0]:argument.tokens[1]].text.strip(" ,.;“”\"‘’'").split())
    kind = value.type if value.name else known_type(doc, span) or value.type
    one = Happening(name, kind, [span], [value.status] if value.status else [], indefinite=not value.definite)
    if mention_at(doc, "event_names", span.start, span.end) is not None:
        one.edition = value_of(mention_at(doc, "event_names", span.start, span.end)).edition
    one.plural = span.root.tag_ in ("NNS", "NNPS")
    for argument in value.arguments:
        fill(doc, one, argument, entities)
    return one


def known_type(doc: Doc, span: Span) -> str | None:
    """The type that a fuller mention gave the same noun earlier: "another camp" after "the eye camp"."""
    for other in mentions(doc, "events"):
        if other.start >= span.start:
            return None
        if other.id_.startswith("events.compound") and other.root.lemma_.lower() == span.root.lemma_.lower():
            return str(value_of(other).type)
    return None


def fill(doc: Doc, one: Happening, argument: Argument, entities: Entities) -> None:
    """Puts an argument into its slot; the first one stays."""
    slot, _, part = argument.slot.partition(":")
    if slot == "date":
        span = mention_at(doc, "dates", *argument.tokens)
        if span is not None and not (value_of(span).value.endswith("/..") and not one.plural and one.type in ("mission", "workshop", "meeting", "ceremony", "conference", "summit", "forum", "hackathon", "other")):
            one.slots.setdefault("dates", Filled(value_of(span).value, argument))
            if part:
                one.edges.setdefault(part, Filled(value_of(span).value, argument))
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
        one.slots.setdefault("theme", Filled(doc[argument.tokens[0]:argument.tokens[1]].text, argument))
    elif slot == "series":
        one.series = True
    else:
        fill_body(one, slot, part, argument, entities)


def countries_of(doc: Doc, count: Span, entities: Entities) -> list[Entity]:
    """The countries listed after "from" behind a count of people, in the same sentence."""
    sentence = count.sent
    start = next((token.i for token in doc[count.end:min(count.end + 6, sentence.end)] if token.lower_ == "from"), None)
    if start is None:
        return []
    found: list[Entity] = []
    for place in range(start, sentence.end):
        entity = entities.at_token.get(("country", place))
        if entity is not None and entity not in found:
            found.append(entity)
    return found


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
    entity = entities.refer(argument.tokens)
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


def add(bodies: list[tuple[Entity, str, Argument]], entity: Entity, part: str, argument: Argument) -> None:
    """Adds a body once."""
    if not any(other is entity for other, _, _ in bodies):
        bodies.append((entity, part, argument))


def antecedent(found: list[Happening], one: Happening, value: EventValue, span: Span) -> Happening | None:
    """The event told before that a mention speaks of."""
    if one.name is not None:
        named = next((other for other in found if other.name and same_name(other.name, one.name) and compatible(other, one)), None)
        if named is not None:
            return named
        return next((other for other in reversed(found) if other.name is None and other.type == one.type and headline(other) and compatible(other, one)), None)
    if not value.definite:
        return next((other for other in reversed(found) if other.type == one.type and headline(other) and compatible(other, one) and not one.series), None)
    word = span.root.lemma_.lower()
    own = any(slot in one.slots for slot in ("dates", "city", "venue"))
    anaphoric = not own and (word in rules.table("events")["weak"]["anaphoric"] or word in ("training", "course"))
    for other in reversed(found):
        if compatible(other, one) and (other.type == one.type or anaphoric or word in fold(other.name or "").split()) and (one.series == other.series or one.name is None):
            return other
    return None


def headline(one: Happening) -> bool:
    """Whether an event has only been told in a headline or sub-head."""
    return all(block_of(span[0]) in ("headline", "subhead") for span in one.spans)


def same_name(one: str, other: str) -> bool:
    """Whether two names are of one event: the same words, or those of the shorter within the longer, with no other year or ordinal."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    mine, theirs = set(MARKS.findall(first)), set(MARKS.findall(second))
    if mine and theirs and mine != theirs:
        return False
    short, long = sorted((content(first) - mine - theirs, content(second) - mine - theirs), key=len)
    return len(short) >= 2 and short <= long or (short == long and bool(short))


def compatible(one: Happening, other: Happening) -> bool:
    """Whether no slot that both fill speaks against their being one."""
    for slot in ("dates", "city", "country", "duration"):
        first, second = one.get(slot), other.get(slot)
        if slot == "dates" and {"start", "end"} <= one.edges.keys() | other.edges.keys() and one.edges.keys() != other.edges.keys():
            continue
        if first is not None and second is not None and first != second and not (slot == "dates" and (within(str(first), str(second)) or joined(str(first), str(second)))):
            return False
    return not any("cancelled" in first.statuses and "actual" in second.statuses for first, second in ((one, other), (other, one)))


def within(one: str, other: str) -> bool:
    """Whether one EDTF date lies in the other: a day in its month or interval."""
    (first, last), (start, end) = bounds(one), bounds(other)
    if None in (first, last, start, end):
        return False
    return (start <= first and last <= end) or (first <= start and end <= last)  # type: ignore[operator]


def joined(one: str, other: str) -> str | None:
    """The interval of a first day told in one place and "until" a last day in another."""
    for first, last in ((one, other), (other, one)):
        if last.startswith("../") and "/" not in first and first <= last[3:]:
            return f"{first}/{last[3:]}"
        if last.startswith("../") and first.endswith("/.."):
            return f"{first[:-3]}/{last[3:]}"
    return None


def finer(one: Filled, other: Filled) -> Filled:
    """Of two dates of one event the more telling: an interval rather than its first day, a day rather than its month."""
    if whole := joined(str(one.value), str(other.value)):
        return replace(one, value=whole)
    if "/" in str(other.value) and "/" not in str(one.value):
        return other
    return other if "/" not in str(one.value) and len(str(other.value)) > len(str(one.value)) else one


def merge(known: Happening, one: Happening) -> None:
    """Adds what a mention says to its event."""
    if one.name is not None and (known.name is None or (len(one.name) > len(known.name) and len(content(fold(known.name))) < 6)):
        known.name = one.name
        known.type = one.type if known.type in ("other", "training") or one.type != "other" else known.type
        known.edition = known.edition or one.edition
    known.spans.extend(one.spans)
    known.statuses.extend(one.statuses)
    for slot, filled in one.slots.items():
        if slot in known.slots:
            if slot == "dates":
                known.slots[slot] = finer(known.slots[slot], filled)
        else:
            known.slots[slot] = filled
    for edge, filled in one.edges.items():
        known.edges.setdefault(edge, filled)
    for mine, theirs in ((known.organisers, one.organisers), (known.partners, one.partners), (known.people, one.people)):
        for entity, part, argument in theirs:
            add(mine, entity, part, argument)
    known.countries.extend(pair for pair in one.countries if pair[0] not in [code for code, _ in known.countries])
    known.series = known.series and one.series


def merged_alike(found: list[Happening]) -> list[Happening]:
    """Makes one of unnamed events of a type that share a telling slot and differ in none."""
    kept: list[Happening] = []
    for one in found:
        alike = next((other for other in kept if other.type == one.type and (other.name is None or one.name is None) and compatible(other, one) and shared(other, one)), None)
        if alike is None:
            kept.append(one)
        else:
            merge(alike, one)
    return kept


def shared(one: Happening, other: Happening) -> bool:
    """Whether two events share a date, city, venue, duration or number of participants."""
    return any(one.get(slot) is not None and one.get(slot) == other.get(slot) for slot in ("dates", "city", "venue", "participants"))


def worth_telling(one: Happening) -> bool:
    """Whether an event is more than a word: a name, or enough of when, where, who and how many."""
    filled = sum(slot in one.slots for slot in ("dates", "duration", "venue", "city", "participants")) + bool(one.organisers)
    if all(block_of(span[0]) in BOILERPLATE for span in one.spans):
        return one.name is not None and filled > 0
    if one.name is not None:
        return True
    if planned(one):
        return filled - bool(one.organisers) > 0
    if one.type in ("ceremony",):
        return filled + bool(one.people) > 0
    if filled == 1 and "T" in str(one.get("duration")):
        return False
    if filled == 1 and "duration" in one.slots and (one.plural or one.indefinite):
        return False
    if filled == 1 and ("venue" in one.slots or "city" in one.slots) and one.type in ("meeting", "conference", "seminar", "workshop", "hackathon", "forum", "summit") and not one.plural:
        return True
    if one.type == "other" and filled < 2:
        return False
    return filled >= 2 or (filled == 1 and not one.series and ("dates" in one.slots or "participants" in one.slots or "duration" in one.slots))


def planned(one: Happening) -> bool:
    """Whether no mention tells the event as actual."""
    return "actual" not in one.statuses


def status(one: Happening) -> str:
    """An event's status out of those of its mentions."""
    for name in ("cancelled", "actual", "planned", "negated", "possible"):
        if name in one.statuses:
            return name
    return "actual"


def spans_of(events: Iterable[Happening]) -> dict[int, Happening]:
    """Which event each token of a mention belongs to."""
    return {place: one for one in events for span in one.spans for place in range(span.start, span.end)}


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
    """Trainings told by their verb alone, with how long, when or where: "45 printers were trained over ten days in Kumba"."""
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
