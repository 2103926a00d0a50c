"""Finds towns, regions and parts of the world by name, where the context agrees that a place is meant."""
from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from newsfacts.components.countries import Found, Text
from newsfacts.components.country_table import of_country
from newsfacts.components.mention import mentions
from newsfacts.components.name_words import joined, run_length
from newsfacts.components.place_patterns import token_at
from newsfacts.components.place_table import candidates, known, regions, words, world
from newsfacts.rules import table

LONGEST = 5
UNLABELLED = frozenset(("in", "from", "near", "outside"))
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
DATELINE = re.compile(r"[ ]*(?:,[^\n–—]{2,40})?(?:\([^)\n]{2,30}\))?[ ]*(?:[–—]|--|-[ ]|:[ ])")
DATED = re.compile(r",[ ]+(?:\d{1,2}[ ]+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d{1,2}[./]\d)")
BRACKET = re.compile(r"\([^()]{1,30}\)")
TOWN = 50
"""Thousands of people from which a preposition outweighs the model's "person"."""
BIG = 300
"""Thousands of people from which a town needs no cue but its name."""


class Name(NamedTuple):
    """A name in the text: words [first, last), its folded spelling; `within` holds the countries that follow it ("X, Haiti"), `cue` what agreed,
    `part` whether it is only part of a longer name."""

    first: int
    last: int
    spelling: str
    cue: str
    within: frozenset[str] = frozenset()
    part: bool = False


def find_names(text: Text, countries: list[Found], taken: set[int]) -> list[Name]:
    """All names of places that stand in the context of one; words in `taken` belong to something else."""
    at = {found.first: found for found in countries}
    codes = frozenset(found.code for found in countries)
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
    ends = {name.last: name for name in names} | {name.first - 1: name for name in names}
    for name in doubtful:
        if name.spelling in sure:
            names.append(name._replace(cue="again"))
        elif name.spelling and not name.part and in_list(text, name, ends) and (name.spelling not in words("words", "words") or labels_of(text, name.first, name.last) <= {"GPE"}):
            names.append(name._replace(cue="list"))
            ends[name.last] = name
    return sorted(names)


def in_list(text: Text, name: Name, ends: dict[int, Name]) -> bool:
    """Whether the name stands beside a found one, parted by a comma or "and"."""
    before = name.first - 1 if text.words[name.first - 1].folded in ("and", "or") else name.first
    for left, right in ((before, name.first), (name.last - 1, name.last)):
        neighbour = ends.get(left if right == name.first else name.last)
        if neighbour is not None:
            gap = text.raw[text.words[neighbour.last - 1].end:text.words[name.first].start] if right == name.first else \
                text.raw[text.words[name.last - 1].end:text.words[neighbour.first].start]
            if BRACKET.sub("", gap).strip(" \n'’‘ʻ") in (",", "and", ", and", "or", "&"):
                return True
    return False


def read_name(text: Text, place: int, at: dict[int, Found], taken: set[int], codes: frozenset[str]) -> Name | None:
    """The longest known name that begins with a word, or an unknown one that the context shows to be a place."""
    for length in range(run_length(text.raw, text.words, place, LONGEST), 0, -1):
        last = place + length
        if not text.words[last - 1].capital or any(inner in taken for inner in range(place, last)):
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


def behind_title(text: Text, first: int) -> bool:
    """Whether a title stands before, parted by a comma, "for" or "of": "Vice President, East Asia", "Director for Africa"."""
    before = first - 1
    for length in (3, 2, 1):
        if " ".join(word.folded for word in text.words[max(first - length, 0):first]) in world() and text.gap(before, first) == ",":
            return behind_title(text, first - length)
    while before > 0 and text.words[before].folded in ("for", "of", "the", "and"):
        before -= 1
    return before >= 0 and text.words[before].capital and text.words[before].folded in words("cues", "title") and text.gap(before, first) in (",", "for", "of", "for the", "of the", "")


def known_name(text: Text, first: int, last: int, spelling: str, at: dict[int, Found], codes: frozenset[str]) -> Name | None:
    """A name of the tables; without a cue it is doubtful."""
    joins: list[str] = table("places")["join"].get(spelling, [])
    for length in (1, 2):
        if " ".join(word.folded for word in text.words[last:last + length]) in joins and len(text.raw[text.words[last - 1].end:text.words[last].start]) < 3:
            last += length
            break
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


def cue_of(text: Text, first: int, last: int, spelling: str, within: frozenset[str], codes: frozenset[str]) -> str:
    """What in the context agrees that a known name is a place; empty if nothing does. `codes` are the countries of the article."""
    if within:
        return "comma"
    before = text.words[first - 1].folded if first else ""
    prepositional = before in words("cues", "preposition") and joined(text.raw, text.words, first - 1, first)
    labels = labels_of(text, first, last)
    if spelling in words("words", "words"):
        agreed = labels <= {"GPE", "LOC"} or (not labels & {"DATE", "ORG"} and any(item.weight >= 100 for item in candidates(spelling)))
        return "preposition" if before in words("cues", "strong") and prepositional and agreed else ""
    here = any(item.country in codes for item in candidates(spelling))
    sizeable_here = here or any(item.weight >= TOWN for item in candidates(spelling))
    if prepositional and not labels & ({"DATE"} if sizeable_here else {"PERSON", "DATE"}):
        return "preposition"
    if DATED.match(text.raw, text.words[last - 1].end):
        return "dated"
    if sizeable_here and first and text.gap(first - 1, first) in (",", "),") and "PERSON" not in labels:
        return "comma before"
    if labels <= PLACE_LABELS:
        return "label"
    if before == "the" and first > 1 and text.words[first - 2].folded in words("cues", "strong") and any(item.kind == "region" for item in candidates(spelling)):
        return "region"
    big = any(item.weight >= BIG or (item.kind == "region" and item.weight == 1 and len(spelling) > 5) for item in candidates(spelling))
    return "known" if (big or here) and not labels & {"PERSON", "ORG"} else ""


