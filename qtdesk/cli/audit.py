"""`records audit`: a sample of order checks for a lead, or the figures of some days."""

import argparse
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.cli.record_lines import as_json, language_of, print_line

if TYPE_CHECKING:
    from qtdesk.core.audit import Period
    from qtdesk.core.records import KeptRecord

_ALL = 1_000_000
_WEEK = 7


def declare_audit(
    parser: argparse.ArgumentParser,
    day: Callable[[str], date],
    number: Callable[[str], int],
) -> None:
    """Declare what `records audit` takes; `day` and `number` read their answers."""
    parser.add_argument("--agent", default="", metavar="NAME", help="only this one's")
    parser.add_argument("--from", type=day, metavar="DAY", dest="first")
    parser.add_argument("--to", type=day, metavar="DAY", dest="last")
    parser.add_argument(
        "--sample",
        type=number,
        metavar="N",
        help="so many of each agent and day; without it, figures are told",
    )
    parser.add_argument("--by", choices=("day", "week"), default="day")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another one, another sample"
    )
    parser.add_argument(
        "--before", type=day, metavar="DAY", help="the same span from then, beside it"
    )
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="to .csv or .xlsx; is replaced"
    )
    parser.add_argument("--json", action="store_true", help="one JSON line each")
    parser.add_argument(
        "--unmasked", action="store_true", help="with names, phones and all texts"
    )
    parser.add_argument(
        "--language", choices=("en", "zh_CN"), help="as the program, if not given"
    )
    parser.set_defaults(run=_audit)


def _audit(asked: argparse.Namespace, context: Context) -> int:
    from qtdesk.core.audit import Period  # noqa: PLC0415 - only this needs it

    last = asked.last or datetime.now().astimezone().date()
    period = Period(asked.first or last - timedelta(days=_WEEK - 1), last)
    if asked.sample is None:
        return _figures(asked, context, period)
    return _sample(asked, context, period)


def _sample(asked: argparse.Namespace, context: Context, period: "Period") -> int:
    """Draws as the window does; what is in another sample already is left out."""
    from qtdesk.core.audit import TABLE, Draw, Every, drawn  # noqa: PLC0415 - as above
    from qtdesk.core.order_checks import ORDER_CHECK  # noqa: PLC0415 - the same

    every = Every(asked.by)
    draw = Draw(*period, asked.sample, asked.seed, every, asked.agent)
    rows = [row for row in context.rows.of(TABLE) if row.removed is None]
    names = {str(row.cells.get("record")): row.cells.get("sample") for row in rows}
    mine = {uid for uid, name in names.items() if name == draw.name}
    kept = {each.current.uid: each for each in _records(context, [period])}
    checks = (k.current for k in kept.values() if k.current.checklist == ORDER_CHECK)
    sample = [kept[r.uid] for r in drawn(checks, draw, names.keys() - mine, mine)]
    language = language_of(asked.language, context)
    if asked.csv is not None:
        from qtdesk.bootstrap import write_records  # noqa: PLC0415 - brings csv

        count = write_records(asked.csv, sample, language, unmasked=asked.unmasked)
        say(f"{counted(count, 'record')} in {asked.csv}")
    for each in sample if asked.csv is None else ():
        if asked.json:
            say_json(as_json(each, unmasked=asked.unmasked))
        else:
            print_line(each, language, unmasked=asked.unmasked)
    return 0 if sample else _nothing()


def _figures(asked: argparse.Namespace, context: Context, period: "Period") -> int:
    from qtdesk.core.audit import TABLE, figures_of  # noqa: PLC0415 - as above
    from qtdesk.core.audit import Period as Days  # noqa: PLC0415 - the same
    from qtdesk.core.audit.figures import COUNTED  # noqa: PLC0415 - the same

    # As those above.
    from qtdesk.core.audit.telling import ONLY_RECORDED, Ids, Teller  # noqa: PLC0415

    periods = [period]
    if asked.before is not None:
        length = period.last - period.first
        periods.append(Days(asked.before, asked.before + length))
    language, tables = language_of(asked.language, context), context.tables
    records = [kept.current for kept in _records(context, periods)]
    rows = {name: list(context.rows.of(name)) for name in COUNTED if name in tables}
    sheet = tables[TABLE]
    made = [figures_of(records, rows, sheet, p, asked.agent) for p in periods]
    told = list(Teller(Ids(), tables, language).lines(*made))
    compared = len(made) > 1
    if asked.csv is not None:
        from qtdesk.formats.figure_files import write_figures  # noqa: PLC0415 - brings csv

        count = write_figures(asked.csv, told, language, compared=compared)
        say(f"{counted(count, 'line')} in {asked.csv}")
        return 0 if told else _nothing()
    from qtdesk.core.audit.telling import cells  # noqa: PLC0415 - as above

    for each, line in zip(told, cells(told, language, compared=compared), strict=True):
        if asked.json:
            shares = {"now": each.now._asdict()}
            if compared:
                shares["before"] = each.before._asdict()
            say_json({"figure": each.figure, "what": each.what, **shares})
        else:
            say(*line)
    complain(ONLY_RECORDED.said(language))
    return 0 if told else _nothing()


def _records(context: Context, periods: "list[Period]") -> "tuple[KeptRecord, ...]":
    from qtdesk.core.ports.records import Question  # noqa: PLC0415 - as above

    first = min(each.first for each in periods)
    last = max(each.last for each in periods)
    found = context.records.find(Question(first=first, last=last, limit=_ALL))
    return found.records


def _nothing() -> int:
    complain("there is nothing of these days")
    return 1
