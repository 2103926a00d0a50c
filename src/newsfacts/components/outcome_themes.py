"""Finds what an outcome is of: the heads that a rule's slots give, with their figures, where the rule's classes of nouns allow them."""
from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from newsfacts.components.attach import in_sentence
from newsfacts.components.clause import Frame, Slot, apposed_behind, phrase, prepositional, with_conjuncts
from newsfacts.components.mention import memory, sentence_of, value_of
from newsfacts.components.nouns import covered, is_a, lemma, members, of_class, supplied
from newsfacts.components.outcome_rules import OutcomeRule

CLASSES = ("party", "organisation", "name", "money", "person", "care")
"""Classes of nouns that a rule may take out."""
SPELLINGS = {"instal": "install"}
"""Lemmas that the model spells otherwise than the data."""
FOUNDING = ("found", "establish", "create", "constitute", "incorporate", "set")
"""Verbs that tell how a body began."""
IN_LISTS = ("NOUN", "PROPN", "NUM", "ADJ", "PUNCT", "CCONJ", "DET", "ADP", "SYM", "ADV", "PART", "X")
"""Parts of speech within a list."""
LEAVING = ("with", "to", "in", "from", "by", "at")
"""Prepositions that end a list."""
PHRASAL = ("NOUN", "PROPN", "ADP", "DET", "ADJ", "NUM")
"""Parts of speech between a noun and the bracket behind its phrase."""
FAR = 9
PRONOUNS = frozenset(["it", "they", "we", "he", "she", "who", "which", "that", "this", "these", "those", "us", "them", "him", "her", "i", "you", "one"])


def verb(token: Token) -> str:
    """A verb's lemma in the spelling of the data."""
    lowered = token.lemma_.lower()
    return SPELLINGS.get(lowered, lowered)


def themes(name: str, whole: Frame, rule: OutcomeRule) -> Iterator[Token]:
    """The heads in a slot, coordinated ones too, through "a total of", that fit the rule's classes of nouns."""
    for slot in slots(name, whole, rule):
        row = with_conjuncts(slot.token)
        for token in (*row, *listed_behind(row, whole)):
            inner = through(token)
            if founding(inner, whole, rule) or (inner.lower_ not in PRONOUNS and fits(inner, rule) and not agency(inner)):
                yield inner


def founding(token: Token, whole: Frame, rule: OutcomeRule) -> bool:
    """Whether "it" stands for a body whose beginning is told: "it was founded in 1998", "since it opened its doors"."""
    if token.lower_ != "it" or rule.type != "established":
        return False
    return "door" in rule.must_object or (whole.passive and whole.object is not None and whole.object.token == token and verb(whole.trigger) in FOUNDING)


def listed_behind(row: list[Token], whole: Frame) -> list[Token]:
    """The counted nouns of a list that the parser broke up: those behind the last one it has, with nothing but nouns, figures, commas and "and" between."""
    last = max(row, key=lambda token: token.i)
    if last.i < whole.trigger.i:
        return []
    behind = [count for count in in_sentence(last, "counts") if count.start > last.i and set_off(count)]
    if not behind:
        return []
    doc, place, end = last.doc, last.i + 1, sentence_of(last.doc, last.i)[1]
    while place < end and doc[place].pos_ in IN_LISTS and doc[place].lower_ not in LEAVING:
        place += 1
    if place < end and doc[place].pos_ in ("AUX", "VERB"):
        return []
    values = [value_of(count) for count in behind if count.start < place]
    heads = [doc[value.noun[0]] for value in values if value.kind in ("count", "measure") and value.noun is not None]
    return [token for token in heads if token not in row]


def set_off(count: Span) -> bool:
    """Whether a comma, a semicolon or "and" stands right before a figure."""
    return count.start > 0 and count.doc[count.start - 1].lower_ in (",", ";", "and", "&")


def slots(name: str, whole: Frame, rule: OutcomeRule) -> list[Slot]:
    """What fills a slot: object, subject (where there is no object), recipient, complement ("was named X"), self, or a preposition."""
    if name == "object":
        return [whole.object] if whole.object else particle_object(whole) or small_clause(whole)
    if name == "subject":
        return [whole.subject] if whole.subject and (not whole.object or rule.must_object or "object" not in rule.theme) else []
    if name == "recipient":
        return [whole.recipient] if whole.recipient else []
    if name == "complement":
        found = [Slot(child, "clause.complement") for child in whole.trigger.children if child.dep_ in ("oprd", "attr")]
        behind = apposed_behind(whole.object.token) if whole.object is not None and not found else None
        return found if behind is None else [Slot(behind, "clause.complement")]
    if name == "self":
        return [Slot(whole.trigger, "clause.self")]
    found = [slot for slot in whole.of(name) if slot.token.i > whole.trigger.i or slot.via != "stated" or name == "by"]
    if not found and rule.must_object and whole.object is not None:
        below = [whole.object, *(slot for _, slot in whole.prepositions)]
        return [slot for above in below for other, slot in prepositional(above.token) if other == name]
    if not found and rule.must_agent and rule.agent_nouns and whole.subject is not None:
        found = [slot for other, slot in prepositional(whole.subject.token) if other == name and slot.token.i < whole.trigger.i]
    return found


