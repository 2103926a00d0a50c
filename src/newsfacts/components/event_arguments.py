"""Finds the arguments of an event's mention: when, where, how long, who ran it, who took part."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from newsfacts import rules
from newsfacts.components.attach import clause_of, in_sentence, preposition
from newsfacts.components.clause import Frame, Slot, frame, phrase, with_conjuncts
from newsfacts.components.event_backers import backers
from newsfacts.components.event_doers import doers
from newsfacts.components.event_entries import entry_date
from newsfacts.components.event_labels import dubbed, entitled, labels, titled, unquoted
from newsfacts.components.event_order import by_order
from newsfacts.components.event_phrases import phrases, stretch
from newsfacts.components.event_scenes import lasting, seat, times_and_places
from newsfacts.components.event_verbs import governor, verbs
from newsfacts.components.event_words import event_type
from newsfacts.components.layout import in_dateline
from newsfacts.components.mention import Argument, Tokens, mentions, mentions_over, value_of
from newsfacts.components.nouns import is_a, word_is
from newsfacts.components.runs import clipped, run_around, run_from

TOGETHER = ("organise", "organize", "co-organise", "co-organize", "host", "co-host", "run", "conduct", "stage", "arrange", "deliver", "develop", "plan")
"""Deeds that are done with partners, not with guests."""
AWAITED = ("expect", "await", "invite", "register", "enrol", "enroll", "select", "admit", "send", "depute")
"""What is done to people so that they are at an event: "120 delegates are expected at the congress"."""
OBJECTIVE = ("tour", "exhibition", "screening", "demonstration", "show", "celebration", "launch")
"""Events "of" something that runs nothing."""
PERSONAL = (
    "lead",
    "teach",
    "facilitate",
    "deliver",
    "open",
    "launch",
    "begin",
    "start",
    "kick",
    "announce",
    "perform",
    "support",
    "conduct",
    "give",
    "run",
    "plan",
    "offer",
    "conclude",
    "close",
    "end",
    "wrap",
    "inaugurate",
)


def arguments(head: Token, span: Span, others: list[int]) -> tuple[Argument, ...]:
    """All arguments of the mention with this head, those of its own phrase first; `others` are the tokens where other events are told."""
    found: list[Argument] = []
    start, end = stretch(head, others)
    named = (*phrases(head.doc, start, end), *backers(head.doc, start, end))
    for argument in (
        *entry_date(head, span, others),
        *times_and_places(head, span),
        *from_phrase(head, span),
        *from_verb(head),
        *named,
        *doers(head, span),
        *by_order(head),
        *labels(head, span),
        *titled(head, span),
        *unquoted(head, span),
        *entitled(head, span),
        *dubbed(head, span),
        *modes(head),
        *lonely(head, span, others),
        *in_name(span),
    ):
        if not any(other.slot == argument.slot and other.tokens == argument.tokens for other in found):
            found.append(argument)
    return tuple(found)


def lonely(head: Token, span: Span, others: list[int]) -> Iterator[Argument]:
    """Where a sentence tells of one event only, its single date and its single city are the event's, unless a clause of their own holds them."""
    sentence = head.sent
    if any(sentence.start <= place < sentence.end and not span.start <= place < span.end for place in others):
        return
    for count in in_sentence(head, "counts"):
        value = value_of(count)
        if (
            value.kind == "count"
            and value.noun
            and preposition(count) in ("with", "for")
            and is_a(head.doc[value.noun[0]], "person")
            and not aside(count, head)
        ):
            yield Argument("participants", (count.start, count.end), "events.attach.with", "inherited")
            break
    for kind, slot, words in (("dates", "date", ()), ("places", "place", ("in", "at")), ("durations", "duration", ())):
        found = [
            one
            for one in in_sentence(head, kind)
            if not (kind == "dates" and (in_dateline(one) or mentions_over(one.doc, "event_names", one.start)))
            and (not words or (preposition(one) in words and not seat(one)))
        ]
        if kind == "durations":
            found = [one for one in found if lasting(one, head)]
        if len(found) == 1 and (not aside(found[0], head) or (kind == "dates" and head.doc[found[0].start - 1].text == "(")):
            yield Argument(slot, (found[0].start, found[0].end), "events.attach.sentence", "inherited")


