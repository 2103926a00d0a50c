"""Finds the arguments of an outcome: object phrase, figure, agent, recipient, dates and places."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import belongs, clause_of, in_sentence, nearest, preposition
from newsfacts.components.clause import Frame, phrase
from newsfacts.components.mention import Argument, Tokens, mentions, mentions_over, value_of
from newsfacts.components.nouns import covered, is_a, lemma, members
from newsfacts.components.outcome_agents import agents, places_of
from newsfacts.components.outcome_rules import OutcomeRule
from newsfacts.components.place_table import words

TAILS = ("of", "on", "for", "about")
NAMED = ("places", "countries", "organisations", "people", "dates", "durations", "event_names")
OF_SENTENCE = ("treated", "attended")
"""Types whose date is the only one of their sentence."""
LONGEST = 9
TERMS = 12
"""Tokens at which the phrase that tells what an agreement is about is cut."""
NAMING = ("called", "named", "dubbed", "known", "christened")
OPENING = ("“", '"', "‘", "«", "*")
QUOTES = ("“", "”", '"', "‘", "’", "'", "«", "»", "*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An outcome that a rule reads off a trigger, before those that tell the same are weighed."""

    trigger: Token
    rule: OutcomeRule
    theme: Token
    count: Span | None
    frame: Frame
    loose: bool = False


def arguments(one: Candidate) -> Iterator[Argument]:
    """Figure, object, agent, recipient, dates and places of an outcome."""
    if one.theme.pos_ != "NUM" and not unit(one):
        yield Argument("object", object_phrase(one), f"{one.rule.id}.object")
    if one.count is not None:
        yield Argument("value", (one.count.start, one.count.end), f"{one.rule.id}.figure")
    yield from agents(one)
    yield from recipients(one)
    yield from dated(one)
    yield from placed(one)


def unit(one: Candidate) -> bool:
    """Whether a theme is the currency or the "million" of a sum, which is no object."""
    return one.count is not None and value_of(one.count).kind == "money" and one.count.start <= one.theme.i < one.count.end


def object_phrase(one: Candidate) -> Tokens:
    """The theme's phrase: the whole name where it stands in one, else without the figure before it and the measure that counts it."""
    for kind in ("organisations", "event_names"):
        for span in mentions(one.theme.doc, kind):
            if span.start <= one.theme.i < span.end:
                return span.start, span.end
    head = measured(one.theme) if one.count is not None else one.theme
    start, end = phrase(head)[0], tail(head)
    start = behind_person(head, start)
    if one.count is not None:
        figure = value_of(one.count).figure
        if start <= figure[0] < head.i:
            start = max(start, min(figure[1], head.i))
    named = (apposed_name(head) or quoted(head.doc, start, end) or own_name(one)) if one.count is None else None
    if named is not None:
        return named
    while start < head.i and head.doc[start].lower_ in ("its", "their", "our", "his", "her", "this", "these", "such", "both", "all", "own", "same"):
        start += 1
    return start, end


def behind_person(head: Token, start: int) -> int:
    """Where an object's phrase begins behind the name of who was given it, which the parser took for a part of it: "gave Ann Weller first prize"."""
    person = next((span for span in mentions(head.doc, "people") if span.start == start and span.end <= head.i), None)
    return person.end if person is not None and not head.text[:1].isupper() else start


def apposed_name(head: Token) -> Tokens | None:
    """The name right behind a general noun: "the company Northern Lights", "the project Safe Harbour"."""
    if head.pos_ != "NOUN" or lemma(head) not in members("vague") | members("named_body") | members("document"):
        return None
    place = head.i + 1
    while place < len(head.doc) and head.doc[place].text in ("“", "*", '"', "‘", "«"):
        place += 1
    start = place
    while place < len(head.doc) and (head.doc[place].pos_ == "PROPN" or (place > start and links(head.doc[place]))):
        place += 1
    return (start, place) if place > start and head.doc[start].sent == head.sent else None


def quoted(doc: Doc, start: int, end: int) -> Tokens | None:
    """The whole of a name in quotation marks that a phrase begins."""
    if start == 0 or doc[start - 1].text not in OPENING:
        return None
    close = next((place for place in range(end, min(end + LONGEST, len(doc))) if doc[place].text in QUOTES), None)
    return (start, close) if close is not None and not any(token.pos_ in ("VERB", "AUX") for token in doc[start:close]) else None


