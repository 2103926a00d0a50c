"""What class a noun is of."""
from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts import pipeline
from newsfacts.components import nouns


@pytest.fixture(scope="module")
def whole() -> Language:
    return pipeline.default()


def classes(doc: Doc, word: str) -> set[str]:
    token = next(token for token in doc if token.text == word)
    names = ("person", "party", "care", "body", "goods", "award", "money", "event", "thing", "name", "human", "patient")
    return {name for name in names if nouns.is_a(token, name)}


@pytest.mark.parametrize(("text", "word", "among", "not_among"), [
    ("They trained 20 hydrologists.", "hydrologists", {"person", "patient"}, {"thing", "body"}),
    ("They trained 20 schoolchildren.", "schoolchildren", {"person"}, {"thing"}),
    ("She drank coffee with a committee.", "committee", {"body"}, {"person"}),
    ("The firm shipped 20 pumps.", "pumps", {"thing", "goods"}, {"person", "award"}),
    ("The firm made an effort.", "effort", set(), {"thing", "goods"}),
    ("They opened a clinic.", "clinic", {"body"}, {"person"}),
    ("They paid 300 euros.", "euros", {"money"}, {"thing", "person"}),
    ("They did 12 transplants.", "transplants", {"care"}, {"person"}),
    ("They trained 20 harpists.", "harpists", {"person", "patient"}, {"goods", "body"}),
    ("The firm shipped 20 samovars.", "samovars", {"thing", "goods"}, {"person", "body"}),
    ("They restored a belfry.", "belfry", {"body"}, {"person", "goods"}),
    ("They did 12 appendectomies.", "appendectomies", {"care"}, {"person"}),
    ("The firm shipped 20 carriers.", "carriers", {"thing", "goods", "person"}, {"patient"}),
    ("She won the Silver Otter.", "Otter", {"name"}, {"person"}),
    ("We met Maria Lindqvist in Uppsala.", "Lindqvist", {"human"}, {"name", "thing"}),
    ("Twelve countries took part.", "countries", {"party"}, {"person"}),
])
def test_nouns_have_classes(whole: Language, text: str, word: str, among: set[str], not_among: set[str]) -> None:
    found = classes(whole(text), word)
    assert among <= found
    assert not not_among & found


def test_singulars(nlp: Language) -> None:
    doc = nlp("The midwives and policemen fed libraries, boxes and lenses for women.")
    assert [nouns.lemma(token) for token in doc if token.pos_ == "NOUN"] == ["midwife", "policeman", "library", "box", "lens", "woman"]


def test_bare_figures_stand_for_their_noun(whole: Language) -> None:
    doc = whole("We screened 300 miners. Of these, 40 were treated.")
    figure = next(token for token in doc if token.text == "40")
    assert nouns.supplied(figure) == "miner"
    assert nouns.is_a(figure, "person")


def test_titles_in_capitals_tell_no_names(whole: Language) -> None:
    doc = whole("Northern Lights Come To Coastal Town\n\nThe lights were seen on Friday.")
    assert not any(nouns.is_a(token, "name") for token in doc[:6])
