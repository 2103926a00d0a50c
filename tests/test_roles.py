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
    ("The Ambassador of Brazil to Togo, Mr. Rui Costa, spoke.", [(["Rui Costa"], "Ambassador to Togo", "Brazil")]),
    ("The Ministry of Health helped. The Minister of Health, Dr. Rui Costa, spoke.", [(["Rui Costa"], "Minister of Health", "Ministry of Health")]),
])
def test_roles(nlp: Language, text: str, expected: list[tuple[list[str], str, str | None]]) -> None:
    assert roles(nlp, text) == expected


def test_entries_of_a_list(nlp: Language) -> None:
    text = "The delegation:\n\nMira Novak, President, Asia Pacific, Brightwell Pumps Ltd.\n\nRui Costa, Founder and CEO, Tekko\n"
    found = roles(nlp, text)
    assert found[0] == (["Mira Novak"], "President, Asia Pacific", "Brightwell Pumps Ltd.")
    assert found[1:] == [(["Rui Costa"], "Founder", "Tekko"), (["Rui Costa"], "CEO", "Tekko")]


def test_titles_before_a_list(nlp: Language) -> None:
    ((people_of, title, _),) = roles(nlp, "Leads: Mira Novak (University of Cork) and Rui Costa (University of Porto).")
    assert (people_of, title) == (["Mira Novak", "Rui Costa"], "Lead")


@pytest.mark.parametrize("text", ["Prof. Mira Novak spoke.", "Mira Novak of the Tula Foundation spoke.", "The director of the Tula Foundation was absent."])
def test_none(nlp: Language, text: str) -> None:
    assert roles(nlp, text) == []
