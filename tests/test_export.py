"""Documents in other forms."""
from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from evidence import evidences
from handmade import sample

from newsfacts import export
from newsfacts.jsonld import edges
from newsfacts.kb import KnowledgeBase
from newsfacts.model import KINDS, Article, Count, Facts, NewsfactsError
from newsfacts.rows import COLUMNS, line

NAMES = ["b.txt", "a/é.txt", "Z.txt"]


@pytest.fixture
def kb() -> Any:
    with KnowledgeBase(":memory:") as made:
        made.add_many(sample(name) for name in NAMES)
        yield made


def lines(*facts: Facts) -> list[str]:
    return [line(one) for one in facts]


def test_json_lines_stand_by_source(kb: KnowledgeBase, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    kb.export("jsonl", out)
    assert out.read_bytes().decode("utf-8") == "".join(sample(name).to_json() + "\n" for name in sorted(NAMES))
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_base_loaded_from_json_lines_gives_the_same_export(kb: KnowledgeBase, tmp_path: Path) -> None:
    kb.add(Facts(Article("odd", "lone \ud800, NUL \0, quote \" and line\nend\u2028é")))
    for format in ("jsonl", "json", "jsonld", "csv"):
        kb.export(format, tmp_path / f"one.{format}")
    with KnowledgeBase(":memory:") as fresh:
        with (tmp_path / "one.jsonl").open(encoding="utf-8", newline="\n") as stream:
            fresh.add_many(Facts.from_json(document) for document in reversed(list(stream)))
        for format in ("jsonl", "json", "jsonld", "csv"):
            fresh.export(format, tmp_path / f"two.{format}")
    for format in ("jsonl", "json", "jsonld"):
        assert (tmp_path / f"one.{format}").read_bytes() == (tmp_path / f"two.{format}").read_bytes()
    for file in (tmp_path / "one.csv").iterdir():
        assert file.read_bytes() == (tmp_path / "two.csv" / file.name).read_bytes()


def test_json_is_an_array_of_documents(kb: KnowledgeBase) -> None:
    out = io.StringIO()
    kb.export("json", out)
    assert json.loads(out.getvalue()) == [sample(name).to_dict() for name in sorted(NAMES)]


@pytest.mark.parametrize(("format", "text"), [("json", "[\n]\n"), ("jsonl", ""), ("jsonld", '{"@context":"https://schema.org","@graph":[\n]}\n')])
def test_nothing_is_something(format: str, text: str) -> None:
    out = io.StringIO()
    export.write(format, [], out)
    assert out.getvalue() == text
    if text:
        json.loads(text)


def sheet(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_csv_has_one_file_a_table_with_the_columns_of_the_model(kb: KnowledgeBase, tmp_path: Path) -> None:
    kb.export("csv", tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{table}.csv" for table in COLUMNS}
    outcomes = sheet(tmp_path / "out" / "outcomes.csv")
    assert [row["source"] for row in outcomes] == ["Z.txt", "Z.txt", "a/é.txt", "a/é.txt", "b.txt", "b.txt"]
    row = outcomes[0]
    assert row["agent"] == "Lagoon Health Trust"
    assert row["agent_kind"] == "organisation"
    assert row["value"] == "22"
    assert row["object"] == ""
    assert row["sentence"] == "The Trust trained 22 nurses from Togo."
    assert list(row)[:4] == ["article", "source", "ordinal", "id"]
    [events] = {tuple(row) for row in sheet(tmp_path / "out" / "events.csv")}
    assert {"name", "type", "dates", "venue", "venue_kind", "venue_id", "status"} <= set(events)
    assert len(sheet(tmp_path / "out" / "evidence.csv")) == len(NAMES) * len(list(evidences(sample())))


def test_csv_keeps_to_rfc_4180(tmp_path: Path) -> None:
    text = 'comma, "quote"\nand line \ud800'
    export.write("csv", lines(Facts(Article("a", text, title='x "y", z'))), tmp_path)
    assert b',"x ""y"", z",' in (tmp_path / "articles.csv").read_bytes()
    [row] = sheet(tmp_path / "articles.csv")
    assert row["text"] == text.replace("\ud800", "\ufffd")
    assert row["title"] == 'x "y", z'
    assert (tmp_path / "people.csv").read_bytes().endswith(b"sentence\r\n")


def graph(*facts: Facts) -> list[dict[str, Any]]:
    out = io.StringIO()
    export.write("jsonld", lines(*facts), out)
    document = json.loads(out.getvalue())
    assert document["@context"] == "https://schema.org"
    made: list[dict[str, Any]] = document["@graph"]
    return made


def test_json_ld_says_it_in_the_words_of_schema_org() -> None:
    nodes = {node["@type"]: node for node in graph(sample())}
    assert set(nodes) == {"NewsArticle", "Person", "NGO", "Country", "City", "EducationEvent", "Action"}
    person, event, action = nodes["Person"], nodes["EducationEvent"], nodes["Action"]
    assert person["name"] == "Ama Boateng"
    assert person["honorificPrefix"] == "Dr."
    assert person["affiliation"] == [{"@type": "OrganizationRole", "roleName": "Director", "affiliation": {"@id": nodes["NGO"]["@id"]}}]
    assert nodes["NGO"]["alternateName"] == ["LHT", "Trust"]
    assert event["startDate"] == "2021-05-03"
    assert event["endDate"] == "2021-05-04"
    assert event["location"] == [{"@id": nodes["City"]["@id"]}, {"@id": "urn:newsfacts:country:GH"}]
    assert event["organizer"] == [{"@id": nodes["NGO"]["@id"]}]
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert action["result"] == {"@type": "QuantitativeValue", "value": 22, "unitText": "nurse"}
    assert action["actionStatus"] == "https://schema.org/CompletedActionStatus"


def test_json_ld_leaves_out_what_is_only_possible_and_names_all_else() -> None:
    nodes = graph(sample())
    assert "send 5 surgeons" not in json.dumps(nodes)
    known = {node["@id"] for node in nodes}
    assert len(known) == len(nodes)
    assert {one["@id"] for one in nodes[0]["mentions"]} == known - {nodes[0]["@id"]}


def test_json_ld_has_a_country_once() -> None:
    assert [node["identifier"] for node in graph(sample("a"), sample("b")) if node["@type"] == "Country"] == ["GH", "TG"]


@pytest.mark.parametrize(("dates", "start", "end"), [
    ("2021-05", "2021-05", "2021-05"), ("2012/..", "2012", None), ("../2020", None, "2020"), ("198X", None, None), (None, None, None), ("2021?", None, None)])
def test_json_ld_says_no_more_of_a_date_than_is_known(dates: str | None, start: str | None, end: str | None) -> None:
    assert edges(dates) == (start, end)


def test_parquet_without_pyarrow_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NewsfactsError, match=r"^format parquet needs the package pyarrow; `pip install pyarrow`, or export csv$"):
        export.write("parquet", lines(sample()), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_parquet_has_the_rows_of_csv(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet  # type: ignore[import-not-found,unused-ignore]

    export.write("parquet", lines(sample(), sample("b")), tmp_path)
    for table in COLUMNS:
        assert parquet.read_table(tmp_path / f"{table}.parquet").num_rows >= (1 if table != "event_partners" else 0)
    assert parquet.read_table(tmp_path / "outcomes.parquet").to_pylist()[0]["value"] == 22.0


def test_a_folder_of_files_needs_a_folder() -> None:
    with pytest.raises(NewsfactsError, match=r"^format csv is a folder of files; name the folder$"):
        export.write("csv", [], io.StringIO())


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_a_target_that_cannot_be_written_is_told_in_one_line(format: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NewsfactsError) as caught:
        export.write(format, lines(sample()), tmp_path / "file" / "out")
    assert str(caught.value) == f"{tmp_path / 'file' / 'out'}: Not a directory; name a target that can be written"


def test_an_export_that_fails_leaves_the_earlier_file(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("earlier")

    def failing() -> Any:
        yield from lines(sample())
        raise NewsfactsError("gone")

    with pytest.raises(NewsfactsError, match="gone"):
        export.write("json", failing(), out)
    assert out.read_text() == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_whole_numbers_of_any_size_are_exported(tmp_path: Path) -> None:
    facts = sample()
    large = Count("n9", 10**30, None, "exactly", "count", "many", None, facts.counts[0].evidence)
    export.write("csv", lines(Facts(facts.article, counts=(large,))), tmp_path)
    assert sheet(tmp_path / "counts.csv")[0]["value"] == "1e+30"
    assert set(KINDS) <= {path.stem for path in tmp_path.iterdir()}
