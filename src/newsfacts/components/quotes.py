"""Proposes what somebody says, quoted or reported, with the speaker."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts.components.mention import QuoteValue, Tokens, mentions, propose, text_of, value_of
from newsfacts.components.quote_marks import quoted
from newsfacts.components.speakers import Names, beside, ends, of_verb, says, stretch, words

DASHES = ("–", "—", "-", "--", "―", "~")
PRONOUNS = ("he", "she", "they")
STOPS = (".", "!", "?", "…")
AFTER, BEFORE = 20, 25
"""Tokens behind and before quoted words within which the verb of speech stands."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who says something, by which words, and the end of the rule's id."""

    speaker: Tokens
    cue: Tokens | None
    rule: str


@Language.component("newsfacts_quotes", assigns=["span._.newsfacts_quotes"], requires=["token.dep"])
def quotes(doc: Doc) -> Doc:
    """Proposes quoted words first, then reported clauses."""
    names = Names(doc)
    direct(doc, names)
    reported(doc, names)
    resolve_pronouns(doc, names)
    return doc


def direct(doc: Doc, names: Names) -> None:
    """Quoted words with the speaker named behind or before them, or carried on from the words before; then words that a line leads in to."""
    stretches = [span for span in (doc.char_span(*at, alignment_mode="expand") for at in quoted(text_of(doc))) if span is not None and len(span) > 3]
    last: Told | None = None
    before: Span | None = None
    for place, span in enumerate(stretches):
        following = stretches[place + 1].start if place + 1 < len(stretches) else len(doc)
        earlier = before.end if before is not None else 0
        told = announced(doc, span, earlier, names) or behind(doc, span, following, names) or ahead(doc, span, earlier, names)
        if told is None and last is not None and before is not None and carried(doc, before, span):
            told = Told(last.speaker, last.cue, "continued")
        if told is not None:
            propose(doc, "quotes", span.start, span.end, f"quotes.direct.{told.rule}", QuoteValue(told.speaker, told.cue, "direct"))
            last, before = told, span
    led_in(doc, names)


def announced(doc: Doc, span: Span, start: int, names: Names) -> Told | None:
    """The speaker before a colon that announces quoted words."""
    before = text_of(doc)[max(0, span.start_char - 4):span.start_char].rstrip()
    return ahead(doc, span, start, names) if before.endswith(":") else None


def behind(doc: Doc, span: Span, end: int, names: Names) -> Told | None:
    """The speaker behind quoted words: "…," said X; "…" – X; "…", according to X."""
    start = span.end
    while start < end and (doc[start].is_space or doc[start].text in (",", "*", "_")) and start - span.end < 3:
        start += 1
    if start >= end:
        return None
    broken = any("\n" in token.text for token in doc[span.end:start])
    if doc[start].text in DASHES and finished(span):
        return credit(doc, start + 1, min(end, start + 14), names)
    if broken or (doc[start].text[0].isupper() and any(token.text == "." for token in span[-2:])):
        return None
    for token in doc[start:min(end, start + AFTER)]:
        if ends(token) or token.text == ";":
            return None
        if token.lower_ == "according" and token.i - start <= 2 and (found := by_according(token, names)) is not None:
            return Told(found, (token.i, token.i + 2), "according")
        if says(token):
            found = beside(token, start, limit(doc, token.i, end), names)
            return None if found is None else Told(found, (token.i, token.i + 1), "behind")
        if token.pos_ == "VERB" and token.dep_ not in ("acl", "relcl", "amod"):
            return None
    return None


def limit(doc: Doc, place: int, end: int) -> int:
    """Where the sentence that a token stands in ends, at the latest at `end`."""
    return next((token.i for token in doc[place:end] if ends(token)), end)


def finished(span: Span) -> bool:
    """Whether quoted words end a sentence."""
    return any(token.text[-1] in ".!?…" for token in span[-2:])


def credit(doc: Doc, start: int, end: int, names: Names) -> Told | None:
    """The person or body that a dash or a line names, before any verb."""
    for token in doc[start:end]:
        if token.i in names.at:
            span = names.at[token.i]
            return Told((span.start, span.end), None, "credit")
        if token.pos_ in ("VERB", "AUX") or token.text in STOPS or ("\n" in token.text and token.i > start):
            return None
    return None


