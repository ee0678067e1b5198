"""Bytes of a file to clean text: encodings, line ends, characters that cannot be.

Knows nothing of YAML.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from qtdesk.core.phrases.fitness import spoil_unfit_characters
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.report import Report

_LARGEST = 32_000_000
_SPOILT = "\N{REPLACEMENT CHARACTER}"


def read_text(data: bytes, report: Report) -> str | None:
    """The text with line feeds only; None and a fatal problem where it is none.

    Unfit characters become U+FFFD, which is unfit too: so one of them spoils the phrase
    it stands in, and not the file.
    """
    if len(data) > _LARGEST:
        report.add(
            0,
            words(QT_TRANSLATE_NOOP("core", "The file is larger than 32 MB.")),
            words(QT_TRANSLATE_NOOP("core", "Split the book into several files.")),
            fatal=True,
        )
        return None
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        _report_encoding(data, error.start, report)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        report.add(
            0,
            words(QT_TRANSLATE_NOOP("core", "The file is empty.")),
            words(
                QT_TRANSLATE_NOOP("core", "If it is still being copied, wait a moment.")
            ),
            fatal=True,
        )
        return None
    return spoil_unfit_characters(text, _SPOILT)


def _report_encoding(data: bytes, position: int, report: Report) -> None:
    line = data.count(b"\n", 0, position) + 1
    report.add(
        line,
        words(
            QT_TRANSLATE_NOOP("core", "The file is saved as {encoding}, not as UTF-8."),
            encoding=_encoding(data),
        )
        if _encoding(data)
        else words(QT_TRANSLATE_NOOP("core", "The file is not saved as UTF-8.")),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Open it in its editor, choose “Save as” and the encoding UTF-8.",
            )
        ),
        fatal=True,
    )


def _encoding(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK"
