"""Where the name of an organisation begins and ends around its head word ("Ministry", "University", "Centre")."""

from __future__ import annotations

import re

from newsfacts.components import country_words
from newsfacts.components.organisation_words import is_topic, lexicon
from newsfacts.components.place_table import common
from newsfacts.components.place_table import words as place_words
from newsfacts.components.short_forms import initials_match
from newsfacts.components.surface import APOSTROPHES, Surface

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
ARABIC = frozenset(("al", "el", "an", "ar", "as", "ash", "at", "ad", "az", "es", "ez"))
"""Articles that a hyphen joins to the word behind them."""
LANDS = ("region", "other")
PLACES = frozenset(("GPE", "LOC", "NORP", "FAC"))


def is_head(s: Surface, place: int) -> bool:
    """Whether a token may be the head word of a name ("Cross" and "Crescent" only behind "Red")."""
    if s.capital[place] and s.lower[place] in lexicon().heads:
        if s.lower[place] == "house":
            return place > 0 and s.capital[place - 1] and s.lower[place - 1] in lexicon().houses
        return s.lower[place] not in ("cross", "crescent") or (place > 0 and s.words[place - 1] == "Red")
    return False


def strong(s: Surface, place: int) -> bool:
    """Whether a head word names a body wherever it stands: not one that is a topic too ("Services", "Technologies")."""
    return is_head(s, place) and s.lower[place] not in lexicon().acting and not is_topic(s.lower[place])


def owner(s: Surface, mark: int) -> bool:
    """Whether the owner before an apostrophe belongs to the name: a group or an office ("People's"), a saint, a plural ("Farmers'")."""
    word = s.lower[mark - 1]
    if not s.capital[mark - 1]:
        return False
    if word in lexicon().possessors or (mark >= 2 and s.lower[mark - 2] in ("st.", "st", "saint", "santa", "san")):
        return True
    return s.entity[mark - 1] not in ("GPE", "NORP") and s.words[mark] in ("'", "’") and word.endswith("s")


def bare(s: Surface, place: int) -> bool:
    """Whether a token may go on a name right of its head."""
    words, lower = lexicon(), s.lower[place]
    if lower == "press" and s.lower[place + 1 : place + 2] in (["service"], ["office"], ["centre"], ["center"], ["bureau"], ["department"]):
        return s.capital[place] and s.capital[place + 1]
    if lower in words.stops or (s.headline[place] and lower in words.headline_stops) or titled(s, place):
        return lower == "mayor" and place > 0 and s.lower[place - 1] in ("universidad", "facultad", "colegio")
    return s.capital[place] and (s.words[place].isupper() or s.lower[place] not in words.leads or s.lower[place] in ("national", "executive"))


def titled(s: Surface, place: int) -> bool:
    """Whether a token is a post with a name behind it ("Hill College Principal Rina Das"), rather than what a body is for ("Institute of Surgeon ...")."""
    if s.lower[place] not in lexicon().posts or s.lower[place - 1] in lexicon().english | lexicon().foreign | lexicon().articles:
        return False
    return place + 1 < len(s.words) and s.capital[place + 1] and s.line[place + 1] == s.line[place] and not is_head(s, place + 1)


def run(s: Surface, place: int, limit: int) -> int:
    """The end of the capitalised words from `place` on, hyphens and possessives of the name's own inside."""
    end = place + honoured(s, place, limit)
    while end < limit:
        if s.line[end] != s.line[place]:
            break
        if bare(s, end):
            end += 1
        elif s.lower[end] in ARABIC and end > place and end + 2 < limit and s.glued(end + 1) and bare(s, end + 2):
            end += 3
        elif (s.glued(end) and end > place) or (s.words[end] == "&" and end + 1 < limit and bare(s, end + 1) and (end > place or is_head(s, end + 1))):
            end += 2
        elif s.words[end] in APOSTROPHES and end > place and end + 1 < limit and bare(s, end + 1) and owner(s, end):
            end += 1
        elif s.words[end] == "," and end + 1 < limit and s.lower[end - 1] in lexicon().suffixes and s.lower[end + 1] in lexicon().suffixes:
            end += 2
        elif s.lower[end] in ("no.", "no", "nr.") and end + 1 < limit and s.words[end + 1].isdigit() and end > place:
            return end + 2
        else:
            break
    return end


