"""Many articles at once: order, workers, failures, unchanged articles."""
from __future__ import annotations

import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from newsfacts import batch, pipeline
from newsfacts.batch import Summary
from newsfacts.components import outcome_learned
from newsfacts.kb import KnowledgeBase
from newsfacts.model import Article, NewsfactsError
from newsfacts.reader import Entry, Failure, PassedOver

TOWNS = ("Lusaka", "Accra", "Nairobi", "Dakar", "Kigali", "Maputo")


def article(number: int) -> Article:
    """A short article, a different one for each number."""
    town = TOWNS[number % len(TOWNS)]
    return Article(f"{number:02}.txt", f"{town.upper()}, 5 May 2022 – The Lake Foundation trained {number + 10} nurses in {town}. "
                                       "Dr Ann Miller opened the workshop on Monday.")


def entries(count: int = 20) -> list[Entry]:
    """Articles with a failure and a file passed over among them."""
    made: list[Entry] = [article(number) for number in range(count)]
    made.insert(3, Failure("broken.txt", "empty: no text"))
    made.insert(5, PassedOver("photo.jpg"))
    return made


def written(**options: Any) -> tuple[str, Summary]:
    """The JSON Lines of a run, and its summary."""
    out = io.StringIO()
    summary = batch.run(entries(), jsonl=out, **options)
    return out.getvalue(), summary


@pytest.fixture(scope="module")
def alone() -> tuple[str, Summary]:
    """What one process writes."""
    return written()


def test_documents_come_in_the_order_of_the_input(alone: tuple[str, Summary]) -> None:
    lines, summary = alone
    documents = [json.loads(line) for line in lines.splitlines()]
    assert [document["article"]["source"] for document in documents] == [f"{number:02}.txt" for number in range(20)]
    assert (summary.read, summary.unchanged, summary.passed_over, [str(failure) for failure in summary.failed]) == (20, 0, 1, ["broken.txt: empty: no text"])
    assert summary.facts["outcomes"] == sum(len(document["outcomes"]) for document in documents) > 0
    assert documents[0]["article"]["published_from"] == "dateline"


def test_same_bytes_with_any_number_of_workers_and_any_executor(alone: tuple[str, Summary]) -> None:
    assert written(workers=2)[0] == alone[0]
    with ThreadPoolExecutor(2) as executor:
        assert written(executor=executor)[0] == alone[0]


def test_same_bytes_as_the_library_and_in_a_later_memory_zone(alone: tuple[str, Summary], monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [batch.dated(entry) for entry in entries() if isinstance(entry, Article)]
    assert "".join(facts.to_json() + "\n" for facts in pipeline.pipe(texts)) == alone[0]
    monkeypatch.setattr(batch, "ZONE", 1)
    assert written()[0] == alone[0]


def test_unchanged_articles_are_not_read_again(tmp_path: Path, alone: tuple[str, Summary], monkeypatch: pytest.MonkeyPatch) -> None:
    with KnowledgeBase(tmp_path / "base.db") as kb:
        assert batch.run(entries(), kb=kb).read == 20
        monkeypatch.setattr(batch, "annotate", lambda job: pytest.fail("read again"))
        out = io.StringIO()
        summary = batch.run(entries(), kb=kb, jsonl=out)
        assert (summary.read, summary.unchanged, len(summary.failed)) == (0, 20, 1)
        assert out.getvalue() == alone[0]


def test_changed_text_day_or_title_is_read_again(tmp_path: Path) -> None:
    one = article(1)
    changed = [Article(one.source, one.text + " More."), Article(one.source, one.text, published="2020-01-01"), Article(one.source, one.text, title="A title")]
    with KnowledgeBase(tmp_path / "base.db") as kb:
        assert batch.run([one], kb=kb).read == 1
        for other in changed:
            assert batch.run([other], kb=kb).read == 1
            assert batch.run([other], kb=kb).unchanged == 1
        assert batch.run([changed[-1]], kb=kb, published="2021-01-01").read == 1
        assert kb.counts()["articles"] == 1


def test_article_that_breaks_a_component_is_named_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = pipeline.load()

    def prepared(article: Article, language: Any) -> Any:
        if article.source == "02.txt":
            raise ValueError("no such\nthing")
        return real(article, language)

    real = pipeline.prepared
    monkeypatch.setattr(pipeline, "prepared", prepared)
    monkeypatch.setattr(batch.worker, "language", lambda job: nlp)
    told: list[str] = []
    lines, summary = written(say=lambda failure: told.append(str(failure)))
    assert summary.read == len(lines.splitlines()) == 19
    assert told == ["02.txt: ValueError: no such thing; a fault of newsfacts, please report it with the text", "broken.txt: empty: no text"]


def test_base_that_refuses_one_article_keeps_the_rest_and_a_broken_base_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with KnowledgeBase(tmp_path / "base.db") as kb:
        real = kb.add

        def add(facts: Any, fingerprint: str | None = None) -> None:
            if facts.article.source == "01.txt":
                raise NewsfactsError("01.txt: contradicts itself")
            real(facts, fingerprint)

        monkeypatch.setattr(kb, "add", add)
        summary = batch.run(entries(4), kb=kb)
        assert (summary.read, [failure.source for failure in summary.failed]) == (3, ["01.txt", "broken.txt"])

        def full(facts: Any, fingerprint: str | None = None) -> None:
            raise NewsfactsError(f"{kb.where}: disk full")

        monkeypatch.setattr(kb, "add", full)
        with pytest.raises(NewsfactsError, match="disk full"):
            batch.run([article(9)], kb=kb)


def test_interrupt_keeps_what_is_done(tmp_path: Path) -> None:
    def interrupted() -> Iterator[Entry]:
        yield from [article(number) for number in range(batch.CHUNK)]
        raise KeyboardInterrupt

    with KnowledgeBase(tmp_path / "base.db") as kb:
        summary = batch.run(interrupted(), kb=kb)
        assert summary.interrupted
        assert summary.read == kb.counts()["articles"] == batch.CHUNK


def test_progress_is_told_after_each_chunk() -> None:
    seen: list[int] = []
    written(tell=lambda summary: seen.append(summary.read))
    assert seen == [batch.CHUNK, 20]


def test_wrong_model_is_told_from_any_worker() -> None:
    for workers in (1, 2):
        with pytest.raises(NewsfactsError, match="not installed"):
            written(model="no_such_model", workers=workers)


def test_the_learned_weights_are_read_when_a_worker_warms_up() -> None:
    outcome_learned.weights.cache_clear()
    pipeline.extract(batch.WARM_UP)
    assert outcome_learned.weights.cache_info().currsize == 1
