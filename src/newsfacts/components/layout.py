"""Sees a text's lines as what they are (headline, sub-head, item, caption, boilerplate, contact, paragraph) and keeps sentences within them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsfacts.components.dateline import AFTER, HEAD, PREFIX, titled
from newsfacts.components.mention import LayoutValue, mentions_over, propose, text_of

BULLET = re.compile(r"\s*(?:[•●▪◦‣·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
ABOUT = re.compile(
    r"\s*#*\s*\**(?:About (?:(?:the|our|us)\b|[^\W\d_a-z]|[“\"‘])|ABOUT\b"
    r"|(?i:Notes? (?:to|for) (?:the )?editors?|Editor[’']s notes?)\b)"
)
HEADING = re.compile(r"\s*#*\s*\**(?:About(?! (?:half|a|an|one|two|three|twenty|thirty|fifty|hundreds?|\d)\b)\b|Background\b)[^.!?]{0,80}$", re.I)
CONTACT = re.compile(
    r"\s*\**(?:(?:Media |Press )?(?:contacts?|enquiries|inquiries)\b(?=[^.!?]{0,40}:|.*@|(?:\W+\w+){0,3}\W*$)"
    r"|For (?:more|further|additional) (?:information|details)\b(?=.*(?:@|www|http|:|\b(?:contact|visit|see|call|write|e-?mail|please)\b))"
    r"|(?:E-?mail|Tel|Phone|Telephone|Fax|Mobile)\b(?=[\s.:()+]*\d|[^.!?]{0,20}:|.*@))",
    re.I | re.S,
)
CAPTION = re.compile(
    r"\s*[\[(*_]*(?:(?:Photo|Caption|Picture|Image|Photograph)s?\b(?: (?:by|credit|courtesy)\b|\s*\d*[\])]|[^.\n]{0,40}(?:[:–—]|\s-\s))"
    r"|Pictured\b|From left\b|Left to right\b)",
    re.I,
)
OPEN = re.compile(r"(?:^|\s)(?:of|the|and|in|for|to|at|by|with|from|on|a|an|that|which|who|is|was|were|has|have|its|their|Mr\.|Mrs\.|Dr\.|Prof\.)\s*$")
ENDS = (".", "!", "?", "”", '"', "’", ":", ";", ")", "…")


@Language.component("newsfacts_layout", assigns=["span._.newsfacts_layout", "token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Proposes blocks; a block's first token starts a sentence. Comes before the parser, which keeps such starts."""
    parsed = doc.has_annotation("DEP")
    for number, (start, end, kind) in enumerate(blocks(text_of(doc))):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        propose(doc, "layout", span.start, span.end, f"layout.{kind}", LayoutValue(kind, number))
        if not parsed:
            split(doc, span.start, span.end)
    return doc


def split(doc: Doc, start: int, end: int) -> None:
    """Makes a block's first token, and the one after it, start sentences."""
    doc[start].is_sent_start = True
    if end < len(doc):
        doc[end].is_sent_start = True


def blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of the text's blocks: a block is a paragraph, or a line where lines stand for themselves."""
    first, boilerplate = True, False
    for start, end, alone in lines(text):
        line = text[start:end]
        kind = kind_of(line, first, alone)
        if kind == "boilerplate":
            boilerplate = True
        elif kind in ("paragraph", "item") and boilerplate:
            kind = "boilerplate"
        elif kind == "subhead":
            boilerplate = False
        first = False
        yield start, end, kind


def lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each block, and whether empty lines stand on both its sides: a wrapped line is joined to the one before."""
    for paragraph in re.finditer(r"\S(?:.*\n?(?=[^\n]*\S))*.*", text):
        start = paragraph.start()
        pieces = [(start + line.start(), start + line.end()) for line in re.finditer(r"[^\n]+", paragraph.group())]
        joined: list[tuple[int, int]] = []
        for piece in pieces:
            if joined and wrapped(text, joined[-1], piece):
                joined[-1] = (joined[-1][0], piece[1])
            else:
                joined.append(piece)
        for one in joined:
            yield (*one, len(joined) == 1)


def wrapped(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line goes on with the sentence of the long line before it."""
    this, last = text[slice(*line)], text[slice(*before)].rstrip()
    return len(last.splitlines()[-1]) > 55 and not last.endswith(ENDS) and not BULLET.match(this) and (this[:1].islower() or len(last.splitlines()[-1]) > 65)


PARAGRAPH = re.compile(r"^[^\n]++(?:\n[^\n]++)++", re.MULTILINE)
"""Two lines or more without an empty one; possessive, so that long lines are read once."""


EMOJI_FORM = "\N{VARIATION SELECTOR-16}"
"""What follows a sign that is shown as a picture."""


def flowing(text: str) -> str:
    """The text with a space for each line break inside a sentence of a hard-wrapped paragraph, and for marks of how emoji look; offsets stay."""
    parts = list(text.replace(EMOJI_FORM, " "))
    for paragraph in PARAGRAPH.finditer(text):
        lines = paragraph.group().split("\n")
        full, place = filled(lines), paragraph.start()
        for before, this in itertools.pairwise(lines):
            place += len(before) + 1
            if not (before.rstrip().endswith(ENDS) or BULLET.match(this) or this.startswith((" ", "\t", "|", "#"))) and (full or continues(before, this)):
                parts[place - 1] = " "
    return "".join(parts)


def filled(lines: list[str]) -> bool:
    """Whether three lines or more are as long as a width allows: the first word of each would not have gone on the one before."""
    width = max(map(len, lines))
    return len(lines) > 2 and 50 <= width <= 120 and all(len(before) + 1 + len(this.split(" ", 1)[0]) > width for before, this in itertools.pairwise(lines))


def continues(before: str, this: str) -> bool:
    """Whether a line goes on with the one before by its own small letter, or by an open word at that one's end."""
    return len(before) > 40 and (this[:1].islower() or bool(OPEN.search(before)))


def kind_of(line: str, first: bool, alone: bool) -> str:
    """What a block is by its own words."""
    bare = line.strip().strip("*#_ ")
    if ABOUT.match(line) or HEADING.match(line):
        return "boilerplate"
    if CONTACT.match(line):
        return "contact"
    if CAPTION.match(line):
        return "caption"
    if BULLET.match(line):
        return "item"
    if len(bare) < 160 and not bare.endswith((*ENDS[:4], ":")) and len(bare.split()) < 22:
        return "headline" if first else "subhead" if line.lstrip().startswith("#") or alone or bare.isupper() else "line"
    if line.lstrip().startswith("#"):
        return "headline" if first else "subhead"
    return "paragraph"


def block_of(token: Token) -> str:
    """The kind of the block that a token stands in."""
    found = mentions_over(token.doc, "layout", token.i)
    return str(found[0].id_).removeprefix("layout.") if found else "paragraph"


def in_dateline(date: Span) -> bool:
    """Whether a date opens its line as an article's own: before it only a place or label, behind it a dash, bracket, bar or the line's end."""
    if date.start_char > HEAD:
        return False
    text = text_of(date.doc)
    before = text[text.rfind("\n", 0, date.start_char) + 1 : date.start_char]
    return (
        len(before) <= PREFIX
        and bool(AFTER.match(text[date.end_char : date.end_char + 80]))
        and all(titled(word) for word in re.findall(r"[^\W\d_][\w'’.-]*", before))
    )
