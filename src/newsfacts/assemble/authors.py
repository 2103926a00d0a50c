"""Tells whether a text speaks as "we", and which body does: by masthead, byline, signature, "About" paragraph and what it is the subject of."""
from __future__ import annotations

from spacy.tokens import Doc, Span

from newsfacts.assemble.cluster import Entity
from newsfacts.assemble.reference import Entities
from newsfacts.components.attach import preposition
from newsfacts.components.layout import block_of
from newsfacts.components.mention import memory, mentions_over

FIRST = frozenset(["we", "our", "us", "ours", "ourselves"])
AUTHOR_AT_LEAST = 3
HEAD, TAIL = 40, 40
"""Tokens at the beginning and end of a text in which mastheads, bylines and signatures are looked for."""
SHORT = 16
"""Tokens of a line that can be a signature or byline."""
SHEETS = frozenset(["bulletin", "newsletter", "proceedings", "circular", "magazine", "gazette", "notes", "minutes", "journal", "statement", "release"])
"""What a body puts out under its own name."""
OTHERS = frozenset(["with", "by", "from", "at", "to", "for", "in", "between", "among", "through", "near"])
"""Prepositions before those whom an author meets, thanks and visits."""


def author(entities: Entities) -> Entity | None:
    """The body that speaks as "we"; None where nothing tells, or two have the same to say for them."""
    known = memory(entities.doc, "author")
    if "author" not in known:
        known["author"] = best(entities)
    found: Entity | None = known["author"]
    return found


def best(entities: Entities) -> Entity | None:
    """The body that most speaks for as the author of a text."""
    ranked = sorted(((standing(entities.doc, one), place) for place, one in enumerate(entities.organisations)), key=lambda pair: (-pair[0], pair[1]))
    if not ranked or ranked[0][0] < AUTHOR_AT_LEAST or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return entities.organisations[ranked[0][1]]


def standing(doc: Doc, one: Entity) -> int:
    """How much speaks for a body as the author of a text."""
    spans = [*one.spans, *one.acronym_spans, *one.later]
    free = [span for span in spans if preposition(span) not in OTHERS and not met(span)]
    subjects = [span for span in free if span.root.dep_ in ("nsubj", "nsubjpass")]
    return (
        4 * any(block_of(span[0]) == "boilerplate" and span.start - span.sent.start < 8 for span in free)
        + 3 * any(masthead(span) for span in free)
        + 3 * any(letterhead(doc, span) for span in spans)
        + 3 * any(signs(doc, span) for span in spans)
        + 2 * any(summed_up(doc, span) for span in subjects)
        + 3 * any(joined(doc, span) for span in spans)
        + min(len(subjects), 3)
        + min(len(spans), 6) // 2
        - (2 * len(free) < len(spans))
    )


def met(span: Span) -> bool:
    """Whether a body does something to those who speak: "the Clinic lent us its hall"."""
    return span.root.dep_ == "nsubj" and any(child.lower_ == "us" for child in span.root.head.children)


def masthead(span: Span) -> bool:
    """Whether a mention stands in the head of a text: in its headline, or as a subject of its first sentences."""
    if span.start >= HEAD:
        return False
    return block_of(span[0]) in ("headline", "subhead", "line") or span.root.dep_ in ("nsubj", "nsubjpass", "ROOT", "appos")


def letterhead(doc: Doc, span: Span) -> bool:
    """Whether a mention is all of a line at the head of a text, its acronym apart, or stands in one behind "Bulletin of", "Newsletter of"."""
    line = next(iter(mentions_over(doc, "layout", span.start)), None)
    if line is None or span.start > 2 * HEAD or len(line) > SHORT or line.end >= len(doc) - TAIL:
        return False
    before = [token.lower_ for token in doc[line.start : span.start] if token.is_alpha and token.lower_ != "the"]
    behind = [token.lower_ for token in doc[span.end : line.end] if token.is_alpha and not token.is_upper]
    return (not before and not behind) or (before[-1:] == ["of"] and bool(SHEETS & set(before)))


def signs(doc: Doc, span: Span) -> bool:
    """Whether a mention stands in a short line at the end ("Jo Hart, trustee, Lagoon Trust"), or at the head in one that begins with "by"."""
    block = next(iter(mentions_over(doc, "layout", span.start)), None)
    if block is None or len(block) > SHORT:
        return False
    first = next((token for token in block if token.text.isalpha()), block[0])
    if block.start < 3 * HEAD and first.lower_ == "by":
        return True
    dashed = any(doc[place].text in ("—", "–") for place in range(block.start, span.start))
    return block.end > len(doc) - TAIL and (dashed or block_of(span[0]) in ("contact", "line", "subhead"))


def summed_up(doc: Doc, span: Span) -> bool:
    """Whether a body is told at the end by when it was founded, what it has done since, whom it employs."""
    words = {token.lower_ for token in span.sent}
    return span.start > 0.6 * len(doc) and bool(words & {"since", "founded", "established", "members", "employs", "registered", "volunteers"})


def joined(doc: Doc, span: Span) -> bool:
    """Whether "we" and a name stand together: "we at the Trust", "the Trust, the bunch of us"; not "our hosts at the Trust"."""
    before = [token.lower_ for token in doc[max(0, span.start - 3) : span.start]]
    after = [token.lower_ for token in doc[span.end : min(len(doc), span.end + 6)]]
    if before[-2:] in (["we", "at"], ["we", "of"], ["us", "at"]) or before[-3:-1] in (["we", "at"], ["we", "of"], ["us", "at"]):
        return True
    return bool(after) and after[0] in (",", "(", "–", "—") and bool({"we", "us"} & set(after[1:]))


def speaks(doc: Doc) -> bool:
    """Whether a text speaks as "we" outside quotes."""
    first = {doc.vocab.strings[word] for word in FIRST}
    if sum(word in first for word in doc.to_array("LOWER").tolist()) < 3:
        return False
    inside, told = False, 0
    for token in doc:
        if token.text in ("“", "”", '"', "„"):
            inside = token.text in ("“", "„") or (token.text == '"' and not inside)
        told += not inside and token.lower_ in FIRST
    return told >= 3
