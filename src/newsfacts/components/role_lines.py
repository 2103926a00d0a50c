"""Finds holders that are named in the lines below their title: "The Secretary General, | X Y", "The rapporteurs | A (Togo) | B (Benin)"."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components.role_verbs import RoleVerbs
from newsfacts.components.titles import Post


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
