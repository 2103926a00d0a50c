"""Articles from files, folders, rows and standard input."""
from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsfacts import markdown, reader
from newsfacts.model import Article, NewsfactsError
from newsfacts.reader import Failure, PassedOver


def read(*paths: Path | str, **options: int) -> list[Article]:
    """The articles of paths, all of which can be read."""
    found = list(reader.articles(paths, **options))
    assert all(isinstance(entry, Article) for entry in found), found
    return [entry for entry in found if isinstance(entry, Article)]


def failures(*paths: Path | str, **options: int) -> list[str]:
    """What cannot be read, as it is told."""
    return [str(entry) for entry in reader.articles(paths, **options) if isinstance(entry, Failure)]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return file


def test_text_is_kept_but_for_mark_and_carriage_returns(tmp_path: Path) -> None:
    [article] = read(put(tmp_path, "a.txt", "\ufeffA title\r\n\r\nOne  line.\rAnother – “quoted”.\r\n"))
    assert article.text == "A title\n\nOne  line.\nAnother – “quoted”.\n"
    assert (article.source, article.title, article.published) == ("a.txt", "A title", None)


def test_folder_is_read_in_order_and_passes_over_what_is_none(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.txt", "a/b/c.gold.json", "README.md", ".hidden.txt", ".git/x.txt", "photo.jpg", "a/readme.txt"):
        put(tmp_path, name, "Some text here.")
    found = list(reader.articles([tmp_path]))
    assert [entry.source for entry in found if isinstance(entry, Article)] == ["a/b/c.txt", "a/z.md", "b.txt"]
    assert [entry.source for entry in found if isinstance(entry, PassedOver)] == ["photo.jpg"]
    assert reader.count([tmp_path]) == 3


def test_sources_are_posix_and_composed(tmp_path: Path) -> None:
    put(tmp_path, "re\u0301union/e\u0301te\u0301.txt", "Some text here.")
    assert [article.source for article in read(tmp_path)] == ["réunion/été.txt"]


def test_two_files_of_one_source_do_not_take_each_others_place(tmp_path: Path) -> None:
    one, other = put(tmp_path, "one/a.txt", "Some text."), put(tmp_path, "two/a.txt", "Other text.")
    assert "same source" in failures(one.parent, other.parent)[0]
    assert [article.source for article in read(one, one)] == ["a.txt", "a.txt"]


def test_output_in_the_folder_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "Some text.")
    out = put(tmp_path, "out.jsonl", "no row\n")
    assert [entry.source for entry in reader.articles([tmp_path], leave_out=[out])] == ["a.txt"]


def test_front_matter_gives_title_day_and_address(tmp_path: Path) -> None:
    [article] = read(put(tmp_path, "a.md", '---\ntitle: "A title: with colon"\ndate: 2019-09-16T10:00:00+02:00\nurl: https://example.org/a # here\n'
                                           "tags:\n  - health\n---\n\nThe body.\n"))
    assert article == Article("a.md", "The body.\n", "A title: with colon", "2019-09-16", "front matter", "https://example.org/a")


def test_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    [article] = read(put(tmp_path, "a.md", "---\n\nA line of text.\n\n---\n\nAnd more.\n"))
    assert "A line of text." in article.text
    assert "And more." in article.text


@pytest.mark.parametrize(("source", "text"), [
    ("# A heading\n\nText", "A heading\n\nText\n"),
    ("A heading\n=========\nText", "A heading\n\nText\n"),
    ("**Bold** and *italic*, __both__ and _one_, snake_case_name", "Bold and italic, both and one, snake_case_name\n"),
    ("A [link](https://x.org/a_(b) \"title\") and ![a picture](p.png)", "A link and a picture\n"),
    ("See [the page][1] now.\n\n[1]: https://x.org", "See the page now.\n"),
    ("* one\n- two\n+ three\n1. four", "• one\n• two\n• three\n1. four\n"),
    ("> quoted\n> text", "quoted\ntext\n"),
    ("| a | b |\n| --- | :-: |\n| 1 | 2 |", "a | b\n1 | 2\n"),
    ("Some `code` here\n\n```sh\nmake\n```\n", "Some code here\n\nmake\n"),
    ("One<br>two &amp; <b>three</b><!-- not\nthis --> <https://x.org>", "One\ntwo & three https://x.org\n"),
    ("2 * 3 * 4 = 24 and 5 \\* 6", "2 * 3 * 4 = 24 and 5 * 6\n"),
    ("Text[^1] more\n\n[^1]: A note", "Text more\n\n A note\n"),
    ("above\n\n***\n\nbelow", "above\n\nbelow\n"),
])
def test_markdown_becomes_plain_text(source: str, text: str) -> None:
    assert markdown.plain(source) == text


