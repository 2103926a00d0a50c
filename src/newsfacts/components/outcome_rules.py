"""The outcome types with their rules: those of `data/outcomes.toml` and those that a user adds."""
from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsfacts import rules
from newsfacts.model import NewsfactsError

NEEDS = ("figure", "object", "either")
OWN = ("verbs", "nouns_as_triggers", "theme", "agent", "theme_nouns")
WORDS = (*OWN, "theme_not", "agent_nouns", "agent_not", "must", "must_object", "must_preposition", "place", "recipient", "context", "verbless", "verbs_not",
         "not_counted")
WORDINGS = ("before", "behind", "not_before", "not_behind")
FLAGS = (
    "must_place", "must_recipient", "must_agent", "must_expletive", "must_passive", "must_past", "must_present", "must_each", "must_sum", "telling",
    "must_alone", "apposed_with", "loose",
)
TYPE_FLAGS = ("stative", "count_recipients", "sum_behind_with", "place_of_bodies")
TYPE_KEYS = {"description", "needs", "nouns", "rank", "rules", "examples", "counter", *TYPE_FLAGS}
RULE_KEYS = {"id", "needs", "rank", "examples", "counter", *WORDS, *WORDINGS, *FLAGS}
NOUNS = {"any", "thing", "organisation", "money", "event", "patient", "name", "human", "country", "place", "us"}
EXAMPLE_KEYS = ("gives", "agent", "recipient", "date", "place", "status")
RANK = 50
LEARNED: dict[str, Any] = {"id": "learned", "needs": "figure", "rank": 99, "agent": ["subject", "by"]}
"""The rule of figures that no other rule reads."""


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """One way of telling an outcome; the fields are the keys of the data. Of two rules that read one theme the lower `rank` wins."""

    id: str
    type: str
    needs: str
    verbs: tuple[str, ...]
    triggers: tuple[str, ...]
    theme: tuple[str, ...]
    agent: tuple[str, ...]
    theme_nouns: tuple[str, ...]
    theme_not: tuple[str, ...] = ()
    agent_nouns: tuple[str, ...] = ()
    agent_not: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_object: tuple[str, ...] = ()
    must_preposition: tuple[str, ...] = ()
    must_place: bool = False
    must_recipient: bool = False
    must_agent: bool = False
    must_expletive: bool = False
    must_passive: bool = False
    must_past: bool = False
    must_present: bool = False
    must_each: bool = False
    must_sum: bool = False
    telling: bool = False
    must_alone: bool = False
    apposed_with: bool = False
    verbless: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    verbs_not: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    loose: bool = True
    place: tuple[str, ...] = ("in", "at", "to", "across", "throughout")
    recipient: tuple[str, ...] = ("recipient", "to", "for")
    context: tuple[str, ...] = ()
    stative: bool = False
    count_recipients: bool = False
    sum_behind_with: bool = False
    place_of_bodies: bool = False
    rank: int = RANK


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what a rule must read in it; `gives` is "45 nurse" or an object, empty where the text must give nothing of the type."""

    type: str
    rule: str
    text: str
    gives: str = ""
    slots: tuple[tuple[str, str], ...] = ()


def checked(tables: dict[str, Any], source: str) -> dict[str, Any]:
    """The tables of a rule file, or NewsfactsError naming the file, the key and the remedy."""
    for name, table in tables.items():
        where = f"{source}: [{name}]"
        if not isinstance(table, dict) or not isinstance(table.get("rules"), list) or not table["rules"]:
            raise NewsfactsError(f"{where}: an outcome type is a table with at least one [[{name}.rules]]")
        if unknown := table.keys() - TYPE_KEYS:
            raise NewsfactsError(f"{where}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(TYPE_KEYS))}")
        check_common(table, where)
        for key in TYPE_FLAGS:
            if not isinstance(table.get(key, False), bool):
                raise NewsfactsError(f"{where}: {key} is true or false")
        nouns = table.get("nouns", [])
        if not isinstance(nouns, list):
            raise NewsfactsError(f"{where}: nouns is a list of classes")
        for item in table["rules"]:
            check_rule(item, nouns, where)
    return tables


def check_common(table: dict[str, Any], where: str) -> None:
    """The keys that a type and a rule share: needs, rank, examples and counter-examples."""
    if table.get("needs", "either") not in NEEDS:
        raise NewsfactsError(f"{where}: needs is {table['needs']!r}, not one of {', '.join(NEEDS)}")
    if type(table.get("rank", RANK)) is not int:
        raise NewsfactsError(f"{where}: rank is {table['rank']!r}, not a whole number")
    examples, counter = table.get("examples", []), table.get("counter", [])
    if not isinstance(examples, list) or not all(map(is_example, examples)):
        raise NewsfactsError(f'{where}: an example is {{text = "We trained 45 nurses.", gives = "45 nurse"}}; it may also tell {", ".join(EXAMPLE_KEYS[1:])}')
    if not isinstance(counter, list) or not all(isinstance(one, str) for one in counter):
        raise NewsfactsError(f"{where}: counter is a list of texts that give nothing of the type")


def is_example(one: Any) -> bool:
    """Whether something is a table with a text, what it gives, and slots."""
    return isinstance(one, dict) and {"text", "gives"} <= one.keys() <= {"text", *EXAMPLE_KEYS} and all(isinstance(value, str) for value in one.values())


def check_rule(item: Any, nouns: list[str], where: str) -> None:
    """One rule's keys and word classes."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise NewsfactsError(f"{where}: a rule is a table with an id")
    here = f"{where} {item['id']}"
    if unknown := item.keys() - RULE_KEYS:
        raise NewsfactsError(f"{here}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(RULE_KEYS))}")
    check_common(item, here)
    if not any(item.get(key) for key in ("verbs", "nouns_as_triggers", "apposed_with", "verbless", "before", "behind", "verbs_not")):
        raise NewsfactsError(f"{here}: no trigger; give verbs or nouns_as_triggers")
    for key in (*WORDS, *WORDINGS):
        if not isinstance(item.get(key, []), list) or not all(isinstance(word, str) for word in item.get(key, [])):
            raise NewsfactsError(f"{here}: {key} is a list of words")
    for key in FLAGS:
        if not isinstance(item.get(key, False), bool):
            raise NewsfactsError(f"{here}: {key} is true or false")
    check_wordings(item, here)
    for name in (*item.get("theme_nouns", ()), *item.get("agent_nouns", ()), *nouns):
        if name not in NOUNS and name not in rules.table("nouns"):
            raise NewsfactsError(f"{here}: unknown class of nouns {name!r}; known are {', '.join(sorted({*NOUNS, *rules.table('nouns')}))}")