def agency(token: Token) -> bool:
    """Whether a name stands in the brackets that open a text as an agency's: "(ABN, Lima, 2 May 2019)"."""
    return token.i < 4 and token.doc[0].text in ("(", "[")


def particle_object(whole: Frame) -> list[Slot]:
    """What a particle that the parser took for a preposition governs: "brought in two ovens", "left behind 12 boxes"."""
    following = whole.trigger.nbor() if whole.trigger.i + 1 < len(whole.trigger.doc) else whole.trigger
    if following.dep_ not in ("prep", "prt") or following.lower_ not in ("in", "behind", "over", "out", "along", "up"):
        return []
    found = next((child for child in following.children if child.dep_ == "pobj"), None)
    return [Slot(found, "clause.particle")] if found is not None and (following.dep_ == "prt" or count_of(found) is not None) else []


def small_clause(whole: Frame) -> list[Slot]:
    """What is made so in "made the data public", which the parser takes for a clause of its own."""
    clauses = (child for child in whole.trigger.children if child.dep_ == "ccomp" and child.pos_ == "ADJ" and child.i > whole.trigger.i)
    return [Slot(inner, "clause.small") for child in clauses for inner in child.children if inner.dep_ == "nsubj"]


def through(token: Token) -> Token:
    """The noun behind "a total of", "a team of"."""
    if lemma(token) in members("partitive") and count_of(token) is None:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return inner
    return totalled(token) or spoken_for(token) or token


def totalled(token: Token) -> Token | None:
    """The people that counted teams come to: "48 batches totalling 1,298 doctors"."""
    if lemma(token) not in members("partitive"):
        return None
    for child in token.children:
        if child.lower_ in ("totaling", "totalling", "comprising", "numbering"):
            return next((inner for inner in child.children if inner.dep_ == "dobj" and count_of(inner) is not None), None)
    return None


def spoken_for(token: Token) -> Token | None:
    """The counted bodies or countries that people without a figure of their own come from: "representatives of 18 countries"."""
    if lemma(token) not in members("speaking_for") or count_of(token) is not None:
        return None
    for name, slot in prepositional(token):
        if name in ("from", "of", "representing") and is_a(slot.token, "party") and count_of(slot.token) is not None:
            return slot.token
    return None


def classed(token: Token, name: str) -> bool:
    """What `is_a` tells, looked up once for each noun and class."""
    known = memory(token.doc, "classes")
    found: bool | None = known.get((token.i, name))
    if found is None:
        if token.i not in known:
            known[token.i] = supplied(token)
        found = known[token.i, name] = of_class(token, name, known[token.i])
    return found


def fits(token: Token, rule: OutcomeRule) -> bool:
    """Whether a noun, or the noun that a bare figure stands for, is of one of the rule's classes and not of those it excludes."""
    known, key = memory(token.doc, "themes"), (token.i, rule.theme_nouns)
    word: str | None = known.get(key)
    if word is None:
        word = known[key] = of_classes(token, rule.theme_nouns)
    return bool(word) and not (rule.theme_not and excluded(token, word, rule.theme_not))


def of_classes(token: Token, names: tuple[str, ...]) -> str:
    """The word of a noun that is of one of the classes, empty for another; sums are only what asks for sums or for anything."""
    if not any(classed(token, name) for name in names) or (classed(token, "money") and "money" not in names and "any" not in names):
        return ""
    return (supplied(token) or lemma(token)).casefold()


def excluded(token: Token, word: str, words: tuple[str, ...]) -> bool:
    """Whether a noun is one of the words, or of one of the classes, that a rule takes out; a body that events are told by too is out only by its name."""
    if word in words or ("vague" in words and word in members("vague") and not told_apart(token)):
        return True
    if "event" in words and classed(token, "event") and (word not in members("body") or covered(token, "event_names")):
        return True
    return any(name in words and classed(token, name) for name in CLASSES)


def count_of(token: Token) -> Span | None:
    """The count whose noun this is, the bare figure that it is, or the sum of money that it is part of or that stands before it or after "of" or "worth"."""
    spans = in_sentence(token, "counts")
    for span in spans:
        value = value_of(span)
        if value.noun is not None and value.noun[0] <= token.i < value.noun[1] and value.kind in ("count", "measure"):
            return span
        if span.start <= token.i < span.end and (value.kind == "money" or (value.noun is None and value.kind == "count")):
            return span
    money = [span for span in spans if value_of(span).kind == "money"]
    if not money:
        return None
    left = token.left_edge.i
    found = next((span for span in money if left <= span.start and span.end <= token.i), None)
    return found or next((span for span in money if behind(token, span)), None)


