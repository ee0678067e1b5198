"""Options that every command takes, wherever among the arguments they stand.

`python -m qtdesk` reads them with the same function before it knows whether a command
follows or the desk is to be opened.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qtdesk import __version__


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for this run only."""

    data_dir: Path | None = None
    """None for the system's place; see `qtdesk.paths.data_dir`."""
    books: tuple[Path, ...] = ()
    changes: dict[str, str] = field(default_factory=dict)
    """Settings, name to text; not yet checked."""


def parser() -> argparse.ArgumentParser:
    """The options alone, as a parent for the commands' parsers."""
    made = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    group = made.add_argument_group("options before or after any command")
    group.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="folder for settings, sources and recent phrases",
    )
    group.add_argument(
        "--book",
        type=Path,
        action="append",
        metavar="PATH",
        help="a phrasebook to use in this run, too; may be repeated",
    )
    group.add_argument(
        "--set",
        type=_change,
        action="append",
        metavar="KEY=VALUE",
        help="a setting for this run; may be repeated",
    )
    group.add_argument(
        "--hotkey",
        type=_hotkey,
        action="append",
        dest="set",
        metavar="COMBO",
        help="the same as --set hotkey=COMBO, such as ctrl+alt+j",
    )
    group.add_argument("--version", action="version", version=f"qtdesk {__version__}")
    return made


def split(arguments: Sequence[str], program: str) -> tuple[Options, list[str]]:
    """Take the options out of `arguments`; the rest keeps its order.

    Raises:
        SystemExit: an option is misused, or the version was asked for and printed.
    """
    arguments = list(arguments)
    end = arguments.index("--") if "--" in arguments else len(arguments)
    reader = parser()
    reader.prog = program
    found, rest = reader.parse_known_args(arguments[:end])
    options = Options(found.data_dir, tuple(found.book or ()), dict(found.set or ()))
    return options, rest + arguments[end:]


def _hotkey(text: str) -> tuple[str, str]:
    return "hotkey", text


def _change(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return name, value
