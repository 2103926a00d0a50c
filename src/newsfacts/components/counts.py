"""Proposes stated numbers of something: counts, money, percents and measures, each with its comparator and head noun."""
from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from newsfacts.components import comparators, mention
from newsfacts.components.bare_numbers import bare
from newsfacts.components.count_guards import glued, marked, outside, year_like, zones
from newsfacts.components.count_marks import stands
from newsfacts.components.count_nouns import head_noun, nouns, singular
from newsfacts.components.count_parts import known, part, summed
from newsfacts.components.count_ranges import hedged, ranged
from newsfacts.components.count_readings import HYPHENED, Reading, direct, tokens
from newsfacts.components.count_tables import cell_noun
from newsfacts.components.number_words import Figure, figures
from newsfacts.components.shares import shared_out
from newsfacts.components.supplied_nouns import Earlier, Supplied, antecedent, labelled, of_phrase, subject, words

PAID = 100
"""From here on a figure alone that someone pays is an amount of money where one was told before."""
REACH = 80
"""Tokens back to an amount of money whose currency a later figure takes over."""
AMOUNT = 100_000
"""From here on a figure alone behind an amount of money is taken for money."""


@Language.component("newsfacts_counts", assigns=["span._.newsfacts_counts"], requires=["token.pos", "token.dep"])
def counts(doc: Doc) -> Doc:
    """Right to left for what stands beside a figure (a figure may borrow the next one's noun), left to right for what was told before."""
    text, earlier, named = mention.text_of(doc), list[Earlier](), countries(doc)
    written = repeated(text, figures(text))
    found = [figure for figure in outside(written, zones(text, written)) if figure.form != "fraction" and not marked(text, figure)]
    readings: list[Reading | None] = [None] * len(found)
    for place in range(len(found) - 1, -1, -1):
        readings[place] = direct(doc, text, found, place, readings, named)
    made = list[Reading]()
    for place, figure in enumerate(found):
        reading = readings[place] or elided(doc, text, figure, earlier)
        if reading is not None and reading.kind == "percent" and reading.of is None:
            reading = shared_out(doc, reading, earlier)
        if reading is not None and stands(doc, text, reading, made, found, place):
            reading = part(doc, hedged(doc, text, reading), made)
            made, whole_known = summed(doc, [*made, reading])
            earlier = [*earlier, known(doc, made[-1])] if not whole_known else [known(doc, item) for item in made]
    for reading in ranged(doc, text, made):
        write(doc, reading)
    return doc


def countries(doc: Doc) -> Counter[str]:
    """How often the countries (alpha-2) are named that earlier components found, by themselves or by their places."""
    named = [mention.value_of(span).code for span in mention.mentions(doc, "countries")]
    return Counter([*named, *(country for span in mention.mentions(doc, "places") if (country := mention.value_of(span).country))])


def repeated(text: str, found: list[Figure]) -> list[Figure]:
    """The figures with "five (5)" made one."""
    out = list[Figure]()
    for figure in found:
        last = out[-1] if out else None
        if last and last.value == figure.value and text[last.end:figure.start].strip() == "(" and text[figure.end:figure.end + 1] == ")":
            out[-1] = replace(last, end=figure.end + 1)
        else:
            out.append(figure)
    return out


def elided(doc: Doc, text: str, figure: Figure, earlier: list[Earlier]) -> Reading | None:
    """A figure whose noun stands elsewhere."""
    start, end = tokens(doc, figure.start, figure.end)
    no_count = figure.form == "digits" and (year_like(figure) or isinstance(figure.value, float))
    if no_count or glued(text, figure) or HYPHENED.match(text, figure.end) or clocked(doc, end):
        return None
    plain = Reading(figure, start, end, start, end, figure.value, "count", None, "about" if figure.form == "dozen" else "exactly", "supplied")
    if cell := cell_noun(text, figure.start, figure.end):
        return replace(plain, of=cell, rule="supplied.table")
    if named := labelled(text, figure.start, figure.end):
        return replace(plain, of=named[0], rule=f"supplied.{named[1]}")
    large = figure.form in ("scaled", "words") and figure.value >= AMOUNT
    if (large or (figure.value >= PAID and of_money(doc, start, end))) and (again := money_again(doc, plain, earlier)):
        return again
    found = supplied(doc, start, end, earlier)
    if found is None or found.of in nouns()["time"] | nouns()["never"]:
        return None
    right = end if found.rule == "before" else max(end, found.end)
    return replace(plain, of=found.of, noun=found.token, right=right, rule=f"supplied.{found.rule}")


def supplied(doc: Doc, start: int, end: int, earlier: list[Earlier]) -> Supplied | None:
    """The noun of a figure, tokens [start, end), from a pro-form ("five young ones"), an "of" phrase, a count before or a subject."""
    head = head_noun(doc, end) if end < len(doc) else None
    if head is not None and head - end < 3 and doc[head].lower_ != "more" and singular(doc[head].text) in nouns()["proforms"]:
        told = antecedent(doc, start, earlier)
        return Supplied(told, None, head + 1, "proform") if told else None
    found = of_phrase(doc, end, earlier) or bare(doc, start, end, earlier)
    if found is None and (noun := subject(doc, start)):
        return Supplied(noun, None, end, "subject")
    return found


def clocked(doc: Doc, place: int) -> bool:
    """Whether a word of time follows, as in "a 3 hour lesson", "four day camps"."""
    return place < len(doc) and singular(doc[place].text) in nouns()["lengths"] and doc[place].tag_ in ("NN", "NNS")


def of_money(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands beside a figure tells that it is an amount: "paid 400 of these", "worth 900", "put another 1,500", "of which 300", "(700)"."""
    hedge = comparators.before(doc, start)
    place = (hedge[1] if hedge else start) - 1
    while place > 0 and doc[place].lower_ in ("another", "a", "further", "the", "remaining", "additional"):
        place -= 1
    if place < 1:
        return False
    before = doc[place]
    if before.text == "(" and end < len(doc) and doc[end].text == ")":
        return doc[place - 1].tag_ in ("NNP", "NNPS")
    paid = before.lemma_.lower() in words("paying") and before.tag_.startswith("VB")
    return paid or before.lower_ == "worth" or (before.lower_ in ("which", "this", "these", "that") and doc[place - 1].lower_ == "of") \
        or (before.lower_ == "to" and hedge is not None)


def money_again(doc: Doc, plain: Reading, earlier: list[Earlier]) -> Reading | None:
    """A large figure alone behind an amount of money: "of which 3 million is spent"."""
    near = [item for item in earlier if item.end > plain.start - REACH]
    after = doc[plain.end].tag_ if plain.end < len(doc) else "."
    if near and near[-1].kind == "money" and after not in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH"):
        return replace(plain, kind="money", of=near[-1].of, rule="supplied.money")
    return None


def write(doc: Doc, reading: Reading) -> None:
    """Proposes the mention of a reading."""
    noun = (reading.noun, reading.noun + 1) if reading.noun is not None else None
    value = mention.CountValue(reading.value, reading.of, reading.comparator, reading.kind, (reading.start, reading.end), noun, reading.part_of)
    mention.propose(doc, "counts", reading.left, reading.right, f"counts.{reading.rule}", value)