def in_name(span: Span) -> Iterator[Argument]:
    """A city in the event's own name: "the Harare Workshop"."""
    for found in mentions(span.doc, "places"):
        if span.start <= found.start and found.end <= span.end:
            yield Argument("place", (found.start, found.end), "events.name.place", "inherited")


def aside(span: Span, head: Token) -> bool:
    """Whether a mention stands in a clause that does not hold the event."""
    token = span.root
    for _ in range(12):
        if token.head == token:
            return False
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp", "appos", "parataxis") and head not in token.subtree:
            return True
        token = token.head
    return False


def from_phrase(head: Token, span: Span) -> Iterator[Argument]:
    """What stands in the noun phrase: "for 50 nurses", "of 20 participants", "organised by X", "by X", "X's workshop"."""
    for child in head.children:
        if child.dep_ == "poss" and child.i < span.start and (child.pos_ != "PRON" or child.lower_ == "our"):
            yield owner(head, child)
        if (
            child.dep_ in ("compound", "nmod")
            and child.i < head.i
            and len(span) == 1
            and (body := next(iter(mentions_over(head.doc, "organisations", child.i)), None)) is not None
            and body.end <= head.i
        ):
            yield Argument("organiser:organiser", (body.start, body.end), "events.phrase.modifier")
        if child.dep_ == "prep" and child.lower_ == "of" and child.i >= span.end - 1:
            yield from body_of(head, child)
        if child.dep_ == "prep" and child.lower_ == "from" and event_type(head) == "mission":
            yield from sent_by(head, child)
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "with"):
            yield from counted(child, "participants", f"events.phrase.{child.lower_}")
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
            whole = frame(child)
            outside = child.dep_ == "relcl" and any(one.dep_ == "nsubj" and one.lower_ not in ("which", "that", "who") for one in child.children)
            yield from as_object(child, whole, "participle") if child.tag_ == "VBN" or outside else as_subject(child, whole)
    if span.end < head.sent.end and head.doc[span.end].lower_ == "by":
        yield from sent_by(head, head.doc[span.end])
    if head.nbor(-1).lower_ if head.i else "":
        yield from series_of(head)


def body_of(head: Token, preposition: Token) -> Iterator[Argument]:
    """The body whose event it is: "the course of the Baltic Institute"; what a ceremony, tour or training is "of" is its object."""
    if event_type(head) in ("ceremony", "training", "series") or head.lemma_.lower() in OBJECTIVE:
        return
    names = run_from(head.doc, preposition.i + 1, head.sent.end, ("organisations",))
    if names and names[0].start - preposition.i < 5 and not any(token.pos_ == "ADP" for token in head.doc[preposition.i + 1 : names[0].start]):
        yield Argument("organiser:organiser", (names[0].start, names[0].end), "events.phrase.of")


def sent_by(head: Token, preposition: Token) -> Iterator[Argument]:
    """The bodies right behind "by", and for missions "from": "a workshop by the Baltic Institute", "a mission from the Lima Heart Trust"."""
    names = run_from(head.doc, preposition.i + 1, head.sent.end)
    if names and names[0].start - preposition.i < 7:
        for name in names:
            if name.label_ == "organisations":
                yield Argument("organiser:organiser", (name.start, name.end), f"events.phrase.{preposition.lower_}")


def owner(head: Token, possessor: Token) -> Argument:
    """A possessor runs the event; a country or town whose first or own event it is, is where it takes place ("Ethiopia's first hackathon")."""
    tokens = phrase(possessor)
    place = next(
        (span for kind in ("countries", "places") for span in mentions(head.doc, kind) if span.start <= possessor.i < span.end and value_of_kind(span)), None
    )
    if place is not None and not any(child.lower_ in ("medical", "trade", "rescue", "aid") for child in head.children) and event_type(head) != "mission":
        return Argument("place", (place.start, place.end), "events.phrase.possessor-place")
    return Argument("organiser:organiser", tokens, "events.phrase.possessor")


