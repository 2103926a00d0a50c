"""Finds holders of titles that stand farther off: behind what the title goes on with, before an affiliation or another post."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components import country_words
from newsfacts.components.role_leads import RoleLeads
from newsfacts.components.surface import APOSTROPHES
from newsfacts.components.title_words import LOOSE
from newsfacts.components.titles import OWNERS, Post

ARTICLES = OWNERS | {"a", "an"}
ADVERBS = frozenset(
    ["then", "now", "today", "currently", "also", "concurrently", "previously", "formerly", "both", "still", "presently", "recently", "until", "newly"]
)
CLASSES = frozenset(["year", "grade", "form", "level", "class"])
"""What pupils and students are in: "a Year 3 student"."""
JOINING = frozenset(["and", "or", "with", "by", "to", "as", "but", "for", "who", "whose"])
"""Words that begin no remark on a person."""
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
STOPS = frozenset([".", "!", "?", ";", ":", "”", '"', "“"])
FARTHEST = 18
"""Tokens between a title and its holder at most."""


class RoleReach(RoleLeads):
    """Holders that no mark joins to a title at once."""

    def far_behind(self, post: Post) -> Span | None:
        """The person behind the comma that closes "the TITLE of what no rule knows", no verb and no other person's title between."""
        s, commas = self.s, 0
        if self.at.get(post.start) is not post or s.words[post.end : post.end + 1] in [[mark] for mark in APOSTROPHES]:
            return None
        for place in range(post.end, min(post.end + FARTHEST, len(s.words) - 1)):
            if place > post.end and self.addressed(place):
                return self.starts[place]
            if s.words[place] in STOPS or s.line[place] != s.line[post.noun] or place in self.starts or self.verbal(place) or self.others(place, post):
                return None
            if s.lower[place] in ("who", "which") or (s.lower[place] in ("his", "her") and s.lower[place - 1] in ("and", ",")):
                return None
            if s.words[place] == ",":
                commas += 1
                if (found := self.starts.get(place + 1)) is not None:
                    return found
                described = self.described(post)
                if commas > 1 + described or not (described or s.capital[place + 1] or s.lower[place + 2 : place + 3] in (["and"], ["&"])):
                    return None
        return None

    def described(self, post: Post) -> bool:
        """Whether a comma and an article right behind a post's body bring what it is ("Director of BODY, the city's largest hospital, X Y,")."""
        s = self.s
        return post.stated_behind and s.words[post.end : post.end + 1] == [","] and s.lower[post.end + 1 : post.end + 2] in (["the"], ["a"], ["an"])

    def addressed(self, place: int) -> bool:
        """Whether a person's name stands right behind a noun in small letters, or behind a name at an honorific ("the head of the branch Mr. X")."""
        found = self.starts.get(place)
        if found is None or self.opens[found.start] != place or self.s.pos[place - 1] not in ("NOUN", "PROPN"):
            return False
        return place < found.start or (not self.s.capital[place - 1] and found.end - found.start > 1)

    def verbal(self, place: int) -> bool:
        """Whether a token in small letters is a finite verb or a participle that a clause may hang on."""
        s = self.s
        return not s.capital[place] and s.pos[place] in ("VERB", "AUX") and not s.doc[place].tag_.startswith("VBN")

    def others(self, place: int, post: Post) -> bool:
        """Whether another title begins at a token that someone else holds: "and the", a comma before it."""
        other = self.at.get(place)
        if other is None or place <= post.end:
            return False
        first = other.organisation[0] if other.organisation is not None and other.organisation[1] <= place else place
        before = first - 1 - (self.s.lower[first - 1] in OWNERS)
        return self.s.words[before] == "," or (before < place - 1 and self.s.lower[before] == "and")

    def far_before(self, post: Post, place: int) -> Span | None:
        """The person before "of BODY", "from the charity BODY", a bracket or other posts, behind which a comma, a dash or "and" brings the title."""
        s = self.s
        if post.plural or s.lower[place] not in (",", "–", "—", "and", "(") or (s.lower[place] == "and" and not self.chain(place)):
            return None
        for back in range(place - 1, max(place - FARTHEST, 0), -1):
            if s.line[back] != s.line[post.noun] or s.words[back] in STOPS or s.doc[back].tag_ in FINITE or back in self.starts:
                return None
            if s.words[back] == ")" and place - back > 1:
                return None
            if back in self.ends:
                told = s.words[back] == "(" or s.lower[back] in ("of", "from", "at", "with")
                told = told or (s.words[back] in (",", "–", "—") and self.chain(place, back))
                return self.ends[back] if told and self.closed(post, place) else None
        return None

    def chain(self, place: int, first: int = 0) -> bool:
        """Whether another title of the same person stands before a token, or brackets or a body that says where the person is from."""
        s = self.s
        first = first or max(place - FARTHEST, 0)
        if s.lower[first + 1] in ("from", "of", "with") or (s.words[first + 1].isupper() and s.words[first + 2] == ","):
            return True
        return any(first < other.start and other.end <= place and not other.plural for other in self.posts)

    def closed(self, post: Post, place: int) -> bool:
        """Whether a title is no next guest of a list: "the" before it needs an owner, or a verb or full stop behind its comma."""
        s = self.s
        if s.lower[place + 1] != "the" or any(s.words[inside] in APOSTROPHES for inside in range(place, post.start)):
            return True
        behind = post.end + (s.words[post.end : post.end + 1] == [","])
        return behind >= len(s.words) or s.words[behind] in (".", ";") or (behind > post.end and s.pos[behind] in ("VERB", "AUX", "ADV"))

    def bracketed(self, close: int) -> Span | None:
        """The person before the brackets that close here."""
        opening = next((place for place in range(close, max(close - 8, 0), -1) if self.s.words[place] == "("), None)
        return self.ends.get(opening) if opening is not None else None

    def lead(self, post: Post) -> int:
        """The token before a title, its article and the body that stands before it."""
        s, place = self.s, post.start
        if post.organisation is not None and post.organisation[1] <= post.start:
            place = post.organisation[0]
        place -= 1
        place -= place > 1 and self.national(place) and s.lower[place - 1] in ("a", "an")
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        while place > 0 and s.lower[place] in LOOSE and (s.lower[place - 1] in ARTICLES or s.words[place - 1] in APOSTROPHES):
            place -= 1
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        while place > 0 and (s.lower[place] in ADVERBS or s.lower[place].rstrip(".") in ("hon", "honourable", "honorable")):
            place -= 1
        if place > 5 and s.lower[place - 1 : place + 1] == ["-", "old"] and s.lower[place - 3] == "-" and s.lower[place - 5] in ("a", "an", "the"):
            place -= 6
        while place > 1 and (s.lower[place] in CLASSES or (s.words[place].isdigit() and s.lower[place - 1] in CLASSES)):
            place -= 1
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        place -= place > 0 and s.lower[place] in ("himself", "herself")
        if s.words[place] == "," and self.s.lower[post.start - 1] not in OWNERS:
            place = self.past_remark(place)
        if s.words[place] in APOSTROPHES:
            place = self.owned(place)
        if post.plural and s.lower[place - 1 : place + 1] == ["one", "of"]:
            place -= 2
        return place

    def national(self, place: int) -> bool:
        """Whether a token is the adjective of a country."""
        told = country_words.form_of(self.s.words[place])
        return told is not None and told.kind != "name"

    def past_remark(self, comma: int) -> int:
        """The comma behind a name, before which one to three words in small letters and no verb are said of its bearer ("X, left, a nurse")."""
        s = self.s
        for place in range(comma - 1, max(comma - 5, 0), -1):
            if s.words[place] == ",":
                told = place < comma - 1 and (place in self.ends or s.words[place - 1] == ")") and s.lower[place + 1] not in ARTICLES | JOINING
                return place if told else comma
            if s.capital[place] or s.pos[place] in ("VERB", "AUX") or place in self.at or not s.lower[place].isalnum():
                return comma
        return comma

    def owned(self, mark: int) -> int:
        """The token before the owner that an apostrophe closes and its article ("the study's lead author"); the apostrophe where no comma is there."""
        s, place = self.s, mark - 1
        while place > 0 and mark - place < 6 and (s.pos[place] in ("NOUN", "PROPN", "ADJ") or s.glued(place)):
            place -= 1
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        return place if s.words[place] in (",", "–", "—", "(") else mark
