"""Finds towns, regions and parts of the world by name, where the context agrees that a place is meant."""
from __future__ import annotations

import re
from typing import NamedTuple

from newsfacts.components.countries import Found
from newsfacts.components.country_table import of_country
from newsfacts.components.name_words import Text, joined, run_length
from newsfacts.components.place_context import (
    BIG,
    DATED,
    SCHEDULED,
    bare,
    behind_title,
    bracketed,
    capital_before,
    capital_beside,
    dated_dateline,
    dateline,
    event_behind,
    followed_by,
    labels_of,
    listed,
    mixed,
    of_title_or_body,
    owning,
    person,
    set_behind_body,
    shouted,
)
from newsfacts.components.place_table import candidates, common, known, words, world
from newsfacts.rules import table

LONGEST = 5
"""Words of the longest name."""
UNLABELLED = frozenset(("in", "from", "near", "outside"))
"""Prepositions that speak for a place even where the model does not."""
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
TOWN = 50
"""Thousands of people from which a preposition outweighs the model's "person"."""
BEHIND_BODY = 15
"""Thousands of people from which a comma and the name of a body before it speak for a town."""


class Name(NamedTuple):
    """A name in the text: words [first, last), its folded spelling; `within` holds the countries that follow it ("X, Haiti"), `cue` what agreed,
    `part` whether it is only part of a longer name."""

    first: int
    last: int
    spelling: str
    cue: str
    within: frozenset[str] = frozenset()
    part: bool = False


def find_names(text: Text, countries: list[Found], taken: set[int], home: str | None = None) -> list[Name]:
    """All names of places that stand in the context of one; words in `taken` belong to something else, `home` is a country that the towns tell."""
    at = {found.first: found for found in countries}
    codes = frozenset(found.code for found in countries) | ({home} if home else set())
    names: list[Name] = []
    doubtful: list[Name] = []
    place = 0
    while place < len(text.words):
        if place in at and place not in taken:
            place = at[place].last
            continue
        name = read_name(text, place, at, taken, codes) if place not in taken and may_begin(text, place) else None
        if name:
            (names if name.cue else doubtful).append(name)
        place = name.last if name else place + 1
    return with_doubtful(text, names, doubtful)


def may_begin(text: Text, place: int) -> bool:
    """Whether a name may begin with a word: one with a capital, or a direction before a continent."""
    word = text.words[place]
    return word.capital or word.folded in words("world", "directions")


def with_doubtful(text: Text, names: list[Name], doubtful: list[Name]) -> list[Name]:
    """The names with those that have no cue of their own but stand in a list with one, or are found elsewhere in the article."""
    sure = {name.spelling for name in names}
    ends, starts = {name.last: name for name in names}, {name.first: name for name in names}
    for name in doubtful:
        if name.spelling in sure:
            names.append(name._replace(cue="again"))
        elif name.spelling and not name.part and in_list(text, name, ends, starts) and not doubtful_word(text, name):
            names.append(name._replace(cue="list"))
            ends[name.last] = name
    return sorted(names)


def doubtful_word(text: Text, name: Name) -> bool:
    """Whether the name is a common word too and the model takes it for no town."""
    return name.spelling in words("words", "words") and not labels_of(text, name.first, name.last) <= {"GPE"}


def in_list(text: Text, name: Name, ends: dict[int, Name], starts: dict[int, Name]) -> bool:
    """Whether the name stands beside a found one, parted by a comma or "and"."""
    before = name.first
    while before > 0 and (text.words[before - 1].folded in ("and", "or") or text.words[before - 1].folded.isdigit()):
        before -= 1
    after = name.last
    while after < len(text.words) and (text.words[after].folded in ("and", "or") or text.words[after].folded.isdigit()):
        after += 1
    left, right = ends.get(before), starts.get(after)
    strict = not known(name.spelling) and bool(labels_of(text, name.first, name.last) & {"PERSON", "ORG"})
    return (left is not None and beside(text, left.last, name.first, strict)) or (right is not None and beside(text, name.last, right.first, strict))


