"""Proposes events with their arguments."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_events", assigns=["span._.newsfacts_events"], requires=["token.dep"])
def events(doc: Doc) -> Doc:
    return doc
