"""The knowledge base on SQLite and on PostgreSQL."""
from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
import sqlalchemy as sa
from handmade import TEXT, documents, sample, told
from hypothesis import given, settings

from newsfacts.kb import KnowledgeBase
from newsfacts.model import KINDS, Article, Count, Date, Facts, NewsfactsError, Organisation, Person, digest
from newsfacts.rows import COLUMNS

SERVER = os.environ.get("NEWSFACTS_TEST_POSTGRESQL", "")


DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.skipif(not SERVER, reason="NEWSFACTS_TEST_POSTGRESQL is not set"))]


@contextlib.contextmanager
def empty(database: str, folder: Path) -> Iterator[str]:
    """The URL of an empty base, on either database; on PostgreSQL it is a schema of its own."""
    if database == "sqlite":
        yield str(folder / "facts.db")
        return
    name = f"newsfacts_test_{uuid4().hex}"
    server = sa.create_engine(sa.make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
        yield f"{SERVER}{'&' if '?' in SERVER else '?'}options={quote(f'-csearch_path={name}')}"
    finally:
        with server.connect() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        server.dispose()


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


def stored(kb: KnowledgeBase, query: str) -> list[tuple[Any, ...]]:
    """What the base itself answers to SQL."""
    with kb.engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def everything(kb: KnowledgeBase) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    return {table: sorted(stored(kb, f"SELECT * FROM {table}"), key=repr) for table in (*COLUMNS, "facts")}


def elsewhere(source: str, text: str = "", **kinds: Any) -> Facts:
    """A document with little in it."""
    return Facts(Article(source, text or TEXT), **kinds)


# Keeping

def test_what_was_added_is_given_back_exactly(kb: KnowledgeBase) -> None:
    facts = sample()
    kb.add(facts)
    for name in (facts.article.id, "camp.txt"):
        again = kb.get(name)
        assert isinstance(again, Facts)
        assert again == facts
        assert again.to_json() == facts.to_json()
    assert kb.document("camp.txt") == facts
    assert kb.document("other.txt") is None
    assert kb.get("other.txt") is None


def test_a_base_remembers_when_opened_again(url: str) -> None:
    with KnowledgeBase(url) as kb:
        kb.add(sample(), "f1")
    with KnowledgeBase(url, create=False) as kb:
        assert kb.document("camp.txt") == sample()
        assert kb.counts() == {"articles": 1, "people": 1, "organisations": 1, "countries": 2, "places": 1, "dates": 2, "durations": 1, "counts": 2,
                               "events": 1, "outcomes": 2, "findings": 1}


def test_rows_of_every_table_are_written(kb: KnowledgeBase) -> None:
    kb.add(sample())
    for table, count in {"articles": 1, "roles": 1, "event_organisers": 1, "event_partners": 1, "event_people": 1, "event_countries": 2, "outcome_countries": 1,
                         "facts": 14}.items():
        assert stored(kb, f"SELECT count(*) FROM {table}") == [(count,)], table
    assert stored(kb, "SELECT title, organisation, organisation_kind FROM roles") == [("Director", "Lagoon Health Trust", "organisation")]
    assert stored(kb, "SELECT start, \"end\" FROM outcomes ORDER BY ordinal") == [("2021-05-03", "2021-05-03"), ("2023-01-01", "2023-12-31")]
    assert stored(kb, "SELECT honorifics, aliases FROM people") == [('["Dr."]', "[]")]


def test_evidence_is_kept_by_slot_and_role_with_its_text(kb: KnowledgeBase) -> None:
    kb.add(sample())
    found = stored(kb, "SELECT role, slot, text, rule, via FROM evidence WHERE kind = 'people' ORDER BY ordinal")
    assert found == [(None, None, "Ama Boateng", "tests.rule", "stated"), (0, None, "Director", "tests.rule", "stated"),
                     (0, "organisation", "Lagoon Health Trust", "tests.rule", "stated")]


def test_the_view_has_one_row_an_item(kb: KnowledgeBase) -> None:
    kb.add(sample())
    found = {(kind, label): rest for kind, label, *rest in stored(kb, "SELECT kind, label, type, date, country, status FROM facts")}
    assert found["events", "workshop"] == ["workshop", "2021-05-03/2021-05-04", "GH", "actual"]
    assert found["outcomes", "trained 22 nurses"] == ["trained", "2021-05-03", "TG", "actual"]
    assert found["countries", "Togo"] == [None, None, "TG", None]
    assert found["counts", "22 nurses"] == ["count", None, None, None]
    assert {kind for kind, _ in found} == set(KINDS)


def test_a_later_document_of_the_same_source_takes_the_place_of_the_earlier(kb: KnowledgeBase) -> None:
    kb.add(sample("other.txt"))
    before = everything(kb)
    kb.add(sample(nurses=9))
    kb.add(elsewhere("camp.txt", "Nothing left."))
    assert kb.counts()["articles"] == 2
    assert kb.counts()["counts"] == 2
    assert kb.forget("camp.txt") == 1
    assert everything(kb) == before


def test_adding_again_changes_nothing(kb: KnowledgeBase) -> None:
    kb.add(sample(), "f")
    before = everything(kb)
    kb.add(sample(), "f")
    assert everything(kb) == before


def test_an_article_is_forgotten_by_source_or_id_with_all_its_rows(kb: KnowledgeBase) -> None:
    kb.add(sample())
    assert kb.forget("other.txt") == 0
    assert kb.forget(sample().article.id) == 1
    assert not any(everything(kb).values())
    assert kb.search("nurses") == []


def test_unchanged_asks_for_text_and_fingerprint(kb: KnowledgeBase) -> None:
    facts = sample()
    content = facts.article.sha256
    assert not kb.unchanged("camp.txt", content, "f1")
    kb.add(facts, "f1")
    assert kb.unchanged("camp.txt", content, "f1")
    assert not kb.unchanged("camp.txt", content, "f2")
    assert not kb.unchanged("camp.txt", "0" * 64, "f1")
    assert not kb.unchanged("camp.txt", content, None)
    kb.add(facts)
    assert kb.unchanged("camp.txt", content, None)


def test_the_text_itself_is_in_the_rows_and_offsets_fit(kb: KnowledgeBase) -> None:
    text = "Ōkāreka 𝔘niversity héld 3 talks.\n"
    kb.add(elsewhere("a", text, counts=(Count("n", 3, "talk", "exactly", "count", "3 talks", None, (told("3 talks", text=text),)),)))
    assert stored(kb, "SELECT text FROM articles") == [(text,)]
    found = stored(kb, 'SELECT substr(a.text, CAST(e.start AS integer) + 1, CAST(e."end" - e.start AS integer)), e.text FROM evidence e, articles a')
    assert found == [("3 talks", "3 talks")]


# Many

def test_many_are_added_in_batches(kb: KnowledgeBase) -> None:
    assert kb.add_many((sample(f"{number:03}.txt") for number in range(23)), "f", batch=10) == 23
    assert kb.counts()["articles"] == 23
    assert kb.unchanged("022.txt", sample().article.sha256, "f")
    assert kb.add_many([]) == 0


def broken(source: str) -> Facts:
    """A document with evidence outside its text."""
    facts = sample(source)
    return dataclasses.replace(facts, article=dataclasses.replace(facts.article, text="short"))


def test_an_article_that_cannot_be_kept_stops_no_other(kb: KnowledgeBase) -> None:
    failures: list[tuple[Facts, NewsfactsError]] = []
    kept = kb.add_many([sample("a"), broken("b"), sample("c")], failed=lambda facts, error: failures.append((facts, error)))
    assert kept == 2
    assert kb.counts()["articles"] == 2
    assert [(facts.article.source, str(error)) for facts, error in failures] == [
        ("b", "b: evidence of people[0] from 35 to 46 lies outside a text of 5 characters; make the document again")]


def test_without_a_listener_the_error_is_raised_and_what_came_before_is_kept(kb: KnowledgeBase) -> None:
    with pytest.raises(NewsfactsError, match=r"^b: evidence"):
        kb.add_many([sample("a"), broken("b"), sample("c")])
    assert [row["source"] for row in kb.find("events")] == ["a"]


def test_what_came_before_a_failing_source_is_kept(kb: KnowledgeBase) -> None:
    def stream() -> Iterator[Facts]:
        yield sample("a")
        raise KeyError("stream")

    with pytest.raises(KeyError):
        kb.add_many(stream())
    assert kb.counts()["articles"] == 1


def test_a_failed_replacement_leaves_the_earlier_document(kb: KnowledgeBase) -> None:
    kb.add(sample())
    with pytest.raises(NewsfactsError):
        kb.add(broken("camp.txt"))
    assert kb.document("camp.txt") == sample()


# Finding

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


# Ill cases

@pytest.mark.parametrize("text", ["before\0after 22 nurses", "lone \ud83d surrogate 22 nurses", "both \udcff\0 22 nurses", "plain \\ud800 \\u0000 22 nurses"])
def test_what_a_database_cannot_hold_is_replaced_in_the_rows_and_kept_in_the_document(kb: KnowledgeBase, text: str) -> None:
    count = Count("n1", 22, "nurse", "exactly", "count", text[:8], None, (told("22 nurses", text=text),))
    facts = Facts(Article(text, text, title=text), counts=(count,), organisations=(Organisation("o", text, None, (text,), "ngo", None, None,
                                                                                                 (told("22", text=text),)),))
    kb.add(facts)
    again = kb.document(text)
    assert again == facts
    assert again is not None
    assert again.to_json() == facts.to_json()
    assert kb.find("counts")[0]["text"] == "22 nurses"
    assert len(kb.search("22 nurses")) == 1
    [(kept,)] = stored(kb, "SELECT text FROM articles")
    assert len(kept) == len(text)
    assert kb.forget(text) == 1
    assert not any(everything(kb).values())


def test_two_surrogates_that_make_a_pair_are_refused(kb: KnowledgeBase) -> None:
    with pytest.raises(NewsfactsError, match="stands as two surrogates; decode the text as UTF-16"):
        kb.add(elsewhere("a", "\ud83d\ude00"))


@pytest.mark.parametrize("value", [10**400, -(10**19), 2**63, 1e308, 0.1, 3, -0.0])
def test_numbers_of_any_size_are_kept(kb: KnowledgeBase, value: float) -> None:
    kb.add(elsewhere("a", counts=(Count("n1", value, None, "exactly", "count", "x", None, (told("22"),)),)))
    assert kb.find("counts")[0]["value"] == value
    [(kept,)] = stored(kb, "SELECT value FROM counts")
    assert kept == (None if value == 10**400 else value)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(kb: KnowledgeBase, value: float) -> None:
    with pytest.raises(NewsfactsError, match=r"^a: counts\[0\]\.value is (nan|inf), which is no number"):
        kb.add(elsewhere("a", counts=(Count("n1", value, None, "exactly", "count", "x", None, (told("22"),)),)))


def test_two_items_with_one_id_are_refused(kb: KnowledgeBase) -> None:
    person = Person("p1", "A", (), (), (), (told("Ama"),))
    with pytest.raises(NewsfactsError, match=r"^a: two of people have the id 'p1'; make the document again$"):
        kb.add(elsewhere("a", people=(person, person)))


def test_documents_made_elsewhere_may_share_ids_between_articles(kb: KnowledgeBase) -> None:
    person = Person("p1", "A", (), (), (), (told("Ama"),))
    kb.add_many([elsewhere("b", people=(person,)), elsewhere("a", people=(person,))])
    found = kb.get("p1")
    assert isinstance(found, dict)
    assert found["source"] == "a"
    assert len(kb.find("people")) == 2


def test_a_long_article_of_many_words_is_kept_and_searched(kb: KnowledgeBase) -> None:
    text = "nurses " + " ".join(f"{chr(0x4E00 + number % 20000)}{number}" for number in range(130_000))
    assert len(text) < 1_000_000
    kb.add(elsewhere("a", text))
    assert len(kb.search("nurse")) == 1
    again = kb.document("a")
    assert again is not None
    assert again.article.text == text


def test_a_newer_base_is_not_opened(url: str) -> None:
    with KnowledgeBase(url) as kb, kb.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE schema_version SET version = 99")
    with pytest.raises(NewsfactsError, match=r"the base has schema version 99, this newsfacts reads 1; update newsfacts$"):
        KnowledgeBase(url)


def test_a_base_of_another_program_is_not_touched(url: str, kb: KnowledgeBase) -> None:
    with kb.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE schema_version")
    with pytest.raises(NewsfactsError, match="has tables of another program"):
        KnowledgeBase(url)


def test_an_empty_base_is_not_made_where_none_is_wanted(url: str) -> None:
    with pytest.raises(NewsfactsError, match=r"no such base|holds no facts yet"):
        KnowledgeBase(url, create=False)


def test_two_programs_may_write_in_turn(url: str) -> None:
    with KnowledgeBase(url) as one, KnowledgeBase(url) as other:
        one.add(sample("a"))
        other.add(sample("b"))
        assert not one.unchanged("c", "", "")
        other.add(sample("c"))
        one.add(sample("a", nurses=3))
        assert one.counts() == other.counts()
        assert other.find("counts", source="a")[0]["value"] == 3


@pytest.mark.parametrize(("url", "parts"), [
    ("mysql://user:secret@host/base", ["mysql://user@host/base: mysql is neither SQLite nor PostgreSQL"]),
    ("postgresql://user:secret@host:port/base", ["postgresql://…: no URL of a base"]),
    ("http://example.org/", ["http is neither SQLite nor PostgreSQL"]),
    ("postgresql://host", ["postgresql://host: names no database"]),
    ("postgresql://user:se@secret@host/base", ["postgresql://…: has more than one @; write %40"]),
    ("sqlite://host/facts.db", ["sqlite://host/…: an SQLite file has no host"]),
    ("", ["the name of the base is empty"]),
    ("a\0b", ["has no NUL"]),
    ("postgresql://someone:secret@127.0.0.1:1/base?connect_timeout=3", ["postgresql://someone@127.0.0.1:1/base: ", "check that the server runs"]),
    ("/proc/none/facts.db", ["/proc/none/facts.db: unable to open database file; the folder must exist and be open to writing"]),
])
def test_a_base_that_cannot_be_opened_is_told_in_one_line_without_a_password(url: str, parts: list[str]) -> None:
    with pytest.raises(NewsfactsError) as caught:
        KnowledgeBase(url)
    message = str(caught.value)
    assert all(part in message for part in parts), message
    assert "secret" not in message
    assert "\n" not in message


def test_a_file_that_is_no_base_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, and long enough not to be taken for an empty file.\n" * 40)
    before = file.read_bytes()
    with pytest.raises(NewsfactsError, match=r"notes\.txt: file is not a database; name another file, or a new one$"):
        KnowledgeBase(file)
    assert file.read_bytes() == before
    with pytest.raises(NewsfactsError, match="unable to open"):
        KnowledgeBase(tmp_path)


def test_a_base_that_may_only_be_read_is_read_and_not_written(tmp_path: Path) -> None:
    file = tmp_path / "facts.db"
    with KnowledgeBase(file) as kb:
        kb.add(sample())
    with KnowledgeBase(f"sqlite:///file:{file}?mode=ro&uri=true") as kb:
        assert len(kb.find("events")) == 1
        assert kb.document("camp.txt") == sample()
        with pytest.raises(NewsfactsError, match="attempt to write a readonly database; make the file and its folder writable"):
            kb.add(sample("b"))
        with pytest.raises(NewsfactsError, match="readonly"):
            kb.add_many([sample("b")], failed=lambda facts, error: None)


def test_a_base_in_use_by_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.database.WAIT", 0.05)
    file = tmp_path / "facts.db"
    with KnowledgeBase(file) as kb:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NewsfactsError, match="database is locked; another program is writing: try again when it is done"):
            kb.add(sample())
        other.execute("ROLLBACK")
        other.close()
        kb.add(sample())


