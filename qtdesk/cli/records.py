"""`records`: find, print, export and forget records of order checks.

Whoever reads over the shoulder learns no names: they are masked unless asked for.
"""

import argparse
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from qtdesk.cli.audit import declare_audit
from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.cli.record_lines import as_json, language_of, print_line, print_whole
from qtdesk.core.ports.records import MonthState, Question, Removed
from qtdesk.core.record_reading import forget_order
from qtdesk.core.records import KeptRecord

_NOT_REACHED = "files you exported, and backups that other programs made, are not ours"


def _declare(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    _declare_list(actions.add_parser("list", help="find records", allow_abbrev=False))
    _declare_show(
        actions.add_parser("show", help="print all of one order", allow_abbrev=False)
    )
    _declare_export(
        actions.add_parser("export", help="a month as a table", allow_abbrev=False)
    )
    _declare_forget(
        actions.add_parser(
            "forget", help="take an order out of every file", allow_abbrev=False
        )
    )
    auditing = actions.add_parser(
        "audit", help="a sample for a lead, or figures", allow_abbrev=False
    )
    declare_audit(auditing, _day, _limit)
    checking = actions.add_parser(
        "check", help="whether every month can be read", allow_abbrev=False
    )
    checking.add_argument("--json", action="store_true", help="one JSON line a month")
    checking.set_defaults(run=_check)
    mending = actions.add_parser(
        "mend", help="add what only a backup has", allow_abbrev=False
    )
    mending.add_argument("--json", action="store_true", help="one line of JSON")
    mending.set_defaults(run=_mend)


def _declare_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--order", default="", metavar="N", help="its number, or the end of it"
    )
    parser.add_argument(
        "--buyer", default="", metavar="NAME", help="the whole name on the platform"
    )
    parser.add_argument("--day", type=_day, metavar="DAY", help="such as 2026-10-31")
    parser.add_argument("--from", type=_day, metavar="DAY", dest="first")
    parser.add_argument("--to", type=_day, metavar="DAY", dest="last")
    parser.add_argument("--limit", type=_limit, default=50, metavar="N")
    _declare_view(parser, "one JSON line a record")
    parser.set_defaults(run=_list)


def _declare_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("order", metavar="ORDER", help="its number, or a record's name")
    _declare_view(parser, "one JSON line a record")
    parser.set_defaults(run=_show)


def _declare_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("month", type=_month, metavar="MONTH", help="such as 2026-10")
    parser.add_argument(
        "path", type=Path, metavar="FILE", help="ends in .csv or .xlsx; is replaced"
    )
    _declare_view(parser, "one JSON line on what was written")
    parser.set_defaults(run=_export)


