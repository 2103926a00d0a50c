"""Finds what a post is in where the title does not say: behind a comma, a ministry of the field, the fitting body of the sentence."""

from __future__ import annotations

import functools

from spacy.tokens import Span

from newsfacts import rules
from newsfacts.components import country_words, mention, name_words, organisation_names, place_table, titles
from newsfacts.components.given_names import given
from newsfacts.components.organisation_words import is_topic, kind_of, lexicon
from newsfacts.components.person_names import honorific_end
from newsfacts.components.surface import APOSTROPHES, Surface
from newsfacts.components.title_complements import REGIONS
from newsfacts.components.titles import Post, title_words

Tokens = tuple[int, int]
DEGREES = frozenset(
    ["phd", "md", "rn", "mph", "mba", "msc", "obe", "mbe", "cbe", "frs", "mni", "esq", "mbbs", "frcs", "jp", "td", "qc", "kc", "oon", "mfr", "ofr", "fcia"]
)
"""Degrees and orders in small letters."""
MINISTERIAL = ("minister", "commissioner", "secretary", "secretary of state")
"""Ends of titles of those who head or steer ministries."""
FOREIGN = frozenset(["PERSON", "DATE", "NORP", "GPE"])
"""What the model calls names of others than bodies."""
EVENTS = frozenset(rules.table("posts")["of_events"]["words"].split())
"""First words of titles that one has at an event."""
COMPANY = frozenset(rules.table("posts")["of_bodies"]["words"].split())
"""Titles that only bodies give."""
GATHERINGS = tuple(f" of the {word}" for word in rules.table("posts")["gatherings"]["words"].split())
"""Ends of titles that one has at an event or among its people."""
CHIEFS = frozenset(rules.table("posts")["chiefs"]["words"].split())
"""Nouns of titles that open a sentence on what the sentence before named."""
SOCIETIES = frozenset(["association", "ngo", "foundation", "company", "university"])
"""Kinds of bodies that have presidents."""
COLLECTIVES = frozenset(
    [
        "force",
        "team",
        "committee",
        "council",
        "board",
        "panel",
        "group",
        "roundtable",
        "commission",
        "alliance",
        "network",
        "association",
        "society",
        "club",
        "jury",
        "taskforce",
        "delegation",
    ]
)
"""Heads of bodies that have members."""


