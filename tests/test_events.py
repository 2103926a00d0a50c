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
    "An agreement on the training of laser engineers was signed in Quito on 9 October 2019.",
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
