"""Describes a figure by the words that stand around it: what the learned reading of outcomes knows of it."""
from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from newsfacts.components.attach import clause_of, in_sentence, preposition
from newsfacts.components.layout import block_of
from newsfacts.components.mention import CountValue, sentence_of, value_of
from newsfacts.components.nouns import named_by

CLASSES = ("person", "party", "care", "body", "goods", "document", "award", "agreement", "funding", "event")
NEAR = 5
"""Words on either side that are told by themselves."""
MOST = 4
"""Figures of a sentence, and fifths of a text, are told apart up to this number."""


def features(count: Span) -> set[str]:
    """What is known of a figure: its noun and kind, the verb of its clause, the words around it, its block and place in the text."""
    value: CountValue = value_of(count)
    noun = count.doc[value.noun[0]] if value.noun else count.root
    of = (value.of or "-").lower()
    classes = [name for name in CLASSES if named_by(of, name)]
    return {*own(count, value, of, classes), *clause(noun, (classes or [value.kind])[0]), *around(count), *sentence(noun, count)}


def own(count: Span, value: CountValue, of: str, classes: list[str]) -> Iterator[str]:
    """Of the figure itself: noun and its classes, kind, comparator, size, the preposition before it, and where it stands."""
    yield from (f"of={of}", f"kind={value.kind}", f"comparator={value.comparator}", f"preposition={preposition(count)}")
    yield from (f"class={name}" for name in classes)
    yield from (f"in={token.lower_}" for token in count if not token.is_space)
    yield from (f"digits={len(str(int(value.value)))}", f"block={block_of(count[0])}", f"fifth={min(MOST, 5 * count.start // len(count.doc))}")
    yield f"figures={min(MOST, len(in_sentence(count[0], 'counts')))}"
    if value.part_of is not None:
        yield "part"


def clause(noun: Token, kind: str) -> Iterator[str]:
    """Of the verb of the clause: its lemma and tense, its other parts, and how the noun stands to it."""
    verb = clause_of(noun)
    lemma, side = verb.lemma_.lower(), "before" if noun.i < verb.i else "behind"
    yield from (f"verb={lemma}", f"verb+class={lemma} {kind}", f"verb+side={lemma} {side}", f"tag={verb.tag_}")
    yield from (f"dep={noun.dep_}", f"dep+class={noun.dep_} {kind}")
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and child != noun:
            yield f"{child.dep_}={child.lemma_.lower()}"
        elif child.dep_ == "auxpass":
            yield "passive"
        elif child.dep_ == "prep":
            yield f"prep={child.lower_}"


def around(count: Span) -> Iterator[str]:
    """Of the words right before and behind: the nearest with their place, alone and in pairs, the others without."""
    doc, start, end = count.doc, count.start, count.end
    before = [token.lemma_.lower() for token in doc[max(0, start - NEAR):start] if not token.is_space]
    behind = [token.lemma_.lower() for token in doc[end:end + NEAR] if not token.is_space]
    yield from (f"before={word}" for word in before)
    yield from (f"behind={word}" for word in behind)
    yield from (f"next-before={' '.join(before[-many:])}" for many in (1, 2) if len(before) >= many)
    yield from (f"next-behind={' '.join(behind[:many])}" for many in (1, 2) if len(behind) >= many)


def sentence(noun: Token, count: Span) -> Iterator[str]:
    """Of the verbs and nouns of the sentence, those of the figure left out."""
    doc: Doc = count.doc
    start, end = sentence_of(doc, noun.i)
    for place in (*range(start, min(end, count.start)), *range(max(start, count.end), end)):
        if doc[place].pos_ in ("VERB", "NOUN"):
            yield f"sentence={doc[place].lemma_.lower()}"
