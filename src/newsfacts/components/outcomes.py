"""Proposes outcomes: what was trained, treated, opened, given, won, signed …, each trigger with its arguments."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import clause_of, in_sentence, preposition
from newsfacts.components.clause import Frame, Slot, frame
from newsfacts.components.layout import block_of
from newsfacts.components.mention import OutcomeValue, mention_at, mentions, propose, release, value_of
from newsfacts.components.nouns import covered, is_a, lemma, supplied, word_is
from newsfacts.components.outcome_arguments import Candidate, agents, arguments
from newsfacts.components.outcome_rules import Index, OutcomeRule, checked, index
from newsfacts.components.outcome_themes import count_of, fits, has_object, money_with, recipient_count, themes, worth
from newsfacts.components.status import status_of_deed

SPELLINGS = {"instal": "install"}
"""Lemmas that the model spells otherwise than the data."""
WITHIN = ("from", "in", "across", "of", "at", "on", "between", "under", "within", "than", "against", "among", "as", "into", "after", "before", "over", "with", "to", "for", "including", "by")
"""Prepositions before a figure that keep it from being what a verb nearby is about."""
LABELS = ("counts.supplied.label", "counts.supplied.table")
WORTH = ("worth", "valued", "at", "costing", "(", "cost", "price")
"""Words before a sum that make it the worth of a thing."""


@Language.factory("newsfacts_outcomes", default_config={"rules": {}}, assigns=["span._.newsfacts_outcomes"], requires=["token.dep", "span._.newsfacts_counts"])
class Outcomes:
    """The component; `rules` are further outcome types, tables as in `data/outcomes.toml`."""

    def __init__(self, nlp: Language, name: str, rules: dict[str, Any]) -> None:
        self.index: Index = index(checked(rules, "rules"))

    def __call__(self, doc: Doc) -> Doc:
        for one in weighed(list(candidates(doc, self.index))):
            place = (min(one.trigger.i, one.theme.i), max(one.trigger.i, one.theme.i) + 1)
            if mention_at(doc, "outcomes", *place) is None:
                told = status_of_deed(one.trigger, one.theme)[0]
                propose(doc, "outcomes", *place, one.rule.id, OutcomeValue(one.rule.type, "negated" if told == "cancelled" else told, tuple(arguments(one))))
        release(doc)
        return doc


def candidates(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Every reading of every trigger."""
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
    yield from loose(doc, rules)
    yield from verbless(doc, rules)


def verb(token: Token) -> str:
    """A verb's lemma in the spelling of the data."""
    lowered = token.lemma_.lower()
    return SPELLINGS.get(lowered, lowered)


def read(trigger: Token, rule: OutcomeRule, whole: Frame) -> Iterator[Candidate]:
    """The themes that a rule finds at a trigger."""
    if not allowed(trigger, rule, whole):
        return
    for name in rule.theme:
        found = list(themes(name, whole, rule))
        for token in found:
            count = count_of(token)
            if count is None and rule.type == "awarded":
                count = recipient_count(whole, rule)
            if count is None and rule.type == "funded":
                count = money_with(whole)
            if rule.stative and token.i + 1 < len(token.doc) and token.nbor().lower_ in ("per", "each"):
                continue
            if (count is None and rule.needs == "figure") or (count is None and not worth(token, rule)) or generic(trigger, token, count):
                continue
            if rule.must_agent and next(agents(Candidate(trigger, rule, token, count, whole)), None) is None:
                continue
            yield Candidate(trigger, rule, token, count, whole, name == "self")
        if found:
            return


def allowed(trigger: Token, rule: OutcomeRule, whole: Frame) -> bool:
    """Whether all that a rule asks for beside its trigger and theme is there."""
    if rule.must and not any(word.lower_ in rule.must for word in trigger.doc[trigger.i + 1:min(trigger.i + 12, trigger.sent.end)] if word.head == trigger or word.i == trigger.i + 1):
        return False
    if rule.must_object and not has_object(whole, rule):
        return False
    if rule.must_preposition and not whole.of(*rule.must_preposition):
        return False
    if rule.must_recipient and not (whole.recipient or whole.of("to")):
        return False
    if rule.agent_not and whole.subject is not None and (lemma(whole.subject.token) in rule.agent_not or any(is_a(whole.subject.token, kind) for kind in rule.agent_not)) and not covered(whole.subject.token, "organisations"):
        return False
    if rule.must_place and not goes(trigger, rule, whole):
        return False
    if rule.must_expletive and not any(child.dep_ == "expl" for child in trigger.children):
        return False
    if rule.context and not any(lemma(word) in rule.context for word in trigger.sent if word != trigger):
        return False
    return not (rule.stative and (whole.passive or trigger.dep_ in ("xcomp", "acl") or trigger.tag_ not in ("VBZ", "VBP", "VB", "VBN", "VBD", "VBG", "NN", "NNS")))


def generic(trigger: Token, theme: Token, count: Span | None) -> bool:
    """Whether a clause tells a custom rather than a deed: a bare plural or mass noun with a verb in the present of a relative clause or a purpose ("uses airstrips to deliver supplies")."""
    if count is None and trigger.tag_ == "VB" and (helped(trigger) or purpose(trigger)):
        return True
    if count is not None or trigger.tag_ not in ("VB", "VBP", "VBZ") or any(child.dep_ in ("det", "poss", "aux", "amod", "compound", "nummod") and child.lower_ != "to" for child in (*theme.children, *trigger.children) if child.head == theme or child.dep_ == "aux"):
        return False
    return trigger.dep_ in ("relcl", "xcomp", "advcl", "acl", "ccomp") and theme.pos_ == "NOUN"


