"""Proposes outcomes: what was trained, treated, opened, given, won, signed …, each trigger with its arguments."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts.components.clause import Frame, frame, prepositional
from newsfacts.components.mention import OutcomeValue, mention_at, propose, release, value_of
from newsfacts.components.nouns import covered, is_a, lemma, members
from newsfacts.components.outcome_agents import agents
from newsfacts.components.outcome_arguments import Candidate, arguments
from newsfacts.components.outcome_conditions import allowed, generic, rate, restated
from newsfacts.components.outcome_learned import learned
from newsfacts.components.outcome_lists import labelled, listed
from newsfacts.components.outcome_loose import apposed, loose, verbless
from newsfacts.components.outcome_rules import Index, OutcomeRule, checked, index
from newsfacts.components.outcome_themes import count_of, in_brackets, money_with, recipient_count, themes, verb, worth
from newsfacts.components.outcome_wording import worded
from newsfacts.components.status import status_of_deed

SUMS = ("money", "award", "agreement", "funding")
"""Classes of nouns whose figure may be a sum of money."""


@Language.factory("newsfacts_outcomes", default_config={"rules": {}}, assigns=["span._.newsfacts_outcomes"], requires=["token.dep", "span._.newsfacts_counts"])
class Outcomes:
    """The component; `rules` are further outcome types, tables as in `data/outcomes.toml`."""

    def __init__(self, nlp: Language, name: str, rules: dict[str, Any]) -> None:
        self.index: Index = index(checked(rules, "rules"))

    def __call__(self, doc: Doc) -> Doc:
        read = list(candidates(doc, self.index))
        read.extend(learned(doc, self.index, {one.count.start for one in read if one.count is not None}))
        for one in weighed([one for one in read if one.count is None or not (restated(one.count) or (one.rule.sum_behind_with and rate(one.count)))]):
            place = (min(one.trigger.i, one.theme.i), max(one.trigger.i, one.theme.i) + 1)
            if mention_at(doc, "outcomes", *place) is None:
                told = status_of_deed(one.trigger, one.theme)[0]
                propose(doc, "outcomes", *place, one.rule.id, OutcomeValue(one.rule.type, "negated" if told == "cancelled" else told, tuple(arguments(one))))
        release(doc)
        return doc


def candidates(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Every reading of every trigger; figures that a slot holds are not read loosely, too, as they would lose."""
    held: set[int] = set()
    for one in slotted(doc, rules):
        if one.count is not None and not one.loose:
            held.add(one.count.start)
        yield one
    yield from loose(doc, rules, held)
    yield from verbless(doc, rules)
    yield from listed(doc, rules)
    yield from labelled(doc, rules)
    yield from worded(doc, rules, held)


def slotted(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Themes in the slots of verbs and nouns, and what stands in apposition."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            found = rules.verbs.get(verb(token), ())
        elif token.pos_ in ("NOUN", "PROPN"):
            found = rules.nouns.get(lemma(token), ())
        else:
            continue
        if found and (token.pos_ in ("VERB", "AUX") or not covered(token, "organisations")):
            whole = frame(token)
            for rule in found:
                yield from read(token, rule, whole)
    for rule in rules.apposed:
        yield from apposed(doc, rule)


def read(trigger: Token, rule: OutcomeRule, whole: Frame) -> Iterator[Candidate]:
    """The themes that a rule finds at a trigger."""
    if not allowed(trigger, rule, whole):
        return
    for name in rule.theme:
        found = list(themes(name, whole, rule))
        for token in found:
            one = Candidate(trigger, rule, token, figure(token, rule, whole), whole, name == "self")
            if enough(one):
                yield one
        if found:
            return


def figure(token: Token, rule: OutcomeRule, whole: Frame) -> Span | None:
    """The figure of a theme; where the type has it so, else the number of those who were given it, or the sum that it was done with;
    no sum that goods are worth."""
    count = count_of(token)
    if count is not None and value_of(count).kind == "money" and not (rule.sum_behind_with or any(is_a(token, name) for name in SUMS)):
        count = None
    if count is None and rule.type == "produced" and lemma(token) in members("collection"):
        count = next((found for name, slot in prepositional(token) if name == "of" and (found := count_of(slot.token)) is not None), None)
    if count is None and rule.count_recipients:
        count = recipient_count(whole)
    if count is None and rule.sum_behind_with:
        count = money_with(whole) or in_brackets(token)
    return count


def enough(one: Candidate) -> bool:
    """Whether a reading tells an outcome: with the figure, object and doer that its rule needs, no rate and no custom."""
    if one.rule.stative and one.theme.i + 1 < len(one.theme.doc) and one.theme.nbor().lower_ in ("per", "each"):
        return False
    if one.count is None and (one.rule.needs == "figure" or not worth(one.theme, one.rule)):
        return False
    if one.rule.must_sum and (one.count is None or value_of(one.count).kind != "money"):
        return False
    if any(count_of(slot.token) is not None for name in one.rule.not_counted for slot in one.frame.of(name)):
        return False
    if not one.rule.telling and generic(one.trigger, one.theme, one.count):
        return False
    return not one.rule.must_agent or next(agents(one), None) is not None


def weighed(found: list[Candidate]) -> list[Candidate]:
    """Of readings of the same theme only the best: figures that a slot holds before those read loosely, then the rule's rank,
    then verbs before nouns, then the nearest."""
    best: dict[int, Candidate] = {}
    for one in sorted(found, key=lambda one: (one.loose, one.rule.rank, one.trigger.pos_ == "NOUN", abs(one.trigger.i - one.theme.i))):
        best.setdefault(one.count.start if one.count is not None else one.theme.i, one)
    return sorted(best.values(), key=lambda one: (one.trigger.i, one.theme.i))
