"""The checklists that an agent has: those that come with the program, or a lead's own.

A file of the same id in the agent's data stands in for the one that comes with us; a
faulty one is passed over, so that there is always a list that works.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from qtdesk.core.checklists import Checklist
from qtdesk.core.tables import Table
from qtdesk.formats.checklist_yaml import read_checklist

SUFFIXES = (".yaml", ".yml")


def read_checklists(
    folders: Sequence[Path], tables: Mapping[str, Table]
) -> tuple[Checklist, ...]:
    """The lists in `folders`, in the order of their ids; the first of an id counts.

    They may write rows into `tables`.
    """
    found: dict[str, Checklist] = {}
    for folder in folders:
        for path in _files(folder):
            checklist = read_checklist(path, found, tables).checklist
            if checklist is not None:
                found.setdefault(checklist.id, checklist)
    return tuple(found[each] for each in sorted(found))


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
