"""Events told by a noun of any kind whose verb says that it takes place or is called off, and ceremonies told by who did the deed."""
from __future__ import annotations

import pytest

from newsfacts.model import Article, Event
from newsfacts.pipeline import extract


def events(text: str) -> list[Event]:
    return list(extract(Article(source="a.txt", text=text, published="2022-06-01")).events)


@pytest.mark.parametrize(("text", "told"), [
    ("The film night on 6 August 2021 fell through because of a flood.", ("other", "2021-08-06", "cancelled")),
    ("The parachute jump foreseen for 16 September 2021 was cancelled due to fog.", ("other", "2021-09-16", "cancelled")),
    ("A beach walk took place on 4 May 2022.", ("other", "2022-05-04", "actual")),
    ("Our open day on 4 May 2022 drew 900 visitors to Loja.", ("other", "2022-05-04", "actual")),
    ("On 4 May 2022 some 230 villagers joined our planting day.", ("campaign", "2022-05-04", "actual")),
    ("An expedition to the glacier in May 2022 brought together 16 scientists.", ("mission", "2022-05", "actual")),
    ("A consultation with fishermen will be held in Loja on 4 July 2022.", ("meeting", "2022-07-04", "planned")),
    ("Earlier schools were held in Loja in 2019.", ("course", "2019", "actual")),
    ("Talks were held in Quito on 4 May 2022.", ("meeting", "2022-05-04", "actual")),
    ("A round table with fishermen took place in Loja on 4 May 2022.", ("meeting", "2022-05-04", "actual")),
    ("The prize-giving will take place in Loja on 4 July 2022.", ("ceremony", "2022-07-04", "planned")),
    ("The golf day in Loja on 4 May 2022 is CANCELLED.", ("other", "2022-05-04", "cancelled")),
    ("The course announced for 4 July 2022 is not going to be held.", ("course", "2022-07-04", "cancelled")),
    ("The kite festival of 4 July 2022 will not be organised.", ("other", "2022-07-04", "cancelled")),
    ("A round table with fishermen did not take place.", ("meeting", None, "cancelled")),
    ("Nine tailors completed a fellowship of eight weeks in Loja in May 2022.", ("training", "2022-05", "actual")),
])
def test_occurrences(text: str, told: tuple[str, str, str]) -> None:
    assert [(one.type, one.dates, one.status) for one in events(text)] == [told]


@pytest.mark.parametrize("text", [
    "The flight on 4 May 2022 was cancelled.", "The attack took place on 4 May 2022.", "The debts were cancelled in May 2022.",
    "He sat at a round table in Quito on 4 May 2022.", "The fellowship is named after Ana Silva since 4 May 2022.",
    "Two prisoners were held in Quito in May 2022.", "The shares are held by a trust since May 2022.", "The change took place in May 2022.",
])
def test_no_occurrences(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("text", [
    "The laboratory was inaugurated on 4 May 2022 by the Minister of Health.",
    "The governor, Ana Silva, opened the clinic in Quito on 4 May 2022.",
    "The clinic was handed over in Quito on 4 May 2022. Some 80 people came. The mayor was the chief guest.",
    "The clinic was handed over in Quito on 4 May 2022. Ana Silva, the rector, witnessed it.",
    "The handover took place on 4 May 2022 in Loja.", "The presentation of the beds took place in Loja on 4 May 2022, in the presence of the mayor.",
    "The governor laid the foundation stone of a school in Loja on 4 May 2022.", "Two hundred cadets passed out in Loja on 4 May 2022.",
    "Fifty nurses received their diplomas on 4 May 2022 in the assembly hall.", "Volunteers were sworn in on 4 May 2022 in Loja.",
    "The boat was handed over in Loja on 4 May 2022 before about sixty neighbours.",
    "The clinic was handed over in Quito on 4 May 2022. The mayor presided over the function.",
    "The pumps were flagged off in Loja on 4 May 2022 by the mayor.",
    "Speaking at the launch of the fund in Loja on 4 May 2022, the mayor praised it.",
])
def test_ceremonies_by_who_was_there(text: str) -> None:
    assert [(one.type, one.dates) for one in events(text)] == [("ceremony", "2022-05-04")]


@pytest.mark.parametrize("text", [
    "The laboratory was opened on 4 May 2022.", "The company opened a shop in Quito on 4 May 2022.",
    "The presentation lasted an hour.", "The launch was delayed on 4 May 2022.", "The mayor opened the school in Loja before May 2019.",
    "Ana Silva signed the agreement on 4 May 2022.", "The minister opened his remarks on 4 May 2022 with a joke.",
])
def test_deeds_without_people(text: str) -> None:
    assert not any(one.type == "ceremony" for one in events(text))
