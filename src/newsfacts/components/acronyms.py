"""Proposes acronyms with their long forms."""

from __future__ import annotations

from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention, short_forms


@Language.component("newsfacts_acronyms", assigns=["span._.newsfacts_acronyms"], requires=[])
def acronyms(doc: Doc) -> Doc:
    text = mention.text_of(doc)
    for rule, pair in chain(
        (("acronyms.brackets", found) for found in short_forms.pairs(text)), (("acronyms.known-as", found) for found in short_forms.named_pairs(text))
    ):
        short, long = (doc.char_span(*at, alignment_mode="expand") for at in (pair.short_at, pair.long_at))
        if short is None or long is None or sum(char.isupper() for char in pair.short) < 2:
            continue
        start = long.start
        while start < long.end - 1 and doc[start].lower_ in ("the", "a", "an", "our", "its"):
            start += 1
        if pair.short.isupper() and doc[start].text.islower() and doc[long.end - 1].text[0].isupper():
            continue
        name = doc[start : long.end].text
        mention.propose(doc, "acronyms", short.start, short.end, rule, mention.AcronymValue(pair.short, name, (start, long.end)))
    return doc
