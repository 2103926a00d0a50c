"""Lists of bodies and people by name, read off the tokens: "the Ministry of Health, UNICEF and Dr Ada Obi"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from newsfacts.components.mention import mentions, mentions_over, value_of
from newsfacts.components.nouns import members
from newsfacts.components.organisation_words import lexicon

SEPARATORS = frozenset([",", ";", "and", "&", "/", "the", "as", "well", "also", "with", "together", "both", "plus", "its", "their", "of", "from"])
POSSESSIVE = ("'s", "’s", "’", "'")
HONORIFICS = ("Dr", "Prof", "Professor", "Mr", "Mrs", "Ms", "Hon", "Eng", "Sir")
BEFORE = ("of", "from", "by", "with", "between")
Kinds = tuple[str, ...]
BODIES: Kinds = ("organisations", "people", "countries", "places")


def index(doc: Doc, kinds: Kinds = BODIES) -> dict[int, Span]:
    """The mention that starts at each token, the longest first named kind winning."""
    table: dict[int, Span] = {}
    for kind in kinds:
        for span in mentions(doc, kind):
            known = table.get(span.start)
            if known is None or span.end > known.end:
                table[span.start] = span
    return table


def run_from(doc: Doc, start: int, end: int, kinds: Kinds = BODIES) -> list[Span]:
    """The list of names that begins at or a few modifiers after `start`, up to the first word that belongs to none."""
    table = index(doc, kinds)
    found: list[Span] = []
    place, gap = start, 0
    while place < end:
        span = table.get(place)
        if span is not None:
            place, gap = span.end, 0
            if owns(doc, span, end, table):
                place += doc[place].lower_ in POSSESSIVE
                continue
            if found and seat_of(doc, span, found[-1]):
                continue
            if span.label_ == "countries" and (clipped(span) or (not found and origin(doc, start, span.start))):
                break
            if span.label_ == "countries" and (place := after_country(doc, place, end)) < 0:
                break
            found.append(span)
            place = past_name(doc, place, end, table)
            if place < end and doc[place].text in ("(", "["):
                place = closing(doc, place, end)
            continue
        further = onward(doc, place, end, table, found)
        gap = gap + 1 if further == place + 1 else 0
        if further is None or gap > (4 if found else 6):
            break
        place = further
    return found


def past_name(doc: Doc, place: int, end: int, table: dict[int, Span]) -> int:
    """Past capitalised words right behind a name that was cut short, where a bracket or the list goes on behind them."""
    ahead = place
    while ahead < end and ahead - place < 4 and ahead not in table and doc[ahead].text[0].isupper():
        ahead += 1
    return ahead if place < ahead < end and doc[ahead].text in ("(", ",", "and", "&", ";") else place


def owns(doc: Doc, span: Span, end: int, table: dict[int, Span]) -> bool:
    """Whether a name only tells whose or which body the next name is: "Finland's Ministry of Trade", "the Korean Embassy", "the Swiss agency Helva"."""
    place = span.end
    if place >= end:
        return False
    if doc[place].lower_ in POSSESSIVE:
        return place + 1 in table or described(doc, place + 1, end, table) is not None
    if entitles(doc, span, end, table):
        return True
    return span.label_ == "countries" and (place in table or described(doc, place, end, table) is not None)


def entitles(doc: Doc, span: Span, end: int, table: dict[int, Span]) -> bool:
    """Whether a name only closes the title of the person behind it: "former president of Loja Dr Eva Ruiz"."""
    if doc[span.start - 1].lower_ != "of" or span.label_ == "people":
        return False
    behind = next((table[place] for place in range(span.end, min(span.end + 3, end)) if place in table), None)
    return behind is not None and behind.label_ == "people" and not any(token.text in (",", "and", "&", ";", "(") for token in doc[span.end : behind.start])


def seat_of(doc: Doc, span: Span, before: Span) -> bool:
    """Whether a place behind a comma is where the body before it sits: "the Institute of Soil, Ghana, and …"."""
    return span.label_ in ("countries", "places") and doc[span.start - 1].text == "," and before.label_ in ("organisations", "places")


def after_country(doc: Doc, place: int, end: int) -> int:
    """Where a list goes on behind a country: past "government" and the like; -1 where its people or things are spoken of ("Korean experts")."""
    if place < end and doc[place].pos_ in ("NOUN", "ADJ"):
        return place + 1 if doc[place].lower_ in members("stately") else -1
    return place


def onward(doc: Doc, place: int, end: int, table: dict[int, Span], found: list[Span]) -> int | None:
    """Where a list is looked for next from a word that begins no name; None where the list is over, or does not begin."""
    token = doc[place]
    if not found:
        closed = token.pos_ in ("VERB", "AUX") or token.text in (".", ":", ";") or (token.pos_ == "ADP" and token.lower_ not in BEFORE)
        return None if closed else place + 1
    if token.lower_ == "in" and found[-1].label_ == "organisations" and (seat := table.get(place + 1)) is not None and seat.label_ in ("places", "countries"):
        return seat.end if seat.end < end and doc[seat.end].lower_ in ("and", ",", "&") else None
    if token.text.rstrip(".") in HONORIFICS:
        return place + 1
    if token.lower_ == "by" and doc[place - 1].lower_ in ("and", ","):
        return place + 1
    if token.lower_ in SEPARATORS and (token.lower_ not in ("of", "from", "with") or doc[place - 1].lower_ in ("together", "along", "well", "support")):
        return place + 1
    if token.lower_.startswith("gov") and doc[place - 1].text == ",":
        return next((table[ahead].end for ahead in range(place, min(place + 4, end)) if ahead in table and table[ahead].label_ == "countries"), None)
    return described(doc, place, end, table) or (unknown(doc, place, end) if found[-1].label_ == "organisations" else None)


def described(doc: Doc, place: int, end: int, table: dict[int, Span]) -> int | None:
    """Where a body's name begins behind the common noun that tells what it is: "the software company Zeta", "the NGO Clean Rivers"."""
    for ahead in range(place, min(place + 6, end)):
        if ahead in table:
            before = doc[ahead - 1]
            return ahead if ahead > place and table[ahead].label_ == "organisations" and before.lower_ in lexicon().heads else None
        if doc[ahead].pos_ not in ("NOUN", "ADJ", "DET", "PROPN", "NUM", "ADV") or doc[ahead].is_punct:
            return None
    return None


