"""Quotes the text around a piece of evidence: the sentence in which it stands, found by punctuation alone."""
from __future__ import annotations

import re

REACH = 400         # characters looked at on either side
BREAK = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-z])|\n\s*(?![a-z\s])")
SHORT = re.compile(r"(?:^|[\s(\"“'‘])(?:[^\W\d_]|[A-Z][a-z]{1,2}|Prof|Hon|Mrs|Capt|Dept|Univ|[Nn]os?|vs|(?:[^\W\d_]\.)+[^\W\d_])\.$")


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around the characters from `start` to `end`, blanks made single; an ellipsis where it reaches too far to be shown whole."""
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    left, right = ("…" if first else ""), ("…" if last < len(text) else "")
    for found in BREAK.finditer(text, first, last):
        if SHORT.search(text[max(first, found.start() - 12):found.start() + 1]):
            continue
        if found.end() <= start:
            first, left = found.end(), ""
        elif found.start() >= end - 1:
            last, right = found.end(), ""
            break
    return left + " ".join(text[first:last].split()) + right
