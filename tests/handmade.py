"""Facts made by hand, and random ones made from the types of the model, for tests that need no pipeline."""
from __future__ import annotations

import dataclasses
import functools
import types
import typing
from typing import Any, Literal

from hypothesis import strategies as st

from newsfacts.model import (
    ITEMS,
    KINDS,
    SCHEMA,
    Article,
    Count,
    Country,
    Date,
    Duration,
    Event,
    Evidence,
    Facts,
    Finding,
    Organisation,
    Organiser,
    Outcome,
    Participant,
    Partner,
    Person,
    Place,
    Ref,
    Role,
    hints,
)

TEXT = ("Lagoon Eye Camp\n\nOn 3 May 2021 Dr. Ama Boateng, Director of the Lagoon Health Trust (LHT), opened a two-day workshop in Accra, Ghana. "
        "The Trust trained 22 nurses from Togo. It may send 5 surgeons to Lomé in 2023.")


def told(phrase: str, slot: str | None = None, text: str = TEXT, rule: str = "tests.rule") -> Evidence:
    """Evidence where a phrase first stands."""
    start = text.index(phrase)
    return Evidence(start, start + len(phrase), rule, slot)


def sample(source: str = "camp.txt", nurses: int = 22, published: str | None = "2021-05-04") -> Facts:
    """What an article says in which every kind of fact occurs."""
    article = Article(source, TEXT, title="Lagoon Eye Camp", published=published, published_from="front matter")
    trust = Ref("organisation", "o1" + article.id, "Lagoon Health Trust")
    accra = Ref("place", "l1" + article.id, "Accra")
    event = Ref("event", "e1" + article.id, "workshop")
    boateng = Ref("person", "p1" + article.id, "Ama Boateng")
    return Facts(
        article=article,
        people=(Person(boateng.id, boateng.name, ("Dr.",), (), (Role("Director", trust, (told("Director"), told("Lagoon Health Trust", "organisation"))),),
                       (told("Ama Boateng"),)),),
        organisations=(Organisation(trust.id, trust.name, "LHT", ("Trust",), "ngo", "GH", None, (told("Lagoon Health Trust"), told("LHT", "acronym"))),),
        countries=(Country("GH", "GHA", "Ghana", (told("Ghana"),)), Country("TG", "TGO", "Togo", (told("Togo"),))),
        places=(Place(accra.id, accra.name, "city", "GH", (told("Accra"),)),),
        dates=(Date("2021-05-03", "2021-05-03", "2021-05-03", (told("3 May 2021"),)), Date("2023", "2023-01-01", "2023-12-31", (told("2023"),))),
        durations=(Duration("P2D", (told("two-day"),)),),
        counts=(Count("n1" + article.id, nurses, "nurse", "exactly", "count", "22 nurses", None, (told("22 nurses"),)),
                Count("n2" + article.id, 5, "surgeon", "exactly", "count", "5 surgeons", None, (told("5 surgeons"),))),
        events=(Event(event.id, None, "workshop", None, None, None, None, "in_person", "2021-05-03/2021-05-04", "P2D", None, accra, "GH",
                      (Organiser(trust.kind, trust.id, trust.name, "organiser"),), (Partner("country", "TG", "Togo", "supporter"),),
                      (Participant(boateng.kind, boateng.id, boateng.name, "opened"),), ("GH", "TG"), None, "actual",
                      (told("workshop"), told("3 May 2021", "dates"), told("Accra", "city"))),),
        outcomes=(Outcome("r1" + article.id, "trained", trust, nurses, "nurse", "exactly", "trained 22 nurses", None, None, "2021-05-03", accra, event, ("TG",),
                          "actual", None, (told("trained 22 nurses"), told("22 nurses", "value"))),
                  Outcome("r2" + article.id, "sent", trust, 5, "surgeon", "exactly", "send 5 surgeons", None, None, "2023", None, None, (), "possible", None,
                          (told("send 5 surgeons"), told("2023", "date")))),
        findings=(Finding("acronym-unclear", "LHT is told once", (told("LHT"),)),),
    )


def elsewhere(source: str, text: str = "", **kinds: Any) -> Facts:
    """A document with little in it."""
    return Facts(Article(source, text or TEXT), **kinds)


# What a field may hold beside its type; the schema and the base ask for no more than this.
CODES = st.sampled_from(["ZA", "GH", "TG", "CI"])
DAYS = st.dates().map(lambda day: day.isoformat())
FIELDS: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("Country", "code"): CODES,
    ("Country", "alpha_3"): st.sampled_from(["ZAF", "GHA"]),
    **{(kind, "country"): st.none() | CODES for kind in ("Organisation", "Place", "Event")},
    **{(kind, "countries"): st.lists(CODES, max_size=3, unique=True).map(tuple) for kind in ("Event", "Outcome")},
    ("Date", "value"): DAYS,
    ("Date", "start"): st.none() | DAYS,
    ("Date", "end"): st.none() | DAYS,
    **{place: st.none() | DAYS | st.just("2012/..") | st.just("198X") for place in (("Event", "dates"), ("Outcome", "date"))},
    ("Duration", "value"): st.sampled_from(["P15D", "P1Y6M", "PT1.5H"]),
    ("Event", "duration"): st.none() | st.just("P2W"),
    ("Outcome", "type"): st.sampled_from(["trained", "sent"]),
    ("Evidence", "rule"): st.text(min_size=1, max_size=8),
}
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12), int: st.integers(), float: st.floats(allow_nan=False, allow_infinity=False), type(None): st.none()}


SIZE = 6    # random texts are at least so long, and all random evidence lies in there
SPANS = st.lists(st.integers(0, SIZE), min_size=2, max_size=2).map(sorted)


def of_hint(hint: Any, name: str) -> st.SearchStrategy[Any]:
    """Values of a type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([of_hint(one, name) for one in arguments])
    if origin is tuple:
        return st.lists(of_hint(arguments[0], name), min_size=name == "evidence", max_size=2).map(tuple)
    if origin is Literal:
        return st.sampled_from(arguments)
    return record(hint) if dataclasses.is_dataclass(hint) else SIMPLE[hint]


@functools.cache
def record(kind: Any) -> st.SearchStrategy[Any]:
    """Records of a type."""
    fields = {name: FIELDS[kind.__name__, name] if (kind.__name__, name) in FIELDS else of_hint(hint, name) for name, hint in hints(kind).items()}
    if kind is Article:
        fields["text"] = st.text(min_size=SIZE, max_size=30)
    made = st.builds(kind, **fields)
    return st.tuples(made, SPANS).map(lambda pair: dataclasses.replace(pair[0], start=pair[1][0], end=pair[1][1])) if kind is Evidence else made


def documents() -> st.SearchStrategy[Facts]:
    """Random facts of random articles: valid by type, with no two ids of a kind the same."""
    kinds = {kind: st.lists(record(ITEMS[kind]), max_size=2, unique_by=lambda item: getattr(item, "id", id(item))).map(tuple) for kind in KINDS}
    return st.builds(Facts, article=record(Article), schema=st.just(SCHEMA), **kinds)