def beside(text: Text, last: int, first: int, strict: bool) -> bool:
    """Whether a name is the next of a list; where the model takes it for another thing (`strict`), a mere comma does not tell."""
    return listed(text, last, first) and not (strict and text.raw[text.words[last - 1].end:text.words[first].start].strip() == ",")


def read_name(text: Text, place: int, at: dict[int, Found], taken: set[int], codes: frozenset[str]) -> Name | None:
    """The longest known name that begins with a word, or an unknown one that the context shows to be a place."""
    for length in range(run_length(text.raw, text.words, place, LONGEST), 0, -1):
        last = place + length
        if not text.words[last - 1].capital or not taken.isdisjoint(range(place, last)):
            continue
        spelling = " ".join(word.folded for word in text.words[place:last])
        if spelling in world():
            return part_of_world(text, place, last, spelling)
        if text.words[place].capital and known(spelling) and spelling not in words("world", "directions"):
            name = known_name(text, place, last, spelling, at, codes)
            return (unknown_name(text, place, at, taken) or name) if name and name.part else name
    return unknown_name(text, place, at, taken) if text.words[place].capital else None


def part_of_world(text: Text, first: int, last: int, spelling: str) -> Name | None:
    """"West Africa", "the Caribbean"; none where a longer name goes on ("Africa University")."""
    before = text.words[first - 1].folded if first else ""
    if (spelling in words("world", "with_the") and before != "the") or behind_title(text, first):
        return Name(first, last, "", "", part=True)
    if capital_beside(text, first, last):
        return Name(first, last, spelling, "", part=True)
    return Name(first, last, spelling, "world")


def known_name(text: Text, first: int, last: int, spelling: str, at: dict[int, Found], codes: frozenset[str]) -> Name | None:
    """A name of the tables; without a cue it is doubtful."""
    joins: list[str] = table("places")["join"].get(spelling, [])
    for length in (1, 2):
        if " ".join(word.folded for word in text.words[last:last + length]) in joins and len(text.raw[text.words[last - 1].end:text.words[last].start]) < 3:
            last += length
            break
    further = linked_on(text, last)
    if further > last:
        last, spelling = further, " ".join(word.folded for word in text.words[first:further])
    if spelling in words("cues", "title") or spelling in words("cues", "calendar"):
        return None
    within = followed_by(text, last, at)
    if last not in at and not any(item.country in within for item in candidates(spelling)):
        within = frozenset()
    if (person(text, first, last) and not within) or (shouted(text, first, last) and not within and not dateline(text, first, last)):
        return None
    word = spelling in words("words", "words") and not within and not labels_of(text, first, last) <= {"GPE", "LOC"}
    if dateline(text, first, last) and not word:
        return Name(first, last, spelling, "dateline", within)
    if event_behind(text, last) and not word and not capital_before(text, first):
        return Name(first, last, spelling, "event", within)
    part = of_title_or_body(text, first) or capital_beside(text, first, last)
    return Name(first, last, spelling, "" if part else cue_of(text, first, last, spelling, within, codes), within, part)


def linked_on(text: Text, last: int) -> int:
    """Where a name goes on that a small word of another language joins to a further capital: "Vila" in "Vila da Ponte"."""
    place = last
    while place < min(last + 2, len(text.words)) and text.words[place].folded in words("words", "links") and not text.words[place].capital:
        place += 1
    whole = last < place < len(text.words) and text.words[place].capital and all(joined(text.raw, text.words, at, at + 1) for at in range(last - 1, place))
    return place + 1 if whole else last


