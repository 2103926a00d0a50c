"""Loads and checks the word lists and rules in `data/`, and a user's own rule files."""
from __future__ import annotations

import functools
import hashlib
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

DATA = files("newsfacts") / "data"


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The content of `data/<name>.toml`, read once; callers do not change it."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.tsv`, read once: lines that begin with # are comment, the first other line names the columns."""
    heading, *body = lines(name)
    columns = heading.split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in body)


def lines(name: str) -> Iterator[str]:
    """The lines of `data/<name>.tsv` that are neither empty nor comment, the heading first; read anew each time."""
    return (line for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))


@functools.cache
def data_digest() -> str:
    """A hash over all files in `data/`: part of the pipeline's fingerprint."""
    hashed = hashlib.sha256()
    for file in sorted((entry for entry in DATA.iterdir() if entry.is_file()), key=lambda entry: entry.name):
        hashed.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return hashed.hexdigest()[:16]
