"""Looks words up among people's given names, and among the family names that stand first."""

from __future__ import annotations

import functools

from newsfacts import rules
from newsfacts.components.name_words import fold
from newsfacts.rules import DATA


@functools.cache
def names() -> frozenset[str]:
    """The folded names of `data/given_names.tsv`: 20,000 rows in some 5 ms."""
    lines = (DATA / "given_names.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#")) - {"name"}


@functools.cache
def families() -> frozenset[str]:
    """Folded family names of East Asia, which stand before the given name."""
    return frozenset(rules.table("people")["families"]["words"].split())


@functools.lru_cache(maxsize=1 << 14)
def given(word: str) -> bool:
    """Whether a word is a given name, or two of them with a hyphen between ("Marie-Noëlle")."""
    parts = [fold(part) for part in word.split("-")]
    return "-".join(parts) in names() or (len(parts) > 1 and parts[0] in names())


@functools.lru_cache(maxsize=1 << 14)
def family(word: str) -> bool:
    """Whether a word is a family name that stands first."""
    return fold(word) in families()