def check_wordings(item: dict[str, Any], here: str) -> None:
    """Whether what a rule says of the words around a figure are patterns."""
    for key in WORDINGS:
        for pattern in item.get(key, ()):
            try:
                re.compile(pattern)
            except re.error as problem:
                raise NewsfactsError(f"{here}: {key} has {pattern!r}, no regular expression: {problem}") from problem


def made(name: str, table: dict[str, Any], item: dict[str, Any]) -> OutcomeRule:
    """A rule with what its type gives it."""
    given: dict[str, Any] = {key: tuple(item[key]) for key in (*WORDS, *WORDINGS) if key in item and key not in OWN}
    given.update((key, item[key]) for key in FLAGS if key in item)
    given.update((key, bool(table.get(key))) for key in TYPE_FLAGS)
    return OutcomeRule(
        f"outcomes.{name}.{item['id']}", name, item.get("needs", table.get("needs", "either")),
        verbs=tuple(item.get("verbs", ())), triggers=tuple(item.get("nouns_as_triggers", ())),
        theme=tuple(item.get("theme", ("object",))), agent=tuple(item.get("agent", ("subject",))),
        theme_nouns=tuple(item.get("theme_nouns", table.get("nouns", ("any",)))),
        rank=item.get("rank", table.get("rank", RANK)), **given)


@dataclass(frozen=True, slots=True)
class Index:
    """Rules by the lemma of their trigger, and those that need none; `learned` has, by type, what a figure is told by that no rule reads."""

    verbs: dict[str, tuple[OutcomeRule, ...]]
    nouns: dict[str, tuple[OutcomeRule, ...]]
    apposed: tuple[OutcomeRule, ...]
    verbless: tuple[OutcomeRule, ...]
    worded: tuple[OutcomeRule, ...]
    learned: dict[str, OutcomeRule]


def types(extra: dict[str, Any] | None = None) -> dict[str, Any]:
    """All outcome types by name; a type of the same name in `extra` takes the place of ours."""
    return {**rules.table("outcomes"), **(extra or {})}


def examples(tables: dict[str, Any]) -> Iterator[Example]:
    """The examples and counter-examples of the types and rules in some tables."""
    for name, table in tables.items():
        for part in (table, *table["rules"]):
            rule = f"outcomes.{name}.{part['id']}" if "id" in part else f"outcomes.{name}"
            for one in part.get("examples", ()):
                yield Example(name, rule, one["text"], one["gives"], tuple((key, one[key]) for key in EXAMPLE_KEYS[1:] if key in one))
            for text in part.get("counter", ()):
                yield Example(name, rule, text)


def index(extra: dict[str, Any] | None = None) -> Index:
    """The rules, indexed; the same for the same extra rules."""
    return indexed(json.dumps(extra or {}, sort_keys=True))


@functools.lru_cache(maxsize=8)
def indexed(extra: str) -> Index:
    """The rules of our data and of extra tables, written as JSON."""
    every = [made(name, table, item) for name, table in types(json.loads(extra)).items() for item in table["rules"]]
    verbs: dict[str, list[OutcomeRule]] = {}
    nouns: dict[str, list[OutcomeRule]] = {}
    for rule in every:
        for word in rule.verbs:
            verbs.setdefault(word, []).append(rule)
        for word in rule.triggers:
            nouns.setdefault(word, []).append(rule)
    return Index({word: tuple(found) for word, found in verbs.items()}, {word: tuple(found) for word, found in nouns.items()},
                 tuple(rule for rule in every if rule.apposed_with), tuple(rule for rule in every if rule.verbless),
                 tuple(rule for rule in every if rule.before or rule.behind or rule.verbs_not),
                 {name: made(name, table, LEARNED) for name, table in types(json.loads(extra)).items()})
