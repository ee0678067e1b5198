"""Marks that the record of an order check answers by itself, and how it knows.

Only what is beyond doubt: all else is for the lead, who may overrule these, too.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from qtdesk.core.checklists.texts import Text
from qtdesk.core.records import ItemResult, ItemVerdict, OutputTarget, Record, Verdict

MET, MISSED, NA = "met", "missed", "na"
_CONFIRMATIONS = frozenset({"confirm", "confirm_address", "confirm_masked"})
_NOTED = frozenset({"remark_cj", "remark_zp"})
"""Remarks of a refund and of a gift."""
_WISHES, _ANSWERED, _SHIPS = "V21", "V28", "V25"
_NOT_NOTED = "adjust_not_noted"


class Known(NamedTuple):
    """An answer, and from what it follows."""

    answer: str
    how: Text


def known_of(record: Record) -> dict[str, Known]:
    """Id of a mark to what `record` says of it."""
    found = {mark: look(record) for mark, look in _LOOKS.items()}
    return {mark: known for mark, known in found.items() if known is not None}


def _confirmed_first(record: Record) -> Known | None:
    given = {each.output for each in record.outputs}
    if given & _CONFIRMATIONS:
        return Known(MET, Text("核对文本已发", "The confirmation was given out"))
    if record.verdict is Verdict.STOPPED:
        return Known(NA, Text("这单拦下了", "The order was stopped"))
    return Known(MISSED, Text("记录里没有发核对文本", "The record has no confirmation"))


def _answer_seen(record: Record) -> Known | None:
    item = _item(record, _ANSWERED)
    if item is None:
        return None
    if item.answer == "yes":
        return Known(MET, Text("选了“已确认”", "“Agreed” was chosen"))
    if item.answer == "waiting":
        return Known(
            MISSED, Text("完成时买家还没回复", "It ended before the buyer answered")
        )
    return None


def _wishes_handled(record: Record) -> Known | None:
    wishes = list(_items(record, _WISHES))
    if not any(wish.verdict is not ItemVerdict.NOT_ASKED for wish in wishes):
        return Known(NA, Text("没有留言", "There is no message"))
    if all(wish.answer == "yes" for wish in wishes):
        return Known(MET, Text("每句都打了勾", "Each sentence is ticked"))
    return Known(MISSED, Text("有的句子没打勾", "A sentence is not ticked"))


def _remark_complete(record: Record) -> Known | None:
    if any(each.target is OutputTarget.REMARK for each in record.outputs):
        return Known(
            MET, Text("备注由程序按格式写", "The remark was made in the shop's form")
        )
    return None


def _promise_recorded(record: Record) -> Known | None:
    if any(_NOT_NOTED in item.reasons for item in record.items):
        return Known(
            MISSED,
            Text("有补差，没有备注", "A refund was promised, and no remark given"),
        )
    if any(each.output in _NOTED for each in record.outputs):
        return Known(MET, Text("发了差价或赠品备注", "A remark of it was given out"))
    return None


def _override_sensible(record: Record) -> Known | None:
    if any(item.overridden for item in record.items):
        return None
    return Known(NA, Text("没有放行", "Nothing was let pass"))


def _time_kept(record: Record) -> Known | None:
    item = _item(record, _SHIPS)
    if item is not None and item.answer == "rule":
        return Known(NA, Text("没有另外答应时间", "No time of its own was promised"))
    return None


_LOOKS: Mapping[str, Callable[[Record], Known | None]] = MappingProxyType(
    {
        "confirmed_first": _confirmed_first,
        "answer_seen": _answer_seen,
        "wishes_handled": _wishes_handled,
        "remark_complete": _remark_complete,
        "promise_recorded": _promise_recorded,
        "override_sensible": _override_sensible,
        "time_kept": _time_kept,
    }
)


def _items(record: Record, name: str) -> Iterator[ItemResult]:
    """The item of that name, or each of those that it was asked as."""
    for item in record.items:
        if item.item.partition(".")[0] == name:
            yield item


def _item(record: Record, name: str) -> ItemResult | None:
    asked = (i for i in _items(record, name) if i.verdict is not ItemVerdict.NOT_ASKED)
    return next(asked, None)
