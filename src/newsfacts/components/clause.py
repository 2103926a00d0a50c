"""Reads a verb's or noun's arguments off the dependency parse: who, what, to whom, through passives, relatives, participles, coordination and control."""
from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from newsfacts.components.mention import Tokens, memory

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "X", "SYM")
JOINT = ("cooperation", "co-operation", "collaboration", "partnership", "conjunction", "coordination", "association", "tandem")
THANKING = ("thank", "praise", "commend", "applaud", "congratulate", "credit", "honour", "honor", "recognise", "recognize", "laud", "appreciate", "blame")
HELPING = ("help", "enable", "allow", "assist", "support", "let")
DOING = (
    "complete", "begin", "start", "commence", "finish", "undertake", "carry", "conduct", "perform", "announce", "celebrate", "oversee", "initiate",
    "lead", "conclude", "execute", "mark", "resume",
)
PARTICLES = frozenset(["up", "home", "out", "together", "back", "down", "over", "away", "off", "on", "in", "along"])
QUOTES = ("“", "”", '"', "‘", "’", "'", "«", "»")
RELATIVES = ("which", "that", "who", "whom", "whose", "where")


@dataclass(frozen=True, slots=True)
class Slot:
    """The head of what fills a slot, and how it came there."""

    token: Token
    rule: str
    via: str = "stated"


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger with its arguments; `prepositions` holds the objects of its prepositional phrases in text order."""

    trigger: Token
    subject: Slot | None = None
    object: Slot | None = None
    recipient: Slot | None = None
    passive: bool = False
    prepositions: tuple[tuple[str, Slot], ...] = field(default=())

    def of(self, *names: str) -> list[Slot]:
        """The objects of these prepositions."""
        return [slot for name, slot in self.prepositions if name in names]


def frame(trigger: Token) -> Frame:
    """The arguments of a verb, or of a noun that stands for a deed ("the donation of 20 beds by X to Y")."""
    known = memory(trigger.doc, "frames")
    found: Frame | None = known.get(trigger.i)
    if found is None:
        found = known[trigger.i] = verb_frame(trigger) if trigger.pos_ in ("VERB", "AUX") else noun_frame(trigger)
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its own auxiliary, as a bare participle, or as the second of two passives."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    below = [child.dep_ for child in verb.children]
    if verb.tag_ in ("VBN", "VBD") and "agent" in below and "aux" not in below and "dobj" not in below:
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and not any(child.dep_ in ("aux", "dobj") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB":
        return is_passive(verb.head) and not any(child.dep_ in ("aux", "dobj", *SUBJECTS) for child in verb.children)
    return False


def verb_frame(verb: Token) -> Frame:
    """A verb's subject, object and prepositional objects; in a passive the grammatical subject is the object, the by-phrase the subject."""
    passive = is_passive(verb)
    grammatical = subject(verb)
    direct = next((Slot(child, "clause.object") for child in verb.children if child.dep_ in ("dobj", "attr", "oprd") and child.pos_ in NOMINAL), None)
    if direct is None:
        direct = relative_object(verb)
    elif direct.token.lower_ in RELATIVES and verb.dep_ in ("relcl", "acl"):
        direct = Slot(verb.head, "clause.relative", "coreference")
    if direct is None and grammatical is not None and opens_item(verb, grammatical):
        direct = Slot(grammatical.token, "clause.opened")
        grammatical = None
    recipient = next((Slot(child, "clause.dative") for child in verb.children if child.dep_ == "dative" and child.pos_ in NOMINAL), None)
    if direct is None and recipient is not None and (given := apposed_behind(recipient.token)) is not None:
        direct = Slot(given, "clause.double")
    prepositions = tuple((name, antecedent(verb, slot)) for name, slot in prepositional(verb))
    if not passive:
        return Frame(verb, grammatical, direct, recipient, False, prepositions)
    by = next((slot for name, slot in prepositions if name == "by"), None)
    if direct is not None and direct.rule == "clause.object" and direct.token.dep_ == "dobj":
        return Frame(verb, by, direct, recipient or grammatical, True, prepositions)
    return Frame(verb, by, grammatical, recipient, True, prepositions)


