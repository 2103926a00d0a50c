"""Finds titles of people in a text: where they begin and end, and what stands before them."""

from __future__ import annotations

from newsfacts.components import nouns, organisation_names
from newsfacts.components.given_names import given
from newsfacts.components.organisation_words import is_topic
from newsfacts.components.person_names import honorific_end, people_words
from newsfacts.components.surface import APOSTROPHES, Surface
from newsfacts.components.title_bodies import GOVERNORS as JURISDICTIONAL
from newsfacts.components.title_bodies import known_place
from newsfacts.components.title_fronts import TitleFronts
from newsfacts.components.title_words import GENERALS, OWNERS, RANKS, SURE, Post, fits, open_title, singular, singular_as, title_base, title_words

__all__ = ["JURISDICTIONAL", "OWNERS", "SURE", "Post", "TitleFinder", "find", "fits", "singular", "title_words"]


SCHOLARS = ("ologist", "ician", "ographer", "rapist", "etist", "ator", "grammer")
"""Endings that no name has, so that the word may bear a capital."""


SCHOLARLY = ("assistant", "associate", "adjunct", "visiting", "full", "emeritus")
"""Ranks of professors that make a role where no name follows."""


CREDITED = frozenset(["author", "fellow", "photographer", "reporter", "writer", "correspondent", "translator", "editor"])
"""Nouns that only credit whom a colon brings."""


ACTINGS = frozenset(["i/c", "in charge", "in-charge", "incharge", "acting", "ag.", "ag", "officiating", "interim", "ad interim", "a.i.", "designate", "elect"])
"""What brackets behind a title say of how one holds it."""


AGES = frozenset(["a", "an", "-", "year", "old"])
"""Words between a name and what the holder does: "a 30-year-old weaver"."""


DETERMINERS = OWNERS | {"a", "an", "one"}
"""Words before what someone is, whose name a comma brings."""


PAIRED = frozenset(["volunteer", "member", "board", "officer", "partner", "leader", "founder"])
"""Posts that describe another post behind them."""


ROYAL = frozenset(["prince", "king", "queen", "princess"])
"""Posts that names of places begin with."""


LOCATING = frozenset(["to", "in", "at", "from", "near", "of"])
"""Prepositions before places."""


COURTESY = frozenset(["ambassador", "senator", "chief", "minister", "pastor", "bishop", "justice", "judge", "prince", "princess"])
"""Posts that also address their holder."""


