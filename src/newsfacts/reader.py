"""Reads articles from paths: plain text, Markdown, JSON Lines, standard input. What cannot be read becomes a Failure and stops nothing."""
from __future__ import annotations

import datetime
import email.utils
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from newsfacts import edtf, markdown
from newsfacts.components.date_grammar import read as calendar
from newsfacts.components.dateline import dateline
from newsfacts.model import Article, NewsfactsError

MAX_CHARS = 1_000_000
TEXT, MARKDOWN, ROWS = frozenset({".txt", ".text", ""}), frozenset({".md", ".markdown"}), frozenset({".jsonl", ".ndjson"})
FORMATS = ".txt, .md or .jsonl"
MAGIC = {b"%PDF-": "a PDF", b"PK\x03\x04": "a ZIP archive (Word, Excel, EPUB)", b"\xd0\xcf\x11\xe0": "an old Word or Excel file", b"\x89PNG": "a PNG image",
         b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"{\\rtf": "an RTF file", b"\x1f\x8b": "a gzip file"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
UNLIKELY = re.compile(r"[À-ÿ]{3}|[ÿþ]{2}|(?<![A-Za-zÀ-ÿ])[À-ÿ]{2}(?![A-Za-zÀ-ÿ])")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ])")


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, or a path (`call`), that could not be read, and why."""

    source: str
    reason: str
    call: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder that is no article."""

    source: str


Entry = Article | Failure | PassedOver


def articles(paths: Iterable[str | Path], *, max_chars: int = MAX_CHARS, leave_out: Iterable[Path] = (), stdin: BinaryIO | None = None) -> Iterator[Entry]:
    """The articles of files and folders (in the order named, folders sorted) and of standard input ("-"), with what could not be read.

    `published` of an article is what a row or front matter says; `dated` adds what its text says. `leave_out` are files not to be read, such as a run's output.
    """
    seen: dict[str, Path] = {}
    left = {file.resolve() for file in leave_out}
    for path in paths:
        if str(path) == "-":
            yield from of_stream(stdin or sys.stdin.buffer, max_chars)
        else:
            yield from of_path(Path(path), max_chars, left, seen)


def of_path(path: Path, max_chars: int, left: set[Path], seen: dict[str, Path]) -> Iterator[Entry]:
    """The articles of a file or folder; a second file with the source of an earlier one is a failure, for it would take its place in a base."""
    files: Iterable[tuple[str, Path]]
    if path.is_dir():
        files = sorted(walk(path))
        if not any(kind_of(file) is not None for _, file in files):
            yield Failure(str(path), f"no articles in this folder; it needs files that end with {FORMATS}", call=True)
    elif not path.exists():
        yield Failure(str(path), "no such file or folder; check the path", call=True)
        return
    else:
        files = [(unicodedata.normalize("NFC", path.name), path)]
    for source, file in files:
        if file.resolve() in left:
            continue
        if path.is_dir() and kind_of(file) is None:
            if not file.name.endswith(".gold.json") and not is_readme(file):
                yield PassedOver(source)
        elif source in seen and seen[source] != file:
            yield Failure(source, f"{file} has the same source as {seen[source]}; name a folder that holds both, or read them into two bases")
        else:
            seen[source] = file
            yield from of_file(file, source, max_chars)


def count(paths: Iterable[str | Path]) -> int | None:
    """How many articles these paths hold, about: files, and rows of JSON Lines; None with standard input."""
    found = 0
    for path in map(Path, paths):
        if str(path) == "-":
            return None
        for file in [file for _, file in walk(path) if kind_of(file)] if path.is_dir() else [path] if path.is_file() else []:
            if file.suffix.lower() in ROWS:
                with file.open("rb") as stream:
                    found += sum(1 for _ in stream)
            else:
                found += 1
    return found


def walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder and its folders with their sources; hidden ones are left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                file = Path(here, name)
                yield unicodedata.normalize("NFC", file.relative_to(folder).as_posix()), file


def is_readme(file: Path) -> bool:
    """Whether a file tells about its folder."""
    return file.stem.lower() == "readme"


def kind_of(file: Path) -> frozenset[str] | None:
    """The format of a file in a folder, or None where it is no article."""
    suffix = file.suffix.lower()
    if is_readme(file) or not suffix:
        return None
    return next((kind for kind in (TEXT, MARKDOWN, ROWS) if suffix in kind), None)


