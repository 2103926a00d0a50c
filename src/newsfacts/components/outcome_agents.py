"""Finds who did what an outcome tells: where its rule looks, else behind "by" and "on behalf of", "between", or whose deed or prize it is."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from newsfacts.components.clause import NOMINAL, Frame, Slot, is_passive, phrase, prepositional
from newsfacts.components.mention import Argument
from newsfacts.components.nouns import covered, is_a

if TYPE_CHECKING:
    from newsfacts.components.outcome_arguments import Candidate

ACTING = ("organisations", "people", "countries")
"""Mentions of those who do things."""
WON = ("awarded", "funded")
"""Types that have a giver and a winner."""
ENDS = (";", ".", "!", "?")
FAR = 24
"""Tokens behind a passive in which its "by" is looked for."""


def agents(one: Candidate) -> Iterator[Argument]:
    """Who did it, by the rule's places; never the theme itself. What is signed on somebody's behalf is theirs; of prizes and sums the giver comes first,
    then whoever won them."""
    if (owner := behalf(one)) is not None:
        yield Argument("agent", phrase(owner.token), f"{one.rule.id}.by:{owner.rule}", owner.via)
        return
    for name in one.rule.agent:
        for slot in places_of(one.frame, name) or below(one, name):
            if slot.token.i == one.theme.i or (one.count is not None and one.count.start <= slot.token.i < one.count.end) or no_doer(slot.token):
                continue
            if one.rule.agent_nouns and not any(is_a(slot.token, kind) for kind in one.rule.agent_nouns):
                continue
            tokens = (slot.token.i, slot.token.i + 1) if name == "head" else phrase(slot.token)
            yield Argument("agent", tokens, f"{one.rule.id}.{name}:{slot.rule}", slot.via)
            if one.rule.type not in WON:
                return
            break
    other = elsewhere(one) if one.rule.agent and not one.rule.agent_nouns else None
    if other is not None and other.token.i != one.theme.i:
        yield Argument("agent", phrase(other.token), f"{one.rule.id}.by:{other.rule}", other.via)


def no_doer(token: Token) -> bool:
    """Whether a "subject" is a list's mark, a date or a bare figure that the parser took for one."""
    return not any(char.isalpha() for char in token.text) or covered(token, "dates")


def below(one: Candidate, name: str) -> list[Slot]:
    """What a preposition governs that hangs from the theme: "a grant of 40,000 euros from X", "a treaty between X and Y"; people come from a place,
    not from a giver."""
    if name not in ("from", "by", "between") or (name == "from" and is_a(one.theme, "person")):
        return []
    words = [one.theme, *(slot.token for other, slot in prepositional(one.theme) if name == "between" and other == "of")]
    return [slot for word in words for other, slot in prepositional(word) if other == name]


def places_of(frame: Frame, name: str) -> list[Slot]:
    """What stands where an agent or a recipient may stand."""
    if name in ("subject", "head"):
        return [frame.subject] if frame.subject else []
    if name == "object":
        return [frame.object] if frame.object else []
    if name == "recipient":
        return [frame.recipient] if frame.recipient else []
    return frame.of(name)


def behalf(one: Candidate) -> Slot | None:
    """For whom something was signed: "on behalf of X"."""
    if one.rule.type != "agreed":
        return None
    tokens = (slot.token for name, slot in one.frame.prepositions if name == "on" and slot.token.lower_ == "behalf")
    return next((Slot(inner.token, "clause.behalf") for token in tokens for other, inner in prepositional(token) if other == "of"), None)


def elsewhere(one: Candidate) -> Slot | None:
    """Who did it where the rule's places are empty: whose deed the noun tells of, or who stands behind a "by" further on."""
    if one.trigger.pos_ == "NOUN":
        return one.frame.subject if one.frame.subject is not None and not no_doer(one.frame.subject.token) else None
    return by_further_on(one.trigger) or thanked(one.trigger) if one.frame.passive or is_passive(one.trigger) else None


def thanked(verb: Token) -> Slot | None:
    """To whom a passive is owed: "Thanks to X, the school was renovated"."""
    for child in verb.children:
        if child.lower_ == "thanks":
            inner = next((slot for name, slot in prepositional(child) if name == "to"), None)
            return None if inner is None else Slot(inner.token, "clause.thanks")
    return None


def by_further_on(verb: Token) -> Slot | None:
    """A named doer behind a "by" that the parser hung from a noun behind the passive: "was opened in Lima by X"; no verb between."""
    for token in verb.doc[verb.i + 1:min(verb.i + FAR, verb.sent.end)]:
        if token.text in ENDS or (token.pos_ in ("VERB", "AUX") and token.i > verb.i + 1):
            return None
        if token.lower_ == "by":
            inner = next((child for child in token.children if child.dep_ == "pobj" and child.pos_ in NOMINAL), None)
            return Slot(inner, "clause.by") if inner is not None and any(covered(inner, kind) for kind in ACTING) else None
    return None
