"""Who holds what where nothing but words stand between a body and a name, where people are chosen or listed, where a title is no word of a list."""
from __future__ import annotations

import pytest
from told import roles as told

from newsfacts import pipeline


@pytest.mark.parametrize(("text", "expected"), [
    ("President of Karo Chamber of Weavers Bikash Golyan demanded that the market be kept open.", {("Bikash Golyan", "President", "Karo Chamber of Weavers")}),
    ("Minister for Water of Karo Province Bhim Limbu informed that the pumps had come.", {("Bhim Limbu", "Minister for Water", "Karo Province")}),
    ("The Vice Chairwoman of the provincial People's Committee Luong Thi Mai came.", {("Luong Thi Mai", "Vice Chairwoman", "People's Committee")}),
    ("The associate professor of the Department of Optics of the Omsk Academy I. S. Drobina spoke.",
     {("I. S. Drobina", "associate professor", "Department of Optics of the Omsk Academy")}),
    ("The director of the Kazan company “Polus Med” Rinat Sabirov signed.", {("Rinat Sabirov", "director", "Polus Med")}),
    ("The rector of the Omsk Academy, candidate of veterinary sciences Ruslan Gilman, spoke.", {("Ruslan Gilman", "rector", "Omsk Academy")}),
    ("It was given to the Deputy Regent of East Karo Drs. Markus Randa.", {("Markus Randa", "Deputy Regent", "East Karo")}),
    ("The Grain Research Station of Osh sent seed. Dr. Timur Akhmet, director of the station, came.",
     {("Timur Akhmet", "director", "Grain Research Station of Osh")}),
])
def test_a_name_stands_right_behind_the_body(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("A course begins on Sunday; teachers are Lorna Bailey and Tarek Masri.", {("Lorna Bailey", "teacher", None), ("Tarek Masri", "teacher", None)}),
    ("Researchers Ann Bell and Tom Reed from the Delta Institute agreed.",
     {("Ann Bell", "Researcher", "Delta Institute"), ("Tom Reed", "Researcher", "Delta Institute")}),
    ("The Harbour Guild elected Mr Jonas Brandt (Oslo) as Chair, and Ole Vik and Per Dahl as Secretaries.",
     {("Jonas Brandt", "Chair", "Harbour Guild"), ("Ole Vik", "Secretary", "Harbour Guild"), ("Per Dahl", "Secretary", "Harbour Guild")}),
    ("They plan to keep one engineer, Jae Won, in the town.", {("Jae Won", "engineer", None)}),
])
def test_people_are_listed_or_chosen(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The coach, the Kenyan Paul Kibet, ran.", {("Paul Kibet", "coach", None)}),
    ("Amara Sow, Jaraaf of the Lebou Council, came.", {("Amara Sow", "Jaraaf", "Lebou Council")}),
    ("Driver-trainer Paul Moto drove.", {("Paul Moto", "Driver-trainer", None)}),
    ("The centre has one full-time surgeon, Dr. Yussif Bako.", {("Yussif Bako", "surgeon", None)}),
    ("Agriculture and Export Minister Lorne Fontaine led the group.", {("Lorne Fontaine", "Agriculture and Export Minister", None)}),
    ("Zila Shiksha Officer Ram Das came.", {("Ram Das", "Zila Shiksha Officer", None)}),
    ("Md Rafiq Islam was the chief guest.", {("Md Rafiq Islam", "chief guest", None)}),
    ("The keys were given by BLK Division Head Agus Hadi.", {("Agus Hadi", "Division Head", "BLK")}),
])
def test_titles_of_several_words(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


@pytest.mark.parametrize("text", [
    "The teachers are tired. Lorna Bailey left.",
    "Amara Sow, Dakar, came. Ole Vik, Sunday of the Fair, was there.",
    "Nurses were trained by Ann Bell.",
])
def test_what_gives_no_role(text: str) -> None:
    assert not told(text)


def test_initials_behind_a_title_are_part_of_the_name() -> None:
    assert {person.name for person in pipeline.extract("The union chairman GM Shahid Alam presided.").people} == {"GM Shahid Alam"}


@pytest.mark.parametrize(("text", "expected"), [
    ("It rents a shed from the Karo Farmers' Union.", {"Karo Farmers' Union"}),
    ("The coats were paid for by Wantok Hardware.", {"Wantok Hardware"}),
    ("The Karo provincial government gave it, as the Chinese government said.", {"Karo provincial government"}),
    ("Nuri Soft, a Daegu start-up with 27 workers, has offered jobs.", {"Nuri Soft"}),
    ("A report by the consultancy Terskel Analys came.", {"Terskel Analys"}),
    ("The Karo Grain Station of Kazakhstan sent seed to the Red Cross Society of China.", {"Karo Grain Station", "Red Cross Society of China"}),
    ("Awa Ndoy (SEN) won before Ana Reis (POR) and Jon Berg (NOR).", set()),
    ("The Ministry of Sea and Inland Waters called the West Coast Search and Rescue Centre.",
     {"Ministry of Sea and Inland Waters", "West Coast Search and Rescue Centre"}),
    ("Ole Balo, Lecturer in Optics, Fenland Medical School – plans films.", {"Fenland Medical School"}),
    ("Bishop Ioan of Nikoz came.", set()),
])
def test_names_of_bodies_by_their_signs(text: str, expected: set[str]) -> None:
    assert {body.name for body in pipeline.extract(text).organisations} == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Ms. Karin Alden, GRHF Representative, recalled this.", {("Karin Alden", "Representative", "GRHF")}),
    ("Pema Choden and Karma Tsering, both final-year students of law, want drones.",
     {("Pema Choden", "final-year student of law", None), ("Karma Tsering", "final-year student of law", None)}),
    ("They came with an electrophysiologist, Jordi Mas.", {("Jordi Mas", "electrophysiologist", None)}),
    ("Mr. Kelvin Siach and Ms. Ilse Thor will be its co-chairs.", {("Kelvin Siach", "co-chair", None), ("Ilse Thor", "co-chair", None)}),
    ("Lena Vogt, ward sister at the Second Clinic, names two things.", {("Lena Vogt", "ward sister", "Second Clinic")}),
    ("The Bishop of the Diocese of East Karo, the Rt. Rev. Sam Oryem, took stools.", {("Sam Oryem", "Bishop", "Diocese of East Karo")}),
    ("Dr. Juris Ozols, secretary general of the Latvian Union of Weavers, joined.", {("Juris Ozols", "secretary general", "Latvian Union of Weavers")}),
    ("Senior Superintendent of Prisons Grace Nambi said so.", {("Grace Nambi", "Senior Superintendent of Prisons", None)}),
])
def test_roles_beside_names(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)
