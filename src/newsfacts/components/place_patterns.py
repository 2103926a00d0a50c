"""Finds places by the words of their names: "X Province", "X and Y counties", "the village of X", "X Hotel", "Lake X"."""
from __future__ import annotations

import functools
from typing import NamedTuple

from newsfacts.components.countries import Found
from newsfacts.components.country_table import of_country
from newsfacts.components.name_words import Text, joined
from newsfacts.components.place_context import of_title_or_body
from newsfacts.components.place_table import candidates, common, words
from newsfacts.rules import table

LINKS = frozenset(("of", "de", "la", "da", "do", "dos", "das", "del", "du", "des", "el", "al", "le", "les", "and", "y"))
LONGEST = 6
"""Words of a name before its suffix."""


class Named(NamedTuple):
    """A place by its words: words [first, last), kind, rule; `borderless` where no country is asked for."""

    first: int
    last: int
    kind: str
    rule: str
    borderless: bool = False


def find_patterns(text: Text, countries: list[Found]) -> list[Named]:
    """All places that the words of their names tell, but for countries' own names."""
    states = {(found.first, found.last) for found in countries}
    return [named for named in proposals(text) if not covers(named, states)]


def covers(named: Named, states: set[tuple[int, int]]) -> bool:
    """Whether a name is a country's own ("Cook Islands", "the Togolese State")."""
    return (named.first, named.last) in states or (named.kind == "region" and (named.first, named.last - 1) in states)


def adjacent(text: Text, first: int, second: int) -> bool:
    """Whether two neighbouring words may belong to one place's name: no possessive between them."""
    return joined(text.raw, text.words, first, second) and not text.gap(first, second).endswith("s")


def proposals(text: Text) -> list[Named]:
    """Whatever has the form of a place's name."""
    found: list[Named] = []
    for place, word in enumerate(text.words):
        named = by_suffix(text, place) if word.capital else small_suffix(text, place)
        if named:
            found += named
        elif listed_after := list_behind(text, place):
            found += listed_after
        elif named_after := by_prefix(text, place):
            found.append(named_after)
    return found


def kind_of_suffix(text: Text, place: int) -> str | None:
    """What kind of place a name is whose last word stands at `place`."""
    word = text.words[place].folded
    for kind in ("venue", "region", "other", "city"):
        if word in words("suffix", kind):
            return kind
    before = text.words[place - 1].folded if place else ""
    if word in ("court", "station"):
        return "venue" if before in words("suffix", word) else None
    if word in words("suffix", "led"):
        return "venue" if before not in words("suffix", "unled") and led_to(text, place) else None
    return "venue" if word in ("centre", "center") and before in words("suffix", "centre") else None


def led_to(text: Text, place: int) -> bool:
    """Whether "at" or "in" leads to the name whose last word stands at `place`, with "the" between or not, and no word of the name is a body's."""
    first = name_start(text, place)
    before = first - 1 - (first > 0 and text.words[first - 1].folded in ("the", "old", "new", "restored", "renovated"))
    before -= before > 0 and text.words[before].folded == "the"
    led = before >= 0 and text.words[before].folded in ("at", "in", "inside", "outside") and joined(text.raw, text.words, before, before + 1)
    return led and not any(word.folded in words("suffix", "body") for word in text.words[first:place])


def by_suffix(text: Text, place: int) -> list[Named]:
    """A name that ends at `place` with a word such as "Province" or "Stadium"."""
    kind = kind_of_suffix(text, place)
    first = name_start(text, place) if kind else place
    if kind == "venue" and first == place:
        return palace_of(text, place)
    if kind is None or first == place or part_of_body(text, place) or of_states(text, place):
        return []
    if not trustworthy(text, first, place) or of_title_or_body(text, first):
        return []
    suffix = text.words[place].folded
    if kind != "region" and candidates(" ".join(word.folded for word in text.words[first:place + 1])):
        return []
    last = dedicated(text, place)
    return [Named(first, last, kind, f"places.suffix.{kind}", suffix in words("suffix", "borderless"))]


