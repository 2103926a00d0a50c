"""Finds heads by verbs: "BODY, headed by X", "a team led by X", "BODY will be led by X"."""

from __future__ import annotations

from newsfacts.components import mention
from newsfacts.components.role_bodies import RoleBodies

TEAMS = frozenset(
    ["team", "delegation", "mission", "brigade", "group", "committee", "crew", "unit", "party", "convoy", "commission", "squad", "contingent", "panel", "jury"]
)
"""Common nouns of bodies that someone leads."""


class RoleLeads(RoleBodies):
    """Roles that a participle tells."""

    def led_by(self) -> None:
        """ "BODY, headed by X": the role "head"."""
        s = self.s
        for place in range(1, len(s.words) - 1):
            if s.lower[place] != "by" or s.lower[place - 1] not in ("headed", "led"):
                continue
            first = place + 1 + (s.lower[place + 1] == "the")
            if first in self.at and self.at[first].title_end < len(s.words):
                first = self.at[first].end
            first = self.described_from(first)
            person, body = self.starts.get(first), self.body_before(place - 1) or self.led_body(place - 1)
            if person is not None and (body is not None or self.team_before(place - 1)):
                mention.propose(s.doc, "roles", place - 1, place, "roles.led-by", mention.RoleValue("head", ((person.start, person.end),), body))

    def described_from(self, first: int) -> int:
        """Where a name with its honorifics begins behind up to four words that say who it is ("the Egyptian scientist Dr. X"); `first` where none does."""
        s = self.s
        for place in range(first, min(first + 5, len(s.words))):
            if place in self.starts:
                return place
            if s.pos[place] not in ("NOUN", "ADJ", "PROPN", "DET") or place in self.bodies:
                break
        return first

    def led_body(self, place: int) -> tuple[int, int] | None:
        """The body that the grammar makes the subject of "will be led", or that "a team led" stands in apposition to."""
        verb = self.s.doc[place]
        subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        if subject is None and verb.dep_ == "acl" and verb.head.dep_ == "appos":
            subject = verb.head.head
        return None if subject is None else next(((start, end) for start, end in self.bodies.items() if start <= subject.i < end), None)

    def team_before(self, place: int) -> bool:
        """Whether a common noun of a body ("team", "delegation") stands before a participle in its sentence, no person between."""
        s = self.s
        if place > 1 and s.lower[place - 1] in ("was", "is") and s.lower[place - 2] == "it":
            return True
        for back in range(place - 1, max(place - 14, s.sentence[place]) - 1, -1):
            if s.lower[back] in TEAMS:
                return True
            if back in self.starts:
                return False
        return False
