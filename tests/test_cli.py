"""The command as a user meets it: what it prints, its exit codes, its one-line errors."""
from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsfacts import cli, commands, listing
from newsfacts.model import KINDS
from newsfacts.progress import Progress

TEXT = """News from Durban

DURBAN, 6 May 2022 – The Lake Foundation trained 22 nurses at a two-day workshop in Durban, South Africa.
Dr Ann Miller, director of the Lake Foundation, opened it.
"""
OTHER = "LUSAKA, 9 June 2023 – The Hill Hospital will train 40 midwives in Lusaka, Zambia, in 2024."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles and a base of their facts."""
    place = tmp_path_factory.mktemp("articles")
    (place / "in").mkdir()
    (place / "in" / "one.txt").write_text(TEXT, encoding="utf-8")
    (place / "in" / "two.md").write_text(f"---\ntitle: Midwives\n---\n{OTHER}\n", encoding="utf-8")
    assert cli.main(["extract", str(place / "in"), "--kb", str(place / "base.db"), "--quiet"]) == 0
    return place


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All commands run in the folder."""
    monkeypatch.chdir(folder)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    try:
        code = cli.main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    told = capsys.readouterr()
    return code, told.out, told.err


def process(*arguments: str, code: str | None = None, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own."""
    program = ["-c", code] if code else ["-m", "newsfacts"]
    return subprocess.run([sys.executable, *program, *arguments], input=text, capture_output=True, check=False, timeout=120)


def test_help_names_every_command_and_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    names = set(re.findall(r"^    (\w+) +\w", out, re.M))
    assert names == {"extract", "load", "demo", "query", "show", "explain", "export", "forget", "evaluate", "schema", "rules", "info"}
    for name in names:
        assert run(capsys, name, "--help")[0] == 0
        assert callable(getattr(commands, name))


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert re.fullmatch(r"newsfacts \d+\.\d+\.\d+\S*\n", run(capsys, "--version")[1])


def test_extract_tells_what_it_did(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "in" / "photo.jpg").write_bytes(b"x")
    code, out, err = run(capsys, "extract", "in", "--kb", "new.db")
    assert (code, out) == (0, "")
    assert "2 read, 0 failed, 0 skipped (unchanged), 1 files of other formats passed over" in err
    assert re.search(r"facts: \d+ people, \d+ organisations, .* \d+ findings", err)
    assert "base: new.db holds 2 articles" in err
    again = run(capsys, "extract", "in", "--kb", "new.db", "--jsonl", "-")
    assert "0 read, 0 failed, 2 skipped" in again[2]
    assert again[1] == run(capsys, "extract", "in", "--jsonl", "-")[1]
    assert [json.loads(line)["article"]["source"] for line in again[1].splitlines()] == ["one.txt", "two.md"]
    assert run(capsys, "extract", "in", "--kb", "new.db", "--quiet")[1:] == ("", "")


def test_extract_without_target_makes_facts_db(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert run(capsys, "extract", "in/one.txt")[0] == 0
    assert (folder / "facts.db").exists()
    assert "workshop" in run(capsys, "query", "events", "--country", "ZA")[1]


def test_extract_takes_published_and_rules(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "own.toml").write_text('[knitted]\nneeds = "figure"\nnouns = ["any"]\n[[knitted.rules]]\nid = "knit"\nverbs = ["knit"]\n')
    (folder / "scarves.txt").write_text("The Green Club knitted 300 scarves yesterday.")
    assert run(capsys, "rules", "check", "own.toml")[:2] == (0, "own.toml: knitted (1 rules): all well\n")
    _, out, _ = run(capsys, "extract", "scarves.txt", "--jsonl", "-", "--rules", "own.toml", "--published", "2020-05-06")
    document = json.loads(out)
    assert ("knitted", 300) in [(outcome["type"], outcome["value"]) for outcome in document["outcomes"]]
    assert document["article"]["published_from"] == "option"
    assert [date["value"] for date in document["dates"]] == ["2020-05-05"]
    assert "knitted" in json.loads(run(capsys, "schema", "--rules", "own.toml")[1])["$defs"]["Outcome"]["properties"]["type"]["enum"]


def test_query_prints_a_table_json_or_csv(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "query", "outcomes", "--type", "trained", "--kb", "base.db")
    head, rule, *rows = out.splitlines()
    assert head.split()[:2] == ["type", "agent"]
    assert set(rule) == {"-", " "}
    assert len(rows) == 2
    items = json.loads(run(capsys, "query", "outcomes", "--type", "trained", "--status", "planned", "--kb", "base.db", "--json")[1])
    assert [(item["source"], item["value"]) for item in items] == [("two.md", 40)]
    assert items[0]["sentence"].startswith("LUSAKA")
    rows_of_csv = list(csv.DictReader(io.StringIO(run(capsys, "query", "people", "--kb", "base.db", "--csv")[1])))
    assert [(row["name"], row["roles"]) for row in rows_of_csv] == [("Ann Miller", "director, Lake Foundation")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked(capsys: pytest.CaptureFixture[str], kind: str) -> None:
    for form in ([], ["--json"], ["--csv"]):
        assert run(capsys, "query", kind, "--kb", "base.db", *form)[0] == 0


def test_query_that_finds_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "query", "events", "--country", "FJ", "--kb", "base.db") == (0, "", "nothing found in base.db\n")
    assert run(capsys, "query", "events", "--country", "FJ", "--kb", "base.db", "--json")[1] == "[]\n"


def test_show_and_explain_find_articles_items_and_rules(capsys: pytest.CaptureFixture[str]) -> None:
    [outcome] = json.loads(run(capsys, "query", "outcomes", "--type", "trained", "--source", "one.txt", "--kb", "base.db", "--json")[1])
    assert json.loads(run(capsys, "show", "one.txt", "--kb", "base.db")[1])["article"]["text"] == TEXT
    assert json.loads(run(capsys, "show", outcome["id"], "--kb", "base.db")[1])["item"]["value"] == 22
    shown = run(capsys, "explain", outcome["id"], "--kb", "base.db")[1]
    assert "[22 nurses]{value/of/comparator}" in shown
    assert "rule outcomes.trained.train" in shown
    of_file = run(capsys, "explain", "in/one.txt", "--kind", "outcomes")[1]
    assert "22 nurses" in of_file
    assert "outcomes r" in run(capsys, "explain", "one.txt", "--kb", "base.db")[1]
    assert "train, retrain" in run(capsys, "explain", "outcomes.trained.train")[1]
    [date] = [item for item in json.loads(run(capsys, "query", "dates", "--source", "two.md", "--kb", "base.db", "--json")[1]) if item["value"] == "2024"]
    assert "“in 2024”" in (told := run(capsys, "explain", date["id"], "--kb", "base.db")[1]) or "“2024”" in told


def test_export_and_load_give_the_same_base(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    _, out, _ = run(capsys, "export", "--format", "jsonl", "--kb", "base.db")
    (folder / "out.jsonl").write_text(out, encoding="utf-8")
    assert run(capsys, "load", "out.jsonl", "--kb", "loaded.db") == (0, "", "2 loaded, 0 failed; base: loaded.db\n")
    assert run(capsys, "export", "--format", "jsonl", "--kb", "loaded.db")[1] == out
    assert run(capsys, "export", "--format", "csv", "--out", "tables", "--kb", "loaded.db")[0] == 0
    assert (folder / "tables" / "outcomes.csv").exists()
    (folder / "bad.jsonl").write_text("no\n" + out + '{"schema": "newsfacts/1"}\n', encoding="utf-8")
    code, _, err = run(capsys, "load", "bad.jsonl", "--kb", "bad.db")
    assert code == 1
    assert "bad.jsonl:1: no JSON" in err
    assert "bad.jsonl:4: article: missing" in err
    assert "2 loaded, 2 failed" in err


def test_forget_takes_an_article_out(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "extract", "in", "--kb", "less.db", "--quiet")
    assert run(capsys, "forget", "one.txt", "--kb", "less.db")[0] == 0
    assert {item["source"] for item in json.loads(run(capsys, "query", "dates", "--kb", "less.db", "--json")[1])} == {"two.md"}
    code, _, err = run(capsys, "forget", "one.txt", "--kb", "less.db")
    assert code == 1
    assert "one.txt: no such article" in err


def test_evaluate_prints_figures(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    gold = {"published": "2022-05-06", "people": [{"name": "Ann Miller", "roles": []}], "dates": ["1999"]}
    (folder / "gold").mkdir()
    (folder / "gold" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold" / "a.gold.json").write_text(json.dumps(gold))
    assert "people              1.000   1.000   1.000      1      1" in run(capsys, "evaluate", "gold")[1]
    assert json.loads(run(capsys, "evaluate", "gold", "--json")[1])["overall"]["articles"] == 1
    assert run(capsys, "evaluate", "gold", "--errors", "dates")[1].splitlines() == ['a: missed "1999"', 'a: wrong  "2022-05-06"']
    assert run(capsys, "evaluate", "in")[0] == 2


def test_info_and_schema(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "info", "--kb", "base.db")[1]
    for word in ("newsfacts ", "spaCy ", "model ", "fingerprint ", "base.db: 2 articles"):
        assert word in out
    assert json.loads(run(capsys, "schema")[1])["$schema"].startswith("https://json-schema.org/")


def test_demo_shows_what_it_found_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "demo")
    assert code == 0
    assert "4 read, 0 failed" in err
    assert "The facts are in demo.db." in out
    assert "ZA" in run(capsys, "query", "events", "--country", "ZA", "--kb", "demo.db")[1]


@pytest.mark.parametrize(("arguments", "code", "message"), [
    (["extract", "nowhere"], 2, "nowhere: no such file or folder; check the path"),
    (["extract", "empty"], 2, "empty: no articles in this folder"),
    (["extract", "in", "nowhere", "--kb", "x.db"], 1, "nowhere: no such file or folder"),
    (["extract", "void.txt", "--kb", "x.db"], 1, "void.txt: empty"),
    (["extract", "nul.txt", "--kb", "x.db"], 1, "nul.txt: a NUL byte at 1"),
    (["extract", "pdf.txt", "--kb", "x.db"], 1, "pdf.txt: this is a PDF"),
    (["extract", "rows.jsonl", "--kb", "x.db"], 1, "rows.jsonl:1: no JSON"),
    (["extract", "in/one.txt", "--max-chars", "5", "--kb", "x.db"], 1, f"one.txt: {len(TEXT)} characters; the limit is --max-chars 5"),
    (["extract", "in", "--jsonl", "no/such/out.jsonl"], 2, "no/such/out.jsonl: No such file or directory"),
    (["extract", "in", "--kb", "no/such/base.db"], 2, "no/such/base.db: unable to open"),
    (["extract", "in", "--kb", "pdf.txt"], 2, "pdf.txt: file is not a database"),
    (["extract", "in", "--model", "no_such_model", "--jsonl", "-"], 2, "model 'no_such_model' is not installed"),
    (["extract", "in", "--rules", "nowhere.toml", "--jsonl", "-"], 2, "nowhere.toml: No such file"),
    (["extract", "rows.jsonl", "--jsonl", "rows.jsonl"], 2, "--jsonl would overwrite"),
    (["extract", "in", "--published", "soon"], 2, "'soon' is no day"),
    (["extract", "in", "--workers", "0"], 2, "'0' is no whole number above 0"),
    (["extract"], 2, "required: PATH"),
    (["load", "nowhere.jsonl"], 2, "nowhere.jsonl: no such file"),
    (["query", "events", "--kb", "nowhere.db"], 2, "nowhere.db: no such base"),
    (["query", "people", "--type", "x", "--kb", "base.db"], 2, "people have no types"),
    (["query", "nothing"], 2, "invalid choice: 'nothing'"),
    (["query", "events", "--since", "soon", "--kb", "base.db"], 2, "'soon' is no date"),
    (["show", "nothing", "--kb", "base.db"], 2, "nothing: neither article nor item in base.db"),
    (["explain", "nothing", "--kb", "base.db"], 2, "nothing: neither article nor item"),
    (["export", "--format", "csv", "--kb", "base.db"], 2, "name the folder"),
    (["export", "--format", "json", "--out", "no/such/x.json", "--kb", "base.db"], 2, "no/such/x.json"),
    (["evaluate", "nowhere"], 2, "nowhere: no gold"),
    (["rules", "check", "rows.jsonl"], 2, "rows.jsonl: no TOML"),
    (["nothing"], 2, "invalid choice: 'nothing'"),
    ([], 2, "required: COMMAND"),
])
def test_errors_are_one_line_with_file_value_and_remedy(capsys: pytest.CaptureFixture[str], folder: Path, arguments: list[str], code: int,
                                                        message: str) -> None:
    for name, content in (("void.txt", b""), ("nul.txt", b"a\0b"), ("pdf.txt", b"%PDF-1.4 text that is none" * 60), ("rows.jsonl", b"no json\n")):
        (folder / name).write_bytes(content)
    (folder / "empty").mkdir(exist_ok=True)
    found, out, err = run(capsys, *arguments)
    lines = [line for line in err.splitlines() if line.startswith("newsfacts")]
    assert found == code
    assert len(lines) == 1, err
    assert message in lines[0]
    assert "Traceback" not in err + out


def test_a_call_that_leads_nowhere_makes_no_base(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "extract", "nowhere", ".")[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_a_failed_article_loses_nothing_of_the_others(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "mixed").mkdir()
    rows = b'{"text": "One."}\nno\n{"text": "Two."}\n'
    for name, content in (("a.txt", TEXT.encode()), ("b.txt", b"\x00"), ("c.txt", OTHER.encode()), ("d.jsonl", rows)):
        (folder / "mixed" / name).write_bytes(content)
    code, out, err = run(capsys, "extract", "mixed", "--jsonl", "-")
    assert code == 1
    assert [json.loads(line)["article"]["source"] for line in out.splitlines()] == ["a.txt", "c.txt", "d.jsonl:1", "d.jsonl:3"]
    assert "4 read, 2 failed" in err


def test_a_workers_run_from_the_command_writes_the_same(folder: Path) -> None:
    one, two = (process("extract", "in", "--jsonl", "-", "--workers", workers) for workers in ("1", "2"))
    assert one.returncode == two.returncode == 0, two.stderr
    assert one.stdout == two.stdout != b""


def test_standard_input_is_read(folder: Path) -> None:
    assert json.loads(process("extract", "-", "--jsonl", "-", text=TEXT.encode()).stdout)["article"]["source"] == "stdin"
    done = process("extract", "-", "--jsonl", "-", text=b'{"text": "One nurse.", "source": "x"}\nno\n')
    assert json.loads(done.stdout)["article"]["source"] == "x"
    assert (done.returncode, b"stdin:2: no JSON" in done.stderr) == (1, True)


@pytest.mark.parametrize("arguments", ["--help", "extract --help", "query events --kb base.db", "export --format jsonl --kb base.db", "extract in --kb base.db",
                                       "extract nowhere", "info", "schema", "show one.txt --kb base.db"])
def test_what_needs_no_model_does_not_import_spacy(arguments: str) -> None:
    code = ("import sys\nfrom newsfacts.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
            "sys.stderr.write(f\"spacy={'spacy' in sys.modules}\")")
    assert process(*arguments.split(), code=code).stderr.endswith(b"spacy=False")


def test_importing_newsfacts_loads_neither_spacy_nor_sqlalchemy() -> None:
    code = "import sys, newsfacts; newsfacts.Facts; newsfacts.pipe; print({'spacy', 'sqlalchemy', 'dateparser'} & set(sys.modules))"
    assert process(code=code).stdout.strip() == b"set()"


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    line = f"{sys.executable} -m newsfacts export --format json --kb base.db | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(line, shell=True, executable="/bin/bash", capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_progress_is_drawn_on_a_terminal_only() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        progress = Progress(stream, 4)
        progress.show(2, 1)
        progress.clear()
    assert "[###############...............] 2/4, 1 failed" in terminal.getvalue()
    assert file.getvalue() == ""
    unknown = Terminal()
    Progress(unknown, None).show(7, 0)
    assert unknown.getvalue().endswith("7 articles")


def test_tables_are_aligned_for_any_script() -> None:
    out = io.StringIO()
    listing.table([{"name": "北京", "value": "7"}, {"name": "e\u0301te\u0301", "value": "12"}], ("name", "value", "empty")[:2], out)
    assert out.getvalue().splitlines() == ["name  value", "----  -----", "北京      7", "e\u0301te\u0301      12"]
    assert listing.width(listing.short("long " * 30)) <= listing.WIDEST


@pytest.mark.parametrize("option", ["--kb", "--jsonl"])
def test_an_article_is_no_output(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "one.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert cli.main(["extract", str(article), option, str(article)]) == 2
    said = capsys.readouterr().err
    assert str(article) in said
    assert option in said
    assert said.count("\n") == 1
    assert article.read_text(encoding="utf-8") == TEXT
