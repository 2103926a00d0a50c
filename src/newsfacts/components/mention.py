"""A mention: a span that a component proposes, with the rule that found it and a typed value."""
from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import srsly
from spacy.tokens import Doc, Span, SpanGroup, Token

Tokens = tuple[int, int]
"""A stretch of tokens of the Doc: first, and one past the last."""


@dataclass(frozen=True, slots=True)
class LayoutValue:
    """What a block of lines is (headline, subhead, line, item, caption, boilerplate, contact, paragraph) and its place among the blocks."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class AcronymValue:
    """A short form (the mention) and where its long form stands."""

    short: str
    long: str
    long_tokens: Tokens


@dataclass(frozen=True, slots=True)
class OrganisationValue:
    """`name` without leading article; `parent` is the organisation that this one is a unit of; `generic` is set for "the Ministry", "the Centre"."""

    name: str
    kind: str
    country: str | None = None
    parent: Tokens | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class PersonValue:
    """`name` without honorifics."""

    name: str
    honorifics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleValue:
    """A title (the mention), the people who hold it, and the stretch that names what the post is in."""

    title: str
    people: tuple[Tokens, ...]
    organisation: Tokens | None
    via: str = "stated"


@dataclass(frozen=True, slots=True)
class EventNameValue:
    name: str
    type: str
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class CountryValue:
    """`code` is ISO 3166-1 alpha-2; `form` is name, adjective or demonym."""

    code: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class PlaceValue:
    name: str
    kind: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class DateValue:
    """`value` is EDTF; `computed` where it was resolved against the publication date."""

    value: str
    computed: bool = False


@dataclass(frozen=True, slots=True)
class DurationValue:
    """`value` is an ISO 8601 duration."""

    value: str


@dataclass(frozen=True, slots=True)
class CountValue:
    """The mention covers figure, comparator and noun phrase; `figure` and `noun` are the stretches of the number and of its head noun (None where supplied)."""

    value: int | float
    of: str | None
    comparator: str
    kind: str
    figure: Tokens
    noun: Tokens | None = None
    part_of: Tokens | None = None


@dataclass(frozen=True, slots=True)
class QuoteValue:
    """What somebody says (the mention): who, by which word of speech; `kind` is direct or indirect."""

    speaker: Tokens | None
    cue: Tokens | None
    kind: str


@dataclass(frozen=True, slots=True)
class StatusValue:
    """What the mention (a verb or noun) is told as, and the words that tell it."""

    status: str
    cue: Tokens


@dataclass(frozen=True, slots=True)
class Argument:
    """A stretch that fills a slot of an event or an outcome; `rule` attached it, `value` is what it stands for where its words do not say."""

    slot: str
    tokens: Tokens
    rule: str
    via: str = "stated"
    value: str | None = None


@dataclass(frozen=True, slots=True)
class EventValue:
    """One mention of an event: its name (None for "a two-day workshop"), type, status and arguments."""

    name: str | None
    type: str
    status: str
    definite: bool
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeValue:
    """One outcome told by a trigger (the mention)."""

    type: str
    status: str
    arguments: tuple[Argument, ...] = ()


VALUES: dict[str, type] = {"layout": LayoutValue, "acronyms": AcronymValue, "organisations": OrganisationValue, "people": PersonValue, "roles": RoleValue,
                           "event_names": EventNameValue, "countries": CountryValue, "places": PlaceValue, "dates": DateValue, "durations": DurationValue,
                           "counts": CountValue, "quotes": QuoteValue, "status": StatusValue, "events": EventValue, "outcomes": OutcomeValue}
RECORDS: dict[str, type] = {kind.__name__: kind for kind in (*VALUES.values(), Argument)}

ATTRIBUTES = {kind: f"newsfacts_{kind}" for kind in VALUES}
"""The attribute of `span._` that holds the value of each kind of mention."""

for attribute in ATTRIBUTES.values():
    if not Span.has_extension(attribute):
        Span.set_extension(attribute, default=None)
if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)


def propose(doc: Doc, kind: str, start: int, end: int, rule: str, value: Any) -> Span | None:
    """Adds a mention of tokens [start, end) to `doc.spans[kind]`; the first one proposed for a stretch stays. None where there is one already."""
    if mention_at(doc, kind, start, end) is not None:
        return None
    found = kept(doc, kind)
    span = Span(doc, start, end, label=kind, span_id=rule)
    data: Any = doc.user_data
    data["._.", ATTRIBUTES[kind], span.start_char, span.end_char] = value
    found.group.append(span)
    found.add(span)
    return span


class Kept:
    """The mentions of a kind, once taken out of their group: in the order they were proposed, and by each token that they cover."""

    __slots__ = ("by_token", "group", "spans")

    def __init__(self, group: SpanGroup) -> None:
        self.group, self.spans = group, list(group)
        self.by_token: dict[int, list[Span]] = {}
        for span in self.spans:
            self.enter(span)

    def add(self, span: Span) -> None:
        """Takes in what was appended to the group."""
        self.spans.append(span)
        self.enter(span)

    def enter(self, span: Span) -> None:
        """Enters a mention at its tokens."""
        for place in range(span.start, span.end):
            self.by_token.setdefault(place, []).append(span)

    def current(self, group: SpanGroup) -> bool:
        """Whether these are the mentions of a group, nobody having put in or taken out any without `propose` or `keep`."""
        return group is self.group and len(group) == len(self.spans)


NONE: tuple[Span, ...] = ()
INDEX = "newsfacts_index"
"""Where a Doc's `spans` hold the index: an attribute of this Python object and no entry, so that it is neither written, copied nor sent with the Doc."""


