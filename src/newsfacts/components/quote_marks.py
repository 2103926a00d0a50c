"""Finds the stretches of a text that stand between quotation marks, over paragraphs too."""
from __future__ import annotations

import re
from collections.abc import Iterator

MARK = re.compile(r"[“”„«»\"]|(?<![^\W_])[‘'](?=[^\W\d_])|(?<=[,.!?…])[’'](?![^\W_])|\n\s*\n")
CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’'", "'": "’'"}
LONGEST = 3000
"""Characters after which an open mark is taken for a slip."""


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each quoted stretch with its marks.

    A paragraph that leaves a mark open gives a stretch of its own where the next one opens with a mark again.
    """
    opened: int | None = None
    mark = ""
    for found in MARK.finditer(text):
        sign, place = found.group(), found.start()
        if sign[0] == "\n":
            if opened is not None and mark in "\"“" and place - opened < LONGEST and text[found.end():found.end() + 1] == mark:
                yield opened, place
            opened = None
        elif opened is None:
            if sign in CLOSING and opens(text, place, sign):
                opened, mark = place, sign
        elif sign in CLOSING[mark] and not (sign == '"' and opens(text, place, sign) and not closes(text, place)):
            if place - opened < LONGEST:
                yield opened, place + 1
            opened = None
        elif sign == mark == "“":
            if text[:place].rstrip(" \t>*_").endswith("\n") and place - opened < LONGEST:
                yield opened, len(text[:place].rstrip(" \t>*_\n"))
            opened = place


def opens(text: str, place: int, sign: str) -> bool:
    """Whether a mark can open: a straight one or a single one stands behind a blank or bracket and before a word."""
    if sign in "“„«":
        return True
    before, after = text[place - 1:place], text[place + 1:place + 2]
    return (not before or before.isspace() or before in "([—–-*_>:") and bool(after) and not after.isspace()


def closes(text: str, place: int) -> bool:
    """Whether a straight mark can close: it does not stand between a blank and a word."""
    return not text[place - 1:place].isspace()
