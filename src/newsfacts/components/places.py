"""Proposes named places other than countries."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_places", assigns=["span._.newsfacts_places"], requires=["doc.ents"])
def places(doc: Doc) -> Doc:
    return doc