def test_title_is_a_heading_or_a_short_first_line(tmp_path: Path) -> None:
    assert read(put(tmp_path, "a.md", "## A *heading*\n\nText."))[0].title == "A heading"
    assert read(put(tmp_path, "b.txt", "A sentence is no title.\n\nText."))[0].title is None
    assert read(put(tmp_path, "c.txt", "All in one line"))[0].title is None
    assert read(put(tmp_path, "d.txt", "\n\nA title\nText."))[0].title == "A title"


def test_rows_give_articles_by_line(tmp_path: Path) -> None:
    rows = [{"source": "x/1", "text": "One.\r\n", "published": "2019-09-16", "title": "T", "url": "https://x.org"}, {"text": "Two Ã© stays."}]
    file = put(tmp_path, "rows.jsonl", "\ufeff" + json.dumps(rows[0]) + "\r\n\n" + json.dumps(rows[1]) + "\n")
    assert read(file) == [Article("x/1", "One.\n", "T", "2019-09-16", "row", "https://x.org"), Article("rows.jsonl:3", "Two Ã© stays.")]
    assert read(tmp_path)[1].source == "rows.jsonl:3"


@pytest.mark.parametrize(("line", "reason"), [
    ("not json", "no JSON"), ("[1]", "no text"), ('{"text": 5}', "no text"), ('{"text": ""}', "empty"), ('{"text": "a", "title": 7}', "title is 7"),
    ('{"text": "a", "published": "someday"}', "published is 'someday'"), ('{"text": "a\\u0000b"}', "NUL"), ('{"schema": "newsfacts/1"}', "newsfacts load"),
    ("[" * 100_000, "no JSON"),
])
def test_wrong_row_is_named_by_its_line_and_the_rest_is_kept(tmp_path: Path, line: str, reason: str) -> None:
    file = put(tmp_path, "rows.jsonl", '{"text": "One."}\n' + line + '\n{"text": "Three."}\n')
    assert [entry.source for entry in reader.articles([file]) if isinstance(entry, Article)] == ["rows.jsonl:1", "rows.jsonl:3"]
    [told] = failures(file)
    assert told.startswith("rows.jsonl:2: ")
    assert reason in told
    assert "\n" not in told


@pytest.mark.parametrize(("value", "expected"), [
    ("2019-09-16", "2019-09-16"), ("2019-09-16T08:00:00Z", "2019-09-16"), ("2019-9-6", "2019-09-06"), ("16 September 2019", "2019-09-16"),
    ("Sep 16, 2019", "2019-09-16"), ("Mon, 16 Sep 2019 10:00:00 +0000", "2019-09-16"), (None, None),
])
def test_days_are_read(value: str | None, expected: str | None) -> None:
    assert reader.day(value) == expected


def test_mojibake_is_mended_and_nothing_else(tmp_path: Path) -> None:
    [article] = read(put(tmp_path, "a.txt", "Title\n\nThe MinistÃ¨re de la SantÃ© said â€œyesâ€\x9d.\nﬁne … “curly” &amp; ＡＢＣ"))
    assert article.text == "Title\n\nThe Ministère de la Santé said “yes”.\nﬁne … “curly” &amp; ＡＢＣ"


def test_other_encodings_are_read_where_plausible(tmp_path: Path) -> None:
    assert "Ministère – “Santé”" in read(put(tmp_path, "a.txt", "The Ministère – “Santé” opened a clinic.".encode("cp1252")))[0].text
    assert "Ministère" in read(put(tmp_path, "b.txt", "The Ministère opened.".encode("utf-16")))[0].text


