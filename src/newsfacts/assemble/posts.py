"""Tells what the posts of an article are in: the body beside the title, the body that speaks behind "our" and signatures; a region by its name as told."""
from __future__ import annotations

import functools
import re

from spacy.tokens import Doc, Span

from newsfacts import rules
from newsfacts.assemble.authors import author, letterhead
from newsfacts.assemble.cluster import Entity, content, fold
from newsfacts.assemble.reference import REGIONS, Entities
from newsfacts.components.layout import block_of
from newsfacts.components.mention import RoleValue, mentions_over, value_of
from newsfacts.components.role_bodies import CHIEFS
from newsfacts.components.title_bodies import GOVERNORS
from newsfacts.components.title_words import singular, title_words
from newsfacts.model import Ref

CLOSING, SHORT = 60, 18
"""Tokens at the end of a text that may hold signatures; tokens of a line that may be one."""
LOOSE_TIES = frozenset(rules.table("posts")["loose"]["words"].split())
"""Titles within a project or an event."""
BELONGING = frozenset(["organiser", "organizer", "co-organiser", "co-organizer", "volunteer", "member", "leader", "lead"])
"""Those whom a body may call its own, though the body of such titles is not looked for elsewhere."""
ENVOYS = frozenset(rules.table("posts")["envoys"]["words"].split())
"""Words of titles that states give."""
TOWNSMEN = frozenset(rules.table("posts")["of_towns"]["words"].split())
"""Nouns of further posts that a town may have."""
STATES = frozenset(["republic", "kingdom", "federation", "emirates"])
"""Words that close the full names of countries."""


def body(doc: Doc, role: Span, person: Entity, entities: Entities) -> Entity | None:
    """What a post is in; for "our director" and for those who sign, the body that the article is by."""
    value: RoleValue = value_of(role)
    if (beside := beside_name(doc, role, person, entities)) is not None:
        return beside
    if value.via == "coreference" and ENVOYS & set(value.title.lower().split()) and (country := country_before(role, entities)) is not None:
        return country
    own = role.start > 0 and doc[role.start - 1].lower_ == "our" and not (noun_of(value.title) in of_states() and noun_of(value.title) not in BELONGING)
    if (own and value.via == "coreference") or (value.organisation is None and (own or signs(doc, role))):
        found = author(entities)
        if found is not None or value.organisation is None:
            return found
    told = within(value, entities)
    return author(entities) if told is None and (signs(doc, role) or (heads(doc, role) and lettered(doc, author(entities)))) else told


def heads(doc: Doc, role: Span) -> bool:
    """Whether "the Chairman", "our Curator" or a title that opens its sentence is of one who steers a body."""
    before = role.start - 1
    return noun_of(value_of(role).title) in CHIEFS and (before < 0 or doc[before].lower_ in ("the", "our") or doc[role.start].is_sent_start is True)


def lettered(doc: Doc, found: Entity | None) -> bool:
    """Whether a body's name is the head of the sheet that a text is from."""
    return found is not None and any(letterhead(doc, span) for span in [*found.spans, *found.later])


def country_before(role: Span, entities: Entities) -> Entity | None:
    """The country named last before a title, in its sentence."""
    told = [(span.start, place) for place, one in enumerate(entities.countries) for span in one.spans if role.sent.start <= span.start < role.start]
    return entities.countries[max(told)[1]] if told else None


def within(value: RoleValue, entities: Entities) -> Entity | None:
    """What the stretch beside a title names; a town only for those who govern one, judge or preach."""
    found = entities.post_of(value.organisation) if value.organisation else None
    noun = noun_of(value.title).split("-")[-1]
    town = found is not None and found.kind == "place" and found.type == "city"
    return None if town and noun not in of_states() | GOVERNORS | TOWNSMEN | title_words().occupations else found


def beside_name(doc: Doc, role: Span, person: Entity, entities: Entities) -> Entity | None:
    """The body or country behind a holder's own name: "representatives X (BODY) and Y (BODY)", "Presidents X of COUNTRY and Y of COUNTRY"."""
    value: RoleValue = value_of(role)
    noun, told = noun_of(value.title), value.organisation
    if noun in LOOSE_TIES or role.id_ == "roles.title.list" or (told is not None and (told[1] > told[0] + 1 or not doc[told[0]].is_lower)):
        return None
    for start, end in value.people:
        if entities.at_token.get(("person", start)) is not person or end + 2 >= len(doc):
            continue
        place = end + 1 + (doc[end + 1].lower_ == "the")
        if doc[end].text == "(" and noun not in of_states() and any(doc[behind].text == ")" for behind in range(place, min(place + 9, len(doc)))):
            found = entities.at_token.get(("organisation", place))
            return None if found is None or found.key in rules.table("posts")["behind_names"]["words"].split() else found
        if doc[end].lower_ == "of" and told is None and len(value.people) > 1:
            return entities.at_token.get(("country" if noun in of_states() or noun == "president" else "organisation", place))
    return None


@functools.cache
def of_states() -> frozenset[str]:
    """Nouns of posts in states and towns, and of those who speak or help at an event."""
    return frozenset(rules.table("titles")["fits"]["none"].split())


def noun_of(title: str) -> str:
    """The noun of a title in the singular, what stands behind "of", "for" and commas left out."""
    words = re.split(r" (?:of|for|to|in|on) |,", title.lower(), maxsplit=1)[0].split()
    return singular(words[-1]) if words else ""


def signs(doc: Doc, role: Span) -> bool:
    """Whether a title stands in a line of contacts or in a short one without a verb at a text's end, and is none that one has by training."""
    noun = noun_of(value_of(role).title)
    if noun in title_words().occupations or noun in of_states():
        return False
    if block_of(role[0]) == "contact":
        return True
    line = next(iter(mentions_over(doc, "layout", role.start)), None)
    if line is None or len(line) > SHORT or role.end < len(doc) - CLOSING:
        return False
    return not any(token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG") for token in line)


def named(doc: Doc, role: Span, found: Entity | None) -> Ref | None:
    """A pointer to what a post is in; a region or country bears the name that the title gives it, with "Province", "Republic"."""
    tokens = value_of(role).organisation
    if found is None or found.kind not in ("place", "country") or tokens is None:
        return None if found is None else pointer(found, found.name)
    start, end = tokens
    end += end < len(doc) and doc[end].lower_ in REGIONS and doc[end - 1].text[0].isupper()
    start += doc[start].lower_ == "the"
    if found.kind == "place":
        fuller = (doc[end - 1].lower_ in REGIONS or doc[end - 1].is_digit) and content(fold(doc[start:end].text)) > content(found.key)
    else:
        fuller = doc[end - 1].lower_ in STATES and end > start + 1
    return pointer(found, " ".join(doc[start:end].text.split()) if fuller else found.name)


def pointer(found: Entity, name: str) -> Ref:
    """A pointer to an entity under a name."""
    return Ref(found.kind, found.id, name)  # type: ignore[arg-type]
