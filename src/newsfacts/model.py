"""All data types: the article, the facts with their evidence, and the words that their fields may hold."""
from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import types
import typing
from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA = "newsfacts/1"

Number = int | float
Via = Literal["stated", "apposition", "coreference", "inherited", "computed"]
RefKind = Literal["person", "organisation", "country", "place", "event"]
OrganisationKind = Literal["government", "intergovernmental", "embassy", "university", "school", "hospital", "company", "ngo", "foundation", "association",
                           "media", "military", "initiative", "unit", "other"]
PlaceKind = Literal["city", "region", "venue", "continent", "other"]
EventType = Literal["workshop", "training", "course", "conference", "summit", "meeting", "ceremony", "forum", "seminar", "campaign", "hackathon", "mission",
                    "series", "other"]
Mode = Literal["in_person", "online", "hybrid"]
OrganiserPart = Literal["host", "organiser", "co-organiser", "sponsor", "funder"]
PartnerPart = Literal["partner", "supporter", "participant"]
PersonPart = Literal["opened", "closed", "chaired", "hosted", "spoke", "facilitated", "attended", "signed", "received", "presented"]
EventStatus = Literal["actual", "planned", "possible", "negated", "cancelled"]
Status = Literal["actual", "planned", "possible", "negated"]
Comparator = Literal["exactly", "more_than", "at_least", "about", "less_than", "up_to"]
CountKind = Literal["count", "money", "percent", "measure"]
FindingCode = Literal["list-shorter-than-count", "list-longer-than-count", "parts-exceed-total", "duration-differs-from-dates", "told-as-past-but-later",
                      "acronym-unclear"]


class NewsfactsError(Exception):
    """What went wrong, in one line that names the file, the value and the remedy."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be read.

    `source` is where it comes from (path, address or any name of the caller's); `published` an ISO day against which relative dates resolve, and
    `published_from` what told it. All offsets of the facts count Unicode code points of `text`.
    """

    source: str
    text: str
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    url: str | None = None
    language: str = "en"

    @property
    def id(self) -> str:
        """A hash of the source: a later article with the same source takes its place."""
        return source_id(self.source)

    @property
    def sha256(self) -> str:
        """A hash of the text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text that supports an item (`slot` None) or one of its slots; `rule` names what found it, `via` how the slot got its value."""

    start: int
    end: int
    rule: str
    slot: str | None = None
    via: Via = "stated"


