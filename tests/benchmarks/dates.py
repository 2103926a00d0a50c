"""Reads the DateTime rows of FOLDER/quantities-and-dates.jsonl and prints the dates found, one JSON line a row: `python tests/benchmarks/dates.py FOLDER`."""
from __future__ import annotations

import json
import sys
from pathlib import Path

from newsfacts.components.date_grammar import read


def main(folder: str) -> None:
    """Predictions for all rows whose suite is DateTime, `ref` being the publication date."""
    for line in (Path(folder) / "quantities-and-dates.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["suite"] == "DateTime":
            found = [reading.value for reading in read(row["text"], row["ref"][:10])]
            print(json.dumps({"doc": row["doc"], "dates": found}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
