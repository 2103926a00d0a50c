"""Shapes items of the stored documents into answers: a flat row of a query, or one item with quoted evidence."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from newsfacts.filters import terms
from newsfacts.quotes import sentence
from newsfacts.rows import LONE
from newsfacts.tables import ARTICLES

CHUNK = 500         # documents fetched at once

Item = dict[str, Any]
Chosen = Row[Any]   # article, ordinal, id and sentence of an item


def flat(connection: Connection, kind: str, chosen: list[Chosen]) -> Iterator[Item]:
    """Items in one row each: without their evidence but for the first text, and with source and sentence."""
    for row, document in with_documents(connection, chosen):
        head, item = document["article"], document[kind][row.ordinal]
        made = {name: value for name, value in item.items() if name != "evidence"}
        if "roles" in item:
            made["roles"] = [{name: value for name, value in role.items() if name != "evidence"} for role in item["roles"]]
        first = first_evidence(item["evidence"])
        yield {"source": head["source"], "article": head["id"], "id": row.id, **made, "text": first and head["text"][first["start"]:first["end"]],
               "sentence": row.sentence}


def quoted(connection: Connection, kind: str, chosen: Chosen) -> Item:
    """An item with its kind, source and sentence, and the quoted text in each of its evidence."""
    _, document = next(with_documents(connection, [chosen]))
    head, item = document["article"], document[kind][chosen.ordinal]
    made = {"id": chosen.id, **item, "evidence": with_text(head["text"], item["evidence"])}
    if "roles" in item:
        made["roles"] = [{**role, "evidence": with_text(head["text"], role["evidence"])} for role in item["roles"]]
    return {"kind": kind, "source": head["source"], "article": head["id"], "item": made, "sentence": chosen.sentence}


def with_documents(connection: Connection, chosen: list[Chosen]) -> Iterator[tuple[Chosen, Item]]:
    """Chosen items with the documents in which they stand."""
    for begin in range(0, len(chosen), CHUNK):
        part = chosen[begin:begin + CHUNK]
        wanted = select(ARTICLES.c.id, ARTICLES.c.document).where(ARTICLES.c.id.in_({row.article for row in part}))
        documents = {article: parsed(document) for article, document in connection.execute(wanted)}
        for row in part:
            yield row, documents[row.article]


def parsed(document: str) -> Any:
    """A stored document, with a replacement for each lone surrogate, so that answers can be printed."""
    made = json.loads(document)
    return printable(made) if "\\ud" in document else made


def printable(value: Any) -> Any:
    """A value of JSON without lone surrogates."""
    if isinstance(value, dict):
        return {name: printable(one) for name, one in value.items()}
    if isinstance(value, list):
        return [printable(one) for one in value]
    return value.translate(LONE) if isinstance(value, str) else value


def with_text(text: str, told: Iterable[Item]) -> list[Item]:
    """Evidence with what stands there."""
    return [{**one, "text": text[one["start"]:one["end"]]} for one in told]


def first_evidence(told: list[Item]) -> Item | None:
    """The first evidence of the item itself, or of any slot where it has none."""
    return next((one for one in told if one["slot"] is None), told[0] if told else None)


def around(text: str, query: str) -> str:
    """The sentence of a text in which a word of the query first stands, else its beginning."""
    for word in terms(query):
        for form in (word, word[:max(4, len(word) - 3)]):
            if found := re.search(rf"\b{re.escape(form)}", text, re.IGNORECASE):
                return sentence(text, found.start(), found.end())
    return sentence(text, 0, 0)