def cue_of(text: Text, first: int, last: int, spelling: str, within: frozenset[str], codes: frozenset[str]) -> str:
    """What in the context agrees that a known name is a place; empty if nothing does. `codes` are the countries of the article."""
    if within:
        return "comma"
    before = text.words[first - 1].folded if first else ""
    prepositional = before in words("cues", "preposition") and joined(text.raw, text.words, first - 1, first)
    labels = labels_of(text, first, last)
    if spelling in words("words", "words"):
        agreed = labels <= {"GPE", "LOC"} or (not labels & {"DATE", "ORG"} and any(item.weight >= 2 * TOWN for item in candidates(spelling)))
        return "preposition" if before in words("cues", "strong") and prepositional and agreed else ""
    here = any(item.country in codes for item in candidates(spelling))
    sizeable_here = here or any(item.weight >= TOWN for item in candidates(spelling))
    if first and (sizeable_here or any(item.weight >= BEHIND_BODY for item in candidates(spelling))) and set_behind_body(text, first, last):
        return "body-before"
    if prepositional and not labels & (set() if here and before == "in" else {"DATE"} if sizeable_here else {"PERSON", "DATE"}):
        return "preposition"
    if bracketed(text, first, last) and "DATE" not in labels and (sizeable_here or "PERSON" not in labels):
        return "bracket"
    if sizeable_here and owning(text, first, last) and not labels & {"DATE", "TIME"}:
        return "owning"
    if DATED.match(text.raw, text.words[last - 1].end):
        return "dated"
    if first and text.gap(first - 1, first) == "," and text.words[first - 1].capital and text.words[first - 1].folded in words("suffix", "venue"):
        return "venue-before"
    if sizeable_here and not labels & {"PERSON", "DATE"} and SCHEDULED.match(text.raw, text.words[last - 1].end):
        return "scheduled"
    if sizeable_here and first and text.gap(first - 1, first) in (",", "),") and "PERSON" not in labels:
        return "comma-before"
    if labels <= PLACE_LABELS:
        return "label"
    strong = first > 1 and text.words[first - 2].folded in words("cues", "strong")
    if before == "the" and strong and any(item.kind == "region" for item in candidates(spelling)):
        return "region"
    big = any(item.weight >= BIG or (item.kind == "region" and item.weight == 1 and len(spelling) > 5) for item in candidates(spelling))
    return "known" if (big or here) and not labels & {"PERSON", "ORG"} else ""


def unknown_name(text: Text, place: int, at: dict[int, Found], taken: set[int]) -> Name | None:
    """A name that no table has, where the model labels it and a preposition stands before it, a country follows, or it opens a dateline."""
    last = place + 1
    while last < len(text.words) and last - place < 4 and text.words[last].capital and joined(text.raw, text.words, last - 1, last):
        if last in at or last in taken:
            break
        last += 1
    labels = labels_of(text, place, last)
    if unlike_place(text, place, last) or of_english(text, place, last, labels):
        return None
    within = followed_by(text, last, at)
    spelling = " ".join(word.folded for word in text.words[place:last])
    before = text.words[place - 1].folded if place and joined(text.raw, text.words, place - 1, place) else ""
    placed = labels <= {"GPE", "LOC"}
    if within and (placed or before in words("cues", "strong") or dateline(text, place, last)) and "DATE" not in labels:
        return Name(place, last, spelling, "comma", within)
    if dated_dateline(text, place, last) and text.words[place].folded not in words("cues", "calendar"):
        return Name(place, last, spelling, "dateline")
    if spelling in words("words", "languages") or spelling in words("words", "words") or told_to(text, place, before):
        return None
    if placed and before in words("cues", "preposition"):
        return Name(place, last, spelling, "unknown")
    if labels == {"GPE"} and place and text.words[place - 1].capital and apposed(text, place, last):
        return Name(place, last, spelling, "apposed")
    return unlabelled(text, place, last, spelling, before, labels)


