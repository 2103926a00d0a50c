"""The fast attribute ruler does what the stock one does, or stays away."""
from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from newsfacts import pipeline, speed

ARTICLES = sorted((Path(__file__).parents[1] / "corpora").glob("*.txt"))
TEXTS = ("Let's go, y'all: they ain't gonna stay, and we've got ta leave.", "There's a nurse who hadn't it, nor do I. C'mon, nothin' is yours!",
         "What \n\n did they have?\t That, which he has had; those of us who are to be given 5% – \"but one\" – won't.",
         "let 's LET 'S gon na GON NA y' all ai n't",
         "", " ", "\n")
WORDS = ("let", "'s", "gon", "na", "got", "ta", "y'", "all", "ai", "n't", "there", "is", "'re", "c'm", "on", "that", "not", "be", "have", "had", "i", "you",
         "it", "which", "but", "this", "nothin'", " ", "\n", "nurses", "trained", "42", ".", ",", "(", "the")


@pytest.fixture(scope="module")
def quick() -> Language:
    """The default model with the fast ruler and without components of ours."""
    model = spacy.load(pipeline.MODEL)
    assert speed.quicken(model)
    return model


def told(doc: Doc) -> list[tuple[str, ...]]:
    """All that either ruler and the lemmatiser behind it may set."""
    return [(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_) for token in doc]


def test_texts_with_pairs_of_tokens_are_the_same(nlp: Language, quick: Language) -> None:
    for text in TEXTS:
        assert told(quick(text)) == told(nlp(text))
    lemmas = [token.lemma_ for token in quick("Let's say that y'all are gonna go.")]
    assert lemmas[:2] == ["let", "us"]
    assert "you" in lemmas


def test_articles_are_the_same(nlp: Language, quick: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES[::3]]
    for stock, other in zip(nlp.pipe(texts, disable=["ner"]), quick.pipe(texts, disable=["ner"]), strict=True):
        assert told(stock) == told(other)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_tags_and_labels_are_the_same(nlp: Language, quick: Language, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    tags, labels = (data.draw(st.lists(st.sampled_from([*nlp.get_pipe(pipe).labels, ""]), min_size=len(words), max_size=len(words)))
                    for pipe in ("tagger", "parser"))
    docs = [Doc(model.vocab, words=words, tags=tags, deps=labels) for model in (nlp, quick)]
    assert told(nlp.get_pipe("attribute_ruler")(docs[0])) == told(quick.get_pipe("attribute_ruler")(docs[1]))


def test_later_patterns_win_also_over_pairs() -> None:
    blank = spacy.blank("en")
    ruler = blank.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "red"}, {"LOWER": {"IN": ["kite"]}}]], {"LEMMA": "pair", "POS": "NOUN"}, index=-1)
    ruler.add([[{"LOWER": "kite"}]], {"LEMMA": "one"})
    ruler.add([[{"LOWER": {"REGEX": "^ki"}}]], {"MORPH": "Number=Sing"})
    quick = speed.RememberingRuler(ruler)
    for words in (["red", "kite"], ["kite", "red"], ["Kite"], ["red", "kiwi"]):
        docs = [Doc(blank.vocab, words=words) for _ in range(2)]
        assert told(quick(docs[0])) == told(ruler(docs[1]))


def test_patterns_added_later_count() -> None:
    blank = spacy.blank("en")
    stock = blank.add_pipe("attribute_ruler")
    stock.add([[{"LOWER": "kite"}]], {"LEMMA": "toy"})
    quick = speed.RememberingRuler(stock)
    assert quick(blank.make_doc("kite"))[0].lemma_ == "toy"
    quick.add([[{"LOWER": "kite"}]], {"LEMMA": "bird"})
    assert quick(blank.make_doc("kite"))[0].lemma_ == "bird"
    quick.add([[{"LENGTH": 4}]], {"LEMMA": "four"})
    assert quick(blank.make_doc("kite"))[0].lemma_ == "four"
    quick.clear()
    quick.add([[{"LOWER": "wind"}]], {"LEMMA": "air"})
    assert [token.lemma_ for token in quick(Doc(blank.vocab, words=["kite", "wind"]))] == ["", "air"]


@pytest.mark.parametrize(("pattern", "attrs", "index"), [
    ([{"LENGTH": 4}], {"LEMMA": "x"}, 0), ([{"LOWER": "a", "OP": "+"}], {"LEMMA": "x"}, 0), ([{"LOWER": "a"}] * 3, {"LEMMA": "x"}, 0),
    ([{"LOWER": {"FUZZY": "able"}}], {"LEMMA": "x"}, 0), ([{"LOWER": "a"}], {"NORM": "x"}, 0), ([{}], {"LEMMA": "x"}, 0), ([{"TAG": "NN"}], {"LEMMA": "x"}, 1)])
def test_rulers_that_are_not_understood_stay(pattern: list[dict[str, object]], attrs: dict[str, str], index: int) -> None:
    blank = spacy.blank("en")
    ruler = blank.add_pipe("attribute_ruler")
    ruler.add([pattern], attrs, index=index)
    assert not speed.quicken(blank)
    assert blank.get_pipe("attribute_ruler") is ruler


def test_no_ruler_other_versions_and_differences_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not speed.quicken(spacy.blank("en"))
    blank = spacy.blank("en")
    blank.add_pipe("attribute_ruler").add([[{"LOWER": "they"}]], {"LEMMA": "they"})
    monkeypatch.setattr(spacy.about, "__version__", "3.9.0")
    assert not speed.quicken(blank)
    monkeypatch.undo()
    monkeypatch.setattr(speed.RememberingRuler, "apply", lambda self, doc: None)
    assert not speed.quicken(blank)
    monkeypatch.undo()
    assert speed.quicken(blank)


def test_load_uses_it_unless_told_otherwise() -> None:
    assert type(pipeline.default().get_pipe("attribute_ruler")) is speed.RememberingRuler
    assert type(pipeline.load(fast=False).get_pipe("attribute_ruler")) is AttributeRuler


def test_is_written_as_the_stock_ruler(quick: Language, nlp: Language, tmp_path: Path) -> None:
    quick.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert type(again.get_pipe("attribute_ruler")) is AttributeRuler
    assert again.get_pipe("attribute_ruler").patterns == nlp.get_pipe("attribute_ruler").patterns
    assert quick.config["components"]["attribute_ruler"] == nlp.config["components"]["attribute_ruler"]
    assert told(again(TEXTS[0])) == told(nlp(TEXTS[0]))


def test_is_pickled_and_read_from_bytes(quick: Language, nlp: Language) -> None:
    ruler = quick.get_pipe("attribute_ruler")
    copy = pickle.loads(pickle.dumps(ruler))
    doc, other = quick(TEXTS[1]), nlp(TEXTS[1])
    assert told(copy(doc)) == told(other)
    read = AttributeRuler(nlp.vocab).from_bytes(ruler.to_bytes())
    assert read.patterns == ruler.patterns


def test_works_in_a_memory_zone(quick: Language, nlp: Language) -> None:
    for text in TEXTS[:3]:
        with quick.memory_zone():
            found = told(quick(f"{text} Zonewordy"))
        assert found == told(nlp(f"{text} Zonewordy"))


def test_errors_reach_the_handler(quick: Language) -> None:
    ruler = speed.RememberingRuler(quick.get_pipe("attribute_ruler"))
    seen: list[Exception] = []
    ruler.set_error_handler(lambda name, pipe, docs, error: seen.append(error))
    ruler.effects_of = None  # type: ignore[assignment,method-assign]
    ruler(quick.make_doc("Text"))
    assert len(seen) == 1