def own_name(one: Candidate) -> Tokens | None:
    """The name of a prize behind a general word for it: "its highest distinction, the Silver Oar Medal"."""
    if one.rule.type != "awarded" or one.theme.pos_ == "PROPN":
        return None
    names = (child for child in one.theme.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > one.theme.i)
    return next((phrase(child) for child in names if not covered(child, "people") and is_a(child, "award")), None)


def links(token: Token) -> bool:
    """Whether a small word stands within a name: "Amigos de la Costa"."""
    return token.lower_ in ("de", "la", "del", "du", "of") and token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN"


def measured(token: Token) -> Token:
    """What a measure or a container holds: "tonnes of rice", "boxes of drugs"."""
    if lemma(token) in members("partitive") or lemma(token) in members("measure"):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == token.i + 1:
                return next((inner for inner in child.children if inner.dep_ == "pobj"), token)
    return token


def tail(head: Token) -> int:
    """Where a thing's phrase ends: it keeps "of …", "on …", "for …" that tells its kind, not those that name a place, a body or a time."""
    end = head.i + 1
    for _ in range(3):
        longer = further(head, end)
        if longer == end:
            break
        end = longer
    return called(head, end)


def further(head: Token, end: int) -> int:
    """Where a thing's phrase ends with what the preposition right behind it governs, where that belongs to it; else where it ended."""
    child = head.doc[end] if end < len(head.doc) else head
    if is_a(head, "agreement") and (longer := terms(head, end)) is not None:
        return longer
    inner = next((each for each in child.children if each.dep_ == "pobj"), None)
    own = child.head == head or (child.lower_ in ("on", "about") and child.head in head.ancestors) or (end > head.i + 1 and head in child.ancestors)
    if is_a(head, "document") and (last := titled(head, end)) is not None:
        return last
    if child.dep_ != "prep" or child.lower_ not in TAILS or inner is None or inner.ent_type_ in ("DATE", "TIME"):
        return end
    if not own or not kept_behind(head, child, inner):
        return end
    last = phrase(inner)[1]
    if head.text[:1].isupper():
        return max([end, last if last - head.i <= LONGEST else end, *(span.end for span in mentions_over(head.doc, "event_names", inner.i))])
    return last if end < last <= head.i + LONGEST and not any(token.pos_ == "NUM" for token in head.doc[end:last]) else end


def titled(head: Token, end: int) -> int | None:
    """Where a document's title in capitals ends that goes on behind a preposition: "the Lima Guidelines on Measuring Harvests"; names of places are none."""
    doc = head.doc
    if not head.text[:1].isupper() or end + 1 >= head.sent.end or doc[end].lower_ not in ("on", "for", "against") or head.i == head.sent.start:
        return None
    last = end
    for place in range(end + 1, min(head.sent.end, end + TERMS)):
        if doc[place].text[:1].isupper() and not any(covered(doc[place], kind) for kind in ("places", "organisations", "people", "dates")):
            last = place + 1
        elif doc[place].lower_ not in ("of", "and", "the", "for", "in", "-") and not doc[place].text.startswith("-") and doc[place - 1].text != "-":
            break
    return last if last > end else None


def terms(head: Token, end: int) -> int | None:
    """Where an agreement's phrase ends with what it is to bring about: "a protocol for the creation of a library", "the Agreement on Jointly Building
    a Port"; what stands right behind is its own, whatever the parser hung it from. No figures, and nothing after other prepositions."""
    child = head.doc[end] if end < len(head.doc) else head
    inner = next((each for each in child.children if each.dep_ in ("pobj", "pcomp")), None)
    if child.lower_ not in TAILS[1:] or child.dep_ != "prep" or inner is None or inner.lower_ == "behalf" or inner.pos_ == "PRON":
        return None
    if is_a(inner, "money") or is_a(inner, "event") or any(covered(inner, kind) for kind in NAMED[:5]):
        return None
    last = inner.i + 1
    while last < min(head.sent.end, end + TERMS) and within(head.doc[last], inner):
        last = max(last, head.doc[last].right_edge.i if head.doc[last].dep_ == "dobj" else last) + 1
    return last if not any(token.pos_ == "NUM" for token in head.doc[end:last]) and head.doc[last - 1].pos_ in ("NOUN", "PROPN") else None


