"""Facts compared with gold."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsfacts import evaluate, matching
from newsfacts.evaluate import Report, Tally
from newsfacts.model import NewsfactsError


def test_figures_are_precision_recall_and_f1() -> None:
    assert Tally(6, 10, 8).figures() == {"precision": 0.75, "recall": 0.6, "f1": 0.6667, "gold": 10, "found": 8}
    assert Tally(0, 0, 0).figures()["f1"] == 0.0


def test_overall_leaves_out_what_gold_does_not_have() -> None:
    report = Report()
    report.tallies["people"] = Tally(1, 1, 1)
    report.tallies["dates"] = Tally(0, 2, 0)
    assert report.overall() == 0.5


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Dr. Ann B. Miller", "Ann Miller", True), ("A. Miller", "Ann Miller", True), ("Katarina Berg", "Katharina Berg", True),
    ("Ann Miller", "Tom Miller", False), ("", "Ann", False),
])
def test_people(one: str, other: str, same: bool) -> None:
    assert matching.same_person(one, other) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Ministry of Health", "the Ministry of Health", True), ("USA", "United States", True), ("Ministry of Health", "Ministry of Wealth", False),
    ("LHT", "Lagoon Health Trust", True), (None, None, True), ("A Trust", None, False),
])
def test_bodies(one: str | None, other: str | None, same: bool) -> None:
    assert matching.same_body(one, other, [("lht", "Lagoon Health Trust")]) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Deputy Minister", "Minister", False), ("ambassador to Fiji", "ambassador", True), ("Director of Nursing", "Director of Finance", False),
    (None, None, False),
])
def test_titles(one: str | None, other: str | None, same: bool) -> None:
    assert matching.same_title(one, other) is same


def test_values() -> None:
    assert matching.length("P18M") == matching.length("P1Y6M")
    assert matching.length("P3W") == matching.length("P21D")
    assert matching.edtf("2012/") == matching.edtf("2012/..")
    assert matching.edtf("2012/2012") == "2012"
    assert matching.noun("young children") == "child"
    assert matching.noun("boxes") == "box"
    assert matching.same_noun(["woman", "nurse"], "nurses")
    assert matching.same_number(2, 2.0)
    assert not matching.same_number(None, 0)


def test_events_go_by_name_or_by_what_they_share() -> None:
    named, other = {"name": "Third Health Forum 2019", "type": "forum"}, {"name": "Fourth Health Forum 2020", "type": "forum"}
    assert not matching.same_event(named, other)
    assert matching.same_event({"name": None, "type": "workshop", "dates": "2019-05"}, {"name": None, "type": "workshop", "dates": None})
    assert not matching.same_event({"name": None, "type": "workshop", "dates": "2019-05"}, {"name": "Spring Workshop", "type": "workshop", "dates": "2019-05"})


GOLD = {"published": "2022-05-06", "people": [{"name": "Ann Miller", "roles": [{"title": "head", "organisation": None}]}],
        "organisations": [], "countries": ["ZM"],
        "places": [{"name": "Lusaka", "kind": "city", "country": "ZM"}], "dates": ["2022-05-05"], "durations": [], "counts": [],
        "events": [{"name": None, "type": "workshop", "dates": "2022-05-05", "duration": None, "venue": None, "city": "Lusaka", "country": "ZM",
                    "organisers": [], "participants": 12, "status": "planned"}],
        "outcomes": [{"type": "trained", "agent": None, "value": 12, "of": "nurse", "object": None, "date": None, "place": None, "status": "actual"}]}


def test_same_as_gold_is_all_right_and_nothing_is_all_missed() -> None:
    report = evaluate.report({"a": GOLD}, {"a": GOLD})
    assert report.overall() == 1.0
    assert not any(report.errors.values())
    assert report.beside["not actual, status right"] == 1
    nothing = evaluate.report({"a": GOLD}, {})
    assert nothing.overall() == 0.0
    assert nothing.errors["dates"] == ['a: missed "2022-05-05"']
    assert nothing.to_dict()["outcome_types"]["trained"]["gold"] == 1


def test_items_of_the_wrong_form_count_as_wrong() -> None:
    broken = {**GOLD, "people": ["Ann"], "counts": [{}], "dates": "2022", "outcomes": [{"type": "trained"}]}
    report = evaluate.report({"a": GOLD}, {"a": broken})
    assert (report.tallies["people"].right, report.tallies["people"].found, report.tallies["dates"].found) == (0, 1, 0)
    assert "wrong" in report.errors["counts"][0]


def test_folder_is_read_with_the_day_of_its_gold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The course begins tomorrow in Lusaka.")
    (tmp_path / "a.gold.json").write_text(json.dumps({**GOLD, "dates": ["2022-05-07"]}))
    report = evaluate.evaluate(tmp_path)
    assert report.tallies["dates"].figures()["f1"] == 1.0
    assert report.articles == 1
    assert any(line.startswith("dates") and "1.000" in line for line in report.lines())


def test_a_third_is_kept_aside() -> None:
    slugs = [f"article-{number}" for number in range(300)]
    assert 70 < sum(map(evaluate.kept_aside, slugs)) < 130
    assert evaluate.kept_aside("sa-ear-surgery-durban")
    assert not evaluate.kept_aside("so-ear-surgery-durban")


def test_wrong_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(NewsfactsError, match="no gold"):
        evaluate.evaluate(tmp_path)
    (tmp_path / "a.gold.json").write_text("{")
    with pytest.raises(NewsfactsError, match=r"a\.gold\.json: no gold"):
        evaluate.evaluate(tmp_path)
    (tmp_path / "a.gold.json").write_text("{}")
    with pytest.raises(NewsfactsError, match="no such article"):
        evaluate.evaluate(tmp_path)
