"""Finds people by the lists that they stand in: neighbours of people, lines, members in brackets, first names in a row."""

from __future__ import annotations

from newsfacts.components import country_words, mention, organisation_words
from newsfacts.components.person_contexts import PersonContexts
from newsfacts.components.person_names import honorific_end, name_word


class PersonLists(PersonContexts):
    """People that lists tell."""

    def by_list(self) -> None:
        """Neighbours of people in a list: names of two to four words between commas and "and", or lines of a list."""
        for _ in range(3):
            grown = False
            for span in mention.mentions(self.doc, "people"):
                grown |= self.neighbour_after(span.end) or self.neighbour_before(span.start)
            if not grown:
                return

    def neighbour_after(self, place: int) -> bool:
        s, start = self.s, bracket_end(self.s.words, place)
        while start < len(s.words) and s.lower[start] in (",", "and", "&"):
            start += 1
        if start == bracket_end(s.words, place) or start >= len(s.words) or s.line[start] != s.line[place - 1]:
            return False
        end = self.extent(start) if name_word(s, start) else start
        return 2 <= end - start <= 4 and self.listed(start, end) and self.add(start, end, "list")

    def neighbour_before(self, place: int) -> bool:
        s, end = self.s, place
        while end > 0 and s.lower[end - 1] in (",", "and", "&"):
            end -= 1
        if end == place or end <= 0:
            return False
        start = self.name_before(end)
        return start is not None and 2 <= end - start <= 4 and self.listed(start, end) and self.add(start, end, "list")

    def listed(self, start: int, end: int) -> bool:
        """Whether a neighbour in a list may be a person: no place or body to the model, no topic."""
        s = self.s
        return (
            not self.called_place(start, end)
            and all(s.entity[place] in ("PERSON", "", "ORG", "GPE") for place in range(start, end))
            and not any(organisation_words.is_topic(s.lower[place]) for place in range(start, end))
            and not s.words[start].isupper()
            and self.s.words[start] not in organisation_words.lexicon().known
        )

    def by_line(self) -> None:
        """Lines of a list that hold a name, with a comma, bracket or nothing behind it: where some are people, all are."""
        s = self.s
        entries = [(begin, self.extent(begin) if name_word(s, begin) else begin) for begin in self.line_starts()]
        groups: list[list[tuple[int, int]]] = [[]]
        for start, end in entries:
            closed = (end < len(s.words) and (s.words[end] in (",", "(", "–", "-", "—") or s.words[end].isspace())) or end == len(s.words)
            if 2 <= end - start <= 6 and closed and len(s.text(start, end).split()) >= 2:
                groups[-1].append((start, end))
            elif groups[-1]:
                groups.append([])
        for group in groups:
            people = sum(self.taken[start] or all(s.entity[place] == "PERSON" for place in range(start, end)) for start, end in group)
            if group and ((len(group) >= 3 and people * 3 >= len(group)) or self.opened(group[0][0])):
                for start, end in group:
                    if not country_words.is_form(s.text(start, end)):
                        self.add(start, end, "line")

    def opened(self, start: int) -> bool:
        """Whether a title in the plural and a colon open the list that begins here."""
        s, place = self.s, start - 1
        while place > 0 and (s.words[place].isspace() or s.words[place] in ("-", "•", "*", "–", "·")):
            place -= 1
        return s.words[place] == ":" and any(post.plural and s.line[post.noun] == s.line[place] for post in self.posts)

    def by_members(self) -> None:
        """ "members of BODY (Ana, Ben, Carla)": names in brackets behind a title in the plural."""
        s = self.s
        for post in self.posts:
            if not post.plural or post.end >= len(s.words) or s.words[post.end] != "(":
                continue
            close = next((place for place in range(post.end, min(post.end + 40, len(s.words))) if s.words[place] == ")"), post.end)
            place, found = post.end + 1, []
            while place < close:
                end = self.extent(place) if name_word(s, place) else place
                if end == place or (end < close and s.lower[end] not in (",", "and", "&", "(", ";")):
                    break
                found.append((place, end))
                place = end
                while place < close and s.lower[place] in (",", "and", "&", ";"):
                    place += 1
            if any(shouting(s.words[start]) or s.words[start].isupper() for start, _ in found):
                continue
            if place >= close and found and not all(country_words.is_form(s.text(*pair)) for pair in found):
                for start, end in found:
                    self.add(start, end, "members")

    def line_starts(self) -> list[int]:
        """The first word of each line that has any, bullets and honorifics left out."""
        s, found = self.s, []
        for place in range(len(s.words)):
            if place == 0 or s.line[place] != s.line[place - 1]:
                start = place
                while start < len(s.words) - 1 and s.line[start] == s.line[place] and (s.words[start] in ("-", "•", "*", "–", "·") or s.words[start].isspace()):
                    start += 1
                if s.line[start] == s.line[place] and not s.words[start].isspace():
                    found.append(honorific_end(s, start) if honorific_end(s, start) < len(s.words) else start)
        return found

    def by_first_names(self) -> None:
        """Single names in a list of three or more, most of which the model takes for people: "Ana, Ben and Carla"."""
        s, place = self.s, 0
        while place < len(s.words):
            if not s.capital[place] or s.words[place + 1 : place + 2] not in ([","], ["and"], ["&"]):
                place += 1
                continue
            items, end = [], place
            while end < len(s.words) and s.capital[end] and name_word(s, end) and not self.blocked[end] and s.line[end] == s.line[place]:
                items.append(end)
                end += 1
                while end < len(s.words) and s.lower[end] in (",", "and", "&"):
                    end += 1
                if end == items[-1] + 1:
                    break
            led = place > 0 and s.lower[place - 1] in (
                "in",
                "at",
                "to",
                "from",
                "near",
                "across",
                "of",
                "between",
                "and",
                "districts",
                "towns",
                "cities",
                "provinces",
                "like",
                "as",
            )
            if len(items) >= 3 and not led and sum(s.entity[item] == "PERSON" or self.taken[item] for item in items) * 2 >= len(items):
                for item in items:
                    if not country_words.is_form(s.words[item]) and not shouting(s.words[item]):
                        self.add(item, item + 1, "first-names")
            place = max(end, place + 1)


def bracket_end(words: list[str], place: int) -> int:
    """Behind brackets of up to five words at a token ("Ana Reis (sampling), Per …"); the token itself where none stand there."""
    if words[place : place + 1] != ["("]:
        return place
    return next((close + 1 for close in range(place + 2, min(place + 7, len(words))) if words[close] == ")"), place)


def shouting(word: str) -> bool:
    """Whether a word has capitals that people's names have not: all of them, or some inside ("ResLab"; "McKay", "O'Neil", "DeLuca" are names)."""
    if len(word) < 3 or "." in word:
        return False
    inner = [place for place in range(1, len(word)) if word[place].isupper() and word[place - 1] not in "'’-"]
    if word.isupper():
        return True
    return bool(inner) and not word.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "Ó", "D'", "Du", "Al"))
