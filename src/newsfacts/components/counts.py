"""Proposes stated numbers of something: counts, money, percents and measures, each with its comparator and head noun."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsfacts.components import comparators, mention
from newsfacts.components.count_guards import labels, marked, outside, year_like, zones
from newsfacts.components.count_nouns import head_noun, nouns, plural, singular
from newsfacts.components.count_tables import cell_noun
from newsfacts.components.measures import percent, unit
from newsfacts.components.money import currency, hundredths
from newsfacts.components.number_words import Figure, figures, whole
from newsfacts.components.supplied_nouns import Earlier, Supplied, antecedent, bare, labelled, of_phrase, sentence_start, subject
from newsfacts.rules import table

HYPHENED = re.compile(r"[-‑](?P<word>[^\W\d_]+)(?P<more>-\w+)?")
RANGE = re.compile(r"\s*(?:%|per cent|percent|[A-Za-z]{1,3}\.?)?\s*(?P<join>-|–|—|~|to|and|or)\s*(?:[A-Za-z]{0,3}[$€£¥])?\s*", re.IGNORECASE)
LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:[A-Z]{0,3}[$€£¥])?\s*")
OUT_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|these|those|its|their|our|all|a total of|over|more than|nearly|some|about)\s+)*", re.IGNORECASE)


PLACING = frozenset("in from at across on within throughout between under into".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure counts: tokens [start, end) of the figure, [left, right) of the whole mention, the noun's token if it stands there."""

    figure: Figure
    start: int
    end: int
    left: int
    right: int
    value: int | float
    kind: str
    of: str | None
    comparator: str
    rule: str
    noun: int | None = None
    part_of: mention.Tokens | None = None


@Language.component("newsfacts_counts", assigns=["span._.newsfacts_counts"], requires=["token.pos", "token.dep"])
def counts(doc: Doc) -> Doc:
    text, earlier = doc.text, list[Earlier]()
    found = [figure for figure in outside(repeated(text, figures(text)), zones(text)) if figure.form != "fraction" and not marked(text, figure)]
    readings: list[Reading | None] = [None] * len(found)
    for place in range(len(found) - 1, -1, -1):
        readings[place] = direct(doc, text, found, place, readings)
    made = list[Reading]()
    for place, figure in enumerate(found):
        reading = readings[place] or elided(doc, text, figure, earlier)
        if reading is not None and reading.kind == "percent" and reading.of is None:
            reading = shared_out(doc, reading, earlier)
        if reading is not None and stands(doc, text, reading, made, found, place):
            reading = part(doc, text, hedged(doc, text, reading), made)
            made.append(reading)
            made = summed(doc, made)
            earlier = [known(doc, item) for item in made]
    for reading in ranged(doc, text, made):
        write(doc, reading)
    return doc


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


def known(doc: Doc, reading: Reading) -> Earlier:
    """What later figures may take over from a reading."""
    oblique = reading.left > 0 and skipped(doc, reading.left).lower_ in PLACING
    return Earlier(reading.left, reading.right, reading.of or "", reading.kind, reading.part_of is not None, oblique)


def skipped(doc: Doc, place: int) -> Token:
    """The token before a place, determiners left out."""
    place -= 1
    while place > 0 and (doc[place].tag_ in ("DT", "PRP$", "PDT") or doc[place].lower_ in ("other", "all")):
        place -= 1
    return doc[place]


def summed(doc: Doc, made: list[Reading]) -> list[Reading]:
    """The readings, the last ones told as parts where they add up to the count before them in the sentence ("11 students, six women and five men")."""
    for length in (2, 3, 4, 5):
        if len(made) <= length:
            break
        total, parts = made[-length - 1], made[-length:]
        if all(item.kind == "count" and item.part_of is None for item in made[-length - 1:]) and sum(item.value for item in parts) == total.value and (
                total.left >= sentence_start(doc, parts[-1].start)) and near(made[-length - 1:]):
            return [*made[:-length], *(replace(item, part_of=(total.left, total.right)) for item in parts)]
    return made


def near(made: list[Reading]) -> bool:
    """Whether readings stand close one behind the other."""
    return made[1].left - made[0].right <= 4 and all(later.left - one.right <= 6 for one, later in zip(made, made[1:], strict=False))


