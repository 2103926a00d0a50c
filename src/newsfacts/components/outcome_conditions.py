"""Tells whether all that an outcome rule asks for beside its trigger and theme is there, and whether a clause tells a deed at all."""
from __future__ import annotations

from collections import Counter

from spacy.tokens import Span, Token

from newsfacts.components.attach import in_sentence
from newsfacts.components.clause import Frame, prepositional
from newsfacts.components.mention import memory, sentence_of, value_of
from newsfacts.components.nouns import covered, is_a, lemma, members
from newsfacts.components.outcome_rules import OutcomeRule
from newsfacts.components.outcome_themes import has_object

PERIODS = ("hour", "day", "night", "week", "month", "term", "semester", "kilo", "kilogram", "litre", "liter", "tonne", "ton", "piece", "head")
"""What a price or a wage is for; yearly sums are told as funding."""
STATING = ("VBZ", "VBP", "VB", "VBN", "VBD", "VBG", "NN", "NNS")
THINGS = ("goods", "software", "document", "abstract", "award")
PLACES = ("places", "countries", "organisations")


def allowed(trigger: Token, rule: OutcomeRule, whole: Frame) -> bool:
    """Whether all that a rule asks for is there."""
    if (rule.must_passive and not whole.passive) or (rule.must_past and trigger.tag_ != "VBD") or (rule.must_present and trigger.tag_ not in ("VBZ", "VBP")):
        return False
    if asked(whole) or (rule.must_each and not each(whole)):
        return False
    if rule.must_preposition and not followed(whole, rule.must_preposition):
        return False
    if rule.must and not particle(trigger, rule.must):
        return False
    if rule.must_object and not has_object(whole, rule):
        return False
    if rule.must_recipient and not (whole.recipient or whole.of("to") or given_to(whole)):
        return False
    if rule.agent_not and whole.subject is not None and kept_out(whole.subject.token, rule.agent_not):
        return False
    if rule.must_place and not goes(trigger, rule, whole):
        return False
    if rule.must_expletive and not any(child.dep_ == "expl" for child in trigger.children):
        return False
    if rule.must_alone and not alone(whole):
        return False
    if rule.context and not told_about(trigger, rule.context):
        return False
    return not rule.stative or rule.must_passive or not (whole.passive or trigger.dep_ in ("xcomp", "acl") or trigger.tag_ not in STATING)


def asked(whole: Frame) -> bool:
    """Whether a clause asks who did it: "wanted to know who had paid for the ferry"."""
    return whole.subject is not None and whole.subject.token.lower_ in ("who", "what") and whole.trigger.dep_ != "relcl"


def each(whole: Frame) -> bool:
    """Whether everybody did it by himself: "each nurse", "every pupil"."""
    if whole.subject is None:
        return False
    token = whole.subject.token
    return token.lower_ in ("each", "everyone", "everybody") or any(child.dep_ == "det" and child.lower_ in ("each", "every") for child in token.children)


def followed(whole: Frame, names: tuple[str, ...]) -> bool:
    """Whether one of the prepositions hangs from a trigger, or from its object where the parser put it: "got sheds and barns from the Alder Home"."""
    if any(name in names for name, _ in whole.prepositions):
        return True
    return whole.object is not None and any(name in names for name, _ in prepositional(whole.object.token))


def given_to(whole: Frame) -> bool:
    """Whether "to" and somebody named hang from the object, where the parser put them: "sent boxes of clothes to the Alder Home"."""
    if whole.object is None:
        return False
    return any(name == "to" and any(covered(slot.token, kind) for kind in PLACES) for name, slot in prepositional(whole.object.token))


def alone(whole: Frame) -> bool:
    """Whether a verb is active and has neither object nor complements beside dates: "72 members came on Saturday"."""
    if whole.passive or whole.object is not None or any(child.dep_ in ("xcomp", "ccomp", "advcl", "acomp", "prt") for child in whole.trigger.children):
        return False
    return all(slot.token.ent_type_ in ("DATE", "TIME") or covered(slot.token, "dates") or covered(slot.token, "durations") for _, slot in whole.prepositions)


def particle(trigger: Token, words: tuple[str, ...]) -> bool:
    """Whether one of the words hangs from a trigger, or stands right behind it."""
    if any(child.lower_ in words for child in trigger.children):
        return True
    return trigger.i + 1 < len(trigger.doc) and trigger.nbor().lower_ in words


def told_about(trigger: Token, words: tuple[str, ...]) -> bool:
    """Whether one of the nouns or verbs stands in a trigger's sentence beside it."""
    doc = trigger.doc
    start, end = sentence_of(doc, trigger.i)
    known = memory(doc, "sentence_lemmas")
    counts: Counter[str] | None = known.get(start)
    if counts is None:
        counts = known[start] = Counter(lemma(word) for word in doc[start:end])
    own = lemma(trigger)
    return any(counts[word] > (word == own) for word in words)


