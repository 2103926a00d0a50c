"""Finds people by what stands beside their names: honorifics, titles, appositions, credits, affiliations."""

from __future__ import annotations

import functools

from newsfacts.components import country_words, mention, name_words, organisation_words, place_table, titles
from newsfacts.components.given_names import family, given
from newsfacts.components.person_names import class_of_rank, degree_end, honorific_end, name_end, name_word, people_words
from newsfacts.components.surface import Surface

SURE = titles.SURE | {"organisations.definition", "organisations.dateline"}
"""Rules for organisations that no person's name overrides."""

CREDITS = frozenset(
    [
        "photo",
        "photos",
        "photograph",
        "text",
        "picture",
        "image",
        "images",
        "pictures",
        "credit",
        "photographer",
        "reporting",
        "story",
        "words",
        "author",
        "interview",
        "editing",
        "reviewed",
        "written",
        "posted",
        "compiled",
        "reported",
        "photography",
        "photographs",
        "editor",
        "reporter",
        "correspondent",
        "translation",
        "translated",
        "video",
        "published",
    ]
)
"""Words before the names of those who wrote or photographed."""


ADDRESSED = frozenset(["ambassador", "senator", "chief", "pastor", "judge", "justice"])
"""Posts that stand between another post and a name."""
GIVEN_TOO = frozenset(["nana", "don"])
"""Honorifics that are given names before one word more ("Nana Osei")."""


