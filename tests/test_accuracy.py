"""The accuracy on corpora/ does not fall below its floors, and what is written about it keeps to the schema."""
from __future__ import annotations

from pathlib import Path

import accuracy
import pytest
from evidence import evidences
from jsonschema import Draft202012Validator

from newsfacts import rules
from newsfacts.evaluate import CATEGORIES
from newsfacts.model import KINDS, Facts
from newsfacts.schema import schema


def test_floors_are_of_this_corpus() -> None:
    assert accuracy.pinned()["corpus"] == accuracy.digest(), "corpora/ has changed: run python tests/accuracy.py --update"


@pytest.mark.parametrize("part", accuracy.PARTS)
def test_accuracy_holds_its_floors(part: str) -> None:
    measured, floors = accuracy.measured()[part], accuracy.pinned()["floors"][part]
    assert set(floors) == {*CATEGORIES, "overall"}
    assert not {name: (value, floors[name]) for name, value in measured.items() if value < floors[name]}, "below the floor"


def test_every_document_keeps_to_the_schema() -> None:
    validator = Draft202012Validator(schema(tuple(rules.table("outcomes"))))
    for facts in accuracy.facts():
        validator.validate(facts.to_dict())
        assert Facts.from_json(facts.to_json()) == facts


SLOTS = {
    "events": ("dates", "duration", "venue", "city", "country", "organisers", "partners", "people", "countries", "participants", "mode", "theme", "series",
               "topic"),
    "outcomes": ("agent", "value", "of", "comparator", "object", "recipient", "date", "place", "event", "according_to"),
}


def test_every_item_and_every_filled_slot_has_evidence_in_the_text() -> None:
    missing = set()
    for facts in accuracy.facts():
        for _, evidence in evidences(facts):
            assert 0 <= evidence.start < evidence.end <= len(facts.article.text), facts.article.source
        for kind, filled in SLOTS.items():
            for item in getattr(facts, kind):
                slots = {evidence.slot for evidence in item.evidence}
                missing |= {f"{facts.article.source} {kind}.{name}" for name in filled if getattr(item, name) not in (None, ()) and name not in slots}
        assert all(item.evidence for kind in KINDS for item in getattr(facts, kind))
    assert not missing


def test_names_read_in_the_text_as_their_evidence_says() -> None:
    wrong = set()
    for facts in accuracy.facts():
        text = facts.article.text
        for kind in ("people", "organisations", "places"):
            for item in getattr(facts, kind):
                forms = {" ".join(form.split()) for form in (item.name, getattr(item, "acronym", None), *getattr(item, "aliases", ())) if form}
                if not any(" ".join(text[evidence.start:evidence.end].split()) in forms for evidence in item.evidence):
                    wrong.add(f"{facts.article.source} {kind} {item.name}")
        for item in facts.counts:
            if not any(any(char.isalnum() for char in text[evidence.start:evidence.end]) for evidence in item.evidence):
                wrong.add(f"{facts.article.source} counts {item.phrase}")
    assert not wrong


def test_ids_are_unique_in_a_document() -> None:
    for facts in accuracy.facts():
        ids = [item.id for kind in ("people", "organisations", "places", "counts", "events", "outcomes") for item in getattr(facts, kind)]
        assert len(ids) == len(set(ids)), facts.article.source


def test_demo_articles_are_those_of_the_corpus() -> None:
    demo = Path(rules.DATA.joinpath("..").joinpath("demo").__fspath__())  # type: ignore[attr-defined]
    articles = sorted(demo.glob("*.txt"))
    assert len(articles) == 4
    for file in articles:
        assert file.read_bytes() == (accuracy.CORPUS / file.name).read_bytes()


def test_the_corpus_is_what_it_has_to_be() -> None:
    golds = accuracy.read_gold(accuracy.CORPUS)
    assert len(golds) >= 20
    assert len({event["country"] for gold in golds.values() for event in gold["events"] if event["country"]}) >= 12
