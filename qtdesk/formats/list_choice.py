"""The file beside the lists of a phrasebook that says which lists it leaves out.

Reads and checks; what leaving out means is no business of this.
"""

from pathlib import Path
from typing import NamedTuple

from qtdesk.core.errors import ChecklistError
from qtdesk.core.phrases import Problem
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.source_text import read_text
from qtdesk.formats.yaml_faults import report_fault
from qtdesk.formats.yaml_nodes import Pairs, YamlFault, read_nodes

KEYS = ("format", "off")


class ReadChoice(NamedTuple):
    """What came of reading the file."""

    off: frozenset[str] | None
    """Ids of the lists that are left out; None where it must not be used."""
    problems: tuple[Problem, ...] = ()


def read_choice(path: Path) -> ReadChoice:
    """Read the file at `path`: `off: [CL-08, CL-13]`.

    Raises:
        ChecklistError: the file is out of reach.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ChecklistError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=path)
        ) from error
    report = Report(str(path))
    off = _read(data, report)
    return ReadChoice(None if report.problems else off, tuple(report.problems))


def _read(data: bytes, report: Report) -> frozenset[str] | None:
    text = read_text(data, report)
    if text is None:
        return None
    try:
        root = read_nodes(text)
    except YamlFault as fault:
        report_fault(fault, text.split("\n"), report)
        return None
    if not isinstance(root, Pairs):
        report.add(
            1,
            words(QT_TRANSLATE_NOOP("core", "Nothing is said of checklists here.")),
            words(
                QT_TRANSLATE_NOOP("core", "Write “off:” and the ids of lists in [ ].")
            ),
            fatal=True,
        )
        return None
    return frozenset(Fields(root, KEYS, report).word_list("off"))