def apposed_behind(token: Token) -> Token | None:
    """The second object that the parser took for an apposition to the first: no comma stands between, "awarded Ann the medal"."""
    return next((child for child in token.children if child.dep_ == "appos" and child.left_edge.i == token.i + 1 and child.pos_ in NOMINAL), None)


def opens_item(verb: Token, found: Slot) -> bool:
    """Whether a past verb opens a list's item, so that the "subject" behind it is its object: "- renovated the ward"."""
    front = verb.doc[verb.sent.start:verb.i]
    past = verb.tag_ in ("VBD", "VBN") and found.rule == "clause.subject" and found.token.i > verb.i
    return past and len(front) <= 2 and all(token.is_punct for token in front)


def antecedent(verb: Token, slot: Slot) -> Slot:
    """What a relative pronoun stands for in "the hospital to which they gave beds"; any other slot as it is."""
    if slot.token.lower_ in ("which", "whom") and verb.dep_ == "relcl":
        return Slot(verb.head, slot.rule, "coreference")
    return slot


def subject(verb: Token, depth: int = 0) -> Slot | None:
    """The grammatical subject of a verb, sought above it where it has none of its own."""
    if depth > 6:
        return None
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None) or of_auxiliary(verb)
    if own is not None:
        if own.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
            return Slot(verb.head, "clause.relative", "coreference")
        if own.dep_ != "csubj":
            return Slot(own, "clause.subject")
    head = verb.head
    if head == verb:
        return fronted(verb)
    if verb.dep_ == "acl":
        return Slot(head, "clause.participle")
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return higher(head, "clause.coordination", depth)
    if verb.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX"):
        controller = next((child for child in head.children if child.dep_ == "dobj"), None)
        return Slot(controller, "clause.control") if controller is not None and head.lemma_ not in ("use",) else higher(head, "clause.control", depth)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return higher(head.head, "clause.control", depth)
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        return undergone(verb, depth) if verb.tag_ == "VBN" and is_passive(verb) else higher(head, "clause.adverbial", depth)
    if verb.dep_ == "pcomp" and head.lower_ == "for" and head.head.lemma_ in THANKING:
        thanked = next((child for child in head.head.children if child.dep_ in ("dobj", "nsubjpass")), None)
        return None if thanked is None else Slot(thanked, "clause.thanked")
    if verb.dep_ == "pcomp" and head.lower_ == "by" and head.head.dep_ in ("ccomp", "xcomp") and head.head.head.lemma_ in HELPING:
        return higher(head.head.head, "clause.gerund", depth)
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        return higher(head.head, "clause.gerund", depth)
    return None


def of_auxiliary(verb: Token) -> Token | None:
    """The subject that the parser hung from an auxiliary that stands apart: "X has, through its fund, given …"."""
    return next((inner for child in verb.children if child.dep_ == "aux" for inner in child.children if inner.dep_ == "nsubj"), None)


def fronted(verb: Token) -> Slot | None:
    """The subject that the parser took for an apposition to a place or time told first: "In Lima, the Ministry handed over …"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return None
    found = (child for front in verb.children if front.dep_ == "prep" and front.i < verb.i for inner in front.children if inner.dep_ == "pobj"
             for child in inner.children if child.dep_ == "appos" and child.i < verb.i)
    return next((Slot(child, "clause.fronted") for child in found), None)


def undergone(verb: Token, depth: int) -> Slot | None:
    """The grammatical subject of a clause, which a participle beside it tells of, whoever did the clause's deed: "Founded in 2015, the club is run by X"."""
    found = subject(verb.head, depth + 1)
    return None if found is None else Slot(found.token, "clause.adverbial", found.via)


