"""Reads what a percentage is a share of: "of the households", "61% women", "output fell by 8 per cent", "another 15%"."""
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from newsfacts.components.count_nouns import head_noun, modifies, noun_like, plural, singular
from newsfacts.components.supplied_nouns import Earlier, antecedent, of_phrase, pronoun, sentence_start, skip
from newsfacts.rules import table

if TYPE_CHECKING:
    from newsfacts.components.count_readings import Reading

COMPARED = frozenset(("less", "fewer", "more"))
SHARES = frozenset(("share", "proportion", "percentage", "number", "rate"))
GOES_ON = frozenset(("VBD", "VBP", "VBZ", "MD", "VBG", "RB"))
ENDS = frozenset((".", ",", ";", ")", "as", "of"))


def share(doc: Doc, reading: Reading) -> Reading:
    """What a percentage is a share of: "of the households", "61% women", "output fell by 8 per cent"."""
    place = reading.right
    if place + 1 < len(doc) and doc[place].lower_ in COMPARED:
        place += 1 + (doc[place + 1].lower_ == "of")
        head = head_noun(doc, place) if place < len(doc) and (noun_like(doc[place]) or modifies(doc[place])) else None
        return replace(reading, of=singular(doc[head].text), noun=head) if head is not None and doc[head].is_lower else reading
    if place + 1 < len(doc) and doc[place].lower_ == "of" and pronoun(doc, place + 1):
        return reading
    if place < len(doc) and doc[place].lower_ == "of":
        found = of_phrase(doc, place, [])
        head = head_noun(doc, skip(doc, place + 1)) if found is None else found.token
        return replace(reading, of=singular(doc[head].text), noun=head, right=head + 1) if head is not None else reading
    head = head_noun(doc, place) if place < len(doc) else None
    if head is not None and plural(doc[head]) and doc[head].tag_ != "VBZ":
        return replace(reading, of=singular(doc[head].text), noun=head, right=head + 1)
    if reading.start > 1 and doc[reading.start - 1].text == "(" and plural(doc[reading.start - 2]):
        return replace(reading, of=singular(doc[reading.start - 2].text))
    changed = changing(doc, reading)
    return replace(reading, of=changed) if changed else reading


def changing(doc: Doc, reading: Reading) -> str | None:
    """The subject of a verb that a percentage tells the change of, where a noun."""
    token = doc[reading.end - 1]
    for _ in range(7):
        if token.pos_ in ("VERB", "AUX"):
            subject_token = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
            if subject_token is not None and reading.left <= subject_token.i < reading.right:
                return None
            by = doc[reading.left - 1].lower_ if reading.left else ""
            is_change = by == "by" or token.lower_ in table("counts")["supply"]["change"]
            if subject_token is not None and subject_token.lower_ in SHARES and (told := shared_by(doc, subject_token.i, reading.left)):
                return told
            return singular(subject_token.text) if is_change and subject_token is not None and subject_token.tag_ in ("NN", "NNS") else None
        if token.head is token:
            return None
        token = token.head
    return None


def shared_by(doc: Doc, place: int, limit: int) -> str | None:
    """Of "the share of boys in the choir" the choir, of "the number of pilots able to fly" the pilots."""
    if place + 2 >= limit or doc[place + 1].lower_ != "of":
        return None
    part = head_noun(doc, skip(doc, place + 2))
    if part is None or part >= limit:
        return None
    if part + 2 < limit and doc[part + 1].lower_ in ("in", "among") and doc[place].lower_ != "number":
        whole = head_noun(doc, skip(doc, part + 2))
        if whole is not None and whole < limit and doc[whole].is_lower:
            return singular(doc[whole].text)
    return singular(doc[part].text) if doc[part].is_lower else None


def shared_out(doc: Doc, reading: Reading, earlier: list[Earlier]) -> Reading:
    """A percentage with what it is a share of taken from before: "of whom 90 per cent", "another 15% doing so", "20% as poor", "a goal of 75%"."""
    after = doc[reading.right] if reading.right < len(doc) else None
    first = sentence_start(doc, reading.start)
    before = [token.lower_ for token in doc[max(0, reading.left - 4):reading.left]]
    if "of" in before and ("which" in before or "whom" in before):
        place = next((place for place in range(reading.left - 1, first, -1) if doc[place].tag_ in ("NN", "NNS")), None)
        return replace(reading, of=singular(doc[place].text)) if place is not None else reading
    if after is None or not (after.tag_ in GOES_ON or after.text in ENDS):
        return reading
    back = sentence_start(doc, first - 1) if first else 0
    told = next((item.of for item in reversed(earlier) if item.kind == "percent" and item.of and item.start >= back), None)
    those = after.lower_ == "of" and reading.right + 1 < len(doc) and doc[reading.right + 1].lower_ in ("them", "those", "these")
    if told is None and (those or after.tag_ in ("VBD", "VBP", "MD")):
        told = antecedent(doc, reading.start, earlier)
    return replace(reading, of=told)
