"""Reads outcomes where no slot of a trigger holds the figure: where the parse fails, in lists without a verb, behind "with"."""
from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import clause_of, in_sentence, preposition
from newsfacts.components.clause import Frame, Slot, frame
from newsfacts.components.layout import block_of
from newsfacts.components.mention import mentions, value_of
from newsfacts.components.nouns import covered, is_a, lemma, members, supplied, word_is
from newsfacts.components.outcome_arguments import Candidate
from newsfacts.components.outcome_rules import Index, OutcomeRule
from newsfacts.components.outcome_themes import fits, verb

WITHIN = ("from", "in", "across", "of", "at", "on", "between", "under", "within", "than", "against", "among", "as", "into", "after", "before", "over",
          "with", "to", "for", "including", "by")
"""Prepositions before a figure that keep it from being what a verb nearby is about."""
LABELS = ("counts.supplied.label", "counts.supplied.table")
WORTH = ("worth", "valued", "at", "costing", "(", "cost", "price")
"""Words before a sum that make it the worth of a thing."""


def loose(doc: Doc, rules: Index, held: Set[int] = frozenset()) -> Iterator[Candidate]:
    """Figures read with the verb of their clause or the participle behind them; those that begin at a token of `held` are told already."""
    for count in mentions(doc, "counts"):
        if count.start in held or not free(count):
            continue
        value = value_of(count)
        theme = doc[value.noun[0]] if value.noun else count.root
        for trigger in near(theme, count):
            for rule in rules.verbs.get(verb(trigger), ()):
                if rule.loose and plain(rule) and not acts(theme, trigger) and ("object" in rule.theme or theme.i < trigger.i) and fits(theme, rule):
                    yield Candidate(trigger, rule, theme, count, frame(trigger), True)


def acts(theme: Token, trigger: Token) -> bool:
    """Whether a noun stands before a verb with an object of its own, so that it is not what the verb is about."""
    doer = theme.dep_ == "nsubj" and theme.head == trigger
    return (doer or trigger.i > theme.i + 1) and any(child.dep_ == "dobj" and child.i > trigger.i > theme.i for child in trigger.children)


def free(count: Span) -> bool:
    """Whether a figure may be what a verb nearby is about: with a noun or a sum, no share, no worth, behind no preposition."""
    value = value_of(count)
    if value.kind == "percent" or (value.noun is None and value.kind != "money" and not isinstance(value.of, str)):
        return False
    return preposition(count) not in WITHIN and not (value.kind == "money" and is_worth(count))


def plain(rule: OutcomeRule) -> bool:
    """Whether a rule asks for nothing beside its trigger and theme."""
    asked = (rule.must, rule.must_object, rule.must_preposition, rule.context, rule.must_agent, rule.must_place, rule.must_recipient)
    return not (rule.stative or rule.must_passive or rule.must_past or rule.must_present or rule.must_each or any(asked))


def is_worth(money: Span) -> bool:
    """Whether a sum is what a thing is worth ("worth about …", "valued at …"), or another sum in a second currency."""
    before = [token for token in money.doc[max(money.sent.start, money.start - 3):money.start] if token.pos_ != "ADV"]
    if not before:
        return False
    again = before[-1].lower_ == "or" and len(before) > 1 and before[-2].text == ","
    return again or before[-1].lower_ in WORTH or any(token.lower_ in WORTH[:2] for token in before)


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
    """ "the hospital, with 3,200 beds", "with 3,200 beds, the hospital …"."""
    for count in mentions(doc, "counts"):
        value = value_of(count)
        if value.kind != "count":
            continue
        noun = doc[value.noun[0]] if value.noun else count.root
        head = None
        if value.noun:
            head = whose(noun) if "owned" in rule.theme_nouns else owner(count, noun, preposition(count))
        if head is not None and fits(noun, rule) and not is_a(head, "event") and not is_a(head, "person"):
            yield Candidate(head, rule, noun, count, Frame(head, Slot(head, "clause.head")), "owned" in rule.theme_nouns)


