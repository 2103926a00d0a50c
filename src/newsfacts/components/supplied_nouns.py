"""Supplies the noun of a number that stands without one: "nine of the pilots", "of whom 12", "Participants: 45", "80 have been fitted"."""
from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from spacy.tokens import Doc

from newsfacts.components.count_nouns import NOUNS, head_noun, noun_like, plural, singular
from newsfacts.components.count_tables import counted
from newsfacts.rules import table

LABEL = re.compile(r"(?:^|[\n(;•|]|(?<=[.!?])\s)[^\S\n]*[-*•]?[^\S\n]*(?P<label>[^\W\d_][^\n:.;,|()]{1,60}?)"
                   r"[^\S\n]*(?P<mark>\**[:|=]\**|[–-](?=\s)|\s)[^\S\n]*\Z", re.IGNORECASE)
BULLETS = frozenset("-*•–○▪")
LABEL_ENDS = frozenset(("", "\n", ",", ";", ".", "(", "|", ")", "+"))
BEHIND_PLURAL = frozenset((")", "in", "from", "of", "this", "last", "per"))
SENTENCES = 4
"""How many sentences back a number's noun is looked for."""
FAR = 9
"""Tokens between "of the cooks" at a sentence's start and its number."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A count already read: its tokens, noun, and whether it is a part of another, or stands behind a preposition of place."""

    start: int
    end: int
    of: str
    kind: str
    part: bool
    oblique: bool = False


@dataclass(frozen=True, slots=True)
class Supplied:
    """A noun for a number, where it stands (None where it was taken over), the end of the mention and the rule."""

    of: str
    token: int | None
    end: int
    rule: str


@functools.cache
def words(name: str) -> frozenset[str]:
    """A word list on numbers without a noun."""
    return frozenset(table("counts")["supply"][name])


def of_phrase(doc: Doc, place: int, earlier: list[Earlier]) -> Supplied | None:
    """ "of the pilots" behind a number takes its noun, "of them" an earlier count's."""
    if place < len(doc) and doc[place].lower_ == "out":
        place += 1
    if place + 1 >= len(doc) or doc[place].lower_ != "of":
        return None
    if doc[place + 1].lower_ in ("us", "you"):
        return Supplied("person", None, place + 2, "of-us")
    if pronoun(doc, place + 1):
        return of_them(doc, place, earlier)
    head = head_noun(doc, skip(doc, place + 1))
    return Supplied(singular(doc[head].text), head, head + 1, "of-noun") if head is not None and plural(doc[head]) else None


def pronoun(doc: Doc, place: int) -> bool:
    """Whether a token stands for what was told before; "these" before a noun does not."""
    if doc[place].lower_ not in words("pronouns"):
        return False
    return doc[place].tag_ != "DT" or place + 1 >= len(doc) or not noun_like(doc[place + 1])


def of_them(doc: Doc, place: int, earlier: list[Earlier]) -> Supplied | None:
    """The noun of "of them", "of whom": one that follows at once ("five of them cooks"), one that "to be" gives, or an earlier count's."""
    after = doc[place + 2].tag_ if place + 2 < len(doc) else ""
    head = head_noun(doc, place + 2) if after in NOUNS or after.startswith("JJ") else None
    if head is not None and plural(doc[head]) and doc[head].is_lower:
        return Supplied(singular(doc[head].text), head, head + 1, "of-them")
    if told := predicate(doc, place + 2):
        return told
    found = antecedent(doc, place, earlier)
    return Supplied(found, None, place + 2, "of-them") if found else None


def antecedent(doc: Doc, place: int, earlier: list[Earlier]) -> str | None:
    """The noun of the nearest count before: in the same sentence the last that is not told as a place, else a total rather than a part."""
    start = sentence_start(doc, place)
    before = [item for item in earlier if item.kind == "count" and item.end <= place + 1]
    here = [item for item in before if item.start >= start]
    if here:
        last = here[-1]
        if 0 <= place - last.end <= 3 and doc[last.end].text in (",", "(", "of") and doc[place - 1].lower_ not in ("other", "remaining"):
            return last.of
        return next((item.of for item in reversed(here) if not item.oblique), last.of)
    if told := plural_subject(doc, start, place):
        return told
    end = start
    for _ in range(SENTENCES):
        floor = sentence_start(doc, end - 1) if end > 0 else 0
        if near := [item for item in before if floor <= item.start < end]:
            return min(reversed(near), key=lambda item: (item.part, item.oblique)).of
        end = floor
    return plural_subject(doc, sentence_start(doc, start - 1), start) if start else None


def plural_subject(doc: Doc, start: int, end: int) -> str | None:
    """The first plural among tokens [start, end) that is the subject of a main clause."""
    return main_subject(doc, start, end, frozenset(("NNS",)))


