"""`check`: faults of a phrasebook, and what a lead should look at."""

import argparse
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from qtdesk.bootstrap import open_finder
from qtdesk.cli.context import Context
from qtdesk.cli.lint import add_options, declare_lint, open_linter
from qtdesk.cli.output import counted, say, say_json
from qtdesk.core.book_check import BookCheck, Finding, Gravity
from qtdesk.core.phrases import Book, Problem
from qtdesk.core.search import SearchEngine
from qtdesk.formats import read_book_with_places
from qtdesk.formats.places import Places


class _Placed(NamedTuple):
    """A finding, and where it is to be mended."""

    finding: Finding
    file: str
    line: int

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        named = f" [{self.finding.phrase}]" if self.finding.phrase else ""
        word = f" “{self.finding.word}”" if self.finding.word else ""
        better = self.finding.better
        instead = "" if better is None else f" → “{better}”"
        return (
            f"{place}: {self.finding.gravity.word}:{named}{word}{instead}"
            f" {self.finding.what} {self.finding.remedy}".rstrip()
        )


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
    book, places = read_book_with_places(asked.path)
    linter = open_linter(asked, context)
    today = datetime.now().astimezone().date()
    check = BookCheck(linter, today, asked.platform)
    with tempfile.TemporaryDirectory() as folder:
        found = check.of_book(book, lambda book: _engine(book, Path(folder)))
        placed = sorted(
            (_placed(each, places, str(asked.path)) for each in found),
            key=lambda each: (each.file, each.line, -each.finding.gravity),
        )
    if asked.json:
        say_json(_as_json(book, placed))
    else:
        for problem in book.problems:
            say(problem)
        for each in placed:
            say(each)
        say(_summary(book, placed))
    limit = Gravity.WARNING if asked.strict else Gravity.FAULT
    bad = any(each.finding.gravity >= limit for each in placed)
    return 1 if book.problems or bad else 0


def _engine(book: Book, folder: Path) -> SearchEngine:
    """A search over this book alone, which leaves nothing behind."""
    finder = open_finder(folder)
    finder.take([book])
    return finder.engine


def _placed(finding: Finding, places: Places, path: str) -> _Placed:
    place = places.get(finding.phrase)
    if place is None:
        return _Placed(finding, path, 0)
    line = place.line_of(finding.text, finding.start)
    return _Placed(finding, place.file, line)


def _as_json(book: Book, placed: list[_Placed]) -> dict[str, object]:
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


def _finding(placed: _Placed) -> dict[str, str | int | None]:
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


def _summary(book: Book, placed: list[_Placed]) -> str:
    faults = len(book.problems) + _number(placed, Gravity.FAULT)
    warnings = _number(placed, Gravity.WARNING)
    found = counted(faults, "problem") if faults else "no problem"
    if warnings:
        found += f" and {counted(warnings, 'warning')}"
    summary = f"{found} in {counted(len(book.phrases), 'phrase')} of “{book.title}”"
    if any(problem.fatal for problem in book.problems):
        summary += "; it cannot be used"
    return summary


def _number(placed: list[_Placed], gravity: Gravity) -> int:
    return sum(each.finding.gravity is gravity for each in placed)
