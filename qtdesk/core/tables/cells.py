"""What a cell holds: from what people write, from a check, and as people read it.

Takes what people and their spreadsheets write, "12元" and "2026/11/5" too; what fits
no cell of the column is refused in words.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import assert_never

from qtdesk.core.checklists.values import (
    CHINA,
    Value,
    moment_from,
    number_from,
    shown,
)
from qtdesk.core.errors import AnswerError
from qtdesk.core.records import plain
from qtdesk.core.tables.row import Cell
from qtdesk.core.tables.table import Column, ColumnType
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

LONGEST = 4_000
"""Characters of one cell."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_YES = frozenset(
    map(plain, ("是", "有", "已", "对", "yes", "true", "1", "y", "√", "✓"))
)
_NO = frozenset(
    map(plain, ("否", "无", "没有", "未", "no", "false", "0", "n", "×", "✗"))
)


def cell_from(
    column: Column, text: str, now: datetime, language: str = "zh_CN"
) -> Cell | None:
    """The cell that `text` means in `column`; None for an empty one.

    `language` is that of the agent, in which an error names the column.

    Raises:
        AnswerError: it means none.
    """
    text = _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not text:
        return None
    if column.type is ColumnType.TEXT and len(text) > LONGEST:
        raise _too_long(column, language)
    if column.type is ColumnType.TICK and plain(text) in _NO:
        return None
    found = _read(column, text, now)
    if found is None:
        raise _no_cell(column, language)
    return found


def _read(column: Column, text: str, now: datetime) -> Cell | None:
    match column.type:
        case ColumnType.TEXT:
            return text
        case ColumnType.CHOICE:
            return _option(column, text)
        case ColumnType.TICK:
            return True if plain(text) in _YES else None
        case ColumnType.MONEY | ColumnType.NUMBER:
            return number_from(text)
        case ColumnType.DATE | ColumnType.DATETIME:
            moment = moment_from(text, now)
            is_day = column.type is ColumnType.DATE
            return moment.astimezone(CHINA).date() if moment and is_day else moment
    assert_never(column.type)


def cell_of(column: Column, value: Value) -> Cell | None:  # noqa: PLR0911 - one for each kind
    """What a check's `value` is in `column`; None where it is nothing that fits.

    A choice takes any text: what a list offers of its own is worth keeping.
    """
    if value is None or value in ("", (), False):
        return None
    match column.type:
        case ColumnType.TEXT | ColumnType.CHOICE:
            return _UNFIT.sub("", shown(value))[:LONGEST].strip() or None
        case ColumnType.TICK:
            return True
        case ColumnType.MONEY | ColumnType.NUMBER:
            if isinstance(value, Decimal):
                return value
            return number_from(value) if isinstance(value, str) else None
        case ColumnType.DATE:
            if isinstance(value, datetime):
                return value.astimezone(CHINA).date()
            return value if isinstance(value, date) else None
        case ColumnType.DATETIME:
            if isinstance(value, datetime):
                return value
            return _midnight(value) if isinstance(value, date) else None
    assert_never(column.type)


def text_of(column: Column, cell: Cell | None, language: str) -> str:
    """`cell` as people read it, and as `cell_from` takes it back."""
    if cell is None or cell is False:
        return ""
    if isinstance(cell, bool):
        return "yes" if _is_english(language) else "是"
    if isinstance(cell, str):
        option = column.option(cell)
        return option.label.said(language) if option is not None else cell
    if isinstance(cell, datetime):
        return f"{cell.astimezone(CHINA):%Y-%m-%d %H:%M}"
    return cell.isoformat() if isinstance(cell, date) else f"{cell:f}"


def usual_cell(column: Column, now: datetime) -> Cell | None:
    """What a new row begins with in `column`; None for nothing."""
    if column.usual == "today":
        return now.astimezone(CHINA).date()
    return cell_from(column, column.usual, now)


def _option(column: Column, text: str) -> str | None:
    said = plain(text)
    for option in column.options:
        if said in (plain(option.id), plain(option.label.zh), plain(option.label.en)):
            return option.id
    return None


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=CHINA)


def _is_english(language: str) -> bool:
    return language.casefold().startswith("en")


def _no_cell(column: Column, language: str) -> AnswerError:
    """Without the text, which may be private."""
    label = column.label.said(language)
    if column.type is ColumnType.CHOICE:
        offered = ", ".join(each.label.said(language) for each in column.options)
        hint = words(QT_TRANSLATE_NOOP("core", "One of these: {known}."), known=offered)
    else:
        hint = words(_EXAMPLES[column.type])
    return AnswerError(
        words(QT_TRANSLATE_NOOP("core", "This does not fit “{column}”."), column=label),
        hint=hint,
    )


_EXAMPLES = {
    ColumnType.TICK: QT_TRANSLATE_NOOP("core", "Write yes or no."),
    ColumnType.MONEY: QT_TRANSLATE_NOOP("core", "Write an amount such as 12.50."),
    ColumnType.NUMBER: QT_TRANSLATE_NOOP("core", "Write a number."),
    ColumnType.DATE: QT_TRANSLATE_NOOP("core", "Write a day such as 2026-11-22."),
    ColumnType.DATETIME: QT_TRANSLATE_NOOP(
        "core", "Write day and time, such as 2026-11-22 15:20."
    ),
}


def _too_long(column: Column, language: str) -> AnswerError:
    return AnswerError(
        words(
            QT_TRANSLATE_NOOP("core", "“{column}” holds {most} characters at most."),
            column=column.label.said(language),
            most=LONGEST,
        ),
        hint=words(QT_TRANSLATE_NOOP("core", "Shorten it.")),
    )
