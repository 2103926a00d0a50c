"""Counts: value, head noun, comparator, kind; what is no count."""
from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts.components import mention
from newsfacts.components.comparators import after, before
from newsfacts.components.count_nouns import singular
from newsfacts.components.counts import counts

Told = tuple[float, str | None, str, str]


def read(nlp: Language, text: str) -> list[mention.CountValue]:
    return [mention.value_of(span) for span in mention.mentions(counts(nlp(text)), "counts")]


def told(nlp: Language, text: str) -> list[Told]:
    return [(value.value, value.of, value.comparator, value.kind) for value in read(nlp, text)]


def plain(nlp: Language, text: str) -> list[tuple[float, str | None]]:
    return [(value.value, value.of) for value in read(nlp, text)]


def test_numbers_in_brackets_count_what_the_list_counts(nlp: Language) -> None:
    assert plain(nlp, "Nine nurses from Chad (1), Mali (1) and Togo (7) came.") == [(9, "nurse"), (1, "nurse"), (1, "nurse"), (7, "nurse")]


def test_one_thing_of_a_list_is_not_of_the_next_plural(nlp: Language) -> None:
    assert plain(nlp, "The gift includes two washers, one drier, beds, trolleys and a scale.") == [(2, "washer"), (1, "drier")]


@pytest.mark.parametrize(("text", "expected"), [
    ("The school trained 19 young midwives.", (19, "midwife")),
    ("Visitors came from sixteen developing countries.", (16, "country")),
    ("The fund helped 1,340 Malian and Chadian families.", (1340, "family")),
    ("They sent five sets of equipment.", (5, "set")),
    ("The ministry hired 17 doctors and nurses.", (17, "doctor")),
    ("About the college: it has 70 personnel.", (70, "personnel")),
    ("The clinic opened a 16-bed ward.", (16, "bed")),
    ("A six-member team left on Sunday.", (6, "member")),
    ("She met 12 women's groups.", (12, "group")),
    ("They taught 66 schoolchildren to swim.", (66, "schoolchild")),
    ("He has four grandchildren.", (4, "grandchild")),
    ("The two countries will meet again.", (2, "country")),
    ("The number of pilots reached 90.", (90, "pilot")),
    ("Thirty-five (35) officers attended.", (35, "officer")),
    ("It treated 1.200 patients.", (1200, "patient")),
    ("The college hosts the 110 other participants.", (110, "participant")),
    ("Of the cooks, nine will work abroad.", (9, "cook")),
    ("We work with a team of eight.", (8, "person")),
    ("It has a staff of 50.", (50, "staff")),
    ("The 5,000 winter coats are lost.", (5000, "coat")),
    ("Four of us walked home.", (4, "person")),
])
def test_the_head_noun(nlp: Language, text: str, expected: tuple[float, str]) -> None:
    assert plain(nlp, text) == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("The firm hired nine of the pilots; the other three left.", [(9, "pilot"), (3, "pilot")]),
    ("Officials said 60 goats were ill. Of these, 50 were treated and ten sold.", [(60, "goat"), (50, "goat"), (10, "goat")]),
    ("Only six out of 14 pupils passed.", [(6, "pupil"), (14, "pupil")]),
    ("The three ports shipped 7, 9 and 30 tents respectively.", [(3, "port"), (7, "tent"), (9, "tent"), (30, "tent")]),
    ("The 11 cooks are from Peru (8) and Chile (3).", [(11, "cook"), (8, "cook"), (3, "cook")]),
    ("The team won three gold and two silver medals.", [(3, "medal"), (2, "medal")]),
    ("Of 20 kits six will arrive late.", [(20, "kit"), (6, "kit")]),
    ("The camp gave jabs to 310 goats; the next should reach as many as 600.", [(310, "goat"), (600, "goat")]),
    ("The course was the first of six in Harare.", [(6, "course")]),
    ("The lab received two microscopes and one incubator.", [(2, "microscope"), (1, "incubator")]),
    ("- Nurses trained: 45\n- Midwives: 12\n", [(45, "nurse"), (12, "midwife")]),
    ("| Country | Trainees |\n|---|---|\n| Nepal | 7 |\n| Bhutan | 5 |\n", [(7, "trainee"), (5, "trainee")]),
])
def test_a_noun_is_supplied(nlp: Language, text: str, expected: list[tuple[float, str]]) -> None:
    assert plain(nlp, text) == expected


@pytest.mark.parametrize(("phrase", "comparator"), [
    ("more than 50", "more_than"), ("over 50", "more_than"), ("upwards of 50", "more_than"), ("at least 50", "at_least"), ("no fewer than 50", "at_least"),
    ("nearly 50", "about"), ("some 50", "about"), ("an estimated 50", "about"), ("about 50", "about"), ("up to 50", "up_to"), ("a maximum of 50", "up_to"),
    ("fewer than 50", "less_than"), ("a total of 50", "exactly"), ("50 or more", "at_least"), ("50+", "at_least"), ("50-odd", "about"),
])
def test_the_comparator(nlp: Language, phrase: str, comparator: str) -> None:
    assert told(nlp, f"The camp reached {phrase} villages.") == [(50, "village", comparator, "count")]


