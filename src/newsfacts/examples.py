"""Reads the examples of outcome rules and tells which do not give what they say."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsfacts import pipeline
from newsfacts.components.outcome_rules import Example, examples
from newsfacts.model import Article, Outcome

if TYPE_CHECKING:
    from spacy.language import Language


def failures(tables: dict[str, Any], nlp: Language) -> Iterator[str]:
    """One line for each example in some tables of outcome types that gives something else, and each counter-example that gives something."""
    yield from filter(None, (failure(one, nlp) for one in examples(tables)))


def failure(one: Example, nlp: Language) -> str | None:
    """What an example gives instead of what it says, in one line; None where it gives that."""
    found = [outcome for outcome in pipeline.extract(Article("example", one.text), nlp).outcomes if outcome.type == one.type]
    if any(gives(outcome, one) for outcome in found) if one.gives else not found:
        return None
    return f"{one.rule}: {one.text!r} gives {'; '.join(told(outcome, one) for outcome in found) or 'nothing'}, not {expected(one)}"


def gives(outcome: Outcome, one: Example) -> bool:
    """Whether an outcome is what an example says, read by its rule."""
    if not any(evidence.slot is None and f"{evidence.rule}.".startswith(f"{one.rule}.") for evidence in outcome.evidence):
        return False
    return one.gives in (figure(outcome), outcome.object) and all(plain(getattr(outcome, slot)) == value for slot, value in one.slots)


def figure(outcome: Outcome) -> str:
    """An outcome's figure as examples write it: "45 nurse"."""
    return f"{outcome.value} {outcome.of or ''}".strip()


def plain(value: Any) -> Any:
    """A reference by its name."""
    return getattr(value, "name", value)


def told(outcome: Outcome, one: Example) -> str:
    """An outcome in the words of examples, with the slots that differ from those that the example tells."""
    slots = "".join(f", {slot} {plain(getattr(outcome, slot))}" for slot, value in one.slots if plain(getattr(outcome, slot)) != value)
    return f"{figure(outcome) if outcome.value is not None else outcome.object}{slots} by {outcome.evidence[0].rule}"


def expected(one: Example) -> str:
    """What an example says that it gives."""
    return (one.gives or f"nothing of type {one.type}") + "".join(f", {slot} {value}" for slot, value in one.slots)
