"""Finds holders of titles that stand farther off: behind what the title goes on with, before an affiliation or another post."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components.role_leads import RoleLeads
from newsfacts.components.surface import APOSTROPHES
from newsfacts.components.titles import OWNERS, Post

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
STOPS = frozenset([".", "!", "?", ";", ":", "”", '"', "“"])
FARTHEST = 18
"""Tokens between a title and its holder at most."""


class RoleReach(RoleLeads):
    """Holders that no mark joins to a title at once."""

    def far_behind(self, post: Post) -> Span | None:
        """The person behind the comma that closes "the TITLE of what no rule knows", no verb and no other person's title between."""
        s, commas = self.s, 0
        if s.words[post.end : post.end + 1] in [[mark] for mark in APOSTROPHES]:
            return None
        for place in range(post.end, min(post.end + FARTHEST, len(s.words) - 1)):
            if place > post.end and self.addressed(place):
                return self.starts[place]
            if s.words[place] in STOPS or s.line[place] != s.line[post.noun] or place in self.starts or self.verbal(place) or self.others(place, post):
                return None
            if s.words[place] == ",":
                commas += 1
                if (found := self.starts.get(place + 1)) is not None:
                    return found
                if commas > 1 or not (s.capital[place + 1] or s.lower[place + 2] in ("and", "&")):
                    return None
        return None

    def addressed(self, place: int) -> bool:
        """Whether an honorific opens a person's name right behind a noun ("the head of the branch Mr. X")."""
        found = self.starts.get(place)
        return found is not None and self.opens[found.start] == place < found.start and self.s.pos[place - 1] in ("NOUN", "PROPN")

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
            if back in self.ends:
                told = s.lower[back] in ("of", "from", "at", "with") or (s.words[back] in (",", "–", "—", "(") and self.chain(place, back))
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
