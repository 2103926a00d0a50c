"""Supplies the noun of a number that stands without one: "35 of the graduates", "of whom 12", "Participants: 45", "132 have been examined"."""
from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from newsfacts.components.count_nouns import NOUNS, head_noun, noun_like, nouns, plural, singular
from newsfacts.components.count_tables import counted
from newsfacts.rules import table

DETERMINERS = frozenset(["this", "that", "last", "the", "these", "those", "its", "their", "our", "his", "her", "all", "both", "such", "some", "more", "than", "over", "nearly", "about", "around", "a", "total", "of"])
FINITE = frozenset(("VBD", "VBP", "MD", "VBN", "VBZ"))
LABEL = re.compile(r"(?:^|[\n(;•|]|(?<=[.!?])\s)[^\S\n]*[-*•]?[^\S\n]*(?:(?:total\s+)?(?:number|no\.?|total)\s+of\s+)?(?P<label>[^\W\d_][^\n:.;,|()]{1,50}?)[^\S\n]*(?P<mark>\**[:|=]\**|[–-](?=\s)|\s)[^\S\n]*\Z", re.IGNORECASE)
NUMBERED = frozenset(("total", "number", "reach", "exceed", "rise", "stand", "grow", "increase", "fall", "top", "surpass", "pass", "hit", "climb", "be"))


@dataclass(frozen=True, slots=True)
class Earlier:
    """A count already read: its tokens, noun, and whether it is a part of another, or stands behind a preposition."""

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


def of_phrase(doc: Doc, place: int, earlier: list[Earlier]) -> Supplied | None:
    """ "of the graduates" behind a number takes its noun, "of them" an earlier count's."""
    if place < len(doc) and doc[place].lower_ == "out":
        place += 1
    if place + 1 >= len(doc) or doc[place].lower_ != "of":
        return None
    if doc[place + 1].lower_ in ("us", "you"):
        return Supplied("person", None, place + 2, "of-us")
    if doc[place + 1].lower_ in table("counts")["supply"]["pronouns"] and not (doc[place + 1].tag_ == "DT" and noun_like(doc[min(place + 2, len(doc) - 1)])):
        head = head_noun(doc, place + 2) if place + 2 < len(doc) and (doc[place + 2].tag_ in NOUNS or doc[place + 2].tag_.startswith("JJ")) else None
        if head is not None and plural(doc[head]) and doc[head].is_lower:
            return Supplied(singular(doc[head].text), head, head + 1, "of-them")
        said = predicate(doc, place + 2)
        found = antecedent(doc, place, earlier)
        return said or (Supplied(found, None, place + 2, "of-them") if found else None)
    inner = place + 1
    while inner < len(doc) and doc[inner].lower_ in DETERMINERS:
        inner += 1
    head = head_noun(doc, inner)
    return Supplied(singular(doc[head].text), head, head + 1, "of-noun") if head is not None and plural(doc[head]) else None


def antecedent(doc: Doc, place: int, earlier: list[Earlier]) -> str | None:
    """The noun of the nearest count before: in the same sentence any, else a total rather than a part; within four sentences."""
    start = sentence_start(doc, place)
    counted = [item for item in earlier if item.kind == "count" and item.end <= place + 1]
    if counted and counted[-1].start >= start:
        if place - counted[-1].end <= 3 and doc[counted[-1].end].text in (",", "(", "of") and doc[place - 1].lower_ not in ("other", "remaining"):
            return counted[-1].of
        return next((item.of for item in reversed(counted) if item.start >= start and not item.oblique), counted[-1].of)
    end = start
    for _ in range(4):
        floor = sentence_start(doc, end - 1) if end > 0 else 0
        near = [item for item in counted if floor <= item.start < end]
        if near:
            return min(reversed(near), key=lambda item: (item.part, item.oblique)).of
        end = floor
    return None


def sentence_start(doc: Doc, place: int) -> int:
    """The first token of the sentence that holds a token."""
    while place > 0 and not doc[place].is_sent_start and not new_line(doc, place):
        place -= 1
    return max(place, 0)


def new_line(doc: Doc, place: int) -> bool:
    """Whether a token begins a paragraph or an item of a list."""
    before = doc[place - 1]
    return before.is_space and "\n" in before.text and ("\n\n" in before.text or doc[place].text in ("-", "*", "•", "–", "○", "▪"))


