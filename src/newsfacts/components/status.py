"""Tells what a verb or a noun is told as: actual, planned, possible, negated or cancelled, and by which words."""
from __future__ import annotations

import functools

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsfacts import rules
from newsfacts.components.mention import StatusValue, propose

Told = tuple[str, Token | None]
SCENES = ("attend", "participate", "take", "speak", "present", "join", "be", "hold", "host", "meet", "gather", "sign", "launch", "train", "welcome", "expect", "teach", "open", "exhibit", "compete")
HAPPEN = ("take", "begin", "start", "open", "follow", "be", "occur", "happen", "run", "go", "come", "continue", "arrive", "end", "last")
MENDED = {"hop": "hope", "slat": "slate", "ax": "axe"}
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


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
    """The status of what a verb or a noun says, and the cue that tells it (None where actual)."""
    if depth > 12:
        return "actual", None
    told = of_verb(token, depth) if token.pos_ in ("VERB", "AUX") else of_noun(token, depth)
    if told[0] == "actual" and depth == 0 and (cue := led_in(token)) is not None:
        return "planned", cue
    return told


def status_of_deed(trigger: Token, theme: Token) -> Told:
    """The status of what a trigger says of its theme: a trigger such as "offered" tells by itself, a "no" before another noun says nothing of this one."""
    told, cue = status_of(trigger)
    if trigger.pos_ in ("NOUN", "PROPN") and trigger.dep_ == "nsubj" and base(trigger.head) not in HAPPEN and cue is not None and cue.head != trigger:
        told, cue = "actual", None
    if told == "negated" and cue is not None and cue.lower_ in ("no", "neither") and cue.head not in (theme, trigger, *theme.ancestors) and not (cue.head.head == trigger and cue.head.dep_ in SUBJECTS):
        told, cue = "actual", None
    if told == "negated" and cue is not None and cue.lower_ == "no" and cue.head != theme and theme in cue.head.conjuncts and not any(child.lower_ in ("or", "nor") for child in cue.head.children):
        told, cue = "actual", None
    if told == "planned" and cue is not None and base(cue) in ("announce", "announcement"):
        told, cue = "actual", None
    if told == "actual" and base(trigger) == "announce" and theme.pos_ == "NOUN" and base(theme) not in words("own", "by_telling") and theme.ent_type_ != "MONEY":
        return "planned", trigger
    if told == "actual" and trigger.pos_ == "VERB" and (name := listed("own", base(trigger), ("possible", "planned", "negated"))):
        return name, trigger
    if told == "actual" and trigger.pos_ in ("NOUN", "PROPN") and trigger.head.pos_ == "VERB" and trigger.dep_ in ("dobj", "nsubjpass") and base(trigger.head) in words("stops", "negated"):
        return "negated", trigger.head
    return told, cue


def led_in(token: Token) -> Token | None:
    """The word in the line above a list that tells that its items are still to come: "the project will:", "What comes next"."""
    spans = list(token.doc.spans["layout"]) if "layout" in token.doc.spans else []
    place = next((place for place, span in enumerate(spans) if span.start <= token.i < span.end), None)
    if place is None or spans[place].id_ not in ("layout.item", "layout.line"):
        return None
    opening = next((word for word in spans[place] if word.is_alpha), None)
    bare = opening is not None and base(opening) == opening.lower_
    if token.tag_ in ("VBD", "VBN") and not (bare and token == opening) and not any(child.lower_ == "to" for child in token.children):
        return None
    if token != opening and token.tag_ in ("VBZ", "VBP", "MD"):
        return None
    if any(finite(word) for word in token.sent if not (bare and word == opening)):
        return None
    while place > 0 and spans[place].id_ == "layout.item":
        place -= 1
    above = spans[place]
    ending = [word for word in above if word.is_alpha][-6:]
    if above.text.rstrip()[-1:] == ":" or above.id_ in ("layout.subhead", "layout.headline") or (ending and ending[-1].tag_ == "MD"):
        return next((word for word in ending if word.lower_ in words("words", "lead_ins")), None) or next((word for word in above if word.tag_ == "MD" and word.lower_ in ("will", "shall")), None)
    return None


def base(token: Token) -> str:
    """A word's dictionary form, mended where the lemmatiser errs ("hopes" is no hop)."""
    form = str(token.lemma_.lower())
    return MENDED.get(form, form)


def finite(word: Token) -> bool:
    """Whether a word is the finite verb of a main clause."""
    return word.tag_ in ("VBD", "VBZ", "VBP", "MD") and any(char.isalpha() for char in word.text) and word.dep_ not in ("relcl", "ccomp", "advcl")