def honoured(s: Surface, place: int, limit: int) -> int:
    """Tokens of the title of whom a body without "the" is named after: "at Hospital |Dr.| Ana Reis"."""
    if not 2 <= place < limit - 1 or s.lower[place] not in lexicon().honoured or not (s.capital[place] and s.capital[place + 1]):
        return 0
    before = s.lower[place - 2]
    return int(s.lower[place - 1] in lexicon().honouring and s.capital[place - 1] and not s.capital[place - 2] and before not in ("the", "this", "our"))


class Reach:
    """The right end of a name, and where its parent begins, if it has one."""

    __slots__ = ("end", "parent")

    def __init__(self, end: int, parent: int | None = None) -> None:
        self.end, self.parent = end, parent


def right(s: Surface, head: int, limit: int, depth: int = 0) -> Reach:
    """How far the name with head `head` goes to the right."""
    words = lexicon()
    end = run(s, head + 1, limit)
    if s.glued(head + 1) and s.words[head + 1] in "-–" and head + 2 < limit and bare(s, head + 2) and head > 0 and s.capital[head - 1]:
        end = run(s, head + 2, limit)
    last = head
    for place in range(head + 1, end):
        if is_head(s, place):
            last = place
    if end < limit and end == last + 1 and s.lower[last] in words.numbered and numeral(s, end):
        return Reach(end + 1)
    if end + 2 < limit and end == last + 1 and s.words[end].isdigit() and s.lower[end + 1 : end + 3] == ["public", "affairs"]:
        return Reach(end + 3)
    reach = Reach(end)
    rounds = 0
    if end + 3 < limit and s.words[end] in ("-", "–") and s.words[end + 1] == "Operation" and s.capital[end + 2] and s.line[end + 2] == s.line[head]:
        return Reach(run(s, end + 2, limit))
    while reach.end < limit - 1 and rounds < 4 and s.line[reach.end] == s.line[head]:
        connector = s.lower[reach.end]
        office = holder_end(s, reach.end, limit) if not rounds and s.lower[last] in ("office", "secretariat", "chancellery", "cabinet") else reach.end
        if office > reach.end:
            reach.end = office
            break
        if connector == "for" and rounds and s.lower[last] in ("ministry", "department", "office", "bureau"):
            break
        if connector in words.english:
            grown = complement(s, reach, head, last, limit, depth)
        elif connector in words.foreign or connector.startswith(("d'", "d’", "l'", "l’")):
            grown = foreign(s, reach, limit)
        elif connector in ("in", "at", "to") and rounds < 2:
            grown = by_place(s, reach, head, limit)
        else:
            break
        if not grown:
            break
        rounds += 1
    if reach.end == end and depth == 0:
        reach.end = paired(s, head, last, end, limit)
    return reach


def numeral(s: Surface, place: int) -> bool:
    """Whether a number behind a head belongs to the name ("Battalion 14"), rather than counting what follows it."""
    behind = place + 1
    return s.words[place].isdigit() and len(s.words[place]) < 4 and (behind == len(s.words) or s.pos[behind] not in ("NOUN", "ADJ", "NUM", "PROPN"))


def holder_end(s: Surface, place: int, limit: int) -> int:
    """The end of "of the Prime Minister (of the Republic of X)", "of the Special Adviser on Y" behind an office; `place` where it is no such holder."""
    words, end = lexicon(), place + 1 + (s.lower[place + 1 : place + 2] == ["the"])
    if s.lower[place] != "of":
        return place
    start = end
    while end < limit and s.capital[end] and s.line[end] == s.line[place]:
        end += 1
    end = next((last for last in range(end, start, -1) if s.lower[last - 1] in words.holders), start)
    if end == start or s.lower[end - 1] in ("prime", "first", "vice", "deputy", "high"):
        return place
    if end + 1 < limit and s.lower[end] in ("of", "for", "on"):
        country = end + 1 + (s.lower[end + 1] == "the")
        stop = country_words.end_of(s, country)
        end = stop if stop > country else conjuncts(s, country, run(s, country, limit), limit) if country < limit and bare(s, country) else end
    return end


PAIRS = frozenset(("hospital", "university", "school", "unit", "association"))
"""Kinds of bodies that have a second head: "Hospital and Research Centre"."""


