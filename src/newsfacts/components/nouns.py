"""Tells what class a noun is of: person, care, body, goods, document, award, agreement, funding, event."""
from __future__ import annotations

import functools

from spacy.tokens import Token

from newsfacts import rules
from newsfacts.components.event_names import event_type
from newsfacts.components.mention import mentions, value_of

IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "midwives": "midwife", "alumni": "alumnus", "curricula": "curriculum", "lenses": "lens", "staff": "staff", "personnel": "personnel",
             "businesswomen": "businesswoman", "businessmen": "businessman", "criteria": "criterion", "series": "series", "lives": "life", "wives": "wife", "buses": "bus", "campuses": "campus", "gasmasks": "gasmask"}
PERSON_ENDINGS = ("ologist", "iatrist", "ician", "iatrician", "grapher", "keeper", "worker", "holder", "maker", "owner", "goer", "people", "women", "men", "trainer", "teacher", "ee", "nurse")


@functools.cache
def members(name: str) -> frozenset[str]:
    """The nouns of a class."""
    return frozenset(rules.table("nouns").get(name, ()))


def lemma(token: Token) -> str:
    """A noun's singular in lower case, also where a capital misleads the lemmatiser."""
    word = token.lower_
    if word in IRREGULAR:
        return IRREGULAR[word]
    if token.tag_ in ("NNS", "NNPS") or (token.pos_ == "PROPN" and word.endswith("s") and not word.endswith("ss")):
        for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word[:-len(ending)] + instead
    return word


def is_a(token: Token, name: str) -> bool:
    """Whether a noun is of a class; `organisation` and `money` look at the mentions, `event` at the event nouns, `any` takes every noun."""
    if name == "any":
        return token.pos_ in ("NOUN", "PROPN")
    if name == "organisation":
        return covered(token, "organisations")
    if name == "money":
        return any(value_of(span).kind == "money" for span in mentions(token.doc, "counts") if span.start <= token.i < span.end)
    if name == "event":
        return event_type(token) is not None or covered(token, "event_names") or lemma(token) in ("edition", "event", "cohort", "round", "clinic", "project", "competition", "challenge", "location", "lecture")
    if name == "thing":
        return token.pos_ in ("NOUN", "PROPN") and lemma(token) not in members("abstract") and not any(is_a(token, other) for other in ("person", "event", "money", "award", "agreement", "funding")) and not covered(token, "people") and not covered(token, "countries") and not covered(token, "places") and not covered(token, "dates") and not covered(token, "durations")
    if name == "patient":
        return is_a(token, "person") and not covered(token, "organisations")
    word = lemma(token)
    if word in members(name):
        return True
    return name == "person" and (token.tag_ in ("NNS", "NNPS", "NN") and (word.endswith(PERSON_ENDINGS) or demonym(token)))


def demonym(token: Token) -> bool:
    """Whether a noun names people by their country: "320 Hondurans"."""
    return any(span.start <= token.i < span.end and span.end == token.i + 1 and getattr(value_of(span), "form", "") in ("demonym", "adjective") for span in mentions(token.doc, "countries"))


def covered(token: Token, kind: str) -> bool:
    """Whether a token stands in a mention of a kind."""
    return any(span.start <= token.i < span.end for span in mentions(token.doc, kind))
