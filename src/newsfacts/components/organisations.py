"""Proposes names of organisations."""
from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention, organisation_names, short_forms, surface
from newsfacts.components.organisation_words import kind_of, lexicon
from newsfacts.components.surface import APOSTROPHES, Surface

OTHER_ENTITIES = frozenset(("PERSON", "GPE", "LOC", "NORP", "DATE", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE"))


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
        self.acronyms = {mention.value_of(span).short: mention.value_of(span) for span in mention.mentions(s.doc, "acronyms")}

    def find(self) -> None:
        """Heads first, then what contexts and the model say, then later mentions of what was found; headlines last."""
        self.by_head(headlines=False)
        self.by_known()
        self.by_suffix()
        self.by_class()
        self.by_acronym()
        self.by_entity()
        self.by_head(headlines=True)
        self.again()
        self.by_generic()

    # -- proposals

    def add(self, start: int, end: int, rule: str, *, head: str | None = None, parent: int | None = None, kind: str | None = None) -> None:
        """Proposes [start, end) and marks its tokens."""
        name = self.s.text(start, end)
        value = mention.OrganisationValue(name, kind or kind_of(name, head), parent=None if parent is None else (parent, end))
        mention.propose(self.doc, "organisations", start, end, rule, value)
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
        s, limit = self.s, len(self.s.words)
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
        self.add(start, end, "organisations.head", head=head, parent=parent)
        while parent is not None:
            inner = next((place for place in range(parent, end) if organisation_names.is_head(s, place)), None)
            reach = organisation_names.right(s, inner, end) if inner is not None else organisation_names.Reach(end)
            self.add(parent, end, "organisations.head.parent", head=s.lower[inner] if inner is not None else None, parent=reach.parent)
            parent = reach.parent

    def is_body(self, start: int, end: int, place: int, head: int) -> bool:
        """Whether a name around a head word is a body's: no event, prize, law or venue, and acting where its head needs it."""
        s, words = self.s, self.words
        tail = head + 1
        while tail < end and s.capital[tail]:
            tail += 1
        closing = s.lower[tail - 1]
        if closing in words.events and closing not in words.heads:
            return False
        if tail < len(s.words) and s.lower[tail] in words.events and s.capital[tail] and s.line[tail] == s.line[head]:
            return False
        if s.lower[head] in words.venue_heads and head > start and s.lower[head - 1] in words.venue_before:
            return False
        if s.lower[head] in words.acting:
            return self.acts(start, end) or self.named_again(start, end)
        return not (end - start == 2 and start == place - 1 and s.begins[start] and s.doc[start].pos_ in ("VERB", "ADJ", "NUM"))

    def named_again(self, start: int, end: int) -> bool:
        """Whether an acronym in brackets follows the name."""
        s = self.s
        return end + 2 < len(s.words) and s.words[end] == "(" and s.words[end + 2] == ")" and organisation_names.is_acronym(s.words[end + 1])

    def in_headline(self, start: int, place: int, end: int) -> tuple[int, int]:
        """The part of a headline's name that the body of the text has too, else what its grammar surely holds."""
        s = self.s
        names = {mention.value_of(span).name for span in mention.mentions(self.doc, "organisations")}
        for first in range(start, place + 1):
            for last in range(end, place, -1):
                if s.text(first, last) in names:
                    return first, last
        return (start, end) if end - start <= 6 else (place, place + 1)

    # -- what a body does

    def acts(self, start: int, end: int) -> bool:
        """Whether a name stands as the subject of what bodies do, behind "by" or "with", or owns something."""
        s, words = self.s, self.words
        if end < len(s.words) and s.words[end] in APOSTROPHES:
            return True
        before = start - 1
        if before >= 0 and s.lower[before] in ("the", "its", "our", "“"):
            before -= 1
        if before >= 0 and s.lower[before] in words.behind and before > 0 and s.lower[before - 1] != "together_":
            return True
        root = self.doc[start:end].root
        return root.dep_ in ("nsubj", "agent") and root.head.lemma_.lower() in words.verbs and root.head.pos_ == "VERB"

    # -- names without a head word

    def by_known(self) -> None:
        """Well-known bodies."""
        s, known = self.s, self.words.known
        starts: dict[str, list[tuple[list[str], str]]] = known_by_first_word()
        for place, word in enumerate(s.words):
            if word not in starts or self.taken[place] or s.shouted[place]:
                continue
            for rest, name in starts[word]:
                end = place + len(rest) + 1
                if s.words[place + 1:end] == rest and self.free(place, end) and self.alone(place, end):
                    if len(word) > 3 or not self.is_ordinary(place):
                        self.add(place, end, "organisations.known", kind=known[name])
                    break

    def alone(self, start: int, end: int) -> bool:
        """Whether no capital beside the tokens says that they are part of a longer name."""
        s = self.s
        after = end < len(s.words) and s.line[end] == s.line[start] and s.capital[end] and s.lower[end] in self.words.events
        return not after and not s.headline[start]

    def is_ordinary(self, place: int) -> bool:
        return self.s.begins[place] and not self.s.words[place].isupper()

    def by_suffix(self) -> None:
        """Companies: the capitalised words before "Inc.", "GmbH"."""
        s = self.s
        for place in range(1, len(s.words)):
            if s.lower[place] not in self.words.suffixes or not s.capital[place] and s.lower[place] != "e.v." or self.taken[place]:
                continue
            start = place - 1 if s.words[place - 1] == "," else place
            start = organisation_names.left(s, start, 0) if s.words[place - 1] != "," else organisation_names.left(s, place - 1, 0)
            if start < place - (s.words[place - 1] == ",") and self.free(start, place):
                end = place + 2 if place + 1 < len(s.words) and s.lower[place + 1] in self.words.suffixes and s.capital[place + 1] else place + 1
                self.add(start, end, "organisations.suffix", kind="association" if s.lower[place] == "e.v." else "company")

    def by_class(self) -> None:
        """ "the association NAME": capitalised words behind a common noun that says what they are."""
        s, words = self.s, self.words
        for place in range(len(s.words) - 1):
            if s.capital[place] and s.words[place] != "NGO" or s.lower[place] not in words.classes:
                continue
            start = place + 1 + (s.words[place + 1] in "“\"‘'«")
            if start >= len(s.words) or not s.capital[start] or self.taken[start] or not organisation_names.bare(s, start) or s.lower[start] in words.leads:
                continue
            end = organisation_names.run(s, start, len(s.words))
            reach = organisation_names.Reach(end)
            while reach.end < len(s.words) - 1 and s.lower[reach.end] in words.foreign | {"for", "of"} and organisation_names.foreign(s, reach, len(s.words)):
                pass
            if s.entity[start] not in ("DATE", "NORP") and self.free(start, reach.end):
                self.add(start, reach.end, "organisations.class")

    def by_acronym(self) -> None:
        """Acronyms of bodies: defined by one, or written in capitals where the model or the sentence says that it is one."""
        s = self.s
        for place, word in enumerate(s.words):
            if self.taken[place] or s.shouted[place] or not organisation_names.is_acronym(word) or not self.is_body_acronym(place):
                continue
            self.add(place, place + 1, "organisations.acronym", kind=kind_of(self.acronyms[word].long) if word in self.acronyms else None)

    def is_body_acronym(self, place: int) -> bool:
        s, word = self.s, self.s.words[place]
        if word in self.acronyms:
            start, end = self.acronyms[word].long_tokens
            return mention.mention_at(self.doc, "organisations", start, end) is not None or any(
                span.start <= start and span.end == end for span in mention.mentions(self.doc, "organisations"))
        beside = place + 1 < len(s.words) and s.capital[place + 1] and s.lower[place + 1] in self.words.events
        within = s.words[place - 1] == "(" if place else False
        if beside or any(char.isdigit() for char in word):
            return False
        if within and short_forms_before(s, place):
            return False
        return s.entity[place] == "ORG" or self.acts(place, place + 1)

    def by_entity(self) -> None:
        """What the model takes for an organisation, where nothing speaks against it."""
        s = self.s
        for entity in self.doc.ents:
            if entity.label_ not in ("ORG", "PRODUCT", "PERSON", "GPE", "FAC", "WORK_OF_ART") or (entity.label_ != "ORG" and not self.acts(entity.start, entity.end)):
                continue
            start, end = self.trimmed(entity.start, entity.end)
            if start < end and entity.label_ == "ORG" and self.is_name(start, end):
                self.add(start, end, "organisations.model")

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """An entity without what leads into it or follows it."""
        s = self.s
        while start < end and (not s.capital[start] or s.lower[start] in self.words.leads):
            start += 1
        while end > start and (not s.capital[end - 1] or s.lower[end - 1] in self.words.stops):
            end -= 1
        return start, end

    def is_name(self, start: int, end: int) -> bool:
        """Whether what the model calls an organisation is likely one."""
        s, words = self.s, self.words
        if not self.free(start, end) or s.headline[start] or s.shouted[start] or s.line[start] != s.line[end - 1]:
            return False
        last, first = s.lower[end - 1], s.lower[start]
        if last in words.events or (end < len(s.words) and s.capital[end] and s.lower[end] in words.events):
            return False
        if end - start == 1 and (first in words.heads or first in words.no_acronyms or is_plain(s, start) or first in words.topics):
            return False
        return not (end - start == 2 and first in words.topics and last in words.topics)

    # -- later mentions

    def again(self) -> None:
        """Further mentions of names that were found."""
        s = self.s
        starts: dict[str, list[tuple[list[str], mention.OrganisationValue]]] = {}
        for span in mention.mentions(self.doc, "organisations"):
            value = mention.value_of(span)
            first, *rest = s.words[span.start:span.end]
            if (rest or len(first) > 3) and all(rest != other for other, _ in starts.get(first, [])):
                starts.setdefault(first, []).append((rest, value))
        for options in starts.values():
            options.sort(key=lambda option: -len(option[0]))
        for place, word in enumerate(s.words):
            for rest, value in starts.get(word, []):
                end = place + len(rest) + 1
                if s.words[place + 1:end] == rest and self.free(place, end) and not (end < len(s.words) and s.capital[end] and s.lower[end] in self.words.events):
                    self.add(place, end, "organisations.again", kind=value.kind)
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


def known_by_first_word() -> dict[str, list[tuple[list[str], str]]]:
    """Well-known names by their first token, the longest first."""
    if not KNOWN:
        for name in lexicon().known:
            first, *rest = name.replace("'", " '").replace("-", " - ").split() if "U.N" not in name else name.split()
            KNOWN.setdefault(first, []).append((rest, name))
        for options in KNOWN.values():
            options.sort(key=lambda option: -len(option[0]))
    return KNOWN


KNOWN: dict[str, list[tuple[list[str], str]]] = {}


def is_plain(s: Surface, place: int) -> bool:
    """Whether a lone capitalised word may be an ordinary word: first of its sentence, or a common noun by its tag."""
    return s.begins[place] and not s.words[place].isupper() and s.doc[place].pos_ != "PROPN"


def short_forms_before(s: Surface, place: int) -> bool:
    """Whether the acronym in brackets at `place` abbreviates the words before it."""
    return short_forms.long_form(s.words[place], s.text(max(0, place - 10), place - 1)) is not None


def spans(s: Surface) -> Iterator[tuple[int, int]]:
    """The runs of capitals of a text."""
    place = 0
    while place < len(s.words):
        end = organisation_names.run(s, place, len(s.words)) if s.capital[place] else place
        if end > place:
            yield place, end
        place = max(end, place + 1)
