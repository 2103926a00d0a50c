"""Mentions: proposing, looking up, values, and a Doc written and read again."""
from __future__ import annotations

import gc
import pickle
import weakref

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

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


def test_mentions_are_found_by_token() -> None:
    doc = text()
    assert list(mention.mentions_over(doc, "durations", 0)) == []
    whole = mention.propose(doc, "durations", 0, 5, "durations.a", DurationValue("P1D"))
    part = mention.propose(doc, "durations", 3, 5, "durations.b", DurationValue("P3D"))
    assert [list(mention.mentions_over(doc, "durations", place)) for place in (0, 3, 5)] == [[whole], [whole, part], []]
    mention.mentions(doc, "durations").clear()
    assert mention.mentions(doc, "durations") == [whole, part]


def test_the_index_follows_changes_from_outside() -> None:
    doc = text()
    mention.propose(doc, "durations", 0, 2, "durations.a", DurationValue("P2W"))
    doc.spans["durations"] = [Span(doc, 3, 5, label="durations")]
    assert [span.start for span in mention.mentions(doc, "durations")] == [3]
    doc.spans["durations"].append(Span(doc, 2, 3, label="durations"))
    assert [len(mention.mentions_over(doc, "durations", place)) for place in (0, 2, 3)] == [0, 1, 1]
    mention.keep(doc, "durations", [])
    assert list(mention.mentions_over(doc, "durations", 3)) == []


def test_the_index_stays_with_its_doc() -> None:
    doc = text()
    before = doc.to_bytes()
    assert mention.mentions(doc, "durations") == []
    assert doc.to_bytes() == before
    mention.propose(doc, "durations", 0, 2, "durations.a", DurationValue("P2W"))
    for other in (doc.copy(), pickle.loads(pickle.dumps(doc)), doc[0:5].as_doc()):
        mention.propose(other, "durations", 3, 5, "durations.b", DurationValue("P3D"))
    assert [span.start for span in mention.mentions(doc, "durations")] == [0]


def test_no_doc_outlives_its_index() -> None:
    doc, other = text(), text()
    for each in (doc, other):
        mention.propose(each, "durations", 0, 2, "durations.a", DurationValue("P2W"))
    mention.release(other)
    mention.release(other)
    kept, freed = weakref.ref(doc), weakref.ref(other)
    gc.disable()
    try:
        del each, doc, other
        assert freed() is None
    finally:
        gc.enable()
    gc.collect()
    assert kept() is None


def test_a_token_is_found_in_its_sentence(nlp: Language) -> None:
    doc = nlp("Nurses met. They trained in Lusaka! Nobody left early, said one.\n\nThe end")
    assert [mention.sentence_of(doc, token.i) for token in doc] == [(token.sent.start, token.sent.end) for token in doc]
    blank = text()
    blank[0].is_sent_start = blank[3].is_sent_start = True
    assert [mention.sentence_of(blank, place) for place in (0, 2, 3, 4)] == [(0, 3), (0, 3), (3, 5), (3, 5)]
