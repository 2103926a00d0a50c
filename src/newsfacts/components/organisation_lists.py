"""Finds the organisations of a list that begins as one of bodies: "sponsored by Alpha, Beta Systems and Gamma"."""

from __future__ import annotations

from newsfacts.components import country_words, given_names, name_words, organisation_contexts, organisation_evidence, organisation_names, place_table
from newsfacts.components.organisation_classes import ClassNames
from newsfacts.components.organisation_words import is_topic, is_vague

LEAST = 3
"""The items that a list must have: two names may be anything."""


class ListNames(ClassNames):
    """Names that a list joins to others."""

    def by_list(self) -> None:
        """Items of lists behind "sponsored by", "in partnership with", "sponsors include", where nothing makes them people or places."""
        place = 1
        while place < len(self.s.words):
            items = self.items(place) if self.opens(place) else []
            if len(items) >= LEAST and all(self.fits(*item) for item in items):
                for start, end in items:
                    if self.free(start, end) and not (end - start == 1 and self.s.lower[start] in self.words.heads):
                        self.add(start, end, "list")
            place = items[-1][1] if items else place + 1

    def opens(self, place: int) -> bool:
        """Whether a list of bodies may begin at a token."""
        s = self.s
        if not s.capital[place] or s.headline[place] or s.shouted[place] or s.line[place] != s.line[place - 1]:
            return False
        before = s.lower[place - 1]
        if before == ":" and place > 1 and s.lower[place - 2] in ("by", "with"):
            return organisation_contexts.ahead(s, place - 1) >= 2.0
        if before == "the":
            before = s.lower[place - 2] if place > 1 else ""
        if before in ("by", "with", "from"):
            return organisation_contexts.ahead(s, place) >= 2.0
        contexts = self.words.contexts
        classed = s.lower[place - 2] if before in ("like", "(", ":") else s.lower[place - 3] if s.lower[place - 2 : place] == ["such", "as"] else ""
        if classed in contexts["plurals"]:
            return True
        return before in contexts["includes"] and any(s.lower[other] in contexts["backers"] for other in range(max(0, place - 4), place - 1))

    def items(self, place: int) -> list[tuple[int, int]]:
        """The capitalised items of a list from a token on, up to what is none; nothing where no "and" ends a short one."""
        s = self.s
        found: list[tuple[int, int]] = []
        while place < len(s.words):
            place += s.lower[place] == "the"
            end = self.item_end(place)
            if end == place:
                return found if len(found) >= LEAST else []
            found.append((place, end))
            if end < len(s.words) and s.lower[end] == "(":
                end = next((other + 1 for other in range(end, min(end + 8, len(s.words))) if s.words[other] == ")"), end)
            if end >= len(s.words) or s.words[end] not in (",", "and", "&"):
                return found if (found and s.lower[found[-1][0] - 1] in ("and", "&")) or s.lower[found[-1][0] - 2] in ("and", "&") else []
            place = end + 1 + (s.words[end] == "," and s.lower[end + 1 : end + 2] in (["and"], ["&"]))
        return []

    def item_end(self, place: int) -> int:
        """The end of the item at a token: of the name found there, else of the run of capitals."""
        s, end = self.s, place
        if place < len(s.words) and self.taken[place]:
            while end < len(s.words) and self.taken[end]:
                end += 1
            return end
        if place >= len(s.words) or not s.capital[place]:
            return place
        end = organisation_names.run(s, place, len(s.words))
        if end + 1 < len(s.words) and s.lower[end] == "and" and all(is_topic(s.lower[other]) for other in range(place, end)):
            return organisation_names.run(s, end + 1, len(s.words))
        return end

    def fits(self, start: int, end: int) -> bool:
        """Whether an item may be a body: no country, town or person, no word of events or posts alone."""
        s = self.s
        if self.taken[start]:
            return True
        name = s.text(start, end)
        person = given_names.given(s.words[start]) or (s.entity[start] == "PERSON" and end - start > 1 and not self.firm(end - 1))
        place = (
            country_words.is_form(name)
            or (s.entity[start] in ("GPE", "NORP", "LOC", "DATE") and not organisation_evidence.coined(s, start))
            or place_table.known(name_words.fold_name(name))
        )
        vague = all(is_vague(s.lower[other]) or not s.capital[other] for other in range(start, end))
        land = end - start > 1 and any(s.lower[end - 1] in place_table.words("suffix", kind) for kind in ("region", "city", "other"))
        return not (person or place or land or vague or s.lower[end - 1] in self.words.events)

    def firm(self, place: int) -> bool:
        """Whether a token ends the names of firms and other bodies."""
        word = self.s.lower[place]
        return word in self.words.heads or word in self.words.suffixes or word in self.words.contexts["firms"]
