"""Proposes names of events: capitalised phrases around a word such as Workshop, Conference or Summit."""

from __future__ import annotations

import functools
import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.event_words import by_ending, event_type, ordinals, singular
from newsfacts.components.mention import EventNameValue, mentions, mentions_over, propose

COINED_YEAR, COINED, CAPITALS = re.compile(r"20[0-3]\d$"), re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]*$"), re.compile(r"[A-Z]{3,}$")
YEAR = re.compile(r"(?:19|20)\d\d$|[’']\d\d$")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$", re.I)
NUMBER = re.compile(r"[1-9]\d?$")
ROMAN = re.compile(r"[IVX]+$")
TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof", "professor", "minister", "president", "ambassador", "director"])


@Language.component("newsfacts_event_names", assigns=["span._.newsfacts_event_names"], requires=["token.pos"])
def event_names(doc: Doc) -> Doc:
    """Proposes a name around each capitalised event word, and around each lower-case one that a proper name modifies."""
    words = [token.text for token in doc]
    dated = {place for place, following in enumerate(words[1:]) if COINED_YEAR.match(following) and yearly(doc[place])}
    coinages = {words[place] for place in dated if not words[place].isupper()}
    for token, word in zip(doc, words, strict=True):
        if (
            word in coinages
            and token.i not in dated
            and not (token.i + 1 < len(doc) and named(doc[token.i + 1]))
            and not mentions_over(doc, "organisations", token.i)
        ):
            propose(doc, "event_names", token.i, token.i + 1, "event_names.yearly", EventNameValue(token.text, by_ending(token.text) or "other"))
            continue
        if token.i in dated:
            propose(
                doc,
                "event_names",
                token.i,
                token.i + 2,
                "event_names.yearly",
                EventNameValue(doc[token.i : token.i + 2].text, by_ending(token.text) or "other"),
            )
            continue
        if word[0].isdigit() and (start := numbered(token)) is not None:
            propose(
                doc, "event_names", start, token.i + 1, "event_names.numbered", EventNameValue(doc[start : token.i + 1].text, "conference", int(token.text))
            )
            continue
        kind = event_type(token)
        if kind is None or singular(token.lower_) in never():
            continue
        title = phrase_title(token) if token.text[0].islower() else None
        if title is not None:
            propose(
                doc, "event_names", *title, "event_names.phrase", EventNameValue(" ".join(doc[title[0] : title[1]].text.split()), kind, edition(doc, *title))
            )
            continue
        span = around(token)
        if span is None:
            continue
        start, end, rule = span
        if doubtful(doc, start, end, token):
            continue
        name = doc[start:end].text
        propose(
            doc,
            "event_names",
            start,
            end,
            f"event_names.{rule}",
            EventNameValue(" ".join(name.split()), last_type(doc, start, end, token), edition(doc, start, end)),
        )
    return doc


@functools.cache
def never() -> frozenset[str]:
    return frozenset(rules.table("events")["named"]["never"])


@functools.cache
def connectors() -> frozenset[str]:
    return frozenset(rules.table("events")["named"]["connectors"])


def named(token: Token) -> bool:
    """Whether a token can stand in a name: capitalised, an acronym, a number with letters, an edition or a year."""
    text = token.text
    if token.is_space or token.is_punct:
        return False
    return (
        (text[0].isupper() and token.lower_ not in TITLES)
        or bool(ORDINAL.match(text))
        or bool(YEAR.match(text))
        or (any(map(str.isupper, text)) and not text.isdigit())
    )


def yearly(token: Token) -> bool:
    """Whether a coined word or an acronym stands with its year: "OxideDays 2021", "at FOSDEM 2020"."""
    doc = token.doc
    if token.i + 1 >= len(doc) or not COINED_YEAR.match(doc[token.i + 1].text) or token.ent_type_ == "DATE":
        return False
    if COINED.match(token.text):
        return True
    return bool(CAPITALS.match(token.text)) and token.i > 0 and doc[token.i - 1].lower_ in ("at", "during", "for", "of", "attended", "joined")


