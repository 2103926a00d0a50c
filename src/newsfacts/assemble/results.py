"""Makes the outcomes of an article: agents, dates, places and events resolved."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.tokens import Doc, Span

from newsfacts.assemble import doers, inheriting, twins
from newsfacts.assemble.attribution import attributed
from newsfacts.assemble.cluster import Entity, fold
from newsfacts.assemble.happenings import Happening, later, spans_of
from newsfacts.assemble.reference import Entities
from newsfacts.components.mention import Argument, OutcomeValue, mention_at, mentions, sentence_of, value_of
from newsfacts.model import Article, Evidence, Outcome, Ref, digest

PEOPLE = ("trained", "attended", "treated", "sent", "hosted")


@dataclass(slots=True)
class Draft:
    """An outcome while it is put together."""

    span: Span
    value: OutcomeValue
    entities: Entities
    figure: Any = None
    object: str | None = None
    agent: Entity | Happening | None = None
    recipient: Entity | None = None
    date: str | None = None
    place: Entity | None = None
    event: Happening | None = None
    according_to: Entity | None = None
    countries: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def drafts(doc: Doc, entities: Entities, events: list[Happening]) -> list[Draft]:
    """Every mention of an outcome with its arguments resolved."""
    at = spans_of(events)
    made = [draft(doc, span, entities, at) for span in mentions(doc, "outcomes")]
    for one in made:
        inheriting.event(one, events)
        inheriting.doer_of_event(one)
    return made


def outcomes(article: Article, found: list[Draft]) -> tuple[Outcome, ...]:
    """The outcomes of an article in text order, those told twice once."""
    full = [one for one in found if (one.figure is not None or one.object) and not (one.figure is not None and breakdown(one))]
    kept = twins.without_headlines(twins.once(full))
    for one in kept:
        inheriting.date_and_place(one)
        inheriting.trainer(one)
        if one.value.status == "actual" and later(one.date, article.published) and not past(one.span):
            one.value = replace(one.value, status="planned")
    return numbered(article, kept)


def past(span: Span) -> bool:
    """Whether an outcome's verb stands in the past: then its date was read wrongly, or the text errs."""
    return any(token.tag_ == "VBD" or (token.tag_ == "VBN" and any(child.lemma_ == "have" for child in token.children)) for token in span)


def breakdown(one: Draft) -> bool:
    """Whether a figure is a part of another one ("including 12 nurses", also further on in that list)."""
    return value_of(one.figure).part_of is not None or (one.value.type in PEOPLE and in_breakdown(one.figure))


def in_breakdown(figure: Span) -> bool:
    """Whether a figure stands in a list that "including" or "among them" opened, with no verb between."""
    for token in reversed(figure.doc[figure.sent.start:figure.start]):
        if token.lower_ in ("including", "among"):
            return any(token.i < other.start < figure.start for other in mentions(figure.doc, "counts"))
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG":
            return False
    return False


def draft(doc: Doc, span: Span, entities: Entities, at: dict[int, Happening]) -> Draft:
    """One mention with its arguments resolved."""
    value: OutcomeValue = value_of(span)
    one = Draft(span, value, entities)
    one.evidence.append(Evidence(span.start_char, span.end_char, span.id_))
    for argument in value.arguments:
        take(doc, one, argument, entities, at)
    if one.event is None:
        one.event = next((at[place] for place in range(*sentence_of(doc, span.start)) if place in at), None)
    if one.agent is None:
        inheriting.doer_of_list(doc, one, entities)
    if one.figure is not None and value.type in PEOPLE:
        inheriting.countries(doc, one, entities)
    if (claim := attributed(doc, entities, span)) is not None:
        one.according_to = claim[0]
        speaking(doc, one, claim[0], entities)
        one.evidence.append(claim[1])
    return one


def speaking(doc: Doc, one: Draft, speaker: Entity, entities: Entities) -> None:
    """What "we" did in quoted words is the deed of the speaker's body."""
    argument = next((argument for argument in one.value.arguments if argument.slot == "agent"), None)
    if argument is None or doc[argument.tokens[0]:argument.tokens[1]].root.lower_ not in doers.FIRST:
        return
    body = speaker if speaker.kind == "organisation" else doers.post(doc, speaker, entities)
    if body is not None:
        if one.agent is None:
            note(doc, one, argument, "agent")
        one.agent = body


def note(doc: Doc, one: Draft, argument: Argument, slot: str) -> None:
    """Writes down where a slot's value comes from."""
    span = doc[argument.tokens[0]:argument.tokens[1]]
    one.evidence.append(Evidence(span.start_char, span.end_char, argument.rule, slot, argument.via))  # type: ignore[arg-type]


