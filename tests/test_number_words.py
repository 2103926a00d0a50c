"""The number grammar: digits, words, scales, fractions; what is no number."""
from __future__ import annotations

import pytest

from newsfacts.components.number_words import figures


def values(text: str) -> list[float]:
    return [figure.value for figure in figures(text)]


@pytest.mark.parametrize(("text", "value"), [
    ("1,200", 1200), ("1 200", 1200), ("1\u202f234\u202f567", 1234567), ("1.200,50", 1200.5), ("1.234.567", 1234567), ("12,34,567.89", 1234567.89), ("1'250",
    1250),
    ("1.2 million", 1200000), ("2.5m people", 2500000), ("36K", 36000), ("10M", 10000000), ("3bn", 3000000000), ("5 lakh", 500000), ("2.75 crore", 27500000),
    ("two lakh crore", 2000000000000), ("61 thousand", 61000),
    ("half a million", 500000), ("a quarter of a million", 250000), ("half a dozen", 6), ("a dozen", 12), ("three dozen", 36), ("a hundred", 100),
    ("two hundred and five", 205), ("fifty-six", 56), ("Thirty four", 34), ("three million, two hundred and forty", 3000240), ("three hundred and 21", 321),
    ("one and a half million", 1500000), ("two and a half million", 2500000), ("a million and a half", 1500000), ("nine point five million", 9500000),
    ("2½", 2.5), ("minus five", -5), ("one in four", 0.25), ("three fifths", 0.6), ("3/4", 0.75), ("115USD", 115), ("EUR300", 300),
])
def test_number_reads(text: str, value: float) -> None:
    assert values(text) == [pytest.approx(value)]


@pytest.mark.parametrize("text", ["twenty-first", "21st", "two hundred and fifth", "G20", "a 4G mast", "3D", "the 1990s", "DESeq2", "which one",
"the one we met", "an"])
def test_what_is_no_number(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(("text", "several"), [
    ("45 and 50 cases", [45, 50]), ("10-15 doctors", [10, 15]), ("between ten and fifteen", [10, 15]), ("1, 234, 567", [1, 234, 567]), ("in 2019 200 people",
    [2019, 200]),
    ("two, three or four", [2, 3, 4]), ("fifty first-year students", [50]), ("a 5m wall", [5]),
])
def test_numbers_side_by_side(text: str, several: list[int]) -> None:
    assert values(text) == several


def test_a_figure_covers_its_words() -> None:
    text = "about two hundred and five nurses"
    assert [text[figure.start:figure.end] for figure in figures(text)] == ["two hundred and five"]


def test_a_figure_tells_how_it_is_written() -> None:
    assert [figure.form for figure in figures("12, twelve, 2 million, a dozen and 3/4")] == ["digits", "words", "scaled", "dozen", "fraction"]
