"""Finds where bodies begin and end behind titles: named ones, those in small letters, later mentions; cuts people's names off them."""

from __future__ import annotations

import functools

from newsfacts import rules
from newsfacts.components import country_words, mention, name_words, organisation_names, place_table
from newsfacts.components.given_names import given
from newsfacts.components.organisation_names import ORDINAL
from newsfacts.components.organisation_words import is_topic, is_vague, kind_of, lexicon
from newsfacts.components.person_names import honorific_end, name_word, people_words
from newsfacts.components.quote_marks import CLOSING
from newsfacts.components.surface import APOSTROPHES, Surface
from newsfacts.components.title_words import LOOSE, OWNERS, SURE, Post, title_words

PARTS = frozenset(rules.table("titles")["parts"]["words"].split())
"""Common nouns for parts of bodies and for what has no officers."""
UNNAMED = frozenset(["team", "group", "party", "board", "unit", "network", "initiative", "division", "command"])
"""General words for parts of bodies that have no name."""


@functools.cache
def fields() -> frozenset[str]:
    """Acronyms of what posts are about."""
    return frozenset(rules.table("titles")["fields"]["words"].split())


@functools.cache
def small_heads() -> frozenset[str]:
    """Common nouns that make a body of the words before them, parts of bodies left out."""
    return title_words().bodies | (lexicon().generic - PARTS)


def stands_for(word: str) -> frozenset[str]:
    """The kinds of bodies that a general noun may stand for."""
    return frozenset(rules.table("posts")["stands_for"].get(word, "").split())


def known_place(name: str) -> bool:
    """Whether the table of places has a name."""
    return place_table.known(name_words.fold_name(name))


GOVERNORS = frozenset(rules.table("titles")["jurisdictional"]["words"].split())
"""Titles of those who govern a place."""
UNEPONYMOUS = frozenset(rules.table("titles")["uneponymous"]["words"].split())
"""Heads of bodies that no person's name follows within the body's own."""
REGIONAL = frozenset(["province", "district", "county", "region", "oblast", "municipality", "prefecture", "governorate"])
"""What a person's name may follow without a comma, behind the name of a region."""


