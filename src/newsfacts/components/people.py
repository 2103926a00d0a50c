"""Proposes people and the roles that the text gives them."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import country_words, mention, organisation_words, person_names, roles, surface, titles
from newsfacts.components.person_names import honorific_end, name_end, name_word, people_words
from newsfacts.components.surface import Surface

SURE = titles.SURE | {"organisations.definition", "organisations.dateline"}


@Language.component("newsfacts_people", assigns=["span._.newsfacts_people", "span._.newsfacts_roles"], requires=["token.pos", "doc.ents"])
def people(doc: Doc) -> Doc:
    if len(doc):
        s = surface.read(doc)
        posts = titles.find(s)
        PeopleFinder(s, posts).find()
        roles.propose(s, posts)
    return doc


class PeopleFinder:
    """Finds the people of one Doc; `blocked` marks tokens of organisations, `taken` those of people."""

    def __init__(self, s: Surface, posts: list[titles.Post]) -> None:
        self.s, self.doc, self.posts = s, s.doc, posts
        self.blocked, self.taken = [False] * len(s.words), [False] * len(s.words)
        for span in mention.mentions(s.doc, "organisations"):
            if span.id_ in SURE and not mention.value_of(span).generic:
                self.blocked[span.start:span.end] = [True] * (span.end - span.start)
        for post in posts:
            if s.capital[post.noun]:
                self.blocked[post.noun] = True

    def find(self) -> None:
        """The surest contexts first; lists and later mentions build on what was found."""
        self.by_honorific()
        self.by_title()
        self.by_apposition()
        self.by_credit()
        self.by_bracket()
        self.by_model()
        self.by_speech()
        self.by_list()
        self.by_line()
        self.by_first_names()
        self.by_members()
        self.by_part()
        self.settle()

    def add(self, start: int, end: int, rule: str, honorifics: tuple[str, ...] = ()) -> bool:
        """Proposes [start, end) and marks its tokens; False where they are taken or no name."""
        if start >= end or any(self.taken[start:end]) or any(self.blocked[start:end]) or self.no_name(start, end):
            return False
        self.taken[start:end] = [True] * (end - start)
        mention.propose(self.doc, "people", start, end, f"people.{rule}", mention.PersonValue(self.s.text(start, end), honorifics))
        return True

    def no_name(self, start: int, end: int) -> bool:
        """Whether all words are honorifics, titles or legal forms."""
        s, words = self.s, titles.title_words()
        known = words.posts | words.occupations | words.modifiers | people_words().honorifics | organisation_words.lexicon().suffixes
        return all(s.lower[place].rstrip(".") in known or s.lower[place] in known or s.lower[place] == "states" for place in range(start, end))

    def extent(self, start: int) -> int:
        """The end of the name at `start`."""
        return name_end(self.s, start, self.blocked)

    def by_honorific(self) -> None:
        """ "Dr. X Y", "H.E. Mr X": what follows honorifics, a single word too."""
        s, place = self.s, 0
        while place < len(s.words):
            start = honorific_end(s, place) if s.capital[place] or s.lower[place] == "the" else place
            if start == place:
                place += 1
                continue
            first = start + 1 if start < len(s.words) - 1 and s.lower[start] in people_words().particles and s.capital[start + 1] else start
            if country_words.is_form(s.text(place, start + 1)):
                place = start + 1
                continue
            end = self.extent(first) if first < len(s.words) and name_word(s, first) and s.line[first] == s.line[place] else start
            if end > first:
                self.add(start, end, "honorific", tuple(s.text(place, start).split()))
            place = max(end, place + 1)

    def by_title(self) -> None:
        """ "Minister X Y", "coordinator X Y"; "the director of Z, X Y,": the capitals behind a post."""
        s = self.s
        for post in self.posts:
            start = post.end
            told = start < len(s.words) and s.words[start] == ","
            if told:
                start += 1
                if not post.definite(s):
                    continue
            if start >= len(s.words) or s.line[start] != s.line[post.noun] or s.headline[start]:
                continue
            if not name_word(s, start) and not (s.lower[start] in people_words().particles and start == post.end):
                continue
            end = self.extent(start)
            if s.lower[start] in people_words().particles and start + 1 < len(s.words) and name_word(s, start + 1):
                end = self.extent(start + 1)
            single = post.end == start and end - start == 1 and s.capital[post.noun] and self.single(start, end) and not post.occupation
            if post.plural and told and not all(s.entity[place] == "PERSON" for place in range(start, end)):
                continue
            if 2 <= end - start <= 5 and not (country_words.is_form(s.text(start, end)) if told else self.placelike(start, end)) or single:
                self.add(start, end, "title")

    def single(self, start: int, end: int) -> bool:
        """Whether one word behind a title may be a surname."""
        s = self.s
        follows = end < len(s.words) and s.capital[end] and s.line[end] == s.line[start]
        return s.entity[start] in ("PERSON", "") and not organisation_words.is_topic(s.lower[start]) and not follows and not country_words.is_form(s.words[start]) and \
            not s.words[start].isupper()

    def led_in(self, start: int) -> bool:
        """Whether a sentence's first word leads in ("Earlier X Y said")."""
        return self.s.begins[start] and self.doc[start].pos_ in ("ADV", "ADP", "SCONJ", "DET", "PRON")

    def placelike(self, start: int, end: int) -> bool:
        """Whether the model takes all words for a place, or they name a country."""
        s = self.s
        return all(s.entity[place] in ("GPE", "LOC", "FAC", "NORP", "DATE", "EVENT", "LAW") for place in range(start, end)) or country_words.is_form(s.text(start, end))

    def by_apposition(self) -> None:
        """ "X Y, director of Z": the capitals before a post that a comma sets off."""
        s = self.s
        for post in self.posts:
            comma = post.start - 1
            while comma > 0 and s.lower[comma] in ("the", "a", "an", "our", "its", "their"):
                comma -= 1
            if comma <= 0 or s.words[comma] != "," or s.headline[comma]:
                continue
            start = self.name_before(comma)
            if start is not None and 2 <= comma - start <= 6 and not self.placelike(start, comma):
                self.add(start, comma, "apposition")

    def name_before(self, end: int) -> int | None:
        """Where the name that ends at `end` begins."""
        s, start = self.s, end
        while start > 0 and end - start < 7 and s.line[start - 1] == s.line[end] and not self.blocked[start - 1] and not self.taken[start - 1]:
            if name_word(s, start - 1) or s.lower[start - 1] in people_words().particles or s.words[start - 1] in ("-", "'", "’") and s.glued_any(start - 1):
                start -= 1
            else:
                break
        while start < end and (not name_word(s, start) or self.led_in(start)):
            start += 1
        return start if start < end and self.extent(start) == end else None

    def by_credit(self) -> None:
        """ "By X Y" on a line of its own, "(Photo: X Y)", "Text and photo / X Y"."""
        s = self.s
        for place in range(len(s.words) - 2):
            opens = place == 0 or s.line[place] != s.line[place - 1]
            cue = s.lower[place] == "by" and opens
            credit = s.lower[place] in ("photo", "photos", "photograph", "text", "picture", "image", "images", "pictures", "credit", "photographer", "reporting", "story", "words")
            start = place + 1
            if credit and s.lower[start] in ("/", ":", "by", "–", "-", "courtesy") or (credit and s.words[start].isspace()):
                start += 1
                start += start < len(s.words) and s.lower[start] in ("by", "of", ":")
                start = honorific_end(s, start) if start < len(s.words) else start
                cue = True
            if not cue or start >= len(s.words) or not name_word(s, start):
                continue
            end = self.extent(start)
            if 2 <= end - start <= 5 and not self.placelike(start, end):
                self.add(start, end, "credit")

    def by_bracket(self) -> None:
        """ "X Y (University of Z)", "X Y (34)", "X Y, 67,": capitals before an affiliation or an age."""
        s = self.s
        bodies = {span.start: span.end for span in mention.mentions(self.doc, "organisations")}
        for place in range(2, len(s.words) - 2):
            age = s.words[place + 1].isdigit() and len(s.words[place + 1]) == 2 and s.words[place + 2] in (",", ")")
            body = s.words[place] == "(" and bodies.get(place + 1, 0) and s.words[bodies[place + 1]:bodies[place + 1] + 1] in ([")"], [","], ["/"], ["and"])
            if s.words[place] not in (",", "(") or not (age or body) or s.headline[place]:
                continue
            start = self.name_before(place)
            if start is None or not 2 <= place - start <= 6 or country_words.is_form(s.text(start, place)):
                continue
            if age and s.words[place] == "(" or not self.defines(start, place) and not any(organisation_words.is_topic(s.lower[inside]) for inside in range(start, place)):
                self.add(start, place, "bracket")

    def defines(self, start: int, bracket: int) -> bool:
        """Whether the brackets hold the acronym of the words before them."""
        return any(start <= mention.value_of(span).long_tokens[0] < bracket and span.start == bracket + 1 for span in mention.mentions(self.doc, "acronyms"))

    def by_model(self) -> None:
        """What the model takes for a person, with the name's own bounds, where nothing speaks against it."""
        s = self.s
        for entity in self.doc.ents:
            if entity.label_ != "PERSON":
                continue
            start, stop = entity.start, entity.end
            while start < stop and (not name_word(s, start) or self.blocked[start]):
                start += 1
            if start >= stop or any(self.taken[start:stop]) or s.shouted[start]:
                continue
            while start > 0 and name_word(s, start - 1) and not s.begins[start] and s.line[start - 1] == s.line[start] and not self.blocked[start - 1] and not self.taken[start - 1]:
                start -= 1
            end = self.extent(start)
            if self.is_person(start, end):
                self.add(start, end, "model")

    def is_person(self, start: int, end: int) -> bool:
        """Whether what the model calls a person is likely one."""
        s = self.s
        if end <= start or country_words.is_form(s.text(start, end)) or s.headline[start]:
            return False
        lexicon = organisation_words.lexicon()
        odd = any(organisation_words.is_topic(s.lower[place]) or s.lower[place].rstrip("s") in lexicon.heads or shouting(s.words[place]) for place in range(start, end))
        place_before = start > 0 and s.lower[start - 1] in ("in", "at", "near", "into", "across", "on", "via", "using")
        post_before = any(post.noun < start <= post.end for post in self.posts if post.stated_behind)
        if odd or place_before or post_before or (end < len(s.words) and s.capital[end] and s.lower[end] in organisation_words.lexicon().events | organisation_words.lexicon().heads.keys()
                            and s.line[end] == s.line[start]):
            return False
        if end - start == 1:
            return not s.words[start].isupper() and not any(char.isupper() for char in s.words[start][1:]) and s.doc[start].pos_ == "PROPN" and self.lone(start)
        return True

    def lone(self, place: int) -> bool:
        """Whether a single name is a person's by its place: the subject of a verb, first of no list."""
        s, token = self.s, self.doc[place]
        listed = place + 1 < len(s.words) and s.lower[place + 1] in (",", "and") or place > 0 and s.lower[place - 1] in (",", "and")
        return token.dep_ == "nsubj" and token.head.pos_ == "VERB" and not listed

    def by_speech(self) -> None:
        """ "said X Y", "X Y explained"."""
        s, verbs = self.s, people_words().speech
        for place, token in enumerate(self.doc):
            if token.pos_ != "VERB" or token.lemma_.lower() not in verbs:
                continue
            following = place + 1
            if following < len(s.words) and name_word(s, following) and s.lower[place] in ("said", "says", "explains", "explained", "added", "adds") and not s.headline[place]:
                end = self.extent(following)
                if 2 <= end - following <= 5 and not self.placelike(following, end):
                    self.add(following, end, "speech")
            start = self.name_before(place)
            if start is not None and 2 <= place - start <= 5 and not self.placelike(start, place) and not s.headline[place] and not s.begins[place]:
                if all(s.entity[inside] != "ORG" for inside in range(start, place)):
                    self.add(start, place, "speech")

    def by_list(self) -> None:
        """Neighbours of people in a list: names of two to four words between commas and "and", or lines of a list."""
        s = self.s
        for _ in range(3):
            grown = False
            for span in mention.mentions(self.doc, "people"):
                grown |= self.neighbour_after(span.end) or self.neighbour_before(span.start)
            if not grown:
                return

    def neighbour_after(self, place: int) -> bool:
        s, start = self.s, place
        while start < len(s.words) and s.lower[start] in (",", "and", "&"):
            start += 1
        if start == place or start >= len(s.words) or s.line[start] != s.line[place - 1]:
            return False
        end = self.extent(start) if name_word(s, start) else start
        return 2 <= end - start <= 4 and self.listed(start, end) and self.add(start, end, "list")

    def neighbour_before(self, place: int) -> bool:
        s, end = self.s, place
        while end > 0 and s.lower[end - 1] in (",", "and", "&"):
            end -= 1
        if end == place or end <= 0:
            return False
        start = self.name_before(end)
        return start is not None and 2 <= end - start <= 4 and self.listed(start, end) and self.add(start, end, "list")

    def listed(self, start: int, end: int) -> bool:
        """Whether a neighbour in a list may be a person: no place or body to the model, no topic."""
        s = self.s
        return not country_words.is_form(s.text(start, end)) and all(s.entity[place] in ("PERSON", "", "ORG", "GPE") for place in range(start, end)) and \
            not any(organisation_words.is_topic(s.lower[place]) for place in range(start, end)) and not s.words[start].isupper() and self.s.words[start] not in organisation_words.lexicon().known

    def by_line(self) -> None:
        """Lines of a list that hold a name, with a comma, bracket or nothing behind it: where some are people, all are."""
        s = self.s
        entries = [(begin, self.extent(begin) if name_word(s, begin) else begin) for begin in self.line_starts()]
        groups: list[list[tuple[int, int]]] = [[]]
        for start, end in entries:
            closed = end < len(s.words) and (s.words[end] in (",", "(", "–", "-", "—") or s.words[end].isspace()) or end == len(s.words)
            if 2 <= end - start <= 6 and closed and len(s.text(start, end).split()) >= 2:
                groups[-1].append((start, end))
            elif groups[-1]:
                groups.append([])
        for group in groups:
            people = sum(self.taken[start] or all(s.entity[place] == "PERSON" for place in range(start, end)) for start, end in group)
            if group and (len(group) >= 3 and people * 3 >= len(group) or self.opened(group[0][0])):
                for start, end in group:
                    if not country_words.is_form(s.text(start, end)):
                        self.add(start, end, "line")

    def opened(self, start: int) -> bool:
        """Whether a title in the plural and a colon open the list that begins here."""
        s, place = self.s, start - 1
        while place > 0 and (s.words[place].isspace() or s.words[place] in ("-", "•", "*", "–", "·")):
            place -= 1
        return s.words[place] == ":" and any(post.plural and s.line[post.noun] == s.line[place] for post in self.posts)

    def by_members(self) -> None:
        """ "members of BODY (Ana, Ben, Carla)": names in brackets behind a title in the plural."""
        s = self.s
        for post in self.posts:
            if not post.plural or post.end >= len(s.words) or s.words[post.end] != "(":
                continue
            close = next((place for place in range(post.end, min(post.end + 40, len(s.words))) if s.words[place] == ")"), post.end)
            place, found = post.end + 1, []
            while place < close:
                end = self.extent(place) if name_word(s, place) else place
                if end == place or end < close and s.lower[end] not in (",", "and", "&", "(", ";"):
                    break
                found.append((place, end))
                place = end
                while place < close and s.lower[place] in (",", "and", "&", ";"):
                    place += 1
            if any(shouting(s.words[start]) or s.words[start].isupper() for start, _ in found):
                continue
            if place >= close and found and not all(country_words.is_form(s.text(*pair)) for pair in found):
                for start, end in found:
                    self.add(start, end, "members")

    def line_starts(self) -> list[int]:
        """The first word of each line that has any, bullets and honorifics left out."""
        s, found = self.s, []
        for place in range(len(s.words)):
            if place == 0 or s.line[place] != s.line[place - 1]:
                start = place
                while start < len(s.words) - 1 and s.line[start] == s.line[place] and (s.words[start] in ("-", "•", "*", "–", "·") or s.words[start].isspace()):
                    start += 1
                if s.line[start] == s.line[place] and not s.words[start].isspace():
                    found.append(honorific_end(s, start) if honorific_end(s, start) < len(s.words) else start)
        return found

    def by_first_names(self) -> None:
        """Single names in a list of three or more, most of which the model takes for people: "Ana, Ben and Carla"."""
        s, place = self.s, 0
        while place < len(s.words):
            items, end = [], place
            while end < len(s.words) and s.capital[end] and name_word(s, end) and not self.blocked[end] and s.line[end] == s.line[place]:
                items.append(end)
                end += 1
                while end < len(s.words) and s.lower[end] in (",", "and", "&"):
                    end += 1
                if end == items[-1] + 1:
                    break
            led = place > 0 and s.lower[place - 1] in ("in", "at", "to", "from", "near", "across", "of", "between", "and", "districts", "towns", "cities", "provinces", "like", "as")
            if len(items) >= 3 and not led and sum(s.entity[item] == "PERSON" or self.taken[item] for item in items) * 2 >= len(items):
                for item in items:
                    if not country_words.is_form(s.words[item]) and not shouting(s.words[item]):
                        self.add(item, item + 1, "first-names")
            place = max(end, place + 1)

    def settle(self) -> None:
        """A name that is a person's is no organisation that was only weighed."""
        spans = mention.mentions(self.doc, "organisations")
        kept = [span for span in spans if span.id_ in SURE or not any(self.taken[span.start:span.end])]
        if len(kept) < len(spans):
            mention.keep(self.doc, "organisations", kept)

    def by_part(self) -> None:
        """Later mentions by a surname or a first name alone."""
        s, parts = self.s, {}
        for span in mention.mentions(self.doc, "people"):
            names = [token.text for token in span if token.text[0].isupper() and len(token.text) > 2]
            for name in (names[0], names[-1]) if len(names) > 1 else ():
                parts[name] = True
        for place, word in enumerate(s.words):
            if word not in parts or self.taken[place] or self.blocked[place] or s.headline[place]:
                continue
            before = place > 0 and s.capital[place - 1] and s.line[place - 1] == s.line[place] and not s.begins[place] and not self.blocked[place - 1]
            after = place + 1 < len(s.words) and s.capital[place + 1] and s.line[place + 1] == s.line[place] and s.words[place + 1] != "I"
            if not before and not after and s.entity[place] not in ("GPE", "LOC"):
                self.add(place, place + 1, "part")


def shouting(word: str) -> bool:
    """Whether a word has capitals that people's names have not: all of them, or some inside ("ResLab"; "McKay", "O'Neil", "DeLuca" are names)."""
    if len(word) < 3 or "." in word:
        return False
    inner = [place for place in range(1, len(word)) if word[place].isupper() and word[place - 1] not in "'’-"]
    if word.isupper():
        return True
    return bool(inner) and not word.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "Ó", "D'", "Du", "Al"))
