"""Proposes outcomes: what was trained, treated, opened, given, won, signed …, each trigger with its arguments."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import belongs, clause_of, in_sentence, nearest, preposition
from newsfacts.components.clause import Frame, Slot, frame, phrase, with_conjuncts
from newsfacts.components.mention import Argument, OutcomeValue, mention_at, mentions, propose, value_of
from newsfacts.components.nouns import covered, is_a, lemma
from newsfacts.components.outcome_rules import Index, OutcomeRule, checked, index
from newsfacts.components.status import status_of_deed

PARTITIVES = frozenset("total group team batch number set delegation cohort contingent party pair range series crew variety list class lot consignment shipment load fleet stock package supply donation kind type quantity amount majority rest crowd audience".split())
PRONOUNS = frozenset("it they we he she who which that this these those us them him her i you one".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An outcome that a rule reads off a trigger, before those that tell the same are weighed."""

    trigger: Token
    rule: OutcomeRule
    theme: Token
    count: Span | None
    frame: Frame
    loose: bool = False


@Language.factory("newsfacts_outcomes", default_config={"rules": {}}, assigns=["span._.newsfacts_outcomes"], requires=["token.dep", "span._.newsfacts_counts"])
class Outcomes:
    """The component; `rules` are further outcome types, tables as in `data/outcomes.toml`."""

    def __init__(self, nlp: Language, name: str, rules: dict[str, Any]) -> None:
        self.index: Index = index(checked(rules, "rules"))

    def __call__(self, doc: Doc) -> Doc:
        for one in weighed(list(candidates(doc, self.index))):
            span = doc[one.trigger.i:one.trigger.i + 1]
            place = (min(one.trigger.i, one.theme.i), max(one.trigger.i, one.theme.i) + 1)
            if mention_at(doc, "outcomes", *place) is None:
                told = status_of_deed(one.trigger, one.theme)[0]
                propose(doc, "outcomes", *place, one.rule.id, OutcomeValue(one.rule.type, "negated" if told == "cancelled" else told, tuple(arguments(one))))
        return doc


