"""Turns Markdown into plain text: the words stay in their order and lines, the marks go; bullets become "• "."""
from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*?))?[ \t]*$")
COMMENT = re.compile(r"<!--.*?-->|\{%.*?%\}|\{\{.*?\}\}", re.S)
FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})")
RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
UNDERLINE = re.compile(r"[ \t]*(?:=+|-{2,})[ \t]*$")
HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
QUOTE = re.compile(r"\A[ \t]{0,3}(?:>[ \t]?)+")
BULLET = re.compile(r"[ \t]*[*+-][ \t]+(?:\[[ xX]\][ \t]+)?")
LINK_TARGET = re.compile(r"[ \t]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+.*$")
TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]"
                r"\((?:<[^>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)(?:\{[^}\n]*\})?"), r"\1"),
    (re.compile(r"\[\^[^\]\n]+\]:?"), ""),
    (re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>"), r"\1"),
    (re.compile(r"<br[ \t]*/?>", re.I), "\n"),
    (re.compile(r"</?[A-Za-z][^<>\n]*>"), ""),
    (re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"(\*{1,3})(?=\S)((?:[^*\n]|\n(?!\n))+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])((?:[^\n]|\n(?!\n))+?)(?<=[^\s_])\1(?![\w_])"), r"\2"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of a block between `---` lines at the beginning, keys in lower case, and the text behind it. Lists and nested fields are left out."""
    found = FRONT.match(text)
    if not found:
        return {}, text
    fields: dict[str, str] = {}
    folded: str | None = None
    for line in found[1].splitlines():
        if folded is not None and line[:1] in (" ", "\t"):
            fields[folded] = f"{fields[folded]} {line.strip()}".strip()
            continue
        pair = FIELD.match(line)
        folded = None
        if pair:
            key, value = pair[1].lower(), pair[2] or ""
            folded = key if value in (">", ">-", "|", "|-") else None
            fields[key] = "" if folded else scalar(value)
    return (fields, text[found.end():]) if fields else ({}, text)


def scalar(value: str) -> str:
    """A YAML scalar without its quotes or comment."""
    if value.startswith('"'):
        try:
            decoded, _ = json.JSONDecoder().raw_decode(value)
            return str(decoded)
        except ValueError:
            return value.strip('"')
    if value.startswith("'"):
        quoted = re.match(r"'((?:[^']|'')*)'", value)
        return quoted[1].replace("''", "'") if quoted else value.strip("'")
    return re.sub(r"[ \t]+#.*$", "", value)


def plain(text: str) -> str:
    """Markdown without front matter as plain text."""
    joined = "\n".join(lines(COMMENT.sub("", text)))
    for pattern, instead in INLINE:
        joined = pattern.sub(instead, joined)
    return re.sub(r"\n{3,}", "\n\n", html.unescape(joined)).strip("\n") + "\n"


def lines(text: str) -> Iterator[str]:
    """The lines of a text without the marks that stand at their beginning."""
    before = ""
    for line in text.split("\n"):
        line = QUOTE.sub("", line)
        if FENCE.match(line) or LINK_TARGET.match(line) or (TABLE_RULE.match(line) and "|" in before):
            continue
        if (UNDERLINE.match(line) and before.strip()) or RULE.match(line):
            line = ""
        heading = HEADING.match(line)
        if heading:
            line = heading[2]
        elif BULLET.match(line):
            line = BULLET.sub("• ", line, count=1)
        elif line.strip().startswith("|"):
            line = " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        before = line
        yield line.rstrip()


def heading(text: str) -> str | None:
    """The first heading of a Markdown text, where nothing but headings stands before it."""
    rows = [line for line in COMMENT.sub("", text).split("\n") if line.strip()][:2]
    found = HEADING.match(rows[0]) if rows else None
    if found:
        return plain(found[2]).strip() or None
    if len(rows) == 2 and re.fullmatch(r"[ \t]*=+[ \t]*", rows[1]):
        return plain(rows[0]).strip() or None
    return None
