"""Makes the document of an article: its items with ids and evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span

from newsfacts.assemble import attendance, cluster, findings, happenings, posts, results, telling
from newsfacts.assemble.cluster import Entity, fold
from newsfacts.assemble.happening import Happening
from newsfacts.assemble.reference import Entities
from newsfacts.assemble.values import counts, dates, durations
from newsfacts.components.country_table import alpha_3, name_of
from newsfacts.components.mention import Argument, mentions, release, value_of
from newsfacts.components.short_forms import initials_match
from newsfacts.model import Article, Country, Event, Evidence, Facts, Organisation, Organiser, Participant, Partner, Person, Place, Ref, Role, digest

RANKS = frozenset(["vice", "deputy", "acting", "former", "assistant", "under", "associate", "interim", "honorary", "co"])
"""Words that make another post of a title."""
LETTERS = {"person": "p", "organisation": "o", "place": "l", "event": "e", "outcome": "r", "count": "n"}


def assemble(doc: Doc, article: Article) -> Facts:
    """The facts of one article."""
    cluster.governed_places(doc)
    entities = Entities(doc, cluster.people(doc), cluster.organisations(doc, initials_match), cluster.countries(doc), cluster.places(doc))
    entities.index()
    name(article, entities)
    events = happenings.happenings(doc, entities)
    drafts = results.drafts(doc, entities, events)
    events = telling.told([*events, *attendance.take_part(doc, events, drafts)], drafts)
    telling.look_ahead(events, article.published)
    number(article, events)
    made = Facts(
        article=article,
        people=tuple(person(doc, one, entities) for one in entities.people),
        organisations=tuple(organisation(one) for one in entities.organisations),
        countries=tuple(country(one) for one in entities.countries),
        places=tuple(place(one) for one in entities.places),
        dates=dates(doc),
        durations=durations(doc),
        counts=counts(doc, article),
        events=tuple(event(doc, one) for one in events),
        outcomes=results.outcomes(article, drafts),
    )
    made = replace(made, findings=findings.findings(doc, made))
    release(doc)
    return made


def name(article: Article, entities: Entities) -> None:
    """Gives the entities their ids; countries take the name of the table."""
    for one in entities.countries:
        one.name = name_of(one.key)
    for group in (entities.people, entities.organisations, entities.places):
        ordinals: Counter[str] = Counter()
        for one in group:
            one.id = identifier(article, one.kind, fold(one.name), ordinals[fold(one.name)])
            ordinals[fold(one.name)] += 1


def identifier(article: Article, kind: str, *key: object) -> str:
    """An item's id: a letter for its kind and a hash of the article's id, its key values and its ordinal among equals."""
    return LETTERS[kind] + digest(article.id, *key)


def number(article: Article, events: list[Happening]) -> None:
    """Gives the events their ids."""
    ordinals: Counter[tuple[object, ...]] = Counter()
    for one in events:
        city = one.get("city")
        key = (one.type, fold(one.name or ""), one.get("dates"), city.key if isinstance(city, Entity) else None)
        one.id = identifier(article, "event", *key, ordinals[key])
        ordinals[key] += 1


def evidence(span: Span, slot: str | None = None, via: Any = "stated") -> Evidence:
    """A mention as evidence."""
    return Evidence(span.start_char, span.end_char, span.id_ or f"model.{span.label_}", slot, via)


def attached(doc: Doc, argument: Argument, slot: str) -> Evidence:
    """An argument as evidence of a slot."""
    span = doc[argument.tokens[0] : argument.tokens[1]]
    return Evidence(span.start_char, span.end_char, argument.rule, slot, argument.via)  # type: ignore[arg-type]


def forms(one: Entity) -> tuple[str, ...]:
    """The other forms of a name in the text, in text order."""
    found = dict.fromkeys(" ".join(value_of(span).name.split()) for span in one.spans if hasattr(value_of(span), "name"))
    return tuple(form for form in found if form not in (one.name, one.acronym))


def ref(one: Entity | Happening | None) -> Ref | None:
    """A pointer to an entity or a named event."""
    return None if one is None else Ref(one.kind, one.id, one.name or one.type)  # type: ignore[arg-type]


def person(doc: Doc, one: Entity, entities: Entities) -> Person:
    """A person with the roles that the text gives."""
    roles: list[Role] = []
    for span in sorted(mentions(doc, "roles"), key=lambda span: value_of(span).via == "inherited"):
        value = value_of(span)
        if value.via == "inherited" and any(fuller_title(role.title, value.title) is not None or again(role, value) for role in roles):
            continue
        if not any(entities.at_token.get(("person", holder[0])) is one or entities.at_token.get(("person", holder[1] - 1)) is one for holder in value.people):
            continue
        body = posts.body(doc, span, one, entities)
        if body is None and value.organisation is None and (governed := entities.governed(value.title)) is not None:
            add_role(roles, Role(value.title, ref(governed), (evidence(span), evidence(governed.spans[0], "organisation", "inherited"))))
            continue
        told = [evidence(span, None, value.via)]
        if body is not None and value.organisation:
            told.append(evidence(doc[value.organisation[0] : value.organisation[1]], "organisation", value.via))
            told[-1] = replace(told[-1], rule=span.id_)
        add_role(roles, Role(value.title, posts.named(doc, span, body), tuple(told)))
    return Person(one.id, one.name, tuple(one.honorifics), forms(one), tuple(roles), tuple(evidence(span) for span in one.spans))


def again(role: Role, value: Any) -> bool:
    """Whether a title without a body is but a short form of one told before ("the Ambassador" of an "Ambassador Extraordinary")."""
    return value.organisation is None and set(fold(value.title).split()) < set(fold(role.title).split())


def add_role(roles: list[Role], role: Role) -> None:
    """Adds a role, or makes it one with a role told before: the fuller title and the body that one of them names stay."""
    for place, other in enumerate(roles):
        same_body = role.organisation is None or other.organisation is None or role.organisation.id == other.organisation.id
        if same_body and (fuller := fuller_title(other.title, role.title)) is not None:
            kept = other if other.organisation is not None or role.organisation is None else role
            told = other.evidence if kept is other else other.evidence + role.evidence
            roles[place] = Role(fuller, kept.organisation, told)
            return
    roles.append(role)


def fuller_title(one: str, other: str) -> str | None:
    """The fuller of two forms of one title ("Commissioner", "Commissioner for Trade"); None where they are two titles."""
    first, second = fold(one), fold(other)
    if first == second or first.startswith((f"{second} of ", f"{second} for ", f"{second} to ")):
        return one
    if second.startswith((f"{first} of ", f"{first} for ", f"{first} to ")):
        return other
    few, many = sorted((first.split(), second.split()), key=len)
    if few and few[-1] == many[-1] and set(few) < set(many) and not (set(many) - set(few)) & RANKS:
        return one if len(first) > len(second) else other
    return None


def organisation(one: Entity) -> Organisation:
    """An organisation."""
    told = (
        [evidence(span) for span in one.spans]
        + [evidence(span, "acronym") for span in one.acronym_spans]
        + [evidence(span, None, "coreference") for span in one.later]
    )
    seen: dict[tuple[int, int, str | None], Evidence] = {}
    for each in told:
        seen.setdefault((each.start, each.end, each.slot), each)
    return Organisation(
        one.id,
        one.name,
        one.acronym,
        forms(one),
        one.type,  # type: ignore[arg-type]
        one.country,
        ref(one.parent),
        tuple(sorted(seen.values(), key=lambda each: each.start)),
    )


def country(one: Entity) -> Country:
    """A country."""
    return Country(one.key, alpha_3(one.key), one.name, tuple(evidence(span) for span in one.spans))


def place(one: Entity) -> Place:
    """A place."""
    return Place(one.id, one.name, one.type, one.country, tuple(evidence(span) for span in one.spans))  # type: ignore[arg-type]


def naming(doc: Doc, one: Happening) -> Evidence | None:
    """The place that an event's name is read from: a mention of that name, else a title given to a mention."""
    if one.name is None:
        return None
    key = fold(one.name)
    for span in one.spans:
        if fold(span.text) == key:
            return evidence(span, "name")
        for argument in getattr(value_of(span), "arguments", ()):
            if argument.slot == "name" and fold(doc[argument.tokens[0]:argument.tokens[1]].text) == key:
                return attached(doc, argument, "name")
    return evidence(max(one.spans, key=len), "name")