def paired(s: Surface, head: int, last: int, end: int, limit: int) -> int:
    """The end of a name with a second head behind "and" that has no name of its own: "Hope Hospital and Research Centre"."""
    if end != last + 1 or end + 2 >= limit or s.lower[end] not in ("and", "&") or s.line[end] != s.line[head]:
        return end
    stop = run(s, end + 1, limit)
    own = any(not is_topic(s.lower[place]) for place in range(end + 1, stop - 1))
    if stop < end + 3 or own or not is_head(s, stop - 1) or s.line[stop - 1] != s.line[head]:
        return end
    told = s.words[stop : stop + 1] in (["("], [","]) and spelled(s, head, stop)
    plain = {lexicon().heads[s.lower[last]], lexicon().heads[s.lower[stop - 1]]} <= PAIRS
    return stop if plain or told else end


def spelled(s: Surface, head: int, stop: int) -> bool:
    """Whether the first acronym behind `stop` is spelt by the words from somewhere left of the head on."""
    short = next((s.words[place] for place in range(stop, min(stop + 3, len(s.words))) if is_acronym(s.words[place])), "")
    return any(initials_match(short, s.text(first, stop)) for first in range(max(0, head - 4), head + 1))


def complement(s: Surface, reach: Reach, head: int, last: int, limit: int, depth: int) -> bool:
    """Takes "of X", "for X and Y" into the name; sets its parent where X is a body."""
    words = lexicon()
    start = reach.end + 1
    if s.lower[start] in ("the", "its", "an", "a"):
        start += 1
    if (
        start >= limit
        or not s.capital[start]
        or s.line[start] != s.line[head]
        or s.lower[start] in ("january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")
    ):
        return False
    end = run(s, start, limit)
    if end == start:
        return False
    if s.lower[start - 1] == "for" and end < limit and s.capital[end] and s.line[end] == s.line[head] and plural_post(s.lower[end]):
        end += 1
    country = country_words.end_of(s, start)
    form = country_words.form_of(s.text(start, country))
    if start < country < end and form is not None and form.kind == "name" and not any(is_head(s, place) for place in range(country, end)):
        end = country
    land = s.lower[reach.end] == "of" and any(s.lower[end - 1] in place_words("suffix", kind) for kind in LANDS)
    told = land or (end - start == 1 and s.lower[reach.end] == "for")
    if s.lower[end - 1] in words.events and s.lower[end - 1] not in words.heads and not is_topic(s.lower[end - 1]) and not told:
        return False
    alone = end - start == 1 and s.lower[start - 1] == "the" and s.lower[end : end + 1] not in (["of"], ["for"], ["on"])
    if alone and s.lower[start] in words.generic and words.heads.get(s.lower[start]) != "military":
        return False
    inner = next((place for place in range(start, end) if strong(s, place) and s.lower[place] != "treasury"), None)
    unit = s.lower[last] in words.units or (inner is not None and own(s, start, inner, end) and words.heads.get(s.lower[last]) != "university")
    takes_parent = unit and depth < 3 and s.lower[reach.end] in ("of", "for")
    if inner is not None and takes_parent and (inner == start or not is_topic(s.lower[inner - 1]) or s.lower[start - 1] == "the" or own(s, start, inner, end)):
        nested = right(s, inner, limit, depth + 1)
        reach.parent, reach.end = start, nested.end
        return True
    if inner is None and takes_parent and end - start == 1 and is_acronym(s.words[start]):
        reach.parent, reach.end = start, end
        return True
    reach.end = conjuncts(s, start, end, limit)
    if s.lower[head] == "university" and reach.end == end and end + 1 < limit and s.words[end] == ",":
        campus = next((stop for stop in (end + 2, end + 3) if stop <= len(s.words) and s.text(end + 1, stop).lower() in words.campuses), None)
        reach.end = campus or end
    return True


def own(s: Surface, start: int, inner: int, end: int) -> bool:
    """Whether words are a body's name that a name of its own opens and one head closes ("Tamba Teaching Hospital")."""
    word = s.lower[start]
    return start < inner == end - 1 and not word_of_language(word) and not s.lower[inner].endswith("s") and word not in lexicon().heads


def word_of_language(word: str) -> bool:
    """Whether a lower-case word is one of English, rather than a name of its own."""
    return is_topic(word) or common(word) or word in lexicon().possessors or country_words.is_form(word.title())