def labelled(doc: Doc, text: str, start: int, end: int) -> tuple[str, str] | None:
    """The noun of a label before a figure ("Participants: 45", a line "Nurses 12") and the rule; code points of the figure."""
    line = text.rfind("\n", 0, start)
    match = LABEL.search(text, max(0, line, start - 80), start)
    if not match:
        return None
    rest = text[end:end + 2].lstrip(" ")[:1]
    noun = counted(match["label"])
    if noun is None or rest not in ("", "\n", ",", ";", ".", "(", "|", ")", "+"):
        return None
    if match["mark"].isspace() or match["mark"] in "–-":
        alone = len(match["label"].split()) <= 4 and rest in ("", "\n", "(") and text[match.start():match.start() + 1] in ("", "\n", "•")
        return (noun, "line") if alone else None
    return noun, "label"


def subject(doc: Doc, place: int) -> str | None:
    """The noun of "the number of trainees reached 127", "participants totalled 45", "instructor numbers are above 22"."""
    start = sentence_start(doc, place)
    for position in range(place - 1, start - 1, -1):
        word = doc[position].lower_
        if word == "number" and position + 2 < place and doc[position + 1].lower_ == "of":
            head = head_noun(doc, skip(doc, position + 2))
            return singular(doc[head].text) if head is not None and head < place else None
        if word == "numbers" and position > start and doc[position - 1].tag_ in ("NN", "NNS"):
            return singular(doc[position - 1].text)
        if (word in ("totalled", "totaled", "numbered") and position == place - 1) or (word in ("totalling", "totaling", "numbering") and position == place - 1):
            noun = next((item for item in range(position - 1, start - 1, -1) if plural(doc[item]) and noun_like(doc[item])), None)
            return singular(doc[noun].text) if noun is not None else None
    return None


def skip(doc: Doc, place: int) -> int:
    """The place behind determiners."""
    while place < len(doc) and doc[place].lower_ in DETERMINERS:
        place += 1
    return place


def predicate(doc: Doc, place: int) -> Supplied | None:
    """The noun that a verb "to be" gives a number before it ("12 were women", "of whom nine are women doctors")."""
    if place + 1 >= len(doc) or doc[place].lower_ not in ("are", "were", "being") or doc[place + 1].tag_ in ("DT", "VBN", "IN", "TO", "RB"):
        return None
    head = head_noun(doc, place + 1)
    return Supplied(singular(doc[head].text), head, head + 1, "predicate") if head is not None and plural(doc[head]) and doc[head].is_lower else None


def before_of(doc: Doc, start: int) -> str | None:
    """The noun of "of the scholars, 17 will study", "of 17 prototypes three will survive"."""
    first = sentence_start(doc, start)
    if start - first > 9 or doc[first].lower_ not in ("of", "among") or start <= first + 1:
        return None
    head = head_noun(doc, skip(doc, first + 1)) if doc[first + 1].lower_ not in table("counts")["supply"]["pronouns"] else None
    return singular(doc[head].text) if head is not None and head < start and plural(doc[head]) else None


def body(doc: Doc, start: int, end: int) -> str | None:
    """The members of "a team of nine", "a staff of 35", "eleven of us"."""
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in {*table("counts")["supply"]["bodies"], "staff", "faculty"}:
        return None
    word = doc[start - 2].lower_
    if word in ("staff", "faculty"):
        return word
    left = doc[start - 4:start - 2] if start > 3 else doc[0:start - 2]
    return None if any(token.lower_ in ("second", "third", "another", "new", "further") for token in left) else "person"


def bare(doc: Doc, start: int, end: int, earlier: list[Earlier]) -> Supplied | None:
    """A number [start, end) that stands as a noun phrase of its own, the noun being an earlier count's, or the plural before it."""
    if doc[start].is_sent_start or alone(doc, start, end) or partitive(doc, start):
        if (told := predicate(doc, end)) and not (start > 1 and doc[start - 1].lower_ == "the" and doc[start - 2].lower_ == "of"):
            return told
        if noun := before_of(doc, start):
            return Supplied(noun, None, end, "of-before")
        if end + 1 < len(doc) and doc[end].lower_ == "as" and plural(doc[end + 1]):
            return Supplied(singular(doc[end + 1].text), end + 1, end + 2, "as")
    if end + 2 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].lower_ in ("the", "these", "those") and doc[end + 2].tag_ == "CD":
        found = antecedent(doc, start, earlier)
        return predicate(doc, end + 3) or (Supplied(found, None, end, "antecedent") if found else None)
    if members := body(doc, start, end):
        return Supplied(members, None, end, "body")
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None and before.text in ("(", ",") and start > 1 and plural(doc[start - 2]) and noun_like(doc[start - 2]) and doc[start - 2].is_lower and (
            after is None or after.text in (")", "in", "from", "of", "this", "last", "per")):
        return Supplied(singular(doc[start - 2].text), start - 2, end, "before")
    if not (alone(doc, start, end) or partitive(doc, start) or shared(doc, start, end, earlier) or closing(doc, start, end, earlier)):
        return None
    found = antecedent(doc, start, earlier)
    return Supplied(found, None, end, "antecedent") if found else None