def unlike_place(text: Text, first: int, last: int) -> bool:
    """Whether the words' own form or what they are part of forbids a place: figures, acronyms, product names, countries, persons, bodies, titles."""
    found = text.words[first:last]
    written = text.written(first, last)
    if any(char.isdigit() for char in written) or any(of_country(word.folded) or word.folded in words("suffix", "body") for word in found):
        return True
    if last > first + 1 and found[0].folded in words("suffix", "honorific"):
        return True
    if last == first + 1 and written.isupper() and not dateline(text, first, last):
        return True
    return any(mixed(text, inner) for inner in range(first, last)) or person(text, first, last) or of_title_or_body(text, first)


def of_english(text: Text, first: int, last: int, labels: set[str]) -> bool:
    """Whether the words are of English: one alone always, one of several unless the model takes all for a place or it may be part of a town's name."""
    if last == first + 1:
        return common(text.words[first].folded)
    within_name = words("words", "parts")
    return not labels <= {"GPE", "LOC"} and any(common(word.folded) and word.folded not in within_name for word in text.words[first:last])


def unlabelled(text: Text, first: int, last: int, spelling: str, before: str, labels: set[str]) -> Name | None:
    """One or two words that the model labels as no place: a place behind "in", "from" or "residents of", or doubtful, so that a list may show it."""
    if last - first > 2 or labels & {"DATE", "TIME", "LANGUAGE"} or not bare(text, first, last):
        return None
    single, other = last == first + 1, labels & {"PERSON", "ORG"}
    if before == "at" and sited(text, first - 2):
        return Name(first, last, spelling, "site")
    only = single or other == {"PERSON"} or text.words[first].folded in words("words", "compass")
    if before in UNLABELLED and (not other or (before == "in" and only) or (single and "ORG" not in labels)):
        return Name(first, last, spelling, "unlabelled")
    if single and before == "to" and first > 1 and text.words[first - 2].folded in words("cues", "ways"):
        return Name(first, last, spelling, "way")
    if single and before == "for" and first > 1 and text.words[first - 2].folded in ("leaves", "leave", "left", "leaving", "departed", "departs", "bound"):
        return Name(first, last, spelling, "way")
    if before in ("to", "at") and labels <= {"", "GPE", "LOC"}:
        return Name(first, last, spelling, "unlabelled")
    if single and (before == "of" or (before == "from" and not labels & {"PERSON"})) and lived_in(text, first - 2):
        return Name(first, last, spelling, "residents")
    return Name(first, last, spelling, "") if single or not other else None


def lived_in(text: Text, place: int) -> bool:
    """Whether a word before "of" tells of those who live at a place ("villagers of X", "outskirts of X", the age in "34, of X")."""
    if place < 1:
        return False
    word = text.words[place]
    age = word.folded.isdigit() and len(word.folded) == 2 and text.gap(place - 1, place) == text.gap(place, place + 1) == ","
    return age or word.folded in words("cues", "lived")


def apposed(text: Text, first: int, last: int) -> bool:
    """Whether a comma sets the name off behind another and a dash, colon or line's end closes it: "Weavers' Guild, X – "."""
    return text.gap(first - 1, first) == "," and re.match(r"[ ]*(?:[–—:\n]|-[ ]|$)", text.raw[text.words[last - 1].end:][:3]) is not None


def sited(text: Text, place: int) -> bool:
    """Whether the word before "at" is a site, what one does somewhere, or a form of "be" behind a site: "a plant, at X", "held at X", "the clinics are at X",
    "on 3 May at X"."""
    if place < 1 or text.gap(place, place + 1) not in ("", ","):
        return False
    word = text.words[place].folded
    if text.label(place) == "DATE" and (word.isdigit() or word in words("cues", "calendar")):
        return True
    if word in ("is", "are", "was", "were"):
        return text.words[place - 1].folded.removesuffix("s") in words("cues", "sites")
    return word in words("cues", "sited") or (word.removesuffix("s") in words("cues", "sites") and not text.words[place].capital)


def told_to(text: Text, first: int, before: str) -> bool:
    """Whether a word before "to" makes the name that of someone spoken to ("according to X", "write to X")."""
    return before == "to" and first > 1 and text.words[first - 2].folded in words("cues", "told")