TEXT, STARTS = "text", "sentence starts"
"""Names in the index beside the kinds of mentions."""


def kept(doc: Doc, kind: str) -> Kept:
    """The indexed mentions of a kind, for which there is a group from now on."""
    groups = doc.spans
    if kind not in groups.data:
        groups[kind] = NONE
    group, index = groups.data[kind], index_of(doc)
    found: Kept | None = index.get(kind)
    if found is None or not found.current(group):
        found = index[kind] = Kept(group)
    return found


def index_of(doc: Doc) -> dict[str, Any]:
    """The index of a Doc: its mentions by kind, its text, where its sentences begin."""
    index: dict[str, Any] | None = doc.spans.__dict__.get(INDEX)
    if index is None:
        index = doc.spans.__dict__[INDEX] = {}
    return index


def text_of(doc: Doc) -> str:
    """`doc.text`, put together from the tokens once."""
    index = index_of(doc)
    text: str | None = index.get(TEXT)
    if text is None:
        text = index[TEXT] = doc.text
    return text


def memory(doc: Doc, name: str) -> dict[Any, Any]:
    """What a component remembers of a Doc: results of procedures that depend on words and parse alone."""
    found: dict[Any, Any] = index_of(doc).setdefault(f"memory.{name}", {})
    return found


def verbs_of(doc: Doc) -> list[Token]:
    """The verbs of a Doc, looked for once."""
    known = memory(doc, "verbs")
    if "all" not in known:
        known["all"] = [token for token in doc if token.pos_ == "VERB"]
    found: list[Token] = known["all"]
    return found


def sentence_of(doc: Doc, place: int) -> Tokens:
    """The sentence that a token stands in, as `token.sent` gives it; where sentences begin is looked up once."""
    index = index_of(doc)
    starts: list[int] | None = index.get(STARTS)
    if starts is None:
        starts = index[STARTS] = [at for at, told in enumerate(doc.to_array("SENT_START").tolist()) if told == 1 and at > 0]
    after = bisect_right(starts, place)
    return starts[after - 1] if after else 0, starts[after] if after < len(starts) else len(doc)


def release(doc: Doc) -> None:
    """Drops all of the index that holds spans and tokens, which hold the Doc that holds them; what is asked for later is indexed anew."""
    index = index_of(doc)
    doc.spans.__dict__[INDEX] = {name: index[name] for name in (TEXT, STARTS) if name in index}


def mentions(doc: Doc, kind: str) -> list[Span]:
    """The mentions of a kind, in the order they were proposed."""
    return kept(doc, kind).spans.copy() if kind in doc.spans.data else []


def by_token(doc: Doc, kind: str) -> Mapping[int, Sequence[Span]]:
    """The mentions of a kind by each token that they cover; of no use once there are others."""
    return kept(doc, kind).by_token if kind in doc.spans.data else {}


def mentions_over(doc: Doc, kind: str, place: int) -> Sequence[Span]:
    """The mentions of a kind that a token stands in, in the order they were proposed."""
    return kept(doc, kind).by_token.get(place, NONE) if kind in doc.spans.data else NONE


def mention_at(doc: Doc, kind: str, start: int, end: int) -> Span | None:
    """The mention of a kind that covers exactly tokens [start, end)."""
    return next((span for span in mentions_over(doc, kind, start) if span.start == start and span.end == end), None)


def value_of(span: Span) -> Any:
    """The typed value of a mention (its label is its kind), read where `span._` keeps it, without the detour over `span._`."""
    data: Any = span.doc.user_data
    return data.get(("._.", ATTRIBUTES[span.label_], span.start_char, span.end_char))


def keep(doc: Doc, kind: str, spans: list[Span]) -> None:
    """Makes these the mentions of a kind, in text order."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    before = kept(doc, kind).spans
    if len(ordered) != len(before) or any(one is not other for one, other in zip(ordered, before, strict=True)):
        doc.spans[kind] = ordered


def encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """For msgpack: a mention's value as a map, so that a Doc can be written and sent to another process."""
    if type(value).__name__ in RECORDS and dataclasses.is_dataclass(value):
        return {"newsfacts": type(value).__name__, "fields": [getattr(value, item.name) for item in dataclasses.fields(value)]}
    return value if chain is None else chain(value)


def decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """For msgpack: what `encode` made, as it was."""
    if isinstance(value, dict) and "newsfacts" in value and "fields" in value:
        return RECORDS[value["newsfacts"]](*map(tuples, value["fields"]))
    return value if chain is None else chain(value)


def tuples(value: Any) -> Any:
    """Lists, which is what msgpack makes of tuples, as tuples again."""
    return tuple(map(tuples, value)) if isinstance(value, (list, tuple)) else value


srsly.msgpack_encoders.register("newsfacts_mention", func=encode)
srsly.msgpack_decoders.register("newsfacts_mention", func=decode)
