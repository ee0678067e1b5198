"""Whether two titles of one window name the same conversation.

Chat programs count unread messages and flash in their titles; that must not stop a
paste, and another buyer's name always must. Looks at titles only, keeps none.
"""

import re
import unicodedata
from functools import cache

_COUNT = r"\d{1,3}\+?"
"""Longer numbers in brackets are more likely part of a buyer's name."""
_NEWS = (
    rf"(?:{_COUNT} ?)?(?:new|unread)(?: ?(?:messages?|msgs?|notifications?))?"
    rf"|(?:你|您)?有?(?:{_COUNT} ?)?[条个]?(?:新的?|未读)(?:消息|信息|留言)?"
    r"|new messages? from"
)
_TYPING = r"(?:is )?typing ?\.*|(?:对方)?正在输入(?:中)?\.*"
_CHANGED = r"edited|modified|unsaved|changed|已修改|已编辑|未保存"
_PRESENCE = r"online|offline|away|idle|busy|invisible|在线|离线|离开|忙碌|隐身|手机在线"
_BULLET = "●•◦○◉∙⚫⚪🔴🔵🟢🟡🟠🔔💬📩✉✱✳❗❕"

_IN_BRACKETS = (
    rf"[(\[{{<【〖「〔《]\s*"
    rf"(?:{_COUNT}|{_NEWS}|{_TYPING}|{_CHANGED}|{_PRESENCE}|[*+!{_BULLET}])?"
    rf"\s*[)\]}}>】〗」〕》]"
)
_MARK_FIRST = rf"(?:{_IN_BRACKETS}|[{_BULLET}]|[*!](?=\s))\s*"
_MARK_LAST = rf"\s*(?:{_IN_BRACKETS}|[{_BULLET}]|(?<=\s)[*!])$|(?:^|\s)(?:{_TYPING})$"
_ONLY_MARK = rf"(?:{_NEWS}|{_TYPING}|{_CHANGED})"
_SEPARATOR = r"\s+(?:[-\N{EN DASH}\N{EM DASH}|·:]+)\s+"


def same_conversation(old_title: str, new_title: str) -> bool:
    """Whether the window still shows what it showed under `old_title`.

    A title that names nothing, empty or nothing but marks, contradicts nothing.
    """
    old, new = essence(old_title), essence(new_title)
    return not old or not new or old == new


def essence(title: str) -> str:
    """`title` without case, spacing, and all that comes and goes by itself."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    visible = "".join(sign for sign in plain if _is_visible(sign))
    spaced = " ".join(visible.split())
    parts = (_without_marks(part) for part in _pattern(_SEPARATOR).split(spaced))
    return " - ".join(part for part in parts if part)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compiled at first use: together they cost a tenth of the program's start."""
    return re.compile(text)


def _is_visible(sign: str) -> bool:
    """Leave out direction marks, joiners and the choice of a coloured glyph."""
    return unicodedata.category(sign) != "Cf" and not "\ufe00" <= sign <= "\ufe0f"


def _without_marks(part: str) -> str:
    before = None
    while before != part:
        before = part
        first = _pattern(_MARK_FIRST).match(part)
        if first:
            part = part[first.end() :]
        part = _pattern(_MARK_LAST).sub("", part).strip()
    if _pattern(_ONLY_MARK).fullmatch(part):
        return ""
    # Editors put one asterisk right beside the name; masked names ("t**3") have more.
    if part.startswith("*") and not part.startswith("**"):
        part = part[1:].lstrip()
    if part.endswith("*") and not part.endswith("**"):
        part = part[:-1].rstrip()
    return part
