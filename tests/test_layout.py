"""What the lines of a text are seen as."""
from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts.components.layout import block_of, blocks, flowing, layout
from newsfacts.components.mention import mentions

ARTICLE = """NEW PUMPS FOR GULU

Three villages get water

GULU, 3 May 2021 – The Bluewater Trust handed over three pumps on Monday. People danced.

The project will:

- drill two wells
- train 20 caretakers

Photo: A girl at the new pump.

About the Bluewater Trust

The Bluewater Trust has drilled 300 wells since 1999.

- It has 40 staff.

Media contact: Mary Addo, mary@example.org
"""


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and beginning of each block."""
    return [(kind, " ".join(text[start:end].split())[:20].strip()) for start, end, kind in blocks(text)]


def test_an_article() -> None:
    assert kinds(ARTICLE) == [
        ("headline", "NEW PUMPS FOR GULU"),
        ("subhead", "Three villages get w"),
        ("paragraph", "GULU, 3 May 2021 – T"),
        ("paragraph", "The project will:"),
        ("item", "- drill two wells"),
        ("item", "- train 20 caretaker"),
        ("caption", "Photo: A girl at the"),
        ("boilerplate", "About the Bluewater"),
        ("boilerplate", "The Bluewater Trust"),
        ("boilerplate", "- It has 40 staff."),
        ("contact", "Media contact: Mary"),
    ]


def kind_of_second(line: str) -> str:
    """The kind of a block behind a headline."""
    return kinds(f"Pumps for Gulu\n\n{line}\n\nThe pumps work well and people are glad.")[1][0]


@pytest.mark.parametrize(("line", "kind"), [
    ("About Bluewater", "boilerplate"),
    ("About us", "boilerplate"),
    ("ABOUT THE TRUST", "boilerplate"),
    ("## About the Trust", "boilerplate"),
    ("About the Trust: The Trust was founded in 1999 and works in Gulu.", "boilerplate"),
    ("Notes to editors", "boilerplate"),
    ("Note for the Editor: The Trust was founded in 1999.", "boilerplate"),
    ("Background", "boilerplate"),
    ("About half of the villages have water, and the rest will have it next year.", "paragraph"),
    ("About 300 people came to the opening of the new pump and danced all day.", "paragraph"),
    ("About three hundred people came to the opening of the new pump and danced.", "paragraph"),
    ("Background noise at the new pump was lower than feared, said the caretakers of Gulu.", "paragraph"),
])
def test_boilerplate(line: str, kind: str) -> None:
    assert kind_of_second(line) == kind


@pytest.mark.parametrize(("line", "kind"), [
    ("Contact: Mary Addo, +233 30 000 000", "contact"),
    ("Contact", "contact"),
    ("Press enquiries: Mary Addo", "contact"),
    ("For more information, please visit www.example.org.", "contact"),
    ("For further details contact Mary Addo.", "contact"),
    ("Email: mary@example.org", "contact"),
    ("Tel. 030 000 000", "contact"),
    ("Contact tracing teams reached 400 people in Gulu within a week of the outbreak.", "paragraph"),
    ("Contacts between the two towns date from 1999, when the first pump was sent.", "paragraph"),
    ("Phone credit for 300 caretakers was paid by the Trust in the first year.", "paragraph"),
])
def test_contact(line: str, kind: str) -> None:
    assert kind_of_second(line) == kind


@pytest.mark.parametrize(("line", "kind"), [
    ("Photo: A girl at the pump.", "caption"),
    ("(Photo by Mary Addo)", "caption"),
    ("[Caption: A girl at the pump.]", "caption"),
    ("From left: Mary Addo and Joseph Mbewe.", "caption"),
    ("Pictured: Mary Addo.", "caption"),
    ("[Photo 2] A girl at the pump of Gulu. Behind her the caretakers.", "caption"),
    ("Photo credit - Mary Addo", "caption"),
    ("Image-guided surgery was given to 40 patients by the team of the hospital.", "paragraph"),
    ("Photographers from Gulu took part in the day and showed what they had done.", "paragraph"),
])
def test_captions(line: str, kind: str) -> None:
    assert kind_of_second(line) == kind


@pytest.mark.parametrize("line", ["- one pump", "• one pump", "* one pump", "1. one pump", "2) one pump", "(a) one pump", "– one pump"])
def test_items(line: str) -> None:
    assert kinds(f"The Trust gave the following things to Gulu:\n{line}\n{line}")[1:] == [("item", line), ("item", line)]


@pytest.mark.parametrize("line", [
    "*one pump",
    "-5 degrees were measured at the pump in the night of 3 May.",
    "1999 was a good year for the pumps of Gulu and its villages.",
])
def test_no_items(line: str) -> None:
    assert kind_of_second(line) != "item"


def test_wrapped_lines_are_one_paragraph() -> None:
    text = ("The Bluewater Trust handed over three pumps to the people of Gulu on\nMonday, and the people of the villages around it danced until "
            "the\nsun went down. Two more follow.")
    assert [kind for kind, _ in kinds(text)] == ["paragraph"]


def test_short_lines_stand_for_themselves() -> None:
    assert [kind for kind, _ in kinds("Pumps for Gulu\n\nPumps: 3\nWells: 2\nVillages: 4")] == ["headline", "line", "line", "line"]


def test_a_subhead_ends_the_boilerplate() -> None:
    text = "Pumps for Gulu\n\nAbout the Trust\n\nThe Trust drills wells for the villages.\n\n## What comes next\n\nThe Trust will drill a well."
    assert [kind for kind, _ in kinds(text)] == ["headline", "boilerplate", "boilerplate", "subhead", "paragraph"]


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "\u2028", "-", "#\n\n#", "a\n \nb"])
def test_odd_texts(text: str) -> None:
    for start, end, kind in blocks(text):
        assert 0 <= start < end <= len(text)
        assert kind


def test_sentences_stay_within_blocks(nlp: Language) -> None:
    doc = layout(nlp.make_doc(ARTICLE))
    for _, part in nlp.pipeline:
        doc = part(doc)
    starts = {sentence.start for sentence in doc.sents}
    assert all(span.start in starts for span in mentions(doc, "layout"))
    assert block_of(next(token for token in doc if token.text == "danced")) == "paragraph"
    assert block_of(next(token for token in doc if token.text == "drill")) == "item"


def test_hard_wrapped_lines_flow() -> None:
    text = "The ferry school opened its doors to the first twenty pupils of\nFisheries on Monday.\n\nMira Novak, director\nRui Costa, treasurer\n"
    found = flowing(text)
    assert len(found) == len(text)
    assert "pupils of Fisheries" in found
    assert "director\nRui" in found
