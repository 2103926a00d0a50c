"""Finds who holds a title: named behind it, before it, over a copula, or in a list that it opens."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts.components import country_words
from newsfacts.components.person_names import honorific_end
from newsfacts.components.role_copulas import RoleCopulas
from newsfacts.components.role_leads import TEAMS
from newsfacts.components.role_reach import ARTICLES, FARTHEST, FINITE
from newsfacts.components.title_words import CONNECTORS, Aside
from newsfacts.components.titles import Post

SEPARATORS = frozenset((",", "and", "&", ")", ";", "-", "•", "*", "–", "·"))
CUES = frozenset(["include", "includes", "including", "included", "namely", "specifically", "notably", "particularly"])
COPULAS = [[word] for word in ("is", "was", "are", "were", "will", "would", "be", "has", "have", "been")]
OPENING = 6
"""Tokens of a phrase that opens a sentence at most."""
SKIPPED = frozenset(["ambassador", "senator", "chief", "pastor", "judge", "justice", "“", '"', "*", "**", "retired", "former"])


class RoleHolders(RoleCopulas):
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
        if s.lower[place : place + 1] == ["being"]:
            place += 1
        while s.begins[post.start] or post.definite(s) or post.plural:
            if s.lower[place : place + 1] not in COPULAS:
                break
            place += 1
        place = self.past_place(place, post)
        if (
            place < len(s.words)
            and (
                (s.words[place] == ":" and not post.plural)
                or (s.words[place] in ("–", "—", "-") and not post.plural and (self.opens_item(post) or self.opens_line(post)))
                or (
                    s.words[place] == ","
                    and (
                        post.definite(s)
                        or self.half_of_definite(post)
                        or self.opens_sentence(post)
                        or s.lower[post.start - 1] in ("hon.", "hon", "honourable")
                        or self.some_of(post)
                        or self.itemised(post)
                        or self.introduced(post)
                        or ((post.stated_behind or post.topic) and (post.plural or self.led_in(post)))
                    )
                )
            )
        ) or (place < len(s.words) and s.words[place] == "(" and post.plural):
            place += 1
        while place < len(s.words) and s.lower[place] in SKIPPED:
            place += 1
        place += 2 * (s.lower[place : place + 1] == ["the"] and place + 2 in self.starts and country_words.is_form(s.words[place + 1]))
        place += s.lower[place : place + 1] == ["the"] and place + 1 in self.starts and self.starts[place + 1].start > place + 1
        found = self.starts.get(place)
        if found is None and self.some_of(post):
            found = self.behind_phrase(post)
        if found is None and post.aside is not None:
            found = self.behind_aside(post, post.aside)
        if found is None:
            found = self.behind_other(post, place)
        return found if found is not None and s.line[found.start] == s.line[post.noun] else None

    def opens_sentence(self, post: Post) -> bool:
        """Whether a title begins its sentence, or is the other half of one that does ("CEO and founder of BODY, X Y,")."""
        s, start = self.s, post.start
        if post.organisation is not None and post.organisation[1] == start:
            start = post.organisation[0]
        if s.lower[start - 1] in ("and", "&"):
            start = next((other.start for other in self.posts if other.end == start - 1 and other.start < start), start)
        return s.begins[start]

    def half_of_definite(self, post: Post) -> bool:
        """Whether a title is the other half of one with an owner ("its CEO and co-founder, X Y,")."""
        s, joined = self.s, post.start - 1
        return s.lower[joined] in ("and", "&") and any(other.end == joined and not other.plural and other.definite(s) for other in self.posts)

    def itemised(self, post: Post) -> bool:
        """Whether a title opens an item of a list ("; Director of Nursing, Dr. X;"), or "a" stands before it and an honorific behind the comma."""
        s, name, before = self.s, self.starts.get(post.end + 1), post.start - 1
        before -= 3 * (s.lower[before] == "time" and s.words[before - 1] == "-")
        addressed = name is not None and self.opens[name.start] < name.start
        if name is not None and s.lower[before] in ("a", "an", "one", "another") and (addressed or s.words[name.end : name.end + 1] in ([","], ["."])):
            return True
        return self.opens_item(post) and (addressed or (name is not None and s.words[name.end : name.end + 1] == [";"]))

    def introduced(self, post: Post) -> bool:
        """Whether a capitalised title stands behind the comma of a phrase that opens its sentence ("Earlier, Registrar of BODY, Dr. X,")."""
        s, comma = self.s, post.start - 1
        first = s.sentence[post.start]
        if not s.capital[post.noun] or comma <= first or s.words[comma] != "," or comma - first > OPENING:
            return False
        return not any(place in self.starts or place in self.at or place in self.bodies or s.words[place] == "," for place in range(first, comma))

    def opens_line(self, post: Post) -> bool:
        """Whether a title stands first in its line."""
        return post.start == 0 or self.s.line[post.start - 1] != self.s.line[post.start]

    def opens_item(self, post: Post) -> bool:
        """Whether a semicolon, a colon or "were" brings a capitalised title without an article."""
        s, before = self.s, post.start - 1
        before -= before > 0 and s.lower[before] == "and" and s.words[before - 1] == ";"
        return before >= 0 and s.capital[post.noun] and s.lower[before] in (";", ":", "were", "was", "are", "included", "including")

    def behind_other(self, post: Post, place: int) -> Span | None:
        """The person behind another title ("the lead trainer, retired nurse X Y"), or behind the comma that closes what the title goes on with."""
        other = self.at.get(honorific_end(self.s, post.end + 1)) if place > post.end else None
        if other is not None and place > post.end and not other.plural and not post.plural and not other.stated_behind and other.topic is None:
            return self.starts.get(other.end)
        return self.far_behind(post) if self.brings(post) and place <= post.end + self.described(post) else None

    def brings(self, post: Post) -> bool:
        """Whether a title may bring its holder behind what it goes on with: it is definite, opens an item or a sentence."""
        s = self.s
        goes_on = s.lower[post.end : post.end + 1] in ([connector] for connector in CONNECTORS) or self.described(post)
        leads = s.begins[post.start] and not post.plural and goes_on
        led = s.lower[post.start - 1] in ("by", "with", "to") and not post.plural
        return post.definite(s) or self.opens_item(post) or self.introduced(post) or leads or led

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
            if s.pos[place] in ("VERB", "AUX") or s.words[place] in (".", ";", ":") or (place in self.at and s.lower[place - 1] in ARTICLES):
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
            return None if self.byline(self.opens[found.start] - 1) else found
        if number and s.lower[place] in ("and", "&", ",", "/"):
            other = self.posts[number - 1]
            if (
                s.line[other.noun] == s.line[post.noun]
                and (post.plural <= other.plural)
                and (other.end == place or (s.words[place - 1] == "," and other.end == place - 1))
            ):
                return self.person_before(number - 1, other)
        return self.far_before(post, place)

    def byline(self, place: int) -> bool:
        """Whether "By" or "Written by" at a line's or sentence's start ends at a token."""
        s = self.s
        return place >= 0 and s.lower[place] == "by" and (s.begins[place] or s.lower[place - 1] in ("written", "posted", "compiled", "reported"))

    def acts(self, post: Post) -> bool:
        """Whether "the TITLE" is the subject behind a phrase that opens the sentence ("Represented by X, the minister said")."""
        s, first = self.s, self.s.sentence[post.start]
        opening = s.doc[first].tag_ == "VBN" or s.lower[first] in ("according", "accompanied", "speaking", "addressing", "through")
        return opening and s.lower[post.start - 1] == "the" and post.end < len(s.words) and s.doc[post.end].tag_ in FINITE

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

    def chosen(self, post: Post) -> tuple[Span, ...]:
        """The people of "elected X and Y as TITLES"."""
        s, cue = self.s, post.start - 1
        cue -= s.lower[cue] == "the"
        if not post.plural or cue < 2 or s.lower[cue] != "as" or not (self.made(cue - 1, 4 * FARTHEST) or self.engaged(cue - 1)):
            return ()
        cue -= s.words[cue - 1] == ","
        found = self.ends.get(cue) or (self.bracketed(cue - 1) if s.words[cue - 1] == ")" else None)
        return self.holders(post, found) if found is not None else ()

    def being(self, post: Post) -> tuple[Span, ...]:
        """The people of "X and Y will be its TITLES"."""
        place = self.lead(post)
        if not post.plural or place < 1 or self.s.doc[place].lemma_ != "be":
            return ()
        found = self.nearby(post, place, cue=False)
        return self.holders(post, found) if found is not None else ()

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
                if depth == 0 and word.isdigit() and len(word) == 2 and s.words[place - 1] == ",":
                    place += 1
                    continue
                if depth == 0 and word in ("from", "of", "at") and place == found[-1].end and (end := self.past_home(place)) > place:
                    place = end
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

    def past_home(self, place: int) -> int:
        """The end of "from Chicago", "of the Tula Foundation" behind a name in a list."""
        s, end = self.s, place + 1 + (self.s.lower[place + 1 : place + 2] == ["the"])
        end = self.bodies.get(end, end)
        while end < len(s.words) and s.capital[end] and end not in self.starts:
            end += 1
        return end if end > place + 1 and s.line[end - 1] == s.line[place] else place

    def beside(self, place: int) -> Post | None:
        """The title that a comma and perhaps an article bring at a token, in a list of people with their posts."""
        s = self.s
        post = self.at.get(place + (s.lower[place] in ARTICLES))
        return post if post is not None and s.words[place - 1] == "," and not post.plural and post.end not in self.starts else None

    def opened(self, post: Post) -> tuple[Span, ...]:
        """The people of a list that a title opens: "Leads: A (X) and B (Y)", "members include A, B", "speakers, including Dr A"."""
        s, place = self.s, post.end
        if place < len(s.words) and s.words[place] == "(":
            place = next((close for close in range(place, min(place + 6, len(s.words))) if s.words[close] == ")"), place) + 1
        if place + 1 < len(s.words) and s.lower[place] in TEAMS and s.words[place + 1] == ":":
            place += 1
        if not post.plural and not (place < len(s.words) and s.words[place] == ":"):
            return ()
        if post.plural and place + 1 < len(s.words) and s.words[place] in ("–", "—") and self.opens_line(post) and place + 1 in self.starts:
            return self.list_from(self.starts[place + 1])
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
