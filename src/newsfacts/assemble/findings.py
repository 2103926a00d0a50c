"""What in an article does not fit together."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from spacy.tokens import Doc, Span

from newsfacts.assemble.cluster import content, fold
from newsfacts.assemble.counted_lists import Compared, compared, in_items
from newsfacts.components.attach import belongs, clause_of, preposition
from newsfacts.components.mention import CountValue, mentions, text_of, value_of
from newsfacts.components.nouns import members
from newsfacts.components.status import status_of
from newsfacts.edtf import bounds
from newsfacts.model import Event, Evidence, Facts, Finding, FindingCode, Outcome

EXCLUSIVE = re.compile(r"^\s*(?:,?\s*(?:comprising|consisting of|made up of|composed of|namely|divided into|that is)|[:(–—]|--)\s*(?:the\s+)?$")
PARTLY = re.compile(r"^\s*,?\s*(?:\(\s*)?(?:including|of (?:whom|which|them|these)|among (?:them|whom|which))\s*:?\s*(?:the\s+|only\s+)?$")
JOINED = re.compile(r"^[^.:;()]{0,40}?(?:,|\band\b|,\s*and\b|&|\bplus\b)\s*(?:the\s+|another\s+)?$")
SEXES = frozenset(["man", "woman", "boy", "girl", "male", "female"])
HOLDING = frozenset(["hold", "organise", "organize", "host", "conduct", "convene", "stage", "attend", "open", "take", "run", "sign", "deliver", "train",
                     "launch", "close", "complete"])
WHEN = frozenset(["in", "on", "from", "between", "during", ""])
SPAN = re.compile(r"P(\d+)([DWMY])")
ALIKE = 0.75
"""The likeness (difflib ratio) from which on two long forms are spellings of one."""


def findings(doc: Doc, facts: Facts) -> tuple[Finding, ...]:
    """The findings of an article, in the order of their codes."""
    lengths = (found for event in facts.events if (found := duration(facts.article.text, event)))
    return (*lists(doc), *parts(doc), *lengths, *told_too_early(doc, facts), *acronyms(doc))


def finding(code: FindingCode, message: str, *spans: Span) -> Finding:
    """A finding with the stretches that it is about."""
    return Finding(code, message, tuple(Evidence(span.start_char, span.end_char, f"findings.{code}") for span in spans))


def lists(doc: Doc) -> Iterator[Finding]:
    """Stated numbers that differ from the lists that follow them."""
    for one in (*compared(doc), *in_items(doc)):
        stated, listed = one.figure, len(one.items)
        if listed < stated and one.whole:
            yield finding("list-shorter-than-count", message(one), one.count, enumeration(doc, one))
        elif listed > stated:
            yield finding("list-longer-than-count", message(one), one.count, enumeration(doc, one))


def message(one: Compared) -> str:
    """ "13 countries stated, 12 listed"."""
    return f"{' '.join(one.count.text.split())} stated, {len(one.items)} listed"


def enumeration(doc: Doc, one: Compared) -> Span:
    """The stretch of a list."""
    return doc[one.items[0].start:one.items[-1].end]


def parts(doc: Doc) -> Iterator[Finding]:
    """Totals that are less than the sum of the parts told behind them, or than one of them."""
    counts = sorted((span for span in mentions(doc, "counts") if value_of(span).kind == "count"), key=lambda span: span.start)
    for place, total in enumerate(counts[:-1]):
        value: CountValue = value_of(total)
        if value.comparator not in ("exactly", "up_to", "less_than"):
            continue
        stop = total.sent.end
        behind = [span for span in counts[place + 1:place + 10] if span.end <= stop]
        exclusive, told = told_parts(doc, total, behind)
        if not told:
            continue
        largest = max(told, key=lambda span: value_of(span).value)
        added = sum(value_of(span).value for span in told)
        if value_of(largest).value > value.value:
            yield finding("parts-exceed-total", f"{line(total)} stated, one part alone is {line(largest)}", total, largest)
        elif len(told) > 1 and added > value.value and (exclusive or all(value_of(span).of in SEXES for span in told)):
            yield finding("parts-exceed-total", f"{line(total)} stated, the parts add up to {added:g}", total, *told)


def line(span: Span) -> str:
    """A mention's text in one line."""
    return " ".join(span.text.split())


def told_parts(doc: Doc, total: Span, behind: list[Span]) -> tuple[bool, list[Span]]:
    """Whether the parts told behind a total exclude each other, and the parts: counts of the same noun or of people, joined by commas and "and"."""
    if not behind:
        return False, []
    gap = text_of(doc)[total.end_char:behind[0].start_char]
    exclusive = EXCLUSIVE.match(gap) is not None
    if not exclusive and PARTLY.match(gap) is None:
        return False, []
    told: list[Span] = []
    for span in behind:
        if (told and not JOINED.match(text_of(doc)[told[-1].end_char:span.start_char])) or not like(total, span):
            break
        told.append(span)
    return exclusive, told


