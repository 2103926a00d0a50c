"""Proposes events, named and unnamed, each mention with its arguments."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.attach import in_sentence, preposition
from newsfacts.components.event_arguments import arguments
from newsfacts.components.event_deeds import deeds_of
from newsfacts.components.event_phrases import NOUNS, THANKS, phrases
from newsfacts.components.event_scenes import timed
from newsfacts.components.event_teams import teams_of, visits_of
from newsfacts.components.event_words import event_type, ordinals, singular
from newsfacts.components.mention import Argument, EventValue, mentions, propose, value_of
from newsfacts.components.nouns import is_a
from newsfacts.components.status import calls_off, status_of

DEFINITE = ("the", "this", "that", "these", "those", "its", "their", "our", "his", "her", "such")


@Language.component("newsfacts_events", assigns=["span._.newsfacts_events"], requires=["token.dep", "span._.newsfacts_event_names"])
def events(doc: Doc) -> Doc:
    """Proposes each named event, and each noun such as "a two-day workshop" outside names."""
    names = mentions(doc, "event_names")
    covered = {
        place
        for kind in ("event_names", "organisations", "people")
        for span in mentions(doc, kind)
        if not getattr(value_of(span), "generic", False)
        for place in range(span.start, span.end)
    }
    nouns = [(token, found) for token in doc if token.i not in covered and (found := unnamed(token))]
    places = [name.root.i for name in names] + [token.i for token, _ in nouns]
    for name in names:
        value = value_of(name)
        propose(doc, "events", name.start, name.end, name.id_, EventValue(value.name, value.type, told_as(name.root), True, arguments(name.root, name, places)))
    for token, (kind, rule) in nouns:
        span = doc[token.i : token.i + 1]
        propose(doc, "events", token.i, token.i + 1, rule, EventValue(None, kind, told_as(token), definite(token), arguments(token, span, places)))
    for token in follow_ups(doc):
        if token.i not in covered and token.i not in places:
            propose(
                doc,
                "events",
                token.i,
                token.i + 1,
                "events.follow-up",
                EventValue(None, "edition", told_as(token), False, arguments(token, doc[token.i : token.i + 1], places)),
            )
    for token, told, there in deeds_of(doc):
        propose(doc, "events", token.i, token.i + 1, "events.deed.attended" if there else "events.deed", EventValue(None, "deed", "actual", False, told))
    for token, told in teams_of(doc, places):
        propose(doc, "events", token.i, token.i + 1, "events.team", EventValue(None, "mission", told_as(token), definite(token), told))
    for token, told in visits_of(doc, places):
        propose(doc, "events", token.i, token.i + 1, "events.visit", EventValue(None, "other", told_as(token), False, told))
    for token, told in anaphors(doc, places):
        propose(doc, "events", token.i, token.i + 1, "events.anaphor", EventValue(None, "anaphor", "", True, told))
    return doc


def told_as(head: Token) -> str:
    """An event's status; "possible" and "negated" are kept as they are told. A line such as "Summer camp: cancelled" tells it without a verb."""
    told = status_of(head)[0]
    if told in ("planned", "possible") and denied_next(head):
        return "cancelled"
    if told == "actual" and any(child.dep_ == "relcl" and status_of(child)[0] == "planned" for child in head.children):
        return "planned"
    if told != "cancelled" and any(calls_off(child) for child in head.children if child.dep_ in ("acl", "relcl")):
        return "cancelled"
    if told != "cancelled" and any(
        token.lower_ in ("cancelled", "canceled", "postponed") and token.nbor(-1).text in (":", "(", "–", "-") for token in head.sent if token.i > head.i
    ):
        return "cancelled"
    return told


def denied_next(head: Token) -> bool:
    """Whether the next sentence takes a plan back: "It won't.", "That did not happen."."""
    doc, end = head.doc, head.sent.end
    if end >= len(doc):
        return False
    words = [token.lower_ for token in doc[end : end + 4] if not token.is_space]
    return bool(words) and words[0] in ("it", "this", "that") and any(word in ("n't", "n’t", "not", "never", "wo", "fell") for word in words[1:3])


def anaphors(doc: Doc, told: list[int]) -> Iterator[tuple[Token, tuple[Argument, ...]]]:
    """Sentences that tell of an event only by "it" or "they": "It was organised by X and Y"."""
    for sentence in doc.sents:
        if any(sentence.start <= place < sentence.end for place in told):
            continue
        if not speaks_on(sentence):
            continue
        found = (*phrases(doc, sentence.start, sentence.end), *held_then(sentence))
        if found:
            yield doc[max(found[0].tokens[0] - 1, sentence.start)], found


