"""Finds words that stand for events without naming them: "The first was held in …", "the fifth edition", "It was organised by …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts import rules
from newsfacts.components.attach import in_sentence, preposition
from newsfacts.components.event_backers import backers
from newsfacts.components.event_phrases import parts, phrases, words
from newsfacts.components.event_scenes import timed
from newsfacts.components.event_words import ordinals
from newsfacts.components.mention import Argument, mentions, value_of
from newsfacts.components.nouns import is_a

NEAR = 70
"""Tokens behind an event's mention in which sentences without one tell its backers."""


def anaphors(doc: Doc, told: list[int]) -> Iterator[tuple[Token, tuple[Argument, ...]]]:
    """Sentences that tell of an event only by "it" or "they": "It was organised by X and Y"."""
    for sentence in doc.sents:
        if any(sentence.start <= place < sentence.end for place in told):
            continue
        found = tuple(backed_then(sentence, told))
        if speaks_on(sentence):
            found = (*phrases(doc, sentence.start, sentence.end), *held_then(sentence), *found)
        if found:
            yield doc[max(found[0].tokens[0] - 1, sentence.start)], found


def backed_then(sentence: Span, told: list[int]) -> Iterator[Argument]:
    """Who ran or paid for an event told shortly before; where "it" was paid for, in the sentence before."""
    doc = sentence.doc
    last = max((place for place in told if sentence.start - NEAR < place < sentence.start), default=None)
    if last is None:
        return
    for argument in backers(doc, sentence.start, sentence.end):
        if not argument.rule.endswith("-it") or doc[last].sent.end > doc[sentence.start - 1].sent.start:
            yield argument


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
    if any(token.lower_ in words("efforts") and token.nbor(-1).lower_ in ("joint", "collaborative") for token in sentence[1:12]):
        return True
    return any(token.lower_ in parts("nouns") or token.lower_ in words("thanks") for token in sentence[:8])


def gapped(doc: Doc) -> Iterator[tuple[Token, tuple[Argument, ...]]]:
    """Editions told by their number with place and date behind it or the town before it: "Lima hosted the first in 2019, Quito the second (2021)"."""
    for token in doc:
        if token.lower_ not in ordinals() or token.nbor(-1 if token.i else 0).lower_ != "the" or token.i + 2 >= len(doc):
            continue
        if token.nbor(1).lower_ not in ("in", "(") or further(token) or not any(word.lemma_ in HOSTING or further(word) for word in token.sent):
            continue
        ahead = token.i + 2
        town = next((span for span in mentions(doc, "places") if span.start == ahead or span.end in (token.i - 1, token.i - 2)), None)
        date = next((span for span in mentions(doc, "dates") if span.start == ahead or (town is not None and 0 < span.start - town.end < 3)), None)
        if town is not None and date is not None:
            yield token, (Argument("date", (date.start, date.end), "events.gapped"), Argument("place", (town.start, town.end), "events.gapped"))


HOSTING = frozenset(["host", "hold", "organise", "organize", "stage"])
"""Verbs of sentences that list editions by their numbers."""


def follow_ups(doc: Doc) -> Iterator[Token]:
    """ "The first was held in Lusaka", "the sixth edition moves to Cuenca", "those of May and June": words that stand for a further event of the kind."""
    return (token for token in doc if further(token))


def further(token: Token) -> bool:
    """Whether a word stands for a further event."""
    if token.lower_ in EDITIONS:
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "ROOT")
    if token.lower_ in INTAKES:
        return token.dep_ in ("nsubj", "nsubjpass") and numbered(token) and told_of(token.head)
    if token.lower_ in ("that", "those"):
        return dated(token)
    return token.dep_ in ("nsubj", "nsubjpass") and counted(token) and told_of(token.head)


EDITIONS = ("edition", "editions", "round", "instalment")
INTAKES = ("intake", "batch", "cohort")
"""Words for those who come next, which tell of an edition where a verb of taking place follows: "the next intake is slated for May"."""


def numbered(token: Token) -> bool:
    """Whether an ordinal, "next" or "another" counts a noun; the first is the edition that is told anyhow."""
    told = [child.lower_ for child in token.children if child.i < token.i]
    return any((ordinals().get(word) or 0) > 1 or word in ("next", "another", "new") for word in told)


def counted(token: Token) -> bool:
    """Whether a word without a noun counts events: "the third", "an earlier one", "the latest"; "another third" is a share."""
    if token.lower_ not in ordinals() and token.lower_ not in ("one", "next", "last", "latest"):
        return False
    return any(child.dep_ == "det" and child.lower_ != "another" for child in token.children)


def told_of(verb: Token) -> bool:
    """Whether a verb tells of an event that its subject stands for; "be" only with a time or place: "the third will be in Loja in 2023"."""
    table = rules.table("events")["merging"]
    if verb.lemma_.lower() == "be":
        links = (verb, *(child for child in verb.children if child.dep_ == "acomp" and child.lower_ in ("due", "set", "likely")))
        return any(child.dep_ == "prep" and child.lower_ in ("in", "on", "at", "from") and child.i > verb.i for link in links for child in link.children)
    return verb.pos_ == "VERB" and (verb.lemma_ in table["taking_place"] or verb.lemma_ in table["following"])


def dated(token: Token) -> bool:
    """Whether "that" or "those" stands for events told by their dates: "those of April, June and October"."""
    ahead = token.i + 2
    if ahead >= len(token.doc) or token.nbor(1).lower_ not in ("of", "in"):
        return False
    return any(span.start in (ahead, ahead + 1) and len(value_of(span).value) < 11 for span in mentions(token.doc, "dates"))
