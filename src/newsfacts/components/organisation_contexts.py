"""What stands around one occurrence of a name says: a body that acts or employs, or a product, a place."""

from __future__ import annotations

from newsfacts.components import organisation_names
from newsfacts.components.given_names import given
from newsfacts.components.organisation_ends import ARTICLES
from newsfacts.components.organisation_words import lexicon
from newsfacts.components.place_table import common
from newsfacts.components.surface import APOSTROPHES, Surface


def context(s: Surface, start: int, end: int) -> float:
    """What stands around one occurrence of a name says."""
    before, after = ahead(s, start), behind(s, end, start)
    if before >= 2.0 and after < 0 and s.lower[end] in ("project", "initiative", "programme", "program", "network", "group"):
        after = 0.0
    return before + after + subject(s, start, end)


def behind(s: Surface, end: int, start: int) -> float:
    """What follows the name says: an owner, an employer, or a kind of product."""
    if end >= len(s.words):
        return 0.0
    contexts = lexicon().contexts
    if s.words[end] in APOSTROPHES:
        follows = s.words[end + 1] if end + 1 < len(s.words) else ""
        return 0.5 if follows in contexts["things"] else 1.5 if follows in contexts["staff"] and s.entity[end - 1] != "PERSON" else 1.0
    if s.lower[end] in contexts["staff"]:
        return 2.0 if titled(s, end) else 1.5
    if s.lower[end] in ("website", "blog", "site"):
        return 0.5
    if explained(s, start, end):
        return 4.0
    if s.lower[end] in contexts["things"] or (s.capital[end] and s.lower[end] in lexicon().events and s.line[end] == s.line[start]):
        return -1.5
    return 0.0


def explained(s: Surface, start: int, end: int) -> bool:
    """Whether ", a NOUN" or "is a NOUN" behind a name says that it is a body."""
    comma = s.words[end] == ","
    if not comma and (s.lower[end] != "is" or (start > 1 and "of" in s.lower[start - 2 : start])):
        return False
    if end + 2 >= len(s.words) or s.lower[end + 1] not in (("a", "an", "the", "our") if comma else ("a", "an", "one")):
        return False
    noun = end + 2
    while noun < min(end + 9, len(s.words)) and s.words[noun] not in (",", ".") and (s.pos[noun] not in ("VERB", "ADP") or s.words[noun - 1] == "-"):
        owner = s.words[noun + 1] in APOSTROPHES if noun + 1 < len(s.words) else False
        if (s.lower[noun] in lexicon().contexts["class"] and not owner) or s.lower[noun : noun + 3] == ["start", "-", "up"]:
            return True
        noun += 1
    return False


def titled(s: Surface, end: int) -> bool:
    """Whether a post in small letters with a person's name behind it follows a name: "Nehu shop steward Ana Reis"."""
    stop = next((place for place in range(end, min(end + 3, len(s.words))) if s.capital[place]), end)
    return stop > end and s.entity[stop] == "PERSON" and s.lower[stop - 1] in lexicon().posts | lexicon().stops


def ahead(s: Surface, start: int) -> float:
    """What comes before the name says: "hosted by", "support from", "professor at", "director of", "(" behind a person."""
    place = start - 1
    while place > 0 and s.lower[place] in ARTICLES:
        place -= 1
    if place < 1:
        return 0.0
    contexts, cue, before = lexicon().contexts, s.lower[place], s.lower[place - 1]
    before = s.lower[place - 2] if s.lower[max(place - 2, 0) : place] == ["secretary", "general"] else before
    if cue in ("by", "through", "for") and before in ("funded", "supported", "financed", "sponsored", "works", "worked", "working"):
        return 2.0
    if cue == "by":
        verb = place - 1 - (before in ("for", "out", "up", "in", "over") and place > 1)
        return 2.0 if s.doc[verb].lemma_.lower() in lexicon().verbs and s.pos[verb] in ("VERB", "ADJ") else 0.0
    if cue == "with":
        return 2.0 if before in contexts["with"] else 0.0
    sure = s.entity[start] == "ORG" or organisation_names.is_acronym(s.words[start])
    if cue == "between":
        return 2.0 if before in contexts["with"] else 0.0
    if cue == "from":
        return 2.0 if before in contexts["from"] else (2.0 if sure else 1.0) if before in contexts["staff"] else 0.0
    if cue == "to":
        return 2.0 if before == "according" else 0.0
    if cue in ("at", "of", "for"):
        return (
            (2.0 if sure or cue == "at" else 1.0)
            if before in contexts["staff"] or (cue == "of" and before in contexts["of"])
            else (-0.5 if cue != "of" else 0.0)
        )
    if cue == "," and place == start - 1:
        return 2.0 if after_title(s, place) else 0.0
    if cue == "(":
        return 2.0 if s.entity[place - 1] == "PERSON" else 0.0
    end = next((place for place in range(start, len(s.words)) if not s.capital[place]), start)
    return (
        -1.0
        if s.lower[end] not in ("website", "blog", "site") and cue in ("on", "via", "using", "in", "into", "through", "use", "used", "over", "near", "within")
        else 0.0
    )


def after_title(s: Surface, comma: int) -> bool:
    """Whether ", TITLE," behind a capitalised name stands before: "Ana Reis, country director, | Zuri Pay"."""
    place = comma - 1
    if s.lower[place] not in lexicon().posts | lexicon().stops or given(s.words[comma + 1]) or s.entity[comma + 1] in ("PERSON", "GPE", "LOC", "DATE"):
        return False
    if s.lower[comma + 1] in lexicon().contexts["areas"]:
        return False
    if common(s.lower[comma + 1]) and not (comma + 2 < len(s.words) and s.capital[comma + 2]):
        return False
    while place > max(0, comma - 5) and (s.words[place].isalpha() or s.words[place] in ("-", "&")):
        place -= 1
    return 0 < place < comma - 1 and s.words[place] in (",", "–", "—", ":") and s.capital[place - 1] and s.line[place - 1] == s.line[comma]


def subject(s: Surface, start: int, end: int) -> float:
    """Whether the name is the subject of what bodies do."""
    root = next(
        (token for token in (s.doc[place] for place in range(start, end)) if not start <= token.head.i < end or token.head.i == token.i), s.doc[end - 1]
    )
    verb = root.head
    if root.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return 0.0
    lemma = verb.lemma_.lower()
    if root.dep_ == "nsubjpass":
        return 1.0 if lemma in ("found", "establish", "award", "select", "honor", "register") else 0.0
    return 1.5 if lemma in lexicon().strong_verbs else (0.5 if lemma in lexicon().verbs and lemma not in ("be", "have", "do") else 0.0)


def beside(s: Surface, start: int, end: int, ends: set[int], starts: set[int]) -> float:
    """Whether a list joins the name to a body."""
    before = start - 1
    while before > 0 and s.lower[before] in (",", "and", "&", "the"):
        before -= 1
    after = end
    while after < len(s.words) - 1 and s.lower[after] in (",", "and", "&", "the"):
        after += 1
    left, right = before < start - 1 and before + 1 in ends, after > end and after in starts and s.lower[end] in (",", "and", "&")
    return 2.0 if left and right else 1.5 if left or right else 0.0
