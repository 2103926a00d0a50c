"""A place in a text where a rule of the date grammar fits."""
from __future__ import annotations

from dataclasses import dataclass

from newsfacts.components.date_values import Setting
from newsfacts.components.date_words import Word

Found = tuple[str | None, bool, int, int]
"""An EDTF value (None where there is none), whether the reference day was needed, first character and one past the last."""


@dataclass(frozen=True, slots=True)
class Row:
    """All words, the stretch of the rule, and the setting."""

    all: list[Word]
    first: int
    last: int
    setting: Setting

    @property
    def words(self) -> list[Word]:
        return self.all[self.first:self.last]

    def before(self, steps: int = 1) -> Word | None:
        return self.all[self.first - steps] if self.first >= steps else None

    def symbols(self) -> str:
        return "".join(word.symbol for word in self.words)
