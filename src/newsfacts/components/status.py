"""Tells what a verb or a noun is told as: actual, planned, possible, negated or cancelled, and by which words."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsfacts.components.mention import StatusValue, memory, propose
from newsfacts.components.status_lists import led_in
from newsfacts.components.status_words import SUBJECTS, Told, base, calls_off, conditional, doubted, listed, moved, no, own_words, settle, words

__all__ = ["calls_off", "status", "status_of", "status_of_deed"]

SCENES = frozenset(["attend", "participate", "take", "speak", "present", "join", "be", "hold", "host", "meet", "gather", "sign", "launch", "train", "welcome",
                    "expect", "teach", "open", "exhibit", "compete"])
PLANNING = frozenset(["propose", "plan", "foresee", "announce", "schedule", "promise", "envisage", "envision", "intend"])
PREFIXES = ("co", "re", "pre")
HAPPEN = frozenset(["take", "begin", "start", "open", "follow", "be", "occur", "happen", "run", "go", "come", "continue", "arrive", "end", "last"])


@Language.component("newsfacts_status", assigns=["span._.newsfacts_status"], requires=["token.dep"])
def status(doc: Doc) -> Doc:
    """Proposes every verb that is not told as actual, with its cue."""
    for token in doc:
        if token.pos_ == "VERB":
            told, cue = status_of(token)
            if told != "actual" and cue is not None:
                propose(doc, "status", token.i, token.i + 1, f"status.{told}", StatusValue(told, (cue.i, cue.i + 1)))
    return doc


def status_of(token: Token, depth: int = 0) -> Told:
    """The status of what a verb or a noun says, and the cue that tells it (None where actual); a preposition stands for the noun that it belongs to."""
    known = memory(token.doc, "status")
    told: Told | None = known.get((token.i, depth))
    if told is None:
        told = known[token.i, depth] = read_status(token, depth)
    return told


def read_status(token: Token, depth: int) -> Told:
    """What `status_of` tells, looked for in the parse."""
    if depth > 12:
        return "actual", None
    if token.pos_ == "ADP" and token.i > 0 and token.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return status_of(token.nbor(-1), depth)
    told = of_verb(token, depth) if token.pos_ in ("VERB", "AUX") else of_noun(token, depth)
    if told[0] == "actual" and depth == 0 and (cue := led_in(token)) is not None:
        return "planned", cue
    return told


def status_of_deed(trigger: Token, theme: Token) -> Told:
    """The status of what a trigger says of its theme: a trigger such as "offered" tells by itself, a "no" before another noun says nothing of this one."""
    told, cue = status_of(trigger)
    if cue is not None:
        announced = told == "planned" and base(cue) in ("announce", "announcement")
        if announced or beside(trigger, cue) or (told == "negated" and elsewhere(trigger, theme, cue)):
            told, cue = "actual", None
    if told in ("planned", "possible", "actual") and (dropped := dropped_after(trigger)) is not None:
        return "negated", dropped
    if told != "actual":
        return told, cue
    if trigger.pos_ in ("NOUN", "PROPN"):
        stopped = trigger.head.pos_ == "VERB" and trigger.dep_ in ("dobj", "nsubjpass") and base(trigger.head) in words("stops", "negated")
        planned = listed("own", base(trigger), ("possible", "planned"))
        return ("negated", trigger.head) if stopped else (planned, trigger) if planned else (told, cue)
    if base(trigger) == "announce" and theme.pos_ == "NOUN" and base(theme) not in words("own", "by_telling") and theme.ent_type_ != "MONEY":
        return "planned", trigger
    name = listed("own", base(trigger), ("possible", "planned", "negated")) if trigger.pos_ == "VERB" else None
    return (name, trigger) if name else (told, cue)


def dropped_after(trigger: Token) -> Token | None:
    """The verb that tells that a thing told of by a participle was given up: "a second hub proposed for Lima has been dropped"."""
    if trigger.dep_ != "acl" or trigger.tag_ != "VBN" or trigger.head.dep_ not in ("nsubjpass", "dobj") or base(trigger) not in PLANNING:
        return None
    verb = trigger.head.head
    gone = verb.pos_ == "VERB" and calls_off(verb) and not moved(verb) and own_words(verb)[0] == "actual"
    return verb if gone else None


def beside(trigger: Token, cue: Token) -> bool:
    """Whether a noun is told to do something more ("the donation will help"), which says nothing of the deed that it names."""
    return trigger.pos_ in ("NOUN", "PROPN") and trigger.dep_ == "nsubj" and base(trigger.head) not in HAPPEN and cue.head != trigger


def elsewhere(trigger: Token, theme: Token, cue: Token) -> bool:
    """Whether a "no" stands before another noun than the theme, and not before the doer: "no boats and 20 rafts"."""
    noun = cue.head
    if cue.lower_ == "no" and noun != theme and theme in noun.conjuncts:
        return not any(child.lower_ in ("or", "nor") for child in noun.children)
    return cue.lower_ in ("no", "neither") and noun not in (theme, trigger, *theme.ancestors) and not (noun.head == trigger and noun.dep_ in SUBJECTS)


def of_verb(verb: Token, depth: int) -> Told:
    """A verb's own words first, then those of the clause above it."""
    own = own_words(verb)
    if own[0] == "actual" and verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ in PREFIXES:
        own = own_words(verb.nbor(-2))
    if own[0] != "actual":
        doubt = doubted(verb) if own[0] == "planned" else None
        return ("possible", doubt) if doubt is not None else conditional(verb, own)
    if verb.dep_ == "ccomp" and (doubt := doubted(verb)) is not None:
        return "possible", doubt
    inherited = above(verb, depth)
    return inherited if inherited[0] != "actual" else conditional(verb, own)


