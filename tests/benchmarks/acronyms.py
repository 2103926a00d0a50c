"""Acronym pairs of `FOLDER/acronyms.jsonl` ({"doc", "text"} a line), written as {"doc", "pairs": [[short, long], …]} lines.

python tests/benchmarks/acronyms.py FOLDER [OUT]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newsfacts.components import short_forms


def main(folder: str, out: str | None = None) -> None:
    lines = []
    for line in (Path(folder) / "acronyms.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = dict.fromkeys((pair.short, pair.long) for pair in short_forms.pairs(row["text"]))
        lines.append(json.dumps({"doc": row["doc"], "pairs": [list(pair) for pair in found]}, ensure_ascii=False))
    text = "\n".join(lines) + "\n"
    if out:
        Path(out).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:3])
