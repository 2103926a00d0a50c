"""The rows that the facts of an article give, table by table; the columns come from the types of the model."""
from __future__ import annotations

import json
import math
import re
import types
import typing
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from newsfacts.edtf import bounds
from newsfacts.model import ITEMS, KINDS, Article, Evidence, Facts, NewsfactsError, Organiser, Participant, Partner, Ref, Role, hints, plain
from newsfacts.quotes import sentence

Shape = Literal["text", "integer", "float", "reference", "list", "table"]
Columns = dict[str, type]           # the name of a column and what it holds: str, int or float
Row = dict[str, Any]

# table: the kind and field whose list it holds, the column that names the owner, the type of a list's item
LINKS: dict[str, tuple[str, str, str, type]] = {
    "roles": ("people", "roles", "person", Role),
    "event_organisers": ("events", "organisers", "event", Organiser),
    "event_partners": ("events", "partners", "event", Partner),
    "event_people": ("events", "people", "event", Participant),
    "event_countries": ("events", "countries", "event", str),
    "outcome_countries": ("outcomes", "countries", "outcome", str),
}
LISTS = {(kind, name) for kind, name, _, _ in LINKS.values()}
DATED = {"events": "dates", "outcomes": "date"}     # these kinds get the first and last day of that field as columns of their own
KEYS = {"countries": "code", "dates": "value", "durations": "value", "findings": "code"}    # kinds without an id of their own

SURROGATE = re.compile("[\ud800-\udfff]")
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
LONE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")       # what stands in a row for a lone surrogate, which UTF-8 cannot write
LARGEST = 2**63 - 1


def shapes(record: type, kind: str = "") -> dict[str, Shape]:
    """How the fields of a record stand in a table: a reference in three columns, a list as JSON or in a table of its own, else one column."""
    made: dict[str, Shape] = {}
    for name, hint in hints(record).items():
        wanted = [one for one in typing.get_args(hint) if one is not type(None)] if typing.get_origin(hint) in (types.UnionType, typing.Union) else [hint]
        if Ref in wanted:
            made[name] = "reference"
        elif typing.get_origin(hint) is tuple:
            made[name] = "table" if (kind, name) in LISTS or name == "evidence" else "list"
        else:
            made[name] = "float" if float in wanted else "integer" if int in wanted else "text"
    return made


SHAPES = {record: shapes(record, kind) for kind, record in ITEMS.items()} | {record: shapes(record) for *_, record in LINKS.values() if record is not str}


def field_columns(name: str, shape: Shape) -> Columns:
    """The columns of a field; a reference has its name, its kind and its id."""
    if shape == "reference":
        return {name: str, f"{name}_kind": str, f"{name}_id": str}
    if shape == "table":
        return {}
    return {name: {"float": float, "integer": int}.get(shape, str)}


def kind_columns(kind: str) -> Columns:
    """The columns of a kind: article, place in the document's list and id, then those of the model, then what is worked out for search."""
    made: Columns = {"article": str, "ordinal": int, "id": str}
    for name, shape in SHAPES[ITEMS[kind]].items():
        made |= field_columns(name, shape)
    if kind in DATED:
        made |= {"start": str, "end": str}
    if kind == "organisations":
        made["names"] = str
    return {**made, "sentence": str}


def link_columns(table: str) -> Columns:
    """The columns of a table that holds the lists of a kind."""
    _, _, owner, record = LINKS[table]
    made: Columns = {"article": str, owner: str, "ordinal": int}
    if record is str:
        return {**made, "country": str}
    for name, shape in SHAPES[record].items():
        made |= field_columns(name, shape)
    return made


TEXTS = ("title", "published", "published_from", "url", "language", "sha256", "text")
ARTICLE: Columns = dict.fromkeys(("id", "source", *TEXTS, "start", "end"), str)       # start and end are the bounds of `published`
EVIDENCE: Columns = {"article": str, "ordinal": int, "kind": str, "item": str, "role": int, "slot": str, "start": int, "end": int, "rule": str, "via": str,
                     "text": str}
COLUMNS: dict[str, Columns] = {"articles": ARTICLE, **{kind: kind_columns(kind) for kind in KINDS}, **{table: link_columns(table) for table in LINKS},
                               "evidence": EVIDENCE}


def rows(facts: Facts) -> dict[str, list[Row]]:
    """The rows of an article by table. Raises NewsfactsError where the document contradicts itself."""
    article, identity = facts.article, facts.article.id
    made: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    start, end = bounds(article.published or "")
    made["articles"].append({"id": identity, "source": article.source, **{name: getattr(article, name) for name in TEXTS}, "start": start, "end": end})
    for kind in KINDS:
        items = getattr(facts, kind)
        for ordinal, (item, key) in enumerate(zip(items, item_ids(article, identity, kind, items), strict=True)):
            row = {"article": identity, "ordinal": ordinal, "id": key}
            try:
                made[kind].append(row | kind_row(kind, item) | {"sentence": sentence_of(article, item)})
            except NewsfactsError as error:
                raise NewsfactsError(f"{article.source}: {kind}[{ordinal}].{error}") from None
            for one in evidence_rows(article, kind, item, f"{kind}[{ordinal}]"):
                made["evidence"].append({"article": identity, "ordinal": len(made["evidence"]), "item": key, **one})
    for table, (kind, field, owner, _) in LINKS.items():
        made[table] = [{"article": identity, owner: item.id, "ordinal": ordinal, **link_row(one)}
                       for item in getattr(facts, kind) for ordinal, one in enumerate(getattr(item, field))]
    return made


