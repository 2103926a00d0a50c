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
    ("The second course in Ghent, which was to open on 8 June 2015, was cancelled.", "2015-06-08"),
    ("The Workshop on Tea Blending, which opened on 3 May 2021 at the Kandy Tea Institute and closed on 7 May, drew 58 growers.", "2021-05-03/2021-05-07"),
    ("She finished an evening course on glazing, which ran online from 4 March to 2 April 2021.", "2021-03-04/2021-04-02"),
    ("The Lyon School held a course on saving the seeds of old beans to feed families, which ended on 7 May 2015.", "2015-05-07"),
    ("The seed course of the board for wardens held on May 6-8, 2015 at the Lyon School was free.", "2015-05-06/2015-05-08"),
    ("A course was held at the Lyon School, which was founded in 1921, for 20 growers.", None),
])
def test_relative_clauses_tell_when(text: str, dates: str | None) -> None:
    assert event(text).dates == dates


def test_entries_of_calendars_begin_with_their_day() -> None:
    text = ("Coming up:\n\n• 19 May: mapathon at the Loja School of Mapping\n• 2–3 June: workshop for 18 wardens in Quito\n"
            "• 4 June – we publish the map. The seminar follows in Cuenca.\n")
    told = {one.type: one.dates for one in extract(Article(source="a.txt", text=text, published="2018-05-01")).events}
    assert (told["hackathon"], told["workshop"], told.get("seminar")) == ("2018-05-19", "2018-06-02/2018-06-03", None)


def test_lines_with_labels_tell_of_the_event_before() -> None:
    one = event("Training of seed inspectors\n\nThe training was held for the third time.\n\nVenue: Kandy Tea Institute\nDates: 3–5 May 2021\n"
                "Organisers: Ministry of Seeds and the Bergen Trust\nFunding: USD 40,000 from the World Bank\nParticipants: 27, from five districts\n")
    assert (one.venue and one.venue.name, one.dates, one.participants) == ("Kandy Tea Institute", "2021-05-03/2021-05-05", 27)
    assert [each.name for each in one.organisers] == ["Ministry of Seeds", "Bergen Trust", "World Bank"]


def test_a_dateline_is_no_entry() -> None:
    assert event("Loja, 19 May 2018 – A workshop for 20 wardens was held in Quito.").dates is None


def town(text: str) -> tuple[str | None, str | None]:
    """The city and country of the first event of a text."""
    one = event(text)
    return one.city.name if one.city else None, one.country


def test_the_town_in_a_venues_name_is_the_events() -> None:
    text = "In Bergen there are two schools. A two-day workshop was held at Bergen Teachers' College on 3 May 2019. Oslo sent nobody."
    assert town(text) == ("Bergen", "NO")


def test_the_town_behind_a_room_of_a_venue() -> None:
    assert town("The Seabird Congress was held on 3 May 2019 in the auditorium of the Norwegian Sea Museum, Bergen.")[0] == "Bergen"


def test_the_one_town_of_a_headline_is_that_of_the_event_of_the_lead() -> None:
    lead = "The Seabird Trust held a two-day workshop for 45 biologists on 3 and 4 May 2019."
    assert town(f"Seabirds are counted in Bergen\n\n{lead}") == ("Bergen", "NO")
    assert town(f"Seabirds are counted in Bergen and in Oslo\n\n{lead}")[0] is None
    assert town(f"Seabirds are counted in Bergen\n\n{lead.replace('workshop', 'workshop in Peru')}") == (None, "PE")


def test_named_events_are_in_the_country_where_all_is() -> None:
    text = "Teams came from Bergen, Oslo and Tromsø. The Seabird Cup began on 3 May 2019. Bergen won, Oslo was second."
    assert town(text)[1] == "NO"


@pytest.mark.parametrize(("text", "people"), [
    ("Some 150 engineers are expected at the Baltic Conference on Wells in Riga from 14 to 16 June 2023.", 150),
    ("In April 2023, 112 nurses did a hygiene course in Riga.", 112),
    ("An exhibition of 110 relics was held in Riga on 3 May 2023.", None),
    ("The trade mission to Riga on 3 May 2023 was attended by nine firms.", None),
    ("Four of them will take part in the Baltic Cup in Riga on 3 May 2023.", None),
])
def test_participants_are_people(text: str, people: int | None) -> None:
    assert event(text).participants == people


def test_the_town_behind_a_short_form_in_brackets() -> None:
    assert town("The seed workshop was held at the Norwegian Sea Museum (NSM), Bergen, on 3 May 2019.")[0] == "Bergen"


def test_the_event_with_a_venue_of_its_own_is_the_one_told_before() -> None:
    found = extract(Article(source="a.txt", text="A seed hackathon took place on 3 May 2019. The event was held at the Norwegian Sea Museum.")).events
    assert [(one.type, one.dates, one.venue and one.venue.name) for one in found] == [("hackathon", "2019-05-03", "Norwegian Sea Museum")]


