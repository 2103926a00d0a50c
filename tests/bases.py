"""Empty bases on either database."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest
import sqlalchemy as sa

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