def candidates(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Every reading of every trigger."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            found = rules.verbs.get(token.lemma_.lower(), ())
        elif token.pos_ in ("NOUN", "PROPN") and not covered(token, "organisations"):
            found = rules.nouns.get(lemma(token), ())
        else:
            continue
        if found:
            whole = frame(token)
            for rule in found:
                yield from read(token, rule, whole)
    for rule in rules.apposed:
        yield from apposed(doc, rule)
    yield from loose(doc, rules)


def loose(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Figures that no slot of a trigger holds, read with the verb of their clause or the participle behind them: where the parse fails, and in lists."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if value.noun is None and value.kind != "money":
            continue
        theme = doc[value.noun[0]] if value.noun else count.root
        for trigger in near(theme, count):
            for rule in rules.verbs.get(trigger.lemma_.lower(), ()):
                if not rule.stative and not rule.must and not rule.must_object and not rule.must_place and not rule.context and fits(theme, rule):
                    yield Candidate(trigger, rule, theme, count, frame(trigger), True)


def near(theme: Token, count: Span) -> Iterator[Token]:
    """The verbs that a figure may belong to: a participle right behind its phrase, the verb of its clause, the verb before it."""
    sentence = theme.sent
    for token in theme.doc[theme.i + 1:min(theme.i + 4, sentence.end)]:
        if token.tag_ in ("VBN", "VBD") or token.dep_ == "acl":
            yield token
            break
    verb = clause_of(theme)
    if verb.pos_ == "VERB":
        yield verb
    for token in reversed(theme.doc[max(sentence.start, count.start - 4):count.start]):
        if token.pos_ == "VERB":
            yield token
            break


def apposed(doc: Doc, rule: OutcomeRule) -> Iterator[Candidate]:
    """ "the hospital, with 3,200 beds"."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if value.kind == "count" and value.noun and preposition(count) == "with":
            noun = doc[value.noun[0]]
            head = noun.head.head if noun.dep_ == "pobj" else None
            if head is not None and head.pos_ in ("NOUN", "PROPN") and fits(noun, rule) and not is_a(head, "event") and not is_a(head, "person"):
                yield Candidate(head, rule, noun, count, Frame(head, Slot(head, "clause.head")))


def read(trigger: Token, rule: OutcomeRule, whole: Frame) -> Iterator[Candidate]:
    """The themes that a rule finds at a trigger."""
    if rule.must and not any(word.lower_ in rule.must for word in trigger.doc[trigger.i + 1:min(trigger.i + 12, trigger.sent.end)] if word.head == trigger or word.i == trigger.i + 1):
        return
    if rule.must_object and not has_object(whole, rule):
        return
    if rule.must_expletive and not any(child.dep_ == "expl" for child in trigger.children):
        return
    if rule.context and not any(lemma(word) in rule.context for word in trigger.sent if word != trigger):
        return
    if rule.stative and (whole.passive or trigger.dep_ in ("xcomp", "acl") or (trigger.tag_ not in ("VBZ", "VBP", "VB", "VBN", "VBD", "VBG"))):
        return
    for name in rule.theme:
        found = list(themes(name, whole, rule))
        for token in found:
            count = count_of(token)
            if rule.needs == "figure" and count is None:
                continue
            if not count and not worth(token, rule):
                continue
            yield Candidate(trigger, rule, token, count, whole)
        if found:
            return


def has_object(whole: Frame, rule: OutcomeRule) -> bool:
    """Whether the light verb's object, or what it governs, is one of the nouns that make its meaning."""
    if whole.object is not None:
        tokens = [one for token in with_conjuncts(whole.object.token) for one in (token, *token.children)]
        if any(lemma(token) in rule.must_object or token.lower_ in rule.must_object for token in tokens):
            return True
    if "to" in rule.must_object and any(child.dep_ == "xcomp" for child in whole.trigger.children):
        return True
    return any(lemma(slot.token) in rule.must_object for _, slot in whole.prepositions)


def themes(name: str, whole: Frame, rule: OutcomeRule) -> Iterator[Token]:
    """The heads that a slot gives, coordinated ones too, through "a total of", that fit the rule's classes of nouns."""
    if name == "object":
        slots = [whole.object] if whole.object else []
    elif name == "subject":
        slots = [whole.subject] if whole.subject and (not whole.object or rule.must_object or "object" not in rule.theme) else []
    elif name == "recipient":
        slots = [whole.recipient] if whole.recipient else []
    else:
        slots = whole.of(name)
    for slot in slots:
        for token in with_conjuncts(slot.token):
            inner = through(token)
            if inner.lower_ not in PRONOUNS and fits(inner, rule):
                yield inner


def through(token: Token) -> Token:
    """The noun behind "a total of", "a team of"."""
    if lemma(token) in PARTITIVES and count_of(token) is None:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return inner
    return token


def fits(token: Token, rule: OutcomeRule) -> bool:
    """Whether a noun is of one of the rule's classes; a figure lets any concrete noun pass as goods or funded thing."""
    if any(is_a(token, name) for name in rule.theme_nouns):
        return not (rule.needs == "either" and "person" not in rule.theme_nouns and rule.type not in ("awarded", "funded") and is_a(token, "event") and count_of(token) is None and "event" not in rule.theme_nouns and not is_a(token, "body"))
    return False


def count_of(token: Token) -> Span | None:
    """The count whose noun this is, or the sum of money that it is part of."""
    for span in in_sentence(token, "counts"):
        value = value_of(span)
        if value.noun is not None and value.noun[0] <= token.i < value.noun[1] and value.kind in ("count", "measure"):
            return span
        if value.kind == "money" and span.start <= token.i < span.end:
            return span
    for child in token.children:
        if child.dep_ == "nummod" or child.dep_ == "prep" and child.lower_ in ("of", "worth"):
            for span in in_sentence(token, "counts"):
                if value_of(span).kind == "money" and (span.start <= child.i < span.end or any(span.start <= inner.i < span.end for inner in child.children)):
                    return span
    return None


def worth(token: Token, rule: OutcomeRule) -> bool:
    """Whether an object without a figure says enough: no bare general word ("a grant" alone is none, "a research grant" is one)."""
    start, end = phrase(token)
    named = any(covered(token.doc[place], "organisations") for place in range(start, end))
    if named:
        return True
    if rule.type in ("funded",) and lemma(token) in ("support", "funding", "fund", "money", "aid", "assistance", "budget", "cost", "sum", "credit", "contribution"):
        return rule.id.endswith(".fund")
    if rule.theme_nouns == ("any",):
        return lemma(token) not in ("it", "person") and token.pos_ in ("NOUN", "PROPN")
    return True


def weighed(found: list[Candidate]) -> list[Candidate]:
    """Of readings of the same theme only the best: specific rules first, then standing figures last, then the nearer and earlier trigger."""
    best: dict[int, Candidate] = {}
    for one in sorted(found, key=lambda one: (one.rule.stative, one.loose, not (one.rule.must or one.rule.must_object), one.trigger.pos_ == "NOUN", one.rule.rank, abs(one.trigger.i - one.theme.i))):
        key = one.count.start if one.count is not None else one.theme.i
        best.setdefault(key, one)
    return sorted(best.values(), key=lambda one: (one.trigger.i, one.theme.i))


def arguments(one: Candidate) -> Iterator[Argument]:
    """Figure, object, agent, recipient, dates and places of an outcome."""
    start, end = object_phrase(one)
    yield Argument("object", (start, end), f"{one.rule.id}.object")
    if one.count is not None:
        yield Argument("value", (one.count.start, one.count.end), f"{one.rule.id}.figure")
    yield from agents(one)
    yield from recipients(one)
    yield from dated(one)
    yield from placed(one)


def object_phrase(one: Candidate) -> tuple[int, int]:
    """The theme's phrase: the whole name where it stands in one, else without the figure before it."""
    for kind in ("organisations", "event_names"):
        for span in mentions(one.theme.doc, kind):
            if span.start <= one.theme.i < span.end:
                return span.start, span.end
    start, end = phrase(one.theme)
    if one.count is not None:
        figure = value_of(one.count).figure
        if start <= figure[0] < one.theme.i:
            start = max(start, min(figure[1], one.theme.i))
    if end - one.theme.i > 6:
        end = one.theme.i + 1
    return start, end


def agents(one: Candidate) -> Iterator[Argument]:
    """Who did it, by the rule's places; never the theme itself."""
    for name in one.rule.agent:
        if name in ("subject", "head"):
            slots = [one.frame.subject] if one.frame.subject else []
        elif name == "object":
            slots = [one.frame.object] if one.frame.object else []
        else:
            slots = one.frame.of(name)
        for slot in slots:
            if slot.token.i != one.theme.i and not within(slot.token, one.count) and (not one.rule.agent_nouns or any(is_a(slot.token, kind) for kind in one.rule.agent_nouns)):
                tokens = (slot.token.i, slot.token.i + 1) if name == "head" else phrase(slot.token)
                yield Argument("agent", tokens, f"{one.rule.id}.{name}:{slot.rule}", slot.via)
                return


def within(token: Token, span: Span | None) -> bool:
    return span is not None and span.start <= token.i < span.end


def recipients(one: Candidate) -> Iterator[Argument]:
    """To whom: the dative, "to X", "for X"."""
    for name in one.rule.recipient:
        slots = [one.frame.recipient] if name == "recipient" and one.frame.recipient else [one.frame.subject] if name == "subject" and one.frame.subject else one.frame.of(name)
        for slot in slots:
            if slot.token.i != one.theme.i:
                yield Argument("recipient", phrase(slot.token), f"{one.rule.id}.{name}", slot.via)
                return


def dated(one: Candidate) -> Iterator[Argument]:
    """The date in the clause; failing that, the only date of the sentence."""
    spans = in_sentence(one.trigger, "dates")
    for span in nearest(spans, one.trigger):
        rule = belongs(span, one.trigger) or belongs(span, one.theme)
        if rule:
            yield Argument("date", (span.start, span.end), f"{one.rule.id}.{rule}", "inherited" if rule == "attach.higher" else "stated")
            return
    if len(spans) == 1 and not subordinate(spans[0], one.trigger):
        yield Argument("date", (spans[0].start, spans[0].end), f"{one.rule.id}.attach.sentence", "inherited")


def subordinate(span: Span, trigger: Token) -> bool:
    """Whether a date stands in a clause of its own below or beside the trigger's."""
    token = span.root
    for _ in range(12):
        if token.head == token or token == trigger:
            return False
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp", "appos") and trigger not in token.subtree:
            return True
        token = token.head
    return False


def placed(one: Candidate) -> Iterator[Argument]:
    """Where: bodies, places and countries in the clause after a preposition of place."""
    wanted = one.rule.place
    for kind in ("organisations", "places", "countries"):
        for span in nearest(in_sentence(one.trigger, kind), one.trigger):
            before = preposition(span)
            if before not in wanted or span.start <= one.theme.i < span.end:
                continue
            if kind == "organisations" and before not in ("in", "at", "inside") and one.rule.type not in ("sent", "delivered"):
                continue
            rule = belongs(span, one.trigger) or belongs(span, one.theme)
            if rule:
                yield Argument("place", (span.start, span.end), f"{one.rule.id}.{rule}", "inherited" if rule == "attach.higher" else "stated")
