"""Predicts the status of given event mentions: `python tests/benchmarks/status.py FOLDER` reads FOLDER/wikinews-events.jsonl.

Input rows: {"doc", "ref", "text", "gold": {"events": [{"start", "end"}]}}, offsets in code points; it prints one JSON object
a document: {"doc", "status": [{"start", "end", "status"}]}.
Only the places of the mentions are read from the gold.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

from newsfacts.components.status import status_of
from newsfacts.pipeline import load

STATUSES = {"cancelled": "negated"}


def main(folder: str) -> None:
    """Prints the predictions for all documents of a folder."""
    nlp = load()
    for line in Path(folder, "wikinews-events.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        doc = nlp.make_doc(case["text"])
        doc._.published = case["ref"]
        for _, part in nlp.pipeline:
            doc = part(doc)
        told = []
        for event in case["gold"]["events"]:
            span = doc.char_span(event["start"], event["end"], alignment_mode="expand")
            if span is not None:
                name = status_of(span.root)[0]
                told.append({"start": event["start"], "end": event["end"], "status": STATUSES.get(name, name)})
        print(json.dumps({"doc": case["doc"], "status": told}))


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
