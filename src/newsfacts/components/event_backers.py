"""Finds who ran or paid for an event by verbs and nouns of backing: "X acted as host", "our sponsors A and B", "travel was covered by X"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.clause import Frame, Slot, frame, phrase
from newsfacts.components.event_phrases import parts
from newsfacts.components.event_words import event_type
from newsfacts.components.mention import Argument, mentions_over, sentence_of, value_of
from newsfacts.components.nouns import members
from newsfacts.components.runs import run_around, run_from


@functools.cache
def backing(name: str) -> frozenset[str]:
    """A list of `data/events.toml` on those who back an event."""
    return frozenset(rules.table("events")["backing"][name])


def backers(doc: Doc, start: int, end: int) -> Iterator[Argument]:
    """The organisers, hosts and funders that a stretch of tokens tells without a participle and "by"."""
    for token in doc[start:end]:
        if token.pos_ == "VERB":
            yield from payers(token)
            yield from sources(token)
            yield from givers(token)
            yield from runners(token)
        elif token.lower_ in parts("nouns") and token.lower_ not in backing("bodies") and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield from in_part(token)
            yield from called(token, end)


def names(doc: Doc, slot: Slot | None) -> list[Span]:
    """The list of bodies, people and countries of which a slot's head is one."""
    if slot is None:
        return []
    return run_around(doc, slot.token.i, *sentence_of(doc, slot.token.i))


def told(spans: list[Span], part: str, rule: str, via: str = "stated") -> Iterator[Argument]:
    """Each name of a list as an organiser."""
    for span in spans:
        yield Argument(f"organiser:{part}", (span.start, span.end), rule, via)


def payers(verb: Token) -> Iterator[Argument]:
    """Who pays for an event or for what it costs: "X paid for the meals", "the expenditure is borne by X"."""
    lemma = verb.lemma_.lower()
    if lemma not in backing("paying"):
        return
    given = frame(verb)
    by_pronoun = any(slot.token.lower_ in ("it", "everything") for slot in themes(given))
    if not (by_pronoun and lemma in ("pay", "sponsor")) and not any(cost(slot.token) or paid_event(slot) for slot in themes(given)):
        return
    rule = f"events.backing.{lemma}{'-it' * by_pronoun}"
    found = [one for one in names(verb.doc, given.subject) if one.label_ != "people"]
    yield from told(found, "funder", rule)
    if not found and given.subject is not None and given.subject.token.lower_ in members("stately"):
        yield Argument("organiser:funder", phrase(given.subject.token), rule)


def themes(given: Frame) -> list[Slot]:
    """What is paid: the object, and what follows "for"."""
    return [*([given.object] if given.object is not None else []), *given.of("for")]


def paid_event(slot: Slot) -> bool:
    """Whether an event is paid "for": "X paid for a six-week course"."""
    return slot.rule == "clause.for" and event_type(slot.token) is not None


def cost(noun: Token) -> bool:
    """Whether a noun, or one coordinated with it, is a cost of an event, and not of somebody's own ("their flights")."""
    own = any(word.dep_ == "poss" and word.pos_ == "PRON" for word in noun.subtree)
    return not own and any(one.lower_ in backing("costs") for one in (noun, *noun.conjuncts))


def sources(verb: Token) -> Iterator[Argument]:
    """Where the money came from: "funding came from X", "financial support was provided by X", "USD 400 came from X"."""
    lemma = verb.lemma_.lower()
    if lemma not in backing("coming"):
        return
    preposition = "from" if lemma == "come" else "by"
    link = next((child for child in verb.children if child.lower_ == preposition and child.i > verb.i), None)
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if link is None or subject is None or not (subject.lower_ in parts("support") or (lemma == "come" and is_money(subject))):
        return
    found = run_from(verb.doc, link.i + 1, sentence_of(verb.doc, verb.i)[1])
    yield from told([one for one in found if one.label_ not in ("people", "places")], "funder", f"events.backing.{lemma}")


def givers(verb: Token) -> Iterator[Argument]:
    """Who gave money or support for an event: "X provided the funds for a training", "X contributed financing to the course"."""
    lemma = verb.lemma_.lower()
    if lemma not in backing("giving"):
        return
    given = frame(verb)
    thing = given.object
    if thing is None or given.subject is None or given.passive or thing.token.lower_ not in parts("support"):
        return
    ends = [slot.token for slot in (*given.of("for", "to", "towards", "toward"), *frame(thing.token).of("for", "to", "towards", "toward"))]
    if any(event_type(end) is not None for end in ends):
        part = parts("support")[thing.token.lower_]
        yield from told([one for one in names(verb.doc, given.subject) if one.label_ != "people"], part, f"events.backing.{lemma}", given.subject.via)


def is_money(noun: Token) -> bool:
    """Whether a noun is of a sum of money."""
    return any(value_of(span).kind == "money" for span in mentions_over(noun.doc, "counts", noun.i))


def runners(verb: Token) -> Iterator[Argument]:
    """Who organised or hosted what a general word or pronoun stands for, and with whom: "X organised the week with Y"."""
    lemma = verb.lemma_.lower()
    if lemma not in backing("running"):
        return
    given = frame(verb)
    things = [*([given.object.token] if given.object is not None else []), *(child for child in verb.children if child.dep_ == "npadvmod")]
    if not any(thing.lower_ in backing("occasions") for thing in things):
        return
    part = backing_part(lemma)
    if given.subject is not None:
        yield from told(names(verb.doc, given.subject), part, f"events.backing.{lemma}", given.subject.via)
    for slot in given.of("with"):
        yield from told(names(verb.doc, slot), "co-organiser", f"events.backing.{lemma}-with")


def backing_part(lemma: str) -> str:
    """The part of who does such a deed."""
    if lemma.startswith("co"):
        return "co-organiser"
    return {"host": "host", "sponsor": "sponsor"}.get(lemma, "organiser")


def in_part(noun: Token) -> Iterator[Argument]:
    """Who is said to be sponsor, host or organiser: "X was the main sponsor", "X acted as host"."""
    verb = noun.head if noun.dep_ == "attr" else noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else None
    if verb is None or verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() not in backing("acting"):
        return
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None:
        yield from told(names(noun.doc, Slot(subject, "")), parts("nouns")[noun.lower_], f"events.backing.{noun.lower_}")


def called(noun: Token, end: int) -> Iterator[Argument]:
    """Who stands right behind such a noun as its name: "our sponsors, A and B", "the organiser C"."""
    doc, start = noun.doc, noun.i + 1
    if start < end and doc[start].text in (",", "(", "–", "—"):
        start += 1
    if start < end and doc[start].lower_ in ("the", "both"):
        start += 1
    if start + 2 < end and doc[start].lower_ == "government" and doc[start + 1].lower_ == "of":
        start += 3 if doc[start + 2].lower_ == "the" else 2
    found = run_from(doc, start, end) if start < end else []
    if found and found[0].start == start and found[0].label_ != "places":
        yield from told([one for one in found if one.label_ != "places"], parts("nouns")[noun.lower_], f"events.backing.{noun.lower_}")
