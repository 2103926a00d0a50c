"""Finds names of organisations around their head words, with their parents."""

from __future__ import annotations

import re

from newsfacts.components import country_words, name_words, organisation_ends, organisation_names, organisation_starts, place_table
from newsfacts.components.organisation_mentions import Names
from newsfacts.components.organisation_words import is_topic, is_vague
from newsfacts.components.person_names import people_words
from newsfacts.components.place_table import common
from newsfacts.components.surface import APOSTROPHES

SEASONS = frozenset(("summer", "winter", "autumn", "spring", "fall"))
CAMPUSES = frozenset(("east", "west", "north", "south", "main", "city", "central"))
NATIONAL = frozenset(("national", "federal", "royal"))
"""Words that make a name of a field and "Service" behind them."""
NUMERAL = re.compile(r"[IVX]{1,4}")


class HeadNames(Names):
    """Names with a head word."""

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
        s = self.s
        limit = next((other for other in range(place, len(s.words)) if self.taken[other]), len(s.words)) if any(self.taken) and headline else len(s.words)
        while floor < place and any(self.taken[floor:place]):
            floor += 1
        start = organisation_starts.left(s, place, floor)
        reach = organisation_names.right(s, place, limit)
        end, head = reach.end, self.last_head(place, reach)
        if headline:
            start, end = self.in_headline(start, place, end)
        while end - 1 > head and s.lower[end - 1] in self.words.followers:
            end -= 1
        if end - 1 > head and s.lower[end - 1] == "campus":
            end -= 1 + (s.lower[end - 2] in CAMPUSES and end - 2 > head)
        if all(s.capital[other] for other in range(head, end)):
            end = organisation_ends.before_title(s, head + 1, end)
        end -= end - 2 > head and s.lower[end - 1] in people_words().honorifics and not s.words[end - 1].isupper() and s.capital[end : end + 1] == [True]
        end = organisation_ends.before_rank(s, head + 1, self.before_person(start, head, end))
        end = self.with_regiment(head, end)
        end = self.without_country(start, place, end)
        if s.lower[place] in ("cabinet", "board") and self.of_chair(start, place):
            return place + 1
        if s.lower[place] == "council" and s.lower[max(0, place - 4) : place] == ["member", "of", "the", "executive"]:
            return end
        if end - start == 1:
            return end
        if not self.is_body(start, end, place, head):
            return max(place + 1, min(end, head + 1))
        self.chain(start, end, reach.parent if not headline else None, s.lower[head])
        return end

    def with_regiment(self, head: int, end: int) -> int:
        """The end with the regiment behind a comma: "2nd Battalion, 31st Aviation Regiment"."""
        s = self.s
        if s.lower[head] not in ("battalion", "squadron", "company") or end != head + 1 or end + 2 >= len(s.words) or s.words[end] != ",":
            return end
        if not organisation_names.ORDINAL.fullmatch(s.lower[end + 1]) or not s.capital[end + 2]:
            return end
        parents = ("regiment", "brigade", "division", "infantry")
        stop = next((place + 1 for place in range(end + 2, min(end + 6, len(s.words))) if s.lower[place] in parents), end)
        return stop if all(s.capital[place] for place in range(end + 2, stop)) else end

    def without_country(self, start: int, head: int, end: int) -> int:
        """The end of a name with a proper name of its own before its head, without "of COUNTRY" behind it: "Tarn Research Station of Kazakhstan"."""
        s, word = self.s, self.s.lower[start]
        known = is_topic(word) or is_vague(word) or word in self.words.heads or common(word) or country_words.is_form(s.words[start])
        firm = self.words.heads[s.lower[head]] in ("company", "foundation")
        if head - start < 2 - firm or known or s.words[start].isupper():
            return end
        for place in range(head + 1, end - 1):
            country = place + 1 + (s.lower[place + 1] == "the")
            town = firm and place_table.known(name_words.fold_name(s.text(place + 1, end)))
            if s.lower[place] == "of" and (town or country_words.end_of(s, country) == end):
                return place
        return end

    def before_person(self, start: int, head: int, end: int) -> int:
        """The end without a person's name behind; a name that begins with its head may have one of its own ("Hospital Ana Reis")."""
        if start == head and all(self.s.capital[start:end]):
            ranks = (place for place in range(head + 1, end) if self.s.words[place].isupper() and self.s.lower[place] in people_words().honorifics)
            return next(ranks, end)
        return organisation_ends.before_person(self.s, start, head + 1, end)

    def of_chair(self, start: int, head: int) -> bool:
        """Whether "the Board of X", "Cabinet of X" belongs to a title before it ("Chairman of the Board of X", "Director of Cabinet of X")."""
        s, before = self.s, start - 1
        while before > 0 and s.lower[before] in ("the", "executive"):
            before -= 1
        posts = ("chairman", "chairwoman", "chair", "chairperson", "director", "chief", "member", "members", "president", "head")
        return head + 1 < len(s.words) and s.lower[head + 1] == "of" and before > 0 and s.lower[before] == "of" and s.lower[before - 1] in posts

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
        self.add(start, end, "head", head=head, parent=parent)
        while parent is not None:
            inner = next((place for place in range(parent, end) if organisation_names.is_head(s, place)), None)
            reach = organisation_names.right(s, inner, end) if inner is not None else organisation_names.Reach(end)
            self.add(parent, end, "head.parent", head=s.lower[inner] if inner is not None else None, parent=reach.parent)
            parent = reach.parent

    def is_body(self, start: int, end: int, place: int, head: int) -> bool:
        """Whether a name around a head word is a body's: no event, prize, law or venue, and acting where its head needs it."""
        s, words = self.s, self.words
        tail = head + 1
        while tail < end and s.capital[tail]:
            tail += 1
        closing = s.lower[tail - 1]
        if closing in words.events and closing not in words.heads and closing not in words.followers:
            return False
        if tail < len(s.words) and s.lower[tail] in words.events and s.lower[tail] not in words.followers and s.capital[tail] and s.line[tail] == s.line[head]:
            return False
        if s.lower[head] in words.venue_heads and head > start and s.lower[head - 1] in words.venue_before:
            return False
        if (
            s.lower[place] == "administration"
            and end == place + 1
            and not any(is_topic(s.lower[other]) or s.words[other].isupper() for other in range(start, place))
            and not country_words.is_form(s.text(start, place))
        ):
            return False
        if start > 0 and s.lower[start - 1] in ("a", "an") and end - start == 2:
            return False
        national = s.lower[start] in NATIONAL and end - start > 2 and s.lower[start - 1 : start] == ["the"]
        if not national and all(is_vague(s.lower[other]) or not s.capital[other] for other in range(start, end)) and is_topic(s.lower[head]):
            return False
        if (
            end < len(s.words)
            and s.capital[end]
            and s.lower[end] in words.stops
            and s.lower[head] in organisation_ends.title_modifiers()
            and s.line[end] == s.line[head]
        ):
            return False
        if s.lower[place] == "chair" and start == place and (s.lower[place + 1] not in ("in", "of", "for") or self.post_chair(place)):
            return False
        if s.lower[end : end + 1] in (["corpsman"], ["corpsmen"]):
            return False
        if start == place and start > 1 and s.lower[start - 2 : start] in (["minister", "of"], ["minister", "for"], ["secretary", "of"], ["secretary", "for"]):
            return False
        if s.lower[head] == "school" and head > start and s.lower[head - 1] in SEASONS:
            return False
        if start == place and end - start == 2 and NUMERAL.fullmatch(s.words[place + 1]):
            return False
        if s.lower[head] == "chair" and end == head + 1 and all(s.lower[other] in organisation_ends.title_modifiers() for other in range(start, head)):
            return False
        if s.lower[end - 2 : end] == ["public", "affairs"]:
            return True
        if self.of_post(start, end):
            return False
        if s.lower[head] in words.acting and not self.sure(start, end, head):
            if s.words[end : end + 1] == [","] and end + 1 < len(s.words) and s.lower[end + 1] in words.suffixes:
                return False
            return self.acts(start, end) or self.named_again(end)
        return not (end - start == 2 and start == place - 1 and s.begins[start] and s.pos[start] in ("VERB", "ADJ", "NUM"))

    def sure(self, start: int, end: int, head: int) -> bool:
        """Whether what stands beside a head that needs to act makes it a body's all the same: "Food Programme", "Farmers' Circle", "X Union of Y"."""
        s = self.s
        if self.trade(start, end, head) or (head > start and (s.lower[head - 1] in self.words.solid or s.words[head - 1] in APOSTROPHES)):
            return True
        field = s.lower[head] == "union" and end > head + 2 and head > start and s.lower[head + 1] in ("of", "for")
        return field and not (s.lower[head + 1] == "for" and s.words[head + 2].isupper())

    def trade(self, start: int, end: int, head: int) -> bool:
        """Whether a head of trades closes a name that a name of its own opens ("Tanoa Bakery"), or is a "Municipality of X"."""
        s, word = self.s, self.s.lower[start]
        if s.lower[head] == "municipality" and start == head:
            return s.lower[head + 1 : head + 2] == ["of"] and end > head + 2
        if s.lower[head] == "municipality" and start > 0 and s.lower[start - 1] in ("in", "of", "from", "near", "across", ","):
            return False
        known = is_topic(word) or is_vague(word) or word in self.words.heads or common(word) or word in self.words.possessors
        return s.lower[head] in self.words.trades and head > start and end == head + 1 and not known and not self.begins_common(start)

    def begins_common(self, start: int) -> bool:
        """Whether a sentence's first word is none that the model takes for a name."""
        return self.s.begins[start] and self.s.pos[start] != "PROPN"

    def of_post(self, start: int, end: int) -> bool:
        """Whether "POST of", "POST for" stands right before words that only say what the post is about: "Commissioner for Laboratory Services"."""
        s = self.s
        if start < 2 or s.lower[start - 1] not in ("of", "for") or s.lower[start - 2] not in self.words.stops | self.words.posts or not s.capital[start - 2]:
            return False
        plural = s.lower[end - 1].endswith("s") or s.lower[end - 1] in ("industry", "development", "research", "management")
        return plural and all((common(s.lower[place]) or is_topic(s.lower[place])) and not s.words[place].isupper() for place in range(start, end))

    def post_chair(self, place: int) -> bool:
        """Whether "Chair of" is a post: behind a comma, an "and" or a line's begin, no "the" before it, or of a board that stands behind it."""
        s = self.s
        board = any(s.lower[other] in ("board", "committee", "council", "commission") for other in range(place + 2, min(place + 6, len(s.words))))
        return place == 0 or s.words[place - 1] in (",", "–", "-", "(", ":") or s.lower[place - 1] in ("and", "as") or s.begins[place] or board

    def in_headline(self, start: int, place: int, end: int) -> tuple[int, int]:
        """The part of a headline's name that the body of the text has too, else what its grammar surely holds."""
        for first in range(start, place + 1):
            for last in range(end, place, -1):
                if self.s.text(first, last) in self.names:
                    return first, last
        return (start, end) if end - start <= 6 or self.s.lower[end - 2 : end] == ["public", "affairs"] else (place, place + 1)
