"""Who does what to whom: arguments of verbs and of nouns that stand for deeds."""
from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from newsfacts.components.clause import Frame, Slot, frame, is_passive, phrase, with_conjuncts


def find(nlp: Language, text: str, word: str) -> Token:
    """The first token that reads as a word."""
    return next(token for token in nlp(text) if token.text == word)


def word(slot: Slot | None) -> str | None:
    """The head of what fills a slot."""
    return None if slot is None else slot.token.text


def read(nlp: Language, text: str, trigger: str) -> Frame:
    """The frame of the first token that reads as a word."""
    return frame(find(nlp, text, trigger))


@pytest.mark.parametrize(("text", "trigger", "doer", "thing"), [
    ("The trust trained 60 nurses.", "trained", "trust", "nurses"),
    ("In May the trust trained 60 nurses in Gulu.", "trained", "trust", "nurses"),
    ("60 nurses were trained by the trust.", "trained", "trust", "nurses"),
    ("60 nurses have been trained.", "trained", None, "nurses"),
    ("We thanked the trust for giving 60 beds.", "giving", "trust", "beds"),
    ("The trust helped the clinic to run by giving 60 beds.", "giving", "trust", "beds"),
    ("The 60 nurses trained by the trust went home.", "trained", "trust", "nurses"),
    ("The trust, which trained 60 nurses, is based in Gulu.", "trained", "trust", "nurses"),
    ("The pumps that the trust gave to the hospital are new.", "gave", "trust", "pumps"),
    ("The trust plans to train 60 nurses.", "train", "trust", "nurses"),
    ("The trust drilled two wells and trained 60 nurses.", "trained", "trust", "nurses"),
    ("The trust will drill two wells, train 60 nurses and build a school.", "build", "trust", "school"),
    ("The trust asked the club to train 60 nurses.", "train", "club", "nurses"),
    ("The trust went to Gulu to train 60 nurses.", "train", "trust", "nurses"),
    ("After training 60 nurses, the trust left.", "training", "trust", "nurses"),
    ("A course was held by the trust to train 60 nurses.", "train", "trust", "nurses"),
    ("A course was held to train 60 nurses.", "train", "course", "nurses"),
    ("Two wells were drilled and handed over by the trust.", "handed", "trust", "wells"),
    ("According to a survey that the trust published, roads are bad.", "published", "trust", "survey"),
    ("Built in 1990, the school is run by the trust.", "Built", None, "school"),
    ("The donation of 20 boats by the trust was welcome.", "donation", "trust", "boats"),
    ("The trust's donation of 20 boats was welcome.", "donation", "trust", "boats"),
])
def test_doer_and_thing(nlp: Language, text: str, trigger: str, doer: str | None, thing: str) -> None:
    found = read(nlp, text, trigger)
    assert (word(found.subject), word(found.object)) == (doer, thing)


@pytest.mark.parametrize(("text", "trigger", "recipient", "thing"), [
    ("The trust gave the hospital 20 beds.", "gave", "hospital", "beds"),
    ("The hospital was given 20 beds.", "given", "hospital", "beds"),
])
def test_recipient(nlp: Language, text: str, trigger: str, recipient: str, thing: str) -> None:
    found = read(nlp, text, trigger)
    assert (word(found.recipient), word(found.object)) == (recipient, thing)


@pytest.mark.parametrize(("text", "trigger", "names", "heads"), [
    ("The trust handed over 20 beds to the hospital in Gulu on Monday.", "handed", ("to",), ["hospital"]),
    ("The trust trained 60 nurses in cooperation with the club.", "trained", ("with",), ["club"]),
    ("The trust trained 60 nurses in May.", "trained", ("to",), []),
    ("The hospital to which the trust gave 20 beds is in Gulu.", "gave", ("to",), ["hospital"]),
])
def test_prepositions(nlp: Language, text: str, trigger: str, names: tuple[str, ...], heads: list[str]) -> None:
    assert [slot.token.text for slot in read(nlp, text, trigger).of(*names)] == heads


@pytest.mark.parametrize(("text", "trigger", "rule", "via"), [
    ("The trust trained 60 nurses.", "trained", "clause.subject", "stated"),
    ("The trust, which trained 60 nurses, is based in Gulu.", "trained", "clause.relative", "coreference"),
    ("The trust drilled two wells and trained 60 nurses.", "trained", "clause.coordination", "stated"),
    ("The trust plans to train 60 nurses.", "train", "clause.control", "stated"),
    ("After training 60 nurses, the trust left.", "training", "clause.gerund", "stated"),
    ("The trust's donation of 20 boats was welcome.", "donation", "clause.possessor", "stated"),
])
def test_the_rule_tells_the_way(nlp: Language, text: str, trigger: str, rule: str, via: str) -> None:
    found = read(nlp, text, trigger).subject
    assert found is not None
    assert (found.rule, found.via) == (rule, via)


@pytest.mark.parametrize(("text", "trigger", "passive"), [
    ("60 nurses were trained.", "trained", True),
    ("The 60 nurses trained in May went home.", "trained", True),
    ("The wells were drilled and handed over.", "handed", True),
    ("The trust trained 60 nurses.", "trained", False),
    ("The trust has trained 60 nurses.", "trained", False),
    ("The trust drilled two wells and trained 60 nurses.", "trained", False),
])
def test_passives(nlp: Language, text: str, trigger: str, passive: bool) -> None:
    assert is_passive(find(nlp, text, trigger)) is passive


@pytest.mark.parametrize(("text", "head", "words"), [
    ("The trust gave two new water pumps.", "pumps", "two new water pumps"),
    ("The trust gave a set of tools that nobody needs.", "set", "set of tools"),
    ("The trust gave its old truck, a rarity, to the club.", "truck", "old truck"),
    ("The trust opened the Centre for Soil Research in Gulu.", "Centre", "Centre for Soil Research"),
    ("The trust gave pumps and boats.", "pumps", "pumps"),
])
def test_phrases(nlp: Language, text: str, head: str, words: str) -> None:
    token = find(nlp, text, head)
    assert token.doc[slice(*phrase(token))].text == words


def test_conjuncts_stand_behind(nlp: Language) -> None:
    text = "The trust gave pumps, boats and nets."
    assert [token.text for token in with_conjuncts(find(nlp, text, "pumps"))] == ["pumps", "boats", "nets"]
    assert [token.text for token in with_conjuncts(find(nlp, text, "boats"))] == ["boats", "nets"]


def test_particles_keep_their_prepositions(nlp: Language) -> None:
    assert [name for name, _ in read(nlp, "The fleet is made up of 19 ferries.", "made").prepositions] == ["of"]
