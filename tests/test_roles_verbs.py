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
    ("Head coach was Kenta Mori, 6th dan, a lecturer of Hama University.", {("Kenta Mori", "lecturer", "Hama University")}),
    ("Lena Koch, treasurer of the Coast Union and herself a nurse, swam.",
     {("Lena Koch", "treasurer", "Coast Union"), ("Lena Koch", "nurse", None)}),
    ("Present was engineer Paul Osei, of the National Water Laboratory in Accra.", {("Paul Osei", "engineer", "National Water Laboratory")}),
    ("The county hired two of them, Sam Otim and Joy Auma, as data clerks.", {("Sam Otim", "data clerk", None), ("Joy Auma", "data clerk", None)}),
    ("The coordinator general of the Centro Galego de Auga (CGA), Pilar Ruiz, came.", {("Pilar Ruiz", "coordinator general", "Centro Galego de Auga")}),
    ("Enquiries: Sara Wyss, Media Officer ADB Foundation, Berne", {("Sara Wyss", "Media Officer", "ADB Foundation")}),
])
def test_words_between_a_name_and_a_post_part_them_not(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_a_guest_behind_a_remark_keeps_his_own_post() -> None:
    assert ("Lia Poe", "director", "Hill Museum") not in told("With Lia Poe, aged nine, the director of the Hill Museum, Max Orr, cut the cake.")


@pytest.mark.parametrize(("text", "expected"), [
    ("Present was the Kogi State health officer Musa Bello.", {("Musa Bello", "health officer", "Kogi State")}),
    ("Lusaka Province education officer Lewis Daka handed over the cups.", {("Lewis Daka", "education officer", "Lusaka Province")}),
    ("The Minister of Rural Roads of Samoa, Jon Kal, came.", {("Jon Kal", "Minister of Rural Roads", "Samoa")}),
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
    ("The minutes were read and agreed.\n\nSigned at Lome, 3 May 2021\n\nThe Registrar General,\nKoffi Mensah\n",
     {("Koffi Mensah", "Registrar General", None)}),
    ("The minutes were read and agreed.\n\nThe secretaries\nAma Boateng (Ghana)\nPaul Yao (Benin)\n",
     {("Ama Boateng", "secretary", None), ("Paul Yao", "secretary", None)}),
])
def test_names_stand_in_the_lines_below_their_title(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The Oaxaca Dance Institute (ODI), headed by Luis Vega, paid.", {("Luis Vega", "head", "Oaxaca Dance Institute")}),
    ("The panel, headed by the Peruvian chemist Dr. Rosa Villar, met.", {("Rosa Villar", "head", None)}),
    ("Dr Lena Amadi replaces Mr Otto Brand as Treasurer.", {("Lena Amadi", "Treasurer", None)}),
    ("Annette Moore will run the wing as unit manager.", {("Annette Moore", "unit manager", None)}),
    ("Petra Novak is a first-year student of the Kladno College.", {("Petra Novak", "first-year student", "Kladno College")}),
    ("Mr Thabo Nkosi, GIS Analyst, came.", {("Thabo Nkosi", "GIS Analyst", None)}),
])
def test_verbs_brackets_and_words_before_a_name_part_no_post_from_it(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_who_is_succeeded_keeps_no_post() -> None:
    assert not {role for role in told("Dr Lena Amadi replaces Mr Otto Brand as Treasurer.") if role[0] == "Otto Brand"}


@pytest.mark.parametrize(("text", "expected"), [
    ("The prizes came from the software house Globolab; its director and co-founder, Ivo Ruiz, sang.",
     {("Ivo Ruiz", "director", "Globolab"), ("Ivo Ruiz", "co-founder", "Globolab")}),
    ("Present: Dr. Ulrike Brand (deputy head, Lyzeum am Tor).", {("Ulrike Brand", "deputy head", "Lyzeum am Tor")}),
    ("Guided by the Vice-Rector (Research), Professor Ilse Brandt, they left.",
     {("Ilse Brandt", "Vice-Rector (Research)", None)}),
    ("Among them was Dr Paul Adeyemi, Reader in Soil Physics.", {("Paul Adeyemi", "Reader in Soil Physics", None)}),
    ("Taiko drummer Mori Ken drummed.", {("Mori Ken", "Taiko drummer", None)}),
    ("Nurse anesthetist Kim Bell of the 118th Field Hospital came.", {("Kim Bell", "Nurse anesthetist", "118th Field Hospital")}),
])
def test_owners_brackets_and_subjects_go_with_the_post(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_readers_of_a_paper_hold_no_post() -> None:
    assert not told("Every reader in Accra knows her, said Ana Cruz. A reader, Tom Lee of Cape Coast, wrote to us.")


@pytest.mark.parametrize(("text", "expected"), [
    ("Mr Paul Tan, Ambassador of Singapore to Chile and Permanent Delegate, spoke.",
     {("Paul Tan", "Ambassador to Chile", "Singapore"), ("Paul Tan", "Permanent Delegate", "Singapore")}),
    ("The work was led by Dr. Peter Mwale, a Malawian dentist who had studied in Lyon.", {("Peter Mwale", "dentist", None)}),
    ("The jury met in Lima. Omar Said, a certified taster from the Cocoa Authority, was there.", {("Omar Said", "certified taster", "Cocoa Authority")}),
    ("A plan by Maud Ryan, partner in Ryan Cole Surveyors, was burnt.", {("Maud Ryan", "partner", "Ryan Cole Surveyors")}),
    ("Lars Berg, Professor of Food Chemistry at NTV, spoke.", {("Lars Berg", "Professor of Food Chemistry", "NTV")}),
    ("Rafiq Islam, a fisherman of Char upazila, waited.", {("Rafiq Islam", "fisherman", None)}),
    ("Kisoro Memorial College Principal Prof Ruth Akello spoke.", {("Ruth Akello", "Principal", "Kisoro Memorial College")}),
    ("The Delta Ferry Company answered. Its finance manager and works manager, Errol Charl, wrote.",
     {("Errol Charl", "finance manager", "Delta Ferry Company"), ("Errol Charl", "works manager", "Delta Ferry Company")}),
    ("The Ministry of Works sent trucks. Chief Survey Officer Lia Fox, of the Ministry's Bridge Unit, drove.",
     {("Lia Fox", "Chief Survey Officer", "Bridge Unit")}),
])
def test_pairs_fields_homes_and_heads_of_bodies_are_read(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The team met.\n\nDentists – Teresa Lima (team leader), Duarte Pinto, Nikolai Dragan\nCooks – Carla Alves\n",
     {("Duarte Pinto", "Dentist", None), ("Nikolai Dragan", "Dentist", None)}),
    ("Dr. Salma Aziz, consultant of dermatology and coordinator of studies, spoke.",
     {("Salma Aziz", "consultant of dermatology", None), ("Salma Aziz", "coordinator of studies", None)}),
])
def test_lists_behind_dashes_and_pairs_of_fields(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The Hill Hospital works in Kara.\n\nThe Hill Hospital team consisted of:\n\n– Dr Jola Mroz, head of nursing\n– Tymon Rad, boat carpenter\n",
     {("Jola Mroz", "head of nursing", "Hill Hospital"), ("Tymon Rad", "boat carpenter", "Hill Hospital")}),
    ("The Karo Society of Nurses (KSN) met.\n\nThe following were elected:\n\nChairwoman-elect: Nino Abash\nTreasurer: Goga Lomi\n",
     {("Nino Abash", "Chairwoman-elect", "Karo Society of Nurses"), ("Goga Lomi", "Treasurer", "Karo Society of Nurses")}),
])
def test_a_heading_tells_the_body_of_those_listed_under_it(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_guests_listed_under_a_house_are_not_its_officers() -> None:
    text = "Among the guests at the Hill Hospital:\n\n- Ana Lee, mayor\n- Tim Orr, chairman\n"
    assert told(text) == {("Ana Lee", "mayor", None), ("Tim Orr", "chairman", None)}
