"""Finds who holds a title: named behind it, before it, over a copula, or in a list that it opens."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components import mention
from newsfacts.components.person_names import honorific_end
from newsfacts.components.role_leads import TEAMS
from newsfacts.components.role_reach import FARTHEST, FINITE, RoleReach
from newsfacts.components.surface import APOSTROPHES
from newsfacts.components.title_words import LOOSE, Aside
from newsfacts.components.titles import OWNERS, Post

ARTICLES = OWNERS | {"a", "an"}
SEPARATORS = frozenset((",", "and", "&", ")", ";", "-", "•", "*", "–", "·"))
CUES = frozenset(["include", "includes", "including", "included", "namely", "specifically", "notably", "particularly"])
ADVERBS = frozenset(
    ["then", "now", "today", "currently", "also", "concurrently", "previously", "formerly", "both", "still", "presently", "recently", "until", "newly"]
)
SKIPPED = frozenset(["ambassador", "senator", "chief", "pastor", "“", '"', "*", "**", "retired", "former"])
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
    ]
)
"""Verbs whose "as" tells a post."""
APPOINTED = frozenset(["appointed", "named", "elected", "nominated", "designated", "appoints", "names", "elects", "elect", "appoint", "made", "confirmed"])
BECOME = frozenset(["be", "remain", "stay", "make", "appoint", "name", "elect", "become", "designate", "nominate"])


class RoleHolders(RoleReach):
    """The people beside titles."""

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
                        or ((post.stated_behind or post.topic) and (post.plural or self.led_in(post)))
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
        if found is None and post.aside is not None:
            found = self.behind_aside(post, post.aside)
        if found is None:
            found = self.behind_other(post, place)
        return found if found is not None and s.line[found.start] == s.line[post.noun] else None

    def behind_other(self, post: Post, place: int) -> Span | None:
        """The person behind another title ("the lead trainer, retired nurse X Y"), or behind the comma that closes what the title goes on with."""
        other = self.at.get(honorific_end(self.s, post.end + 1)) if place > post.end else None
        if other is not None and place > post.end and not other.plural and not post.plural and not other.stated_behind and other.topic is None:
            return self.starts.get(other.end)
        return self.far_behind(post) if post.definite(self.s) and place == post.end else None

    def behind_aside(self, post: Post, aside: Aside) -> Span | None:
        """The person behind "TITLE, FIELD, BODY,", whose title takes the field and the body."""
        found = self.starts.get(aside.end + 1)
        if found is not None and aside.field_end is not None:
            post.title = f"{post.title}, {self.s.text(post.end + 1, aside.field_end)}"
        if found is not None and aside.body is not None and not (post.stated_behind and post.organisation):
            post.organisation = aside.body
        return found

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

    def led_in(self, post: Post) -> bool:
        """Whether a preposition, "and" or a verb stands right before a title ("said by Deputy Minister of X, Y Z")."""
        s, place = self.s, post.start - 1
        if place <= 0 or any(other.end == place for other in self.posts):
            return False
        return s.lower[place] in ("and", "as", "a", "an") or s.pos[place] in ("ADP", "VERB")

    def behind_phrase(self, post: Post) -> Span | None:
        """The first person of "two of the nurses at the clinic, X and Y": a comma, no verb between."""
        s = self.s
        for place in range(post.end, min(post.end + 9, len(s.words) - 1)):
            if s.pos[place] in ("VERB", "AUX") or s.words[place] in (".", ";", ":"):
                return None
            if s.words[place] in (",", "–", "—"):
                return self.starts.get(place + 1)
        return None

    def some_of(self, post: Post) -> bool:
        """Whether "one of" or the like stands before a plural title."""
        s, place = self.s, post.start - 1
        while place > 0 and s.pos[place] != "NUM" and (s.lower[place] in ARTICLES or s.pos[place] == "ADJ" or s.capital[place]):
            place -= 1
        return post.plural and ((s.lower[place] == "of" and s.pos[max(place - 1, 0)] == "NUM") or s.pos[place] == "NUM")

    def person_before(self, number: int, post: Post) -> Span | None:
        """The person right before a title set off by a comma, dash or bracket; or before the other half of "President and CEO"."""
        s, place = self.s, self.lead(post)
        if place < 0 or s.lower[post.start - 1] in ("whose", "his", "her") or self.acts(post):
            return None
        if place > 3 and s.words[place] == "," and s.words[place - 1].isdigit() and len(s.words[place - 1]) == 2 and s.words[place - 2] == ",":
            place -= 2
        found = self.ends.get(place) or (self.bracketed(place - 1) if s.words[place - 1] == ")" else None)
        if found is not None and s.lower[place] in (",", "–", "—", "(", "-"):
            first = self.opens[found.start] - 1
            return None if first >= 0 and s.words[first] == "By" and s.begins[first] else found
        if number and s.lower[place] in ("and", "&", ",", "/"):
            other = self.posts[number - 1]
            if (
                s.line[other.noun] == s.line[post.noun]
                and (post.plural <= other.plural)
                and (other.end == place or (s.words[place - 1] == "," and other.end == place - 1))
            ):
                return self.person_before(number - 1, other)
        return self.far_before(post, place)

    def acts(self, post: Post) -> bool:
        """Whether "the TITLE" is the subject behind a phrase that opens the sentence ("Represented by X, the minister said")."""
        s, first = self.s, self.s.sentence[post.start]
        opening = s.doc[first].tag_ == "VBN" or s.lower[first] in ("according", "accompanied", "speaking", "addressing", "through")
        return opening and s.lower[post.start - 1] == "the" and post.end < len(s.words) and s.doc[post.end].tag_ in FINITE

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
        while place > 0 and (s.lower[place] in ADVERBS or s.lower[place].rstrip(".") in ("hon", "honourable", "honorable")):
            place -= 1
        if place > 5 and s.lower[place - 1 : place + 1] == ["-", "old"] and s.lower[place - 3] == "-" and s.lower[place - 5] in ("a", "an", "the"):
            place -= 6
        if s.words[place] in APOSTROPHES:
            place = self.owned(place)
        if post.plural and s.lower[place - 1 : place + 1] == ["one", "of"]:
            place -= 2
        return place

    def owned(self, mark: int) -> int:
        """The token before the owner that an apostrophe closes and its article ("the study's lead author"); the apostrophe where no comma is there."""
        s, place = self.s, mark - 1
        while place > 0 and mark - place < 6 and (s.pos[place] in ("NOUN", "PROPN", "ADJ") or s.glued(place)):
            place -= 1
        while place > 0 and s.lower[place] in ARTICLES:
            place -= 1
        return place if s.words[place] in (",", "–", "—", "(") else mark

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
                if depth == 0 and (post := self.beside(place)) is not None and s.line[place] == s.line[found[-1].start]:
                    place = post.end
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

    def beside(self, place: int) -> Post | None:
        """The title that a comma and perhaps an article bring at a token, in a list of people with their posts."""
        s = self.s
        post = self.at.get(place + (s.lower[place] in ARTICLES))
        return post if post is not None and s.words[place - 1] == "," and not post.plural and post.end not in self.starts else None

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
        if cue and place + 1 in self.ends:
            return self.ends[place + 1]
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

    def made(self, place: int) -> bool:
        """Whether a verb of appointing stands before in the sentence ("appointed X as rector and Y registrar")."""
        s = self.s
        return any(s.lower[back] in APPOINTED for back in range(max(s.sentence[place], place - FARTHEST), place))

    def nearby(self, post: Post, place: int, *, cue: bool) -> Span | None:
        """The person up to nine tokens before the verb, who stands next to a verb, an adverb, a comma or "who"."""
        s = self.s
        for back in range(place, max(place - 9, -1), -1):
            if s.line[back] != s.line[post.noun] or s.words[back] in (".", ";"):
                return None
            if back in self.ends and s.words[back] == "," and s.lower[back + 1] != "who" and s.words[place - 1] != ",":
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