def held_then(sentence: Span) -> Iterator[Argument]:
    """When and where "it" takes place, is held, runs: "It was held on 3–5 June in Quito with 40 participants"."""
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in rules.table("events")["merging"]["taking_place"]:
            continue
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.lower_ in ("it", "they", "this", "these", "both"):
            yield from timed(verb)
            for count in in_sentence(verb, "counts"):
                if preposition(count) == "with" and value_of(count).kind == "count" and value_of(count).noun and is_a(doc_token(count), "person"):
                    yield Argument("participants", (count.start, count.end), "events.anaphor.with")
                    break


def doc_token(count: Span) -> Token:
    """The head noun of a count."""
    head: Token = count.doc[value_of(count).noun[0]]
    return head


def speaks_on(sentence: Span) -> bool:
    """Whether a sentence goes on about what was told: its subject is a pronoun, it has none ("Organised by X."), or it names organisers or thanks them."""
    subject = next((token for token in sentence if token.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lower_ in ("it", "they", "this", "both", "these", "we", "which"):
        return True
    return any(token.lower_ in NOUNS or token.lower_ in THANKS for token in sentence[:8])


def follow_ups(doc: Doc) -> Iterator[Token]:
    """ "The first was held in Lusaka", "the fifth edition goes to Loja", "an earlier one took place": words that stand for a further event of the kind."""
    for token in doc:
        if (token.lower_ in ("edition", "editions", "round", "instalment") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "ROOT")) or ((
            token.dep_ in ("nsubj", "nsubjpass")
            and token.head.pos_ == "VERB"
            and (token.lower_ in ordinals() or token.lower_ in ("one", "next", "last", "latest"))
            and any(child.dep_ == "det" for child in token.children)
        ) and (token.head.lemma_ in rules.table("events")["merging"]["taking_place"] or token.head.lemma_ in rules.table("events")["merging"]["following"])):
            yield token


def unnamed(token: Token) -> tuple[str, str] | None:
    """The type of an unnamed event and the rule that gave it."""
    kind = event_type(token)
    if kind is None or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod", "amod", "npadvmod", "poss") or token.text.isupper():
        return None
    lemma = singular(token.lower_)
    table = rules.table("events")
    if lemma in table["ceremonies"]["nouns"] and token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "ceremony":
        return None
    if token.lower_ in table["weak"]["never"] and not compound_type(token):
        return None
    if lemma in table["weak"]["nouns"] or lemma in table["weak"]["never"]:
        given = compound_type(token)
        if given:
            return given, f"events.compound.{given}"
        if lemma in table["weak"]["never"]:
            return None
    if (kind == "training" and lemma == "training" and not eventive(token)) or no_event(token, lemma):
        return None
    if lemma == "session" and token.dep_ == "pobj" and token.head.lower_ == "in":
        return None
    return compound_type(token) or kind, f"events.{kind}.{lemma}"


def no_event(token: Token, lemma: str) -> bool:
    """Whether a noun is used in another sense: the mission of a body, a convention that is signed."""
    if lemma == "mission" and not compound_type(token):
        be = token.head.lemma_ == "be" and token.dep_ == "nsubj" and any(child.tag_ in ("VB", "VBG") for child in token.head.children)
        return be or any(child.dep_ == "poss" and child.lower_ not in ("our", "this") for child in token.children)
    if lemma == "drive":
        return token.pos_ != "NOUN" or not any(child.dep_ == "compound" for child in token.children) or token.nbor(1).lower_ == "to"
    if lemma == "series":
        return definite(token) and not any(child.lower_ == "of" for child in token.children)
    if lemma in ("convention", "exchange"):
        return any(parent.lemma_ in ("sign", "ratify", "conclude", "framework", "implement", "adopt", "accede", "party") for parent in token.ancestors)
    return False


def compound_type(token: Token) -> str | None:
    """The type that a modifier gives a general noun: "training session", "award ceremony", "eye camp"."""
    before = [child.lower_ for child in token.children if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i]
    table = rules.table("events")["compound"]
    lemma = singular(token.lower_)
    for kind, words in table.items():
        if any(singular(word) in words for word in before):
            if kind == "mission":
                if lemma == "camp":
                    return "mission"
            elif kind == "ceremony":
                if event_type(token) == "ceremony":
                    return "ceremony"
            elif lemma in ("programme", "program", "session", "course", "class", "module", "event"):
                return kind if lemma != "course" else "course"
    return None


def eventive(token: Token) -> bool:
    """Whether "training" is an event (counted, dated, determined) and no mere activity."""
    return (
        any(child.dep_ in ("det", "nummod", "amod", "poss") and child.lower_ not in ("no", "any", "further", "more") for child in token.children)
        or token.tag_ == "NNS"
    )


def definite(token: Token) -> bool:
    """Whether an event noun points back: "the workshop", "this training"."""
    return any(child.dep_ in ("det", "poss") and child.lower_ in DEFINITE for child in token.children)
