"""Reads what stands before a title's noun: words of the title, the body, country or place that the post is in."""

from __future__ import annotations

from newsfacts import rules
from newsfacts.components import country_words
from newsfacts.components.given_names import given
from newsfacts.components.organisation_words import is_topic, lexicon
from newsfacts.components.person_names import honorific_end
from newsfacts.components.place_table import common
from newsfacts.components.surface import APOSTROPHES
from newsfacts.components.title_bodies import GOVERNORS as JURISDICTIONAL
from newsfacts.components.title_bodies import fields, known_place
from newsfacts.components.title_complements import TitleComplements
from newsfacts.components.title_fields import REGIONS
from newsfacts.components.title_words import LOOSE, OWNERS, Post

PRIVATE = frozenset(rules.table("titles")["private"]["words"].split())
"""Posts that no state has: a country's adjective before them tells where the holder is from."""
STAGES = frozenset(["year", "grade", "semester", "term"])
"""Nouns that tell how far a student is ("final-year")."""
ADDRESSES = frozenset(["highness", "excellency", "majesty", "honour", "honor", "eminence"])
"""What ends the address of one who rules."""
NAMED_FIRST = frozenset(rules.table("posts")["named_first"]["words"].split())
"""Head words of bodies whose name stands before an officer's title."""
ADMINISTRATIVE = frozenset(["district", "resident", "provincial", "regional", "county", "municipal", "divisional", "city", "town", "village", "ward", "woman"])
"""Words in the titles of those who administer a part of a country."""


