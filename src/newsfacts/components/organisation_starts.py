"""Where the name of an organisation begins, left of its head word."""

from __future__ import annotations

from newsfacts.components import country_words, given_names, name_words, place_table
from newsfacts.components.organisation_names import ORDINAL, PLACES, owner
from newsfacts.components.organisation_words import is_topic, lexicon
from newsfacts.components.place_table import common
from newsfacts.components.surface import APOSTROPHES, Surface

QUOTES = frozenset("“\"‘'«")
LEVELS = frozenset(("local", "regional", "provincial", "state", "city", "county", "municipal", "district"))
"""Words that make "Government" part of a name."""


def nameable(s: Surface, place: int) -> bool:
    """Whether a token may stand inside a name left of its head."""
    word = s.lower[place]
    if not s.capital[place] and place + 1 < len(s.words) and s.capital[place + 1] and (ORDINAL.fullmatch(word) or numbered(s, place)):
        return True
    if not s.capital[place] or (word in lexicon().leads and not kept(s, place)):
        return False
    if word == "general" and place > 0 and s.lower[place - 1] in lexicon().stops:
        return False
    return not (s.begins[place] and s.pos[place] in ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "ADV") and s.entity[place] == "")


def hyphened(s: Surface, place: int) -> bool:
    """Whether a hyphen joins a word to the name: "High-tech", "Dar al-Hikma", rather than a word about it ("Lima-based", "State-run")."""
    if s.glued(place):
        return s.lower[place - 1] in ("al", "el", "an", "as")
    word = s.lower[place]
    return s.glued(place - 1) and word.isalpha() and not word.endswith(("ed", "led", "run", "born", "wide", "built", "held"))


def numbered(s: Surface, place: int) -> bool:
    """Whether a number behind "the" with a singular head behind it is a body's: "the 52 Military Hospital" (a count would have a plural)."""
    if not s.words[place].isdigit() or place == 0 or s.lower[place - 1] != "the":
        return False
    end = place + 1
    while end < len(s.words) and s.capital[end] and s.lower[end] not in lexicon().heads:
        end += 1
    return end < len(s.words) and s.capital[end] and not s.lower[end].endswith("s")


def kept(s: Surface, place: int) -> bool:
    """Whether a word that leads into names is part of one: "Local Government", "New" of a country or town ("Papua New Guinea")."""
    if s.lower[place] == "government":
        return s.lower[place - 1] in LEVELS and s.capital[place - 1]
    if s.lower[place] == "executive":
        return s.lower[place + 1 : place + 2] == ["office"]
    if s.lower[place] != "new" or place + 1 >= len(s.words) or not s.capital[place + 1]:
        return False
    return any(country_words.end_of(s, first) > place + 1 for first in (place, place - 1) if first >= 0) or place_table.known(
        name_words.fold_name(s.text(place, place + 2))
    )


def left(s: Surface, head: int, floor: int) -> int:
    """Where the name with head `head` begins; not before `floor`."""
    start = head
    while start > floor:
        before = start - 1
        if s.line[before] != s.line[start]:
            break
        if nameable(s, before) or (s.glued(before) and s.capital[before - 1] and before > floor):
            start = before
        elif before - 2 > floor and nameable(s, before - 2) and hyphened(s, before):
            start = before - 2
        elif (s.words[before] == "&" and before > floor and nameable(s, before - 1)) or (
            s.words[before] in APOSTROPHES and before > floor and owner(s, before)
        ):
            start = before - 1
        elif s.words[before] == ")" and before - 2 > floor and s.words[before - 2] == "(" and s.words[before - 1].isupper() and nameable(s, before - 3):
            start = before - 3
        elif (
            s.lower[before] == "of"
            and before > floor
            and s.lower[before - 1] in ("republic", "kingdom")
            and start < head
            and country_words.end_of(s, start) > start
        ):
            start = before - 1
        elif s.lower[before] == "and" and before > floor and joins_left(s, before, start, head, floor):
            start = before - 1 if s.words[before - 1] != "," else before - 2
        elif before > floor and (
            (s.lower[before] in ("for", "of") and serves_left(s, before, start, head)) or (s.words[before] == "," and lists_left(s, before, start, head))
        ):
            start = before - 1
        else:
            break
    return start


def joins_left(s: Surface, conjunction: int, start: int, head: int, floor: int) -> bool:
    """Whether "X and" belongs to the name "X and Y Head": X is a topic or a "the" opens it, and X is no body or place of its own."""
    before = conjunction - 1 if s.words[conjunction - 1] != "," else conjunction - 2
    if before > floor and s.words[before] in ("'", "’") and s.capital[before - 1] and s.lower[before - 1].endswith("s"):
        return start < head and is_topic(s.lower[start])
    if (
        before < floor
        or not nameable(s, before)
        or s.lower[before] in lexicon().heads
        or start == head
        or (s.words[before].isupper() and len(s.words[before]) > 2)
    ):
        return False
    if is_topic(s.lower[before]):
        return s.entity[before] != "PERSON"
    first = before
    while first > floor and (nameable(s, first - 1) or (s.glued(first - 1) and first - 1 > floor)):
        first -= 1
    while first > floor + 1 and s.words[first - 1] == "," and s.capital[first - 2] and is_topic(s.lower[first - 2]):
        first -= 2
    first -= first > 0 and s.words[first - 1] in QUOTES
    determined = first > 0 and (s.lower[first - 1] in ("the", "our", "its") or s.words[first - 1] in APOSTROPHES)
    if determined and (lexicon().heads[s.lower[head]] == "foundation" or plain(s, before, start, head)):
        return True
    return determined and s.entity[before] not in PLACES | {"PERSON"} and any(is_topic(s.lower[place]) for place in range(start, head))


def plain(s: Surface, before: int, start: int, head: int) -> bool:
    """Whether the words on both sides of an "and" are of everyday language, so that they share the head: "the Kodo Turning and Milling School"."""
    shared = head - start == 1 and not s.lower[head].endswith("s") and common(s.lower[start]) and common(s.lower[before])
    return shared and s.entity[before] not in ("PERSON", "GPE") and s.lower[before] not in lexicon().acting


def serves_left(s: Surface, preposition: int, start: int, head: int) -> bool:
    """Whether "X for" or "X of" belongs to the name "X for Y Foundation": X is an ordinary word with a capital, no person, place or body of its own."""
    before, kinds = preposition - 1, ("foundation", "association", "initiative")[: 3 if s.lower[preposition] == "for" else 2]
    opens = s.begins[before] and s.entity[before] != "ORG"
    if lexicon().heads.get(s.lower[head]) not in kinds or start == head or opens or s.lower[before] in lexicon().posts | lexicon().stops:
        return False
    proper = s.entity[before] in PLACES | {"PERSON"} or given_names.given(s.words[before]) or s.words[before].isupper()
    return nameable(s, before) and not proper and s.lower[before] not in lexicon().heads


def lists_left(s: Surface, comma: int, start: int, head: int) -> bool:
    """Whether "X," belongs to the name "X, Y, and Z Head"."""
    if comma > 2 and s.lower[comma - 2] == "of" and (s.lower[comma - 3] in lexicon().stops or s.lower[comma - 3].rstrip("s") in lexicon().stops):
        return False
    listed = is_topic(s.lower[start]) or any(s.lower[place] in ("and", "&") for place in range(start, head))
    return is_topic(s.lower[comma - 1]) and s.capital[comma - 1] and listed and s.lower[comma - 1] not in lexicon().heads
