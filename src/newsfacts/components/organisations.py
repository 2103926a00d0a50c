"""Proposes names of organisations."""
from __future__ import annotations

import functools

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import country_words, mention, organisation_evidence, organisation_names, short_forms, surface
from newsfacts.components.organisation_words import is_topic, is_vague, kind_of, lexicon
from newsfacts.components.surface import APOSTROPHES, SMALL, Surface

LOWER_HEADS = frozenset(("team", "office"))



@Language.component("newsfacts_organisations", assigns=["span._.newsfacts_organisations"], requires=["token.pos", "doc.ents"])
def organisations(doc: Doc) -> Doc:
    if len(doc):
        Finder(surface.read(doc)).find()
    return doc


class Finder:
    """Finds the organisations of one Doc; `taken` marks tokens that a name covers."""

    def __init__(self, s: Surface) -> None:
        self.s, self.doc, self.words = s, s.doc, lexicon()
        self.taken = [False] * len(s.words)
        self.acronyms = {value.short: value for value in map(mention.value_of, mention.mentions(s.doc, "acronyms"))}
        self.names: set[str] = set()

    def find(self) -> None:
        """Heads first, then well-known names, what contexts say, later mentions of all these; headlines last."""
        self.by_head(headlines=False)
        self.by_suffix()
        self.by_bracket()
        self.by_apposition()
        self.by_known()
        self.by_class()
        self.by_dateline()
        self.by_lower_head()
        self.by_embassy()
        self.by_definition()
        self.by_weight()
        self.by_letterhead()
        self.by_head(headlines=True)
        self.again()
        self.by_generic()

    def add(self, start: int, end: int, rule: str, *, head: str | None = None, parent: int | None = None, kind: str | None = None) -> None:
        """Proposes [start, end) and marks its tokens."""
        name = self.s.text(start, end)
        value = mention.OrganisationValue(name, kind or kind_of(name, head), country_of(self.s, start, end), None if parent is None else (parent, end))
        mention.propose(self.doc, "organisations", start, end, f"organisations.{rule}", value)
        self.names.add(name)
        self.taken[start:end] = [True] * (end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether no name covers any of the tokens."""
        return not any(self.taken[start:end])

    # -- names with a head word

    def by_head(self, *, headlines: bool) -> None:
        """Names around head words, left to right."""
        s, floor, place = self.s, 0, 0
        while place < len(s.words):
            if not organisation_names.is_head(s, place) or self.taken[place] or s.shouted[place] or s.headline[place] != headlines:
                place += 1
                continue
            end = self.one_head(place, floor, headlines)
            floor = place = max(end, place + 1)

    def one_head(self, place: int, floor: int, headline: bool) -> int:
        """Proposes the name around one head word; returns where to go on."""
        s = self.s
        limit = next((other for other in range(place, len(s.words)) if self.taken[other]), len(s.words)) if any(self.taken) and headline else len(s.words)
        while floor < place and any(self.taken[floor:place]):
            floor += 1
        start = organisation_names.left(s, place, floor)
        reach = organisation_names.right(s, place, limit)
        end, head = reach.end, self.last_head(place, reach)
        if headline:
            start, end = self.in_headline(start, place, end)
        if end - start == 1:
            return end
        if not self.is_body(start, end, place, head):
            return max(place + 1, min(end, head + 1))
        self.chain(start, end, reach.parent if not headline else None, s.lower[place])
        return end

    def last_head(self, place: int, reach: organisation_names.Reach) -> int:
        """The last head word of the run that begins at `place` (before any "of")."""
        head = place
        for other in range(place + 1, reach.end):
            if not self.s.capital[other]:
                break
            if organisation_names.is_head(self.s, other):
                head = other
        return head

    def chain(self, start: int, end: int, parent: int | None, head: str) -> None:
        """Proposes a unit and, inside it, its parents."""
        s = self.s
        self.add(start, end, "head", head=head, parent=parent)
        while parent is not None:
            inner = next((place for place in range(parent, end) if organisation_names.is_head(s, place)), None)
            reach = organisation_names.right(s, inner, end) if inner is not None else organisation_names.Reach(end)
            self.add(parent, end, "head.parent", head=s.lower[inner] if inner is not None else None, parent=reach.parent)
            parent = reach.parent

    def is_body(self, start: int, end: int, place: int, head: int) -> bool:
        """Whether a name around a head word is a body's: no event, prize, law or venue, and acting where its head needs it."""
        s, words = self.s, self.words
        tail = head + 1
        while tail < end and s.capital[tail]:
            tail += 1
        closing = s.lower[tail - 1]
        if closing in words.events and closing not in words.heads and closing not in words.followers:
            return False
        if tail < len(s.words) and s.lower[tail] in words.events and s.lower[tail] not in words.followers and s.capital[tail] and s.line[tail] == s.line[head]:
            return False
        if s.lower[head] in words.venue_heads and head > start and s.lower[head - 1] in words.venue_before:
            return False
        if s.lower[place] == "administration" and end == place + 1 and not any(is_topic(s.lower[other]) or s.words[other].isupper() for other in range(start, place)) \
                and not country_words.is_form(s.text(start, place)):
            return False
        if start > 0 and s.lower[start - 1] in ("a", "an") and end - start == 2:
            return False
        if all(is_vague(s.lower[other]) or not s.capital[other] for other in range(start, end)) and is_topic(s.lower[head]):
            return False
        if end < len(s.words) and s.capital[end] and s.lower[end] in words.stops and s.lower[head] in organisation_evidence.title_modifiers() and s.line[end] == s.line[head]:
            return False
        if s.lower[head] in words.acting and not (head > start and s.lower[head - 1] in words.solid):
            return self.acts(start, end) or self.named_again(start, end)
        return not (end - start == 2 and start == place - 1 and s.begins[start] and s.doc[start].pos_ in ("VERB", "ADJ", "NUM"))

    def named_again(self, start: int, end: int) -> bool:
        """Whether an acronym in brackets follows the name and acts."""
        s = self.s
        return end + 2 < len(s.words) and s.words[end] == "(" and s.words[end + 2] == ")" and organisation_names.is_acronym(s.words[end + 1]) and self.total(s.words[end + 1]) >= 1

    def in_headline(self, start: int, place: int, end: int) -> tuple[int, int]:
        """The part of a headline's name that the body of the text has too, else what its grammar surely holds."""
        for first in range(start, place + 1):
            for last in range(end, place, -1):
                if self.s.text(first, last) in self.names:
                    return first, last
        return (start, end) if end - start <= 6 else (place, place + 1)

    def acts(self, start: int, end: int) -> bool:
        """Whether a name stands as the subject of what bodies do, behind "by" or "with", or has staff."""
        s = self.s
        return organisation_evidence.ahead(s, start) + max(0.0, organisation_evidence.behind(s, end, start)) + organisation_evidence.subject(s, start, end) >= 1.5

    # -- names without a head word

    def by_known(self) -> None:
        """Well-known bodies."""
        s, known, starts = self.s, self.words.known, known_by_first_word()
        for place, word in enumerate(s.words):
            if word not in starts or self.taken[place] or s.shouted[place] or s.headline[place]:
                continue
            for rest, name in starts[word]:
                end = place + len(rest) + 1
                if s.words[place + 1:end] == rest and self.free(place, end) and self.alone(place, end):
                    self.add(place, end, "known", kind=known[name])
                    break

    def alone(self, start: int, end: int) -> bool:
        """Whether no capital behind the tokens says that they are part of a longer name, and no "on" that they are a product."""
        s = self.s
        longer = end < len(s.words) and s.line[end] == s.line[start] and organisation_names.bare(s, end) and s.capital[end]
        if longer and organisation_evidence.before_title(s, start, organisation_names.run(s, end, len(s.words))) == end:
            longer = False
        ordinary = end - start == 1 and not s.words[start].isupper() and s.entity[start] not in ("ORG", "PERSON", "PRODUCT", "GPE") and not self.acts(start, end)
        return not longer and not ordinary and not (end - start == 1 and start > 0 and s.lower[start - 1] in ("on", "via", "using"))

    def by_suffix(self) -> None:
        """Companies: the capitalised words before "Inc.", "GmbH"."""
        s = self.s
        for place in range(1, len(s.words)):
            if s.lower[place] not in self.words.suffixes or not (s.capital[place] or s.lower[place] == "e.v.") or self.taken[place]:
                continue
            comma = s.words[place - 1] == ","
            if s.words[place - 1] == ")" and place > 3 and s.words[place - 3] == "(":
                comma = 3
            start = organisation_names.left(s, place - comma, 0)
            while start > 1 and s.lower[start - 1] in ("del", "de", "du", "di", "da") and organisation_names.nameable(s, start - 2):
                start = organisation_names.left(s, start - 2, 0)
            if start < place - comma and self.free(start, place):
                end = place + 1
                while end < len(s.words) and (s.lower[end] in self.words.suffixes or s.words[end] == "," and s.lower[end + 1:end + 2] and s.lower[end + 1] in self.words.suffixes):
                    end += 1
                self.add(start, end, "suffix", kind="association" if s.lower[place] == "e.v." else "company")

    def by_letterhead(self) -> None:
        """A line in capitals that is a name and nothing more: it begins or ends with a head word."""
        s, start = self.s, 0
        while start < len(s.words):
            end = next((place for place in range(start, len(s.words)) if s.line[place] != s.line[start]), len(s.words))
            stop = end
            while stop > start and s.words[stop - 1].isspace():
                stop -= 1
            named = s.shouted[start] and 2 <= stop - start <= 12 and all(s.words[place].isupper() or s.words[place] in (",", "&", "'S", "-") for place in range(start, stop))
            if named and (s.lower[start] in self.words.heads or s.lower[stop - 1] in self.words.heads) and s.lower[stop - 1] not in self.words.events:
                if not any(s.doc[place].pos_ in ("VERB", "AUX") and s.lower[place] not in self.words.topics for place in range(start, stop)):
                    self.add(start, stop, "letterhead", head=s.lower[start] if s.lower[start] in self.words.heads else s.lower[stop - 1])
            start = end

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
        if known is not None and known.long_tokens[1] >= end and known.long_tokens[0] >= start:
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
                if 0 <= place < len(s.words) and s.words[mark] == "," and organisation_names.is_acronym(s.words[place]) and s.words[place] not in self.acronyms:
                    if short_forms.initials_match(s.words[place], s.text(span.start, span.end)):
                        self.define(place, span.start, span.end, "acronyms.apposition")

    def by_dateline(self) -> None:
        """The news agency in a dateline: "LIMA, May 2 (Andes Newswire) --"."""
        s = self.s
        for place in range(min(len(s.words) - 3, 120)):
            if s.words[place] != "(" or not s.capital[place + 1] or self.taken[place + 1]:
                continue
            close = next((other for other in range(place + 1, min(place + 14, len(s.words))) if s.words[other] == ")"), None)
            if close is None or close + 1 >= len(s.words) or s.words[close + 1] not in ("-", "–", "—", "--"):
                continue
            end = organisation_names.run(s, place + 1, close)
            if end > place + 1 and s.line[place] == s.line[close] and any(word.isdigit() for word in s.words[max(0, place - 8):close]):
                self.add(place + 1, end, "dateline", kind="media")

    def by_class(self) -> None:
        """ "the association NAME": capitalised words behind a common noun that says what they are."""
        s, words = self.s, self.words
        for place in range(len(s.words) - 1):
            if (s.capital[place] and s.words[place] != "NGO") or s.lower[place] not in words.classes:
                continue
            start = place + 1 + (s.words[place + 1] in "“\"‘'«")
            if start >= len(s.words) or not s.capital[start] or self.taken[start] or not organisation_names.bare(s, start) or s.lower[start] in words.leads:
                continue
            reach = organisation_names.Reach(organisation_names.run(s, start, len(s.words)))
            while reach.end < len(s.words) - 1 and s.lower[reach.end] in words.foreign | {"for", "of"} and organisation_names.foreign(s, reach, len(s.words)):
                pass
            if s.entity[start] not in ("DATE", "NORP") and self.free(start, reach.end):
                self.add(start, reach.end, "class")

    def by_lower_head(self) -> None:
        """ "SPAM Open Data team": two or more capitals before a head word in small letters."""
        s = self.s
        for place in range(2, len(s.words)):
            if s.lower[place] not in LOWER_HEADS or s.capital[place] or self.taken[place - 1] and not self.taken[place - 2]:
                continue
            start = place
            while start > 0 and organisation_names.nameable(s, start - 1) and s.line[start - 1] == s.line[place]:
                start -= 1
            words = [other for other in range(start, place) if s.words[other] not in surface.HYPHENS]
            if len(words) >= 2 and not country_words.is_form(s.text(start, place)) and not all(s.entity[other] in ("GPE", "PERSON") for other in words):
                if all(not self.taken[other] for other in range(start, place)) or s.text(start, place) not in self.names:
                    self.add(start, place + 1, "lower-head", kind="unit")

    def by_embassy(self) -> None:
        """ "Dutch embassy": a country's adjective before an embassy or consulate in small letters."""
        s = self.s
        for place in range(1, len(s.words)):
            if s.lower[place] in ("embassy", "consulate") and not s.capital[place]:
                start = place - 1 if country_words.is_form(s.words[place - 1]) else place - 2 if place > 1 and country_words.is_form(s.text(place - 2, place)) else place
                if start < place and s.capital[start] and self.free(start, place + 1):
                    self.add(start, place + 1, "embassy", kind="embassy")

    def by_definition(self) -> None:
        """Long forms whose acronym acts: "Able Baker (AB)" where AB trains, hosts or is worked for."""
        s = self.s
        for value in self.acronyms.values():
            start, end = value.long_tokens
            while start > 0 and organisation_names.nameable(s, start - 1) and s.line[start - 1] == s.line[start] and not self.taken[start - 1]:
                start -= 1
            proper = sum(s.capital[place] for place in range(start, end)) >= 2 and s.capital[start] and s.capital[end - 1]
            if not proper or not self.free(start, end) or s.lower[end - 1] in self.words.events:
                continue
            if self.total(value.short) + organisation_evidence.weight(s, [(start, end)]) >= organisation_evidence.ENOUGH:
                self.add(start, end, "definition")

    def total(self, word: str) -> float:
        """The weight of all occurrences of a single word."""
        return organisation_evidence.weight(self.s, [(place, place + 1) for place, other in enumerate(self.s.words) if other == word and not self.s.headline[place]])

    def by_weight(self) -> None:
        """Names without a head word whose contexts together weigh enough, in two rounds, as lists join them to others."""
        s = self.s
        found: dict[str, list[tuple[int, int]]] = {}
        for start, end in self.candidates():
            found.setdefault(s.text(start, end), []).append((start, end))
        for _ in range(2):
            spans = mention.mentions(self.doc, "organisations")
            ends, starts = {span.end for span in spans}, {span.start for span in spans}
            for name, places in found.items():
                if name in self.names or not self.worth(name):
                    continue
                total = organisation_evidence.weight(s, places) + sum(organisation_evidence.beside(s, start, end, ends, starts) for start, end in places)
                if total >= organisation_evidence.ENOUGH:
                    for start, end in places:
                        if self.free(start, end):
                            self.add(start, end, "weight", kind=kind_of(self.acronyms[name].long) if name in self.acronyms else None)

    def worth(self, name: str) -> bool:
        """Whether a name may be a body's by its form: no acronym of something that is none."""
        if country_words.is_form(name) or all(is_vague(word) or word in self.words.heads or word in SMALL for word in name.lower().split()):
            return False
        if name not in self.acronyms:
            return True
        start, end = self.acronyms[name].long_tokens
        return any(span.end == end and 2 * (end - span.start) >= end - start or span.start <= start and span.end >= end for span in mention.mentions(self.doc, "organisations"))

    def candidates(self) -> list[tuple[int, int]]:
        """Runs of capitals, and what the model takes for an organisation beyond them."""
        s = self.s
        found = {pair: None for pair in organisation_evidence.runs(s, self.taken) if not self.field(pair[0])}
        for entity in self.doc.ents:
            if entity.label_ == "ORG" and self.free(entity.start, entity.end) and not s.headline[entity.start] and not s.shouted[entity.start]:
                start, end = self.trimmed(entity.start, entity.end)
                end = organisation_evidence.before_title(s, start, end) if end > start else end
                if self.field(start):
                    continue
                inside = [pair for pair in found if pair[0] < end and start < pair[1]]
                whole = len(inside) != 1 or (inside[0][0] == start and inside[0][1] < end)
                if end > start and s.line[start] == s.line[end - 1] and not {"(", ","} & set(s.words[start:end]) and whole and not self.event_head(start, end):
                    for pair in inside:
                        del found[pair]
                    found[start, end] = None
        return sorted(found)

    def field(self, start: int) -> bool:
        """Whether "Minister of", "Secretary for" before a name says that it is what a post is about."""
        s = self.s
        return start > 1 and s.lower[start - 1] in ("of", "for") and s.lower[start - 2] in ("secretary", "minister", "secretaries", "ministers", "commissioner")

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

    # -- later mentions

    def again(self) -> None:
        """Further mentions of names that were found."""
        s = self.s
        starts: dict[str, list[tuple[list[str], mention.OrganisationValue]]] = {}
        for span in mention.mentions(self.doc, "organisations"):
            first, *rest = s.words[span.start:span.end]
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
                if s.words[place + 1:end] == rest and self.free(place, end) and not (end < len(s.words) and s.capital[end] and s.lower[end] in self.words.events):
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


def country_of(s: Surface, start: int, end: int) -> str | None:
    """The alpha-2 code of the country that a name tells: an adjective or name at its begin, or a name behind its last "of"."""
    for place in (start, *(place + 1 for place in range(end - 2, start, -1) if s.lower[place] == "of")):
        first = place + (s.lower[place] == "the")
        stop = country_words.end_of(s, first)
        if stop > first and stop <= end and (place == start or stop == end):
            form = country_words.form_of(s.text(first, stop))
            if form is not None:
                return form.code
    return None