class TitleFronts(TitleComplements):
    """The left sides of titles."""

    def before(self, post: Post) -> None:
        """Finds where a title begins, and the body or country that stands before it."""
        s, words, place = self.s, self.words, post.start
        while post.start > 0 and s.line[post.start - 1] == s.line[place] and place - post.start < 7:
            previous = post.start - 1
            if s.words[previous] == ")" and previous > 2 and s.words[previous - 2] == "(" and previous - 3 in self.covering:
                previous -= 3
            body = self.covering.get(previous)
            if body is not None and previous < post.start - 1:
                post.organisation = body
                return
            if body is not None and body[1] == post.start and (body[1] - body[0] > 1 or s.lower[previous] not in words.modifiers | words.occupations):
                post.organisation = body
                return
            if (
                s.words[previous] in APOSTROPHES
                and s.lower[previous - 1] in lexicon().possessors
                and (s.capital[previous - 1] or s.lower[previous - 1].endswith("n"))
            ):
                post.start = previous - 1
                continue
            if s.words[previous] in APOSTROPHES:
                post.organisation = self.owner(previous, governs=s.lower[post.noun] in JURISDICTIONAL)
                post.via = "stated" if post.organisation else "owned"
                return
            if self.generic_body(post, previous, place) or self.headed_before(post, previous):
                return
            weighed = s.lower[previous] not in words.modifiers | fields() or self.region_ends(post, previous)
            if s.capital[previous] and weighed and self.compound_body(post, previous):
                return
            if (
                s.words[previous] != "/"
                and s.glued(previous)
                and previous > 0
                and (s.lower[previous - 1] in words.modifiers | words.posts or s.lower[previous - 1] in ("co", "vice", "ex", "sub", "non"))
            ):
                post.start = previous - 1
            elif self.modifies(previous, place):
                post.start = previous
            elif s.lower[previous] in STAGES and previous > 1 and s.words[previous - 1] == "-" and s.glued(previous - 1):
                post.start = previous - 2
            elif (
                s.lower[previous] in ("and", "&")
                and previous > 1
                and is_topic(s.lower[previous - 1])
                and is_topic(s.lower[post.start])
                and self.modifies(previous - 1, place)
            ) or self.paired_fields(post, previous):
                post.start = previous - 1
            else:
                self.hyphen(post)
                break
        self.bracketed(post)
        previous = post.start - 1
        while previous > 0 and s.lower[previous] in LOOSE and s.line[previous] == s.line[place]:
            previous -= 1
        if previous >= 0 and s.lower[previous] in words.possessive and s.line[previous] == s.line[post.start]:
            post.via = "coreference"
        elif previous > 0 and previous < post.start - 1 and s.words[previous] in APOSTROPHES and post.organisation is None:
            post.organisation = self.owner(previous)
            post.via = "stated" if post.organisation else "owned"

    def paired_fields(self, post: Post, previous: int) -> bool:
        """Whether "and" joins two capitalised fields before a minister's title ("Agriculture and Export Minister"), one a topic, no more capitals before."""
        s = self.s
        if s.lower[previous] not in ("and", "&") or previous < 1 or s.lower[post.noun] not in ("minister", "secretary", "commissioner"):
            return False
        pair = s.capital[previous - 1] and s.capital[post.start] and (is_topic(s.lower[previous - 1]) or is_topic(s.lower[post.start]))
        return pair and post.start < post.noun and (previous == 1 or s.begins[previous - 1] or not s.capital[previous - 2])

    def hyphen(self, post: Post) -> None:
        """Takes the whole of "driver-trainer", "final-year student"; lets go of "full-time"."""
        s, mark = self.s, post.start - 1
        if mark < 1 or s.words[mark] != "-" or not s.glued(mark) or s.line[mark - 1] != s.line[post.noun]:
            return
        if post.start < post.noun and s.lower[mark - 1 : post.start + 1] == ["part", "-", "time"]:
            post.start = mark - 1
        elif post.start < post.noun and s.lower[post.start] not in STAGES:
            post.start += 1
        elif s.lower[mark - 1].isalpha() and (mark - 1) not in self.covering:
            post.start = mark - 1

    def bracketed(self, post: Post) -> None:
        """Takes all small letters from a bracket's opening to the noun before its end into the title: "(play specialist)"."""
        s = self.s
        opening = next((back for back in range(post.start - 1, max(post.start - 4, 0), -1) if s.words[back] == "("), None)
        if opening is None or s.words[post.noun + 1 : post.noun + 2] not in ([")"], [","], [";"]):
            return
        inside = range(opening + 1, post.start)
        if all(s.lower[place].isalpha() and not s.capital[place] and s.pos[place] != "DET" and s.lower[place] not in LOOSE for place in inside):
            post.start = opening + 1

    def compound_body(self, post: Post, previous: int) -> bool:
        """Takes a country, a jurisdiction or a name in mixed capitals right before a title as what the post is in."""
        s = self.s
        first = previous
        if s.lower[previous] in OWNERS or (previous > 0 and s.lower[previous - 1] in ("in", "to", "from")):
            return False
        if (self.ruled(post) or self.region_ends(post, previous)) and (place := self.place_before(previous, administers=self.administers(post))) is not None:
            post.organisation = place
            return True
        if s.lower[post.noun] in JURISDICTIONAL and common(s.lower[previous]) and not known_place(s.words[previous]):
            post.start = previous
            return False
        if (
            s.lower[post.noun] in JURISDICTIONAL
            and honorific_end(s, previous) == previous
            and s.lower[previous] not in lexicon().leads
            and not country_words.is_form(s.words[previous])
        ):
            while (
                first > 0
                and s.capital[first - 1]
                and s.entity[first - 1] == s.entity[previous]
                and s.line[first - 1] == s.line[previous]
                and s.lower[first - 1] not in OWNERS
            ):
                first -= 1
            post.organisation = (first, previous + 1)
            return True
        form = country_words.form_of(s.words[previous])
        if form is not None and (post.occupation or (form.kind != "name" and s.lower[post.noun] in PRIVATE)):
            return True
        if country_words.is_form(s.words[previous]) or country_words.is_form(s.text(previous - 1, previous + 1)):
            first = previous - (not country_words.is_form(s.words[previous]))
            owner = self.owner(first - 1) if first > 1 and s.words[first - 1] in APOSTROPHES else None
            post.organisation = owner or (first, previous + 1)
            return True
        if (
            sum(char.isupper() for char in s.words[previous]) >= 2
            and s.words[previous].lower() not in lexicon().no_acronyms
            and honorific_end(s, previous) == previous
        ):
            post.organisation = (previous, previous + 1)
            return True
        return self.named_before(post, previous)

    def headed_before(self, post: Post, previous: int) -> bool:
        """Takes capitals that end in the head word of a body right before a capitalised title for that body ("Tarn Government College Principal")."""
        s, first = self.s, previous
        if not s.capital[post.noun] or not s.capital[previous] or s.lower[previous] not in NAMED_FIRST or previous in self.covering:
            return False
        while first > 0 and s.capital[first - 1] and s.line[first - 1] == s.line[previous] and s.words[first - 1].isalpha() and previous - first < 5:
            first -= 1
        first += s.lower[first] in OWNERS | lexicon().leads
        if previous - first < 1 or s.lower[first] in self.words.modifiers | self.words.posts or is_topic(s.lower[first]) or given(s.words[first]):
            return False
        post.organisation = (first, previous + 1)
        return True

    def region_ends(self, post: Post, place: int) -> bool:
        """Whether a name and "State", "District" behind it end at a token, so that the word is no part of a title; a "District Commissioner" has it in his."""
        s, first = self.s, place - 1
        if self.ruled(post) and s.lower[place] in ADMINISTRATIVE:
            return False
        named = first >= 0 and s.lower[place] in REGIONS - {"country"} and s.capital[place] and s.capital[first] and s.line[first] == s.line[place]
        return named and not common(s.lower[first]) and s.lower[first] not in self.words.modifiers | self.words.posts | OWNERS

    def ruled(self, post: Post) -> bool:
        """Whether a title is of one who rules or administers a place ("chief minister", "district commissioner")."""
        words = set(self.s.lower[post.start : post.noun + 1])
        return self.s.lower[post.noun] in ("minister", "commissioner", "secretary", "administrator") or bool(words & ADMINISTRATIVE)

    def administers(self, post: Post) -> bool:
        """Whether a title says that its holder administers or represents a part of a country."""
        return bool(set(self.s.lower[post.start : post.noun + 1]) & ADMINISTRATIVE)

    def place_before(self, last: int, *, administers: bool) -> tuple[int, int] | None:
        """A known place, or capitals that end in "Province" or the like, which end at a token, or any capitals before "District Commissioner"; no country."""
        s, first = self.s, last
        while first > 0 and s.capital[first - 1] and s.line[first - 1] == s.line[last] and not s.begins[first] and s.lower[first - 1] not in lexicon().leads:
            first -= 1
        if country_words.is_form(s.text(first, last + 1)) or s.entity[last] == "PERSON":
            return None
        name = s.text(first, last + 1)
        regional = s.lower[last] in REGIONS and first < last
        bare = administers and not any(is_topic(s.lower[place]) or s.lower[place] in self.words.modifiers for place in range(first, last + 1))
        return (first, last + 1) if known_place(name) or regional or bare else None

    def named_before(self, post: Post, previous: int) -> bool:
        """Takes capitals right before a title in small letters for the body's name ("Nehawu shop steward")."""
        s, first = self.s, previous
        while first > 0 and s.capital[first - 1] and s.line[first - 1] == s.line[previous]:
            first -= 1
        inside = range(first, previous + 1)
        odd = s.lower[first] in lexicon().no_acronyms or any(
            s.entity[place] in ("PERSON", "DATE", "NORP", "GPE") or honorific_end(s, place) > place or place in self.covering for place in inside
        )
        vague = s.lower[first] in lexicon().leads | LOOSE | self.words.modifiers or all(is_topic(s.lower[place]) for place in inside)
        if s.capital[post.noun] or odd or vague or s.shouted[previous] or (
            s.begins[first] and first == previous and s.entity[first] != "ORG" and (s.pos[first] != "PROPN" or common(s.lower[first]) or post.occupation)
        ):
            return False
        if given(s.words[first]) or known_place(s.text(first, previous + 1)) or s.pos[previous] not in ("PROPN", "NOUN"):
            return False
        post.organisation = (first, previous + 1)
        return True

    def generic_body(self, post: Post, previous: int, noun: int) -> bool:
        """Takes the head word of a body right before a title ("foundation president", "Trust chairwoman") for a later mention of it."""
        s, words = self.s, self.words
        head = s.lower[previous]
        if head in lexicon().generic and previous > 0 and s.capital[previous - 1] and not s.capital[previous] and previous - 1 not in self.covering:
            first = previous - 1
            while first > 0 and s.capital[first - 1] and s.line[first - 1] == s.line[first]:
                first -= 1
            post.organisation = (first, previous + 1)
            return True
        if head in lexicon().generic and previous > 1 and not s.capital[noun] and is_topic(s.lower[previous - 1]) and s.capital[previous - 2]:
            post.organisation = (previous - 2, previous + 1)
            return True
        if (
            head not in lexicon().generic
            or head in words.modifiers
            or s.capital[previous] < s.capital[noun]
            or (s.begins[previous] and not s.capital[noun] and previous == 0)
        ):
            return False
        if not self.told_before(previous):
            return False
        self.refer(previous)
        post.organisation = (previous, post.start)
        return True

    def owner(self, mark: int, *, governs: bool = False) -> tuple[int, int] | None:
        """The tokens of what stands before an apostrophe: a body, a country or a place."""
        s = self.s
        body = self.covering.get(mark - 1)
        if body is not None and body[1] == mark:
            return body
        first = mark - 1
        lone = not s.capital[first] or (first > 0 and s.lower[first - 1] in OWNERS)
        if s.lower[first] in lexicon().generic and lone and self.told_before(first):
            self.refer(first)
            return first, mark
        while first > 0 and s.capital[first - 1] and s.line[first - 1] == s.line[first]:
            first -= 1
        if mark - first == 1 and s.lower[first] in lexicon().heads:
            return None
        if s.capital[first] and (governs or s.entity[mark - 1] in ("GPE", "ORG", "NORP") or country_words.is_form(s.text(first, mark))):
            return first, mark
        return None

    def modifies(self, place: int, noun: int) -> bool:
        """Whether a token may stand in a title before its noun."""
        s, lower = self.s, self.s.lower[place]
        if (honorific_end(s, place) > place and lower not in self.words.modifiers) or lower in ADDRESSES:
            return False
        if s.words[place].isupper() and lower in lexicon().no_acronyms | fields() and not s.begins[place]:
            return True
        if lower in self.words.modifiers or (is_topic(lower) and s.capital[place] == s.capital[noun]):
            return not s.begins[place] or s.capital[noun] or lower in self.words.modifiers
        if s.capital[noun]:
            return (
                s.capital[place]
                and s.pos[place] in ("NOUN", "ADJ", "PROPN")
                and (s.entity[place] not in ("PERSON", "NORP", "DATE") or (s.entity[place] == "PERSON" and self.opens_name(noun + 1)))
                and (not s.begins[place] or s.pos[place] == "PROPN")
                and lower not in lexicon().leads
            )
        if s.begins[place] and not any(s.capital[place + 1 : noun + 1]) and place not in self.covering:
            return s.pos[place] in ("NOUN", "ADJ", "PROPN") and not s.entity[place] and lower not in lexicon().leads and lower not in LOOSE
        if s.capital[place]:
            return False
        return (s.pos[place] == "NOUN" and s.doc[place].dep_ == "compound" and lower not in LOOSE) or (
            s.pos[place] == "ADJ"
            and s.doc[place].dep_ in ("amod", "compound")
            and lower not in LOOSE
            and not lower.endswith(("est", "-old"))
            and (place + 1 == noun or place < s.doc[place].head.i < noun)
        )
