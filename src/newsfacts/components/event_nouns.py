"""Tells which nouns outside names are events, of what type, and whether they point back to one told before."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from newsfacts import rules
from newsfacts.components.attach import in_sentence
from newsfacts.components.event_verbs import governor
from newsfacts.components.event_words import INTRODUCERS, event_type, ordinal, singular, type_of

DEFINITE = ("the", "this", "that", "these", "those", "its", "their", "our", "his", "her", "such")


DAYS = ("day", "days", "night", "nights", "evening")
CALLS = ("call", "calls")


@functools.lru_cache(maxsize=1 << 14)
def likely(text: str) -> bool:
    """Whether a word may be an event by itself or with the words around it: all others are passed over."""
    word, table = text.lower(), rules.table("events")
    joint = any(word in nouns for nouns in table["joined"].values())
    return type_of(text) is not None or joint or word in DAYS or word in CALLS or singular(word) in table["stays"]["nouns"]


def unnamed(token: Token) -> tuple[str, str] | None:
    """The type of an unnamed event and the rule that gave it."""
    if (kind := day_of(token)) is not None:
        return kind, f"events.{kind}.day"
    if (kind := joined(token)) is not None:
        return kind, f"events.{kind}.joined"
    if stay(token):
        return "training", "events.training.stay"
    kind = event_type(token)
    if token.lower_ in CALLS and any(child.lower_ == "courtesy" for child in token.children):
        return "other", "events.other.call"
    if kind is None or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod", "amod", "poss") or token.text.isupper():
        return None
    if token.dep_ == "npadvmod" and not (explains(token) or determined(token)):
        return None
    lemma = singular(token.lower_)
    table = rules.table("events")
    if lemma in table["ceremonies"]["nouns"] and token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "ceremony":
        return None
    given = compound_type(token)
    if given is None and (token.lower_ in table["weak"]["never"] or lemma in table["weak"]["never"]):
        return attended(token, lemma)
    if given is not None and (lemma in table["weak"]["nouns"] or lemma in table["weak"]["never"]) and not modifies(token):
        return given, f"events.compound.{given}"
    if (kind == "training" and lemma == "training" and not eventive(token)) or no_event(token, lemma) or modifies(token) or in_general(token):
        return None
    return given or kind, f"events.{kind}.{lemma}"


def day_of(token: Token) -> str | None:
    """The type of a day or night by the word before it: "field day", "open night", "clean-up day"."""
    if token.lower_ not in DAYS or token.i == 0 or token.pos_ not in ("NOUN", "PROPN") or modifies(token):
        return None
    before = token.nbor(-1).lower_
    return next((kind for kind, listed in rules.table("events")["days"].items() if before in listed), None)


def joined(token: Token) -> str | None:
    """The type of a noun that only the word right before it makes an event: "a round table", "the prize-giving"; nothing where it modifies another noun."""
    before = token.i - (2 if token.i > 1 and token.nbor(-1).text == "-" else 1)
    if before < 0 or token.dep_ in ("compound", "nmod", "amod") or modifies(token):
        return None
    if token.head.lower_ in ("at", "around") and token.head.head.lemma_ == "sit":
        return None
    word = token.doc[before].lower_
    return next((kind for kind, nouns in rules.table("events")["joined"].items() if word in nouns.get(token.lower_, ())), None)


def stay(token: Token) -> bool:
    """Whether a noun is a stay for learning that is done, with a length or a date: "completed an eight-week fellowship", "the residency ended on Friday"."""
    table = rules.table("events")["stays"]
    if singular(token.lower_) not in table["nouns"] or token.pos_ != "NOUN" or token.dep_ in ("compound", "nmod", "amod") or modifies(token):
        return False
    verb, position = governor(token)
    done = verb is not None and verb.lemma_.lower() in table[{"object": "spent", "subject": "lasting"}.get(position, "nouns")]
    return done and bool(in_sentence(token, "durations") or in_sentence(token, "dates"))


def determined(token: Token) -> bool:
    """Whether a noun that the parse takes for a time has an article, as a thing has: "hosts from 2 to 9 May the lessons"; "the week" is a time."""
    return token.lower_ not in ("week", "days") and token.tag_ == "NN" and any(child.lower_ in ("a", "an", "the") for child in token.children)


def attended(token: Token, lemma: str) -> tuple[str, str] | None:
    """A noun that is an event only by what is said of it: a launch that is attended or presided over, schools of earlier years, a consultation that is held."""
    verb, position = governor(token)
    if verb is None:
        return None
    deed = verb.lemma_.lower()
    if event_type(token) == "ceremony" and not modifies(token):
        there = deed in PRESIDING or held_at(verb, position) or (position == "at" and deed in ("speak", "say", "be", "address"))
        return ("ceremony", f"events.ceremony.{lemma}") if there and (position != "subject" or held_at(verb, position)) else None
    former = any(child.lower_ in AMOUNTS for child in token.children)
    held = (deed in HELD and position == "object") or held_at(verb, position)
    taken = lemma in ("class", "module", "lecture") and deed in ("take", "attend", "complete", "hold", "run", "teach", "finish") and position == "object"
    if (taken and (timed_by(token) or in_sentence(token, "dates"))) or (held and (former or lemma in HELD_ONLY or token.lower_ in HELD_ONLY)):
        return event_type(token) or "other", f"events.weak.{lemma}"
    return None


HELD_ONLY = frozenset(["talks", "consultation", "dialogue", "negotiation", "screening", "performance"])
"""Nouns that are events only where they are held."""


def held_at(verb: Token, position: str) -> bool:
    """Whether something takes place or was held."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return (verb.lemma_ == "take" and position == "subject" and any(child.lower_ == "place" for child in verb.children)) or (
        verb.lemma_ in ("hold", "organise", "organize", "host") and position == "object" and passive
    )


