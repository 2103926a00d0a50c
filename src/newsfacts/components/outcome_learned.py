"""Reads figures that no rule reads by weights learned from `corpora/`: a linear model over `outcome_features`, sure of what it says or silent."""
from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping, Set

from spacy.tokens import Doc, Span

from newsfacts import rules
from newsfacts.components.clause import frame
from newsfacts.components.layout import block_of
from newsfacts.components.mention import mentions, value_of
from newsfacts.components.outcome_arguments import Candidate
from newsfacts.components.outcome_features import features
from newsfacts.components.outcome_rules import Index, OutcomeRule
from newsfacts.components.outcome_wording import above

KINDS = ("count", "money")
NONE = "none"
"""The label of figures that tell no outcome."""
SURE = 0.6
"""The probability from which a reading is told."""
BEFORE, BEHIND = 3, 2
"""Words before and behind a figure that may say that it is a rate."""
RATES = ("monthly", "weekly", "daily", "yearly", "annual", "hourly", "per", "each", "apiece")
SCALE = 100
"""What weights are multiplied by to be written as whole numbers."""
Weights = Mapping[str, Mapping[str, float]]


def learned(doc: Doc, index: Index, held: Set[int] = frozenset()) -> Iterator[Candidate]:
    """Figures that the model is sure of; those that begin at a token of `held` are read already."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if count.start in held or value.kind not in KINDS or value.part_of is not None or block_of(count[0]) == "headline":
            continue
        if describes(count) or rate(count):
            continue
        label, probability = best(weights(), features(count))
        rule: OutcomeRule | None = index.learned.get(label)
        if rule is not None and probability >= SURE:
            theme = doc[value.noun[0]] if value.noun else count.root
            yield Candidate(above(theme), rule, theme, count, frame(above(theme)), True)


def describes(count: Span) -> bool:
    """Whether a figure only describes a noun: "a nine-member team"."""
    figure = value_of(count).figure[1]
    return figure < len(count.doc) and count.doc[figure].text in ("-", "‑", "–") and not count.doc[figure - 1].whitespace_


def rate(count: Span) -> bool:
    """Whether a figure is told by the month or by the head: "a monthly stipend of $40", "$40 each"."""
    around = count.doc[max(0, count.start - BEFORE):min(len(count.doc), count.end + BEHIND)]
    return any(token.lower_ in RATES for token in around)


def best(table: Weights, found: Set[str]) -> tuple[str, float]:
    """The likeliest label and its probability: multinomial logistic regression (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4)."""
    scores = dict(table[""])
    for name in sorted(found):
        for label, weight in table.get(name, {}).items():
            scores[label] += weight
    label = max(scores, key=lambda one: (scores[one], one))
    return label, 1 / math.fsum(math.exp(score - scores[label]) for score in scores.values())


@functools.cache
def weights() -> Weights:
    """The weights by feature and label, read once; the bias has an empty name."""
    read = {}
    for row in rules.rows("outcome_weights"):
        pairs = (pair.rsplit("=", 1) for pair in row["weights"].split())
        read[row["feature"]] = {label: int(weight) / SCALE for label, weight in pairs}
    return read
