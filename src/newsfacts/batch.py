"""Reads many articles into a knowledge base and JSON Lines: chunks go to workers as texts and come back as documents, written in the order of the input."""
from __future__ import annotations

import gc
import json
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newsfacts import pipeline
from newsfacts.model import KINDS, Article, Facts, NewsfactsError, digest
from newsfacts.reader import Entry, Failure, PassedOver, dated

if TYPE_CHECKING:
    from newsfacts.kb import KnowledgeBase

CHUNK = 16
"""Articles that are annotated together, whatever the number of workers: the same arithmetic gives the same bytes."""
LONGEST = 512
"""Entries of one chunk, unchanged articles counted in."""
ZONE = 256
"""Articles after which a worker forgets the words it has seen."""


@dataclass(slots=True)
class Summary:
    """What a run did: articles read, failed, unchanged since the last run, files passed over, and new facts by kind."""

    read: int = 0
    failed: list[Failure] = field(default_factory=list)
    unchanged: int = 0
    passed_over: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is given: articles, and how to read them."""

    articles: tuple[Article, ...]
    model: str | None
    rules: tuple[str, ...]
    published: str | None


@dataclass(slots=True)
class Chunk:
    """Entries in the order of the input; `job` holds those that have to be annotated."""

    entries: list[Article | Failure]
    new: set[int]
    job: Job


@dataclass(frozen=True, slots=True)
class Run:
    """Where a run writes, and how it reads."""

    kb: KnowledgeBase | None
    jsonl: IO[str] | None
    model: str | None
    rules: tuple[str, ...]
    published: str | None
    fingerprint: str

    def mark(self, article: Article) -> str:
        """A hash of all that makes an article's facts besides its text."""
        return digest(self.fingerprint, article.title, article.published, article.published_from, article.url, article.language, self.published)

    def is_unchanged(self, article: Article) -> bool:
        """Whether the base holds the facts of this very article, read in this very way."""
        return self.kb is not None and self.kb.unchanged(article.source, article.sha256, self.mark(article))


def run(entries: Iterable[Entry], *, kb: KnowledgeBase | None = None, jsonl: IO[str] | None = None, workers: int = 1, model: str | None = None,
        rules: Iterable[str | Path] = (), published: str | None = None, executor: Executor | None = None, tell: Callable[[Summary], None] | None = None,
        say: Callable[[Failure], None] | None = None) -> Summary:
    """Reads articles, writes their facts, and tells what was done.

    `kb` takes the facts; articles that it holds unchanged are not read again. `jsonl` takes one document a line. `workers` above 1 starts as many processes;
    any concurrent.futures `executor` may be given in their place. `tell` is called after every chunk, `say` for every article that failed.
    An interrupt ends the run; what was written stays.
    """
    files = tuple(str(path) for path in rules)
    one = Run(kb, jsonl, model, files, published, pipeline.fingerprint(model, files))
    summary = Summary()
    try:
        with pool(workers, executor) as workforce:
            for chunk, made in annotated(chunks(entries, one, summary), workforce, ahead=2 * workers + 2):
                write(chunk, made, one, summary, say)
                if tell is not None:
                    tell(summary)
    except KeyboardInterrupt:
        summary.interrupted = True
    except BrokenExecutor:
        raise NewsfactsError(f"a worker process died, perhaps for want of memory; {summary.read} articles are kept: run again with fewer --workers") from None
    return summary


def chunks(entries: Iterable[Entry], one: Run, summary: Summary) -> Iterator[Chunk]:
    """The input in pieces of at most CHUNK articles that have to be annotated."""
    row: list[Article | Failure] = []
    new: set[int] = set()
    for entry in entries:
        if isinstance(entry, PassedOver):
            summary.passed_over += 1
            continue
        if isinstance(entry, Article) and not one.is_unchanged(entry):
            new.add(len(row))
        row.append(entry)
        if len(new) == CHUNK or len(row) == LONGEST:
            yield chunk(row, new, one)
            row, new = [], set()
    if row:
        yield chunk(row, new, one)


def chunk(row: list[Article | Failure], new: set[int], one: Run) -> Chunk:
    """A piece of the input with the job that it makes."""
    articles = tuple(entry for place, entry in enumerate(row) if place in new and isinstance(entry, Article))
    return Chunk(row, new, Job(articles, one.model, one.rules, one.published))