def behind(token: Token, money: Span) -> bool:
    """Whether a sum stands after "of" or "worth" behind a noun, or after "is worth"."""
    before = ("of", "worth", "for") if lemma(token) in ("cheque", "check", "bill") else ("of", "worth")
    after = [child for child in token.children if child.lower_ in before and child.i > token.i]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        after.extend(child for child in token.head.children if child.lower_ == "worth")
    return any(money.start <= inner.i < money.end for child in after for inner in child.children)


def worth(token: Token, rule: OutcomeRule) -> bool:
    """Whether an object without a figure says enough: a name, or a noun that is no pronoun and, where it is a general word, is told apart by another;
    nobody funds what is his own."""
    if known(token):
        return False
    start, end = phrase(token)
    if any(covered(token.doc[place], "organisations") for place in range(start, end)):
        return True
    if rule.sum_behind_with and (is_a(token, "event") or any(child.lower_ == "own" for child in token.children)):
        return False
    if rule.theme_nouns == ("any",):
        return lemma(token) not in ("it", "person") and token.pos_ in ("NOUN", "PROPN")
    return lemma(token) not in members("vague") or told_apart(token)


def known(token: Token) -> bool:
    """Whether a general noun with "the" or "these" and nothing else points back to things told before ("received the equipment")."""
    if lemma(token) not in members("pointing_back"):
        return False
    children = [child for child in token.children if child.dep_ not in ("punct", "cc", "conj")]
    return len(children) == 1 and children[0].lower_ in ("the", "these", "those", "this", "that") and children[0].dep_ == "det"


def told_apart(token: Token) -> bool:
    """Whether a general noun has a telling modifier: a compound part, an adjective that is no mere "new", or "of …", "for …"."""
    bland = ("new", "first", "other", "same", "such", "more", "many", "several", "own", "global", "key", "important")
    for child in token.children:
        if child.dep_ in ("compound", "nmod") or (child.dep_ == "appos" and child.pos_ == "PROPN") or (child.dep_ == "amod" and child.lower_ not in bland):
            return True
        if child.dep_ == "prep" and child.i > token.i and child.lower_ in ("for", "on", "with", "between"):
            return True
    return False


def has_object(whole: Frame, rule: OutcomeRule) -> bool:
    """Whether the light verb's object, or what it governs, is one of the nouns that make its meaning."""
    wanted = rule.must_object
    if whole.object is not None:
        for token in with_conjuncts(whole.object.token):
            if any(lemma(one) in wanted or one.lower_ in wanted for one in (token, *token.children)):
                return True
            if any(lemma(slot.token) in wanted for name, slot in prepositional(token) if name in ("in", "of", *rule.must_preposition)):
                return True
    if "to" in wanted and any(child.dep_ == "xcomp" for child in whole.trigger.children):
        return True
    return any(lemma(one) in wanted for _, slot in whole.prepositions for one in (slot.token, *slot.token.children))


def recipient_count(whole: Frame) -> Span | None:
    """The figure of those who were given an award that has none itself: "won by nine pupils", "to 14 students", "11 students won scholarships"."""
    found = [whole.recipient, *whole.of("to", "for"), *([whole.subject] if whole.subject and not whole.passive else []), *whole.of("by")]
    for slot in found:
        if slot is None:
            continue
        for token in with_conjuncts(slot.token):
            inner = through(token)
            if is_a(inner, "person") and (count := count_of(inner)) is not None:
                return count
    return None


def in_brackets(token: Token) -> Span | None:
    """The sum in brackets right behind what was paid for: "paid for the roof of the barn (EUR 1,200)"."""
    doc, place = token.doc, token.i + 1
    while place < min(token.i + FAR, token.sent.end) and doc[place].pos_ in PHRASAL:
        place += 1
    if place >= len(doc) or doc[place].text not in ("(", "["):
        return None
    return next((span for span in in_sentence(token, "counts") if 1 <= span.start - place <= 3 and value_of(span).kind == "money"), None)


def money_with(whole: Frame) -> Span | None:
    """The sum with which something is funded: "financed by X with EUR 96,400"."""
    tunes = (slot.token for slot in whole.of("to") if slot.token.lower_ == "tune")
    sums = [*whole.of("with", "at"), *(inner for tune in tunes for name, inner in prepositional(tune) if name == "of")]
    return next((count for slot in sums if is_a(slot.token, "money") and (count := count_of(slot.token)) is not None), None)
