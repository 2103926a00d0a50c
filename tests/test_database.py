"""Opening a base on SQLite and on PostgreSQL, and what may go wrong there."""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from bases import DATABASES, empty
from handmade import sample

from newsfacts.kb import KnowledgeBase
from newsfacts.model import NewsfactsError


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
