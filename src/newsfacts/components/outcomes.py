"""Proposes outcomes with their arguments."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_outcomes", assigns=["span._.newsfacts_outcomes"], requires=["token.dep"])
def outcomes(doc: Doc) -> Doc:
    return doc
