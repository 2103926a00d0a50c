"""Finds holders of titles over verbs: "X is the director", "appointed X as director", "As director, X"."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts import rules
from newsfacts.components import mention
from newsfacts.components.role_reach import FARTHEST, RoleReach
from newsfacts.components.titles import Post

SERVE = frozenset(
    [
        "serve",
        "work",
        "act",
        "appoint",
        "name",
        "elect",
        "join",
        "continue",
        "return",
        "begin",
        "start",
        "hire",
        "employ",
        "install",
        "swear",
        "confirm",
        "nominate",
        "select",
        "retire",
        "volunteer",
        "appear",
        "run",
        "come",
        "succeed",
        "replace",
        "stay",
        "teach",
        "help",
        "assist",
        "remain",
    ]
)
"""Verbs whose "as" tells a post."""
APPOINTED = frozenset(["appointed", "named", "elected", "nominated", "designated", "appoints", "names", "elects", "elect", "appoint", "made", "confirmed"])
HIRED = frozenset(rules.table("posts")["hired"]["words"].split())
"""Verbs whose objects get a post behind "as"."""
TAKING_OVER = frozenset(["succeeds", "succeeded", "succeed", "replaces", "replaced", "replace"])
"""Verbs whose subject gets the post that their object had."""
BECOME = frozenset(["be", "remain", "stay", "make", "appoint", "name", "elect", "become", "designate", "nominate"])


class RoleCopulas(RoleReach):
    """The people that verbs join to titles."""

    def copula(self, post: Post) -> Span | None:
        """ "X is the director", "X was appointed director", "X, who is the head", "X serves as coordinator", "X joined BODY as director", "she is"."""
        s, place = self.s, self.lead(post)
        if s.lower[place] == "as" and s.begins[place] and s.words[post.end : post.end + 1] == [","] and not post.plural:
            return self.starts.get(post.end + 1)
        if post.plural or place < 1:
            return None
        half = next((other for other in reversed(self.posts) if other.start < post.start and place - 1 <= other.end <= place and not other.plural), None)
        if half is not None and s.lower[place] in ("and", "but", ",", "/"):
            return self.copula(half)
        cue = s.lower[place] == "as"
        place -= cue
        if cue and s.lower[post.end : post.end + 1] == ["by"] and post.end + 1 in self.starts:
            return self.starts[post.end + 1]
        if cue and place + 1 in self.ends:
            return self.replacing(post, place) if self.replaced(self.ends[place + 1]) else self.ends[place + 1]
        if cue and s.words[place] == ")" and self.made(place, 4 * FARTHEST) and (named := self.bracketed(place)) is not None:
            return named
        if not cue and place + 1 == post.start and self.made(place):
            named = self.ends.get(place + 1) or (self.bracketed(place) if s.words[place] == ")" else None)
            if named is not None:
                return named
        if not cue and s.doc[place].lemma_.lower() not in BECOME:
            return None
        found = self.nearby(post, place, cue=cue) or self.subject(post, place, cue=cue)
        if found is not None:
            self.behind_comma(post)
        return found

    def replaced(self, person: Span) -> bool:
        """Whether somebody else takes over from a person ("A succeeds B as President")."""
        before = self.opens[person.start] - 1
        return before >= 0 and self.s.lower[before] in TAKING_OVER

    def replacing(self, post: Post, place: int) -> Span | None:
        """Who takes over a post: the subject of the verb, or the person right before it."""
        s = self.s
        verb = next((back for back in range(place, max(place - FARTHEST, 0), -1) if s.lower[back] in TAKING_OVER), None)
        return self.subject(post, place, cue=True) or (self.ends.get(verb) if verb is not None else None)

    def chooser(self, post: Post) -> tuple[int, int] | None:
        """The body that stands before the verb of "elected X as TITLE", the last one before anybody's name."""
        s = self.s
        first = s.sentence[post.noun]
        verb = next((back for back in range(max(first, post.start - 4 * FARTHEST), post.start) if s.lower[back] in APPOINTED), None)
        if verb is None or s.lower[post.start - 1] not in ("as", "and", ",", "the", "a"):
            return None
        limit = min((place for place in self.starts if place > verb), default=verb)
        told = [(start, end) for start, end in self.bodies.items() if first <= start < end <= limit]
        return max(told, default=None)

    def made(self, place: int, far: int = FARTHEST) -> bool:
        """Whether a verb of appointing stands before in the sentence ("appointed X as rector and Y registrar")."""
        s = self.s
        return any(s.lower[back] in APPOINTED for back in range(max(s.sentence[place], place - far), place))

    def engaged(self, place: int) -> bool:
        """Whether a verb of hiring stands before in the sentence ("hired X and Y as clerks")."""
        s = self.s
        return any(s.doc[back].lemma_.lower() in HIRED and s.pos[back] == "VERB" for back in range(max(s.sentence[place], place - 2 * FARTHEST), place))

    def nearby(self, post: Post, place: int, *, cue: bool) -> Span | None:
        """The person up to nine tokens before the verb, who stands next to a verb, an adverb, a comma or "who"."""
        s = self.s
        for back in range(place, max(place - 9, -1), -1):
            if s.line[back] != s.line[post.noun] or s.words[back] in (".", ";"):
                return None
            apart = back in self.ends and s.words[back] == "," and s.lower[back + 1] != "who"
            if apart and s.words[place - 1] != "," and s.lower[place - 1] != "who":
                return None
            if back in self.ends and (s.pos[back] in ("AUX", "VERB", "ADV") or s.lower[back] in (",", "who", "(")):
                if cue and post.organisation is None:
                    post.organisation = next(((start, self.bodies[start]) for start in range(back, place + 1) if start in self.bodies), None)
                return self.ends[back]
        return None

    def subject(self, post: Post, place: int, *, cue: bool) -> Span | None:
        """The person that the parser makes the subject of the verb, or that its pronoun stands for."""
        s = self.s
        verb = s.doc[place + 1].head if cue else s.doc[place]
        if verb.dep_ in ("aux", "auxpass") or (cue and verb.pos_ != "VERB"):
            verb = verb.head
        if cue and verb.lemma_.lower() not in SERVE:
            return None
        while verb.dep_ == "conj" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
            verb = verb.head
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < post.start), None)
        if subject is None:
            return None
        if subject.lower_ in ("he", "she"):
            return self.spoken_of(subject.i)
        if subject.lower_ == "who" and verb.dep_ == "relcl":
            subject = verb.head
        return next((span for span in mention.mentions_over(s.doc, "people", subject.i)), None)

    def spoken_of(self, place: int) -> Span | None:
        """Whom "he" or "she" stands for: the first person of the nearest sentence before that names any."""
        s = self.s
        before = [span for span in self.ends.values() if span.end <= place and span.end > place - 120]
        if not before:
            return None
        sentence = max(s.sentence[span.start] for span in before)
        return min((span for span in before if s.sentence[span.start] == sentence), key=lambda span: span.start)
