"""Why a fact is there."""
from __future__ import annotations

import pytest

from newsfacts import explain, extract, rules
from newsfacts.model import Article, Facts, NewsfactsError

TEXT = """Nurses trained

LUSAKA, 6 May 2022 – The Lake Foundation trained 22 nurses in Lusaka yesterday. Dr Ann Miller, director of the Lake Foundation, opened the two-day workshop.
"""


@pytest.fixture(scope="module")
def facts() -> Facts:
    return extract(Article("a.txt", TEXT, published="2022-05-06", published_from="dateline"))


def test_outcome_is_explained_by_sentence_slots_and_rule(facts: Facts) -> None:
    shown = "\n".join(explain.facts(facts, ("outcomes",)))
    [outcome] = [one for one in facts.outcomes if one.type == "trained"]
    assert f"outcomes {outcome.id} in a.txt" in shown
    assert "[22 nurses]{value/of/comparator}" in shown
    assert "“22 nurses” → 22, nurse, exactly" in shown
    assert "rule outcomes.trained.train" in shown
    assert "people trained" in shown


def test_computed_dates_tell_what_they_were_computed_from(facts: Facts) -> None:
    shown = "\n".join(explain.facts(facts, ("dates",)))
    assert "“yesterday” → 2022-05-05" in shown
    assert "computed from the publication date (2022-05-06, told by dateline)" in shown


def test_roles_are_explained(facts: Facts) -> None:
    shown = "\n".join(explain.facts(facts, ("people",)))
    assert "roles         director, Lake Foundation" in shown
    assert "role organisation" in shown


def test_one_item_alone(facts: Facts) -> None:
    person = facts.people[0]
    shown = list(explain.facts(facts, ids=frozenset({person.id})))
    assert [line for line in shown if " in a.txt" in line] == [f"people {person.id} in a.txt"]
    assert list(explain.facts(facts, ids=frozenset({"nothing"}))) == ["nothing found"]


def test_every_evidence_of_an_article_is_explained(facts: Facts) -> None:
    shown = "\n".join(explain.facts(facts))
    for kind in ("people", "organisations", "places", "dates", "counts", "outcomes"):
        for item in getattr(facts, kind):
            for evidence in explain.told(item):
                assert f"[{evidence.start}:{evidence.end}]  by {evidence.rule}" in shown


def test_rules_are_explained() -> None:
    shown = "\n".join(explain.rule("outcomes.trained.train"))
    assert "needs a figure" in shown
    assert "train, retrain" in shown
    assert "example" in shown
    assert "gives none" in shown
    assert "rule outcomes.trained.learn" not in shown
    assert "rule outcomes.trained.learn" in "\n".join(explain.rule("outcomes.trained"))
    for name, table in rules.table("outcomes").items():
        for entry in table["rules"]:
            assert f"rule outcomes.{name}.{entry['id']}" in "\n".join(explain.rule(f"outcomes.{name}.{entry['id']}"))
    assert next(explain.rule("dates")).startswith("rule dates: ")
    assert any("example" in line for line in explain.rule("dates.years"))
    assert explain.is_rule("people.honorific")
    assert not explain.is_rule("p0123456789abcdef")
    with pytest.raises(NewsfactsError, match="neither a file, nor an id"):
        list(explain.rule("nothing.such"))


def test_sentences_are_found_around_their_spans() -> None:
    text = "Alone. Dr. Two met Three. Four."
    assert text[slice(*explain.sentence(text, 11, 14))].strip() == "Dr. Two met Three."