def main_subject(doc: Doc, start: int, end: int, tags: frozenset[str]) -> str | None:
    """The first noun of these tags among tokens [start, end) that is the subject of a main clause, in the singular."""
    for token in doc[start:end]:
        if token.dep_ in ("nsubj", "nsubjpass") and token.tag_ in tags and token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return singular(token.text)
    return None


def sentence_start(doc: Doc, place: int) -> int:
    """The first token of the sentence, paragraph or list item that holds a token."""
    while place > 0 and not doc[place].is_sent_start and not new_line(doc, place):
        place -= 1
    return max(place, 0)


def new_line(doc: Doc, place: int) -> bool:
    """Whether a token begins a paragraph or an item of a list."""
    before = doc[place - 1]
    return before.is_space and "\n" in before.text and ("\n\n" in before.text or doc[place].text in BULLETS)


def labelled(text: str, start: int, end: int) -> tuple[str, str] | None:
    """The noun of a label before a figure ("Participants: 45", a line "Nurses 12") and the rule; code points of the figure."""
    line = text.rfind("\n", 0, start)
    match = LABEL.search(text, max(0, line, start - 80), start)
    noun = counted(match["label"]) if match else None
    rest = text[end:end + 2].lstrip(" ")[:1]
    if match is None or noun is None or rest not in LABEL_ENDS:
        return None
    if match["mark"].isspace() or match["mark"] in "–-":
        whole_line = len(match["label"].split()) <= 4 and rest in ("", "\n", "(") and text[match.start():match.start() + 1] in ("", "\n", "•")
        return (noun, "line") if whole_line else None
    return noun, "label"


def subject(doc: Doc, place: int) -> str | None:
    """The noun of "the number of pilots reached 90", "participants totalled 45", "pupil numbers are above 300"."""
    start = sentence_start(doc, place)
    for position in range(place - 1, start - 1, -1):
        word = doc[position].lower_
        if word == "number" and position + 2 < place and doc[position + 1].lower_ == "of":
            head = head_noun(doc, skip(doc, position + 2))
            return singular(doc[head].text) if head is not None and head < place else None
        if word == "numbers" and position > start and doc[position - 1].tag_ in ("NN", "NNS"):
            return singular(doc[position - 1].text)
        if position == place - 1 and word in words("totals"):
            noun = next((item for item in range(position - 1, start - 1, -1) if plural(doc[item]) and noun_like(doc[item])), None)
            return singular(doc[noun].text) if noun is not None else None
    return None


def skip(doc: Doc, place: int) -> int:
    """The place behind determiners."""
    while place < len(doc) and doc[place].lower_ in words("determiners"):
        place += 1
    return place


def predicate(doc: Doc, place: int) -> Supplied | None:
    """The noun that a verb "to be" gives a number before it ("12 were women", "of whom nine are women doctors")."""
    if place + 1 >= len(doc) or doc[place].lower_ not in ("are", "were", "being") or doc[place + 1].tag_ in ("DT", "VBN", "IN", "TO", "RB"):
        return None
    head = head_noun(doc, place + 1)
    return Supplied(singular(doc[head].text), head, head + 1, "predicate") if head is not None and plural(doc[head]) and doc[head].is_lower else None


def before_of(doc: Doc, start: int) -> str | None:
    """The noun of "of the cooks, nine will stay", "of 20 kits six were lost"."""
    first = sentence_start(doc, start)
    if start - first > FAR or doc[first].lower_ not in ("of", "among") or start <= first + 1 or pronoun(doc, first + 1):
        return None
    head = head_noun(doc, skip(doc, first + 1))
    return singular(doc[head].text) if head is not None and head < start and plural(doc[head]) else None


def body(doc: Doc, start: int) -> str | None:
    """The members of "a team of nine", "a staff of 50"; none of "a second group of ten", which are what was counted before."""
    if start < 2 or doc[start - 1].lower_ != "of":
        return None
    word = doc[start - 2].lower_
    if word in words("staffs"):
        return word
    again = any(token.lower_ in words("again") for token in doc[max(0, start - 4):start - 2])
    return "person" if word in words("bodies") and not again else None


def plural_before(doc: Doc, start: int, end: int) -> Supplied | None:
    """The plural that a number explains: "our drivers, eight this year", "nurses (12)"."""
    if start < 2 or doc[start - 1].text not in ("(", ",") or (end < len(doc) and doc[end].text not in BEHIND_PLURAL):
        return None
    noun = doc[start - 2]
    return Supplied(singular(noun.text), start - 2, end, "before") if plural(noun) and noun_like(noun) and noun.is_lower else None
