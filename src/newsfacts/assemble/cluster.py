"""Puts the mentions of one person, body, country or place of an article together."""
from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from newsfacts.components.mention import PlaceValue, mentions, propose, value_of
from newsfacts.components.organisation_words import lexicon
from newsfacts.components.place_table import candidates
from newsfacts.components.title_bodies import GOVERNORS, stands_for
from newsfacts.components.title_fields import REGIONS

SMALL = frozenset(["the", "a", "an", "of", "and", "for", "in", "on", "at", "to", "de", "la", "des", "du"])


@dataclass(slots=True)
class Entity:
    """One person, organisation, country or place while it is put together; `key` is its normalised name."""

    kind: str
    name: str
    key: str
    spans: list[Span] = field(default_factory=list)
    later: list[Span] = field(default_factory=list)
    acronym: str | None = None
    acronym_spans: list[Span] = field(default_factory=list)
    type: str = "other"
    country: str | None = None
    parent: Entity | None = None
    honorifics: list[str] = field(default_factory=list)
    id: str = ""


@functools.lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """A name for comparison: lower case, no diacritics, no punctuation, no possessive, no leading article."""
    text = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    words = re.findall(r"[^\W_]+", re.sub(r"['’`]s\b", "", text))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def content(key: str) -> frozenset[str]:
    """The words of a folded name that tell it from others."""
    return frozenset(key.split()) - SMALL


def better(one: str, other: str) -> str:
    """The fuller of two forms of a name: the longer, and of equals the one that is not in capitals."""
    if len(fold(other)) > len(fold(one)) or (fold(one) == fold(other) and one.isupper() and not other.isupper()):
        return other
    return one


def people(doc: Doc) -> list[Entity]:
    """The people of an article, fullest names first, so that surnames and first names find theirs."""
    found: list[Entity] = []
    spans = mentions(doc, "people")
    for span in sorted(spans, key=lambda span: (-len(fold(value_of(span).name).split()), span.start)):
        value = value_of(span)
        key = fold(value.name)
        if not key:
            continue
        entity = next((one for one in found if same_person(one.key, key)), None)
        if entity is None:
            entity = Entity("person", value.name, key)
            found.append(entity)
        elif fold(entity.name) == key:
            entity.name = better(entity.name, value.name)
        entity.spans.append(span)
        entity.honorifics.extend(title for title in value.honorifics if title not in entity.honorifics)
    return in_order(found)


def same_person(full: str, other: str) -> bool:
    """Whether a name is that of a person with this fuller name: the same, its surname or first name alone, or without middle names."""
    if full == other:
        return True
    long, short = full.split(), other.split()
    if len(short) == 1:
        return len(long) > 1 and len(short[0]) > 1 and short[0] in long
    if short[-1] != long[-1] and " ".join(short) not in full:
        return False
    return (len(short) < len(long) and set(short) <= set(long)) or " ".join(short) == " ".join(long[-len(short):])


def organisations(doc: Doc, initials_match: object) -> list[Entity]:
    """The organisations of an article: names, their acronyms, and later partial mentions."""
    spans = mentions(doc, "organisations")
    named = [span for span in spans if not value_of(span).generic]
    pairs = {value_of(span).short: span for span in mentions(doc, "acronyms")}
    found: list[Entity] = []
    for span in sorted(named, key=lambda span: (-len(content(fold(value_of(span).name))), span.start)):
        add_organisation(found, span)
    attach_acronyms(found, pairs, mentions(doc, "acronyms"))
    link_initials(found, initials_match)
    link_short(found)
    link_heads(found)
    attach_parents(found)
    for span in sorted((span for span in spans if value_of(span).generic), key=lambda span: span.start):
        antecedent = point_back(found, span)
        if antecedent is not None:
            antecedent.later.append(span)
    return in_order(found)


def add_organisation(found: list[Entity], span: Span) -> None:
    """Adds a mention to the organisation of that name, or makes one."""
    value = value_of(span)
    key = fold(value.name)
    if not key:
        return
    entity = next((one for one in found if same_body(one.key, key)), None)
    if entity is None:
        entity = Entity("organisation", value.name, key, type=value.kind, country=value.country)
        found.append(entity)
    elif entity.key == key:
        entity.name = better(entity.name, value.name)
    entity.spans.append(span)
    entity.country = entity.country or value.country
    if entity.type == "other":
        entity.type = value.kind


