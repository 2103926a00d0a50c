"""Reads the currency of a figure as an ISO 4217 code: by sign, code or name, and by the countries that the text names."""
from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from newsfacts.components.number_words import Figure
from newsfacts.rules import table

LOWER_CODES = frozenset(("usd", "eur", "gbp", "rmb", "inr", "aud", "cad", "nzd", "fcfa"))
GLUED = frozenset("$€£¥")
OTHER_WORDS = frozenset(("won", "real", "som", "lei", "kip", "tala", "dong", "lev", "colon", "soles", "crown", "crowns"))
"""Names that are other words too: money from a thousand up only."""
WEIGHED = re.compile(r"\s+of\s+(?!aid|support|funding|investment)|\s+(?:per|each)\b")


@functools.cache
def currencies() -> dict[str, Any]:
    """The table of currencies."""
    return table("currencies")


@functools.cache
def codes() -> frozenset[str]:
    """The ISO 4217 codes."""
    return frozenset(currencies()["codes"]["list"].split())


@functools.cache
def sign_before() -> re.Pattern[str]:
    """A sign or code that ends where a figure begins."""
    small = {sign.lower() for sign in currencies()["signs"] if len(sign) > 1 and sign[-1] in "$¢₵"}
    signs = "|".join(map(re.escape, sorted({*currencies()["signs"], *codes(), *small}, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W_])({signs}|usd|rmb|eur)[ \u00a0]?-?\Z")


@functools.cache
def name_after() -> re.Pattern[str]:
    """A code, sign or name right behind a figure, an adjective of a country before it allowed."""
    data = currencies()
    names = {*data["names"], *data["families"], *data["subunits"]} - {name for name in data["families"] if "_" in name}
    words = {word for family in data["families"] for words in data.get(family, {}).values() for word in words}
    one_of_names, one_of_words = map(parted, (names, words))
    signs = "|".join(re.escape(sign) for sign in data["signs"] if len(sign) == 1 and not sign.isalpha())
    return re.compile(
        rf"[\s\u00a0-]{{0,2}}(?:(?P<sign>(?<=\d)[ ]?(?:{signs})|(?:{'|'.join(sorted(codes()))}|FCFA|F[ ]?CFA|RMB|CFA(?![ ][Ff]ranc))(?![^\W\d_]))"
        rf"|(?P<adjective>(?:{one_of_words}|[a-z]+(?:ish|ian|ese|ean|can|wan|ani|ech|tic))\s)?"
        rf"(?P<name>(?:{one_of_names})s?)(?P<rest>\s+CFA|\s+sterling)?(?![^\W\d_]))", re.IGNORECASE)


def parted(words: set[str]) -> str:
    """A pattern for any of the words, the longest first, parted by their first letters so that few are tried at a place."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[0].lower(), []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))


def currency(text: str, figure: Figure, named: Mapping[str, int] | None = None) -> tuple[str, int, int] | None:
    """ISO 4217 code of a figure and the code points [start, end) of the amount with its sign; None where it is no money.

    `named` is how often the text names countries (alpha-2), where that is known.
    """
    named = named or {}
    found = sign_before().search(text, max(0, figure.start - 8), figure.start)
    if found and (code := code_of(text, found[1], figure, named)):
        return code, found.start(), name_repeated(text, figure.end) or figure.end
    left = text[max(0, figure.start - 1):figure.start]
    if left in GLUED and (code := code_of(text, left, figure, named)):
        return code, figure.start - 1, figure.end
    match = name_after().match(text, figure.end)
    if not match or no_money(text, figure, match):
        return None
    code = code_of(text, match["sign"] or match["name"], figure, named, match["adjective"] or match["rest"] or "")
    return (code, figure.start, match.end()) if code else None


def hundredths(text: str, figure: Figure) -> bool:
    """Whether a figure counts hundredths of its currency: cents, pence."""
    match = name_after().match(text, figure.end)
    name = (match["name"] or "").lower() if match else ""
    return name in currencies()["subunits"] or name[:-1] in currencies()["subunits"]


def name_repeated(text: str, place: int) -> int | None:
    """Where a currency's name that repeats the sign ends ("$5 million US dollars")."""
    match = name_after().match(text, place)
    return match.end() if match and match["name"] and (match["adjective"] or match["name"].lower().startswith(("dollar", "euro"))) else None


def no_money(text: str, figure: Figure, match: re.Match[str]) -> bool:
    """Whether what follows is another word here: a code in small letters, "won" as a verb, pounds as a weight."""
    sign, name = (match["sign"] or "").strip(), (match["name"] or "").lower()
    if sign.isalpha():
        return not sign.isupper() and sign not in LOWER_CODES
    if name in OTHER_WORDS:
        return figure.value < 1000 or match["name"][0].isupper()
    return name in ("pound", "pounds") and not match["adjective"] and not match["rest"] and WEIGHED.match(text, match.end()) is not None


def code_of(text: str, word: str, figure: Figure, named: Mapping[str, int], qualifier: str = "") -> str | None:
    """The code that a sign, code or name stands for; a family is told apart by its qualifier or by the countries of the text."""
    word = word.strip()
    if word in currencies()["codes"]["doubtful"] and figure.value < 1000 and not (figure.value >= 100 and len(word) == 1):
        return None
    known = meaning(word)
    if known is None or (known.isupper() and known != "CFA"):
        return known
    return one_of(text, known, named, qualifier.strip())


def meaning(word: str) -> str | None:
    """The code or the family that a sign, code or name stands for."""
    data = currencies()
    if word in data["signs"]:
        return str(data["signs"][word])
    if word in codes() or word in LOWER_CODES or (word[-1] in "$¢₵" and word.upper() in data["signs"]):
        return str(data["signs"].get(word.upper(), word.upper()))
    for name in (word.lower(), word.lower().removesuffix("s")):
        name = data["subunits"].get(name, name)
        if name in data["names"]:
            return str(data["names"][name])
        if name in data["families"] or name.isupper():
            return str(name)
    return None


def one_of(text: str, family: str, named: Mapping[str, int], qualifier: str) -> str | None:
    """Which currency of a family is meant: its qualifier's, else that of the country the text names most, else the family's default."""
    data = currencies()
    if qualifier.upper() == "CFA":
        family, qualifier = "CFA", ""
    for code, words in data.get(family, {}).items():
        if qualifier and qualifier.lower() in map(str.lower, words):
            return str(code)
    if family == "dollar":
        return local_dollar(text, named) or "USD"
    counts = {code: count + named.get(code[:2], 0) for code, count in named_most(text, family)}
    best = max(counts, key=lambda code: counts[code]) if counts and max(counts.values()) else None
    return best or ("XOF" if family == "CFA" else data["families"][family]) or None


@functools.lru_cache(maxsize=64)
def named_most(text: str, family: str) -> tuple[tuple[str, int], ...]:
    """The currencies of a family with how often the text names their countries."""
    return tuple((code, len(naming(family, code).findall(text))) for code in currencies().get(family, {}))


@functools.cache
def naming(family: str, code: str) -> re.Pattern[str]:
    """The words that name a currency's country; a longer name of another country is none ("South Sudan" is not Sudan)."""
    words = "|".join(map(re.escape, currencies()[family][code]))
    longer = "" if words.startswith(("South", "New", "Equatorial")) else "(?<!South )(?<!Equatorial )(?<!New )"
    return re.compile(rf"{longer}(?<![^\W_])(?:{words})(?![^\W_])(?!-Bissau)(?! of the Congo)" if longer else rf"(?<![^\W_])(?:{words})(?![^\W_])")


def local_dollar(text: str, named: Mapping[str, int]) -> str | None:
    """The dollar of the one country the text is about: named at least twice, by itself or by its
    places, with no word of the United States; else None, which is USD."""
    counts = {code: count for code, count in named_most(text, "dollar") if count}
    if "USD" in counts or "US" in named:
        return None
    if not counts:
        placed = {code: named[code[:2]] for code in currencies()["dollar"] if named.get(code[:2], 0) >= 2}
        return next(iter(placed)) if len(placed) == 1 else None
    if len(counts) != 1:
        return None
    code, count = next(iter(counts.items()))
    return code if count >= 2 else None
