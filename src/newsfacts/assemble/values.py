"""Dates, durations and counts of an article: one item a value."""
from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span

from newsfacts.components.mention import mentions, value_of
from newsfacts.edtf import bounds
from newsfacts.model import Article, Count, Date, Duration, Evidence, digest

HEDGED = ("more_than", "at_least", "about", "less_than", "up_to")


def told(span: Span, via: str = "stated") -> Evidence:
    """A mention as evidence."""
    return Evidence(span.start_char, span.end_char, span.id_, None, via)  # type: ignore[arg-type]


def dates(doc: Doc) -> tuple[Date, ...]:
    """One item a distinct EDTF value, in text order."""
    found: dict[str, list[Evidence]] = {}
    for span in mentions(doc, "dates"):
        value = value_of(span)
        found.setdefault(value.value, []).append(told(span, "computed" if value.computed else "stated"))
    return tuple(Date(value, *bounds(value), tuple(evidence)) for value, evidence in found.items())


def durations(doc: Doc) -> tuple[Duration, ...]:
    """One item a distinct length, in text order."""
    found: dict[str, list[Evidence]] = {}
    for span in mentions(doc, "durations"):
        found.setdefault(value_of(span).value, []).append(told(span))
    return tuple(Duration(value, tuple(evidence)) for value, evidence in found.items())


def counts(doc: Doc, article: Article) -> tuple[Count, ...]:
    """One item a value and noun; where it is stated plain and hedged, the hedged one."""
    groups: dict[tuple[object, ...], list[Span]] = {}
    for span in mentions(doc, "counts"):
        value = value_of(span)
        groups.setdefault((value.kind, value.value, value.of), []).append(span)
    chosen = {key: [span for span in spans if value_of(span).comparator == comparator(spans)] or spans for key, spans in groups.items()}
    ids, names = dict[int, str](), dict[tuple[object, ...], str]()
    ordinals: Counter[tuple[object, ...]] = Counter()
    for key, _spans in chosen.items():
        names[key] = "n" + digest(article.id, *key, ordinals[key])
        ordinals[key] += 1
        ids.update((span.start, names[key]) for span in groups[key])
    return tuple(count(names[key], spans, groups[key], ids) for key, spans in chosen.items())


def comparator(spans: list[Span]) -> str:
    """The hedge of a figure if any mention has one."""
    said = [value_of(span).comparator for span in spans]
    return next((name for name in said if name in HEDGED), "exactly")


def count(name: str, spans: list[Span], every: list[Span], ids: dict[int, str]) -> Count:
    """A count; `ids` are those of all by the token where they begin."""
    value = value_of(spans[0])
    whole = next((value_of(span).part_of for span in every if value_of(span).part_of), None)
    part_of = ids.get(whole[0]) if whole else None
    return Count(name, value.value, value.of, value.comparator, value.kind, " ".join(spans[0].text.split()), None if part_of == name else part_of,
                 tuple(told(span) for span in every))