def labels_of(text: Text, first: int, last: int) -> set[str]:
    """The model's labels of the words' tokens, "" for none."""
    return {text.doc[token_at(text, place)].ent_type_ for place in range(first, last)}


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
    return text.doc[token_at(text, first - 1)].pos_ in ("PROPN", "NOUN", "ADJ") and not known(word.folded)


def sizeable(spelling: str) -> bool:
    """Whether a spelling is that of a big town or a part of the world: such names stay two when a hyphen joins them ("Dakar-Bamako")."""
    return spelling in world() or any(item.kind == "city" and item.weight >= BIG for item in candidates(spelling))


def of_title_or_body(text: Text, first: int) -> bool:
    """Whether the name stands behind a capitalised word and "of": "Governor of X", "University of X"."""
    if first < 2 or text.words[first - 1].folded not in ("of", "for") or not joined(text.raw, text.words, first - 2, first - 1):
        return False
    head = text.words[first - 2]
    return head.capital and (head.folded in words("suffix", "body") or head.folded in words("cues", "title"))


def person(text: Text, first: int, last: int) -> bool:
    """Whether the words are part of a person's name."""
    start, end = token_at(text, first), token_at(text, last - 1) + 1
    return any(span.start <= start and end <= span.end for kind in ("people", "acronyms") for span in mentions(text.doc, kind))


def dateline(text: Text, first: int, last: int) -> bool:
    """Whether the name begins a line and is set off by a dash, or by a comma and a date."""
    start, end = text.words[first].start, text.words[last - 1].end
    before = text.raw[max(start - 3, 0):start]
    at_start = before[before.rfind("\n") + 1:].strip(" \u00a0*_(") == "" and (start <= 2 or "\n" in before)
    return at_start and ((DATELINE.match(text.raw, end) is not None and not text.raw.startswith("-", end)) or DATED.match(text.raw, end) is not None)


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
            if codes and region_follows(text, " ".join(word.folded for word in found), written):
                return codes
    return frozenset()


def region_follows(text: Text, spelling: str, written: str) -> bool:
    """Whether what follows is a region rather than the next town of a list."""
    if written.isupper() and len(written) <= 3:
        return True
    return not any(item.kind == "city" and item.weight > 100 for item in candidates(spelling)) and any(item.kind == "region" and item.weight == 1 for item in candidates(spelling))


def bare(text: Text, first: int, last: int) -> bool:
    """Whether the model takes all words for a proper name that no noun follows: "in X." rather than "in X data"."""
    start, end = text.tokens(first, last)
    if any(word.folded.endswith(tuple(words("words", "endings"))) for word in text.words[first:last]):
        return False
    small = {word.folded for word in text.words if not word.capital}
    if any(word.folded in small for word in text.words[first:last]) or "\n" in text.raw[text.words[first - 1].end:text.words[last - 1].end]:
        return False
    follows = text.doc[end].pos_ if end < len(text.doc) else "PUNCT"
    return all(token.pos_ == "PROPN" for token in text.doc[start:end] if token.is_alpha) and follows not in ("NOUN", "PROPN", "ADJ", "NUM", "PART")


def mixed(text: Text, place: int) -> bool:
    """Whether a word has a capital inside, as products and acronyms with endings have ("UKAid", "GitHub")."""
    written = text.raw[text.words[place].start:text.words[place].end]
    return (not written.isupper() and any(before.islower() and char.isupper() for before, char in pairwise(written))) or (written[:2].isupper() and not written.isupper())


def unknown_name(text: Text, place: int, at: dict[int, Found], taken: set[int]) -> Name | None:
    """A name that no table has, where the model labels it and a preposition stands before it, a country follows, or it opens a dateline."""
    last = place + 1
    while last < len(text.words) and last - place < 4 and joined(text.raw, text.words, last - 1, last) and text.words[last].capital and last not in at and last not in taken:
        last += 1
    written = text.raw[text.words[place].start:text.words[last - 1].end]
    if any(char.isdigit() for char in written) or any(mixed(text, inner) for inner in range(place, last)) or any(of_country(text.words[inner].folded) for inner in range(place, last)):
        return None
    if written.isupper() and last == place + 1 and not dateline(text, place, last):
        return None
    if person(text, place, last) or of_title_or_body(text, place) or any(word.folded in words("suffix", "body") for word in text.words[place:last]):
        return None
    before = text.words[place - 1].folded if place else ""
    prepositional = before in words("cues", "strong") and joined(text.raw, text.words, place - 1, place)
    labels = labels_of(text, place, last)
    within = followed_by(text, last, at)
    spelling = " ".join(word.folded for word in text.words[place:last])
    if within and (prepositional or labels <= {"GPE", "LOC"} or dateline(text, place, last)) and not labels & {"DATE"}:
        return Name(place, last, spelling, "comma", within)
    if spelling in words("words", "languages") or spelling in words("words", "words"):
        return None
    loose = before in words("cues", "preposition") and joined(text.raw, text.words, place - 1, place)
    if (prepositional or loose) and labels <= {"GPE", "LOC"}:
        return Name(place, last, spelling, "unknown")
    if last - place > 2 or labels & {"DATE", "TIME", "LANGUAGE", "ORG"} or not bare(text, place, last):
        return None
    if (before in UNLABELLED and prepositional and (last == place + 1 or "PERSON" not in labels)) or (before in ("to", "at") and loose and labels <= {"", "GPE", "LOC"}):
        return Name(place, last, spelling, "unknown")
    return Name(place, last, spelling, "") if "PERSON" not in labels else None