class TitleFinder(TitleFronts):
    """Finds the titles of one Doc."""

    def find(self) -> list[Post]:
        """All titles, in order."""
        posts: list[Post] = []
        place = 0
        while place < len(self.s.words):
            post = None if posts and (self.namesake(place, posts[-1]) or self.courtesy(place, posts[-1])) else self.one(place)
            if post is None:
                place += 1
                continue
            posts.append(post)
            place = max(post.title_end, place + 1)
        return posts

    def namesake(self, place: int, last: Post) -> bool:
        """Whether a word of titles right behind a title or "and" and before another capital is a given name ("Consul General Emir X")."""
        s = self.s
        follows = place + 1 < len(s.words) and s.capital[place + 1] and s.line[place + 1] == s.line[place]
        initials = s.words[place].isupper() and len(s.words[place]) == 2 and s.lower[place] in self.words.abbreviations
        return last.title_end == place and s.capital[place] and follows and (initials or s.lower[place] in people_words().also)

    def courtesy(self, place: int, last: Post) -> bool:
        """Whether a post right behind a whole title is no more than how its holder is addressed ("Secretary-General of BODY Ambassador X Y")."""
        s = self.s
        behind = place == last.end and last.end > last.noun + 1
        behind = behind or (place == last.end + 1 and s.words[last.end] == "," and last.organisation is not None and self.opens_name(place + 1))
        return behind and s.lower[place] in COURTESY and s.capital[place]

    def is_title_noun(self, place: int) -> bool:
        """Whether a noun of titles, singular or plural, stands at a token; none does behind the last."""
        if place >= len(self.s.words):
            return False
        base = self.s.lower[place]
        if base in self.words.abbreviations and not self.s.words[place].isupper():
            return False
        return any(word in self.words.posts or word in self.words.occupations for word in (base, singular(base))) or (
            base.endswith(SCHOLARS) and open_title(base)
        )

    def one(self, place: int) -> Post | None:
        """The title whose noun is at `place`, if there is one."""
        s, words = self.s, self.words
        lower = s.lower[place]
        base = title_base(lower)
        if base is None and self.beside_name(place):
            base = singular(lower)
        if base is None or (base in self.words.abbreviations and not s.words[place].isupper()):
            return None
        opened = title_base(lower) is None
        compound = self.compound_at(place, base)
        if compound == 0 and base not in words.posts and base not in words.occupations and not opened:
            return None
        noun = place + max(compound, 1) - 1
        if s.lower[place + 1 : place + 2] not in (["of"], ["in"], ["at"]) and any(
            first >= 0 and s.capital[first] and honorific_end(s, first) > place for first in (place - 2, place - 1)
        ):
            return None
        if (compound == 0 and self.goes_on(place)) or not self.is_title(place, noun, base, compound):
            return None
        post = Post(
            noun,
            place,
            noun + 1,
            noun + 1,
            base != lower and tuple(s.lower[place : noun + 1]) not in words.compounds.get(lower, []),
            opened or (compound == 0 and base in words.occupations and base not in words.posts),
        )
        post.title_end = post.end = self.tail(noun)
        self.before(post)
        self.beside(post)
        core = post.title_end
        self.bracket(post)
        self.behind(post)
        self.bracket(post)
        self.follow(post)
        self.name(post, place, core)
        return post

    def beside_name(self, place: int) -> bool:
        """Whether a word made like a title stands right before a person's name, or is set off from one by a comma, a bracket or a dash."""
        s = self.s
        if s.capital[place] and not s.lower[place].rstrip("s").endswith(SCHOLARS) and not self.trade(place):
            return False
        if not open_title(s.lower[place]) or s.headline[place] or s.shouted[place] or place in self.covering:
            return False
        if s.pos[place] not in ("NOUN", "PROPN", "ADJ") and not self.plainly(place):
            return False
        following = place + 1
        if following < len(s.words) and s.line[following] == s.line[place] and (self.names(following) or honorific_end(s, following) > following):
            return True
        if (
            following + 1 < len(s.words)
            and s.words[following] == ","
            and singular(s.lower[place]) == s.lower[place]
            and (self.names(following + 1) or honorific_end(s, following + 1) > following + 1)
            and (place - 1 in self.covering or s.lower[place - 2] in OWNERS or s.lower[place - 1] in DETERMINERS or s.words[place - 1] in APOSTROPHES)
        ):
            return True
        first = place - 1
        while (
            first > 0
            and place - first < 8
            and (s.lower[first] in OWNERS | AGES or s.pos[first] in ("NUM", "NOUN", "ADJ", "PROPN") or s.doc[first].tag_ in ("VBN", "VBG"))
            and first not in self.covering
        ):
            first -= 1
        return first > 0 and s.words[first] in (",", "(", "–", "—", "-") and any(self.names(back) for back in range(max(first - 3, 0), first))

    def plainly(self, place: int) -> bool:
        """Whether a word has an ending that no verb has ("electricians")."""
        return self.s.lower[place].rstrip("s").endswith(("ian", "ist", "ologist"))

    def trade(self, place: int) -> bool:
        """Whether a capitalised word right before a given name or an honorific is a noun of people ("Psychiatrist Dr. X", "Plumber Ana X")."""
        s, following = self.s, place + 1
        if following >= len(s.words) or given(s.words[place]) or not nouns.named_by(singular(s.lower[place]), "person"):
            return False
        return honorific_end(s, following) > following or (s.capital[following] and given(s.words[following]))

    def names(self, place: int) -> bool:
        """Whether a token is part of a person's name by the model or by the table of given names."""
        s = self.s
        return place < len(s.words) and s.capital[place] and place not in self.covering and (s.entity[place] == "PERSON" or given(s.words[place]))

    def compound_at(self, place: int, base: str) -> int:
        """How many tokens a title of several words has that begins here; 0 where there is none."""
        options = self.words.compounds.get(base)
        if not options:
            return 0
        lower = (base, *self.s.lower[place + 1 : place + 7])
        return next((len(phrase) for phrase in options if lower[: len(phrase)] == phrase), 0)

    def is_title(self, place: int, noun: int, base: str, compound: int) -> bool:
        """Whether a title's noun is used as one: not inside a body's name, no verb, no honorific before a name."""
        s = self.s
        body = self.covering.get(place)
        if body is not None and (body[1] > noun + 1 or (body[1] == noun + 1 and body[0] < place)):
            return False
        if base in CREDITED and s.words[noun + 1 : noun + 2] == [":"]:
            return False
        if s.headline[place] or s.shouted[place]:
            if s.lower[noun + 1 : noun + 2] == ["of"] and not s.shouted[place] and any(other in self.bodies for other in (noun + 2, noun + 3)):
                return True
            if s.headline[place] and place > 1 and s.words[place - 1] == "," and s.words[noun + 1 : noun + 2] == [","]:
                return True
            return s.headline[place] and s.capital[place] and base not in ("lead", "head", "host", "chair", "partner", "chief")
        if compound:
            return True
        following = s.lower[noun + 1] if noun + 1 < len(s.words) else ""
        if base == "doctor" and following == "of" and noun + 2 < len(s.words) and s.capital[noun + 2]:
            return False
        if (
            base == "engineer"
            and s.capital[noun]
            and noun == place
            and noun + 1 < len(s.words)
            and s.capital[noun + 1]
            and not (place and s.capital[place - 1])
        ):
            return False
        if base == "md" and s.words[place - 1] == "," and following in (",", ".") and noun + 2 not in self.bodies:
            return False
        if s.capital[place] and base in self.words.occupations and given(s.words[place]) and self.names(noun + 1) and not s.capital[place - 1]:
            return False
        if base == "keynote" or s.lower[place] in ("students", "officials"):
            both = "both" in s.lower[max(place - 4, 0) : place]
            several = s.lower[place] == "students" and any(s.pos[back] == "NUM" and s.lower[back] != "one" for back in range(max(place - 3, 0), place))
            return self.names(noun + 1) or several or both or (base == "keynote" and s.capital[place])
        if base == "fellow" and not s.capital[noun] and self.is_title_noun(noun + 1):
            return False
        if base in ROYAL and s.capital[place] and known_place(s.text(place, min(place + 2, len(s.words)))) and s.lower[place - 1] in LOCATING:
            return False
        if (base == "captain" and following != "of" and (s.capital[noun] or self.names(noun + 1))) or (base == "advocate" and self.names(noun + 1)):
            return False
        if base == "person":
            return s.lower[place - 1] in ("resource", "liaison")
        if base == "reader":
            return following == "in" and noun + 2 < len(s.words) and (s.capital[noun + 2] or s.pos[noun + 2] == "NOUN")
        if base == "professor":
            ranked = place > 1 and s.lower[place - 1] in SCHOLARLY and s.lower[place - 2] in (",", "a", "an", "and", "is", "was")
            return (ranked and not self.names(noun + 1)) if ranked else noun + 1 < len(s.words) and s.lower[noun + 1] in ("of", "in", "at", "with", "emeritus")
        if following == "general" and base in GENERALS:
            return True
        if not s.capital[noun] and s.doc[noun].dep_ == "compound" and s.pos[noun + 1 : noun + 2] == ["NOUN"] and not s.capital[noun + 1]:
            return s.doc[noun].head.i != noun + 1 or self.is_title_noun(noun + 1)
        if following in (")", ";") and s.words[place - 1] == "(":
            return True
        if base in ("lead", "head", "chair", "host", "partner", "guide", "mentor", "coach", "pilot", "author", "judge", "speaker") and not s.capital[place]:
            told = s.pos[noun] == "NOUN" or (s.pos[place - 1] in ("NOUN", "PROPN") and following in ("at", "for", "of", "on", "with", ","))
            return told and not (base == "lead" and s.lower[max(place - 2, 0)] in ("following", "follow", "followed", "take", "took"))
        verb = s.pos[noun] == "VERB" and (following == "," or self.names(noun + 1)) and s.doc[noun].tag_ not in ("VBD", "VBZ")
        return s.capital[place] or verb or self.plainly(noun) or s.pos[noun] in ("NOUN", "PROPN", "ADJ")

    def tail(self, noun: int) -> int:
        """The end of a title's noun with "General", "-designate", "a.i.", a bracketed field."""
        s, end = self.s, noun + 1
        while end < len(s.words):
            word = s.lower[end]
            if (word == "general" and s.lower[noun] in GENERALS) or (word in self.words.behind and word != "general"):
                end += 1
            elif s.words[end] == "-" and s.glued(end) and s.lower[end + 1] in self.words.behind:
                end += 2
            elif s.lower[end : end + 4] == ["-", "in", "-", "charge"]:
                end += 4
            elif ((interim := end + (s.words[end] == ",")) < len(s.words) - 1 and s.lower[interim] in ("a.i", "a.i.")) or s.lower[interim : interim + 2] == [
                "ad",
                "interim",
            ]:
                end = interim + 1 + (s.words[interim + 1] == "." or s.lower[interim + 1] == "interim")
            else:
                break
        close = next((place for place in range(end, min(end + 8, len(s.words))) if s.words[place] == ")"), end)
        if close > end + 1 and s.words[end] == "(" and is_topic(s.lower[close - 1]):
            inside = range(end + 1, close)
            if all(s.capital[place] or s.lower[place] in (",", "&", "and") for place in inside):
                end = close + 1
        return end

    def bracket(self, post: Post) -> None:
        """Passes an acronym or "i/c", "acting" in brackets."""
        s, place = self.s, post.end
        close = next((other for other in range(place + 2, min(place + 6, len(s.words))) if s.words[other] == ")"), place)
        if close > place and s.words[place] == "(" and s.text(place + 1, close).lower() in ACTINGS:
            post.end = close + 1
            return
        if place + 2 < len(s.words) and s.words[place] == "(" and s.words[place + 2] == ")" and organisation_names.is_acronym(s.words[place + 1]):
            post.end += 3

    def beside(self, post: Post) -> None:
        """Takes what stands right behind a title without "of": its field ("DG Nursing X Y"), its body ("Chairman Department of Z Dr X Y")."""
        s, start = self.s, post.end
        if not s.capital[post.noun] or start + 1 >= len(s.words) or s.line[start] != s.line[post.noun] or post.plural or s.headline[start]:
            return
        if self.covering.get(start, (0, 0))[0] == start and start in self.bodies and not post.organisation:
            self.trim(start)
            behind = self.bodies[start]
            if behind >= len(s.words) or not (self.opens_name(behind) or (s.capital[behind] and s.line[behind] == s.line[start])):
                return
            post.organisation, post.stated_behind, post.end = (start, self.bodies[start]), True, self.bodies[start]
        elif s.capital[start] and is_topic(s.lower[start]) and start not in self.covering:
            end = start + 1
            while end + 1 < len(s.words) and (
                (s.capital[end] and is_topic(s.lower[end])) or (s.lower[end] in ("&", "and", ",") and s.capital[end + 1] and is_topic(s.lower[end + 1]))
            ):
                end += 1
            if end < len(s.words) and (self.opens_name(end) or (s.capital[end] and s.line[end] == s.line[start])):
                post.title_end = post.end = end

    def goes_on(self, place: int) -> bool:
        """Whether the next words continue the title to another noun ("Deputy | Director", "Chief | Economist")."""
        s, words = self.s, self.words
        following = place + 1
        if following >= len(s.words):
            return False
        if s.words[following] == "-" and s.glued(following):
            return (s.lower[following + 1] in words.posts and s.lower[following + 1] not in words.behind) or open_title(s.lower[following + 1])
        if self.paired(place, following):
            return True
        if (
            (s.capital[place] != s.capital[following] and not (s.begins[place] and s.pos[following] == "NOUN"))
            or s.line[place] != s.line[following]
            or s.lower[place] not in words.modifiers | {"chief", "deputy", "member", "associate"}
        ):
            return False
        last = following
        if self.hyphened(following):
            return True
        while (
            last < len(s.words) - 1
            and last - place < 6
            and not self.is_title_noun(last)
            and (
                s.lower[last] in words.modifiers
                or is_topic(s.lower[last])
                or (s.lower[last] == "and" and s.capital[last + 1])
                or (s.capital[last] and s.capital[place])
            )
        ):
            last += 1
        if self.compound_at(last, s.lower[last]) or self.hyphened(last):
            return True
        person = s.entity[last] == "PERSON" and s.lower[last + 1 : last + 2] not in (["of"], ["for"], ["at"], [","])
        return self.is_title_noun(last) and s.line[last] == s.line[place] and not person and (s.capital[last] == s.capital[place] or s.begins[place])

    def paired(self, place: int, following: int) -> bool:
        """Whether a title's noun goes before another that it describes ("nurse educator", "Volunteer Coordinator Ana Reis")."""
        s = self.s
        if s.capital[place] != s.capital[following] or s.line[place] != s.line[following] or title_base(s.lower[place]) != s.lower[place]:
            return False
        if not s.capital[place]:
            return s.doc[place].dep_ == "compound" and s.pos[following] == "NOUN" and self.is_title_noun(following)
        if s.lower[place] not in self.words.occupations | PAIRED or not self.is_title_noun(following) or following + 1 >= len(s.words):
            return False
        return s.capital[following + 1] or s.lower[following + 1] in ("of", "at", "for")

    def hyphened(self, place: int) -> bool:
        """Whether a noun of titles with a hyphen begins at a token ("Vice-Chancellor")."""
        s = self.s
        return place + 2 < len(s.words) and s.glued(place + 1) and s.words[place + 1] == "-" and self.is_title_noun(place + 2)

    def name(self, post: Post, place: int, core: int) -> None:
        """Writes the title: the noun in the singular, complements behind it."""
        s = self.s
        if post.plural:
            ahead, after = s.doc[post.start : place].text_with_ws, s.doc[place].whitespace_ + s.doc[place + 1 : post.title_end].text
            text = " ".join((ahead + singular_as(s.words[place]) + after).split())
        else:
            text = s.text(post.start, post.title_end)
        lead = post.organisation[0] - 1 if post.organisation is not None and post.organisation[1] <= post.start else -1
        rank = f"{s.words[lead]} " if lead >= 0 and s.lower[lead] in RANKS else ""
        post.title = rank + text + post.suffix


def find(s: Surface) -> list[Post]:
    """All titles of a text, in order."""
    return TitleFinder(s).find()