@pytest.mark.parametrize(("text", "dates"), [
    ("The three-day seed course in Riga ended on 3 May 2019.", "2019-05-01/2019-05-03"),
    ("The three-day seed course in Riga began on 3 May 2019.", "2019-05-03"),
    ("The seed course in Riga ended on 3 May 2019.", "2019-05-03"),
    ("At the close of the three-day seed course on 3 May 2019 the growers sang.", "2019-05-01/2019-05-03"),
    ("A three-day workshop on seeds that ended on 3 May 2019 brought 40 growers to Riga.", "2019-05-01/2019-05-03"),
    ("The three-day seed course in Riga closed before May 2019.", "../2019-05"),
])
def test_a_last_day_and_a_length_give_the_first_day(text: str, dates: str) -> None:
    assert event(text).dates == dates


@pytest.mark.parametrize(("text", "city"), [
    ("The seed workshop was hosted by the Baltic Seed Institute in Riga on 3 May 2019.", "Riga"),
    ("The Baltic Seed Institute in Riga hosted a seed workshop on 3 May 2019.", "Riga"),
    ("The Baltic Seed Institute in Riga on 3 May 2019 announced a seed workshop.", None),
])
def test_a_seat_with_the_day_is_the_scene(text: str, city: str | None) -> None:
    found = event(text).city
    assert (found and found.name) == city


@pytest.mark.parametrize(("text", "venue"), [
    ("The team at the Baltic Seed Institute held a seed workshop on 3 May 2019.", None),
    ("A seed workshop was held at the Baltic Seed Institute on 3 May 2019.", "Baltic Seed Institute"),
])
def test_where_people_work_is_no_venue(text: str, venue: str | None) -> None:
    found = event(text).venue
    assert (found and found.name) == venue


@pytest.mark.parametrize(("text", "dates"), [
    ("Yesterday six divers completed a 12-day survey mission off the cape.", "2022-04-19/2022-04-30"),
    ("Nine tailors on 30 April 2022 completed a two-week course in Loja.", "2022-04-17/2022-04-30"),
    ("Last month the guild ran its first dyeing course in years. From 13 to 15 April we had 16 guests.", "2022-04-13/2022-04-15"),
    ("Last month the guild ran its first dyeing course in years. In 2021 there was none.", "2022-04"),
    ("Nine tailors completed a course in Loja from 3 to 5 April 2022.", "2022-04-03/2022-04-05"),
])
def test_days_told_by_what_ended_or_by_the_next_sentence(text: str, dates: str) -> None:
    assert event(text, "2022-05-01").dates == dates


@pytest.mark.parametrize(("text", "city"), [
    ("The workshop planned for Loja on 2 June 2022 has been called off.", "Loja"),
    ("A seminar on dyes is scheduled for Loja in June 2022.", "Loja"),
    ("A seminar for Loja traders took place in Quito on 4 April 2022.", "Quito"),
])
def test_a_town_that_an_event_is_planned_for_is_the_scene(text: str, city: str) -> None:
    found = event(text, "2022-05-01").city
    assert found is not None
    assert found.name == city


def test_days_of_a_part_are_not_those_of_the_whole() -> None:
    text = "Nine pilots finished a mission on 3 June 2022. As part of the mission, 46 nurses met in Loja on 1 May 2022."
    found = extract(Article(source="a.txt", text=text)).events
    assert [one.dates for one in found if one.type == "mission"] == ["2022-06-03"]


def test_who_was_trained_before_an_event_took_no_part_in_it() -> None:
    found = extract(Article(source="a.txt", text="Before the campaign 240 nurses were trained for five days in Loja.")).events
    assert [(one.type, one.participants) for one in found if one.participants] == [("training", 240)]


def test_a_town_that_hosts_is_the_scene() -> None:
    one = event("The seed summit of 3 May 2019 was hosted by the city of Riga.")
    assert (one.city and one.city.name, one.country) == ("Riga", "LV")


def test_a_platform_set_off_by_a_dash_has_a_year_of_its_own() -> None:
    text = "The two-week seed course in Riga is part of the Baltic Skills Programme – the platform launched by the Baltic Seed Board in 1964."
    assert event(text).dates is None


def test_a_room_of_a_body_in_a_town_is_in_the_town() -> None:
    one = event("The seed ceremony was held in the auditorium of the National Library in Riga on 3 May 2019.")
    assert (one.city and one.city.name, one.venue and one.venue.name) == ("Riga", "National Library")


@pytest.mark.parametrize(("text", "dates", "participants"), [
    ("Over four days (21-24 April 2019), 27 growers learned about seeds at a workshop in Riga.", "2019-04-21/2019-04-24", 27),
    ("Twelve growers took part in the course in Riga, Latvia, given by the Baltic Seed Board from 9 to 20 March 2019.", "2019-03-09/2019-03-20", 12),
    ("In all, 64 growers graduated from the seed course in Riga on 3 May 2019.", "2019-05-03", 64),
])
def test_days_in_brackets_and_behind_who_gives_it(text: str, dates: str, participants: int) -> None:
    found = event(text)
    assert (found.dates, found.participants) == (dates, participants)
