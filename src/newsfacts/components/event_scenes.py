"""Finds when and where an event is: its dates, lengths, places, countries and the bodies that it is held at."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.attach import anchors, belongs, in_sentence, preposition
from newsfacts.components.event_verbs import governor, verbs
from newsfacts.components.event_words import event_type, singular
from newsfacts.components.layout import in_dateline
from newsfacts.components.mention import Argument, mentions, mentions_over, value_of

STRENGTH = (
    "events.brackets",
    "events.commas",
    "events.attach.own",
    "events.attach.participle",
    "events.attach.relative",
    "events.attach.clause",
    "events.attach.higher",
    "events.attach.name",
)


@functools.cache
def scene_words(name: str) -> frozenset[str]:
    """A list of `data/events.toml` on where events are held."""
    return frozenset(rules.table("events")["scenes"][name])


def where() -> frozenset[str]:
    """The prepositions before a scene."""
    return scene_words("prepositions")


def times_and_places(head: Token, span: Span) -> list[Argument]:
    """Dates, durations, places and countries that belong to the event by the parse, the most closely bound ones first."""
    found = [*scenes(head, span), *bracketed(span), *set_behind(span), *of_clause(head)]
    return sorted(found, key=lambda argument: strength(argument, head))


def of_clause(head: Token) -> Iterator[Argument]:
    """The place on which a clause with "where" hangs that tells the event: "returned from Peru, where he paid a visit"."""
    verb, _ = governor(head)
    if verb is None or verb.dep_ != "relcl" or not any(child.lower_ == "where" for child in verb.children):
        return
    for kind in ("places", "countries"):
        for found in mentions_over(head.doc, kind, verb.head.i):
            yield Argument("place", (found.start, found.end), "events.attach.relative")


def strength(argument: Argument, head: Token) -> tuple[int, int]:
    """How closely a date or place is bound to an event: by the rule, then by distance; what stands behind comes first."""
    distance = argument.tokens[0] - head.i
    return STRENGTH.index(argument.rule), distance if distance > 0 else -2 * distance


def scenes(head: Token, span: Span) -> Iterator[Argument]:
    """What the parse ties to the event's noun or to the verb that governs it."""
    outer = ceremony_of(head)
    for kind, slot in (("dates", "date"), ("durations", "duration"), ("places", "place"), ("countries", "place"), ("organisations", "place")):
        for found in in_sentence(head, kind):
            within = span.start <= found.start < span.end
            if not fit(found, head, kind, within):
                continue
            rule = "attach.name" if within else belongs(found, head) or ("attach.relative" if relative(found, head) else held_within(found, head))
            if not rule or (outer and rule in ("attach.clause", "attach.higher")):
                continue
            part = "" if kind != "dates" else ":name" if within else edge(found, head)
            yield Argument(slot + part, (found.start, found.end), f"events.{rule}", "stated" if rule != "attach.higher" else "inherited")