def palace_of(text: Text, place: int) -> list[Named]:
    """"at the House of Culture", "in the Palace of Youth": a head word with a capital and nothing of a name before it, "of" and one word behind it."""
    last = dedicated(text, place)
    if last == place + 1 or place < 2 or text.words[place - 1].folded != "the" or text.words[place - 2].folded not in ("at", "in", "of", "inside", "outside"):
        return []
    parliament = text.words[last - 1].folded in words("suffix", "assemblies")
    return [] if parliament or part_of_body(text, last - 1) else [Named(place, last, "venue", "places.suffix.venue")]


def of_states(text: Text, place: int) -> bool:
    """Whether a small word behind tells of many: "Pacific Island countries"."""
    behind = place + 1
    return behind < len(text.words) and text.words[behind].folded in ("countries", "nations", "states", "developing") and not text.gap(place, behind)


def dedicated(text: Text, place: int) -> int:
    """Where a building's name ends that goes on behind its suffix: "Hall of the Nations", "Palace of Culture"."""
    behind = place + 1
    if text.words[place].folded not in words("suffix", "dedicated") or behind + 1 >= len(text.words) or text.words[behind].folded != "of":
        return behind
    start = behind + 1 + (text.words[behind + 1].folded == "the")
    if start >= len(text.words) or not all(joined(text.raw, text.words, at, at + 1) for at in range(place, start)) or candidates(text.words[start].folded):
        return behind
    last = name_end(text, start)
    return last if last == start + 1 else behind


def name_start(text: Text, place: int) -> int:
    """Where the capitalised words before `place` begin; `place` itself where there are none."""
    first = place
    land = text.words[place].folded in words("suffix", "region") or not text.words[place].capital
    while first > 0 and place - first < LONGEST and adjacent(text, first - 1, first):
        word = text.words[first - 1]
        of_university = word.folded == "university" and text.words[place].folded == "campus" and text.words[place].capital
        inside = word.folded == "an" and text.written(first - 1, first) == "An" and text.doc[text.starts[first - 1]].is_sent_start is not True
        if (word.folded in words("suffix", "stop") and not of_university and not inside) or (land and word.folded in words("suffix", "stop_land")):
            break
        link = word.folded in LINKS and word.folded != "and" and first > 1 and text.words[first - 2].capital and first < place
        if not (word.capital or ordinal(text, first - 1) or link):
            break
        first -= 1
    while first < place and not (text.words[first].capital or ordinal(text, first)):
        first += 1
    return first


def ordinal(text: Text, place: int) -> bool:
    """Whether a word is an ordinal in figures, as in "7th Street"."""
    return text.words[place].folded[0].isdigit() and text.words[place].folded[-2:] in ("st", "nd", "rd", "th")


def part_of_body(text: Text, place: int) -> bool:
    """Whether the word behind makes the name one of a body ("Kisumu County Government")."""
    if place + 1 >= len(text.words) or not joined(text.raw, text.words, place, place + 1):
        return False
    after = text.words[place + 1]
    if after.folded in words("suffix", "centre") and place + 2 < len(text.words) and text.words[place + 2].folded in ("centre", "center"):
        return after.capital
    return after.capital and after.folded not in words("cues", "calendar") and after.folded not in words("cues", "event")


def trustworthy(text: Text, first: int, place: int) -> bool:
    """Whether the words before a suffix are those of a place: no sentence's first word alone, no body for "State" and "Department"."""
    name = " ".join(word.folded for word in text.words[first:place])
    suffix = text.words[place].folded
    if place - first == 1 and name in words("suffix", "honorific"):
        return False
    if suffix in words("suffix", "doubtful"):
        led = first > 0 and text.words[first - 1].folded in words("cues", "preposition") and joined(text.raw, text.words, first - 1, first)
        led = led or (first > 0 and text.words[first - 1].folded == "with")
        own = suffix == "region" and led and not any(common(word.folded) and word.folded != "autonomous" for word in text.words[first:place])
        return bool(candidates(name)) or model_says(text, first, place + 1) or name.startswith("refugee") or own
    return not sentence_word(text, first, place)


