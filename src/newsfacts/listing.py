"""Prints items: as an aligned table, as JSON, as CSV."""
from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import IO, Any

from newsfacts.model import ITEMS, names

Item = dict[str, Any]

WIDEST = 46
"""Columns of the terminal that a cell takes at most."""
COLUMNS = {
    "people": ("name", "roles", "source", "id"),
    "organisations": ("name", "acronym", "kind", "country", "source", "id"),
    "countries": ("code", "name", "source"),
    "places": ("name", "kind", "country", "source", "id"),
    "dates": ("value", "text", "source"),
    "durations": ("value", "text", "source"),
    "counts": ("value", "of", "comparator", "kind", "text", "source"),
    "events": ("type", "name", "dates", "city", "country", "organisers", "participants", "status", "source", "id"),
    "outcomes": ("type", "agent", "value", "of", "object", "date", "place", "status", "source", "id"),
    "findings": ("code", "message", "source"),
}


def show(items: Sequence[Item], kind: str, out: IO[str], form: str = "table") -> None:
    """Items of a kind as `table`, `json` (an array) or `csv`."""
    if form == "json":
        out.write(json.dumps(items, ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        sheet(items, kind, out)
    else:
        table([{name: cell(item.get(name)) for name in COLUMNS[kind]} for item in items], COLUMNS[kind], out)


def sheet(items: Iterable[Item], kind: str, out: IO[str]) -> None:
    """Items as CSV with all their fields; lists are joined by semicolons."""
    fields = ["source", "article", *(name for name in names(ITEMS[kind]) if name != "evidence"), "text", "sentence"]
    writer = csv.DictWriter(out, fields, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: cell(item.get(name)) for name in fields} for item in items)


def cell(value: Any) -> str:
    """A value in one cell: a reference by its name, a role as title and organisation."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(cell, value))
    if isinstance(value, dict):
        if "title" in value:
            return ", ".join(filter(None, (str(value["title"]), cell(value.get("organisation")))))
        return str(value.get("name") or "")
    return " ".join(str(value).split())


def table(rows: Sequence[dict[str, str]], columns: Sequence[str], out: IO[str], right: frozenset[str] = frozenset({"value", "participants"})) -> None:
    """Rows under the names of their columns; a column with nothing in it is left out, a long cell is cut short, but for ids and sources."""
    shown = [name for name in columns if any(row[name] for row in rows)] if rows else []
    cut = [{name: row[name] if name in ("id", "source") else short(row[name]) for name in shown} for row in rows]
    wide = {name: max(width(name), *(width(row[name]) for row in cut)) for name in shown}
    for row in ([{name: name for name in shown}, {name: "-" * wide[name] for name in shown}, *cut] if shown else []):
        cells = ((" " * (wide[name] - width(row[name])) + row[name]) if name in right else row[name] + " " * (wide[name] - width(row[name])) for name in shown)
        out.write("  ".join(cells).rstrip() + "\n")


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def short(text: str) -> str:
    """A text of at most WIDEST columns."""
    while width(text) > WIDEST:
        text = text[:max(1, min(len(text) - 2, WIDEST - 1))].rstrip() + "…"
    return text
