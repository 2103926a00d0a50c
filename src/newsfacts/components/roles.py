"""Ties titles to the people who hold them and to the bodies that the posts are in."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components import mention, role_entries, titles
from newsfacts.components.person_names import people_words
from newsfacts.components.role_leads import TEAMS, RoleLeads
from newsfacts.components.surface import APOSTROPHES, Surface
from newsfacts.components.title_words import LOOSE
from newsfacts.components.titles import OWNERS, Post

ARTICLES = OWNERS | {"a", "an"}
SEPARATORS = frozenset((",", "and", "&", ")", ";", "-", "•", "*", "–", "·"))
CUES = frozenset(["include", "includes", "including", "included", "namely", "specifically", "notably", "particularly"])
ADVERBS = frozenset(
    ["then", "now", "today", "currently", "also", "concurrently", "previously", "formerly", "both", "still", "presently", "recently", "until", "newly"]
)
SKIPPED = frozenset(["“", '"', "*", "**", "retired", "former"])
PARTS = frozenset(["division", "department", "section", "unit", "branch", "desk", "committee", "team"])
BECOME = frozenset(["be", "remain", "stay", "make", "appoint", "name", "elect", "become", "designate", "nominate"])


def propose(s: Surface, posts: list[Post]) -> None:
    """Proposes the roles of a text."""
    RoleFinder(s, posts).find()


class RoleFinder(RoleLeads):
    """Ties the titles of one Doc to its people."""

    def find(self) -> None:
        """Entries first, then title by title."""
        read = self.by_entry()
        for number, post in enumerate(self.posts):
            if s_line(self.s, post) not in read:
                self.one(number, post)
        self.led_by()

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
            entries = role_entries.read(s, person.end, self.at)
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
        after, before = self.person_after(post), self.person_before(number, post)
        if post.plural and after:
            self.add(post, self.list_from(after), "before")
        elif after is not None and not (before is not None and self.s.words[post.end] == "," and not self.holds_other(before)):
            self.add(post, (after,), "before")
        elif before is not None and self.holds_other(before) and post.stated_behind and (following := self.chained(post)) is not None:
            self.add(post, (following,), "before")
        elif before is not None:
            self.behind_comma(post)
            self.add(post, self.holders(post, before), "after")
        elif (copula := self.copula(post)) is not None:
            self.add(post, (copula,), "copula")
        elif listed := self.opened(post):
            self.add(post, listed, "list")

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
        organisation, via = self.body_of(post, rule, people[-1])
        governs = self.s.lower[post.noun] in titles.JURISDICTIONAL
        if organisation is not None and not governs and mention.mention_at(self.s.doc, "organisations", *organisation) is None:
            self.learn(organisation)
        mention.propose(
            self.s.doc,
            "roles",
            post.start,
            post.title_end,
            f"roles.title.{rule}",
            mention.RoleValue(post.title, tuple((person.start, person.end) for person in people), organisation, via),
        )

    def body_of(self, post: Post, rule: str, person: Span) -> tuple[tuple[int, int] | None, str]:
        """What a post is in and how the text tells it: beside the title, by "its", by the field of a ministry, by what the article is about."""
        if post.organisation is None and self.s.lower[post.start - 1] in ("his", "her"):
            return None, "stated"
        if post.organisation is None and post.via == "coreference" and (titles.fits(post) != "none" or self.s.lower[post.start - 1] != "our"):
            return self.nearest_body(post.start, tells=self.tells(person)), "coreference"
        if (ministry := self.ministry(post)) is not None:
            return ministry, "inherited"
        if post.organisation is None and rule == "after" and post.end in self.bodies:
            return (post.end, self.bodies[post.end]), "apposition"
        if post.organisation is None and (bracketed := self.before_bracket(post)) is not None:
            return bracketed, "apposition"
        if (
            post.organisation is None
            and rule == "before"
            and (affiliation := self.affiliation(person, self.s.lower[post.noun] in titles.JURISDICTIONAL)) is not None
        ):
            return affiliation, "apposition"
        if post.organisation is None and (country := self.sender(post)) is not None:
            return country, "inherited"
        if post.organisation is None and rule in ("list", "before") and post.plural and titles.singular(self.s.lower[post.noun]) in ("member", "volunteer"):
            return self.collective(post), "inherited"
        if post.organisation is None and not post.occupation and not post.plural and rule != "list":
            return self.fitting(post), "inherited"
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
        start = place + 1 + (s.lower[place + 1] == "the")
        end = self.bodies.get(start)
        if end is None and governs and s.lower[place] == "of":
            end = next((other for other in range(start, len(s.words)) if not s.capital[other]), start)
        if end is None or end == start or s.line[start] != s.line[place]:
            return None
        closed = s.lower[place] != "," or end >= len(s.words) or s.words[end] in (",", ".", ";") or s.words[end].isspace()
        return (start, end) if closed else None

    def person_after(self, post: Post) -> Span | None:
        """The person right behind a title, with a comma, "being" or "were", or behind the other half of "President and CEO"."""
        s, place = self.s, post.end
        if place + 1 < len(s.words) and s.lower[place] in ("and", "&") and (other := self.at.get(place + 1)) is not None and other.plural == post.plural:
            found = self.person_after(other)
            if found is not None and post.organisation is not None and other.organisation is None:
                other.organisation, other.via = post.organisation, post.via
            elif found is not None and post.organisation is None:
                post.organisation, post.via = other.organisation, other.via if post.via == "stated" else post.via
            return found
        if (place < len(s.words) and s.lower[place] in ("was", "were", "are", "is") and (s.begins[post.start] or post.definite(s))) or (
            place < len(s.words) and s.lower[place] == "being"
        ):
            place += 1
        place = self.past_place(place, post)
        if (
            place < len(s.words)
            and (
                (s.words[place] == ":" and not post.plural)
                or (
                    s.words[place] == ","
                    and (
                        post.definite(s)
                        or s.begins[post.start]
                        or s.lower[post.start - 1] in ("hon.", "hon", "honourable")
                        or self.some_of(post)
                        or (post.plural and post.stated_behind)
                    )
                )
            )
        ) or (place < len(s.words) and s.words[place] == "(" and post.plural):
            place += 1
        while place < len(s.words) and s.lower[place] in SKIPPED:
            place += 1
        found = self.starts.get(place)
        if found is None and self.some_of(post):
            found = self.behind_phrase(post)
        return found if found is not None and s.line[found.start] == s.line[post.noun] else None

    def past_place(self, place: int, post: Post) -> int:
        """Past "in Kano", "of Mysuru, India" behind a post's body, where a comma closes them."""
        s, end = self.s, place
        if (post.organisation is None and post.via == "stated") or place + 2 >= len(s.words) or s.lower[place] not in ("in", "at", "of"):
            return place
        end = place + 1
        if s.lower[end] == "the" and s.lower[end + 1] in ("country", "region", "city", "province", "district", "area") and s.lower[end + 2 : end + 3] == [","]:
            return end + 2
        while end < len(s.words) - 1 and (s.capital[end] or (s.words[end] == "," and s.capital[end + 1] and end + 1 not in self.starts)) and end - place < 7:
            end += 1
        return end if end > place + 1 and s.words[end] == "," and not any(inside in self.starts for inside in range(place, end)) else place

    def behind_phrase(self, post: Post) -> Span | None:
        """The first person of "two of the nurses at the clinic, X and Y": a comma, no verb between."""
        s = self.s
        for place in range(post.end, min(post.end + 9, len(s.words) - 1)):
            if s.pos[place] in ("VERB", "AUX") or s.words[place] in (".", ";", ":"):
                return None
            if s.words[place] == ",":
                return self.starts.get(place + 1)
        return None

    def some_of(self, post: Post) -> bool:
        """Whether "one of" or the like stands before a plural title."""
        s, place = self.s, post.start - 1
        while place > 0 and (s.lower[place] in ARTICLES or s.pos[place] == "ADJ" or s.capital[place]):
            place -= 1
        return post.plural and ((s.lower[place] == "of" and s.pos[max(place - 1, 0)] == "NUM") or s.pos[place] == "NUM")

    def person_before(self, number: int, post: Post) -> Span | None:
        """The person right before a title set off by a comma, dash or bracket; or before the other half of "President and CEO"."""
        s, place = self.s, self.lead(post)
        if place < 0 or s.lower[post.start - 1] in ("whose", "his", "her"):
            return None
        if place > 3 and s.words[place] == "," and s.words[place - 1].isdigit() and len(s.words[place - 1]) == 2 and s.words[place - 2] == ",":
            place -= 2
        if s.lower[place] in (",", "–", "—", "(", "-") and (place in self.ends or (s.words[place - 1] == ")" and self.bracketed(place - 1))):
            return self.ends.get(place) or self.bracketed(place - 1)
        if number and s.lower[place] in ("and", "&", ",", "/"):
            other = self.posts[number - 1]
            if s.line[other.noun] == s.line[post.noun] and (other.end == place or (s.words[place - 1] == "," and other.end == place - 1)):
                return self.person_before(number - 1, other)
        return None

    def bracketed(self, close: int) -> Span | None:
        """The person before the brackets that close here."""
        opening = next((place for place in range(close, max(close - 8, 0), -1) if self.s.words[place] == "("), None)
        return self.ends.get(opening) if opening is not None else None

    def lead(self, post: Post) -> int:
        """The token before a title, its article and the body that stands before it."""
        s, place = self.s, post.start
        if post.organisation is not None and post.organisation[1] <= post.start:
            place = post.organisation[0]
        place -= 1
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        while place > 0 and s.lower[place] in LOOSE and (s.lower[place - 1] in ARTICLES or s.words[place - 1] in APOSTROPHES):
            place -= 1
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        while place > 0 and s.lower[place] in ADVERBS:
            place -= 1
        return place

    def holders(self, post: Post, person: Span) -> tuple[Span, ...]:
        """Who holds a title that follows names: all of "A and B" where it is plural, or where A has a comma and another's title before them."""
        s, found = self.s, [person]
        while True:
            place = self.opens[found[0].start] - 1
            joined = place
            while place > 0 and s.lower[place] in (",", "and", "&"):
                place -= 1
            other = self.ends.get(place + 1)
            if place == joined or other is None or (other.start, other.end) in self.held:
                return tuple(found)
            if not post.plural and not (
                s.lower[joined] == "and" and place == joined - 1 and s.words[self.opens[other.start] - 1] == "," and self.titled(self.opens[other.start] - 1)
            ):
                return tuple(found)
            found.insert(0, other)

    def titled(self, comma: int) -> bool:
        """Whether a title or its body, which someone holds, ends at the comma."""
        return (
            any(
                post.end == comma or (post.organisation is not None and post.organisation[1] == comma) or comma - 3 <= post.end < comma
                for post in self.posts
                if post.noun < comma
            )
            or self.s.words[comma - 1] == ")"
        )

    def list_from(self, person: Span) -> tuple[Span, ...]:
        """The people of a list that begins with one: commas, "and", honorifics, line breaks, bullets and brackets between them; "and" brings the last."""
        s, found = self.s, [person]
        while True:
            place, depth, last, lines = found[-1].end, 0, False, False
            while place < len(s.words) and (place not in self.starts or depth) and place - found[-1].end < 40:
                word = s.words[place]
                depth += (word == "(") - (word == ")")
                if depth == 0 and place in self.bodies and s.words[place - 1] == "," and s.line[place] == s.line[found[-1].start]:
                    place = self.bodies[place]
                    continue
                if depth == 0 and word not in SEPARATORS and s.lower[place] not in SEPARATORS and not word.isspace():
                    return tuple(found)
                last |= s.lower[place] == "and" and depth == 0
                lines |= "\n" in word
                place += 1
            if place not in self.starts or depth or place == found[-1].end:
                return tuple(found)
            if self.starts[place] is found[-1] or (not lines and s.line[place] != s.line[found[-1].start]):
                return tuple(found)
            found.append(self.starts[place])
            if last:
                return tuple(found)

    def copula(self, post: Post) -> Span | None:
        """ "X is the director", "X was appointed director", "X, who is the head", "X serves as coordinator", "X joined BODY as director"."""
        s, place = self.s, self.lead(post)
        if post.plural or place < 1:
            return None
        if s.lower[place] in ("and", "but") and (half := next((other for other in self.posts if other.end == place and not other.plural), None)) is not None:
            return self.copula(half)
        cue = s.lower[place] == "as"
        place -= cue
        if not cue and s.doc[place].lemma_.lower() not in BECOME:
            return None
        if cue and place + 1 in self.ends:
            return self.ends[place + 1]
        for back in range(place, max(place - 9, -1), -1):
            if s.line[back] != s.line[post.noun] or s.words[back] in (".", ";"):
                return None
            if back in self.ends and (s.pos[back] in ("AUX", "VERB", "ADV") or s.lower[back] in (",", "who", "(")):
                if cue and post.organisation is None:
                    post.organisation = next(((start, self.bodies[start]) for start in range(back, place + 1) if start in self.bodies), None)
                return self.ends[back]
        return None

    def opened(self, post: Post) -> tuple[Span, ...]:
        """The people of a list that a title opens: "Leads: A (X) and B (Y)", "members include A, B", "speakers, including Dr A"."""
        s, place = self.s, post.end
        if place < len(s.words) and s.words[place] == "(":
            place = next((close for close in range(place, min(place + 6, len(s.words))) if s.words[close] == ")"), place) + 1
        if place + 1 < len(s.words) and s.lower[place] in TEAMS and s.words[place + 1] == ":":
            place += 1
        if not post.plural and not (place < len(s.words) and s.words[place] == ":"):
            return ()
        limit = min(len(s.words), place + 30)
        while place < limit and s.words[place] != ":" and s.lower[place] not in CUES:
            other = self.at.get(place)
            if (
                s.words[place] in (".", ";")
                or s.line[place] != s.line[post.noun]
                or place in self.starts
                or (other is not None and s.lower[place - 1] not in ("and", "&"))
            ):
                return ()
            place += 1
        if place >= limit or (s.words[place] == ":" and place > post.end + 14):
            return ()
        place += 1
        while place < len(s.words) and (s.words[place].isspace() or s.words[place] in (":", "-", "•", "*", "–", "the", "by", "were", "are")):
            place += 1
        return self.list_from(self.starts[place]) if place in self.starts else ()


def s_line(s: Surface, post: Post) -> int:
    """The line of a title."""
    return s.line[post.noun]
