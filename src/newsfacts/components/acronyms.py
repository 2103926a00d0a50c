"""Proposes acronyms with their long forms."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_acronyms", assigns=["span._.newsfacts_acronyms"], requires=[])
def acronyms(doc: Doc) -> Doc:
    return doc
