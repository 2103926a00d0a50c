"""Proposes names of organisations."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_organisations", assigns=["span._.newsfacts_organisations"], requires=["token.pos", "doc.ents"])
def organisations(doc: Doc) -> Doc:
    return doc
