"""Finds the titles and themes that stand beside an event's noun: in quotes, after "entitled", between commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import clause_of
from newsfacts.components.event_name_ends import connectors, named
from newsfacts.components.event_words import INTRODUCERS, event_type
from newsfacts.components.mention import Argument, mentions_over
from newsfacts.components.person_names import people_words

THEMES = ("theme", "themed", "motto", "slogan")
SHOWS = ("exercise", "exhibition", "competition", "contest", "camp", "fair", "festival", "race", "drill", "campaign", "tournament", "retreat")
TAUGHT = ("workshop", "training", "course", "seminar", "conference", "forum", "hackathon")
QUOTED = re.compile(r"[“\"‘']([^“”\"]{4,140})[”\"’']")


def labels(head: Token, span: Span) -> Iterator[Argument]:
    """A quoted title or theme: 'the course "X"', "titled X", 'under the theme "Y"'."""
    doc, sentence = head.doc, head.sent
    for found in QUOTED.finditer(sentence.text):
        quoted = doc.char_span(sentence.start_char + found.start(1), sentence.start_char + found.end(1), alignment_mode="contract")
        if quoted is None or not len(quoted):
            continue
        before = [token.lower_ for token in doc[max(sentence.start, quoted.start - 5) : quoted.start] if not token.is_punct]
        if any(word in THEMES for word in before) and (clause_of(quoted.root) == clause_of(head) or abs(quoted.start - head.i) < 25):
            yield Argument("theme", (quoted.start, quoted.end), "events.label.theme")
        elif before and introduced(before) and 0 < quoted.start - head.i < 14 and introduces(doc, quoted.start, head):
            yield Argument("name", (quoted.start, quoted.end), "events.label.titled")
        elif (
            behind(head, quoted.start)
            and quoted[0].text[0].isupper()
            and (event_type(head) not in ("ceremony", "campaign", "other", "mission") or head.lower_ in SHOWS)
        ):
            yield Argument("name", (quoted.start, quoted.end), "events.label.quoted")
        elif (head.lower_ in SHOWS or event_type(head) in TAUGHT) and quoted.end + 1 == head.i and quoted[0].text[0].isupper():
            yield Argument("name", (quoted.start, quoted.end), "events.label.quoted-before")


def introduced(before: list[str]) -> bool:
    """Whether the words before a quotation end in "called" or "titled", an article apart."""
    return next((word for word in reversed(before) if word != "the"), "") in INTRODUCERS


def introduces(doc: Doc, start: int, head: Token) -> bool:
    """Whether the "titled" or "called" right before a title is said of an event's noun and of no other one behind it."""
    opener = next(doc[place] for place in range(start - 1, max(start - 4, 0), -1) if doc[place].lower_ in INTRODUCERS)
    above = opener.head
    if above == head or head in above.ancestors:
        return True
    if above.pos_ in ("NOUN", "PROPN") and above != opener:
        return False
    between = doc[head.i + 1 : opener.i]
    return not any(token.pos_ == "NOUN" and head not in token.ancestors for token in between)


def titled(head: Token, span: Span) -> Iterator[Argument]:
    """A capitalised title between commas behind the noun: "a third open seminar, Mending the Old Bridge, is …"."""
    doc = head.doc
    if span.end >= len(doc) or doc[span.end].text != "," or len(span) > 1:
        return
    end = span.end + 1
    while end < head.sent.end and doc[end].text not in (",", ".", ";", "(", ":"):
        end += 1
    words = doc[span.end + 1 : end]
    if (
        2 <= len(words) <= 9
        and doc[end - 1].text[0].isupper()
        and words[0].text[0].isupper()
        and all(word.text[0].isupper() or word.pos_ in ("ADP", "DET", "CCONJ", "PART", "PUNCT") for word in words)
        and end < head.sent.end
        and doc[end].text in (",", ".")
        and not any(own(one, span.end, end) for one in within(doc, span.end, end))
    ):
        yield Argument("name", (span.end + 1, end), "events.label.apposition")


