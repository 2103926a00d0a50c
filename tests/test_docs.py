"""What README, CONTRIBUTING and the Makefile say is so."""
from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import readme

from newsfacts import cli, commands, rules
from newsfacts.evaluate import CATEGORIES
from newsfacts.export import FORMATS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.S | re.M)


def command_names() -> set[str]:
    """All commands of the command line."""
    return set(re.findall(r"^    (\w+) +\w", cli.parser().format_help(), re.M))


@pytest.mark.parametrize("block", blocks(README, "python"))
def test_python_of_the_readme_runs(block: str, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-W", "error::DeprecationWarning:newsfacts", "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_commands_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    text = "DURBAN, 5 May 2022 – Twelve nurses were trained at a two-day workshop in Durban, South Africa."
    (tmp_path / "articles" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text('{"text": "Twelve nurses were trained in Lusaka."}\n')
    lines = [line.split("#")[0].strip() for block in blocks(README, "sh") for line in block.splitlines()]
    run = [line for line in lines if line.startswith("newsfacts ")]
    assert len(run) >= 5
    for line in run:
        assert cli.main(shlex.split(line.split(" | ")[0])[1:]) == 0, line
    capsys.readouterr()


def test_readme_names_every_command_and_option_that_is_there() -> None:
    table = re.findall(r"^\| `(\w+)[^|`]*(?:\\\|[^|`]*)*` \|", README, re.M)
    assert set(table) - {row for row in table if row in rules.table("outcomes")} == command_names()
    known = {option for name in command_names() for option in re.findall(r"--[\w-]+", help_of(name))}
    own = {"--format", "--update", "--lower"}
    assert set(re.findall(r"`?(--[a-z][\w-]+)", README)) <= known | own


def help_of(name: str) -> str:
    """The help of a command."""
    done = subprocess.run([sys.executable, "-m", "newsfacts", name, "--help"], capture_output=True, text=True, check=True)
    return done.stdout


def test_tables_of_the_readme_come_from_the_data() -> None:
    assert readme.written(README) == README, "run python tests/readme.py --update"
    assert "| `trained` |" in README


def test_make_and_pip_lines_of_the_readme_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in re.findall(r"^make (\w+)", README, re.M) + re.findall(r"`make (\w+)`", README + CONTRIBUTING):
        assert re.search(rf"^{name}:", makefile, re.M), name
    assert "pip install" in makefile
    assert '-e ".[dev]"' in README


def test_example_of_contributing_is_a_rule_file_that_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [block] = blocks(CONTRIBUTING, "toml")
    assert list(tomllib.loads(block)) == ["knitted"]
    file = tmp_path / "own.toml"
    file.write_text(block, encoding="utf-8")
    assert cli.main(["rules", "check", str(file)]) == 0
    (tmp_path / "a.txt").write_text("The Green Club knitted 300 scarves.")
    assert cli.main(["extract", str(tmp_path / "a.txt"), "--jsonl", "-", "--rules", str(file), "--quiet"]) == 0
    assert '"type":"knitted"' in capsys.readouterr().out


def test_lists_of_the_command_line_are_those_of_the_library() -> None:
    assert cli.CATEGORIES == CATEGORIES
    assert set(cli.FORMATS) == set(FORMATS)
    assert all(callable(getattr(commands, name)) for name in command_names())


def test_nothing_in_the_repository_tells_of_the_machine_it_was_made_on() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\0")
    home = os.sep + "work" + os.sep
    for name in filter(None, listed):
        file = ROOT / name
        if file.is_file() and home in file.read_text(encoding="utf-8", errors="replace"):
            pytest.fail(f"{name} names {home}")


def test_licence_and_ci_are_there() -> None:
    assert "newsfacts contributors" in (ROOT / "LICENSE").read_text()
    assert os.access(ROOT / ".ci" / "run", os.X_OK) or os.name == "nt"