def numbered(token: Token) -> int | None:
    """Where the name begins that an edition's number ends: "at LIB CON 14", "during MoodleMoot 9"; None where the number counts something."""
    doc, start = token.doc, token.i
    if not NUMBER.match(token.text) or (
        token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") and not doc[token.i + 1].is_space
    ):
        return None
    while start > 0 and re.match(r"(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]\w*)$", doc[start - 1].text) and doc[start - 1].ent_type_ != "DATE":
        start -= 1
    return start if 0 < start < token.i and doc[start - 1].lower_ in ("at", "during") else None


def phrase_title(head: Token) -> tuple[int, int] | None:
    """A title of several capitalised words with a connector before a lower-case event noun: "the Open Data for Clerks workshop"."""
    doc, place = head.doc, head.i - 1
    floor = head.sent.start
    while place > floor and doc[place].is_lower and doc[place].pos_ in ("ADJ", "NOUN", "PROPN") and head.i - place < 3:
        place -= 1
    end = place + 1
    if doc[place].text == ")" and place - 2 > floor:
        opening = next((i for i in range(place, max(floor, place - 5), -1) if doc[i].text == "("), None)
        if opening is None:
            return None
        end, place = opening, opening - 1
    if not named(doc[place]) or doc[place].pos_ in ("VERB", "AUX"):
        return None
    start = place
    while start > floor:
        before = doc[start - 1]
        if (
            named(before)
            and (before.pos_ not in ("VERB", "AUX") or before.dep_ in ("compound", "nmod"))
            and before.lower_ not in ("the", "a", "an", "this", "our")
        ):
            start -= 1
        elif (
            before.lower_ in ("for", "of", "in", "to", "and", "with")
            and start - 2 >= floor
            and named(doc[start - 2])
            and doc[start - 2].lower_ not in ("the", "a", "an", "this", "our")
        ):
            start -= 2
        else:
            break
    words = doc[start:end]
    whole = any(span.start <= start and end <= span.end for kind in ("organisations", "people") for span in mentions(doc, kind))
    joined = any(token.lower_ in ("for", "of", "to", "with") for token in words)
    plain = any(token.ent_type_ in ("GPE", "PERSON", "DATE") for token in words) and not any(ORDINAL.match(token.text) for token in words)
    opened = start > floor and doc[start - 1].lower_ in ("the", "a", "an", "this", "our", "its", "'s", "’s", "“", '"')
    return (start, end) if joined and opened and len(words) >= 3 and not (whole or plain) else None


def around(head: Token) -> tuple[int, int, str] | None:
    """The stretch of the name around an event word: to the left over capitalised words, to the right over "on …", "of …", "for …"."""
    doc = head.doc
    if not head.text[0].isupper():
        return lower_head(head)
    start = leftward(doc, head.i)
    end = rightward(doc, head.i + 1)
    if modifies(head, end):
        return None
    while end - start > 1 and doc[start].lower_ in ("the", "a", "an", "this", "our"):
        start += 1
    if end - start < 2 and coined(head):
        return start, end, "coined"
    if end - start < 2 or not any(named(token) and token.i != head.i for token in doc[start:end]):
        return None
    if end == head.i + 1 and all(token.ent_type_ in ("GPE", "NORP", "LOC") or token.is_punct for token in doc[start : head.i]):
        return None
    if end == head.i + 1 and head.tag_ in ("NNS", "NNPS") and singular(head.lower_) in ("workshop", "training", "course", "meeting", "session", "seminar"):
        return None
    return start, end, "capitalised"


def coined(head: Token) -> bool:
    """Whether a single word is a name of its own: GardenCon, OpenThon."""
    return by_ending(head.text) is not None and any(char.isupper() for char in head.text[1:])


