"""How the outcomes of an article are put together: doers, events, dates, places, what is told twice."""
from __future__ import annotations

import pytest

from newsfacts.model import Article, Outcome
from newsfacts.pipeline import extract


def outcomes(text: str, published: str | None = None) -> list[Outcome]:
    return list(extract(Article(source="a.txt", text=text, published=published)).outcomes)


def only(text: str, kind: str) -> Outcome:
    [one] = [one for one in outcomes(text) if one.type == kind]
    return one


def name(reference: object) -> str | None:
    return getattr(reference, "name", None)


@pytest.mark.parametrize("second", [
    "It trained 45 nurses.",
    "The Foundation trained 45 nurses.",
    "The doctors of the Marlow Foundation trained 45 nurses.",
    "Its doctors trained 45 nurses.",
    "A team from the Marlow Foundation trained 45 nurses.",
])
def test_doers_through_pronouns_and_groups(second: str) -> None:
    assert name(only(f"The Marlow Foundation came to Lima in 2021. {second}", "trained").agent) == "Marlow Foundation"


def test_doers_of_lists_come_from_the_line_above() -> None:
    text = "In 2021 the Marlow Foundation did much:\n\n- trained 45 nurses\n- gave 30 beds to the clinic\n- set up a skills laboratory\n"
    assert {name(one.agent) for one in outcomes(text)} == {"Marlow Foundation"}
    assert all(evidence.via == "inherited" for one in outcomes(text) for evidence in one.evidence if evidence.slot == "agent")


def test_authorities_are_their_country() -> None:
    one = only("The Nigerian government sent 28 nurses to Chad.", "sent")
    assert (one.agent and one.agent.kind, name(one.agent), name(one.place)) == ("country", "Nigeria", "Chad")


def test_agreements_are_of_the_body_of_who_signs() -> None:
    one = only("Dr Ann Weller, director of the Marlow Foundation, signed a memorandum of understanding.", "agreed")
    assert name(one.agent) == "Marlow Foundation"


def test_people_present_were_at_the_event_with_its_date_and_place() -> None:
    one = only("The Seabird Forum was held in Bergen from 3 to 5 May 2022. "
               "Some 90 biologists from 4 countries, namely Norway, Iceland, Kenya and Peru, attended.", "attended")
    assert (name(one.agent), name(one.event), one.date, name(one.place)) == ("Seabird Forum", "Seabird Forum", "2022-05-03/2022-05-05", "Bergen")
    assert one.countries == ("NO", "IS", "KE", "PE")


def test_unnamed_events_do_nothing_themselves() -> None:
    one = only("A workshop in Bergen in May 2022 brought together 25 biologists.", "attended")
    assert one.agent is None
    assert (one.date, name(one.place)) == ("2022-05", "Bergen")


def test_goods_are_where_they_were_given() -> None:
    one = only("The Marlow Foundation gave 40 nets to the Bergen Aquarium.", "delivered")
    assert (name(one.recipient), name(one.place)) == ("Bergen Aquarium", "Bergen Aquarium")


def test_told_twice_is_one() -> None:
    found = outcomes("Foundation gives laptops to school\n\nOn 4 May 2022 the Marlow Foundation gave 30 laptops to the Hilltop School. "
                     "The laptops were delivered by truck.")
    assert [(one.type, one.value, one.date) for one in found] == [("delivered", 30, "2022-05-04")]


def test_different_deeds_stay_apart() -> None:
    found = outcomes("In 2020 the Marlow Foundation gave 30 laptops to the Hilltop School. In 2021 it gave 50 laptops to the Lakeside School.")
    assert [(one.value, one.date) for one in found] == [(30, "2020"), (50, "2021")]


def test_parts_of_a_figure_are_counts_only() -> None:
    found = outcomes("The Marlow Foundation trained 45 people, including 12 nurses.")
    assert [one.value for one in found] == [45]


def test_since_gives_an_open_interval() -> None:
    assert only("Since the clinic began in 2010, 760 sailors have been treated.", "treated").date == "2010/.."


def test_every_slot_has_evidence() -> None:
    for one in outcomes("In 2021 the Marlow Foundation gave 40 nets to the Bergen Aquarium. Twelve divers from Chile were trained in Bergen."):
        slots = {evidence.slot for evidence in one.evidence}
        assert {slot for slot in ("agent", "recipient", "date", "place", "event", "value", "of", "object", "countries") if getattr(one, slot)} <= slots


@pytest.mark.parametrize("second", ["The dispensary has six beds.", "Our dispensary has six beds."])
def test_general_nouns_stand_for_the_body_of_that_word(second: str) -> None:
    assert name(only(f"The Melton Dispensary stands in Bergen. The Marlow Foundation gave it a roof. {second}", "state").agent) == "Melton Dispensary"


def test_people_from_a_town_were_not_trained_by_it() -> None:
    assert only("Nine conservators from Bergen completed the course.", "trained").agent is None


def test_parts_further_on_in_a_list_are_counts_only() -> None:
    found = outcomes("Some 90 pupils graduated, including 34 pupils of the May class; 56 pupils of the June class.")
    assert [one.value for one in found if one.type == "trained"] == [90]


def test_a_headline_repeats_what_the_text_tells() -> None:
    found = outcomes("New Equipment Delivered to Clinic\n\nOn 4 May 2022 the Marlow Foundation gave the Hilltop Clinic an automated incubator.")
    assert [one.object for one in found if one.type == "delivered"] == ["automated incubator"]


def test_the_same_number_given_to_two_bodies_is_two() -> None:
    found = outcomes("The Marlow Foundation gave 5 beds to the Hilltop Clinic. It also gave 5 beds to the Lakeside Clinic.")
    assert [one.value for one in found] == [5, 5]


def test_care_is_where_and_when_its_sentence_is() -> None:
    one = only("During the Bergen Eye Camp on 4 May 2022, where it rained, nurses saw to the queue and 40 patients were treated.", "treated")
    assert one.date == "2022-05-04"


def test_sums_have_no_object() -> None:
    assert only("The Marlow Foundation gave 9,000 euros.", "funded").object is None


@pytest.mark.parametrize(("told", "agent"), [
    ("The Guard gave 40 looms to the Bergen Aquarium.", "North Dale Mountain Guard"),
    ("The guests gave 40 looms to the Bergen Aquarium.", None),
])
def test_the_word_that_a_name_ends_with_stands_for_the_body(told: str, agent: str | None) -> None:
    assert name(only(f"The North Dale Mountain Guard came to Lima in 2021. {told}", "delivered").agent) == agent


@pytest.mark.parametrize(("text", "agent"), [
    ("\"We have trained 40 bakers,\" said Peter Boateng, director of the Reed Fund.", "Reed Fund"),
    ("\"We have trained 40 bakers,\" the Reed Fund said.", "Reed Fund"),
    ("\"We have trained 40 bakers,\" said Peter Boateng.", None),
])
def test_we_in_quoted_words_is_the_body_of_who_speaks(text: str, agent: str | None) -> None:
    assert name(only(text, "trained").agent) == agent


def test_people_at_a_body_act_for_it() -> None:
    assert name(only("Staff at the Reed Fund raised 900 euros.", "funded").agent) == "Reed Fund"
    assert name(only("The gala at the Reed Fund raised 900 euros.", "funded").agent) is None
