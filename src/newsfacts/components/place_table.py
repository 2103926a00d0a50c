"""The tables of towns, regions and parts of the world, looked up by folded spelling; read once, when the first Doc needs them."""
from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from newsfacts.rules import DATA, rows, table

CONTINENTS = ("africa", "asia", "europe")
COMPASS = ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central")


class Candidate(NamedTuple):
    """What a spelling may be: a town (`weight` is its population in thousands) or a region (`weight` is its level, 1 or 2), and where."""

    kind: str
    country: str | None
    weight: int
    region: str


@functools.cache
def lines(name: str) -> dict[str, str]:
    """The rows of a table by their first column, the rest unparsed (rows of one spelling parted by line ends): 40,000 rows in some 20 ms."""
    found: dict[str, str] = {}
    for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, rest = line.partition("\t")
            found[key] = f"{found[key]}\n{rest}" if key in found else rest
    del found["spelling"]
    return found


@functools.lru_cache(maxsize=4096)
def candidates(spelling: str) -> tuple[Candidate, ...]:
    """All towns and regions of a folded spelling."""
    found = []
    for row in lines("cities").get(spelling, "").splitlines():
        country, region, population = row.split("\t")
        found.append(Candidate("city", country, int(population), region))
    for row in lines("regions").get(spelling, "").splitlines():
        country, level = row.split("\t")
        if level != "abbreviation":
            found.append(Candidate("region", country or None, int(level), ""))
    return tuple(found)


@functools.lru_cache(maxsize=1024)
def regions(spelling: str) -> frozenset[str]:
    """The countries that have a region of this folded spelling, or of this abbreviation in capitals."""
    return frozenset(row.split("\t")[0] for row in lines("regions").get(spelling, "").splitlines())


def known(spelling: str) -> bool:
    """Whether a folded spelling is in one of the tables."""
    cities, regions_, parts = tables()
    return spelling in cities or spelling in regions_ or spelling in parts


@functools.cache
def tables() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """All that is known by name: towns, regions, parts of the world."""
    return lines("cities"), lines("regions"), world()


@functools.cache
def world() -> dict[str, str]:
    """Continents and other parts of the world, folded, with their kind."""
    data = table("places")["world"]
    found = dict.fromkeys(data["parts"], "other") | dict.fromkeys(data["continents"], "continent")
    found |= {f"{direction} {name}": "other" for direction in data["directions"] for name in CONTINENTS}
    found |= {f"{one} and {other} {name}": "other" for one in COMPASS for other in COMPASS for name in CONTINENTS}
    return found


@functools.cache
def dictionary() -> frozenset[str]:
    """Words of English that name no place."""
    return frozenset(row["word"] for row in rows("common_words"))


def common(word: str) -> bool:
    """Whether a folded word is one of English, by itself or as a plural or a participle."""
    stems = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ing"), word.removesuffix("ed"))
    return any(stem in dictionary() for stem in stems if len(stem) > 2) or (word.endswith("ies") and f"{word[:-3]}y" in dictionary())


@functools.cache
def words(group: str, name: str) -> frozenset[str]:
    """A word list of `data/places.toml`."""
    listed = table("places")[group][name]
    return frozenset(listed.split() if isinstance(listed, str) else listed)
