"""Finds organisations by plain signs: legal forms, "the association X", letterheads, datelines, well-known names, acronyms in brackets."""

from __future__ import annotations

import functools

from newsfacts.components import country_words, mention, organisation_ends, organisation_names, organisation_starts, short_forms, surface
from newsfacts.components.organisation_heads import HeadNames
from newsfacts.components.organisation_words import lexicon
from newsfacts.components.place_table import common
from newsfacts.components.surface import Surface

MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))
LOWER_HEADS = frozenset(("team", "office", "chapter", "branch"))


class SignNames(HeadNames):
    """Names that a sign beside them or in them tells."""

    def by_suffix(self) -> None:
        """Companies: the capitalised words before "Inc.", "GmbH"."""
        s = self.s
        for place in range(1, len(s.words)):
            stop = legal_end(s, place)
            if stop == place or self.taken[place]:
                continue
            comma = int(s.words[place - 1] == ",")
            if s.words[place - 1] == ")" and place > 3 and s.words[place - 3] == "(":
                comma = 3
            start = organisation_starts.left(s, place - comma, 0)
            while start > 1 and s.lower[start - 1] in ("del", "de", "du", "di", "da") and organisation_starts.nameable(s, start - 2):
                start = organisation_starts.left(s, start - 2, 0)
            dated = comma and (month(s.lower[place - comma - 1][:3]) or s.entity[place - comma - 1] == "DATE")
            if start < place - comma and self.free(start, place) and not dated:
                end = stop
                while end < len(s.words) and (
                    s.lower[end] in self.words.suffixes or (s.words[end] == "," and s.lower[end + 1 : end + 2] and s.lower[end + 1] in self.words.suffixes)
                ):
                    end += 1
                self.add(start, end, "suffix", kind="association" if s.lower[place] in ("e.v.", "e.") else "company")

    def by_known(self) -> None:
        """Well-known bodies."""
        s, known, starts = self.s, self.words.known, known_by_first_word()
        for place, word in enumerate(s.words):
            if word not in starts or self.taken[place] or s.shouted[place] or s.headline[place]:
                continue
            for rest, name in starts[word]:
                end = place + len(rest) + 1
                if s.words[place + 1 : end] == rest and self.free(place, end) and self.alone(place, end):
                    self.add(place, end, "known", kind=known[name])
                    break

    def alone(self, start: int, end: int) -> bool:
        """Whether no capital behind the tokens says that they are part of a longer name, and no "on" that they are a product."""
        s = self.s
        longer = end < len(s.words) and s.line[end] == s.line[start] and organisation_names.bare(s, end) and s.capital[end]
        if longer and organisation_ends.before_title(s, start, organisation_names.run(s, end, len(s.words))) == end:
            longer = False
        ordinary = (
            end - start == 1 and not s.words[start].isupper() and s.entity[start] not in ("ORG", "PERSON", "PRODUCT", "GPE") and not self.acts(start, end)
        )
        inside = end - start == 1 and start > 0 and s.entity[start] and s.entity[start - 1] == s.entity[start] and s.capital[start - 1]
        inside = inside and not s.words[start].isupper() and not s.begins[start]
        if s.words[start] == "Congress" and self.meeting():
            return False
        if s.words[start] == "Parliament" and start > 1 and s.lower[start - 1] == "of" and s.lower[start - 2] in ("member", "members"):
            return False
        used = end - start == 1 and start > 0 and s.lower[start - 1] in ("on", "via", "using")
        return not (longer or ordinary or inside or used)

    def meeting(self) -> bool:
        """Whether a congress of the text is a meeting: "Congress of", or one behind a capital that is no country's."""
        s = self.s
        for place, word in enumerate(s.words):
            named = place > 0 and s.capital[place - 1] and s.lower[place - 1] != "the" and not country_words.is_form(s.words[place - 1])
            if word == "Congress" and (named or s.lower[place + 1 : place + 2] == ["of"]):
                return True
        return False

    def by_lower_head(self) -> None:
        """ "SPAM Open Data team": two or more capitals before a head word in small letters."""
        s = self.s
        for place in range(2, len(s.words)):
            if s.lower[place] not in LOWER_HEADS or s.capital[place] or (self.taken[place - 1] and not self.taken[place - 2]):
                continue
            start = place
            while start > 0 and organisation_starts.nameable(s, start - 1) and s.line[start - 1] == s.line[place]:
                start -= 1
            words = [other for other in range(start, place) if s.words[other] not in surface.HYPHENS]
            name = s.text(start, place)
            proper = len(words) >= 2 and not country_words.is_form(name) and not all(s.entity[other] in ("GPE", "PERSON") for other in words)
            if proper and (self.free(start, place) or name not in self.names):
                self.add(start, place + 1, "lower-head", kind="unit")

    def by_embassy(self) -> None:
        """ "Dutch embassy": a country's adjective before an embassy or consulate in small letters."""
        s = self.s
        for place in range(1, len(s.words)):
            if s.lower[place] in ("embassy", "consulate") and not s.capital[place]:
                start = (
                    place - 1
                    if country_words.is_form(s.words[place - 1])
                    else place - 2
                    if place > 1 and country_words.is_form(s.text(place - 2, place))
                    else place
                )
                if start < place and s.capital[start] and self.free(start, place + 1):
                    self.add(start, place + 1, "embassy", kind="embassy")

    def by_letterhead(self) -> None:
        """A line in capitals that is a name and nothing more: it begins or ends with a head word."""
        s, start = self.s, 0
        while start < len(s.words):
            end = next((place for place in range(start, len(s.words)) if s.line[place] != s.line[start]), len(s.words))
            stop = end
            while stop > start and s.words[stop - 1].isspace():
                stop -= 1
            stop = next((place for place in range(start + 2, stop) if s.words[place] in ("–", "—")), stop)
            named = (
                s.shouted[start]
                and 2 <= stop - start <= 12
                and all(s.words[place].isupper() or s.words[place] in (",", "&", "'S", "-") for place in range(start, stop))
            )
            head = next((s.lower[place] for place in (start, stop - 1) if s.lower[place] in self.words.heads), None) if named else None
            verb = head is not None and any(s.pos[place] in ("VERB", "AUX") and s.lower[place] not in self.words.topics for place in range(start, stop))
            plain = s.lower[stop - 1] not in ("release", "note", "news") and not {"our", "my", "in", "from", "to"} & set(s.lower[start:stop])
            if head is not None and not verb and plain and not self.heading(start, stop) and s.lower[stop - 1] not in self.words.events:
                self.add(start, stop, "letterhead", head=head)
            start = end

    def heading(self, start: int, end: int) -> bool:
        """Whether a line is two words of everyday language: the heading of an item ("FOOT CLINIC"), no body's name."""
        return self.s.lower[start] == "news" or (end - start == 2 and all(common(self.s.lower[place]) for place in range(start, end)))

    def by_dateline(self) -> None:
        """The news agency in a dateline: "LIMA, May 2 (Andes Newswire) --"."""
        s = self.s
        for place in range(min(len(s.words) - 3, 120)):
            if s.words[place] != "(" or not s.capital[place + 1] or self.taken[place + 1] or s.entity[place + 1] == "DATE" or month(s.lower[place + 1]):
                continue
            close = next((other for other in range(place + 1, min(place + 14, len(s.words))) if s.words[other] == ")"), None)
            if close is None or close + 1 >= len(s.words) or not self.ends_dateline(place, close + 1):
                continue
            reach = organisation_names.Reach(organisation_names.run(s, place + 1, close))
            while reach.end < close - 1 and s.lower[reach.end] in self.words.foreign and organisation_names.foreign(s, reach, close):
                pass
            end = reach.end
            if end > place + 1 and s.line[place] == s.line[close] and any(word.isdigit() for word in s.words[max(0, place - 8) : close]):
                self.add(place + 1, end, "dateline", kind="media")

    def by_slashes(self) -> None:
        """The news agency between slashes in a dateline: "TASHKENT / Silkinfo / –"."""
        s = self.s
        for place in range(1, min(len(s.words) - 3, 60)):
            if s.words[place] == "/" and s.capital[place + 1] and s.capital[place - 1] and not s.joined[place]:
                end = organisation_names.run(s, place + 1, min(place + 5, len(s.words)))
                if s.words[end : end + 1] == ["/"] and s.words[end + 1 : end + 2] in (["-"], ["–"], ["—"]) and self.free(place + 1, end):
                    self.add(place + 1, end, "dateline", kind="media")

    def ends_dateline(self, opening: int, place: int) -> bool:
        """Whether a dash stands behind a bracket; or a sentence begins there and the line's first words up to the bracket are a place and a date."""
        s = self.s
        if s.words[place] in ("-", "–", "—", "--", ")--", ".-", ".–", ".—") or s.words[place : place + 2] in ([".", "-"], [".", "–"], [".", "—"]):
            return True
        first = opening
        while first > 0 and s.line[first - 1] == s.line[opening]:
            first -= 1
        small = any(s.words[other].isalpha() and not s.capital[other] for other in range(first, opening))
        return 2 < opening - first < 10 and not small and (s.words[place] in (".", ":") or s.capital[place])

    def by_bracket(self) -> None:
        """The acronym in brackets right behind a name with a head word, its letters the name's initials or not (another language's)."""
        s = self.s
        for span in mention.mentions(self.doc, "organisations"):
            place = span.end + 1
            if place + 1 >= len(s.words) or s.words[span.end] != "(" or s.words[place + 1] not in (")", ",", ";", "/"):
                continue
            word = s.words[place]
            if organisation_names.is_acronym(word) and len(word) <= 10 and not country_words.is_form(word):
                self.define(place, span.start, span.end, "acronyms.bracket")

    def define(self, place: int, start: int, end: int, rule: str) -> None:
        """Makes the acronym at `place` stand for [start, end), unless it stands for a stretch that ends there or goes on already."""
        word, known = self.s.words[place], self.acronyms.get(self.s.words[place])
        if known is not None and known.long_tokens[1] >= end and known.long_tokens[0] <= start:
            return
        value = mention.AcronymValue(word, self.s.text(start, end), (start, end))
        old = mention.mention_at(self.doc, "acronyms", place, place + 1)
        if old is not None:
            mention.keep(self.doc, "acronyms", [span for span in mention.mentions(self.doc, "acronyms") if span.start != old.start or span.end != old.end])
        mention.propose(self.doc, "acronyms", place, place + 1, rule, value)
        self.acronyms[word] = value

    def by_apposition(self) -> None:
        """ "AB, the Able Baker," and "Able Baker, AB,": a name beside its own initials."""
        s = self.s
        for span in mention.mentions(self.doc, "organisations"):
            comma = span.start - 1 - (s.lower[span.start - 1] in ("the", "a"))
            for place, mark in ((comma - 1, comma), (span.end + 1, span.end)):
                if not 0 <= place < len(s.words) or s.words[mark] != "," or s.words[place] in self.acronyms:
                    continue
                if organisation_names.is_acronym(s.words[place]) and short_forms.initials_match(s.words[place], s.text(span.start, span.end)):
                    self.define(place, span.start, span.end, "acronyms.apposition")


