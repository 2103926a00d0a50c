"""Ties titles to the people who hold them and to the bodies that the posts are in."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components import country_words, mention, name_words, place_table, role_entries, titles
from newsfacts.components.organisation_words import lexicon
from newsfacts.components.person_names import people_words
from newsfacts.components.role_lines import RoleLines
from newsfacts.components.surface import APOSTROPHES, Surface
from newsfacts.components.titles import Post

CLERGY = frozenset(["bishop", "archbishop", "pope", "cardinal", "patriarch"])
"""Titles whose place is where their holder sits, no body."""
PARTS = frozenset(["division", "department", "section", "unit", "branch", "desk", "committee", "team"])


def propose(s: Surface, posts: list[Post]) -> None:
    """Proposes the roles of a text."""
    RoleFinder(s, posts).find()


class RoleFinder(RoleLines):
    """Ties the titles of one Doc to its people."""

    def find(self) -> None:
        """Entries first, then title by title."""
        read = self.by_entry()
        for number, post in enumerate(self.posts):
            if s_line(self.s, post) not in read:
                self.one(number, post)
        self.led_by()
        self.heading()
        self.unheard()

    def unheard(self) -> None:
        """A title that no list has, between a holder's comma and "of BODY": "X Y, Okyeame of the Council"."""
        s = self.s
        titled = {person[0] for role in mention.mentions(s.doc, "roles") for person in mention.value_of(role).people}
        for comma, person in list(self.ends.items()):
            end = comma + 2
            if person.start in titled or end + 1 >= len(s.words) or s.words[comma] != "," or not self.may_be_title(comma + 1) or s.lower[end] != "of":
                continue
            body = end + 1 + (s.lower[end + 1] == "the")
            if body in self.bodies:
                held = mention.RoleValue(s.words[comma + 1], ((person.start, person.end),), (body, self.bodies[body]), "apposition")
                mention.propose(s.doc, "roles", comma + 1, end, "roles.unheard", held)

    def may_be_title(self, place: int) -> bool:
        """Whether a lone capitalised word is none of the dictionary, no place, body or name."""
        s = self.s
        word = s.words[place]
        known = place in self.bodies or place in self.starts or place_table.known(name_words.fold_name(word)) or country_words.is_form(word)
        return s.capital[place] and word.isalpha() and not word.isupper() and not known and not place_table.common(s.lower[place])

    def by_entry(self) -> set[int]:
        """Lines that are a name with titles and a body; returns their numbers."""
        s, read = self.s, set()
        for person in list(self.ends.values()):
            first = self.opens[person.start]
            while first > 0 and s.line[first - 1] == s.line[person.start] and s.words[first - 1] in ("-", "•", "*", "–", "·"):
                first -= 1
            if first > 0 and s.words[first - 1] == "—" and (first == 1 or s.line[first - 2] != s.line[first - 1]):
                first -= 1
            opens = first == 0 or s.line[first - 1] != s.line[person.start]
            contact = (
                not opens
                and s.words[first - 1] == ":"
                and s.lower[first - 2] in ("contact", "contacts", "contact_person", "information", "enquiries", "inquiries", "press", "photo", "pictured")
            )
            if not opens and not contact:
                continue
            entries = role_entries.read(s, person.end, self.at, self.bodies)
            for entry in entries:
                post = self.at[entry.start]
                organisation, title = entry.organisation, entry.title
                if organisation is None or (
                    post.stated_behind
                    and post.organisation is not None
                    and mention.mention_at(s.doc, "organisations", *post.organisation)
                    and s.lower[post.organisation[1] - 1] not in PARTS
                ):
                    organisation, title = post.organisation or self.fitting(post), post.title
                if (
                    organisation is not None
                    and organisation == entry.organisation
                    and s.lower[post.noun] not in titles.JURISDICTIONAL
                    and self.placed(organisation)
                ):
                    organisation = post.organisation or self.fitting(post)
                organisation = organisation or self.listed_under(post, person)
                if organisation is not None and mention.mention_at(s.doc, "organisations", *organisation) is None:
                    self.learn(organisation)
                mention.propose(
                    s.doc, "roles", entry.start, entry.end, "roles.entry", mention.RoleValue(title, ((person.start, person.end),), organisation, "apposition")
                )
            if entries:
                read.add(s.line[person.start])
        return read

    def one(self, number: int, post: Post) -> None:
        """The holder of one title: named behind it, before it, over a copula, or in a list that it opens."""
        if self.s.words[post.end : post.end + 1] and self.s.words[post.end] in APOSTROPHES and post.end == post.title_end:
            return
        if signed := self.below(post):
            self.add(post, signed, "before")
            return
        after, before = self.person_after(post), self.person_before(number, post)
        if after is not None and self.is_rank(post) and self.opens[after.start] == post.end and self.s.lower[after.end : after.end + 1] != ["of"]:
            return
        if post.plural and after:
            listed = self.list_from(after)
            if len(listed) > 1 or "as" not in self.s.lower[after.end : after.end + 4]:
                self.add(post, listed, "before")
        elif after is not None and not (before is not None and self.apart(post, after) and not self.holds_other(before)):
            self.add(post, (after,), "before")
        elif before is not None and self.holds_other(before) and post.stated_behind and (following := self.chained(post)) is not None:
            self.add(post, (following,), "before")
        elif before is not None:
            holders = self.holders(post, before)
            if post.plural and len(holders) == 1 and self.listed(post):
                return
            self.behind_comma(post)
            self.add(post, holders, "after")
        elif chosen := self.chosen(post) or self.being(post):
            self.add(post, chosen, "copula")
        elif (copula := self.copula(post)) is not None:
            self.add(post, (copula,), "copula")
        elif listed := self.opened(post):
            self.add(post, listed, "list")

    def listed(self, post: Post) -> bool:
        """Whether a plural title in small letters stands between commas or before "and" as a further item of a list ("X Y, teachers, and parents")."""
        s = self.s
        return not s.capital[post.start] and s.words[post.start - 1] == "," and s.lower[post.end : post.end + 1] in ([","], ["and"], ["."])

    def is_rank(self, post: Post) -> bool:
        """Whether "Commander X", "Chief X" is only a rank: no body, no other word of a title."""
        lone = post.organisation is None and post.title_end == post.start + 1 == post.end
        return lone and self.s.lower[post.noun] in ("commander", "chief", "superintendent", "brigadier")

    def apart(self, post: Post, after: Span) -> bool:
        """Whether a name behind a title is set off by a comma, and no "and the" opens the title anew."""
        s = self.s
        anew = s.lower[post.start - 1] == "the" and s.lower[post.start - 2] == "and"
        return s.words[self.opens[after.start] - 1] == "," and not anew

    def chained(self, post: Post) -> Span | None:
        """The person behind the comma of "TITLE A, TITLE of BODY, B, and": a list whose titles stand before the names."""
        s = self.s
        found = self.starts.get(post.end + 1) if post.end < len(s.words) and s.words[post.end] == "," else None
        return None if found is None or found.end >= len(s.words) or s.words[found.end] not in (",", ".", ";", "and") else found

    def holds_other(self, person: Span) -> bool:
        """Whether a title before the person has been given to them."""
        return (person.start, person.end) in self.held

    def add(self, post: Post, people: tuple[Span, ...], rule: str) -> None:
        """Proposes one role."""
        if rule == "before":
            self.held |= {(person.start, person.end) for person in people}
        self.share(post)
        organisation, via = self.body_of(post, rule, people[-1])
        if organisation is None and (listed := self.elected(post) or self.listed_under(post, people[0])) is not None:
            organisation, via = listed, "inherited"
        if organisation is not None and self.s.lower[post.noun] in CLERGY and organisation[0] not in self.bodies:
            organisation = None
        governs = self.s.lower[post.noun] in titles.JURISDICTIONAL
        if organisation is not None and not governs and mention.mention_at(self.s.doc, "organisations", *organisation) is None:
            told = None if organisation[1] - organisation[0] < 2 or self.placed(organisation) else self.begun_by(self.s.text(*organisation), post)
            organisation = told or organisation
            self.learn(organisation)
        mention.propose(
            self.s.doc,
            "roles",
            post.start,
            post.title_end,
            f"roles.title.{rule}",
            mention.RoleValue(post.title, tuple((person.start, person.end) for person in people), organisation, via),
        )

    def share(self, post: Post) -> None:
        """Gives "founder" of "founder and director of BODY" the other's body."""
        s = self.s
        other = self.at.get(post.end + 1) if post.end < len(s.words) and s.lower[post.end] in ("and", "&", "/") else None
        half = next((one for one in self.posts if one.end == post.start - 1 and not one.plural and not one.occupation), None)
        joined = half is not None and s.lower[post.start - 1] in ("and", "&") and post.via == "stated" and not post.occupation and not post.plural
        joined = joined and post.title_end == post.noun + 1 and s.lower[post.noun] not in ("guest", "member", "author", "winner", "host")
        if half is not None and joined and post.organisation is None and post.topic is None:
            post.organisation, post.via = (half.organisation if half.stated_behind else None), ("coreference" if half.via == "coreference" else post.via)
        if post.organisation is None and not post.plural and not post.occupation and other is not None and other.stated_behind and other.topic is None:
            post.organisation, post.via = other.organisation, other.via

    def body_of(self, post: Post, rule: str, person: Span) -> tuple[tuple[int, int] | None, str]:
        """What a post is in and how the text tells it: beside the title, by "its", by the field of a ministry, by what the article is about."""
        if post.organisation is None and self.s.lower[post.start - 1] in ("his", "her"):
            return None, "stated"
        if post.organisation is None and post.via == "coreference" and (titles.fits(post) != "none" or self.s.lower[post.start - 1] != "our"):
            return self.nearest_body(post.start, tells=self.tells(person)), "coreference"
        if (ministry := self.ministry(post)) is not None:
            return ministry, "inherited"
        if post.organisation is None and rule == "copula" and (chooser := self.chooser(post)) is not None:
            return chooser, "inherited"
        if post.organisation is None and rule == "after" and post.end in self.bodies:
            return (post.end, self.bodies[post.end]), "apposition"
        if post.organisation is None and (bracketed := self.before_bracket(post)) is not None:
            return bracketed, "apposition"
        if (
            post.organisation is None
            and rule == "before"
            and not post.plural
            and (affiliation := self.affiliation(person, titles.fits(post) == "none" or post.title.lower() in ("president", "chief"))) is not None
        ):
            return affiliation, "apposition"
        shared = post.organisation is None and rule == "before" and post.plural
        if shared and (affiliation := self.affiliation(person, governs=False)) is not None and (not post.occupation or affiliation[0] in self.bodies):
            return affiliation, "apposition"
        if post.organisation is None and (country := self.sender(post)) is not None:
            return country, "inherited"
        if post.organisation is None and rule in ("list", "before") and post.plural and titles.singular(self.s.lower[post.noun]) in ("member", "volunteer"):
            return self.collective(post), "inherited"
        if post.organisation is None and not post.occupation and not post.plural and rule != "list":
            return self.fitting(post, person), "inherited"
        return post.organisation, "apposition" if rule in ("after", "before") else "stated"

    def tells(self, person: Span) -> bool:
        """Whether the person is the subject of a verb of telling right behind the name ("its founders A and B have announced")."""
        s = self.s
        behind = [place for place in range(person.end, min(person.end + 6, len(s.words))) if s.words[place] != "*"][:3]
        return any(s.doc[place].lemma_.lower() in people_words().speech for place in behind)

    def affiliation(self, person: Span, governs: bool) -> tuple[int, int] | None:
        """The body of "TITLE X Y of BODY", "TITLE X Y, BODY,"."""
        s, place = self.s, person.end
        if place + 2 >= len(s.words) or s.lower[place] not in ("of", "at", "from", ","):
            return None
        if s.words[place] == "," and s.lower[place + 1] in ("of", "at", "from"):
            place += 1
            if place + 2 >= len(s.words):
                return None
        start = place + 1 + (s.lower[place + 1] == "the")
        start += start > place + 1 and s.lower[start] in lexicon().classes and not s.capital[start] and s.capital[start + 1 : start + 2] == [True]
        end = self.bodies.get(start)
        if end is not None and end + 1 in self.bodies and s.words[end] in APOSTROPHES:
            start, end = end + 1, self.bodies[end + 1]
        if end is None and s.lower[place] == "of":
            end = next((other for other in range(start, len(s.words)) if not s.capital[other]), start)
            name = s.text(start, end)
            end = end if governs or not (place_table.known(name_words.fold_name(name)) or country_words.is_form(name)) else None
        if end is None or end == start or s.line[start] != s.line[place]:
            return None
        closed = s.lower[place] != "," or end >= len(s.words) or s.words[end] in (",", ".", ";") or s.words[end].isspace()
        return (start, end) if closed else None


def s_line(s: Surface, post: Post) -> int:
    """The line of a title."""
    return s.line[post.noun]