def write(doc: Doc, reading: Reading) -> None:
    """Proposes the mention of a reading."""
    noun = (reading.noun, reading.noun + 1) if reading.noun is not None else None
    value = mention.CountValue(reading.value, reading.of, reading.comparator, reading.kind, (reading.start, reading.end), noun, reading.part_of)
    mention.propose(doc, "counts", reading.left, reading.right, f"counts.{reading.rule}", value)


def tokens(doc: Doc, start: int, end: int) -> mention.Tokens:
    """The tokens that cover code points [start, end)."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.start, span.end


def direct(doc: Doc, text: str, found: list[Figure], place: int, readings: list[Reading | None]) -> Reading | None:
    """A figure's reading by what stands around it; `readings` of later figures are known."""
    figure = found[place]
    start, end = tokens(doc, figure.start, figure.end)
    plain = Reading(figure, start, end, start, end, figure.value, "count", None, "about" if figure.form == "dozen" else "exactly", "noun")
    if amount := currency(text, figure):
        left, right = tokens(doc, amount[1], amount[2])
        value = whole(figure.value / 100) if amount[1] == figure.start and hundredths(text, figure) else figure.value
        return replace(plain, value=value, left=left, right=max(right, end), kind="money", of=amount[0], rule="money")
    if behind := percent(text, figure.end):
        return share(doc, replace(plain, right=tokens(doc, figure.start, behind)[1], kind="percent", rule="percent"))
    if measured := unit(text, figure.end):
        right = tokens(doc, figure.start, measured[1])[1]
        return replace(plain, right=right, kind="measure", of=measured[0], rule="measure", noun=right - 1)
    if (match := HYPHENED.match(text, figure.end)) and match["word"] not in ("odd", "plus", "something"):
        return hyphened(doc, plain, match, figure)
    reading = borrowed(text, plain, found, place, readings) or with_noun(doc, text, plain)
    other = readings[place + 1] if place + 1 < len(found) else None
    if reading and other and reading.noun is not None and other.noun is not None and not plural(doc[reading.noun]) and plain.value != 1 and other.kind == "count" and (
            LISTED.fullmatch(text[doc[reading.noun].idx + len(doc[reading.noun]):other.figure.start])):
        return replace(reading, of=other.of, noun=other.noun, right=reading.noun + 1, rule="borrowed.list")
    return reading


def borrowed(text: str, plain: Reading, found: list[Figure], place: int, readings: list[Reading | None]) -> Reading | None:
    """A figure in front of another one with a noun: "10 to 15 doctors", "18, 12 and 61 rescuers", "11 out of 23 trainees"."""
    if place + 1 >= len(found) or (other := readings[place + 1]) is None or other.rule.startswith("borrowed.of"):
        return None
    gap = text[plain.figure.end:found[place + 1].start]
    if OUT_OF.fullmatch(gap) and other.kind == "count":
        return replace(plain, of=other.of, rule="borrowed.of", right=plain.end)
    joined = RANGE.fullmatch(gap) or LISTED.fullmatch(gap)
    if not joined or "\n" in gap or (gap.strip() == "," and not other.rule.startswith("borrowed")) or len(gap) > 12:
        return None
    return replace(plain, kind=other.kind, of=other.of, rule="borrowed.list")


def hyphened(doc: Doc, plain: Reading, match: re.Match[str], figure: Figure) -> Reading | None:
    """ "12-bed ward", "nine-member team"; not "two-day", "12-year-old", "three-layered"."""
    word = singular(match["word"])
    shape = word.endswith(("ed", "al", "ing", "ly")) and word not in ("bed", "seed", "shed", "hospital", "animal", "building", "steed")
    if shape or word in nouns()["hyphen"] | nouns()["time"] | nouns()["never"] or (match["more"] or "").lower() in ("-old", "-long"):
        return None
    right = tokens(doc, figure.start, match.end("word"))[1]
    return replace(plain, right=right, of=word, rule="hyphen", noun=right - 1)


