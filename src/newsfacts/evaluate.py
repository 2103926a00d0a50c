"""Compares facts with gold, category by category: precision, recall and F1 over all articles of a folder."""
from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from newsfacts import matching, pipeline
from newsfacts.matching import Item, named, pairs, similar, slots
from newsfacts.model import Article, NewsfactsError
from newsfacts.reader import Failure, articles, dated

CATEGORIES = ("people", "roles", "organisations", "countries", "places", "dates", "durations", "counts", "events", "event_slots", "outcomes", "outcome_slots")
EVENT_SLOTS = ("name", "type", "dates", "duration", "venue", "city", "country", "participants", "status")
OUTCOME_SLOTS = ("agent", "date", "place", "status")
RECORDS = ("people", "organisations", "places", "counts", "events", "outcomes")
PLAIN = {"countries": "code", "dates": "value", "durations": "value"}
SUFFIX = ".gold.json"
Part = Literal["fitted", "kept", "all"]


@dataclass(slots=True)
class Compared:
    """The items of one category: those that agree as pairs (gold, found), all of gold, all found."""

    right: list[tuple[Any, Any]]
    gold: list[Any]
    found: list[Any]


@dataclass(slots=True)
class Tally:
    """How often something was right, how often it stands in gold, and how often it was found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, compared: Compared) -> None:
        """Counts one article's category in."""
        self.right += len(compared.right)
        self.gold += len(compared.gold)
        self.found += len(compared.found)

    def figures(self) -> dict[str, float | int]:
        """Precision, recall and F1, rounded to four places, with the counts behind them."""
        precision, recall = self.right / self.found if self.found else 0.0, self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "gold": self.gold, "found": self.found}


@dataclass(slots=True)
class Report:
    """The result over many articles; `beside` counts what the categories do not tell, `errors` lists what was missed and wrong by category."""

    articles: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: {category: Tally() for category in CATEGORIES})
    types: dict[str, Tally] = field(default_factory=dict)
    beside: Counter[str] = field(default_factory=Counter)
    errors: dict[str, list[str]] = field(default_factory=lambda: {category: [] for category in CATEGORIES})

    def overall(self) -> float:
        """The mean of the categories' F1, those without gold left out."""
        scored = [tally.figures()["f1"] for tally in self.tallies.values() if tally.gold]
        return round(sum(scored) / len(scored), 4) if scored else 0.0

    def lines(self) -> list[str]:
        """The report as a table."""
        rows = {**self.tallies, **{f"  {name}": tally for name, tally in sorted(self.types.items())}}
        head = f"{'category':<15}{'precision':>10}{'recall':>8}{'f1':>8}{'gold':>7}{'found':>7}"
        body = [f"{name:<15}{row['precision']:>10.3f}{row['recall']:>8.3f}{row['f1']:>8.3f}{row['gold']:>7}{row['found']:>7}"
                for name, row in ((name, tally.figures()) for name, tally in rows.items())]
        beside = "beside: " + ", ".join(f"{name} {count}" for name, count in self.beside.items())
        return [head, *body, beside, f"overall f1 {self.overall():.3f} over {self.articles} articles"]

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values."""
        return {**{category: tally.figures() for category, tally in self.tallies.items()}, "overall": {"f1": self.overall(), "articles": self.articles},
                "beside": dict(self.beside), "outcome_types": {name: tally.figures() for name, tally in sorted(self.types.items())}}


def evaluate(folder: Path, *, part: Part = "all", model: str | None = None, rules: Iterable[str | Path] = ()) -> Report:
    """Reads the articles of a folder that have gold beside them, each with the publication day that its gold gives, and compares."""
    golds = {slug: gold for slug, gold in read_gold(folder).items() if part == "all" or kept_aside(slug) == (part == "kept")}
    nlp = pipeline.load(model, rules=rules)
    texts = list(published(folder, golds))
    return report(golds, {Path(facts.article.source).stem: facts.to_dict() for facts in pipeline.pipe(texts, nlp)})


def kept_aside(slug: str) -> bool:
    """Whether an article is of the third that rules are never fitted to."""
    return int(hashlib.sha256(slug.encode()).hexdigest(), 16) % 3 == 0


def read_gold(folder: Path) -> dict[str, Item]:
    """The gold of a folder by slug. Raises NewsfactsError where there is none or it is no JSON object."""
    golds: dict[str, Item] = {}
    for file in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        try:
            golds[file.name.removesuffix(SUFFIX)] = dict(json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise NewsfactsError(f"{file}: no gold: {error}; it is a JSON object") from None
    if not golds:
        raise NewsfactsError(f"{folder}: no gold in this folder; it needs <slug>.txt with <slug>{SUFFIX} beside it")
    return golds


def published(folder: Path, golds: Mapping[str, Item]) -> Iterator[Article]:
    """The articles of these gold files, with their gold's publication day. Raises NewsfactsError where one is missing or cannot be read."""
    for slug, gold in golds.items():
        file = next((found for suffix in (".txt", ".md") if (found := folder / f"{slug}{suffix}").is_file()), None)
        if file is None:
            raise NewsfactsError(f"{folder / slug}.txt: no such article beside its gold; add it, or take the gold away")
        for entry in articles([file]):
            if isinstance(entry, Failure):
                raise NewsfactsError(str(entry))
            if isinstance(entry, Article):
                yield replace(entry, published=gold["published"], published_from="option") if gold.get("published") else dated(entry)