def relative(found: Span, head: Token) -> bool:
    """Whether a mention stands in a clause of taking place hung on a noun behind the event's: "the course in Lyon, which was to begin on 11 May"."""
    verb = next((token for token in anchors(found) if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in rules.table("events")["merging"]["taking_place"]:
        return False
    clause = next((token for token in (verb, *verb.ancestors) if token.dep_ not in ("xcomp", "conj", "ccomp")), verb)
    if clause.dep_ != "relcl" or not any(child.lower_ in ("which", "that") and child.dep_ in ("nsubj", "nsubjpass") for child in clause.children):
        return False
    noun = clause.head
    return head.i < noun.i < clause.i and event_type(noun) is None and not any(finite(token) for token in head.doc[head.i : clause.left_edge.i])


def finite(token: Token) -> bool:
    """Whether a word is a verb of a clause, and no gerund as in "a course on saving seeds"."""
    return token.pos_ == "AUX" or (token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP"))


def held_within(found: Span, head: Token) -> str | None:
    """Whether a mention hangs from a participle of holding that the parse ties to a noun of the event's own phrase: "a seminar on water, held in May"."""
    verb = next((token for token in anchors(found) if token.pos_ == "VERB"), None)
    if verb is None or verb.tag_ != "VBN" or verb.dep_ not in ("acl", "relcl", "advcl") or verb.lemma_.lower() not in verbs("hold") | verbs("host") | FORESEEN:
        return None
    nearest = next((token for token in verb.ancestors if event_type(token) is not None), None)
    apart = any(finite(token) for token in head.doc[head.i : verb.i])
    told = nearest == head or (nearest is None and next_before(verb) == head)
    return "attach.participle" if told and not apart else None


def next_before(verb: Token) -> Token | None:
    """The event noun told last before a verb in its sentence, wherever the parse hangs the verb."""
    return next((token for token in reversed(verb.doc[verb.sent.start : verb.i]) if event_type(token) is not None), None)


FORESEEN = frozenset(["foresee", "set", "expect", "intend", "give", "present", "fund", "sponsor", "support"])
"""Verbs of planning and giving beside those of holding."""


def fit(found: Span, head: Token, kind: str, within: bool) -> bool:
    """Whether a mention can tell when or where an event is by the words around it."""
    if kind == "dates":
        return within or not (in_dateline(found) or mentions_over(head.doc, "event_names", found.start))
    if kind == "durations":
        return lasting(found, head)
    if within:
        return False
    if kind == "organisations":
        return held_at(found)
    journey = preposition(found) == "to" and singular(head.lower_) in scene_words("journeys")
    told = preposition(found) in where() or comma_chain(found) or journey or in_room(found) or of_town(found, head) or foreseen(found)
    return told and not (kind == "places" and seat(found))


def foreseen(found: Span) -> bool:
    """Whether a town stands behind "for" where an event is planned: "the course slated for Quito in May"."""
    link = found.root.head
    return found.label_ == "places" and link.lower_ == "for" and link.i == found.start - 1 and link.head.lemma_.lower() in scene_words("foreseen")


def held_at(found: Span) -> bool:
    """Whether a body is told as where something is held: "at X", "in the hospital X", "in the auditorium of X"."""
    before = preposition(found)
    if before == "at" and of_people(found):
        return False
    return before == "at" or (before in ("in", "inside") and value_of(found).kind in ("hospital", "university", "school")) or in_room(found)


def of_people(found: Span) -> bool:
    """Whether a body behind "at" only tells whose people are spoken of: "the team at X", "doctors at X"."""
    link = found.doc[found.start - 1] if found.doc[found.start - 1].pos_ == "ADP" else found.doc[found.start - 2]
    return link.i > 0 and link.nbor(-1).lower_ in scene_words("crews")


def in_room(found: Span) -> bool:
    """Whether a mention stands behind a part of its ground: "on the campus of X", "in the rooms of X"."""
    parent = found.root.head
    if parent.lower_ != "of" or parent.head.lower_ not in scene_words("rooms"):
        return False
    return parent.head.head.lower_ in where() or (parent.head.dep_ == "dobj" and parent.head.head.lemma_ in ("take", "fill"))


def of_town(found: Span, head: Token) -> bool:
    """Whether a town stands behind an event noun with "of": "the mapathon of Matagalpa"."""
    return found.label_ == "places" and value_of(found).kind == "city" and found.root.head.lower_ == "of" and found.root.head.head == head


def ceremony_of(head: Token) -> bool:
    """Whether an event's noun only tells whose ceremony is spoken of: "the opening ceremony of the course was held on Friday"."""
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in ("of", "for")
        and event_type(head.head.head) == "ceremony"
        and head.head.head.lower_ not in ("opening", "closing", "launch")
    )


def set_behind(span: Span) -> Iterator[Argument]:
    """Place and date set off by commas right behind the event, as headlines and lists do: "the 4th Congress, Abuja, Nigeria, 3–5 May 2018"."""
    doc, end = span.doc, phrase_end(span)
    ceiling = span.sent.end
    while end + 1 < ceiling and doc[end].text in (",", "–", "-", "|", "("):
        found = next(
            (
                one
                for kind in ("places", "countries", "dates", "organisations")
                for one in mentions_over(doc, kind, end + 1)
                if one.start == end + 1 or (kind == "dates" and one.start <= end + 2)
            ),
            None,
        )
        if found is None or (found.label_ == "organisations" and value_of(found).kind not in ("hospital", "university", "school")):
            return
        if found.label_ != "dates" and found.end < ceiling and doc[found.end].lower_ in ("and", "or", "&"):
            return
        if found.label_ != "dates" and any(preposition(body) in ("from", "by") for body in mentions_over(doc, "organisations", end - 1)):
            return
        yield Argument("date" if found.label_ == "dates" else "place", (found.start, found.end), "events.commas")
        end = found.end


def phrase_end(span: Span) -> int:
    """Where an event's noun phrase ends before the first comma, bracket or dash, as far as no verb stands in it."""
    doc, end = span.doc, span.end
    while (
        end < span.sent.end and end - span.end < 12 and doc[end].text not in (",", "–", "-", "|", "(", ".", ":", ";") and doc[end].pos_ not in ("VERB", "AUX")
    ):
        end += 1
    return end


def timed(verb: Token) -> Iterator[Argument]:
    """The days, lengths and places of a verb's own clause."""
    doc: Doc = verb.doc
    for kind, slot in (("dates", "date"), ("durations", "duration"), ("places", "place"), ("organisations", "place")):
        for found in in_sentence(verb, kind):
            if kind in ("places", "organisations") and not (preposition(found) in ("at", "in") if kind == "places" else held_at(found)):
                continue
            if (kind == "dates" and in_dateline(found)) or (
                kind == "durations" and doc[found.start - 1].lower_ not in ("for", "over", "lasted", "last", "lasts")
            ):
                continue
            if belongs(found, verb):
                yield Argument(slot, (found.start, found.end), "events.deed")


def edge(found: Span, head: Token) -> str:
    """Whether a day is an event's first ("opened on Monday") or last ("closed on Friday"): ":start", ":end", else nothing."""
    if "/" not in value_of(found).value and head.dep_ == "pobj" and head.head.lower_ == "of" and (told := end_told(head.head.head)):
        return told
    verb, position = governor(head)
    above = next((token for token in anchors(found) if token.pos_ == "VERB"), None)
    own = above is not None and above.dep_ in ("relcl", "acl") and (above.head == head or relative(found, head))
    if above is None or (
        not own and (verb is None or position not in ("subject", "object") or (above != verb and above not in verb.conjuncts and above not in verb.subtree))
    ):
        return ""
    lemma = above.lemma_.lower()
    if lemma in ("open", "begin", "start", "kick", "commence"):
        return ":start"
    if lemma == "complete" and "/" not in value_of(found).value:
        return ":end"
    return ":end" if lemma in ("close", "end", "conclude", "finish", "wrap", "culminate") else ""


def end_told(noun: Token) -> str:
    """Which end of an event a noun tells: "at the close of the course on Friday"."""
    if noun.lower_ in scene_words("closing"):
        return ":end"
    return ":start" if noun.lower_ in scene_words("opening") else ""


def bracketed(span: Span) -> Iterator[Argument]:
    """Date and place in brackets right behind the event: "the workshop for midwives (Azaz, 13–24 February)"."""
    doc = span.doc
    sentence = span.sent
    opening = next((token.i for token in doc[span.end : min(span.end + 7, sentence.end)] if token.text == "("), None)
    if opening is None:
        return
    end = next((token.i for token in doc[opening : min(opening + 16, sentence.end)] if token.text == ")"), opening)
    for kind, slot in (("dates", "date"), ("places", "place"), ("countries", "place")):
        for found in mentions(doc, kind):
            if opening < found.start and found.end <= end:
                yield Argument(slot, (found.start, found.end), "events.brackets")


def lasting(found: Span, head: Token) -> bool:
    """Whether a duration is the event's own: before its noun ("a two-day workshop"), or "for two days", "over three weeks", "lasted"."""
    before = found.doc[found.start - 1].lower_ if found.start else ""
    noun = found.root.head
    within = head.left_edge.i <= noun.i < head.i and event_type(noun) is None
    if noun != head and not within and noun.pos_ in ("NOUN", "PROPN") and found.end <= noun.i and found.root.dep_ in ("compound", "amod", "nummod", "nmod"):
        return False
    if found.start <= head.i and found.end >= head.left_edge.i and found.end <= head.i + 1 and found.start >= head.left_edge.i - 1:
        return True
    return before in ("for", "over", "during", "lasted", "lasting", "a", "last", "lasts", "of") and before not in ("past", "last two")


def comma_chain(found: Span, depth: int = 0) -> bool:
    """Whether a place follows a smaller one after a comma: "in Accra, Ghana"; a list of places ("Accra, Lomé and Lagos") is none."""
    doc = found.doc
    place = found.start - 1
    if place < 1 or doc[place].text not in (",", "(") or depth > 2:
        return False
    if doc[place - 1].text == ")":
        place = next((ahead for ahead in range(place - 1, max(place - 6, 0), -1) if doc[ahead].text == "("), place)
    before = next((other for kind in ("places", "organisations") for other in mentions(doc, kind) if other.end == place), None)
    if before is None or (found.label_ == "places" and before.label_ == "places" and not larger(found, before)):
        return False
    return preposition(before) in where() or in_room(before) or comma_chain(before, depth + 1)


def larger(one: Span, other: Span) -> bool:
    """Whether a place is of a larger kind than another: region, city, venue."""
    order = ("venue", "city", "region", "continent")
    kinds = [value_of(span).kind for span in (one, other)]
    return all(kind in order for kind in kinds) and order.index(kinds[0]) > order.index(kinds[1])


def seat(found: Span) -> bool:
    """Whether a place tells where a body sits that is no scene itself: "the Embassy in Lima organised …"."""
    parent = found.root.head
    if parent.pos_ != "ADP" or parent.head.pos_ not in ("NOUN", "PROPN"):
        return False
    body = next((other for other in mentions(found.doc, "organisations") if other.start <= parent.head.i < other.end and other.end <= parent.i), None)
    return body is not None and preposition(body) not in where() and not in_room(body) and not seated(found, body)


def seated(found: Span, body: Span) -> bool:
    """Whether the seat of a doer is the scene: it hosts, or the day of the deed stands behind: "was held by the Institute in Lima on 3 May"."""
    doc = found.doc
    agent = any(token.lower_ == "by" for token in doc[found.sent.start : body.start])
    verb = body.root.head
    if body.root.dep_ == "nsubj" and (verb.lemma_.lower() in verbs("host") or any(child.dep_ == "attr" and child.lower_ == "host" for child in verb.children)):
        return True
    return agent and any(found.end <= date.start <= found.end + 2 for date in in_sentence(found.root, "dates"))
