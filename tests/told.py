"""What a text gives in short, for tests of whole texts."""
from __future__ import annotations

from newsfacts import pipeline


def roles(text: str) -> set[tuple[str, str, str | None]]:
    """Name, title and body of each role."""
    facts = pipeline.extract(text)
    return {(person.name, role.title, role.organisation.name if role.organisation else None) for person in facts.people for role in person.roles}
