"""Tells which person, place or body a title, a word of government or a short name stands for: "the priest, Juan Vela", "the minister", "the City of X"."""
from __future__ import annotations

from spacy.tokens import Token

from newsfacts.assemble.cluster import Entity, fold
from newsfacts.assemble.reference import Entities
from newsfacts.components.mention import Tokens, mentions, value_of
from newsfacts.components.nouns import members

BEHIND = 10
"""Tokens behind a title in which the name of its holder begins."""
LINKS = (",", "of", "for", "in")
"""Words between a title and its holder that are no nouns."""


def standing_in(entities: Entities, root: Token) -> Entity | None:
    """Whom a noun that names nobody stands for."""
    found = governed(entities, root) or shortened(entities, root) or titled(entities, root)
    if found is not None:
        return found
    owners = (inner for child in root.children if child.dep_ == "prep" and child.lower_ in ("of", "from") for inner in child.children if inner.dep_ == "pobj")
    return next((known for owner in owners if (known := shortened(entities, owner)) is not None), None)


def governed(entities: Entities, root: Token) -> Entity | None:
    """The town or region of "the City of X", "the municipality of X", "the X district"."""
    if root.lower_ not in members("governing"):
        return None
    inner = [each for child in root.children if child.dep_ == "prep" and child.lower_ == "of" for each in child.children if each.dep_ == "pobj"]
    inner.extend(child for child in root.children if child.dep_ == "compound")
    return next((entities.at_token["place", one.i] for one in inner if ("place", one.i) in entities.at_token), None)


def shortened(entities: Entities, root: Token) -> Entity | None:
    """The body told before by a name that a lone capitalised word, or a name in capitals, begins or is: "the Fundação" of "Fundação Mar Azul"."""
    if not root.text[:1].isupper() or root.pos_ not in ("PROPN", "NOUN") or root.ent_type_ in ("PERSON", "GPE", "DATE"):
        return None
    whole = fold(root.doc[root.left_edge.i:root.i + 1].text)
    known = [one for one in entities.organisations if one.key == whole or (one.key.startswith(whole + " ") and len(whole) > 3)]
    return known[0] if len(known) == 1 else None


def titled(entities: Entities, root: Token) -> Entity | None:
    """Who holds a title: the one named right behind it, else, for "the minister", the last one told before by a title with that word."""
    found = holder_behind(entities, root)
    if found is not None or root.lower_ not in members("office") or not any(child.lower_ == "the" for child in root.children):
        return found
    return holder_before(entities, root)


def holder_behind(entities: Entities, root: Token) -> Entity | None:
    """The person named behind a title and what it is of: "the Minister of Ferries, X"; behind other nouns only one that the parser sets beside them."""
    for token in root.doc[root.i + 1:min(root.i + BEHIND, root.sent.end)]:
        found = entities.at_token.get(("person", token.i))
        if found is not None:
            return found if root.lower_ in members("office") or token.head == root or token.dep_ == "appos" else None
        if token.pos_ not in ("PROPN", "NOUN", "ADJ", "DET") and token.lower_ not in LINKS:
            return None
    return None


def holder_before(entities: Entities, root: Token) -> Entity | None:
    """The last person told before a noun by a title that has the noun."""
    for span in reversed(mentions(root.doc, "roles")):
        value = value_of(span)
        if span.start < root.i and root.lower_ in value.title.lower().split():
            found = next((entities.at_token["person", start] for start, _ in value.people if ("person", start) in entities.at_token), None)
            if found is not None:
                return found
    return None


def first_named(entities: Entities, tokens: Tokens, found: Entity) -> Entity:
    """The first of two bodies that share a phrase that the parser took for one name: "by X University and Y University"."""
    doc, root = entities.doc, entities.doc[tokens[0]:tokens[1]].root
    start = min((span.start for span in (*found.spans, *found.acronym_spans, *found.later) if span.start <= root.i < span.end), default=root.i)
    if start - 1 <= tokens[0] or doc[start - 1].lower_ not in ("and", "&", ","):
        return found
    return next((entities.at_token["organisation", place] for place in range(tokens[0], start - 1) if ("organisation", place) in entities.at_token), found)
