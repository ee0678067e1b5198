"""YAML syntax errors in words a team lead can act on.

Looks at the line that stopped the reader; it does not read YAML itself.
"""

import re
from collections.abc import Sequence

from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_nodes import YamlFault

WIDE_COLON = re.compile(r"^(?P<key>\s*(?:-\s+)*[A-Za-z]+)\s*：")
_TIGHT_COLON = re.compile(r"^\s*(?:-\s+)*(?P<key>[A-Za-z]+):[^\s/]")
_VALUE = re.compile(r"^\s*(?:-\s+)*(?:[A-Za-z]+:\s+)?(?P<value>.*?)\s*$")
_SIGNS = "{}[]*&!|>@`%,?#"

_IN_QUOTES = words(
    QT_TRANSLATE_NOOP(
        "core", "Put the whole text in quotation marks, or write it below “|-”."
    )
)
_TAB = (
    words(QT_TRANSLATE_NOOP("core", "A tab stands at the start of the line.")),
    words(QT_TRANSLATE_NOOP("core", "Indent with spaces.")),
)
_UNFIT = (
    words(QT_TRANSLATE_NOOP("core", "This line does not fit the lines around it.")),
    words(
        QT_TRANSLATE_NOOP(
            "core", "Indent all keys of one phrase alike; texts go further in."
        )
    ),
)
_OTHER_KINDS = {
    "escape": (
        words(QT_TRANSLATE_NOOP("core", "A “\\” in quotation marks has no meaning.")),
        words(QT_TRANSLATE_NOOP("core", "Write the text below “|-”, or “\\\\”.")),
    ),
    "nesting": (
        words(QT_TRANSLATE_NOOP("core", "Lists are nested too deeply here.")),
        words(QT_TRANSLATE_NOOP("core", "Put texts with brackets in quotation marks.")),
    ),
    "documents": (
        words(QT_TRANSLATE_NOOP("core", "A second document begins here.")),
        words(QT_TRANSLATE_NOOP("core", "Delete the line “---”.")),
    ),
}


def report_fault(
    fault: YamlFault, lines: Sequence[str], report: Report, phrase: str = ""
) -> None:
    """Say what is wrong at `fault` and how to mend it; always fatal for the book."""
    if fault.kind in _OTHER_KINDS:
        line, (what, remedy) = fault.line, _OTHER_KINDS[fault.kind]
    else:
        line, (what, remedy) = _explain(fault.line, lines)
    report.add(line, what, remedy, phrase=phrase, fatal=True)


def wide_colon() -> tuple[Words, Words]:
    return (
        words(QT_TRANSLATE_NOOP("core", "A full-width “：” stands behind the key.")),
        words(
            QT_TRANSLATE_NOOP("core", "Write the half-width “:” and a space behind it.")
        ),
    )


def _explain(line: int, lines: Sequence[str]) -> tuple[int, tuple[Words, Words]]:
    """The line to blame and what to say of it."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return line, _TAB
    if told := _explain_colon(text) or _explain_value(text):
        return line, told
    # Without a colon the reader takes a key for text, and stumbles one line later.
    above = lines[line - 2] if 1 < line <= len(lines) else ""
    if told := _explain_colon(above):
        return line - 1, told
    return line, _UNFIT


def _explain_colon(line: str) -> tuple[Words, Words] | None:
    if WIDE_COLON.match(line):
        return wide_colon()
    if tight := _TIGHT_COLON.match(line):
        return (
            words(
                QT_TRANSLATE_NOOP("core", "The space behind “{key}:” is missing."),
                key=tight["key"],
            ),
            words(QT_TRANSLATE_NOOP("core", "Put a space behind the colon.")),
        )
    return None


def _explain_value(line: str) -> tuple[Words, Words] | None:
    found = _VALUE.match(line)
    value = found["value"] if found else ""
    if value.startswith(('"', "'")):
        return (
            words(QT_TRANSLATE_NOOP("core", "The quotation marks are not in pairs.")),
            words(
                QT_TRANSLATE_NOOP("core", "Close them, or write the text below “|-”.")
            ),
        )
    if value and value[0] in _SIGNS:
        return (
            words(
                QT_TRANSLATE_NOOP(
                    "core", "A text cannot begin with “{sign}” as it is."
                ),
                sign=value[0],
            ),
            _IN_QUOTES,
        )
    if ": " in value or value.endswith(":"):
        return (
            words(QT_TRANSLATE_NOOP("core", "The text has a colon in it.")),
            _IN_QUOTES,
        )
    return None
