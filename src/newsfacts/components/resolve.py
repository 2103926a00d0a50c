"""Decides what a stretch of text is where mentions of several kinds overlap; which gives way is data."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsfacts import rules
from newsfacts.components.mention import by_token, keep, mentions


@Language.component("newsfacts_resolve", assigns=["doc.spans"])
def resolve(doc: Doc) -> Doc:
    """Takes away the mentions that give way by `data/precedence.tsv`, in the order of its rows."""
    for row in rules.rows("precedence"):
        winners = by_token(doc, row["winner"])
        if winners:
            keep(doc, row["loser"], [span for span in mentions(doc, row["loser"]) if not beaten(span, winners, row["relation"])])
    return doc


def beaten(span: Span, winners: Mapping[int, Sequence[Span]], relation: str) -> bool:
    """Whether a mention stands in the relation to any winner."""
    first, last = span.start, span.end - 1
    return (first in winners or last in winners) and any(stands(span, other, relation) for place in (first, last) for other in winners.get(place, ()))


def stands(loser: Span, winner: Span, relation: str) -> bool:
    """Whether two overlapping stretches stand in a relation."""
    same = loser.start == winner.start and loser.end == winner.end
    inside = not same and winner.start <= loser.start and loser.end <= winner.end
    if relation == "same":
        return same
    if relation == "inside":
        return inside
    if relation == "tail":
        return inside and loser.end == winner.end
    holds = loser.start <= winner.start and winner.end <= loser.end
    return not same and not inside and not holds
