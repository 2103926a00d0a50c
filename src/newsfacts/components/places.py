"""Proposes named places other than countries."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components.countries import Found, find
from newsfacts.components.mention import PlaceValue, propose
from newsfacts.components.name_words import Text, read
from newsfacts.components.place_context import BIG
from newsfacts.components.place_names import Name, find_names
from newsfacts.components.place_patterns import Named, find_patterns
from newsfacts.components.place_table import Candidate, candidates, words, world

REGION_WEIGHT = {1: 2.6, 2: 1.4}
LOCAL = frozenset(("district", "county", "municipality", "ward", "commune", "division", "parish"))
"""Small regions: many share their name with a region elsewhere, so that a table's only one may be another."""
TOWN = 10
"""Thousands of people from which a town takes precedence over the region named after it."""
MENTIONED, MAIN, ARTICLE = 1.2, 0.6, 1.0
"""What it adds to a candidate, in powers of ten of people, that its country is mentioned, is the article's main one, and that "the" stands before a region."""


@Language.component("newsfacts_places", assigns=["span._.newsfacts_places"], requires=["doc.ents"])
def places(doc: Doc) -> Doc:
    """Proposes each place that the text names, once for each time."""
    text = read(doc)
    countries = find(text)
    patterns = find_patterns(text, countries)
    taken = {place for named in patterns for place in range(named.first, named.last)}
    names = find_names(text, countries, taken)
    if at_home := home(names, countries):
        names = find_names(text, countries, taken, at_home)
    weights = Counter(found.code for found in countries for _ in range(2 if found.kind == "name" else 1))
    ships = aboard(text)
    names = [name for name in names if name.first not in ships]
    patterns = [named for named in patterns if named.first not in ships]
    settled = settle(text, names, weights)
    names = near_towns(text, settled)
    settled = settle(text, names, weights + Counter(chosen.country for _, chosen in settled if chosen.country))
    for name, chosen in settled:
        add(text, name.first, name.last, f"places.{name.cue}", chosen.kind, chosen.country)
    main = main_country(votes(settled, weights), least=0.0)
    for named in patterns:
        kind, country = what_and_where(text, named, settled, countries, main)
        add(text, named.first, named.last, named.rule, kind, country)
    return doc


def home(names: list[Name], countries: list[Found]) -> str | None:
    """The country that most of the article's towns are in, three at the least, where the text does not name it: its smaller towns may be meant too."""
    towns = {name.spelling: [item.country for item in candidates(name.spelling) if item.kind == "city"] for name in names if not name.within}
    only = Counter(found[0] for found in towns.values() if len(set(found)) == 1 and found[0])
    code = main_country(code for code in only.elements() if code)
    return code if code and only[code] >= 3 and all(found.code != code for found in countries) else None


def aboard(text: Text) -> set[int]:
    """The words of ships' names: "USS X", "HMS X of Y"."""
    found: set[int] = set()
    for place, word in enumerate(text.words[:-1]):
        if word.folded in words("cues", "ships") and text.written(place, place + 1).isupper():
            end = place + 1
            while end < len(text.words) and (text.words[end].capital or (text.words[end].folded in ("of", "del") and end > place + 1)) and end - place < 5:
                end += 1
            found.update(range(place, end))
    return found


def what_and_where(text: Text, named: Named, settled: list[tuple[Name, Candidate]], countries: list[Found], main: str | None) -> tuple[str, str | None]:
    """Kind and country of a place known by its words; those of the same name found by itself, if there is one."""
    spelling = " ".join(word.folded for word in text.words[named.first:named.last])
    for name, chosen in settled:
        if name.spelling == spelling:
            return chosen.kind, chosen.country
    anywhere = named.borderless or shared(text, named)
    return named.kind, None if anywhere else country_of(text, named, settled, countries, main)


def shared(text: Text, named: Named) -> bool:
    """Whether a water or mountain is one of the well-known ones that several countries share."""
    return any(" ".join(word.folded for word in text.words[named.first:last]) in world() for last in (named.last, named.last - 1))


def add(text: Text, first: int, last: int, rule: str, kind: str, country: str | None) -> None:
    """Proposes one place."""
    start, end = text.words[first].start, text.words[last - 1].end
    if text.raw[end:end + 1] == "." and text.raw[end - 2:end - 1] == ".":
        end += 1
    propose(text.doc, "places", *text.tokens(first, last), rule, PlaceValue(" ".join(text.raw[start:end].split()), kind, country))


def settle(text: Text, names: list[Name], weights: Counter[str]) -> list[tuple[Name, Candidate]]:
    """What each name is and where; one spelling is one place, unless the text says otherwise."""
    stated = {name.spelling: name.within for name in names if name.within}
    known_main = main_country(weights.elements())
    settled: list[tuple[Name, Candidate]] = []
    best: dict[tuple[str, frozenset[str]], Candidate] = {}
    for name in names:
        if name.spelling in world():
            settled.append((name, Candidate(world()[name.spelling], None, 0, "")))
            continue
        within = name.within or stated.get(name.spelling, frozenset())
        choices = [item for item in candidates(name.spelling) if not within or item.country in within]
        if choices:
            key = (name.spelling, within)
            if key not in best:
                best[key] = choose(text, name, choices, weights, known_main)
            settled.append((name, best[key]))
        else:
            country = next(iter(within)) if len(within) == 1 else None
            settled.append((name, Candidate("city", country, 0, "")))
    return with_countries(settled, weights)