def with_noun(doc: Doc, text: str, plain: Reading) -> Reading | None:
    """A figure with its noun phrase behind it, or with an "of" phrase."""
    behind = comparators.after(doc, plain.end)
    place = behind[1] if behind else plain.end
    if place < len(doc) and doc[place].text in ("-odd", "-plus"):
        place += 1
    one = plain.value == 1
    head = head_noun(doc, place, one) if place < len(doc) and doc[place].lower_ != "of" else None
    if head is None or (head > place and doc[place].text in ")("):
        return None
    if not one and not plural(doc[head]) and not collective(doc, head):
        return None
    if singular(doc[head].text) in nouns()["proforms"] or (singular(doc[place].text) in nouns()["time"] and head != place and not plural(doc[place])):
        return None
    if singular(doc[head].text) in nouns()["streets"] and not doc[head].is_lower and plain.figure.form == "digits":
        return None
    value = thousands(text, plain.figure)
    return replace(plain, value=value, right=head + 1, of=singular(doc[head].text), noun=head)


def collective(doc: Doc, head: int) -> bool:
    """Whether a singular noun may be what a number above one counts (a foreign plural, a noun that the tagger does not know): lower case, no name."""
    return doc[head].is_lower and doc[head].tag_ == "NN" and doc[head].is_alpha


def thousands(text: str, figure: Figure) -> int | float:
    """ "1.200 participants" is 1,200: there are no parts of a participant."""
    written = text[figure.start:figure.end]
    return int(written.replace(".", "")) if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", written) else figure.value


def share(doc: Doc, reading: Reading) -> Reading:
    """What a percentage is a share of: "of the households", "61% women", "the budget was cut by 25 per cent"."""
    place = reading.right
    if place < len(doc) and doc[place].lower_ == "of":
        found = of_phrase(doc, place, [])
        head = head_noun(doc, skip_words(doc, place + 1)) if found is None else found.token
        return replace(reading, of=singular(doc[head].text), noun=head, right=head + 1) if head is not None else reading
    head = head_noun(doc, place) if place < len(doc) else None
    if head is not None and plural(doc[head]) and doc[head].tag_ != "VBZ":
        return replace(reading, of=singular(doc[head].text), noun=head, right=head + 1)
    if reading.start > 1 and doc[reading.start - 1].text == "(" and plural(doc[reading.start - 2]):
        return replace(reading, of=singular(doc[reading.start - 2].text))
    changed = changing(doc, reading)
    return replace(reading, of=changed) if changed else reading


def shared_out(doc: Doc, reading: Reading, earlier: list[Earlier]) -> Reading:
    """A percentage with what it is a share of taken from before: "of whom 90 per cent", "another 32% rating it", "40% as significant", "a target of 90%"."""
    after = doc[reading.right] if reading.right < len(doc) else None
    first = sentence_start(doc, reading.start)
    words = [token.lower_ for token in doc[max(0, reading.left - 4):reading.left]]
    if "of" in words and ("which" in words or "whom" in words):
        place = next((place for place in range(reading.left - 1, first, -1) if doc[place].tag_ in ("NN", "NNS")), None)
        return replace(reading, of=singular(doc[place].text)) if place is not None else reading
    if after is None or not (after.tag_ in ("VBD", "VBP", "VBZ", "MD", "VBG", "RB") or after.text in (".", ",", ";", ")") or after.lower_ in ("as", "of")):
        return reading
    back = sentence_start(doc, first - 1) if first else 0
    told = [item for item in earlier if item.kind == "percent" and item.of and item.start >= back]
    if told:
        return replace(reading, of=told[-1].of)
    finite = after.tag_ in ("VBD", "VBP", "MD") or (after.lower_ == "of" and reading.right + 1 < len(doc) and doc[reading.right + 1].lower_ in ("them", "those", "these"))
    return replace(reading, of=antecedent(doc, reading.start, earlier)) if finite else reading


def skip_words(doc: Doc, place: int) -> int:
    """The place behind determiners."""
    while place < len(doc) and doc[place].lower_ in ("the", "all", "a", "an", "its", "their", "our", "his", "her", "these", "those", "total", "every", "this", "that"):
        place += 1
    return place


