"""Proposes names of organisations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import (
    country_words,
    mention,
    name_words,
    organisation_contexts,
    organisation_ends,
    organisation_evidence,
    organisation_names,
    organisation_plurals,
    organisation_starts,
    place_table,
    surface,
)
from newsfacts.components.given_names import given
from newsfacts.components.organisation_lists import ListNames
from newsfacts.components.organisation_starts import LEVELS
from newsfacts.components.organisation_words import kind_of
from newsfacts.components.surface import APOSTROPHES

DEFINED = 1.0
"""The weight from which a name with its acronym is a body's."""


@Language.component("newsfacts_organisations", assigns=["span._.newsfacts_organisations"], requires=["token.pos", "doc.ents"])
def organisations(doc: Doc) -> Doc:
    if len(doc):
        Finder(surface.read(doc)).find()
    return doc


class Finder(ListNames):
    """Finds the organisations of one Doc."""

    def find(self) -> None:
        """Heads first, then well-known names, what contexts say, later mentions of all these; headlines last."""
        self.by_plural()
        self.by_head(headlines=False)
        self.by_suffix()
        self.by_bracket()
        self.by_apposition()
        self.by_known()
        self.by_class()
        self.by_comma()
        self.by_plural_comma()
        self.by_compound()
        self.by_dateline()
        self.by_slashes()
        self.by_lower_head()
        self.by_embassy()
        self.by_definition()
        self.by_level()
        self.by_territory()
        self.by_list()
        self.by_winner()
        self.by_weight()
        self.by_letterhead()
        self.by_head(headlines=True)
        self.again()
        self.by_generic()

    def by_plural(self) -> None:
        """Bodies that share a plural head."""
        for place in range(len(self.s.words)):
            for start, end, name in organisation_plurals.shared(self.s, place):
                self.add(start, end, "plural", name=name)

    def by_definition(self) -> None:
        """Long forms whose acronym acts: "Able Baker (AB)" where AB trains, hosts or is worked for."""
        s = self.s
        for value in self.acronyms.values():
            start, end = value.long_tokens
            while start > 0 and organisation_starts.nameable(s, start - 1) and s.line[start - 1] == s.line[start] and not self.taken[start - 1]:
                start -= 1
            proper = sum(s.capital[place] for place in range(start, end)) >= 2 and s.capital[start] and s.capital[end - 1]
            if not proper or not self.free(start, end) or s.lower[end - 1] in self.words.events or s.lower[start] in self.words.stops:
                continue
            if self.total(value.short) + organisation_evidence.weight(s, [(start, end)]) >= DEFINED:
                self.add(start, end, "definition")

    def by_level(self) -> None:
        """Governments below a country's: "Akita Prefectural Government", "the Akita prefectural government"."""
        s = self.s
        for place in range(2, len(s.words)):
            level = place - 1
            if s.lower[place] != "government" or s.lower[level] not in LEVELS or s.line[level] != s.line[place] or s.headline[place]:
                continue
            start = level
            while start > 0 and s.line[start - 1] == s.line[level] and organisation_starts.nameable(s, start - 1) and not s.begins[start]:
                start -= 1
            if start < level and self.free(start, place + 1):
                self.add(start, place + 1, "level", kind="government")

    def by_territory(self) -> None:
        """Towns and provinces as bodies: "the City of Turku" where it hosts, pays or has officers."""
        s = self.s
        for place in range(len(s.words) - 2):
            if s.lower[place] not in self.words.territories or not s.capital[place] or s.lower[place + 1] not in ("of", "de") or not s.capital[place + 2]:
                continue
            end = organisation_names.run(s, place + 2, len(s.words))
            if end > place + 2 and self.free(place, end) and not s.headline[place] and (self.seat(place) or self.acts(place, end)):
                self.add(place, end, "territory", kind="government")

    def seat(self, place: int) -> bool:
        """Whether "the City of X", "the Town of X" is told as who does or gets something, rather than as where it is."""
        s = self.s
        sure = s.lower[place] in ("city", "town") and place > 1 and s.lower[place - 1] == "the"
        return sure and s.lower[place - 2] in ("of", "by", "and", "is", "with", "for")

    def by_weight(self) -> None:
        """Names without a head word whose contexts together weigh enough, in two rounds, as lists join them to others."""
        s = self.s
        found: dict[str, list[tuple[int, int]]] = {}
        for start, end in self.candidates():
            found.setdefault(s.text(start, end), []).append((start, end))
        weights = {name: organisation_evidence.weight(s, places) for name, places in found.items() if name not in self.names and self.worth(name)}
        for _ in range(2):
            spans = mention.mentions(self.doc, "organisations")
            ends, starts = {span.end for span in spans}, {span.start for span in spans}
            for name, weight in weights.items():
                if name in self.names:
                    continue
                places = found[name]
                total = weight + sum(organisation_contexts.beside(s, start, end, ends, starts) for start, end in places)
                if total >= organisation_evidence.ENOUGH:
                    for start, end in places:
                        if self.free(start, end):
                            self.add(start, end, "weight", kind=kind_of(self.acronyms[name].long) if name in self.acronyms else None)

    def candidates(self) -> list[tuple[int, int]]:
        """Runs of capitals, and what the model takes for an organisation beyond them."""
        s = self.s
        found = {pair: None for pair in organisation_evidence.runs(s, self.taken) if not (self.field(pair[0]) or self.of_post(*pair))}
        for entity in self.doc.ents:
            if entity.label_ == "ORG" and self.free(entity.start, entity.end) and not s.headline[entity.start] and not s.shouted[entity.start]:
                start, end = self.trimmed(entity.start, entity.end)
                end = organisation_ends.before_title(s, start, end) if end > start else end
                if self.field(start) or self.envoy(start, end) or self.of_post(start, end):
                    continue
                inside = [pair for pair in found if pair[0] < end and start < pair[1]]
                whole = len(inside) != 1 or (inside[0][0] == start and inside[0][1] < end)
                if end > start and s.line[start] == s.line[end - 1] and not {"(", ","} & set(s.words[start:end]) and whole and not self.event_head(start, end):
                    for pair in inside:
                        del found[pair]
                    found[start, end] = None
        for start, end in [pair for pair in found if self.seated(*pair)]:
            del found[start, end]
            found[start, start + 1] = None
        codes = {s.words[start] for start, end in found if self.coded(start, end)}
        kept = (pair for pair in found if not (len(codes) > 1 and self.coded(*pair)) and not self.titled(pair[0]))
        return sorted(kept)

    def seated(self, start: int, end: int) -> bool:
        """Whether a place stands behind an acronym that the text explains or has alone: "AKID Niamey" where AKID is the body."""
        s, word = self.s, self.s.words[start]
        if end - start < 2 or not (word.isupper() and len(word) > 2 and word.isalpha()):
            return False
        name = s.text(start + 1, end)
        return word in self.acronyms and (country_words.is_form(name) or s.entity[end - 1] == "GPE" or place_table.known(name_words.fold_name(name)))

    def coded(self, start: int, end: int) -> bool:
        """Whether three capitals stand alone in brackets behind a name, as codes of countries do: "Ana Reis (POR)"."""
        s, word = self.s, self.s.words[start]
        alone = start > 1 and end == start + 1 < len(s.words) and s.words[start - 1] == "(" and s.words[end] == ")"
        return alone and len(word) == 3 and word.isalpha() and word.isupper() and word not in self.acronyms and s.capital[start - 2]

    def titled(self, start: int) -> bool:
        """Whether a title's noun opens a name behind a comma: "Ana Reis, Lecturer in Optics, …"."""
        return start > 0 and self.s.words[start - 1] == "," and self.s.lower[start] in self.words.posts | self.words.stops

    def field(self, start: int) -> bool:
        """Whether "Minister of", "Secretary for" before a name says that it is what a post is about."""
        s = self.s
        return start > 1 and s.lower[start - 1] in ("of", "for") and s.lower[start - 2] in ("secretary", "minister", "secretaries", "ministers", "commissioner")

    def envoy(self, start: int, end: int) -> bool:
        """Whether a name is a country and a person's name behind "to" ("Ambassador to COUNTRY Ana Reis")."""
        country = country_words.end_of(self.s, start)
        return start > 0 and self.s.lower[start - 1] == "to" and start < country < end - 1 and given(self.s.words[country])

    def event_head(self, start: int, end: int) -> bool:
        """Whether the words before the first small one end in an event's, prize's or document's noun."""
        s, place = self.s, start
        while place < end and s.capital[place]:
            place += 1
        return s.lower[place - 1] in self.words.events

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """An entity without what leads into it or follows it."""
        s = self.s
        owner = next((place for place in range(start, end) if s.words[place] in APOSTROPHES and country_words.is_form(s.text(start, place))), None)
        start = start if owner is None else owner + 1
        while start < end and (not s.capital[start] or s.lower[start] in self.words.leads):
            start += 1
        while end > start and (not s.capital[end - 1] or s.lower[end - 1] in self.words.stops):
            end -= 1
        return start, end

    def again(self) -> None:
        """Further mentions of names that were found."""
        s = self.s
        starts: dict[str, list[tuple[list[str], mention.OrganisationValue]]] = {}
        for span in mention.mentions(self.doc, "organisations"):
            first, *rest = s.words[span.start : span.end]
            if (rest or len(first) > 3 or first.isupper()) and all(rest != other for other, _ in starts.get(first, [])):
                starts.setdefault(first, []).append((rest, mention.value_of(span)))
        for value in self.acronyms.values():
            if self.worth(value.short) and all(rest for rest, _ in starts.get(value.short, [])):
                starts.setdefault(value.short, []).append(([], mention.OrganisationValue(value.short, kind_of(value.long))))
        for options in starts.values():
            options.sort(key=lambda option: -len(option[0]))
        for place, word in enumerate(s.words):
            for rest, value in starts.get(word, []):
                end = place + len(rest) + 1
                if (
                    s.words[place + 1 : end] == rest
                    and self.free(place, end)
                    and not (end < len(s.words) and s.capital[end] and s.lower[end] in self.words.events)
                ):
                    self.add(place, end, "again", kind=value.kind)
                    break

    def by_generic(self) -> None:
        """ "the Ministry", "the hospital": determiner and head word alone."""
        s, words = self.s, self.words
        for place in range(1, len(s.words)):
            if s.lower[place] not in words.generic or self.taken[place] or s.lower[place - 1] not in ("the", "this", "our", "its", "their"):
                continue
            following = place + 1
            if following < len(s.words) and s.capital[following] and s.line[following] == s.line[place]:
                continue
            value = mention.OrganisationValue(s.words[place], kind_of(s.lower[place], s.lower[place]), generic=True)
            mention.propose(self.doc, "organisations", place, place + 1, "organisations.generic", value)