def helped(trigger: Token) -> bool:
    """Whether somebody else is helped or let do it: "tools that help researchers publish data"."""
    own = any(child.dep_ == "nsubj" for child in trigger.children) or any(child.dep_ == "dobj" for child in trigger.head.children)
    return trigger.dep_ in ("ccomp", "xcomp") and trigger.head.lemma_ in ("help", "allow", "enable", "let", "encourage") and own


def purpose(trigger: Token) -> bool:
    """Whether it is what a custom is for: "volunteers trace images to make a map"."""
    head = trigger.head
    return trigger.dep_ == "advcl" and head.tag_ in ("VBP", "VBZ") and not any(child.dep_ == "aux" for child in head.children) and any(child.lower_ == "to" for child in trigger.children)


def goes(trigger: Token, rule: OutcomeRule, whole: Frame) -> bool:
    """Whether a place or body stands after one of the rule's prepositions of place."""
    return any(covered(slot.token, kind) for slot in whole.of(*rule.place) for kind in ("places", "countries", "organisations")) or any(child.dep_ == "dobj" and (covered(child, "places") or covered(child, "countries")) for child in trigger.children)


def loose(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Figures that no slot of a trigger holds, read with the verb of their clause or the participle behind them: where the parse fails, and in lists."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if (value.noun is None and value.kind != "money" and not isinstance(value.of, str)) or value.kind == "percent" or preposition(count) in WITHIN or (value.kind == "money" and is_worth(count)):
            continue
        theme = doc[value.noun[0]] if value.noun else count.root
        for trigger in near(theme, count):
            for rule in rules.verbs.get(verb(trigger), ()):
                if "object" not in rule.theme and theme.i > trigger.i:
                    continue
                if rule.loose and not rule.stative and not rule.must and not rule.must_object and not rule.must_place and not rule.must_recipient and not rule.must_preposition and not rule.context and fits(theme, rule):
                    yield Candidate(trigger, rule, theme, count, frame(trigger), True)


def is_worth(sum_: Span) -> bool:
    """Whether a sum is what a thing is worth ("worth about …", "valued at …"), or another sum in a second currency."""
    before = [token for token in sum_.doc[max(sum_.sent.start, sum_.start - 3):sum_.start] if token.pos_ != "ADV"]
    return bool(before) and (before[-1].lower_ in WORTH or any(token.lower_ in WORTH[:2] for token in before) or (before[-1].lower_ == "or" and len(before) > 1 and before[-2].text == ","))


def near(theme: Token, count: Span) -> Iterator[Token]:
    """The verbs that a figure may belong to: a participle right behind its phrase, the one that labels it, the verb of its clause, the verb before it."""
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


def verbless(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Figures in lines without a finite verb: told by their noun alone ("• 212 consultations", "| members | 164 |") or by a participle in their label ("Nurses trained in first aid: 45")."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if value.kind == "money" and not finite(count.sent) and (giver := giver_behind(count)) is not None:
            yield from (Candidate(count.root, rule, count.root, count, Frame(count.root, prepositions=(giver,)), True) for rule in rules.verbless if "money" in rule.verbless)
        if value.kind != "count" or preposition(count) in WITHIN:
            continue
        labelled = str(count.id_).startswith(LABELS)
        if not labelled and (value.noun is None or block_of(count[0]) not in ("item", "line") or finite(count.sent)):
            continue
        theme = doc[value.noun[0]] if value.noun else count.root
        word = (supplied(theme) or lemma(theme)).casefold()
        for rule in rules.verbless:
            if (labelled or not rule.stative) and any(word == name or word_is(word, name) for name in rule.verbless):
                yield Candidate(theme, rule, theme, count, Frame(theme), True)
        for trigger in labels(count) if labelled else ():
            for rule in rules.verbs.get(verb(trigger), ()):
                if not rule.stative and not rule.must and not rule.must_object and not rule.must_place and not rule.must_preposition and fits(theme, rule):
                    yield Candidate(trigger, rule, theme, count, frame(trigger), True)


def giver_behind(money: Span) -> tuple[str, Slot] | None:
    """The body named after "from" or "by" right behind a sum of money."""
    for token in money.doc[money.end:min(money.end + 3, money.sent.end)]:
        if token.lower_ in ("from", "by"):
            found = next((other for other in in_sentence(token, "organisations") if 1 <= other.start - token.i <= 3), None)
            return None if found is None else (token.lower_, Slot(found.root, "clause.giver"))
    return None


def labels(count: Span) -> Iterator[Token]:
    """The participles in the label before a figure."""
    block = next((span for span in mentions(count.doc, "layout") if span.start <= count.start < span.end), count.sent)
    for token in count.doc[block.start:count.start]:
        if token.tag_ in ("VBN", "VBD") or (token.pos_ == "VERB" and token.lower_.endswith("ed")):
            yield token


def finite(sentence: Span) -> bool:
    """Whether a line has a finite verb."""
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in sentence)


def weighed(found: list[Candidate]) -> list[Candidate]:
    """Of readings of the same theme only the best: figures that a slot holds before those read loosely, then the rule's rank, then verbs before nouns, then the nearest."""
    best: dict[int, Candidate] = {}
    for one in sorted(found, key=lambda one: (one.loose, one.rule.rank, one.trigger.pos_ == "NOUN", abs(one.trigger.i - one.theme.i))):
        best.setdefault(one.count.start if one.count is not None else one.theme.i, one)
    return sorted(best.values(), key=lambda one: (one.trigger.i, one.theme.i))
