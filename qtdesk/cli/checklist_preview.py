"""`checklist preview`: a list filled from a sample order, with all that comes of it.

Nothing is kept or recorded. What an order and a sample answer cannot tell stays open.
"""

import argparse
from pathlib import Path

from qtdesk import paths
from qtdesk.bootstrap.tables import open_tables
from qtdesk.cli.catalogue import Catalogue, language_of_system
from qtdesk.cli.context import Context
from qtdesk.cli.order_checks import check_as_json, print_standing
from qtdesk.cli.output import say, say_json
from qtdesk.core.checklists import Checklist
from qtdesk.core.checklists.samples import with_samples
from qtdesk.core.errors import ChecklistError
from qtdesk.core.lists_in_use import chosen
from qtdesk.core.living_phrases import local_time
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.checklist_yaml import read_checklist
from qtdesk.order_desk import open_order_checks, sample_order


def preview(asked: argparse.Namespace, context: Context) -> int:
    """Print a list as it stands with the sample order."""
    books = [source.path for source in context.library.sources()]
    settings = context.settings
    engine = open_order_checks(
        context.data, context.agent_data, lambda: settings, books=books
    )
    path = Path(asked.list)
    if path.exists():
        reading = engine.files.last if engine.files is not None else None
        lists = chosen(reading) if reading is not None else {}
        mine = _list_in(path, lists, context)
        engine.use({**lists, mine.id: mine}.values(), engine.rules, ())
        asked.list = mine.id
    language = settings.language
    language = language_of_system() if language == "auto" else language
    check = engine.begin(sample_order(), asked.list)
    check = with_samples(
        check,
        lambda now: engine.standing(now, language),
        engine.set,
        local_time(),
    )
    standing = engine.standing(check, language)
    if asked.json:
        say_json(check_as_json(check, standing))
        return 0
    catalogue = Catalogue(paths.resources() / "translations", language)
    name = check.checklist.name.said(language)
    say(f"{check.checklist.id} {name} ({check.checklist.version})")
    print_standing(catalogue, standing)
    return 0


def _list_in(path: Path, others: dict[str, Checklist], context: Context) -> Checklist:
    read = read_checklist(path, others, open_tables(context.data))
    if read.checklist is None:
        first = read.problems[0]
        raise ChecklistError(
            words(
                QT_TRANSLATE_NOOP("core", "{place} has a fault."),
                place=f"{first.file}:{first.line}",
            ),
            first.what,
            first.remedy,
        )
    return read.checklist
