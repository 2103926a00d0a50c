"""How figures are read by the words around them, where no parse gives them to a verb, and which sums are none."""
from __future__ import annotations

import pytest
from spacy.language import Language

from newsfacts import pipeline
from newsfacts.components import outcome_rules
from newsfacts.components.mention import mentions, value_of
from newsfacts.model import NewsfactsError


@pytest.fixture(scope="module")
def whole() -> Language:
    return pipeline.default()


def figures(whole: Language, text: str) -> set[tuple[str, float]]:
    """The type and the number of each outcome with a figure."""
    doc = whole(text)
    found = set()
    for span in mentions(doc, "outcomes"):
        value = value_of(span)
        for argument in value.arguments:
            if argument.slot == "value":
                found.add((value.type, value_of(next(one for one in mentions(doc, "counts") if one.start == argument.tokens[0])).value))
    return found


@pytest.mark.parametrize(("text", "told"), [
    ("In the yard, seven weavers and nine potters from Osh, all of them beginners, have passed the exam.", {("trained", 7), ("trained", 9)}),
    ("The teaching of knots ended with diplomas for 18 sailors.", {("trained", 18)}),
    ("The Alder Fund put £20,000 into the kiln.", {("funded", 20000)}),
    ("First place and 900 euros went to Piet Oomen.", {("awarded", 900)}),
    ("Nurses checked the hearing of 230 weavers.", {("treated", 230)}),
    ("The company stands on 40 hectares.", {("state", 40)}),
])
def test_figures_are_read_by_their_wording(whole: Language, text: str, told: set[tuple[str, float]]) -> None:
    assert told <= figures(whole, text)


@pytest.mark.parametrize("text", [
    "The kiln cost the potters £20,000 in lost sales.",
    "A jar of jam is sold at 900 euros.",
    "Forty potters applied and were sent home.",
    "Half of the 230 weavers live by the lake.",
])
def test_prices_and_mere_facts_are_none(whole: Language, text: str) -> None:
    assert not {kind for kind, _ in figures(whole, text)} & {"trained", "attended", "treated", "awarded"}


def test_what_goods_are_worth_and_sums_said_again_are_no_figures(whole: Language) -> None:
    assert ("delivered", 12000) not in figures(whole, "The embassy presented the ward with equipment worth $12,000.")
    told = figures(whole, "The Reed Fund gave 3 million pesos (about 54,000 dollars) for the pier.")
    assert ("funded", 3000000) in told
    assert ("funded", 54000) not in told


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(NewsfactsError, match="no regular expression"):
        outcome_rules.checked({"trained": {"rules": [{"id": "broken", "before": ["("]}]}}, "rules")
