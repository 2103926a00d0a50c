"""The command line: what may be said, how errors are told, and the exit code (0 all well, 1 some articles failed, 2 the call is wrong)."""
from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import NoReturn

from newsfacts import edtf
from newsfacts.model import KINDS, NewsfactsError

BASE = "facts.db"
INTERRUPTED = 130
CATEGORIES = ("people", "roles", "organisations", "countries", "places", "dates", "durations", "counts", "events", "event_slots", "outcomes", "outcome_slots")
FORMATS = ("json", "jsonl", "csv", "parquet", "jsonld")
EPILOG = """examples:
  newsfacts extract articles/                      facts of a folder into facts.db
  newsfacts extract articles.jsonl --jsonl out.jsonl
  newsfacts query events --country ZA --since 2015
  newsfacts query outcomes --type trained --json | jq '.[].value'
  newsfacts explain outcomes.trained.train
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(**({"errors": "replace"} if stream.isatty() else {"encoding": "utf-8", "errors": "backslashreplace"}))
    options = parser().parse_args(arguments)
    logging.basicConfig(level=options.log_level.upper(), format="newsfacts: %(message)s", stream=sys.stderr, force=True)
    try:
        code = run(options)
        sys.stdout.flush()
        return code
    except NewsfactsError as error:
        return told(str(error), 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return told("interrupted", INTERRUPTED)
    except OSError as error:
        return told(f"{error.filename or 'output'}: {error.strerror or error}; check the path, its permissions and the space on the disk", 2)


def told(message: str, code: int) -> int:
    """Says what went wrong, in one line."""
    print(f"newsfacts: {' '.join(message.split())}", file=sys.stderr)
    return code


def run(options: argparse.Namespace) -> int:
    """Calls the command's function."""
    from newsfacts import commands

    command: Callable[[argparse.Namespace], int] = getattr(commands, options.command)
    return command(options)


