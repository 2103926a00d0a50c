"""How fast whole extraction is against plain spaCy: the same model on the same texts in one process, interleaved, median of three; what each part costs.

    python tests/benchmarks/throughput.py [ARTICLES]

As `newsfacts extract` does, both run with model and tables taken out of the search for garbage.
"""
from __future__ import annotations

import platform
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import spacy
import thinc
from spacy.language import Language

from newsfacts import batch, pipeline, reader
from newsfacts.assemble import assemble
from newsfacts.model import Article

CORPUS = Path(__file__).parents[2] / "corpora"
ROUNDS = 3


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """CPU and wall seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def costs(articles: list[Article], nlp: Language) -> dict[str, float]:
    """CPU milliseconds an article of each part, article by article."""
    spent: dict[str, float] = {}

    def step(name: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        made = work()
        spent[name] = spent.get(name, 0.0) + 1000 * (time.process_time() - began) / len(articles)
        return made

    for article in articles:
        doc = step("tokenizer", partial(pipeline.prepared, article, nlp))
        for name, pipe in nlp.pipeline:
            doc = step(name, partial(pipe, doc))
        facts = step("assemble", partial(assemble, doc, doc.user_data.pop("newsfacts_article")))
        step("to_json", facts.to_json)
    return spent


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    articles = [reader.dated(entry) for entry in reader.articles([CORPUS]) if isinstance(entry, Article)][:count]
    words = sum(len(article.text.split()) for article in articles)
    plain, nlp = spacy.load(pipeline.MODEL), pipeline.load()

    def run_plain() -> None:
        for _ in plain.pipe([article.text for article in articles], batch_size=32):
            pass

    def run_newsfacts() -> None:
        for facts in pipeline.pipe(articles, nlp, batch_size=32):
            facts.to_json()

    for article in articles[:8]:
        plain(article.text)
        pipeline.extract(article, nlp)
    batch.settle()
    rows = [(timed(run_plain), timed(run_newsfacts)) for _ in range(ROUNDS)]
    print(f"{len(articles)} articles, {words} words; {platform.processor() or platform.machine()}, Python {platform.python_version()}, "
          f"spaCy {spacy.__version__}, thinc {thinc.__version__}; one process, median of {ROUNDS}")
    for place, name in enumerate(("CPU", "wall")):
        first, second = (statistics.median(row[side][place] for row in rows) for side in (0, 1))
        print(f"{name:<5} plain {words / first:8.0f} words/s   newsfacts {words / second:8.0f} words/s   "
              f"newsfacts/plain {statistics.median(row[0][place] / row[1][place] for row in rows):.2f}   "
              f"{1000 * (second - first) / len(articles):.1f} ms an article on top")
    parts = costs(articles, nlp)
    own = {name: cost for name, cost in parts.items() if name.startswith("newsfacts_") or name in ("assemble", "to_json")}
    print("CPU ms an article, article by article: " + ", ".join(f"{name.removeprefix('newsfacts_')} {cost:.2f}" for name, cost in parts.items()))
    print(f"newsfacts' own parts together {sum(own.values()):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
