"""Reads figures that no parse gives to a verb by the words right before and behind them: "a turnout of 250", "a course on soil for 27 officials"."""
from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Set

from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import clause_of, in_sentence, preposition
from newsfacts.components.clause import frame
from newsfacts.components.mention import mentions, sentence_of, text_of, value_of
from newsfacts.components.outcome_arguments import Candidate
from newsfacts.components.outcome_conditions import out_of
from newsfacts.components.outcome_rules import Index, OutcomeRule
from newsfacts.components.outcome_themes import fits

FAR = 100
"""Characters on either side that are looked at."""
FEW = 5
"""People of whom a rule without a verb of its own tells at least."""
WITHIN = ("from", "in", "across", "of", "representing", "over", "after", "during", "at")
"""Prepositions before figures that tell more of the same."""
APART = (",", ";", ":", "(", "and", "but", "while", "whereas", "or", "which", "whom", "–", "—")
"""What stands before a figure of which something else is told: "forty applied, ten were admitted"."""


def worded(doc: Doc, rules: Index, held: Set[int] = frozenset()) -> Iterator[Candidate]:
    """Figures whose surroundings in their sentence are worded as a rule tells; those that begin at a token of `held` are told already."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if count.start in held or value.kind == "percent" or value.part_of is not None:
            continue
        theme = doc[value.noun[0]] if value.noun else count.root
        if out_of(count, above(theme)):
            continue
        before, behind = around(count, value.noun[1] if value.noun else count.end)
        for rule in rules.worded:
            if (value.kind == "money") is ("money" in rule.theme_nouns) and fits(theme, rule) and agrees(rule, before, behind) and did(theme, count, rule):
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
    row = in_sentence(count[0], "counts")
    for other in reversed([other for other in row if other.end <= count.start]):
        if joint(doc, ends(other), first):
            first = other.start
        elif preposition(other) not in WITHIN:
            start = other.start
            break
    for other in (other for other in row if other.start >= edge):
        if joint(doc, edge, other.start):
            edge = ends(other)
        elif doc[other.start - 1].lower_ in APART or doc[other.start - 1].pos_ == "VERB":
            stop = other.start - (doc[other.start - 1].tag_ in ("VBD", "VBZ", "VBP") and other.start - 1 > edge)
            break
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
    if (rule.behind and not opening(rule.behind).match(behind)) or (rule.before and not ending(rule.before).search(before)):
        return False
    return not (rule.not_before and ending(rule.not_before).search(before)) and not (rule.not_behind and opening(rule.not_behind).match(behind))


def did(theme: Token, count: Span, rule: OutcomeRule) -> bool:
    """Whether at least five people are the subject of a verb, told in the past, that is none of those a rule takes out, in a text with events."""
    if not rule.verbs_not:
        return True
    verb = theme.head
    if not mentions(theme.doc, "events"):
        return False
    if theme.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.lemma_.lower() in rule.verbs_not or verb.dep_ not in ("ROOT", "ccomp", "conj"):
        return False
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.children))
    return past and value_of(count).value >= FEW and count.start <= theme.i and not any(child.dep_ == "neg" for child in verb.children)


@functools.cache
def ending(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for one of these wordings right before a figure."""
    return re.compile(rf"(?:^|\b|(?<=\W))(?:{'|'.join(patterns)})\s*(?:(?:a|the) (?:total|maximum|minimum|group|batch|class|cohort|crowd|audience) of\s*)?$")


@functools.cache
def opening(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for one of these wordings right behind a figure's noun."""
    return re.compile(rf"\s*(?:{'|'.join(patterns)})(?!\w)")
