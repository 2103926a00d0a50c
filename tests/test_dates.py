"""Expressions of calendar time: the grammar, the reference day, what is no date, datelines, EDTF bounds."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts import edtf
from newsfacts.components import dates, mention
from newsfacts.components.date_grammar import read
from newsfacts.components.dateline import dateline
from newsfacts.rules import table


def values(text: str, reference: str | None = None) -> list[str]:
    return [reading.value for reading in read(text, reference) if not reading.loose]


@pytest.mark.parametrize(("text", "expected"), [(text, wanted) for rule in table("dates")["rule"] for text, wanted in rule.get("examples", {}).items()])
def test_rules_keep_to_their_examples(text: str, expected: list[str]) -> None:
    assert values(text, "2020-06-10") == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("from the 3rd to the 5th of May 2020", ["2020-05-03/2020-05-05"]),
    ("between 6th and 9th August 2018", ["2018-08-06/2018-08-09"]),
    ("From January 8 to 12, 2024, they sang", ["2024-01-08/2024-01-12"]),
    ("March 2 - 4, 2015", ["2015-03-02/2015-03-04"]),
    ("Tuesday-Friday (12-15/11/2019)", ["2019-11-12/2019-11-15"]),
    ("The fair was moved from 2021 to April 2022.", ["2021", "2022-04"]),
    ("May 30 – June 2, 2021", ["2021-05-30/2021-06-02"]),
    ("December 28 – January 3, 2021", ["2020-12-28/2021-01-03"]),
    ("from Monday 3 to Friday 7 June 2019", ["2019-06-03/2019-06-07"]),
    ("on 4 and 5 April 2020", ["2020-04-04/2020-04-05"]),
    ("on 4 and 9 April 2020", ["2020-04-04", "2020-04-09"]),
    ("April, May and June 2011", ["2011-04", "2011-05", "2011-06"]),
    ("May-July 2010", ["2010-05/2010-07"]),
    ("12.06.2011 to 14.06.2011", ["2011-06-12/2011-06-14"]),
    ("On 7. 3. 2014", ["2014-03-07"]),
    ("19-Feb-2014", ["2014-02-19"]),
    ("2013-02-11", ["2013-02-11"]),
    ("on 12 Oct '12.", ["2012-10-12"]),
    ("in 2017 and 2018", ["2017", "2018"]),
    ("2012–2016", ["2012/2016"]),
    ("since 2012", ["2012/.."]),
    ("Since moving to Kandy in 2007, it grew", ["2007/.."]),
    ("since the mill started work in 2003", ["2003/.."]),
    ("since the last eclipse in 2006", ["2006"]),
    ("since the 2007 floods", ["2007"]),
    ("until 30 June 2020", ["../2020-06-30"]),
    ("before the end of 2018", ["../2018"]),
    ("runs up to 3 February 2009", ["../2009-02-03"]),
    ("from 2023 they will exchange", ["2023/.."]),
    ("by 2030", ["2030"]),
    ("in the second half of 2022", ["2022"]),
    ("the early 1990s", ["199X"]),
    ("May 5th - 9th, and 12th to 14th of June 2020", ["2020-05-05/2020-05-09", "2020-06-12/2020-06-14"]),
    ("February 30, 2020", []),
])
def test_grammar(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("yesterday", ["2023-04-16"]), ("last month", ["2023-03"]), ("this year", ["2023"]), ("at the end of the month", ["2023-04"]),
    ("last June, July and December", ["2022-06", "2022-07", "2022-12"]), ("next March", ["2024-03"]), ("two years ago", ["2021"]),
    ("about two years ago", []), ("on the 11th, two ships", ["2023-04-11"]), ("the 6th instant", ["2023-04-06"]), ("next spring", ["2024"]),
    ("Friday of last week", ["2023-04-14"]), ("last week Friday", ["2023-04-14"]), ("in March last year", ["2022-03"]), ("last week", []),
    ("From January through June this year", ["2023-01/2023-06"]),
    ("from 3 April until today", ["2023-04-03/2023-04-17"]), ("the coming Friday", ["2023-04-21"]),
])
def test_relative_dates_need_a_reference(text: str, expected: list[str]) -> None:
    assert values(text, "2023-04-17") == expected
    assert values(text) == []


@pytest.mark.parametrize("text", [
    "It may 12 times fail.", "They march 10 km.", "She gave 2012 beds to the ward.", "2000 people came.", "more than 1950 patients",
    "The 2030 Agenda and Vision 2030",
    "COVID-19", "ISO 9001:2015", "Call +260 211 2012 3456", "room 2012", "every Monday", "each October", "from Monday to Friday", "Giving Tuesday", "7-9 p.m.",
    "April Jones and June Smith", "at 9:30 on day 5", "the 21st century", "USD 2000", "version 3.5.2", "192.168.10.12",
])
def test_what_is_no_date(text: str) -> None:
    assert values(text, "2020-06-10") == []


def test_numeric_dates_keep_to_the_order_of_the_article() -> None:
    assert values("12/05/2018 and 25/05/2018") == ["2018-05-12", "2018-05-25"]
    assert values("05/12/2018 and 05/25/2018") == ["2018-05-12", "2018-05-25"]
    assert values("12/05/2018: opened today", "2018-12-05")[0] == "2018-12-05"
    assert values("On March 3, 2018 and 04/05/2018") == ["2018-03-03", "2018-04-05"]


def test_a_year_is_shared_within_a_sentence() -> None:
    assert values("He sang in Oran on 2 June and in Suva on 7-8 June 2011.") == ["2011-06-02", "2011-06-07/2011-06-08"]


def test_a_number_that_counts_the_next_noun_is_no_day() -> None:
    assert values("In May 12 nurses were trained.", "2020-06-10") == ["2020-05"]
    assert values("On May 5 the team left.", "2020-06-10") == ["2020-05-05"]


def test_a_weekday_beside_its_day_is_no_other_day() -> None:
    assert values("on May 5 (Sunday)", "2019-08-26") == ["2019-05-05"]


def test_a_month_is_enough_as_reference() -> None:
    assert values("in March and yesterday", "2015-06") == ["2015-03"]


@pytest.mark.parametrize(("text", "expected"), [
    ("NAIROBI, 4 May 2019 (Agency) – A team left.", "2019-05-04"),
    ("Title of it\n\nZomba, 2 March 2016\n\nText.", "2016-03-02"),
    ("Port Louis, June 9, 2014. – The library opened.", "2014-06-09"),
    ("SUVA, 28/02/2013 — The bridge", "2013-02-28"),
    ("Posted On: 3 SEP 2011 9:40AM by Desk", "2011-09-03"),
    ("Date: 2013-02-11   Author: Desk", "2013-02-11"),
    ("(Harbour Post, Oran, August 8, 2012) - The pier", "2012-08-08"),
    ("By Ann Lee\nMonday July 4, 2016\n\nNAKURU – A choir", "2016-07-04"),
    ("09.08.2019 | Letters", "2019-08-09"),
    ("On June 3, 2012, the choir sang.", None),
    ("The workshop of 5 May 2020.", None),
    ("Workshop on Data, 5 May 2020\n", None),
    ("Deadline: 5 May 2020\n", None),
])
def test_dateline(text: str, expected: str | None) -> None:
    assert dateline(text) == expected


@pytest.mark.parametrize(("text", "reference", "expected"), [
    ("The clinic opened in November.", "2022-03-06", "2021-11"), ("The clinic will open in November.", "2022-12-06", "2023-11"),
    ("The ship arrived on Saturday.", "2022-03-06", "2022-03-05"), ("The team will leave on Friday.", "2023-08-24", "2023-08-25"),
    ("The fair runs from May 20 to June 2.", "2019-08-26", "2019-05-20/2019-06-02"), ("She leaves on Sunday.", "2022-05-05", "2022-05-08"),
    ("• 14 March: open day, Ravel House, Ghent.\n", "2025-01-27", "2025-03-14"),
    ("The roof could not be laid owing to the storm of 26 May.", "2017-06-14", "2017-05-26"),
    ("A choir may follow in spring.", "2021-11-09", "2022"), ("In autumn, two bakers may sing.", "2019-03-14", "2019"),
    ("They sent tents following the February storm.", "2024-01-03", "2023-02"),
    ("The fair was closed in autumn.", "2021-03-09", "2020"),
    ("The fair in Olbro (October) fell out.", "2018-12-01", "2018-10"), ("It ended in the past month.", "2022-03-22", "2022-02"),
    ("The concert, planned for June, was called off.", "2019-08-21", "2019-06"), ("The bell was due in March.", "2017-05-31", "2017-03"),
])
def test_tense_tells_the_direction(nlp: Language, text: str, reference: str, expected: str) -> None:
    doc = nlp(text)
    doc._.published = reference
    found = mention.mentions(dates.dates(doc), "dates")
    assert [mention.value_of(span) for span in found] == [mention.DateValue(expected, True)]


def test_a_dateline_stands_in_for_the_publication_date(nlp: Language) -> None:
    doc = dates.dates(nlp("LIMA, 4 May 2019 (Agency) – The team arrived yesterday."))
    assert [mention.value_of(span).value for span in mention.mentions(doc, "dates")] == ["2019-05-04", "2019-05-03"]


@pytest.mark.parametrize(("value", "expected"), [
    ("2015-09", ("2015-09-01", "2015-09-30")), ("2012", ("2012-01-01", "2012-12-31")), ("2012/..", ("2012-01-01", None)), ("../2020-02", (None, "2020-02-29")),
    ("198X", ("1980-01-01", "1989-12-31")), ("-0574/..", ("-0574-01-01", None)), ("2019-02-30", (None, None)), ("soon", (None, None)),
    ("2022-05-03/2022-05-05", ("2022-05-03", "2022-05-05")),
])
def test_bounds(value: str, expected: tuple[str | None, str | None]) -> None:
    assert edtf.bounds(value) == expected


def test_days() -> None:
    assert edtf.days("2022-05-03/2022-05-05") == 3
    assert edtf.days("2020-02") == 29
    assert edtf.days("2012/..") is None
    assert edtf.days("-0574") is None


ROW = """3 31 30 February May last next this the of to - , / and since until 2020 2012-13 1999 12/05/2018 Monday week year months quarter first 2nd
today ago two a half end 1990s '12 summer Q3 2020-02-30 instant now . ( day per 300 BC"""
WORDS = st.sampled_from(ROW.split())


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=12), st.sampled_from([None, "2020-02-29", "2015-06", "2018", "nonsense"]))
def test_any_row_of_words_gives_sound_values(row: list[str], reference: str | None) -> None:
    text = " ".join(row)
    for reading in read(text, reference):
        assert 0 <= reading.start < reading.end <= len(text)
        assert edtf.bounds(reading.value) != (None, None)
