"""What stands around a name: whether it is part of a longer one, of a title or a person's name, opens a dateline, is followed by a country."""
from __future__ import annotations

import functools
import re
from itertools import pairwise

from newsfacts.components.countries import Found
from newsfacts.components.country_table import of_country
from newsfacts.components.mention import mentions
from newsfacts.components.name_words import Text, joined
from newsfacts.components.place_table import candidates, known, regions, words, world

DATELINE = re.compile(r"[ ]*(?:/[ ]*[^\W\d_][^\n/,(–—]{1,30})?(?:\([^)\n]{2,30}\))?(?:,[^\n–—]{2,40})?(?:\([^)\n]{2,30}\))?[ ]*(?:[–—]|--|-[ ]|:[ ])")
DATED = re.compile(r"(?:[ ]*/[ ]*[^\W\d_][^\n/,(–—]{1,30})?,[ ]+(?:\d{1,2}[ ]+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d{1,2}[./]\d)")
MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
SCHEDULED = re.compile(rf"[ ]+(?:(?:on|from|in)[ ]+(?:the[ ]+)?|\(?)(?:\d{{1,2}}(?:st|nd|rd|th)?\b|(?:19|20)\d\d\b|{MONTHS}[a-z]*\b)(?![ ]+[a-z])")
MONTH = re.compile(rf"[^\n–—]*\b{MONTHS}[a-z.]*[ ]\d|[^\n–—]*\d[ ]{MONTHS}")
FREE = re.compile(r"[ ]*(?:[.,;:)(\n–—]|and\b|$)")
BRACKET = re.compile(r"\([^()]{1,30}\)")
BIG = 300
"""Thousands of people from which a town needs no cue but its name."""


def behind_title(text: Text, first: int) -> bool:
    """Whether a title stands before, parted by a comma, "for" or "of": "Vice President, East Asia", "Director for Africa"."""
    before = first - 1
    listed_from = before if before > 0 and text.words[before].folded == "and" else first
    for length in (3, 2, 1):
        start = max(listed_from - length, 0)
        if " ".join(word.folded for word in text.words[start:listed_from]) in world() and text.gap(listed_from - 1, listed_from) in (",", ""):
            return behind_title(text, start)
    while before > 0 and text.words[before].folded in ("for", "of", "the", "and"):
        before -= 1
    office = text.gap(before, first) == "for" and text.words[first].folded in world()
    titled = before >= 0 and (text.words[before].capital or office) and text.words[before].folded in words("cues", "title")
    return titled and text.gap(before, first) in (",", "for", "of", "for the", "of the", "")


def shouted(text: Text, first: int, last: int) -> bool:
    """Whether it is one short word of capitals, more likely an acronym."""
    written = text.raw[text.words[first].start:text.words[last - 1].end]
    region = regions(written) and text.words[first - 1].folded in words("cues", "strong")
    return written.isupper() and len(written) <= 5 and not region


def event_behind(text: Text, last: int) -> bool:
    """Whether the words behind make it the name of an event ("Beijing Summit", "Lagos Research Conference"): a place inside one is a place."""
    for place in range(last, min(last + 3, len(text.words))):
        word = text.words[place]
        if not word.capital or not joined(text.raw, text.words, place - 1, place) or word.folded in words("suffix", "body"):
            return False
        if word.folded in words("cues", "event"):
            return True
    return False


def labels_of(text: Text, first: int, last: int) -> set[str]:
    """The model's labels of the words' tokens, "" for none."""
    return {text.label(place) for place in range(first, last)}


def capital_beside(text: Text, first: int, last: int) -> bool:
    """Whether a word with a capital stands right before or behind, so that the name is part of a longer one; names of days, months and events are none."""
    allowed = words("cues", "calendar") | words("cues", "event")
    if last < len(text.words) and joined(text.raw, text.words, last - 1, last) and "\n" not in text.raw[text.words[last - 1].end:text.words[last].start]:
        word = text.words[last]
        hyphen = "-" in text.raw[text.words[last - 1].end:word.start]
        if word.capital and word.folded != "i" and (not of_country(word.folded) and not sizeable(word.folded) if hyphen else word.folded not in allowed):
            return True
    return capital_before(text, first)