@functools.cache
def words(section: str, name: str) -> frozenset[str]:
    """A list of `data/status.toml`."""
    return frozenset(rules.table("status")[section][name])


def listed(section: str, lemma: str, names: tuple[str, ...] = ("negated", "cancelled", "planned", "possible")) -> str | None:
    """The status under which a word stands in a section of the data."""
    return next((name for name in names if name in rules.table("status")[section] and lemma in words(section, name)), None)


def of_verb(verb: Token, depth: int) -> Told:
    """A verb's own words first, then those of the clause above it."""
    own = own_words(verb)
    if own[0] != "actual":
        doubt = doubted(verb) if own[0] == "planned" else None
        return ("possible", doubt) if doubt is not None else conditional(verb, own)
    if verb.dep_ == "ccomp" and (doubt := doubted(verb)) is not None:
        return "possible", doubt
    inherited = above(verb, depth)
    return inherited if inherited[0] != "actual" else conditional(verb, own)


def doubted(verb: Token) -> Token | None:
    """The word above a clause that makes it no more than possible: "It is possible that …"."""
    if verb.dep_ not in ("ccomp", "csubj"):
        return None
    words_above = (verb.head, *(child for child in verb.head.children if child.dep_ in ("acomp", "attr")))
    return next((word for word in words_above if word.lower_ in ("possible", "likely", "conceivable", "probable")), None)


def own_words(verb: Token) -> Told:
    """What negation, auxiliaries and the negative subject or object of a verb say."""
    children = list(verb.children)
    if cue := negation(verb, children):
        return "negated", cue
    if cue := next((child for child in children if child.lower_ in words("words", "possibly")), None):
        return "possible", cue
    auxiliaries = [child for child in children if child.dep_ in ("aux", "auxpass")]
    lowered = [child.lower_ for child in auxiliaries]
    for child in auxiliaries:
        if child.lower_ in ("would", "could", "should", "'d", "’d") and "have" in lowered[lowered.index(child.lower_):]:
            return ("negated", child) if child.lower_ != "could" else ("possible", child)
        if child.lower_ in words("auxiliaries", "planned") and not (child.lower_ in ("'d", "’d") and verb.tag_ != "VB"):
            return "planned", child
        if child.lower_ in words("auxiliaries", "possible"):
            return "possible", child
    if cue := to_be(verb, auxiliaries):
        return "planned", cue
    return "actual", None


def negation(verb: Token, children: list[Token]) -> Token | None:
    """The word that negates a verb: "not", "never", "no one was", "treated no patient", "without"."""
    for child in children:
        if child.dep_ == "neg":
            following = [token.lower_ for token in child.doc[child.i + 1:child.i + 3]]
            if following[:1] != ["to"] and following[0:1] and following[0] in words("words", "not_negating") or following == ["to", "mention"]:
                continue
            return child
        if child.lower_ in ("neither", "nor") and child.dep_ in ("preconj", "cc", "advmod") and child.i < verb.i:
            return child
        if child.dep_ in (*SUBJECTS, "dobj") and (cue := no(child)):
            return cue
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return verb.head
    return None


def no(noun: Token) -> Token | None:
    """The "no" of a noun phrase ("no patient", "no one", "none of them")."""
    if noun.lower_ in words("words", "negative_subjects"):
        return noun
    return next((child for child in noun.children if child.lower_ in ("no", "neither") and child.dep_ in ("det", "neg", "preconj", "advmod", "amod")), None)


def to_be(verb: Token, auxiliaries: list[Token]) -> Token | None:
    """The cue of "is to be opened", "is to open", "yet to be opened", "is going to open"."""
    to = next((child for child in auxiliaries if child.lower_ == "to"), None)
    if to is None:
        return None
    before = to.nbor(-1) if to.i else None
    if before is not None and (before.lower_ in ("yet", "due", "set") or (before.lemma_ == "be" and verb.dep_ in ("xcomp", "ROOT", "ccomp"))):
        return before
    if before is not None and before.lower_ in ("going", "about"):
        return before
    if verb.dep_ == "ROOT" and any(child.dep_ in SUBJECTS and child.i < to.i for child in verb.children) and len(auxiliaries) == 1 + any(child.lower_ == "be" for child in auxiliaries):
        return to
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in auxiliaries):
        return to
    return None


