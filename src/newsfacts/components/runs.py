"""Lists of bodies and people by name, read off the tokens: "the Ministry of Health, UNICEF and Dr Ada Obi"."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from newsfacts.components.mention import mentions

SEPARATORS = frozenset([",", ";", "and", "&", "/", "the", "as", "well", "also", "with", "together", "both", "plus", "its", "their", "of", "from"])
LEADING = frozenset(["the", "both", "its", "their", "our", "his", "her", "a", "an", "of", "several", "local", "former"])
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
            if found and span.label_ in ("countries", "places") and doc[place - 1].text == "," and found[-1].label_ in ("organisations", "places"):
                place, gap = span.end, 0
                continue
            place, gap = span.end, 0
            if place < end and doc[place].lower_ in ("'s", "’s") and place + 1 in table:
                place += 1
                continue
            found.append(span)
            if place < end and doc[place].text in ("(", "["):
                place = closing(doc, place, end)
            continue
        token = doc[place]
        if (
            found
            and token.lower_ == "in"
            and found[-1].label_ == "organisations"
            and (seat := table.get(place + 1)) is not None
            and seat.label_ in ("places", "countries")
            and seat.end < end
            and doc[seat.end].lower_ in ("and", ",", "&")
        ):
            place, gap = seat.end, 0
            continue
        if found:
            if token.lower_ not in SEPARATORS or (
                token.lower_ in ("of", "from", "with") and doc[place - 1].lower_ not in ("together", "along", "well", "support")
            ):
                break
        elif (
            token.pos_ in ("VERB", "AUX")
            or token.text in (".", ":", ";")
            or (token.pos_ == "ADP" and token.lower_ not in ("of", "from", "by", "with", "between"))
        ):
            break
        gap += 1
        if gap > (4 if found else 6):
            break
        place += 1
    return found


def closing(doc: Doc, place: int, end: int) -> int:
    """Past a bracket."""
    while place < end and doc[place].text not in (")", "]"):
        place += 1
    return place + 1


def run_around(doc: Doc, token: int, start: int, end: int, kinds: Kinds = ("organisations", "people", "countries")) -> list[Span]:
    """The list of names of which a token's mention is one, with what stands before and behind it between commas and "and"."""
    every = sorted(index(doc, kinds).values(), key=lambda span: span.start)
    own = next((place for place, span in enumerate(every) if span.start <= token < span.end), None)
    if own is None:
        return []
    found = [every[own]]
    for span in reversed(every[:own]):
        if span.start < start or not joined(doc, span.end, found[0].start):
            break
        found.insert(0, span)
    for span in every[own + 1 :]:
        if span.end > end or not joined(doc, found[-1].end, span.start):
            break
        found.append(span)
    return found


def joined(doc: Doc, left: int, right: int) -> bool:
    """Whether only separators, and at most a bracket, stand between two mentions."""
    words = [token.lower_ for token in doc[left:right]]
    if "(" in words and ")" in words:
        words = words[: words.index("(")] + words[words.index(")") + 1 :]
    return (
        0 < len(words) <= 5
        and all(word in (",", ";", "and", "&", "the", "as", "well", "together", "with", "along", "both") for word in words)
        and ("and" in words or "," in words or "&" in words or ";" in words or "with" in words or "as" in words)
    )
