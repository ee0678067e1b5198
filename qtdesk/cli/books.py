"""`sources`, `add` and `remove`: where phrasebooks come from."""

import argparse
from pathlib import Path

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.core.phrases import Book, Problem
from qtdesk.core.ports import Source
from qtdesk.ipc import NotRunningError


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
    "sources": _declare_sources,
    "add": _declare_add,
    "remove": _declare_remove,
}


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
