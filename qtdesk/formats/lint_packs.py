"""Packs of words that are not said to buyers, as a team lead writes them in YAML.

Reads and checks; docs/lint.md describes it for people. One bad word never hides
another, and a file that cannot be read leaves the others in use.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qtdesk.core.lint import (
    PACK_TITLES,
    REASONS,
    Contexts,
    Level,
    NotationError,
    Pack,
    Packs,
    Pattern,
    Platform,
    Reason,
    Rule,
    parse,
)
from qtdesk.core.lint.views import folded
from qtdesk.core.wording import PackReading
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.source_text import read_text
from qtdesk.formats.yaml_faults import report_fault
from qtdesk.formats.yaml_nodes import Node, Pairs, YamlFault, read_nodes

if TYPE_CHECKING:
    from qtdesk.core.phrases import Problem

CONTEXT_KEYS = (
    "warning",
    "denying",
    "touching",
    "behind",
    "turning",
    "only_alike",
)
_LEVEL_KEYS = tuple(f"{level.word}_on" for level in Level)
RULE_KEYS = ("reason", "why", "advice", "words", "level", *_LEVEL_KEYS)
PACK_KEYS = (
    *("id", "title", "level", "in_book", "as_of", "source"),
    *("optional", "squeezed", "warnings", "rules", "except", "contexts"),
    *_LEVEL_KEYS,
)
_ARROW = re.compile(r"\s*(?:→|->)\s*")
_Usual = TypeVar("_Usual", Level, None)
_NOTHING = "∅"
"""Stands for leaving a word out."""
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_YES = ("yes", "true", "是")


def read_packs(folders: Iterable[Path]) -> PackReading:
    """All packs of the folders; of two with one id that of the later folder.

    One without rules only changes how grave the earlier one is. A folder that is not
    there has no packs.
    """
    packs: dict[str, Pack] = {}
    contexts = Contexts()
    problems: list[Problem] = []
    for folder in folders:
        for file in sorted(folder.glob("*.yaml")):
            report = Report(str(file))
            fields = _fields(file, report)
            if fields is not None:
                pack = _Reader(fields, report).pack(packs)
                packs |= {pack.id: pack} if pack else {}
                contexts = contexts.with_words_of(_contexts(fields, report))
            problems += report.problems
    return PackReading(Packs(tuple(packs.values()), contexts), tuple(problems))


def _fields(file: Path, report: Report) -> Fields | None:
    try:
        text = read_text(file.read_bytes(), report)
    except OSError:
        report.add(
            0,
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=file),
            fatal=True,
        )
        return None
    root = None if text is None else _root(text, report)
    if any(problem.fatal for problem in report.problems):
        return None
    if not isinstance(root, Pairs):
        report.add(
            1,
            words(QT_TRANSLATE_NOOP("core", "This is no pack of words.")),
            words(QT_TRANSLATE_NOOP("core", "Begin with “id: …” and “rules:”.")),
            fatal=True,
        )
        return None
    return Fields(root, PACK_KEYS, report)


def _root(text: str, report: Report) -> Node | None:
    try:
        return read_nodes(text)
    except YamlFault as fault:
        report_fault(fault, text.split("\n"), report)
        return None


def _contexts(fields: Fields, report: Report) -> Contexts:
    """What stands under `contexts`, one mapping in a list."""
    found = Contexts()
    for pairs in fields.mappings("contexts"):
        inner = Fields(pairs, CONTEXT_KEYS, report)
        lists = (tuple(map(folded, inner.word_list(key))) for key in CONTEXT_KEYS)
        found = found.with_words_of(Contexts(*lists))
    return found


class _Reader:
    """One file on its way to a pack."""

    def __init__(self, fields: Fields, report: Report) -> None:
        self._fields = fields
        self._report = report

    def pack(self, known: Mapping[str, Pack]) -> Pack | None:
        """The pack; None where the file is only about contexts, or names no pack.

        Without rules it is the `known` one of that id, with the levels named here.
        """
        fields = self._fields
        if not fields.has("rules") and fields.has("contexts"):
            return None
        name = fields.word("id", required=True)
        if not name:
            return None
        if not fields.has("rules") and name in known:
            return self._weighed(known[name])
        level = _level(fields, "level", Level.WARN)
        return Pack(
            id=name,
            title=_title(fields, name),
            level=level,
            in_book=_level(fields, "in_book", level),
            as_of=self._as_of(),
            source=fields.word("source") or "",
            rules=tuple(self._rules()),
            exceptions=tuple(
                found
                for text in fields.text_list("except") or ()
                if text and (found := self._pattern(text, fields.line_of("except")))
            ),
            levels=self._levels(fields),
            optional=self._is("optional"),
            squeezed=self._is("squeezed"),
            warnings=self._is("warnings"),
        )

    def _weighed(self, pack: Pack) -> Pack:
        """`pack` with what this file says of its levels, and nothing else changed."""
        fields = self._fields
        level = _level(fields, "level", pack.level)
        usual = level if fields.has("level") else pack.in_book
        return pack._replace(
            level=level,
            in_book=_level(fields, "in_book", max(usual, pack.in_book)),
            levels={**pack.levels, **self._levels(fields)},
            optional=self._is("optional") if fields.has("optional") else pack.optional,
        )

    def _rules(self) -> Iterable[Rule]:
        for pairs in self._fields.mappings("rules"):
            fields = Fields(pairs, RULE_KEYS, self._report)
            reason = self._reason(fields)
            levels = self._levels(fields)
            level = _level(fields, "level", None)
            for scalar in fields.scalars("words"):
                if scalar.sign or not scalar.text.strip():
                    continue
                word, *better = _ARROW.split(scalar.text.strip(), maxsplit=1)
                pattern = self._pattern(word, scalar.line)
                if pattern is not None:
                    instead = better[0].replace(_NOTHING, "") if better else None
                    yield Rule(
                        pattern, reason.why, reason.advice, instead, levels, level
                    )

    def _pattern(self, source: str, line: int) -> Pattern | None:
        try:
            return parse(source)
        except NotationError as error:
            self._report.add(line, error.what, error.remedy)
            return None

    def _reason(self, fields: Fields) -> Reason:
        name = fields.word("reason") or ""
        if name and name not in REASONS:
            fields.report(
                fields.line_of("reason"),
                words(
                    QT_TRANSLATE_NOOP("core", "There is no reason “{reason}”."),
                    reason=name,
                ),
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "Write “why” and “advice” instead, or one of: {names}."
                    ),
                    names=", ".join(REASONS),
                ),
            )
        why, advice = fields.word("why") or "", fields.word("advice") or ""
        if name not in REASONS:
            return Reason(Words(why), Words(advice))
        known = REASONS[name]
        return Reason(
            Words(why) if why else known.why,
            Words(advice) if advice else known.advice,
        )

    def _levels(self, fields: Fields) -> dict[Platform, Level]:
        found = {}
        for key, level in zip(_LEVEL_KEYS, Level, strict=True):
            for name in fields.word_list(key):
                if name in set(Platform):
                    found[Platform(name)] = level
                else:
                    _report_choice(fields, key, name, tuple(Platform))
        return found

    def _as_of(self) -> str:
        written = self._fields.word("as_of", required=True) or ""
        if written and not _MONTH.fullmatch(written):
            _report_choice(self._fields, "as_of", written, ("2026-11",))
        return written

    def _is(self, key: str) -> bool:
        return (self._fields.word(key) or "").casefold() in _YES


def _level(fields: Fields, key: str, usual: _Usual) -> Level | _Usual:
    written = fields.word(key)
    if not written:
        return usual
    by_word = {level.word: level for level in Level}
    if written not in by_word:
        _report_choice(fields, key, written, tuple(by_word))
    return by_word.get(written, usual)


def _title(fields: Fields, name: str) -> Words:
    written = fields.word("title") or ""
    return Words(written) if written else PACK_TITLES.get(name, Words(name))


def _report_choice(
    fields: Fields, key: str, written: str, known: Sequence[str]
) -> None:
    fields.report(
        fields.line_of(key),
        words(
            QT_TRANSLATE_NOOP("core", "“{key}” cannot be “{written}”."),
            key=key,
            written=written,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Write one of: {known}."), known=", ".join(known)
        ),
    )
