"""Entry of the command line: reads arguments, runs one command, gives an exit code.

Loads the modules of that one command only, and never Qt.
"""

# ruff: noqa: PLC0415 - a command loads what it needs and nothing else

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from qtdesk.cli import options
from qtdesk.cli.context import Context
from qtdesk.cli.output import complain
from qtdesk.core.errors import QtdeskError, SettingsError
from qtdesk.ipc import NotRunningError

PROGRAM = "qtdesk-cli"

OK = 0
FINDINGS = 1
USAGE = 2
NOT_RUNNING = 3
CANNOT = 4
INTERRUPTED = 130

_EPILOG = """\
exit codes:
  0  done
  1  nothing matches, or something was found wrong
  2  the command is not written as it should be
  3  qtdesk is not running
  4  it cannot be done; the reason is printed
"""

_COMMANDS = {
    "list": "print all phrases",
    "search": "find phrases",
    "copy": "put a phrase on the clipboard",
    "phrases": "phrases of your own: write them to a file",
    "order": "read an order or a buyer's message, or check it by a list",
    "checklist": "print checklists, or look for faults in one",
    "check": "look for faults in a phrasebook",
    "lint": "look for what is not said to buyers",
    "sources": "print the places that phrasebooks are read from",
    "add": "use a phrasebook",
    "remove": "use a phrasebook no more",
    "records": "records of order checks: find, export, forget",
    "tables": "the shop's tables: show, export, import",
    "settings": "print or change settings",
    "backup": "make a backup of settings, sources and recent phrases",
    "restore": "put a backup in place, or list them",
    "store": "check, export or import settings, sources and recent phrases",
    "updates": "ask whether there is a newer release; installs nothing",
    "show": "open the quick panel of the running qtdesk",
    "status": "print what the running qtdesk is doing",
    "quit": "end the running qtdesk",
    "doctor": "tell what works on this desktop, and why not",
}

Declare = Callable[[argparse.ArgumentParser], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments`, those of the process by default.

    Raises:
        SystemExit: the arguments are misused, or help was asked for and printed.
    """
    _speak_unicode()
    given, rest = options.split(
        sys.argv[1:] if arguments is None else arguments, PROGRAM
    )
    asked = _parser(rest).parse_args(rest)
    try:
        with contextlib.closing(Context(given)) as context:
            code: int = asked.run(asked, context)
    except QtdeskError as error:
        complain(error)
        return _code_of(error)
    except BrokenPipeError:
        # Whoever reads us has seen enough. Nothing may be left to be flushed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _code_of(error: QtdeskError) -> int:
    if isinstance(error, SettingsError):
        return USAGE
    return NOT_RUNNING if isinstance(error, NotRunningError) else CANNOT


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    common = options.parser()
    parser = argparse.ArgumentParser(
        PROGRAM,
        description="Phrasebook of customer-service agents, from the command line.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, what in _COMMANDS.items():
        made = commands.add_parser(
            name,
            help=what,
            description=what.capitalize() + ".",
            parents=[common],
            allow_abbrev=False,
        )
        if name in arguments:
            _declarations(name)[name](made)
    return parser


def _declarations(  # noqa: C901 - one case for each group
    command: str,
) -> Mapping[str, Declare]:
    """The group of commands that `command` belongs to."""
    match command:
        case "list" | "search" | "copy" | "phrases":
            from qtdesk.cli.phrases import DECLARE
        case "check" | "lint":
            from qtdesk.cli.check import DECLARE
        case "sources" | "add" | "remove":
            from qtdesk.cli.books import DECLARE
        case "records":
            from qtdesk.cli.records import DECLARE
        case "tables":
            from qtdesk.cli.tables import DECLARE
        case "order":
            from qtdesk.cli.orders import DECLARE
        case "checklist":
            from qtdesk.cli.checklists import DECLARE
        case "settings":
            from qtdesk.cli.settings import DECLARE
        case "backup" | "restore" | "store":
            from qtdesk.cli.store import DECLARE
        case "updates":
            from qtdesk.cli.updates import DECLARE
        case "doctor":
            from qtdesk.cli.doctor import DECLARE
        case _:
            from qtdesk.cli.running import DECLARE
    return DECLARE


def _speak_unicode() -> None:
    """Phrases in any script, into any pipe, also where the system thinks in one."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