def changing(doc: Doc, reading: Reading) -> str | None:
    """The subject of a verb that a percentage tells the change of, where a noun."""
    token = doc[reading.end - 1]
    for _ in range(7):
        if token.pos_ == "VERB":
            subject_token = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
            by = doc[reading.left - 1].lower_ if reading.left else ""
            is_change = by == "by" or token.lower_ in table("counts")["supply"]["change"]
            return singular(subject_token.text) if is_change and subject_token is not None and subject_token.tag_ in ("NN", "NNS") else None
        if token.head is token:
            return None
        token = token.head
    return None


def elided(doc: Doc, text: str, figure: Figure, earlier: list[Earlier]) -> Reading | None:
    """A figure whose noun stands elsewhere."""
    start, end = tokens(doc, figure.start, figure.end)
    if (figure.end < len(text) and HYPHENED.match(text, figure.end)) or clocked(doc, end) or (figure.form == "digits" and (year_like(figure, text) or isinstance(figure.value, float))):
        return None
    plain = Reading(figure, start, end, start, end, figure.value, "count", None, "about" if figure.form == "dozen" else "exactly", "supplied")
    if cell := cell_noun(text, figure.start, figure.end):
        return replace(plain, of=cell, rule="supplied.table")
    if named := labelled(doc, text, figure.start, figure.end):
        return replace(plain, of=named[0], rule=f"supplied.{named[1]}")
    if figure.form in ("scaled", "words") and figure.value >= 100_000 and (sum_ := money_again(doc, plain, earlier)):
        return sum_
    if end < len(doc) and singular(doc[end].text) in nouns()["proforms"] - {"more"}:
        return replace(plain, of=told, right=end + 1, rule="supplied.proform") if (told := antecedent(doc, start, earlier)) else None
    if (head := head_noun(doc, end)) is not None and singular(doc[head].text) in nouns()["proforms"] and head - end < 3 and doc[head].lower_ != "more":
        return replace(plain, of=told, right=head + 1, rule="supplied.proform") if (told := antecedent(doc, start, earlier)) else None
    found: Supplied | None = of_phrase(doc, end, earlier) or bare(doc, start, end, earlier)
    if found is None and (noun := subject(doc, start)):
        found = Supplied(noun, None, end, "subject")
    if found is None or found.of in nouns()["time"] | nouns()["never"]:
        return None
    return replace(plain, of=found.of, noun=found.token, right=max(end, found.end) if found.rule != "before" else end, rule=f"supplied.{found.rule}")


def clocked(doc: Doc, place: int) -> bool:
    """Whether a word of time follows, as in "a 1.5 hour tutorial", "three day camps"."""
    return place < len(doc) and singular(doc[place].text) in nouns()["time"] and doc[place].tag_ in ("NN", "NNS")


def money_again(doc: Doc, plain: Reading, earlier: list[Earlier]) -> Reading | None:
    """A large figure alone behind an amount of money: "of which 2.3 million came by loan"."""
    near = [item for item in earlier if item.end > plain.start - 80]
    after = doc[plain.end].tag_ if plain.end < len(doc) else "."
    if near and near[-1].kind == "money" and after not in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH"):
        return replace(plain, kind="money", of=near[-1].of, rule="supplied.money")
    return None


def stands(doc: Doc, text: str, reading: Reading, made: list[Reading], found: list[Figure], place: int) -> bool:
    """Whether a reading is a number of something: no time, no mark, no year, no pronoun "one"."""
    if reading.kind in ("money", "percent"):
        return not (reading.kind == "money" and year_like(reading.figure, text) and reading.left == reading.start and reading.of == text[reading.figure.end:reading.figure.end + 4].strip())
    if reading.of in nouns()["time"] or reading.of in nouns()["never"] or reading.value < 0:
        return False
    if reading.kind == "measure":
        return True
    if reading.value == 0 and reading.figure.form == "words":
        return False
    if one(text, reading.figure):
        return only_one(doc, text, reading, made)
    return not (year(doc, text, reading) or label(doc, reading, text, found, place) or named(doc, reading))


def one(text: str, figure: Figure) -> bool:
    """Whether a figure is the word "one"."""
    return figure.value == 1 and figure.form == "words"


