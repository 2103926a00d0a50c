"""Finds what a post is in where the title does not say: behind a comma, a ministry of the field, the fitting body of the sentence."""

from __future__ import annotations

from spacy.tokens import Span

from newsfacts import rules
from newsfacts.components import country_words, mention, name_words, organisation_names, place_table, titles
from newsfacts.components.given_names import given
from newsfacts.components.organisation_words import is_topic, lexicon
from newsfacts.components.role_lookup import RoleLookup, Tokens
from newsfacts.components.surface import APOSTROPHES
from newsfacts.components.title_fields import REGIONS
from newsfacts.components.titles import Post, title_words

MINISTERIAL = ("minister", "commissioner", "secretary", "secretary of state")
"""Ends of titles of those who head or steer ministries."""
FOREIGN = frozenset(["PERSON", "DATE", "NORP", "GPE"])
"""What the model calls names of others than bodies."""
EVENTS = frozenset(rules.table("posts")["of_events"]["words"].split())
"""First words of titles that one has at an event."""
COMPANY = frozenset(rules.table("posts")["of_bodies"]["words"].split())
"""Titles that only bodies give."""
AUTHORS = frozenset(rules.table("posts")["of_authors"]["words"].split())
"""Words of titles that bodies alone give, so that the body which the article is about may be meant."""
GATHERINGS = tuple(f" of the {word}" for word in rules.table("posts")["gatherings"]["words"].split())
"""Ends of titles that one has at an event or among its people."""
OF_STATES = frozenset(rules.table("posts")["of_states"]["words"].split())
"""First words of titles that states and villages give, whose body is not looked for."""
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


class RoleBodies(RoleLookup):
    """What posts are in where the title does not say."""

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

    def fitting(self, post: Post, holder: Span | None = None) -> Tokens | None:
        """The body that a post is in where none stands beside it: one of its kind named before it, else the one named most."""
        kind, s = titles.fits(post), self.s
        first = post.title.lower().split()[:1]
        if (named := self.capitals_before(post, holder) or self.headed(post)) is not None or post.via == "owned":
            return named
        if (first and first[0] in EVENTS) or post.title.endswith(GATHERINGS):
            return None
        if first and first[0] in OF_STATES:
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
            inside = [span for span in found if span.start >= sentence]
            if inside and self.crossed(max(span.end for span in inside), post.start, holder):
                return None
            opening = post.topic is None and post.start <= sentence + 1 and titles.singular(s.lower[post.noun]) in CHIEFS
            found = inside or ([span for span in found if span.start >= s.sentence[sentence - 1]] if opening and sentence else [])
        if kind == "faculty":
            found = self.faculties(post) or [span for span in found if span.start >= sentence]
        if kind == "university":
            found = [span for span in found if mention.value_of(span).kind == kind] or found
        near = max(((span.start, span.end) for span in found), key=lambda pair: (pair[1], pair[1] - pair[0]), default=None)
        return self.main_body() if near is None and AUTHORS & set(words) else near

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
        placed = not owned and place_table.known(name_words.fold_name(s.text(start, end)))
        if start < end and not placed and (known := self.begun_by(s.text(start, end), post)) is not None:
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
        if not closed and not s.begins[start]:
            end, closed = self.bracket_end(start, end)
        placelike = country_words.end_of(s, start) > start or all(s.entity[place] in ("GPE", "LOC") for place in range(start, end))
        if closed and end > start and not placelike and s.lower[start] not in lexicon().leads and not any(place in self.starts for place in range(start, end)):
            post.organisation = (start, end)

    def bracket_end(self, start: int, end: int) -> tuple[int, bool]:
        """The end of a bracket that holds a title and its body ("(head teacher, Gymnasium am See)"), and whether nothing but words is left in it."""
        s = self.s
        close = next((place for place in range(end, min(end + 6, len(s.words))) if not s.words[place].isalpha()), end)
        opened = any(s.words[place] == "(" for place in range(max(start - 8, 0), start))
        told = close > end and opened and s.words[close : close + 1] == [")"] and s.capital[close - 1] and s.pos[end] != "VERB"
        return (close, True) if told else (end, False)

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
