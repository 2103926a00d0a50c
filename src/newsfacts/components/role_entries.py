"""Reads entries "Name, Title, Field, and Title, BODY": lines of lists, contact lines and captions that are nothing but a name and posts."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts.components.organisation_words import lexicon
from newsfacts.components.surface import Surface
from newsfacts.components.titles import Post

Tokens = tuple[int, int]


class Entry(NamedTuple):
    """A title, where it begins and ends, and the stretch of its body."""

    title: str
    start: int
    end: int
    organisation: Tokens | None


def line_end(s: Surface, start: int) -> int:
    """The end of a token's line, white space and a full stop left out."""
    end = start
    while end < len(s.words) and s.line[end] == s.line[start] and not s.words[end].isspace() and (end == start or s.words[end] not in ("–", "—")):
        end += 1
    return end


def read(s: Surface, start: int, posts: dict[int, Post], bodies: dict[int, int]) -> list[Entry]:
    """The titles of an entry whose name ends at `start`, a comma or brackets behind it; nothing where the line is prose."""
    end = line_end(s, start)
    if s.words[start : start + 1] == ["("] and s.words[start + 2 : start + 3] == [")"] and s.words[start + 3 : start + 4] and s.words[start + 3].isspace():
        start += 3
    if start < len(s.words) and s.words[start].isspace() and (below := signed(s, start, posts)) is not None:
        return signature(s, below, posts, bodies)
    while start < end and s.words[start] == "(":
        start = next((place for place in range(start, end) if s.words[place] == ")"), end - 1) + 1
    if start >= end or s.words[start] not in (",", "–", "—", "-", ":") or prose(s, start, end):
        return []
    found: list[Entry] = []
    waiting: list[tuple[int, int]] = []
    tail: list[Tokens] = []
    for first, last in segments(s, start + 1, end):
        titled = title_starts(s, first, last, posts)
        if (not titled and not s.capital[first + (s.lower[first] == "the" and first + 1 < last)]) or ":" in s.words[first:last]:
            if s.words[first][0].isdigit() or s.words[first][0] in "+@" or "@" in s.text(first, last):
                break
            return []
        if titled:
            if tail:
                found += close(s, waiting, tail, bodies)
                waiting, tail = [], []
            waiting += titled
        elif waiting:
            tail.append((first, last))
        else:
            return []
    return found + close(s, waiting, tail, bodies)


def signed(s: Surface, place: int, posts: dict[int, Post]) -> int | None:
    """Where the title begins that is all of the line right below a name that is all of its line: a signature."""
    while place < len(s.words) and s.words[place].isspace():
        if s.words[place].count("\n") > 1:
            return None
        place += 1
    post = posts.get(place) or next((post for post in posts.values() if post.organisation == (place, post.start)), None)
    alone = post is not None and (
        post.end >= len(s.words)
        or s.words[post.end].isspace()
        or (s.words[post.end] in (",", "/") and post.end + 1 < len(s.words) and s.capital[post.end + 1])
    )
    return post.start if post is not None and alone and place > 0 and s.line[place] != s.line[place - 1] else None


def signature(s: Surface, below: int, posts: dict[int, Post], bodies: dict[int, int]) -> list[Entry]:
    """The titles of a line below a name, with the body behind their comma, or the one that is all of the next line."""
    post, end = posts[below], line_end(s, below)
    titled = [(below, post.title_end)]
    if s.words[post.end : post.end + 1] == ["/"] and (other := posts.get(post.end + 1)) is not None:
        titled.append((other.start, other.title_end))
        post = other
    if post.end < end:
        return close(s, titled, [(post.end + 1, end)], bodies)
    body = post.organisation
    if body is None and end + 1 < len(s.words) and s.words[end].isspace() and s.words[end].count("\n") == 1:
        place = bodies.get(end + 1, 0)
        body = (end + 1, place) if place and (place >= len(s.words) or s.words[place].isspace() or s.words[place] == ",") else None
    return [Entry(s.text(start, stop) if len(titled) > 1 else post.title, start, stop, body) for start, stop in titled]


def prose(s: Surface, start: int, end: int) -> bool:
    """Whether a stretch has a finite verb, a full stop inside or many small words: a sentence, no entry."""
    if end - start < 2 or any(s.pos[place] in ("VERB", "AUX") and not s.capital[place] for place in range(start, end)):
        return True
    return any(s.words[place] in (".", "!", "?", ";", "”") for place in range(start, end - 1))


def segments(s: Surface, start: int, end: int) -> list[Tokens]:
    """The stretches between commas; a company's form ("Inc.") goes with the one before."""
    found: list[Tokens] = []
    first = start
    for place in range(start, end + 1):
        if place < end and s.words[place] != ",":
            continue
        if place > first:
            if found and s.lower[first] in lexicon().suffixes:
                found[-1] = (found[-1][0], place)
            else:
                found.append((first, place))
        first = place + 1
    return found


def title_starts(s: Surface, first: int, last: int, posts: dict[int, Post]) -> list[Tokens]:
    """The titles of a segment that begins with one ("Founder and CEO" has two), each as a stretch; nothing where it is a body."""
    begin = first + (s.lower[first] in ("and", "&"))
    begin += begin < last and s.lower[begin] in ("the", "a", "an")
    if begin not in posts:
        return []
    starts = [begin] + [
        place for place in range(begin + 1, last) if place in posts and s.lower[place - 1] in ("and", "&", "/") and posts[begin].title_end < place + 1
    ]
    ends = [place - 1 for place in starts[1:]] + [last]
    return list(zip(starts, ends, strict=True))


def close(s: Surface, waiting: list[Tokens], tail: list[Tokens], bodies: dict[int, int]) -> list[Entry]:
    """The waiting titles with the body behind them, the first that is known or the one that closes; what stands between joins the last title."""
    if not waiting:
        return []
    first = next((number for number, (start, end) in enumerate(tail) if bodies.get(start + (s.lower[start] == "the")) == end), len(tail) - 1)
    tail = tail[: first + 1]
    body = tail[-1] if tail else None
    found = []
    for number, (start, end) in enumerate(waiting):
        inner = next((place for place in range(start + 1, end) if bodies.get(place) == end and s.capital[place - 1]), None)
        if inner is not None and number == len(waiting) - 1:
            end, body = inner, (inner, end)
            tail = []
        stop = tail[-2][1] if len(tail) > 1 and number == len(waiting) - 1 else end
        found.append(Entry(s.text(start, stop), start, stop, body))
    return found
