"""Writes what the number grammar reads in FOLDER/quantities-and-dates.jsonl, a prediction a line.

    python tests/benchmarks/quantities.py FOLDER > predictions.jsonl

A row is {"doc", "suite", "text"}. The suite says what is asked for: numbers, ranges, amounts of money, percentages or measures.
Rows of the suite DateTime are passed over.
"""
from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from newsfacts.components import comparators
from newsfacts.components.measures import percent, unit
from newsfacts.components.money import currency
from newsfacts.components.number_words import Figure, figures

JOIN = re.compile(r"\s*(?:-|–|—|~|to|and)\s*", re.IGNORECASE)
BOTH = re.compile(r"\s*(?:and|but|or)\s*", re.IGNORECASE)
LOW, HIGH = ("more_than", "at_least"), ("less_than", "up_to")
Quantity = dict[str, Any]


def hedge(doc: Doc, figure: Figure) -> tuple[str, int, int]:
    """The comparator of a figure, and the code points that it and the figure cover."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    before, after = comparators.before(doc, span.start), comparators.after(doc, span.end)
    start = doc[before[1]].idx if before else figure.start
    end = doc[after[1] - 1].idx + len(doc[after[1] - 1]) if after else figure.end
    if after and (before is None or before[0] == "about"):
        return after[0], start, end
    return (before[0] if before else "exactly"), start, end


def numbers(doc: Doc, suite: str) -> list[Quantity]:
    """The numbers of a text, for the suites that ask for some of them only those."""
    text = doc.text
    wanted = {"Currency": lambda f: currency(text, f), "Percent": lambda f: percent(text, f.end), "Dimension": lambda f: unit(text, f.end),
              "Temperature": lambda f: (unit(text, f.end) or ("",))[0] == "degree",
              "Age": lambda f: re.match(r"[\s-]+(?:years?|months?|days?|yo)\b", text[f.end:])}
    test = wanted.get(suite, lambda f: True)
    return [{"value": figure.value, "comparator": hedge(doc, figure)[0]} for figure in figures(text) if test(figure)]


def ranges(doc: Doc) -> list[Quantity]:
    """The ranges of a text: two figures joined, two opposite bounds joined, or one bound."""
    text, found, place = doc.text, figures(doc.text), 0
    out: list[Quantity] = []
    while place < len(found):
        first, how = found[place], hedge(doc, found[place])
        second = found[place + 1] if place + 1 < len(found) else None
        after = hedge(doc, second) if second else None
        if second and after and first.value < second.value and after[0] in ("exactly", "about") and JOIN.fullmatch(text[first.end:second.start]):
            out, place = [*out, {"value": [first.value, second.value], "comparator": how[0]}], place + 2
        elif second and after and BOTH.fullmatch(text[how[2]:after[1]]) and opposite((how[0], first), (after[0], second)):
            low, high = sorted((first.value, second.value))
            out, place = [*out, {"value": [low, high], "comparator": how[0]}], place + 2
        else:
            out, place = [*out, {"value": first.value, "comparator": how[0]}], place + 1
    return out


def opposite(first: tuple[str, Figure], second: tuple[str, Figure]) -> bool:
    """Whether two bounds are the ends of one range: the lower bound is the smaller number."""
    low, high = (first, second) if first[0] in LOW else (second, first)
    return low[0] in LOW and high[0] in HIGH and low[1].value < high[1].value


def main(folder: str) -> None:
    """Reads the rows of a folder and prints their predictions."""
    nlp = spacy.blank("en")
    for line in (Path(folder) / "quantities-and-dates.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["suite"] != "DateTime":
            doc = nlp(row["text"])
            print(json.dumps({"doc": row["doc"], "quantities": ranges(doc) if row["suite"] == "NumberRange" else numbers(doc, row["suite"])}))


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
