"""All evidence of a document, for tests that look at each one."""
from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from newsfacts.model import KINDS, Evidence, Facts, names


def walk(value: Any, visit: Callable[[Any], None]) -> None:
    """Calls `visit` on a record and on every record inside it."""
    if isinstance(value, tuple):
        for item in value:
            walk(item, visit)
    elif dataclasses.is_dataclass(value):
        visit(value)
        record: Any = type(value)
        for name in names(record):
            walk(getattr(value, name), visit)


def evidences(facts: Facts) -> Iterator[tuple[Any, Evidence]]:
    """Every evidence of a document with the item or role that it supports."""
    found: list[tuple[Any, Evidence]] = []
    walk(tuple(getattr(facts, kind) for kind in KINDS), lambda item: found.extend((item, evidence) for evidence in getattr(item, "evidence", ())))
    yield from found
