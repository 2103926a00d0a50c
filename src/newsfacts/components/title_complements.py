"""Reads what follows a title: what it is about, what body, country or place the post is in."""

from __future__ import annotations

from newsfacts import rules
from newsfacts.components import country_words, mention, name_words, organisation_names, place_table
from newsfacts.components.given_names import given
from newsfacts.components.organisation_names import ORDINAL
from newsfacts.components.organisation_words import is_topic, is_vague, kind_of, lexicon
from newsfacts.components.person_names import honorific_end
from newsfacts.components.surface import APOSTROPHES, Surface
from newsfacts.components.title_words import CONNECTORS, LOOSE, OWNERS, SURE, Aside, Post, singular, title_words

GOVERNORS = frozenset(rules.table("titles")["jurisdictional"]["words"].split())
"""Titles of those who govern a place."""
REGIONS = frozenset(
    ["province", "region", "district", "county", "state", "island", "prefecture", "governorate", "city", "town", "municipality", "village", "country"]
)
"""General words for places that are governed."""
UNNAMED = frozenset(["team", "group", "party", "board", "unit", "network", "initiative", "division", "command"])
"""General words for parts of bodies that have no name."""
BODIED = frozenset(["member", "members", "founder", "founders"])
"""Titles that are of a body or a board, never of an office."""
HOLDERS = frozenset(
    [
        "founder",
        "founders",
        "co-founder",
        "co-founders",
        "owner",
        "owners",
        "ceo",
        "ceos",
        "chairman",
        "chairperson",
        "chairwoman",
        "president",
        "member",
        "members",
    ]
)
"""Titles that are of a body, never of a topic."""


def known_place(name: str) -> bool:
    """Whether the table of places has a name."""
    return place_table.known(name_words.fold_name(name))