def ahead(doc: Doc, span: Span, start: int, names: Names) -> Told | None:
    """The speaker before quoted words: X said: "…"; X told reporters that "…"; According to X, "…"; X: "…"."""
    end = span.start
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ("*", "_", ">")):
        end -= 1
    if end <= start:
        return None
    last = doc[end - 1]
    if "\n" in "".join(token.text for token in doc[end:span.start]) and last.text != ":":
        return None
    first = sentence_start(doc, end - 1, max(start, end - BEFORE))
    reach = 16 if last.text == ":" else 8 if last.text == "," or last.lower_ == "that" else 2
    for token in reversed(doc[max(first, end - reach):end]):
        if says(token):
            found = of_verb(token, names) or beside(token, first, end, names)
            return None if found is None else Told(found, (token.i, token.i + 1), "before")
    for token in doc[first:end]:
        if token.lower_ == "according" and (found := by_according(token, names)) is not None and last.text == ",":
            return Told(found, (token.i, token.i + 2), "according")
    if last.text == ":" and end - first <= 14 and (named := names.within(first, end - 1)) is not None and (named.label_ == "people" or leads(doc, first, end)):
        return Told((named.start, named.end), None, "line")
    return None


def sentence_start(doc: Doc, place: int, least: int) -> int:
    """Where the sentence of a token begins, by punctuation and line ends, at the earliest at `least`."""
    for token in reversed(doc[least:place]):
        if ends(token):
            return int(token.i) + 1
    return least


def leads(doc: Doc, start: int, end: int) -> bool:
    """Whether a line says that somebody's words follow: "And from Chair X:"."""
    return any(token.lower_ in words("nouns", "leads") for token in doc[start:end])


def by_according(token: Token, names: Names) -> Tokens | None:
    """The source in "according to X"."""
    to = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if to is None or to.lower_ != "to":
        return None
    person = names.person(to.i + 1, min(to.i + 9, len(token.doc)))
    if person is not None and "," not in token.doc[to.i + 1:person.start].text:
        return person.start, person.end
    for place in range(to.i + 1, min(to.i + 9, len(token.doc))):
        if token.doc[place].text in (",", ".", ":", ";"):
            break
        if place in names.at:
            return names.at[place].start, names.at[place].end
    source = next((child for child in (*to.children, *token.children) if child.dep_ == "pobj"), None)
    if source is None or source.pos_ == "PRON" or source.lemma_.lower() in words("nouns", "measures"):
        return None
    return stretch(source, names)


def carried(doc: Doc, before: Span, span: Span) -> bool:
    """Whether quoted words go on with those before: behind one sentence's end, in the next paragraph with marks left open, or as a paragraph of its own."""
    between = doc[before.end:span.start]
    text = between.text
    if not text.strip():
        return "\n" not in text or doc[before.end - 1].text not in ("”", '"', "»")
    if text.count("\n\n") == 1 and text.endswith("\n\n") and len(between) < 40:
        return span.end == len(doc) or "\n" in doc[span.end].text
    return "\n\n" not in text and len(between) < 60 and between[-1].text in (*STOPS, ",", ";", ":")


def led_in(doc: Doc, names: Names) -> None:
    """A paragraph without marks behind a line such as "And from Chair X:" or "X said:", or behind a speaker's name and a colon."""
    blocks = mentions(doc, "layout")
    for line, body in pairwise(blocks):
        if line[-1].text == ":" and len(line) < 40 and value_of(body).kind == "paragraph" and body[0].text not in ('"', "“", "‘", "«"):
            last = next((token for token in reversed(line[-16:]) if says(token)), None)
            found = of_verb(last, names) if last is not None else None
            if found is None and leads(doc, line.start, line.end) and len(line) < 16 and (named := names.within(line.start, line.end)) is not None:
                found = (named.start, named.end)
            if found is not None:
                propose(doc, "quotes", body.start, body.end, "quotes.direct.lead-in", QuoteValue(found, (line.end - 1, line.end), "direct"))
    for block in blocks:
        name = names.at.get(block.start)
        if name is not None and name.label_ == "people" and name.end < block.end and doc[name.end].text == ":" and len(block) > 8 and finite(block):
            value = QuoteValue((name.start, name.end), (name.end, name.end + 1), "direct")
            propose(doc, "quotes", name.end + 1, block.end, "quotes.direct.name", value)