def within(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """The people, bodies, places and dates of which tokens [start, end) are."""
    for kind in ("people", "organisations", "places", "countries", "dates"):
        for place in range(start, end):
            yield from mentions_over(doc, kind, place)


def own(name: Span, comma: int, end: int) -> bool:
    """Whether a mention is what stands behind a comma: a person or body anywhere before the end, anything else right behind the comma."""
    if name.start < comma or (name.id_ == "people.model" and name.end < end):
        return False
    return name.label_ in ("people", "organisations") or name.start == comma + 1


def unquoted(head: Token, span: Span) -> Iterator[Argument]:
    """A capitalised title right behind a noun of teaching or showing: "the course Poultry Health for All, which …", "the exhibition Salt and Silk opens"."""
    doc = head.doc
    if len(span) > 1 or span.end + 1 >= head.sent.end or not (event_type(head) in TAUGHT or head.lower_ in SHOWS) or not doc[span.end].text[0].isupper():
        return
    end = capitalised(doc[span.end : head.sent.end])
    ahead = doc[end] if end < len(doc) else None
    closed = ahead is not None and (ahead.is_punct or ahead.pos_ in ("VERB", "AUX"))
    if end - span.end >= 3 and closed and next(within(doc, span.end, end), None) is None:
        yield Argument("name", (span.end, end), "events.label.unquoted")


def behind(head: Token, start: int) -> bool:
    """Whether a quotation begins right behind an event noun: 'the course "X"', 'the course, "X"', "the course on ‘X’"."""
    between = [token.text.lower() for token in head.doc[head.i + 1 : start] if token.text not in ("“", '"', "‘", "'")]
    spoken = between == [":"] and any(token.lemma_ in people_words().speech for token in head.sent if token.i < start)
    return 0 < start - head.i <= 4 and between in ([], [","], ["on"], ["about"], [":"]) and not spoken


def entitled(head: Token, span: Span) -> Iterator[Argument]:
    """A title without quotes behind "entitled", "called": its capitalised words, or all up to the verb that the event is an argument of."""
    doc, sentence = head.doc, head.sent
    opener = next((token for token in doc[span.end : min(span.end + 4, sentence.end)] if token.lower_ in INTRODUCERS), None)
    if opener is None or opener.i + 1 >= sentence.end or not (doc[opener.i + 1].text[0].isupper() or doc[opener.i + 1].text[0].isdigit()):
        return
    verb = clause_of(head)
    finite = [token.i for token in (verb, *verb.children) if token.i > opener.i + 1 and (token == verb or token.dep_ in ("aux", "auxpass"))]
    last = min(finite, default=None)
    if last is None or last - opener.i > 22:
        last = capitalised(doc[opener.i + 1 : sentence.end])
    yield Argument("name", (opener.i + 1, last), "events.label.titled")


def capitalised(words: Span) -> int:
    """The end of the capitalised words, with connectors between them, that a stretch begins with."""
    end = words.start
    for token in words:
        if named(token):
            end = token.i + 1
        elif token.lower_ not in connectors() or token.i - end > 2:
            break
    return end


def dubbed(head: Token, span: Span) -> Iterator[Argument]:
    """A name that opens the sentence: "Dubbed X, the campaign …"."""
    first = next((token for token in head.sent if not token.is_space and not token.is_punct), None)
    if first is None or first.lower_ not in INTRODUCERS or head.i - first.i > 14 or first.i + 1 >= head.i:
        return
    words = [token for token in head.doc[first.i + 1 : head.i] if not token.is_quote]
    comma = next((token.i for token in words if token.text == ","), None)
    if comma is not None and head.doc[comma + 1].pos_ == "DET" and words[0].text[0].isupper():
        yield Argument("name", (words[0].i, comma), "events.label.titled")
