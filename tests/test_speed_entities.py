"""The fast entity recogniser finds what the stock one finds, or stays away."""
from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from newsfacts import pipeline, speed_entities

ARTICLES = sorted((Path(__file__).parents[1] / "corpora").glob("*.txt"))
WORDS = ("Ada", "Nwosu", "of", "the", "World", "Health", "Organization",
         "in", "Kenya", "trained", "1,200", "nurses", "on", "3", "May", "2022", ".", ",", " ", "\n\n",
         "for", "$", "2.5", "million", "Port", "Harcourt", "and", "Chinese", "first", "'s", "%", "(", ")")


@pytest.fixture(scope="module")
def quick() -> Language:
    """The default model with the fast recogniser and without components of ours."""
    model = spacy.load(pipeline.MODEL)
    assert speed_entities.quicken(model)
    return model


def test_articles_have_the_same_entities(nlp: Language, quick: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES[::3]]
    pairs = list(zip(nlp.pipe(texts), quick.pipe(texts), strict=True))
    assert sum(len(stock.ents) for stock, _ in pairs) > 1000
    for stock, other in pairs:
        assert speed_entities.told(stock) == speed_entities.told(other)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), max_size=14), min_size=1, max_size=3))
def test_any_words_and_sentences_have_the_same_entities(nlp: Language, quick: Language, rows: list[list[tuple[str, bool]]]) -> None:
    made = [[Doc(model.vocab, words=[word for word, _ in row], sent_starts=[start for _, start in row]) for row in rows] for model in (nlp, quick)]
    for model, docs in zip((nlp, quick), made, strict=True):
        recogniser = model.get_pipe("ner")
        recogniser.set_annotations(docs, recogniser.predict(docs))
    assert [speed_entities.told(doc) for doc in made[0]] == [speed_entities.told(doc) for doc in made[1]]


def test_entities_set_before_are_kept(nlp: Language, quick: Language) -> None:
    docs = [model.make_doc("Ada Nwosu came to Port Harcourt on 3 May 2022.") for model in (nlp, quick)]
    for model, doc in zip((nlp, quick), docs, strict=True):
        doc.set_ents([Span(doc, 4, 6, label="ORG")], default="missing")
        model.get_pipe("ner")(doc)
    assert speed_entities.told(docs[0]) == speed_entities.told(docs[1])
    assert ("Port Harcourt", "ORG") in [(span.text, span.label_) for span in docs[1].ents]


def test_empty_docs(quick: Language) -> None:
    assert [len(doc.ents) for doc in quick.pipe(["", " ", "\n"])] == [0, 0, 0]


def test_no_recogniser_other_versions_and_differences_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not speed_entities.quicken(spacy.blank("en"))
    model = spacy.load(pipeline.MODEL)
    monkeypatch.setattr(spacy.about, "__version__", "3.9.0")
    assert not speed_entities.quicken(model)
    monkeypatch.undo()
    monkeypatch.setattr(speed_entities, "found", lambda pipe, docs: [[] for _ in docs])
    assert not speed_entities.quicken(model)
    assert type(model.get_pipe("ner")) is EntityRecognizer
    monkeypatch.undo()
    model.get_pipe("ner").cfg["beam_width"] = 4
    assert not speed_entities.quicken(model)


def test_load_uses_it_unless_told_otherwise() -> None:
    assert type(pipeline.default().get_pipe("ner")) is speed_entities.EntitiesAtOnce
    assert type(pipeline.load(fast=False).get_pipe("ner")) is EntityRecognizer


def test_is_written_as_the_stock_recogniser(quick: Language, nlp: Language, tmp_path: Path) -> None:
    quick.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert type(again.get_pipe("ner")) is EntityRecognizer
    text = "Dr Ada Nwosu of the World Health Organization came to Kenya."
    assert speed_entities.told(again(text)) == speed_entities.told(nlp(text))