class Parser(argparse.ArgumentParser):
    """Tells a wrong call in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see `{self.prog} --help`\n")


def parser() -> Parser:
    """All commands and their options."""
    every = Parser(prog="newsfacts", description="Facts with evidence from program news: people, organisations, places, dates, counts, events, outcomes.",
                   epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter)
    every.add_argument("--version", action="version", version=f"newsfacts {version('newsfacts')}")
    told = Parser(add_help=False)
    told.add_argument("--quiet", action="store_true", help="no progress and no summary; errors are still told")
    told.add_argument("--log-level", default="warning", choices=("debug", "info", "warning", "error"), help="how much is logged on standard error")
    commands = every.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)

    def add(name: str, text: str) -> Parser:
        return commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", parents=[told])

    add_reading(add)
    add_asking(add)
    add_checking(add)
    return every


def add_reading(add: Callable[[str, str], Parser]) -> None:
    """Commands that read articles or documents."""
    one = add("extract", "read articles and write their facts")
    one.add_argument("paths", nargs="+", metavar="PATH", help=".txt, .md or .jsonl file, a folder of such, or - for standard input")
    one.add_argument("--jsonl", metavar="FILE", help="write one document a line to FILE (- is standard output)")
    one.add_argument("--kb", metavar="URL", help=f"SQLite file or postgresql:// URL that takes the facts (default: {BASE}, unless --jsonl is given)")
    one.add_argument("--workers", type=positive, default=1, metavar="N", help="processes (default: 1)")
    one.add_argument("--max-chars", type=positive, default=1_000_000, metavar="N", help="refuse longer articles (default: 1000000)")
    add_pipeline(one)
    one = add("load", "put documents made elsewhere into a base")
    one.add_argument("paths", nargs="+", metavar="FILE", help="JSON Lines of documents, or - for standard input")
    add_base(one)
    one = add("demo", "read the few articles that come with newsfacts and show what is found")
    add_base(one, "demo.db")


def add_asking(add: Callable[[str, str], Parser]) -> None:
    """Commands that ask a base."""
    one = add("query", "find facts in a base")
    one.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    add_base(one)
    one.add_argument("--country", metavar="CODE", help="ISO code or name of a country")
    one.add_argument("--since", metavar="DATE", help="from this year, month or day on")
    one.add_argument("--until", metavar="DATE", help="until this year, month or day")
    one.add_argument("--type", metavar="TYPE", help="type of events and outcomes, kind of organisations and places, code of findings")
    one.add_argument("--organisation", metavar="NAME", help="name, acronym or some words of a name")
    one.add_argument("--status", metavar="STATUS", help="actual, planned, possible, negated; events also cancelled")
    one.add_argument("--text", metavar="WORDS", help="words that the article holds")
    one.add_argument("--source", metavar="SOURCE", help="an article, or a folder of articles")
    one.add_argument("--limit", type=positive, metavar="N", help="at most N items")
    form = one.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print a JSON array")
    form.add_argument("--csv", dest="form", action="store_const", const="csv", help="print CSV")
    one.set_defaults(form="table")
    one = add("show", "print an article's document or one item, by its id or source")
    one.add_argument("id", metavar="ID")
    add_base(one)
    one = add("explain", "tell why a fact is there: sentence, spans, rules, values")
    one.add_argument("what", metavar="FILE|ID|RULE", help="an article's file, the id of an article or item, or a rule such as outcomes.trained.train")
    one.add_argument("--kind", choices=KINDS, action="append", metavar="KIND", help="only facts of this kind (may be given again)")
    add_base(one)
    add_pipeline(one)
    one = add("export", "write all facts of a base in another form")
    one.add_argument("--format", required=True, choices=FORMATS, metavar="F", help=", ".join(FORMATS))
    one.add_argument("--out", default="-", metavar="PATH", help="file, or folder for csv and parquet (default: standard output)")
    add_base(one)
    one = add("forget", "take an article and its facts out of a base")
    one.add_argument("sources", nargs="+", metavar="SOURCE", help="source or id of an article")
    add_base(one)


def add_checking(add: Callable[[str, str], Parser]) -> None:
    """Commands that check and describe."""
    one = add("evaluate", "compare facts with gold: precision, recall, F1")
    one.add_argument("folder", metavar="DIR", help="folder with <slug>.txt or <slug>.md and <slug>.gold.json")
    one.add_argument("--json", action="store_true", help="print the figures as JSON")
    one.add_argument("--errors", choices=CATEGORIES, metavar="CATEGORY", help="list what was missed and what was wrong")
    one.add_argument("--part", choices=("fitted", "kept", "all"), default="all", help="the two thirds that rules are fitted to, the third kept aside, or all")
    add_pipeline(one, published=False)
    one = add("schema", "print the JSON Schema of a document")
    one.add_argument("--rules", action="append", default=[], metavar="FILE", help="rule file whose outcome types are added")
    one = add("rules", "check a file of rules for outcome types of your own")
    one.add_argument("action", choices=("check",))
    one.add_argument("file", metavar="FILE")
    one = add("info", "print versions, the pipeline's fingerprint, and what a base holds")
    add_base(one)


def add_base(one: Parser, default: str = BASE) -> None:
    """The option that names a base."""
    one.add_argument("--kb", default=default, metavar="URL", help=f"SQLite file or postgresql:// URL (default: {default})")


def add_pipeline(one: Parser, published: bool = True) -> None:
    """The options that say how articles are read."""
    one.add_argument("--model", metavar="NAME", help="installed English spaCy model, or its folder (default: the pinned small one)")
    one.add_argument("--rules", action="append", default=[], metavar="FILE", help="file with outcome types of your own (may be given again)")
    if published:
        one.add_argument("--published", type=day, metavar="DATE", help="publication day (YYYY-MM-DD) of articles that give none themselves")


def positive(text: str) -> int:
    """A whole number above 0."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


def day(text: str) -> str:
    """An ISO day."""
    if len(text) != 10 or edtf.bounds(text) != (text, text):
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2019-09-16")
    return text
