"""Proposes people and the roles that the text gives them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import country_words, mention, name_words, organisation_words, place_table, roles, surface, titles
from newsfacts.components.given_names import family, given
from newsfacts.components.person_contexts import SURE
from newsfacts.components.person_lists import PersonLists, shouting
from newsfacts.components.person_names import class_of_rank, honorific_end, name_word, people_words


@Language.component("newsfacts_people", assigns=["span._.newsfacts_people", "span._.newsfacts_roles"], requires=["token.pos", "doc.ents"])
def people(doc: Doc) -> Doc:
    if len(doc):
        s = surface.read(doc)
        posts = without_surnames(s, titles.find(s))
        PeopleFinder(s, posts).find()
        roles.propose(s, posts)
    return doc


def without_surnames(s: surface.Surface, posts: list[titles.Post]) -> list[titles.Post]:
    """The posts without those that are surnames: behind a given name or an honorific and a name ("Dr. Rosa King spoke"), and the same word alone later on."""
    found = {post.noun for post in posts if (alone(s, post) and named_before(s, post.noun)) or trade_name(s, post)}
    names = {s.words[place] for place in found}
    return [post for post in posts if post.noun not in found and not (s.words[post.noun] in names and alone(s, post)) and not class_of_rank(s, post.end)]


def named_before(s: surface.Surface, place: int) -> bool:
    """Whether a given name, an honorific and a name, or what the model takes for a person with it, stand before a token."""
    before = place - 1
    acronym = s.words[before].isupper() and len(s.words[before]) > 2 and not s.words[place].isupper()
    if s.line[before] != s.line[place] or not s.capital[before] or acronym:
        return False
    if given(s.words[before]) or s.entity[before] == s.entity[place] == "PERSON":
        return True
    return before > 0 and name_word(s, before) and s.lower[before - 1].rstrip(".") in people_words().honorifics


def trade_name(s: surface.Surface, post: titles.Post) -> bool:
    """Whether a capitalised trade stands behind one capitalised word that is no word of the dictionary, and before none ("Belle Weaver")."""
    first, behind = post.noun - 1, post.noun + 1
    shouted = s.words[post.noun].isupper() or s.words[first].isupper()
    if not post.occupation or post.start != first or not (s.capital[first] and s.capital[post.noun]) or shouted:
        return False
    word = s.lower[first]
    unusual = not place_table.common(word) and not organisation_words.is_topic(word) and word not in titles.title_words().modifiers
    return unusual and name_word(s, first) and not (behind < len(s.words) and (s.capital[behind] or s.lower[behind] in ("of", "for", "at", "in")))


def alone(s: surface.Surface, post: titles.Post) -> bool:
    """Whether a capitalised noun stands without words of a title around it."""
    if post.noun == 0 or post.start != post.noun or post.plural or not s.capital[post.noun] or s.words[post.noun].isupper():
        return False
    behind = post.noun + 1
    return post.end == behind and not (behind < len(s.words) and (s.capital[behind] or s.lower[behind] in ("of", "for", "at", "in")))


THINGS = frozenset(
    ["team", "exercise", "operation", "hotel", "dormitory", "campus", "yearbook", "app", "vessel", "ship", "project", "programme", "companies", "teams"]
)
"""Common nouns before the names of things."""
QUOTED = frozenset(["‘’", "''", "“”", '""', "«»", "„“"])
"""Marks on both sides of a word that is only called so."""
LOCATING = frozenset(["in", "at", "near", "into", "across", "to", "from", "of", "via", "around", "between"])
DIGRAPHS = frozenset(["ts", "kh", "zh", "dz", "gh"])
"""Initials of two letters in names written in Cyrillic."""
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def given_behind(s: surface.Surface, place: int) -> bool:
    """Whether a capitalised word that is no topic of a body and no head of one may be a given name behind a family name."""
    return s.capital[place] and name_word(s, place) and not s.words[place].isupper() and not organisation_words.is_topic(s.lower[place])


class PeopleFinder(PersonLists):
    """Finds the people of one Doc."""

    def find(self) -> None:
        """The surest contexts first; lists and later mentions build on what was found."""
        self.by_honorific()
        self.by_class()
        self.by_title()
        self.by_apposition()
        self.by_copula()
        self.by_credit()
        self.by_bracket()
        self.by_model()
        self.by_given_name()
        self.by_digraph()
        self.by_speech()
        self.by_list()
        self.by_line()
        self.by_first_names()
        self.by_members()
        self.by_part()
        self.settle()

    def by_model(self) -> None:
        """What the model takes for a person, with the name's own bounds, where nothing speaks against it."""
        s = self.s
        for entity in self.doc.ents:
            if entity.label_ != "PERSON":
                continue
            start, stop = entity.start, entity.end
            while start < stop and (not name_word(s, start) or self.blocked[start]):
                start += 1
            if start >= stop or any(self.taken[start:stop]) or s.shouted[start] or honorific_end(s, start) >= stop:
                continue
            while (
                start > 0
                and name_word(s, start - 1)
                and not s.begins[start]
                and s.line[start - 1] == s.line[start]
                and not self.blocked[start - 1]
                and not self.taken[start - 1]
            ):
                start -= 1
            end = self.extent(start)
            if self.is_person(start, end):
                self.add(start, end, "model")

    def by_given_name(self) -> None:
        """Two to five words of a name, the first of which is a known given name or a family name of those that stand first."""
        s = self.s
        for place, word in enumerate(s.words):
            if not s.capital[place] or self.taken[place] or self.blocked[place] or s.headline[place] or s.shouted[place] or not name_word(s, place):
                continue
            if not (given(word) or (family(word) and place + 1 < len(s.words) and given_behind(s, place + 1))):
                continue
            start, end = place, self.extent(place)
            if end - start < 2 or end - start > 5 or not self.sets_off(start, end) or self.called_else(start, end):
                continue
            located = start > 0 and s.lower[start - 1] in LOCATING
            if country_words.is_form(s.text(start, end)) or (located and self.placelike(start, end)):
                continue
            if not any(organisation_words.is_topic(s.lower[inside]) for inside in range(start, end)):
                self.add(start, end, "given-name")

    def by_digraph(self) -> None:
        """ "Ts. Enkhtuya", "Kh. Rahimov": two letters that stand for one, a full stop and a family name."""
        s = self.s
        for place in range(len(s.words) - 2):
            if s.lower[place] in DIGRAPHS and s.capital[place] and not s.words[place].isupper() and s.words[place + 1] == "." and s.joined[place]:
                end = self.extent(place)
                if place + 3 <= end <= place + 4 and self.sets_off(place, end):
                    self.add(place, end, "given-name")

    def sets_off(self, start: int, end: int) -> bool:
        """Whether no capitals around a name make it part of a longer one ("Olga Reyes Prize", "Saint Maria Goretti")."""
        s = self.s
        before, behind = start - 1, end
        led = before >= 0 and s.capital[before] and s.line[before] == s.line[start] and not s.begins[start] and not self.blocked[before]
        if led and not (s.begins[before] or s.lower[before] in titles.title_words().modifiers | titles.title_words().posts | titles.title_words().occupations):
            return False
        follows = behind < len(s.words) and s.capital[behind] and s.line[behind] == s.line[start]
        return not follows or s.lower[behind] in DAYS or s.words[behind] == "I" or s.begins[behind]

    def is_person(self, start: int, end: int) -> bool:
        """Whether what the model calls a person is likely one."""
        s = self.s
        if self.begins_body(start, end) or self.called_else(start, end):
            return False
        if end <= start or country_words.is_form(s.text(start, end)) or s.headline[start]:
            return False
        lexicon = organisation_words.lexicon()
        odd = any(
            organisation_words.is_topic(s.lower[place]) or s.lower[place].rstrip("s") in lexicon.heads or shouting(s.words[place])
            for place in range(start, end)
        )
        place_before = start > 0 and s.lower[start - 1] in ("in", "at", "near", "into", "across", "on", "via", "using")
        post_before = any(post.noun < start <= post.end for post in self.posts if post.stated_behind)
        behind_post = start > 1 and s.words[start - 1] == "," and any(post.end == start - 1 and s.words[post.start - 1] == "," for post in self.posts)
        if (
            odd
            or (behind_post and not given(s.words[start]) and (end >= len(s.words) or s.line[end] != s.line[start] or s.words[end].isspace()))
            or place_before
            or post_before
            or (
                end < len(s.words)
                and s.capital[end]
                and s.lower[end] in organisation_words.lexicon().events | organisation_words.lexicon().heads.keys()
                and s.line[end] == s.line[start]
            )
        ):
            return False
        if end - start == 1:
            return not s.words[start].isupper() and not any(char.isupper() for char in s.words[start][1:]) and s.pos[start] == "PROPN" and self.lone(start)
        return True

    def called_else(self, start: int, end: int) -> bool:
        """Whether the words around a name, or the tables of places, say that it is a place's, a team's or a company's."""
        s, lexicon = self.s, organisation_words.lexicon()
        if start > 0 and end < len(s.words) and s.words[start - 1] + s.words[end] in QUOTED:
            return True
        if end > start + 1 and place_table.known(name_words.fold_name(s.text(start, end))):
            return True
        if start > 0 and s.capital[start - 1] and s.line[start - 1] == s.line[start] and country_words.is_form(s.text(start - 1, end)):
            return True
        before = start - 1
        while before > 0 and s.words[before] in ("*", ",", "“", '"'):
            before -= 1
        if before >= 0 and s.lower[before] in lexicon.classes | THINGS and not s.capital[before]:
            return True
        if self.headed(start, end):
            return True
        if before > 1 and s.lower[before] in ("companies", "firms", "groups", "organisations", "organizations"):
            return True
        if before > 0 and s.lower[before] == "from" and s.lower[before - 1] in ("am", "is", "was", "away", "as", ",", "are", "were"):
            return True
        if end < len(s.words) and s.lower[end] in ("campus", "village", "district", "province"):
            return True
        follows = s.lower[end + 1 : end + 6] if end < len(s.words) and s.words[end] == "," else []
        follows = follows[: follows.index(",")] if "," in follows else follows
        told = lexicon.classes | lexicon.contexts["class"]
        return follows[:1] in (["a"], ["an"]) and ("start - up" in " ".join(follows) or any(word in told for word in follows[1:]))

    def headed(self, start: int, end: int) -> bool:
        """Whether a common noun of a body or thing, or a body's head word in another language, stands before a name, or a legal form behind it."""
        s = self.s
        if end < len(s.words) and s.capital[end] and s.line[end] == s.line[end - 1] and s.lower[end].rstrip(".") in organisation_words.lexicon().suffixes:
            return True
        return self.led_by_head(start) or s.text(start, end) in self.things

    def begins_body(self, start: int, end: int) -> bool:
        """Whether a body's name begins with the words ("Atlas" beside "Atlas Pumps Ltd.")."""
        return any(name.startswith(f"{self.s.text(start, end)} ") for name in self.bodies) if end > start else False

    def lone(self, place: int) -> bool:
        """Whether a single name is a person's by its place: the subject of a verb, first of no list."""
        s, token = self.s, self.doc[place]
        listed = (place + 1 < len(s.words) and s.lower[place + 1] in (",", "and")) or (place > 0 and s.lower[place - 1] in (",", "and"))
        return token.dep_ == "nsubj" and token.head.pos_ == "VERB" and not listed

    def by_speech(self) -> None:
        """ "said X Y", "X Y explained"."""
        s, verbs = self.s, people_words().speech
        for place, pos in enumerate(s.pos):
            if pos != "VERB" or self.doc[place].lemma_.lower() not in verbs:
                continue
            following = place + 1
            while following < len(s.words) and s.words[following] == "*":
                following += 1
            if (
                following < len(s.words)
                and name_word(s, following)
                and s.lower[place] in ("said", "says", "explains", "explained", "added", "adds")
                and not s.headline[place]
            ):
                end = self.extent(following)
                if 2 <= end - following <= 5 and not self.placelike(following, end):
                    self.add(following, end, "speech")
            start = self.name_before(place)
            if start is None or not 2 <= place - start <= 5 or s.headline[place] or s.begins[place] or self.placelike(start, place):
                continue
            if all(s.entity[inside] != "ORG" for inside in range(start, place)):
                self.add(start, place, "speech")

    def settle(self) -> None:
        """A name that is a person's is no organisation that was only weighed."""
        spans = mention.mentions(self.doc, "organisations")
        names = {mention.value_of(span).name for span in mention.mentions(self.doc, "people")}
        kept = [
            span
            for span in spans
            if span.id_ in SURE or not (any(self.taken[span.start : span.end]) or (span.id_ == "organisations.weight" and mention.value_of(span).name in names))
        ]
        if len(kept) < len(spans):
            mention.keep(self.doc, "organisations", kept)

    def by_part(self) -> None:
        """Later mentions by a surname or a first name alone."""
        s, parts = self.s, {}
        for span in mention.mentions(self.doc, "people"):
            names = [token.text for token in span if token.text[0].isupper() and len(token.text) > 2]
            for name in (names[0], names[-1]) if len(names) > 1 else ():
                parts[name] = True
        for place, word in enumerate(s.words):
            if word not in parts or self.taken[place] or self.blocked[place] or s.headline[place]:
                continue
            before = place > 0 and s.capital[place - 1] and s.line[place - 1] == s.line[place] and not s.begins[place] and not self.blocked[place - 1]
            after = place + 1 < len(s.words) and s.capital[place + 1] and s.line[place + 1] == s.line[place] and s.words[place + 1] != "I"
            closes = place + 1 == len(s.words) or s.line[place + 1] != s.line[place] or s.words[place + 1].isspace()
            entry = closes and place > 1 and s.words[place - 1] == "," and not s.words[place - 2].isdigit()
            acts = self.doc[place].dep_ == "nsubj" and self.doc[place].head.pos_ == "VERB"
            if not before and not after and not entry and (acts or s.entity[place] not in ("GPE", "LOC")):
                self.add(place, place + 1, "part")