def timed_by(token: Token) -> bool:
    """Whether a length of time stands in an event's own phrase: "a three-day class"."""
    return any(token.left_edge.i <= span.start < token.i for span in in_sentence(token, "durations"))


PRESIDING = frozenset(["attend", "preside", "officiate", "grace", "witness"])
"""What people do at an opening, a launch or a closing."""


def explains(token: Token) -> bool:
    """Whether a noun stands behind a comma with an article, as what explains a name does: "SoilFest, an event held in May"."""
    start = token.left_edge.i
    return start > 0 and token.doc[start].pos_ == "DET" and token.doc[start - 1].text in (",", "(", "–", "—")


def modifies(token: Token) -> bool:
    """Whether a noun only tells of what kind the noun right behind it is ("outreach work"), however it is parsed."""
    if token.i + 1 >= len(token.doc) or token.tag_ != "NN":
        return False
    ahead = token.nbor(1)
    return (
        ahead.pos_ == "NOUN" and ahead.is_lower and ahead.ent_type_ not in ("DATE", "TIME") and ahead.dep_ not in ("npadvmod", "ROOT") and not event_type(ahead)
    )


def in_general(token: Token) -> bool:
    """Whether a bare plural tells of events in general: "lessons about running workshops", "to hold meetings"."""
    if token.tag_ != "NNS" or token.dep_ not in ("dobj", "pobj", "conj"):
        return False
    if any(child.dep_ in ("det", "nummod", "poss") or child.lower_ in AMOUNTS for child in token.children):
        return False
    if token.dep_ == "pobj" and token.head.lower_ in ("with", "through", "like", "about", "by") and token.head.head.pos_ != "NOUN":
        return True
    verb = token.head.head if token.head.pos_ == "ADP" else token.head
    return verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "csubj") and verb.head.pos_ in ("ADP", "NOUN")


AMOUNTS = frozenset(
    ["several", "many", "some", "few", "various", "numerous", "regular", "previous", "past", "next", "such", "similar", "more", "other", "earlier"]
)


def no_event(token: Token, lemma: str) -> bool:
    """Whether a noun is used in another sense: the mission of a body, a convention that is signed, "in the course of"."""
    test = SENSES.get(lemma)
    return test is not None and test(token)


def no_mission(token: Token) -> bool:
    """Whether a mission is what a body is for: "its mission is to", "agency missions"."""
    if compound_type(token):
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "on" and token.nbor(-1).lower_ == "a":
        return True
    be = token.head.lemma_ == "be" and token.dep_ == "nsubj" and any(child.tag_ in ("VB", "VBG") for child in token.head.children)
    counted = any(
        ordinal(child.lower_) is not None or child.lower_ in ("latest", "last", "next", "recent", "annual", "previous") or child.ent_type_ == "DATE"
        for child in token.children
    )
    return be or (not counted and any(child.dep_ == "poss" and child.lower_ not in ("our", "this") for child in token.children))


def no_drive(token: Token) -> bool:
    """Whether a drive is none that people take part in: "the drive to succeed", "her drive"."""
    to = token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "to" and token.nbor(2).tag_ == "VB"
    return token.pos_ != "NOUN" or not any(child.dep_ == "compound" for child in token.children) or to


def no_series(token: Token) -> bool:
    """Whether a series is one of other things: "a series of reports", or one spoken of as known."""
    listed = next((child for child in token.children if child.lower_ == "of"), None)
    if listed is None:
        return definite(token)
    return not any(event_type(inner) for inner in listed.children)


def no_course(token: Token) -> bool:
    """Whether a course is the one of time or of a race: "in the course of the year"."""
    return (
        token.i > 1
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ == "of"
        and token.nbor(-1).lower_ == "the"
        and token.nbor(-2).lower_
        in (
            "in",
            "over",
            "during",
            "through",
            "throughout",
            "within",
        )
    )


def no_assembly(token: Token) -> bool:
    """Whether a convention or an exchange is a treaty: "signed the convention"."""
    return any(parent.lemma_ in ("sign", "ratify", "conclude", "framework", "implement", "adopt", "accede", "party") for parent in token.ancestors)