def like(total: Span, part: Span) -> bool:
    """Whether a count can be a part of a total: it counts the same, or both count people, and it is no other's hedge."""
    whole, piece = value_of(total), value_of(part)
    people = members("person") | SEXES
    return piece.comparator in ("exactly", "at_least", "more_than") and (whole.of == piece.of or (whole.of in people and piece.of in people))


def duration(text: str, event: Event) -> Finding | None:
    """An event's dates against its stated length, where both stand in the same sentence or next to each other."""
    told = {each.slot: each for each in event.evidence if each.slot in ("dates", "duration") and each.via != "inherited"}
    if event.dates is None or event.duration is None or "/" not in event.dates or len(told) < 2 or abs(told["dates"].start - told["duration"].start) > 300:
        return None
    first, last = bounds(event.dates)
    if first is None or last is None or fits(first, last, event.dates, event.duration):
        return None
    long, when = (" ".join(text[each.start:each.end].split()) for each in (told["duration"], told["dates"]))
    code: FindingCode = "duration-differs-from-dates"
    days = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days + 1
    places = tuple(Evidence(each.start, each.end, f"findings.{code}") for each in (told["duration"], told["dates"]))
    return Finding(code, f"{long} stated, {when} are {days} days", places)


def fits(first: str, last: str, dates: str, length: str) -> bool:
    """Whether a length (ISO 8601) fits first and last day: days inclusive or without weekends, weeks of five to seven days, months and years roughly."""
    found = SPAN.fullmatch(length)
    if found is None:
        return True
    start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    days = (end - start).days + 1
    amount, unit = int(found[1]), found[2]
    if unit == "D":
        if len(dates.split("/")[0]) < 10:
            return True
        workdays = sum((start + datetime.timedelta(day)).weekday() < 5 for day in range(min(days, 400)))
        return workdays <= amount <= days or (amount >= 7 and amount == days - 1)
    if unit == "W":
        return 5 * amount + 2 * (amount - 1) - 2 * (amount > 1) <= days <= 7 * amount + 1 or len(dates.split("/")[0]) < 10
    month = 30.4 if unit == "M" else 365.25
    return abs(days - month * amount) <= max(16, month * amount * 0.15) or (unit == "Y" and len(dates.split("/")[0]) < 10)


def told_too_early(doc: Doc, facts: Facts) -> Iterator[Finding]:
    """Events and outcomes told in the past tense whose date lies behind the publication."""
    published = facts.article.published
    if published is None:
        return
    spans = {(span.start_char, span.end_char): span for span in mentions(doc, "dates") if not value_of(span).computed}
    items: tuple[Event | Outcome, ...] = (*facts.events, *facts.outcomes)
    for item in items:
        if item.status != "actual":
            continue
        for when in (each for each in item.evidence if each.slot in ("date", "dates") and each.via == "stated"):
            date = spans.get((when.start, when.end))
            first = bounds(value_of(date).value)[0] if date is not None else None
            if date is None or first is None or first <= published or preposition(date) not in WHEN:
                continue
            mention = next((told for each in item.evidence if each.slot is None and (told := past(doc, each, date)) is not None), None)
            if mention is not None:
                said = f"{line(mention)}: told as past, but {line(date)} is after the publication on {published}"
                yield finding("told-as-past-but-later", said, mention, date)
                break


def past(doc: Doc, told: Evidence, date: Span) -> Span | None:
    """The mention, where its own clause is in the past tense and the date belongs to it."""
    span = doc.char_span(told.start, told.end, alignment_mode="expand")
    if span is None:
        return None
    verb = clause_of(span.root)
    auxiliary = any(child.lemma_ in ("have", "be") and child.tag_ in ("VBD", "VBZ", "VBP") for child in verb.children)
    if verb.tag_ != "VBD" and not (verb.tag_ == "VBN" and auxiliary):
        return None
    dated = belongs(date, verb) == "attach.own" or clause_of(date.root) == verb
    return span if dated and verb.lemma_ in HOLDING and status_of(verb)[0] == "actual" else None


def acronyms(doc: Doc) -> Iterator[Finding]:
    """Acronyms that the text gives for two different long forms."""
    known: dict[str, Span] = {}
    for span in sorted(mentions(doc, "acronyms"), key=lambda span: span.start):
        value = value_of(span)
        other = known.setdefault(value.short, span)
        if other is not span and not same_form(value_of(other).long, value.long):
            forms = (doc[slice(*value_of(one).long_tokens)] for one in (other, span))
            yield finding("acronym-unclear", f"{value.short} stands for {value_of(other).long} and for {value.long}", *forms)


def same_form(one: str, other: str) -> bool:
    """Whether two long forms are one: the same words, those of one within the other, or spelled alike."""
    first, second = fold(one), fold(other)
    if content(first) <= content(second) or content(second) <= content(first):
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE
