"""Proposes people and the roles that the text gives them."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_people", assigns=["span._.newsfacts_people"], requires=["token.pos", "doc.ents"])
def people(doc: Doc) -> Doc:
    return doc
