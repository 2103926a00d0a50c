"""What is known of a figure by the words around it, and how the learned weights are read."""
from __future__ import annotations

import math

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts import explain, pipeline
from newsfacts.components import outcome_learned, outcome_rules
from newsfacts.components.mention import mentions
from newsfacts.components.outcome_features import features


@pytest.fixture(scope="module")
def whole() -> Language:
    return pipeline.default()


def test_features_tell_noun_verb_and_neighbours(whole: Language) -> None:
    doc = whole("Last week some 40 ferrymen dozed at the old pier.")
    known = features(mentions(doc, "counts")[0])
    assert {"of=ferryman", "kind=count", "comparator=about", "digits=2", "verb=doze", "dep=nsubj", "next-behind=doze at", "before=week"} <= known
    assert "sentence=pier" in known
    assert not any(name.startswith("sentence=ferry") for name in known)


def test_features_are_the_same_at_a_texts_ends(whole: Language) -> None:
    for text in ("40 ferrymen", "Of those, 40", "$500"):
        for count in mentions(whole(text), "counts"):
            assert all(name.isprintable() for name in features(count))


def test_the_likeliest_label_has_its_probability() -> None:
    table = {"": (("none", 0), ("trained", 0)), "a": (("trained", 100),), "b": (("trained", 100), ("none", -100))}
    assert outcome_learned.best(table, {"a", "b", "unknown"}) == ("trained", pytest.approx(1 / (1 + math.exp(-3))))
    assert outcome_learned.best(table, set())[1] == pytest.approx(0.5)


def test_weights_have_a_bias_for_every_label_and_no_other_labels() -> None:
    read = outcome_learned.weights()
    known = set(dict(read[""]))
    assert outcome_learned.NONE in known
    assert known - {outcome_learned.NONE} <= set(outcome_rules.types())
    assert all(set(dict(row)) <= known for row in read.values())


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights that tell every figure of ferrymen as people sent."""
    made = {"": (("none", 0), ("sent", -400)), "of=ferryman": (("sent", 800),)}
    monkeypatch.setattr(outcome_learned, "weights", lambda: made)


def told(doc: Doc) -> set[str]:
    return {span.id_ for span in mentions(doc, "outcomes")}


@pytest.mark.usefixtures("sure")
def test_only_figures_that_no_rule_reads_are_told_so(whole: Language) -> None:
    assert told(whole("By noon 40 ferrymen dozed at the pier.")) == {"outcomes.sent.learned"}
    assert told(whole("The school trained 40 ferrymen.")) == {"outcomes.trained.train"}
    assert not told(whole("By noon 40 bakers dozed at the pier."))
    assert not told(whole("By noon 40 per cent of the ferrymen dozed at the pier."))
    assert not told(whole("By noon 40 ferrymen each dozed at the pier."))
    assert not told(whole("A 40-ferrymen crew dozed at the pier."))


@pytest.mark.usefixtures("sure")
def test_doer_and_status_of_a_learned_reading_come_from_its_clause() -> None:
    facts = pipeline.extract("The Harbour Trust will soak 40 ferrymen at noon.")
    assert [(one.type, one.value, one.status, one.agent and one.agent.name) for one in facts.outcomes] == [("sent", 40, "planned", "Harbour Trust")]


def test_a_learned_reading_is_explained() -> None:
    lines = list(explain.rule("outcomes.sent.learned"))
    assert any("learned from the corpus" in line for line in lines)
