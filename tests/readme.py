"""Writes the tables of the README that come from data: outcome types and accuracy.

    python tests/readme.py --update
"""
from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from newsfacts import rules

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def outcome_types() -> str:
    """The table of outcome types."""
    rows = [f"| `{name}` | {table['description']} |" for name, table in rules.table("outcomes").items()]
    return "\n".join(["| type | what |", "| --- | --- |", *rows])


def accuracy() -> str:
    """The table of accuracy floors."""
    held = json.loads((ROOT / "tests" / "accuracy.json").read_text(encoding="utf-8"))
    fitted, kept = held["floors"]["fitted"], held["floors"]["kept"]
    head = f"| F1 at least | fitted ({held['articles']['fitted']} articles) | kept aside ({held['articles']['kept']} articles) |"
    return "\n".join([head, "| --- | --- | --- |", *(f"| {name.replace('_', ' ')} | {fitted[name]:.2f} | {kept[name]:.2f} |" for name in fitted)])


def written(text: str) -> str:
    """The README with its tables as the data have them."""
    for name, table in (("outcome types", outcome_types()), ("accuracy", accuracy())):
        text = re.sub(rf"(<!-- {name} -->\n).*?(\n<!-- end -->)", lambda found, table=table: found[1] + table + found[2], text, flags=re.S)
    return text


def update() -> None:
    """Writes the README."""
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    update()
