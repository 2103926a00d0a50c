"""Tells where a number that has no noun stands for people or things counted before, and supplies their noun."""
from __future__ import annotations

from spacy.tokens import Doc, Token

from newsfacts.components import comparators
from newsfacts.components.count_nouns import NOUNS, nouns, plural, singular
from newsfacts.components.supplied_nouns import Earlier, Supplied, antecedent, before_of, body, main_subject, plural_before, predicate, sentence_start, words

FINITE = frozenset(("VBD", "VBP", "MD", "VBN", "VBZ"))
VERBS = frozenset(("VBD", "VBP", "VBZ", "VB", "VBN", "VBG"))
OF_THESE = ("of whom", "of which", "of them", "of these", "of those", "among them", "among these")


def bare(doc: Doc, start: int, end: int, earlier: list[Earlier]) -> Supplied | None:
    """The noun of a number [start, end) that stands as a noun phrase of its own."""
    free = doc[start].is_sent_start or alone(doc, start, end) or partitive(doc, start) or (end < len(doc) and doc[end].tag_ in FINITE)
    if free and (told := said(doc, start, end)):
        return told
    found = antecedent(doc, start, earlier)
    taken = Supplied(found, None, end, "antecedent") if found else None
    if of_number(doc, end):
        return predicate(doc, end + 3) or taken
    if members := body(doc, start):
        return Supplied(members, None, end, "body")
    if before := plural_before(doc, start, end):
        return before
    if aimed(doc, start, end) or alone(doc, start, end) or partitive(doc, start) or shared(doc, start, end, earlier):
        return taken
    hedge = comparators.before(doc, start)
    return taken if closing(doc, start, hedge[1] if hedge else start, end, earlier) else None


def said(doc: Doc, start: int, end: int) -> Supplied | None:
    """A noun that the sentence itself gives: "twelve were women", "of the cooks, nine …", "12 as nurses"."""
    inner = start > 1 and doc[start - 1].lower_ == "the" and doc[start - 2].lower_ == "of"
    if not inner and (told := predicate(doc, end)):
        return told
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in ("first", "second", "third", "last"):
        noun = main_subject(doc, sentence_start(doc, start), start, NOUNS)
        return Supplied(noun, None, end, "first-of") if noun else None
    if noun := before_of(doc, start):
        return Supplied(noun, None, end, "of-before")
    if end + 1 < len(doc) and doc[end].lower_ == "as" and plural(doc[end + 1]):
        return Supplied(singular(doc[end + 1].text), end + 1, end + 2, "as")
    return None


def of_number(doc: Doc, end: int) -> bool:
    """Whether "of the 60" follows."""
    return end + 2 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].lower_ in ("the", "these", "those") and doc[end + 2].tag_ == "CD"


def shared(doc: Doc, start: int, end: int, earlier: list[Earlier]) -> bool:
    """Whether a number is one share of a total told by place or body: "Peru (8), Chile (3)", "Tonga two"."""
    if start < 2 or end >= len(doc) or not earlier:
        return False
    if earlier[-1].end < sentence_start(doc, start) and not listed_out(doc, start):
        return False
    if doc[start - 1].text == "(" and (doc[end].text == ")" or doc[end - 1].text == "8)"):  # the tokenizer takes "8)" for a smiley
        return doc[start - 2].tag_ in ("NNP", "NNPS") and doc[start - 2].lower_ not in nouns()["never"]
    return doc[start - 1].tag_ == "NNP" and doc[start].is_alpha and doc[end].text in (",", ";", ".", "and")


def aimed(doc: Doc, start: int, end: int) -> bool:
    """Whether a number is what was aimed at: "a target of 400", "the target had been 120"."""
    if not ends(doc[end] if end < len(doc) else None) and not (end < len(doc) and doc[end].text in (",", ")")):
        return False
    before = start - 1
    while before > 0 and doc[before].lower_ in ("of", "was", "is", "had", "has", "been", "were", "at", "set"):
        before -= 1
    return before < start - 1 and before >= 0 and doc[before].lower_ in words("aims")


