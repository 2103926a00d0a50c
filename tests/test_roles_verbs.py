"""Who heads what by a verb, what is said of a person between name and post, which words of a post are a field or a region and which a body."""
from __future__ import annotations

import pytest
from told import roles as told


@pytest.mark.parametrize(("text", "expected"), [
    ("The Lake Basin Health Alliance (LBHA) sent two trucks. Musa Okello, who heads LBHA, said the roads were bad.",
     {("Musa Okello", "head", "Lake Basin Health Alliance")}),
    ("The Tide Research Centre (TRC) opened a lab. The ribbon was cut by Ms. Ines Calder, who has headed the TRC since 2014.",
     {("Ines Calder", "head", "Tide Research Centre")}),
    ("Anna Petrova heads the training unit at the Volga Clinic.", {("Anna Petrova", "head", "training unit")}),
    ("Ruth Amadi came by boat. She heads the Provincial Office for Water.", {("Ruth Amadi", "head", "Provincial Office for Water")}),
])
def test_who_heads_a_body_is_its_head(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize("text", [
    "Tim Moss heads a list of runners.",
    "Paula Reyes headed home on Monday.",
    "Omar Diallo, who leads the choir, sang.",
    "Boats of the Coast Guard headed by night for Leyte, said Ana Cruz.",
])
def test_other_verbs_and_objects_make_no_head(text: str) -> None:
    assert not {role for role in told(text) if role[1] == "head"}


@pytest.mark.parametrize(("text", "expected"), [
    ("Capt. Ben Orr, left, a nurse practitioner with the 44th Field Clinic, checks a kit.", {("Ben Orr", "nurse practitioner", "44th Field Clinic")}),
    ("Course director was Kenta Mori, 6th dan, a lecturer at Hama University in Kobe.", {("Kenta Mori", "lecturer", "Hama University")}),
    ("Amal Idris, Secretary General of the Coast Union and herself a trainee, was moved.",
     {("Amal Idris", "Secretary General", "Coast Union"), ("Amal Idris", "trainee", None)}),
    ("Present was engineer Paul Osei, of the National Water Laboratory in Accra.", {("Paul Osei", "engineer", "National Water Laboratory")}),
    ("The county hired two of them, Sam Otim and Joy Auma, as data clerks.", {("Sam Otim", "data clerk", None), ("Joy Auma", "data clerk", None)}),
    ("The coordinator general of the Oficina Andaluza de Salud (OAS), Pilar Ruiz, came.", {("Pilar Ruiz", "coordinator general", "Oficina Andaluza de Salud")}),
    ("Enquiries: Sara Wyss, Media Officer ADB Foundation, Berne", {("Sara Wyss", "Media Officer", "ADB Foundation")}),
])
def test_words_between_a_name_and_a_post_part_them_not(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_a_guest_behind_a_remark_keeps_his_own_post() -> None:
    assert ("Lia Poe", "director", "Hill Museum") not in told("With Lia Poe, aged nine, the director of the Hill Museum, Max Orr, cut the cake.")


@pytest.mark.parametrize(("text", "expected"), [
    ("Present was the Kogi State health officer Musa Bello.", {("Musa Bello", "health officer", "Kogi State")}),
    ("Lusaka Province education officer Lewis Daka handed over the cups.", {("Lewis Daka", "education officer", "Lusaka Province")}),
    ("The Minister of Public Service of Vanuatu, Jon Kal, came.", {("Jon Kal", "Minister of Public Service", "Vanuatu")}),
    ("Anna Bell, Head of Structures, Northern Board, spoke.", {("Anna Bell", "Head of Structures", "Northern Board")}),
    ("Tom Ray, Director of Field Operations at the Bureau of Maps, spoke.", {("Tom Ray", "Director of Field Operations", "Bureau of Maps")}),
    ("Green Steps is a charity. Ned Orr, head of Green Steps, spoke.", {("Ned Orr", "head", "Green Steps")}),
])
def test_regions_and_fields_are_told_from_bodies(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_an_official_is_not_given_to_the_body_that_the_article_is_about() -> None:
    text = """Lens Foundation opens clinic

The Lens Foundation opened a clinic in Kitwe on Monday. The Lens Foundation has 40 staff. The Lens Foundation was founded in 1990.

Permanent Secretary Ruth Banda cut the ribbon. Chief executive Tim Moor thanked her."""
    assert ("Tim Moor", "Chief executive", "Lens Foundation") in told(text)
    assert ("Ruth Banda", "Permanent Secretary", None) in told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The minutes were read and agreed.\n\nDone at Kara, 3 May 2021\n\nThe Secretary General,\nKomi d'Almeida\n",
     {("Komi d'Almeida", "Secretary General", None)}),
    ("The minutes were read and agreed.\n\nThe rapporteurs\nAfi Mensah (Togo)\nJean Yao (Benin)\n",
     {("Afi Mensah", "rapporteur", None), ("Jean Yao", "rapporteur", None)}),
])
def test_names_stand_in_the_lines_below_their_title(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The Oaxaca Sports Institute (OSI), headed by Luis Olvera, paid.", {("Luis Olvera", "head", "Oaxaca Sports Institute")}),
    ("The jury, headed by the Egyptian scientist Dr. Hoda Shafik, met.", {("Hoda Shafik", "head", None)}),
    ("Dr Hile Shikongo succeeds Mr Dieter Rust as President.", {("Hile Shikongo", "President", None)}),
    ("Annette Tari will run the wing as unit manager.", {("Annette Tari", "unit manager", None)}),
    ("Anete Berzina is a second-year student at the Vidzeme College.", {("Anete Berzina", "second-year student", "Vidzeme College")}),
    ("Mr Lebo Seeiso, GIS Analyst, came.", {("Lebo Seeiso", "GIS Analyst", None)}),
])
def test_verbs_brackets_and_words_before_a_name_part_no_post_from_it(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_who_is_succeeded_keeps_no_post() -> None:
    assert not {role for role in told("Dr Hile Shikongo succeeds Mr Dieter Rust as President.") if role[0] == "Dieter Rust"}


@pytest.mark.parametrize(("text", "expected"), [
    ("The money came from the software house Globolab; its CEO and co-founder, Martin Ruiz, sat on the jury.",
     {("Martin Ruiz", "CEO", "Globolab"), ("Martin Ruiz", "co-founder", "Globolab")}),
    ("Among them was Dr. Ulrike Brand (head teacher, Gymnasium am See).", {("Ulrike Brand", "head teacher", "Gymnasium am See")}),
    ("Led by the Pro-Vice-Chancellor (International), Professor Yvette Broad, the group arrived.",
     {("Yvette Broad", "Pro-Vice-Chancellor (International)", None)}),
    ("With her was Dr Imran Sadiq, Reader in Coastal Law.", {("Imran Sadiq", "Reader in Coastal Law", None)}),
    ("Janggu drummer Lee Ga-eun drummed.", {("Lee Ga-eun", "Janggu drummer", None)}),
    ("Nurse anesthetist Kim Bell of the 118th Field Hospital came.", {("Kim Bell", "Nurse anesthetist", "118th Field Hospital")}),
])
def test_owners_brackets_and_subjects_go_with_the_post(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_readers_of_a_paper_hold_no_post() -> None:
    assert not told("Every reader in Accra knows her, said Ana Cruz. A reader, Tom Lee of Cape Coast, wrote to us.")


@pytest.mark.parametrize(("text", "expected"), [
    ("Shri Arvind Rao, High Commissioner of India to Tanzania and Permanent Representative to the East African Community, spoke.",
     {("Arvind Rao", "High Commissioner to Tanzania", "India"), ("Arvind Rao", "Permanent Representative", "India")}),
    ("The patients were seen by Dr. Godlove Masso, a Tanzanian surgeon trained at Madurai.", {("Godlove Masso", "surgeon", None)}),
    ("The jury met in Lima. Dawit Geb, a licensed grader from the Tea Authority, led.", {("Dawit Geb", "licensed grader", "Tea Authority")}),
    ("A drawing by Tadhg Conroy, partner in Conroy Shaw Architects, goes in.", {("Tadhg Conroy", "partner", "Conroy Shaw Architects")}),
    ("Henning Olt, Professor of Process Engineering at HLM, spoke.", {("Henning Olt", "Professor of Process Engineering", "HLM")}),
    ("Abdul Karim, a farmer of Tahir upazila, waited.", {("Abdul Karim", "farmer", None)}),
    ("Surma Government College Principal Prof Ayesha Sid spoke.", {("Ayesha Sid", "Principal", "Surma Government College")}),
    ("The Port Services Company spoke. Its general manager and board secretary, Errol Charl, said it.",
     {("Errol Charl", "general manager", "Port Services Company"), ("Errol Charl", "board secretary", "Port Services Company")}),
    ("The Ministry of Education gave seats. Chief Training Officer Marva Eug, of the Ministry's Human Resource Unit, spoke.",
     {("Marva Eug", "Chief Training Officer", "Human Resource Unit")}),
])
def test_pairs_fields_homes_and_heads_of_bodies_are_read(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The team met.\n\nSurgeons – Teresa Lima (head of mission), Duarte Pinto, Nikolai Dragan\nNurses – Carla Antunes\n",
     {("Duarte Pinto", "Surgeon", None), ("Nikolai Dragan", "Surgeon", None)}),
    ("Dr. Nahla Shoukry, consultant of ophthalmology and supervisor of training, spoke.",
     {("Nahla Shoukry", "consultant of ophthalmology", None), ("Nahla Shoukry", "supervisor of training", None)}),
])
def test_lists_behind_dashes_and_pairs_of_fields(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The Hill Hospital works in Kara.\n\nThe Hill Hospital team consisted of:\n\n– Dr Jola Mroz, head of nursing\n– Tymon Rad, wood technologist\n",
     {("Jola Mroz", "head of nursing", "Hill Hospital"), ("Tymon Rad", "wood technologist", "Hill Hospital")}),
    ("The Karo Society of Nurses (KSN) met.\n\nThe following were elected:\n\nPresident-elect: Tamar Zhan\nSecretary: Levan Kik\n",
     {("Tamar Zhan", "President-elect", "Karo Society of Nurses"), ("Levan Kik", "Secretary", "Karo Society of Nurses")}),
])
def test_a_heading_tells_the_body_of_those_listed_under_it(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_guests_listed_under_a_house_are_not_its_officers() -> None:
    text = "Among the guests at the Hill Hospital:\n\n- Ana Lee, mayor\n- Tim Orr, chairman\n"
    assert told(text) == {("Ana Lee", "mayor", None), ("Tim Orr", "chairman", None)}
