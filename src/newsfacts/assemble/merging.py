"""Tells which mentions speak of one event, and makes one of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Span, Token

from newsfacts import rules
from newsfacts.assemble.cluster import content, fold
from newsfacts.assemble.happening import Filled, Happening, add, planned
from newsfacts.components.event_words import ordinal
from newsfacts.components.layout import block_of
from newsfacts.components.mention import EventValue
from newsfacts.edtf import bounds

MARKS = re.compile(r"\b(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")


def antecedent(found: list[Happening], one: Happening, value: EventValue, span: Span) -> Happening | None:
    """The event told before that a mention speaks of."""
    if one.name is not None:
        named = next(
            (other for other in found if other.name and (same_name(other.name, one.name) or short_for(one.name, other)) and compatible(other, one)), None
        )
        if named is not None:
            return named
        return next(
            (
                other
                for other in reversed(found)
                if (other.name is None or other.tentative)
                and akin(other, one)
                and compatible(other, one)
                and (headline(other) or (value.name is None and value.definite and not other.plural))
            ),
            None,
        )
    if not value.definite and (last := repeated(found, one, span)) is not None:
        return last
    if not value.definite or fresh(span):
        return next(
            (
                other
                for other in reversed(found)
                if akin(other, one) and headline(other) and compatible(other, one) and not one.series and one.plural == other.plural
            ),
            None,
        )
    if one.type == "ceremony":
        return next((other for other in reversed(found) if other.type == "ceremony" and compatible(other, one) and not apart(other, one)), None)
    word = span.root.lemma_.lower()
    pool = [
        other
        for other in reversed(found)
        if other.type != "ceremony"
        and compatible(other, one)
        and not apart(other, one)
        and not numbered_apart(other, one)
        and (one.series == other.series or one.name is None)
        and (not one.plural or other.plural or other.series)
    ]
    pool.sort(key=lambda other: other.plural != one.plural)
    own = any(slot in one.slots for slot in ("dates", "city", "venue"))
    tests: tuple[Callable[[Happening], bool], ...] = (
        lambda other: other.type == one.type or word in fold(other.name or "").split() or word in nouns(other),
        lambda other: (not own or (word == "event" and value.definite)) and spoken_of(word, other),
    )
    for fits in tests:
        known = next((other for other in pool if fits(other)), None)
        if known is not None:
            return known
    return None


LEARNING = frozenset(["workshop", "training", "course", "seminar", "hackathon"])
"""Types that one event bears by turns: "the workshop", "this course", "the training"."""


def akin(one: Happening, other: Happening) -> bool:
    """Whether two events are of one type, or both of learning."""
    return one.type == other.type or {one.type, other.type} <= LEARNING


def same_sentence(found: list[Happening], one: Happening, span: Span) -> Happening | None:
    """The event of the same sentence that a mention only describes: in apposition ("X, a two-day course"), as its predicate ("X is a festival"),
    by a relative clause or a phrase of the same verb ("the workshop brought 25 people together for a week-long course")."""
    if one.name is not None:
        return None
    root = span.root
    here = [other for other in found if other.spans[-1].sent.start == root.sent.start]
    if behind := next((other for other in here if set_off(other.spans[-1], root)), None):
        return behind
    if root.dep_ == "appos":
        return next((other for other in here if any(root.head in mention for mention in other.spans)), None)
    if root.dep_ == "attr" and root.head.lemma_ == "be":
        subject = next((child for child in root.head.children if child.dep_ == "nsubj"), None)
        if subject is not None and subject.lower_ in ("it", "this") and not one.plural:
            return next((other for other in reversed(found) if other.type != "ceremony" and akin(other, one) and compatible(other, one)), None)
        return next((other for other in here if subject is not None and any(subject in mention for mention in other.spans)), None)
    if one.type not in ("training", "course", "meeting", "workshop") or "dates" in one.slots:
        return None
    clause = next((token for token in root.ancestors if token.dep_ == "relcl"), None)
    if clause is not None and (above := next((other for other in here if clause.head in other.spans[-1]), None)):
        return above if above.type != one.type and above.type != "ceremony" else None
    if root.dep_ == "pobj" and root.head.lower_ == "for" and root.head.head.pos_ == "VERB":
        return next(
            (
                other
                for other in here
                if other.spans[-1].root.head == root.head.head and other.spans[-1].root.dep_ == "nsubj" and not other.indefinite and compatible(other, one)
            ),
            None,
        )
    return None


def set_off(name: Span, root: Token) -> bool:
    """Whether a noun phrase stands right behind a name and a comma: "MapFest 9, the annual conference"."""
    return name.end < root.i and root.doc[name.end].text in (",", "(") and root.left_edge.i == name.end + 1 and root.i - name.end < 8


def repeated(found: list[Happening], one: Happening, span: Span) -> Happening | None:
    """The event told right before, in this or the last two sentences, that an indefinite mention of its type without day, place or length of its own tells on:
    "We will host a training at X. Ten nurses will take part in an interactive training"."""
    if (
        one.plural
        or one.type == "ceremony"
        or any(slot in one.slots for slot in ("dates", "city", "venue", "duration", "country"))
        or one.organisers
        or fresh(span)
    ):
        return None
    if any(child.lower_ in ("another", "no", "any", "every", "each", "such") for child in span.root.children):
        return None
    last = max((other for other in found if other.type == one.type and not other.plural), key=lambda other: other.spans[-1].end, default=None)
    if (
        last is None
        or span.start - last.spans[-1].end > 40
        or last.statuses[-1:] != one.statuses[-1:]
        or ("participants" in last.slots and "participants" in one.slots)
    ):
        return None
    return last


def spoken_of(word: str, other: Happening) -> bool:
    """Whether a general word can stand for an event: "the event" for any, "the course" for a workshop told before."""
    if word in rules.table("events")["weak"]["anaphoric"]:
        return True
    if other.type == "other" and other.name is not None and not other.plural:
        return word in ("conference", "forum", "festival", "hackathon", "meeting", "congress", "competition", "contest", "exercise")
    return word in ("training", "course", "workshop", "class", "seminar") and (other.type in LEARNING or other.name is not None) and not other.plural


def nouns(one: Happening) -> set[str]:
    """The nouns by which an event has been told."""
    return {span.root.lemma_.lower() for span in one.spans}


def fresh(span: Span) -> bool:
    """Whether a definite mention brings in another event: "the next workshop", "the last campaign", "the training of 20 nurses"."""
    words = [child for child in span.root.children if child.i < span.root.i]
    if any(word.lower_ in ("this", "these") for word in words):
        return False
    table = rules.table("events")["merging"]
    if any(word.lower_ in table["fresh"] for word in words):
        return True
    return span.root.lower_ == "training" and any(child.lower_ == "of" for child in span.root.children)


def apart(one: Happening, other: Happening) -> bool:
    """Whether a plan with a day or town of its own is told beside what was held, or the other way round."""
    if planned(one) == planned(other) or str(other.get("dates") or "").startswith("../"):
        return False
    return any(slot in other.slots and slot not in one.slots for slot in ("dates", "city"))


def numbered_apart(one: Happening, other: Happening) -> bool:
    """Whether two events bear different numbers: "our 11th mission", "our 12th mission"."""
    mine, theirs = numbers(one), numbers(other)
    return bool(mine and theirs and not mine & theirs)


def numbers(one: Happening) -> set[int]:
    """The numbers by which the mentions of an event count it."""
    told = {one.edition} if one.edition is not None else set()
    for span in one.spans:
        for child in span.root.children:
            if child.i < span.root.i and (number := ordinal(child.lower_)) is not None:
                told.add(number)
    return told


def headline(one: Happening) -> bool:
    """Whether an event has only been told in a headline or sub-head."""
    return all(block_of(span[0]) in ("headline", "subhead") for span in one.spans)


def short_for(name: str, other: Happening) -> bool:
    """Whether a name is the short form that stands in brackets behind another, with or without year: "MapFest 2018" after "2018 Festival of Maps (MapFest)"."""
    marks = set(MARKS.findall(fold(name)))
    known = set(MARKS.findall(fold(other.name or "")))
    return (
        other.alias is not None
        and fold(other.alias) in fold(name).split()
        and len(content(fold(name)) - marks) <= 2
        and (not marks or not known or marks == known)
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names are of one event: the same words, or those of the shorter within the longer, with no other year or ordinal."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    if ("series" in first.split()) != ("series" in second.split()):
        return False
    mine, theirs = set(MARKS.findall(first)), set(MARKS.findall(second))
    if mine and theirs and mine != theirs:
        return False
    short, long = sorted((content(first) - mine - theirs, content(second) - mine - theirs), key=len)
    return (len(short) >= 2 and short <= long) or (short == long and bool(short)) or blended(one, other) or blended(other, one)


def blended(short: str, long: str) -> bool:
    """Whether a name is a blend of another's words: "SoilCon Summit" of "Soil Conservation Summit", "FarmFest 2018" of "2018 Loja Farmers Festival"."""
    parts = [part.lower() for word in short.split() if not MARKS.fullmatch(word) for part in INNER.split(word)]
    words = [word for word in long.lower().split() if not MARKS.fullmatch(word)]
    if not INNER.search(short) or len(parts) < 2 or min(map(len, parts)) < 3:
        return False
    return any(all(map(str.startswith, words[start:], parts)) for start in range(len(words) - len(parts) + 1))


INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a capital begins a part of a coined word."""


def compatible(one: Happening, other: Happening) -> bool:
    """Whether no slot that both fill speaks against their being one."""
    for slot in ("dates", "city", "country", "duration"):
        first, second = one.get(slot), other.get(slot)
        if slot == "dates" and (only_edge(one) or only_edge(other)) and near(str(first or ""), str(second or "")):
            continue
        if (
            first is not None
            and second is not None
            and first != second
            and not (slot == "dates" and (within(str(first), str(second)) or joined(str(first), str(second))))
        ):
            return False
    return not any("cancelled" in first.statuses and "actual" in second.statuses for first, second in ((one, other), (other, one)))


def only_edge(one: Happening) -> bool:
    """Whether an event's date is only told as its first or last day."""
    return bool(one.edges.keys() & {"start", "end"}) and "/" not in str(one.get("dates"))


def near(one: str, other: str) -> bool:
    """Whether two dates begin within two months of each other."""
    first, second = bounds(one)[0] if one else None, bounds(other)[0] if other else None
    if first is None or second is None:
        return False
    return abs((datetime.date.fromisoformat(first) - datetime.date.fromisoformat(second)).days) < 62


def within(one: str, other: str) -> bool:
    """Whether one EDTF date lies in the other: a day in its month or interval."""
    (first, last), (start, end) = bounds(one), bounds(other)
    if None in (first, last, start, end):
        return False
    return (start <= first and last <= end) or (first <= start and end <= last)  # type: ignore[operator]