def annotated(pieces: Iterable[Chunk], workforce: Executor | None, ahead: int) -> Iterator[tuple[Chunk, list[str]]]:
    """Each piece with what `annotate` made of its job, in order; at most `ahead` pieces are on their way."""
    if workforce is None:
        for piece in pieces:
            yield piece, annotate(piece.job) if piece.new else []
        return
    waiting: deque[tuple[Chunk, Future[list[str]] | None]] = deque()
    try:
        for piece in pieces:
            waiting.append((piece, workforce.submit(annotate, piece.job) if piece.new else None))
            if len(waiting) > ahead:
                yield finished(*waiting.popleft())
        while waiting:
            yield finished(*waiting.popleft())
    finally:
        for _, future in waiting:
            if future is not None:
                future.cancel()


def finished(piece: Chunk, future: Future[list[str]] | None) -> tuple[Chunk, list[str]]:
    """A piece with its result, waited for."""
    return piece, future.result() if future is not None else []


@contextmanager
def pool(workers: int, executor: Executor | None) -> Iterator[Executor | None]:
    """The given executor, own processes for more than one worker, or None for this process."""
    if executor is not None or workers <= 1:
        yield executor
        return
    own = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        yield own
    finally:
        own.shutdown(wait=True, cancel_futures=True)


def write(piece: Chunk, made: list[str], one: Run, summary: Summary, say: Callable[[Failure], None] | None) -> None:
    """Writes a piece's documents in order and counts them."""
    documents = iter(made)
    for place, entry in enumerate(piece.entries):
        if isinstance(entry, Article) and place not in piece.new:
            summary.unchanged += 1
            known = one.kb.document(entry.source) if one.kb is not None and one.jsonl is not None else None
            if known is not None and one.jsonl is not None:
                one.jsonl.write(known.to_json() + "\n")
            continue
        result = entry if isinstance(entry, Failure) else store(entry, next(documents), one, summary)
        if result is not None:
            summary.failed.append(result)
            if say is not None:
                say(result)


def store(article: Article, line: str, one: Run, summary: Summary) -> Failure | None:
    """Writes one document to the base and to JSON Lines; a Failure where the worker made none."""
    if not line.startswith("{"):
        return Failure(article.source, line)
    document = json.loads(line)
    if one.kb is not None:
        try:
            one.kb.add(Facts.from_dict(document), fingerprint=one.mark(article))
        except NewsfactsError as error:
            if str(error).startswith(one.kb.where):
                raise
            return Failure(article.source, str(error))
    if one.jsonl is not None:
        one.jsonl.write(line + "\n")
    summary.read += 1
    summary.facts.update({kind: len(document[kind]) for kind in KINDS})
    return None


class Worker(threading.local):
    """What a worker (a process, or a thread of a pool) keeps between jobs: the pipeline, and spaCy's memory zone, renewed after ZONE articles."""

    def __init__(self) -> None:
        self.key: tuple[str | None, tuple[str, ...]] | None = None
        self.nlp: Any = None
        self.zone = ExitStack()
        self.seen = 0

    def language(self, job: Job) -> Any:
        """The pipeline of a job, loaded once; all that is built on first use is built before the first zone, whose words are forgotten."""
        if self.key != (job.model, job.rules):
            self.zone.close()
            self.nlp, self.seen = pipeline.load(job.model, rules=job.rules), ZONE
            pipeline.extract(WARM_UP, self.nlp)
            settle()
            self.key = (job.model, job.rules)
        if self.seen >= ZONE and hasattr(self.nlp, "memory_zone"):
            self.zone.close()
            self.zone.enter_context(self.nlp.memory_zone())
            self.seen = 0
        self.seen += len(job.articles)
        return self.nlp


def settle() -> None:
    """Takes what a run keeps to its end (model, tables) out of the search for garbage, which else goes through all of it after every few dozen articles."""
    gc.collect()
    gc.freeze()


WARM_UP = ("On 6 May 2019 Dr Ann Lee of the Ministry of Health (MoH) opened a two-day workshop in Lusaka, Zambia, where 12 nurses were trained. "
           "A man spoke of 40 grey stones.")
worker = Worker()


def annotate(job: Job) -> list[str]:
    """One string an article: its document as JSON, or, beginning with anything but a brace, why there is none. Runs in a worker."""
    nlp = worker.language(job)
    articles = [dated(article, job.published) for article in job.articles]
    nlp.max_length = max(nlp.max_length, 1 + max(len(article.text) for article in articles))
    try:
        return [facts.to_json() for facts in pipeline.pipe(articles, nlp, batch_size=CHUNK)]
    except NewsfactsError:
        raise
    except Exception:
        return [alone(article, nlp) for article in articles]


def alone(article: Article, nlp: Any) -> str:
    """The document of one article, or the error that it meets."""
    try:
        return pipeline.extract(article, nlp).to_json()
    except Exception as error:
        return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}; a fault of newsfacts, please report it with the text"
