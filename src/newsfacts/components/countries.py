"""Proposes countries by name, adjective and demonym."""
from __future__ import annotations

import functools
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components.country_table import Form, alpha_3, code_of, forms, name_of, of_country
from newsfacts.components.mention import CountryValue, Tokens, propose
from newsfacts.components.name_words import Text, read, run_length
from newsfacts.rules import table

__all__ = ["alpha_3", "code_of", "countries", "find", "name_of"]

LONGEST = 9
"""Words of the longest name."""
FROZEN = ("needs", "not_with", "not_after", "not_before", "senses")
"""The word lists of the data that become sets."""


class Found(NamedTuple):
    """A form found in a text: words [first, last) of `words`, its folded form, its country."""

    first: int
    last: int
    key: str
    code: str
    kind: str


@Language.component("newsfacts_countries", assigns=["span._.newsfacts_countries"], requires=[])
def countries(doc: Doc) -> Doc:
    """Proposes each country that the text mentions."""
    text = read(doc)
    for found in find(text):
        start, end = tokens_of(text, found)
        value = CountryValue(found.code, found.kind)
        if propose(doc, "countries", start, end, f"countries.{found.kind}", value) is None and end < len(doc):
            propose(doc, "countries", start, end + 1, f"countries.{found.kind}", value)   # two in one token: "U.S.-Malawi"
    return doc


def tokens_of(text: Text, found: Found) -> Tokens:
    """The tokens that a form covers, whole ones."""
    return text.tokens(found.first, found.last)


def find(text: Text) -> list[Found]:
    """The countries that a text mentions, in order."""
    found, place, table_of_forms = [], 0, forms()
    while place < len(text.words):
        word = text.words[place]
        candidates = table_of_forms.get(word.folded)
        match = longest(text, place, candidates) if candidates and word.capital else None
        if match and (judged := judge(text, match)):
            found.append(judged)
        place = match.last if match else place + 1
    return found


def longest(text: Text, place: int, candidates: dict[str, Form]) -> Found | None:
    """The longest form that begins with a word."""
    for length in range(run_length(text.raw, text.words, place, LONGEST), 0, -1):
        key = " ".join(word.folded for word in text.words[place:place + length])
        form = candidates.get(key)
        if form and as_written(text, place, place + length, form):
            return Found(place, place + length, key, form.code, form.kind)
    return None


def as_written(text: Text, first: int, last: int, form: Form) -> bool:
    """Whether the letters' case is that of a name, or that of the acronym."""
    words = text.words[first:last]
    if form.exact:
        return "".join(text.raw[word.start:word.end] for word in words) == form.exact
    return words[-1].capital


@functools.cache
def contexts() -> dict[str, Any]:
    """The context words, as sets."""
    data = table("countries")
    made: dict[str, Any] = {name: {key: frozenset(words) for key, words in data[name].items()} for name in FROZEN}
    return made | {"person_names": frozenset(data["person_names"]["words"]), "either": data["either"]}


def judge(text: Text, found: Found) -> Found | None:
    """The form with the country that it stands for here; None where it stands for none."""
    context = contexts()
    needs = context["needs"].get(found.key)
    if (needs and not any(map(text.has, needs))) or any(map(text.has, context["not_with"].get(found.key, ()))):
        return None
    if other_name(text, found) or other_sense(text, found) or person(text, found):
        return None
    choices = context["either"].get(found.key)
    return choose(text, found, choices) if choices else found


def choose(text: Text, found: Found, choices: dict[str, list[str]]) -> Found | None:
    """A form of two countries, as the article's words tell; without any, the first that data names. A state of the United States is no country."""
    votes = {code: sum(map(text.has, words)) for code, words in choices.items()}
    code = max(choices, key=lambda name: votes[name])
    return None if found.key == "georgia" and code == "US" else found._replace(code=code)


def neighbour(text: Text, place: int, left: int, right: int) -> str:
    """The folded word at `place` where nothing but space, hyphen or apostrophe parts it from words left..right; else the empty text."""
    if not 0 <= place < len(text.words):
        return ""
    word = text.words[place]
    gap = text.raw[text.words[right].end:word.start] if place > right else text.raw[word.end:text.words[left].start]
    return word.folded if gap.strip(" \n\u00a0-‐‑–'’sS$.") == "" and "\n\n" not in gap else ""


def beside(text: Text, found: Found) -> tuple[str, str]:
    """The words before and after a form."""
    left, right = found.first, found.last - 1
    return neighbour(text, left - 1, left, right), neighbour(text, right + 1, left, right)


def other_name(text: Text, found: Found) -> bool:
    """Whether the words beside make it the name of something else ("New Mexico", "Niger Delta", "Cuba Street")."""
    context = contexts()
    before, after = beside(text, found)
    two_before = " ".join(word.folded for word in text.words[max(found.first - 2, 0):found.first])
    if found.key in context["not_after"].get(before, ()) or found.key in context["not_after"].get(two_before, ()):
        return True
    if after in context["not_before"].get(found.key, ()):
        return True
    return after in context["senses"]["street"] and text.words[found.last].capital


def other_sense(text: Text, found: Found) -> bool:
    """Whether it is a language or a currency."""
    senses = contexts()["senses"]
    _, after = beside(text, found)
    end = text.words[found.last - 1].end
    if found.key in senses["hyphen"]:
        return text.raw[end:end + 1] not in ("-", "‐", "‑", "–")
    if after in senses["currency"] or text.raw[end:end + 2].strip(" .")[:1] in ("$", "£", "€"):
        return True
    return found.kind == "adjective" and language(text, found, after)


def language(text: Text, found: Found, after: str) -> bool:
    """Whether an adjective names a language: by the word after it, or standing without a noun after "in", "speak", "translated into"."""
    senses = contexts()["senses"]
    start, end = tokens_of(text, found)
    if after in senses["language"] or text.doc[start].ent_type_ == "LANGUAGE":
        return True
    if found.key == "english":
        return after not in senses["english"]
    follows = text.doc[end] if end < len(text.doc) else None
    if follows is not None and (follows.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or follows.text in ("-", "'s", "’s")):
        return False
    place = start - 1
    while place > 0 and (text.doc[place].text in (",", "and", "or", "/") or text.doc[place].pos_ in ("ADJ", "PROPN")):
        place -= 1
    return place >= 0 and text.doc[place].lower_ in senses["language_before"] and place_of_language(text, place, start)


def place_of_language(text: Text, cue: int, start: int) -> bool:
    """Whether the cue stands right before the adjective or before a list of languages."""
    return all(not token.is_alpha or token.lower_ in ("and", "or", "both", "either") or of_country(token.lower_) or token.pos_ == "PROPN"
               for token in text.doc[cue + 1:start])


def person(text: Text, found: Found) -> bool:
    """Whether it is part of a person's name."""
    start, end = tokens_of(text, found)
    if any(left <= start and end <= right and right - left > end - start for left, right in text.named):
        return True
    if found.key not in contexts()["person_names"] or text.doc[start].ent_type_ != "PERSON":
        return False
    within = [token.ent_type_ for token in text.doc[max(start - 1, 0):end + 1]]
    return within.count("PERSON") > end - start