def legal_end(s: Surface, place: int) -> int:
    """The end of a legal form that begins at a token, be it one ("Ltd") or more ("d.o.o|.", "A|/|S"); `place` where none does."""
    forms = lexicon().suffixes
    if s.lower[place] not in form_starts():
        return place
    for end in range(min(place + 6, len(s.words)), place, -1):
        form = s.text(place, end).lower()
        if form in forms and (s.capital[place] or "." in form) and not (s.joined[end - 1] and end < len(s.words) and s.words[end][0].isalnum()):
            return end
    return place


@functools.cache
def form_starts() -> frozenset[str]:
    """All that legal forms begin with."""
    return frozenset(form[:length] for form in lexicon().suffixes for length in range(1, len(form) + 1))


def month(word: str) -> bool:
    """Whether a lower-case word is a month's name or its short form."""
    return word.rstrip(".") in ("may", "sept", "june", "july") or (len(word.rstrip(".")) == 3 and word[:3] in MONTHS)


@functools.cache
def known_by_first_word() -> dict[str, list[tuple[list[str], str]]]:
    """Well-known names by their first token, the longest first; hyphens and "'s" are tokens."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name in lexicon().known:
        first, *rest = name.replace("'s", " 's").replace("-", " - ").split()
        found.setdefault(first, []).append((rest, name))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found
