"""Names of events: how far they reach, which words make one, and what is none."""
from __future__ import annotations

import pytest

from newsfacts.components.event_words import by_ending
from newsfacts.model import Article
from newsfacts.pipeline import extract


def names(text: str) -> list[str | None]:
    return [one.name for one in extract(Article(source="a.txt", text=text)).events]


@pytest.mark.parametrize(("text", "name"), [
    ("The ministry opened the Third National Workshop on Seed Law and Farmers' Rights in Lomé.", "Third National Workshop on Seed Law and Farmers' Rights"),
    ("The International Conference on Rural Health in Africa will take place in Kigali from 3 to 5 May 2023.",
     "International Conference on Rural Health in Africa"),
    ("At the Women in Soil Science Conference in Lima, 300 people met on 8 March 2022.", "Women in Soil Science Conference"),
    ("The Tomorrow's Farmers Innovation Challenge drew 40 teams to Accra in June 2021.", "Tomorrow's Farmers Innovation Challenge"),
    ("The agency will host an Open Skies Farmers Summit on Thursday, March 4, 2021 in Bern.", "Open Skies Farmers Summit"),
    ("More than 100 students attended the second edition of the Girls Can Code Camp in Kampala.", "Girls Can Code Camp"),
    ("The Young Makers (YM) Summit was held in Oslo on 4 May 2022.", "Young Makers (YM) Summit"),
    ("The 2024 Young Surveyors' Seminar was held in Oslo on 4 May 2024.", "2024 Young Surveyors' Seminar"),
    ("The 4th Global Friends of Rivers (FoR) event took place in Lima on 4 May 2022.", "4th Global Friends of Rivers"),
    ("The university's Global Health Summer School welcomed 48 students from 17 countries.", "Global Health Summer School"),
    ("Nine curators took part in the Master Class on Museum Lighting in Tbilisi.", "Master Class on Museum Lighting"),
    ("Marines gave out 400 kits in Dili during Calm Harbour 2025.", "Calm Harbour 2025"),
    ("With that, exercise Quiet Reef 2015 came to a close in Suva on 4 May 2015.", "Quiet Reef 2015"),
    ("ICRT 2024 took place in Cusco on 4 May 2024.", "ICRT 2024"),
    ("The First Lady opened the \"Clean Rivers, Clean Towns\" campaign in Owerri.", "Clean Rivers, Clean Towns"),
    ("The team hosted a contest called the \"Kitchen Science Project\" which drew 40 pupils.", "Kitchen Science Project"),
    ("The embassy organised Alumni Day on 4 May 2022 with 120 guests.", "Alumni Day"),
    ("ResFest 2022 was held in Oslo. The 2022 Oslo Research Festival drew 300 people on 4 May 2022.", "2022 Oslo Research Festival"),
    ("The hub began the \"Safe Hands\" training in Quito on 4 May 2022.", "Safe Hands"),
    ("Pupils of 12 schools competed in the Caribbean Robotics Cup in Quito on 4 May 2022.", "Caribbean Robotics Cup"),
    ("The Peru-Chile trade forum was held in Quito on 4 May 2022.", "Peru-Chile trade forum"),
    ("A first joint seminar, Reading Along the Nile, is scheduled for 9 November 2022 in Oslo.", "Reading Along the Nile"),
    ("Some 90 vets took the online course Poultry Health for All, which began in Oslo on 2 June 2022.", "Poultry Health for All"),
    ("The exhibition Salt and Silk opens in Oslo on 5 July 2022.", "Salt and Silk"),
    ("A course entitled Soil Maps for Town Planners using Kestrel was held on 4 May 2022 in Oslo.", "Soil Maps for Town Planners using Kestrel"),
])
def test_reach(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", [
    "The Ministry of Health Workshop Committee met.",
    "During March 2025 rain fell, and COVID-19 spread. The pupils of the Lakeside School won.",
    "On World Water Day 2024 the price fell. Independence Day was a Sunday. To mark World Soil Day, the price fell.",
    "The TIDE-5 applications have closed.",
    "He said at the close of the meeting: “Our region is facing great challenges”.",
    "First prize went to a phone tool called \"Flowpath,\" which lists evening courses held in Oslo in May 2022.",
])
def test_none(text: str) -> None:
    assert not any(names(text))


