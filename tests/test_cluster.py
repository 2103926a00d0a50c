"""Clusters: which names of an article are of one person or body."""
from __future__ import annotations

import pytest

from newsfacts.assemble import cluster
from newsfacts.assemble.cluster import Entity, link_short, same_body, same_person
from newsfacts.assemble.document import fuller_title


@pytest.mark.parametrize(("full", "other", "same"), [
    ("mira novak", "novak", True), ("mira novak", "mira", True), ("rui costa lima", "costa", True), ("mira elena novak", "mira novak", True),
    ("mira novak", "ana novak", False), ("mira novak", "m", False),
])
def test_persons(full: str, other: str, same: bool) -> None:
    assert same_person(full, other) is same


@pytest.mark.parametrize(("full", "other", "same"), [
    ("national institute of health", "institute of health", True), ("university of cork", "university of porto", False),
    ("tula foundation", "foundation", False),
])
def test_bodies(full: str, other: str, same: bool) -> None:
    assert same_body(full, other) is same


def body(name: str) -> Entity:
    return Entity("organisation", name, cluster.fold(name))


def test_first_words_stand_for_the_only_body_that_begins_with_them() -> None:
    found = [body("Halden Pumps Ltd"), body("Halden"), body("Orlo Bank"), body("Orlo"), body("Orlo School")]
    link_short(found)
    assert [one.name for one in found] == ["Halden Pumps Ltd", "Orlo Bank", "Orlo", "Orlo School"]


@pytest.mark.parametrize(("one", "other", "fuller"), [
    ("director", "Director of Training", "Director of Training"), ("Commissioner for Trade", "Commissioner", "Commissioner for Trade"),
    ("director", "deputy director", None), ("director", "medical director", "medical director"), ("director", "chair", None),
])
def test_titles(one: str, other: str, fuller: str | None) -> None:
    assert fuller_title(one, other) == fuller