def value_of_kind(span: Span) -> bool:
    """Whether a mention is a country, town or region by name."""
    return span.label_ == "countries" or value_of(span).kind in ("city", "region")


def series_of(head: Token) -> Iterator[Argument]:
    """ "a series of workshops" makes the workshops a series."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ == "series":
        yield Argument("series", (head.head.head.i, head.head.head.i + 1), "events.phrase.series")


def counted(parent: Token, slot: str, rule: str) -> Iterator[Argument]:
    """The counts of people that a preposition or verb has as its object."""
    for child in parent.children:
        if child.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass"):
            yield from counts_at(child, slot, rule)


def counts_at(noun: Token, slot: str, rule: str) -> Iterator[Argument]:
    """The count whose head noun this is, or that stands behind "a total of", "a group of"."""
    if noun.lemma_.lower() in ("total", "number", "group", "batch", "class", "cohort", "party", "handful"):
        noun = next((inner for child in noun.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"), noun)
    for count in in_sentence(noun, "counts"):
        if count.start <= noun.i < count.end and value_of(count).kind == "count" and people(count):
            yield Argument(slot, (count.start, count.end), rule)
            return


def people(count: Span) -> bool:
    """Whether a count is one of people, all that were there: no firms, ships or relics, and not "four of them"."""
    value = value_of(count)
    if value.part_of or any(token.lower_ == "of" and token.i + 1 < count.end and token.nbor(1).lower_ in ("them", "whom", "us", "these") for token in count):
        return False
    return is_a(count.doc[value.noun[0]], "person") if value.noun else value.of is None or word_is(value.of, "person")


def from_verb(head: Token) -> Iterator[Argument]:
    """What the governing verb and those coordinated with it say."""
    verb, position = governor(head)
    if verb is None:
        return
    for one in (verb, *(other for other in verb.conjuncts if other.pos_ == "VERB")):
        whole = frame(one)
        if one != verb and (whole.subject is None or whole.subject.rule == "clause.subject"):
            continue
        if position == "object":
            yield from as_object(one, whole, "object")
        elif position == "subject":
            yield from as_subject(one, whole)
        elif position in ("in", "at", "during", "to", "for") and one == verb:
            yield from as_scene(one, whole, position)


def as_object(verb: Token, given: Frame, rule: str) -> Iterator[Argument]:
    """The event is held, hosted, funded, attended by the verb's subject."""
    lemma = verb.lemma_.lower()
    part = next((name for name in ("co-organise", "host", "fund", "sponsor", "hold") if lemma in verbs(name)), None)
    doer = given.subject
    if doer is not None and part is not None and not self_reference(doer.token) and not helping(verb):
        label = {"co-organise": "co-organiser", "host": "host", "fund": "funder", "sponsor": "sponsor", "hold": "organiser"}[part]
        for tokens in listed(doer.token):
            if not (lemma in PERSONAL and personal(verb, tokens)):
                yield Argument(f"organiser:{label}", tokens, f"events.{rule}.{lemma}", doer.via)
    if part is not None and lemma in TOGETHER and not helping(verb):
        for slot in given.of("with"):
            for name in run_around(slot.token.doc, slot.token.i, slot.token.sent.start, slot.token.sent.end):
                yield Argument("organiser:co-organiser", (name.start, name.end), f"events.{rule}.{lemma}-with", slot.via)
    if doer is not None and lemma in verbs("attend"):
        yield from attendance(doer, f"events.{rule}.{lemma}")
    if doer is not None and (person := part_of_person(lemma)):
        for tokens in listed(doer.token):
            yield Argument(f"person:{person}", tokens, f"events.{rule}.{lemma}", doer.via)