def within(token: Token, inner: Token) -> bool:
    """Whether a word goes on with what an agreement is about: "of …" behind it, and what such words govern."""
    if token.dep_ == "prep":
        return token.lower_ == "of" and inner in token.ancestors and not any(covered(child, kind) for child in token.children for kind in NAMED[:5])
    return token.dep_ in ("pobj", "det", "amod", "compound", "dobj", "nmod", "poss", "case") and inner in token.ancestors


def called(head: Token, end: int) -> int:
    """Where the phrase ends with the name or the language that the thing has: "app called ShoreMap", "manual in the Uzbek language"."""
    following = head.doc[end] if end < len(head.doc) else head
    if following.lower_ in NAMING and following.tag_ == "VBN":
        place = end + 1
        while place < head.sent.end and (head.doc[place].text in QUOTES or head.doc[place].lower_ in ("as", "the") or head.doc[place].pos_ in ("PROPN", "NUM")):
            place += 1
        return place if place > end + 1 else end
    if following.lower_ == "in" and following.head in (head, *head.ancestors) and is_a(head, "document"):
        inner = next((child for child in following.children if child.dep_ == "pobj"), None)
        if inner is not None and (lemma(inner) == "language" or inner.ent_type_ == "LANGUAGE" or inner.lower_ in words("words", "languages")):
            return inner.right_edge.i + 1 if inner.right_edge.i - end < LONGEST else inner.i + 1
    return end


def kept_behind(head: Token, preposition: Token, inner: Token) -> bool:
    """Whether what a preposition governs belongs to the thing's phrase: no pronoun, sum, place, body or time, no proper noun after "of", no "on behalf"."""
    titled = head.text[:1].isupper() and inner.text[:1].isupper() and head.i > head.sent.start
    if inner.lower_ == "understanding" or (titled and is_a(head, "agreement") and preposition.i == head.i + 1):
        return True
    if inner.pos_ == "PRON" or inner.lower_ in members("adverbial") or is_a(inner, "money") or (preposition.lower_ == "on" and is_a(inner, "person")):
        return False
    if inner.pos_ == "PROPN" and preposition.lower_ == "of" and head.pos_ != "PROPN":
        return False
    if head.text[:1].isupper() and is_a(head, "document") and covered(inner, "event_names"):
        return True
    return not any(covered(inner, kind) for kind in NAMED)


def recipients(one: Candidate) -> Iterator[Argument]:
    """To whom: the dative, "to X", "for X"."""
    for name in one.rule.recipient:
        for slot in places_of(one.frame, name):
            if slot.token.i != one.theme.i:
                yield Argument("recipient", phrase(slot.token), f"{one.rule.id}.{name}", slot.via)
                return


def dated(one: Candidate) -> Iterator[Argument]:
    """The date in the clause; failing that, the one since which all this was done ("since the clinic began in 2010"), or the only one of the sentence,
    where it opens it."""
    spans = [span for span in in_sentence(one.trigger, "dates") if not in_dateline(span)]
    for span in nearest(spans, one.trigger):
        rule = belongs(span, one.trigger) or attached(span, one.theme)
        if rule == "attach.participle" and one.rule.stative:
            continue
        if rule == "attach.higher" and (one.rule.stative or (has_subject(one.trigger) and span.start - span.sent.start > 3)):
            continue
        if rule:
            opened = any(child.lower_ == "since" and child.dep_ == "mark" for child in one.trigger.children)
            began = str(value_of(span).value).removesuffix("/..") if opened else years(span, spans)
            yield Argument("date", (span.start, span.end), f"{one.rule.id}.{rule}", "inherited" if rule == "attach.higher" else "stated", began)
            return
    for span in spans:
        if since(span) and (clause_of(one.trigger) in span.root.ancestors or one.trigger in span.root.ancestors):
            value = str(value_of(span).value)
            yield Argument("date", (span.start, span.end), f"{one.rule.id}.attach.since", "inherited", value if "/" in value else f"{value}/..")
            return
    opens = spans and spans[0].start - one.trigger.sent.start < 4
    if opens and one.rule.stative and one.trigger.dep_ == "relcl":
        return
    if len(spans) == 1 and (opens or one.rule.type in OF_SENTENCE) and not subordinate(spans[0], one.trigger):
        yield Argument("date", (spans[0].start, spans[0].end), f"{one.rule.id}.attach.sentence", "inherited")