def plural_post(word: str) -> bool:
    """Whether a word names holders of posts: what an academy "for Rural Officials" is for."""
    return word.endswith("s") and word in lexicon().stops


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym."""
    return len(word) >= 2 and sum(char.isupper() for char in word) >= 2 and word.lower() not in lexicon().no_acronyms


def is_place(s: Surface, start: int, end: int) -> bool:
    """Whether capitalised words name a country or, to the model, a place or a person."""
    if country_words.is_form(s.text(start, end)):
        return True
    return s.entity[end - 1] in ("GPE", "PERSON") and not is_topic(s.lower[end - 1])


def conjuncts(s: Surface, start: int, end: int, limit: int) -> int:
    """The end of "X and Y", "X, Y and Z" that begins with X = [start, end): the others are taken as long as they are topics too."""
    if s.lower[end - 1] in lexicon().suffixes:
        return end
    if is_place(s, start, end) or s.words[start].isupper():
        if end + 2 < limit and s.lower[end] == "and" and s.lower[end + 1] == "the" and s.entity[end + 2] in PLACES:
            stop = run(s, end + 2, limit)
            return end if any(is_head(s, place) for place in range(end + 2, stop)) else stop
        return end
    reached, place = end, end
    while place < limit - 1 and s.line[place] == s.line[start]:
        comma = s.words[place] == ","
        conjunction = s.lower[place] in ("and", "&") or (comma and s.lower[place + 1] == "and")
        if not comma and not conjunction:
            break
        following = place + (2 if comma and conjunction else 1)
        if following >= limit or not s.capital[following]:
            break
        stop = run(s, following, limit)
        if stop == following or any(strong(s, other) for other in range(following, stop)) or closed(s, following, stop):
            break
        if not topical(s, following, stop) and not all(s.entity[other] == "ORG" for other in range(start, stop)):
            break
        place = stop
        if conjunction:
            return second(s, stop, limit)
    return reached


def closed(s: Surface, start: int, end: int) -> bool:
    """Whether capitalised words are a body's whole name by their ends: a head word last, and a word first that no body is for ("Oka Provincial Seed Group")."""
    return end > start + 1 and is_head(s, end - 1) and not is_topic(s.lower[end - 1]) and not is_topic(s.lower[start])


def second(s: Surface, end: int, limit: int) -> int:
    """The end with a second "and Topic" that punctuation closes ("on X and Y Risks and Opportunities,")."""
    if end + 2 < limit and s.lower[end] == "and" and s.capital[end + 1] and is_topic(s.lower[end + 1]) and s.words[end + 2] in (",", ".", ")", ";", "("):
        return end + 2
    return end


def topical(s: Surface, start: int, end: int) -> bool:
    """Whether capitalised words say what a body is for, rather than name another body, a person or a place."""
    return any(is_topic(s.lower[place]) for place in range(start, end)) and not (end - start == 1 and s.words[start].isupper())


def foreign(s: Surface, reach: Reach, limit: int) -> bool:
    """Takes "de la X", "für X und Y" into the name."""
    words = lexicon()
    place = reach.end + 1
    while place < limit and not s.capital[place] and s.lower[place] in words.articles | words.foreign:
        place += 1
    if place >= limit or not s.capital[place] or s.line[place] != s.line[reach.end]:
        return False
    end = run(s, place, limit)
    if end == place:
        return False
    reach.end = end
    if end + 3 < limit and s.words[end] == "," and s.capital[end + 1]:
        middle = run(s, end + 1, limit)
        if middle + 1 < limit and s.lower[middle] in ("et", "y", "e", "und") and s.capital[middle + 1]:
            reach.end = run(s, middle + 1, limit)
    return True


def by_place(s: Surface, reach: Reach, head: int, limit: int) -> bool:
    """Takes "at City" into "University of State at City", "in Topic" and "in City (ACRONYM)" into others."""
    place = reach.end + 1
    if place >= limit or not s.capital[place]:
        return False
    end = run(s, place, limit)
    if end == place:
        return False
    connector = s.lower[reach.end]
    if connector == "at":
        takes = s.lower[head] in ("university", "college") and reach.end - head >= 3 and s.lower[head + 1] == "of" and s.entity[place] in ("GPE", "ORG", "")
    elif connector == "in":
        takes = is_topic(s.lower[place]) or is_topic(s.lower[end - 1])
        end = conjuncts(s, place, end, limit) if takes else end
    else:
        takes = s.lower[head] in ("mission", "delegation") and s.entity[place] in ("ORG", "GPE")
    if takes:
        reach.end = end
    return takes
