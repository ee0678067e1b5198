"""A record in lines for people and in JSON, masked unless asked otherwise."""

from typing import Any

from qtdesk.cli.catalogue import language_of_system
from qtdesk.cli.context import Context
from qtdesk.cli.output import say
from qtdesk.core.records import (
    KeptRecord,
    fields_of_correction,
    fields_of_record,
    masked,
)
from qtdesk.core.settings import Settings

_SHORT = ("day", "time", "order", "platform", "verdict", "buyer", "problems", "uid")


def language_of(given: str | None, context: Context) -> str:
    """The language to speak: as given, else as the program itself."""
    if given:
        return given
    stored = Settings.from_stored(context.store.settings())
    language = stored.with_changes(context.options.changes).language
    return language_of_system() if language == "auto" else language


def as_json(kept: KeptRecord, *, unmasked: bool) -> dict[str, Any]:
    """The record as it holds now, as it was first, and what was corrected."""
    original, current, corrections = kept.original, kept.current, kept.corrections
    if not unmasked:
        original, current = masked(original), masked(current)
        corrections = tuple(map(masked, corrections))
    return {
        **fields_of_record(current),
        "original": fields_of_record(original),
        "corrections": list(map(fields_of_correction, corrections)),
    }


def print_line(kept: KeptRecord, language: str, *, unmasked: bool) -> None:
    """One line, its fields apart by tabs."""
    cells = _cells(kept, language, unmasked=unmasked)
    say(*(_on_one_line(cells[key]) or "-" for key in _SHORT))


def print_whole(kept: KeptRecord, language: str, *, unmasked: bool) -> None:
    """A line for each field that is not empty, and one that is."""
    from qtdesk.formats.record_table import COLUMNS  # noqa: PLC0415 - as in `_cells`

    cells = _cells(kept, language, unmasked=unmasked)
    for column in COLUMNS:
        if cells[column.key]:
            say(column.titles[language], _on_one_line(cells[column.key]))
    say()


def _cells(kept: KeptRecord, language: str, *, unmasked: bool) -> dict[str, str]:
    # The words of the table; JSON has no use for them.
    from qtdesk.formats.record_table import cells_of  # noqa: PLC0415

    current = kept.current if unmasked else masked(kept.current)
    return cells_of(current, len(kept.corrections), language)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
