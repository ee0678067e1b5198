"""Judges a check: a verdict for each entry, and what it all comes to.

Changes nothing. A rule that cannot be reckoned never passes for one that holds: its
item says so, and asks for a look.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from qtdesk.core.checklists.attending import no_work
from qtdesk.core.checklists.check import Check
from qtdesk.core.checklists.checklist import BLANK, Item, ItemType, Rule, Severity
from qtdesk.core.checklists.outputs import made_texts, remark_of
from qtdesk.core.checklists.scope import Scope
from qtdesk.core.checklists.standing import (
    Choice,
    Entry,
    Finding,
    RunningTimer,
    Standing,
    Verdict,
)
from qtdesk.core.checklists.texts import Text
from qtdesk.core.checklists.values import Value, is_empty, shown
from qtdesk.core.orders import Span
from qtdesk.core.rules import RuleBook
from qtdesk.core.templates import Profile
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

_OF_SEVERITY = {
    Severity.STOP: Verdict.STOP,
    Severity.WARN: Verdict.WARN,
    Severity.NOTE: Verdict.NOTE,
}
_WORST_FIRST = (Verdict.STOP, Verdict.WARN, Verdict.TODO, Verdict.NOTE, Verdict.OK)
_MUST_FIRST = (Verdict.STOP, Verdict.TODO, Verdict.WARN, Verdict.NOTE, Verdict.OK)
"""The same where nothing can be finished before the item is answered."""
MISSING = "missing"
"""The name in records of the rule that a required answer is there."""
BROKEN = "rule_broken"


class Judge:
    """Judges checks in one language, for one agent, by the rules of now."""

    def __init__(
        self,
        rules: RuleBook,
        profile: Profile,
        language: str,
        work: Callable[[Check], Mapping[str, Value]] = no_work,
    ) -> None:
        """`work` is what `Scope` asks."""
        self._rules = rules
        self._profile = profile
        self._language = language
        self._work = work

    def standing(self, check: Check, moment: datetime) -> Standing:
        """How `check` stands at `moment`, which knows its distance from UTC."""
        scope = Scope(check, moment, self._rules, self._work)
        entries: list[Entry] = []
        not_asked: list[str] = []
        for item in check.checklist.items:
            lines = scope.entries_of(item) if scope.applies(item) else ()
            if not item.shown:
                continue
            if not lines:
                not_asked.append(item.id)
            else:
                entries += [self._entry(scope, item, *line) for line in lines]
        texts = made_texts(scope, entries, self._profile, self._language)
        return Standing(
            tuple(entries),
            tuple(not_asked),
            texts,
            remark_of(texts, scope, self._language),
            tuple(self._timers(scope)),
            self._close(scope),
        )

    def timers(self, check: Check, moment: datetime) -> tuple[RunningTimer, ...]:
        """The timers of `check` alone."""
        return tuple(self._timers(Scope(check, moment, self._rules, self._work)))

    def _entry(self, scope: Scope, item: Item, entry: str, said: str) -> Entry:
        value, is_default = scope.entry_value(item, entry)
        required = item.required is not None and scope.holds(
            item.required, item, in_doubt=True
        )
        order = _MUST_FIRST if item.severity is Severity.STOP else _WORST_FIRST
        findings = sorted(
            self._findings(scope, item, value, required=required),
            key=lambda finding: order.index(finding.verdict),
        )
        choices = tuple(self._choices(scope, item))
        verdict = findings[0].verdict if findings else Verdict.OK
        blocked = verdict in (Verdict.STOP, Verdict.TODO)
        return Entry(
            entry,
            item,
            said or item.label.said(self._language),
            item.help.said(self._language),
            value,
            next((c.label for c in choices if c.id == value), shown(value)),
            verdict,
            tuple(findings),
            choices,
            _spans(scope.check, item, entry),
            required,
            is_default and not is_empty(value),
            scope.check.overrides.get(entry, "") if blocked else "",
        )

    def _findings(
        self, scope: Scope, item: Item, value: Value, *, required: bool
    ) -> Iterator[Finding]:
        if required and is_empty(value):
            yield self._missing(item)
        for rule in item.rules:
            # One that cannot be reckoned is told of below.
            if scope.holds(rule.when, item, in_doubt=False):
                yield self._finding(scope, rule)
        if item.id in scope.broken:
            yield _broken()

    def _missing(self, item: Item) -> Finding:
        """Not read where it should be is wrong; not yet done by hand is open."""
        by_hand = not item.is_filled_by_order
        verdict = Verdict.TODO if by_hand else _OF_SEVERITY[item.severity]
        if item.missing:
            say = Words(item.missing.said(self._language))
        elif item.type.is_tick:
            say = words(QT_TRANSLATE_NOOP("core", "Not ticked yet."))
        else:
            say = words(QT_TRANSLATE_NOOP("core", "Not answered yet."))
        return Finding(MISSING, verdict, say, ask=item.ask)

    def _finding(self, scope: Scope, rule: Rule) -> Finding:
        verdict = _OF_SEVERITY[rule.severity]
        say, remedy = (self._said(scope, text) for text in (rule.say, rule.remedy))
        return Finding(rule.id, verdict, say, remedy, rule.ask)

    def _said(self, scope: Scope, text: Text) -> Words:
        """A sentence of the list in the agent's language, its blanks filled."""
        if not text:
            return NO_WORDS
        said = text.said(self._language)
        # No values besides, so that braces in them stay what they are.
        return Words(BLANK.sub(lambda blank: shown(scope.value(blank[1])), said))

    def _choices(self, scope: Scope, item: Item) -> Iterator[Choice]:
        if item.type is not ItemType.CHOICE:
            return
        for option in item.options:
            if scope.holds(option.when, item, in_doubt=True):
                yield Choice(option.id, option.label.said(self._language))
        for text in offered_names(scope, item):
            yield Choice(text, text)

    def _timers(self, scope: Scope) -> Iterator[RunningTimer]:
        for timer in scope.check.checklist.timers:
            at = scope.reckon(timer.at)
            if not isinstance(at, datetime):
                continue
            if scope.holds(timer.when, None, in_doubt=True):
                left = (at - scope.moment).total_seconds()
                label = timer.label.said(self._language)
                yield RunningTimer(timer.id, label, at, left)

    def _close(self, scope: Scope) -> Words:
        checklist = scope.check.checklist
        if scope.holds(checklist.close_rule, None, in_doubt=False):
            return NO_WORDS
        if checklist.close_say:
            return Words(checklist.close_say.said(self._language))
        return words(QT_TRANSLATE_NOOP("core", "This list cannot be finished yet."))


def offered_names(scope: Scope, item: Item) -> tuple[str, ...]:
    """Further answers of a choice: names that the shop has told."""
    names = scope.value(item.options_from) if item.options_from else ()
    return tuple(map(shown, names)) if isinstance(names, tuple) else ()


def offered(scope: Scope, item: Item) -> tuple[str, ...]:
    """Ids of all answers that a choice has now."""
    own = (o.id for o in item.options if scope.holds(o.when, item, in_doubt=True))
    return (*own, *offered_names(scope, item))


def _broken() -> Finding:
    return Finding(
        BROKEN,
        Verdict.WARN,
        words(QT_TRANSLATE_NOOP("core", "A rule of this item cannot be worked out.")),
        words(
            QT_TRANSLATE_NOOP("core", "Look yourself, and tell whoever wrote the list.")
        ),
    )


def _spans(check: Check, item: Item, entry: str) -> tuple[Span, ...]:
    if check.reading is None:
        return ()
    if item.each is not None:
        fields = [field for field in check.reading.fields if field.name is item.each]
        return fields[int(entry.rpartition(".")[2]) - 1].spans
    found = check.reading.get(item.field) if item.field is not None else None
    return found.spans if found is not None else ()
