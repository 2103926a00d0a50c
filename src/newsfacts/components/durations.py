"""Proposes stated lengths of time."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import lengths, mention


@Language.component("newsfacts_durations", assigns=["span._.newsfacts_durations"], requires=[])
def durations(doc: Doc) -> Doc:
    for length in lengths.read(mention.text_of(doc)):
        span = doc.char_span(length.start, length.end, alignment_mode="expand")
        if span is not None:
            mention.propose(doc, "durations", span.start, span.end, length.rule, mention.DurationValue(length.value))
    return doc