def _declare_forget(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("order", nargs="?", metavar="ORDER", help="its whole number")
    what.add_argument(
        "--older-than",
        type=_limit,
        metavar="DAYS",
        help="only what is personal, of all records older than that",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.set_defaults(run=_forget, misused=parser.error)


def _declare_view(parser: argparse.ArgumentParser, json: str) -> None:
    parser.add_argument("--json", action="store_true", help=json)
    parser.add_argument(
        "--unmasked", action="store_true", help="with names, phones and all texts"
    )
    parser.add_argument(
        "--language", choices=("en", "zh_CN"), help="as the program, if not given"
    )


DECLARE = {"records": _declare}


def _list(asked: argparse.Namespace, context: Context) -> int:
    first, last = asked.day or asked.first, asked.day or asked.last
    question = Question(asked.order, asked.buyer, first, last, asked.limit)
    _look_through(context)
    answer = context.records.find(question)
    _print(answer.records, asked, context)
    if answer.more:
        complain(f"more than {counted(len(answer.records), 'record')}; see --limit")
    return 0 if answer.records else _nothing()


def _show(asked: argparse.Namespace, context: Context) -> int:
    _look_through(context)
    named = context.records.get(asked.order)
    found = (named,) if named else context.records.find(Question(asked.order)).records
    _print(found, asked, context, whole=True)
    return 0 if found else _nothing()


def _export(asked: argparse.Namespace, context: Context) -> int:
    # Brings csv along, and perhaps what writes XLSX.
    from qtdesk.bootstrap import write_records  # noqa: PLC0415

    _look_through(context)
    records = context.records.of_month(*asked.month)
    language = language_of(asked.language, context)
    count = write_records(asked.path, records, language, unmasked=asked.unmasked)
    if asked.json:
        told = {"records": count, "file": str(asked.path.absolute())}
        say_json({**told, "masked": not asked.unmasked})
    else:
        say(f"{counted(count, 'record')} in {asked.path}")
    return 0 if count else _nothing()


def _forget(asked: argparse.Namespace, context: Context) -> int:
    if asked.order == "":
        asked.misused("ORDER is empty")
    if not asked.yes and not _is_sure(asked):
        return 1
    if asked.older_than is None:
        removed = forget_order(asked.order, context.records, context.rows)
    else:
        before = _today() - timedelta(days=asked.older_than)
        removed = context.records.expire(before)
    if asked.json:
        say_json(_removed(removed))
    else:
        _print_removed(removed)
    if removed.out_of_reach:
        complain(
            f"a newer qtdesk wrote {', '.join(removed.out_of_reach)}; forget it there"
        )
        return 4
    return 0 if removed.files or removed.rows else _nothing()


def _is_sure(asked: argparse.Namespace) -> bool:
    if not sys.stdin.isatty():
        asked.misused("nobody is there to be asked; say --yes")
    print("This cannot be undone. Go on? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes", "是"}


def _print_removed(removed: Removed) -> None:
    say("records", removed.records)
    say("corrections", removed.corrections)
    if removed.mentions:
        say("other records that named it", removed.mentions)
    if removed.rows:
        say("rows of tables that named it", removed.rows)
    if removed.damaged:
        say("damaged pieces", removed.damaged)
    say("files written anew", removed.files)
    complain(_NOT_REACHED)


def _removed(removed: Removed) -> dict[str, Any]:
    return {
        "records": removed.records,
        "corrections": removed.corrections,
        "mentions": removed.mentions,
        "rows": removed.rows,
        "damaged": removed.damaged,
        "files": removed.files,
        "out_of_reach": removed.out_of_reach,
    }


def _check(asked: argparse.Namespace, context: Context) -> int:
    months = context.records.months()
    for month in months:
        if asked.json:
            say_json(_state(month))
        else:
            say(month.month, counted(month.records, "record"), ", ".join(_said(month)))
    return 0 if all(month.sound for month in months) else 1


def _mend(asked: argparse.Namespace, context: Context) -> int:
    count = context.records.mend()
    if asked.json:
        say_json({"added": count})
    else:
        say("records and corrections added", count)
    return 0


def _state(month: MonthState) -> dict[str, Any]:
    return {name: getattr(month, name) for name in (*MonthState.__slots__, "sound")}


def _said(month: MonthState) -> list[str]:
    said = {
        "sealed": month.sealed,
        "the seal does not fit": month.altered,
        f"{counted(month.damaged, 'damaged piece')}": month.damaged,
        f"{counted(month.missing, 'missing line')}": month.missing,
        "from a newer qtdesk": month.newer,
        "the file is gone": month.lost,
    }
    return [words for words, so in said.items() if so] or ["open"]


def _print(
    records: tuple[KeptRecord, ...],
    asked: argparse.Namespace,
    context: Context,
    *,
    whole: bool = False,
) -> None:
    if asked.json:
        for kept in records:
            say_json(as_json(kept, unmasked=asked.unmasked))
        return
    language = language_of(asked.language, context)
    show = print_whole if whole else print_line
    for kept in records:
        show(kept, language, unmasked=asked.unmasked)


def _look_through(context: Context) -> None:
    """Tell of a reading that takes its time; only to somebody who watches."""
    told = -1

    def watch(done: int, total: int) -> bool:
        nonlocal told
        percent = done * 100 // max(1, total)
        if sys.stderr.isatty() and percent // 10 != told and total > 1 << 24:
            told = percent // 10
            complain(f"reading records, {percent} %")
        return True

    context.records.look_through(watch)


def _nothing() -> int:
    complain("there is no such record")
    return 1


def _today() -> date:
    return datetime.now().astimezone().date()


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _month(text: str) -> tuple[int, int]:
    day = date.fromisoformat(f"{text}-01")
    return day.year, day.month


def _limit(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