def of_file(file: Path, source: str, max_chars: int = MAX_CHARS) -> Iterator[Article | Failure]:
    """The articles of one file."""
    suffix = file.suffix.lower()
    try:
        if suffix in ROWS:
            with file.open("rb") as stream:
                yield from rows(stream, source, max_chars)
        elif suffix in TEXT or suffix in MARKDOWN:
            if file.stat().st_size > 4 * max_chars + 4096:
                raise NewsfactsError(too_long(f"{file.stat().st_size:,} bytes, more than {max_chars:,} characters can take", max_chars))
            yield article(file.read_bytes(), source, is_markdown=suffix in MARKDOWN, max_chars=max_chars)
        else:
            raise NewsfactsError(f"files that end with {suffix} are not read; give {FORMATS}")
    except NewsfactsError as error:
        yield Failure(source, str(error))
    except OSError as error:
        yield Failure(source, f"{error.strerror or error}; check the file and its permissions")


def of_stream(stream: BinaryIO, max_chars: int = MAX_CHARS) -> Iterator[Article | Failure]:
    """Standard input: JSON Lines where its first line begins an object, else one plain text."""
    first = b""
    for first in stream:
        if first.strip():
            break
    if first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        yield from rows((line for part in ([first], stream) for line in part), "stdin", max_chars)
        return
    try:
        yield article(first + stream.read(4 * max_chars + 4096), "stdin", max_chars=max_chars)
    except NewsfactsError as error:
        yield Failure("stdin", str(error))


def read(path: str | Path, *, published: str | None = None, max_chars: int = MAX_CHARS) -> Article:
    """The one article of a .txt or .md file, dated. Raises NewsfactsError where it cannot be read."""
    found = [entry for entry in articles([path], max_chars=max_chars) if not isinstance(entry, PassedOver)]
    if len(found) != 1 or isinstance(found[0], Failure):
        raise NewsfactsError(str(found[0]) if len(found) == 1 else f"{path}: {len(found)} articles, where one is wanted; give a .txt or .md file")
    return dated(found[0], published)


def article(content: bytes, source: str, *, is_markdown: bool = False, max_chars: int = MAX_CHARS) -> Article:
    """An article from the bytes of a text or Markdown file. Raises NewsfactsError."""
    text = mended(decoded(content))
    fields: dict[str, str] = {}
    title = None
    if is_markdown:
        fields, body = markdown.front_matter(text)
        title, text = markdown.heading(body), markdown.plain(body)
    checked(text, max_chars)
    published = day(fields.get("published") or fields.get("date") or None)
    return Article(source, text, fields.get("title") or title or first_line(text), published, "front matter" if published else None, fields.get("url") or None)


def rows(lines: Iterable[bytes], source: str, max_chars: int = MAX_CHARS) -> Iterator[Article | Failure]:
    """The articles of JSON Lines, one object a line; empty lines are passed over."""
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        place = f"{source}:{number}"
        try:
            yield row(line, place, max_chars)
        except NewsfactsError as error:
            yield Failure(place, str(error))
            if number == 1 and (b"\0" in line or magic(line)):
                return
    if empty:
        yield Failure(source, "empty: no rows to read; remove the file or fill it")


def row(line: bytes, place: str, max_chars: int) -> Article:
    """The article of one JSON line; its text stays as given but for a byte order mark and carriage returns. Raises NewsfactsError."""
    try:
        item = json.loads(decoded(line))
    except (ValueError, RecursionError) as error:
        raise NewsfactsError(f"no JSON: {error}; each line is an object with text, and at will source, published, title, url") from None
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        remedy = "it is a document of newsfacts: use `newsfacts load`" if isinstance(item, dict) and "schema" in item else "each line is an object with a text"
        raise NewsfactsError(f"no text in this line; {remedy}")
    for key in ("source", "title", "published", "url"):
        if not isinstance(item.get(key), str | None):
            raise NewsfactsError(f"{key} is {item[key]!r}, no text; put it in quotes or leave it out")
    text = whole(normal_lines(item["text"]))
    checked(text, max_chars)
    published = day(item.get("published") or None)
    source = whole(unicodedata.normalize("NFC", item.get("source") or "")) or place
    return Article(source, text, item.get("title") or first_line(text), published, "row" if published else None, item.get("url") or None)


