"""Proposes countries by name, adjective and demonym."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_countries", assigns=["span._.newsfacts_countries"], requires=[])
def countries(doc: Doc) -> Doc:
    return doc
