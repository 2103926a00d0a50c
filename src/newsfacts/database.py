"""Opens SQLite or PostgreSQL by URL, and says in one line what went wrong there."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from newsfacts.model import NewsfactsError
from newsfacts.tables import METADATA, SCHEMA_VERSION, VERSION, create

FORMS = "give a file name, sqlite:///FILE or postgresql://USER@HOST/DATABASE"
LOCK = 6170263829      # writers on PostgreSQL stand in line for this number, as those on SQLite do for the file

WAIT = 30.0             # seconds until a base in use by another writer is given up

# A part of a database's message, and what to do about it.
REMEDIES = (
    ("file is not a database", "name another file, or a new one"),
    ("file is encrypted", "name another file, or a new one"),
    ("malformed", "the file is damaged: make it again from the articles or a JSON Lines file"),
    ("unable to open", "the folder must exist and be open to writing"),
    ("readonly", "make the file and its folder writable, or name another file"),
    ("read-only", "use a database that may be written to"),
    ("locked", "another program is writing: try again when it is done"),
    ("full", "make room on the disk"),
    ("password", "check user and password"),
    ("permission denied", "ask for the right to write there"),
    ("does not exist", "check the name, or make it with createdb"),
    ("refused", "check that the server runs at this host and port"),
    ("resolve", "check the host's name"),
    ("disk i/o", "the file cannot be read or written there: name another file"),
    ("timeout", "check that the server runs at this host and port"),
)


def address(url: str | os.PathLike[str]) -> URL:
    """The URL of a base; a plain path is an SQLite file. Raises NewsfactsError where it is neither SQLite nor PostgreSQL."""
    text = os.fspath(url)
    if "\0" in text:
        raise NewsfactsError(f"{text!r}: the name of a base has no NUL: {FORMS}")
    if "://" not in text:
        if not text.strip():
            raise NewsfactsError(f"the name of the base is empty: {FORMS}")
        return URL.create("sqlite+pysqlite", database=text)
    try:
        made = make_url(text)
    except (ArgumentError, ValueError):     # its message may hold a password
        raise NewsfactsError(f"{text.partition('://')[0]}://…: no URL of a base: {FORMS}") from None
    driver = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}.get(made.drivername.partition("+")[0])
    if driver is None:
        raise NewsfactsError(f"{shown(made)}: {made.drivername} is neither SQLite nor PostgreSQL: {FORMS}")
    if driver.startswith("postgresql") and not made.database:
        raise NewsfactsError(f"{shown(made)}: names no database: {FORMS}")
    if "@" in (made.host or ""):
        raise NewsfactsError(f"{made.drivername}://…: has more than one @; write %40 for that in a password")
    return made.set(drivername=driver)


def shown(url: URL) -> str:
    """A URL as it may be shown: a file's name, or a URL without password and options."""
    if url.drivername.startswith("sqlite"):
        return url.database or ":memory:"
    return URL.create(url.drivername.partition("+")[0], url.username, None, url.host, url.port, url.database).render_as_string()


def engine(url: URL) -> Engine:
    """A SQLAlchemy engine whose transactions begin where we say so."""
    if url.drivername.startswith("sqlite"):
        if url.host:
            raise NewsfactsError(f"sqlite://{url.host}/…: an SQLite file has no host: {FORMS}")
        made = create_engine(url, connect_args={"timeout": WAIT})
        event.listen(made, "connect", on_connect)
        event.listen(made, "begin", on_begin)
        return made
    options: dict[str, Any] = {} if "connect_timeout" in url.query else {"connect_timeout": 10}
    return create_engine(url, connect_args={"client_encoding": "utf8", **options})


def on_connect(connection: Any, _: object) -> None:
    """Takes over the beginning of transactions from the driver, which is late with it, and holds rows to their article."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def on_begin(connection: Connection) -> None:
    """Begins a transaction; one that will write waits for its turn at once, and where `begins` is false each statement is one."""
    options = connection.get_execution_options()
    if options.get("begins", True):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


@contextlib.contextmanager
def told(where: str) -> Iterator[None]:
    """Turns the errors of a database into one line that names the base and the remedy."""
    try:
        yield
    except SQLAlchemyError as error:
        raise NewsfactsError(f"{where}: {reason(error)}") from None
    except UnicodeEncodeError as error:
        raise NewsfactsError(f"{where}: {error.object!a} has a lone surrogate, which no base can hold; give the text in proper Unicode") from None


@contextlib.contextmanager
def one_of_many(source: str) -> Iterator[None]:
    """Turns errors that are one article's own into one line that names it; those of the base itself pass."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlstate", None) or ""
        if isinstance(error, (DataError, IntegrityError)) or code.startswith("54"):     # 54: beyond a limit of the server
            raise NewsfactsError(f"{source}: {reason(error)}") from None
        raise


def reason(error: SQLAlchemyError) -> str:
    """What a database says, in one line, with a remedy."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    lines = [one.strip() for one in str(cause).splitlines() if one.strip()] or [type(cause).__name__]
    message = lines[0].removeprefix("(").rstrip(".")
    low = " ".join(lines).lower()
    remedy = next((remedy for part, remedy in REMEDIES if part in low), "check the base" if isinstance(error, OperationalError) else "report this as a bug")
    return f"{message}; {remedy}"


@contextlib.contextmanager
def writing(made: Engine) -> Iterator[Connection]:
    """A transaction that writes, one at a time."""
    with made.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        yield connection


def prepare(made: Engine, where: str, fresh: bool) -> None:
    """Checks the schema version of a base, and makes the tables of an empty one. Raises NewsfactsError where it is not ours, newer, or must not be made."""
    with made.connect() as connection:
        present = set(inspect(connection).get_table_names())
    if not present & set(METADATA.tables):
        if not fresh:
            raise NewsfactsError(f"{where}: holds no facts yet; make it with `newsfacts extract … --kb {where}`")
        with writing(made) as connection:
            if not inspect(connection).has_table(SCHEMA_VERSION.name):
                create(connection)
        return
    if SCHEMA_VERSION.name not in present:
        raise NewsfactsError(f"{where}: has tables of another program ({', '.join(sorted(present & set(METADATA.tables)))}); name another base")
    with made.connect() as connection:
        version = connection.execute(select(SCHEMA_VERSION.c.version)).scalar()
    if version != VERSION:
        remedy = "update newsfacts" if isinstance(version, int) and version > VERSION else "make the base again"
        raise NewsfactsError(f"{where}: the base has schema version {version}, this newsfacts reads {VERSION}; {remedy}")


def missing(url: URL) -> bool:
    """Whether an SQLite file is not there."""
    file = url.database if url.drivername.startswith("sqlite") and "uri" not in url.query else None
    return bool(file) and file != ":memory:" and not Path(str(file)).exists()