class RoleBodies:
    """The titles, people and bodies of one Doc; people are looked up by their first token (honorifics counted in) and their last."""

    def __init__(self, s: Surface, posts: list[Post]) -> None:
        self.s, self.posts = s, posts
        self.at = {post.start: post for post in posts}
        self.held: set[tuple[int, int]] = set()
        self.starts: dict[int, Span] = {}
        self.ends: dict[int, Span] = {}
        self.opens: dict[int, int] = {}
        self.bodies: dict[int, int] = {}
        for span in mention.mentions(s.doc, "organisations"):
            self.bodies[span.start] = max(self.bodies.get(span.start, 0), span.end)
        for span in mention.mentions(s.doc, "people"):
            first = span.start
            while (before := next((first - back for back in range(1, 7) if back <= first and honorific_end(s, first - back) == span.start), None)) is not None:
                first = before
            for place in range(first, span.start + 1):
                self.starts.setdefault(place, span)
            while first > 0 and s.words[first - 1] == "*":
                first -= 1
                self.starts.setdefault(first, span)
            self.ends[span.end], self.opens[span.start] = span, first
            for end in range(span.end, len(s.words)):
                if s.words[end] != "*":
                    break
                self.ends[end + 1] = span
            for end in self.degrees(span.end):
                self.ends.setdefault(end, span)

    def degrees(self, place: int) -> list[int]:
        """The ends of degrees and orders behind a name ("Ana Reis, M.D., R.N.,", "Rui Costa OBE,")."""
        s = self.s
        found: list[int] = []
        while place + 1 < len(s.words) and s.line[place + 1] == s.line[place]:
            start = place + (s.words[place] == ",")
            word = s.words[start].replace(".", "")
            told = 2 <= len(word) <= 5 and ((word.isupper() and "." in s.words[start]) or word.lower() in DEGREES)
            bare = start == place and 2 <= len(word) <= 4 and word.isupper() and s.words[start + 1 : start + 2] in ([","], ["("])
            if not (told or bare) or start in self.bodies or start in self.at:
                return found
            place = start + 1
            found.append(place)
        return found

    def ministry(self, post: Post) -> Tokens | None:
        """The ministry of a minister: the one of the same field, or the only one that the text names."""
        s = self.s
        head = post.title.lower().rstrip("s").split(" of ")[0].split(" for ")[0].split(" to ")[0].split(",")[0]
        if not head.endswith(MINISTERIAL) or (post.organisation is not None and not self.of_country(post.organisation)):
            return None
        if "prime" in head:
            return self.on_behalf(post.end) if post.organisation is None else None
        named = [span for span in mention.mentions(s.doc, "organisations") if "Ministry" in span.text and not mention.value_of(span).generic]
        names = {mention.value_of(span).name for span in named}
        field = post.topic or s.text(post.start, post.noun)
        words = {word for word in field.lower().split() if is_topic(word)}
        fitting = [span for span in named if words & set(mention.value_of(span).name.lower().split())] if words else []
        if not words and len(names) == 1 and (head == "commissioner" or head.endswith(("minister", "permanent secretary", "principal secretary"))):
            fitting = named
        if post.organisation is not None:
            told = country_words.form_of(s.text(*post.organisation))
            return next(((span.start, span.end) for span in fitting if words and told and self.is_of(span, told.code)), None)
        if not fitting and not head.endswith("minister"):
            return None
        return (fitting[0].start, fitting[0].end) if fitting else self.on_behalf(post.end)

    def of_country(self, tokens: Tokens) -> bool:
        """Whether a stretch is a country's name or adjective."""
        return country_words.is_form(self.s.text(*tokens))

    def is_of(self, span: Span, code: str) -> bool:
        """Whether a ministry is that of a country by its name, or a federal one."""
        value = mention.value_of(span)
        return bool(value.country == code or value.name.startswith("Federal Ministry"))

    def before_bracket(self, post: Post) -> Tokens | None:
        """The body before brackets that the title stands in: "BODY (AB, President X Y)", "BODY in Cork (head: X Y, clerk: A B)"."""
        s = self.s
        opening = next((place for place in range(post.start - 1, max(post.start - 14, 0), -1) if s.words[place] in ("(", ")")), 0)
        if s.words[opening] != "(" or s.line[opening] != s.line[post.noun]:
            return None
        if (body := self.body_before(opening)) is not None:
            return body
        seat = next((place for place in range(opening - 2, max(opening - 5, 0), -1) if s.lower[place] in ("in", "of", "at")), 0)
        return self.body_before(seat) if seat and all(s.capital[place] for place in range(seat + 1, opening)) else None

    def placed(self, tokens: Tokens) -> bool:
        """Whether a stretch is no more than a place's or a country's name."""
        name = self.s.text(*tokens)
        return mention.mention_at(self.s.doc, "organisations", *tokens) is None and (
            country_words.is_form(name) or place_table.known(name_words.fold_name(name))
        )

    def sender(self, post: Post) -> Tokens | None:
        """The country of an ambassador without one, by the embassy that the text names."""
        s = self.s
        told = country_words.form_of(s.words[post.start - 1]) if post.start else None
        if told is not None and told.kind != "name" and post.title.lower().split()[-1] in ("ambassador", "consul", "minister"):
            return post.start - 1, post.start
        if not any(word in ("ambassador", "commissioner", "consul", "chargé") for word in post.title.lower().split()):
            return None
        mission = ("embassy", "consulate", "high commission") if "commissioner" not in post.title.lower() else ("high commission",)
        for span in mention.mentions(s.doc, "organisations"):
            if any(word in span.text.lower() for word in mission):
                for place in range(span.start, span.end):
                    end = country_words.end_of(s, place)
                    if place < end <= span.end:
                        return place, end
        return None

    def on_behalf(self, place: int) -> Tokens | None:
        """The country of "signed on behalf of COUNTRY" behind a title."""
        s = self.s
        for behind in range(place, min(place + 18, len(s.words) - 2)):
            if s.lower[behind] == "behalf" and s.lower[behind + 1] == "of":
                end = country_words.end_of(s, behind + 2)
                return (behind + 2, end) if end > behind + 2 else None
        return None

    def of_kind(self, span: Span, kind: str) -> bool:
        """Whether a body is of a kind; academies and institutes may have rectors, too."""
        told = mention.value_of(span)
        return bool(told.kind == kind or (kind == "university" and {"academy", "school", "institute", "college"} & set(told.name.lower().split())))

    def crossed(self, start: int, end: int, holder: Span | None) -> bool:
        """Whether the name of someone other than the holder stands in a stretch."""
        return any(span.start >= start and span.end <= end and (holder is None or span.start != holder.start) for span in self.ends.values())

    def fitting(self, post: Post, holder: Span | None = None) -> Tokens | None:
        """The body that a post is in where none stands beside it: one of its kind named before it, else the one named most."""
        kind, s = titles.fits(post), self.s
        first = post.title.lower().split()[:1]
        if (named := self.capitals_before(post, holder) or self.headed(post)) is not None or post.via == "owned":
            return named
        if (first and first[0] in EVENTS) or post.title.endswith(GATHERINGS):
            return None
        if first and first[0] in ("provincial", "state", "federal", "district", "county", "municipal", "fire", "paramount", "parish", "permanent"):
            return None
        words = post.title.lower().split()
        if "of state" in post.title.lower() or (words[-1:] == ["secretary"] and len(words) == 2 and is_topic(words[0])):
            return None
        if (
            kind == "none"
            or any(word in post.title.lower().split() for word in ("mission", "delegation", "team", "brigade"))
            or post.title.lower() in ("prime minister", "team leader")
            or (post.title.lower() == "president" and not self.society_before(post))
        ):
            return None
        sentence = s.sentence[post.noun]
        found = [span for span in mention.mentions(s.doc, "organisations") if span.end <= post.start and (kind == "any" or self.of_kind(span, kind))]
        found = [span for span in found if len(span) > 1 or s.lower[span.start] not in lexicon().events]
        if kind == "any":
            near = [span for span in found if span.start >= sentence]
            if near and self.crossed(max(span.end for span in near), post.start, holder):
                return None
            opening = post.start <= sentence + 1 and titles.singular(s.lower[post.noun]) in CHIEFS
            found = near or ([span for span in found if span.start >= s.sentence[sentence - 1]] if opening and sentence else [])
        if kind == "faculty":
            found = self.faculties(post)
        if kind == "university":
            found = [span for span in found if mention.value_of(span).kind == kind] or found
        return max(((span.start, span.end) for span in found), key=lambda pair: (pair[1], pair[1] - pair[0]), default=None) or self.main_body()

    def society_before(self, post: Post) -> bool:
        """Whether a title opens its sentence and the last body of the sentence before is no state's ("The Guild met. President X Y said")."""
        s, sentence = self.s, self.s.sentence[post.noun]
        low = s.sentence[sentence - 1] if sentence else 0
        told = [span for span in mention.mentions(s.doc, "organisations") if low <= span.start and span.end <= post.start]
        return post.start <= sentence + 1 and bool(told) and mention.value_of(told[-1]).kind in SOCIETIES

    def capitals_before(self, post: Post, holder: Span | None) -> Tokens | None:
        """Capitals that own a post ("Tarn's regional adviser") or stand before one that only bodies give ("Tarn Labs CEO"), no person's or place's name."""
        s, end = self.s, post.start
        owned = end > 1 and s.words[end - 1] in APOSTROPHES
        end -= owned
        if owned and not s.capital[end - 1]:
            return end - 1, end
        allowed = {"PERSON"} if not owned and holder is not None and holder.start >= post.end else set()
        start = end
        while start > 0 and s.capital[start - 1] and s.line[start - 1] == s.line[post.noun] and end - start < 5 and (owned or start not in self.ends):
            start -= 1
        while start < end and s.pos[start] not in ("PROPN", "NOUN"):
            start += 1
        inside = range(start, end)
        if start < end and (known := self.begun_by(s.text(start, end), post)) is not None:
            return known
        if not owned and not COMPANY & set(post.title.lower().split()) and s.lower[end - 1] not in REGIONS:
            return None
        if start == end or any(s.entity[place] in FOREIGN - allowed or place in self.starts for place in inside):
            return None
        name = s.text(start, end)
        odd = s.lower[start] in lexicon().leads or country_words.is_form(name) or place_table.known(name_words.fold_name(name)) or given(s.words[start])
        plain = all(is_topic(s.lower[place]) or s.lower[place] in title_words().modifiers | lexicon().heads.keys() for place in inside)
        return None if odd or plain or (s.begins[start] and end == start + 1 and not owned) else (start, end)

    def headed(self, post: Post) -> Tokens | None:
        """The body told last whose name ends in the first word of a title ("Guild treasurer"), which is then no part of the title."""
        s = self.s
        if post.noun == post.start or s.lower[post.start] in title_words().modifiers:
            return None
        told = [span for span in mention.mentions(s.doc, "organisations") if span.end <= post.start and s.lower[span.end - 1] == s.lower[post.start]]
        found = max(((span.start, span.end) for span in told if len(span) > 1), default=None)
        if found is not None and post.title.lower().startswith(f"{s.lower[post.start]} "):
            post.title, post.start = post.title.split(" ", 1)[1], post.start + 1
        return found

    def begun_by(self, name: str, post: Post) -> Tokens | None:
        """The one body before a title whose name is or begins with these words ("Tarn Valley's matron" of the Tarn Valley Hospital)."""
        told = [span for span in mention.mentions(self.s.doc, "organisations") if span.end <= post.start and f"{span.text} ".startswith(f"{name} ")]
        return (told[-1].start, told[-1].end) if len({mention.value_of(span).name for span in told}) == 1 else None

    def collective(self, post: Post) -> Tokens | None:
        """The committee, team, panel or the like that the text named last before a title of its members."""
        spans = [span for span in mention.mentions(self.s.doc, "organisations") if span.end <= post.start and not mention.value_of(span).generic]
        if post.title.lower().endswith((" panel", " group", " roundtable")):
            named = [span for span in spans if {"panel", "group", "roundtable"} & set(span.text.lower().split(" of ")[0].split(" on ")[0].split())]
            spans = named or spans
        found = [span for span in spans if COLLECTIVES & set(span.text.lower().split(" of ")[0].split(" on ")[0].split())]
        return max(((span.start, span.end) for span in found), default=None)

    def faculties(self, post: Post) -> list[Span]:
        """The faculties and schools named before a title, else the universities."""
        spans = [span for span in mention.mentions(self.s.doc, "organisations") if span.end <= post.start and not mention.value_of(span).generic]
        found = [span for span in spans if {"faculty", "school", "college", "facultad", "faculté"} & set(span.text.lower().split())]
        return found or [span for span in spans if mention.value_of(span).kind == "university"]

    def main_body(self) -> Tokens | None:
        """The organisation that the text names most (its acronym counts), three times at least; the first of equals."""
        most, count = self.speaker
        return most if count >= 4 else None

    @functools.cached_property
    def speaker(self) -> tuple[Tokens | None, int]:
        """The body that the article is most likely by, with its weight: the one named most (its acronym counts), what comes first weighs more."""
        long = {value.short: value.long for value in map(mention.value_of, mention.mentions(self.s.doc, "acronyms"))}
        spans = sorted((span for span in mention.mentions(self.s.doc, "organisations") if not mention.value_of(span).generic), key=lambda span: span.start)
        names = [long.get(mention.value_of(span).name, mention.value_of(span).name) for span in spans]
        if not names:
            return None, 0
        about = {
            name for name, span in zip(names, spans, strict=True) if span.start and self.s.lower[span.start - 1] == "about" and self.s.begins[span.start - 1]
        }
        located = dict.fromkeys(names, 0)
        for name, span in zip(names, spans, strict=True):
            located[name] += span.start > 0 and self.s.lower[span.start - 1 - (self.s.lower[span.start - 1] == "the")] in ("at", "in", "to", "near")
        weights = {name: names.count(name) - 2 * located[name] + 2 * (name == names[0]) + 4 * (name in about) for name in dict.fromkeys(names)}
        most = max(weights, key=lambda name: (weights[name], -names.index(name)))
        first = spans[names.index(most)]
        return (first.start, first.end), weights[most]

    def learn(self, organisation: Tokens) -> None:
        """A name that stands where a post's organisation stands is one, unless it is a place or a topic."""
        s = self.s
        start, end = organisation
        words = lexicon()
        topical = all(is_topic(s.lower[place]) or s.lower[place] in words.stops | words.events | title_words().modifiers for place in range(start, end))
        name = s.text(start, end)
        small = s.lower[end - 1] in title_words().bodies | lexicon().generic and not s.capital[end - 1]
        if name.lower() in REGIONS or (not small and (topical or not s.capital[start])):
            return
        if country_words.is_form(name) or place_table.known(name_words.fold_name(name)):
            return
        mention.propose(s.doc, "organisations", start, end, "organisations.post", mention.OrganisationValue(name, kind_of(name)))

    def after_comma(self, post: Post, start: int) -> None:
        """Takes the name that begins at `start` as the post's body: a known one, or capitals that a comma, full stop or line end closes."""
        s = self.s
        if start >= len(s.words) or s.line[start] != s.line[post.noun] or start in self.starts:
            return
        if start in self.bodies and organisation_names.run(s, start, len(s.words)) <= self.bodies[start]:
            post.organisation = (start, self.bodies[start])
            return
        if not s.capital[start]:
            return
        end = organisation_names.run(s, start, len(s.words))
        while end + 1 < len(s.words) and s.lower[end] == "and" and s.capital[end + 1] and is_topic(s.lower[end - 1]):
            end = organisation_names.run(s, end + 1, len(s.words))
        closed = end == len(s.words) or s.words[end] in (",", ".", ";", "”", '"', ")") or s.words[end].isspace()
        placelike = country_words.end_of(s, start) > start or all(s.entity[place] in ("GPE", "LOC") for place in range(start, end))
        if closed and end > start and not placelike and s.lower[start] not in lexicon().leads and not any(place in self.starts for place in range(start, end)):
            post.organisation = (start, end)

    def behind_comma(self, post: Post) -> None:
        """Reads the body behind "X, Director, BODY", "X, Director and Founder, BODY"."""
        s, place = self.s, post.end
        if post.organisation is not None or place + 1 >= len(s.words):
            return
        if s.lower[place] in ("and", "&", "/") or (s.words[place] == "," and self.at.get(place + 1)):
            following = self.at.get(place + 1) or self.at.get(place + 2)
            if following is not None and not post.occupation:
                self.behind_comma(following)
                post.organisation = following.organisation
            return
        if s.words[place] == ",":
            place += s.lower[place + 1] in ("of", "at", "from") and place + 2 < len(s.words)
            self.after_comma(post, place + 1 + (s.lower[place + 1] == "the"))

    def body_before(self, place: int) -> Tokens | None:
        """The organisation right before a participle, a comma, "which is" or nothing between them."""
        s, end = self.s, place
        while end > 0 and s.lower[end - 1] in (",", "(", "which", "is", "was", "and"):
            end -= 1
        ending = [span for span in mention.mentions(s.doc, "organisations") if span.end == end]
        return max(((span.start, span.end) for span in ending), key=lambda pair: pair[1] - pair[0], default=None)

    def aside(self, span: Span, place: int) -> bool:
        """Whether a body stands behind words in brackets ("School (paid by BODY) and its director")."""
        s = self.s
        opening = next((back for back in range(span.start - 1, max(span.start - 6, 0), -1) if s.words[back] in ("(", ")")), None)
        return opening is not None and s.words[opening] == "(" and opening < span.start - 1 and ")" in s.words[span.end : place]

    def agency(self, span: Span) -> bool:
        """Whether a body opens its line before a dash: the news agency of a dateline."""
        s = self.s
        opens = span.start == 0 or s.line[span.start - 1] != s.line[span.start]
        return opens and s.words[span.end : span.end + 1] in (["-"], ["–"], ["—"], ["--"])

    def nearest_body(self, place: int, *, tells: bool = False) -> Tokens | None:
        """What "its", "our" stands for: the organisation named last in the sentence or the one before; the first of the sentence where
        the holder tells; for "our" the body that speaks."""
        s = self.s
        sentence = s.sentence[place]
        low = s.sentence[sentence - 1] if sentence > 0 else 0
        spans = mention.mentions(s.doc, "organisations")
        found = [span for span in spans if low <= span.start and span.end <= place and not self.aside(span, place) and not self.agency(span)]
        if s.lower[place - 1] == "whose" and not any(place - 6 < span.end < place for span in found):
            return None
        if not found or s.lower[place - 1] == "our":
            return self.speaker[0]
        inside = [span for span in found if span.start >= sentence]
        if tells and inside and s.lower[place - 1] != "whose" and s.lower[place - 2] not in ("by", "and", "with", "through", "from"):
            return min(((span.start, span.end) for span in inside), key=lambda pair: (pair[0], -pair[1]))
        return max(((span.start, span.end) for span in found), key=lambda pair: (pair[1], pair[1] - pair[0]), default=None)
