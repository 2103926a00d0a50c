"""Ties titles to the people who hold them."""
from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components import mention, organisation_names
from newsfacts.components.organisation_words import kind_of
from newsfacts.components.person_names import honorific_end
from newsfacts.components.surface import Surface
from newsfacts.components.titles import Post

Tokens = tuple[int, int]
ARTICLES = frozenset(("the", "a", "an", "our", "its", "their", "his", "her", "this"))


def propose(s: Surface, posts: list[Post]) -> None:
    """Proposes the roles of a text."""
    RoleFinder(s, posts).find()


class RoleFinder:
    """Ties the titles of one Doc to its people; people are looked up by their first token (honorifics counted in) and their last."""

    def __init__(self, s: Surface, posts: list[Post]) -> None:
        self.s, self.posts = s, posts
        self.starts: dict[int, Span] = {}
        self.ends: dict[int, Span] = {}
        for span in mention.mentions(s.doc, "people"):
            first = span.start - len(" ".join(mention.value_of(span).honorifics).split())
            for place in range(max(0, first - 2), span.start + 1):
                if honorific_end(s, place) == span.start or place == span.start:
                    self.starts.setdefault(place, span)
            self.ends[span.end] = span
        self.bodies = {}
        for span in mention.mentions(s.doc, "organisations"):
            if span.start not in self.bodies or self.bodies[span.start] < span.end:
                self.bodies[span.start] = span.end

    def find(self) -> None:
        for number, post in enumerate(self.posts):
            self.one(number, post)
        self.led_by()

    def one(self, number: int, post: Post) -> None:
        """The holder of one title: named behind it, before it, over a copula, or in a list that it opens."""
        s = self.s
        after = self.person_after(post)
        before = self.person_before(number, post)
        if post.plural and after:
            self.add(post, self.list_from(after), "title.before")
        elif after is not None and not (before is not None and s.words[post.end] == ","):
            self.add(post, (after,), "title.before")
        elif before is not None:
            self.behind_comma(post)
            self.add(post, self.holders(post, before), "title.after")
        elif (copula := self.copula(post)) is not None:
            self.add(post, (copula,), "title.copula")
        elif listed := self.opened(post):
            self.add(post, listed, "title.list")

    def add(self, post: Post, people: tuple[Span, ...], rule: str) -> None:
        """Proposes one role."""
        organisation, via = post.organisation, "apposition" if rule != "title.copula" else "stated"
        if organisation is None and post.via == "coreference":
            organisation, via = self.nearest_body(post.start), "coreference"
        if organisation is not None and mention.mention_at(self.s.doc, "organisations", *organisation) is None:
            self.learn(organisation)
        mention.propose(self.s.doc, "roles", post.start, post.title_end, f"roles.{rule}",
                        mention.RoleValue(post.title, tuple((person.start, person.end) for person in people), organisation, via))

    def learn(self, organisation: Tokens) -> None:
        """A name that stands where a post's organisation stands is one, unless it is a place."""
        s = self.s
        start, end = organisation
        if s.entity[start] in ("GPE", "LOC", "NORP") or not s.capital[start]:
            return
        from newsfacts.components.person_names import country_or_adjective
        name = s.text(start, end)
        if not country_or_adjective(name):
            mention.propose(s.doc, "organisations", start, end, "organisations.post", mention.OrganisationValue(name, kind_of(name)))

    def person_after(self, post: Post) -> Span | None:
        """The person right behind a title, with a comma or without."""
        s, place = self.s, post.end
        if place < len(s.words) and s.words[place] in (",", ":") and (post.definite(s) or s.words[place] == ":" or post.stated_behind):
            place += 1
        while place < len(s.words) and s.words[place] in ("“", '"'):
            place += 1
        found = self.starts.get(place)
        return found if found is not None and s.line[found.start] == s.line[post.noun] else None

    def person_before(self, number: int, post: Post) -> Span | None:
        """The person right before a title set off by a comma, dash or bracket; or before the other half of "President and CEO"."""
        s, place = self.s, self.lead(post)
        if place >= 0 and s.lower[place] in (",", "–", "—", "(", "-") and place in self.ends:
            return self.ends[place]
        if number and place >= 0 and s.lower[place] in ("and", "&", ",", "/"):
            other = self.posts[number - 1]
            if other.end == place or (s.words[place - 1] == "," and other.end == place - 1):
                before = self.person_before(number - 1, other)
                if before is not None and self.alike(other, post):
                    return before
        return None

    def alike(self, one: Post, other: Post) -> bool:
        """Whether two titles joined by "and" are one person's."""
        return self.s.line[one.noun] == self.s.line[other.noun]

    def lead(self, post: Post) -> int:
        """The token before a title, its article and the body that stands before it."""
        s, place = self.s, post.start
        if post.organisation is not None and post.organisation[1] <= post.start:
            place = post.organisation[0]
        place -= 1
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        return place

    def behind_comma(self, post: Post) -> None:
        """Reads the body behind "X, Director, BODY"."""
        s = self.s
        if post.organisation is not None or post.end + 1 >= len(s.words):
            return
        place = post.end
        if s.lower[place] in ("and", "&", "/"):
            following = next((other for other in self.posts if other.start == place + 1 or (other.start == place + 2 and s.lower[place + 1] in ARTICLES)), None)
            if following is not None and not post.occupation:
                self.behind_comma(following)
                post.organisation = following.organisation
            return
        if s.words[place] != ",":
            return
        start = place + 1 + (s.lower[place + 1] == "the")
        if start in self.bodies and s.line[start] == s.line[post.noun] and start not in self.starts:
            post.organisation = (start, self.bodies[start])

    def holders(self, post: Post, person: Span) -> tuple[Span, ...]:
        """Who holds a title that follows names: all of "A and B" where it is plural."""
        if not post.plural:
            return (person,)
        s, found = self.s, [person]
        while True:
            first = min(place for place, span in self.starts.items() if span.start == found[0].start)
            place = first - 1
            while place > 0 and s.lower[place] in (",", "and", "&"):
                place -= 1
            if place == first - 1 or place + 1 not in self.ends:
                return tuple(found)
            found.insert(0, self.ends[place + 1])

    def list_from(self, person: Span) -> tuple[Span, ...]:
        """The people of a list that begins with one: commas, "and", honorifics, line breaks, bullets and brackets between them."""
        s, found = self.s, [person]
        while True:
            place, depth, gap = found[-1].end, 0, 0
            while place < len(s.words) and place not in self.starts and gap < 40:
                word = s.words[place]
                depth += (word == "(") - (word == ")")
                if depth == 0 and word not in (",", "and", "&", ")", ";", "-", "•", "*", "–", "·") and not word.isspace():
                    return tuple(found)
                place, gap = place + 1, gap + 1
            if place not in self.starts or depth:
                return tuple(found)
            if place == found[-1].end:
                return tuple(found)
            found.append(self.starts[place])

    def copula(self, post: Post) -> Span | None:
        """ "X is the director", "X was appointed director", "X, who is the head", "X serves as coordinator", "X joined as director"."""
        s, place = self.s, self.lead(post)
        if post.plural or place < 1:
            return None
        cue = s.lower[place]
        if cue == "as" and place > 1:
            place -= 1
        elif s.doc[place].lemma_.lower() not in ("be", "appoint", "name", "elect", "become", "designate", "nominate"):
            return None
        for back in range(place, max(place - 9, -1), -1):
            if s.line[back] != s.line[post.noun] or s.words[back] in (".", ";"):
                return None
            if back in self.ends and (s.doc[back].pos_ in ("AUX", "VERB", "ADV") or s.lower[back] in (",", "who", "will")):
                return self.ends[back]
        return None

    def opened(self, post: Post) -> tuple[Span, ...]:
        """The people of a list that a title opens: "Leads: A (X) and B (Y)", "members include A, B", "speakers, including Dr A"."""
        s, place = self.s, post.end
        if not post.plural and not (place < len(s.words) and s.words[place] == ":"):
            return ()
        limit = min(len(s.words), place + 30)
        while place < limit and s.words[place] != ":" and s.lower[place] not in ("include", "includes", "including", "included", "namely", "were", "are"):
            if s.words[place] in (".", ";") or s.line[place] != s.line[post.noun] or place in self.starts:
                return ()
            place += 1
        if place >= limit or (s.words[place] == ":" and place > post.end + 12):
            return ()
        place += 1
        while place < len(s.words) and (s.words[place].isspace() or s.words[place] in (":", "-", "•", "*", "–", "the")):
            place += 1
        return self.list_from(self.starts[place]) if place in self.starts else ()

    def led_by(self) -> None:
        """ "BODY, headed by X": the role "head"."""
        s = self.s
        for place in range(1, len(s.words) - 1):
            if s.lower[place] != "by" or s.lower[place - 1] not in ("headed", "led"):
                continue
            person = self.starts.get(place + 1)
            body = self.body_before(place - 1)
            if person is not None and body is not None:
                mention.propose(s.doc, "roles", place - 1, place, "roles.led-by", mention.RoleValue("head", ((person.start, person.end),), body))

    def body_before(self, place: int) -> Tokens | None:
        """The organisation right before a participle, a comma between them or not."""
        s = self.s
        end = place - 1 if s.words[place - 1] in (",", "(") else place
        ending = [span for span in mention.mentions(s.doc, "organisations") if span.end == end]
        return max(((span.start, span.end) for span in ending), key=lambda pair: pair[1] - pair[0], default=None)

    def nearest_body(self, place: int) -> Tokens | None:
        """The organisation named last before a possessive, in its sentence or the one before."""
        s = self.s
        sentence = s.doc[place].sent.start
        low = s.doc[sentence - 1].sent.start if sentence > 0 else 0
        found = [span for span in mention.mentions(s.doc, "organisations") if low <= span.start and span.end <= place]
        return max(((span.start, span.end) for span in found), key=lambda pair: (pair[1], pair[1] - pair[0]), default=None)
