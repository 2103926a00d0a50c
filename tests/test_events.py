"""Which nouns tell events, and which only look like it."""
from __future__ import annotations

import pytest

from newsfacts.model import Article, Event
from newsfacts.pipeline import extract


def events(text: str, published: str | None = None) -> list[Event]:
    return list(extract(Article(source="a.txt", text=text, published=published)).events)


@pytest.mark.parametrize("text", [
    "Over the course of one evening, 3 May 2022, the visitors stayed in Oslo.",
    "Officers will be trained in the course of 2017.",
    "A contract on the training of lock keepers was signed in Quito on 9 October 2019.",
    "He spoke of what he knew about running pottery workshops in Chad in March 2017.",
    "It is the second paper in a series of reports published in Oslo in May 2022.",
    "On 9 June the visitors received two lamps at the hospital in Loja.",
])
def test_no_events(text: str) -> None:
    assert events(text) == []


def test_events_of_a_plural_are_apart_from_one_before() -> None:
    found = events("A week-long course will be held in Loja in May 2031. We know the Kestrel Academy workshops. The course has 20 places.")
    assert [(one.type, one.participants) for one in found] == [("course", None)]


def test_a_series_is_no_edition() -> None:
    found = events("The Open Skies Summit will be held in Bern on 13 October 2031. The Open Skies Summit Series is run by the Halden Foundation.")
    assert [one.name for one in found] == ["Open Skies Summit", "Open Skies Summit Series"]


@pytest.mark.parametrize(("text", "told"), [
    ("The first workshop was held in Quito in 2018. The third will be in Loja in 2023.", [("workshop", "2018"), ("workshop", "2023")]),
    ("The centre ran a training in Quito in 2019. Previous trainings in May and September 2018 drew nobody.",
     [("training", "2019"), ("training", "2018-05"), ("training", "2018-09")]),
    ("The Open Soil Course was held in Quito in 2019. The course opened with a workshop. Previous editions were held in Loja (2017) and Cuenca (2018).",
     [("course", "2019"), ("course", "2017"), ("course", "2018")]),
    ("The workshop on dyes was held in Quito in 2019. The next session will be held in Loja in 2023.", [("workshop", "2019"), ("workshop", "2023")]),
    ("The Tide Choir Meeting was held in Turku in 2019. Others hosted the first, Quito the second (2017).",
     [("meeting", "2019"), ("meeting", "2017")]),
    ("The Dye Symposium ended in Quito in May 2020. Its workshop on reds drew 40 people in Quito. The first edition of the symposium was held in 2004. "
     "The eighth will be held in Loja in 2023.", [("conference", "2020-05"), ("workshop", None), ("conference", "2004"), ("conference", "2023")]),
    ("A five-day course ended in Quito in May 2020. The next intake, of 40 officers, is slated for Loja in 2023.", [("course", "2020-05"), ("course", "2023")]),
    ("A convoy of doctors went to Asmara in June 2010. That of March 2009 went to Kampala.", [("mission", "2010-06"), ("mission", "2009-03")]),
])
def test_editions(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.type, one.dates) for one in events(text, "2022-06-01")] == told


@pytest.mark.parametrize("text", [
    "The first workshop was held in Quito in 2018. The third is a success.", "The workshop was held in Quito in 2018. The intake of the pump is blocked.",
    "That of May 2018 is a copy of the report.",
])
def test_no_editions(text: str) -> None:
    assert len(events(text, "2022-06-01")) == text.count("workshop")


@pytest.mark.parametrize("text", [
    "The bank will train 350 clerks until 2024.", "Some 5,000 people visited Quito on 4 May 2022.", "He took a class and left.",
    "The carpentry workshop was rebuilt in Quito on 4 May 2018.", "He was the first in Quito in 2018 to sing.",
    "Challenges", "EMBASSY OF THE",
])
def test_goals_buildings_and_firsts_are_no_events(text: str) -> None:
    assert events(text, "2022-06-01") == []


@pytest.mark.parametrize(("text", "kind", "status"), [
    ("A study tour to Quito had to be cancelled.", "other", "cancelled"),
    ("The training of welders foreseen for March never took place.", "training", "cancelled"),
    ("Today's signing ceremony shows our bond.", "ceremony", "actual"),
    ("A series of meetings took place between the two cities.", "series", "actual"),
    ("A hearing camp was held in Quito on 4 May 2022.", "campaign", "actual"),
    ("All will meet in Quito for a four-day boot camp on 4 July 2022.", "training", "planned"),
    ("The launch of the atlas was held in Quito on 4 May 2022.", "ceremony", "actual"),
    ("Fourteen weavers were invited to Quito for training in March 2022.", "training", "actual"),
    ("Village women took a three-day class in soap making in Quito.", "course", "actual"),
    ("The judges will visit the laboratory of the Loja Hospital on 4 July 2022.", "other", "planned"),
    ("Pupils of the academy toured the Loja Hospital on 4 May 2022.", "other", "actual"),
    ("The minister has returned from Peru, where he paid a visit on 4 May 2022.", "other", "actual"),
    ("The two ministers held talks in Quito on 4 May 2022.", "meeting", "actual"),
    ("The doctors gave practical training to 16 nurses.", "training", "actual"),
])
def test_types_and_statuses(text: str, kind: str, status: str) -> None:
    assert [(one.type, one.status) for one in events(text, "2022-06-01")] == [(kind, status)]