def conditional(verb: Token, told: Told) -> Told:
    """A plan under a condition ("if its grant is confirmed, a unit will …"), or a condition itself, is possible."""
    marks = [child for child in verb.children if child.dep_ == "mark" and child.lower_ in ("if", "unless", "provided", "whether")]
    if marks and told[0] in ("actual", "planned"):
        return "possible", marks[0]
    if told[0] == "planned":
        for child in verb.children:
            if child.dep_ == "advcl":
                mark = next((word for word in child.children if word.dep_ == "mark" and word.lower_ in ("if", "unless", "provided")), None)
                if mark is not None:
                    return "possible", mark
    return told


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
    if head.pos_ == "ADJ":
        name = listed("adjectives", head.lower_)
        return (settle(name), head) if name and (infinitive or name == "possible") else status_of(head.head, depth + 1) if head.head != head else ("actual", None)
    if verb.dep_ == "ccomp" and not infinitive:
        return said(head, depth)
    if not infinitive:
        name = listed("gerunds", base(head)) if verb.tag_ == "VBG" and verb.dep_ == "xcomp" else None
        return (name, head) if name and own_words(head)[0] in ("actual", "planned") else status_of(head, depth + 1)
    if verb.dep_ == "advcl":
        return purpose(head, depth)
    name = listed("heads", base(head))
    if name and base(head) not in words("heads", "actual"):
        own = own_words(head)
        return (settle(name), head) if own[0] in ("actual", "planned") or name == "negated" else own
    return status_of(head, depth + 1)


def settle(name: str) -> str:
    """The status of what is cancelled: it did not happen."""
    return "negated" if name == "cancelled" else name


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
        return settle(name), noun
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
        if child.dep_ in ("amod", "acl", "compound", "nmod") and (name := listed("adjectives", child.lower_, ("planned", "possible", "cancelled"))) and child.lower_ not in ("set", "able", "ready", "free", "welcome", "due"):
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
        governor = head.head
        if (head.lower_, governor.lower_) in (("of", "ahead"), ("to", "prior")):
            return "planned", governor
        if governor.pos_ in ("NOUN", "PROPN"):
            name = listed("nouns", base(governor))
            if name and head.lower_ in ("at", "during"):
                return "actual", None
            return (settle(name), governor) if name and head.lower_ in ("for", "of", "to") else of_noun(governor, depth + 1)
        if head.lower_ in ("under", "despite", "amid", "given"):
            return "actual", None
        if head.lower_ in ("at", "during", "after", "following", "since") and base(governor) not in SCENES:
            return "actual", None
        return of_object(governor, False, depth)
    if noun.dep_ in (*SUBJECTS, "dobj", "attr", "dative", "oprd", "acomp"):
        given = next((child for child in noun.children if child.dep_ in ("det", "poss") and child.lower_ in ("the", "this", "these", "its", "their")), None)
        return of_object(head, noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "nsubj" and calls_off(head) and (head.nbor(1).lower_ == "through" or head.tag_ == "VBN")), depth, given)
    return "actual", None


def moved(verb: Token) -> bool:
    """Whether what is put off has a new date: "postponed to June"."""
    return base(verb) in ("postpone", "put", "defer") and any(
        child.dep_ == "prep" and child.lower_ in ("to", "until", "till") and not any(word.lower_ in words("words", "no_day") for word in child.subtree)
        for child in verb.children)


def calls_off(verb: Token) -> bool:
    """Whether a verb says that something planned was dropped: "cancelled", "called off", "fell through"."""
    lemma = base(verb)
    if lemma in words("heads", "cancelled"):
        return True
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    return (lemma, following) in (("call", "off"), ("fall", "through"), ("put", "off"))


def of_object(verb: Token, direct: bool, depth: int, given: Token | None = None) -> Told:
    """The status that a verb gives its argument: "cancelled the course", "plans a workshop", "will hold a course"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return "actual", None
    lemma = base(verb)
    for one in (verb, *(other for other in verb.conjuncts if other.pos_ == "VERB")):
        if calls_off(one) and (direct or one.dep_ == "conj"):
            return ("actual", None) if own_words(one)[0] == "negated" else ("planned" if moved(one) else "cancelled", one)
    if (lemma == "be" or not direct or any(child.dep_ == "auxpass" for child in verb.children)) and (later_verb := next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ == "VERB"), None)) is not None:
        return status_of(later_verb, depth + 1)
    told = status_of(verb, depth + 1)
    if told[0] == "negated" and lemma in ("hold", "take", "happen", "occur", "go"):
        return "cancelled", told[1]
    if told[0] == "negated" and direct and given is not None and lemma not in words("heads", "making"):
        return "actual", None
    if told[0] == "actual" and direct and lemma in words("stops", "negated"):
        return "negated", verb
    if told[0] in ("actual", "planned") and direct and (name := listed("objects", lemma)):
        return name, verb
    return told
