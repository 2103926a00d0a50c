"""Finds heads by the verb: "X, who heads the unit", "X has headed BODY since 2014", "he heads the laboratory of Y"."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts import rules
from newsfacts.components import mention, organisation_names
from newsfacts.components.organisation_words import kind_of
from newsfacts.components.role_holders import RoleHolders
from newsfacts.components.role_leads import TEAMS
from newsfacts.components.surface import APOSTROPHES
from newsfacts.components.title_bodies import small_heads
from newsfacts.components.title_words import OWNERS

AUXILIARIES = frozenset(["has", "had", "have", "now", "also", "currently", "today", "still", "since", "then"])
"""Words between a subject and "headed"."""
LONGEST = 6
"""Words of a body in small letters at most."""
PARTS_LED = frozenset(rules.table("posts")["parts_led"]["words"].split())
"""Common nouns of parts of bodies that someone heads, beside those of whole ones."""


class RoleVerbs(RoleHolders):
    """Roles that an active verb tells."""

    def heading(self) -> None:
        """Proposes the role "head" for the subjects of "heads", "has headed" where their object is a body."""
        s = self.s
        for place in range(1, len(s.words) - 1):
            if s.lower[place] not in ("heads", "headed") or s.lower[place + 1] == "by" or place in self.starts:
                continue
            person = self.heads_as(place)
            if person is None:
                continue
            body = self.headed_body(place + 1)
            if body is not None:
                if mention.mention_at(s.doc, "organisations", *body) is None:
                    name = s.text(*body)
                    mention.propose(s.doc, "organisations", *body, "organisations.post", mention.OrganisationValue(name, kind_of(name)))
                mention.propose(s.doc, "roles", place, place + 1, "roles.heads", mention.RoleValue("head", ((person.start, person.end),), body))

    def heads_as(self, place: int) -> Span | None:
        """The subject of a verb: the person before "who", the one right before the verb, or whom "he" or "she" stands for."""
        s, before = self.s, place - 1
        helped = s.lower[before] in ("has", "had", "have")
        while before > 0 and s.lower[before] in AUXILIARIES:
            before -= 1
        if s.lower[before] == "who":
            found = self.ends.get(before) or self.ends.get(before - 1)
            return found or (self.bracketed(before - 2) if before > 1 and s.words[before - 2] == ")" else None)
        if s.lower[place] == "headed" and not helped:
            return None
        if s.lower[before] in ("he", "she"):
            return self.spoken_of(before)
        return self.ends.get(before + 1)

    def headed_body(self, start: int) -> tuple[int, int] | None:
        """The body that is the object of a verb: a known one, the part of one behind an apostrophe, capitals, or words that end in a noun for bodies."""
        s = self.s
        start += s.lower[start] in OWNERS and start + 1 < len(s.words)
        if start in self.bodies:
            end = self.bodies[start]
            part = end + 1
            owner = part < len(s.words) and s.words[end] in APOSTROPHES
            return (self.named_part(part) or (start, end)) if owner else (start, end)
        return self.named_part(start)

    def named_part(self, start: int) -> tuple[int, int] | None:
        """A body that begins at a token: a known one or noun words that end in the head of one, with the place behind "of"."""
        s, end = self.s, start
        if start in self.bodies:
            return start, self.bodies[start]
        while end < len(s.words) - 1 and end - start < LONGEST and s.pos[end] in ("NOUN", "PROPN", "ADJ") and s.line[end] == s.line[start]:
            end += 1
        while end > start and s.lower[end - 1] not in small_heads() | PARTS_LED | TEAMS:
            end -= 1
        if end == start:
            return None
        behind = end + 1
        if s.lower[start] not in TEAMS and behind < len(s.words) and s.lower[end] == "of" and s.capital[behind] and behind not in self.bodies:
            return start, organisation_names.run(s, behind, len(s.words))
        return (start, end) if end > start + 1 else self.nearest_body(start - 1)
