"""Words of a text folded for looking names up: small ASCII letters, apostrophes and the possessive gone, "St." as "saint"."""
from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Doc

from newsfacts.components.mention import Tokens, memory, mentions, text_of

APOSTROPHES = "'’‘ʻʼ`´"
WORD = re.compile(rf"(?<![^\W_][{APOSTROPHES}])[^\W_]+(?:[{APOSTROPHES}](?![sS]\b)[^\W_]+)*")
GAP = re.compile(rf"(?:[{APOSTROPHES}]s)?(?:[ \t\u00a0]{{1,2}}|[-‐‑–]|\.[ \u00a0]?|[ ]?&[ ]?)|\n")
LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "e",
                         **dict.fromkeys(APOSTROPHES, "")})


class Word(NamedTuple):
    """A word with its offsets in the text, its folded form, and whether it has a capital ("Oxfam", "d'Ivoire", "eSwatini")."""

    folded: str
    start: int
    end: int
    capital: bool


@functools.lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """One word in small ASCII letters as far as its script allows."""
    if word.isascii() and word.isalnum():
        folded = word.lower()
    else:
        parts = unicodedata.normalize("NFKD", word.lower().translate(LETTERS))
        folded = "".join(char for char in parts if not unicodedata.combining(char))
    return "saint" if folded == "st" else folded


@functools.lru_cache(maxsize=1 << 15)
def fold_name(name: str) -> str:
    """A name as folded words with single spaces."""
    return " ".join(fold(found) for found in WORD.findall(name))


@functools.lru_cache(maxsize=2)
def row_of(text: str) -> tuple[list[Word], str, frozenset[str]]:
    """The words of a text, all of them in a row, and those that stand somewhere without a capital; several components ask for those of one text."""
    words = words_of(text)
    return words, f" {' '.join(word.folded for word in words)} ", frozenset(word.folded for word in words if not word.capital)


def words_of(text: str) -> list[Word]:
    """The words of a text in order."""
    return [Word(fold(word), found.start(), found.end(), not word.islower() and not word.isnumeric()) for found in WORD.finditer(text) for word in (found[0],)]


class Text(NamedTuple):
    """A Doc's text with its words, all folded words in a row for questions on the whole article, the tokens in which each word
    begins and ends, the words that stand somewhere without a capital, and
    the tokens of acronyms and of people's names."""

    doc: Doc
    raw: str
    words: list[Word]
    line: str
    starts: list[int]
    ends: list[int]
    small: frozenset[str]
    named: tuple[Tokens, ...]

    def has(self, phrase: str) -> bool:
        """Whether the article has this folded phrase."""
        return f" {phrase} " in self.line

    def tokens(self, first: int, last: int) -> Tokens:
        """The whole tokens that words [first, last) touch."""
        return self.starts[first], self.ends[last - 1]

    def gap(self, left: int, right: int) -> str:
        """What stands between two words, without space around."""
        return self.raw[self.words[left].end:self.words[right].start].strip()

    def written(self, first: int, last: int) -> str:
        """Words [first, last) as they stand in the text."""
        return self.raw[self.words[first].start:self.words[last - 1].end]

    def label(self, place: int) -> str:
        """The model's label of the token in which a word begins, "" for none."""
        return str(self.doc[self.starts[place]].ent_type_)


def read(doc: Doc) -> Text:
    """A Doc made ready for `find`."""
    raw = text_of(doc)
    words, line, small = row_of(raw)
    first, last = memory(doc, "words").get("ends") or ends_of(doc, words)
    named = tuple((span.start, span.end) for kind in ("people", "acronyms") for span in mentions(doc, kind))
    return Text(doc, raw, words, line, first, last, small, named)


def ends_of(doc: Doc, words: list[Word]) -> tuple[list[int], list[int]]:
    """The token in which each word begins, and the one past the last that it touches; remembered, as several components ask."""
    starts = doc.to_array(["IDX"]).ravel().tolist()
    found = [bisect_right(starts, word.start) - 1 for word in words], [bisect_left(starts, word.end) for word in words]
    memory(doc, "words")["ends"] = found
    return found


def joined(text: str, words: list[Word], first: int, second: int) -> bool:
    """Whether two neighbouring words may belong to one name: only space, hyphen or "&" between them, a full stop only after an abbreviation."""
    left, right = words[first], words[second]
    gap = text[left.end:right.start]
    return GAP.fullmatch(gap) is not None and ("." not in gap or left.end - left.start <= 2 or gap == ".")


def run_length(text: str, words: list[Word], first: int, most: int) -> int:
    """How many words from `first` on may form one name, at most `most`."""
    length = 1
    while length < most and first + length < len(words) and joined(text, words, first + length - 1, first + length):
        length += 1
    return length
