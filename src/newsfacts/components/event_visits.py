"""Finds visits and meetings told by their verb: "will visit Riga on 4 May", "hosted the envoy on 4 May", "the board met on 4 May"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import in_sentence
from newsfacts.components.event_phrases import phrases
from newsfacts.components.event_scenes import timed, where
from newsfacts.components.event_teams import Told, words
from newsfacts.components.layout import block_of, in_dateline
from newsfacts.components.mention import Argument, Tokens, mentions_over, value_of, verbs_of
from newsfacts.components.nouns import is_a


def visits_of(doc: Doc, told: list[int]) -> Iterator[Told]:
    """Verbs of visiting with a day and a place, and of receiving visitors with a day, outside sentences that tell the visit by its noun."""
    for verb in alone(doc, told, words("visiting") | words("receiving")):
        if verb.lemma_.lower() in words("receiving"):
            if (found := received(verb)) is not None:
                yield verb, found
        elif travels(doc, subject_of(verb)):
            hosts = tuple(phrases(doc, verb.sent.start, verb.sent.end))
            yield from ((token, (*arguments, *hosts)) for token, arguments in stages(verb))


def meetings_of(doc: Doc, told: list[int]) -> Iterator[Told]:
    """Verbs of meeting with a day: "the board met in Riga on 24 January"; not "met the target"."""
    for verb in alone(doc, told, frozenset(["meet", "convene"])):
        days = [argument for argument in timed(verb) if argument.slot == "date" and is_day(doc, argument)]
        things = [child for child in verb.children if child.dep_ == "dobj" and not travels(doc, child)]
        on_visit = verb.dep_ == "conj" and verb.head.lemma_.lower() in words("visiting")
        if days and not things and not on_visit and subject_of(verb) is not None:
            yield verb, (days[0], *(argument for argument in timed(verb) if argument.slot in ("place", "duration")))


def alone(doc: Doc, told: list[int], lemmas: frozenset[str]) -> Iterator[Token]:
    """The verbs of a list in the text proper, in sentences where no event is told by a noun."""
    for verb in verbs_of(doc):
        if (
            verb.lemma_.lower() in lemmas
            and not any(verb.sent.start <= place < verb.sent.end for place in told)
            and block_of(verb) not in ("boilerplate", "headline", "subhead")
        ):
            yield verb


def is_day(doc: Doc, argument: Argument) -> bool:
    """Whether a date argument is of days."""
    return any(span.end == argument.tokens[1] and len(value_of(span).value) >= 10 for span in mentions_over(doc, "dates", argument.tokens[0]))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that it is joined to."""
    for one in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        found = next((child for child in one.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if found is not None:
            return found
    return None


def stages(verb: Token) -> Iterator[Told]:
    """The places that somebody visits, each with the day told behind it: "visited Oslo on 11 June and Riga on 12 June"; the first one at the verb."""
    days = [span for span in in_sentence(verb, "dates") if is_visit_day(span, verb)]
    places = list(visited(verb))
    places.extend(further_on(verb, places[0][0].i) if len(places) == 1 else [])
    for number, (token, place) in enumerate(places):
        end = places[number + 1][0].i if number + 1 < len(places) else verb.sent.end
        day = next((span for span in days if token.i < span.start < end), None)
        if day is None and len(places) == 1:
            day = next(iter(days), None)
        if day is not None:
            yield (verb if number == 0 else token), (place, Argument("date", (day.start, day.end), "events.visit.day"))


def further_on(verb: Token, first: int) -> Iterator[tuple[Token, Argument]]:
    """Places set off behind the first one, each with a date of its own behind it, whatever the parse ties them to."""
    doc = verb.doc
    starts = {span.start for span in in_sentence(verb, "dates")}
    for kind in ("countries", "places"):
        for span in in_sentence(verb, kind):
            ahead = doc[span.end].lower_ if span.end < len(doc) else ""
            if span.start > first and doc[span.start - 1].lower_ in ("and", ",") and ahead in ("on", "from", "between") and {span.end, span.end + 1} & starts:
                yield span.root, Argument("place", (span.start, span.end), "events.visit.place")


def is_visit_day(span: Span, verb: Token) -> bool:
    """Whether a date is of days, and stands under a verb or right behind what it visits."""
    value = value_of(span).value
    return len(value) >= 10 and ".." not in value and not in_dateline(span) and (verb in span.root.ancestors or 0 < span.start - verb.i < 10)


def received(verb: Token) -> tuple[Argument, ...] | None:
    """Day, place and host of a visit told by who received it: "General Cone hosted the envoy on 25 May", "a delegation was welcomed in Riga on 4 May"."""
    doc = verb.doc
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    guest = next((child for child in verb.children if child.dep_ == ("nsubjpass" if passive else "dobj")), None)
    days = [span for span in in_sentence(verb, "dates") if is_visit_day(span, verb)]
    if guest is None or not days or not personal(doc, guest) or not lives(guest):
        return None
    host = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if passive:
        host = next((inner for child in verb.children if child.lower_ == "by" for inner in child.children if inner.dep_ == "pobj"), None)
    found = [Argument("date", (days[0].start, days[0].end), "events.visit.day"), *(one for one in timed(verb) if one.slot == "place")]
    if host is not None:
        found.append(Argument("organiser:host", (host.left_edge.i, host.i + 1), "events.visit.host"))
    return tuple(found)


def lives(guest: Token) -> bool:
    """Whether a guest is a person or a delegation, and no body or crowd."""
    return guest.lower_ not in ("he", "she") and not mentions_over(guest.doc, "organisations", guest.i)


def personal(doc: Doc, token: Token | None) -> bool:
    """Whether a noun names people: by name, by post or as a delegation."""
    if token is None:
        return False
    near = (token.i, token.i + 1) if token.pos_ == "PROPN" and token.i + 1 < len(doc) else (token.i,)
    return token.lower_ in ("he", "she") or token.lemma_.lower() in words("visitors") or any(mentions_over(doc, "people", place) for place in near)


def travels(doc: Doc, token: Token | None) -> bool:
    """Whether a noun names people who go on visits: those by name or post, and groups of people without a figure ("the judges", "students of the academy")."""
    if token is None or personal(doc, token):
        return token is not None
    counted = any(child.dep_ == "nummod" for child in token.children)
    return token.tag_ in ("NNS", "NN") and not counted and (is_a(token, "person") or token.lower_ in ("group", "team", "party"))


def visited(verb: Token) -> Iterator[tuple[Token, Argument]]:
    """The countries, towns and bodies visited: the verb's objects, or what it travels "to"."""
    doc = verb.doc
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_.lower() in ("visit", "tour"):
            heads = [child, *child.conjuncts]
        elif child.dep_ == "prep" and child.lower_ in ("to", *where()) and verb.lemma_.lower() not in ("visit", "tour"):
            heads = [inner for inner in child.children if inner.dep_ == "pobj"]
        else:
            continue
        for head in heads:
            told = list(at(doc, head))
            inner = [one for part in head.children if part.lower_ in ("of", "in", "at") for one in part.children if one.dep_ == "pobj"] if not told else []
            yield from ((head, place) for place in told or [place for one in inner for place in at(doc, one)])


def at(doc: Doc, token: Token) -> Iterator[Argument]:
    """The country, place or body that a noun names."""
    for kind in ("countries", "places", "organisations"):
        for span in mentions_over(doc, kind, token.i):
            tokens: Tokens = (span.start, span.end)
            yield Argument("place", tokens, "events.visit.place")
            return
