"""`phrases export`: the agent's own phrases as a book."""

import argparse
from pathlib import Path

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say
from qtdesk.core.living_phrases import local_time


def declare_own(parser: argparse.ArgumentParser) -> None:
    """Declare `phrases` with what it can do."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    export = actions.add_parser(
        "export",
        help="write them to a file, as a phrasebook",
        description="Write all phrases of your own to a file, as a phrasebook.",
        allow_abbrev=False,
    )
    export.add_argument(
        "path", type=Path, metavar="FILE", help="its name is the id of the book"
    )
    export.set_defaults(run=_export)


def _export(asked: argparse.Namespace, context: Context) -> int:
    own, shelf = context.own, context.shelf
    if not own.kept:
        complain("there is no phrase of your own")
        return 1
    # Beside this command nobody needs it.
    from qtdesk.bootstrap.own_books import export_own_phrases  # noqa: PLC0415

    path = asked.path.expanduser().absolute()
    phrases, today = tuple(own.all()), local_time().date()
    count = export_own_phrases(path, phrases, own.locale, shelf.stages(), today)
    say(path, counted(count, "phrase"))
    return 0
