"""Finds titles of people in a text: where they begin and end, their complement, and the stretch that names what the post is in."""
from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple

from newsfacts import rules
from newsfacts.components import country_words, mention, organisation_names
from newsfacts.components.organisation_words import is_topic, is_vague, lexicon
from newsfacts.components.person_names import honorific_end
from newsfacts.components.surface import APOSTROPHES, Surface

IRREGULAR = {"people": "person", "men": "man", "women": "woman", "chiefs": "chief", "chargés": "chargé", "attachés": "attaché"}
CONNECTORS = frozenset(("of", "for", "at", "in", "to", "with", "from", "on"))
OWNERS = frozenset(("the", "our", "its", "their", "his", "her", "this"))
GENERALS = frozenset("director secretary attorney consul surgeon auditor governor inspector solicitor manager".split())
SURE = frozenset(("organisations.head", "organisations.head.parent", "organisations.suffix", "organisations.known", "organisations.class", "organisations.lower-head"))


class TitleWords(NamedTuple):
    """Lower-case word lists; `compounds` are titles of several words by their first word, the longest first."""

    posts: frozenset[str]
    occupations: frozenset[str]
    modifiers: frozenset[str]
    compounds: dict[str, list[tuple[str, ...]]]
    behind: frozenset[str]
    possessive: frozenset[str]


@functools.cache
def title_words() -> TitleWords:
    """The word lists of `data/titles.toml`, read once."""
    data = rules.table("titles")
    compounds: dict[str, list[tuple[str, ...]]] = {}
    written = " ".join(data["posts"]["compounds"].split()).split("|")
    for words in sorted({tuple(form.split()) for phrase in written for form in (phrase, phrase.replace("-", " - "))}, key=lambda words: (-len(words), words)):
        compounds.setdefault(words[0], []).append(words)
    return TitleWords(frozenset(data["posts"]["words"].split()), frozenset(data["occupations"]["words"].split()), frozenset(data["modifiers"]["words"].split()),
                      compounds, frozenset(data["behind"]["words"].split()),
                      frozenset(data["possessive"]["words"].split()))


@dataclass(slots=True)
class Post:
    """A title: its noun, its bounds without article and without what the post is in (`end` counts that in), and the tokens of its organisation."""

    noun: int
    start: int
    title_end: int
    end: int
    plural: bool
    occupation: bool
    title: str = ""
    suffix: str = ""
    topic: str | None = None
    organisation: tuple[int, int] | None = None
    via: str = "stated"
    stated_behind: bool = False

    def definite(self, s: Surface) -> bool:
        """Whether "the", "its", an owner or a body stands before it, so that a name behind a comma is the holder's."""
        before = self.start - 1
        return before >= 0 and (s.lower[before] in OWNERS or s.words[before] in APOSTROPHES or (self.organisation is not None and not self.stated_behind))


def singular(word: str) -> str:
    """A title's noun in the singular."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def singular_as(word: str) -> str:
    """The singular with the word's own capitals."""
    base = singular(word.lower())
    return word[:len(base)] if word.lower().startswith(base) else (base.capitalize() if word[0].isupper() else base)


