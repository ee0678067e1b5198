"""Bytes of a file to clean text: encodings, line ends, characters that cannot be.

Knows nothing of YAML.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.report import Report

_LARGEST = 32_000_000
_SPOILT = "\N{REPLACEMENT CHARACTER}"
# Everything a text for a chat window must not hold: control characters but newline and
# tab, halves of surrogate pairs, non-characters, and the mark of a lost character.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")


def has_unfit_characters(text: str) -> bool:
    """Whether `text` holds a character that must not be pasted."""
    return _UNFIT.search(text) is not None


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
    return _UNFIT.sub(_SPOILT, text)


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