def test_forms_of_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for url in (tmp_path / "a.db", "b.db", "sqlite:///c.db", f"sqlite:///{tmp_path / 'd.db'}"):
        with KnowledgeBase(url) as kb:
            kb.add(sample())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.db", "b.db", "c.db", "d.db"]
    with KnowledgeBase(":memory:") as kb:
        kb.add(sample())
        assert not kb.unchanged("camp.txt", "", None)
        assert kb.counts()["events"] == 1
        assert kb.where == ":memory:"


def test_the_index_survives_a_vacuum(tmp_path: Path) -> None:
    file = tmp_path / "facts.db"
    with KnowledgeBase(file) as kb:
        kb.add_many(elsewhere(source, f"word{source} stands here") for source in "abc")
        kb.forget("a")
    plain = sqlite3.connect(file, isolation_level=None)
    plain.execute("VACUUM")
    assert plain.execute("INSERT INTO articles_search(articles_search) VALUES ('integrity-check')").fetchall() == []
    plain.close()
    with KnowledgeBase(file) as kb:
        assert [row["source"] for row in kb.search("wordc")] == ["c"]


# Properties

@pytest.fixture(scope="module")
def random_kb() -> Iterator[KnowledgeBase]:
    with KnowledgeBase(":memory:") as made:
        yield made


@settings(max_examples=60, deadline=None)
@given(facts=documents())
def test_random_facts_survive_the_base(random_kb: KnowledgeBase, facts: Facts) -> None:
    random_kb.add(facts, "f")
    again = random_kb.document(facts.article.source)
    assert again == facts
    assert again is not None
    assert again.to_json() == facts.to_json()
    assert random_kb.unchanged(facts.article.source, facts.article.sha256, "f")
    for kind in KINDS:
        assert len(random_kb.find(kind)) == len(getattr(facts, kind))
    assert random_kb.forget(facts.article.source) == 1
    assert sum(random_kb.counts().values()) == 0
