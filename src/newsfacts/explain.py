"""Tells why a fact is there: the sentences with its spans marked, what attached each slot, how values were normalised, and the rules behind them."""
from __future__ import annotations

import ast
import dataclasses
import functools
import textwrap
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsfacts import rules
from newsfacts.model import KINDS, Article, Evidence, Facts, NewsfactsError, Role
from newsfacts.quotes import BREAK, SHORT

WIDTH = 110
VIAS = {"stated": "stated in the same clause", "apposition": "stated beside it", "coreference": "through a later mention",
        "inherited": "taken over from the sentence, headline or event", "computed": "computed from the publication date"}
WORDS = {"verbs": "verbs", "nouns_as_triggers": "nouns", "must": "with", "must_object": "with the object", "must_preposition": "with the phrase",
         "theme_not": "not of", "context": "in the context of"}
LEARNED = "no rule reads the figure; what stands around it tells it by weights learned from the corpus, where they are sure"
ROOMS = {"roles": "people", "assemble": None, "model": None}


def facts(document: Facts, kinds: tuple[str, ...] = KINDS, ids: frozenset[str] | None = None) -> Iterator[str]:
    """The items of some kinds (or those with some ids), then the rules that they name, as lines."""
    used: dict[str, None] = {}
    for kind in kinds:
        for one in getattr(document, kind):
            if ids is None or identity(one) in ids:
                yield from item(kind, one, document.article)
                yield ""
                used.update(dict.fromkeys(rule_of(evidence.rule) for evidence in told(one)))
    for name in used:
        yield from rule(name)
    if not used:
        yield "nothing found"


def identity(one: Any) -> str:
    """What an item is called by: its id, code or value."""
    return str(getattr(one, "id", None) or getattr(one, "code", None) or getattr(one, "value", None))


def told(one: Any) -> list[Evidence]:
    """The evidence of an item and of the roles in it, in text order."""
    roles = (dataclasses.replace(evidence, slot=f"role {evidence.slot or ''}".strip()) for role in getattr(one, "roles", ()) for evidence in role.evidence)
    return sorted([*one.evidence, *roles], key=lambda evidence: (evidence.start, evidence.end))


def item(kind: str, one: Any, article: Article) -> Iterator[str]:
    """One item: what it says, where that stands, and what attached each slot."""
    yield f"{kind} {identity(one)} in {article.source}"
    for name in (field.name for field in dataclasses.fields(one) if field.name not in ("id", "evidence")):
        shown = show(getattr(one, name))
        if shown is not None:
            yield f"  {name:<13} {shown}"
    everything = told(one)
    for start, end in dict.fromkeys(sentence(article.text, evidence.start, evidence.end) for evidence in everything):
        inside = [evidence for evidence in everything if start <= evidence.start < end]
        yield from textwrap.wrap(marked(article.text, start, end, inside), WIDTH, initial_indent="  | ", subsequent_indent="  | ", break_long_words=False)
    for group in grouped(everything):
        yield f"  {'/'.join(evidence.slot or 'mention' for evidence in group):<13} {attachment(one, group, article)}"


def grouped(everything: list[Evidence]) -> list[list[Evidence]]:
    """Evidence of several slots that one rule found in one place, together."""
    groups: dict[tuple[object, ...], list[Evidence]] = {}
    for evidence in everything:
        groups.setdefault((evidence.start, evidence.end, evidence.rule, evidence.via), []).append(evidence)
    return list(groups.values())


def show(value: Any) -> str | None:
    """A field's value on one line; None where it is empty."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(show, value)))
    if not dataclasses.is_dataclass(value):
        return str(value)
    if isinstance(value, Role):
        return f"{value.title}, {value.organisation.name}" if value.organisation else value.title
    return f"{getattr(value, 'name', '')} ({getattr(value, 'part', None) or getattr(value, 'kind', '')})"


def attachment(one: Any, group: list[Evidence], article: Article) -> str:
    """What one place says, the values made of it, and how it came to its item."""
    evidence = group[0]
    said = " ".join(article.text[evidence.start:evidence.end].split())
    own = () if hasattr(one, "object") else ("value", "of", "comparator", "code")
    slots = [each.slot for each in group if each.slot] or [name for name in own if hasattr(one, name)]
    made = [shown for slot in slots if (shown := show(getattr(one, slot, None))) is not None and shown != said and len(shown) < 80]
    since = f" ({article.published}, told by {article.published_from or 'the caller'})" if evidence.via == "computed" else ""
    return f"“{said}”{' → ' if made else ''}{', '.join(made)}   [{evidence.start}:{evidence.end}]  by {evidence.rule}, {VIAS[evidence.via]}{since}"


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a stretch of text begins and ends."""
    first, last = 0, len(text)
    for found in BREAK.finditer(text):
        if SHORT.search(text[max(0, found.start() - 12):found.start() + 1]):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end - 1:
            last = found.end()
            break
    return first, last