def report(golds: Mapping[str, Item], documents: Mapping[str, Item]) -> Report:
    """Compares documents with gold, both by slug; an article without a document has found nothing."""
    made = Report()
    for slug, gold in golds.items():
        made.articles += 1
        compared = compare(gold, documents.get(slug, {}))
        beside(compared, made.beside)
        for category, one in compared.items():
            made.tallies[category].add(one)
            made.errors[category].extend(f"{slug}: missed {told(item)}" for item in rest(one.gold, [mine for mine, _ in one.right]))
            made.errors[category].extend(f"{slug}: wrong  {told(item)}" for item in rest(one.found, [theirs for _, theirs in one.right]))
        by_type(compared["outcomes"], made.types)
    return made


def compare(gold: Item, found: Item) -> dict[str, Compared]:
    """One article's items by category."""
    mine, theirs = sound(gold), sound(found)
    known = matching.acronyms(mine, theirs)
    rules = {
        "people": lambda a, b: bool(b.get("name")) and matching.same_person(a["name"], b["name"]),
        "roles": lambda a, b: bool(b[0]) and matching.same_person(a[0], b[0]) and matching.same_title(a[1], b[1]) and matching.same_body(a[2], b[2], known),
        "organisations": lambda a, b: bool(b.get("name")) and matching.same_body(a["name"], b["name"], known),
        "countries": lambda a, b: a == b,
        "places": lambda a, b: bool(b.get("name")) and similar(a["name"], b["name"], 0.85),
        "dates": lambda a, b: matching.edtf(a) == matching.edtf(b),
        "durations": lambda a, b: matching.length(a) == matching.length(b),
        "counts": lambda a, b: matching.same_number(a["value"], b.get("value")) and a["kind"] == b.get("kind") and matching.same_noun(a.get("of"), b.get("of"))
        and a["comparator"] == b.get("comparator"),
    }
    out = {category: Compared(pairs(mine[category], theirs[category], same), mine[category], theirs[category]) for category, same in rules.items()}
    for category, detail, same, names in (("events", "event_slots", matching.same_event, EVENT_SLOTS),
                                          ("outcomes", "outcome_slots", matching.same_outcome, OUTCOME_SLOTS)):
        def right(one: Item, other: Item, names: tuple[str, ...] = names) -> list[tuple[Any, Any]]:
            return pairs(slots(one, names), slots(other, names), lambda a, b: matching.same_slot(a, b, known))

        hits = pairs(mine[category], theirs[category], same, lambda one, other: len(right(one, other)))
        out[category] = Compared(hits, mine[category], theirs[category])
        out[detail] = Compared([slot for one, other in hits for slot in right(one, other)], [slot for item in mine[category] for slot in slots(item, names)],
                               [slot for item in theirs[category] for slot in slots(item, names)])
    return out


def sound(document: Item) -> dict[str, list[Any]]:
    """A document's lists with what is not of the right form made harmless (it stays, and counts as wrong)."""
    clean: dict[str, list[Any]] = {}
    for category in RECORDS:
        items = document.get(category)
        clean[category] = [item if isinstance(item, dict) else {} for item in items] if isinstance(items, list) else []
    for category, key in PLAIN.items():
        items = document.get(category)
        clean[category] = [str(item.get(key) if isinstance(item, dict) else item) for item in items] if isinstance(items, list) else []
    clean["roles"] = [(person.get("name"), role.get("title"), named(role.get("organisation"))) for person in clean["people"]
                      for role in person.get("roles") or [] if isinstance(role, dict)]
    return clean


def beside(compared: Mapping[str, Compared], tally: Counter[str]) -> None:
    """What the categories do not tell, added to `tally`."""
    for category in ("events", "outcomes"):
        for mine, theirs in compared[category].right:
            if mine.get("status") != "actual":
                tally["not actual"] += 1
                tally["not actual, told as actual"] += theirs.get("status") == "actual"
                tally["not actual, status right"] += theirs.get("status") == mine["status"]
            else:
                tally["actual"] += 1
                tally["actual, told as something else"] += theirs.get("status") != "actual"
    for mine, theirs in compared["places"].right:
        if mine.get("country"):
            tally["places with a country"] += 1
            tally["places, country right"] += theirs.get("country") == mine["country"]
    for mine, theirs in compared["organisations"].right:
        if mine.get("acronym"):
            tally["organisations with an acronym"] += 1
            tally["organisations, acronym right"] += matching.fold(theirs.get("acronym") or "") == matching.fold(mine["acronym"])


def by_type(outcomes: Compared, types: dict[str, Tally]) -> None:
    """Outcomes by their type, added to `types`."""
    for mine, _ in outcomes.right:
        types.setdefault(str(mine.get("type")), Tally()).right += 1
    for item in outcomes.gold:
        types.setdefault(str(item.get("type")), Tally()).gold += 1
    for item in outcomes.found:
        types.setdefault(str(item.get("type")), Tally()).found += 1


def rest(items: Iterable[Any], taken: Iterable[Any]) -> list[Any]:
    """The items that are not among those taken, each taken once."""
    left = list(items)
    for item in taken:
        place = next((place for place, other in enumerate(left) if other is item or (isinstance(item, str | tuple) and other == item)), None)
        if place is not None:
            del left[place]
    return left


def told(item: Any) -> str:
    """An item on one line."""
    shown = {key: value for key, value in item.items() if key != "evidence"} if isinstance(item, dict) else item
    return json.dumps(shown, ensure_ascii=False)[:400]
