"""`tables`: the shop's tables, their rows, and sheets of them in and out.

Whoever reads over the shoulder learns no names: they are masked unless asked for.
"""

import argparse
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.cli.record_lines import language_of
from qtdesk.core.errors import AnswerError, StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from qtdesk.core.ports.tables import Rows
    from qtdesk.core.tables import Row, RowQuestion, Table

_ALL = 1_000_000


def _declare(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="print all tables", allow_abbrev=False)
    _declare_view(listing, "one JSON line a table", masking=False)
    listing.set_defaults(run=_list)
    columns = actions.add_parser(
        "columns", help="print the columns of a table", allow_abbrev=False
    )
    columns.add_argument("table", metavar="TABLE", help="such as returns")
    _declare_view(columns, "one JSON line a column", masking=False)
    columns.set_defaults(run=_columns)
    showing = actions.add_parser("show", help="print rows", allow_abbrev=False)
    _declare_question(showing)
    showing.add_argument("--limit", type=_limit, default=50, metavar="N")
    _declare_view(showing, "one JSON line a row")
    showing.set_defaults(run=_show)
    exporting = actions.add_parser("export", help="rows as a sheet", allow_abbrev=False)
    _declare_question(exporting)
    exporting.add_argument(
        "path", type=Path, metavar="FILE", help="ends in .csv or .xlsx; is replaced"
    )
    _declare_view(exporting, "one JSON line on what was written")
    exporting.set_defaults(run=_export)
    importing = actions.add_parser(
        "import", help="what a sheet would do, and do it", allow_abbrev=False
    )
    importing.add_argument("table", metavar="TABLE", help="such as returns")
    importing.add_argument(
        "path", type=Path, metavar="FILE", help="ends in .csv or .xlsx"
    )
    importing.add_argument("--yes", action="store_true", help="do it, too")
    _declare_view(importing, "one line of JSON", masking=False)
    importing.set_defaults(run=_import)


def _declare_question(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("table", metavar="TABLE", help="such as returns")
    parser.add_argument("--text", default="", metavar="WORDS", help="in any column")
    parser.add_argument("--from", type=_day, metavar="DAY", dest="first")
    parser.add_argument("--to", type=_day, metavar="DAY", dest="last")
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="COLUMN=ANSWER",
        help="one answer of a choice, or yes or no of a tick; may be repeated",
    )
    parser.add_argument("--sort", default="day", metavar="COLUMN")
    parser.add_argument("--ascending", action="store_true", help="the smallest first")


def _declare_view(
    parser: argparse.ArgumentParser, json: str, *, masking: bool = True
) -> None:
    parser.add_argument("--json", action="store_true", help=json)
    if masking:
        parser.add_argument(
            "--unmasked", action="store_true", help="with names and all texts"
        )
    parser.add_argument(
        "--language", choices=("en", "zh_CN"), help="as the program, if not given"
    )


DECLARE = {"tables": _declare}


def _list(asked: argparse.Namespace, context: Context) -> int:
    language = language_of(asked.language, context)
    for table in context.tables.values():
        count = sum(row.removed is None for row in _rows(table, context).of(table.id))
        if asked.json:
            name = table.name._asdict()
            say_json({"id": table.id, "name": name, "rows": count})
        else:
            say(table.id, table.name.said(language), counted(count, "row"))
    return 0


def _columns(asked: argparse.Namespace, context: Context) -> int:
    language = language_of(asked.language, context)
    for column in _table(asked, context).columns:
        answers = [option.id for option in column.options]
        if asked.json:
            told = {"id": column.id, "type": column.type.value}
            private = column.private.value if column.private else None
            say_json({**told, "answers": answers, "private": private})
        else:
            kind = column.type.value + (" *" if column.required else "")
            say(column.id, kind, column.label.said(language), " ".join(answers))
    return 0


def _show(asked: argparse.Namespace, context: Context) -> int:
    # Only the rows themselves need it.
    from qtdesk.core.tables import fields_of_row, found_among, masked  # noqa: PLC0415
    from qtdesk.core.tables.columns import lines  # noqa: PLC0415 - tables are no start's

    table = _table(asked, context)
    question = _question(asked, table, asked.limit)
    rows = _rows(table, context).of(table.id, question.first, question.last)
    found = found_among(rows, table, question)
    shown = [row if asked.unmasked else masked(row, table) for row in found.rows]
    if asked.json:
        for row in shown:
            say_json({"table": table.id, **fields_of_row(row)})
    else:
        for line in lines(shown, table, language_of(asked.language, context)):
            say(*(" ".join(cell.split()) or "-" for cell in line))
    if found.total > len(shown):
        complain(f"{len(shown)} of {counted(found.total, 'row')}; see --limit")
    return 0 if shown else _nothing()


