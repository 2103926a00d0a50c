"""Roles whose holder stands farther off, or is joined to the title in other ways than by a comma."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts.components import mention
from newsfacts.components.acronyms import acronyms
from newsfacts.components.organisations import organisations
from newsfacts.components.people import people


def told(nlp: Language, text: str) -> set[tuple[str, str]]:
    doc = people(organisations(acronyms(nlp(text))))
    values = [mention.value_of(span) for span in mention.mentions(doc, "roles")]
    return {(doc[start:end].text, value.title) for value in values for start, end in value.people}


@pytest.mark.parametrize(("text", "expected"), [
    ("The manager of the e-Harbour Register, Mira Novak, spoke.", {("Mira Novak", "manager")}),
    ("The lead trainer, retired nurse Mira Novak, spoke.", {("Mira Novak", "lead trainer"), ("Mira Novak", "retired nurse")}),
    ("Mira Novak of the Tula Foundation, the survey's principal investigator, spoke.", {("Mira Novak", "principal investigator")}),
    ("Mira Novak, one of the trainers, spoke.", {("Mira Novak", "trainer")}),
    ("Mira Novak, a 31-year-old weaver from Orlo, spoke.", {("Mira Novak", "weaver")}),
    ("Mira Novak, who teaches in Orlo and serves as treasurer of the union, spoke.", {("Mira Novak", "treasurer")}),
    ("As site manager, Mira Novak runs it.", {("Mira Novak", "site manager")}),
    ("The board appointed Rui Costa as chairman and Mira Novak treasurer.", {("Rui Costa", "chairman"), ("Mira Novak", "treasurer")}),
    ("The Tula Brigade, whose commander is Rui Costa, helped.", {("Rui Costa", "commander")}),
    ("Mira Novak, a nurse educator, and Rui Costa, ICT volunteer, taught.", {("Mira Novak", "nurse educator"), ("Rui Costa", "ICT volunteer")}),
    ("Nursing student Mira Novak spoke.", {("Mira Novak", "Nursing student")}),
    ("Two pilots from Orlo, Mira Novak and Rui Costa, flew.", {("Mira Novak", "pilot"), ("Rui Costa", "pilot")}),
    ("Deputy Head of Mission at the Omani High Commission Mira Novak spoke.", {("Mira Novak", "Deputy Head of Mission")}),
    ("Guests were Director of Nursing, Dr. Mira Novak; and Registrar KTU, Prof. Rui Costa.",
     {("Mira Novak", "Director of Nursing"), ("Rui Costa", "Registrar")}),
    ("For the first time we had a general surgeon, Dr. Mira Novak, with us.", {("Mira Novak", "general surgeon")}),
    ("Judges were Dr. Mira Novak, lecturer at Cork, and Rui Costa, data lead at the Tula Trust.",
     {("Mira Novak", "Judge"), ("Mira Novak", "lecturer"), ("Rui Costa", "Judge"), ("Rui Costa", "data lead")}),
    ("The members elected Mira Novak (Cork) president for two years.", {("Mira Novak", "president")}),
    ("Two students from Orlo, Mira Novak and Rui Costa, spoke.", {("Mira Novak", "student"), ("Rui Costa", "student")}),
    ("The talk was by Mira Novak (University of Cork, president of the Tula Trust).", {("Mira Novak", "president")}),
    ("With them came Mira Novak (play specialist) and Rui Costa.", {("Mira Novak", "play specialist")}),
    ("It was signed by the then principal of the school, Mira Novak.", {("Mira Novak", "principal")}),
    ("He was joined by chairman of the water committee Mira Novak.", {("Mira Novak", "chairman")}),
    ("Last year she was followed as chair by Mira Novak.", {("Mira Novak", "chair")}),
    ("It was opened by the dean for teaching, Mira Novak.", {("Mira Novak", "dean for teaching")}),
    ("It was set up by four fishermen and a retired judge, Mira Novak.", {("Mira Novak", "retired judge")}),
    ("According to head of the water service, Mrs. Mira Novak, it rained.", {("Mira Novak", "head")}),
    ("She met France's Ambassador to Lima Mira Novak.", {("Mira Novak", "Ambassador to Lima")}),
    ("CEO and founder of BrightSeeds, Mira Novak, spoke.", {("Mira Novak", "CEO"), ("Mira Novak", "founder")}),
    ("She met fellow trustee Mira Novak.", {("Mira Novak", "trustee")}),
    ("Mira Novak, Head of Field Office, Tula Trust, spoke.", {("Mira Novak", "Head of Field Office")}),
    ("Provincial Agriculturist Ramon dela Cruz spoke.", {("Ramon dela Cruz", "Provincial Agriculturist")}),
    ("Earlier, Director of Planning in the Ministry, Mr. Rui Costa, spoke.", {("Rui Costa", "Director of Planning")}),
    ("In her remarks, Chairwoman of the Tarn Rice Board, Mira Novak, spoke.", {("Mira Novak", "Chairwoman")}),
    ("Mira Novak, Director (i/c), Office of Seeds, spoke.", {("Mira Novak", "Director")}),
    ("The Director, Department of Seed Health, Engr. (Mrs.) Mira Novak, spoke.", {("Mira Novak", "Director")}),
    ("Rui Costa was elected chairman for the period 2025-2028.", {("Rui Costa", "chairman")}),
    ("Rui Costa was elected chairman for the coast.", {("Rui Costa", "chairman for the coast")}),
])
def test_far(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(("text", "body"), [
    ("The Orlo Rowing Society met. President Mira Novak spoke.", "Orlo Rowing Society"),
    ("The Ministry of Health met. President Mira Novak spoke.", None),
    ("Stony Creek Mining Ltd built it. The mayor and Stony Creek general manager Mira Novak came.", "Stony Creek Mining Ltd"),
])
def test_bodies(nlp: Language, text: str, body: str | None) -> None:
    doc = people(organisations(acronyms(nlp(text))))
    told = [value.organisation for value in map(mention.value_of, mention.mentions(doc, "roles"))]
    assert [doc[one[0]:one[1]].text if one else None for one in told] == [body]


@pytest.mark.parametrize("title", ["coordinator of the course", "representative of the trainees"])
def test_gathering(nlp: Language, title: str) -> None:
    doc = people(organisations(acronyms(nlp(f"The Tarn Polytechnic hosted 20 nurses. At the Tarn Polytechnic, the {title}, Mira Novak, spoke."))))
    assert [(value.title, value.organisation) for value in map(mention.value_of, mention.mentions(doc, "roles"))] == [(title, None)]


@pytest.mark.parametrize("text", [
    "By Mira Novak, staff writer",
    "Written by Mira Novak, executive director",
    "Mason Costa spoke.",
    "The adviser to the group and his successor, Mira Novak, spoke.",
    "Photographer: Mira Novak",
    "(Caption) Group photo. Photographer: Mira Novak",
    "Editor in charge: Mira Novak",
    "Earlier, Rui Costa met the mayor, Registrar and Dean, Mira Novak said.",
    "Represented by Mira Novak, the minister said that it was late.",
    "The Polish consul and Orlo's guests saw Mira Novak.",
    "It was paid for by students from Ghana. Shri Costa said so.",
])
def test_none(nlp: Language, text: str) -> None:
    assert told(nlp, text) == set()


@pytest.mark.parametrize(("text", "expected"), [
    ("Mr Joel ole Nkadaru spoke.", ["Joel ole Nkadaru"]),
    ("Prof. Kh. Baatar spoke.", ["Kh. Baatar"]),
    ("It was Dr. Wu. Rosa Costa left.", ["Wu", "Rosa Costa"]),
    ("Nana Mensah spoke.", ["Nana Mensah"]),
    ("The General Assembly met.", []),
])
def test_names(nlp: Language, text: str, expected: list[str]) -> None:
    doc = people(organisations(acronyms(nlp(text))))
    assert sorted(span.text for span in mention.mentions(doc, "people")) == sorted(expected)