class TitleComplements:
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
        return rule not in SURE and (
            (is_topic(self.s.lower[end - 1]) and not self.s.words[end - 1].isupper()) or all(is_vague(self.s.lower[place]) for place in range(start, end))
        )

    def behind(self, post: Post) -> None:
        """Reads what follows the noun: complement, body, country."""
        s, rounds = self.s, 0
        while post.end < len(s.words) - 1 and rounds < 3 and s.line[post.end] == s.line[post.noun]:
            connector, start = self.connector(post.end)
            if connector not in CONNECTORS:
                return
            if connector == "in charge of":
                self.in_charge(post, start)
                rounds += 1
                continue
            while start < len(s.words) - 1 and s.lower[start] in OWNERS:
                start += 1
            if s.line[start] != s.line[post.noun]:
                return
            start = self.past_based(start)
            if (inner := self.other_post(connector, start, post)) > start:
                post.title_end = post.end = inner
                rounds += 1
                continue
            if start in self.bodies:
                if post.organisation is None or connector in ("of", "at", "for"):
                    post.organisation, post.stated_behind = (start, self.bodies[start]), True
                post.end = self.bodies[start]
                if post.end + 1 < len(s.words) and s.words[post.end] in APOSTROPHES and post.end + 1 in self.bodies:
                    post.organisation = (post.end + 1, self.bodies[post.end + 1])
                    post.end = post.organisation[1]
                elif post.end + 1 < len(s.words) and s.words[post.end] in APOSTROPHES:
                    post.end = self.small_unit(post.end + 1)
                if post.end + 2 < len(s.words) and s.words[post.end] == "(" and s.words[post.end + 2] == ")":
                    post.end += 3
                return
            if s.lower[start] in REGIONS and connector == "of" and s.lower[start - 1] == "the" and not s.capital[start + 1] and post.organisation is None:
                post.organisation, post.stated_behind, post.end = (start, start + 1), True, start + 1
                return
            if connector in ("of", "at", "for", "with") and (body := self.small_body(start)) is not None:
                post.organisation, post.stated_behind, post.end = body, True, body[1]
                return
            if s.capital[start]:
                if not self.capitals_behind(post, connector, start):
                    return
            elif not self.small_behind(post, connector, start):
                return
            rounds += 1

    def connector(self, place: int) -> tuple[str, int]:
        """The preposition at a token and where its complement begins; "responsible for" counts as "in charge of"."""
        s = self.s
        if (s.lower[place : place + 3] == ["in", "charge", "of"] or s.lower[place : place + 2] == ["responsible", "for"]) and place + 4 < len(s.words):
            return "in charge of", place + 3 - (s.lower[place] == "responsible")
        return s.lower[place], place + 1

    def in_charge(self, post: Post, start: int) -> None:
        """Takes "in charge of FIELD" into the title."""
        s, end = self.s, start + (self.s.lower[start] == "the")
        if s.capital[end]:
            end = self.field_end(end)
            while end + 1 < len(s.words) and s.lower[end] == "and" and s.capital[end + 1] and not self.opens_name(end + 1):
                end = self.run_end(end + 1)
        else:
            end = self.small_unit(end)
        post.title_end = post.end = end

    def small_body(self, start: int) -> tuple[int, int] | None:
        """A body whose head has no capital ("county fire service", "13th Chilean medical team"), or the name behind its common noun ("the charity NAME")."""
        s, end = self.s, start
        while (
            end < len(s.words) - 1
            and end - start < 7
            and s.line[end] == s.line[start]
            and (s.pos[end] in ("NOUN", "PROPN", "ADJ") or ORDINAL.fullmatch(s.lower[end]) or (s.words[end] in APOSTROPHES and end > start) or s.glued(end))
        ):
            end += 1
        while end > start and s.lower[end - 1] not in self.words.bodies:
            end -= 1
        if end == start or s.capital[end - 1] or any(place in self.bodies for place in range(start, end)):
            return None
        if s.capital[end] and not self.opens_name(end) and s.lower[end - 1] in lexicon().classes:
            return end, self.bodies.get(end, self.run_end(end))
        if end - start < 2 or s.lower[start] in LOOSE or (s.pos[start] == "ADJ" and not s.capital[start] and end - start == 2):
            return None
        return start + bool(ORDINAL.fullmatch(s.lower[start])), end

    def past_based(self, start: int) -> int:
        """Past "Nairobi-based" before a body's name."""
        s = self.s
        for place in range(start + 1, min(start + 4, len(s.words) - 1)):
            if s.lower[place] == "based" and s.words[place - 1] == "-":
                return place + 1
        return start + 1 if s.lower[start].endswith("-based") else start

    def other_post(self, connector: str, start: int, post: Post) -> int:
        """The end of another's title that completes this one ("adviser to the Governor", "wife of the President"); `start` where none stands there."""
        s, place = self.s, start
        if connector not in ("to", "of") or (s.lower[start - 1] != "the" and connector == "of"):
            return start
        if start in self.bodies or country_words.end_of(s, start) > start:
            place = max(self.bodies.get(start, start), country_words.end_of(s, start))
        while place < len(s.words) - 1 and s.lower[place] in self.words.modifiers and s.capital[place] == s.capital[start]:
            place += 1
        noun = s.lower[place]
        if s.line[place] == s.line[start] and place > start and noun in self.words.posts:
            post.organisation, post.stated_behind = (start, place), True
        elif start in self.bodies:
            return start
        if noun not in self.words.posts or noun != singular(noun) or s.lower[post.noun] in BODIED:
            return start
        compound = next((len(phrase) for phrase in self.words.compounds.get(noun, ()) if tuple(s.lower[place : place + len(phrase)]) == phrase), 1)
        return place + compound + (s.lower[place + 1] in self.words.behind)

    def small_behind(self, post: Post, connector: str, start: int) -> bool:
        """Takes "of cooperation and training" into the title."""
        s = self.s
        if connector not in ("of", "for") or s.lower[start - 1] in OWNERS - {"the"}:
            return False
        place = start + (s.lower[start] == "that")
        if start > post.end + 1 and self.generic_behind(post, start):
            return False
        if connector == "of" and place > post.end + 1 and s.lower[place] in REGIONS and post.organisation is None:
            post.organisation, post.stated_behind, post.end = (place, place + 1), True, place + 1
            return False
        end = start
        while (
            end < len(s.words) - 1
            and end - start < 5
            and not s.capital[end]
            and (s.pos[end] in ("NOUN", "ADJ") or (s.lower[end] == "and" and s.pos[end + 1] in ("NOUN", "ADJ")))
        ):
            end += 1
        if end > start:
            post.title_end = post.end = end
        return end > start

    def follow(self, post: Post) -> None:
        """Notes what commas set off between a title and a name: "Director, FIELD, BODY, CITY, X Y"."""
        s, place, field_end, body = self.s, post.end, None, None
        for _ in range(4):
            if place + 2 >= len(s.words) or s.words[place] != "," or s.line[place + 1] != s.line[post.noun]:
                return
            start = place + 1 + (s.lower[place + 1] == "the")
            if self.opens_name(start):
                break
            if start in self.bodies and body is None:
                body = (start, self.bodies[start])
                place = body[1] + 3 * (s.words[body[1] : body[1] + 1] == ["("] and s.words[body[1] + 2 : body[1] + 3] == [")"])
            elif s.capital[start] and (body is not None or s.entity[start] == "GPE" or country_words.end_of(s, start) > start):
                place = max(organisation_names.run(s, start, len(s.words)), start + 1)
            elif s.capital[start] and field_end is None and is_topic(s.lower[(place := self.field_end(start)) - 1]):
                field_end = place
            else:
                return
        if (field_end or body) and self.opens_name(place + 1):
            post.aside = Aside(field_end, body, place)

    def field_end(self, start: int) -> int:
        """The end of capitals that say what a post is about, those joined by "and" and commas taken with them."""
        return organisation_names.conjuncts(self.s, start, self.run_end(start), len(self.s.words))

    def opens_name(self, place: int) -> bool:
        """Whether honorifics, what the model takes for a person, or a given name begin at a token."""
        s = self.s
        if honorific_end(s, place) > place:
            return True
        return s.capital[place] and place not in self.covering and (s.entity[place] == "PERSON" or given(s.words[place]))

    def small_unit(self, start: int) -> int:
        """The end of "neonatology ward", "culture department" behind a possessor."""
        s, end = self.s, start
        while end < len(s.words) - 1 and end - start < 4 and not s.capital[end] and s.pos[end] in ("NOUN", "ADJ"):
            end += 1
        return end

    def generic_behind(self, post: Post, start: int) -> bool:
        """Takes "of the association", "at the hospital" for a later mention of a body that the text named."""
        s = self.s
        if s.lower[start] not in lexicon().generic or s.pos[start + 1] in ("NOUN", "ADP") or s.words[start + 1] in APOSTROPHES or s.lower[start] in UNNAMED:
            return False
        if not self.told_before(start):
            return False
        self.refer(start)
        if post.organisation is None:
            post.organisation, post.stated_behind = (start, start + 1), True
        post.end = start + 1
        return True

    def told_before(self, place: int) -> bool:
        """Whether the text names a body with this head word before."""
        s = self.s
        return any(organisation_names.is_head(s, other) and s.lower[other] == s.lower[place] and other in self.covering for other in range(place))

    def refer(self, place: int) -> None:
        """Proposes the head word of a body as a later mention of one named before."""
        s = self.s
        if mention.mention_at(s.doc, "organisations", place, place + 1) is None:
            value = mention.OrganisationValue(s.words[place], kind_of(s.lower[place], s.lower[place]), generic=True)
            mention.propose(s.doc, "organisations", place, place + 1, "organisations.generic", value)

    def capitals_behind(self, post: Post, connector: str, start: int) -> bool:
        """Reads capitals behind a connector: a country, a place, a name, or what the post is about."""
        s = self.s
        country = country_words.end_of(s, start)
        end = country if country > start else self.run_end(start)
        if end == start:
            return False
        if (
            country > start
            or (connector == "of" and s.lower[post.noun] in GOVERNORS)
            or (
                all(s.entity[inside] in ("GPE", "LOC", "FAC") for inside in range(start, end))
                and (connector not in ("of", "at") or known_place(s.text(start, end)))
            )
        ):
            return self.place_behind(post, connector, start, end)
        topical = s.lower[post.noun] not in HOLDERS and any(is_topic(s.lower[inside]) or s.lower[inside] in lexicon().events for inside in range(start, end))
        if (connector in ("of", "for", "on") and topical) or (post.organisation is not None and connector in ("of", "for")):
            end = organisation_names.conjuncts(s, start, end, len(s.words))
            if (
                end + 2 < len(s.words)
                and s.lower[end] == "and"
                and s.capital[end + 1]
                and s.lower[end + 2] in ("at", "of", "in")
                and not s.entity[end + 1]
                and end + 1 not in self.bodies
            ):
                end += 2
            post.topic = s.text(start, end)
            post.title_end = post.end = end
            return True
        if connector in ("at", "with"):
            end = organisation_names.conjuncts(s, start, end, len(s.words)) if topical else end
        if connector in ("at", "with") or (connector == "of" and not topical):
            post.organisation, post.stated_behind, post.end = (start, end), True, end
            return True
        return False

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

    def begins_name(self, start: int, place: int, end: int) -> bool:
        """Whether a person's name begins inside capitals: behind another's end to the model, at honorifics, or at a given name behind a topic."""
        s = self.s
        if (s.entity[place] == "PERSON" and s.entity[place - 1] != "PERSON") or s.lower[place - 1] in lexicon().suffixes:
            return True
        if honorific_end(s, place) > place and s.lower[place] not in self.words.modifiers:
            return True
        if place + 1 < end and s.entity[place - 1] == "GPE" and s.entity[place] not in ("GPE", "ORG") and known_place(s.text(start, place)):
            return True
        led = is_topic(s.lower[place - 1])
        return place + 1 < end and led and not is_topic(s.lower[place]) and (given(s.words[place]) or s.entity[place] == "PERSON")

    def place_behind(self, post: Post, connector: str, start: int, end: int) -> bool:
        """A country or place: what the post is in behind "of", "for", "in"; where one is sent behind "to", which joins the title."""
        s = self.s
        common = end < len(s.words) and s.pos[end] == "NOUN" and not s.capital[end] and s.line[end] == s.line[start] and s.lower[end] not in REGIONS
        if common and s.doc[end - 1].dep_ == "compound":
            return False
        owned = end + 1 if end < len(s.words) and s.words[end] in APOSTROPHES else end if s.words[end - 1] in APOSTROPHES else 0
        if owned > 0 and connector in ("of", "for", "at") and owned in self.bodies and post.organisation is None:
            post.organisation, post.stated_behind, post.end = (owned, self.bodies[owned]), True, self.bodies[owned]
            return False
        end += end < len(s.words) and s.lower[end] in REGIONS
        post.end = end
        if connector == "to" or (connector == "for" and s.entity[start] == "LOC"):
            post.suffix = f" {connector} {s.text(start, end)}"
        elif connector != "from" and post.organisation is None:
            post.organisation, post.stated_behind = (start, end), True
        return True
