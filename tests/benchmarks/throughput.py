"""How fast whole extraction is against plain spaCy: the same model on the same texts in one process, interleaved, median of three.

    python tests/benchmarks/throughput.py [ARTICLES]
"""
from __future__ import annotations

import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
import thinc

from newsfacts import pipeline, reader
from newsfacts.model import Article

CORPUS = Path(__file__).parents[2] / "corpora"
ROUNDS = 3


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """CPU and wall seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


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
    rows = [(timed(run_plain), timed(run_newsfacts)) for _ in range(ROUNDS)]
    print(f"{len(articles)} articles, {words} words; {platform.processor() or platform.machine()}, Python {platform.python_version()}, "
          f"spaCy {spacy.__version__}, thinc {thinc.__version__}; one process, median of {ROUNDS}")
    for place, name in enumerate(("CPU", "wall")):
        first, second = (statistics.median(row[side][place] for row in rows) for side in (0, 1))
        print(f"{name:<5} plain {words / first:8.0f} words/s   newsfacts {words / second:8.0f} words/s   "
              f"newsfacts/plain {statistics.median(row[0][place] / row[1][place] for row in rows):.2f}   "
              f"{1000 * (second - first) / len(articles):.1f} ms an article on top")
    return 0


if __name__ == "__main__":
    sys.exit(main())