@dataclass(frozen=True, slots=True)
class Ref:
    """A pointer to another item of the same document; a country's id is its alpha-2 code."""

    kind: RefKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who ran an event, and as what."""

    kind: RefKind
    id: str
    name: str
    part: OrganiserPart


@dataclass(frozen=True, slots=True)
class Partner:
    """Who stood beside an event, and as what."""

    kind: RefKind
    id: str
    name: str
    part: PartnerPart


@dataclass(frozen=True, slots=True)
class Participant:
    """What a person did at an event."""

    kind: RefKind
    id: str
    name: str
    part: PersonPart


@dataclass(frozen=True, slots=True)
class Role:
    """A post or function that the text gives a person."""

    title: str
    organisation: Ref | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    honorifics: tuple[str, ...]
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    id: str
    name: str
    acronym: str | None
    aliases: tuple[str, ...]
    kind: OrganisationKind
    country: str | None
    part_of: Ref | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    alpha_3: str
    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    kind: PlaceKind
    country: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Date:
    """Calendar time as EDTF level 0/1; `start` and `end` are plain ISO days for sorting, None where open."""

    value: str
    start: str | None
    end: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as ISO 8601."""

    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: `of` is the singular head noun, the ISO 4217 code of money, or the unit's word of a measure."""

    id: str
    value: Number
    of: str | None
    comparator: Comparator
    kind: CountKind
    phrase: str
    part_of: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    name: str | None
    type: EventType
    series: str | None
    edition: int | None
    topic: str | None
    theme: str | None
    mode: Mode | None
    dates: str | None
    duration: str | None
    venue: Ref | None
    city: Ref | None
    country: str | None
    organisers: tuple[Organiser, ...]
    partners: tuple[Partner, ...]
    people: tuple[Participant, ...]
    countries: tuple[str, ...]
    participants: Number | None
    status: EventStatus
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    id: str
    type: str
    agent: Ref | None
    value: Number | None
    of: str | None
    comparator: Comparator | None
    phrase: str
    object: str | None
    recipient: Ref | None
    date: str | None
    place: Ref | None
    event: Ref | None
    countries: tuple[str, ...]
    status: Status
    according_to: Ref | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the text that does not fit together."""

    code: FindingCode
    message: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article says: the document of the published JSON Schema."""

    article: Article
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    countries: tuple[Country, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    durations: tuple[Duration, ...] = ()
    counts: tuple[Count, ...] = ()
    events: tuple[Event, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    schema: str = field(default=SCHEMA)

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts, lists, strings and numbers, keys in the published order."""
        article = self.article
        head = {"id": article.id, "source": article.source, "title": article.title, "published": article.published, "published_from": article.published_from,
                "url": article.url, "language": article.language, "sha256": article.sha256, "text": article.text}
        return {"schema": self.schema, "article": head, **{kind: plain(getattr(self, kind)) for kind in KINDS}}

    def to_json(self) -> str:
        """The document as one line of JSON, without a line end."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_dict(cls, document: object) -> Facts:
        """The facts of a document. Raises NewsfactsError where it is not of the right form."""
        if not isinstance(document, dict):
            raise NewsfactsError(f"a document is a JSON object, not {type(document).__name__}; see `newsfacts schema`")
        if document.get("schema") != SCHEMA:
            raise NewsfactsError(f"schema is {document.get('schema')!r}, this version reads {SCHEMA!r}; make the document again")
        head = document.get("article")
        if not isinstance(head, dict):
            raise NewsfactsError("article: missing; see `newsfacts schema`")
        article = build(Article, {key: value for key, value in head.items() if key not in ("id", "sha256")}, "article")
        for key in ("id", "sha256"):
            if key in head and head[key] != getattr(article, key):
                raise NewsfactsError(f"article.{key}: {head[key]!r} does not fit the {'source' if key == 'id' else 'text'}; make the document again")
        facts: Facts = build(cls, {**document, "article": article}, "")
        return facts

    @classmethod
    def from_json(cls, line: str | bytes) -> Facts:
        """The facts of a document written as JSON. Raises NewsfactsError where it is no JSON or not of the right form."""
        try:
            document = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise NewsfactsError(f"no JSON: {error}") from None
        return cls.from_dict(document)


KINDS = ("people", "organisations", "countries", "places", "dates", "durations", "counts", "events", "outcomes", "findings")
ITEMS: dict[str, type] = {"people": Person, "organisations": Organisation, "countries": Country, "places": Place, "dates": Date, "durations": Duration,
                          "counts": Count, "events": Event, "outcomes": Outcome, "findings": Finding}


ENCODER = json.JSONEncoder(ensure_ascii=False)


def digest(*parts: object) -> str:
    """A short stable hash of some values: 16 hexadecimal digits."""
    return hashlib.blake2b(ENCODER.encode(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@functools.lru_cache(maxsize=64)
def source_id(source: str) -> str:
    """An article's id: all its items' ids are made from it."""
    return digest("article", source)


PLAIN = frozenset([str, int, float, bool, type(None)])


def plain(value: Any) -> Any:
    """A record as dicts, lists, strings and numbers."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        record: Any = type(value)
        return {name: plain(getattr(value, name)) for name in names(record)}
    return value


@functools.cache
def names(record: Any) -> tuple[str, ...]:
    """The field names of a record type, in order."""
    return tuple(item.name for item in dataclasses.fields(record))


@functools.cache
def hints(record: type) -> dict[str, Any]:
    """The field types of a record type."""
    return typing.get_type_hints(record)


def build(record: type, value: object, where: str) -> Any:
    """A record from plain values, checked against its types; NewsfactsError names the place that does not fit."""
    if isinstance(value, record):
        return value
    if not isinstance(value, dict):
        raise NewsfactsError(f"{where or 'document'}: an object is wanted, not {value!r}")
    if unknown := value.keys() - set(names(record)):
        raise NewsfactsError(f"{where or 'document'}: unknown key {sorted(unknown)[0]!r}; see `newsfacts schema`")
    optional = {item.name for item in dataclasses.fields(record) if item.default is not dataclasses.MISSING}
    prefix = f"{where}." if where else ""
    made = {}
    for name, hint in hints(record).items():
        if name in value:
            made[name] = check(hint, value[name], prefix + name)
        elif name not in optional:
            raise NewsfactsError(f"{prefix}{name}: missing; see `newsfacts schema`")
    return record(**made)


def check(hint: Any, value: object, where: str) -> Any:
    """A value that fits a field's type, lists made tuples and objects records."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return None if value is None and type(None) in arguments else choose(arguments, value, where)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise NewsfactsError(f"{where}: a list is wanted, not {value!r}")
        return tuple(check(arguments[0], item, f"{where}[{place}]") for place, item in enumerate(value))
    if origin is Literal:
        if value not in arguments:
            raise NewsfactsError(f"{where}: {value!r} is none of {', '.join(map(str, arguments))}")
        return value
    if dataclasses.is_dataclass(hint):
        return build(typing.cast(type, hint), value, where)
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise NewsfactsError(f"{where}: {value!r} is no {hint.__name__}")
    return value


def choose(arguments: tuple[Any, ...], value: object, where: str) -> Any:
    """A value that fits one of several types; the error is that of the last one tried."""
    wanted = [argument for argument in arguments if argument is not type(None)]
    for argument in wanted[:-1]:
        try:
            return check(argument, value, where)
        except NewsfactsError:
            continue
    return check(wanted[-1], value, where)
