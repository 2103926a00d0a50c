"""The knowledge base: puts the facts of articles away and finds them again, on SQLite or PostgreSQL."""
from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlalchemy.exc import DBAPIError

from newsfacts import database, export
from newsfacts.answers import CHUNK, Item, around, flat, quoted
from newsfacts.filters import Filters, every, matches, selection
from newsfacts.model import KINDS, Facts, NewsfactsError, digest
from newsfacts.rows import LONE, Row, fold, line, rows
from newsfacts.tables import ARTICLES, TABLES

BATCH = 100         # articles in one transaction
INDEXED = 150_000   # characters of an article's text that PostgreSQL's text search is sure to hold

Failed = Callable[[Facts, NewsfactsError], None]

STATE = select(ARTICLES.c.sha256, ARTICLES.c.fingerprint).where(ARTICLES.c.id == bindparam("id"))
BEFORE = select(ARTICLES.c.number, ARTICLES.c.fingerprint, ARTICLES.c.document).where(ARTICLES.c.id == bindparam("id"))
DOCUMENT = select(ARTICLES.c.document).where(ARTICLES.c.id == bindparam("id"))
NUL = {0: "␀"}                                              # PostgreSQL holds no NUL; the document beside the rows keeps it, escaped


class KnowledgeBase:
    """The facts of many articles.

    `url` is the name of an SQLite file, `sqlite:///FILE` or `postgresql://USER@HOST/DATABASE`; with `create=False` a base that is not there yet is an error.
    To be used in a `with` block or closed. All errors are NewsfactsError in one line that names the base, without a password.
    """

    def __init__(self, url: str | os.PathLike[str], *, create: bool = True) -> None:
        made = database.address(url)
        self.where = database.shown(made)
        if not create and database.missing(made):
            raise NewsfactsError(f"{self.where}: no such base; make it with `newsfacts extract … --kb {self.where}`")
        self.engine = database.engine(made)
        self._reader: Connection | None = None
        self._unfit = LONE if made.drivername.startswith("sqlite") else LONE | NUL
        try:
            with database.told(self.where):
                database.prepare(self.engine, self.where, create)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> KnowledgeBase:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the base."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        self.engine.dispose()

    def add(self, facts: Facts, fingerprint: str | None = None) -> None:
        """Puts the facts of an article in place of those from the same source; `fingerprint` is that of the pipeline that made them."""
        with database.told(self.where), database.writing(self.engine) as connection:
            self._put(connection, facts, fingerprint)

    def add_many(self, documents: Iterable[Facts], fingerprint: str | None = None, *, batch: int = BATCH, failed: Failed | None = None) -> int:
        """Adds the facts of many articles, some in each transaction, and gives how many there were.

        An article that cannot be kept goes to `failed` and the rest is kept; without `failed` its error is raised when those before it are kept.
        Where `documents` itself fails, what it gave before is kept.
        """
        if batch < 1:
            raise NewsfactsError(f"batch is {batch}; give 1 or more")
        kept, waiting, stream = 0, list[Facts](), iter(documents)
        try:
            for facts in stream:
                waiting.append(facts)
                if len(waiting) == batch:
                    ready, waiting = waiting, []
                    kept += self._put_all(ready, fingerprint, failed)
        finally:
            kept += self._put_all(waiting, fingerprint, failed)
        return kept

    def _put_all(self, documents: list[Facts], fingerprint: str | None, failed: Failed | None) -> int:
        """Writes some articles in one transaction, each under a savepoint."""
        errors: list[tuple[Facts, NewsfactsError]] = []
        if documents:
            with database.told(self.where), database.writing(self.engine) as connection:
                for facts in documents:
                    try:
                        with database.one_of_many(facts.article.source), connection.begin_nested():
                            self._put(connection, facts, fingerprint)
                    except NewsfactsError as error:
                        errors.append((facts, error))
                        if failed is None:
                            break
        for facts, reason in errors:
            if failed is None:
                raise reason
            failed(facts, reason)
        return len(documents) - len(errors)

    def _put(self, connection: Connection, facts: Facts, fingerprint: str | None) -> None:
        """Writes the rows and the document of an article."""
        document, made = line(facts), rows(facts)
        if "\\ud" in document or "\\u0000" in document:
            made = {table: [{name: self._fit(value) for name, value in row.items()} for row in group] for table, group in made.items()}
        article = {**made.pop("articles")[0], "fingerprint": fingerprint, "document": document}
        before = connection.execute(BEFORE, {"id": article["id"]}).first()
        if before is not None:
            if (before.fingerprint, before.document) == (fingerprint, document):
                return
            article["number"] = before.number
            connection.execute(delete(ARTICLES).where(ARTICLES.c.id == article["id"]))
        connection.execute(insert(ARTICLES), article)
        for table, group in made.items():
            if group:
                connection.execute(insert(TABLES[table]), group)
        if connection.dialect.name == "postgresql":
            index(connection, article)

    def _fit(self, value: Any) -> Any:
        """A text with other characters for those that the database cannot hold, one for one, so that offsets stay; anything else as it is."""
        return value.translate(self._unfit) if isinstance(value, str) else value

    def forget(self, source: str) -> int:
        """Removes the article of a source or id with all its rows; gives how many articles that were."""
        with database.told(self.where), database.writing(self.engine) as connection:
            return connection.execute(delete(ARTICLES).where(ARTICLES.c.id.in_(identities(source)))).rowcount

    def unchanged(self, source: str, sha256: str, fingerprint: str | None) -> bool:
        """Whether the base holds the facts of this very text, made by this very pipeline."""
        with database.told(self.where):
            if self._reader is None:
                self._reader = self.engine.connect().execution_options(begins=False)    # kept open: this is asked of every article of a run
            found = self._reader.execute(STATE, {"id": digest("article", source)}).first()
            self._reader.rollback()
        return found is not None and tuple(found) == (sha256, fingerprint)

    def document(self, source: str) -> Facts | None:
        """The facts of the article with this source or id, as they were added."""
        with database.told(self.where), self.engine.connect() as connection:
            found = next((one for id in identities(source) if (one := connection.execute(DOCUMENT, {"id": id}).scalar()) is not None), None)
        return None if found is None else Facts.from_json(found)

    def documents(self) -> Iterator[str]:
        """All documents as lines of JSON, by source."""
        with database.told(self.where), self.engine.connect() as connection:
            yield from connection.execution_options(yield_per=CHUNK).execute(
                select(ARTICLES.c.document).order_by(ARTICLES.c.source, ARTICLES.c.id)
            ).scalars()

    def find(self, kind: str, *, country: str | None = None, since: str | datetime.date | None = None, until: str | datetime.date | None = None,
             type: str | None = None, organisation: str | None = None, status: str | None = None, text: str | None = None, source: str | None = None,
             limit: int | None = None) -> list[Item]:
        """Items of a kind by source and place in the text: the item as in the document without its evidence, with `source` and `article` (its id) before,
        and `text` (the first evidence) and `sentence` (around it) behind. See `Filters` for what the filters ask."""
        if limit is not None and limit < 0:
            raise NewsfactsError(f"limit is {limit}; give 0 or more")
        with database.told(self.where), self.engine.connect() as connection:
            code = country and self._code(connection, country)
            filters = Filters(*map(self._fit, (code, since, until, type, organisation, status, text, source)))
            return list(flat(connection, kind, list(connection.execute(selection(kind, filters, connection.dialect).limit(limit)))))

    def _code(self, connection: Connection, country: str) -> str:
        """The alpha-2 code of a country given by code or name."""
        if len(country) == 2:
            return country.upper()
        own = TABLES["countries"].c
        known = connection.execute(select(own.code, own.alpha_3, own.name).distinct().order_by(own.code)).all()
        found = next((code for code, alpha_3, name in known if country.upper() == alpha_3 or fold(country) == fold(name)), None)
        if found is None:
            raise NewsfactsError(f"{self.where}: no article names a country {country!r}; give a code such as ZA or a common English name such as South Africa")
        return str(found)

    def get(self, id: str) -> Facts | Item | None:
        """The facts of an article by its id or source; or an item by its id: `kind` (people, …), `source`, `article` (its id), `item` as in the document but
        with the quoted `text` in each evidence, and `sentence`. None where there is neither."""
        if (facts := self.document(id)) is not None:
            return facts
        with database.told(self.where), self.engine.connect() as connection:
            for kind in KINDS:
                own = TABLES[kind].c
                chosen = connection.execute(every(kind).where(own.id == self._fit(id)).limit(1)).first()
                if chosen is not None:
                    return quoted(connection, kind, chosen)
        return None

    def search(self, text: str, limit: int | None = None) -> list[Item]:
        """Articles that hold all words (in any form of theirs) and "phrases" of a text, the best first, with the sentence of the first word."""
        with database.told(self.where), self.engine.connect() as connection:
            found = connection.execute(matches(self._fit(text), connection.dialect).limit(limit)).mappings().all()
        return [{name: one[name] for name in ("id", "source", "title", "published", "url")} | {"sentence": around(one["text"], text)} for one in found]

    def counts(self) -> dict[str, int]:
        """How many articles there are, and how many items of each kind."""
        with database.told(self.where), self.engine.connect() as connection:
            tables = (ARTICLES, *(TABLES[kind] for kind in KINDS))
            return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}

    def export(self, format: str, out: str | Path | IO[str]) -> None:
        """Writes all documents, by source, in one of `export.FORMATS` to a file, an open text stream, or a folder (csv, parquet)."""
        export.write(format, self.documents(), out)


def identities(name: str) -> list[str]:
    """The ids that an article named by its source, or its id, may have."""
    return [digest("article", name), *([name] if re.fullmatch("[0-9a-f]{16}", name) else [])]


def index(connection: Connection, article: Row) -> None:
    """Puts an article into PostgreSQL's text search; of one with too many different words only the beginning."""
    for length in (len(article["text"]), INDEXED):
        words = fold(f"{article['title'] or ''} {article['text'][:length]}")
        try:
            with connection.begin_nested():
                connection.exec_driver_sql("INSERT INTO articles_search (article, words) VALUES (%s, to_tsvector('newsfacts', %s))", (article["id"], words))
            return
        except DBAPIError:
            if length <= INDEXED:
                raise
