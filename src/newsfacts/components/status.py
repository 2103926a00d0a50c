"""Tells what is told as planned, possible or negated."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_status", assigns=["span._.newsfacts_status"], requires=["token.dep"])
def status(doc: Doc) -> Doc:
    return doc
