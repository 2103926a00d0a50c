"""Proposes names of events."""
from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import mention  # noqa: F401


@Language.component("newsfacts_event_names", assigns=["span._.newsfacts_event_names"], requires=["token.pos"])
def event_names(doc: Doc) -> Doc:
    return doc