def head_word(key: str) -> str:
    """The head of a folded body's name: the word before its first "of", "for" or "on", else the last one."""
    before = re.split(r" (?:of|for|on|in|at|de|des|du) ", key, maxsplit=1)[0].split()
    return before[-1] if before else key


def same_body(full: str, other: str) -> bool:
    """Whether a shorter name is a partial form of a fuller one: the same head, and at least one telling word, all of them in the fuller name."""
    if full == other:
        return True
    long, short = content(full), content(other)
    if not short or not short < long or head_word(full) != head_word(other):
        return False
    return len(short) >= 2


def attach_acronyms(found: list[Entity], pairs: dict[str, Span], spans: list[Span]) -> None:
    """Gives each organisation the acronym told beside its name, and takes in the mentions by that acronym."""
    for short, span in pairs.items():
        start, end = value_of(span).long_tokens
        owner = next((one for one in found if any(defines(other, span.start, (start, end)) for other in one.spans)), None)
        if owner is None:
            owner = next((one for one in found if one.key == fold(value_of(span).long)), None)
        if owner is None or fold(owner.name) == fold(short):
            continue
        owner.acronym = owner.acronym or short
        owner.acronym_spans.extend(one for one in spans if value_of(one).short == short)
        absorb(found, owner, fold(short))


def defines(name: Span, short: int, long: tuple[int, int]) -> bool:
    """Whether a body's mention is the long form that an acronym at token `short` stands beside."""
    start, end = long
    return (name.start, name.end) == long or (name.start < end and start < name.end and name.end >= end - 1 and short >= name.end - 1)


def absorb(found: list[Entity], owner: Entity, key: str) -> None:
    """Makes the organisation known only by a short form one with its owner."""
    for other in [one for one in found if one is not owner and one.key == key]:
        owner.acronym_spans.extend(other.spans)
        found.remove(other)


def link_initials(found: list[Entity], initials_match: object) -> None:
    """Ties an acronym that is nowhere explained to the one organisation whose initials it gives."""
    for short in [one for one in found if " " not in one.name and len(one.name) > 1 and sum(map(str.isupper, one.name)) >= 2]:
        owners = [one for one in found if one is not short and one.acronym is None and " " in one.name and initials_match(short.name, one.name)]  # type: ignore[operator]
        if len(owners) == 1:
            owners[0].acronym = short.name
            owners[0].acronym_spans.extend(short.spans)
            found.remove(short)


def link_short(found: list[Entity]) -> None:
    """Ties a body told by the first word of its name alone ("Halden" beside "Halden Pumps Ltd") to the only one whose name begins with it."""
    for short in [one for one in found if " " not in one.key and len(one.key) > 3 and not one.name.isupper() and one.key not in kinds_of_bodies()]:
        owners = [one for one in found if one is not short and one.key.startswith(f"{short.key} ")]
        firms = [one for one in owners if one.type == "company"]
        if len(owners) == 1 or len(firms) == 1:
            take_in(found, (firms or owners)[0], short)


def link_heads(found: list[Entity]) -> None:
    """Ties a body told by the head of its name alone ("the House") to the nearest one before whose fuller name has that head."""
    for short in [one for one in found if one.key in kinds_of_bodies() and one.acronym is None and one.spans]:
        first = min(span.start for span in short.spans)
        likely = [(span.start, place) for place, one in enumerate(found) if one is not short and head_word(one.key) == short.key and " " in one.key
                  for span in one.spans if span.start < first]
        if likely:
            take_in(found, found[max(likely)[1]], short)


def take_in(found: list[Entity], owner: Entity, short: Entity) -> None:
    """Makes a body told by a short form one with its owner."""
    owner.spans.extend(short.spans)
    owner.acronym_spans.extend(short.acronym_spans)
    found.remove(short)


def kinds_of_bodies() -> dict[str, str]:
    """The head words of bodies' names with their kinds; none of them alone tells one body."""
    return lexicon().heads