def sentence_word(text: Text, first: int, place: int) -> bool:
    """Whether the name is one word that has its capital only as the first of a sentence."""
    token = text.starts[first]
    return place - first == 1 and text.doc[token].is_sent_start is True and text.doc[token].pos_ not in ("PROPN",)


def model_says(text: Text, first: int, last: int) -> bool:
    """Whether the model labels all these words as a place."""
    return {text.label(place) for place in range(first, last)} <= {"GPE", "LOC", "FAC"}


def small_suffix(text: Text, place: int) -> list[Named]:
    """"Zambezi district", "Shefa and Malampa provinces"."""
    word = text.words[place].folded
    plural: dict[str, str] = table("places")["suffix"]["plural"]
    if word in plural:
        return listed_before(text, place, plural[word])
    if word in words("suffix", "small_venue"):
        return small_venue(text, place)
    kind = "other" if word == "camp" else "venue" if word == "campus" else "region"
    if word not in words("suffix", "small") or part_of_body(text, place):
        return []
    first = name_start(text, place)
    if first == place or place - first > 3 or sentence_word(text, first, place):
        return []
    name = " ".join(item.folded for item in text.words[first:place])
    if name in words("world", "with_the") or of_title_or_body(text, first) or (kind == "other" and candidates(name) and not sheltering(text)):
        return []
    if candidates(name) or (model_says(text, first, place) and text.words[place - 1].folded not in words("suffix", "body") and not common(name)):
        bare = word in words("suffix", "bare") and f"{text.written(first, place)} {word.capitalize()}" not in text.raw
        return [Named(first, place + (not bare), kind, "places.suffix.small")]
    return []


def small_venue(text: Text, place: int) -> list[Named]:
    """"at the Kolda jetty", "in the Tarka municipal gym": a small head word behind a name that no English word is part of, where one is or goes."""
    last = place - (place > 0 and text.words[place - 1].folded in words("suffix", "between") and joined(text.raw, text.words, place - 1, place))
    if not joined(text.raw, text.words, last - 1, last) if last else True:
        return []
    first = name_start(text, last)
    before = first - 1 - (first > 0 and text.words[first - 1].folded == "the")
    named = 0 < last - first <= 3 and not any(common(word.folded) or of_country(word.folded) for word in text.words[first:last])
    led = before >= 0 and text.words[before].folded in ("at", "in", "on", "to", "from", "near", "outside")
    return [Named(first, place + 1, "venue", "places.suffix.small")] if named and led else []


def sheltering(text: Text) -> bool:
    """Whether the article speaks of people in camps for the displaced: elsewhere "the X camp" is an event."""
    return any(text.has(word) for word in ("refugee", "refugees", "displaced", "idp", "idps"))


def listed_before(text: Text, place: int, kind: str) -> list[Named]:
    """The names of a list before a plural: "Loja and Azuay counties"."""
    found, last = [], place - (place > 0 and text.words[place - 1].folded == "sub")
    while last > 0:
        first = name_start(text, last)
        if first == last or last - first > 3:
            break
        found.append(Named(first, last, kind, "places.suffix.plural"))
        before = first - 1
        if before > 0 and text.words[before].folded in ("and", "or") and not text.words[before].capital:
            last = before
        elif before >= 0 and text.raw[text.words[before].end:text.words[first].start].strip() == ",":
            last = first
            if not text.words[before].capital:
                break
            continue
        else:
            break
    return found if len(found) > 1 else []


@functools.cache
def prefixes() -> frozenset[str]:
    """All words that may stand before a name."""
    return frozenset(word for kind in ("city", "region", "venue", "other", "quarter") for word in words("prefix", kind))