def near_towns(text: Text, settled: list[tuple[Name, Candidate]]) -> list[Name]:
    """The names; one that is no big town is in the country of a bigger one behind "in" or "near" ("Nima in Accra"), or of a region behind commas."""
    at = {name.first: (name, chosen) for name, chosen in settled}
    names = []
    for name, chosen in settled:
        country = None if name.within or chosen.weight >= BIG else country_behind(text, name, chosen, at)
        names.append(name._replace(within=frozenset((country,))) if country else name)
    return names


def country_behind(text: Text, name: Name, chosen: Candidate, at: dict[int, tuple[Name, Candidate]]) -> str | None:
    """The country of the bigger town or of the region that says where a place is; a region that is one of its name only, one unknown name between allowed."""
    behind = name.last
    if behind >= len(text.words) or chosen.kind != "city":
        return None
    if text.words[behind].folded in ("in", "near") and text.gap(behind - 1, behind) == "":
        _, town = at.get(behind + 1, (name, chosen))
        return town.country if town.kind == "city" and town.weight > chosen.weight else None
    for step in (behind, behind + 1):
        if step >= len(text.words) or not text.words[step].capital or text.gap(step - 1, step) != ",":
            return None
        choices = candidates(at[step][0].spelling if step in at else text.words[step].folded)
        if choices:
            return choices[0].country if len(choices) == 1 and choices[0].kind == "region" else None
    return None


def with_countries(settled: list[tuple[Name, Candidate]], weights: Counter[str]) -> list[tuple[Name, Candidate]]:
    """Unknown towns get the country that article and known towns speak of most."""
    most = main_country(votes(settled, weights), least=0.0)
    return [(name, chosen._replace(country=most) if chosen.kind == "city" and chosen.country is None else chosen) for name, chosen in settled]


def votes(settled: list[tuple[Name, Candidate]], weights: Counter[str]) -> Iterator[str]:
    """A country for each mention of it or of a place in it, twice unless by adjective; where there is a dateline, that alone."""
    datelines = [chosen.country for name, chosen in settled if name.cue in ("dateline", "dated") and chosen.country]
    if datelines:
        yield datelines[0]
        return
    yield from weights.elements()
    for _, chosen in settled:
        if chosen.country:
            yield from (chosen.country, chosen.country)


def choose(text: Text, name: Name, choices: list[Candidate], weights: Counter[str], main: str | None) -> Candidate:
    """The likeliest candidate; a region that has a town of its own name is that town unless "the" stands before it."""
    best = max(choices, key=lambda item: likelihood(text, name, item, weights, main))
    the = name.first > 0 and text.words[name.first - 1].folded == "the"
    towns = [item for item in choices if item.kind == "city" and item.country == best.country and item.weight >= TOWN]
    return max(towns, key=lambda item: item.weight) if best.kind == "region" and towns and not the else best


def likelihood(text: Text, name: Name, item: Candidate, weights: Counter[str], main: str | None) -> float:
    """How likely a candidate is meant: powers of ten of its people, more if the article speaks of its country."""
    size = math.log10(item.weight + 1) if item.kind == "city" else REGION_WEIGHT[item.weight]
    article = item.kind == "region" and name.first > 0 and text.words[name.first - 1].folded == "the"
    return size + MENTIONED * (item.country in weights) + MAIN * (item.country == main and main is not None) + ARTICLE * article


def main_country(codes: Iterable[str], least: float = 0.5) -> str | None:
    """The country of the most mentions, if they are more than the share `least` of all."""
    counted = Counter(codes)
    if not counted:
        return None
    code, number = counted.most_common(1)[0]
    return code if number > least * counted.total() else None


def country_of(text: Text, named: Named, settled: list[tuple[Name, Candidate]], countries: list[Found], main: str | None) -> str | None:
    """The country of a place known by its words: that of its name in the table, of what follows it, of a town behind it, else the article's main one."""
    names = [" ".join(word.folded for word in text.words[named.first:last]) for last in (named.last, named.last - 1)]
    where = {item.country for name in names for item in candidates(name) if item.kind == named.kind}
    mentioned = where & {found.code for found in countries}
    if len(mentioned or where) == 1 and (mentioned or main is None or text.words[named.last - 1].folded not in LOCAL):
        return next(iter(mentioned or where))
    for found in countries:
        if found.first == named.last and text.raw[text.words[named.last - 1].end:text.words[found.first].start].strip() in (",", "in", "("):
            return found.code
    for name, chosen in settled:
        if 0 <= name.first - named.last <= 2 and chosen.country:
            return chosen.country
    if main in where or not where:
        return main
    return None
