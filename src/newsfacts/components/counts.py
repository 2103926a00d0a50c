"""Proposes stated numbers of something."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_counts", assigns=["span._.newsfacts_counts"], requires=["token.pos", "token.dep"])
def counts(doc: Doc) -> Doc:
    return doc
