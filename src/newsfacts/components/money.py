"""Reads the currency of a figure as an ISO 4217 code: by sign, code or name, and by the countries that the text names."""
from __future__ import annotations

import functools
import re
from typing import Any

from newsfacts.components.number_words import Figure
from newsfacts.rules import table

LOWER_CODES = frozenset(("usd", "eur", "gbp", "rmb", "inr", "aud", "cad", "nzd", "fcfa"))


@functools.cache
def currencies() -> dict[str, Any]:
    """The table of currencies."""
    return table("currencies")


@functools.cache
def sign_before() -> re.Pattern[str]:
    """A sign or code that ends where a figure begins."""
    data = currencies()
    signs = sorted({*data["signs"], *data["codes"]["list"].split()}, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])({'|'.join(map(re.escape, signs))}|(?:usd|aud|nzd|cad|us|a|nz|hk)\$|usd|rmb|eur)[ \u00a0]?-?\Z")


@functools.cache
def name_after() -> re.Pattern[str]:
    """A code, sign or name right behind a figure, an adjective of a country before it allowed."""
    data = currencies()
    names = sorted({*data["names"], *data["families"], *data["subunits"]} - {name for name in data["families"] if "_" in name}, key=len, reverse=True)
    codes = data["codes"]["list"].split()
    words = sorted({word for family in data["families"] for words in data.get(family, {}).values() for word in words}, key=len, reverse=True)
    signs = [sign for sign in data["signs"] if not sign.isalpha() and " " not in sign and len(sign) == 1]
    return re.compile(rf"[\s\u00a0-]{{0,2}}(?:(?P<sign>(?<=\d)[ ]?(?:{'|'.join(map(re.escape, signs))})|(?:{'|'.join(codes)}|FCFA|F[ ]?CFA|RMB|CFA(?![ ][Ff]ranc))(?![^\W\d_]))"
                      rf"|(?P<adjective>(?:{'|'.join(map(re.escape, words))}|[a-z]+(?:ish|ian|ese|ean|can|wan|ani|ech|tic))\s)?(?P<name>(?:{'|'.join(map(re.escape, names))})s?)(?P<rest>\s+CFA|\s+sterling)?(?![^\W\d_]))",
                      re.IGNORECASE)


def currency(text: str, figure: Figure) -> tuple[str, int, int] | None:
    """ISO 4217 code of a figure and the code points [start, end) of the amount with its sign; None where it is no money."""
    if found := sign_before().search(text, max(0, figure.start - 8), figure.start):
        code = code_of(text, found[1], figure, None, 0)
        if code:
            return code, found.start(), named(text, figure.end) or figure.end
    if text[max(0, figure.start - 1):figure.start] in tuple("$€£¥"):
        code = code_of(text, text[figure.start - 1], figure, None, 0)
        if code:
            return code, figure.start - 1, figure.end
    match = name_after().match(text, figure.end)
    if not match or (match["sign"] and match["sign"].strip().isalpha() and not match["sign"].strip().isupper() and match["sign"].strip() not in LOWER_CODES):
        return None
    word = (match["sign"] or match["name"]).strip()
    if match["name"] and no_money(text, figure, match):
        return None
    code = code_of(text, word, figure, match["adjective"] or match["rest"], match.start())
    return (code, figure.start, match.end()) if code else None


def hundredths(text: str, figure: Figure) -> bool:
    """Whether a figure counts hundredths of its currency: cents, pence."""
    match = name_after().match(text, figure.end)
    return bool((match and match["name"] and match["name"].lower() in currencies()["subunits"]) or (match and match["name"] and match["name"].lower()[:-1] in currencies()["subunits"]))


def named(text: str, place: int) -> int | None:
    """Where a currency's name that repeats the sign ends ("$5 million US dollars")."""
    match = name_after().match(text, place)
    return match.end() if match and match["name"] and (match["adjective"] or match["name"].lower().startswith(("dollar", "euro"))) else None


def no_money(text: str, figure: Figure, match: re.Match[str]) -> bool:
    """Whether a name is another word here: "won" as a verb, "real" as an adjective, pounds as a weight."""
    name = match["name"].lower()
    if name in ("won", "real", "som", "lei", "kip", "tala", "dong", "lev", "colon", "sol"):
        return figure.value < 1000 or match["name"][0].isupper()
    if name in ("pound", "pounds"):
        return not (match["adjective"] or match["rest"]) and re.match(r"\s+of\s+(?!aid|support|funding|investment)|\s+(?:per|each)\b", text[match.end():match.end() + 20]) is not None
    return False


def code_of(text: str, word: str, figure: Figure, qualifier: str | None, place: int) -> str | None:
    """The code that a sign, code or name stands for; a family is told apart by its qualifier or by the text."""
    data = currencies()
    word = word.strip()
    known = data["signs"].get(word) or (data["signs"].get(word.upper()) if "$" in word or word.lower() in LOWER_CODES else None)
    if known is None and word.upper() in data["codes"]["list"].split() and (word.isupper() or word.islower()):
        return word.upper()
    if known is None:
        known = data["signs"].get(word.upper()) if word.isalpha() and len(word) > 1 else None
    if known is None:
        name = word.lower()
        name = name if name in data["names"] or name in data["families"] else name.removesuffix("s")
        name = data["subunits"].get(name, name)
        known = data["names"].get(name, name if name in data["families"] or name.isupper() else None)
    if known is None or (known.isupper() and known != "CFA"):
        return known
    return one_of(text, known, figure, (qualifier or "").strip())


def one_of(text: str, family: str, figure: Figure, qualifier: str) -> str | None:
    """Which currency of a family is meant: its qualifier's, else that of the country the text names most, else the family's default."""
    data = currencies()
    if qualifier.upper() == "CFA":
        family, qualifier = "CFA", ""
    for code, words in data.get(family, {}).items():
        if qualifier and qualifier.lower() in map(str.lower, words):
            return str(code)
    default = data["families"].get(family, "XOF" if family == "CFA" else "")
    if family == "dollar":
        return local_dollar(text) or default
    counts = named_most(text, family)
    return (counts[0][0] if counts else default) or None


@functools.lru_cache(maxsize=64)
def named_most(text: str, family: str) -> tuple[tuple[str, int], ...]:
    """The currencies of a family with how often the text names their countries, the most named first."""
    found = ((code, len(naming(family, code).findall(text))) for code in currencies().get(family, {}))
    return tuple(sorted((pair for pair in found if pair[1]), key=lambda pair: -pair[1]))


@functools.cache
def naming(family: str, code: str) -> re.Pattern[str]:
    """The words that name a currency's country; a longer name of another country is none ("South Sudan" is not Sudan)."""
    words = "|".join(map(re.escape, currencies()[family][code]))
    return re.compile(rf"(?<!South )(?<!Equatorial )(?<!New )(?<![^\W_])(?:{words})(?![^\W_])(?!-Bissau)(?! of the Congo)" if not words.startswith(("South", "New", "Equatorial"))
                      else rf"(?<![^\W_])(?:{words})(?![^\W_])")


def local_dollar(text: str) -> str | None:
    """The dollar of the one country the text is about: named at least twice, with no word of the United States; else None, which is USD."""
    counts = dict(named_most(text, "dollar"))
    if "USD" in counts or len(counts) != 1:
        return None
    code, count = next(iter(counts.items()))
    return code if count >= 2 else None
