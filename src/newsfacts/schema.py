"""The JSON Schema (2020-12) of the document, made from the types of the model."""
from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable
from typing import Any, Literal

from newsfacts.model import KINDS, SCHEMA, Article, Facts, hints, names

Schema = dict[str, Any]

COUNTRY = {"type": "string", "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"}
DAY = {"type": "string", "pattern": r"^-?\d{4}-\d\d-\d\d$", "description": "an ISO day, with a sign before year 1"}
EDTF = {"type": "string", "minLength": 1, "description": "EDTF level 0 or 1"}
DURATION = {"type": "string", "pattern": r"^P[\d.,YMWDTHS]+$", "description": "ISO 8601 duration"}

# What the types alone do not tell, by record and field.
FIELDS: dict[tuple[str, str], Schema] = {
    ("Article", "published"): {"type": "string", "description": "the day (or month, or year) against which relative dates resolve"},
    ("Evidence", "start"): {"type": "integer", "minimum": 0, "description": "in Unicode code points of article.text"},
    ("Evidence", "end"): {"type": "integer", "minimum": 0, "description": "exclusive"},
    ("Evidence", "rule"): {"type": "string", "minLength": 1, "description": "the rule or model that found it"},
    ("Evidence", "slot"): {"type": "string", "description": "the slot that the span supports; null for the item itself"},
    ("Country", "code"): COUNTRY,
    ("Country", "alpha_3"): {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 3166-1 alpha-3"},
    ("Organisation", "country"): COUNTRY,
    ("Place", "country"): COUNTRY,
    ("Event", "country"): COUNTRY,
    ("Event", "countries"): {"type": "array", "items": COUNTRY},
    ("Outcome", "countries"): {"type": "array", "items": COUNTRY},
    ("Date", "value"): EDTF,
    ("Date", "start"): DAY,
    ("Date", "end"): DAY,
    ("Event", "dates"): EDTF,
    ("Outcome", "date"): EDTF,
    ("Duration", "value"): DURATION,
    ("Event", "duration"): DURATION,
    ("Count", "part_of"): {"type": "string", "description": "the id of the count of which it is a part"},
}
SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema(outcome_types: Iterable[str]) -> Schema:
    """The schema of a document whose outcomes are of these types."""
    made: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA.replace('/', ':')}", "title": "newsfacts document",
                    "description": "What newsfacts reads from one article"}
    definitions: dict[str, Schema] = {}
    fields = {kind: of_hint(hints(Facts)[kind], definitions) for kind in KINDS}
    made |= closed({"schema": {"const": SCHEMA}, "article": article(), **fields})
    definitions["Outcome"]["properties"]["type"] = {"enum": list(dict.fromkeys(outcome_types))}
    return {**made, "$defs": dict(sorted(definitions.items()))}


def closed(properties: dict[str, Schema]) -> Schema:
    """An object that has exactly these keys."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def article() -> Schema:
    """The head of the document; its id and hash follow from source and text."""
    fields = {name: of_field(Article, name, {}) for name in names(Article) if name != "text"}
    identity, content = {"type": "string", "pattern": "^[0-9a-f]{16}$"}, {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    return closed({"id": identity, **fields, "sha256": content, "text": {"type": "string"}})


def record(kind: type, definitions: dict[str, Schema]) -> Schema:
    """A pointer to the schema of a record, which is added to the definitions."""
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}     # holds the place while its fields are being made
        description = {"description": kind.__doc__} if kind.__doc__ and not kind.__doc__.startswith(kind.__name__ + "(") else {}
        definitions[kind.__name__] = {**description, **closed({name: of_field(kind, name, definitions) for name in names(kind)})}
    return {"$ref": f"#/$defs/{kind.__name__}"}


def of_field(kind: type, name: str, definitions: dict[str, Schema]) -> Schema:
    """The schema of a field."""
    hint = hints(kind)[name]
    told = FIELDS.get((kind.__name__, name))
    if told is None:
        made = of_hint(hint, definitions)
        return {**made, "minItems": 1} if name == "evidence" else made
    return {**told, "type": [told["type"], "null"]} if type(None) in typing.get_args(hint) else told


def of_hint(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return of_union([one for one in arguments if one is not type(None)], type(None) in arguments, definitions)
    if origin is tuple:
        return {"type": "array", "items": of_hint(arguments[0], definitions)}
    if origin is Literal:
        return {"enum": list(arguments)}
    if dataclasses.is_dataclass(hint):
        return record(typing.cast(type, hint), definitions)
    return {"type": SIMPLE[hint]}


def of_union(wanted: list[Any], open_end: bool, definitions: dict[str, Schema]) -> Schema:
    """The schema of one of several types, or null."""
    made = {"type": "number"} if set(wanted) == {int, float} else of_hint(wanted[0], definitions)
    if not open_end:
        return made
    if "enum" in made:
        return {"enum": [*made["enum"], None]}
    return {"anyOf": [made, {"type": "null"}]} if "$ref" in made else {**made, "type": [made["type"], "null"]}