def modifies(head: Token, end: int) -> bool:
    """Whether the event word only modifies a capitalised noun behind it: "Convention Centre", "Training Portal", "Workshop Committee"."""
    doc = head.doc
    place = head.i + 1
    last = None
    while place < end and named(doc[place]) and not YEAR.match(doc[place].text) and not ROMAN.match(doc[place].text):
        last = doc[place]
        place += 1
    if last is None and place < len(doc) and doc[place].pos_ == "NOUN" and doc[place].is_lower and head.dep_ == "compound":
        last = doc[place]
    return last is not None and event_type(last) is None


def lower_head(head: Token) -> tuple[int, int, str] | None:
    """A proper name before a lower-case event word: "the FiNDeR hackathon", "the 2018 Loja mapathon"."""
    doc = head.doc
    before = head.i - 1
    while before >= 0 and doc[before].pos_ in ("NOUN",) and doc[before].is_lower and event_type(doc[before]) and head.i - before < 2:
        before -= 1
    if (
        before < 0
        or not named(doc[before])
        or doc[before].is_sent_start
        or doc[before].ent_type_ in ("GPE", "NORP", "DATE", "PERSON", "LOC", "CARDINAL", "ORDINAL")
    ):
        return None
    start = leftward(doc, before)
    if (
        singular(head.lower_)
        in (
            "workshop",
            "training",
            "course",
            "meeting",
            "ceremony",
            "session",
            "seminar",
            "programme",
            "program",
            "class",
            "talk",
            "visit",
            "tour",
            "event",
            "lecture",
            "webinar",
            "internship",
            "dinner",
            "lunch",
            "reception",
            "race",
        )
        or head.tag_ == "NNS"
    ):
        return None
    if doc[start].lower_ in ("a", "an", "another", "our", "any", "every", "each") or (
        start and doc[start - 1].lower_ in ("a", "an", "another", "our", "any", "every", "each", "first")
    ):
        return None
    while start < before and doc[start].lower_ in ("the", "a", "an", "this", "our"):
        start += 1
    words = doc[start : before + 1]
    if all(token.is_digit or ORDINAL.match(token.text) for token in words) or (len(words) == 1 and (words[0].is_title and words[0].pos_ != "PROPN")):
        return None
    return start, head.i + 1, "lower-head"


def leftward(doc: Doc, start: int) -> int:
    """How far a name reaches to the left of `start`."""
    floor = doc[start].sent.start
    place = start
    while place > floor:
        token = doc[place - 1]
        if (
            token.text == ")"
            and place - 4 >= floor
            and doc[place - 3].text == "("
            and doc[place - 2].text.isupper()
            and named(doc[place - 4])
            and place < start + 1
            and named(doc[place])
        ):
            place -= 4
        elif (
            named(token)
            and (token.pos_ not in ("VERB", "AUX") or (token.dep_ in ("compound", "nmod") and not token.is_sent_start))
            and not (token.is_sent_start and token.pos_ in ("DET", "ADP", "PRON", "SCONJ", "ADV"))
        ):
            if token.lower_ in ("the", "a", "an", "this"):
                break
            place -= 1
        elif token.is_digit and place - 2 >= floor and doc[place - 2].pos_ == "PROPN" and named(doc[place - 2]) and named(doc[place]):
            place -= 2
        elif (
            token.lower_ in ("-", "–", "&", "/", "and", "of", "'s", "’s")
            and place - 1 > floor
            and named(doc[place - 2])
            and named(doc[place])
            and doc[place - 2].pos_ not in ("VERB", "AUX")
        ):
            if token.lower_ in ("of", "'s", "’s") or (token.lower_ == "and" and not coordinated(doc, place - 1)):
                break
            place -= 2
        else:
            break
    return place


def coordinated(doc: Doc, place: int) -> bool:
    """Whether an "and" joins two plain words inside a name ("Trade and Investment Mission") and not two names."""
    left, right = doc[place - 1], doc[place + 1]
    return all(
        token.ent_type_ not in ("PERSON", "GPE", "LOC") and not token.text.isupper() and token.pos_ in ("NOUN", "PROPN", "ADJ") for token in (left, right)
    )