def capital_before(text: Text, first: int) -> bool:
    """Whether a word with a capital stands right before that may be part of the name."""
    allowed = words("cues", "calendar") | words("cues", "event")
    if first == 0 or not joined(text.raw, text.words, first - 1, first) or "\n" in text.raw[text.words[first - 1].end:text.words[first].start]:
        return False
    word = text.words[first - 1]
    if word.capital and "-" in text.raw[word.end:text.words[first].start]:
        return not of_country(word.folded) and not sizeable(word.folded)
    if not word.capital or word.folded in allowed or word.folded in words("cues", "preposition") or word.folded in ("the", "and"):
        return False
    return text.doc[text.starts[first - 1]].pos_ in ("PROPN", "NOUN", "ADJ") and not known(word.folded)


def sizeable(spelling: str) -> bool:
    """Whether a spelling is that of a big town or a part of the world: such names stay two when a hyphen joins them ("Dakar-Bamako")."""
    return spelling in world() or any(item.kind == "city" and item.weight >= BIG for item in candidates(spelling))


def of_title_or_body(text: Text, first: int) -> bool:
    """Whether the name stands behind a title or a body and "of": "Governor of the X", "vice mayor of X", "University of X"."""
    first -= first > 2 and text.words[first - 1].folded == "the"
    if first < 2 or text.words[first - 1].folded not in ("of", "for") or not joined(text.raw, text.words, first - 2, first - 1):
        return False
    head = text.words[first - 2]
    if not head.capital:
        return head.folded in ("governor", "mayor")
    return head.folded in words("suffix", "body") or head.folded in words("cues", "title")


def person(text: Text, first: int, last: int) -> bool:
    """Whether the words are an acronym or (part of) a person's name."""
    start, end = text.tokens(first, last)
    return any(left <= start and end <= right for left, right in text.named)


def dateline(text: Text, first: int, last: int) -> bool:
    """Whether the name begins a line and is set off by a dash, or by a comma and a date."""
    start, end = text.words[first].start, text.words[last - 1].end
    before = text.raw[max(start - 3, 0):start]
    at_start = before[before.rfind("\n") + 1:].strip(" \u00a0*_(") == "" and (start <= 2 or "\n" in before)
    return at_start and ((DATELINE.match(text.raw, end) is not None and not text.raw.startswith("-", end)) or DATED.match(text.raw, end) is not None)


def bracketed(text: Text, first: int, last: int) -> bool:
    """Whether brackets behind a word with a capital hold the name, alone or before a comma: "Ana Reis (Évora)", "the workshop (Évora, 3 May)"."""
    opened = first > 0 and text.raw[text.words[first - 1].end:text.words[first].start].strip() == "("
    return opened and re.match(r"\)|,[ ]+\d", text.raw[text.words[last - 1].end:][:8]) is not None


def owning(text: Text, first: int, last: int) -> bool:
    """Whether an article stands before and what a town has behind, "a Lyon firm", or "-based": "Lyon-based"."""
    if text.raw.startswith(("-based", "‑based"), text.words[last - 1].end):
        return True
    article = first > 0 and text.words[first - 1].folded in ("the", "a", "an") and joined(text.raw, text.words, first - 1, first)
    return article and last < len(text.words) and text.words[last].folded in words("cues", "owned") and joined(text.raw, text.words, last - 1, last)


def dated_dateline(text: Text, first: int, last: int) -> bool:
    """Whether the name opens a dateline that gives a day: "X (region), March 18, agency –"."""
    end = text.words[last - 1].end
    found = DATELINE.match(text.raw, end)
    return found is not None and dateline(text, first, last) and MONTH.match(text.raw[end:found.end()]) is not None