def unknown(doc: Doc, place: int, end: int) -> int | None:
    """Past a capitalised item of a list that is no known name, where the list goes on behind it: "Zeta Ltd, SoilFix and the University of Bonn"."""
    ahead = place
    while ahead < end and ahead - place < 5 and doc[ahead].text[0].isupper():
        ahead += 1
    if ahead == place or doc[place - 1].lower_ not in (",", "and", "&", ";", "the") or ahead >= end or doc[ahead].lower_ not in (",", "and", "&", ";"):
        return None
    return ahead


def closing(doc: Doc, place: int, end: int) -> int:
    """Past a bracket."""
    while place < end and doc[place].text not in (")", "]"):
        place += 1
    return place + 1


def run_around(doc: Doc, token: int, start: int, end: int, kinds: Kinds = ("organisations", "people", "countries")) -> list[Span]:
    """The list of names of which a token's mention is one, with what stands before and behind it between commas and "and"."""
    every = outermost(span for span in index(doc, kinds).values() if acts(span))
    every = [span for place, span in enumerate(every) if not (place and sits(doc, span, every[place - 1]))]
    own = next((place for place, span in enumerate(every) if span.start <= token < span.end), None)
    if own is None:
        return []
    found = [every[own]]
    for span in reversed(every[:own]):
        if bracketed(doc, span, found[0].start):
            continue
        if span.start < start or not joined(doc, span.end, found[0].start):
            break
        found.insert(0, span)
    for span in every[own + 1 :]:
        if bracketed(doc, span, end):
            continue
        if span.end > end or not joined(doc, found[-1].end, span.start):
            break
        found.append(span)
    return found


