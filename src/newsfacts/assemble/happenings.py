"""Puts the mentions of one event of an article together and fills its slots."""

from __future__ import annotations

import dataclasses
from collections import Counter

from spacy.tokens import Doc, Span

from newsfacts import rules
from newsfacts.assemble import doers
from newsfacts.assemble.ceremonies import occasions, with_deeds
from newsfacts.assemble.editions import editions, listed
from newsfacts.assemble.happening import Filled, fill
from newsfacts.assemble.happening import Happening as Happening
from newsfacts.assemble.happening import spans_of as spans_of
from newsfacts.assemble.merging import LEARNING, MARKS, antecedent, merge, merged_alike, same_name, same_sentence
from newsfacts.assemble.reference import Entities
from newsfacts.assemble.running import announced, authored, named_after
from newsfacts.assemble.scenes import home_country, settle
from newsfacts.assemble.telling import later as later
from newsfacts.components.event_words import event_type
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Argument, EventValue, mention_at, mentions, mentions_over, value_of


def happenings(doc: Doc, entities: Entities) -> list[Happening]:
    """The events of an article, in the order of their first mentions."""
    found: list[Happening] = []
    deeds: list[Happening] = []
    spans = sorted(mentions(doc, "events"), key=lambda span: span.start)
    body = [value_of(span).name for span in spans if value_of(span).name and block_of(span[0]) not in ("headline", "subhead")]
    for span in spans:
        value: EventValue = value_of(span)
        if value.type == "deed":
            deeds.append(told_once(doc, span, dataclasses.replace(value, type="ceremony"), entities))
            continue
        doubted = value.name is not None and span.root.text[0].isupper() and title_case(span) and not any(same_name(value.name, name) for name in body)
        if doubted and (not telling(span) or shouted(span)):
            value = dataclasses.replace(value, name=None)
        one = told_once(doc, span, value, entities)
        one.tentative = doubted
        place(doc, found, one, value, span, entities)
    found = merged_alike(with_deeds(found, deeds))
    occasions(found)
    home = home_country(entities)
    author = doers.author(entities) if doers.speaks(doc) else None
    for one in found:
        vote(one)
        settle(doc, one, entities)
        named_after(one, entities)
        authored(one, author)
        announced(one, entities)
        if home is not None and not any(slot in one.slots for slot in ("country", "city", "mode")):
            first = home.spans[0]
            one.slots["country"] = Filled(home.country, Argument("place", (first.start, first.end), "events.home-country", "inherited"))
    return found


def last_told(found: list[Happening], span: Span) -> Happening | None:
    """The event whose mention stands last before another, ceremonies apart where there is another."""
    pool = [other for other in found if other.type != "ceremony"] or found
    return max(pool, key=lambda other: max(mention.end for mention in other.spans if mention.end <= span.start or mention is other.spans[0]), default=None)


def vote(one: Happening) -> None:
    """An unnamed event of learning is of the type that its mentions name most often, the first one on a tie."""
    if one.name is None and one.type in LEARNING:
        tally = Counter(kind for kind in one.types if kind in LEARNING)
        one.type = max(tally, key=lambda kind: tally[kind], default=one.type)


def place(doc: Doc, found: list[Happening], one: Happening, value: EventValue, span: Span, entities: Entities) -> None:
    """Puts what a mention says where it belongs: to an event told before, or among the events as one of its own."""
    if value.type == "anaphor":
        known = last_told(found, span)
        if known is not None and span.start - max(other.end for other in known.spans) <= 120:
            merge(known, one)
        return
    if value.type == "edition":
        if not found or listed(found, span):
            return
        one.type = edition_type(found, span)
    elif one.name is None and one.type == "meeting" and span.root.lemma_ == "session" and found and main_type(found) in LEARNING:
        one.type = main_type(found)
    if parts := editions(doc, span, one, entities):
        found.extend(parts)
        return
    known = same_sentence(found, one, span) or antecedent(found, one, value, span)
    if known is None:
        found.append(one)
    else:
        merge(known, one)


def edition_type(found: list[Happening], span: Span) -> str:
    """The type of an edition: of the noun that it is "of", else of the edition told right before, else of the main event."""
    of = next((inner for child in span.root.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"), None)
    kind = event_type(of) if of is not None else None
    told = [(mention.start, other.type) for other in found for mention in other.spans if mention.id_ == "events.follow-up"]
    return kind or (max(told)[1] if told else main_type(found))


def main_type(found: list[Happening]) -> str:
    """The type of what editions are of: the event told most often so far, a name counting for two mentions, the last one on a tie."""
    likely = [other for other in found if other.type not in ("ceremony", "other", "series") or (other.name and other.type != "series")] or found[:1]
    return max(reversed(likely), key=lambda other: len(other.spans) + 2 * bool(other.name)).type


def title_case(span: Span) -> bool:
    """Whether a mention stands in a headline that capitalises its words, so that capitals tell nothing."""
    if block_of(span[0]) not in ("headline", "subhead"):
        return False
    block = next(iter(mentions_over(span.doc, "layout", span.start)), span.sent)
    if block.text.isupper():
        return True
    words = [token for token in block if token.is_alpha and len(token) > 3 and not span.start <= token.i < span.end]
    return bool(words) and sum(token.text[0].isupper() for token in words) > 0.6 * len(words)


def shouted(span: Span) -> bool:
    """Whether all letters of a mention and its headline are capitals, so that a verb may stand in what looks like a name."""
    block = next(iter(mentions_over(span.doc, "layout", span.start)), span.sent)
    return bool(block.text.isupper()) and len(span) > 3 and any(token.lower_ in rules.table("events")["backing"]["headline"] for token in span)


def telling(span: Span) -> bool:
    """Whether a name has two words or more that are neither general nor an ordinal."""
    generic = rules.table("events")["named"]["generic"]
    return sum(token.lower_ not in generic and not MARKS.fullmatch(token.lower_) and token.is_alpha and token.i != span.root.i for token in span) >= 2


def told_once(doc: Doc, span: Span, value: EventValue, entities: Entities) -> Happening:
    """What one mention says of its event."""
    name = value.name
    for argument in value.arguments:
        if argument.slot == "name" and name is None:
            name = " ".join(doc[argument.tokens[0] : argument.tokens[1]].text.strip(" ,.;“”\"‘’'").split())
    kind = value.type if value.name else known_type(doc, span) or value.type
    one = Happening(name, kind, [span], [value.status] if value.status else [], indefinite=not value.definite)
    proper = mention_at(doc, "event_names", span.start, span.end)
    if proper is not None:
        one.edition = value_of(proper).edition
    if block_of(span[0]) not in ("headline", "subhead"):
        one.types.append(kind)
    if value.name and span.end + 2 < len(doc) and doc[span.end].text == "(" and doc[span.end + 2].text == ")" and any(map(str.isupper, doc[span.end + 1].text)):
        one.alias = doc[span.end + 1].text
    one.plural = span.root.tag_ in ("NNS", "NNPS")
    for argument in value.arguments:
        fill(doc, one, argument, entities)
    return one


def known_type(doc: Doc, span: Span) -> str | None:
    """The type that a fuller mention gave the same noun earlier: "another camp" after "the eye camp"."""
    for other in mentions(doc, "events"):
        if other.start >= span.start:
            return None
        if other.id_.startswith("events.compound") and other.root.lemma_.lower() == span.root.lemma_.lower():
            return str(value_of(other).type)
    return None
