"""People's names."""
from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention
from newsfacts.components.acronyms import acronyms
from newsfacts.components.organisations import organisations
from newsfacts.components.people import people


def read(nlp: Language, text: str) -> Doc:
    return people(organisations(acronyms(nlp(text))))


def names(doc: Doc) -> list[str]:
    return [mention.value_of(span).name for span in sorted(mention.mentions(doc, "people"), key=lambda span: span.start)]


@pytest.mark.parametrize(("text", "expected"), [
    ("H.E. Dr. Amina Sow-Diallo opened the session.", ["Amina Sow-Diallo"]),
    ("Maj. Gen. Peter van der Merwe spoke.", ["Peter van der Merwe"]),
    ("Sheikh Khalid bin Rashid gave a talk.", ["Khalid bin Rashid"]),
    ("Prof. Tang said so.", ["Tang"]),
    ("Builder 2nd Class Cora Night cut the ribbon.", ["Cora Night"]),
    ("Hospital Corpsman 3rd Class Ana Sanches, a Lima native, spoke.", ["Ana Sanches"]),
    ("Professor Rosa King spoke. King is a nurse.", ["Rosa King"]),
    ("Dr. Nell Dean and Judge Amy Bishop came.", ["Nell Dean", "Amy Bishop"]),
    ("It was run by Dr. Ana Reis, May 3, with King Albert.", ["Ana Reis", "Albert"]),
    ("Liu Fangmei, deputy director of the Centre for Soil Research, was there.", ["Liu Fangmei"]),
    ("The courses were led by Ana Teixeira (University of Porto) and Ben Hurley (University of Cork).", ["Ana Teixeira", "Ben Hurley"]),
])
def test_names(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(read(nlp, text)) == expected


@pytest.mark.parametrize("text", [
    "They flew to Sri Lanka and Burkina Faso in March.",
    "The Nelson Mandela University hosted them.",
    "Hurricane Maria hit the island.",
    "The Ministry of Health and the World Bank agreed.",
])
def test_none(nlp: Language, text: str) -> None:
    assert names(read(nlp, text)) == []


def test_honorifics_are_kept_apart(nlp: Language) -> None:
    (span,) = mention.mentions(read(nlp, "Assoc. Prof. Dr. Mira Novak spoke."), "people")
    assert mention.value_of(span).name == "Mira Novak"
    assert mention.value_of(span).honorifics[-1] == "Dr."


def test_general_of_a_post_is_no_rank(nlp: Language) -> None:
    told = [mention.value_of(span).honorifics for span in mention.mentions(read(nlp, "Secretary General Ali Sobeh met Major General Omar Rahal."), "people")]
    assert sorted(told) == [(), ("Major", "General")]


def test_later_mention_by_surname(nlp: Language) -> None:
    doc = read(nlp, "Dr. Mira Novak opened the course. Novak thanked the nurses.")
    assert names(doc) == ["Mira Novak", "Novak"]


def test_a_person_is_no_organisation(nlp: Language) -> None:
    doc = read(nlp, "Dr. Kofi Asare came. The workshop was organised by Asare and his team.")
    assert not [span.text for span in mention.mentions(doc, "organisations") if not mention.value_of(span).generic]


def test_empty(nlp: Language) -> None:
    assert names(read(nlp, "")) == []


@pytest.mark.parametrize(("text", "expected"), [
    ('They honoured Hubert "Old Boots" Farrell, a fiddler.', ['Hubert "Old Boots" Farrell']),
    ("Posted on 3 May 2021 by Lorenzo Adeyemi\n\nThe camp closed.", ["Lorenzo Adeyemi"]),
    ("12 June 2018, by Petra Lund and Ole Vang\n\nThe camp closed.", ["Petra Lund", "Ole Vang"]),
    ("Photography: Nuno Farias\n\nEditor: Milan Kovač", ["Nuno Farias", "Milan Kovač"]),
    ("By Sgt. 1st Class Dora Wells, 12th Public Affairs", ["Dora Wells"]),
    ("Three advisers, Marta Olsen (sampling), Jens Dahl (IT) and Irina Kovalenko (field work), stay.", ["Marta Olsen", "Jens Dahl", "Irina Kovalenko"]),
    ("Carlos Ruiz, La Paz, and Ana Vega, Cochabamba, won.", ["Carlos Ruiz", "Ana Vega"]),
])
def test_nicknames_bylines_and_lists(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(read(nlp, text)) == expected


@pytest.mark.parametrize("text", [
    "The German agency Lernen Weltweit paid for it.",
    "The Teatro Rafael Pombo was full.",
    "The charity Puerta Abierta sent two vans.",
])
def test_what_a_head_word_names_is_no_person(nlp: Language, text: str) -> None:
    assert names(read(nlp, text)) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Picture below: Ts. Batbayar, driver of the van, with Kh. Saruul.", ["Ts. Batbayar", "Kh. Saruul"]),
    ("The surgeon, Candidate of Medical Sciences Olena Bondar, and Doctor of Philology Saule Omarova spoke.", ["Olena Bondar", "Saule Omarova"]),
    ("A driver, U Kyaw Zin, came.", ["Kyaw Zin"]),
    ("The camp closed.\n\nPhoto: KNPA/Elia Baro", ["Elia Baro"]),
    ("The camp closed.\n\nPhoto by Mass Communication Specialist Dwight Holt", ["Dwight Holt"]),
])
def test_initials_degrees_and_credits_of_agencies(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(read(nlp, text)) == expected
