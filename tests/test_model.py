"""The data types: what is written is read again, and what is wrong is named."""
from __future__ import annotations

import dataclasses
import json

import pytest
from evidence import evidences
from handmade import TEXT, documents, sample
from hypothesis import given, settings

from newsfacts.model import ITEMS, KINDS, Article, Evidence, Facts, NewsfactsError, Role, digest, hints, names


@settings(max_examples=60, deadline=None)
@given(documents())
def test_random_facts_survive_json(facts: Facts) -> None:
    line = facts.to_json()
    assert "\n" not in line
    again = Facts.from_json(line)
    assert again == facts
    assert again.to_json() == line
    assert Facts.from_dict(facts.to_dict()) == facts
    assert Facts.from_json(line.encode("utf-8")) == facts


def test_the_document_has_the_published_keys_in_order() -> None:
    document = sample().to_dict()
    assert list(document) == ["schema", "article", *KINDS]
    assert list(document["article"]) == ["id", "source", "title", "published", "published_from", "url", "language", "sha256", "text"]
    for kind in KINDS:
        for item in document[kind]:
            assert list(item) == list(names(ITEMS[kind]))
            assert list(item)[-1] == "evidence"


def test_no_key_is_left_out_where_the_text_gives_nothing() -> None:
    document = sample().to_dict()
    event = document["events"][0]
    assert event["venue"] is None
    assert event["name"] is None
    assert document["people"][0]["aliases"] == []


def test_whole_numbers_stay_whole() -> None:
    assert '"value":22,' in sample().to_json()


def test_the_id_of_an_article_is_made_of_its_source_alone() -> None:
    one, other = Article("a.txt", "one"), Article("a.txt", "other")
    assert one.id == other.id != Article("b.txt", "one").id
    assert one.sha256 != other.sha256


def test_digests_are_stable_and_tell_values_apart() -> None:
    assert digest("article", "a.txt") == digest("article", "a.txt")
    assert len(digest("x")) == 16
    assert len({digest("a", "b"), digest("ab"), digest("a", None), digest("a", 1), digest("a", "1")}) == 5


def test_a_lone_surrogate_and_a_nul_have_a_digest_and_survive_json() -> None:
    facts = Facts(Article("a\udcff", "x\0\ud800"))
    assert len(facts.article.id) == 16
    assert Facts.from_json(facts.to_json()) == facts


def test_evidence_of_items_and_roles_is_listed_with_its_owner() -> None:
    found = list(evidences(sample()))
    assert {type(owner) for owner, _ in found} == {Role, *ITEMS.values()}
    assert all(0 <= one.start < one.end <= len(TEXT) for _, one in found)


def changed(**changes: object) -> str:
    return json.dumps({**sample().to_dict(), **changes})


@pytest.mark.parametrize(("line", "message"), [
    ("{", "no JSON: "),
    ("[]", "a document is a JSON object, not list; see `newsfacts schema`"),
    ("[" * 100_000, "no JSON: "),
    ("{}", "schema is None, this version reads 'newsfacts/1'; make the document again"),
    (changed(schema="newsfacts/9"), "schema is 'newsfacts/9', this version reads 'newsfacts/1'"),
    (changed(article=None), "article: missing; see `newsfacts schema`"),
    (changed(article={"source": "a"}), "article.text: missing; see `newsfacts schema`"),
    (changed(article={"source": "a", "text": 3}), "article.text: 3 is no str"),
    (changed(article={"source": "a", "text": "", "id": "x"}), "article.id: 'x' does not fit the source"),
    (changed(article={"source": "a", "text": "", "sha256": "x"}), "article.sha256: 'x' does not fit the text"),
    (changed(people={}), "people: a list is wanted, not {}"),
    (changed(people=[1]), "people[0]: an object is wanted, not 1"),
    (changed(dates=[{"value": "2021"}]), "dates[0].start: missing"),
    (changed(more=[]), "document: unknown key 'more'"),
    (changed(findings=[{"code": "odd", "message": "", "evidence": []}]), "findings[0].code: 'odd' is none of list-shorter-than-count"),
    (changed(durations=[{"value": "P1D", "evidence": [{"start": True, "end": 1, "rule": "r"}]}]), "durations[0].evidence[0].start: True is no int"),
])
def test_what_is_wrong_is_named_in_one_line(line: str, message: str) -> None:
    with pytest.raises(NewsfactsError) as caught:
        Facts.from_json(line)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_facts_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        sample().article.text = ""  # type: ignore[misc]


def test_every_kind_of_item_ends_with_evidence() -> None:
    for kind, item in ITEMS.items():
        assert hints(Facts)[kind] == tuple[item, ...]
        assert hints(item)["evidence"] == tuple[Evidence, ...]