def _export(asked: argparse.Namespace, context: Context) -> int:
    from qtdesk.core.tables import found_among, masked  # noqa: PLC0415 - as above
    from qtdesk.formats.table_files import write_rows  # noqa: PLC0415 - brings csv

    table = _table(asked, context)
    question = _question(asked, table, _ALL)
    rows = _rows(table, context).of(table.id, question.first, question.last)
    found: list[Row] = [
        row if asked.unmasked else masked(row, table, words_too=True)
        for row in found_among(rows, table, question).rows
    ]
    language = language_of(asked.language, context)
    count = write_rows(asked.path, table, found, language)
    if asked.json:
        told = {"rows": count, "file": str(asked.path.absolute())}
        say_json({**told, "masked": not asked.unmasked})
    else:
        say(f"{counted(count, 'row')} in {asked.path}")
    return 0 if count else _nothing()


def _import(asked: argparse.Namespace, context: Context) -> int:
    from qtdesk.core.tables.importing import Importer  # noqa: PLC0415 - as above
    from qtdesk.core.tables.retention import kept_on  # noqa: PLC0415 - as above
    from qtdesk.formats.sheet_reading import read_sheet  # noqa: PLC0415 - brings csv

    table, now = _table(asked, context), datetime.now().astimezone()
    settings = context.settings
    days = int(settings.records_personal_days)
    kept = kept_on(now.date(), {table.id: table}, days)
    agent = settings.agent or settings.sign
    language = language_of(asked.language, context)
    rows = _rows(table, context)
    importer = Importer(table, now, agent, kept, language)
    plan = importer.plan(read_sheet(asked.path), rows.of(table.id))
    if asked.yes:
        rows.put(plan.rows)
    if asked.json:
        say_json(
            {
                "new": len(plan.new),
                "changed": len(plan.changed),
                "same": plan.same,
                "refused": [
                    {"line": each.line, "why": str(each.why), "hint": str(each.hint)}
                    for each in plan.refused
                ],
                "unknown_columns": plan.unknown,
                "done": asked.yes,
            }
        )
    else:
        say("new", len(plan.new))
        say("changed", len(plan.changed))
        say("there already", plan.same)
        for title in plan.unknown:
            say("no such column", title)
        for each in plan.refused:
            say(f"line {each.line}: {each.why} {each.hint}")
        if not asked.yes:
            complain("nothing was written; say --yes to do it")
    return 1 if plan.refused else 0


def _question(asked: argparse.Namespace, table: "Table", limit: int) -> "RowQuestion":
    from qtdesk.core.tables import AGENT, DAY, RowQuestion  # noqa: PLC0415 - as above

    known = (DAY, AGENT, *table.by_id)
    chosen: dict[str, str] = {}
    for each in asked.where:
        column, _, answer = each.partition("=")
        chosen[_one_of(column, table.by_id)] = answer
    return RowQuestion(
        table.id,
        asked.text,
        asked.first,
        asked.last,
        chosen,
        _one_of(asked.sort, dict.fromkeys(known)),
        not asked.ascending,
        limit,
    )


def _one_of(name: str, known: Mapping[str, object]) -> str:
    if name in known:
        return name
    raise AnswerError(
        words(
            QT_TRANSLATE_NOOP("core", "That table has no column “{what}”."), what=name
        ),
        hint=words(
            QT_TRANSLATE_NOOP("core", "One of these: {known}."), known=", ".join(known)
        ),
    )


def _table(asked: argparse.Namespace, context: Context) -> "Table":
    table = context.tables.get(asked.table)
    if table is None:
        raise StoreError(
            words(
                QT_TRANSLATE_NOOP("core", "There is no table “{what}”."),
                what=asked.table,
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "One of these: {known}."),
                known=", ".join(context.tables),
            ),
        )
    return table


def _rows(table: "Table", context: Context) -> "Rows":
    return context.lasting_rows if table.lasting else context.rows


def _nothing() -> int:
    complain("there is no such row")
    return 1


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _limit(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
