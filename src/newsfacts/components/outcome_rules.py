"""The outcome types with their rules: those of `data/outcomes.toml` and those that a user adds."""
from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Any

from newsfacts import rules
from newsfacts.model import NewsfactsError

NEEDS = ("figure", "object", "either")
TYPE_KEYS = {"description", "needs", "nouns", "agent_event", "stative", "rules", "examples", "counter"}
RULE_KEYS = {"id", "verbs", "nouns_as_triggers", "theme", "agent", "theme_nouns", "agent_nouns", "must", "must_object", "must_place", "must_expletive", "apposed_with", "place", "recipient", "context"}
NOUNS = {"any", "thing", "organisation", "money", "event", "patient"}


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """One way of telling an outcome; the fields are the keys of the data."""

    id: str
    type: str
    needs: str
    verbs: tuple[str, ...]
    triggers: tuple[str, ...]
    theme: tuple[str, ...]
    agent: tuple[str, ...]
    theme_nouns: tuple[str, ...]
    agent_nouns: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_object: tuple[str, ...] = ()
    must_place: bool = False
    must_expletive: bool = False
    apposed_with: bool = False
    place: tuple[str, ...] = ("in", "at", "to", "across", "throughout")
    recipient: tuple[str, ...] = ("recipient", "to", "for")
    context: tuple[str, ...] = ()
    agent_event: bool = False
    stative: bool = False
    rank: int = 0


def checked(tables: dict[str, Any], source: str) -> dict[str, Any]:
    """The tables of a rule file, or NewsfactsError naming the file, the key and the remedy."""
    for name, table in tables.items():
        where = f"{source}: [{name}]"
        if not isinstance(table, dict) or not isinstance(table.get("rules"), list) or not table["rules"]:
            raise NewsfactsError(f"{where}: an outcome type is a table with at least one [[{name}.rules]]")
        if unknown := table.keys() - TYPE_KEYS:
            raise NewsfactsError(f"{where}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(TYPE_KEYS))}")
        if table.get("needs", "either") not in NEEDS:
            raise NewsfactsError(f"{where}: needs is {table['needs']!r}, not one of {', '.join(NEEDS)}")
        nouns = table.get("nouns", [])
        for item in table["rules"]:
            check_rule(item, nouns, where)
    return tables


def check_rule(item: Any, nouns: list[str], where: str) -> None:
    """One rule's keys and word classes."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise NewsfactsError(f"{where}: a rule is a table with an id")
    if unknown := item.keys() - RULE_KEYS:
        raise NewsfactsError(f"{where} {item['id']}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(RULE_KEYS))}")
    if not (item.get("verbs") or item.get("nouns_as_triggers") or item.get("apposed_with")):
        raise NewsfactsError(f"{where} {item['id']}: no trigger; give verbs or nouns_as_triggers")
    for key in ("verbs", "nouns_as_triggers", "theme", "agent", "theme_nouns", "agent_nouns", "must", "must_object", "place", "recipient", "context"):
        if not isinstance(item.get(key, []), list) or not all(isinstance(word, str) for word in item.get(key, [])):
            raise NewsfactsError(f"{where} {item['id']}: {key} is a list of words")
    for name in (*item.get("theme_nouns", ()), *nouns):
        if name not in NOUNS and name not in rules.table("nouns"):
            raise NewsfactsError(f"{where} {item['id']}: unknown class of nouns {name!r}; known are {', '.join(sorted({*NOUNS, *rules.table('nouns')}))}")


def made(name: str, table: dict[str, Any], item: dict[str, Any], rank: int) -> OutcomeRule:
    """A rule with what its type gives it."""
    given = {key: tuple(item[key]) for key in ("agent_nouns", "must", "must_object", "place", "recipient", "context") if key in item}
    flags = {key: bool(item[key]) for key in ("must_place", "must_expletive", "apposed_with") if key in item}
    return OutcomeRule(f"outcomes.{name}.{item['id']}", name, table.get("needs", "either"), tuple(item.get("verbs", ())), tuple(item.get("nouns_as_triggers", ())),
                       tuple(item.get("theme", ("object",))), tuple(item.get("agent", ("subject",))), tuple(item.get("theme_nouns", table.get("nouns", ("any",)))),
                       agent_event=bool(table.get("agent_event")), stative=bool(table.get("stative")), rank=rank, **given, **flags)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Index:
    """Rules by the lemma of their trigger."""

    verbs: dict[str, tuple[OutcomeRule, ...]]
    nouns: dict[str, tuple[OutcomeRule, ...]]
    apposed: tuple[OutcomeRule, ...]


def types(extra: dict[str, Any] | None = None) -> dict[str, Any]:
    """All outcome types by name; a type of the same name in `extra` takes the place of ours."""
    return {**rules.table("outcomes"), **(extra or {})}


def index(extra: dict[str, Any] | None = None) -> Index:
    """The rules, indexed; the same for the same extra rules."""
    return indexed(json.dumps(extra or {}, sort_keys=True))


@functools.lru_cache(maxsize=8)
def indexed(extra: str) -> Index:
    every = [made(name, table, item, rank) for rank, (name, table) in enumerate(types(json.loads(extra)).items()) for item in table["rules"]]
    verbs: dict[str, list[OutcomeRule]] = {}
    nouns: dict[str, list[OutcomeRule]] = {}
    for rule in every:
        for word in rule.verbs:
            verbs.setdefault(word, []).append(rule)
        for word in rule.triggers:
            nouns.setdefault(word, []).append(rule)
    return Index({word: tuple(found) for word, found in verbs.items()}, {word: tuple(found) for word, found in nouns.items()},
                 tuple(rule for rule in every if rule.apposed_with))
