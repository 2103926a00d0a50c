"""Reads numbers in English text, written in digits, words or both: "1,200", "2.5m", "half a million", "two hundred and five"."""
from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.rules import table

Number = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, code points [start, end). `form` is digits, words, scaled (digits with a scale), dozen or fraction."""

    start: int
    end: int
    value: Number
    form: str


@dataclass(frozen=True, slots=True)
class Part:
    """A word or a digit group of a number: `kind` is digits, unit, ten, hundred, scale, dozen, article, denominator, ordinal, point, minus or fraction."""

    kind: str
    value: Number
    start: int
    end: int
    plural: bool = False


SPACES = " \u00a0\u202f\u2009"
WORD = re.compile(
    rf"(?=[\w½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])(?:(?P<fraction>(?<![\d/.,])(?:\d+[ ]+)?\d+/[1-9]\d*(?![\d/.,]\d|\d|/))"
    rf"|(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!,?\d)"
    rf"|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!,?\d)"
    rf"|\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?!\d)|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.]\d|\d)|\d{{1,3}}(?:['’]\d{{3}})+(?!\d)"
    rf"|\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:[.,]\d+)?(?![\d{SPACES}]\d|\d)"
    rf"|\d+\.\d+|\d+,\d{{1,2}}(?!\d)|\d+)"
    rf"(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])?(?P<letters>[^\W\d_]+[²³23]?)?"
    rf"|(?P<lone>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|(?P<word>[^\W\d_]+))")
VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8,
          "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
PLURAL_PEOPLE = re.compile(r"\s+(?:[a-z]+s|people|children|women|men)\b")
IN = re.compile(r"\s+(?:in|out of)\s+(?:every\s+)?", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:the|this|that|which|each|every|no|any|another|everyone)\s+\Z", re.IGNORECASE)


@functools.cache
def vocabulary() -> dict[str, tuple[str, Number, bool]]:
    """Lower-case word: kind of part, value, whether it is a plural."""
    numbers = table("counts")["numbers"]
    words = dict[str, tuple[str, Number, bool]]()
    for kind, name in (("unit", "units"), ("ten", "tens"), ("scale", "scales")):
        words |= {word: (kind, value, False) for word, value in numbers[name].items()}
    for word, value in numbers["denominators"].items():
        words[word] = ("denominator", value, False)
        words.setdefault(f"{word}s", ("denominator", value, True))
    words |= dict.fromkeys(numbers["dozens"], ("dozen", 12, False))
    words |= dict.fromkeys(numbers["ordinals"], ("ordinal", 0, False))
    words |= {"hundred": ("hundred", 100, False), "a": ("article", 1, False), "an": ("article", 1, False), "point": ("point", 0, False),
              "minus": ("minus", 0, False), "negative": ("minus", 0, False)}
    return words


@functools.cache
def written_on() -> frozenset[str]:
    """What may be written on to the end of digits: units and ISO 4217 codes."""
    return frozenset(table("units")["abbreviations"]) | frozenset(table("currencies")["codes"]["list"].split())


@functools.cache
def written_before() -> frozenset[str]:
    """What may be written on to the front of digits: currency codes and signs."""
    return frozenset(table("currencies")["codes"]["list"].split()) | frozenset(table("currencies")["signs"])


def figures(text: str) -> list[Figure]:
    """The numbers of a text, in order; what counts as a number of something is decided elsewhere."""
    found, parts, place = [], list(lex(text)), 0
    while place < len(parts):
        figure, place = read(text, parts, place)
        if figure is not None:
            found.append(figure)
    return found


def lex(text: str) -> Iterator[Part]:
    """The words and digit groups that numbers are made of."""
    words, before = vocabulary(), ""
    for match in WORD.finditer(text):
        word = match["word"]
        if word is not None:
            known = words.get(word.lower())
            if known:
                yield Part(known[0], known[1], match.start(), match.end(), known[2])
            before = word
        elif match["fraction"]:
            sign = -1 if re.search(r"(?:^|[\s(])-[ ]?\Z", text[max(0, match.start() - 3):match.start()]) else 1
            yield Part("fraction", sign * ratio(match["fraction"]), match.start(), match.end())
        elif match["lone"]:
            yield Part("fraction", VULGAR[match["lone"]], match.start(), match.end())
        elif not glued(text, match.start(), before):
            yield from digit_parts(text, match)


def glued(text: str, start: int, before: str) -> bool:
    """Whether digits are the tail of a word ("G20"), the word before being no currency."""
    return start > 0 and (text[start - 1].isalpha() or text[start - 1] == "_") and before not in written_before()


def digit_parts(text: str, match: re.Match[str]) -> Iterator[Part]:
    """Digits, and the scale written on to them: none where other letters follow ("4G", "3rd")."""
    value, end = decimal(match["digits"]) + VULGAR.get(match["vulgar"] or "", 0), match.end("vulgar") if match["vulgar"] else match.end("digits")
    if text[match.start() - 1:match.start()] == "-" and (match.start() == 1 or text[match.start() - 2] in SPACES + "(\n"):
        value = -value
    letters = match["letters"] or ""
    scales = table("counts")["numbers"]["letters"]
    if letters in scales or (letters == "m" and millions(text, match)):
        yield Part("digits", whole(value), match.start(), end)
        yield Part("scale", scales.get(letters, 1_000_000), end, match.end())
    elif not letters or letters in written_on():
        yield Part("digits", value, match.start(), end)


def millions(text: str, match: re.Match[str]) -> bool:
    """Whether "m" behind digits is million: behind a currency sign, or before a plural; else it is metre."""
    before = text[max(0, match.start() - 4):match.start()].strip()
    return before[-1:] in set("$€£¥₹₦₱") or before in written_before() or PLURAL_PEOPLE.match(text, match.end()) is not None


def decimal(digits: str) -> Number:
    """The value of a digit group, whatever its separators."""
    digits = re.sub(rf"[{SPACES}'’]", "", digits)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d{1,2}|\d{1,3}(\.\d{3}){2,}", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", digits):
        digits = digits.replace(",", ".")
    digits = digits.replace(",", "")
    return float(digits) if "." in digits else int(digits)


def ratio(digits: str) -> float:
    """The value of "3/4" or "2 1/4"."""
    *full, last = digits.split()
    above, below = last.split("/")
    return (int(full[0]) if full else 0) + int(above) / int(below)


def whole(value: Number) -> Number:
    """An integer where the value is one."""
    value = round(value, 6) if isinstance(value, float) and abs(value) >= 0.001 else value
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e16 else value


def link(text: str, first: Part, second: Part) -> str:
    """How two parts stand together: "space" (also a hyphen or nothing), "and", "comma", or "" where they do not."""
    gap = text[first.end:second.start]
    if len(gap) <= 3 and gap.strip(SPACES + "-") == "" and gap.count("-") <= 1:
        return "space"
    core = gap.strip().lower()
    if core in ("and", "&") and "\n" not in gap:
        return "and"
    return "comma" if core in (",", ", and") and "\n" not in gap else ""


def read(text: str, parts: list[Part], place: int) -> tuple[Figure | None, int]:
    """The figure that begins at a part, if one does, and the place behind it."""
    first = parts[place]
    if first.kind in ("unit", "ten", "digits"):
        if first.value == 1 and (share := one_in(text, parts, place)):
            return share
        figure, after = compose(text, parts, place, first.value)
        pronoun = figure is not None and figure.value == 1 and figure.form == "words" and PRONOUN.search(text, max(0, first.start - 10), first.start)
        return (None if pronoun else figure), after
    if first.kind == "fraction":
        return Figure(first.start, first.end, first.value, "fraction"), place + 1
    if first.kind == "minus":
        figure, after = read(text, parts, place + 1) if follows(text, parts, place, ("unit", "ten", "digits")) else (None, place + 1)
        return (Figure(first.start, figure.end, -figure.value, figure.form) if figure else None), after
    if first.kind == "article" and follows(text, parts, place, ("hundred", "scale", "dozen")):
        return compose(text, parts, place, 1)
    if first.kind == "hundred" and follows(text, parts, place, ("scale",)):
        return compose(text, parts, place, 100)
    if first.kind in ("denominator", "article"):
        return fraction(text, parts, place)
    return None, place + 1


def one_in(text: str, parts: list[Part], place: int) -> tuple[Figure | None, int] | None:
    """ "one in three", "1 out of 20" as the fraction it is; None where no such thing stands here."""
    if place + 1 >= len(parts) or not IN.fullmatch(text[parts[place].end:parts[place + 1].start]) or parts[place + 1].kind not in ("unit", "ten", "digits"):
        return None
    below, after = compose(text, parts, place + 1, parts[place + 1].value)
    if below is None or below.value <= 1 or not isinstance(below.value, int) or 1900 < below.value < 2100:
        return None
    return Figure(parts[place].start, below.end, 1 / below.value, "fraction"), after


def follows(text: str, parts: list[Part], place: int, kinds: tuple[str, ...], links: tuple[str, ...] = ("space",)) -> bool:
    """Whether the next part is of one of these kinds and linked so."""
    return place + 1 < len(parts) and parts[place + 1].kind in kinds and link(text, parts[place], parts[place + 1]) in links


def fraction(text: str, parts: list[Part], place: int) -> tuple[Figure | None, int]:
    """"half a million", "a quarter of a million", "half a dozen"; "a third" is a fraction; an ordinal is nothing."""
    start = parts[place].start
    if parts[place].kind == "article":
        if not follows(text, parts, place, ("denominator",)):
            return None, place + 1
        place += 1
    part, after = parts[place], place + 1
    scale = after
    if scale < len(parts) and parts[scale].kind == "article" and text[part.end:parts[scale].start].strip() in ("", "of"):
        scale += 1
    near = scale < len(parts) and text[parts[scale - 1].end:parts[scale].start].strip(SPACES + "-") == ""
    if part.value in (2, 4) and near and parts[scale].kind in ("scale", "dozen"):
        form = "dozen" if parts[scale].kind == "dozen" else "words"
        return Figure(start, parts[scale].end, whole(parts[scale].value / part.value), form), scale + 1
    if part.value == 2 or start != part.start:
        return Figure(start, part.end, 1 / part.value, "fraction"), after
    return None, after


def compose(text: str, parts: list[Part], place: int, value: Number) -> tuple[Figure | None, int]:
    """A cardinal number from units up to scales; total is what lies behind a scale, current what is being gathered."""
    first, form = parts[place], "digits" if parts[place].kind == "digits" else "words"
    total: Number = 0
    current: Number = value
    last, ceiling = first, 0
    place += 1
    while place < len(parts):
        part = parts[place]
        how = link(text, last, part)
        if how == "space" and part.kind == "hundred" and 0 < current < 100 and last.kind != "hundred":
            current, form = current * 100, "words" if form == "words" else "scaled"
        elif how == "space" and part.kind == "scale" and (current or last.kind == "scale") and (not ceiling or part.value < ceiling or last.kind == "scale"):
            total, current = (total * part.value, 0) if last.kind == "scale" else (total + current * part.value, 0)
            ceiling, form = int(part.value), "words" if form == "words" else "scaled"
        elif how == "space" and part.kind == "dozen" and last.kind != "scale":
            current = current - current % 100 + current % 100 * 12 if current % 100 else current * 12
            last, place, form = part, place + 1, "dozen"
            break
        elif joins(text, parts, place, last, how, current):
            current += part.value
        else:
            break
        last, place = part, place + 1
    return close(text, parts, place, Figure(first.start, last.end, whole(total + current), form), last)


def joins(text: str, parts: list[Part], place: int, last: Part, how: str, current: Number) -> bool:
    """Whether a unit, ten or digit group is added to what stands before: "twenty-two", "two hundred and five", "a million, two hundred"."""
    part = parts[place]
    if part.kind not in ("unit", "ten", "digits"):
        return False
    if last.kind == "ten":
        return how == "space" and part.kind == "unit" and 0 < part.value < 10
    words = part.kind != "digits"
    if last.kind == "hundred":
        return part.value < 100 and (how == "and" or (how == "space" and words))
    if last.kind == "scale" and part.value < 1000 and not current:
        return how == "and" or (how == "space" and words) or (how == "comma" and follows(text, parts, place, ("hundred", "scale")))
    return False


def close(text: str, parts: list[Part], place: int, figure: Figure, last: Part) -> tuple[Figure | None, int]:
    """What may end a number: "and a half" (million), "point five", a denominator ("two thirds"), or an ordinal, which makes it no number."""
    if place >= len(parts):
        return figure, place
    part, how = parts[place], link(text, last, parts[place])
    if part.kind == "point" and how == "space" and follows(text, parts, place, ("unit", "digits")):
        return point(text, parts, place, figure)
    share = part.kind == "article" and follows(text, parts, place, ("denominator",))
    if how == "and" and (share or (part.kind == "unit" and figure.form != "digits")):
        tail, after = fraction(text, parts, place) if share else read(text, parts, place)
        if tail is not None and (share or (tail.form == "fraction" and tail.value < 1)):
            return mixed(text, parts, after, figure, tail, last)
    if part.kind == "denominator" and how == "space" and (part.plural or figure.value == 1 or part.value == 2):
        return Figure(figure.start, part.end, figure.value / part.value, "fraction"), place + 1
    hyphen = "-" in text[last.end:part.start]
    first_year = not hyphen and text[part.end:part.end + 1] == "-"
    ordinal = part.kind in ("ordinal", "denominator") and not first_year and figure.form != "scaled"
    if ordinal and ((last.kind == "ten" and how == "space") or (last.kind in ("hundred", "scale") and (how == "and" or hyphen))):
        return None, place + 1
    return figure, place


def mixed(text: str, parts: list[Part], place: int, figure: Figure, tail: Figure, last: Part) -> tuple[Figure | None, int]:
    """"one and a half", "two and a half million", "a million and a half"; `tail` is the fraction, `place` the part behind it."""
    if tail.value > 1 and last.kind != "scale":
        scale = parts[place - 1].value
        return Figure(figure.start, tail.end, whole(figure.value * scale + tail.value), "words"), place
    if last.kind == "scale" and tail.value > 1:
        return Figure(figure.start, tail.end, figure.value + tail.value, "words"), place
    if last.kind == "scale":
        return Figure(figure.start, tail.end, whole(figure.value + tail.value * last.value), "words"), place
    value = figure.value + tail.value
    if place < len(parts) and parts[place].kind == "scale" and link(text, parts[place - 1], parts[place]) == "space":
        return Figure(figure.start, parts[place].end, whole(value * parts[place].value), "words"), place + 1
    return Figure(figure.start, tail.end, whole(value), "words"), place


def point(text: str, parts: list[Part], place: int, figure: Figure) -> tuple[Figure | None, int]:
    """"nine point nought four", "one point five million"."""
    digits, last = "", parts[place]
    place += 1
    while place < len(parts) and parts[place].kind in ("unit", "digits") and link(text, last, parts[place]) == "space":
        digits, last, place = digits + str(parts[place].value), parts[place], place + 1
    value: Number = float(f"{figure.value}.{digits}") if digits.isdigit() else figure.value
    if place < len(parts) and parts[place].kind == "scale" and link(text, last, parts[place]) == "space":
        value, last, place = value * parts[place].value, parts[place], place + 1
    return Figure(figure.start, last.end, whole(value), "words"), place
