"""Stated lengths of time."""
from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts.components import durations, lengths, mention


def values(text: str) -> list[str]:
    return [length.value for length in lengths.read(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("a 13-day tour", ["P13D"]), ("two weeks", ["P2W"]), ("two to three weeks", ["P2W", "P3W"]), ("18-24 months", ["P18M", "P24M"]), ("one-year", ["P1Y"]),
    ("a two-and-a-half-year project", ["P2Y6M"]), ("48 hours", ["PT48H"]), ("90-minute", ["PT90M"]), ("1.5 hour", ["PT1H30M"]), ("1,5 days", ["P1.5D"]),
    ("over the past ten years", ["P10Y"]), ("in the past year", ["P1Y"]), ("for a decade", ["P10Y"]), ("a week-long course", ["P1W"]), ("year-long", ["P1Y"]),
    ("a fortnight", ["P2W"]), ("half a day", ["P0.5D"]), ("half an hour", ["PT30M"]), ("twenty-seven months", ["P27M"]), ("six dry days", ["P6D"]),
    ("three full working days", ["P3D"]), ("the five-year anniversary", ["P5Y"]), ("nine days after the flood", ["P9D"]), ("a week of training", ["P1W"]),
    ("It is an hour and a half away.", ["PT1H30M"]), ("a stay of a month", ["P1M"]), ("four thousand years", ["P4000Y"]),
    ("3 1/2 years", ["P3Y6M"]), ("a full day", ["P1D"]), ("six (6) weeks", ["P6W"]), ("3 (three) days", ["P3D"]), ("30+ years", ["P30Y"]),
])
def test_lengths(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", [
    "a 41-year-old singer", "children under 5 years", "aged 12 years", "18 years of age", "two years ago", "every two months",
    "six concerts a year", "twice a week",
    "per year", "5 days a week", "day 5", "in 2018 months passed", "640 volunteer hours", "over the coming months",
    "in the past month", "in the coming month", "Captain Ana Reis, of only 22 years, sang.",
    "last year", "the 2010/11 academic year", "women over 40 years",
])
def test_what_is_no_length(text: str) -> None:
    assert values(text) == []


def test_mentions_cover_the_words(nlp: Language) -> None:
    doc = durations.durations(nlp("It was a 13-day tour."))
    assert [(span.text, mention.value_of(span).value) for span in mention.mentions(doc, "durations")] == [("13-day", "P13D")]
