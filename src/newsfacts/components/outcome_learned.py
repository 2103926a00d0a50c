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
Weights = Mapping[str, tuple[tuple[str, int], ...]]
"""The weights of each feature by label, in hundredths."""


def learned(doc: Doc, index: Index, held: Set[int] = frozenset()) -> Iterator[Candidate]:
    """Figures that the model is sure of; those that begin at a token of `held` are read already."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if count.start in held or value.kind not in KINDS or value.part_of is not None or block_of(count[0]) == "headline":
            continue
        if describes(count) or regular(count):
            continue
        label, probability = best(weights(), features(count))
        rule: OutcomeRule | None = index.learned.get(label)
        if rule is not None and probability >= SURE:
            theme = doc[value.noun[0]] if value.noun else count.root
            trigger = above(theme)
            yield Candidate(trigger, rule, theme, count, frame(trigger), True)


def describes(count: Span) -> bool:
    """Whether a figure only describes a noun: "a nine-member team"."""
    figure = value_of(count).figure[1]
    return figure < len(count.doc) and count.doc[figure].text in ("-", "‑", "–") and not count.doc[figure - 1].whitespace_


def regular(count: Span) -> bool:
    """Whether a figure is told by the month or by the head: "a monthly stipend of $40", "$40 each"."""
    around = count.doc[max(0, count.start - BEFORE):min(len(count.doc), count.end + BEHIND)]
    return any(token.lower_ in RATES for token in around)


def best(table: Weights, found: Set[str]) -> tuple[str, float]:
    """The likeliest label and its probability: multinomial logistic regression (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4)."""
    scores = dict(table[""])
    for name in found:
        for label, weight in table.get(name, ()):
            scores[label] += weight
    label = max(scores, key=lambda one: (scores[one], one))
    return label, 1 / math.fsum(math.exp((score - scores[label]) / SCALE) for score in scores.values())


@functools.cache
def weights() -> Weights:
    """The weights by feature, read once; the bias, which has every label, has an empty name. Whole numbers add up to the same in any order."""
    _heading, *body = rules.lines("outcome_weights")
    labels: dict[str, str] = {}
    read = {}
    for line in body:
        name, cells = line.split("\t")
        pairs = (cell.rsplit("=", 1) for cell in cells.split())
        read[name] = tuple((labels.setdefault(label, label), int(weight)) for label, weight in pairs)
    return read
