"""What is found in the base, by which filters and in which order."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bases import DATABASES, empty
from handmade import elsewhere, sample, told

from newsfacts.kb import KnowledgeBase
from newsfacts.model import Article, Date, Facts, NewsfactsError, Organisation, digest


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty base."""
    with empty(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def kb(url: str) -> Iterator[KnowledgeBase]:
    """An empty base."""
    with KnowledgeBase(url) as made:
        yield made


WATER = "The Water Board of São Tomé repaired 40 wells at a training in March 2019."


@pytest.fixture(scope="module", params=DATABASES)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """A base with two folders of articles, only to be asked."""
    march = (told("March 2019", text=WATER),)
    water = Facts(
        Article("b/water.txt", WATER, published="2019-04"),
        organisations=(Organisation("ow", "Water Board of São Tomé", "WB", (), "government", "ST", None, (told("Water Board", text=WATER),)),),
        dates=(Date("2019-03", "2019-03-01", "2019-03-31", march), Date("2012/..", "2012-01-01", None, march),
               Date("-0043-03-15", "-0043-03-15", "-0043-03-15", march)),
    )
    with empty(request.param, tmp_path_factory.mktemp("filled")) as url, KnowledgeBase(url) as kb:
        kb.add_many([sample("a/camp.txt"), water])
        yield kb


def test_find_gives_the_item_with_source_and_sentence(filled: KnowledgeBase) -> None:
    [row] = filled.find("outcomes", type="trained")
    assert list(row)[:3] == ["source", "article", "id"]
    assert "evidence" not in row
    assert row["source"] == "a/camp.txt"
    assert row["agent"] == {"kind": "organisation", "id": "o1" + row["article"], "name": "Lagoon Health Trust"}
    assert row["value"] == 22
    assert isinstance(row["value"], int)
    assert row["countries"] == ["TG"]
    assert row["text"] == "trained 22 nurses"
    assert row["sentence"] == "The Trust trained 22 nurses from Togo."
    [person] = filled.find("people")
    assert person["roles"] == [{"title": "Director", "organisation": {"kind": "organisation", "id": "o1" + row["article"], "name": "Lagoon Health Trust"}}]
    json.dumps(row)


@pytest.mark.parametrize(("kind", "filters", "count"), [
    ("events", {}, 1),
    ("events", {"country": "GH"}, 1),
    ("events", {"country": "gh"}, 1),
    ("events", {"country": "GHA"}, 1),
    ("events", {"country": "ghana"}, 1),
    ("events", {"country": "TG"}, 1),               # one of its countries
    ("events", {"country": "ZA"}, 0),
    ("outcomes", {"country": "TG"}, 1),
    ("outcomes", {"country": "GH"}, 1),             # by its place
    ("people", {"country": "GH"}, 1),               # by the organisation of a role
    ("people", {"country": "TG"}, 0),
    ("organisations", {"country": "ST"}, 1),
    ("places", {"country": "GH"}, 1),
    ("countries", {"country": "GH"}, 1),
    ("counts", {"country": "GH"}, 2),               # the article names it
    ("counts", {"country": "ST"}, 0),
    ("events", {"since": "2021-05-04"}, 1),
    ("events", {"since": "2021-05-05"}, 0),
    ("events", {"until": "2021-05-03"}, 1),
    ("events", {"until": "2021-05-02"}, 0),
    ("events", {"since": "2021", "until": "2021"}, 1),
    ("outcomes", {"since": "2023-06"}, 1),
    ("outcomes", {"until": "2022"}, 1),
    ("dates", {"since": "2030"}, 1),                # open
    ("dates", {"since": "2019-03-31", "until": "2019-03-31"}, 2),
    ("dates", {"until": "0001"}, 1),
    ("dates", {"since": "-0043", "until": "-0043"}, 1),
    ("dates", {"until": "-0044"}, 0),
    ("dates", {"since": "-0042", "until": "-0001"}, 0),
    ("organisations", {"since": "2019-04-30", "until": "2019"}, 1),     # by the month in which the article was published
    ("organisations", {"since": "2019-05", "until": "2019"}, 0),
    ("counts", {"since": "2021-05-04"}, 2),
    ("organisations", {"type": "ngo"}, 1),
    ("places", {"type": "venue"}, 0),
    ("outcomes", {"type": "sent"}, 1),
    ("outcomes", {"type": "of-a-user"}, 0),
    ("findings", {"type": "acronym-unclear"}, 1),
    ("outcomes", {"status": "possible"}, 1),
    ("events", {"status": "cancelled"}, 0),
    ("people", {"organisation": "lht"}, 1),
    ("people", {"organisation": "Health"}, 1),
    ("people", {"organisation": "Heal"}, 0),
    ("organisations", {"organisation": "water board of sao tome"}, 1),
    ("organisations", {"organisation": "Tomé WB"}, 0),
    ("events", {"organisation": "Lagoon Health Trust"}, 1),
    ("outcomes", {"organisation": "Trust"}, 2),
    ("counts", {"organisation": "LHT"}, 2),
    ("dates", {"organisation": "WB"}, 3),
    ("dates", {"text": "nurse"}, 2),
    ("dates", {"text": "WELLS repaired"}, 3),
    ("dates", {"text": '"repaired wells"'}, 0),
    ("dates", {"text": '"40 wells"'}, 3),
    ("dates", {"text": "sao tome"}, 3),
    ("dates", {"text": 'wells AND NOT (" -* training:'}, 0),
    ("dates", {"source": "b"}, 3),
    ("dates", {"source": "b/water.txt"}, 3),
    ("dates", {"source": "b/wat"}, 0),
    ("dates", {"source": "%"}, 0),
    ("dates", {"source": "\ud800\0"}, 0),
    ("dates", {"text": "wells\0\ud800"}, 3),
    ("dates", {"text": "the"}, 5),                  # no word is too common
    ("dates", {"text": '"a training in March"'}, 3),
    ("dates", {"limit": 4}, 4),
    ("dates", {"limit": 0}, 0),
])
def test_filters(filled: KnowledgeBase, kind: str, filters: dict[str, Any], count: int) -> None:
    assert len(filled.find(kind, **filters)) == count


def test_results_stand_by_source_and_place(kb: KnowledgeBase) -> None:
    kb.add_many(sample(source) for source in ("b", "É", "a", "Z", "a/b"))
    assert [row["source"] for row in kb.find("events")] == ["Z", "a", "a/b", "b", "É"]
    assert [row["value"] for row in kb.find("counts", source="a", limit=2)] == [22, 5]
    assert [json.loads(line)["article"]["source"] for line in kb.documents()] == ["Z", "a", "a/b", "b", "É"]


CALLS: list[tuple[Callable[[KnowledgeBase], object], str]] = [
    (lambda kb: kb.find("persons"), "kind 'persons' is none of people, organisations, "),
    (lambda kb: kb.find("events", type="party"), "type 'party' of events is none of workshop, training, "),
    (lambda kb: kb.find("organisations", type="club"), "kind 'club' of organisations is none of government, "),
    (lambda kb: kb.find("people", type="x"), "type: people have no types; ask organisations, places, counts, events, outcomes, findings"),
    (lambda kb: kb.find("people", status="actual"), "status 'actual': people have no status; ask events or outcomes"),
    (lambda kb: kb.find("outcomes", status="cancelled"), "status 'cancelled' of outcomes is none of actual, planned, possible, negated"),
    (lambda kb: kb.find("events", since="yesterday"), "since: 'yesterday' is no date; give YYYY, YYYY-MM or YYYY-MM-DD"),
    (lambda kb: kb.find("events", until="2021-13"), "until: '2021-13' is no date"),
    (lambda kb: kb.find("events", since="2022", until="2021"), "since 2022 comes after until 2021; "),
    (lambda kb: kb.find("events", country="Atlantis"), "no article names a country 'Atlantis'; give a code such as ZA"),
    (lambda kb: kb.find("events", organisation="?"), "organisation '?' has no letters"),
    (lambda kb: kb.find("events", text=' "" '), "text ' \"\" ' has no words to look for"),
    (lambda kb: kb.find("events", limit=-1), "limit is -1; give 0 or more"),
    (lambda kb: kb.add_many([], batch=0), "batch is 0; give 1 or more"),
    (lambda kb: kb.search("…"), "text '…' has no words to look for"),
    (lambda kb: kb.export("xml", "x"), "format 'xml' is none of json, jsonl, jsonld, csv, parquet"),
]


@pytest.mark.parametrize(("call", "message"), CALLS)
def test_a_wrong_call_is_told_in_one_line(filled: KnowledgeBase, call: Callable[[KnowledgeBase], object], message: str) -> None:
    with pytest.raises(NewsfactsError) as caught:
        call(filled)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_item_is_got_by_its_id_with_quoted_evidence(filled: KnowledgeBase) -> None:
    id = sample("a/camp.txt").article.id
    person = filled.get("p1" + id)
    assert isinstance(person, dict)
    assert {name: person[name] for name in ("kind", "source", "article")} == {"kind": "people", "source": "a/camp.txt", "article": id}
    assert [one["text"] for one in person["item"]["evidence"]] == ["Ama Boateng"]
    assert [one["text"] for one in person["item"]["roles"][0]["evidence"]] == ["Director", "Lagoon Health Trust"]
    assert person["sentence"].startswith("On 3 May 2021 Dr. Ama Boateng, Director of")


def test_items_without_an_id_of_their_own_are_got_by_their_key(filled: KnowledgeBase) -> None:
    id = sample("a/camp.txt").article.id
    for kind in ("countries", "dates", "durations", "findings"):
        for row in filled.find(kind):
            found = filled.get(row["id"])
            assert isinstance(found, dict)
            assert found["kind"] == kind
            assert found["item"]["id"] == row["id"]
    found = filled.get(f"{id}:GH")
    assert isinstance(found, dict)
    assert found["item"]["name"] == "Ghana"


def test_equal_values_have_keys_of_their_own(kb: KnowledgeBase) -> None:
    date = Date("2021", "2021-01-01", "2021-12-31", (told("2021"),))
    kb.add(elsewhere("a", dates=(date, date, date)))
    id = digest("article", "a")
    assert [row["id"] for row in kb.find("dates")] == [f"{id}:2021", f"{id}:2021#2", f"{id}:2021#3"]


def test_articles_are_searched_the_best_first(filled: KnowledgeBase) -> None:
    [found] = filled.search("repairing wells")
    assert found == {"id": digest("article", "b/water.txt"), "source": "b/water.txt", "title": None, "published": "2019-04", "url": None,
                     "sentence": "The Water Board of São Tomé repaired 40 wells at a training in March 2019."}
    assert sorted(row["source"] for row in filled.search("trained")) == ["a/camp.txt", "b/water.txt"]
    assert len(filled.search("trained", limit=1)) == 1
    assert filled.search("zebra") == []


def test_the_search_index_follows_the_articles(kb: KnowledgeBase) -> None:
    kb.add(elsewhere("a", "Kettles were given."))
    kb.add(elsewhere("a", "Mattresses were given."))
    assert kb.search("kettles") == []
    assert len(kb.search("mattress")) == 1