@pytest.mark.parametrize("text", [
    "A team from Alto Hospital in Braga, nine in all, stayed here from 7 to 11 May and operated on 34 women.",
    "Nine surgeons of the Halden Foundation spent two weeks at the Loja Hospital in May and operated on 40 children.",
    "Twenty volunteers travelled to Loja from 8 to 10 March, where they treated 1,026 patients and pulled 300 teeth.",
    "From May 6 to 19, 2022, a Danish surgical team of 12 treated 840 patients at the Loja Hospital.",
])
def test_missions_by_who_went(text: str) -> None:
    assert [one.type for one in events(text, "2022-06-01")] == ["mission"]


@pytest.mark.parametrize("text", [
    "Nurses of the Loja Hospital treated 1,200 patients in May 2022.",
    "The design team of the company spent two weeks in Loja in May.",
    "A team of engineers performed 20 tests in Loja in May.",
])
def test_no_missions(text: str) -> None:
    assert not any(one.type == "mission" for one in events(text, "2022-06-01"))


@pytest.mark.parametrize(("text", "told"), [
    ("The minister visited Peru on 11 June and Chile from 12-13 June 2022.", [("PE", "2022-06-11"), ("CL", "2022-06-12/2022-06-13")]),
    ("The minister visited Turkey on 4 April 2022.", [("TR", "2022-04-04")]),
    ("General Ana Cone hosted Otto Holm, commander of the army, on 25-26 May 2022.", [(None, "2022-05-25/2022-05-26")]),
])
def test_visits(text: str, told: list[tuple[str | None, str]]) -> None:
    assert [(one.country, one.dates) for one in events(text, "2022-06-01") if one.type == "other"] == told


@pytest.mark.parametrize("text", [
    "The hotel hosted guests on 25 May 2022.", "The city received 300 books on 25 May 2022.", "The ministry met its target on 3 May 2022.",
    "They first met in 2012.", "The patient visited Turkey in 2019.",
])
def test_no_visits_or_meetings(text: str) -> None:
    assert events(text, "2022-06-01") == []


def test_meetings_by_their_verb() -> None:
    found = events("The jury met in Quito on 24 January and read 52 poems.", "2022-06-01")
    assert [(one.type, one.dates) for one in found] == [("meeting", "2022-01-24")]


@pytest.mark.parametrize(("text", "count"), [
    ("The staff face the challenge of distance teaching in Oslo in August 2020.", 0), ("Power was still a challenge in Quito in May 2020.", 0),
    ("The agency launched a challenge to map wells in May 2020.", 1), ("The robot challenge was held in Quito in May 2020.", 1),
])
def test_challenges(text: str, count: int) -> None:
    assert len(events(text)) == count


@pytest.mark.parametrize(("text", "count"), [
    ("Since the first evening training in 2014, over 60 coaches have qualified.", 1),
    ("The club sent the last boxes from the 2012 book drive in May.", 1), ("So far 40 workshops have been held in Lima.", 0),
    ("Experts led hands-on bee training at the Loja Hospital in May 2021.", 1), ("Training is useful.", 0),
    ("Ana Silva paid a courtesy call on the director of the Loja Hospital.", 1), ("She made a call to the Loja Hospital.", 0),
])
def test_told_or_not(text: str, count: int) -> None:
    assert len(events(text)) == count


@pytest.mark.parametrize(("text", "kind"), [
    ("The university held a 36-hour hackathon event on 23 March 2021.", "hackathon"), ("The team ran a seminar programme on 23 March 2021.", "seminar"),
    ("The village held a live-fire exercise on 23 March 2021.", "training"),
])
def test_types(text: str, kind: str) -> None:
    assert [one.type for one in events(text)] == [kind]


def test_missions_that_bear_other_numbers_are_apart() -> None:
    text = "They went on their eleventh medical mission to Ghana in May 2012. In 2013 they will train doctors in September on their 12th medical mission."
    assert len(events(text, "2012-10-01")) == 2


@pytest.mark.parametrize("text", ["He says that he is on a mission in Loja.", "Its mission is to serve the people of Loja."])
def test_missions_of_bodies(text: str) -> None:
    assert events(text) == []
