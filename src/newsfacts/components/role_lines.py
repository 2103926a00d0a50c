"""Finds holders named in the lines below their title ("The Secretary General, | X Y"), and the body of those listed under a heading ("Our team:")."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts import rules
from newsfacts.components import mention
from newsfacts.components.role_bodies import SOCIETIES
from newsfacts.components.role_leads import TEAMS
from newsfacts.components.role_lookup import Tokens
from newsfacts.components.role_verbs import RoleVerbs
from newsfacts.components.titles import Post, fits

HIGHEST = 150
"""Tokens between an item of a list and the heading of the list at most."""
BULLETS = ("-", "–", "•", "*", "·", "—", ")", ".")


OFFICERS = frozenset(rules.table("posts")["officers"]["words"].split())
"""Nouns of posts that societies elect their people to."""


def last_word(post: Post) -> str:
    """The last word of a title, "-elect" left out."""
    return post.title.lower().split(" ")[-1].removesuffix("-elect")


class RoleLines(RoleVerbs):
    """Holders below titles that have a line of their own."""

    def below(self, post: Post) -> tuple[Span, ...]:
        """The people who are all of the lines right below a title that is all of its line: one, or as many as follow where the title is plural."""
        s, place = self.s, post.end
        if not self.alone(post):
            return ()
        found: list[Span] = []
        while (place := self.next_line(place)) < len(s.words) and (person := self.starts.get(place)) is not None:
            if not self.closes(person.end):
                break
            found.append(person)
            if not post.plural:
                break
            place = person.end
        return tuple(found) if len(found) == 1 or post.plural else ()

    def alone(self, post: Post) -> bool:
        """Whether a title, its article and what it is in are all of a line, a comma or colon behind them."""
        s, first, end = self.s, post.start, post.end
        if post.organisation is not None and post.organisation[1] <= post.start:
            first = post.organisation[0]
        first -= first > 0 and s.lower[first - 1] == "the"
        opens = first == 0 or s.line[first - 1] != s.line[first] or s.words[first - 1].isspace()
        end += end < len(s.words) and s.words[end] in (",", ":")
        return opens and s.capital[first] and end < len(s.words) and s.words[end].isspace() and "\n" in s.words[end] and s.words[end].count("\n") < 3

    def next_line(self, place: int) -> int:
        """The first token of the line below; the number of tokens where there is none."""
        s, first = self.s, place
        while place < len(s.words) and (s.line[place] == s.line[first] or s.words[place].isspace()):
            place += 1
        return place

    def closes(self, place: int) -> bool:
        """Whether a line ends at a token, or goes on with brackets that end it."""
        s = self.s
        if place < len(s.words) and s.words[place] == "(":
            place = next((close + 1 for close in range(place, min(place + 6, len(s.words))) if s.words[close] == ")"), place)
        return place >= len(s.words) or s.words[place].isspace()

    def listed_under(self, post: Post, person: Span) -> Tokens | None:
        """The body of a heading above, for posts that bodies give."""
        return None if fits(post) == "none" else self.roster(min(post.start, self.opens[person.start]))

    def elected(self, post: Post) -> Tokens | None:
        """The society told last before lines of officers ("President: X Y | Treasurer: A B"), at most a list's length above."""
        s = self.s
        if last_word(post) not in OFFICERS or not self.opens_line(post) or s.words[post.end : post.end + 1] not in ([":"], ["–"], ["—"]):
            return None
        told = [span for span in mention.mentions(s.doc, "organisations") if post.start - HIGHEST < span.start and span.end <= post.start]
        told = [span for span in told if mention.value_of(span).kind in SOCIETIES]
        return max(((span.start, span.end) for span in told), default=None)

    def roster(self, place: int) -> Tokens | None:
        """The body of those listed in lines under "The BODY team consisted of:", or under "Our delegation:" the one that speaks."""
        heading = self.lead_line(place)
        words = {self.s.lower[token] for token in heading}
        if not words & TEAMS:
            return None
        told = [(start, end) for start, end in self.bodies.items() if start in heading and self.s.lower[end - 1] not in TEAMS]
        return max(told, default=None) or (self.speaker[0] if "our" in words else None)

    def lead_line(self, place: int) -> range:
        """The tokens of the line that ends in a colon above the lines of a list; none where the token opens no item or a line of prose stands between."""
        s, first = self.s, place
        while first > 0 and s.line[first - 1] == s.line[place] and (s.words[first - 1] in BULLETS or s.words[first - 1].isdigit()):
            first -= 1
        if first == 0 or (s.line[first - 1] == s.line[place] and not s.words[first - 1].isspace()):
            return range(0)
        for back in range(first - 1, max(first - HIGHEST, 0), -1):
            ends = s.words[back + 1].isspace() or s.line[back + 1] != s.line[back]
            if s.words[back] == "." and ends and back + 1 < first and not s.words[back - 1].isdigit():
                return range(0)
            if s.words[back] == ":" and ends:
                start = back
                while start > 0 and s.line[start - 1] == s.line[back]:
                    start -= 1
                return range(max(start, s.sentence[back]), back)
        return range(0)