def higher(verb: Token, rule: str, depth: int) -> Slot | None:
    """The subject of the verb above, noted as taken over from there; a passive's doer rather than its patient where it names one."""
    if rule in ("clause.adverbial", "clause.gerund") and is_passive(verb):
        by = next((slot for name, slot in prepositional(verb) if name == "by" and slot.token.pos_ in NOMINAL), None)
        if by is not None:
            return Slot(by.token, rule)
    found = subject(verb, depth + 1)
    return None if found is None else Slot(found.token, rule, found.via)


def relative_object(verb: Token) -> Slot | None:
    """The head of "the beds that X donated"."""
    if verb.dep_ != "relcl" and (verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD")):
        return None
    has_subject = any(child.dep_ in SUBJECTS and child.lower_ not in RELATIVES for child in verb.children)
    return Slot(verb.head, "clause.relative", "coreference") if has_subject else None


def prepositional(word: Token) -> tuple[tuple[str, Slot], ...]:
    """The objects of the prepositional phrases of a word, with those of its conjoined prepositions."""
    found: list[tuple[str, Slot]] = []
    for child in word.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "PART", "VERB", "ADV"):
            found.extend(objects_of(child))
        elif child.dep_ in ("prt", "advmod") and child.lower_ in PARTICLES and child.i > word.i:
            found.extend(prepositional(child))
    return tuple(found)


def objects_of(preposition: Token) -> list[tuple[str, Slot]]:
    """A preposition's objects; "in cooperation with X" gives X too, under "with"."""
    found = []
    for child in preposition.children:
        if child.dep_ == "pobj":
            found.append((preposition.lower_, Slot(child, f"clause.{preposition.lower_}")))
            if child.lower_ in JOINT:
                found.extend(prepositional(child))
        elif child.dep_ in ("prep", "pcomp") and child.pos_ == "ADP":
            found.extend(objects_of(child))
    return found


def noun_frame(noun: Token) -> Frame:
    """A noun's arguments: what follows "of" is its object, "by" its doer, so is a possessor."""
    prepositions = prepositional(noun)
    theme = next((slot for name, slot in prepositions if name == "of"), None)
    doer = next((slot for name, slot in prepositions if name == "by"), None)
    if doer is None:
        possessor = next((child for child in noun.children if child.dep_ == "poss" and child.pos_ != "PRON"), None)
        doer = Slot(possessor, "clause.possessor") if possessor is not None else light_subject(noun)
    return Frame(noun, doer, theme, None, False, prepositions)


def light_subject(noun: Token) -> Slot | None:
    """Who completes, announces or undertakes a deed told by its noun: "X completed the construction of a wing"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in DOING or is_passive(verb):
        return None
    found = subject(verb)
    return None if found is None else Slot(found.token, "clause.light", found.via)


def with_conjuncts(token: Token) -> list[Token]:
    """A noun with those coordinated with it, in text order."""
    return [token, *(conjunct for conjunct in token.conjuncts if conjunct.i > token.i)]


def phrase(head: Token) -> Tokens:
    """The stretch of a noun phrase without determiner, relative clauses, appositions and further conjuncts."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.children:
        if child.text in QUOTES and child.i > start:
            continue
        if child.i < head.i and child.dep_ in ("det", "predet", "punct", "cc", "preconj", "mark", "advmod", "poss"):
            start = max(start, child.right_edge.i + 1)
    for child in head.children:
        if child.i > head.i and child.dep_ == "prep" and child.lower_ in ("of", "for") and child.left_edge.i == end:
            end = inner_end(child)
    return min(start, head.i), end


def inner_end(preposition: Token) -> int:
    """Where a prepositional phrase ends without the clauses and appositions inside it."""
    end = preposition.i + 1
    for child in preposition.children:
        if child.dep_ == "pobj":
            end = phrase(child)[1]
    return end
