"""The tables of the knowledge base: one a kind, its lists, the evidence, a view over all facts and the full-text index."""
from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

from newsfacts.model import KINDS
from newsfacts.rows import COLUMNS, LINKS, Columns

VERSION = 1     # of the tables; a base with another one is not opened

METADATA = sa.MetaData()

# sa.Text sorts by code point on both databases, so that the order of results is one.
TEXT = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
TYPES: dict[type, TypeEngine[object]] = {str: TEXT, int: sa.BigInteger(), float: sa.Double()}   # type: ignore[dict-item]

# What is looked up by a filter, beside the primary keys.
INDEXES = {"organisations": ("country", "kind"), "countries": ("code",), "places": ("country",), "dates": ("start", "end"),
           "events": ("type", "country", "start"), "outcomes": ("type", "start"), "findings": ("code",),
           "event_countries": ("country",), "outcome_countries": ("country",)}

# The columns of the view `facts`: what names an item, its type, date and status.
LABELS = {"counts": "phrase", "dates": "value", "durations": "value", "outcomes": "phrase", "findings": "message"}
KINDS_OF_TYPE = {"organisations": "kind", "places": "kind", "counts": "kind", "events": "type", "outcomes": "type", "findings": "code"}
DATES = {"dates": "value", "events": "dates", "outcomes": "date"}
COUNTRIES = {"organisations": "country", "countries": "code", "places": "country", "events": "country"}


def table(name: str, columns: Columns, keys: tuple[str, ...]) -> sa.Table:
    """A table whose rows belong to an article and go with it."""
    made = [sa.Column(one, TYPES[kind], *([sa.ForeignKey("articles.id", ondelete="CASCADE")] if one == "article" else []), primary_key=one in keys)
            for one, kind in columns.items()]
    return sa.Table(name, METADATA, *made, sqlite_with_rowid=False)


ARTICLES = sa.Table(
    "articles", METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),    # the full-text index of SQLite needs a whole number
    *(sa.Column(name, TYPES[kind], nullable=name not in ("id", "source")) for name, kind in COLUMNS["articles"].items()),
    sa.Column("fingerprint", TEXT),
    sa.Column("document", TEXT, nullable=False),
    sa.UniqueConstraint("id"),
)
TABLES: dict[str, sa.Table] = {
    **{kind: table(kind, COLUMNS[kind], ("article", "id")) for kind in KINDS},
    **{name: table(name, COLUMNS[name], ("article", LINKS[name][2], "ordinal")) for name in LINKS},
    "evidence": table("evidence", COLUMNS["evidence"], ("article", "ordinal")),
}
SCHEMA_VERSION = sa.Table("schema_version", METADATA, sa.Column("version", sa.Integer, primary_key=True, autoincrement=False))

sa.Index("evidence_item", TABLES["evidence"].c.item)
for name, columns in INDEXES.items():
    for column in columns:
        sa.Index(f"{name}_{column}", TABLES[name].c[column])
for kind in KINDS:
    sa.Index(f"{kind}_id", TABLES[kind].c.id)


def view() -> sa.CompoundSelect[Any]:
    """One row per item of any kind: what the view `facts` shows."""
    return sa.union_all(*(view_part(kind) for kind in KINDS))


def view_part(kind: str) -> sa.Select[Any]:
    """The rows of one kind in the view `facts`."""
    own = TABLES[kind].c
    nothing: sa.ColumnElement[Any] = sa.cast(sa.null(), TEXT)
    label = sa.func.coalesce(own.name, own.type) if kind == "events" else own[LABELS.get(kind, "name")]
    made: dict[str, sa.ColumnElement[Any]] = {
        "article": own.article, "source": ARTICLES.c.source, "kind": sa.cast(kind, TEXT), "ordinal": own.ordinal, "id": own.id, "label": label,
        "type": own[KINDS_OF_TYPE[kind]] if kind in KINDS_OF_TYPE else nothing,
        "date": own[DATES[kind]] if kind in DATES else nothing,
        "country": own[COUNTRIES[kind]] if kind in COUNTRIES else codes() if kind == "outcomes" else nothing,
        "status": own.status if kind in ("events", "outcomes") else nothing,
        "sentence": own.sentence}
    return sa.select(*(value.label(name) for name, value in made.items())).join_from(TABLES[kind], ARTICLES, own.article == ARTICLES.c.id)


def codes() -> sa.ColumnElement[Any]:
    """The codes of an outcome's countries with blanks between."""
    own, table = TABLES["outcomes"].c, TABLES["outcome_countries"].c
    chosen = sa.select(sa.func.aggregate_strings(table.country, " ")).where(table.article == own.article, table.outcome == own.id)
    return chosen.correlate(TABLES["outcomes"]).scalar_subquery()


SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE articles_search USING fts5(title, text, content='articles', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_search_in AFTER INSERT ON articles BEGIN "
    "INSERT INTO articles_search(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER articles_search_out AFTER DELETE ON articles BEGIN "
    "INSERT INTO articles_search(articles_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
)
POSTGRESQL_SEARCH = (      # stems English words as that of SQLite does, and like it knows no words too common to look for
    "CREATE TEXT SEARCH DICTIONARY newsfacts_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION newsfacts (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION newsfacts ALTER MAPPING REPLACE english_stem WITH newsfacts_stem",
    "CREATE TABLE articles_search (article text COLLATE \"C\" PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, words tsvector NOT NULL)",
    "CREATE INDEX articles_search_words ON articles_search USING gin (words)",
)


def create(connection: sa.Connection) -> None:
    """Makes all tables, the view and the full-text index."""
    METADATA.create_all(connection, checkfirst=False)
    dialect = connection.dialect
    shown = str(view().compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    for statement in (f"CREATE VIEW facts AS {shown}", *(SQLITE_SEARCH if dialect.name == "sqlite" else POSTGRESQL_SEARCH)):
        connection.exec_driver_sql(statement.replace("%", "%%") if dialect.name != "sqlite" else statement)
    connection.execute(sa.insert(SCHEMA_VERSION), {"version": VERSION})