class PersonContexts:
    """People of one Doc; `blocked` marks tokens of organisations and titles, `taken` those of people."""

    def __init__(self, s: Surface, posts: list[titles.Post]) -> None:
        self.s, self.doc, self.posts = s, s.doc, posts
        self.blocked, self.taken = [False] * len(s.words), [False] * len(s.words)
        for span in mention.mentions(s.doc, "organisations"):
            if span.id_ in SURE and not mention.value_of(span).generic:
                self.blocked[span.start : span.end] = [True] * (span.end - span.start)
        self.courtesies = frozenset(place for place, word in enumerate(s.lower) if word in ADDRESSED and s.capital[place])
        self.bodies = frozenset(span.text for span in mention.mentions(s.doc, "organisations") if span.id_ in SURE)
        for post in posts:
            if s.lower[post.title_end : post.title_end + 1] in (["to"], ["in"]) and post.organisation is None:
                self.blocked[post.title_end : post.end] = [True] * (post.end - post.title_end)
            if s.capital[post.noun]:
                self.blocked[post.noun] = True
            if post.topic is not None and post.title_end > post.noun + 1:
                self.blocked[post.noun + 1 : post.title_end] = [True] * (post.title_end - post.noun - 1)
            if s.capital[post.noun] and post.title_end > post.noun + 1 and s.capital[post.noun + 1]:
                self.blocked[post.noun : post.title_end] = [True] * (post.title_end - post.noun)

    def no_name(self, start: int, end: int) -> bool:
        """Whether all words are honorifics, titles or legal forms."""
        s, words = self.s, titles.title_words()
        known = words.posts | words.occupations | words.modifiers | people_words().honorifics | organisation_words.lexicon().suffixes
        return all(
            s.lower[place].rstrip(".") in known
            or s.lower[place] in known
            or s.lower[place] == "states"
            or (end - start > 1 and country_words.is_form(s.words[place]))
            for place in range(start, end)
        )

    def add(self, start: int, end: int, rule: str, honorifics: tuple[str, ...] = ()) -> bool:
        """Proposes [start, end) and marks its tokens; False where they are taken or no name."""
        start += self.from_country(start, end)
        if start >= end or any(self.taken[start:end]) or any(self.blocked[start:end]) or self.no_name(start, end):
            return False
        if rule != "honorific" and (honorific_end(self.s, start) >= end or self.s.text(start, end) in self.things):
            return False
        self.taken[start:end] = [True] * (end - start)
        mention.propose(self.doc, "people", start, end, f"people.{rule}", mention.PersonValue(self.s.text(start, end), honorifics))
        return True

    @functools.cached_property
    def things(self) -> frozenset[str]:
        """The names of two words or more that a head word of bodies or things leads in: "the agency X Y", "Teatro X Y"."""
        starts = [place for place in range(1, len(self.s.words)) if self.led_by_head(place) and name_word(self.s, place)]
        return frozenset(self.s.text(start, end) for start in starts if (end := self.extent(start)) > start + 1)

    def led_by_head(self, start: int) -> bool:
        """Whether a common noun of a body or thing, or a body's head word in another language, stands before a token, no post's body before a given name."""
        s, before, words = self.s, start - 1, people_words()
        if before < 0 or s.line[before] != s.line[start]:
            return False
        if any(post.end == start and post.end > post.title_end for post in self.posts):
            return False
        if before > 1 and s.lower[before - 2] == "of" and (given(s.words[start]) or family(s.words[start])):
            return False
        return s.lower[before] in words.heads if s.capital[before] and not s.words[before].isupper() else s.lower[before] in words.nouns

    def from_country(self, start: int, end: int) -> bool:
        """Whether "the Salvadoran", "a Kenyan" leads into a name of two words or more."""
        if start == 0 or end - start < 3 or self.s.lower[start - 1] not in ("the", "a", "an"):
            return False
        told = country_words.form_of(self.s.words[start])
        return told is not None and told.kind != "name"

    def extent(self, start: int) -> int:
        """The end of the name at `start`."""
        return name_end(self.s, start, self.blocked)

    def single(self, start: int, end: int) -> bool:
        """Whether one word behind a title may be a surname."""
        s = self.s
        follows = end < len(s.words) and s.capital[end] and s.line[end] == s.line[start]
        return (
            s.entity[start] in ("PERSON", "")
            and not organisation_words.is_topic(s.lower[start])
            and s.lower[start].rstrip("s") not in organisation_words.lexicon().heads
            and not follows
            and not country_words.is_form(s.words[start])
            and not s.words[start].isupper()
        )

    def led_in(self, start: int) -> bool:
        """Whether a sentence's first word leads in ("Earlier X Y said")."""
        return self.s.begins[start] and self.s.pos[start] in ("ADV", "ADP", "SCONJ", "DET", "PRON")

    def placelike(self, start: int, end: int) -> bool:
        """Whether the model takes all words for a place, or they name a country."""
        s = self.s
        return all(s.entity[place] in ("GPE", "LOC", "FAC", "NORP", "DATE", "EVENT", "LAW") for place in range(start, end)) or country_words.is_form(
            s.text(start, end)
        )

    def called_place(self, start: int, end: int) -> bool:
        """Whether a country or a place of the tables has this name."""
        name = self.s.text(start, end)
        return country_words.is_form(name) or place_table.known(name_words.fold_name(name))

    def name_before(self, end: int) -> int | None:
        """Where the name that ends at `end` begins."""
        s, start = self.s, end
        while start > 0 and end - start < 7 and s.line[start - 1] == s.line[end] and not self.blocked[start - 1] and not self.taken[start - 1]:
            if name_word(s, start - 1) or s.lower[start - 1] in people_words().particles or (s.words[start - 1] in ("-", "'", "’") and s.glued_any(start - 1)):
                start -= 1
            else:
                break
        while start < end and (not name_word(s, start) or self.led_in(start)):
            start += 1
        return start if start < end and self.extent(start) == end else None

    def by_honorific(self) -> None:
        """ "Dr. X Y", "H.E. Mr X": what follows honorifics, a single word too."""
        s, place = self.s, 0
        words = people_words()
        while place < len(s.words):
            opening = s.lower[place].rstrip(".")
            if opening not in words.honorifics and opening not in words.phrases and degree_end(s, place) == place:
                place += 1
                continue
            start = honorific_end(s, place) if s.capital[place] or s.lower[place] == "the" else place
            if start == place or start >= len(s.words):
                place += 1
                continue
            first = start + 1 if start < len(s.words) - 1 and s.lower[start] in people_words().particles and s.capital[start + 1] else start
            if country_words.is_form(s.text(place, start + 1)):
                place = start + 1
                continue
            end = self.extent(first) if first < len(s.words) and name_word(s, first) and s.line[first] == s.line[place] else start
            if end == start + 1 == place + 2 and opening in GIVEN_TOO:
                self.add(place, end, "honorific")
            elif end > first:
                self.add(start, end, "honorific", tuple(s.text(place, start).split()))
            place = max(end, place + 1)

    def by_class(self) -> None:
        """ "Builder 2nd Class X Y": what follows a rank with its class."""
        s = self.s
        for place in range(1, len(s.words) - 2):
            if class_of_rank(s, place) and s.capital[place - 1]:
                start = place - 1
                while start > 0 and s.capital[start - 1] and s.line[start - 1] == s.line[place] and not s.begins[start]:
                    start -= 1
                self.add(place + 2, self.extent(place + 2), "honorific", tuple(s.text(start, place + 2).split()))

    def by_title(self) -> None:
        """ "Minister X Y", "coordinator X Y"; "the director of Z, X Y,": the capitals behind a post."""
        s = self.s
        for post in self.posts:
            start = post.end + (post.end in self.courtesies and post.end > post.noun + 1)
            start = post.aside.end if post.aside is not None else start
            told = start < len(s.words) and s.words[start] == ","
            if told:
                start += 1 + (start + 1 in self.courtesies)
                if not post.definite(s) and post.aside is None:
                    continue
            if start >= len(s.words) or s.line[start] != s.line[post.noun] or s.headline[start]:
                continue
            if (
                start + 2 < len(s.words)
                and len(s.words[start]) >= 3
                and s.words[start].isupper()
                and "." not in s.words[start]
                and name_word(s, start + 1)
                and name_word(s, start + 2)
                and not s.words[start + 2].isupper()
                and start == post.end
                and not told
            ):
                post.organisation, post.end = post.organisation or (start, start + 1), start + 1
                start += 1
            if not name_word(s, start) and not (s.lower[start] in people_words().particles and start == post.end):
                continue
            end = self.extent(start)
            if s.lower[start] in people_words().particles and start + 1 < len(s.words) and name_word(s, start + 1):
                end = self.extent(start + 1)
            single = post.end == start and end - start == 1 and s.capital[post.noun] and self.single(start, end) and not post.occupation
            if post.plural and told and not all(s.entity[place] == "PERSON" for place in range(start, end)):
                continue
            if (2 <= end - start <= 5 and not (self.called_place(start, end) if told else self.placelike(start, end))) or single:
                self.add(start, end, "title")

    def by_apposition(self) -> None:
        """ "X Y, director of Z", "X Y – director": the capitals before a post that a comma or dash sets off."""
        s = self.s
        for post in self.posts:
            comma = post.start - 1
            while comma > 0 and s.lower[comma] in ("the", "a", "an", "our", "its", "their"):
                comma -= 1
            bracket = s.words[comma] == "(" and post.end < len(s.words) and s.words[post.end] in (")", ";", ",")
            if comma <= 0 or (s.words[comma] not in (",", "–", "—") and not bracket) or s.headline[comma]:
                continue
            marked = s.words[comma - 1] == "*"
            while comma > 0 and s.words[comma - 1] == "*":
                comma -= 1
            if s.words[comma] in ("–", "—") and not marked:
                continue
            start = self.name_before(comma)
            if start is None or not 2 <= comma - start <= 6 or country_words.is_form(s.text(start, comma)):
                continue
            if not self.placelike(start, comma) or (start > 0 and s.lower[start - 1] not in ("in", "at", "of", "to", "from", "near", ",")):
                self.add(start, comma, "apposition")

    def by_copula(self) -> None:
        """ "X Y is the director of Z", "X Y, who is head of Z": the capitals before a form of "be" and a post."""
        s = self.s
        for post in self.posts:
            place = post.start - 1
            while place > 0 and s.lower[place] in ("the", "a", "an", "our", "its", "now", "today", "also", "currently"):
                place -= 1
            if place < 2 or s.lower[place] not in ("is", "was", "became") or post.plural or s.headline[place]:
                continue
            end = place - 2 if s.lower[place - 1] == "who" and s.words[place - 2] == "," else place
            start = self.name_before(end)
            if (
                start is not None
                and 2 <= end - start <= 5
                and not self.placelike(start, end)
                and all(s.entity[inside] != "ORG" for inside in range(start, end))
            ):
                self.add(start, end, "copula")

    def by_credit(self) -> None:
        """ "By X Y" on a line of its own, "(Photo: X Y)", "Text and photo / X Y"."""
        s = self.s
        for place in range(len(s.words) - 2):
            credit = s.lower[place] in CREDITS
            if not credit and s.lower[place] != "by":
                continue
            opens = place == 0 or s.line[place] != s.line[place - 1] or (s.words[place - 1] == "*" and (place == 1 or s.line[place - 2] != s.line[place]))
            cue = not credit and (opens or self.dated_line(place))
            start = place + 1
            if (credit and s.lower[start] in ("/", ":", "by", "–", "-", "courtesy")) or (credit and opens and s.words[start].isspace()):
                start += 1
                start += start < len(s.words) and s.lower[start] in ("by", "of", ":")
                start = honorific_end(s, start) if start < len(s.words) else start
                cue = True
            if credit and cue and s.words[start + 1 : start + 2] == ["/"] and s.words[start].isupper():
                start += 2
            if not cue or start >= len(s.words) or not name_word(s, start):
                continue
            end = self.extent(start)
            if 2 <= end - start <= 5 and not self.placelike(start, end):
                self.add(start, end, "credit")

    def dated_line(self, place: int) -> bool:
        """Whether nothing but a day and words of credit stands before "by" on its line: "Posted on 3 May 2024 by X Y", "3 May 2024, by X Y"."""
        s, first = self.s, place
        while first > 0 and s.line[first - 1] == s.line[place]:
            first -= 1
        told = s.lower[first:place]
        return len(told) < 9 and any(word.isdigit() for word in told) and all(
            word.isdigit() or word in CREDITS or word in ("on", ",", "|", "-", "–", "*", ".") or s.entity[first + at] == "DATE" for at, word in enumerate(told)
        )

    def by_bracket(self) -> None:
        """ "X Y (University of Z)", "X Y (34)", "X Y, 67,": capitals before an affiliation or an age."""
        s = self.s
        bodies = {span.start: span.end for span in mention.mentions(self.doc, "organisations")}
        for place in range(2, len(s.words) - 2):
            age = s.words[place + 1].isdigit() and len(s.words[place + 1]) <= 2 and s.words[place + 2] in (",", ")")
            age = age or (s.words[place] == "(" and s.words[place + 2] == ")" and s.lower[place + 1].rstrip(".") in ("mr", "mrs", "ms", "miss", "dr"))
            first = place + 3 if s.words[place] == "(" and s.words[place + 2] == "," and place + 3 in bodies else place + 1
            body = s.words[place] == "(" and bodies.get(first, 0) and s.words[bodies[first] : bodies[first] + 1] in ([")"], [","], ["/"], ["and"])
            if s.words[place] not in (",", "(") or not (age or body) or s.headline[place]:
                continue
            start = self.name_before(place)
            if start is None or not 2 <= place - start <= 6 or country_words.is_form(s.text(start, place)):
                continue
            if (age and s.words[place] == "(") or (
                not self.defines(start, place) and not any(organisation_words.is_topic(s.lower[inside]) for inside in range(start, place))
            ):
                self.add(start, place, "bracket")

    def defines(self, start: int, bracket: int) -> bool:
        """Whether the brackets hold the acronym of the words before them."""
        return any(start <= mention.value_of(span).long_tokens[0] < bracket and span.start == bracket + 1 for span in mention.mentions(self.doc, "acronyms"))
