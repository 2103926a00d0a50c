"""Reads outcomes of lists with what stands over or before their lines: items under a verb ("The trust gave:"), results, thanks, labels of awards."""
from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts.components.clause import Frame, Slot, frame, with_conjuncts
from newsfacts.components.mention import mentions
from newsfacts.components.nouns import covered, is_a, lemma, members
from newsfacts.components.outcome_arguments import Candidate
from newsfacts.components.outcome_conditions import allowed
from newsfacts.components.outcome_rules import Index
from newsfacts.components.outcome_themes import count_of, fits, told_apart, verb

LONGEST_LABEL = 7
"""Tokens before the colon that a label of an award has at most."""
INSIDE = ("compound", "nmod", "amod", "poss", "nummod")
"""Relations of words inside a noun's phrase."""
GREETINGS = ("regard", "regards", "wishes")


def listed(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """What the items of lists tell."""
    above: Span | None = None
    for block in mentions(doc, "layout"):
        if block.id_ != "layout.item":
            above = block
        elif above is not None and not finite(block):
            heads = heads_of(block)
            yield from under_verb(heads, above, rules)
            yield from results(heads, above, rules)
            yield from thanked(block, above, rules)


def finite(block: Span) -> bool:
    """Whether an item has a finite verb of its own in a main clause."""
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.is_alpha and token.dep_ not in ("relcl", "advcl") for token in block)


def heads_of(block: Span) -> list[Token]:
    """The nouns that an item's first line names, coordinated ones too; none where a participle tells the deed."""
    words = [token for token in block[0].sent if token.i < block.end and token.is_alpha]
    head = next((token for token in words if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in INSIDE), None)
    if head is None or any(token.pos_ in ("VERB", "AUX", "ADP", "PRON") and token.tag_ not in ("VBN", "VBG") for token in words if token.i < head.i):
        return []
    if any(child.dep_ == "acl" and child.tag_ == "VBN" and child.i == head.i + 1 for child in head.children):
        return []
    return [token for token in with_conjuncts(head) if token.i < block.end]


def under_verb(heads: list[Token], above: Span, rules: Index) -> Iterator[Candidate]:
    """Items as what the last verb of the line above is about: "The trust donated: • 20 beds"."""
    if not above.text.rstrip("* _").endswith(":"):
        return
    trigger = next((token for token in reversed(above) if token.pos_ == "VERB"), None)
    if trigger is None or (trigger.tag_ == "VBG" and trigger.dep_ == "acl"):
        return
    whole = frame(trigger)
    for rule in rules.verbs.get(verb(trigger), ()):
        if "object" not in rule.theme or rule.must_object or (whole.passive and rule.stative) or not allowed(trigger, rule, whole):
            continue
        for head in heads:
            count = count_of(head)
            told = count is not None or (rule.needs != "figure" and ("thing" not in rule.theme_nouns or is_a(head, "goods")))
            if fits(head, rule) and told and lemma(head) not in members("vague"):
                yield Candidate(head, rule, head, count, whole, True)


def results(heads: list[Token], above: Span, rules: Index) -> Iterator[Candidate]:
    """Documents and software listed under a heading of results."""
    if not any(token.lemma_.lower() in members("result_heading") for token in above[-12:]):
        return
    for rule in rules.verbless:
        if "result" in rule.verbless:
            yield from (Candidate(head, rule, head, count_of(head), Frame(head), True) for head in heads
                        if fits(head, rule) and (lemma(head) not in members("vague") or told_apart(head)))


def thanked(block: Span, above: Span, rules: Index) -> Iterator[Candidate]:
    """Gifts in a list of thanks: "Our thanks • to the Reed Fund for 30 microscopes"."""
    rule = next((rule for rule in rules.verbless if "thanks" in rule.verbless), None)
    if rule is None or not any(token.lower_.startswith(("thank", "grateful", "gratitude")) for token in (*above[-12:], *block[:4])):
        return
    giver = next((span for kind in ("organisations", "people") for span in mentions(block.doc, kind) if block.start <= span.start < block.end), None)
    behind = next((token for token in block if token.lower_ == "for" and giver is not None and token.i >= giver.end), None)
    if giver is None or behind is None:
        return
    for theme in (token for child in behind.children if child.dep_ == "pobj" for token in with_conjuncts(child)):
        count = count_of(theme)
        if fits(theme, rule) or (count is not None and is_a(theme, "thing")):
            yield Candidate(theme, rule, theme, count, Frame(theme, prepositions=(("by", Slot(giver.root, "clause.giver")),)), True)


def labelled(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Awards told by a label before the name of who won: "Best tutorial: Maria Lindqvist"."""
    found = [rule for rule in rules.verbless if "label" in rule.verbless]
    marks = {doc.vocab.strings[mark] for mark in (":", "–")} if found else set()
    for place, word in enumerate(doc.to_array("ORTH").tolist()):
        if word not in marks or place + 1 >= len(doc):
            continue
        token = doc[place]
        start = next((block.start for block in mentions(doc, "layout") if block.start <= token.i < block.end), token.sent.start)
        start = lettered(doc, max(start, token.sent.start), token.i)
        first = lettered(doc, token.i + 1, min(token.i + 3, len(doc) - 1))
        winner = next((span for kind in ("people", "organisations") for span in mentions(doc, kind) if span.start == first), None)
        heads = [each for each in doc[start:token.i] if each.pos_ in ("NOUN", "PROPN")]
        if winner is not None and heads and token.i - start <= LONGEST_LABEL and names_prize(doc[start], heads):
            whole = Frame(heads[-1], prepositions=(("by", Slot(winner.root, "clause.winner")),))
            yield from (Candidate(heads[-1], rule, heads[-1], None, whole, True) for rule in found)


def lettered(doc: Doc, start: int, end: int) -> int:
    """The first word from a place on that is no bullet or asterisk."""
    return next((place for place in range(start, end) if doc[place].is_alpha), end)


def names_prize(first: Token, heads: list[Token]) -> bool:
    """Whether a label with these nouns names a prize: it opens with "best", "winner" or the like, or ends with "medal"; none of its nouns is a person."""
    if first.lower_ not in members("award_label") and lemma(heads[-1]) not in members("prize_noun"):
        return False
    return not any(covered(each, "people") or each.lower_ in GREETINGS or is_a(each, "person") for each in heads)
