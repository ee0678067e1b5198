"""`check`: faults of a phrasebook, and what a lead should look at."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from qtdesk.bootstrap.on_request import engine_over, open_for_review
from qtdesk.cli.context import Context
from qtdesk.cli.lint import add_options, declare_lint, open_linter
from qtdesk.cli.output import counted, say, say_json
from qtdesk.core.book_check import BookCheck, Finding, Gravity, Placed
from qtdesk.core.phrases import Book, Problem
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.pictures import unused_pictures


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Look for faults in a phrasebook, and for what a lead should look at. The exit"
        " code is 1 where there is a fault, with --strict also for a warning."
    )
    parser.add_argument("path", type=Path, metavar="BOOK", help="a file or folder")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.add_argument(
        "--strict", action="store_true", help="take a warning for a fault"
    )
    add_options(parser)
    parser.set_defaults(run=_check)


DECLARE = {"check": _declare, "lint": declare_lint}


def _check(asked: argparse.Namespace, context: Context) -> int:
    opened = open_for_review(asked.path)
    book = opened.book
    linter = open_linter(asked, context)
    today = datetime.now().astimezone().date()
    check = BookCheck(linter, today, asked.platform)
    found = (
        *map(opened.place, check.of_book(book, engine_over)),
        *_unused(asked.path, book),
    )
    placed = sorted(
        found, key=lambda each: (each.file, each.line, -each.finding.gravity)
    )
    if asked.json:
        say_json(_as_json(book, placed))
    else:
        for problem in book.problems:
            say(problem)
        for each in placed:
            say(_line(each))
        say(_summary(book, placed))
    limit = Gravity.WARNING if asked.strict else Gravity.FAULT
    bad = any(each.finding.gravity >= limit for each in placed)
    return 1 if book.problems or bad else 0


def _unused(path: Path, book: Book) -> Iterator[Placed]:
    """Pictures that no phrase carries: forgotten, or their phrase was."""
    pictures = book.pictures()
    for file in unused_pictures(path, pictures) if pictures else ():
        finding = Finding(
            "unused-picture",
            Gravity.WARNING,
            words(QT_TRANSLATE_NOOP("core", "No phrase carries this picture.")),
            words(QT_TRANSLATE_NOOP("core", "Delete it, or name it in a phrase.")),
        )
        yield Placed(finding, str(file), 0)


def _line(placed: Placed) -> str:
    finding = placed.finding
    place = f"{placed.file}:{placed.line}" if placed.line else placed.file
    named = f" [{finding.phrase}]" if finding.phrase else ""
    word = f" “{finding.word}”" if finding.word else ""
    instead = "" if finding.better is None else f" → “{finding.better}”"
    return (
        f"{place}: {finding.gravity.word}:{named}{word}{instead}"
        f" {finding.what} {finding.remedy}".rstrip()
    )


def _as_json(book: Book, placed: list[Placed]) -> dict[str, object]:
    return {
        "id": book.id,
        "title": book.title,
        "version": book.version,
        "phrases": len(book.phrases),
        "problems": [_problem(problem) for problem in book.problems],
        "findings": [_finding(each) for each in placed],
    }


def _problem(problem: Problem) -> dict[str, str | int | bool]:
    return {
        "file": problem.file,
        "line": problem.line,
        "phrase": problem.phrase,
        "what": str(problem.what),
        "remedy": str(problem.remedy),
        "fatal": problem.fatal,
    }


def _finding(placed: Placed) -> dict[str, str | int | None]:
    finding = placed.finding
    return {
        "file": placed.file,
        "line": placed.line,
        "phrase": finding.phrase,
        "text": finding.text,
        "start": finding.start,
        "kind": finding.kind,
        "gravity": finding.gravity.word,
        "word": finding.word,
        "better": finding.better,
        "what": str(finding.what),
        "remedy": str(finding.remedy),
    }


def _summary(book: Book, placed: list[Placed]) -> str:
    faults = len(book.problems) + _number(placed, Gravity.FAULT)
    warnings = _number(placed, Gravity.WARNING)
    found = counted(faults, "problem") if faults else "no problem"
    if warnings:
        found += f" and {counted(warnings, 'warning')}"
    summary = f"{found} in {counted(len(book.phrases), 'phrase')} of “{book.title}”"
    if any(problem.fatal for problem in book.problems):
        summary += "; it cannot be used"
    return summary


def _number(placed: list[Placed], gravity: Gravity) -> int:
    return sum(each.finding.gravity is gravity for each in placed)
