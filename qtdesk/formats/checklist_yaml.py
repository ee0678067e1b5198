"""Checklists as YAML files, one each; docs/checklists.md describes them for people.

Reads and checks. A list with any problem must not be used: an order check that does
not mean what its author wrote is worse than none.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from qtdesk.core.checklists import Block, Checklist, Item, LegalSource
from qtdesk.core.checklists.faults import Fault, faults_of
from qtdesk.core.errors import ChecklistError
from qtdesk.core.phrases import Problem
from qtdesk.core.tables import Table
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.checklist_faults import in_words
from qtdesk.formats.checklist_items import (
    read_item,
    read_output,
    read_preset,
    read_timer,
)
from qtdesk.formats.checklist_parts import read_expression
from qtdesk.formats.checklist_parts import read_text as read_said
from qtdesk.formats.checklist_rows import with_rows
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_nodes import Pairs, Scalar
from qtdesk.formats.yaml_root import read_root

FORMAT = "1"
LIST_KEYS = (
    "format",
    "id",
    "version",
    "locale",
    "name",
    "stage",
    "trigger",
    "draft",
    "blocks",
    "items",
    "outputs",
    "timers",
    "presets",
    "rows",
    "close_rule",
    "close_say",
    "sources",
)
BLOCK_KEYS = ("id", "label")
SOURCE_KEYS = ("id", "title", "article", "as_of", "says")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_NO_OTHERS: Mapping[str, Checklist] = MappingProxyType({})
_NO_TABLES: Mapping[str, Table] = MappingProxyType({})
TAKEN_KEYS = ("from", "items", "block")
_Entry = TypeVar("_Entry", bound=_Named)


class ReadChecklist(NamedTuple):
    """What came of reading a file."""

    checklist: Checklist | None
    """None where it must not be used."""
    problems: tuple[Problem, ...] = ()


def read_checklist(
    path: Path,
    others: Mapping[str, Checklist] = _NO_OTHERS,
    tables: Mapping[str, Table] = _NO_TABLES,
) -> ReadChecklist:
    """Read and check the list at `path`.

    It may take items from `others`, and write rows into `tables`.

    Raises:
        ChecklistError: the file is out of reach.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ChecklistError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=path),
            words("{reason}", reason=error.strerror or type(error).__name__),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Check that it is there and that you may open it."
                )
            ),
        ) from error
    report = Report(str(path))
    checklist = _read(data, report, others, tables)
    problems = tuple(sorted(report.problems, key=lambda problem: problem.line))
    return ReadChecklist(None if problems else checklist, problems)


def _read(
    data: bytes,
    report: Report,
    others: Mapping[str, Checklist],
    tables: Mapping[str, Table],
) -> Checklist | None:
    root = read_root(
        *(data, report),
        words(QT_TRANSLATE_NOOP("core", "This is not a checklist.")),
        words(QT_TRANSLATE_NOOP("core", "Begin with “id: …” and “items:”.")),
    )
    if root is None:
        return None
    fields = Fields(root, LIST_KEYS, report)
    checklist = _Sheet(fields, report, others).read()
    if checklist is None:
        return None
    return with_rows(checklist, fields, tables, report)


class _Sheet:
    """One file while it is read; knows the line of each id."""

    def __init__(
        self, fields: Fields, report: Report, others: Mapping[str, Checklist]
    ) -> None:
        self._others = others
        self._fields = fields
        self._report = report
        self._lines: dict[str, int] = {}

    def read(self) -> Checklist | None:
        fields, report = self._fields, self._report
        checklist_id = fields.word("id", required=True) or ""
        if not checklist_id or not self._is_known_format():
            return None
        checklist = Checklist(
            id=checklist_id,
            version=fields.word("version", required=True) or "",
            locale=fields.word("locale") or "zh-CN",
            name=read_said(fields, "name", report, required=True),
            stage=fields.word("stage") or "",
            trigger=read_said(fields, "trigger", report),
            draft=(fields.word("draft") or "").casefold() in ("yes", "true"),
            blocks=tuple(self._blocks()),
            items=tuple(self._items()),
            outputs=tuple(self._entries("outputs", read_output)),
            timers=tuple(self._entries("timers", read_timer)),
            presets=tuple(self._entries("presets", read_preset)),
            close_rule=read_expression(fields, "close_rule"),
            close_say=read_said(fields, "close_say", report),
            sources=tuple(self._sources()),
        )
        for fault in faults_of(checklist):
            self._report_fault(fault)
        return checklist

    def _is_known_format(self) -> bool:
        written = self._fields.word("format") or FORMAT
        if written == FORMAT:
            return True
        self._fields.report(
            self._fields.line_of("format"),
            words(
                QT_TRANSLATE_NOOP("core", "This list has the newer format {number}."),
                number=written,
            ),
            words(QT_TRANSLATE_NOOP("core", "Install the newest qtdesk.")),
            fatal=True,
        )
        return False

    def _items(self) -> Iterator[Item]:
        """The list's own items, and those that it takes from another."""
        for pairs in self._fields.mappings("items"):
            keys = {key.text for key, _ in pairs.nodes if isinstance(key, Scalar)}
            if "from" in keys:
                yield from self._taken(Fields(pairs, TAKEN_KEYS, self._report))
            else:
                yield from self._entries("items", read_item, [pairs])

    def _taken(self, fields: Fields) -> Iterator[Item]:
        other = self._others.get(fields.word("from") or "")
        block = fields.word("block") or ""
        for item_id in fields.word_list("items"):
            item = other.by_id.get(item_id) if other is not None else None
            if item is None:
                fields.report(
                    fields.line,
                    words(
                        QT_TRANSLATE_NOOP("core", "There is no item “{what}” there."),
                        what=item_id,
                    ),
                    words(
                        QT_TRANSLATE_NOOP(
                            "core", "Name a list that comes with qtdesk, and its items."
                        )
                    ),
                    fatal=True,
                )
                continue
            self._lines[item.id] = fields.line
            yield replace(item, block=block if item.shown else "")

    def _entries(
        self,
        key: str,
        read: Callable[[Pairs, Report], _Entry | None],
        mappings: Sequence[Pairs] | None = None,
    ) -> Iterator[_Entry]:
        found = self._fields.mappings(key) if mappings is None else mappings
        for pairs in found:
            entry = read(pairs, self._report)
            if entry is None:
                self._report.add(
                    pairs.line,
                    words(
                        QT_TRANSLATE_NOOP("core", "This entry of “{key}” is no use."),
                        key=key,
                    ),
                    words(QT_TRANSLATE_NOOP("core", "Mend what is told about it.")),
                    fatal=True,
                )
                continue
            self._lines[entry.id] = pairs.line
            yield entry

    def _blocks(self) -> Iterator[Block]:
        for pairs in self._fields.mappings("blocks"):
            fields = Fields(pairs, BLOCK_KEYS, self._report)
            label = read_said(fields, "label", self._report, required=True)
            yield Block(fields.word("id", required=True) or "", label)

    def _sources(self) -> Iterator[LegalSource]:
        for pairs in self._fields.mappings("sources"):
            fields = Fields(pairs, SOURCE_KEYS, self._report)
            yield LegalSource(
                fields.word("id", required=True) or "",
                fields.word("title", required=True) or "",
                fields.word("article") or "",
                fields.word("as_of", required=True) or "",
                fields.word("says") or "",
            )

    def _report_fault(self, fault: Fault) -> None:
        line = self._lines.get(fault.place, self._fields.line)
        self._report.add(line, *in_words(fault), phrase=fault.place, fatal=True)
