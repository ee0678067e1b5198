"""What can still be read of a book file that is not YAML as a whole.

Cuts the file into phrases by indentation and leaves out those that do not parse alone,
so that a check lists the good ones and every bad one at once. The numbers of lines stay
what they are. Nothing read this way may replace an edition: each fault is fatal.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_faults import WIDE_COLON, report_fault, wide_colon
from qtdesk.formats.yaml_nodes import Node, YamlFault, read_nodes

_PHRASES = re.compile(r"\s*(?:-\s+)*(?P<key>phrases)\s*[:：]\s*(?:#.*)?$")
_HEADING = re.compile(r"\s*(?:-\s+(?:key|title|situations)|situations|stages)\s*[:：]")
_KEY_ONLY = re.compile(r"^(\s*(?:-\s+)*[A-Za-z]+)\s*:.*")
_NAME = re.compile(r"^\s*(?:-\s+)?(?:id|title)\s*[:：]\s*(?P<name>.*?)\s*$")
_ITEM = re.compile(r"\s*-(?:\s|$)")
_NAMED_ITEM = re.compile(r"\s*-\s+id\s*[:：]")
_MOST_ROUNDS = 20


class _Block(NamedTuple):
    """The lines of one phrase, counted from 0; `end` is behind the last."""

    start: int
    end: int
    column: int
    """Where the phrases of this list begin."""


def read_or_salvage(text: str, report: Report) -> Node | None:
    """The tree of `text`, or of what is left of it; faults are reported."""
    try:
        return read_nodes(text)
    except YamlFault as fault:
        lines = text.split("\n")
        if fault.kind == "documents":
            report_fault(fault, lines, report)
            return None
        return _Salvage(lines, report).read(fault)


class _Salvage:
    def __init__(self, lines: list[str], report: Report) -> None:
        self._written = tuple(lines)
        self._lines = lines
        self._report = report

    def read(self, first: YamlFault) -> Node | None:
        known = len(self._report.problems)
        self._mend_headings()
        for block in _blocks(self._lines):
            self._test(block)
        try:
            return self._read_rest()
        finally:
            if len(self._report.problems) == known:
                self._tell(first)

    def _mend_headings(self) -> None:
        for at, line in enumerate(self._lines):
            if WIDE_COLON.match(line) and (
                _PHRASES.match(line) or _HEADING.match(line)
            ):
                self._lines[at] = WIDE_COLON.sub(r"\g<key>: ", line)
                self._report.add(at + 1, *wide_colon(), fatal=True)

    def _test(self, block: _Block) -> None:
        """Blank a phrase that does not parse alone, and move a shifted one in place."""
        own = self._lines[block.start : block.end]
        fault = _fault_in(own)
        if fault:
            self._tell(YamlFault(block.start + fault.line, fault.kind), _name(own))
            self._blank(block)
            return
        shift = block.column - _indent(own[0])
        if shift:
            self._report.add(
                block.start + 1,
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "This phrase is indented unlike the one before it."
                    )
                ),
                words(
                    QT_TRANSLATE_NOOP("core", "Let all “-” of a list stand in line.")
                ),
                phrase=_name(own),
                fatal=True,
            )
            self._lines[block.start : block.end] = [
                _shifted(line, shift) for line in own
            ]

    def _read_rest(self) -> Node | None:
        """Read all, dropping what stops the reader, a few times at most."""
        for _ in range(_MOST_ROUNDS):
            try:
                return read_nodes("\n".join(self._lines))
            except YamlFault as fault:
                self._tell(fault)
                if not self._drop(fault.line - 1):
                    break
        return None

    def _drop(self, at: int) -> bool:
        if not 0 <= at < len(self._lines) or not self._lines[at].strip():
            return False
        for block in _blocks(self._lines):
            if block.start <= at < block.end:
                self._blank(block)
                return True
        line = self._lines[at]
        self._lines[at] = _KEY_ONLY.sub(r"\1:", line) if _KEY_ONLY.match(line) else ""
        return self._lines[at] != line

    def _blank(self, block: _Block) -> None:
        self._lines[block.start : block.end] = [""] * (block.end - block.start)

    def _tell(self, fault: YamlFault, phrase: str = "") -> None:
        report_fault(fault, self._written, self._report, phrase)


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """The phrases, as far as lines and indentation show them."""
    least, column, start = 0, -1, -1
    for at, line in enumerate((*lines, "stages:")):
        found = _PHRASES.match(line)
        ends = found or (_indent(line) < least and _HEADING.match(line))
        if not ends and not (least and _begins(line, column, first=start < 0)):
            continue
        if start >= 0:
            yield _Block(start, at, column)
        if ends:
            least, column, start = (found.start("key") if found else 0), -1, -1
        else:
            start = at
            if column < 0 and _ITEM.match(line):
                column = _indent(line)


def _begins(line: str, column: int, *, first: bool) -> bool:
    """Whether a phrase begins here, or what stands where the first should begin."""
    if first:
        return bool(line.strip()) and not line.lstrip().startswith("#")
    item = _ITEM.match(line) is not None and column == _indent(line)
    return item or _NAMED_ITEM.match(line) is not None


def _fault_in(lines: list[str]) -> YamlFault | None:
    if not _ITEM.match(lines[0]):
        return YamlFault(1, "syntax")
    try:
        read_nodes("\n".join(lines))
    except YamlFault as fault:
        return fault
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return ""
    return " " * by + line if by > 0 else line[min(-by, _indent(line)) :]


def _name(lines: list[str]) -> str:
    return next((found["name"] for line in lines if (found := _NAME.match(line))), "")