class TitleBodies:
    """The bodies of one Doc; `bodies` gives the longest that begins at a token, `covering` the one around it."""

    def __init__(self, s: Surface) -> None:
        self.s, self.words = s, title_words()
        self.bodies: dict[int, int] = {}
        self.covering: dict[int, tuple[int, int]] = {}
        for span in mention.mentions(s.doc, "organisations"):
            if span.id_ == "organisations.generic" and s.words[span.end : span.end + 1] and s.words[span.end] in APOSTROPHES:
                self.covering[span.start] = (span.start, span.end)
            if span.id_ == "organisations.generic" or self.doubtful(span.start, span.end, span.id_):
                self.bodies.setdefault(span.start, span.end) if span.id_ == "organisations.generic" else None
                continue
            first = span.start
            while first > 0 and s.words[first - 1] in ("*", "["):
                first -= 1
            for place in range(first, span.start + 1):
                self.bodies[place] = max(self.bodies.get(place, 0), span.end)
            for place in range(span.start, span.end):
                old = self.covering.get(place)
                if old is None or old[1] - old[0] < span.end - span.start:
                    self.covering[place] = (span.start, span.end)

    def doubtful(self, start: int, end: int, rule: str) -> bool:
        """Whether a weighed name is only what a post is about ("Agriculture")."""
        if self.s.lower[start] in fields() and (end == start + 1 or is_topic(self.s.lower[end - 1])):
            return True
        if rule not in SURE and end - start > 1 and self.s.lower[end - 1] in self.words.posts and self.s.capital[end - 1]:
            return True
        return rule not in SURE and (
            (is_topic(self.s.lower[end - 1]) and not self.s.words[end - 1].isupper()) or all(is_vague(self.s.lower[place]) for place in range(start, end))
        )

    def trim(self, start: int) -> None:
        """Cuts a person's name off the end of a body's ("head of the Northern Clinic Rui Costa")."""
        s, end = self.s, self.bodies[start]
        cut = next((place for place in range(start + 1, end) if self.swallowed(start, place, end)), end)
        if cut == end:
            return
        spans = mention.mentions(s.doc, "organisations")
        old = [span for span in spans if span.start <= start and span.end == end]
        mention.keep(s.doc, "organisations", [span for span in spans if span not in old and not (cut <= span.start < end)])
        for place in range(start, end):
            self.covering.pop(place, None)
        self.covering.update(dict.fromkeys(range(start, cut), (start, cut)))
        self.bodies[start] = cut
        if old and mention.mention_at(s.doc, "organisations", start, cut) is None:
            name = s.text(start, cut)
            mention.propose(s.doc, "organisations", start, cut, old[0].id_, mention.OrganisationValue(name, kind_of(name)))

    def lone_generic(self, start: int) -> bool:
        """Whether "the Foundation", "the Centre" stands at a token, no further capital behind it but a name's."""
        s = self.s
        if not s.capital[start] or s.lower[start - 1] not in OWNERS or (start in self.bodies and self.bodies[start] > start + 1):
            return False
        end = self.run_end(start)
        return end == start + 1 or self.opens_name(start + 1)

    def swallowed(self, start: int, place: int, end: int) -> bool:
        """Whether two to four words that may be a name stand from a token to the body's end, behind its head word with words before it or a place."""
        s, heads = self.s, lexicon().heads
        tail = range(place, end)
        if honorific_end(s, place) > place and s.lower[place] not in self.words.modifiers and s.lower[place] not in heads and "." in s.words[place]:
            return True
        behind_head = s.lower[place - 1] in heads or (known_place(s.text(start, place)) and not any(s.lower[inside] in heads for inside in range(start, end)))
        if not 2 <= end - place <= 5 or not behind_head or known_place(s.text(place, end)) or s.line[place] != s.line[end - 1]:
            return False
        if any(
            (not name_word(s, inside) and not s.glued(inside) and s.lower[inside] not in people_words().particles)
            or is_topic(s.lower[inside])
            or s.words[inside].isupper()
            or s.entity[inside] == "GPE"
            for inside in tail
        ):
            return False
        return place - 1 > start or s.lower[place - 1] not in heads or (s.lower[start - 1] == "the" and s.lower[start] in UNEPONYMOUS)

    def past_based(self, start: int) -> int:
        """Past "Nairobi-based" before a body's name."""
        s = self.s
        for place in range(start + 1, min(start + 4, len(s.words) - 1)):
            if s.lower[place] == "based" and s.words[place - 1] == "-":
                return place + 1
        return start + 1 if s.lower[start].endswith("-based") else start

    def past_area(self, start: int) -> int:
        """Past "provincial", "Portuguese" before a body's name."""
        s = self.s
        small = not s.capital[start] and s.pos[start] == "ADJ"
        return start + 1 if start + 1 in self.bodies and start not in self.bodies and (small or country_words.is_form(s.words[start])) else start

    def quoted_body(self, start: int) -> tuple[int, int] | None:
        """The name in quotation marks behind a common noun for bodies, within five words ("the Kazan company “NAME”")."""
        s = self.s
        for place in range(start + 1, min(start + 6, len(s.words) - 2)):
            if (mark := s.words[place]) in CLOSING and s.lower[place - 1] in lexicon().classes | lexicon().heads.keys():
                return next(((place + 1, close) for close in range(place + 2, min(place + 8, len(s.words))) if s.words[close] in CLOSING[mark]), None)
            if s.pos[place] not in ("NOUN", "ADJ", "PROPN") and not s.glued(place):
                return None
        return None

    def small_body(self, start: int) -> tuple[int, int] | None:
        """A body whose head has no capital ("county fire service", "13th Chilean medical team"), or the name behind its common noun ("the charity NAME")."""
        s, end = self.s, start
        if (named := self.of_class(start)) is not None:
            return named
        while (
            end < len(s.words) - 1
            and end - start < 7
            and s.line[end] == s.line[start]
            and (s.pos[end] in ("NOUN", "PROPN", "ADJ") or ORDINAL.fullmatch(s.lower[end]) or (s.words[end] in APOSTROPHES and end > start) or s.glued(end))
        ):
            end += 1
        while end > start and s.lower[end - 1] not in small_heads():
            end -= 1
        if end == start or (s.capital[end - 1] and s.words[end - 1] != "NGO") or any(place in self.bodies for place in range(start, end)):
            return None
        if s.capital[end] and not self.opens_name(end) and s.lower[end - 1] in lexicon().classes:
            return end, self.bodies.get(end, self.run_end(end))
        if end - start < 2 or s.lower[start] in LOOSE or (s.pos[start] == "ADJ" and not s.capital[start] and end - start == 2):
            return None
        return start + bool(ORDINAL.fullmatch(s.lower[start])), end

    def of_class(self, start: int) -> tuple[int, int] | None:
        """The name behind a small noun for bodies and up to two words before it ("the felt studio NAME", "the start-up NAME")."""
        s = self.s
        for place in range(start, min(start + 5, len(s.words) - 1)):
            if s.capital[place]:
                noun = "start-up" if s.lower[place - 3 : place] == ["start", "-", "up"] else s.lower[place - 1]
                told = place > start and noun in lexicon().classes and not self.opens_name(place)
                return (place, self.bodies.get(place, self.pair_end(self.run_end(place)))) if told else None
            if s.pos[place] not in ("NOUN", "ADJ", "PROPN", "VERB", "ADP") and not s.glued(place):
                return None
        return None

    def pair_end(self, end: int) -> int:
        """The end of "X and Y" that a mark closes, where X ends at a token and Y is no person's name or body ("the society Wells and Pages,")."""
        s, second = self.s, end + 1
        joined = second + 1 < len(s.words) and s.lower[end] in ("and", "&") and s.capital[second] and second not in self.bodies
        if not joined or self.opens_name(second):
            return end
        return second + 1 if s.words[second + 1] in (",", ".", ")", ";") else end

    def small_unit(self, start: int) -> int:
        """The end of "neonatology ward", "culture department" behind a possessor."""
        s, end = self.s, start
        while end < len(s.words) - 1 and end - start < 4 and not s.capital[end] and s.pos[end] in ("NOUN", "ADJ"):
            end += 1
        return end

    def generic_behind(self, post: Post, start: int) -> bool:
        """Takes "of the association", "at the hospital" for a later mention of a body that the text named."""
        s = self.s
        word = s.lower[start]
        if (
            (word not in lexicon().generic and not (word in lexicon().heads and (s.capital[start] or self.named_by(start))))
            or (s.pos[start + 1 : start + 2] in (["NOUN"], ["ADP"]) and not s.capital[start + 1])
            or any(mark in APOSTROPHES for mark in s.words[start + 1 : start + 2])
            or s.lower[start] in UNNAMED
        ):
            return False
        if not self.told_before(start):
            return False
        self.refer(start)
        if post.organisation is None:
            post.organisation, post.stated_behind = (start, start + 1), True
        post.end = start + 1
        return True

    def named_by(self, place: int) -> bool:
        """Whether a body that the text names before a token has this word for its head."""
        s = self.s
        return any(s.lower[other] == s.lower[place] and organisation_names.is_head(s, other) and other in self.covering for other in range(place))

    def told_before(self, place: int) -> bool:
        """Whether the text names a body with this head word before, or one of a kind that the word may stand for."""
        s, kinds = self.s, stands_for(self.s.lower[place])
        if self.named_by(place):
            return True
        told = [span for span in mention.mentions(s.doc, "organisations") if span.end <= place and not mention.value_of(span).generic] if kinds else []
        return any(mention.value_of(span).kind in kinds for span in told)

    def refer(self, place: int) -> None:
        """Proposes the head word of a body as a later mention of one named before."""
        s = self.s
        if mention.mention_at(s.doc, "organisations", place, place + 1) is None:
            value = mention.OrganisationValue(s.words[place], kind_of(s.lower[place], s.lower[place]), generic=True)
            mention.propose(s.doc, "organisations", place, place + 1, "organisations.generic", value)

    def run_end(self, start: int) -> int:
        """The end of capitals, cut where the model begins a person's name."""
        s, end = self.s, organisation_names.run(self.s, start, len(self.s.words))
        end += end + 1 < len(s.words) and s.words[end] == "Government" and end > start
        first = s.words[start]
        if (
            end - start >= 3
            and len(first) > 2
            and any(char.isupper() for char in first[1:])
            and not first.startswith(("Mc", "Mac", "De", "O'"))
            and "." not in first
            and s.words[start + 1] != "-"
        ):
            return start + 1
        return next((place for place in range(start + 1, end) if self.begins_name(start, place, end)), end)

    def branch(self, start: int) -> None:
        """Lets the body of an acronym go on over the place of its branch, where a person's name follows."""
        s, end = self.s, self.bodies[start]
        if end != start + 1 or not s.words[start].isupper() or end >= len(s.words) or not s.capital[end]:
            return
        longer = self.past_region(end, organisation_names.run(s, end, len(s.words)))
        if longer > end:
            name = s.text(start, longer)
            self.bodies[start] = longer
            self.covering.update(dict.fromkeys(range(start, longer), (start, longer)))
            mention.propose(s.doc, "organisations", start, longer, "organisations.branch", mention.OrganisationValue(name, kind_of(name)))

    def past_region(self, start: int, end: int) -> int:
        """Past the place of a branch that stands between its acronym and a person's name ("PMI | West Timor | Yohanes Leki")."""
        cuts = (place for place in range(end - 2, start, -1) if self.may_be_name(place, end))
        return next((place for place in cuts if self.region(start, place)), start)

    def region(self, start: int, end: int) -> bool:
        """Whether a stretch is a place that the table knows, perhaps behind a point of the compass ("West Timor"), and not that point alone."""
        first = start + (self.s.lower[start] in place_table.COMPASS)
        return first < end and (known_place(self.s.text(start, end)) or known_place(self.s.text(first, end)))

    def begins_name(self, start: int, place: int, end: int) -> bool:
        """Whether a person's name begins inside capitals: behind another's end to the model, at honorifics, or at a given name behind a topic."""
        s = self.s
        if (s.entity[place] == "PERSON" and s.entity[place - 1] != "PERSON") or s.lower[place - 1] in lexicon().suffixes:
            return True
        if honorific_end(s, place) > place and s.lower[place] not in self.words.modifiers:
            return True
        placed = s.entity[place - 1] == "GPE" and s.entity[place] not in ("GPE", "ORG")
        if place == start + 1 and s.lower[start] in place_table.COMPASS:
            return False
        if place + 1 < end and known_place(s.text(start, place)) and (placed or self.may_be_name(place, end)) and not known_place(s.text(start, place + 1)):
            return True
        if place == start + 1 < end - 1 and s.lower[start] in UNEPONYMOUS and s.lower[start - 1] == "the" and self.may_be_name(place, end):
            return True
        if s.lower[start - 1] == "of" and s.lower[start - 2] in GOVERNORS and given(s.words[place]) and self.may_be_name(place, end):
            return True
        if place > start + 1 and s.lower[place - 1] in REGIONAL and self.may_be_name(place, end):
            return True
        led = is_topic(s.lower[place - 1])
        return place + 1 < end and led and not is_topic(s.lower[place]) and (given(s.words[place]) or s.entity[place] == "PERSON")

    def may_be_name(self, start: int, end: int) -> bool:
        """Whether all words may be a person's: none a head word, a topic or in capitals."""
        s = self.s
        return 2 <= end - start <= 5 and all(
            (name_word(s, place) and not is_topic(s.lower[place]) and not (s.words[place].isupper() and len(s.words[place].rstrip(".")) > 1)) or s.glued(place)
            for place in range(start, end)
        )

    def field_end(self, start: int) -> int:
        """The end of capitals that say what a post is about, those joined by "and" and commas taken with them."""
        end = organisation_names.conjuncts(self.s, start, self.run_end(start), len(self.s.words))
        last = next((place for place in range(end - 1, start - 1, -1) if is_topic(self.s.lower[place])), end)
        return last + 1 if last + 1 < end and self.may_be_name(last + 1, end) else end

    def opens_name(self, place: int) -> bool:
        """Whether honorifics, what the model takes for a person, or a given name begin at a token."""
        s = self.s
        if honorific_end(s, place) > place:
            return True
        return place < len(s.words) and s.capital[place] and place not in self.covering and (s.entity[place] == "PERSON" or given(s.words[place]))
