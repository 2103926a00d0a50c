"""What does not fit together in an article, and what does."""
from __future__ import annotations

import pytest

import newsfacts
from newsfacts.assemble.findings import fits, same_form
from newsfacts.model import Article, Finding


def found(text: str, published: str | None = None) -> tuple[Finding, ...]:
    """The findings of a text."""
    return newsfacts.extract(Article("test.txt", text, published=published)).findings


def codes(text: str, published: str | None = None) -> list[str]:
    """The codes of the findings of a text."""
    return [one.code for one in found(text, published)]


def test_a_list_shorter_than_its_count() -> None:
    text = "Nurses from five countries, namely Kenya, Uganda, Malawi and Zambia, took part in the course."
    (one,) = found(text)
    assert one.code == "list-shorter-than-count"
    assert one.message == "five countries stated, 4 listed"
    assert [text[each.start:each.end] for each in one.evidence] == ["five countries", "Kenya, Uganda, Malawi and Zambia"]


@pytest.mark.parametrize("text", [
    "Nurses from three countries (Kenya, Uganda, Malawi, Zambia) took part in the course.",
    "Nurses from three countries including Kenya, Uganda, Malawi and Zambia took part in the course.",
    "Nurses from three countries: Kenya, Uganda, Malawi and Zambia.",
    "The nurses came from Kenya, Uganda, Malawi and Zambia, three countries in all.",
])
def test_a_list_longer_than_its_count(text: str) -> None:
    assert codes(text) == ["list-longer-than-count"]


@pytest.mark.parametrize("text", [
    "Nurses from four countries, namely Kenya, Uganda, Malawi and Zambia, took part in the course.",
    "Nurses from 12 countries, including Kenya, Uganda and Malawi, took part in the course.",
    "Nurses from 12 countries (such as Kenya, Uganda and Malawi) took part in the course.",
    "Nurses from 12 countries: Kenya, Uganda, Malawi and others.",
    "Nurses from 12 countries (Kenya, Uganda, Malawi, etc.) took part in the course.",
    "Nurses from 12 countries (Kenya, Uganda, Malawi, among others) took part in the course.",
    "Nurses from more than two countries, namely Kenya, Uganda and Malawi, took part in the course.",
    "Nurses from five countries met in Kenya. Uganda and Malawi had sent the most.",
    "Nurses from two countries – Trinidad and Tobago and Saint Kitts and Nevis – took part.",
    "Two countries, Kenya.",
])
def test_lists_that_fit_or_leave_room(text: str) -> None:
    assert codes(text) == []


def test_parts_that_exceed_their_total() -> None:
    text = "The course was attended by 50 people: 30 women and 25 men."
    (one,) = found(text)
    assert one.code == "parts-exceed-total"
    assert one.message == "50 people stated, the parts add up to 55"
    assert [text[each.start:each.end] for each in one.evidence] == ["50 people", "30 women", "25 men"]


def test_one_part_that_exceeds_its_total() -> None:
    assert codes("The course trained 20 nurses, including 35 women.") == ["parts-exceed-total"]


@pytest.mark.parametrize("text", [
    "The course was attended by 55 people: 30 women and 25 men.",
    "The course trained 50 people, including 30 women and 25 nurses.",
    "The course trained at least 50 people: 30 women and 25 men.",
    "The team visited three villages, including 40 houses.",
    "The team saw 50 people. Then came 30 women and 25 men.",
])
def test_parts_that_fit(text: str) -> None:
    assert codes(text) == []


def test_dates_that_differ_from_the_length() -> None:
    text = "The Bluewater Institute held a three-day workshop on soil from 3 to 7 May 2021 in Accra."
    (one,) = found(text)
    assert one.code == "duration-differs-from-dates"
    assert {text[each.start:each.end] for each in one.evidence} == {"three-day", "3 to 7 May 2021"}


@pytest.mark.parametrize(("first", "last", "length", "fit"), [
    ("2021-05-03", "2021-05-07", "P5D", True),
    ("2021-05-03", "2021-05-07", "P3D", False),
    ("2021-05-03", "2021-05-07", "P1W", True),
    ("2021-05-03", "2021-05-09", "P1W", True),
    ("2021-05-03", "2021-05-14", "P10D", True),
    ("2021-05-03", "2021-05-14", "P12D", True),
    ("2021-05-03", "2021-05-14", "P2W", True),
    ("2021-05-03", "2021-05-14", "P3W", False),
    ("2021-05-03", "2021-05-30", "P4W", True),
    ("2021-05-03", "2021-05-30", "P1M", True),
    ("2021-05-03", "2021-05-30", "P3M", False),
    ("2021-05-03", "2021-05-04", "P4D", False),
    ("2021-05-03", "2022-05-02", "P1Y", True),
    ("2021-05-03", "2021-05-04", "PT6H", True),
])
def test_lengths(first: str, last: str, length: str, fit: bool) -> None:
    assert fits(first, last, f"{first}/{last}", length) is fit


def test_told_as_past_but_later() -> None:
    text = "The Bluewater Institute held a workshop on soil in Accra on 12 June 2021."
    (one,) = found(text, "2021-05-20")
    assert one.code == "told-as-past-but-later"
    assert "12 June 2021" in [text[each.start:each.end] for each in one.evidence]


@pytest.mark.parametrize("text", [
    "The Bluewater Institute held a workshop on soil in Accra on 12 May 2021.",
    "The Bluewater Institute will hold a workshop on soil in Accra on 12 June 2021.",
    "The Bluewater Institute announced a workshop on soil in Accra on 12 June 2021.",
    "The Bluewater Institute signed an agreement that runs until 12 June 2021.",
    "The Bluewater Institute trained 20 nurses who will start work on 12 June 2021.",
    "A workshop was to be held in Accra on 12 June 2021.",
])
def test_told_in_its_time(text: str) -> None:
    assert codes(text, "2021-05-20") == []


def test_an_acronym_with_two_long_forms() -> None:
    text = "The Coastal Health Agency (CHA) met the Centre for Healthy Ageing (CHA) in Accra."
    (one,) = found(text)
    assert one.code == "acronym-unclear"
    assert [text[each.start:each.end] for each in one.evidence] == ["Coastal Health Agency", "Centre for Healthy Ageing"]


def test_an_acronym_defined_twice_alike() -> None:
    assert codes("The Coastal Health Agency (CHA) met. Later the National Coastal Health Agency (CHA) left.") == []


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("World Health Organization", "World Health Organisation", True),
    ("Ministry of Health", "the Ministry of Health", True),
    ("Coastal Health Agency", "Centre for Healthy Ageing", False),
])
def test_forms(one: str, other: str, alike: bool) -> None:
    assert same_form(one, other) is alike


def test_messages_are_one_line() -> None:
    text = "Nurses from five\ncountries, namely Kenya, Uganda, Malawi and Zambia, took part in the course."
    assert all("\n" not in one.message for one in found(text))
