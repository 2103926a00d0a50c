"""Outcome types: every rule's examples and counter-examples, a user's own types, and what is said of wrong files."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import newsfacts
from newsfacts import cli, examples, explain, pipeline, rules
from newsfacts.components import outcome_rules
from newsfacts.model import NewsfactsError

TABLES = rules.table("outcomes")
EVERY = list(outcome_rules.examples(TABLES))
OWN = """
[vaccinated]
description = "animals and people vaccinated, told apart from those treated"
needs = "figure"
nouns = ["person", "any"]
rank = 5

[[vaccinated.rules]]
id = "vaccinate"
verbs = ["vaccinate", "inoculate"]
examples = [{ text = "The mobile team vaccinated 640 goats in Marsabit.", gives = "640 goat", place = "Marsabit" }]
counter = ["The mobile team counted 640 goats in Marsabit."]

[[vaccinated.rules]]
id = "vaccination-of"
nouns_as_triggers = ["vaccination"]
theme = ["of"]
agent = ["by"]
examples = [{ text = "The vaccination of 900 pupils ended on Friday.", gives = "900 pupil" }]
"""


@pytest.mark.parametrize("example", EVERY, ids=lambda one: f"{one.rule}: {one.text[:40]}")
def test_examples_give_what_they_say(example: outcome_rules.Example) -> None:
    assert examples.failure(example, pipeline.default()) is None


def test_every_rule_has_examples_and_counter_examples() -> None:
    for name, table in TABLES.items():
        for item in table["rules"]:
            assert item.get("examples"), f"{name}.{item['id']} has no example"
            assert item.get("counter"), f"{name}.{item['id']} has no counter-example"


def test_our_own_table_passes_the_check_for_users() -> None:
    assert outcome_rules.checked(TABLES, "outcomes.toml") is TABLES


def test_ranks_are_data_and_explained() -> None:
    shown = "\n".join(explain.rule("outcomes.trained.learn"))
    assert re.search(r"rank +15", shown)
    assert "Fifty farmers completed the course" in shown
    assert "gives none" in shown


def test_a_users_type_works_through_the_library(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN)
    nlp = newsfacts.load(rules=[file])
    facts = newsfacts.extract("The Savanna Herd Trust vaccinated 1,200 camels in Isiolo in 2021. It also treated 30 herders.", nlp)
    vaccinated, treated = facts.outcomes
    assert (vaccinated.type, vaccinated.value, vaccinated.of, vaccinated.date, vaccinated.status) == ("vaccinated", 1200, "camel", "2021", "actual")
    assert vaccinated.agent is not None
    assert vaccinated.agent.name == "Savanna Herd Trust"
    assert vaccinated.place is not None
    assert vaccinated.place.name == "Isiolo"
    assert vaccinated.evidence[0].rule == "outcomes.vaccinated.vaccinate"
    assert (treated.type, treated.value) == ("treated", 30)
    assert list(examples.failures(pipeline.read_rules([file]), nlp)) == []
    assert all(one.type != "vaccinated" for one in newsfacts.extract("The Savanna Herd Trust vaccinated 1,200 camels.").outcomes)


def test_a_users_type_works_through_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, article = tmp_path / "own.toml", tmp_path / "camels.txt"
    file.write_text(OWN)
    article.write_text("The Savanna Herd Trust vaccinated 1,200 camels in Isiolo in 2021.")
    assert cli.main(["rules", "check", str(file)]) == 0
    assert "vaccinated (2 rules)" in capsys.readouterr().out
    assert cli.main(["extract", str(article), "--jsonl", "-", "--rules", str(file), "--quiet"]) == 0
    [document] = map(json.loads, capsys.readouterr().out.splitlines())
    assert [(one["type"], one["value"], one["of"]) for one in document["outcomes"]] == [("vaccinated", 1200, "camel")]


def test_a_users_wrong_example_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN.replace('gives = "640 goat"', 'gives = "641 goat"'))
    assert cli.main(["rules", "check", str(file)]) == 2
    told = capsys.readouterr().err
    assert "gives 640 goat" in told
    assert "641 goat" in told
    assert len(told.strip().splitlines()) == 1


@pytest.mark.parametrize(("text", "told"), [
    ("[planted]\n", "at least one [[planted.rules]]"),
    ("[planted]\nneed = 1\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\n", "unknown key 'need'"),
    ("[planted]\nneeds = 'much'\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\n", "needs is 'much'"),
    ("[planted]\nrank = 'high'\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\n", "rank is 'high', not a whole number"),
    ("[planted]\n[[planted.rules]]\nverbs = ['plant']\n", "a rule is a table with an id"),
    ("[planted]\n[[planted.rules]]\nid = 'x'\n", "no trigger"),
    ("[planted]\n[[planted.rules]]\nid = 'x'\nverbs = 'plant'\n", "verbs is a list of words"),
    ("[planted]\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\nloose = 1\n", "loose is true or false"),
    ("[planted]\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\ntheme_nouns = ['trees']\n", "unknown class of nouns 'trees'"),
    ("[planted]\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\nexamples = ['We planted 3 trees.']\n", "an example is {text ="),
    ("[planted]\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\nexamples = [{text = '3 trees', gives = '3 tree', who = 'we'}]\n", "an example is {text ="),
    ("[planted]\n[[planted.rules]]\nid = 'x'\nverbs = ['plant']\ncounter = 'none'\n", "counter is a list of texts"),
])
def test_wrong_files_are_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text)
    with pytest.raises(NewsfactsError) as caught:
        pipeline.read_rules([file])
    assert told in str(caught.value)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)
