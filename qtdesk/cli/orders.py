"""`order`: read an order, or a message of a buyer, from standard input; or check it.

The readable table hides what is private; JSON has everything and is for programs.
"""

import argparse
import json
import re
import sys
import unicodedata
from typing import Any

from qtdesk import paths
from qtdesk.bootstrap.on_request import open_order_reader
from qtdesk.cli.catalogue import Catalogue
from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, say, say_json
from qtdesk.core.orders import Field, OrderReader, Reading, Span
from qtdesk.core.orders.wording import field_words, flag_words
from qtdesk.core.orders.writing import masked
from qtdesk.core.settings import Settings

_USAGE = 2


def _declare(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    parse = actions.add_parser(
        "parse",
        help="print the fields of the order on standard input",
        description=(
            "Read an order from standard input and print its fields, what is doubtful, "
            "and what was not understood. Names, numbers and addresses are hidden in "
            "the table, and complete with --json."
        ),
        allow_abbrev=False,
    )
    parse.add_argument(
        "--json",
        action="store_true",
        help="one line of JSON, with the place of every field in the text",
    )
    parse.add_argument(
        "--lines",
        action="store_true",
        help="read many: each line is an order, as a JSON string",
    )
    parse.add_argument(
        "--language",
        metavar="L",
        choices=("auto", "en", "zh_CN"),
        help="of the table: en, zh_CN or auto; else that of the settings",
    )
    parse.set_defaults(run=_parse)
    _declare_check(
        actions.add_parser("check", help="check the order on standard input by a list")
    )


def _declare_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Read an order from standard input and check it by a list: verdicts, what to "
        "do, and the texts that come of it. Exit code 1 where something is in the way."
    )
    parser.add_argument(
        "--list", default="CL-01", metavar="ID", help="the checklist; else CL-01"
    )
    for option, what in (
        ("--answer", "an answer, as V18=顺丰; may be repeated"),
        ("--pass", "let an entry pass for a reason, as V10=known; may be repeated"),
    ):
        parser.add_argument(
            option,
            dest=option.strip("-") + "_",
            type=_pair,
            action="append",
            default=[],
            metavar="ENTRY=TEXT",
            help=what,
        )
    parser.add_argument("--preset", metavar="ID", help="answers of a preset, first")
    parser.add_argument(
        "--platform", default="", metavar="NAME", help="such as taobao; else any"
    )
    parser.add_argument("--courier", default="", help="the shop's usual courier")
    parser.add_argument(
        "--texts", action="store_true", help="print the texts in full, addresses too"
    )
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.add_argument(
        "--language",
        metavar="L",
        choices=("auto", "en", "zh_CN"),
        help="of the words: en, zh_CN or auto; else that of the settings",
    )
    parser.set_defaults(run=_check)


def _pair(written: str) -> tuple[str, str]:
    entry, sign, text = written.partition("=")
    if not entry or not sign:
        raise argparse.ArgumentTypeError("write it as ENTRY=TEXT")
    return entry, text


DECLARE = {"order": _declare}


def _check(asked: argparse.Namespace, context: Context) -> int:
    # Lists, rules and the agent's data, which reading alone has no use for.
    from qtdesk.cli.order_checks import check_order  # noqa: PLC0415

    return check_order(asked, context)


def _parse(asked: argparse.Namespace, context: Context) -> int:
    reader = open_order_reader(context.data)
    table = None if asked.json else _Table(_catalogue(asked.language, context))
    found = False
    for line in sys.stdin if asked.lines else [sys.stdin.read()]:
        text = _string(line) if asked.lines else line
        if text is None:
            complain("with --lines, each line is a JSON string")
            return _USAGE
        reading = reader.read(text)
        found = found or bool(reading.fields)
        if table is None:
            say_json(_as_json(reader, reading))
        else:
            table.print(reading)
    return 0 if found else 1


def _string(line: str) -> str | None:
    try:
        text = json.loads(line)
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def _catalogue(language: str | None, context: Context) -> Catalogue:
    if language is None:
        stored = Settings.from_stored(context.store.settings())
        language = stored.with_changes(context.options.changes).language
    return Catalogue(paths.resources() / "translations", language)


def _as_json(reader: OrderReader, reading: Reading) -> dict[str, Any]:
    return {
        "profile": reading.profile,
        "fields": [_field(field) for field in reading.fields],
        "flags": [str(flag) for flag in reading.flags],
        "left": [_place(reading, span) for span in reading.left],
        "regions_as_of": reader.regions.as_of,
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "value": field.value,
        "spans": field.spans,
        "implied": field.implied,
        "flags": [str(flag) for flag in field.flags],
    }


def _place(reading: Reading, span: Span) -> dict[str, Any]:
    return {"text": span.of(reading.text), "span": span}


class _Table:
    """One line a field, then one a doubt, then what is left over."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._tell = catalogue.tell

    def print(self, reading: Reading) -> None:
        rows = [
            (self._tell(field_words(field.name)), masked(field.name, field.value))
            for field in reading.fields
        ]
        widths = [_width(name) for name, _ in rows]
        for (name, value), width in zip(rows, widths, strict=True):
            say(name + " " * (max(widths) - width + 2) + value)
        for flag in reading.flags:
            say(f"! {self._tell(flag_words(flag))}")
        left = [span.of(reading.text) for span in reading.left]
        if left:
            say(f"? {re.sub('[0-9０-９]', '*', ' '.join(left))}")
        say()


def _width(text: str) -> int:
    """Columns on a terminal, where a Chinese character takes two."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