def by_prefix(text: Text, place: int) -> Named | None:
    """"the village of X", "Lake X"."""
    word = text.words[place]
    if word.folded not in prefixes() or place + 1 >= len(text.words) or not joined(text.raw, text.words, place, place + 1):
        return None
    if word.folded in words("prefix", "venue") and word.capital:
        if place and text.words[place - 1].capital and joined(text.raw, text.words, place - 1, place):
            return None
        start = linked(text, place + 1)
        last = name_end(text, start)
        return Named(place, last, "venue", "places.prefix.venue") if last > start and not part_of_body(text, last - 1) else None
    if word.capital and word.folded in words("prefix", "quarter"):
        last = name_end(text, place + 1)
        return Named(place, last, "region", "places.prefix.quarter") if last > place + 1 and not part_of_body(text, last - 1) else None
    if word.capital and word.folded in words("prefix", "other"):
        of_event = word.folded == "camp" and place > 0 and text.words[place - 1].capital and joined(text.raw, text.words, place - 1, place)
        if of_event or "-" in text.raw[word.end:text.words[place + 1].start]:
            return None
        last = name_end(text, place + 1)
        if last > place + 2 and text.words[last - 1].folded.endswith("s") and common(text.words[last - 1].folded):
            last -= 1
        spelling = " ".join(item.folded for item in text.words[place:last])
        if last == place + 1 or candidates(spelling) or any(item.folded in words("suffix", "body") for item in text.words[place:last]):
            return None
        return Named(place, last, "other", "places.prefix.other", word.folded in words("suffix", "borderless"))
    if place + 2 < len(text.words) and text.words[place + 1].folded == "of" and joined(text.raw, text.words, place + 1, place + 2):
        kind = next((kind for kind in ("city", "region") if word.folded in words("prefix", kind)), None)
        last = name_end(text, place + 2)
        if kind and last > place + 2 and (not word.capital or word.folded in words("prefix", "capital")):
            spelling = " ".join(item.folded for item in text.words[place + 2:last])
            if not word.capital and word.folded in ("department", "state", "capital") and not candidates(spelling):
                return None
            return Named(place if word.capital else place + 2, last, kind, f"places.prefix.{kind}")
    return None


def list_behind(text: Text, place: int) -> list[Named]:
    """"the districts of A, B and C": each name of the list behind a plural and "of"."""
    kinds: dict[str, str] = table("places")["suffix"]["plural"]
    word = text.words[place]
    if word.capital or word.folded not in kinds or place + 2 >= len(text.words) or text.words[place + 1].folded != "of" or text.gap(place, place + 1):
        return []
    found: list[Named] = []
    start = place + 2
    while start < len(text.words):
        last = name_end(text, start)
        if last == start or of_country(text.words[start].folded) or part_of_body(text, last - 1):
            break
        found.append(Named(start, last, kinds[word.folded], "places.prefix.list"))
        if last + 1 >= len(text.words) or (found[1:] and text.words[found[-2].last].folded == "and"):
            break
        if text.words[last].folded in ("and", "or") and text.gap(last - 1, last) in ("", ","):
            start = last + 1
        elif text.gap(last - 1, last) == "," and text.words[last].capital:
            start = last
        else:
            break
    return found


def linked(text: Text, place: int) -> int:
    """Where the name goes on behind its first word's links: "Hotel des Cocotiers", "Plaza de la Luz"."""
    start = place
    while start + 1 < len(text.words) and start < place + 2 and text.words[start].folded in LINKS - {"of", "and", "y"} and not text.words[start].capital:
        if not joined(text.raw, text.words, start, start + 1):
            return place
        start += 1
    return start


def name_end(text: Text, place: int) -> int:
    """Where the capitalised words from `place` on end; `place` itself where there are none."""
    last = place
    while last < len(text.words) and last - place < 4 and (last == place or joined(text.raw, text.words, last - 1, last)):
        word = text.words[last]
        goes_on = last > place and last + 1 < len(text.words) and text.words[last + 1].capital
        if not word.capital and not (goes_on and word.folded in LINKS and word.folded not in ("and", "of")):
            break
        last += 1
    return last
