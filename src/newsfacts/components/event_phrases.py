"""Finds who ran, funded or supported an event by its phrases, where the parse may fail: "organised by", "in partnership with", "with support from"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.event_words import event_type
from newsfacts.components.mention import Argument, mentions_over
from newsfacts.components.nouns import members
from newsfacts.components.runs import run_from


@functools.cache
def parts(name: str) -> dict[str, str]:
    """The words of a table of phrases in `data/events.toml` with the part that they give, "" where it gives none."""
    table = rules.table("events")["phrases"][name]
    return {word: "" if part == "none" else part for part, listed in table.items() for word in listed}


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of words in phrases of `data/events.toml`."""
    return frozenset(rules.table("events")["phrases"]["words"][name])


def phrases(doc: Doc, start: int, end: int) -> Iterator[Argument]:
    """The organisers that the phrases in a stretch of tokens name."""
    for token in doc[start:end]:
        word = token.lower_
        if word in parts("by") and token.i - start > 1 and doc[token.i - 1].text == "-" and mentions_over(doc, "organisations", token.i - 2):
            yield from told(list(mentions_over(doc, "organisations", token.i - 2)), parts("by")[word] or "organiser", f"events.phrase.{word}")
        elif word in parts("by") and (by := next_by(doc, token.i, end)):
            part = parts("by")[word]
            if not part or of_other(token):
                continue
            if doc[token.i - 1].text == "-" and token.i > 1 and doc[token.i - 2].lower_ == "co":
                part = {"organiser": "co-organiser", "host": "co-organiser"}.get(part, part)
            found = bodies(run_from(doc, by + 1, end), word)
            yield from told(found, part, f"events.phrase.{word}-by")
            if not found and by + 2 < end and doc[by + 1].lower_ == "the" and doc[by + 2].lower_ in members("standing_for_body") - words("crowds"):
                yield Argument(f"organiser:{part}", (by + 2, by + 3), f"events.phrase.{word}-by")
        elif word in words("together") and token.i + 1 < end and doc[token.i + 1].lower_ == "with":
            joint = word.startswith("co") or doc[token.i - 1].text == "-"
            yield from told(run_from(doc, token.i + 2, end) if joint else partners(doc, token.i + 1, end), "co-organiser", f"events.phrase.{word}-with")
        elif (
            word in parts("nouns")
            and token.i + 1 < end
            and doc[token.i + 1].lower_ in words("links")
            and (word not in ("team", "committee") or doc[token.i - 1].lower_ in ("organising", "organizing"))
        ):
            yield from told(run_from(doc, token.i + 2, end), parts("nouns")[word], f"events.phrase.{word}")
        elif word in words("joint") and token.i + 1 < end and doc[token.i + 1].lower_ == "with":
            yield from told(run_from(doc, token.i + 2, end), "co-organiser", f"events.phrase.{word}-with")
        elif word in parts("support") and token.i + 1 < end and doc[token.i + 1].lower_ in ("from", "of", "by") and supporting(doc, token.i, start):
            yield from told(bodies(run_from(doc, token.i + 2, end), word), parts("support")[word], f"events.phrase.{word}-from")
        elif word in words("teaming") and (link := linked(doc, token.i, end)) is not None:
            yield from told(partners(doc, link, end), "co-organiser", f"events.phrase.{word}-with")
        elif word in ("jointly", "together", "along") and token.i + 1 < end and doc[token.i + 1].lower_ == "with":
            yield from told(run_from(doc, token.i + 2, end), "co-organiser", "events.phrase.together-with")
        elif (
            word in words("efforts")
            and token.i + 1 < end
            and doc[token.i + 1].lower_ in ("of", "by", "between")
            and doc[token.i - 1].lower_ in ("joint", "collaborative", "a", "an", "the", "common")
            and doc[token.i - 2].lower_ not in ("at", "on")
        ):
            yield from told(run_from(doc, token.i + 2, end), "organiser", f"events.phrase.{word}-of")
        elif word == "as" and (part := role_behind(doc, token.i, end)) and (named := with_body(doc, token.i - 1, start)):
            yield from told(named, part, "events.phrase.as")
        elif word in words("thanks") and (purpose := thanked_for(doc, token.i, end)) is not None:
            yield from told(run_from(doc, thanked_from(doc, token.i), purpose), "organiser", "events.phrase.thanks")
        elif word in parts("under") and token.i + 1 < end and doc[token.i + 1].lower_ == "of":
            found = [span for span in run_from(doc, token.i + 2, end) if span.label_ != "people" or parts("under")[word] == "sponsor"]
            yield from told(found, parts("under")[word], f"events.phrase.{word}-of")
        elif word in words("joint") and token.i + 1 < end and doc[token.i + 1].lower_ == "between" and result(doc, token.i, start):
            yield from told(run_from(doc, token.i + 2, end), "organiser", f"events.phrase.{word}-between")


