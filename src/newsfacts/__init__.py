"""newsfacts: facts with evidence from program news."""
from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsfacts.kb import KnowledgeBase
    from newsfacts.model import (
        Article,
        Count,
        Country,
        Date,
        Duration,
        Event,
        Evidence,
        Facts,
        Finding,
        NewsfactsError,
        Organisation,
        Organiser,
        Outcome,
        Participant,
        Partner,
        Person,
        Place,
        Ref,
        Role,
    )
    from newsfacts.pipeline import extract, load, pipe

__all__ = ["Article", "Count", "Country", "Date", "Duration", "Event", "Evidence", "Facts", "Finding", "KnowledgeBase", "NewsfactsError", "Organisation",
           "Organiser", "Outcome", "Participant", "Partner", "Person", "Place", "Ref", "Role", "extract", "load", "pipe"]
HOMES = {"KnowledgeBase": "kb", "extract": "pipeline", "load": "pipeline", "pipe": "pipeline"}


def __getattr__(name: str) -> Any:
    """Imports what is asked for (PEP 562): importing newsfacts loads neither spaCy nor SQLAlchemy."""
    if name not in __all__:
        raise AttributeError(f"module 'newsfacts' has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(f"newsfacts.{HOMES.get(name, 'model')}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