def item_ids(article: Article, identity: str, kind: str, items: tuple[Any, ...]) -> list[str]:
    """The ids of a kind's items. Raises NewsfactsError where two have the same."""
    if kind in KEYS:
        values = [str(getattr(item, KEYS[kind])) for item in items]
        return [place_key(identity, values, place) for place in range(len(values))]
    made = [str(item.id) for item in items]
    if twice := [one for one, many in Counter(made).items() if many > 1]:
        raise NewsfactsError(f"{article.source}: two of {kind} have the id {twice[0]!r}; make the document again")
    return made


def place_key(article: str, values: list[str], place: int) -> str:
    """The row's key of an item without an id: the article's id, the item's value, and from the second of equal values on its number among them."""
    before = values[:place].count(values[place])
    return f"{article}:{values[place]}" + (f"#{before + 1}" if before else "")


def kind_row(kind: str, item: Any) -> Row:
    """What an item gives for the columns of its kind."""
    row: Row = {}
    for name, shape in SHAPES[type(item)].items():
        if name != "id":
            row |= cells(name, shape, getattr(item, name))
    if kind in DATED:
        row["start"], row["end"] = bounds(getattr(item, DATED[kind]) or "")
    if kind == "organisations":
        row["names"] = f" {' | '.join(fold(name) for name in (item.name, item.acronym, *item.aliases) if name)} "
    return row


def cells(name: str, shape: Shape, value: Any) -> Row:
    """What the value of a field gives for its columns. Raises NewsfactsError where a number is none."""
    if shape == "text":
        return {name: value}
    if shape == "reference":
        return {name: value and value.name, f"{name}_kind": value and value.kind, f"{name}_id": value and value.id}
    if shape == "table":
        return {}
    if shape == "list":
        return {name: json.dumps(plain(value), ensure_ascii=False) if value else "[]"}
    if isinstance(value, float) and not math.isfinite(value):
        raise NewsfactsError(f"{name} is {value}, which is no number; make the document again")
    if isinstance(value, int) and abs(value) > LARGEST:
        return {name: floated(value) if shape == "float" else None}      # the document keeps what a column cannot hold
    return {name: value}


def floated(value: int) -> float | None:
    """A large whole number as a float, None where it is too large for one."""
    try:
        return float(value)
    except OverflowError:
        return None


def link_row(one: Any) -> Row:
    """The row of an item in a list."""
    if isinstance(one, str):
        return {"country": one}
    row: Row = {}
    for name, shape in SHAPES[type(one)].items():
        row |= cells(name, shape, getattr(one, name))
    return row


def sentence_of(article: Article, item: Any) -> str | None:
    """The sentence of an item's first mention."""
    own = first_evidence(item.evidence)
    return None if own is None else sentence(article.text, own.start, own.end)


def first_evidence(told: tuple[Evidence, ...]) -> Evidence | None:
    """The first evidence of the item itself, or of any slot where it has none."""
    return next((one for one in told if one.slot is None), told[0] if told else None)


def evidence_rows(article: Article, kind: str, item: Any, where: str) -> Iterator[Row]:
    """The evidence of an item and of its roles; those of a role have its number in `role`. Raises NewsfactsError where it lies outside the text."""
    told = [(None, one) for one in item.evidence] + [(place, one) for place, role in enumerate(getattr(item, "roles", ())) for one in role.evidence]
    for role, one in told:
        if not 0 <= one.start <= one.end <= len(article.text):
            raise NewsfactsError(f"{article.source}: evidence of {where} from {one.start} to {one.end} lies outside a text of {len(article.text)} characters; "
                                 f"make the document again")
        yield {"kind": kind, "role": role, "slot": one.slot, "start": one.start, "end": one.end, "rule": one.rule, "via": one.via,
               "text": article.text[one.start:one.end]}


def fold(name: str) -> str:
    """A name for comparison: no case, accents or punctuation, blanks single."""
    plainly = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\W_]+", " ", plainly.casefold()).split())


def line(facts: Facts) -> str:
    """The document as one line of JSON that every encoding can hold: lone surrogates are escaped. Raises NewsfactsError where two make a pair."""
    made = facts.to_json()
    if made.isascii() or not SURROGATE.search(made):
        return made
    if PAIR.search(made):
        raise NewsfactsError(f"{facts.article.source!a}: a character stands as two surrogates; decode the text as UTF-16 with surrogates joined")
    return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
