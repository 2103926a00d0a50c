"""The table of countries: code, names and adjectives, looked up by any of them."""
from __future__ import annotations

import functools
from typing import NamedTuple

from newsfacts.components.name_words import fold_name
from newsfacts.rules import rows


class Form(NamedTuple):
    """A name or adjective of a country; `exact` is set for one of capitals only, which counts only as it stands."""

    code: str
    kind: str
    exact: str | None


@functools.cache
def by_code() -> dict[str, dict[str, str]]:
    """The rows of the table by ISO 3166-1 alpha-2 code."""
    return {row["alpha_2"]: row for row in rows("countries")}


def name_of(code: str) -> str:
    """The common English short name of a country, by its alpha-2 code."""
    return by_code()[code]["name"]


def alpha_3(code: str) -> str:
    """The ISO 3166-1 alpha-3 code, by the alpha-2 code."""
    return by_code()[code]["alpha_3"]


def code_of(name: str) -> str | None:
    """The alpha-2 code of a country by its name, alias, alpha-2 or alpha-3 code, without regard to case and diacritics; None for anything else."""
    return names().get(fold_name(name.strip().removeprefix("the ").removeprefix("The ")))


@functools.cache
def names() -> dict[str, str]:
    """Folded names, aliases and codes with the alpha-2 code they stand for."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for name in (row["name"], *split(row["aliases"])):
            found.setdefault(fold_name(name.removeprefix("The ")), row["alpha_2"])
    for row in rows("countries"):
        found.setdefault(row["alpha_3"].lower(), row["alpha_2"])
        found.setdefault(row["alpha_2"].lower(), row["alpha_2"])
    return found


@functools.cache
def forms() -> dict[str, dict[str, Form]]:
    """All forms to be found in texts, folded, by their first word."""
    found: dict[str, dict[str, Form]] = {}
    for row in rows("countries"):
        for kind, written in (("name", (row["name"], *split(row["aliases"]))), ("adjective", split(row["adjectives"]))):
            for form in written:
                key = fold_name(form.removeprefix("The "))
                exact = key.replace(" ", "") if form.replace(".", "").isupper() else None
                found.setdefault(key.split(" ")[0], {}).setdefault(key, Form(row["alpha_2"], kind, exact and exact.upper()))
                if kind == "adjective" and form.endswith(("an", "i")):
                    found.setdefault(f"{key}s".split(" ")[0], {}).setdefault(f"{key}s", Form(row["alpha_2"], "demonym", None))
    return found


def of_country(word: str) -> bool:
    """Whether one folded word is a form of a country by itself."""
    return word in forms().get(word, ())


def split(written: str) -> list[str]:
    """The values of a cell."""
    return written.split("|") if written else []
