"""Finds who did what an outcome tells: where its rule looks, else behind "by" and "on behalf of", "between", or whose deed or prize it is."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from newsfacts.components.clause import NOMINAL, THANKING, Frame, Slot, is_passive, phrase, prepositional, subject
from newsfacts.components.mention import Argument
from newsfacts.components.nouns import covered, is_a

if TYPE_CHECKING:
    from newsfacts.components.outcome_arguments import Candidate

ACTING = ("organisations", "people", "countries")
"""Mentions of those who do things."""
WON = ("awarded", "funded")
"""Types that have a giver and a winner."""
HAVING = ("have", "employ", "maintain", "boast", "keep", "run", "operate", "possess", "own")
GRATEFUL = ("grateful", "thankful", "thank", "gratitude", "appreciation", "indebted")
PAYING = ("fund", "finance", "pay", "cover", "sponsor", "bear", "meet", "subsidise", "subsidize")
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
            slot = above_place(one, slot)
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
    """What a preposition governs that hangs from the theme, another one of its row, or the verb's object: "a grant of 40,000 euros from X", "a treaty
    between X and Y", "30 nurses had lessons from X"; people come from a place, not from a giver."""
    if name not in ("from", "by", "between"):
        return []
    words = [] if name == "from" and is_a(one.theme, "person") else [one.theme, *one.theme.conjuncts]
    words += [slot.token for other, slot in prepositional(one.theme) if name == "between" and other == "of"]
    if one.frame.object is not None and one.frame.object.token not in words and name != "between":
        words.append(one.frame.object.token)
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
    """For whom something was done by its subject: "on behalf of X"; who signed so need not be named."""
    if one.rule.agent[:1] != ("subject",) and one.rule.type != "agreed":
        return None
    tokens = (slot.token for name, slot in one.frame.prepositions if name == "on" and slot.token.lower_ == "behalf")
    found = next((inner.token for token in tokens for other, inner in prepositional(token) if other == "of"), None)
    if found is None or not (one.rule.type == "agreed" or any(covered(found, kind) for kind in ACTING)):
        return None
    return Slot(found, "clause.behalf")


def elsewhere(one: Candidate) -> Slot | None:
    """Who did it where the rule's places are empty: whose deed the noun tells of, or who stands behind a "by" further on."""
    if one.trigger.pos_ == "NOUN":
        if (bearer := identified(one.trigger)) is not None:
            return bearer
        if one.frame.subject is not None:
            return one.frame.subject if not no_doer(one.frame.subject.token) else None
        return owning(one.trigger) if one.rule.stative else thanked_for(one.trigger)
    if one.frame.passive or is_passive(one.trigger):
        return by_further_on(one.trigger) or thanked(one.trigger) or under(one)
    return paid_by(one.trigger) if one.rule.sum_behind_with and one.frame.subject is not None else None


def under(one: Candidate) -> Slot | None:
    """The named project or body under which people were trained or things built: "under the Clean Rivers Project, 300 farmers were trained"."""
    if one.rule.type == "agreed":
        return None
    return next((Slot(slot.token, "clause.under") for slot in one.frame.of("under") if covered(slot.token, "organisations")), None)


def paid_by(verb: Token) -> Slot | None:
    """Who funded what a sum was spent on, told by a second verb: "the tour cost 900 euros and was funded by X"."""
    paying = (other for other in verb.conjuncts if other.i > verb.i and other.lemma_ in PAYING and is_passive(other))
    return next((slot for other in paying for name, slot in prepositional(other) if name == "by"), None)


def above_place(one: Candidate, slot: Slot) -> Slot:
    """Whose beds or staff a relative clause behind a place tells of: those of the house there, "a farm in Lima, which has 9 employees"."""
    token = slot.token
    if not one.rule.stative or slot.rule != "clause.relative" or not covered(token, "places") or not is_a(one.theme, "owned"):
        return slot
    house = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near") else None
    return slot if house is None or house.pos_ not in ("NOUN", "PROPN") else Slot(house, slot.rule, slot.via)


def identified(noun: Token) -> Slot | None:
    """Who is the winner or holder that a noun tells of: "the winner is X", "X is the winner", "X, winner of"; nobody unnamed."""
    if not is_a(noun, "person"):
        return None
    head = noun.head
    if noun.dep_ == "attr" and head.lemma_ == "be":
        found = subject(head)
    elif noun.dep_ == "nsubj" and head.lemma_ == "be":
        found = next((Slot(child, "clause.complement") for child in head.children if child.dep_ == "attr"), None)
    else:
        found = Slot(head, "clause.apposed") if noun.dep_ == "appos" else None
    return found if found is not None and any(covered(found.token, kind) for kind in ACTING) else None


def owning(noun: Token) -> Slot | None:
    """Who has the staff, fleet or members of which a noun tells: "X has a staff of 9", "X, with a fleet of 9", "with a staff of 9, X is"."""
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ in HAVING:
        return subject(head)
    if noun.dep_ != "pobj" or head.lower_ != "with":
        return None
    above = head.head
    if above.pos_ in ("VERB", "AUX"):
        return subject(above)
    return Slot(above, "clause.with") if any(covered(above, kind) for kind in ACTING) else None


def thanked_for(noun: Token) -> Slot | None:
    """Who is thanked for the deed that a noun tells: "thanked X for the gift of 9 beds", "grateful to X for a grant"; nobody unnamed."""
    head = noun.head
    if noun.dep_ != "pobj" or head.lower_ != "for":
        return None
    above = head.head
    if above.lemma_ in THANKING and above.pos_ == "VERB":
        found = next((child for child in above.children if child.dep_ in ("dobj", "nsubjpass")), None)
    else:
        grateful = above if above.lemma_.lower() in GRATEFUL else next((child for child in above.children if child.lemma_.lower() in GRATEFUL), above)
        found = next((slot.token for name, slot in (*prepositional(grateful), *prepositional(above)) if name == "to"), None)
        found = found if grateful.lemma_.lower() in GRATEFUL else None
    return Slot(found, "clause.thanked") if found is not None and any(covered(found, kind) for kind in ACTING) else None


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