def role_behind(doc: Doc, place: int, end: int) -> str:
    """The part that "as host", "as the main sponsor" gives, or nothing."""
    return next((parts("nouns")[token.lower_] for token in doc[place + 1 : min(place + 4, end)] if token.lower_ in parts("nouns")), "")


def with_body(doc: Doc, place: int, start: int) -> list[Span]:
    """The body that ends at a token and stands behind "with"."""
    found = mentions_over(doc, "organisations", place)
    behind = bool(found) and any(token.lower_ == "with" for token in doc[max(start, found[0].start - 8) : found[0].start])
    return list(found[:1]) if behind else []


def result(doc: Doc, place: int, start: int) -> bool:
    """Whether an event is told as coming out of a partnership: "is the fruit of a partnership between", "through cooperation between"."""
    near = [token.lower_ for token in doc[max(start, place - 4) : place]]
    if {"about", "on"} & set(near):
        return False
    return any(word in ("is", "was", "through", "under", "fruit", "result", "thanks") for word in near)


def of_other(participle: Token) -> bool:
    """Whether a participle such as "launched" tells of a thing that is no event: "a platform launched by X"."""
    noun = participle.head
    told = participle.lower_ in words("of_things") and participle.dep_ == "acl" and noun.pos_ == "NOUN"
    return told and noun.i == participle.i - 1 and event_type(noun) is None


def linked(doc: Doc, place: int, end: int) -> int | None:
    """The "with" right behind a word of teaming: "teamed up with", "joined forces with"."""
    return next((token.i for token in doc[place + 1 : min(place + 3, end)] if token.lower_ == "with"), None)


def partners(doc: Doc, link: int, end: int) -> list[Span]:
    """The list of bodies that begins right behind a "with"."""
    found = run_from(doc, link + 1, end)
    return [span for span in found if span.label_ != "people"] if found and found[0].start - link < 4 else []


def bodies(spans: list[Span], word: str) -> list[Span]:
    """Those of a list that run an event by such a word: people teach, lead and support as people, not as organisers."""
    return [span for span in spans if span.label_ != "people"] if word in words("personal") or word in parts("support") else spans


def thanked_from(doc: Doc, place: int) -> int:
    """Where the list of those thanked begins: behind "to", "our partners, above all"."""
    return next((token.i + 1 for token in doc[place : place + 4] if token.lower_ == "to"), place + 1)


def thanked_for(doc: Doc, place: int, end: int) -> int | None:
    """Where the thanks turn to what they are for, if it is the running of the event: "for organising"."""
    return next(
        (
            token.i
            for token in doc[place : end - 1]
            if token.lower_ == "for"
            and doc[token.i + 1].lower_
            in words("thanked_for")
        ),
        None,
    )


def next_by(doc: Doc, place: int, end: int) -> int | None:
    """The "by" that belongs to a participle: "organised jointly by", "put on by", "funded in part by", "held in Quito on 3 May by"."""
    word, other = doc[place].lower_, 0
    for token in doc[place + 1 : min(place + 14, end)]:
        if token.lower_ == "by" or (token.lower_ == "for" and word == "paid") or (token.lower_ == "through" and word in ("funded", "financed")):
            return int(token.i)
        told = token.ent_type_ in ("DATE", "GPE") or any(mentions_over(doc, kind, token.i) for kind in ("dates", "places", "countries"))
        told = told or bool(mentions_over(doc, "organisations", token.i))
        if told or token.lower_ == "the" or (token.lower_ in SCENE and other == 0):
            continue
        other += 1
        if other > 3 or token.pos_ not in ("ADV", "ADP", "PART", "NOUN", "PUNCT", "CCONJ", "ADJ") or token.text in (".", ";"):
            return None
    return None


SCENE = ("in", "at", "on", "from", "to", "the")
"""Words before a time or place."""


def supporting(doc: Doc, place: int, start: int) -> bool:
    """Whether "with" or "thanks to" stands before the support: not "asked for support from"."""
    near = [token.lower_ for token in doc[max(start, place - 7) : place]]
    if doc[place].lower_ == "assistance" and near[-1:] == ["technical"]:
        return False
    if doc[place].lower_ == "courtesy" or near[-2:-1] in (["has"], ["had"], ["have"], ["got"], ["enjoys"], ["enjoyed"]):
        return True
    called = doc[place].lower_ in words("calls") and bool({"at", "on"} & set(near[-3:]))
    return called or bool({"with", "thanks", "under", "through", "from"} & set(near))


def told(spans: list[Span], part: str, rule: str) -> Iterator[Argument]:
    """Each body of a list as an organiser."""
    for span in spans:
        if span.label_ != "places" or len(spans) == 1:
            yield Argument(f"organiser:{part}", (span.start, span.end), rule)


def stretch(head: Token, others: list[int]) -> tuple[int, int]:
    """The part of a sentence that speaks of an event: up to the next event told in it; from its start for the first one."""
    sentence = head.sent
    before = [place for place in others if sentence.start <= place < head.i]
    after = [place for place in others if head.i < place < sentence.end]
    start = head.i if before else sentence.start
    return start, min(after) if after else sentence.end
