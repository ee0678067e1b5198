"""`check`, `sources`, `add` and `remove`: phrasebooks and where they come from."""

import argparse
from pathlib import Path

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.core.phrases import Book, Problem
from qtdesk.core.ports import Source
from qtdesk.formats import read_book
from qtdesk.ipc import NotRunningError


def _declare_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="BOOK", help="a file or folder")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.set_defaults(run=_check)


def _declare_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON line a source")
    parser.set_defaults(run=_sources)


def _declare_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="SOURCE", help="a file or folder")
    parser.set_defaults(run=_add)


def _declare_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="SOURCE", help="as `sources` has it")
    parser.set_defaults(run=_remove)


DECLARE = {
    "check": _declare_check,
    "sources": _declare_sources,
    "add": _declare_add,
    "remove": _declare_remove,
}


def _check(asked: argparse.Namespace, context: Context) -> int:
    del context
    book = read_book(asked.path)
    if asked.json:
        say_json(
            {
                "id": book.id,
                "title": book.title,
                "version": book.version,
                "phrases": len(book.phrases),
                "problems": [_as_json(problem) for problem in book.problems],
            }
        )
    else:
        for problem in book.problems:
            say(problem)
        say(_summary(book))
    return 1 if book.problems else 0


def _as_json(problem: Problem) -> dict[str, str | int | bool]:
    return {
        "file": problem.file,
        "line": problem.line,
        "phrase": problem.phrase,
        "what": str(problem.what),
        "remedy": str(problem.remedy),
        "fatal": problem.fatal,
    }


def _summary(book: Book) -> str:
    found = counted(len(book.problems), "problem") if book.problems else "no problem"
    summary = f"{found} in {counted(len(book.phrases), 'phrase')} of “{book.title}”"
    if any(problem.fatal for problem in book.problems):
        summary += "; it cannot be used"
    return summary


def _sources(asked: argparse.Namespace, context: Context) -> int:
    for source in context.library.sources():
        reading = context.library.read(source)
        book = reading.book or context.library.last_good(source)
        problems = reading.problems or (book.problems if book else ())
        if asked.json:
            say_json(
                {
                    "path": source.path,
                    "title": book.title if book else "",
                    "version": book.version if book else "",
                    "phrases": len(book.phrases) if book else 0,
                    "problems": len(problems),
                    "in_use": book is not None,
                }
            )
        else:
            _print_source(source, book, problems)
    return 0


def _print_source(
    source: Source, book: Book | None, problems: tuple[Problem, ...]
) -> None:
    count = counted(len(problems), "problem")
    if book is None:
        say(source.path, "not in use", count)
        for problem in problems:
            complain(problem)
        return
    say(source.path, book.title, counted(len(book.phrases), "phrase"), count)


def _add(asked: argparse.Namespace, context: Context) -> int:
    path = _whole(asked.path)
    try:
        context.ask({"do": "add_source", "path": path})
    except NotRunningError:
        context.library.add(path)
    if not Path(path).exists():
        complain(f"{path} is not there now; it is used as soon as it can be read")
    return 0


def _remove(asked: argparse.Namespace, context: Context) -> int:
    path = _whole(asked.path)
    source = Source(path)
    found = [known for known in context.library.sources() if known == source]
    if not found:
        complain(f"{path} is not a source")
        return 1
    if found[0].sample:
        complain(f"{path} is a sample; it goes when you add a phrasebook of your own")
        return 1
    try:
        context.ask({"do": "remove_source", "path": path})
    except NotRunningError:
        context.library.remove(source)
    return 0


def _whole(path: Path) -> str:
    """As the running instance must see it, which is in another folder."""
    return str(path.expanduser().absolute())