def finite(span: Span) -> bool:
    """Whether a stretch holds a finite verb."""
    return any(token.tag_ in ("VBZ", "VBP", "VBD", "MD") for token in span)


def reported(doc: Doc, names: Names) -> None:
    """Clauses that somebody is said to say, and sentences "according to X", outside quoted words."""
    within = {place for span in mentions(doc, "quotes") for place in range(span.start, span.end)}
    for token in doc:
        if token.lower_ == "according":
            source = by_according(token, names)
            if source is not None:
                start, end = clause(token.head)
                propose(doc, "quotes", start, end, "quotes.indirect.according", QuoteValue(source, (token.i, token.i + 2), "indirect"))
        elif token.pos_ in ("VERB", "AUX") and says(token, "reported"):
            if token.dep_ != "ROOT" and token.i in within:
                continue
            for start, end in contents(token):
                speaker = of_verb(token, names)
                if speaker is not None and end - start > 2 and not (start + 1 in within and end - 2 in within):
                    propose(doc, "quotes", start, end, "quotes.indirect.clause", QuoteValue(speaker, (token.i, token.i + 1), "indirect"))


def clause(head: Token) -> Tokens:
    """The clause that "according to" belongs to."""
    while head.head != head and head.pos_ not in ("VERB", "AUX"):
        head = head.head
    if head.dep_ in ("relcl", "ccomp", "advcl"):
        return head.left_edge.i, head.right_edge.i + 1
    return head.sent.start, head.sent.end


def contents(verb: Token) -> Iterator[Tokens]:
    """The clauses that are what is said; of one that holds the verb itself ("the camp, X said, treated 50"), all of it."""
    hears = verb.lemma_.lower() in words("verbs", "hearers")
    for child in verb.children:
        if child.dep_ == "ccomp" and states(child) and (hears or not any(other.dep_ == "dobj" for other in verb.children)):
            yield child.left_edge.i, child.right_edge.i + 1
    if verb.dep_ in ("parataxis", "intj") or (verb.dep_ == "ccomp" and parenthetical(verb)):
        yield verb.sent.start, verb.sent.end


def states(clause: Token) -> bool:
    """Whether a clause states something: no infinitive, no question, no "what was published"."""
    if clause.tag_ in ("VB", "VBG") and any(child.lower_ == "to" for child in clause.children):
        return False
    if clause.doc[clause.left_edge.i].lower_ in words("verbs", "asking"):
        return False
    return clause.pos_ in ("VERB", "AUX") or any(child.dep_ in ("nsubj", "nsubjpass", "cop") for child in clause.children)


def parenthetical(verb: Token) -> bool:
    """Whether a verb of speech stands with its subject between commas within what is said."""
    start, end = verb.left_edge.i, verb.right_edge.i
    doc = verb.doc
    if start == 0 or end - start >= 12 or end + 1 >= len(doc) or any(child.dep_ in ("ccomp", "mark", "dobj") for child in verb.children):
        return False
    return doc[start - 1].text == "," and doc[end + 1].text in (",", ".")


def resolve_pronouns(doc: Doc, names: Names) -> None:
    """ "he added", "she said": the speaker of the words before, where no other person was the subject of the sentence before."""
    last: Tokens | None = None
    for span in sorted(mentions(doc, "quotes"), key=lambda span: value_of(span).speaker[0]):
        value: QuoteValue = value_of(span)
        if value.speaker is None:
            continue
        head = doc[value.speaker[0]]
        if value.speaker[1] - value.speaker[0] == 1 and head.lower_ in PRONOUNS:
            if last is not None and head.i - last[1] < 150 and not other_subject(head, last, names):
                span._.newsfacts_quotes = QuoteValue(last, value.cue, value.kind)
        elif value.speaker[0] in names.at and names.at[value.speaker[0]].label_ == "people":
            last = value.speaker


def other_subject(pronoun: Token, last: Tokens, names: Names) -> bool:
    """Whether another person is the subject of a sentence between the last speaker and the pronoun."""
    subjects = (token for token in pronoun.doc[last[1]:pronoun.i] if token.dep_ in ("nsubj", "nsubjpass"))
    return any(token.i in names.at and names.at[token.i].label_ == "people" for token in subjects)