def kept_out(doer: Token, words: tuple[str, ...]) -> bool:
    """Whether a doer is one of the nouns, or of one of the classes, that a rule takes out; a body's name never is."""
    return not covered(doer, "organisations") and (lemma(doer) in words or any(is_a(doer, name) for name in words))


def goes(trigger: Token, rule: OutcomeRule, whole: Frame) -> bool:
    """Whether a place or body stands after one of the rule's prepositions of place, or a place as the object."""
    if any(covered(slot.token, kind) for slot in whole.of(*rule.place) for kind in PLACES):
        return True
    return any(child.dep_ == "dobj" and any(covered(child, kind) for kind in PLACES[:2]) for child in trigger.children)


def generic(trigger: Token, theme: Token, count: Span | None) -> bool:
    """Whether a clause tells a custom rather than a deed: somebody else's purpose, or a bare plural or mass noun with a verb in the present
    of a clause below another ("uses boats to carry books")."""
    if count is not None and out_of(count, trigger):
        return True
    if count is not None or trigger.tag_ not in ("VB", "VBP", "VBZ"):
        return False
    if inert(trigger, theme):
        return True
    if trigger.tag_ == "VB" and (helped(trigger) or purpose(trigger)):
        return True
    bare = not any(child.dep_ in ("det", "poss", "amod", "compound", "nummod") for child in theme.children)
    plain = not any(child.dep_ == "aux" and child.lower_ != "to" for child in trigger.children)
    return bare and plain and trigger.dep_ in ("relcl", "xcomp", "advcl", "acl", "ccomp") and theme.pos_ == "NOUN"


def out_of(count: Span, trigger: Token) -> bool:
    """Whether a figure is what a share is of ("three out of ten pupils"), or a share told in the present."""
    doc = count.doc
    if doc[max(0, count.start - 2):count.start].text.lower() == "out of":
        return True
    return trigger.tag_ in ("VBP", "VBZ", "VB", "NN") and "out of" in doc[count.start:count.end + 2].text.lower()


def rate(money: Span) -> bool:
    """Whether a sum is a price or a wage ("36 shillings per litre"), or how much two sums differ by, or what goods
    are worth ("$31,000 in bandages")."""
    doc, end = money.doc, money.end
    if end + 1 < len(doc) and doc[end].lower_ == "in" and any(is_a(child, name) for child in doc[end].children for name in ("goods", "sold")):
        return True
    behind = [token.lower_ for token in doc[end:min(end + 2, len(doc))]]
    if behind[:1] == ["per"] or behind[:1] == ["/"] or behind in (["more", "than"], ["less", "than"], ["fewer", "than"]):
        return True
    return len(behind) == 2 and behind[0] in ("a", "an", "every", "each") and behind[1] in PERIODS


def restated(money: Span) -> bool:
    """Whether a sum says the one right before it in another currency: "1.2 billion dong (over 46,000 dollars)", ", or about 300 euros"."""
    if value_of(money).kind != "money":
        return False
    before = next((other for other in reversed(in_sentence(money[0], "counts")) if other.end <= money.start), None)
    if before is None or value_of(before).kind != "money" or money.start - before.end > 5:
        return False
    between = [token.lower_ for token in money.doc[before.end:money.start]]
    return any(word in ("(", "or", "/", "=", "equivalent") for word in between) and not any(word in ("and", "to", "of", "from") for word in between)


def inert(trigger: Token, theme: Token) -> bool:
    """Whether the doer of something told in the present is a thing, which tells what it is for: "the filter gives clean water"."""
    doer = next((child for child in trigger.children if child.dep_ == "nsubj"), None)
    if doer is None or doer == theme or doer.pos_ != "NOUN":
        return False
    if any(child.dep_ == "aux" and child.lower_ in ("will", "shall", "to", "has", "have") for child in trigger.children):
        return False
    return lemma(doer) in members("inert") or (any(is_a(doer, name) for name in THINGS) and not is_a(doer, "person") and not is_a(doer, "body"))


def helped(trigger: Token) -> bool:
    """Whether somebody else is helped or let do it: "tools that help researchers publish data"."""
    own = any(child.dep_ == "nsubj" for child in trigger.children) or any(child.dep_ == "dobj" for child in trigger.head.children)
    return trigger.dep_ in ("ccomp", "xcomp") and trigger.head.lemma_ in ("help", "allow", "enable", "let", "encourage") and own


def purpose(trigger: Token) -> bool:
    """Whether it is what a custom is for: "volunteers trace images to make a map"."""
    head = trigger.head
    custom = head.tag_ in ("VBP", "VBZ") and not any(child.dep_ == "aux" for child in head.children)
    return custom and trigger.dep_ == "advcl" and any(child.lower_ == "to" for child in trigger.children)