def only_one(doc: Doc, text: str, reading: Reading, made: list[Reading]) -> bool:
    """Whether "one" counts: "only one surgeon", or beside another count ("two doctors and one nurse")."""
    before = doc[reading.start - 1].lower_ if reading.start else ""
    if reading.noun is None:
        return False
    if before in ("only", "just"):
        return True
    last = made[-1] if made else None
    return last is not None and last.kind == "count" and re.fullmatch(r"\s*(?:,|and|,\s*and|plus|as well as|or|;)\s*", text[doc[last.right - 1].idx + len(doc[last.right - 1]):reading.figure.start]) is not None


def year(doc: Doc, text: str, reading: Reading) -> bool:
    """Whether a figure is a year ("the 2019 participants"): one that looks so counts only behind a comparator or a verb, or at a line's start."""
    if not year_like(reading.figure, text):
        return False
    if reading.noun is None or reading.start == 0:
        return True
    before = doc[reading.start - 1]
    if comparators.before(doc, reading.start) or "\n" in before.text or before.lower_ in ("of", "•", "-", "*") and doc[max(0, reading.start - 2)].lower_ in ("total", "\n", "\n\n"):
        return False
    return not (before.tag_ in ("VBD", "VBG", "VBN", "VBZ", "VBP", "VB") and doc[reading.noun].is_lower and reading.noun - reading.end < 3)


def label(doc: Doc, reading: Reading, text: str, found: list[Figure], place: int) -> bool:
    """Whether the word before makes the figure a mark ("Level 2", "cohorts 3 and 4")."""
    if reading.start == 0 or reading.rule.startswith("supplied.l"):
        return False
    if place and LISTED.fullmatch(text[found[place - 1].end:reading.figure.start]) and (reading.noun is None or reading.rule.startswith("borrowed")):
        earlier = tokens(doc, found[place - 1].start, found[place - 1].end)[0]
        return earlier > 0 and label(doc, replace(reading, figure=found[place - 1], start=earlier), text, found, place - 1)
    before = doc[reading.start - 1]
    word = before.lower_
    if word == "." and reading.start > 1 and not before.whitespace_:
        word = doc[reading.start - 2].lower_
    if word not in labels() or before.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBG"):
        return False
    soft = singular(word) in nouns()["soft"] and before.is_lower
    return not (soft and reading.noun is not None and doc[reading.noun].is_lower) and not (before.is_sent_start and word in ("no",) and False)


def named(doc: Doc, reading: Reading) -> bool:
    """Whether a figure stands inside a name: "Boeing 737 aircraft", "Freedom 250 Grand Prix"."""
    if reading.start == 0 or doc[reading.start].is_sent_start:
        return False
    if reading.figure.form != "digits":
        return doc[reading.start].is_title and reading.noun is not None and not doc[reading.noun].is_lower and not headline(doc, reading.start)
    before, noun = doc[reading.start - 1], reading.noun
    if reading.start > 1 and doc[reading.start - 2].tag_ in ("IN", "TO") and noun is not None and doc[noun].is_lower:
        return False
    if before.tag_ not in ("NNP", "NNPS") or not before.text[0].isupper() or "\n" in before.text:
        return False
    if noun is None:
        return reading.rule.startswith("supplied.") and reading.rule not in ("supplied.label", "supplied.line", "supplied.table")
    return noun > reading.start and (not doc[noun].is_lower or (before.dep_ in ("compound", "nmod", "amod") and before.head.i == noun))


def headline(doc: Doc, place: int) -> bool:
    """Whether a token stands in a line of capitalised words, or at its start."""
    start = end = place
    while start > 0 and "\n" not in doc[start - 1].text:
        start -= 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    words = [token for token in doc[start:end] if token.is_alpha and len(token) > 3]
    return start == place or sum(token.is_lower for token in words) * 2 < len(words)


