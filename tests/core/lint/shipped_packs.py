"""The packs that come with the program, and small ones made in a test."""

from functools import cache
from pathlib import Path

from qtdesk import paths
from qtdesk.core.lint import Hit, Linter, Packs
from qtdesk.core.wording import PackReading
from qtdesk.formats.lint_packs import read_packs


@cache
def reading() -> PackReading:
    return read_packs([paths.resources() / "lint"])


@cache
def shipped(*switched_on: str) -> Linter:
    return Linter(reading().packs, switched_on)


def packs_of(folder: Path, **files: str) -> Packs:
    """What a lead wrote, file by file; there must be no fault in it."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    read = read_packs([folder])
    assert read.problems == ()
    return read.packs


def words(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.word for hit in hits]


def named(hits: tuple[Hit, ...]) -> set[str]:
    return {hit.pack for hit in hits}
