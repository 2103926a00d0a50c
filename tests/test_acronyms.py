"""Acronyms with their long forms."""
from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts.components import mention, short_forms
from newsfacts.components.acronyms import acronyms


@pytest.mark.parametrize(("text", "pair"), [
    ("It was held by the Lima Water Agency (LWA) in May.", ("LWA", "Lima Water Agency")),
    ("Talks with the LWA (Lima Water Agency) began.", ("LWA", "Lima Water Agency")),
    ("A grant of the Bureau for Arts and Letters (BAL), said he.", ("BAL", "Bureau for Arts and Letters")),
    ("The proton pump inhibitors (PPIs) came.", ("PPIs", "proton pump inhibitors")),
])
def test_brackets(text: str, pair: tuple[str, str]) -> None:
    assert [(found.short, found.long) for found in short_forms.pairs(text)] == [pair]


@pytest.mark.parametrize("text", ["He came (see below) late.", "Some 40 (12 per cent) left.", "It rained. In May (2019) it stopped."])
def test_no_pair(text: str) -> None:
    assert not list(short_forms.pairs(text))


@pytest.mark.parametrize(("short", "long", "same"), [
    ("NWDA", "National Water Development Agency", True),
    ("BAL", "Bureau of Arts and Letters", True),
    ("BofAL", "Bureau of Arts and Letters", True),
    ("UNWA", "U.N. Water Agency", True),
    ("CoMed", "College of Medicine", True),
    ("WAN", "National Water Agency", False),
    ("N", "National", False),
    ("LWB", "Lima Water Agency", False),
])
def test_initials(short: str, long: str, same: bool) -> None:
    assert short_forms.initials_match(short, long) is same


def test_component(nlp: Language) -> None:
    doc = acronyms(nlp("The Lima Water Agency (LWA) trained 12 engineers. The agency, known as LWA, is new."))
    values = [mention.value_of(span) for span in mention.mentions(doc, "acronyms")]
    assert values[0] == mention.AcronymValue("LWA", "Lima Water Agency", (1, 4))
