"""What the knowledge base keeps, on SQLite and on PostgreSQL."""
from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bases import DATABASES, empty
from handmade import documents, elsewhere, sample, told
from hypothesis import given, settings

from newsfacts.kb import KnowledgeBase
from newsfacts.model import KINDS, Article, Count, Facts, NewsfactsError, Organisation, Person
from newsfacts.rows import COLUMNS


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
