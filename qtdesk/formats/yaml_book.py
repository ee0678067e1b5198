"""The YAML phrasebook that a team lead writes by hand: one file, or a folder of them.

Reads and checks; docs/phrasebook-format.md describes it for people. One bad phrase
never hides another; a file that is not YAML as a whole makes the book unfit for use.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from qtdesk.core.errors import BookError
from qtdesk.core.phrases import Book, PhraseColumns, Promotion
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.places import Places
from qtdesk.formats.report import Report
from qtdesk.formats.source_text import read_text
from qtdesk.formats.yaml_nodes import Pairs
from qtdesk.formats.yaml_phrases import PhraseCollection
from qtdesk.formats.yaml_salvage import read_or_salvage
from qtdesk.formats.yaml_validity import read_promotion

FORMAT = 1
SUFFIXES = (".yaml", ".yml")
HEAD_KEYS = ("format", "id", "title", "locale", "version", "promotion", "stages")

_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_USUAL_LOCALE = "zh-CN"


class _Sheet(NamedTuple):
    """One file of a book; `fields` is None where nothing in it can be used."""

    report: Report
    fields: Fields | None


class _Head(NamedTuple):
    """What a book says of itself; empty where it says nothing."""

    id: str = ""
    title: str = ""
    locale: str = _USUAL_LOCALE
    version: str = ""


def read_yaml_book(path: Path) -> Book:
    """Read the file, or all YAML files of the folder; see `read_with_places`."""
    return read_with_places(path)[0]


def read_with_places(path: Path) -> tuple[Book, Places]:
    """Read the file, or all YAML files of the folder, in the order of their names.

    Where a problem is fatal the book must not be used; it then holds what could be
    read, for a check to list.

    Raises:
        BookError: the file or folder is out of reach.
    """
    try:
        return _read_book(path)
    except OSError as error:
        raise BookError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=str(path)),
            words("{reason}", reason=error.strerror or type(error).__name__),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Check that it is there and that you may open it."
                )
            ),
        ) from error


def _read_book(path: Path) -> tuple[Book, Places]:
    sheets = [_read_sheet(file) for file in _files(path)]
    folder = Report(str(path))
    head = _read_head(sheets, folder)
    collection = PhraseCollection(head.id, head.locale)
    for sheet in sheets:
        if sheet.fields:
            collection.add_stages(sheet.fields.mappings("stages"), sheet.report)
    collection.placeholders.report()
    promotion = _read_promotion(sheets)
    problems = folder.problems
    for sheet in sheets:
        problems += sorted(sheet.report.problems, key=lambda problem: problem.line)
    phrases = PhraseColumns.of(collection.phrases)
    book = Book(*head, collection.stages, phrases, tuple(problems), promotion)
    return book, collection.places


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(
        (
            file
            for file in path.iterdir()
            if file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
        ),
        key=lambda file: file.name,
    )


def _read_sheet(file: Path) -> _Sheet:
    report = Report(str(file))
    text = read_text(file.read_bytes(), report)
    if text is None:
        return _Sheet(report, None)
    root = read_or_salvage(text, report)
    if not isinstance(root, Pairs):
        if not any(problem.fatal for problem in report.problems):
            _report_rootless(report)
        return _Sheet(report, None)
    fields = Fields(root, HEAD_KEYS, report)
    return _Sheet(report, fields if _is_known_format(fields) else None)


def _is_known_format(fields: Fields) -> bool:
    written = fields.word("format")
    if written in ("", str(FORMAT)):
        return True
    newer = written is not None and written.isdecimal() and int(written) > FORMAT
    fields.report(
        fields.line_of("format"),
        words(
            QT_TRANSLATE_NOOP("core", "This book has the newer format {number}."),
            number=written,
        )
        if newer
        else words(QT_TRANSLATE_NOOP("core", "The format is not a known number.")),
        words(QT_TRANSLATE_NOOP("core", "Install the newest qtdesk."))
        if newer
        else words(QT_TRANSLATE_NOOP("core", "Write “format: 1”, or delete the line.")),
        fatal=True,
    )
    return False


def _read_head(sheets: Sequence[_Sheet], folder: Report) -> _Head:
    """The head, from the file that has an id; what makes the book unfit is fatal."""
    usable = [sheet.fields for sheet in sheets if sheet.fields]
    heads = [fields for fields in usable if fields.has("id")]
    if not sheets:
        _report_no_files(folder)
    elif not heads and len(usable) == len(sheets):
        _report_no_id(usable[0])
    if not heads:
        return _Head()
    if not any(fields.has("stages") for fields in usable):
        _report_no_stages(heads[0])
    if len({fields.word("id") for fields in heads}) > 1:
        _report_several_books(folder)
    return _head(heads[0])


def _head(fields: Fields) -> _Head:
    book_id = fields.word("id") or ""
    if not book_id:
        _report_no_id(fields)
    if "/" in book_id:
        fields.report(
            fields.line_of("id"),
            words(QT_TRANSLATE_NOOP("core", "The id of a book has no “/” in it.")),
            words(QT_TRANSLATE_NOOP("core", "Write “-” instead.")),
            fatal=True,
        )
    title = fields.word("title", required=True) or book_id
    return _Head(book_id, title, _locale(fields), fields.word("version") or "")


def _read_promotion(sheets: Sequence[_Sheet]) -> Promotion | None:
    """The one promotion of a book, from whichever file has it."""
    found: Promotion | None = None
    seen = False
    for sheet in sheets:
        pairs = sheet.fields.told_mapping("promotion") if sheet.fields else None
        if pairs is None:
            continue
        if seen:
            sheet.report.add(
                pairs.line,
                words(QT_TRANSLATE_NOOP("core", "The book has a promotion already.")),
                words(QT_TRANSLATE_NOOP("core", "Keep one of them.")),
            )
            continue
        seen, found = True, read_promotion(pairs, sheet.report)
    return found


def _locale(fields: Fields) -> str:
    written = (fields.word("locale") or _USUAL_LOCALE).replace("_", "-")
    if _LOCALE.fullmatch(written):
        return written
    fields.report(
        fields.line_of("locale"),
        words(
            QT_TRANSLATE_NOOP("core", "“{locale}” is not a language tag."),
            locale=written,
        ),
        words(QT_TRANSLATE_NOOP("core", "Write one such as zh-CN or en-US.")),
    )
    return _USUAL_LOCALE


def _report_rootless(report: Report) -> None:
    report.add(
        1,
        words(QT_TRANSLATE_NOOP("core", "This is not a phrasebook.")),
        words(QT_TRANSLATE_NOOP("core", "Begin with “id: …” and “stages:”.")),
        fatal=True,
    )


def _report_no_files(folder: Report) -> None:
    folder.add(
        0,
        words(QT_TRANSLATE_NOOP("core", "There is no phrasebook in this folder.")),
        words(QT_TRANSLATE_NOOP("core", "Its files must end in .yaml.")),
        fatal=True,
    )


def _report_no_id(fields: Fields) -> None:
    fields.report(
        fields.line,
        words(QT_TRANSLATE_NOOP("core", "The book has no id.")),
        words(
            QT_TRANSLATE_NOOP("core", "Add “id: …” at the top, and never change it.")
        ),
        fatal=True,
    )


def _report_no_stages(fields: Fields) -> None:
    fields.report(
        fields.line,
        words(QT_TRANSLATE_NOOP("core", "The book has no phrases.")),
        words(QT_TRANSLATE_NOOP("core", "Add “stages:” with phrases below.")),
        fatal=True,
    )


def _report_several_books(folder: Report) -> None:
    folder.add(
        0,
        words(QT_TRANSLATE_NOOP("core", "There are several books in this folder.")),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Add each file by itself, or keep “id” in one file only."
            )
        ),
        fatal=True,
    )