def hedged(doc: Doc, text: str, reading: Reading) -> Reading:
    """The reading with its comparator, the mention reaching over it."""
    ahead = comparators.before(doc, reading.left)
    behind = comparators.after(doc, reading.end) or (comparators.after(doc, reading.right) if reading.right > reading.end else None)
    if ahead and not age(doc, reading, ahead):
        return replace(reading, comparator=ahead[0], left=ahead[1], right=max(reading.right, behind[1] if behind else 0))
    if behind and reading.kind != "measure":
        return replace(reading, comparator=behind[0], right=max(reading.right, behind[1]))
    tail = re.match(r"(?:-(plus|odd)|(\+))", text[reading.figure.end:reading.figure.end + 5])
    if tail:
        return replace(reading, comparator="about" if tail[1] == "odd" else "at_least")
    return reading


def age(doc: Doc, reading: Reading, ahead: tuple[str, int]) -> bool:
    """Whether "under", "over" tell an age here ("children under 5")."""
    return reading.noun is None and reading.rule == "supplied.antecedent" and ahead[1] > 0 and singular(doc[ahead[1] - 1].text) in nouns()["aged"]


def part(doc: Doc, text: str, reading: Reading, made: list[Reading]) -> Reading:
    """The reading with the mention of the total that it is a part of, where the text says so."""
    if not made or reading.kind not in ("count", "percent") or made[-1].left < sentence_start(doc, reading.start):
        return reading
    last = made[-1]
    gap = doc[last.right:reading.left].text.lower() if last.right <= reading.left else ""
    after = doc[reading.end:reading.end + 2].text.lower()
    cues = table("counts")["supply"]["parts"]
    cued = any(re.search(rf"(?<!\w){cue}(?!\w)", gap) for cue in cues) or after in ("of them", "of whom", "of which", "of these") or re.fullmatch(r"\s*[:(]\s*(?:namely\s+)?", gap)
    if cued and last.kind == "count" and (reading.value <= last.value or last.part_of):
        return replace(reading, part_of=last.part_of or (last.left, last.right))
    if last.part_of and re.fullmatch(r"\s*(?:,|and|,\s*and|;|/)?\s*", gap):
        return replace(reading, part_of=last.part_of)
    return reading


def ranged(doc: Doc, text: str, made: list[Reading]) -> list[Reading]:
    """The readings with the two ends of every range told as such: low is at least, high is up to; scores ("3-1") are left out."""
    out, place = list[Reading](), 0
    while place < len(made):
        low = made[place]
        high = made[place + 1] if place + 1 < len(made) else None
        if high is None or not (how := ends(doc, text, low, high)):
            out.append(low)
            place += 1
            continue
        if how == "range":
            value = scaled(low, high)
            out += [replace(low, value=value, comparator="at_least", rule="range.low", right=max(low.end, low.right)), replace(high, comparator="up_to", rule="range.high", left=high.start)]
        elif how == "change":
            out += [replace(low, comparator="exactly"), high]
        place += 2
    return out


def scaled(low: Reading, high: Reading) -> int | float:
    """The low end with the scale of the high one ("10-15 million")."""
    written, factor = low.figure, 1_000_000_000_000
    if written.form != "digits" and not (written.form == "words" and written.value < 100) or high.figure.form not in ("scaled", "words") or written.value >= 1000:
        return low.value
    while factor >= 1000:
        if high.value >= factor and high.value / factor >= written.value:
            return whole(low.value * factor)
        factor //= 1000
    return low.value


def ends(doc: Doc, text: str, low: Reading, high: Reading) -> str:
    """ "range", "change" ("rose from 12 to 48"), "score", or "" where two readings are no two ends."""
    gap = text[low.figure.end:high.figure.start]
    match = RANGE.fullmatch(gap)
    if not match or low.kind != high.kind or low.of != high.of:
        return ""
    join = match["join"].lower()
    ahead = [token.lower_ for token in doc[max(0, low.left - 6):low.left]]
    if join == "and" and "between" not in ahead[-2:]:
        return ""
    if join == "or" and not (low.figure.form == high.figure.form == "words"):
        return ""
    if scaled(low, high) >= high.value:
        return "score" if join in "-–—" else ""
    changed = set(ahead) & set(table("counts")["supply"]["change"]) or "from" in ahead[1:] and doc[low.left - 1 - ahead[::-1].index("from") - 1].tag_ in ("VBN", "VBD", "VBG", "VB")
    return "change" if join == "to" and "from" in ahead[-2:] and changed else "range"
