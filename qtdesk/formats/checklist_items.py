"""Items, texts, timers and presets of a checklist file.

One wrong entry never hides another; whatever is wrong is reported with line and remedy.
"""

from collections.abc import Iterator

from qtdesk.core.checklists import (
    Expression,
    Item,
    ItemType,
    Option,
    Output,
    Preset,
    Rule,
    Severity,
    Timer,
)
from qtdesk.core.checklists.scope import FUNCTIONS
from qtdesk.core.orders import FieldName
from qtdesk.core.records import OutputTarget
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.checklist_parts import read_expression, read_text, read_word
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_nodes import Pairs, Scalar

ITEM_KEYS = (
    "id",
    "type",
    "label",
    "help",
    "block",
    "field",
    "each",
    "when",
    "req",
    "severity",
    "options",
    "options_from",
    "default",
    "auto",
    "validate",
    "missing",
    "ask",
    "out",
    "shown",
    "opens",
)
RULE_KEYS = ("id", "when", "severity", "say", "do", "ask")
OPTION_KEYS = ("id", "label", "when")
OUTPUT_KEYS = ("id", "target", "label", "template", "when", "code")
TIMER_KEYS = ("id", "label", "at", "when", "stays")
PRESET_KEYS = ("id", "label", "answers", "entry")
_ALWAYS = Expression("True", FUNCTIONS)
_REQUIRED = {"R": _ALWAYS, "": None, "O": None}
_CONDITION = "C:"


def read_item(pairs: Pairs, report: Report) -> Item | None:
    """One item; None where it has no id or no type."""
    fields = Fields(pairs, ITEM_KEYS, report)
    item_id = _id(fields)
    kind = read_word(fields, "type", ItemType, None)
    if not fields.has("type"):
        fields.report_missing("type")
    if not item_id or kind is None:
        return None
    return Item(
        id=item_id,
        type=kind,
        label=read_text(fields, "label", report, required=True),
        help=read_text(fields, "help", report),
        block=fields.word("block") or "",
        field=read_word(fields, "field", FieldName, None),
        each=read_word(fields, "each", FieldName, None),
        when=read_expression(fields, "when"),
        required=_required(fields),
        severity=read_word(fields, "severity", Severity, None) or Severity.STOP,
        options=tuple(_options(fields, report)),
        options_from=fields.word("options_from") or "",
        default=read_expression(fields, "default"),
        auto=read_expression(fields, "auto"),
        rules=tuple(_rules(fields, report)),
        missing=read_text(fields, "missing", report),
        ask=fields.word("ask") or "",
        out=fields.word("out") or "",
        shown=(fields.word("shown") or "yes").casefold() not in ("no", "false"),
        opens=fields.word("opens") or "",
    )


def read_output(pairs: Pairs, report: Report) -> Output | None:
    """One text; None where it has no id, no target or no template."""
    fields = Fields(pairs, OUTPUT_KEYS, report)
    output_id = _id(fields)
    target = read_word(fields, "target", OutputTarget, None)
    template = fields.text("template") or ""
    for key in ("target", "template"):
        if not fields.has(key):
            fields.report_missing(key)
    if not output_id or target is None or not template:
        return None
    return Output(
        output_id,
        target,
        read_text(fields, "label", report, required=True),
        template,
        read_expression(fields, "when"),
        fields.word("code") or "",
    )


def read_timer(pairs: Pairs, report: Report) -> Timer | None:
    """One timer; None where nothing says when it is due."""
    fields = Fields(pairs, TIMER_KEYS, report)
    timer_id = _id(fields)
    at = read_expression(fields, "at")
    if not fields.has("at"):
        fields.report_missing("at")
    if not timer_id or at is None:
        return None
    label = read_text(fields, "label", report, required=True)
    stays = (fields.word("stays") or "").casefold() in ("yes", "true")
    return Timer(timer_id, label, at, read_expression(fields, "when"), stays)


def read_preset(pairs: Pairs, report: Report) -> Preset | None:
    """Several answers with one step; None where there are none."""
    fields = Fields(pairs, PRESET_KEYS, report)
    preset_id = _id(fields)
    answers = fields.mapping("answers")
    if answers is None:
        fields.report_missing("answers")
    if not preset_id or answers is None:
        return None
    told = {
        key.text: value.text
        for key, value in answers.nodes
        if isinstance(key, Scalar) and isinstance(value, Scalar)
    }
    label = read_text(fields, "label", report, required=True)
    entry = (fields.word("entry") or "").casefold() in ("yes", "true")
    return Preset(preset_id, label, told, entry)


def _id(fields: Fields) -> str:
    written = fields.word("id", required=True) or ""
    fields.name = written
    if written and not (written.isascii() and written.replace("-", "_").isidentifier()):
        fields.report(
            fields.line_of("id"),
            words(QT_TRANSLATE_NOOP("core", "“{id}” is no id."), id=written),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Use Latin letters, digits and “_”, a letter first."
                )
            ),
            fatal=True,
        )
        return ""
    return written


def _required(fields: Fields) -> Expression | None:
    """`R`, `O`, or `C:` with a condition."""
    written = fields.word("req") or ""
    if written in _REQUIRED:
        return _REQUIRED[written]
    if written.startswith(_CONDITION):
        return read_expression(fields, "req", written.removeprefix(_CONDITION))
    fields.report(
        fields.line_of("req"),
        words(
            QT_TRANSLATE_NOOP("core", "“{req}” does not say if it must be answered."),
            req=written,
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Write R for always, O for never, or “C: …” with a condition."
            )
        ),
        fatal=True,
    )
    return None


def _options(fields: Fields, report: Report) -> Iterator[Option]:
    for pairs in fields.mappings("options"):
        option = Fields(pairs, OPTION_KEYS, report)
        option_id = _id(option)
        if option_id:
            label = read_text(option, "label", report, required=True)
            yield Option(option_id, label, read_expression(option, "when"))


def _rules(fields: Fields, report: Report) -> Iterator[Rule]:
    for pairs in fields.mappings("validate"):
        rule = Fields(pairs, RULE_KEYS, report)
        rule_id = _id(rule)
        when = read_expression(rule, "when")
        if not rule.has("when"):
            rule.report_missing("when")
        if rule_id and when is not None:
            yield Rule(
                rule_id,
                when,
                read_word(rule, "severity", Severity, None) or Severity.STOP,
                read_text(rule, "say", report, required=True),
                read_text(rule, "do", report),
                rule.word("ask") or "",
            )
