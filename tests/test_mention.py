"""Mentions: proposing, looking up, values, and a Doc written and read again."""
from __future__ import annotations

import spacy
from spacy.tokens import Doc

from newsfacts.components import mention
from newsfacts.components.mention import DurationValue


def text() -> Doc:
    return spacy.blank("en")("two weeks or three days")


def test_the_first_proposal_for_a_stretch_stays() -> None:
    doc = text()
    assert mention.propose(doc, "durations", 3, 5, "durations.a", DurationValue("P3D")) is not None
    assert mention.propose(doc, "durations", 0, 2, "durations.b", DurationValue("P2W")) is not None
    assert mention.propose(doc, "durations", 0, 2, "durations.c", DurationValue("P1D")) is None
    assert [(span.start, span.end, span.id_) for span in mention.mentions(doc, "durations")] == [(3, 5, "durations.a"), (0, 2, "durations.b")]
    assert mention.mention_at(doc, "durations", 0, 1) is None
    assert mention.mentions(doc, "dates") == []


def test_a_mention_that_was_not_kept_may_come_again() -> None:
    doc = text()
    mention.propose(doc, "durations", 0, 2, "durations.a", DurationValue("P2W"))
    mention.keep(doc, "durations", [])
    assert mention.mention_at(doc, "durations", 0, 2) is None
    span = mention.propose(doc, "durations", 0, 2, "durations.b", DurationValue("P1D"))
    assert span is not None
    assert mention.value_of(span) == DurationValue("P1D")


def test_a_value_is_that_of_the_extension() -> None:
    doc = text()
    mention.propose(doc, "durations", 0, 2, "durations.a", DurationValue("P2W"))
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    for each in (doc, again):
        (span,) = mention.mentions(each, "durations")
        assert mention.value_of(span) == span._.newsfacts_durations == DurationValue("P2W")
        assert mention.mention_at(each, "durations", 0, 2) is not None