def test_and_more_than_hedges_the_next_count_only(nlp: Language) -> None:
    assert told(nlp, "The league has 14 clubs and more than 300 rowers.") == [(14, "club", "exactly", "count"), (300, "rower", "more_than", "count")]


def test_a_dozen_is_about_twelve(nlp: Language) -> None:
    assert told(nlp, "She invited a dozen farmers.") == [(12, "farmer", "about", "count")]


def test_over_as_a_preposition_hedges_nothing(nlp: Language) -> None:
    assert told(nlp, "The farm is spread over 70 hectares.") == [(70, "hectare", "exactly", "measure")]


@pytest.mark.parametrize("phrase", ["10-15 doctors", "10 to 15 doctors", "between 10 and 15 doctors"])
def test_a_range_is_two_counts(nlp: Language, phrase: str) -> None:
    assert told(nlp, f"The plan needs {phrase}.") == [(10, "doctor", "at_least", "count"), (15, "doctor", "up_to", "count")]


def test_the_scale_of_a_range_is_that_of_its_end(nlp: Language) -> None:
    assert [value.value for value in read(nlp, "It will cost $10-15 million.")] == [10000000, 15000000]


def test_a_change_is_no_range(nlp: Language) -> None:
    assert told(nlp, "The ward was extended from 6 to 20 cots.") == [(6, "cot", "exactly", "count"), (20, "cot", "exactly", "count")]


@pytest.mark.parametrize(("text", "value", "code"), [
    ("The grant is $6.1 million.", 6100000, "USD"), ("They paid USD 64,300.", 64300, "USD"), ("A gift of EUR 90,000 came.", 90000, "EUR"),
    ("India gave Rs 5 crore.", 50000000, "INR"), ("Pakistan spent 5 lakh rupees.", 500000, "PKR"), ("China gave RMB 75,000.", 75000, "CNY"),
    ("Togo paid 2.7 billion CFA francs.", 2700000000, "XOF"), ("Gabon paid 20 million CFA francs.", 20000000, "XAF"), ("It cost A$2m.", 2000000, "AUD"),
    ("It cost FJ$50,000.", 50000, "FJD"), ("The club raised 7,200 euros.", 7200, "EUR"), ("Kenya paid Sh3.5 million.", 3500000, "KES"),
    ("Fiji will spend $2 million in Fiji this year.", 2000000, "FJD"), ("The prize is worth 900 Jordanian dinars.", 900, "JOD"),
    ("It cost 6.3 million won.", 6300000, "KRW"), ("A ticket is 50 cents.", 0.5, "USD"), ("Nigeria spent N45 million.", 45000000, "NGN"),
    ("It is worth sbd$630,000.", 630000, "SBD"),
    ("The pump cost gh¢300.", 300, "GHS"),
    ("The wharf cost VT 6 million.", 6000000, "VUV"), ("The prize was NLe 7,500.", 7500, "SLE"), ("The roof cost MK 850,000.", 850000, "MWK"),
    ("The pier cost BDS $71,000.", 71000, "BBD"),
])
def test_money(nlp: Language, text: str, value: float, code: str) -> None:
    assert told(nlp, text) == [(value, code, "exactly", "money")]


def test_the_rest_of_an_amount_is_money_too(nlp: Language) -> None:
    assert plain(nlp, "It cost 8 million euros, of which 3 million is spent.") == [(8000000, "EUR"), (3000000, "EUR")]


def test_pounds_of_goods_are_a_measure(nlp: Language) -> None:
    assert told(nlp, "The lorry carried 4,500 pounds of rice.") == [(4500, "pound", "exactly", "measure")]


@pytest.mark.parametrize("text", ["N95 masks were given out.", "COP28 was held in Dubai.", "The pupils learned about SDG 4."])
def test_letters_that_are_no_currency(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


@pytest.mark.parametrize(("text", "of"), [
    ("Some 40 per cent of households have water.", "household"), ("The clinic saw many people (70% men).", "man"), ("The output was cut by 8 per cent.",
    "output"),
])
def test_percent(nlp: Language, text: str, of: str) -> None:
    assert [(value.of, value.kind) for value in read(nlp, text)] == [(of, "percent")]


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("They gave 8.5 tonnes of flour.", 8.5, "tonne"), ("The park covers 1,730 km2.", 1730, "square kilometre"), ("A 700-metre road was paved.", 700, "metre"),
    ("The plant gives 2MW.", 2, "megawatt"), ("A hall of 250 square metres was rented.", 250, "square metre"),
    ("The roof bears winds of 190 km/h.", 190, "km/h"),
])
def test_measures(nlp: Language, text: str, value: float, unit: str) -> None:
    assert told(nlp, text) == [(value, unit, "exactly", "measure")]


