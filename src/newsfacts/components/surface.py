"""What the tokens of a text look like: which words bear a capital, where lines begin, which lines are headlines."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.strings import StringStore
from spacy.tokens import Doc

HYPHENS = frozenset("-–‐‑/&+|")
SMALL = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "into", "of", "on", "or", "over", "the", "to", "vs", "via", "with", "within"]
)
APOSTROPHES = frozenset(("'s", "’s", "`s", "'", "’", "´s"))
CAPITAL = re.compile(r"(?:[^\W\d_]|\d+(?=[A-Z]))[\w.&’'`+\-–/]*")


@dataclass(frozen=True, slots=True)
class Surface:
    """One entry a token; `line` counts lines, `headline` and `shouted` tell of title-case and all-capital lines, `begins` of a sentence's or line's first word;
    `sentence` is the first token of each token's sentence."""

    doc: Doc
    words: list[str]
    lower: list[str]
    capital: list[bool]
    joined: list[bool]
    line: list[int]
    headline: list[bool]
    shouted: list[bool]
    begins: list[bool]
    sentence: list[int]
    entity: list[str]
    pos: list[str]

    def text(self, start: int, end: int) -> str:
        """The text of tokens [start, end), white space made single."""
        if end - start == 1:
            return " ".join(self.words[start].split())
        parts: list[str] = []
        for place in range(start, end):
            parts.append(self.words[place])
            if not self.joined[place]:
                parts.append(" ")
        return " ".join("".join(parts).split())

    def glued(self, place: int) -> bool:
        """Whether a token is a hyphen, slash or the like that joins its neighbours without space."""
        return 0 < place < len(self.words) - 1 and self.words[place] in HYPHENS and self.joined[place - 1] and self.joined[place]

    def glued_any(self, place: int) -> bool:
        """Whether a token of any kind joins its neighbours without space."""
        return 0 < place < len(self.words) - 1 and self.joined[place - 1] and self.joined[place]


LAST: list[tuple[Doc, list[list[int]], Surface]] = []
"""The Doc read last, its columns and surface: the next component asks for the same."""


def read(doc: Doc) -> Surface:
    """The surface of a Doc; that of the call before where neither the Doc nor its annotations are others."""
    columns = doc.to_array(["ORTH", "SPACY", "SENT_START", "ENT_TYPE", "POS"]).T.tolist()
    for known, before, surface in LAST[:1]:
        if known is doc and before == columns:
            return surface
    surface = made(doc, columns)
    LAST[:] = [(doc, columns, surface)]
    return surface


def made(doc: Doc, columns: list[list[int]]) -> Surface:
    """The surface of a Doc from its columns of words, spaces, sentence starts, entities and parts of speech."""
    strings = doc.vocab.strings
    words, entity, pos = ([written[key] for key in column] for column in (columns[0], columns[3], columns[4]) for written in [texts(strings, column)])
    opens = [start == 1 for start in columns[2]]
    capital = [has_capital(word) for word in words]
    line, headline, shouted = [0] * len(words), [False] * len(words), [False] * len(words)
    for number, (start, end) in enumerate(lines(words)):
        for place in range(start, end):
            line[place] = number
        kind = manner(words, capital, start, end)
        if kind == "headline" and number > 6 and "," in words[start:end]:
            kind = None
        if kind:
            marks = headline if kind == "headline" else shouted
            marks[start:end] = [True] * (end - start)
    begins = [opens[place] or place == 0 or line[place] != line[place - 1] or words[place - 1] in '"“‘•*:-' for place in range(len(words))]
    sentence, first = [], 0
    for place, opening in enumerate(opens):
        first = place if opening else first
        sentence.append(first)
    return Surface(
        doc,
        words,
        [word.lower() for word in words],
        capital,
        [not space for space in columns[1]],
        line,
        headline,
        shouted,
        begins,
        sentence,
        entity,
        pos,
    )


def texts(strings: StringStore, column: list[int]) -> dict[int, str]:
    """The strings of a column's hashes."""
    return {key: strings[key] if key else "" for key in set(column)}


@functools.lru_cache(maxsize=1 << 15)
def has_capital(word: str) -> bool:
    """Whether a word is written as a name: capital first ("Lima"), or one inside ("bioHub", "3M")."""
    first = word[0]
    if first.isupper():
        return not ("(" in word or ")" in word)
    return len(word) > 1 and any(char.isupper() for char in word) and CAPITAL.fullmatch(word) is not None


def lines(words: list[str]) -> Iterator[tuple[int, int]]:
    """The lines of a text as token ranges; a token of white space with a line break belongs to the line that it ends."""
    start = 0
    for place, word in enumerate(words):
        if "\n" in word:
            yield start, place + 1
            start = place + 1
    if start < len(words):
        yield start, len(words)


def manner(words: list[str], capital: list[bool], start: int, end: int) -> str | None:
    """ "headline" for a line in title case without a full stop, "shouted" for one in capitals, None for others."""
    told = [place for place in range(start, end) if words[place][0].isalpha()]
    if len(told) < 3:
        return None
    if all(words[place].isupper() for place in told if len(words[place]) > 2) and sum(len(words[place]) > 3 for place in told) >= 2:
        return "shouted"
    last = next((words[place] for place in range(end - 1, start - 1, -1) if not words[place].isspace()), "")
    long = [place for place in told if words[place].lower() not in SMALL and words[place] not in APOSTROPHES]
    if last in (".", "!", "”", '"', ":", ";", ",") or len(told) < 5 or words[start] in ("-", "•", "*", "–", "·"):
        return None
    commas = sum(words[place] == "," for place in range(start, end))
    if sum(capital[place] for place in long) >= 0.8 * len(long) and commas * 5 < len(told):
        return "headline"
    return None
