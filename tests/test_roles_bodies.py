"""What posts are in and who holds them, where marks, ranks, places and lists stand between."""
from __future__ import annotations

import pytest
from told import roles as told

from newsfacts import pipeline


@pytest.mark.parametrize(("text", "expected"), [
    ("TWK's Deputy Dean: Research and Innovation, Dr Thandi Nkosi, said so.", {("Thandi Nkosi", "Deputy Dean, Research and Innovation", "TWK")}),
    ("Executive Dean: Faculty of Optics, Prof Anna Botha, signed.", {("Anna Botha", "Executive Dean", "Faculty of Optics")}),
    ("Mayor of Rumoka Ana Prates left.", {("Ana Prates", "Mayor", "Rumoka")}),
    ("UNICEF's Chad representative Anna Keita agreed.", {("Anna Keita", "representative", "UNICEF")}),
    ("Mira Novak, a guest, who is also secretary of the Tarn Ports Authority, agreed.", {("Mira Novak", "secretary", "Tarn Ports Authority")}),
    ("According to manager Mira Novak from the charity Krok Upered, it works.", {("Mira Novak", "manager", "Krok Upered")}),
    ("Regional Commander of Police ACP Josephine Mwale spoke.", {("Josephine Mwale", "Regional Commander", None)}),
    ("The officers are: Chair – Joan Pike; Treasurer – Bob Lane.", {("Joan Pike", "Chair", None), ("Bob Lane", "Treasurer", None)}),
    ("Board members Ama Osei, Kojo Antwi and Yaa Boateng of the Anida Trust came.",
     {(name, "Board member", "Anida Trust") for name in ("Ama Osei", "Kojo Antwi", "Yaa Boateng")}),
    ("Lt. Gen. Nadia Wells, U.S. Army Supply Command Commanding General, came.", {("Nadia Wells", "Commanding General", "U.S. Army Supply Command")}),
    ("Director of Tarn Central Hospital, the region's main hospital, Mira Novak, was glad.", {("Mira Novak", "Director", "Tarn Central Hospital")}),
    ("It was signed by the Tarn Network's Secretary General, Judge Mira Novak.", {("Mira Novak", "Secretary General", "Tarn Network")}),
    ("Sani Musa\nDeputy Director/Head, Press Unit\n",
     {("Sani Musa", "Deputy Director", "Press Unit"), ("Sani Musa", "Head", "Press Unit")}),
    ("The imam of the Grand Mosque, and village chief Mamadou Ba, came.", {("Mamadou Ba", "village chief", None)}),
    ("The trainers, Mira Novak from the Cork School of Nursing and Jon Berg from Oslo, came.",
     {("Mira Novak", "trainer", None), ("Jon Berg", "trainer", None)}),
    ("Ulrike Maier, Programme Officer (Water), Helvetia Hilft\nTel. 031 555", {("Ulrike Maier", "Programme Officer (Water)", "Helvetia Hilft")}),
    ("Chef de Mission Paul Kagwa spoke.", {("Paul Kagwa", "Chef de Mission", None)}),
    ("They met the Mayor of Tarno 1, Mrs Ablavi Reis.", {("Ablavi Reis", "Mayor", "Tarno 1")}),
    ("It was opened by Minister of Maritime Affairs, Senator the Honourable Rudolph Carter.", {("Rudolph Carter", "Minister of Maritime Affairs", None)}),
    ("Mira Novak, international referee since 2003, taught.", {("Mira Novak", "international referee", None)}),
    ("The sabre fencer Rui Costa won.", {("Rui Costa", "sabre fencer", None)}),
    ("Tarn Riders SACCO chairperson Jumaa Mwacho spoke.", {("Jumaa Mwacho", "chairperson", "Tarn Riders SACCO")}),
    ("The head of the unit, Candidate of Medical Sciences Ostap Hnatyk, spoke.", {("Ostap Hnatyk", "head", None)}),
    ("Our Mayor Pro Tem, Mira Novak, signed.", {("Mira Novak", "Mayor Pro Tem", None)}),
    ("The Tarn Guild met. The Director of Public Hygiene, Dr. Rui Costa, spoke.", {("Rui Costa", "Director of Public Hygiene", None)}),
    ("It was led by the Chairman, Advocate Shah Talukder.", {("Shah Talukder", "Chairman", None)}),
    ("Tarno Zilla Parishad\nProceedings in brief, 7th sitting\n\nThe Parishad met at noon, the Chairman, Mr. Shah Talukder, presiding. It heard that "
     "forty ponds had been fenced and that two lessons a week were given in the schools of the villages by the river. It rose at two. It will meet "
     "again in June to hear what came of the fences, and to vote on the boats.\n",
     {("Shah Talukder", "Chairman", "Tarno Zilla Parishad")}),
    ("The Chinese medical team leader, Dr Zhao Ping, spoke.", {("Zhao Ping", "medical team leader", None)}),
])
def test_roles(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert expected <= told(text)


def test_a_further_item_of_a_list_is_no_post_of_the_name_before_it() -> None:
    assert told("Tarn Trust coordinator Mira Novak, ward administrators, and others came.") == {("Mira Novak", "coordinator", "Tarn Trust")}


def test_the_owner_of_a_post_is_no_holder() -> None:
    assert told("Also there was Alhaji Bello Gusau, the Emir's representative.") == {("Bello Gusau", "representative", None)}


@pytest.mark.parametrize(("text", "expected"), [
    ("Treasurer: Mr Don Hartley.", {"Don Hartley"}),
    ("President Johnson D' Souza spoke.", {"Johnson D' Souza"}),
    ("Hon. Peter Ochieng', a lawyer, spoke.", {"Peter Ochieng"}),
    ("The gift is called ‘Ana Kalvi’ by all.", set()),
    ("The Permanent Secretary Offices are full.", set()),
    ("She is off to Prince George to study.", set()),
    ("Belinda Weaver said so.", {"Belinda Weaver"}),
    ("Gabon-based Tarn Labs sent two.", set()),
])
def test_names(text: str, expected: set[str]) -> None:
    assert {person.name for person in pipeline.extract(text).people} == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("The National Health Service ran it.", {"National Health Service"}),
    ("The U.S. Ambassador to Ghana Virginia Palmer met the Ghana Ports Authority.", {"Ghana Ports Authority"}),
    ("They met the chairman of the Joint Chiefs of Staff.", {"Joint Chiefs of Staff"}),
    ("It was part of exercise Saber Guardian.", set()),
])
def test_bodies(text: str, expected: set[str]) -> None:
    assert {body.name for body in pipeline.extract(text).organisations} == expected
