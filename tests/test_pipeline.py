"""The pipeline as a library: any text, anyone's pipeline, other processes."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from evidence import evidences
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from spacy.language import Language
from spacy.tokens import Doc

import newsfacts
from newsfacts import pipeline, rules
from newsfacts.components.mention import mentions, value_of
from newsfacts.model import KINDS, Article, Facts, NewsfactsError
from newsfacts.schema import schema

NAMES = ("layout", *pipeline.COMPONENTS)
TEXT = """Nurses trained in Lusaka

LUSAKA, 6 May 2022 – The Lake Foundation (LF) trained 22 nurses from Zambia and Malawi in Lusaka yesterday. Dr Ann Miller, director
of the Lake Foundation, opened the two-day Third Lake Workshop on Nursing. The LF will give $40,000 to the Hill Hospital in 2023.
"""
WORDS = ["The Ministry of Health", "Dr.", "Ann Miller", "trained", "22", "nurses", "in", "Lusaka", ",", ".", "on", "5 May 2022", "two-day", "workshop",
         "$3 million", "will", "not", "(WHO)", "\n", "\n\n", "•", "from", "12", "countries", "South Africa", "yesterday",
         "the Centre", "–", "“", "”", "more than", "half a million", "%", "5th", "and", "at"]
VALIDATOR = Draft202012Validator(schema(tuple(rules.table("outcomes"))))


@pytest.fixture(scope="module")
def whole() -> Language:
    """The whole pipeline."""
    return pipeline.default()


def check(text: str, nlp: Language) -> None:
    """What holds of the facts of any text."""
    article = Article("a", text, published="2022-05-06")
    facts = newsfacts.extract(article, nlp)
    for _, evidence in evidences(facts):
        assert 0 <= evidence.start < evidence.end <= len(text)
    made = facts.to_json()
    assert Facts.from_json(made) == facts
    assert newsfacts.extract(article, nlp).to_json() == made
    VALIDATOR.validate(json.loads(made))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_texts_of_telling_words(whole: Language, text: str) -> None:
    check(text, whole)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text(whole: Language, text: str) -> None:
    check(text, whole)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", ".", "a", "\u200b", "\x00", "🙂" * 50, "5 " * 500, "(" * 300, "Dr. " * 100, "a" * 5000, "1/" * 200,
                                  "\ufeff\r\n", "–" * 100, "ALL CAPITALS " * 50, "the " * 400, "• item\n" * 60, "of the of the of the", "Mr. Mrs. Dr.",
                                  "60 nurses, one ", "$ € £ %", "May 2022 May May may"])
def test_odd_texts(whole: Language, text: str) -> None:
    check(text, whole)


def test_default_pipeline_is_loaded_once(whole: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", lambda *_: pytest.fail("loaded again"))
    facts = newsfacts.extract(TEXT)
    assert [outcome.value for outcome in facts.outcomes if outcome.type == "trained"] == [22]
    assert [one.article.source for one in newsfacts.pipe([Article("a", TEXT), Article("b", "Text.")])] == ["a", "b"]


@pytest.mark.parametrize("name", NAMES)
def test_every_component_works_in_a_bare_pipeline(name: str, tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(f"newsfacts_{name}")
    doc = nlp(TEXT)
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert again.pipe_names == nlp.pipe_names
    assert spans(again(TEXT)) == spans(doc)


@pytest.mark.parametrize("name", NAMES)
def test_component_without_sentences_works_or_says_what_it_lacks(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(f"newsfacts_{name}")
    assert "parser" in tried(nlp)


def tried(nlp: Language) -> str:
    """What goes wrong with a text, or, where nothing does, what we would have said."""
    try:
        nlp(TEXT)
    except (NewsfactsError, ValueError) as error:
        return str(error)
    return "no parser needed"


def spans(doc: Doc) -> dict[str, list[tuple[int, int, str, object]]]:
    """All mentions of a Doc with their rules and values."""
    return {kind: [(span.start, span.end, span.id_, value_of(span)) for span in mentions(doc, kind)] for kind in doc.spans}


def test_components_need_no_import_of_newsfacts() -> None:
    code = ("import spacy; nlp = spacy.blank('en'); nlp.add_pipe('newsfacts_dates'); doc = nlp('It ran from 3 to 5 May 2022.'); "
            "print([span.text for span in doc.spans['dates']])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "3 to 5 May 2022" in done.stdout


def test_whole_pipeline_is_analysed_written_and_read(whole: Language, tmp_path: Path) -> None:
    assert whole.analyze_pipes()["problems"]["newsfacts_outcomes"] == []
    whole.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert newsfacts.extract(TEXT, again) == newsfacts.extract(TEXT, whole)


def test_docs_are_written_and_read(whole: Language) -> None:
    doc = whole(TEXT)
    again = Doc(whole.vocab).from_bytes(doc.to_bytes())
    assert spans(again) == spans(doc)
    assert spans(doc)["outcomes"]


def test_two_processes_give_the_same(whole: Language) -> None:
    texts = [TEXT, "Twelve nurses were trained in Accra, Ghana, on 5 May 2021."] * 2
    assert [spans(doc) for doc in whole.pipe(texts, n_process=2, batch_size=1)] == [spans(doc) for doc in whole.pipe(texts)]


def test_models_that_lack_something_are_told(tmp_path: Path) -> None:
    with pytest.raises(NewsfactsError, match="'no_such_model' is not installed"):
        newsfacts.load("no_such_model")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(NewsfactsError, match="has no parser and no ner"):
        newsfacts.load(str(tmp_path / "blank"))
    (tmp_path / "own.toml").write_text("[x]\n")
    with pytest.raises(NewsfactsError, match=r"own\.toml"):
        newsfacts.load(rules=[tmp_path / "own.toml"])


def test_fingerprint_changes_with_what_changes_facts(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    seen = {pipeline.fingerprint(), pipeline.fingerprint("en_core_web_sm")}
    for text in ("[x]\n", "[y]\n"):
        file.write_text(text)
        seen.add(pipeline.fingerprint(rules=[file]))
    assert len(seen) == 4
    assert pipeline.fingerprint() in seen


def test_no_fingerprint_of_a_rule_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NewsfactsError, match=r"nowhere\.toml: No such file"):
        pipeline.fingerprint(rules=[tmp_path / "nowhere.toml"])


def test_document_has_all_kinds(whole: Language) -> None:
    assert list(newsfacts.extract(TEXT, whole).to_dict()) == ["schema", "article", *KINDS]


def test_names_and_editions_of_events_have_evidence_of_their_own() -> None:
    text = "The Third Lake Fisheries Forum was held in Kisumu on 4 May 2021. In June a course entitled “Nets and Boats” was held in Mwanza for 30 fishermen."
    events = [one for one in newsfacts.extract(text).events if one.name]
    assert {one.name for one in events} == {"Third Lake Fisheries Forum", "Nets and Boats"}
    for one in events:
        assert [text[place.start:place.end].strip("“”") for place in one.evidence if place.slot == "name"] == [one.name]
    assert [len([place for place in one.evidence if place.slot == "edition"]) for one in events] == [1, 0]


def test_counts_that_begin_at_one_word_have_ids_of_their_own(whole: Language) -> None:
    counts = pipeline.extract("The hall is 3–5 rooms.", whole).counts
    assert len({count.id for count in counts}) == len(counts) == 2


def test_marks_of_how_emoji_look_are_no_part_of_names(whole: Language) -> None:
    facts = pipeline.extract("The tour goes on.\n▪️Kampala: 4 March\n▪️Nairobi: 11 March\n", whole)
    assert {"Kampala", "Nairobi"} <= {facts.article.text[item.evidence[0].start:item.evidence[0].end] for item in facts.places}


def test_words_of_an_event_name_are_no_partner(whole: Language) -> None:
    (event,) = newsfacts.extract("The college held a third open seminar, Mending Across the Bay, on 4 May 2021.", whole).events
    assert (event.name, event.partners) == ("Mending Across the Bay", ())


CUT = (
    "He met 40 students, and the media partner of Lake University, Oslo.",
    "Derlis Oviedo, economist at the Municipality of Caaro, opened the EMBASSY OF THE REPUBLIC OF CHAD.",
    "Dr. Ana Reis (Mrs.), Builder 2nd Class Tom Dean and Secretary General Li Bo, all of the Office of the President of Peru, came.",
    "On Sunday Mrs Volana, treasurer of the coordinator general of the union, spoke.",
    "She was herself a volunteer fellow, 47 fellows came to the camp.",
    "It was led by manager Mira Novak from the charity Krok Upered and the first patient of the ward, six days before the opening, which came.",
    "Says Nurlan Tok, head of the oblast, and Ana Reis, principal of the Lima Station and director of the station, too: 40, 0 (12) of them.",
    "Trained in India, Mira Novak of the Raisin Academy of Optics is rector of the academy, where the show postponed through May was called off.",
    "The night in the Coral Deputy Head Hotel Garden, a vaccination drive, cost more than the drive of last winter in the Deputy Head Office.",
    "The Vice Chair of PMI Lampung Yohan Leki, elected as chair (Oslo) as clerk, both final-year students of law, will be its co-chairs.",
    "The three-day course closed before May 2019 with one pump, beds and 37 boxes worth sbd$400 (3 of them new).",
)


@pytest.mark.parametrize("text", CUT)
def test_texts_cut_anywhere_are_read(whole: Language, text: str) -> None:
    words = text.split()
    articles = [Article("cut", " ".join(words[:count]).rstrip(".,")) for count in range(1, len(words) + 1)]
    assert [facts.article.text for facts in pipeline.pipe(articles, whole)] == [article.text for article in articles]
