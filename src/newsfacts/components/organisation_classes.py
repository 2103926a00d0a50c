"""Finds organisations by common nouns that say what they are: "the association NAME", "its sponsor, NAME,", by compounds and by lists of who wins grants."""

from __future__ import annotations

import functools

from newsfacts.components import country_words, name_words, organisation_names, place_table, surface
from newsfacts.components.given_names import given
from newsfacts.components.organisation_signs import SignNames
from newsfacts.components.organisation_words import is_topic, lexicon
from newsfacts.components.place_table import common

OPENING = frozenset("“\"‘'«*[")
LEAST = 2
"""The lines of one shape that make a list of winners."""


@functools.cache
def last_words() -> frozenset[str]:
    """The last tokens of class nouns of several words."""
    return frozenset(phrase.replace("-", " ").split()[-1] for phrase in lexicon().split)


class ClassNames(SignNames):
    """Names that a common noun explains."""

    def by_class(self) -> None:
        """ "the association NAME": capitalised words behind a common noun that says what they are."""
        s, words = self.s, self.words
        for place in range(len(s.words) - 1):
            if (s.capital[place] and s.words[place] != "NGO") or not self.classed(place):
                continue
            start = place + 1
            while start < len(s.words) - 1 and s.words[start] in OPENING:
                start += 1
            held = place > 2 and s.lower[place - 2 : place] == ["of", "the"] and s.lower[place - 3] in words.stops
            if (held or s.lower[place].endswith("er")) and start < len(s.words) and ((s.entity[start] == "PERSON" and held) or given(s.words[start])):
                continue
            if start >= len(s.words) or not s.capital[start] or self.taken[start] or not organisation_names.bare(s, start) or s.lower[start] in words.leads:
                continue
            end = self.whole(start)
            if s.entity[start] not in ("DATE", "NORP") and self.free(start, end):
                self.add(start, end, "class")

    def classed(self, place: int) -> bool:
        """Whether a class noun ends at a token: one word, more ("non-profit", "software house"), or what a workshop is behind "by the"."""
        s, word = self.s, self.s.lower[place]
        if word == "house":
            return place > 0 and s.lower[place - 1] in self.words.houses
        if word == "workshop":
            return place > 1 and s.lower[place - 2 : place] == ["by", "the"]
        if word in self.words.classes:
            return True
        return word in last_words() and any(s.text(first, place + 1).lower() in self.words.split for first in range(max(0, place - 4), place))

    def whole(self, start: int) -> int:
        """The end of a name that small words of another language and "X and Y" of everyday words may go through."""
        s = self.s
        reach = organisation_names.Reach(organisation_names.run(s, start, len(s.words)))
        small = (self.words.foreign | self.words.articles | {"for", "of"}) - {"the"}
        while reach.end < len(s.words) - 1 and s.lower[reach.end] in small and not self.of_town(start, reach.end):
            if not organisation_names.foreign(s, reach, len(s.words)):
                break
        end = reach.end
        paired = end + 1 < len(s.words) and s.lower[end] == "and" and s.capital[end + 1] and common(s.lower[end - 1]) and common(s.lower[end + 1])
        return organisation_names.run(s, end + 1, len(s.words)) if paired and not self.taken[end + 1] else end

    def of_town(self, start: int, place: int) -> bool:
        """Whether "of" and a town behind a name of its own say where it is ("Sublimar | of Graz", but "Friends of Graz")."""
        s = self.s
        if s.lower[place] != "of" or common(s.lower[place - 1]):
            return False
        end = organisation_names.run(s, place + 1, len(s.words))
        return place_table.known(name_words.fold_name(s.text(place + 1, end)))

    def by_comma(self) -> None:
        """ "a Thai foundation, NAME, paid", "its supplier, NAME,": a name between commas behind the noun that says what it is."""
        s, contexts = self.s, self.words.contexts
        for place in range(2, len(s.words) - 3):
            noun = s.lower[place - 1]
            if s.words[place] != "," or s.capital[place - 1] or noun not in contexts["class"] | contexts["agent"]:
                continue
            if not s.capital[place + 1] or self.taken[place + 1]:
                continue
            end = self.whole(place + 1)
            closed = end < len(s.words) and s.words[end] in (",", ".", ";", ")") and s.line[end] == s.line[place]
            person = given(s.words[place + 1]) or s.entity[place + 1] in ("PERSON", "DATE", "NORP")
            town = country_words.is_form(s.text(place + 1, end)) or (s.entity[place + 1] in ("GPE", "LOC") and noun not in contexts["agent"])
            if closed and self.singled(place - 1) and not person and not town and self.free(place + 1, end):
                self.add(place + 1, end, "comma")

    def by_plural_comma(self) -> None:
        """ "two firms, NAME and NAME, ...": names between commas behind a plural that says what they are."""
        s, plurals = self.s, self.words.contexts["plurals"]
        for place in range(2, len(s.words) - 3):
            if s.words[place] != "," or s.lower[place - 1] not in plurals or s.capital[place - 1]:
                continue
            found, start = [], place + 1
            while start < len(s.words) and s.capital[start] and not self.taken[start] and organisation_names.bare(s, start):
                end = organisation_names.run(s, start, len(s.words))
                found.append((start, end))
                more = end + 1 < len(s.words) and s.words[end] in (",", "and", "&")
                start = end + 1 + (more and s.words[end] == "," and s.lower[end + 1] == "and") if more else len(s.words)
            if len(found) > 1 and s.lower[found[-1][0] - 1] in ("and", "&") and all(self.bodily(*pair) for pair in found):
                for start, end in found:
                    self.add(start, end, "comma")

    def bodily(self, start: int, end: int) -> bool:
        """Whether capitalised words are no country, no town and no person."""
        s, name = self.s, self.s.text(start, end)
        known = country_words.is_form(name) or place_table.known(name_words.fold_name(name))
        return not known and not given(s.words[start]) and s.entity[start] not in ("DATE", "NORP")

    def singled(self, noun: int) -> bool:
        """Whether "a", "the" or an owner stands up to two words before a noun."""
        s = self.s
        return any(s.lower[place] in ("a", "an", "the", "our", "its", "their", "one", "another") for place in range(max(0, noun - 3), noun))

    def by_compound(self) -> None:
        """Germanic compounds whose last part is a head: "Bundesstelle für X", "Aarhus Byggeskole"."""
        s = self.s
        for place, word in enumerate(s.lower):
            if not s.capital[place] or self.taken[place] or s.headline[place] or s.shouted[place] or word.endswith("'s"):
                continue
            ending = next((part for part in self.words.compounds if word.endswith(part) and len(word) > len(part) + 3), "")
            if not ending or common(word) or (s.entity[place] == "PERSON" and given(s.words[max(0, place - 1)])):
                continue
            start = place
            while start > 0 and self.goes_left(start):
                start -= 1 + s.glued(start - 1)
            end = self.whole(place)
            if self.free(start, end):
                self.add(start, end, "compound", kind=self.words.compounds[ending])

    def goes_left(self, start: int) -> bool:
        """Whether the word before belongs to a compound's name."""
        s, before = self.s, start - 1 - self.s.glued(start - 1)
        return before >= 0 and s.capital[before] and s.line[before] == s.line[start] and s.lower[before] not in self.words.leads and not self.taken[before]

    def by_winner(self) -> None:
        """Who wins, line by line: "NAME, Jumla – €15,000 for …", "NAME (Peru). Led by …"; two lines of the shape at least."""
        s = self.s
        found = []
        for start in range(len(s.words)):
            first = start == 0 or s.line[start] != s.line[start - 1]
            while first and start < len(s.words) - 1 and s.words[start] in surface.HYPHENS | {"*", "•", "·"}:
                start += 1
            if first and s.capital[start] and not s.shouted[start] and (end := self.won(start)) > start:
                found.append((start, end))
        for start, end in found if len(found) >= LEAST else []:
            if self.free(start, end):
                self.add(start, end, "winner")

    def won(self, start: int) -> int:
        """The end of a name that opens a line, with its place behind a comma or in brackets and a sum behind a colon or a dash; `start` where it is none."""
        s = self.s
        end = self.whole(start)
        if end <= start or given(s.words[start]) or any(s.entity[place] in ("PERSON", "DATE") for place in range(start, end)):
            return start
        if s.lower[end - 1] in self.words.events or all(common(s.lower[place]) or is_topic(s.lower[place]) for place in range(start, end)):
            return start
        mark = end
        if s.words[mark : mark + 1] == [","]:
            mark = next((place for place in range(mark + 1, min(mark + 5, len(s.words))) if not s.capital[place]), mark)
        elif s.words[mark : mark + 1] == ["("]:
            mark = next((place + 1 for place in range(mark + 1, min(mark + 6, len(s.words))) if s.words[place] == ")"), mark)
        if mark >= len(s.words) - 1 or s.line[mark] != s.line[start] or s.words[mark] not in (":", "–", "—"):
            return start
        return end if any(s.entity[place] == "MONEY" or s.words[place][0] in "€$£" for place in range(mark + 1, min(mark + 4, len(s.words)))) else start
