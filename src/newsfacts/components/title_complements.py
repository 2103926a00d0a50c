"""Reads what follows a title: what it is about, what body, country or place the post is in."""

from __future__ import annotations

from newsfacts import rules
from newsfacts.components import country_words, organisation_names
from newsfacts.components.organisation_words import is_topic, lexicon
from newsfacts.components.surface import APOSTROPHES
from newsfacts.components.title_bodies import GOVERNORS, fields, known_place, small_heads
from newsfacts.components.title_fields import LEARNED, REGIONS, SHARING, UNLIMITED, TitleFields
from newsfacts.components.title_words import CONNECTORS, OWNERS, Aside, Post, singular, title_base

MANNERS = frozenset(rules.table("posts")["manners"]["words"].split())
"""Nouns behind "in" that tell how or where one is, not what one teaches."""
TERMS = frozenset(rules.table("posts")["terms"]["words"].split())
"""Nouns behind "for the" that tell how long one holds a post."""
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


class TitleComplements(TitleFields):
    """What stands behind titles."""

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
            start = self.past_area(self.past_based(start))
            if (inner := self.other_post(connector, start, post)) > start:
                post.title_end = post.end = inner
                rounds += 1
                continue
            if s.lower[start] in REGIONS and s.lower[start + 1 : start + 2] == ["of"] and s.capital[min(start + 2, len(s.words) - 1)] and not s.capital[start]:
                start += 2 * (start + 2 not in self.bodies)
            self.unmake(post, connector, start)
            if start in self.bodies:
                self.trim(start)
                self.branch(start)
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
                self.seat(post)
                return
            plain = s.lower[start - 1] == "the" and not any(s.capital[start + 1 : start + 2])
            if s.lower[start] in REGIONS and connector == "of" and plain and post.organisation is None:
                post.organisation, post.stated_behind, post.end = (start, start + 1), True, start + 1
                return
            if self.lone_generic(start) and self.generic_behind(post, start):
                return
            if connector in ("of", "at", "for", "with") and (quoted := self.quoted_body(start)) is not None:
                post.organisation, post.stated_behind, post.end = quoted, True, quoted[1] + 1
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

    def seat(self, post: Post) -> None:
        """Passes "at BODY", "to COUNTRY", "in PLACE" behind a post's body where a name follows at once."""
        s, start = self.s, post.end + 1
        if start + 2 >= len(s.words) or s.lower[post.end] not in ("at", "of", "to", "in") or s.line[start + 1] != s.line[post.noun]:
            return
        start += s.lower[start] == "the"
        if start in self.bodies:
            self.trim(start)
            end = self.bodies[start]
        else:
            end = country_words.end_of(s, start)
            end = end if end > start or not s.capital[start] else self.run_end(start)
            if end > start and not country_words.is_form(s.text(start, end)) and not known_place(s.text(start, end)):
                return
        if end > start and end < len(s.words) and s.capital[end] and s.line[end] == s.line[start]:
            post.end = end

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

    def other_post(self, connector: str, start: int, post: Post) -> int:
        """The end of another's title that completes this one ("adviser to the Governor", "wife of the President"); `start` where none stands there."""
        s, place = self.s, start
        if connector not in ("to", "of") or (s.lower[start - 1] != "the" and connector == "of"):
            return start
        if start in self.bodies or country_words.end_of(s, start) > start:
            place = max(self.bodies.get(start, start), country_words.end_of(s, start))
        while place < len(s.words) - 1 and s.lower[place] in self.words.modifiers and s.capital[place] == s.capital[start]:
            place += 1
        if place >= len(s.words):
            return start
        noun = s.lower[place]
        if s.line[place] == s.line[start] and place > start and noun in self.words.posts:
            post.organisation, post.stated_behind = (start, place), True
        elif start in self.bodies:
            return start
        if noun not in self.words.posts or noun != singular(noun) or s.lower[post.noun] in BODIED:
            return start
        compound = next((len(phrase) for phrase in self.words.compounds.get(noun, ()) if tuple(s.lower[place : place + len(phrase)]) == phrase), 1)
        return place + compound + any(word in self.words.behind for word in s.lower[place + 1 : place + 2])

    def small_behind(self, post: Post, connector: str, start: int) -> bool:
        """Takes "of cooperation and training" into the title."""
        s = self.s
        if connector == "in" and post.occupation:
            return self.subject_behind(post, start)
        if connector not in ("of", "for") or s.lower[start - 1] in OWNERS - {"the"}:
            return False
        if connector == "for" and s.lower[start] in TERMS:
            return False
        place = start + (s.lower[start] == "that")
        if start > post.end + 1 and self.generic_behind(post, start):
            return False
        if start > post.end + 1 and s.lower[start] in small_heads() and (s.capital[start + 1] or s.words[start + 1] == ","):
            post.via, post.end = "owned", start + 1
            return False
        if connector == "of" and place > post.end + 1 and s.lower[place] in REGIONS and post.organisation is None:
            post.organisation, post.stated_behind, post.end = (place, place + 1), True, place + 1
            return False
        end = start
        while (
            end < len(s.words) - 1
            and end - start < 5
            and not s.capital[end]
            and (
                s.pos[end] in ("NOUN", "ADJ")
                or s.doc[end].tag_ == "VBG"
                or (s.lower[end] == "and" and s.pos[end + 1] in ("NOUN", "ADJ") and not title_base(s.lower[end + 1]))
            )
        ):
            end += 1
        if end > start:
            post.title_end = post.end = end
        return end > start

    def subject_behind(self, post: Post, start: int) -> bool:
        """Takes "in soil science" behind what one is by training into the title, where "at", a comma or a bracket follows."""
        s, end = self.s, start
        while end < len(s.words) - 1 and end - start < 4 and not s.capital[end] and s.pos[end] in ("NOUN", "ADJ"):
            end += 1
        if end == start or s.lower[end] not in ("at", ",", "(", "and") or s.pos[end - 1] != "NOUN" or s.lower[start] in MANNERS:
            return False
        post.title_end = post.end = end
        return True

    def follow(self, post: Post) -> None:
        """Notes what commas or a colon set off between a title and a name: "Director, FIELD, BODY, CITY, X Y", "Deputy Dean: FIELD, X Y"."""
        s, place, field_end, body = self.s, post.end, None, None
        for turn in range(4):
            colon = turn == 0 and s.words[place : place + 1] == [":"] and s.capital[post.noun]
            if place + 2 >= len(s.words) or not (s.words[place] == "," or colon) or s.line[place + 1] != s.line[post.noun]:
                return
            start = place + 1 + (s.lower[place + 1] == "the")
            if start not in self.bodies and self.opens_name(start):
                break
            if start in self.bodies and body is None:
                body = (start, self.bodies[start])
                place = body[1] + 3 * (s.words[body[1] : body[1] + 1] == ["("] and s.words[body[1] + 2 : body[1] + 3] == [")"])
            elif s.capital[start] and (body is not None or s.entity[start] == "GPE" or self.placed(start)):
                place = max(organisation_names.run(s, start, len(s.words)), start + 1)
            elif s.capital[start] and field_end is None and is_topic(s.lower[(place := self.field_end(start)) - 1]):
                field_end = place
            else:
                return
        if place > post.end and self.opens_name(place + 1):
            post.aside = Aside(field_end, body, place)

    def placed(self, start: int) -> bool:
        """Whether a country or a place that the table knows begins at a token and a comma closes it."""
        end = self.run_end(start)
        return country_words.end_of(self.s, start) > start or (self.s.words[end : end + 1] == [","] and known_place(self.s.text(start, end)))

    def capitals_behind(self, post: Post, connector: str, start: int) -> bool:
        """Reads capitals behind a connector: a country, a place, a name, or what the post is about."""
        s = self.s
        country = country_words.end_of(s, start)
        end = country if country > start else self.run_end(start)
        if end == start:
            return False
        if connector in ("to", "in") and country == start and (cut := self.before_name(start, end)):
            return self.place_behind(post, connector, start, cut)
        if (
            country > start
            or (connector == "of" and s.lower[post.noun] in GOVERNORS)
            or (
                all(s.entity[inside] in ("GPE", "LOC", "FAC") for inside in range(start, end))
                and (connector not in ("of", "at") or known_place(s.text(start, end)))
            )
        ):
            return self.place_behind(post, connector, start, end)
        whole = s.lower[post.noun - 1] in UNLIMITED and connector == "of"
        while whole and end < len(s.words) - 1 and s.capital[end] and s.line[end] == s.line[start] and not self.opens_name(end):
            end += 1
        told = [is_topic(s.lower[inside]) or s.lower[inside] in lexicon().events | fields() for inside in range(start, end)]
        topical = (s.lower[post.noun] not in HOLDERS or connector == "for") and (
            all(told) if whole else any(told) and (s.lower[start - 1] != "the" or (told[-1] and (told[0] or end - start < 3)))
        )
        topical = topical or self.is_sphere(post, connector, start, end)
        if connector == "in" and singular(s.lower[post.noun]) in LEARNED and not known_place(s.text(start, end)):
            post.topic = s.text(start, end)
            post.title_end = post.end = end
            return True
        if (connector in ("of", "for", "on") and topical) or (post.organisation is not None and connector in ("of", "for")):
            end = self.field_end(start)
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
        if connector == "in" and singular(s.lower[post.noun]) in SHARING and not known_place(s.text(start, end)):
            post.organisation, post.stated_behind, post.end = (start, end), True, end
            return True
        if connector in ("at", "with"):
            end = organisation_names.conjuncts(s, start, end, len(s.words)) if topical else end
        if self.comes_from(post, connector, start, end):
            post.end = end
            return True
        if connector in ("at", "with") or (connector in ("of", "for") and not topical):
            post.organisation, post.stated_behind, post.end = (start, end), True, end
            return True
        return False

    def before_name(self, start: int, end: int) -> int:
        """Where a person's name begins behind a known place ("to Lima | Ana Reis"); 0 where none does."""
        s = self.s
        cuts = [cut for cut in (end, *range(end - 2, start, -1)) if cut < len(s.words)]
        return next((cut for cut in cuts if self.opens_name(cut) and known_place(s.text(start, cut))), 0)

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
        end += end < len(s.words) and (s.lower[end] in REGIONS or (s.words[end].isdigit() and len(s.words[end]) < 3 and s.lower[post.noun] in GOVERNORS))
        post.end = end
        if connector == "to" or (connector == "for" and s.entity[start] == "LOC"):
            post.suffix = f" {connector} {s.text(start, end)}"
        elif (
            connector != "from"
            and post.organisation is None
            and (connector != "in" or s.lower[post.noun] in GOVERNORS)
        ):
            post.organisation, post.stated_behind = (start, end), True
        return True