def years(span: Span, spans: list[Span]) -> str | None:
    """The interval of two years that follow each other: "in 2017 and 2018"."""
    other = next((other for other in spans if other.start == span.end + 1 and span.doc[span.end].lower_ == "and"), None)
    if other is None:
        return None
    first, last = str(value_of(span).value), str(value_of(other).value)
    return f"{first}/{last}" if first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1 else None


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj") for child in verb.children)


def since(span: Span) -> bool:
    """Whether a date stands in a clause or phrase that "since" opens."""
    return any(child.lower_ == "since" for token in span.root.ancestors for child in (token, *token.children) if child.i < span.start)


def in_dateline(span: Span) -> bool:
    """Whether a date stands before the dash of a dateline in the first lines."""
    if span.start >= 25 or any(token.pos_ in ("VERB", "AUX") for token in span.doc[span.sent.start:span.end]):
        return False
    return any(token.text in ("–", "—", "-", "--", ".-") for token in span.doc[span.end:span.end + 8])


def attached(span: Span, theme: Token) -> str | None:
    """Whether a mention hangs from the theme itself, by one preposition."""
    head = span.root.head
    return "attach.own" if head == theme or head.head == theme else None


def subordinate(span: Span, trigger: Token) -> bool:
    """Whether a date stands in a clause of its own below or beside the trigger's."""
    token = span.root
    for _ in range(12):
        if token.head == token or token == trigger:
            return False
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp", "appos") and trigger not in token.subtree:
            return True
        token = token.head
    return False


def placed(one: Candidate) -> Iterator[Argument]:
    """Where: bodies, places and countries in the clause after a preposition of place; several side by side are none. Care is where its sentence is."""
    found = list(placed_in_clause(one))
    if not found and one.rule.type in OF_SENTENCE[:1]:
        spans = [span for span in in_sentence(one.trigger, "places") if preposition(span) in ("in", "at")]
        found = [Argument("place", (span.start, span.end), f"{one.rule.id}.attach.sentence", "inherited") for span in spans] if len(spans) == 1 else []
    yield from found


def placed_in_clause(one: Candidate) -> Iterator[Argument]:
    """What `placed` finds in the clause."""
    for kind in ("organisations", "places", "countries"):
        for span in nearest(in_sentence(one.trigger, kind), one.trigger):
            before = preposition(span)
            if not (before in one.rule.place or (before == "on" and kind == "places")) or span.start <= one.theme.i < span.end:
                continue
            if listed(span, kind) or topical(one, span):
                continue
            if kind == "countries" and value_of(span).form != "name":
                continue
            if kind == "organisations" and before not in ("in", "at", "inside") and not one.rule.place_of_bodies:
                continue
            rule = belongs(span, one.trigger) or attached(span, one.theme)
            if rule and rule != "attach.higher":
                yield Argument("place", (span.start, span.end), f"{one.rule.id}.{rule}")


def topical(one: Candidate, span: Span) -> bool:
    """Whether a place stands within what a document is about: "a report on coasts in Peru"."""
    if one.rule.type not in ("produced", "agreed") or one.theme not in span.root.ancestors:
        return False
    return span.root.head.head != one.theme and span.root.head != one.theme


def listed(span: Span, kind: str) -> bool:
    """Whether a place is one of several of its kind ("in Kenya, Uganda and Malawi")."""
    beside = [other for other in mentions(span.doc, kind) if 1 <= other.start - span.end <= 2 or 1 <= span.start - other.end <= 2]
    return any(joined(span, other, kind) for other in beside if other.sent == span.sent)


def joined(span: Span, other: Span, kind: str) -> bool:
    """Whether two mentions are coordinated rather than one within the other ("Pune, India")."""
    between = span.doc[min(span.end, other.end):max(span.start, other.start)]
    words = [token.lower_ for token in between]
    same = kind != "places" or value_of(span).kind == value_of(other).kind
    return same and all(word in (",", "and", "the", "or", "/") for word in words) and ("and" in words or "," in words)
