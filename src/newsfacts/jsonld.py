"""Says the facts of articles in the vocabulary of schema.org, as nodes of a JSON-LD graph.

What is possible or negated is left out: schema.org has no word for it.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.model import Article, Event, Facts, Organisation, Outcome, Person, Place, Ref
from newsfacts.rows import SURROGATE

Node = dict[str, Any]

ORGANISATIONS = {"government": "GovernmentOrganization", "university": "CollegeOrUniversity", "school": "School", "hospital": "Hospital", "ngo": "NGO"}
PLACES = {"city": "City", "region": "AdministrativeArea", "continent": "Continent"}
EVENTS = {"workshop": "EducationEvent", "training": "EducationEvent", "course": "EducationEvent", "seminar": "EducationEvent", "series": "EventSeries",
          "hackathon": "Hackathon"}
MODES = {"in_person": "OfflineEventAttendanceMode", "online": "OnlineEventAttendanceMode", "hybrid": "MixedEventAttendanceMode"}
PARTS = {"host": "organizer", "organiser": "organizer", "co-organiser": "organizer", "sponsor": "sponsor", "funder": "funder"}
ACTIONS = {"actual": "CompletedActionStatus", "planned": "PotentialActionStatus"}
VOCABULARY = "https://schema.org/"
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def nodes(documents: Iterable[Facts]) -> Iterator[str]:
    """The nodes of all articles as JSON, a country only once."""
    known: set[str] = set()
    for facts in documents:
        for node in article_nodes(facts):
            if node["@type"] == "Country":
                if node["@id"] in known:
                    continue
                known.add(node["@id"])
            yield SURROGATE.sub("\ufffd", json.dumps(node, ensure_ascii=False, separators=(",", ":")))


def article_nodes(facts: Facts) -> Iterator[Node]:
    """The nodes of one article: itself and all that it mentions."""
    events = [event(one) for one in facts.events if one.status in ("actual", "planned", "cancelled")]
    actions = [action(one) for one in facts.outcomes if one.status in ACTIONS]
    countries = {one.code: one.name for one in facts.countries}
    things = [*map(person, facts.people), *map(organisation, facts.organisations), *(country(code, name) for code, name in countries.items()),
              *map(place, facts.places), *events, *actions]
    yield article(facts.article, things)
    yield from things


def iri(id: str) -> str:
    """The name of an item in the graph."""
    return f"urn:newsfacts:{id}"


def iri_of(one: Ref | Any) -> Node:
    """A pointer to an item."""
    return {"@id": iri(f"country:{one.id}" if one.kind == "country" else one.id)}


def filled(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}


def article(one: Article, things: list[Node]) -> Node:
    """An article and what it mentions."""
    return filled({"@type": "NewsArticle", "@id": iri(one.id), "identifier": one.source, "headline": one.title, "datePublished": one.published, "url": one.url,
                   "inLanguage": one.language, "mentions": [{"@id": thing["@id"]} for thing in things]})


def person(one: Person) -> Node:
    """A person with posts."""
    posts = [{"@type": "OrganizationRole", "roleName": role.title, "affiliation": iri_of(role.organisation)} for role in one.roles
             if role.organisation is not None and role.organisation.kind == "organisation"]
    return filled({"@type": "Person", "@id": iri(one.id), "name": one.name, "alternateName": list(one.aliases), "honorificPrefix": " ".join(one.honorifics),
                   "jobTitle": list(dict.fromkeys(role.title for role in one.roles)), "affiliation": posts})


def organisation(one: Organisation) -> Node:
    """An organisation."""
    parent = iri_of(one.part_of) if one.part_of is not None and one.part_of.kind == "organisation" else None
    return filled({"@type": ORGANISATIONS.get(one.kind, "Organization"), "@id": iri(one.id), "name": one.name,
                   "alternateName": [*([one.acronym] if one.acronym else []), *one.aliases],
                   "address": one.country and {"@type": "PostalAddress", "addressCountry": one.country}, "parentOrganization": parent})


def country(code: str, name: str) -> Node:
    """A country."""
    return {"@type": "Country", "@id": iri(f"country:{code}"), "name": name, "identifier": code}


def place(one: Place) -> Node:
    """A place."""
    return filled({"@type": PLACES.get(one.kind, "Place"), "@id": iri(one.id), "name": one.name,
                   "containedInPlace": one.country and {"@id": iri(f"country:{one.country}")}})


def event(one: Event) -> Node:
    """An event; schema.org knows it as scheduled, held or not, or as cancelled."""
    start, end = edges(one.dates)
    node: Node = {
        "@type": EVENTS.get(one.type, "Event"), "@id": iri(one.id), "name": one.name or one.type, "about": one.topic, "startDate": start,
        "endDate": end, "duration": one.duration, "location": location(one), "eventAttendanceMode": one.mode and VOCABULARY + MODES[one.mode],
        "eventStatus": VOCABULARY + ("EventCancelled" if one.status == "cancelled" else "EventScheduled"),
        "superEvent": one.series and {"@type": "EventSeries", "name": one.series}}
    for body in one.organisers:
        node.setdefault(PARTS[body.part], []).append(iri_of(body))
    node["contributor"] = [iri_of(body) for body in one.partners]
    node["attendee"] = [iri_of(body) for body in one.people]
    return filled(node)


def location(one: Event) -> list[Node]:
    """Where an event was: venue, city, country."""
    return [*(iri_of(ref) for ref in (one.venue, one.city) if ref is not None), *([{"@id": iri(f"country:{one.country}")}] if one.country else []),
            *([{"@type": "VirtualLocation", "name": "online"}] if one.mode in ("online", "hybrid") else [])]


def edges(value: str | None) -> tuple[str | None, str | None]:
    """First and last point of an EDTF value that schema.org can say: a plain year, month or day."""
    first, slash, last = (value or "").partition("/")
    points = [point if DAY.fullmatch(point) else None for point in (first, last if slash else first)]
    return points[0], points[1]


def action(one: Outcome) -> Node:
    """An outcome as an action that was done or is planned."""
    start, end = edges(one.date)
    figure = None if one.value is None else filled({"@type": "QuantitativeValue", "value": one.value, "unitText": one.of})
    return filled({"@type": "Action", "@id": iri(one.id), "name": one.phrase, "additionalType": one.type, "agent": one.agent and iri_of(one.agent),
                   "object": one.object and {"@type": "Thing", "name": one.object}, "result": figure, "participant": one.recipient and iri_of(one.recipient),
                   "location": one.place and iri_of(one.place), "startTime": start, "endTime": end, "actionStatus": VOCABULARY + ACTIONS[one.status]})