@pytest.mark.parametrize(("text", "name"), [
    ("President Ortiz launched Operation Clear Water to speed up imports.", "Operation Clear Water"),
    ("Troops of two armies completed Exercise Ocean Guard 25 in May 2022.", "Exercise Ocean Guard 25"),
    ("The minister spoke at COP28 in May 2022.", "COP28"),
    ("About 3,400 residents took part in Exercise Tide on 3 May 2022.", "Exercise Tide"),
])
def test_operations(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_headline_in_capitals_with_a_verb_names_nothing() -> None:
    assert names("LOJA TAILORS COMPLETE SEWING COURSE\n\nLoja, 3 May 2020. Forty tailors yesterday completed a course in sewing.") == [None]


def test_a_day_that_takes_place_is_named() -> None:
    assert names("The Basket Day for Weavers, first of its kind, took place in Loja.") == ["Basket Day for Weavers"]


def test_a_headline_with_capitals_after_a_colon_names_nothing() -> None:
    text = "Bringing Clerks to Soil Data in Peru: Lessons from a Three-Day Online Workshop\n\nThe Soil Data for Clerks workshop was held on 4 May 2022."
    assert names(text) == ["Soil Data for Clerks"]


def test_serial_names() -> None:
    text = "We will run TIDE-6 in May 2022, followed by TIDE-7 and TIDE-8 in 2023. The TIDE-5 applications have closed."
    assert names(text) == ["TIDE-6", "TIDE-7", "TIDE-8"]


@pytest.mark.parametrize("text", ["Operation Smiles Inc. gave 30 beds in Lima.", "Exercise More is the advice of Dr Ortiz."])
def test_no_operations(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(("word", "kind"), [("Mapathon", "hackathon"), ("OpenThon", "hackathon"), ("Python", None), ("marathon", None)])
def test_endings(word: str, kind: str | None) -> None:
    assert by_ending(word) == kind


@pytest.mark.parametrize(("text", "name"), [
    ("The first PyData Cusco meetup was held on 5 May 2022.", "PyData Cusco meetup"),
    ("The 2019 Salta datathon gathered 60 people.", "2019 Salta datathon"),
    ("The agency launched the Big Bounce vaccination campaign on 4 May 2022.", "Big Bounce vaccination campaign"),
    ("The Lost Maps campaign was launched in Chad.", "Lost Maps campaign"),
])
def test_names_before_small_heads(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", [
    "The Ministry of Health vaccination campaign began on 4 May 2022.", "She packed for the KSV mission trip on 4 May 2022.",
    "A UNESCO conference was held on 4 May 2022.", "The Taiwan Technical Mission gave 30 beds.",
    "An agreement on Cooperation in the Field of Diplomatic Training was signed.",
])
def test_no_names_before_small_heads(text: str) -> None:
    assert not any(names(text))


@pytest.mark.parametrize(("text", "found"), [
    ("They met at the 76th Growers General Assembly in May 2021.", ["76th Growers General Assembly"]),
    ("It was signed at the Second Round of Bilateral Consultations.", ["Second Round of Bilateral Consultations"]),
    ("The WSF 2nd Annual Pull-through Mission was held on 6 March 2013.", ["WSF 2nd Annual Pull-through Mission"]),
    ("The Second Capacity Building Workshop and Fourth Project Meeting took place on 6 March 2013 in Kampala.",
     ["Second Capacity Building Workshop", "Fourth Project Meeting"]),
])
def test_numbered_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_first_aid_is_no_edition() -> None:
    [one] = extract(Article(source="a.txt", text="The National First Aid Competition was held in Lima on 4 May 2022.")).events
    assert (one.name, one.edition) == ("National First Aid Competition", None)
