"""Tells the fields, homes and subjects that stand behind titles from the bodies that posts are in."""

from __future__ import annotations

from newsfacts import rules
from newsfacts.components import mention
from newsfacts.components.organisation_words import lexicon
from newsfacts.components.place_table import common
from newsfacts.components.title_bodies import TitleBodies, known_place
from newsfacts.components.title_words import SURE, Post, singular

REGIONS = frozenset(word for words in rules.table("posts")["governed"].values() for word in words.split()) - {"nation"}
"""General words for places that are governed."""
UNLIMITED = frozenset(rules.table("posts")["unlimited"]["words"].split())
"""Words before "director" and the like that leave no room for a field."""
LEARNED = frozenset(rules.table("posts")["learned"]["words"].split())
"""Nouns of titles with a subject behind "in"."""
SEATS = frozenset(rules.table("posts")["seats"]["words"].split())
"""Words in the names of bodies that professors are of."""
SHARING = frozenset(rules.table("posts")["sharing"]["words"].split())
"""Nouns of titles that one may be in a body."""
STATES = frozenset(rules.table("posts")["served"]["words"].split())
"""First words of what a minister serves, no field."""
ANSWERING = frozenset(rules.table("posts")["answering"]["words"].split())
"""Nouns of titles whose holders answer for a field, where no body stands behind "of"."""


def last_part(word: str) -> str:
    """The last part of a title's noun with a hyphen ("vice-minister")."""
    return word.rsplit("-", 1)[-1]


class TitleFields(TitleBodies):
    """Fields, homes and subjects behind titles."""

    def is_sphere(self, post: Post, connector: str, start: int, end: int) -> bool:
        """Whether capitals behind "of", "for" are what one answers for: a minister's always, a director's where all are words of the dictionary,
        none heads a body, and the text has them only here ("Director of Field Operations")."""
        s, noun = self.s, singular(last_part(self.s.lower[post.noun]))
        if connector not in ("of", "for") or s.lower[start - 1] == "the" or post.topic is not None or s.lower[end - 1] in REGIONS:
            return False
        if s.lower[post.noun - 1] in UNLIMITED:
            return False
        if noun in ("minister", "professor", "lecturer"):
            return True
        plain = all(common(s.lower[place]) and s.lower[place] not in lexicon().heads for place in range(start, end))
        return noun in ANSWERING and plain and s.lower[end - 1] not in lexicon().suffixes and s.doc.text.count(s.text(start, end)) == 1

    def comes_from(self, post: Post, connector: str, start: int, end: int) -> bool:
        """Whether "of PLACE" behind a trade in small letters tells where its holder lives ("a farmer of Tahir upazila")."""
        s = self.s
        if not post.occupation or s.capital[post.noun] or connector not in ("of", "from") or s.lower[start - 1] == "the":
            return False
        return known_place(s.text(start, end)) or (end < len(s.words) and s.pos[end] == "NOUN" and not s.capital[end])

    def unmake(self, post: Post, connector: str, start: int) -> None:
        """Takes back a doubtful body behind "of", "for" that is what one answers for."""
        s, end = self.s, self.bodies.get(start, start)
        told = mention.mention_at(s.doc, "organisations", start, end) if end > start else None
        noun = singular(last_part(s.lower[post.noun]))
        if noun in ("professor", "lecturer") and any(s.lower[place] in SEATS for place in range(start, end)):
            return
        sure = told is not None and noun not in ("minister", "professor", "lecturer") and (told.id_ in SURE or mention.value_of(told).generic)
        if told is None or sure or s.lower[start] in STATES:
            return
        if self.is_sphere(post, connector, start, end):
            mention.keep(s.doc, "organisations", [span for span in mention.mentions(s.doc, "organisations") if span is not told])
            del self.bodies[start]
            for place in range(start, end):
                self.covering.pop(place, None)