def joined(one: str, other: str) -> str | None:
    """The interval of a first day told in one place and "until" a last day in another."""
    for first, last in ((one, other), (other, one)):
        if last.startswith("../") and "/" not in first and first <= last[3:]:
            return f"{first}/{last[3:]}"
        if last.startswith("../") and first.endswith("/.."):
            return f"{first[:-3]}/{last[3:]}"
    return None


def finer(one: Filled, other: Filled) -> Filled:
    """Of two dates of one event the more telling: an interval rather than its first day, a day rather than its month."""
    if whole := joined(str(one.value), str(other.value)):
        return replace(one, value=whole)
    if "/" in str(other.value) and "/" not in str(one.value):
        return other
    return other if "/" not in str(one.value) and len(str(other.value)) > len(str(one.value)) else one


def merge(known: Happening, one: Happening) -> None:
    """Adds what a mention says to its event."""
    if one.name is not None and (
        known.name is None
        or (known.tentative and not one.tentative and not content(fold(one.name)) <= content(fold(known.name)))
        or (len(one.name) > len(known.name) and len(content(fold(known.name))) < 6)
    ):
        known.name = one.name
        known.tentative = one.tentative
        known.type = one.type if known.type in ("other", "training") or one.type != "other" else known.type
        known.edition = known.edition or one.edition
    if known.name is not None and known.type == "other" and one.name is None and one.type in ("conference", "forum", "hackathon", "meeting", "workshop"):
        known.type = one.type
    known.alias = known.alias or one.alias
    known.types.extend(one.types)
    known.spans.extend(one.spans)
    known.statuses.extend(one.statuses)
    for slot, filled in one.slots.items():
        if slot in known.slots:
            if slot == "dates":
                known.slots[slot] = finer(known.slots[slot], filled)
        else:
            known.slots[slot] = filled
    for edge, filled in one.edges.items():
        known.edges.setdefault(edge, filled)
    for mine, theirs in ((known.organisers, one.organisers), (known.partners, one.partners), (known.people, one.people)):
        for entity, part, argument in theirs:
            add(mine, entity, part, argument)
    known.countries.extend(pair for pair in one.countries if pair[0] not in [code for code, _ in known.countries])
    known.series = known.series and one.series


def merged_alike(found: list[Happening]) -> list[Happening]:
    """Makes one of unnamed events of a type that share a telling slot and differ in none."""
    kept: list[Happening] = []
    for one in found:
        alike = next(
            (other for other in kept if other.type == one.type and (other.name is None or one.name is None) and compatible(other, one) and shared(other, one)),
            None,
        )
        if alike is None:
            kept.append(one)
        else:
            merge(alike, one)
    return kept


def shared(one: Happening, other: Happening) -> bool:
    """Whether two events share a date, city, venue, duration or number of participants."""
    return any(one.get(slot) is not None and one.get(slot) == other.get(slot) for slot in ("dates", "city", "venue", "participants"))
