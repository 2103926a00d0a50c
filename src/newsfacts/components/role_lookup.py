"""Looks up the people and bodies of a text for its titles: by their ends, by what the text is about, by "its" and "our"."""

from __future__ import annotations

import functools

from spacy.tokens import Span

from newsfacts.components import country_words, mention, name_words, place_table
from newsfacts.components.organisation_words import is_topic, kind_of, lexicon
from newsfacts.components.person_names import honorific_end
from newsfacts.components.surface import Surface
from newsfacts.components.title_fields import REGIONS
from newsfacts.components.titles import Post, title_words

Tokens = tuple[int, int]
DEGREES = frozenset(
    ["phd", "md", "rn", "mph", "mba", "msc", "obe", "mbe", "cbe", "frs", "mni", "esq", "mbbs", "frcs", "jp", "td", "qc", "kc", "oon", "mfr", "ofr", "fcia"]
)
"""Degrees and orders in small letters."""


class RoleLookup:
    """The titles, people and bodies of one Doc; people are looked up by their first token (honorifics counted in) and their last."""

    def __init__(self, s: Surface, posts: list[Post]) -> None:
        self.s, self.posts = s, posts
        self.at = {post.start: post for post in posts}
        self.held: set[tuple[int, int]] = set()
        self.starts: dict[int, Span] = {}
        self.ends: dict[int, Span] = {}
        self.opens: dict[int, int] = {}
        self.bodies: dict[int, int] = {}
        for span in mention.mentions(s.doc, "organisations"):
            self.bodies[span.start] = max(self.bodies.get(span.start, 0), span.end)
        for span in mention.mentions(s.doc, "people"):
            first = span.start
            while (before := next((first - back for back in range(1, 7) if back <= first and honorific_end(s, first - back) == span.start), None)) is not None:
                first = before
            for place in range(first, span.start + 1):
                self.starts.setdefault(place, span)
            while first > 0 and s.words[first - 1] == "*":
                first -= 1
                self.starts.setdefault(first, span)
            self.ends[span.end], self.opens[span.start] = span, first
            for end in range(span.end, len(s.words)):
                if s.words[end] != "*":
                    break
                self.ends[end + 1] = span
            for end in self.degrees(span.end):
                self.ends.setdefault(end, span)

    def degrees(self, place: int) -> list[int]:
        """The ends of degrees and orders behind a name ("Ana Reis, M.D., R.N.,", "Rui Costa OBE,")."""
        s = self.s
        found: list[int] = []
        while place + 1 < len(s.words) and s.line[place + 1] == s.line[place]:
            start = place + (s.words[place] == ",")
            word = s.words[start].replace(".", "")
            told = 2 <= len(word) <= 5 and ((word.isupper() and "." in s.words[start]) or word.lower() in DEGREES)
            bare = start == place and 2 <= len(word) <= 4 and word.isupper() and s.words[start + 1 : start + 2] in ([","], ["("])
            if not (told or bare) or start in self.bodies or start in self.at:
                return found
            place = start + 1
            found.append(place)
        return found

    def placed(self, tokens: Tokens) -> bool:
        """Whether a stretch is no more than a place's or a country's name."""
        name = self.s.text(*tokens)
        return mention.mention_at(self.s.doc, "organisations", *tokens) is None and (
            country_words.is_form(name) or place_table.known(name_words.fold_name(name))
        )

    def crossed(self, start: int, end: int, holder: Span | None) -> bool:
        """Whether the name of someone other than the holder stands in a stretch."""
        return any(span.start >= start and span.end <= end and (holder is None or span.start != holder.start) for span in self.ends.values())

    def main_body(self) -> Tokens | None:
        """The organisation that the text names most (its acronym counts), three times at least; the first of equals."""
        most, count = self.speaker
        return most if count >= 4 else None

    @functools.cached_property
    def speaker(self) -> tuple[Tokens | None, int]:
        """The body that the article is most likely by, with its weight: the one named most (its acronym counts), what comes first weighs more."""
        long = {value.short: value.long for value in map(mention.value_of, mention.mentions(self.s.doc, "acronyms"))}
        spans = sorted((span for span in mention.mentions(self.s.doc, "organisations") if not mention.value_of(span).generic), key=lambda span: span.start)
        names = [long.get(mention.value_of(span).name, mention.value_of(span).name) for span in spans]
        if not names:
            return None, 0
        about = {
            name for name, span in zip(names, spans, strict=True) if span.start and self.s.lower[span.start - 1] == "about" and self.s.begins[span.start - 1]
        }
        located = dict.fromkeys(names, 0)
        for name, span in zip(names, spans, strict=True):
            located[name] += span.start > 0 and self.s.lower[span.start - 1 - (self.s.lower[span.start - 1] == "the")] in ("at", "in", "to", "near")
        weights = {name: names.count(name) - 2 * located[name] + 2 * (name == names[0]) + 4 * (name in about) for name in dict.fromkeys(names)}
        most = max(weights, key=lambda name: (weights[name], -names.index(name)))
        first = spans[names.index(most)]
        return (first.start, first.end), weights[most]

    def learn(self, organisation: Tokens) -> None:
        """A name that stands where a post's organisation stands is one, unless it is a place or a topic."""
        s = self.s
        start, end = organisation
        words = lexicon()
        topical = all(is_topic(s.lower[place]) or s.lower[place] in words.stops | words.events | title_words().modifiers for place in range(start, end))
        start += s.lower[start] == "acting" and start + 1 < end
        name = s.text(start, end)
        small = s.lower[end - 1] in title_words().bodies | lexicon().generic and not s.capital[end - 1]
        if s.lower[end - 1] in REGIONS or (not small and (topical or not s.capital[start])):
            return
        bare = s.text(start + (s.lower[start] == "the"), end)
        if country_words.is_form(bare) or place_table.known(name_words.fold_name(bare)):
            return
        mention.propose(s.doc, "organisations", start, end, "organisations.post", mention.OrganisationValue(name, kind_of(name)))

    def body_before(self, place: int) -> Tokens | None:
        """The organisation right before a participle, a comma, "which is" or nothing between them."""
        s, end = self.s, place
        while end > 0 and s.lower[end - 1] in (",", "(", "which", "is", "was", "and"):
            end -= 1
        end -= 3 * (end > 3 and s.words[end - 1] == ")" and s.words[end - 3] == "(")
        ending = [span for span in mention.mentions(s.doc, "organisations") if span.end == end]
        return max(((span.start, span.end) for span in ending), key=lambda pair: pair[1] - pair[0], default=None)

    def aside(self, span: Span, place: int) -> bool:
        """Whether a body stands behind words in brackets ("School (paid by BODY) and its director")."""
        s = self.s
        opening = next((back for back in range(span.start - 1, max(span.start - 6, 0), -1) if s.words[back] in ("(", ")")), None)
        return opening is not None and s.words[opening] == "(" and opening < span.start - 1 and ")" in s.words[span.end : place]

    def agency(self, span: Span) -> bool:
        """Whether a body opens its line before a dash: the news agency of a dateline."""
        s = self.s
        opens = span.start == 0 or s.line[span.start - 1] != s.line[span.start]
        return opens and s.words[span.end : span.end + 1] in (["-"], ["–"], ["—"], ["--"])

    def nearest_body(self, place: int, *, tells: bool = False) -> Tokens | None:
        """What "its", "our" stands for: the organisation named last in the sentence or the one before; the first of the sentence where
        the holder tells; for "our" the body that speaks."""
        s = self.s
        sentence = s.sentence[place]
        low = s.sentence[sentence - 1] if sentence > 0 else 0
        spans = mention.mentions(s.doc, "organisations")
        found = [span for span in spans if low <= span.start and span.end <= place and not self.aside(span, place) and not self.agency(span)]
        if s.lower[place - 1] == "whose" and not any(place - 6 < span.end < place for span in found):
            return None
        if not found or s.lower[place - 1] == "our":
            return self.speaker[0]
        inside = [span for span in found if span.start >= sentence]
        if tells and inside and s.lower[place - 1] != "whose" and s.lower[place - 2] not in ("by", "and", "with", "through", "from"):
            return min(((span.start, span.end) for span in inside), key=lambda pair: (pair[0], -pair[1]))
        return max(((span.start, span.end) for span in found), key=lambda pair: (pair[1], pair[1] - pair[0]), default=None)
