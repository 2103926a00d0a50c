"""When and where an event is told to be."""
from __future__ import annotations

import pytest

from newsfacts.model import Article, Event
from newsfacts.pipeline import extract


def event(text: str, published: str | None = None) -> Event:
    """The first event of a text."""
    return extract(Article(source="a.txt", text=text, published=published)).events[0]


@pytest.mark.parametrize(("text", "dates"), [
    ("The River Workshop, which was to take place in Harare in 2022, was not held.", "2022"),
    ("The follow-up course in Lyon, which was to begin on 11 May 2015, was cancelled.", "2015-05-11"),
    ("The Workshop on Tea Blending, which opened on 3 May 2021 at the Kandy Tea Institute and closed on 7 May, drew 58 growers.", "2021-05-03/2021-05-07"),
    ("She completed a free course on bookkeeping, which ran online from 15 January to 9 February 2021.", "2021-01-15/2021-02-09"),
    ("A course was held at the Lyon School, which was founded in 1921, for 20 growers.", None),
])
def test_relative_clauses_tell_when(text: str, dates: str | None) -> None:
    assert event(text).dates == dates
