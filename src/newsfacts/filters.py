"""Filters of a query as SQL: which items of a kind are asked for."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from sqlalchemy import ColumnElement, Dialect, Select, Table, and_, exists, func, literal, literal_column, or_, select, true
from sqlalchemy.sql.expression import TableClause, column
from sqlalchemy.sql.expression import table as clause

from newsfacts.edtf import bounds, order
from newsfacts.model import ITEMS, KINDS, NewsfactsError, hints
from newsfacts.rows import fold
from newsfacts.tables import ARTICLES, KINDS_OF_TYPE, TABLES

Condition = ColumnElement[bool]

# References of an item in which an organisation, or a country, may stand.
REFERENCES = {"events": ("venue",), "outcomes": ("agent", "recipient", "place", "according_to")}
LISTED = ("event_organisers", "event_partners")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the items must be. Country, organisation and dates are asked of the item where its kind has them, else of its article: which countries and
    organisations the article names, and when it was published."""

    country: str | None = None              # alpha-2, alpha-3 or a name
    since: str | datetime.date | None = None
    until: str | datetime.date | None = None
    type: str | None = None
    organisation: str | None = None         # a name, acronym or part of one in whole words
    status: str | None = None
    text: str | None = None                 # words that the article holds
    source: str | None = None               # of an article, or a folder of articles


def every(kind: str) -> Select[Any]:
    """Article, place, id and sentence of all items of a kind, by source and place."""
    own = TABLES[kind]
    return (select(own.c.article, own.c.ordinal, own.c.id, own.c.sentence).join_from(own, ARTICLES, own.c.article == ARTICLES.c.id)
            .order_by(ARTICLES.c.source, ARTICLES.c.id, own.c.ordinal))


def selection(kind: str, filters: Filters, dialect: Dialect) -> Select[Any]:
    """The same for the items that are asked for. Raises NewsfactsError where a filter makes no sense."""
    if kind not in KINDS:
        raise NewsfactsError(f"kind {kind!r} is none of {', '.join(KINDS)}")
    return every(kind).where(*conditions(kind, TABLES[kind], filters, dialect))


def conditions(kind: str, own: Table, filters: Filters, dialect: Dialect) -> list[Condition]:
    """All that the filters ask of a kind."""
    made: list[Condition] = [true()]
    if filters.country is not None:
        made.append(of_country(kind, own, filters.country))
    if filters.organisation is not None:
        made.append(of_organisation(kind, own, filters.organisation))
    if filters.since is not None or filters.until is not None:
        made.append(of_time(own, *period(filters.since, filters.until)))
    if filters.type is not None:
        made.append(own.c[typed(kind)] == value_of(kind, typed(kind), filters.type))
    if filters.status is not None:
        if "status" not in own.c:
            raise NewsfactsError(f"status {filters.status!r}: {kind} have no status; ask events or outcomes")
        made.append(own.c.status == value_of(kind, "status", filters.status))
    if filters.text is not None:
        made.append(own.c.article.in_(matches(filters.text, dialect).with_only_columns(ARTICLES.c.id).order_by(None)))
    if filters.source is not None:
        made.append(of_source(filters.source))
    return made


def typed(kind: str) -> str:
    """The column that tells the type of a kind's items."""
    if kind not in KINDS_OF_TYPE:
        raise NewsfactsError(f"type: {kind} have no types; ask {', '.join(KINDS_OF_TYPE)}")
    return KINDS_OF_TYPE[kind]


def value_of(kind: str, field: str, value: str) -> str:
    """A value that the field may have; those of outcome types are open."""
    hint = hints(ITEMS[kind])[field]
    if get_origin(hint) is Literal and value not in get_args(hint):
        raise NewsfactsError(f"{field} {value!r} of {kind} is none of {', '.join(get_args(hint))}")
    return value


def day(value: str | datetime.date | None, name: str) -> tuple[str | None, str | None]:
    """The first and last day of a year, month, day or interval."""
    if value is None:
        return None, None
    made = bounds(str(value))
    if made == (None, None):
        raise NewsfactsError(f"{name}: {str(value)!r} is no date; give YYYY, YYYY-MM or YYYY-MM-DD")
    return made


def period(since: str | datetime.date | None, until: str | datetime.date | None) -> tuple[str | None, str | None]:
    """The first day of the one and the last of the other. Raises NewsfactsError where the one comes after the other."""
    first, last = day(since, "since")[0], day(until, "until")[1]
    if first is not None and last is not None and order(first) > order(last):
        raise NewsfactsError(f"since {since} comes after until {until}; give the earlier first")
    return first, last


def of_time(own: Table, since: str | None, until: str | None) -> Condition:
    """Items some day of which lies between two days; an open end reaches everywhere, no date nowhere."""
    start, end = (own.c.start, own.c.end) if "start" in own.c else (ARTICLES.c.start, ARTICLES.c.end)
    made: list[Condition] = [or_(start.is_not(None), end.is_not(None))]
    if until is not None:
        made.append(or_(start.is_(None), ~after(start, until)))
    if since is not None:
        made.append(or_(end.is_(None), ~before(end, since)))
    return and_(*made)


