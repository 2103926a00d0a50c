"""Countries: the table is whole, and texts give the countries that they name and no others."""
from __future__ import annotations

import time

import pycountry
import pytest
from spacy.language import Language

from newsfacts.components import country_table
from newsfacts.components.countries import alpha_3, code_of, countries, name_of
from newsfacts.components.mention import mentions, value_of
from newsfacts.rules import rows


def codes(nlp: Language, text: str) -> list[str]:
    return list(dict.fromkeys(value_of(span).code for span in mentions(countries(nlp(text)), "countries")))


def test_every_country_has_its_row() -> None:
    ours = {row["alpha_2"]: row["alpha_3"] for row in rows("countries")}
    assert {country.alpha_2: country.alpha_3 for country in pycountry.countries} == {code: ours[code] for code in ours if code != "XK"}
    assert {row["currency"] for row in rows("countries")} - {currency.alpha_3 for currency in pycountry.currencies} == {""}


def test_names_are_the_common_ones() -> None:
    assert [name_of(code) for code in ("KR", "SY", "TZ", "CI", "CZ", "CD", "GB", "US")] == [
        "South Korea", "Syria", "Tanzania", "Côte d'Ivoire", "Czech Republic", "DR Congo", "United Kingdom", "United States"]
    assert alpha_3("ZA") == "ZAF"


@pytest.mark.parametrize(("name", "code"), [
    ("Republic of Korea", "KR"), ("ivory coast", "CI"), ("Cote d’Ivoire", "CI"), ("PRC", "CN"), ("U.S.", "US"), ("USA", "US"), ("the Gambia", "GM"),
    ("Turkiye", "TR"), ("SAO TOME AND PRINCIPE", "ST"), ("Congo", "CG"), ("DRC", "CD"), ("St Lucia", "LC"), ("ken", "KE"), ("Atlantis", None), ("", None)])
def test_code_of_any_name(name: str, code: str | None) -> None:
    assert code_of(name) == code


def test_every_name_finds_its_row() -> None:
    assert all(code_of(row["name"]) == row["alpha_2"] for row in rows("countries"))


def test_the_forms_are_built_quickly() -> None:
    country_table.forms.cache_clear()
    start = time.process_time()
    country_table.forms()
    assert time.process_time() - start < 0.05


@pytest.mark.parametrize(("text", "wanted"), [
    ("Nurses from Kenya and Cote d’Ivoire met Fijian doctors.", "KE CI FJ"),
    ("ACCRA, GHANA – The clinic opened.", "GH"),
    ("A China-Africa forum was run by a Ghana-based charity and a US-based firm.", "CN GH US"),
    ("The Sino-Zambian centre serves U.S.-Malawi research.", "CN ZM US MW"),
    ("The People's Republic of China gave Guinea-Bissau and Equatorial Guinea four buses.", "CN GW GQ"),
    ("Papua New Guinea’s minister thanked the Filipinos.", "PG PH"),
    ("Officials of the Democratic Republic of the Congo and of South Sudan signed.", "CD SS"),
    ("Midwives from the Congo were trained in Kinshasa.", "CD"),
    ("Midwives from the Congo were trained in Brazzaville.", "CG"),
    ("Trinidad and Tobago hosted the Dominican Republic.", "TT DO"),
    ("The Republic of Ireland and Northern Ireland took part.", "IE GB"),
    ("Teachers in Tbilisi said that Georgia would host the course.", "GE"),
    ("The British Council and the American University opened a library.", "GB US"),
    ("Danish nurses worked in Danish hospitals.", "DK"),
])
def test_countries_are_found(nlp: Language, text: str, wanted: str) -> None:
    assert codes(nlp, text) == wanted.split()


@pytest.mark.parametrize("text", [
    "The team went to New Mexico, New England and New Jersey.",
    "South American and Latin American nurses met at the Pan American Games near the Indian Ocean.",
    "Courses are taught in English and French. The manual was translated into Spanish.",
    "They spoke fluent Portuguese and gave German lessons to English-speaking staff.",
    "It cost 40 million US dollars, 300 Australian dollars, 20 Swiss francs and US$5.",
    "Farmers raised turkey and guinea pig; all of us were happy.",
    "Oil spills in the Niger Delta reached Niger State and Lake Chad.",
    "Michael Jordan spoke at the University of Georgia in Atlanta.",
    "The shop in Cuba Street sold Brazil nuts and a Panama hat.",
    "European partners came from Mexico City.",
    "The trainer lives in Trinidad, in the Beni.",
])
def test_no_country_is_found(nlp: Language, text: str) -> None:
    assert codes(nlp, text) == []


def test_plural_demonyms(nlp: Language) -> None:
    assert codes(nlp, "Nine Syrians and two Omanis enrolled.") == ["SY", "OM"]
