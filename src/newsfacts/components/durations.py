"""Proposes stated lengths of time."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_durations", assigns=["span._.newsfacts_durations"], requires=[])
def durations(doc: Doc) -> Doc:
    return doc
