"""What events are about, and which series they are editions of."""
from __future__ import annotations

import pytest

from newsfacts.model import Article, Event
from newsfacts.pipeline import extract


def only(text: str) -> Event:
    [one] = extract(Article(source="a.txt", text=text)).events
    return one


@pytest.mark.parametrize(("text", "topic"), [
    ("A workshop on the use of drones in farming was held in Quito on 3 May 2022.", "the use of drones in farming"),
    ("The Andean Workshop on Mobile River Gauging was held in Quito on 3 May 2022.", "Mobile River Gauging"),
    ("The centre gave a four-day course in bird ringing for 30 rangers in Quito on 3 May 2022.", "bird ringing"),
    ("A seminar about clean water, held on 3 May 2022 in Quito, drew 40 people.", "clean water"),
    ("The training on 3 May 2022 in Quito drew 40 people.", None),
    ("A conference in the north of Quito drew 40 people in May 2022.", None),
])
def test_topics(text: str, topic: str | None) -> None:
    one = only(text)
    assert one.topic == topic
    assert topic is None or any(text[each.start : each.end] == topic for each in one.evidence if each.slot == "topic")


@pytest.mark.parametrize(("text", "series", "edition"), [
    ("Some 100 students attended the third edition of the Girls Can Code Camp in Quito on 3 May 2022.", "Girls Can Code Camp", 3),
    ("The workshop, part of the Open Skies series, was held on 3 May 2021 in Quito.", "Open Skies", None),
    ("The workshop, told in a series of papers, was held on 3 May 2021 in Quito.", None, None),
])
def test_series(text: str, series: str | None, edition: int | None) -> None:
    assert (only(text).series, only(text).edition) == (series, edition)


def test_participles_of_holding_behind_another_noun_tell_when_and_where() -> None:
    one = only("A seminar about clean water, held on 3 May 2022 in Quito, drew 40 people.")
    assert one.dates == "2022-05-03"
    assert one.city is not None


def test_participles_of_another_event_do_not() -> None:
    text = "A seminar for the winners of a contest held on 3 May 2022 in Quito drew 40 people."
    assert not any(one.type == "seminar" and one.dates for one in extract(Article(source="a.txt", text=text)).events)