def attach_parents(found: list[Entity]) -> None:
    """Ties units to the organisation that they belong to."""
    for entity in found:
        for span in entity.spans:
            parent = value_of(span).parent
            if parent is not None and entity.parent is None:
                others = [(one, other) for one in found if one is not entity for other in one.spans + one.acronym_spans]
                entity.parent = next((one for one, other in others if other.start < parent[1] and parent[0] < other.end), None)


def point_back(found: list[Entity], span: Span) -> Entity | None:
    """The organisation that "the Ministry", "the Centre" stands for: the nearest one told before with that head."""
    key = fold(value_of(span).name)
    word = key.split()[-1] if key else ""
    spelled = {word, {"centre": "center", "center": "centre"}.get(word, word)}
    likely = [(other.start, place) for place, one in enumerate(found) for other in one.spans + one.acronym_spans
              if other.start < span.start and head_word(one.key) in spelled]
    if not likely:
        likely = [(other.start, place) for place, one in enumerate(found) for other in one.spans
                  if other.start < span.start and ({one.key.split()[-1], one.key.split()[0]} & spelled)]
    if not likely:
        likely = [(other.start, place) for place, one in enumerate(found) for other in one.spans if other.start < span.start and described(other, word)]
    if not likely and (kinds := stands_for(word) or {value_of(span).kind} - {"unit"}):
        likely = [(other.start, place) for place, one in enumerate(found) for other in one.spans if other.start < span.start and one.type in kinds]
    return found[max(likely)[1]] if likely else None


def described(span: Span, word: str) -> bool:
    """Whether a body is told to be what a noun says: "the charity NAME", "NAME, a charity in Cork"."""
    doc, end = span.doc, span.end
    if span.start and doc[span.start - 1].lower_ == word:
        return True
    opened = [token.lower_ for token in doc[end : end + 2]] in ([",", "a"], [",", "an"], ["is", "a"], ["is", "an"], [",", "the"])
    return opened and any(token.lower_ == word for token in doc[end + 2 : end + 7] if token.pos_ == "NOUN")


def countries(doc: Doc) -> list[Entity]:
    """The countries of an article; key and id are the alpha-2 code."""
    found: dict[str, Entity] = {}
    for span in mentions(doc, "countries"):
        code = value_of(span).code
        entity = found.setdefault(code, Entity("country", code, code, id=code, country=code))
        entity.spans.append(span)
    return list(found.values())


def places(doc: Doc) -> list[Entity]:
    """The named places of an article."""
    found: dict[str, Entity] = {}
    for span in mentions(doc, "places"):
        value = value_of(span)
        entity = found.setdefault(fold(value.name), Entity("place", value.name, fold(value.name), type=value.kind, country=value.country))
        entity.spans.append(span)
        entity.name = better(entity.name, value.name) if entity.name.isupper() else entity.name
        entity.country = entity.country or value.country
    return list(found.values())


def governed_places(doc: Doc) -> None:
    """Makes mentions of the places that governors and mayors govern, where they were found as nothing else."""
    for role in mentions(doc, "roles"):
        value = value_of(role)
        tokens = value.organisation
        if tokens is None or not doc[tokens[0]].text[0].isupper():
            continue
        regional = tokens[1] > tokens[0] + 1 and doc[tokens[1] - 1].lower_ in REGIONS and doc[tokens[1] - 1].text[0].isupper()
        if not regional and not set(re.split(r"[\s-]+", value.title.lower().split(" of ")[0])) & GOVERNORS:
            continue
        if any(span.start < tokens[1] and tokens[0] < span.end for kind in ("organisations", "countries", "places") for span in mentions(doc, kind)):
            continue
        name = doc[tokens[0]:tokens[1]].text
        known = candidates(fold(name))
        codes = {one.country for one in known}
        propose(doc, "places", tokens[0], tokens[1], role.id_, PlaceValue(name, known[0].kind if known else "region", codes.pop() if len(codes) == 1 else None))


def in_order(found: Iterable[Entity]) -> list[Entity]:
    """Entities by their first mention."""
    for entity in found:
        entity.spans.sort(key=lambda span: span.start)
    return sorted(found, key=lambda entity: min(span.start for span in entity.spans + entity.acronym_spans))