def before(left: ColumnElement[Any], right: str) -> Condition:
    """Whether a day comes before another; years before 1 have a sign and count down."""
    if not right.startswith("-"):
        return left < right
    year = func.substr(left, 1, 5)
    return and_(left.like("-%"), or_(year > right[:5], and_(year == right[:5], left < right)))


def after(left: ColumnElement[Any], right: str) -> Condition:
    """Whether a day comes after another."""
    if not right.startswith("-"):
        return left > right
    year = func.substr(left, 1, 5)
    return or_(left.not_like("-%"), year < right[:5], and_(year == right[:5], left > right))


def of_source(source: str) -> Condition:
    """The article of a source or id, or the articles of a folder."""
    return or_(ARTICLES.c.source == source, ARTICLES.c.id == source, ARTICLES.c.source.startswith(source.rstrip("/") + "/", autoescape=True))


def of_country(kind: str, own: Table, code: str) -> Condition:
    """Items that have to do with a country (its alpha-2 code)."""
    organisations, places, events, countries = (TABLES[name].c for name in ("organisations", "places", "events", "countries"))
    if kind in ("organisations", "places", "countries"):
        return own.c["code" if kind == "countries" else "country"] == code
    if kind == "people":
        roles = TABLES["roles"].c
        body = exists().where(organisations.article == roles.article, organisations.id == roles.organisation_id, organisations.country == code)
        return exists().where(roles.article == own.c.article, roles.person == own.c.id,
                              or_(and_(roles.organisation_kind == "country", roles.organisation_id == code), body))
    if kind == "events":
        return or_(own.c.country == code, listed("event_countries", own, code))
    if kind == "outcomes":
        named: list[Condition] = [and_(own.c[f"{slot}_kind"] == "country", own.c[f"{slot}_id"] == code) for slot in ("agent", "recipient", "place")]
        held: list[Condition] = [exists().where(places.article == own.c.article, places.id == own.c.place_id, places.country == code),
                exists().where(events.article == own.c.article, events.id == own.c.event_id, events.country == code)]
        return or_(listed("outcome_countries", own, code), *named, *held)
    return exists().where(countries.article == own.c.article, countries.code == code)


def listed(name: str, own: Table, code: str) -> Condition:
    """Items with a country in their list."""
    table = TABLES[name].c
    return exists().where(table.article == own.c.article, table[name.split("_")[0]] == own.c.id, table.country == code)


def of_organisation(kind: str, own: Table, name: str) -> Condition:
    """Items that have to do with an organisation whose name, alias or acronym holds the words."""
    words = fold(name)
    if not words:
        raise NewsfactsError(f"organisation {name!r} has no letters; give a name, an acronym or some words of one")
    organisations = TABLES["organisations"].c
    if kind == "organisations":
        return own.c.names.contains(f" {words} ", autoescape=True)
    bodies = select(organisations.id).where(organisations.article == own.c.article, organisations.names.contains(f" {words} ", autoescape=True)).correlate(own)
    if kind == "people":
        roles = TABLES["roles"].c
        return exists().where(roles.article == own.c.article, roles.person == own.c.id, roles.organisation_id.in_(bodies))
    if kind not in REFERENCES:
        return bodies.exists()
    made: list[Condition] = [own.c[f"{slot}_id"].in_(bodies) for slot in REFERENCES[kind]]
    if kind == "events":
        made += [exists().where(table.article == own.c.article, table.event == own.c.id, table.id.in_(bodies)) for table in (TABLES[one].c for one in LISTED)]
    return or_(*made)


def terms(text: str) -> list[str]:
    """The words and "phrases in quotation marks" of a search. Raises NewsfactsError where there are none."""
    found = [phrase or word for phrase, word in re.findall(r"[\"“]([^\"“”]*)[\"”]|([^\s\"“”]+)", text.replace("\0", " "))]
    if not (made := [one for one in found if fold(one)]):
        raise NewsfactsError(f"text {text!r} has no words to look for; give words, or a phrase in quotation marks")
    return made


def matches(text: str, dialect: Dialect) -> Select[Any]:
    """Articles that hold all words and phrases, the best first."""
    wanted = terms(text)
    if dialect.name == "sqlite":
        index: TableClause = clause("articles_search", column("rowid"), column("rank"))
        phrases = " ".join(f'"{one}"' for one in wanted)
        return (select(ARTICLES).join_from(ARTICLES, index, ARTICLES.c.number == index.c.rowid)
                .where(literal_column("articles_search").op("MATCH", is_comparison=True)(phrases)).order_by(index.c.rank, ARTICLES.c.source))
    index = clause("articles_search", column("article"), column("words"))
    query = all_of(func.phraseto_tsquery(literal_column("'newsfacts'"), fold(one)) for one in wanted)
    return (select(ARTICLES).join_from(ARTICLES, index, ARTICLES.c.id == index.c.article).where(index.c.words.op("@@", is_comparison=True)(query))
            .order_by(func.ts_rank(index.c.words, query).desc(), ARTICLES.c.source))


def all_of(queries: Iterable[ColumnElement[Any]]) -> ColumnElement[Any]:
    """One query of PostgreSQL's text search that asks for all."""
    made: ColumnElement[Any] | None = None
    for one in queries:
        made = one if made is None else made.op("&&")(one)
    return literal("") if made is None else made
