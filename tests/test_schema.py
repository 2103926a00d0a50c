"""The JSON Schema: it is a good one, fits what is written, and refuses what is not of the form."""
from __future__ import annotations

import copy
import typing
from typing import Any

import pytest
from handmade import documents, sample
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from newsfacts.model import ITEMS, KINDS, Comparator, EventType, Facts, Organisation, Person, hints, names
from newsfacts.schema import schema

SCHEMA = schema(["trained", "sent", "trained"])
VALIDATOR = Draft202012Validator(SCHEMA)


def test_it_is_a_schema_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_facts_made_by_hand_fit() -> None:
    VALIDATOR.validate(sample().to_dict())


@settings(max_examples=40, deadline=None)
@given(documents())
def test_random_facts_fit(facts: Facts) -> None:
    VALIDATOR.validate(facts.to_dict())


def test_its_keys_are_those_of_the_model() -> None:
    assert list(SCHEMA["properties"]) == ["schema", "article", *KINDS]
    for kind, item in ITEMS.items():
        assert SCHEMA["properties"][kind] == {"type": "array", "items": {"$ref": f"#/$defs/{item.__name__}"}}
        made = SCHEMA["$defs"][item.__name__]
        assert list(made["properties"]) == made["required"] == list(names(item))


def test_its_enums_are_those_of_the_model() -> None:
    assert SCHEMA["$defs"]["Event"]["properties"]["type"]["enum"] == list(typing.get_args(EventType))
    assert SCHEMA["$defs"]["Outcome"]["properties"]["comparator"]["enum"] == [*typing.get_args(Comparator), None]
    assert SCHEMA["$defs"]["Outcome"]["properties"]["type"]["enum"] == ["trained", "sent"]
    assert SCHEMA["$defs"]["Organisation"]["properties"]["kind"]["enum"] == list(typing.get_args(hints(Organisation)["kind"]))


def test_references_are_defined_once() -> None:
    assert SCHEMA["$defs"]["Role"]["properties"]["organisation"] == {"anyOf": [{"$ref": "#/$defs/Ref"}, {"type": "null"}]}
    assert SCHEMA["$defs"]["Person"]["properties"]["roles"] == {"type": "array", "items": {"$ref": "#/$defs/Role"}}
    assert list(SCHEMA["$defs"]["Organiser"]["properties"]) == ["kind", "id", "name", "part"]
    assert "roles" in names(Person)


def with_change(*path: Any, value: Any) -> dict[str, Any]:
    """The sample with one value changed."""
    document = copy.deepcopy(sample().to_dict())
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return document


@pytest.mark.parametrize(("path", "value"), [
    (("schema",), "newsfacts/2"),
    (("more",), 1),
    (("article", "text"), None),
    (("article", "sha256"), "abc"),
    (("people", 0, "name"), None),
    (("people", 0, "evidence"), []),
    (("people", 0, "roles", 0, "organisation"), {"kind": "organisation"}),
    (("organisations", 0, "kind"), "club"),
    (("countries", 0, "code"), "Ghana"),
    (("dates", 0, "start"), "2021"),
    (("durations", 0, "value"), "two days"),
    (("counts", 0, "value"), "22"),
    (("counts", 0, "value"), None),
    (("events", 0, "status"), "maybe"),
    (("events", 0, "countries"), ["Ghana"]),
    (("outcomes", 0, "type"), "won"),
    (("outcomes", 0, "evidence", 0, "start"), -1),
    (("outcomes", 0, "evidence", 0, "via"), "guessed"),
])
def test_what_is_not_of_the_form_is_refused(path: tuple[Any, ...], value: Any) -> None:
    assert not VALIDATOR.is_valid(with_change(*path, value=value))


@pytest.mark.parametrize(("path", "value"), [
    (("dates", 0, "start"), None),
    (("dates", 0, "start"), "-0043-03-15"),
    (("counts", 0, "value"), 2.5),
    (("events", 0, "mode"), None),
    (("outcomes", 0, "comparator"), None),
    (("people", 0, "roles", 0, "organisation"), None),
])
def test_what_is_of_the_form_fits(path: tuple[Any, ...], value: Any) -> None:
    VALIDATOR.validate(with_change(*path, value=value))
