"""The fast lemmatiser does what the stock one does, or stays away."""
from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc

from newsfacts import lemmas, pipeline

ARTICLES = sorted((Path(__file__).parents[1] / "corpora").glob("*.txt"))
TEXT = "The nurses were leaving; one leaf left. Let\'s see  the \n best mice, we\'ve had 3 of THEM Leaves."


@pytest.fixture(scope="module")
def quick() -> Language:
    """The default model with the fast lemmatiser and without components of ours."""
    model = spacy.load(pipeline.MODEL)
    assert lemmas.quicken(model)
    return model


def told(doc: Doc) -> list[tuple[str, str]]:
    return [(token.text, token.lemma_) for token in doc]


def test_articles_have_the_same_lemmas(nlp: Language, quick: Language) -> None:
    texts = [TEXT, "", *(path.read_text(encoding="utf-8") for path in ARTICLES[1::3])]
    for stock, other in zip(nlp.pipe(texts, disable=["ner"]), quick.pipe(texts, disable=["ner"]), strict=True):
        assert told(stock) == told(other)
        again = quick.get_pipe("lemmatizer")(Doc(quick.vocab, words=[token.text for token in stock], pos=[token.pos_ for token in stock],
                                                 morphs=[str(token.morph) for token in stock]))
        assert [lemma for _, lemma in told(again)] == [lemma for _, lemma in told(nlp.get_pipe("lemmatizer")(again.copy()))]


def test_lemmas_that_are_there_stay(quick: Language) -> None:
    doc = quick.get_pipe("lemmatizer")(Doc(quick.vocab, words=["us", "mice"], pos=["PRON", "NOUN"], lemmas=["we", ""]))
    assert [token.lemma_ for token in doc] == ["we", "mouse"]


def test_other_tables_empty_the_memory() -> None:
    model = spacy.load(pipeline.MODEL)
    assert lemmas.quicken(model)
    fast = model.get_pipe("lemmatizer")
    words = {"words": ["camels"], "pos": ["NOUN"], "morphs": ["Number=Plur"]}
    assert fast(Doc(model.vocab, **words))[0].lemma_ == "camel"
    fast.cache.clear()
    fast.lookups = Lookups()
    for name in ("lemma_rules", "lemma_exc", "lemma_index"):
        fast.lookups.add_table(name, {"noun": {"camels": ["ship"]}} if name == "lemma_exc" else {})
    assert fast(Doc(model.vocab, **words))[0].lemma_ == "ship"


def test_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = spacy.blank("en")
    assert not lemmas.quicken(blank)
    blank.add_pipe("lemmatizer", config={"mode": "lookup"})
    assert not lemmas.quicken(blank)
    assert type(pipeline.load(fast=False).get_pipe("lemmatizer")) is EnglishLemmatizer
    assert type(pipeline.default().get_pipe("lemmatizer")) is lemmas.RememberingLemmatizer
    other = spacy.load(pipeline.MODEL)
    monkeypatch.setattr(spacy.about, "__version__", "3.9.0")
    assert not lemmas.quicken(other)


def test_is_written_and_sent(quick: Language, nlp: Language, tmp_path: Path) -> None:
    quick.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert type(again.get_pipe("lemmatizer")) is EnglishLemmatizer
    assert told(again(TEXT)) == told(nlp(TEXT)) == told(quick(TEXT))
    copy = pickle.loads(pickle.dumps(quick.get_pipe("lemmatizer")))
    doc = nlp(TEXT, disable=["lemmatizer"])
    assert told(copy(doc)) == told(nlp(TEXT))


def test_works_in_a_memory_zone(quick: Language, nlp: Language) -> None:
    for _ in range(2):
        with quick.memory_zone():
            found = told(quick("The zonewordies trained. Zonewordy!"))
        assert found == told(nlp("The zonewordies trained. Zonewordy!"))


def test_errors_reach_the_handler(quick: Language) -> None:
    fast = lemmas.RememberingLemmatizer(quick.get_pipe("lemmatizer"))
    seen: list[Exception] = []
    fast.set_error_handler(lambda name, pipe, docs, error: seen.append(error))
    fast.lemmatize = None
    fast(Doc(quick.vocab, words=["text"]))
    assert len(seen) == 1
