"""Records as rows of a table for people: which columns, in which words.

The words are part of the format and no sentences of the program: a table is read by
somebody else's program, in the language it was asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from qtdesk.core.records import ItemVerdict, KeptRecord, Personal, Record, masked

LANGUAGES = ("en", "zh_CN")

_NOBODY = Personal()


class Column(NamedTuple):
    """A column and its title by language."""

    key: str
    titles: Mapping[str, str]
    width: int
    """In characters, for programs that want to be told."""
    own: bool = False
    """Whether its texts are made by us, so that nothing in them can be a formula."""


def _column(
    key: str, english: str, chinese: str, width: int, *, own: bool = False
) -> Column:
    return Column(key, {"en": english, "zh_CN": chinese}, width, own)


COLUMNS = (
    _column("day", "Day", "日期", 11, own=True),
    _column("time", "Time", "时间", 7, own=True),
    _column("order", "Order", "订单号", 24),
    _column("platform", "Platform", "平台", 10),
    _column("agent", "Agent", "客服", 10),
    _column("checklist", "Checklist", "核对清单", 10),
    _column("verdict", "Verdict", "结论", 12, own=True),
    _column("problems", "Items with a finding", "有问题的项目", 30),
    _column("outputs", "Texts given out", "已发文本", 16),
    _column("corrections", "Corrections", "更正次数", 9, own=True),
    _column("buyer", "Buyer", "买家昵称", 14),
    _column("recipient", "Recipient", "收件人", 10),
    _column("phone", "Phone", "电话", 16),
    _column("address", "Address", "地址", 30),
    _column("reasons", "Reasons for passing", "放行理由", 30),
    _column("note", "Note", "备注", 30),
    _column("uid", "Record", "记录编号", 34),
)

_VERDICTS = {
    "passed": {"en": "passed", "zh_CN": "通过"},
    "passed_with_warnings": {"en": "passed with warnings", "zh_CN": "通过（有提醒）"},
    "overridden": {"en": "passed by the agent", "zh_CN": "客服放行"},
    "stopped": {"en": "stopped", "zh_CN": "拦下"},
}
_ITEM_VERDICTS = {
    ItemVerdict.NOTE: {"en": "note", "zh_CN": "提示"},
    ItemVerdict.WARN: {"en": "warning", "zh_CN": "提醒"},
    ItemVerdict.STOP: {"en": "stop", "zh_CN": "拦下"},
}
_PASSED_ANYWAY = {"en": "passed anyway", "zh_CN": "已放行"}


def titles(language: str) -> list[str]:
    """The first row."""
    return [column.titles[language] for column in COLUMNS]


def rows(
    records: Iterable[KeptRecord], language: str, *, unmasked: bool
) -> Iterator[list[str]]:
    """One row for each record as it holds now, in the order of `COLUMNS`."""
    for kept in records:
        current = kept.current if unmasked else masked(kept.current)
        cells = cells_of(current, len(kept.corrections), language)
        yield [cells[column.key] for column in COLUMNS]


def cells_of(record: Record, corrections: int, language: str) -> dict[str, str]:
    """Column to text, for one record."""
    personal = record.personal or _NOBODY
    return {
        **_moment(record.made),
        "order": record.order,
        "platform": record.platform,
        "agent": record.agent,
        "checklist": f"{record.checklist} {record.checklist_version}".strip(),
        "verdict": _VERDICTS[record.verdict.value][language],
        "problems": "; ".join(_problems(record, language)),
        "outputs": ", ".join(each.output for each in record.outputs),
        "corrections": str(corrections),
        "buyer": personal.buyer,
        "recipient": personal.recipient,
        "phone": personal.phone,
        "address": personal.address,
        "reasons": "; ".join(f"{i}: {said}" for i, said in personal.reasons.items()),
        "note": personal.note,
        "uid": record.uid,
    }


def _moment(made: datetime) -> dict[str, str]:
    return {"day": made.date().isoformat(), "time": f"{made:%H:%M}"}


def _problems(record: Record, language: str) -> Iterator[str]:
    for item in record.items:
        if item.verdict in _ITEM_VERDICTS:
            said = [item.item, _ITEM_VERDICTS[item.verdict][language], *item.reasons]
            if item.overridden:
                said.append(f"({_PASSED_ANYWAY[language]})")
            yield " ".join(said)
