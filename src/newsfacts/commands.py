"""What each command does: one function of its options each, which prints and gives the exit code."""
from __future__ import annotations

import contextlib
import itertools
import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newsfacts import listing, reader
from newsfacts.model import ITEMS, KINDS, SCHEMA, Article, Facts, NewsfactsError, names
from newsfacts.progress import Progress
from newsfacts.reader import Entry, Failure

if TYPE_CHECKING:
    from newsfacts.batch import Summary
    from newsfacts.kb import KnowledgeBase


def say(message: str) -> None:
    """One line on standard error."""
    print(" ".join(message.split()), file=sys.stderr)


def base(url: str, *, create: bool = False) -> KnowledgeBase:
    """An open base; one that is not there is an error, unless it may be made."""
    from newsfacts.kb import KnowledgeBase

    return KnowledgeBase(url, create=create)


# reading

def extract(options: Namespace) -> int:
    """Reads articles into a base, JSON Lines, or both."""
    own = [Path(name) for name in (options.jsonl, options.kb or ("" if options.jsonl else "facts.db")) if name and name != "-" and "://" not in name]
    refuse_own_input(options.paths, options.jsonl, "--jsonl")
    refuse_own_input(options.paths, options.kb, "--kb")
    entries, readable = opened(reader.articles(options.paths, max_chars=options.max_chars, leave_out=own))
    if not readable:
        for failure in entries:
            if isinstance(failure, Failure):
                say(f"newsfacts: {failure}")
        return 2
    total = reader.count(options.paths) if sys.stderr.isatty() and not options.quiet else None
    with contextlib.ExitStack() as stack:
        kb = stack.enter_context(base(options.kb or "facts.db", create=True)) if options.kb or not options.jsonl else None
        out = stack.enter_context(opened_to_write(options.jsonl)) if options.jsonl else None
        summary = read_all(entries, options, kb, out, total)
    return closing(summary, options.quiet, kb)


def read_all(entries: Iterable[Entry], options: Namespace, kb: KnowledgeBase | None, out: IO[str] | None, total: int | None) -> Summary:
    """Runs the batch, with a progress bar and the failures told."""
    from newsfacts import batch

    progress = Progress(sys.stderr, total)

    def tell(summary: Summary) -> None:
        if not options.quiet:
            progress.show(summary.read + summary.unchanged + len(summary.failed), len(summary.failed))

    def failed(failure: Failure) -> None:
        progress.clear()
        say(f"newsfacts: {failure}")

    try:
        return batch.run(entries, kb=kb, jsonl=out, workers=options.workers, model=options.model, rules=options.rules, published=options.published,
                         tell=tell, say=failed)
    finally:
        progress.clear()


def opened(entries: Iterator[Entry]) -> tuple[Iterable[Entry], bool]:
    """The entries, and whether there is more among them than paths that lead nowhere: looked at before a base is made."""
    head: list[Entry] = []
    for entry in entries:
        head.append(entry)
        if isinstance(entry, Article) or (isinstance(entry, Failure) and not entry.call):
            return itertools.chain(head, entries), True
    return head, False


def refuse_own_input(paths: Iterable[str], output: str | None, option: str) -> None:
    """Raises NewsfactsError where the output would overwrite an input."""
    for path in paths:
        if output and output != "-" and "://" not in output and path != "-" and Path(path).is_file() and Path(path).resolve() == Path(output).resolve():
            raise NewsfactsError(f"{output}: {option} would overwrite the articles; name another file")


@contextlib.contextmanager
def opened_to_write(name: str) -> Iterator[IO[str]]:
    """A text file, or standard output for "-"."""
    if name == "-":
        yield sys.stdout
        return
    try:
        stream = open(name, "w", encoding="utf-8", newline="\n")   # noqa: SIM115 - closed below; only opening is told this way
    except OSError as error:
        raise NewsfactsError(f"{name}: {error.strerror or error}; name a file that can be written") from None
    with stream:
        yield stream


