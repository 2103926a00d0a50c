"""What the finders of organisations share: the names found so far, the tokens they cover, and how a name's contexts weigh."""

from __future__ import annotations

from newsfacts.components import country_words, mention, organisation_contexts, organisation_evidence, organisation_names
from newsfacts.components.organisation_words import is_vague, kind_of, lexicon
from newsfacts.components.surface import SMALL, Surface


class Names:
    """The names of one Doc; `taken` marks tokens that a name covers."""

    def __init__(self, s: Surface) -> None:
        self.s, self.doc, self.words = s, s.doc, lexicon()
        self.taken = [False] * len(s.words)
        self.acronyms = {value.short: value for value in map(mention.value_of, mention.mentions(s.doc, "acronyms"))}
        self.names: set[str] = set()

    def add(self, start: int, end: int, rule: str, *, head: str | None = None, parent: int | None = None, kind: str | None = None,
            name: str | None = None) -> None:
        """Proposes [start, end) and marks its tokens; `name` where it is not the text there."""
        name = name or self.s.text(start, end)
        value = mention.OrganisationValue(name, kind or kind_of(name, head), country_of(self.s, start, end), None if parent is None else (parent, end))
        mention.propose(self.doc, "organisations", start, end, f"organisations.{rule}", value)
        self.names.add(name)
        self.taken[start:end] = [True] * (end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether no name covers any of the tokens."""
        return not any(self.taken[start:end])

    def total(self, word: str) -> float:
        """The weight of all occurrences of a single word."""
        return organisation_evidence.weight(
            self.s, [(place, place + 1) for place, other in enumerate(self.s.words) if other == word and not self.s.headline[place]]
        )

    def acts(self, start: int, end: int) -> bool:
        """Whether a name stands as the subject of what bodies do, behind "by" or "with", or has staff."""
        s = self.s
        return (
            organisation_contexts.ahead(s, start) + max(0.0, organisation_contexts.behind(s, end, start)) + organisation_contexts.subject(s, start, end) >= 1.5
        )

    def named_again(self, end: int) -> bool:
        """Whether an acronym in brackets follows the name and acts."""
        s = self.s
        return (
            end + 2 < len(s.words)
            and s.words[end] == "("
            and s.words[end + 2] == ")"
            and organisation_names.is_acronym(s.words[end + 1])
            and self.total(s.words[end + 1]) >= 1
        )

    def worth(self, name: str) -> bool:
        """Whether a name may be a body's by its form: no acronym of something that is none."""
        if country_words.is_form(name) or all(is_vague(word) or word in self.words.heads or word in SMALL for word in name.lower().split()):
            return False
        if name not in self.acronyms:
            return True
        start, end = self.acronyms[name].long_tokens
        return any(
            (span.end == end and 2 * (end - span.start) >= end - start) or (span.start <= start and span.end >= end)
            for span in mention.mentions(self.doc, "organisations")
        )


def country_of(s: Surface, start: int, end: int) -> str | None:
    """The alpha-2 code of the country that a name tells: an adjective or name at its begin, or a name behind its last "of"."""
    for place in (start, *(place + 1 for place in range(end - 2, start, -1) if s.lower[place] == "of")):
        first = place + (s.lower[place] == "the")
        stop = country_words.end_of(s, first)
        if stop > first and stop <= end and (place == start or stop == end):
            form = country_words.form_of(s.text(first, stop))
            if form is not None:
                return form.code
    return None
