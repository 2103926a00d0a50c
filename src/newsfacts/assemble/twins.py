"""Tells which drafts tell the same outcome twice (headline and body, "40 tents" and "the tents"), and puts them together."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsfacts.assemble.cluster import fold
from newsfacts.components.count_nouns import singular
from newsfacts.components.layout import block_of
from newsfacts.components.mention import value_of
from newsfacts.components.nouns import members

if TYPE_CHECKING:
    from newsfacts.assemble.results import Draft

SLOTS = ("agent", "recipient", "date", "place", "event", "according_to")
HEADS = ("headline", "subhead")
ALIKE = {"trained", "attended"}
DEFINITE = ("the", "this", "that", "these", "those", "its", "their", "our", "his", "her")


def once(found: list[Draft]) -> list[Draft]:
    """The drafts in text order, those told twice once, with what either telling says."""
    kept: list[Draft] = []
    for one in found:
        place = next((place for place, other in enumerate(kept) if same(other, one)), None)
        if place is None:
            kept.append(one)
        elif fuller(one, kept[place]):
            kept[place] = joined(one, kept[place])
        else:
            joined(kept[place], one)
    return kept


def without_headlines(found: list[Draft]) -> list[Draft]:
    """The drafts without those that a headline tells by a general noun ("Equipment delivered to …"), where the text tells more of the same type."""
    told = {one.value.type for one in found if block_of(one.span[0]) not in HEADS}
    return [one for one in found if block_of(one.span[0]) not in HEADS or one.figure is not None or one.value.type not in told or not general(one)]


def general(one: Draft) -> bool:
    """Whether an object is told by a noun for goods, money or awards of any kind."""
    return head(one.object) in members("in_headlines")


def same(known: Draft, one: Draft) -> bool:
    """Whether two drafts tell the same outcome."""
    if known.value.type != one.value.type and {known.value.type, one.value.type} != ALIKE:
        return False
    if known.figure is not None and one.figure is not None:
        mine, theirs = value_of(known.figure), value_of(one.figure)
        return bool(mine.value == theirs.value and mine.of == theirs.of) and not elsewhere(known, one)
    if known.value.status != one.value.status or conflicting(known, one):
        return False
    if known.figure is not None or one.figure is not None:
        counted, bare = (known, one) if known.figure is not None else (one, known)
        return head(bare.object) in (str(value_of(counted.figure).of).casefold(), head(counted.object)) and told_again(bare)
    mine, theirs = set(fold(known.object or "").split()), set(fold(one.object or "").split())
    if mine == theirs:
        return True
    short = known if mine < theirs else one if theirs < mine else None
    return short is not None and head(known.object) == head(one.object) and told_again(short)


def elsewhere(known: Draft, one: Draft) -> bool:
    """Whether the same number of things was given to two different bodies."""
    if known.value.type != "delivered" or known.recipient is None or one.recipient is None:
        return False
    return known.recipient is not one.recipient and "organisation" == known.recipient.kind == one.recipient.kind


def conflicting(known: Draft, one: Draft) -> bool:
    """Whether two drafts say different dates."""
    return known.date is not None and one.date is not None and known.date != one.date


def told_again(one: Draft) -> bool:
    """Whether an object is spoken of as known ("the tents"), or told shortly in a headline."""
    if block_of(one.span[0]) in HEADS:
        return True
    argument = next((argument for argument in one.value.arguments if argument.slot == "object"), None)
    if argument is None:
        return False
    doc, start = one.span.doc, argument.tokens[0]
    before = doc[start - 1] if start > 0 else doc[start]
    return before.lower_ in DEFINITE or (doc[start].lower_ in DEFINITE) or (one.span.start == start - 1 and before.lower_ in DEFINITE)


def head(phrase: str | None) -> str:
    """The head noun of an object phrase, singular."""
    words = re.split(r" (?:of|for|on|in|with|about|at) ", fold(phrase or ""), maxsplit=1)[0].split()
    return singular(words[-1]) if words else ""


def fuller(one: Draft, known: Draft) -> bool:
    """Whether the second telling says more of what it is: a figure, or a longer object."""
    if (one.figure is None) != (known.figure is None):
        return one.figure is not None
    return len(fold(one.object or "").split()) > len(fold(known.object or "").split())


def joined(base: Draft, other: Draft) -> Draft:
    """A draft with what another telling of the same adds."""
    for slot in SLOTS:
        if getattr(base, slot) is None and getattr(other, slot) is not None:
            setattr(base, slot, getattr(other, slot))
            base.evidence.extend(each for each in other.evidence if each.slot == slot)
    return base
