"""Labels, and the sections they cut a text into.

A word is a label where a colon stands behind it, and without one where nothing else can
be meant. What is in a section is read elsewhere.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import Span
from qtdesk.core.orders.label_words import SPELLINGS, Topic


class Section(NamedTuple):
    """What stands behind one label, up to the next one or the end of the line."""

    topic: Topic
    label: Span
    value: Span


_TOPICS = {
    written: topic
    for topic, spellings in SPELLINGS.items()
    for spelling in spellings.split()
    for written in {spelling.replace("_", ""), spelling.replace("_", " ")}
}
_BY_FIRST: dict[str, list[str]] = {}
for _word in sorted(_TOPICS, key=len, reverse=True):
    _BY_FIRST.setdefault(_word[0], []).append(_word)
_FIRST = re.compile(f"[{re.escape(''.join(_BY_FIRST))}]")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_WHOLE_LINES = (Topic.MESSAGE, Topic.REMARK)
_ONLY_ON_A_NEW_LINE = frozenset({"省", "市", "区", "街道", "乡镇"})
"""They end a name elsewhere."""
_ONLY_APART = frozenset({"寄", "发", "收"})
_PEOPLE = frozenset({"收货人", "收件人", "联系人", "姓名", "名字"})

_MARK = re.compile(r"(?:\(必填\)|\(元\)|[\])])*[ \t]*(?:[:=]|是[:\s])[ \t]*")
_NUMBERED = re.compile(r"(?:(?<=[\s,;])|\A)\(?\d{1,2}[、.)][ ]*\Z")
_OPEN_END = re.compile(r"\][ \t]*|(?=[ \t\n]|\Z)[ \t]*")
_BEFORE_NUMBER = re.compile(r"[ ]*[是为]?[ ]*(?=[+(]?\d)")
_BEFORE_TRACKING = re.compile(r"[ ]*[是为]?[ ]*(?=[A-Za-z]{0,4}\d{8})")
_BEFORE_AMOUNT = re.compile(r"[ ]*[是为]?[ ]*(?=¥[ ]?\d|\d+(?:\.\d+)?[元块])")
_BEFORE_NAME = re.compile(r"[ ]?(?=[\u4e00-\u9fff]{2,4}(?:[\s,;]|1\d|\Z))")
_BEFORE_PLACE = re.compile(r"[ ]*(?=[\u4e00-\u9fff]{1,12}?[省市区县州镇路街])")
_WITHOUT_MARK = {
    Topic.PHONE: _BEFORE_NUMBER,
    Topic.SECOND_PHONE: _BEFORE_NUMBER,
    Topic.POSTCODE: _BEFORE_NUMBER,
    Topic.ORDER: _BEFORE_NUMBER,
    Topic.TRACKING: _BEFORE_TRACKING,
    Topic.PAID: _BEFORE_AMOUNT,
    Topic.FREIGHT: _BEFORE_AMOUNT,
    Topic.PRICE: _BEFORE_AMOUNT,
    Topic.DISCOUNT: _BEFORE_AMOUNT,
    Topic.NEW_ADDRESS: _BEFORE_PLACE,
}
"""What must stand behind a word so that it is a label although no colon does."""
_TABLE_GAP = re.compile(r"\t+|\s*\|\s*")


def sections(draft: Draft) -> list[Section]:
    """Find all labels, claim them, and tell what stands behind each."""
    in_tables = list(_tables(draft))
    found = list(_labelled(draft, [section.value for section in in_tables]))
    named = any(section.topic is Topic.NAME for section in found + in_tables)
    for section in found + in_tables:
        if section.topic is not Topic.SKU:
            draft.label(section.label)
        if section.topic is Topic.OTHER or (named and section.topic is Topic.SENDER):
            draft.fence(section.value)
    return sorted(found + in_tables, key=lambda section: section.value)


def _labelled(draft: Draft, closed: list[Span]) -> Iterator[Section]:
    folded = draft.open
    starts: list[tuple[Topic, Span]] = []
    lowered = folded.translate(_LOWER)
    position = 0
    while first := _FIRST.search(lowered, position):
        found = _label_at(lowered, first.start(), position)
        if found is None:
            position = first.end()
            continue
        topic, span = found
        position = span.end
        if any(span.meets(cells) for cells in closed):
            continue
        starts.append((topic, span))
        if topic in _WHOLE_LINES and position < _line_end(folded, position):
            position = _line_end(folded, position)
    starts.append((Topic.OTHER, Span(len(folded), len(folded))))
    for (topic, span), (_, following) in pairwise(starts):
        end = min(_line_end(folded, span.end), following.start)
        if not folded[span.end : end].strip():
            # The value stands on the next line.
            end = min(_next_line_end(folded, span.end), following.start)
        yield Section(topic, _without_margin(folded, span), Span(span.end, end))


def _label_at(lowered: str, start: int, least: int) -> tuple[Topic, Span] | None:
    """The label that begins at `start`; what is before `least` is not its."""
    for word in _BY_FIRST[lowered[start]]:
        if not lowered.startswith(word, start) or _is_inside_latin(lowered, start):
            continue
        end = start + len(word)
        if not _may_stand(lowered, word, start):
            continue
        marked = _MARK.match(lowered, end)
        if (
            marked is None
            and lowered[start - 1 : start] + lowered[end : end + 1] == "[]"
        ):
            return _TOPICS[word], Span(start - 1, end + 1)
        if marked is not None:
            return _TOPICS[word], Span(_beginning(lowered, start, least), marked.end())
        behind = _unmarked(lowered, word, start, end)
        if behind is not None:
            return _TOPICS[word], Span(start, behind.end())
    return None


def _unmarked(lowered: str, word: str, start: int, end: int) -> re.Match[str] | None:
    """What follows a label without a colon, if it is one."""
    if len(word) == 1:
        return None
    before = lowered[:start].removesuffix("[").rstrip(" ")[-1:]
    if not before or before in "\n\t,;|、":
        found = _OPEN_END.match(lowered, end)
        if found is not None:
            return found
    if word in _PEOPLE and (start == 0 or lowered[start - 1] in "\n\t ,;"):
        return _BEFORE_NAME.match(lowered, end)
    pattern = _WITHOUT_MARK.get(_TOPICS[word])
    return pattern.match(lowered, end) if pattern is not None else None


def _may_stand(lowered: str, word: str, start: int) -> bool:
    """Whether a short word stands where it can announce something."""
    before = lowered[:start]
    if word in _ONLY_ON_A_NEW_LINE:
        return not before or before[-1] in "\n\t" or before.endswith("  ")
    return word not in _ONLY_APART or not before or before[-1] in "\n\t ,;"


def _is_inside_latin(lowered: str, start: int) -> bool:
    return lowered[start].isascii() and lowered[start - 1 : start].isalpha()


def _beginning(lowered: str, start: int, least: int) -> int:
    """With what stands before a label: a bracket, 我的, or its number in a list."""
    before = lowered[least:start]
    numbered = _NUMBERED.search(before)
    if numbered is not None:
        return least + numbered.start()
    for shorter in (before.removesuffix("["), before.removesuffix("的")):
        if shorter != before:
            return least + len(shorter.rstrip("我他她" if before[-1] == "的" else ""))
    return start


def _line_end(folded: str, position: int) -> int:
    found = folded.find("\n", position)
    return len(folded) if found < 0 else found


def _next_line_end(folded: str, position: int) -> int:
    while position < len(folded) and folded[position].isspace():
        position += 1
    return _line_end(folded, position)


def _without_margin(folded: str, span: Span) -> Span:
    written = span.of(folded)
    start = span.start + len(written) - len(written.lstrip())
    return Span(start, span.start + len(written.rstrip()))


# --- tables: a line of labels, and lines of as many cells below it -------------------


def _tables(draft: Draft) -> Iterator[Section]:
    """The cells of rows below a line that is nothing but labels."""
    header: list[tuple[Topic, Span]] = []
    position = 0
    for line in draft.open.split("\n"):
        cells = list(_cells(line, position))
        topics = [_TOPICS.get(cell.of(draft.open).strip(" :[]")) for cell in cells]
        if len(cells) > 1 and None not in topics:
            header = [
                (topic, cell)
                for topic, cell in zip(topics, cells, strict=True)
                if topic is not None
            ]
        elif header and len(cells) == len(header):
            for (topic, label), cell in zip(header, cells, strict=True):
                yield Section(topic, label, cell)
        elif line.strip():
            header = []
        position += len(line) + 1


def _cells(line: str, offset: int) -> Iterator[Span]:
    start = 0
    gaps = [*_TABLE_GAP.finditer(line)]
    for gap in gaps:
        if start < gap.start() or start:
            yield Span(offset + start, offset + gap.start())
        start = gap.end()
    if start < len(line):
        yield Span(offset + start, offset + len(line))