def decoded(content: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 with a byte order mark, else cp1252 where that is plausible. Raises NewsfactsError."""
    if found := magic(content):
        raise NewsfactsError(f"this is {found}, not text; save it as plain text (UTF-8)")
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff") and len(content) % 2 == 0:
            return normal_lines(content.decode("utf-16"))
        if b"\0" in content:
            raise NewsfactsError(f"a NUL byte at {content.index(0)}: a binary file, or not UTF-8; save it as plain text (UTF-8)")
        return normal_lines(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        if plausible_cp1252(content):
            return normal_lines(content.decode("cp1252"))
        bad = content[error.start:error.start + 1].hex()
        raise NewsfactsError(f"not UTF-8: byte 0x{bad} at {error.start}; save the file as UTF-8") from None


def magic(content: bytes) -> str | None:
    """What kind of binary file begins like this."""
    return next((name for beginning, name in MAGIC.items() if content.startswith(beginning)), None)


def plausible_cp1252(content: bytes) -> bool:
    """Whether bytes that are no UTF-8 read as Western European text: no control character, no UTF-8 letter, mostly ASCII."""
    high = sum(byte >= 0x80 for byte in content)
    if high > 0.15 * len(content) or set(content.decode("utf-8", "replace")) & set(map(chr, range(0x80, 0xFFFD))):
        return False
    text = content.decode("cp1252", "replace")
    return "\ufffd" not in text and not CONTROL.search(text) and not UNLIKELY.search(text)


def normal_lines(text: str) -> str:
    """A text without byte order mark and carriage returns."""
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def whole(text: str) -> str:
    """A text with lone surrogates, which no encoding can write, replaced one for one."""
    return text if text.isascii() else re.sub(r"[\ud800-\udfff]", "\ufffd", text)


def mended(text: str) -> str:
    """A text whose lines are freed from mojibake (UTF-8 that was read as another encoding), and from nothing else."""
    if text.isascii():
        return text
    import ftfy

    return "\n".join(line if line.isascii() else ftfy.fix_encoding(line) for line in text.split("\n"))


def checked(text: str, max_chars: int) -> None:
    """Raises NewsfactsError where there is nothing to read, too much, or a NUL character."""
    if not text.strip():
        raise NewsfactsError("empty: no text to read; remove the file or fill it")
    if len(text) > max_chars:
        raise NewsfactsError(too_long(f"{len(text):,} characters", max_chars))
    if "\0" in text:
        raise NewsfactsError(f"a NUL character at {text.index(chr(0))}; take it out")


def too_long(what: str, max_chars: int) -> str:
    """Why a text is refused for its length."""
    return f"{what}; the limit is --max-chars {max_chars}: split the text or raise the limit"


def day(value: str | None) -> str | None:
    """The ISO day that a stated date begins with, also out of "16 September 2019" and mail dates. Raises NewsfactsError where it is no day."""
    if value is None:
        return None
    if found := ISO_DAY.match(value.strip()):
        made = edtf.point(int(found[1]), int(found[2]), int(found[3]))
        if made:
            return made
    readings = [reading for reading in calendar(value) if len(reading.value) == 10 and reading.rule == "dates.calendar"]
    if len(readings) == 1:
        return readings[0].value
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        raise NewsfactsError(f"published is {value[:60]!r}, no day; write it as {datetime.date(2019, 9, 16)} or leave it out") from None


def dated(article: Article, published: str | None = None) -> Article:
    """The article with the day of its own dateline, or `published`, where neither row nor front matter gave one."""
    if article.published is not None:
        return article
    found = dateline(article.text)
    if found is None and published is None:
        return article
    return replace(article, published=found or published, published_from="dateline" if found else "option")


def first_line(text: str) -> str | None:
    """A short first line without a full stop that more text follows."""
    line, _, after = text.strip().partition("\n")
    line = line.strip()
    short = 0 < len(line) <= 160 and len(line.split()) <= 25 and not line.rstrip("\"”’')").endswith((".", ",", ";", ":"))
    return line if short and after.strip() else None
