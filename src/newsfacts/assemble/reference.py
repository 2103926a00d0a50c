"""Tells which person, body, country, place or event a stretch of text refers to: by name, by "the Centre", by pronoun."""
from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.assemble.cluster import Entity, fold
from newsfacts.components.layout import block_of
from newsfacts.components.mention import Tokens

ACTORS = frozenset(["government", "authorities", "authority", "people", "side", "delegation", "embassy", "army", "navy", "military"])
REGIONS = {word: kind for kind, words in rules.table("posts")["governed"].items() for word in words.split()}
"""What kind of place a general word stands for."""
GOVERNED = {"governor": "region", "premier": "region", "hokim": "region", "wali": "region", "mayor": "city", "alcalde": "city"}
"""What kind of place the holder of a title governs."""
SINGULAR_PRONOUNS = frozenset(["it", "its", "itself", "which"])


@dataclass(slots=True)
class Entities:
    """All entities of an article, and which one each token belongs to, by kind."""

    doc: Doc
    people: list[Entity]
    organisations: list[Entity]
    countries: list[Entity]
    places: list[Entity]
    at_token: dict[tuple[str, int], Entity] = field(default_factory=dict)

    def index(self) -> None:
        """Fills the look-up by token."""
        for entity in (*self.places, *self.countries, *self.organisations, *self.people):
            for span in entity.spans + entity.acronym_spans + entity.later:
                for place in range(span.start, span.end):
                    other = self.at_token.get((entity.kind, place))
                    if other is None or shorter(other, place) < span.end - span.start:
                        self.at_token[entity.kind, place] = entity

    def named(self, tokens: Tokens, kinds: tuple[str, ...] = ("organisation", "person", "country", "place")) -> Entity | None:
        """The entity whose mention covers the head of a stretch, else the one that its general head word acts for ("the Chinese government")."""
        root = self.doc[tokens[0]:tokens[1]].root
        for kind in kinds:
            if found := self.at_token.get((kind, root.i)):
                return found
        if root.lower_ in ACTORS:
            return next((self.at_token["country", place] for place in range(*tokens) if ("country", place) in self.at_token), None)
        return None

    def post_of(self, tokens: Tokens) -> Entity | None:
        """What a post is in: the body whose mention is the stretch, else the one that its head or a word of it names, else "the province"."""
        kinds = ("organisation", "country", "place")
        pool = (*self.organisations, *self.countries, *self.places)
        exact = next((one for one in pool for span in one.spans + one.acronym_spans + one.later if (span.start, span.end) == tokens), None)
        found = exact or self.named(tokens, kinds) or next((one for one in self.organisations if one.key == fold(self.doc[tokens[0]:tokens[1]].text)), None)
        if found is None:
            found = next((self.at_token[kind, place] for place in range(*tokens) for kind in kinds if (kind, place) in self.at_token), None)
        return found or self.region_before(tokens) or self.bearing(tokens)

    def governed(self, title: str) -> Entity | None:
        """The place that a governor or mayor without one governs: the region or town that the article names most, if it names one more than once."""
        noun = title.lower().split(" of ")[0].split()[-1]
        kind = GOVERNED.get(noun)
        told = [one for one in self.places if one.type == kind]
        most = max(told, key=lambda one: len(one.spans), default=None)
        return most if most is not None and (len(told) == 1 or len(most.spans) > 1) else None

    def region_before(self, tokens: Tokens) -> Entity | None:
        """The region, town or country that "the province", "that island" stands for: the nearest one told before whose name has the word, else of that kind."""
        word = self.doc[tokens[1] - 1].lower_
        if word not in REGIONS or (tokens[1] > tokens[0] + 1 and self.doc[tokens[0]].text[0].isupper()):
            return None
        pool = self.countries if word in ("country", "nation", "island") else []
        pool = pool + [one for one in self.places if one.type in ("city", "region")] + [one for one in self.organisations if one.key.split()[-1:] == [word]]
        told = [(word in one.key.split(), one.type == REGIONS[word], span.start, place)
                for place, one in enumerate(pool) for span in one.spans if span.end <= tokens[0]]
        return pool[max(told)[3]] if told else None

    def bearing(self, tokens: Tokens) -> Entity | None:
        """The body that one small noun ("the regiment's") stands for: the nearest one told before whose name ends in it."""
        word = self.doc[tokens[1] - 1].lower_
        if tokens[1] != tokens[0] + 1 or self.doc[tokens[0]].text[0].isupper():
            return None
        likely = [(place, one) for place, one in enumerate(self.organisations) if one.key.split()[-1:] == [word]]
        told = [(span.start, place) for place, one in likely for span in one.spans if span.end <= tokens[0]]
        return self.organisations[max(told)[1]] if told else None

    def refer(self, tokens: Tokens) -> Entity | None:
        """The entity that a stretch refers to, through pronouns too."""
        found = self.named(tokens)
        if found is not None:
            return found
        root = self.doc[tokens[0]:tokens[1]].root
        if root.pos_ != "PRON" and root.lower_ not in ("we", "our"):
            return None
        if root.lower_ in ("we", "our", "us"):
            return self.author()
        if root.lower_ in SINGULAR_PRONOUNS:
            return self.subject_before(root, "organisation")
        if root.lower_ in ("he", "she"):
            return self.subject_before(root, "person")
        return None

    def subject_before(self, token: Token, kind: str) -> Entity | None:
        """The entity of a kind that was the subject of the sentence before, or earlier in this one."""
        sentence = token.sent
        for span in (self.doc[sentence.start:token.i], previous(self.doc, sentence.start)):
            if span is None:
                continue
            for word in span:
                if word.dep_ in ("nsubj", "nsubjpass") and (kind, word.i) in self.at_token:
                    return self.at_token[kind, word.i]
        return None

    def author(self) -> Entity | None:
        """The body that speaks as "we": the one that an "About" paragraph tells of, else the first one named."""
        about = [one for one in self.organisations if any(block_of(span[0]) == "boilerplate" for span in one.spans)]
        return about[0] if about else max(self.organisations, key=lambda one: len(one.spans) + len(one.acronym_spans) + len(one.later), default=None)


def shorter(entity: Entity, place: int) -> int:
    """The length of the longest mention of an entity at a token."""
    return max((span.end - span.start for span in entity.spans + entity.acronym_spans + entity.later if span.start <= place < span.end), default=0)


def previous(doc: Doc, start: int) -> Span | None:
    """The sentence that ends where this one starts."""
    return doc[start - 1].sent if start > 0 else None
