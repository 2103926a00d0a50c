"""Pins the accuracy on corpora/: a floor for each category, for the part that rules are fitted to and the part kept aside.

    python tests/accuracy.py                    prints figures beside floors
    python tests/accuracy.py --update           raises floors and writes the table in the README
    python tests/accuracy.py --update --lower   lowers floors, too
"""
from __future__ import annotations

import argparse
import functools
import hashlib
import json
import math
import sys
from pathlib import Path
from typing import Any

from newsfacts import pipeline
from newsfacts.evaluate import CATEGORIES, Report, kept_aside, published, read_gold, report
from newsfacts.model import Facts

CORPUS = Path(__file__).parents[1] / "corpora"
FLOORS = Path(__file__).with_name("accuracy.json")
PARTS = ("fitted", "kept")


@functools.cache
def facts() -> tuple[Facts, ...]:
    """The facts of all articles of the corpus, read once."""
    return tuple(pipeline.pipe(list(published(CORPUS, read_gold(CORPUS)))))


@functools.cache
def reports() -> dict[str, Report]:
    """The comparison with gold by part."""
    documents = {Path(one.article.source).stem: one.to_dict() for one in facts()}
    golds = read_gold(CORPUS)
    return {part: report({slug: gold for slug, gold in golds.items() if kept_aside(slug) == (part == "kept")}, documents) for part in PARTS}


def digest() -> str:
    """A hash over the corpus: articles and gold."""
    hashed = hashlib.sha256()
    for file in sorted(CORPUS.iterdir()):
        if file.name != "README.md":
            hashed.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r", b"") + b"\0")
    return hashed.hexdigest()[:16]


def pinned() -> dict[str, Any]:
    """What is pinned: digest of the corpus, articles and floors by part."""
    found: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"corpus": "", "articles": {}, "floors": {}}
    return found


def measured() -> dict[str, dict[str, float]]:
    """F1 by part and category, rounded down to two places."""
    return {part: {category: floored(one.tallies[category].figures()["f1"]) for category in CATEGORIES} | {"overall": floored(one.overall())}
            for part, one in reports().items()}


def floored(value: float) -> float:
    """A figure rounded down to two places, so that the last bit of a sum on another machine breaks no test."""
    return math.floor(value * 100 + 1e-6) / 100


def update(lower: bool) -> None:
    """Writes floors and the README's table."""
    import readme

    old, new = pinned()["floors"], measured()
    kept = {part: {name: value if lower else max(value, old.get(part, {}).get(name, 0.0)) for name, value in row.items()} for part, row in new.items()}
    held = {"corpus": digest(), "articles": {part: one.articles for part, one in reports().items()}, "floors": kept}
    FLOORS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    readme.update()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    floors = pinned()["floors"]
    for name in (*CATEGORIES, "overall"):
        print(f"{name:<15}" + "".join(f"{part:>8} {row[name]:.2f} (floor {floors.get(part, {}).get(name, 0.0):.2f})" for part, row in measured().items()))
    below = [f"{part} {name}" for part, row in measured().items() for name, value in row.items() if value < floors.get(part, {}).get(name, 0.0)]
    if options.update:
        update(options.lower)
    if below:
        print("below their floors: " + ", ".join(below))
    return 1 if below and not options.lower else 0


if __name__ == "__main__":
    sys.exit(main())