def sits(doc: Doc, span: Span, before: Span) -> bool:
    """Whether a country between commas is where the body before it sits: "the Institute of Soil, Ghana, held …"."""
    return seat_of(doc, span, before) and before.end == span.start - 1 and span.end < len(doc) and doc[span.end].text == ","


def acts(span: Span) -> bool:
    """Whether a mention can stand for who acts: a country's adjective only before "government" and the like."""
    if span.label_ != "countries":
        return True
    if span.end < len(span.doc) and span.doc[span.end].lower_ in POSSESSIVE:
        return False
    if value_of(span).form != "adjective":
        return not clipped(span)
    return span.end < len(span.doc) and span.doc[span.end].lower_ in members("stately")


def clipped(span: Span) -> bool:
    """Whether a country is part of a longer name that is not known as one: "Plan Benin", "Seeds Kenya"."""
    before = span.doc[span.start - 1] if span.start else span[0]
    return before.pos_ == "PROPN" and (before.is_title or before.is_upper) and before.i >= span.sent.start and not mentions_at(before)


def mentions_at(token: Token) -> bool:
    """Whether a token is of a place or country by name."""
    return any(mentions_over(token.doc, kind, token.i) for kind in ("places", "countries"))


def origin(doc: Doc, start: int, place: int) -> bool:
    """Whether people or things "from" a country are spoken of, not the country: "by experts from the Netherlands"."""
    between, stately = doc[start:place], members("stately") | {"people"}
    linked = any(token.lower_ in ("from", "of") for token in between)
    return linked and any(token.pos_ == "NOUN" and token.lower_ not in stately for token in between)


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Mentions in text order without those that stand inside others, as a country does in a body's name."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def bracketed(doc: Doc, span: Span, end: int) -> bool:
    """Whether a mention is a short form or seat in brackets behind another, or a part of it: "the Chamber of Commerce (CCI) and …", "its office"."""
    if span.label_ == "organisations" and value_of(span).generic and doc[span.start - 1].lower_ in ("its", "their"):
        return True
    return span.start > 0 and doc[span.start - 1].text in ("(", "[") and any(token.text in (")", "]") for token in doc[span.end : min(span.end + 4, end)])


def joined(doc: Doc, left: int, right: int) -> bool:
    """Whether only separators, and at most a bracket, stand between two mentions."""
    words = [token.lower_ for token in doc[left:right]]
    if "(" in words and ")" in words:
        words = words[: words.index("(")] + words[words.index(")") + 1 :]
    words = without_partners(without_aside(words))
    if words[-2:] == ["government", "of"] and "and" in words:
        words = words[:-2]
    return (
        0 < len(words) <= 5
        and all(word in (",", ";", "and", "&", "the", "as", "well", "together", "with", "along", "both") for word in words)
        and ("and" in words or "," in words or "&" in words or ";" in words or "with" in words or "as" in words)
    )


def without_aside(words: list[str]) -> list[str]:
    """What stands between two mentions without a phrase set off behind the first: ", through its regional office, and the"."""
    if len(words) > 4 and words[0] == "," and words[1] in ("through", "via", "under", "represented") and "," in words[2:9]:
        return words[words.index(",", 2) :]
    return words


def without_partners(words: list[str]) -> list[str]:
    """What stands between two mentions without "its partners": "X and its partners, A and B"."""
    for place in range(len(words) - 1):
        if words[place] in ("its", "their") and words[place + 1] in ("partner", "partners", "ally", "allies", "affiliate", "affiliates"):
            return words[:place] + words[place + 2 :]
    return words
