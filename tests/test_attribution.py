"""Whose claim an outcome is."""
from __future__ import annotations

import newsfacts


def claims(text: str) -> list[tuple[str, str | None, str]]:
    """Type, speaker and status of each outcome."""
    return [(one.type, one.according_to.name if one.according_to else None, one.status) for one in newsfacts.extract(text).outcomes]


def test_a_quoted_claim_is_its_speakers() -> None:
    text = "“We trained 45 midwives in April,” said Dr Amara Okeke, director of the Bluewater Institute."
    assert claims(text) == [("trained", "Amara Okeke", "actual")]


def test_a_reported_claim_keeps_its_status() -> None:
    text = "Amara Okeke told reporters that the Bluewater Institute will train 45 midwives in April."
    assert claims(text) == [("trained", "Amara Okeke", "planned")]


def test_what_the_article_itself_says_is_nobodys_claim() -> None:
    assert claims("The Bluewater Institute trained 45 midwives in April.") == [("trained", None, "actual")]


def test_a_body_can_be_the_speaker() -> None:
    assert claims("According to the Bluewater Institute, 45 midwives were trained in April.") == [("trained", "Bluewater Institute", "actual")]


def test_a_post_stands_for_its_holder() -> None:
    text = "Deputy Director Amara Okeke opened the day. The Deputy Director said that 45 midwives were trained in April."
    assert ("trained", "Amara Okeke", "actual") in claims(text)


def test_evidence_reads_as_the_speaker() -> None:
    facts = newsfacts.extract("Amara Okeke came on Monday. She said that 45 midwives were trained in April.")
    (outcome,) = facts.outcomes
    (told,) = [each for each in outcome.evidence if each.slot == "according_to"]
    assert outcome.according_to is not None
    assert outcome.according_to.name == "Amara Okeke"
    assert (facts.article.text[told.start:told.end], told.via) in (("She", "coreference"), ("Amara Okeke", "stated"))