def marked(text: str, start: int, end: int, inside: list[Evidence]) -> str:
    """A sentence with its spans in brackets, each with its slot behind it; of spans that overlap those with a slot, and the shorter ones, are shown."""
    spans: dict[tuple[int, int], list[str]] = {}
    for evidence in inside:
        spans.setdefault((evidence.start, evidence.end), []).append(evidence.slot or "")
    chosen: list[tuple[int, int]] = []
    for first, last in sorted(spans, key=lambda span: (not any(spans[span]), span[1] - span[0], span[0])):
        if last <= end and not any(first < other_last and other_first < last for other_first, other_last in chosen):
            chosen.append((first, last))
    parts, place = [], start
    for first, last in sorted(chosen):
        name = "/".join(dict.fromkeys(filter(None, spans[first, last])))
        parts += [text[place:first], "[", text[first:last], f"]{{{name}}}" if name else "]"]
        place = last
    return " ".join("".join([*parts, text[place:end]]).split())


def rule_of(name: str) -> str:
    """The rule whose part a finer id tells: outcomes.trained.train.figure is of outcomes.trained.train."""
    return ".".join(name.split(".")[:3]) if name.startswith("outcomes.") else name.partition(".")[0]


def rule(name: str) -> Iterator[str]:
    """What is known of a rule, or of all rules of a kind. Raises NewsfactsError where there is none such."""
    parts = name.split(".")
    if parts[0] == "outcomes" and len(parts) > 1:
        yield from outcome_rule(parts)
        return
    duty = component(parts[0])
    if duty is None:
        raise NewsfactsError(f"{name!r} is neither a file, nor an id in the base, nor a rule; rules have names such as outcomes.trained.train or dates")
    yield f"rule {name}: {duty}"
    for entry in rules.table(parts[0]).get("rule", []) if (rules.DATA / f"{parts[0]}.toml").is_file() else []:
        if len(parts) > 1 and str(entry.get("id", "")).startswith(name):
            yield f"  rule {entry['id']}"
            for text, gives in dict(entry.get("examples", {})).items():
                yield from wrapped("example", f"{text} → {', '.join(map(str, gives))}")


def is_rule(name: str) -> bool:
    """Whether something is named as rules are."""
    return component(name.partition(".")[0]) is not None


def outcome_rule(parts: list[str]) -> Iterator[str]:
    """An outcome type, or one of its rules: triggers, arguments, examples and counter-examples."""
    table = rules.table("outcomes").get(parts[1])
    if table is None:
        yield f"rule {'.'.join(parts)}: an outcome type of a user's own rules"
        return
    needs = {"figure": "a figure", "object": "an object", "either": "a figure or an object"}[table.get("needs", "either")]
    yield f"outcomes.{parts[1]}: {table.get('description', '')}; needs {needs}"
    if parts[2:] == ["learned"]:
        yield f"  rule {'.'.join(parts)}: {LEARNED}"
    for entry in table["rules"]:
        if len(parts) == 2 or entry["id"] == parts[2]:
            yield f"  rule outcomes.{parts[1]}.{entry['id']}"
            for key, label in WORDS.items():
                if entry.get(key):
                    yield from wrapped(label, ", ".join(entry[key]))
            yield from wrapped("of what", f"{', '.join(entry.get('theme_nouns', table.get('nouns', ['any'])))}, as {', '.join(entry.get('theme', ['object']))}")
            if entry.get("agent", ["subject"]):
                yield from wrapped("by whom", f"as {', '.join(entry.get('agent', ['subject']))}")
            yield from wrapped("rank", f"{entry.get('rank', table.get('rank', 50))} (of two readings of the same thing the lower one wins)")
            yield from shown_examples(entry)
    yield from shown_examples(table)


def shown_examples(part: dict[str, Any]) -> Iterator[str]:
    """The examples and counter-examples of an outcome type or of a rule."""
    for key, label in (("examples", "example"), ("counter", "gives none")):
        for text in part.get(key, []):
            yield from wrapped(label, shown_example(text))


def shown_example(example: Any) -> str:
    """An example of the data: a sentence, or a sentence with what it gives."""
    if isinstance(example, dict):
        return " → ".join(str(value) for value in example.values())
    return " → ".join(map(str, example)) if isinstance(example, list) else str(example)


def wrapped(label: str, text: str) -> list[str]:
    """A labelled text over as many lines as it takes."""
    return textwrap.wrap(text, WIDTH - 18, initial_indent=f"    {label:<18} ", subsequent_indent=" " * 23)


@functools.cache
def component(kind: str) -> str | None:
    """What the component of a kind does: the first line of its module, read without importing it. None where there is none."""
    room = ROOMS.get(kind, kind)
    if room is None:
        return {"assemble": "put together from what the article says elsewhere", "model": "found by the entity recogniser of the spaCy model"}.get(kind)
    if not kind.isidentifier():
        return None
    package = find_spec("newsfacts")
    file = Path(package.origin).parent / "components" / f"{room}.py" if package and package.origin else None
    if file is None or not file.is_file():
        return None
    return (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").partition("\n")[0] or None