class TitleFinder:
    """Finds the titles of one Doc; `bodies` gives the longest organisation that begins at a token, `covering` the one around it."""

    def __init__(self, s: Surface) -> None:
        self.s, self.words = s, title_words()
        self.bodies: dict[int, int] = {}
        self.covering: dict[int, tuple[int, int]] = {}
        for span in mention.mentions(s.doc, "organisations"):
            if span.id_ == "organisations.generic" and s.words[span.end:span.end + 1] and s.words[span.end] in APOSTROPHES:
                self.covering[span.start] = (span.start, span.end)
            if span.id_ == "organisations.generic" or self.doubtful(span.start, span.end, span.id_):
                self.bodies.setdefault(span.start, span.end) if span.id_ == "organisations.generic" else None
                continue
            self.bodies[span.start] = max(self.bodies.get(span.start, 0), span.end)
            for place in range(span.start, span.end):
                old = self.covering.get(place)
                if old is None or old[1] - old[0] < span.end - span.start:
                    self.covering[place] = (span.start, span.end)

    def doubtful(self, start: int, end: int, rule: str) -> bool:
        """Whether a weighed name is only what a post is about ("Agriculture")."""
        return rule not in SURE and (is_topic(self.s.lower[end - 1]) and not self.s.words[end - 1].isupper() or all(is_vague(self.s.lower[place]) for place in range(start, end)))

    def find(self) -> list[Post]:
        """All titles, in order."""
        posts: list[Post] = []
        place = 0
        while place < len(self.s.words):
            post = self.one(place)
            if post is None:
                place += 1
                continue
            posts.append(post)
            place = max(post.title_end, place + 1)
        return posts

    def is_title_noun(self, place: int) -> bool:
        base = self.s.lower[place]
        return any(word in self.words.posts or word in self.words.occupations for word in (base, singular(base)))

    def one(self, place: int) -> Post | None:
        """The title whose noun is at `place`, if there is one."""
        s, words = self.s, self.words
        lower = s.lower[place]
        base = lower if lower in words.posts or lower in words.occupations else singular(lower)
        compound = self.compound_at(place, base)
        if compound == 0 and base not in words.posts and base not in words.occupations:
            return None
        noun = place + max(compound, 1) - 1
        if (compound == 0 and self.goes_on(place)) or not self.is_title(place, noun, base, compound):
            return None
        post = Post(noun, place, noun + 1, noun + 1, base != lower and tuple(s.lower[place:noun + 1]) not in words.compounds.get(lower, []),
                    compound == 0 and base in words.occupations and base not in words.posts)
        post.title_end = post.end = self.tail(noun)
        self.before(post)
        core = post.title_end
        if post.end + 2 < len(s.words) and s.words[post.end] == "(" and s.words[post.end + 2] == ")" and organisation_names.is_acronym(s.words[post.end + 1]):
            post.end += 3
        self.behind(post)
        self.name(post, place, core)
        return post

    def compound_at(self, place: int, base: str) -> int:
        """How many tokens a title of several words has that begins here; 0 where there is none."""
        options = self.words.compounds.get(base)
        if not options:
            return 0
        lower = (base, *self.s.lower[place + 1:place + 7])
        return next((len(phrase) for phrase in options if lower[:len(phrase)] == phrase), 0)

    def is_title(self, place: int, noun: int, base: str, compound: int) -> bool:
        """Whether a title's noun is used as one: not inside a body's name, no verb, no honorific before a name."""
        s = self.s
        body = self.covering.get(place)
        if body is not None and (body[1] > noun + 1 or body[1] == noun + 1 and body[0] < place):
            return False
        if s.headline[place] or s.shouted[place]:
            return s.headline[place] and s.capital[place] and base not in ("lead", "head", "host", "chair", "partner", "chief")
        if compound:
            return True
        if base == "professor":
            return noun + 1 < len(s.words) and s.lower[noun + 1] in ("of", "in", "at", "emeritus")
        if base in ("lead", "head", "chair", "host", "partner", "guide", "mentor", "coach", "pilot", "author", "judge", "speaker") and not s.capital[place]:
            return s.doc[noun].pos_ == "NOUN"
        return s.capital[place] or s.doc[noun].pos_ in ("NOUN", "PROPN", "ADJ")

    def tail(self, noun: int) -> int:
        """The end of a title's noun with "General", "-designate", "a.i.", a bracketed field."""
        s, end = self.s, noun + 1
        while end < len(s.words):
            word = s.lower[end]
            if word == "general" and s.lower[noun] in GENERALS or (word in self.words.behind and word != "general"):
                end += 1
            elif s.words[end] == "-" and s.glued(end) and s.lower[end + 1] in self.words.behind:
                end += 2
            elif (interim := end + (s.words[end] == ",")) < len(s.words) - 1 and s.lower[interim] in ("a.i", "a.i.") or s.lower[interim:interim + 2] == ["ad", "interim"]:
                end = interim + 1 + (s.words[interim + 1] == "." or s.lower[interim + 1] == "interim")
            else:
                break
        if end + 2 < len(s.words) and s.words[end] == "(" and s.words[end + 2] == ")" and s.capital[end + 1] and is_topic(s.lower[end + 1]):
            end += 3
        return end

    def goes_on(self, place: int) -> bool:
        """Whether the next words continue the title to another noun ("Deputy | Director", "Chief | Economist")."""
        s, words = self.s, self.words
        following = place + 1
        if following >= len(s.words):
            return False
        if s.words[following] == "-" and s.glued(following):
            return s.lower[following + 1] in words.posts and s.lower[following + 1] not in words.behind
        if s.capital[place] != s.capital[following] or s.line[place] != s.line[following] or s.lower[place] not in words.modifiers | {"chief", "deputy", "member", "associate"}:
            return False
        last = following
        while last < len(s.words) - 1 and last - place < 6 and not self.is_title_noun(last) and (
                s.lower[last] in words.modifiers or is_topic(s.lower[last]) or (s.lower[last] == "and" and s.capital[last + 1]) or s.capital[last] and s.capital[place]):
            last += 1
        if self.compound_at(last, s.lower[last]):
            return True
        return self.is_title_noun(last) and s.line[last] == s.line[place] and s.entity[last] != "PERSON" and s.capital[last] == s.capital[place]

    def before(self, post: Post) -> None:
        """Finds where a title begins, and the body or country that stands before it."""
        s, words, place = self.s, self.words, post.start
        while post.start > 0 and s.line[post.start - 1] == s.line[place] and place - post.start < 7:
            previous = post.start - 1
            body = self.covering.get(previous)
            if body is not None and body[1] == post.start and (body[1] - body[0] > 1 or s.lower[previous] not in words.modifiers):
                post.organisation = body
                return
            if s.words[previous] in APOSTROPHES:
                post.organisation = self.owner(previous)
                return
            if s.capital[previous] and s.capital[place] and s.lower[previous] not in words.modifiers and self.compound_body(post, previous):
                return
            if s.words[previous] != "/" and s.glued(previous) and previous > 0 and (s.lower[previous - 1] in words.modifiers | words.posts or s.lower[previous - 1] in ("co", "vice", "ex", "sub", "non")):
                post.start = previous - 1
            elif self.modifies(previous, place):
                post.start = previous
            elif s.lower[previous] in ("and", "&") and previous > 1 and is_topic(s.lower[previous - 1]) and is_topic(s.lower[post.start]) and self.modifies(previous - 1, place):
                post.start = previous - 1
            else:
                break
        previous = post.start - 1
        if previous >= 0 and s.lower[previous] in words.possessive and s.line[previous] == s.line[post.start]:
            post.via = "coreference"

    def compound_body(self, post: Post, previous: int) -> bool:
        """Takes a country, a jurisdiction or a name in mixed capitals right before a title as what the post is in."""
        s = self.s
        first = previous
        if previous > 0 and s.lower[previous - 1] in ("in", "to", "from"):
            return False
        if country_words.is_form(s.words[previous]) or country_words.is_form(s.text(previous - 1, previous + 1)):
            first = previous - (not country_words.is_form(s.words[previous]))
            post.organisation = (first, previous + 1)
            return True
        if sum(char.isupper() for char in s.words[previous]) >= 2 and s.words[previous].lower() not in lexicon().no_acronyms and honorific_end(s, previous) == previous:
            post.organisation = (previous, previous + 1)
            return True
        return False

    def owner(self, mark: int) -> tuple[int, int] | None:
        """The tokens of what stands before an apostrophe: a body, a country or a place."""
        s = self.s
        body = self.covering.get(mark - 1)
        if body is not None and body[1] == mark:
            return body
        first = mark - 1
        while first > 0 and s.capital[first - 1] and s.line[first - 1] == s.line[first]:
            first -= 1
        if mark - first == 1 and s.lower[first] in lexicon().heads:
            return None
        if s.capital[first] and (s.entity[mark - 1] in ("GPE", "ORG", "NORP") or country_words.is_form(s.text(first, mark))):
            return first, mark
        return None

    def modifies(self, place: int, noun: int) -> bool:
        """Whether a token may stand in a title before its noun."""
        s, lower = self.s, self.s.lower[place]
        if honorific_end(s, place) > place and lower not in self.words.modifiers:
            return False
        if lower in self.words.modifiers or (is_topic(lower) and s.capital[place] == s.capital[noun]):
            return not s.begins[place] or s.capital[noun]
        if s.capital[noun]:
            return s.capital[place] and s.doc[place].pos_ in ("NOUN", "ADJ", "PROPN") and s.entity[place] not in ("PERSON", "NORP", "DATE") and \
                (not s.begins[place] or s.doc[place].pos_ == "PROPN") and lower not in lexicon().leads
        return s.doc[place].pos_ == "NOUN" and not s.capital[place] and s.doc[place].dep_ == "compound"

    def behind(self, post: Post) -> None:
        """Reads what follows the noun: complement, body, country."""
        s, rounds = self.s, 0
        while post.end < len(s.words) - 1 and rounds < 3 and s.line[post.end] == s.line[post.noun]:
            connector, start = s.lower[post.end], post.end + 1
            if connector not in CONNECTORS:
                return
            while start < len(s.words) - 1 and s.lower[start] in OWNERS:
                start += 1
            if s.line[start] != s.line[post.noun]:
                return
            if start in self.bodies:
                if post.organisation is None or connector in ("of", "at", "for"):
                    post.organisation, post.stated_behind = (start, self.bodies[start]), True
                post.end = self.bodies[start]
                if post.end + 1 < len(s.words) and s.words[post.end] in APOSTROPHES and post.end + 1 in self.bodies:
                    post.organisation = (post.end + 1, self.bodies[post.end + 1])
                    post.end = post.organisation[1]
                if post.end + 2 < len(s.words) and s.words[post.end] == "(" and s.words[post.end + 2] == ")":
                    post.end += 3
                return
            if s.capital[start]:
                if not self.capitals_behind(post, connector, start):
                    return
            elif not self.small_behind(post, connector, start):
                return
            rounds += 1

    def small_behind(self, post: Post, connector: str, start: int) -> bool:
        """Takes "of cooperation and training" into the title."""
        s = self.s
        if connector not in ("of", "for") or s.lower[start - 1] in OWNERS - {"the"}:
            return False
        end = start
        while end < len(s.words) - 1 and end - start < 5 and not s.capital[end] and (s.doc[end].pos_ in ("NOUN", "ADJ") or (s.lower[end] == "and" and s.doc[end + 1].pos_ in ("NOUN", "ADJ"))):
            end += 1
        post.title_end = post.end = end
        return end > start

    def capitals_behind(self, post: Post, connector: str, start: int) -> bool:
        """Reads capitals behind a connector: a country, a place, a name, or what the post is about."""
        s = self.s
        country = country_words.end_of(s, start)
        end = country if country > start else self.run_end(start)
        if end == start:
            return False
        if country > start or all(s.entity[inside] in ("GPE", "LOC", "FAC") for inside in range(start, end)):
            return self.place_behind(post, connector, start, end)
        topical = any(is_topic(s.lower[inside]) or s.lower[inside] in lexicon().events for inside in range(start, end))
        if connector in ("of", "for", "on") and topical or post.organisation is not None and connector in ("of", "for"):
            end = organisation_names.conjuncts(s, start, end, len(s.words))
            if end + 2 < len(s.words) and s.lower[end] == "and" and s.capital[end + 1] and s.lower[end + 2] in ("at", "of", "in") and not s.entity[end + 1] and end + 1 not in self.bodies:
                end += 2
            post.topic = s.text(start, end)
            post.title_end = post.end = end
            return True
        if connector in ("at", "with", "of") and not topical:
            post.organisation, post.stated_behind, post.end = (start, end), True, end
            return True
        return False

    def run_end(self, start: int) -> int:
        """The end of capitals, cut where the model begins a person's name."""
        s, end = self.s, organisation_names.run(self.s, start, len(self.s.words))
        first = s.words[start]
        if end - start >= 3 and len(first) > 2 and any(char.isupper() for char in first[1:]) and not first.startswith(("Mc", "Mac", "De", "O'")) and "." not in first:
            return start + 1
        return next((place for place in range(start + 1, end) if s.entity[place] == "PERSON" and s.entity[place - 1] != "PERSON"), end)

    def place_behind(self, post: Post, connector: str, start: int, end: int) -> bool:
        """A country or place: what the post is in behind "of", "for", "in"; where one is sent behind "to", which joins the title."""
        s = self.s
        post.end = end
        if connector == "to" or (connector == "for" and s.entity[start] == "LOC"):
            post.suffix = f" {connector} {s.text(start, end)}"
        elif connector != "from" and post.organisation is None:
            post.organisation, post.stated_behind = (start, end), True
        return True

    def name(self, post: Post, place: int, core: int) -> None:
        """Writes the title: the noun in the singular, complements behind it."""
        s = self.s
        if post.plural:
            ahead, after = s.doc[post.start:place].text_with_ws, s.doc[place].whitespace_ + s.doc[place + 1:post.title_end].text
            text = " ".join((ahead + singular_as(s.words[place]) + after).split())
        else:
            text = s.text(post.start, post.title_end)
        post.title = text + post.suffix


def fits(post: Post) -> str:
    """The kind of body that a post is in by its noun: "university", "none" for posts of states, "any" for others."""
    noun = singular(post.title.lower().split(" of ")[0].split(" for ")[0].split(" to ")[0].split(",")[0].split()[-1]) if post.title else ""
    return next((kind for kind, words in rules.table("titles")["fits"].items() if noun in words.split()), "any")


def find(s: Surface) -> list[Post]:
    """All titles of a text, in order."""
    return TitleFinder(s).find()