@pytest.mark.parametrize("text", [
    "It ran from 7 to 9 April 2014.", "On 2 and 3 October 2015 they met.", "They met on March 4, 2011 at 9:15 am.", "It lasted two weeks.",
    "She took a 15-day course.",
    "At 9.00–12.00 workshop on soil.",
    "Ruth Adeyemi, 58, is a farmer.", "He is 45 years old.", "Boys aged 9 to 12 came.", "It was the 12th mission.", "They live in Building 12.",
    "The survey ended Phase 2.",
    "COVID-19 closed the school.", "The Group of 77 met.", "He flew a Boeing 737 aircraft.", "See Article 5 of the law.", "It is open 24/7.",
    "Call +679 330 9645 today.",
    "It is one of the partners.", "She came three times.", "Dozens of people came.", "They taught grades 7 and 8.", "He rated it 3.9/5.",
    "A third of them left.",
    "The 2019 participants met again.", "1. Opening\n2. Closing\n", "A two-way radio was bought.", "No one came.", "Pupils of Year 11 sang.",
    "They won 3-1 at home.",
])
def test_no_count(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_only_one_counts(nlp: Language) -> None:
    assert plain(nlp, "The village has only one teacher.") == [(1, "teacher")]


def test_parts_point_at_their_total(nlp: Language) -> None:
    doc = counts(nlp("The mission treated 50 people, including 12 nurses and 3 pilots."))
    total, *parts = mention.mentions(doc, "counts")
    assert [mention.value_of(part).part_of for part in parts] == [(total.start, total.end)] * 2


def test_parts_that_add_up_point_at_their_total(nlp: Language) -> None:
    total, *parts = read(nlp, "The prize went to 20 cooks, 12 women and eight men.")
    assert total.part_of is None
    assert all(part.part_of for part in parts)


def test_the_mention_covers_comparator_figure_and_noun(nlp: Language) -> None:
    doc = counts(nlp("The bank financed more than 50 small farms."))
    (span,) = mention.mentions(doc, "counts")
    value = mention.value_of(span)
    assert span.text == "more than 50 small farms"
    assert doc[slice(*value.figure)].text == "50"
    assert doc[slice(*value.noun)].text == "farms"


@pytest.mark.parametrize(("word", "one"), [
    ("people", "person"), ("Ministries", "ministry"), ("classes", "class"), ("campuses", "campus"), ("nurses", "nurse"), ("houses", "house"), ("women",
    "woman"),
    ("craftsmen", "craftsman"), ("analyses", "analysis"), ("series", "series"), ("staff", "staff"), ("boxes", "box"), ("heroes", "hero"), ("natives", "native"),
    ("lenses", "lens"), ("sorties", "sortie"), ("basis", "basis"), ("databases", "database"), ("midwives", "midwife"), ("co-operatives", "co-operative"),
    ("buses", "bus"),
])
def test_singular(word: str, one: str) -> None:
    assert singular(word) == one


def test_comparators_reach_over_articles(nlp: Language) -> None:
    doc = nlp("well over a total of 300 seats or so")
    assert before(doc, 5) == ("more_than", 0)
    assert after(doc, 7) == ("about", 9)


@pytest.mark.parametrize(("text", "expected"), [
    ("It runs 19 micro-mills.", [(19, "mill")]), ("They met in four sub-areas.", [(4, "area")]),
    ("The yard has 57 painters, up from 43, in two halls.", [(57, "painter"), (43, "painter"), (2, "hall")]),
    ("Some 900 bakers came, against a target of 400.", [(900, "baker"), (400, "baker")]),
    ("We owe it to two storms and one very patient customs clerk.", [(2, "storm"), (1, "clerk")]),
    ("One such village is Olbro.", []), ("A magnitude 8.9 earthquake struck.", [(8.9, "magnitude")]),
    ("The council is mulling over 25 new grants.", [(25, "grant")]),
])
def test_hyphens_aims_and_marks(nlp: Language, text: str, expected: list[tuple[float, str]]) -> None:
    assert plain(nlp, text) == expected


@pytest.mark.parametrize(("text", "value"), [
    ("The fuel cost 4,200 euros; the bank has put another 1,500.", 1500), ("It cost 730,000 euros. A bank paid 400,000 of these.", 400000),
    ("The sum of 9,000 euros was shared by the Olbro Trust (7,500) and a bank.", 7500),
    ("It cost 7,000 euros, of which 2,400 were paid by the town.", 2400),
])
def test_an_amount_takes_over_the_currency_told_before(nlp: Language, text: str, value: float) -> None:
    assert (value, "EUR", "money") in [(reading.value, reading.of, reading.kind) for reading in read(nlp, text)]


def test_what_is_not_exceeded_is_a_limit(nlp: Language) -> None:
    assert [(reading.value, reading.comparator) for reading in read(nlp, "The fee does not exceed 35 euros.")] == [(35, "up_to")]


@pytest.mark.parametrize(("text", "of"), [
    ("They rinse with 60% less of water.", "water"), ("It burns 40 per cent less oil than others.", "oil"),
    ("They trained 112 weavers, 58% of them women.", "weaver"), ("The share of boys in the choir is 31 per cent.", "choir"),
    ("The number of bakers able to swim has gone up to 39 percent.", "baker"),
])
def test_what_a_share_is_of(nlp: Language, text: str, of: str) -> None:
    assert read(nlp, text)[-1].of == of