def no_training(token: Token) -> bool:
    """Whether training is only what an agreement or a project is for: "an agreement on the training of nurses"."""
    above = token.head.head if token.dep_ == "pobj" else token
    return above.lemma_.lower() in (
        "agreement",
        "memorandum",
        "contract",
        "convention",
        "protocol",
        "deal",
        "pact",
        "accord",
        "mou",
        "funds",
        "grant",
        "money",
        "importance",
    )


def no_workshop(token: Token) -> bool:
    """Whether a workshop is a building where things are made: it is built, equipped or damaged."""
    verb, position = governor(token)
    done = {child.lemma_.lower() for child in token.children if child.dep_ in ("acl", "relcl", "amod")}
    if verb is not None and position == "object":
        done.add(verb.lemma_.lower())
        if verb.lemma_.lower() == "put" and any(child.lower_ == "into" for child in verb.children):
            return True
    return bool(done & BUILT)


BUILT = frozenset(
    ["build", "rebuild", "damage", "equip", "renovate", "install", "furnish", "construct", "destroy", "repair", "own", "extend", "erect", "closed", "refurbish"]
)
"""What is done to buildings and rooms."""


def in_session(token: Token) -> bool:
    """Whether sessions are how something is done: "in session", "in five sessions"."""
    return token.dep_ == "pobj" and token.head.lower_ == "in"


def no_challenge(token: Token) -> bool:
    """Whether a challenge is a difficulty: "the staff face a challenge"; one that people take part in is run, won or called something."""
    called = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in INTRODUCERS
    if called or any(child.dep_ == "compound" and child.pos_ in ("NOUN", "PROPN") for child in token.children):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ not in ("in", "during", "at") or token.head.head.lemma_.lower() not in ("participate", "take", "compete", "win")
    run = ("launch", "run", "hold", "organise", "organize", "host", "enter", "win", "join", "announce", "issue", "sponsor", "start", "open", "attract", "draw")
    return token.dep_ not in ("dobj", "nsubj", "nsubjpass", "conj") or token.head.lemma_.lower() not in run


SENSES = {
    "mission": no_mission,
    "workshop": no_workshop,
    "drive": no_drive,
    "series": no_series,
    "course": no_course,
    "convention": no_assembly,
    "exchange": no_assembly,
    "training": no_training,
    "challenge": no_challenge,
    "session": in_session,
}


def compound_type(token: Token) -> str | None:
    """The type that a modifier gives a general noun: "training session", "award ceremony", "eye camp"."""
    before = [child.lower_ for child in token.children if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i]
    table = rules.table("events")["compound"]
    lemma = singular(token.lower_)
    if lemma in ("event", "programme", "program", "session", "activity") and (kind := named_by_part(token)) is not None:
        return kind
    for kind, listed in table.items():
        if any(singular(word) in listed for word in before):
            if kind in ("mission", "campaign"):
                if lemma in ("camp", "exercise"):
                    return str(kind)
            elif lemma == "camp":
                if kind == "training" and "boot" in before:
                    return "training"
            elif kind == "ceremony":
                if event_type(token) == "ceremony":
                    return "ceremony"
            elif lemma in ("programme", "program", "session", "course", "class", "module", "event"):
                return kind if lemma != "course" else "course"
    return None


def named_by_part(token: Token) -> str | None:
    """The type of the event noun right before a general one: "hackathon event", "seminar programme"."""
    parts = [child for child in token.children if child.dep_ in ("compound", "nmod") and child.i == token.i - 1]
    kind = event_type(parts[0]) if parts else None
    table = rules.table("events")["weak"]
    return None if kind is None or singular(parts[0].lower_) in (*table["nouns"], *table["never"]) else kind


def eventive(token: Token) -> bool:
    """Whether "training" is an event (counted, determined, held at a time or place) and no mere activity."""
    if token.tag_ == "NNS" or any(
        child.dep_ in ("det", "nummod", "amod", "poss") and child.lower_ not in ("no", "any", "further", "more") for child in token.children
    ):
        return True
    verb, position = governor(token)
    if verb is not None and position == "for" and verb.lemma_.lower() in SENT:
        return True
    held = verb is not None and position == "object" and verb.lemma_.lower() in HELD
    return held and bool(in_sentence(token, "dates") or in_sentence(token, "durations"))


SENT = frozenset(["send", "invite", "travel", "go", "leave", "depart", "select", "fly", "dispatch", "gather", "join", "assemble", "nominate"])
"""What is done by or to people "for training"."""
HELD = frozenset(
    ["lead", "hold", "run", "give", "deliver", "provide", "attend", "complete", "organise", "organize", "conduct", "host", "undergo", "receive", "offer"]
)


def definite(token: Token) -> bool:
    """Whether an event noun points back: "the workshop", "this training"."""
    return any(child.dep_ in ("det", "poss") and child.lower_ in DEFINITE for child in token.children)