def take(doc: Doc, one: Draft, argument: Argument, entities: Entities, at: dict[int, Happening]) -> None:
    """Puts one argument into its slot."""
    tokens = argument.tokens
    if argument.slot == "object":
        one.object = " ".join(doc[tokens[0]:tokens[1]].text.strip(" ,.;:“”\"•–-").split()) or None
        entity = entities.named(tokens, ("organisation",)) if one.value.type == "established" else None
        root = doc[tokens[0]:tokens[1]].root
        if one.value.type == "established" and (root.pos_ == "PRON" or (entity is None and bare(doc, tokens))):
            entity = doers.before(entities, root) if root.pos_ == "PRON" else doers.body_before(entities, root)
            one.object = entity.name if entity is not None else None if root.pos_ == "PRON" else one.object
        elif one.value.type == "established" and entity is None and (described := doers.described(entities, root)) is not None:
            one.object = described.name
        elif entity is not None and (named_by(entity, tokens) or set(fold(one.object or "").split()) & set(entity.key.split())):
            one.object = entity.name
    elif argument.slot == "value":
        one.figure = mention_at(doc, "counts", *tokens)
    elif argument.slot == "agent":
        if one.agent is not None:
            return
        one.agent, told = doers.doer(doc, tokens, entities, at)
        one.event = one.event or told
        if one.agent is None:
            return
        if one.value.type == "agreed" and one.agent.kind == "person" and isinstance(one.agent, Entity):
            one.agent = doers.post(doc, one.agent, entities) or one.agent
    elif argument.slot == "recipient":
        one.recipient = entities.refer(tokens)
        if one.recipient is None:
            return
    elif argument.slot == "date":
        span = mention_at(doc, "dates", *tokens)
        one.date = argument.value or (value_of(span).value if span is not None else None)
    elif argument.slot == "place":
        found = entities.named(tokens, ("organisation", "place", "country"))
        if found is None or found is one.agent or not finer(found, one.place):
            return
        one.place = found
    note(doc, one, argument, argument.slot)


def bare(doc: Doc, tokens: tuple[int, int]) -> bool:
    """Whether a stretch is a lone noun behind "the", which points back to a body: "the trust was founded"."""
    return tokens[1] - tokens[0] == 1 and tokens[0] > 0 and doc[tokens[0] - 1].lower_ == "the"


def named_by(entity: Entity, tokens: tuple[int, int]) -> bool:
    """Whether a stretch has the name or the acronym of an entity."""
    return any(span.start < tokens[1] and tokens[0] < span.end for span in (*entity.spans, *entity.acronym_spans))


def finer(found: Entity, known: Entity | None) -> bool:
    """Whether a place is more specific than the one known: a body or venue, a city, a region, a country."""
    order = {"organisation": 0, "venue": 0, "city": 1, "region": 2, "other": 3, "country": 4, "continent": 5}
    if known is None:
        return True
    mine, theirs = (order.get(one.type if one.kind == "place" else one.kind, 3) for one in (found, known))
    return mine < theirs


def numbered(article: Article, drafts: list[Draft]) -> tuple[Outcome, ...]:
    """The outcomes with their ids."""
    made, ordinals = [], Counter[tuple[object, ...]]()
    for one in drafts:
        figure = value_of(one.figure) if one.figure is not None else None
        key = (one.value.type, figure.value if figure else None, fold(one.object or ""), one.date)
        name = "r" + digest(article.id, *key, ordinals[key])
        ordinals[key] += 1
        made.append(outcome(one, name, figure))
    return tuple(made)


def outcome(one: Draft, name: str, figure: Any) -> Outcome:
    """One outcome; people are told by their figure and noun, so that they have no object."""
    phrase = " ".join(one.span.text.split())
    what = None if one.value.type in PEOPLE else one.object
    told = [each for each in one.evidence if each.slot != "object" or what is not None]
    told.extend(replaced(each, slot) for each in one.evidence if each.slot == "value" for slot in ("of", "comparator") if figure is not None)
    if one.event is not None:
        told.append(Evidence(one.event.spans[0].start_char, one.event.spans[0].end_char, "assemble.event", "event", "inherited"))
    status = one.value.status
    value, of, comparator = (figure.value, figure.of, figure.comparator) if figure else (None, None, None)
    return Outcome(name, one.value.type, ref(one.agent), value, of, comparator, phrase, what,
                   ref(one.recipient), one.date, ref(one.place), ref(one.event), tuple(one.countries), status, ref(one.according_to), tuple(told))  # type: ignore[arg-type]


def replaced(evidence: Evidence, slot: str) -> Evidence:
    """The same place as evidence of another slot."""
    return Evidence(evidence.start, evidence.end, evidence.rule, slot, evidence.via)


def ref(one: Entity | Happening | None) -> Ref | None:
    """A pointer to an entity or an event."""
    return None if one is None else Ref(one.kind, one.id, one.name or one.type)  # type: ignore[arg-type]
