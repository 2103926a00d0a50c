"""Who did what an outcome tells, where the parse or the name does not say it plainly."""
from __future__ import annotations

import pytest

from newsfacts.model import Article
from newsfacts.pipeline import extract


def doer(text: str, kind: str) -> str | None:
    [one] = [one for one in extract(Article(source="a.txt", text=text, published="2026-05-04")).outcomes if one.type == kind]
    return None if one.agent is None else one.agent.name


@pytest.mark.parametrize(("text", "kind", "agent"), [
    ("The Marlow Trust completed the construction of a cyclone shelter in Bhola.", "established", "Marlow Trust"),
    ("The Marlow Trust's launch of a seed library pleased the growers.", "established", "Marlow Trust"),
    ("In Davao City, the Department of Forests on 4 April 2026 handed over a tractor to the Santos Centre.", "delivered", "Department of Forests"),
    ("The pact was signed on behalf of the Coconut Board by its chairman.", "agreed", "Coconut Board"),
    ("A letter of intent between Dorn Hospital and the Lerma Clinic was signed on Tuesday.", "agreed", "Dorn Hospital"),
    ("The agreement was signed in Accra by Dorn University and Lerma University.", "agreed", "Dorn University"),
    ("Pupils presented with laptops by Marlow Foundation", "delivered", "Marlow Foundation"),
    ("The parish priest, Father Juan Vela, opened a clinic in Lima.", "established", "Juan Vela"),
    ("The province of Cebu donated 12 tents to the school.", "delivered", "Cebu"),
    ("Ana Lopez, head of the Marlow Trust, said that it will give 12 tents to the school.", "delivered", "Marlow Trust"),
    ("Dorn Library and Lerma Library met. The two libraries signed an agreement on loans.", "agreed", "Dorn Library"),
    ("Under the Marlow Trust, 300 cooks were trained in Lima.", "trained", "Marlow Trust"),
    ("The tour cost 9,000 dollars and was funded by the Marlow Trust.", "funded", "Marlow Trust"),
    ("The Marlow Trust held a course on bread in Lima. Forty cooks completed the course.", "trained", "Marlow Trust"),
    ("Marlow Mills, a bakery with 27 workers, opened on Sunday.", "state", "Marlow Mills"),
    ("The delegation of the Fundação Mar Azul came in May. The Fundação donated 12 tents to the school.", "delivered", "Fundação Mar Azul"),
])
def test_doers_that_the_parse_or_the_name_hides(text: str, kind: str, agent: str) -> None:
    assert doer(text, kind) == agent


@pytest.mark.parametrize(("text", "kind"), [
    ("The priest donated 12 tents to the school.", "delivered"),
    ("The clinic was opened in Lima by popular demand.", "established"),
    ("The Municipality donated 12 tents to the school.", "delivered"),
    ("Dorn Library, Peru Library and Lerma Library met. The two libraries signed an agreement on loans.", "agreed"),
    ("Under the memorandum, 12 tents were given to the school.", "delivered"),
    ("We saw a mill in Lima, which has 58 employees.", "state"),
    ("A course on bread was held in Lima. Forty cooks completed the course.", "trained"),
    ("Ana Lopez said that it will give 12 tents to the school.", "delivered"),
])
def test_doers_that_are_not_named(text: str, kind: str) -> None:
    assert doer(text, kind) is None


def thing(text: str, kind: str) -> list[str | None]:
    return [one.object for one in extract(Article(source="a.txt", text=text, published="2026-05-04")).outcomes if one.type == kind]


@pytest.mark.parametrize(("text", "kind", "what"), [
    ("Dorn University trains nurses. It was founded in 1966.", "established", "Dorn University"),
    ("The Marlow Trust works in Lima. The trust was established in 1998.", "established", "Marlow Trust"),
    ("Many cooks left the Dorn Institute of Baking after it opened its doors in 2013.", "established", "Dorn Institute of Baking"),
    ("The Dorn Institute, a bakers' school founded in 1901, teaches 80 cooks.", "established", "Dorn Institute"),
    ("Founded in 1987 and based in Lima, the Marlow Trust is funded by the Dorn Institute.", "established", "Marlow Trust"),
    ("The board adopted the Dorn Guidelines on Counting Small Boats.", "produced", "Dorn Guidelines on Counting Small Boats"),
    ("Dorn University and Lerma University signed a memorandum of understanding on joint research.", "agreed", "memorandum of understanding on joint research"),
    ("In 2011 Dorn University and Lerma Hospital signed the Agreement of Twin Clinics.", "agreed", "Agreement of Twin Clinics"),
    ("The Guild was granted the title of “Keeper of Mountain Crafts”.", "awarded", "Keeper of Mountain Crafts"),
    ("The Society's highest distinction, the Dorn Gold Medal, went to Professor Ana Lopez.", "awarded", "Dorn Gold Medal"),
])
def test_objects_told_elsewhere_or_at_length(text: str, kind: str, what: str) -> None:
    assert thing(text, kind) == [what]


@pytest.mark.parametrize(("text", "kind"), [
    ("The day was sunny. It was founded in hope.", "established"),
    ("Dorn University has a new wing. It was built by Lerma.", "established"),
    ("The dairy will pay 36 dollars per sack, up from 27 dollars.", "funded"),
    ("The guests left about 31,000 dollars in bandages.", "funded"),
    ("The Dorn Institute opened its doors on Monday to twelve cooks.", "established"),
    ("The cooks paid their own flights.", "funded"),
    ("A cook wanted to know who will pay for the diesel.", "funded"),
    ("Each cook gets 150 dollars a month.", "funded"),
    ("The Marlow Trust gave half a million dollars more than in 2019.", "funded"),
])
def test_pronouns_that_stand_for_no_body_founded(text: str, kind: str) -> None:
    assert thing(text, kind) == []


@pytest.mark.parametrize(("text", "kind", "agent"), [
    ("The Minister of Ferries, Jone Tabua, commissioned an ice plant on Friday.", "established", "Jone Tabua"),
    ("Professor Ana Lopez received the Kolar Prize from the Marlow Foundation.", "awarded", "Marlow Foundation"),
    ("The Marlow Foundation honoured Ana Lopez with a medal for bravery.", "awarded", "Marlow Foundation"),
    ("Ana Lopez received the Kolar Prize.", "awarded", "Ana Lopez"),
    ("Thanks to the Marlow Foundation, the school in Lima has been renovated.", "established", "Marlow Foundation"),
])
def test_holders_givers_and_those_thanked(text: str, kind: str, agent: str) -> None:
    assert doer(text, kind) == agent


@pytest.mark.parametrize(("text", "kind", "where"), [
    ("The Marlow Trust published a report on coasts in Peru.", "produced", None),
    ("The Marlow Trust published a report in Peru.", "produced", "Peru"),
    ("The Marlow Trust opened an ice plant on Bonaire.", "established", "Bonaire"),
])
def test_places_of_deeds_not_of_topics(text: str, kind: str, where: str | None) -> None:
    [one] = [one for one in extract(Article(source="a.txt", text=text)).outcomes if one.type == kind]
    assert (None if one.place is None else one.place.name) == where


def test_what_opens_an_item_is_done_to_what_stands_behind() -> None:
    assert thing("The trust in March:\n\n- renovated the maternity ward of Dorn Hospital", "established") == ["maternity ward"]
