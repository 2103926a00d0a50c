"""Reads the examples of outcome rules and tells which do not give what they say."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsfacts import pipeline
from newsfacts.components.outcome_rules import Example, examples
from newsfacts.model import Article, Outcome

if TYPE_CHECKING:
    from spacy.language import Language


def broken(tables: dict[str, Any], nlp: Language) -> Iterator[str]:
    """One line for each example in some tables of outcome types that gives something else, and each counter-example that gives something."""
    wanted = list(examples(tables))
    texts = (Article(f"example {number}", one.text) for number, one in enumerate(wanted))
    for one, facts in zip(wanted, pipeline.pipe(texts, nlp), strict=True):
        found = [outcome for outcome in facts.outcomes if outcome.type == one.type]
        if one.gives and not any(gives(outcome, one) for outcome in found):
            yield f"{one.rule}: {one.text!r} gives {'; '.join(map(told, found)) or 'nothing'}, not {expected(one)}"
        elif not one.gives and found:
            yield f"{one.rule}: {one.text!r} gives {'; '.join(map(told, found))}, and should give none of this type"


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


def told(outcome: Outcome) -> str:
    """An outcome in the words of examples."""
    slots = ", ".join(f"{slot} {plain(value)}" for slot in ("agent", "recipient", "date", "place", "status") if (value := getattr(outcome, slot)) is not None)
    return f"{figure(outcome) if outcome.value is not None else outcome.object!r} ({slots}; by {outcome.evidence[0].rule})"


def expected(one: Example) -> str:
    """What an example says that it gives."""
    return repr(one.gives) + "".join(f", {slot} {value}" for slot, value in one.slots)
