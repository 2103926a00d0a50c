"""Who may import whom, what an import loads."""
from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsfacts

PACKAGE = Path(newsfacts.__file__ or "").parent
TESTS = Path(__file__).parent

# A module or package, and those of ours that it may import. Who is not named is not there.
STORE = {"tables", "rows", "quotes", "filters", "database", "jsonld", "answers"}
MAY: dict[str, set[str]] = {
    "model": set(),
    "edtf": set(),
    "rules": {"model"},
    "markdown": set(),
    "reader": {"model", "edtf", "markdown", "components"},          # of the components only what reads dates without spaCy
    "components": {"model", "rules", "edtf", "components"},
    "assemble": {"model", "rules", "components", "edtf", "assemble"},
    "speed": set(),
    "speed_entities": {"speed"},
    "lemmas": set(),
    "pipeline": {"model", "rules", "components", "assemble", "speed", "speed_entities", "lemmas"},
    "quotes": {"model"},
    "rows": {"model", "edtf", "quotes"},
    "tables": {"model", "rows"},
    "filters": {"model", "edtf", "rows", "tables", "quotes"},
    "database": {"model", "tables"},
    "answers": {"model", *STORE},
    "jsonld": {"model", "edtf", "rows"},
    "schema": {"model"},
    "export": {"model", "edtf", "rows", "jsonld", "tables"},
    "kb": {"model", "edtf", "export", *STORE},
    "examples": {"model", "components", "pipeline"},
    "batch": {"model", "reader", "pipeline", "kb"},
    "matching": {"rules"},
    "evaluate": {"model", "reader", "pipeline", "matching"},
    "explain": {"model", "rules", "quotes", "pipeline", "kb"},
    "progress": set(),
    "listing": {"model"},
    "commands": {"model", "rules", "reader", "pipeline", "kb", "export", "schema", "batch", "examples", "explain", "evaluate", "listing", "progress"},
    "cli": {"model", "edtf", "commands"},
    "__main__": {"cli"},
    "__init__": {"model", "pipeline", "kb"},
}
SPACY = {"components", "assemble", "speed", "speed_entities", "lemmas"}
"""Rooms that import spaCy when they are imported."""


def modules() -> Iterator[tuple[str, Path]]:
    """All modules with the room that they are in."""
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE).parts[0].removesuffix(".py"), file


def imported(file: Path, top: bool = False) -> Iterator[str]:
    """The modules that a file imports, `top` only those that it imports when it is imported itself."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in tree.body if top else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "newsfacts":
            yield from (f"newsfacts.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_every_module_imports_what_it_may() -> None:
    wrong = []
    for room, file in modules():
        assert room in MAY, f"{file.name}: say in MAY what it may import"
        for name in imported(file):
            if name.startswith("newsfacts.") and name.split(".")[1] not in MAY[room] | {room}:
                wrong.append(f"{file.relative_to(PACKAGE)} imports {name}")
    assert not wrong


def test_rooms_that_are_named_are_there() -> None:
    assert set(MAY) == {room for room, _ in modules()}


def test_spacy_is_imported_by_few_and_dateparser_by_none_at_the_top() -> None:
    for room, file in modules():
        tops = {name.split(".")[0] for name in imported(file, top=True)}
        assert "dateparser" not in tops, file.name
        assert not tops & {"spacy", "thinc", "srsly"} or room in SPACY, file.name
        assert "sqlalchemy" not in tops or room in {"kb", *STORE}, file.name


def test_what_reads_dates_for_the_reader_is_free_of_spacy() -> None:
    code = "import sys, newsfacts.reader, newsfacts.kb, newsfacts.export, newsfacts.schema, newsfacts.batch; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_modules_say_their_duty_and_have_a_telling_name() -> None:
    for _, file in modules():
        text = file.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text)), f"{file.name}: say its duty in the first line"
        assert file.stem not in {"utils", "helpers", "common", "misc", "base"}


def test_public_names_are_sorted_and_there() -> None:
    assert sorted(newsfacts.__all__) == newsfacts.__all__
    for name in newsfacts.__all__:
        assert getattr(newsfacts, name).__module__.startswith("newsfacts.")
    assert set(newsfacts.__all__) <= set(dir(newsfacts))
    with pytest.raises(AttributeError, match="nothing"):
        newsfacts.nothing  # noqa: B018


def test_every_module_has_its_tests() -> None:
    tested = {file.stem.removeprefix("test_") for file in TESTS.glob("test_*.py")}
    assert {"reader", "batch", "cli", "explain", "evaluate", "kb", "schema", "model", "pipeline"} <= tested