def set_behind_body(text: Text, first: int, last: int) -> bool:
    """Whether the name is set off by a comma behind a body's name, and ends there: "of the Weavers' Guild, X, and", "Radio Y, X: "."""
    gap = text.gap(first - 1, first)
    if gap not in (",", "),") or FREE.match(text.raw, text.words[last - 1].end) is None:
        return False
    before = text.ends[first - 1] + (gap == "),")
    start, end = text.tokens(first, last)
    if any(token.ent_iob_ == "I" for token in text.doc[start:start + 1]) or (end < len(text.doc) and text.doc[end].ent_iob_ == "I"):
        return False
    body = text.doc[before - 1].ent_type_ == "ORG"
    return body or any(before - (gap == "),") - 1 < span.end <= before for span in mentions(text.doc, "organisations"))


def followed_by(text: Text, last: int, at: dict[int, Found]) -> frozenset[str]:
    """The countries of what follows behind a comma or in brackets: a country ("X, Haiti"), a region ("X, Ohio", "X, NSW"), or a region and a country."""
    if last < len(text.words) and text.words[last].folded in ("in", "the") and not text.words[last].capital and text.gap(last - 1, last) in ("", ","):
        step = 2 if text.words[last].folded == "in" and last + 1 < len(text.words) and text.words[last + 1].folded == "the" else 1
        return frozenset((at[last + step].code,)) if last + step in at and at[last + step].kind == "name" else frozenset()
    if last >= len(text.words) or text.gap(last - 1, last) not in (",", "("):
        return frozenset()
    if last in at and at[last].kind == "name":
        return frozenset((at[last].code,))
    for length in (3, 2, 1):
        found = text.words[last:last + length]
        if len(found) == length and all(word.capital for word in found) and text.raw[found[-1].end:found[-1].end + 1] != "’":
            written = text.raw[found[0].start:found[-1].end].replace(".", "")
            codes = regions(written) if written.isupper() and len(written) <= 3 else regions(" ".join(word.folded for word in found))
            further = followed_by(text, last + length, at)
            if further and (not codes or codes & further):
                return further
            if codes and region_follows(" ".join(word.folded for word in found), written):
                return codes
    return frozenset()


def region_follows(spelling: str, written: str) -> bool:
    """Whether what follows is a region rather than the next town of a list."""
    if written.isupper() and len(written) <= 3:
        return True
    choices = candidates(spelling)
    return not any(item.kind == "city" and item.weight > 100 for item in choices) and any(item.kind == "region" and item.weight == 1 for item in choices)


@functools.cache
def endings() -> tuple[str, ...]:
    """Endings of English words."""
    return tuple(sorted(words("words", "endings")))


def bare(text: Text, first: int, last: int) -> bool:
    """Whether the model takes all words for a proper name that no noun follows: "in X." rather than "in X data"."""
    start, end = text.tokens(first, last)
    if any(word.folded.endswith(endings()) for word in text.words[first:last]):
        return False
    if any(word.folded in text.small for word in text.words[first:last]) or "\n" in text.raw[text.words[first - 1].end:text.words[last - 1].end]:
        return False
    follows = text.doc[end].pos_ if end < len(text.doc) and text.doc[end].lower_ != "to" else "PUNCT"
    return all(token.pos_ == "PROPN" for token in text.doc[start:end] if token.is_alpha) and follows not in ("NOUN", "PROPN", "ADJ", "NUM", "PART")


def mixed(text: Text, place: int) -> bool:
    """Whether a word has a capital inside, as products and acronyms with endings have ("UKAid", "GitHub")."""
    return inner_capital(text.written(place, place + 1))


@functools.lru_cache(maxsize=1 << 14)
def inner_capital(written: str) -> bool:
    """Whether a word not all in capitals has one behind a small letter, or two at its beginning."""
    return not written.isupper() and (written[:2].isupper() or any(before.islower() and char.isupper() for before, char in pairwise(written)))


def listed(text: Text, last: int, first: int) -> bool:
    """Whether nothing but a comma, "and" or something in brackets stands between a name that ends before word `last` and one from `first` on."""
    between = text.raw[text.words[last - 1].end:text.words[first].start]
    return BRACKET.sub("", between).strip(" \n'’‘ʻ") in (",", "and", ", and", "or", "&")