def closing(summary: Summary, quiet: bool, kb: KnowledgeBase | None) -> int:
    """Says what a run did; gives the exit code."""
    if not quiet:
        passed = f", {summary.passed_over} files of other formats passed over" if summary.passed_over else ""
        say(f"{summary.read} read, {len(summary.failed)} failed, {summary.unchanged} skipped (unchanged){passed}")
        if summary.read:
            say("facts: " + ", ".join(f"{summary.facts[kind]} {kind}" for kind in KINDS))
        if kb is not None:
            say(f"base: {kb.where} holds {kb.counts()['articles']} articles")
    if summary.interrupted:
        say(f"newsfacts: interrupted; {summary.read + summary.unchanged} articles are kept, run again to go on")
        return 130
    return 1 if summary.failed else 0


def load(options: Namespace) -> int:
    """Puts documents into a base, those that are none told by their line."""
    failed = 0

    def refused(where: str, error: NewsfactsError) -> None:
        nonlocal failed
        failed += 1
        say(f"newsfacts: {where}: {error}")

    def documents(name: str) -> Iterator[Facts]:
        for number, line in enumerate(lines_of(name), 1):
            try:
                if line.strip():
                    yield Facts.from_json(reader.decoded(line))
            except NewsfactsError as error:
                refused(f"{name}:{number}", error)

    missing = [name for name in options.paths if name != "-" and not Path(name).is_file()]
    if missing:
        raise NewsfactsError(f"{missing[0]}: no such file; check the path")
    with base(options.kb, create=True) as kb:
        kept = sum(kb.add_many(documents(name), failed=lambda facts, error: refused(facts.article.source, error)) for name in options.paths)
    if not options.quiet:
        say(f"{kept} loaded, {failed} failed; base: {options.kb}")
    return 1 if failed else 0


def lines_of(name: str) -> Iterator[bytes]:
    """The lines of a file or of standard input ("-")."""
    if name == "-":
        yield from sys.stdin.buffer
        return
    with open(name, "rb") as stream:
        yield from stream


def demo(options: Namespace) -> int:
    """Reads the articles of the package and shows what was found."""
    given = Namespace(workers=1, model=None, rules=[], published=None, quiet=options.quiet)
    with base(options.kb, create=True) as kb:
        with as_file(files("newsfacts") / "demo") as folder:
            summary = read_all(reader.articles([folder]), given, kb, None, reader.count([folder]))
        code = closing(summary, options.quiet, kb)
        for kind in ("events", "outcomes", "people"):
            print(f"\n{kind}")
            listing.show(kb.find(kind), kind, sys.stdout)
    at = "" if options.kb == "facts.db" else f" --kb {options.kb}"
    print(f"\nThe facts are in {options.kb}. Ask it:\n  newsfacts query events --country ZA{at}\n  newsfacts query outcomes --type trained --json{at}")
    return code


# asking

def query(options: Namespace) -> int:
    """Finds items and prints them."""
    with base(options.kb) as kb:
        found = kb.find(options.kind, country=options.country, since=options.since, until=options.until, type=options.type, organisation=options.organisation,
                        status=options.status, text=options.text, source=options.source, limit=options.limit)
    listing.show(found, options.kind, sys.stdout, options.form)
    if not found and not options.quiet:
        say(f"nothing found in {options.kb}")
    return 0


def show(options: Namespace) -> int:
    """Prints an article's document or one item as JSON."""
    with base(options.kb) as kb:
        found = got(kb, options.id)
    print(json.dumps(found.to_dict() if isinstance(found, Facts) else found, ensure_ascii=False, indent=2))
    return 0


def got(kb: KnowledgeBase, id: str) -> Facts | dict[str, Any]:
    """What has this id or source in a base. Raises NewsfactsError where nothing has."""
    found = kb.get(id)
    if found is None:
        raise NewsfactsError(f"{id}: neither article nor item in {kb.where}; `newsfacts query KIND` prints ids")
    return found