def listed_out(doc: Doc, start: int) -> bool:
    """Whether another number in brackets stands in the sentence of one: "at X (30), Y (9) and Z (6)"."""
    first, found = sentence_start(doc, start), 0
    for place in range(first, min(len(doc) - 2, start + 40)):
        if place > start and doc[place].is_sent_start:
            break
        found += doc[place].text == "(" and doc[place + 1].like_num and doc[place + 2].text == ")"
    return found > 1


def closing(doc: Doc, start: int, left: int, end: int, earlier: list[Earlier]) -> bool:
    """Whether a number, hedged from token `left` on, closes its clause behind a verb or a comparison, a count standing near before ("… and lost 40.")."""
    if start == 0 or not earlier or earlier[-1].kind != "count":
        return False
    first = sentence_start(doc, start)
    if earlier[-1].start < (sentence_start(doc, first - 1) if first else 0):
        return False
    if more(doc, end):
        return doc[end + 1].text in (".", ",", ";") or doc[end + 1].tag_ in FINITE
    if end < len(doc) and doc[end].text in (",", ")") and compared(doc, start):
        return True
    return ends(doc[end] if end < len(doc) else None) and (governed(doc[start - 1]) or (left > 0 and governed(doc[left - 1])) or compared(doc, start))


def more(doc: Doc, end: int) -> bool:
    """Whether "more" follows without a noun ("to build six more.")."""
    return end + 1 < len(doc) and doc[end].lower_ == "more" and doc[end + 1].tag_ not in NOUNS and not doc[end + 1].tag_.startswith("JJ")


def ends(after: Token | None) -> bool:
    """Whether a clause may end before a token."""
    return after is None or after.lower_ in words("closers") or (after.tag_ in ("IN", "TO") and after.lower_ not in ("of", "per"))


def governed(before: Token) -> bool:
    """Whether a verb of doing stands before a number."""
    return before.tag_ in VERBS and before.lower_ not in words("copulas")


def compared(doc: Doc, start: int) -> bool:
    """Whether a number is what another is compared with ("against 70", "up from nine")."""
    before = doc[start - 1].lower_
    return before in ("against", "than", "many") or (before in ("from", "to") and start > 1 and doc[start - 2].lower_ in ("up", "down"))


def partitive(doc: Doc, start: int) -> bool:
    """Whether "of these," "of whom", "of which" stands before a number."""
    before = [token.lower_ for token in doc[max(0, start - 3):start]]
    return " ".join(before[-2:]) in OF_THESE or (len(before) == 3 and before[2] == "," and " ".join(before[:2]) in OF_THESE)


def alone(doc: Doc, start: int, end: int) -> bool:
    """Whether what is around a number shows that it stands for people or things told before."""
    before, after = doc[start - 1].lower_ if start else "", doc[end] if end < len(doc) else None
    if before in words("rests"):
        return after is None or after.tag_ not in NOUNS
    if after is None:
        return False
    if (before in words("openers") or doc[start].is_sent_start) and opens(doc, before, end):
        return True
    if before == "the" and after.lower_ in ("who", "that", "which"):
        return True
    if (before in ("as", "and") and after.tag_ == "VBG") or (before in ("and", ",", ":") and after.tag_ == "IN" and after.lower_ not in ("of", "per")):
        return True
    grouped = before in ("of", "to") and start > 1 and doc[start - 2].lower_ in words("groups")
    return grouped and after.tag_ not in NOUNS


def opens(doc: Doc, before: str, end: int) -> bool:
    """Whether a number is the subject of what follows: "ten had been moved", "six more are to be built", "40 online"."""
    after = doc[end]
    if after.tag_ in FINITE:
        return after.tag_ != "VBN" or before != "the"
    return after.lower_ == "have" or after.lower_ in words("places") or (after.lower_ == "more" and end + 1 < len(doc) and doc[end + 1].tag_ in FINITE)