def above(verb: Token, depth: int) -> Told:
    """What the clause above a verb says of it."""
    head = verb.head
    if head == verb:
        return "actual", None
    if verb.dep_ == "conj":
        if has_own(verb) or head.pos_ not in ("VERB", "AUX"):
            return "actual", None
        told = status_of(head, depth + 1)
        if told[0] == "negated" and any(child.lower_ == "but" and child.dep_ == "cc" for child in head.children):
            cue = next((child for child in head.children if child.dep_ == "aux" and child.lower_ in words("auxiliaries", "planned")), None)
            return ("actual", None) if cue is None else ("planned", cue)
        return told
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "acl", "csubj", "oprd", "dep"):
        return complement(verb, head, depth)
    return "actual", None


def has_own(verb: Token) -> bool:
    """Whether a verb in a row of verbs has a subject of its own, or a tense that the first one's auxiliary does not fit."""
    if any(child.dep_ in SUBJECTS for child in verb.children):
        elliptic = verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
        return not elliptic
    return (verb.tag_ in ("VBZ", "VBP") and verb.head.tag_ in ("VB", "VBN")) or (verb.tag_ == "VBD" and verb.head.tag_ == "VB")


def complement(verb: Token, head: Token, depth: int) -> Told:
    """The status that a head gives the clause under it."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    if head.pos_ == "ADP" and verb.dep_ == "pcomp":
        return through_preposition(verb, head, depth)
    if head.pos_ in ("NOUN", "PROPN"):
        return under_noun(head, infinitive, depth) if infinitive or verb.dep_ != "acl" else ("actual", None)
    if head.pos_ == "ADJ" and head.head.lemma_ == "make":
        return status_of(head.head, depth + 1)
    if head.lower_ == "able" and head.head.tag_ == "VBD":
        return status_of(head.head, depth + 1)
    if head.pos_ == "ADJ":
        name = listed("adjectives", head.lower_)
        if name and (infinitive or name == "possible"):
            over = own_words(head.head) if head.lower_ == "able" else ("actual", None)
            return over if over[0] == "planned" else (settle(name), head)
        return status_of(head.head, depth + 1) if head.head != head else ("actual", None)
    if verb.dep_ == "ccomp" and not infinitive:
        return said(head, depth)
    if not infinitive:
        name = listed("gerunds", base(head)) if verb.tag_ == "VBG" and verb.dep_ == "xcomp" else None
        return (name, head) if name and own_words(head)[0] in ("actual", "planned") else status_of(head, depth + 1)
    if verb.dep_ == "advcl" or base(head) in words("heads", "joining"):
        return purpose(head, depth)
    name = listed("heads", base(head))
    if name and base(head) not in words("heads", "actual"):
        own = own_words(head)
        return (settle(name), head) if own[0] in ("actual", "planned") or name == "negated" else own
    return status_of(head, depth + 1)


def purpose(head: Token, depth: int) -> Told:
    """A purpose is done with an act of holding, and planned after any other act."""
    told = status_of(head, depth + 1)
    if told[0] != "actual":
        return told
    return ("actual", None) if base(head) in words("heads", "actual") else ("planned", head)


def said(head: Token, depth: int) -> Told:
    """What is said has its own status, unless it is denied, hoped or expected."""
    name = listed("heads", base(head), ("negated", "planned", "possible"))
    if name == "negated" and own_words(head)[0] == "negated":
        return "actual", None
    if name == "negated" or base(head) in ("hope", "expect", "anticipate", "propose", "suggest", "recommend", "request", "wish"):
        return settle(name or "planned"), head
    return "actual", None


def through_preposition(verb: Token, preposition: Token, depth: int) -> Told:
    """A gerund after a preposition follows what governs the preposition ("committed to training", "before opening")."""
    governor = preposition.head
    if preposition.lower_ == "including":
        root = preposition.sent.root
        return status_of(root, depth + 1) if root.pos_ in ("VERB", "AUX") and root != verb else ("actual", None)
    if governor.pos_ == "ADJ" or governor.dep_ == "acomp":
        name = listed("adjectives", governor.lower_, ("planned", "possible"))
        return (name, governor) if name and preposition.lower_ in ("to", "on", "of", "for") else status_of(governor.head, depth + 1)
    if governor.pos_ in ("NOUN", "PROPN"):
        return under_noun(governor, True, depth) if listed("nouns", base(governor)) else status_of(governor, depth + 1)
    name = listed("heads", base(governor), ("negated", "planned"))
    if name and preposition.lower_ in ("to", "on", "at", "from", "in"):
        return settle(name), governor
    return status_of(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else ("actual", None)


def under_noun(noun: Token, infinitive: bool, depth: int) -> Told:
    """A clause under a noun: "plans to train", "a programme to train 500 teachers", "the people trained"."""
    name = listed("nouns", base(noun))
    if name and infinitive:
        dropped = governed(noun, depth + 1)
        return ("negated", dropped[1]) if dropped[0] == "cancelled" else (settle(name), noun)
    told = of_noun(noun, depth + 1)
    if told[0] != "actual" or not infinitive:
        return told
    return "actual", None


def of_noun(noun: Token, depth: int) -> Told:
    """Whether the noun is called off; then its own modifiers; then what the verb that governs it says."""
    above_it = governed(noun, depth)
    if above_it[0] == "cancelled":
        return above_it
    if any(child.dep_ == "amod" and child.lower_ in words("adjectives", "actual") for child in noun.children):
        return "actual", None
    for child in noun.children:
        if child.dep_ in ("amod", "acl", "compound", "nmod") and child.lower_ not in ("set", "able", "ready", "free", "welcome", "due"):
            name = listed("adjectives", child.lower_, ("planned", "possible", "cancelled"))
            if name:
                return name, child
    if cue := no(noun):
        return "negated", cue
    return above_it


def governed(noun: Token, depth: int) -> Told:
    """What stands above a noun: the verb it is subject or object of, or the noun it belongs to."""
    head = noun.head
    if head == noun:
        return "actual", None
    if noun.dep_ == "nsubj" and head.tag_ == "VBN" and head.dep_ in ("nsubj", "nsubjpass"):
        return of_object(head.head, head.dep_ == "nsubjpass", depth)
    if noun.dep_ in ("conj", "appos", "compound", "nmod", "poss", "nummod", "amod") and head.pos_ in ("NOUN", "PROPN", "VERB"):
        return governed(head, depth + 1) if head.pos_ != "VERB" and depth < 12 else status_of(head, depth + 1)
    if noun.dep_ == "pcomp" and head.pos_ == "ADP":
        return through_preposition(noun, head, depth)
    if noun.dep_ == "pobj":
        return prepositional(head, head.head, depth)
    if noun.dep_ in (*SUBJECTS, "dobj", "attr", "dative", "oprd", "acomp"):
        behind = noun.dep_ == "nsubj" and noun.i > head.i and base(head) == "announce"
        dropped = noun.dep_ == "nsubj" and calls_off(head) and (head.tag_ == "VBN" or any(child.lower_ == "through" for child in head.children))
        given = any(child.dep_ in ("det", "poss") and child.lower_ in ("the", "this", "these", "its", "their") for child in noun.children)
        return of_object(head, dropped or behind or noun.dep_ in ("dobj", "nsubjpass"), depth, given)
    return "actual", None


def prepositional(preposition: Token, governor: Token, depth: int) -> Told:
    """The status of a noun after a preposition: "plans for a seminar", "ahead of the seminar", "pledged at the summit"."""
    word = preposition.lower_
    if (word, governor.lower_) in (("of", "ahead"), ("to", "prior")):
        return "planned", governor
    if governor.pos_ in ("NOUN", "PROPN"):
        name = listed("nouns", base(governor))
        if name and word in ("at", "during"):
            return "actual", None
        return (settle(name), governor) if name and word in ("for", "of", "to") else of_noun(governor, depth + 1)
    if word in ("under", "despite", "amid", "given") or (word in ("at", "during", "after", "following", "since") and base(governor) not in SCENES):
        return "actual", None
    return of_object(governor, False, depth)


def of_object(verb: Token, direct: bool, depth: int, given: bool = False) -> Told:
    """The status that a verb gives its argument: "cancelled the course", "plans a workshop", "will hold a course".

    An argument that is `given` ("did not attend the course") is there anyway.
    """
    if verb.pos_ not in ("VERB", "AUX"):
        return "actual", None
    lemma = base(verb)
    for one in (verb, *(other for other in verb.conjuncts if other.pos_ == "VERB")):
        if calls_off(one) and (direct or one.dep_ == "conj"):
            return ("actual", None) if own_words(one)[0] == "negated" else ("planned" if moved(one) else "cancelled", one)
    if lemma == "be" or not direct or any(child.dep_ == "auxpass" for child in verb.children):
        lower = next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ == "VERB"), None)
        if lower is not None:
            return status_of(lower, depth + 1)
    told = status_of(verb, depth + 1)
    if told[0] == "negated" and lemma in ("hold", "take", "happen", "occur", "go"):
        return "cancelled", told[1]
    if not direct:
        return told
    if told[0] == "negated" and given and lemma not in words("heads", "making"):
        return "actual", None
    if told[0] == "actual" and lemma in words("stops", "negated"):
        return "negated", verb
    name = listed("objects", lemma) if told[0] in ("actual", "planned") else None
    return (name, verb) if name else told
