"""Roles: titles tied to people and to what the post is in."""
from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts.components import mention
from newsfacts.components.acronyms import acronyms
from newsfacts.components.organisations import organisations
from newsfacts.components.people import people


def roles(nlp: Language, text: str) -> list[tuple[list[str], str, str | None]]:
    doc = people(organisations(acronyms(nlp(text))))
    found = []
    for span in sorted(mention.mentions(doc, "roles"), key=lambda span: span.start):
        value = mention.value_of(span)
        body = None if value.organisation is None else doc[value.organisation[0]:value.organisation[1]].text
        found.append(([doc[start:end].text for start, end in value.people], value.title, body))
    return found


@pytest.mark.parametrize(("text", "expected"), [
    ("Dr. Mira Novak, director of the Tula Foundation, spoke.", [(["Mira Novak"], "director", "Tula Foundation")]),
    ("The rector of the University of Cork, Dr. Mira Novak, spoke.", [(["Mira Novak"], "rector", "University of Cork")]),
    ("Tula Foundation President Mira Novak spoke.", [(["Mira Novak"], "President", "Tula Foundation")]),
    ("Mira Novak, Founder and CEO of the Tula Foundation, spoke.",
     [(["Mira Novak"], "Founder", "Tula Foundation"), (["Mira Novak"], "CEO", "Tula Foundation")]),
    ("Ana Reis and Ben Hurley, Vice Presidents of the Tula Foundation, spoke.", [(["Ana Reis", "Ben Hurley"], "Vice President", "Tula Foundation")]),
    ("The Tula Foundation's executive director, Mira Novak, spoke.", [(["Mira Novak"], "executive director", "Tula Foundation")]),
    ("Mira Novak was appointed acting director of the Tula Foundation in May.", [(["Mira Novak"], "acting director", "Tula Foundation")]),
    ("The Tula Foundation, headed by Mira Novak, paid for it.", [(["Mira Novak"], "head", "Tula Foundation")]),
    ("The Ambassador of Norway to Samoa, Mr. Rui Costa, spoke.", [(["Rui Costa"], "Ambassador to Samoa", "Norway")]),
    ("The Ministry of Health helped. The Minister of Health, Dr. Rui Costa, spoke.", [(["Rui Costa"], "Minister of Health", "Ministry of Health")]),
    ("The Brazilian ambassador, Rui Costa, the director of the Tula Foundation, Mira Novak, and guests came.",
     [(["Rui Costa"], "ambassador", "Brazilian"), (["Mira Novak"], "director", "Tula Foundation")]),
    ("It was paid for by the Tula Foundation, whose chief executive, Mira Novak, spoke.", [(["Mira Novak"], "chief executive", "Tula Foundation")]),
    ("The Tula Foundation (TF, President Mira Novak) paid.", [(["Mira Novak"], "President", "Tula Foundation")]),
    ("The Tula Foundation's president and CEO Mira Novak spoke.",
     [(["Mira Novak"], "president", "Tula Foundation"), (["Mira Novak"], "CEO", "Tula Foundation")]),
    ("Mira Novak, ENT surgeon at Cork Hospital, operated.", [(["Mira Novak"], "ENT surgeon", "Cork Hospital")]),
    ("Major Rui Costa, commander of the diving unit, of the Maltese Navy, spoke.", [(["Rui Costa"], "commander of the diving unit", "Maltese Navy")]),
    ("The chief of the Alpine Rescue Brigade in Chur, Dr. Rui Costa, spoke.", [(["Rui Costa"], "chief", "Alpine Rescue Brigade")]),
    ("The jury, led by Dr. Rui Costa, could not agree.", [(["Rui Costa"], "head", None)]),
    ("The Mayor of Orlo, Mr. Rui Costa, spoke.", [(["Rui Costa"], "Mayor", "Orlo")]),
    ("The Permanent Secretary, Ministry of Fisheries, Mrs. Mira Novak, spoke.", [(["Mira Novak"], "Permanent Secretary", "Ministry of Fisheries")]),
    ("The Special Adviser to the Governor, Ms Mira Novak, spoke.", [(["Mira Novak"], "Special Adviser to the Governor", None)]),
    ("Mira Novak, head of the coastal ferry service, spoke.", [(["Mira Novak"], "head", "coastal ferry service")]),
    ("Guests came with Director General of the Northern Cantonal Hospital Rui Costa.",
     [(["Rui Costa"], "Director General", "Northern Cantonal Hospital")]),
    ("The training was opened by Deputy Minister of Fisheries Rui Costa.", [(["Rui Costa"], "Deputy Minister of Fisheries", None)]),
    ("Mira Novak is co-founder of the Tula Foundation, a trustee of the Cork Trust and a director of Brightwell Pumps Ltd.",
     [(["Mira Novak"], "co-founder", "Tula Foundation"), (["Mira Novak"], "trustee", "Cork Trust"), (["Mira Novak"], "director", "Brightwell Pumps Ltd.")]),
    ("Mira Novak, M.D., director of the Tula Foundation, spoke.", [(["Mira Novak"], "director", "Tula Foundation")]),
    ("The Orlo Resident District Commissioner, Ms Mira Novak, spoke.", [(["Mira Novak"], "Resident District Commissioner", "Orlo")]),
    ("Senator Rui Costa spoke.", [(["Rui Costa"], "Senator", None)]),
    ("Facilitators were Dr. Mira Novak and Dr. Rui Costa.", [(["Mira Novak", "Rui Costa"], "Facilitator", None)]),
])
def test_roles(nlp: Language, text: str, expected: list[tuple[list[str], str, str | None]]) -> None:
    assert roles(nlp, text) == expected


def test_entries_of_a_list(nlp: Language) -> None:
    text = "The delegation:\n\nMira Novak, President, Asia Pacific, Brightwell Pumps Ltd.\n\nRui Costa, Founder and CEO, Tekko\n"
    found = roles(nlp, text)
    assert found[0] == (["Mira Novak"], "President, Asia Pacific", "Brightwell Pumps Ltd.")
    assert found[1:] == [(["Rui Costa"], "Founder", "Tekko"), (["Rui Costa"], "CEO", "Tekko")]


def test_signatures(nlp: Language) -> None:
    found = roles(nlp, "Thank you all for coming to see us.\n\nMira Novak\nProgramme Coordinator, Tula Foundation\n")
    assert found == [(["Mira Novak"], "Programme Coordinator", "Tula Foundation")]


def test_titles_before_a_list(nlp: Language) -> None:
    ((people_of, title, _),) = roles(nlp, "Leads: Mira Novak (University of Cork) and Rui Costa (University of Porto).")
    assert (people_of, title) == (["Mira Novak", "Rui Costa"], "Lead")


@pytest.mark.parametrize("text", ["Prof. Mira Novak spoke.", "Mira Novak of the Tula Foundation spoke.", "The director of the Tula Foundation was absent.",
                                  "Chief Petty Officer Rui Costa taught.", "Commander Rui Costa spoke.",
                                  "One of the students, Mira Novak, spoke.", "Author: Mira Novak"])
def test_none(nlp: Language, text: str) -> None:
    assert roles(nlp, text) == []