def event(doc: Doc, one: Happening) -> Event:
    """An event with evidence for every filled slot."""
    told = [evidence(span) for span in sorted(one.spans, key=lambda span: span.start)]
    told.extend(attached(doc, filled.argument, slot) for slot, filled in one.slots.items())
    if (named := naming(doc, one)) is not None:
        told.append(named)
    if one.edition is not None:
        told.append(replace(named or told[0], slot="edition"))
    for slot, bodies in (("organisers", one.organisers), ("partners", one.partners), ("people", one.people)):
        told.extend(attached(doc, argument, slot) for _, _, argument in bodies)
    told.extend(attached(doc, argument, "countries") for _, argument in one.countries[:1])
    venue, city = one.get("venue"), one.get("city")
    kind = "series" if one.series and one.name is None else one.type
    status = telling.status(one)
    mode = one.get("mode")
    return Event(
        one.id,
        one.name,
        kind,  # type: ignore[arg-type]
        one.get("series"),  # type: ignore[arg-type]
        one.edition,
        one.get("topic"),  # type: ignore[arg-type]
        one.get("theme"),  # type: ignore[arg-type]
        mode,  # type: ignore[arg-type]
        one.get("dates"),  # type: ignore[arg-type]
        one.get("duration"),  # type: ignore[arg-type]
        ref(venue) if isinstance(venue, Entity) else None,
        ref(city) if isinstance(city, Entity) else None,
        one.get("country"),  # type: ignore[arg-type]
        tuple(Organiser(body.kind, body.id, body.name, part) for body, part, _ in one.organisers),  # type: ignore[arg-type]
        tuple(Partner(body.kind, body.id, body.name, part) for body, part, _ in one.partners),  # type: ignore[arg-type]
        tuple(Participant(body.kind, body.id, body.name, part) for body, part, _ in one.people),  # type: ignore[arg-type]
        tuple(code for code, _ in one.countries),
        one.get("participants"),  # type: ignore[arg-type]
        {"possible": "planned", "negated": "cancelled"}.get(status, status),  # type: ignore[arg-type]
        tuple(told),
    )