def shared(doc: Doc, start: int, end: int, earlier: list[Earlier]) -> bool:
    """Whether a number is one share of a total told by place or body: "Ethiopia (20), Kenya (6)", "Samoa four"."""
    if start < 2 or end >= len(doc) or not earlier or earlier[-1].end < sentence_start(doc, sentence_start(doc, start) - 1 if doc[start].is_sent_start else start):
        return False
    if doc[start - 1].text == "(" and doc[end].text == ")":
        return doc[start - 2].tag_ in ("NNP", "NNPS") and doc[start - 2].lower_ not in nouns()["never"]
    return doc[start - 1].tag_ == "NNP" and doc[start].text.isalpha() and doc[end].text in (",", ";", ".", "and")


def closing(doc: Doc, start: int, end: int, earlier: list[Earlier]) -> bool:
    """Whether a number closes its clause behind a verb or a word of comparison, a count standing in this sentence or the one before: "… and discarded 40.", "against 930 in 2015"."""
    if start == 0 or not earlier or earlier[-1].kind != "count":
        return False
    first = sentence_start(doc, start)
    if earlier[-1].start < (sentence_start(doc, first - 1) if first else 0):
        return False
    before, after = doc[start - 1], doc[end] if end < len(doc) else None
    if after is not None and after.lower_ == "more" and end + 1 < len(doc) and doc[end + 1].tag_ not in NOUNS and not doc[end + 1].tag_.startswith("JJ"):
        after = doc[end + 1]
        return after.text in (".", ",", ";") or after.tag_ in FINITE
    ends = after is None or after.text in (".", ";", "!", "?") or after.lower_ in ("last", "this", "so", "thus", "now") or (after.tag_ in ("IN", "TO") and after.lower_ not in ("of", "per"))
    verb = before.tag_ in ("VBD", "VBP", "VBZ", "VB", "VBN", "VBG") and before.lower_ not in ("was", "is", "were", "are", "be", "been", "scored", "score", "aged", "age", "to", "rated", "turned", "ranked")
    compared = before.lower_ in ("against", "than", "many") or (before.lower_ in ("from", "to") and start > 1 and doc[start - 2].lower_ in ("up", "down"))
    return ends and (verb or compared)


def partitive(doc: Doc, start: int) -> bool:
    """Whether "of these," "of whom", "of which" stands before a number."""
    words = [token.lower_ for token in doc[max(0, start - 3):start]]
    return words[-2:] in (["of", "whom"], ["of", "which"], ["of", "them"], ["of", "these"], ["among", "them"]) or words[:2] in (["of", "these"], ["of", "those"], ["of", "them"], ["among", "them"])


def alone(doc: Doc, start: int, end: int) -> bool:
    """Whether what is around a number shows that it stands for people or things told before."""
    before = doc[start - 1].lower_ if start else ""
    after = doc[end] if end < len(doc) else None
    if after is None:
        return before in ("other", "another", "further", "remaining")
    if before in ("other", "another", "further", "remaining", "additional", "same", "first", "last", "latest"):
        return after.tag_ not in NOUNS
    opens = before in ("", ",", ";", ":", "and", "but", "while", "whereas", "which", "whom", "that", "said", "the", "(", "only", "than", "over", "least", "nearly", "about", "another") or doc[start].is_sent_start
    if opens and after.tag_ in FINITE and not (after.tag_ == "VBN" and before == "the"):
        return True
    if (opens and after.lower_ == "have") or (before == "the" and after.lower_ in ("who", "that", "which")):
        return True
    if opens and (after.lower_ in ("online", "abroad", "overseas", "remotely", "virtually") or (after.lower_ == "more" and end + 1 < len(doc) and doc[end + 1].tag_ in FINITE)):
        return True
    if before in ("as", "and") and after.tag_ == "VBG" and start > 1:
        return True
    if before in ("and", ",", ":") and after.tag_ == "IN" and after.lower_ not in ("of", "per"):
        return True
    return before in ("of", "to", "chose", "selected", "were") and start > 1 and doc[start - 2].lower_ in ("group", "team", "batch", "class", "total", "first", "second", "third") and after.tag_ not in NOUNS
