"""Compares a stated number with the list that follows it: "13 countries, namely …", "six towns (…)", "…, nine countries in all"."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from newsfacts.components.mention import CountValue, mentions, text_of, value_of
from newsfacts.components.nouns import is_a, members

LEAD = re.compile(r"\s*(?:,?\s*(?:namely|viz\.?|i\.e\.|which are|they are|these are)\s*[,:]?|[:(—–]|--|-(?=\s))\s*(?:the\s+|both\s+)?", re.I)
OPEN_LEAD = re.compile(r"\s*,?\s*(?:including|includes?|such as|among (?:them|which|whom)|like|notably|e\.g\.|for example)\s*:?\s*(?:the\s+)?", re.I)
ROOM = re.compile(r"^\W*(?:(?:and|or|as well as|plus|along with|to name)\s+)?(?:\w+\s+)?"
                  r"(?:etc|others?|more|elsewhere|among|including|beyond|so on|rest|further|a few)\b|^\s*(?:\.\.\.|…)", re.I)
END = re.compile(r"[ \t]*(?:[.)\]—–!?;\n]|$)")
GOES_ON = re.compile(r"\s*,?\s+(?!and\b|as well\b|plus\b)[a-z]")
BEFORE = re.compile(r"(?:,|–|—|-|\(|:)?\s*(?:(?:in|a)\s+)?(?:total(?:ling|ing)?|altogether|in all)(?:\s+of)?\s*:?\s*$", re.I)
BEHIND = re.compile(r"^\s*(?:in all|in total|altogether)\b", re.I)
JOINTS = frozenset([",", ";", "and", "&", "the", "as", "well", "plus", "both", "in"])
KINDS = (
    ("countries", frozenset(["country", "nation", "state"])),
    ("places", frozenset(["city", "town", "village", "province", "district", "region", "island", "municipality", "location", "county", "department"])),
    ("organisations", frozenset(["institution", "organisation", "organization", "university", "college", "hospital", "ministry", "agency", "company", "firm",
                                 "school", "institute", "partner", "bank"])),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A count with the names listed to it."""

    count: Span
    items: tuple[Span, ...]
    whole: bool

    @property
    def figure(self) -> int | float:
        """The number stated."""
        value: CountValue = value_of(self.count)
        return value.value


def compared(doc: Doc) -> Iterator[Compared]:
    """Every plain count of countries, places, bodies or people that a list of their names follows; `whole` where the list leaves no room for more."""
    for count in mentions(doc, "counts"):
        value: CountValue = value_of(count)
        kind = kind_of(doc, value)
        if kind is None or value.comparator != "exactly" or not 2 <= value.value <= 80:
            continue
        text = text_of(doc)
        start, stop = count.end_char, sentence_end(count)
        lead, opened = LEAD.match(text, start, stop), OPEN_LEAD.match(text, start, stop)
        if opened or lead:
            end = (opened or lead).end()  # type: ignore[union-attr]
            items, closed = run(doc, kind, end, stop)
            if len(items) > 1 and closed:
                yield Compared(count, tuple(items), opened is None)
        elif BEHIND.match(text[start:start + 20]) or BEFORE.search(text[max(0, count.start_char - 24):count.start_char]):
            items = run_before(doc, kind, count)
            if len(items) > 1:
                yield Compared(count, tuple(items), True)


def kind_of(doc: Doc, value: CountValue) -> str | None:
    """The kind of mention that a count's noun asks for."""
    if value.kind != "count" or value.of is None or value.part_of is not None:
        return None
    for kind, nouns in KINDS:
        if value.of in nouns:
            return kind
    if value.noun is not None and (value.of in members("person") or is_a(doc[value.noun[0]], "person")):
        return "people"
    return None


def sentence_end(count: Span) -> int:
    """Where the sentence of a count ends, as a character."""
    return int(count.sent.end_char)


def run(doc: Doc, kind: str, start: int, stop: int) -> tuple[list[Span], bool]:
    """The names of a kind one after the other from a character on, and whether the list is complete: it ends the sentence or bracket, or has its "and"."""
    spans = sorted((span for span in mentions(doc, kind) if start <= span.start_char < stop), key=lambda span: span.start)
    items: list[Span] = []
    place, joined = start, False
    for span in spans:
        gap = text_of(doc)[place:span.start_char]
        if not between(gap) or (items and not gap.strip()):
            break
        joined = bool(re.search(r"\b(?:and|as well as|plus)\b|&", gap))
        items.append(span)
        place = behind_bracket(text_of(doc), span.end_char, stop)
    if not items:
        return [], False
    rest = text_of(doc)[place:place + 60]
    if ROOM.match(rest):
        return items, False
    return items, place >= stop or END.match(rest) is not None or (joined and GOES_ON.match(rest) is not None)


def between(gap: str) -> bool:
    """Whether only what joins the items of a list stands between two of them."""
    return all(word.lower() in JOINTS for word in re.findall(r"\w+|[^\w\s]", gap))


def behind_bracket(text: str, place: int, stop: int) -> int:
    """Past a bracket that explains an item, such as its acronym or country."""
    found = re.compile(r"\s*\([^()]{1,60}\)").match(text, place, stop)
    return found.end() if found else place


def run_before(doc: Doc, kind: str, count: Span) -> list[Span]:
    """The names of a kind one after the other that end right before a count: "A, B and C, nine countries in all"."""
    start = count.sent.start_char
    spans = sorted((span for span in mentions(doc, kind) if start <= span.start_char and span.end_char <= count.start_char), key=lambda span: -span.start)
    items: list[Span] = []
    place = count.start_char
    for span in spans:
        gap = text_of(doc)[span.end_char:place]
        if not (between(gap) if items else re.fullmatch(r"[\s,(–—:-]*(?:(?:in|a)\s)?(?:total(?:ling|ing)?|altogether|in all)?(?:\sof)?[\s:]*", gap)):
            break
        items.insert(0, span)
        place = span.start_char
    return items


def in_items(doc: Doc) -> Iterator[Compared]:
    """Counts at the end of a line that leads in to a list with one name an item: "the following five hospitals:"."""
    blocks = mentions(doc, "layout")
    for place, block in enumerate(blocks[:-1]):
        if block[-1].text != ":" or value_of(blocks[place + 1]).kind != "item":
            continue
        count = next((count for count in reversed(mentions(doc, "counts")) if block.start <= count.start < block.end and block.end - count.end <= 2), None)
        kind = kind_of(doc, value_of(count)) if count is not None else None
        if count is None or kind is None or value_of(count).comparator != "exactly":
            continue
        items = []
        for other in blocks[place + 1:]:
            if value_of(other).kind != "item":
                break
            items.append(next((span for span in mentions(doc, kind) if other.start <= span.start <= other.start + 3), None))
        if len(items) > 1 and all(items):
            yield Compared(count, tuple(item for item in items if item is not None), True)
