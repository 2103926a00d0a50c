"""Reads figures that no parse gives to a verb by the words right before and behind them: "a turnout of 250", "a course on soil for 27 officials"."""
from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import clause_of, in_sentence, preposition
from newsfacts.components.clause import frame
from newsfacts.components.mention import mentions, sentence_of, text_of, value_of
from newsfacts.components.outcome_arguments import Candidate
from newsfacts.components.outcome_conditions import out_of
from newsfacts.components.outcome_rules import Index, OutcomeRule
from newsfacts.components.outcome_themes import fits

FAR = 160
"""Characters on either side that are looked at."""
BESIDE = ("from", "in", "across", "of", "representing", "over", "after", "during")
"""Prepositions before other figures that tell more of the same: "40 women from nine districts learned …"."""


def worded(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Figures whose surroundings in their sentence are worded as a rule tells."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if value.kind == "percent" or value.part_of is not None:
            continue
        theme = doc[value.noun[0]] if value.noun else count.root
        if out_of(count, above(theme)):
            continue
        before, behind = around(count, value.noun[1] if value.noun else count.end)
        for rule in rules.worded:
            if (value.kind == "money") is ("money" in rule.theme_nouns) and fits(theme, rule) and agrees(rule, before, behind):
                yield Candidate(above(theme), rule, theme, count, frame(above(theme)), True)


def above(theme: Token) -> Token:
    """The verb of a figure's clause, which has the doer; the noun itself where there is none."""
    verb = clause_of(theme)
    return verb if verb.pos_ == "VERB" else theme


def around(count: Span, end: int) -> tuple[str, str]:
    """What stands before a figure and behind its noun in the same sentence, up to the figures next to it, in lower case; figures joined by "and" share it."""
    doc, text = count.doc, text_of(count.doc)
    start, stop = sentence_of(doc, count.start)
    first, edge = count.start, max(end, count.end)
    row = [other for other in in_sentence(count[0], "counts") if preposition(other) not in BESIDE]
    for other in reversed([other for other in row if other.end <= count.start]):
        start = ends(other)
        if not joint(doc, start, first):
            break
        first, start = other.start, sentence_of(doc, count.start)[0]
    for other in (other for other in row if other.start >= edge):
        stop = other.start
        if not joint(doc, edge, stop):
            break
        edge, stop = ends(other), sentence_of(doc, count.start)[1]
    last = doc[edge - 1].idx + len(doc[edge - 1])
    opens, closes = doc[start].idx, doc[stop - 1].idx + len(doc[stop - 1])
    return text[max(opens, doc[first].idx - FAR):doc[first].idx].lower(), text[last:max(last, min(closes, last + FAR))].lower()


def ends(count: Span) -> int:
    """Where a figure's phrase ends, its noun taken in."""
    value = value_of(count)
    return max(count.end, value.noun[1]) if value.noun else count.end


def joint(doc: Doc, start: int, end: int) -> bool:
    """Whether only what joins a list stands between two figures."""
    return end - start <= 2 and all(token.lower_ in (",", "and", "&", "/") for token in doc[start:end])


def agrees(rule: OutcomeRule, before: str, behind: str) -> bool:
    """Whether the words before a figure end, and those behind it begin, as a rule tells."""
    if (rule.not_before and ending(rule.not_before).search(before)) or (rule.not_behind and opening(rule.not_behind).match(behind)):
        return False
    found = not rule.before or ending(rule.before).search(before) is not None
    return found and (not rule.behind or opening(rule.behind).match(behind) is not None)


@functools.cache
def ending(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for one of these wordings right before a figure."""
    return re.compile(rf"(?:^|\b|(?<=\W))(?:{'|'.join(patterns)})\s*(?:(?:a|the) (?:total|maximum|minimum|group|batch|class|cohort|crowd|audience) of\s*)?$")


@functools.cache
def opening(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for one of these wordings right behind a figure's noun."""
    return re.compile(rf"\s*(?:{'|'.join(patterns)})(?:\b|$)")