def explain(options: Namespace) -> int:
    """Explains the facts of a file, one item or article of a base, or a rule."""
    from newsfacts import explain as why

    kinds = tuple(options.kind or KINDS)
    if Path(options.what).is_file():
        from newsfacts import pipeline

        article = reader.read(options.what, published=options.published)
        lines = why.facts(pipeline.extract(article, pipeline.load(options.model, rules=options.rules)), kinds)
    elif why.is_rule(options.what):
        lines = why.rule(options.what)
    else:
        lines = of_base(options, kinds)
    for line in lines:
        print(line)
    return 0


def of_base(options: Namespace, kinds: tuple[str, ...]) -> Iterator[str]:
    """The explanation of an article or item in a base."""
    from newsfacts import explain as why

    with base(options.kb) as kb:
        found = got(kb, options.what)
        if isinstance(found, Facts):
            return why.facts(found, kinds)
        document = kb.document(found["source"])
    if document is None:
        raise NewsfactsError(f"{options.what}: its article is gone; run again")
    kind, item = found["kind"], found["item"]
    key = next(name for name in ("id", "code", "value") if name in names(ITEMS[kind]))
    return why.facts(document, (kind,), frozenset({str(item[key])}))


def export(options: Namespace) -> int:
    """Writes all documents of a base in another form."""
    with base(options.kb) as kb:
        kb.export(options.format, sys.stdout if options.out == "-" else options.out)
    return 0


def forget(options: Namespace) -> int:
    """Takes articles out of a base."""
    missing = 0
    with base(options.kb) as kb:
        for source in options.sources:
            if not kb.forget(source):
                missing += 1
                say(f"newsfacts: {source}: no such article in {kb.where}; `newsfacts query people` prints sources")
    if not options.quiet:
        say(f"{len(options.sources) - missing} forgotten")
    return 1 if missing else 0


# checking

def evaluate(options: Namespace) -> int:
    """Prints figures, or the errors of one category."""
    from newsfacts import evaluate as gold

    report = gold.evaluate(Path(options.folder), part=options.part, model=options.model, rules=options.rules)
    if options.errors:
        print("\n".join(report.errors[options.errors]))
    elif options.json:
        print(json.dumps(report.to_dict(), ensure_ascii=False, indent=2))
    else:
        print("\n".join(report.lines()))
    return 0


def schema(options: Namespace) -> int:
    """Prints the JSON Schema."""
    from newsfacts import schema as published

    print(json.dumps(published.schema(outcome_types(options.rules)), ensure_ascii=False, indent=2))
    return 0


def outcome_types(files: Iterable[str]) -> tuple[str, ...]:
    """The names of our outcome types and those of rule files."""
    from newsfacts import pipeline, rules

    return tuple(dict.fromkeys([*rules.table("outcomes"), *pipeline.read_rules(files)]))


def rules(options: Namespace) -> int:
    """Checks a rule file and runs its examples."""
    from newsfacts import examples, pipeline

    tables = pipeline.read_rules([options.file])
    if not tables:
        raise NewsfactsError(f"{options.file}: no outcome types; an outcome type is a table such as [planted] with [[planted.rules]]")
    if any("examples" in part or "counter" in part for table in tables.values() for part in (table, *table["rules"])):
        wrong = next(examples.failures(tables, pipeline.load(rules=[options.file])), None)
        if wrong is not None:
            raise NewsfactsError(f"{options.file}: {wrong}")
    told = ", ".join(f"{name} ({len(table['rules'])} rules)" for name, table in tables.items())
    print(f"{options.file}: {told}: all well")
    return 0


def info(options: Namespace) -> int:
    """Prints versions, the fingerprint, and what a base holds."""
    from newsfacts import pipeline
    from newsfacts import rules as data

    lines = {"newsfacts": version("newsfacts"), "spaCy": version("spacy"), "model": f"{pipeline.MODEL} {pipeline.model_version(pipeline.MODEL)}",
             "Python": sys.version.split()[0], "schema": SCHEMA, "data": data.data_digest(), "fingerprint": pipeline.fingerprint()}
    for name, value in lines.items():
        print(f"{name:<12} {value}")
    if "://" in options.kb or Path(options.kb).exists():
        with base(options.kb) as kb:
            print(f"{'base':<12} {kb.where}: " + ", ".join(f"{count} {name}" for name, count in kb.counts().items()))
    return 0
