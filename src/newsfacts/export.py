"""Writes documents in other forms: JSON, JSON Lines, CSV, Parquet, JSON-LD."""
from __future__ import annotations

import contextlib
import csv
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from newsfacts import jsonld
from newsfacts.model import Facts, NewsfactsError
from newsfacts.rows import COLUMNS, LONE, Row, rows

BATCH = 500     # articles in one write of a Parquet file

Out = str | os.PathLike[str] | IO[str]


def write(format: str, documents: Iterable[str], out: Out) -> None:
    """Writes documents (lines of JSON, in the order that the result shall have) to a file or an open text stream; csv and parquet to a folder."""
    if format in STREAMS:
        if isinstance(out, (str, os.PathLike)):
            with told(out), replacing(Path(out)) as stream:
                STREAMS[format](documents, stream)
        else:
            STREAMS[format](documents, out)
    elif format in FOLDERS:
        if not isinstance(out, (str, os.PathLike)):
            raise NewsfactsError(f"format {format} is a folder of files; name the folder")
        with told(out):
            FOLDERS[format](documents, Path(out))
    else:
        raise NewsfactsError(f"format {format!r} is none of {', '.join(FORMATS)}")


@contextlib.contextmanager
def told(out: str | os.PathLike[str]) -> Iterator[None]:
    """Turns the errors of the file system into one line that names the target."""
    try:
        yield
    except OSError as error:
        raise NewsfactsError(f"{os.fspath(out)}: {error.strerror or error}; name a target that can be written") from None


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file that takes the place of `path` when it is whole; a device or pipe is written as it comes."""
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_jsonl(documents: Iterable[str], stream: IO[str]) -> None:
    """One document a line."""
    for document in documents:
        stream.write(document + "\n")


def write_json(documents: Iterable[str], stream: IO[str]) -> None:
    """An array of documents."""
    write_list(documents, stream, "[", "]")


def write_jsonld(documents: Iterable[str], stream: IO[str]) -> None:
    """One JSON-LD document with all nodes in its graph."""
    nodes = jsonld.nodes(Facts.from_json(document) for document in documents)
    write_list(nodes, stream, '{"@context":"https://schema.org","@graph":[', "]}")


def write_list(parts: Iterable[str], stream: IO[str], opening: str, closing: str) -> None:
    """Parts one a line between brackets, with commas."""
    stream.write(opening)
    for place, part in enumerate(parts):
        stream.write((",\n" if place else "\n") + part)
    stream.write("\n" + closing + "\n")


def groups(documents: Iterable[str]) -> Iterator[dict[str, list[Row]]]:
    """The rows of each document by table, with the source of the article in those of the kinds."""
    for document in documents:
        facts = Facts.from_json(document)
        made = rows(facts)
        yield {table: [{**row, "source": facts.article.source} for row in group] for table, group in made.items()}


def columns(table: str) -> dict[str, type]:
    """The columns of an exported table: those of the base, and the article's source in each."""
    own = COLUMNS[table]
    return own if table == "articles" else {"article": str, "source": str, **own}


def write_csv(documents: Iterable[str], folder: Path) -> None:
    """One CSV file a table (RFC 4180, UTF-8): each kind, its lists, the articles and the evidence."""
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        sheets = {}
        for table in COLUMNS:
            stream = stack.enter_context(replacing(folder / f"{table}.csv"))
            sheets[table] = csv.DictWriter(stream, columns(table), lineterminator="\r\n")
            sheets[table].writeheader()
        for group in groups(documents):
            for table, made in group.items():
                sheets[table].writerows({name: value.translate(LONE) if isinstance(value, str) else value for name, value in row.items()} for row in made)


def write_parquet(documents: Iterable[str], folder: Path) -> None:
    """One Parquet file a table, as for CSV. Raises NewsfactsError where pyarrow is not installed."""
    try:
        import pyarrow  # type: ignore[import-not-found,unused-ignore]
        from pyarrow import parquet
    except ImportError:
        raise NewsfactsError("format parquet needs the package pyarrow; `pip install pyarrow`, or export csv") from None
    folder.mkdir(parents=True, exist_ok=True)
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    waiting: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    schemas = {table: pyarrow.schema([(name, types[kind]) for name, kind in columns(table).items()]) for table in COLUMNS}
    with contextlib.ExitStack() as stack:
        files = {table: stack.enter_context(parquet.ParquetWriter(folder / f"{table}.parquet", schemas[table])) for table in COLUMNS}

        def flush() -> None:
            for table, made in waiting.items():
                if made:
                    files[table].write_table(pyarrow.Table.from_pylist(made, schemas[table]))
                    made.clear()

        for place, group in enumerate(groups(documents), 1):
            for table, made in group.items():
                waiting[table].extend({name: typed(value, columns(table)[name]) for name, value in row.items()} for row in made)
            if place % BATCH == 0:
                flush()
        flush()


def typed(value: Any, kind: type) -> Any:
    """A value as its Parquet column holds it."""
    if isinstance(value, str):
        return value.translate(LONE)
    return float(value) if kind is float and value is not None else value


STREAMS: dict[str, Callable[[Iterable[str], IO[str]], None]] = {"json": write_json, "jsonl": write_jsonl, "jsonld": write_jsonld}
FOLDERS: dict[str, Callable[[Iterable[str], Path], None]] = {"csv": write_csv, "parquet": write_parquet}
FORMATS = (*STREAMS, *FOLDERS)
