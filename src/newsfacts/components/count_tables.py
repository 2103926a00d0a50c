"""Reads what a number in a table counts, from the head of its column or the label of its row (tables as text, cells between bars)."""
from __future__ import annotations

import re

from newsfacts.components.count_nouns import nouns, singular

CUT = re.compile(r"\s(?:of|in|from|at|for|who|with|by|under|to|on|per|during|since|held|given|trained|treated|reached|that|which|and|/|\()(?=\s|\w)",
                 re.IGNORECASE)
COUNTED = re.compile(r"^(?:total\s+)?(?:number|no\.?|total)\s+of\s+", re.IGNORECASE)
WORDS_IN_CELL = 6


def counted(label: str) -> str | None:
    """The singular of the plural that a label names: "Number of nurses trained" is nurse; None where it names none."""
    label = CUT.split(COUNTED.sub("", label.strip("*_ \t:")), maxsplit=1)[0]
    for word in reversed(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", label)):
        one = singular(word)
        if one in nouns()["no_labels"] | nouns()["time"] | nouns()["never"]:
            return None
        if one != word.lower() or one in nouns()["invariant"]:
            return one
    return None


def cell_noun(text: str, start: int, end: int) -> str | None:
    """The noun of a figure [start, end), code points, that fills a cell of a table."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    row = text[line:stop if stop >= 0 else len(text)]
    if "|" not in row:
        return None
    column = row.count("|", 0, start - line)
    cell = row.split("|")[column]
    if len(cell.split()) > WORDS_IN_CELL or re.search(r"\d", cell.replace(text[start:end], "", 1)):
        return None
    head = top(text, line, column)
    if head and (noun := counted(head)):
        return noun
    labels = [label for label in row.split("|")[:column] if label.strip()]
    return counted(labels[0]) if labels else None


def top(text: str, line: int, column: int) -> str | None:
    """The cell of the first row of a table above the line that begins at `line`; None where it has none."""
    first = None
    while line > 0:
        above = text.rfind("\n", 0, line - 1) + 1
        row = text[above:line - 1]
        if "|" not in row:
            break
        first, line = row, above
    cells = first.split("|") if first is not None else []
    return cells[column] if column < len(cells) else None
