"""What in an article does not fit together."""
from __future__ import annotations

from spacy.tokens import Doc

from newsfacts.model import Facts, Finding


def findings(doc: Doc, facts: Facts) -> tuple[Finding, ...]:
    """The findings of an article."""
    return ()
