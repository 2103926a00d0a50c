"""Learns the weights of `outcome_learned` from the fitted part of corpora/ and writes them to the package's data.

    python training/train.py            writes src/newsfacts/data/outcome_weights.tsv
    python training/train.py --report   prints instead how often figures that no rule reads are told, and rightly
"""
from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import numpy.typing
from spacy.language import Language

from newsfacts import pipeline
from newsfacts.assemble import assemble
from newsfacts.components import outcome_rules
from newsfacts.components.mention import mentions, value_of
from newsfacts.components.outcome_features import features
from newsfacts.components.outcome_learned import KINDS, NONE, SCALE, SURE, best, weights
from newsfacts.evaluate import kept_aside, published, read_gold
from newsfacts.matching import same_noun, same_number

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "newsfacts" / "data" / "outcome_weights.tsv"
PENALTY = 0.33
"""Half the weight of the squared length of the weights (ridge)."""
STEPS, RATE = 300, 0.05
LEAST = 2
"""Weights closer to nought than this, in hundredths, are left out."""
HEAD = """\
# What the words around a figure say of the outcome that it tells: weights of a multinomial logistic regression, in hundredths; the first row is the bias.
# Learned by training/train.py from the articles and gold of corpora/ (the part that rules are fitted to), written for newsfacts (CC0). Not to be edited.
feature\tweights
"""
Array = numpy.typing.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: its article, what is known of it, the type that gold has for it, whether a rule reads it."""

    slug: str
    features: frozenset[str]
    label: str
    ruled: bool


def rows(folder: Path) -> Iterator[Row]:
    """The figures of all articles of a folder with gold."""
    golds, nlp = read_gold(folder), pipeline.default()
    articles = list(published(folder, golds))
    for article, doc in zip(articles, nlp.pipe([pipeline.prepared(article, nlp) for article in articles]), strict=True):
        slug = Path(article.source).stem
        facts = assemble(doc, doc.user_data.pop("newsfacts_article")).to_dict()
        ruled = {item["value"] for item in facts["outcomes"] if item["value"] is not None and not item["evidence"][0]["rule"].endswith(".learned")}
        gold = [item for item in golds[slug]["outcomes"] if item["value"] is not None]
        for count in mentions(doc, "counts"):
            value = value_of(count)
            if value.kind in KINDS:
                yield Row(slug, frozenset(features(count)), taken(gold, value), value.value in ruled)


def told_not(nlp: Language) -> Iterator[Row]:
    """The figures of the rules' counter-examples that no rule reads: they tell nothing."""
    for one in outcome_rules.examples(outcome_rules.types()):
        if one.gives:
            continue
        doc = nlp(one.text)
        ruled = [value_of(span).arguments for span in mentions(doc, "outcomes") if not span.id_.endswith(".learned")]
        read = {argument.tokens[0] for arguments in ruled for argument in arguments if argument.slot == "value"}
        for count in mentions(doc, "counts"):
            if count.start not in read:
                yield Row("", frozenset(features(count)), NONE, False)


def taken(gold: list[dict[str, Any]], value: Any) -> str:
    """The type of the first outcome of gold with a figure, which is taken out of the list."""
    for place, item in enumerate(gold):
        if same_number(item["value"], value.value) and (value.kind == "money" or same_noun(item["of"], value.of)):
            return str(gold.pop(place)["type"])
    return NONE


def examples(found: list[Row]) -> list[Row]:
    """What is learned from: figures of the fitted part that a rule reads, and those that tell nothing. Those that the rules miss are left out,
    so that no article is learned by heart."""
    return [row for row in found if not (row.slug and kept_aside(row.slug)) and (row.ruled or row.label == NONE)]


def fit(found: list[Row]) -> dict[str, dict[str, float]]:
    """The weights by feature and label, by gradient descent over all examples at once (Adam: Kingma and Ba 2015)."""
    names = ["", *sorted({name for row in found for name in row.features})]
    kinds = sorted({row.label for row in found})
    place = {name: number for number, name in enumerate(names)}
    cells = [(number, place[name]) for number, row in enumerate(found) for name in ("", *sorted(row.features))]
    of, feature = numpy.array(cells).T
    truth = numpy.zeros((len(found), len(kinds)))
    truth[range(len(found)), [kinds.index(row.label) for row in found]] = 1
    learned = descend(of, feature, truth, len(names))
    return {name: dict(zip(kinds, map(float, line), strict=True)) for name, line in zip(names, learned, strict=True)}


def descend(of: Array, feature: Array, truth: Array, many: int) -> Array:
    """The weights, shape (features, labels), that make the truth, shape (examples, labels), likeliest; `of` and `feature` pair examples with features."""
    held, first, second = (numpy.zeros((many, truth.shape[1])) for _ in range(3))
    order = numpy.argsort(feature, kind="stable")
    starts, begins = numpy.searchsorted(feature[order], numpy.arange(many)), numpy.searchsorted(of, numpy.arange(len(truth)))
    for step in range(1, STEPS + 1):
        scores = numpy.add.reduceat(held[feature], begins)
        raised = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        error = raised / raised.sum(axis=1, keepdims=True) - truth
        slope = numpy.add.reduceat(error[of[order]], starts) + 2 * PENALTY * held
        slope[0] -= 2 * PENALTY * held[0]
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        held -= RATE * (1 - step / STEPS) * (first / (1 - 0.9**step)) / (numpy.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return held


def written(learned: Mapping[str, Mapping[str, float]]) -> str:
    """The weights as a table."""
    lines = []
    for name, line in learned.items():
        told = {label: round(weight * SCALE) for label, weight in line.items()}
        cells = [f"{label}={weight}" for label, weight in told.items() if abs(weight) >= LEAST or name == ""]
        if cells and name.isprintable():
            lines.append(f"{name}\t{' '.join(cells)}\n")
    return HEAD + "".join(lines)


def report(found: list[Row]) -> None:
    """Prints, of the figures that no rule reads, how many are told and how many of them rightly."""
    for part in (False, True):
        told: Counter[str] = Counter()
        for row in found:
            label, probability = best(weights(), row.features)
            if row.ruled or kept_aside(row.slug) != part or label == NONE or probability < SURE:
                continue
            told["told"] += 1
            told["right"] += label == row.label or {label, row.label} == {"trained", "attended"}
        missed = sum(not row.ruled and row.label != NONE and kept_aside(row.slug) == part for row in found)
        print(f"{'kept' if part else 'fitted'}: of {missed} figures of outcomes that no rule reads; told {told['told']}, right {told['right']}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", action="store_true")
    found = list(rows(ROOT / "corpora"))
    if parser.parse_args().report:
        report(found)
    else:
        found.extend(told_not(pipeline.default()))
        TARGET.write_text(written(fit(examples(found))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