def helping(verb: Token) -> bool:
    """Whether somebody only helps to run the event."""
    above = [verb.head, verb.head.head] if verb.dep_ in ("xcomp", "ccomp", "conj", "pcomp") else []
    return any(token.lemma_.lower() in ("help", "assist", "aid", "allow", "enable") for token in above)


def personal(verb: Token, tokens: Tokens) -> bool:
    """Whether a doer is a person by name or pronoun: people lead and teach an event without being its organisers."""
    doc = verb.doc
    return any(span.start < tokens[1] and tokens[0] < span.end for span in mentions(doc, "people")) or doc[tokens[0] : tokens[1]].root.lower_ in (
        "he",
        "she",
        "who",
    )


def listed(token: Token) -> list[Tokens]:
    """The names in the list that a noun heads, else the phrases of its conjuncts."""
    sentence = token.sent
    names = run_around(token.doc, token.i, sentence.start, sentence.end)
    return [(span.start, span.end) for span in names] or [phrase(one) for one in with_conjuncts(token) if not in_longer(one)]


def in_longer(token: Token) -> bool:
    """Whether a word is a country that is part of an unknown longer name: "Plan Benin held …"."""
    return any(clipped(span) for span in mentions_over(token.doc, "countries", token.i))


def self_reference(token: Token) -> bool:
    """Whether a doer is a word that names nobody."""
    return token.lower_ in ("which", "that", "who", "there", "this", "what")


def part_of_person(lemma: str) -> str | None:
    """The part in an event that a verb gives its subject."""
    return next((part for part, lemmas in rules.table("events")["parts"].items() if lemma in lemmas), None)


def as_subject(verb: Token, given: Frame) -> Iterator[Argument]:
    """The event takes place, or brings people together."""
    lemma = verb.lemma_.lower()
    if lemma in verbs("bring") and given.object is not None:
        for one in with_conjuncts(given.object.token)[:1]:
            yield from counts_at(one, "participants", f"events.subject.{lemma}")
    for name, slot in given.prepositions:
        if name == "with" and lemma in ("take", "begin", "open", "end", "conclude"):
            yield from counts_at(slot.token, "participants", "events.subject.with")


def as_scene(verb: Token, given: Frame, position: str) -> Iterator[Argument]:
    """People take part in the event, speak or sign at it."""
    lemma = verb.lemma_.lower()
    if given.passive and given.object is not None and lemma in AWAITED:
        yield from counts_at(given.object.token, "participants", f"events.scene.{lemma}")
    if given.subject is None:
        return
    if lemma in (
        "participate",
        "take",
        "join",
        "gather",
        "meet",
        "enrol",
        "enroll",
        "come",
        "register",
        "be",
        "graduate",
        "volunteer",
        "compete",
        "assemble",
        "turn",
        "convene",
        "learn",
        "train",
        "study",
    ) and position in ("in", "at", "for"):
        yield from attendance(given.subject, f"events.scene.{lemma}")
    if lemma in ("graduate", "benefit") and position == "from":
        yield from counts_at(given.subject.token, "participants", f"events.scene.{lemma}")
    if person := part_of_person(lemma):
        for tokens in listed(given.subject.token):
            yield Argument(f"person:{person}", tokens, f"events.scene.{lemma}", given.subject.via)


def attendance(doer: Slot, rule: str) -> Iterator[Argument]:
    """Those who attended: a count of people, or people and bodies by name."""
    found = list(counts_at(doer.token, "participants", rule))
    yield from found
    if not found:
        for tokens in listed(doer.token):
            yield Argument("person:attended", tokens, rule, doer.via)


def modes(head: Token) -> Iterator[Argument]:
    """ "online", "virtual", "hybrid", "in person" said of the event."""
    for mode, words in rules.table("events")["modes"].items():
        for token in head.subtree:
            if token.lower_ in words and (token.head == head or token == head or clause_of(token) == clause_of(head)):
                yield Argument("mode", (token.i, token.i + 1), f"events.mode.{mode}", value=mode)
                return
