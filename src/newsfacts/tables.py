"""The tables of the knowledge base: one a kind, its lists, the evidence, a view over all facts and the full-text index."""
from __future__ import annotations

from sqlalchemy import (BigInteger, Column, Connection, Double, ForeignKey, Index, Integer, MetaData, Select, Table, Text, UniqueConstraint, cast, func, insert,
                        literal, null, select, union_all)
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

from newsfacts.model import KINDS
from newsfacts.rows import COLUMNS, LINKS, Columns

VERSION = 1     # of the tables; a base with another one is not opened

METADATA = MetaData()

# Text sorts by code point on both databases, so that the order of results is one.
TEXT = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
TYPES: dict[type, TypeEngine[object]] = {str: TEXT, int: BigInteger(), float: Double()}   # type: ignore[dict-item]

# What is looked up by a filter, beside the primary keys.
INDEXES = {"organisations": ("country", "kind"), "countries": ("code",), "places": ("country",), "dates": ("start", "end"),
           "events": ("type", "country", "start"), "outcomes": ("type", "start"), "findings": ("code",), "event_countries": ("country",), "outcome_countries": ("country",)}

# The columns of the view `facts`: what names an item, its type, date and status.
LABELS = {"counts": "phrase", "dates": "value", "durations": "value", "outcomes": "phrase", "findings": "message"}
KINDS_OF_TYPE = {"organisations": "kind", "places": "kind", "counts": "kind", "events": "type", "outcomes": "type", "findings": "code"}
DATES = {"dates": "value", "events": "dates", "outcomes": "date"}
COUNTRIES = {"organisations": "country", "countries": "code", "places": "country", "events": "country"}


def table(name: str, columns: Columns, keys: tuple[str, ...]) -> Table:
    """A table whose rows belong to an article and go with it."""
    made = [Column(one, TYPES[kind], *([ForeignKey("articles.id", ondelete="CASCADE")] if one == "article" else []), primary_key=one in keys)
            for one, kind in columns.items()]
    return Table(name, METADATA, *made)


ARTICLES = Table(
    "articles", METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),    # the full-text index of SQLite needs a whole number
    *(Column(name, TYPES[kind], nullable=name not in ("id", "source")) for name, kind in COLUMNS["articles"].items()),
    Column("fingerprint", TEXT),
    Column("document", TEXT, nullable=False),
    UniqueConstraint("id"),
)
TABLES: dict[str, Table] = {
    **{kind: table(kind, COLUMNS[kind], ("article", "id")) for kind in KINDS},
    **{name: table(name, COLUMNS[name], ("article", LINKS[name][2], "ordinal")) for name in LINKS},
    "evidence": table("evidence", COLUMNS["evidence"], ("article", "ordinal")),
}
SCHEMA_VERSION = Table("schema_version", METADATA, Column("version", Integer, primary_key=True))

Index("evidence_item", TABLES["evidence"].c.item)
for name, columns in INDEXES.items():
    for column in columns:
        Index(f"{name}_{column}", TABLES[name].c[column])
for kind in KINDS:
    Index(f"{kind}_id", TABLES[kind].c.id)


def view() -> Select[tuple[object, ...]]:
    """One row per item of any kind: what the view `facts` shows."""
    parts = [view_part(kind) for kind in KINDS]
    return union_all(*parts)   # type: ignore[return-value]


def view_part(kind: str) -> Select[tuple[object, ...]]:
    """The rows of one kind in the view `facts`."""
    own = TABLES[kind].c
    label = func.coalesce(own.name, own.type) if kind == "events" else own[LABELS.get(kind, "name")]
    codes = TABLES["outcome_countries"].c
    country = own[COUNTRIES[kind]] if kind in COUNTRIES else cast(null(), Text)
    if kind == "outcomes":
        country = select(func.aggregate_strings(codes.country, " ")).where(codes.article == own.article, codes.outcome == own.id).scalar_subquery()
    made = {"article": own.article, "source": ARTICLES.c.source, "kind": literal(kind, literal_execute=True), "ordinal": own.ordinal, "id": own.id, "label": label,
            "type": own[KINDS_OF_TYPE[kind]] if kind in KINDS_OF_TYPE else cast(null(), Text),
            "date": own[DATES[kind]] if kind in DATES else cast(null(), Text), "country": country,
            "status": own.status if kind in ("events", "outcomes") else cast(null(), Text), "sentence": own.sentence}
    return select(*(value.label(name) for name, value in made.items())).join_from(TABLES[kind], ARTICLES, own.article == ARTICLES.c.id)


SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE articles_search USING fts5(title, text, content='articles', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_search_in AFTER INSERT ON articles BEGIN "
    "INSERT INTO articles_search(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER articles_search_out AFTER DELETE ON articles BEGIN "
    "INSERT INTO articles_search(articles_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
)
POSTGRESQL_SEARCH = (
    "CREATE TABLE articles_search (article text COLLATE \"C\" PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, words tsvector NOT NULL)",
    "CREATE INDEX articles_search_words ON articles_search USING gin (words)",
)


def create(connection: Connection) -> None:
    """Makes all tables, the view and the full-text index."""
    METADATA.create_all(connection, checkfirst=False)
    dialect = connection.dialect
    shown = str(view().compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    for statement in (f"CREATE VIEW facts AS {shown}", *(SQLITE_SEARCH if dialect.name == "sqlite" else POSTGRESQL_SEARCH)):
        connection.exec_driver_sql(statement.replace("%", "%%") if dialect.name != "sqlite" else statement)
    connection.execute(insert(SCHEMA_VERSION), {"version": VERSION})
