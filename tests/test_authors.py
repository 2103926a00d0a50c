"""Which body speaks as "we"."""
from __future__ import annotations

import pytest

from newsfacts.model import Article
from newsfacts.pipeline import extract

TOLD = "We flew to Lima in May. We held a two-day workshop there on 3 and 4 May 2019, and our nurses saw 45 people. "


@pytest.mark.parametrize("text", [
    "Marlow Foundation: spring news\n\n" + TOLD + "The Clinic of Saint Ann lent us its hall.\n",
    "*by Jo Hart, Marlow Foundation*\n\n" + TOLD + "The Clinic of Saint Ann lent us its hall.\n",
    "Spring news\n\n" + TOLD + "The Clinic of Saint Ann lent us its hall.\n\n— Jo Hart, trustee, Marlow Foundation\n",
    "Spring news\n\n" + TOLD + "The Clinic of Saint Ann lent us its hall. Since 1998 the Marlow Foundation has trained 450 nurses.\n",
    "Spring news\n\nAt the Clinic of Saint Ann we were received with songs. The Marlow Foundation, the happy bunch of us, likes songs. " + TOLD,
])
def test_bodies_that_speak_as_we(text: str) -> None:
    [one] = [one for one in extract(Article(source="a.txt", text=text)).events if one.type == "workshop"]
    assert [each.name for each in one.organisers] == ["Marlow Foundation"]


@pytest.mark.parametrize("text", [
    "Spring news\n\nAt the Clinic of Saint Ann we were received with songs. " + TOLD + "We thank the Clinic of Saint Ann.",
    "Spring news\n\n" + TOLD + "Three of us came from the Marlow Foundation, two from the Clinic of Saint Ann.",
])
def test_hosts_and_bodies_that_people_come_from_do_not_speak(text: str) -> None:
    [one] = [one for one in extract(Article(source="a.txt", text=text)).events if one.type == "workshop"]
    assert one.organisers == ()