def rightward(doc: Doc, end: int) -> int:
    """How far a name reaches to the right of its event word: over capitalised words, and connectors before them."""
    ceiling = doc[end - 1].sent.end
    place = end
    while place < ceiling:
        token = doc[place]
        if (named(token) and token.pos_ not in ("AUX",)) or (place == end and token.is_digit and len(token) <= 4):
            place += 1
            continue
        ahead = place
        if token.lower_ in ("-", "–") and doc[place - 1].whitespace_:
            break
        while (
            ahead < ceiling
            and ahead - place < 4
            and (doc[ahead].lower_ in connectors() or (doc[ahead].text == ":" and ahead == place) or (doc[ahead].text == "," and in_list(doc, ahead, ceiling)))
        ):
            ahead += 1
        if ahead == place or ahead >= ceiling or not named(doc[ahead]) or stops(doc, place, ahead, end):
            break
        place = ahead + 1
    if (
        place > end
        and place + 2 < ceiling
        and [token.lower_ for token in doc[place : place + 3]] in (["and", "the", "region"], ["and", "its", "neighbours"], ["and", "the", "world"])
    ):
        return place + 3
    return place


def in_list(doc: Doc, comma: int, ceiling: int) -> bool:
    """Whether a comma stands inside a capitalised list that ends in "and": "Health, Nutrition and Hygiene"."""
    window = list(doc[comma + 1 : min(comma + 7, ceiling)])
    for place, token in enumerate(window):
        if token.lower_ in ("and", "&"):
            return place > 0 and place + 1 < len(window) and window[place + 1].text[0].isupper()
        if not (token.text[0].isupper() or token.text == ","):
            return False
    return False


def stops(doc: Doc, place: int, ahead: int, end: int) -> bool:
    """Whether a connector leads out of the name: to a place or date ("in Nairobi", "at Makerere"), or by "and" to another name."""
    first = doc[place].lower_
    if first == "to" and place == end and singular(doc[end - 1].lower_) in ("mission", "visit"):
        return False
    if first in ("in", "at", "from", "by", "to", "with", "through", "as", "the", "a", "an", "into", "against", "towards") and place == end:
        return True
    if first in ("in", "at", "by", "from", "as", "with") and (
        doc[ahead].ent_type_ in ("GPE", "LOC", "FAC", "DATE", "ORG", "PERSON") or first in ("by", "at", "as", "with")
    ):
        return True
    if first in ("and", "&") and place == end:
        return True
    if first == "," and place == end:
        return True
    return first in ("of", "for") and place == end and doc[ahead].ent_type_ in ("DATE", "PERSON")


def doubtful(doc: Doc, start: int, end: int, head: Token) -> bool:
    """Whether a name headed by a word such as Forum or Mission has nothing that shows it to be an event."""
    word = singular(head.lower_)
    if word not in rules.table("events")["named"]["doubtful"]:
        return False
    words = doc[start:end]
    if any(YEAR.match(token.text) or ORDINAL.match(token.text) or token.lower_ in ordinals() for token in words):
        return False
    if word in ("training", "course", "forum", "campaign", "challenge", "mission", "camp", "dialogue") and end - start >= 3:
        return False
    before = doc[start - 1] if start else None
    governing = words.root.head.lemma_.lower()
    held = governing in ("hold", "attend", "host", "organise", "organize", "participate", "during", "at", "launch", "open", "conclude", "convene")
    return not (held or (before is not None and before.lower_ in ("during", "at")))


def last_type(doc: Doc, start: int, end: int, head: Token) -> str:
    """The type that the last event word before the name's first preposition gives: "Workshop Series" is a series."""
    kind = event_type(head) or "other"
    for token in doc[head.i + 1 : end]:
        if token.lower_ in connectors():
            break
        kind = event_type(token) or kind
    return kind


def edition(doc: Doc, start: int, end: int) -> int | None:
    """The number that an ordinal in the name gives."""
    for token in doc[start:end]:
        if found := ORDINAL.match(token.text):
            return int(found[1])
        if token.lower_ in ordinals():
            return ordinals()[token.lower_]
    return None