def whose(noun: Token) -> Token | None:
    """The pronoun, the body or its name whose a counted noun is: "its 200 members", "the club's 200 members"."""
    found = next((child for child in noun.children if child.dep_ == "poss"), None)
    if found is None or found.lower_ in ("his", "her", "my", "your"):
        return None
    return found if found.pos_ == "PRON" or covered(found, "organisations") or lemma(found) in members("standing_for_body") else None


def owner(count: Span, noun: Token, before: str) -> Token | None:
    """The noun that "with" hangs from ("a hospital with 300 beds"), or "of" behind what is told by its size ("an institute of 300 beds"), or "active in";
    else the subject of the clause that a sentence opens with "with"."""
    if noun.dep_ != "pobj" or before not in ("with", "of", "in", "across"):
        return None
    head = noun.head.head
    if before == "of":
        return head if lemma(head) in members("sized") and head.i < count.start else None
    if before in ("in", "across"):
        active = noun.head.nbor(-1) if noun.head.i > count.sent.start else noun.head
        if active.lower_ not in ("active", "present", "operational", "operating"):
            return None
        above = active.head
        return above if above.pos_ in ("NOUN", "PROPN") else next((child for child in above.children if child.dep_ == "nsubj"), None)
    if head.pos_ in ("NOUN", "PROPN"):
        return head
    opens = noun.head.i <= count.sent.start + 1 and head.tag_ in ("VBZ", "VBP")
    found = next((child for child in head.children if child.dep_ == "nsubj" and child.i > count.end), None) if opens else None
    return found if found is not None and found.pos_ in ("NOUN", "PROPN") else None


def verbless(doc: Doc, rules: Index) -> Iterator[Candidate]:
    """Figures in lines without a finite verb: told by their noun alone ("• 212 consultations", "| members | 164 |"), by a participle in their label
    ("Nurses trained in first aid: 45"), or sums with their giver ("Money: CHF 68,000 from …")."""
    for count in mentions(doc, "counts"):
        kind = value_of(count).kind
        if kind == "money" and (giver := giver_behind(count) or giver_before(count)) is not None:
            whole = Frame(count.root, prepositions=(giver,))
            yield from (Candidate(count.root, rule, count.root, count, whole, True) for rule in rules.verbless if "money" in rule.verbless)
        elif kind == "count" and preposition(count) not in WITHIN:
            yield from told_alone(doc, count, rules)


def giver_before(money: Span) -> tuple[str, Slot] | None:
    """The body before a sum in brackets, in a sentence that tells of funding: "funded by the Reed Fund (EUR 96,000)"."""
    doc, place = money.doc, money.start - 2
    if place < money.sent.start or doc[money.start - 1].text != "(" or not covered(doc[place], "organisations"):
        return None
    if not any(token.lemma_.lower() in members("paying") for token in money.sent):
        return None
    found = next((other for other in in_sentence(doc[place], "organisations") if other.start <= place < other.end), None)
    return None if found is None else ("by", Slot(found.root, "clause.giver"))


def told_alone(doc: Doc, count: Span, rules: Index) -> Iterator[Candidate]:
    """What a figure in a list, a table or behind a label tells."""
    value = value_of(count)
    labelled = str(count.id_).startswith(LABELS)
    if not labelled and (value.noun is None or block_of(count[0]) not in ("item", "line") or finite(count.sent)):
        return
    theme = doc[value.noun[0]] if value.noun else count.root
    word = (supplied(theme) or lemma(theme)).casefold()
    for rule in rules.verbless:
        if (labelled or not rule.stative or word in members("owned")) and any(word == name or word_is(word, name) for name in rule.verbless):
            yield Candidate(theme, rule, theme, count, Frame(theme), True)
    for trigger in labels(count) if labelled else ():
        for rule in rules.verbs.get(verb(trigger), ()):
            if plain(rule) and fits(theme, rule):
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