@pytest.mark.parametrize(("name", "content", "reason"), [
    ("a.txt", b"", "empty"), ("a.txt", b" \n\t\n", "empty"), ("a.md", b"---\ntitle: T\n---\n", "empty"), ("a.jsonl", b"\n", "empty"),
    ("a.txt", b"text\0text", "NUL byte at 4"), ("a.txt", b"%PDF-1.7 ...", "a PDF"), ("a.txt", b"PK\x03\x04 ...", "a ZIP"),
    ("a.jsonl", b"PK\x03\x04\n...", "a ZIP"),
    ("a.txt", b"good caf\xc3\xa9, bad \xe9\xff here", "not UTF-8: byte 0xe9 at 16"), ("a.txt", bytes(range(128, 256)) * 4, "not UTF-8"),
    ("a.txt", b"Good text with \xff\xfe bad", "not UTF-8: byte 0xff at 15"),
    ("a.html", b"<p>text</p>", "not read"), ("a.md", b"---\npublished: soon\n---\ntext", "published is 'soon'"),
])
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    [told] = failures(put(tmp_path, name, content))
    assert told.startswith(name)
    assert reason in told
    assert "\n" not in told


def test_long_text_is_refused(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", "word " * 100)
    assert "500 characters; the limit is --max-chars 499" in failures(file, max_chars=499)[0]
    assert len(read(file, max_chars=500)[0].text) == 500
    assert "bytes" in failures(put(tmp_path, "b.txt", "word " * 10_000), max_chars=10)[0]


def test_missing_paths_and_empty_folders_are_told(tmp_path: Path) -> None:
    assert "no such file" in failures(tmp_path / "nothing.txt")[0]
    assert "no articles in this folder" in failures(tmp_path)[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_told(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", "text")
    file.chmod(0)
    assert "ermission" in failures(file)[0]


def test_standard_input_is_text_or_rows() -> None:
    [article] = reader.articles(["-"], stdin=io.BytesIO(b"\nA title\n\nText.\n"))
    assert article == Article("stdin", "A title\n\nText.\n", "A title")
    rows = io.BytesIO(b'{"text": "a"}\n{"text": "b", "source": "x"}\nno\n')
    assert [entry.source for entry in reader.articles(["-"], stdin=rows)] == ["stdin:1", "x", "stdin:3"]
    [failure] = reader.articles(["-"], stdin=io.BytesIO(b""))
    assert "empty" in str(failure)


def test_day_comes_from_row_then_dateline_then_option() -> None:
    text = "LUSAKA, 5 May 2022 – A course was opened."
    assert reader.dated(Article("a", text, published="2020-01-01", published_from="row"), "2021-01-01").published == "2020-01-01"
    dateline = reader.dated(Article("a", text), "2021-01-01")
    assert (dateline.published, dateline.published_from) == ("2022-05-05", "dateline")
    option = reader.dated(Article("a", "A course was opened."), "2021-01-01")
    assert (option.published, option.published_from) == ("2021-01-01", "option")
    assert reader.dated(Article("a", "A course was opened.")).published_from is None


def test_lone_surrogates_are_replaced_one_for_one(tmp_path: Path) -> None:
    assert read(put(tmp_path, "a.jsonl", '{"text": "a\\ud800b"}'))[0].text == "a\ufffdb"


def test_one_article_is_read(tmp_path: Path) -> None:
    assert reader.read(put(tmp_path, "a.txt", "Posted on 5 May 2022\n\nText.")).published == "2022-05-05"
    with pytest.raises(NewsfactsError, match="2 articles"):
        reader.read(put(tmp_path, "a.jsonl", '{"text": "a"}\n{"text": "b"}'))
    with pytest.raises(NewsfactsError, match="no such file"):
        reader.read(tmp_path / "nothing")


def test_reading_does_not_import_spacy() -> None:
    code = "import sys; from newsfacts import reader; reader.dated(reader.Article('a', 'LUSAKA, 5 May 2022 - Text.')); print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
