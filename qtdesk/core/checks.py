"""Order checks as an agent has them: one in front, others half done beside it.

Reads what was copied, keeps each check after every step, and hands finished ones to
the records. What is right or wrong in one is the engine's business.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qtdesk.core.check_engine import CheckEngine
from qtdesk.core.check_names import CheckNames
from qtdesk.core.check_texts import CheckTexts, Given
from qtdesk.core.earlier_checks import look_up
from qtdesk.core.errors import ChecklistError, QtdeskError, StoreError
from qtdesk.core.events import CheckWanted
from qtdesk.core.paste import Paster
from qtdesk.core.paste.copied_text import MOST_OF_AN_ORDER
from qtdesk.core.ports import Background, Platform, Target
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    # Loaded with the first check, not with the desk.
    from qtdesk.core.check_texts import AtHand
    from qtdesk.core.checklists import Check, Standing, Value
    from qtdesk.core.order_checks import OrderChecks
    from qtdesk.core.orders import FieldName, Span
    from qtdesk.core.records import Record

ORDER_CHECK, ADDRESS_CHANGE = "CL-01", "CL-04"


class Checks:
    """The checks under way; their engine is loaded by the first one."""

    def __init__(
        self,
        platform: Platform,
        pastes: Paster,
        background: Background,
        open_engine: "Callable[[], OrderChecks]",
        records: RecordReading,
        announce: Callable[[CheckWanted], None],
        texts: "Callable[[AtHand, Callable[[Given], None]], CheckTexts]",
    ) -> None:
        """`open_engine` is called in the background; `texts` are told what we give."""
        self._platform, self._pastes = platform, pastes
        self.loading = CheckEngine(background, open_engine, self._on_loaded)
        self._records = records
        self._announce = announce
        self.texts = texts(self._at_hand, self._on_given)
        self._under_way: dict[str, Check] = {}
        self.current: Check | None = None
        """The one at hand, which outlives its window."""
        self.target: Target | None = None
        """The window that was in front when a check was asked for."""
        self.shown = False
        """Whether a window shows it."""
        self.language = "zh_CN"
        """Of what is said to the agent."""
        self.names = CheckNames(lambda: self.engine, lambda: self.language)

    # --- from the key to an open check -----------------------------------------

    def want(
        self,
        checklist: str = ORDER_CHECK,
        *,
        by_hotkey: bool = False,
        preset: str = "",
        target: Target | None = None,
    ) -> None:
        """Ask the front end for a check by that list; an empty one for the last.

        `target` is the window it is for, where that is not in front any more.
        """
        self._announce(CheckWanted(checklist, by_hotkey, preset, target))

    def open(self, wanted: CheckWanted, ready: Callable[[], None]) -> None:
        """Remember the window in front, read what was copied, then call `ready`.

        `current` is the check of what was copied then, an earlier one if there is one,
        and None where that is no order. With an empty `checklist` the last one stays.
        `ready` may be called once more, when the order turns out to be known.
        """
        windows = self._platform.windows
        self.target = wanted.target or windows.front() or windows.recent()
        read = partial(self.read, wanted.checklist, ready, wanted.preset)
        self._pastes.when_clear(read)

    def read(self, checklist: str, ready: Callable[[], None], preset: str = "") -> None:
        """Read what is copied now, for the same target; see `open`."""

        def looked() -> None:
            text = self._pastes.copied(None, MOST_OF_AN_ORDER)
            self.take(checklist, text or "", ready, preset)

        self._pastes.when_settled(lambda: self._pastes.prepare(None, looked))

    def take(
        self, checklist: str, text: str, ready: Callable[[], None], preset: str = ""
    ) -> None:
        """Have a check of `text` at hand, for the same target; then call `ready`."""
        self.load(partial(self._begin, checklist, text, ready, preset))

    def load(self, done: Callable[[], None]) -> None:
        """Load the engine where it is not, in the background; then call `done`."""
        self.loading.load(done)

    def _on_loaded(self, engine: "OrderChecks") -> None:
        self._under_way = {check.uid: check for check in engine.unfinished()}

    @property
    def engine(self) -> "OrderChecks | None":
        """None until it is loaded, and where it cannot be."""
        return self.loading.there

    @property
    def problem(self) -> QtdeskError | None:
        """Why it cannot be loaded."""
        return self.loading.problem

    def _begin(
        self, checklist: str, text: str, ready: Callable[[], None], preset: str
    ) -> None:
        if self.engine is not None and checklist:
            self.begin(checklist, text, preset)
            self._look_up(ready)
        ready()

    def _look_up(self, ready: Callable[[], None]) -> None:
        """Find whether the order was checked before; then call `ready` once more."""
        check = self.current
        if check is None or check.uid in self._under_way:
            return

        def found(earlier: int) -> None:
            # Whatever was done meanwhile stays: a quick key must not cost the count.
            now = self.current
            if now is not None and now.uid == check.uid:
                self.current = replace(now, earlier=earlier)
                if now.uid in self._under_way:
                    self._take(self.current)
                ready()

        look_up(self._records, check, found)

    def begin(self, checklist: str, text: str, preset: str = "") -> None:
        """Have a check of `text` at hand: the one there is, or a new one.

        An order check of what is no order is none: nobody shall find another buyer's
        check in its place.
        """
        check = self._engine().begin(text, checklist, preset=preset)
        reading = check.reading if check.reading and check.reading.fields else None
        known = reading is not None or checklist != ORDER_CHECK
        self.current = check if known else None
        for other in self._under_way.values():
            if check.goes_on_in(other):
                self.current = other

    # --- several at once -------------------------------------------------------

    @property
    def under_way(self) -> "tuple[Check, ...]":
        """Those that something was done in and that have no end, the oldest first."""
        return tuple(self._under_way.values())

    def turn_to(self, uid: str) -> None:
        """Have another check that is under way at hand; none where `uid` is empty."""
        self.current = self._under_way.get(uid, self.current if uid else None)

    def next(self) -> None:
        """Have the check under way at hand that comes after this one, in a ring."""
        uids = list(self._under_way)
        if uids:
            now = self.current.uid if self.current is not None else ""
            after = uids.index(now) + 1 if now in uids else 0
            self.turn_to(uids[after % len(uids)])

    def forget(self) -> None:
        """Drop the check at hand without a record.

        Raises:
            StoreError: what was kept of it could not be dropped.
        """
        check, self.current = self.current, None
        if check is not None and self._under_way.pop(check.uid, None) is not None:
            self._engine().drop(check)

    # --- steps -----------------------------------------------------------------

    @property
    def standing(self) -> "Standing | None":
        """How the check at hand stands now."""
        if self.current is None:
            return None
        return self._engine().standing(self.current, self.language)

    def answer(self, entry: str, value: "Value") -> None:
        """Answer an entry. Raises as `OrderChecks.set`, as the next ones do.

        An answer that a preset begins with brings the rest of it along, where nobody
        has answered that yet: a label that is printed leaves the warehouse to be asked.
        """
        check, engine = self._check(), self._engine()
        answered = engine.set(check, entry, value)
        for preset in check.checklist.presets:
            begun = next(iter(preset.answers.items())) == (entry, value)
            if begun and not set(preset.answers) & (set(check.values) - {entry}):
                answered = engine.apply(check, preset.id)
        self._take(answered)

    def reset(self, entry: str) -> None:
        """Take back what was answered and let pass there."""
        self._take(self._engine().reset(self._check(), entry))

    def override(self, entry: str, reason: str) -> None:
        """Let pass what is wrong; an empty reason takes that back."""
        self._take(self._engine().override(self._check(), entry, reason))

    def apply(self, preset: str) -> None:
        """Give all answers of a preset."""
        self._take(self._engine().apply(self._check(), preset))

    def assign(self, span: "Span", name: "FieldName") -> None:
        """Let a piece of the order's text be that field."""
        self._take(self._engine().assign(self._check(), span, name))

    def _take(self, check: "Check") -> None:
        self.current = check
        self._under_way[check.uid] = check
        self._engine().keep(check)

    def _at_hand(self) -> "tuple[str, Standing | None]":
        return (self.current.uid if self.current is not None else ""), self.standing

    def _on_given(self, given: Given) -> None:
        mine = self.current is not None and self.current.uid == given.uid
        check = self.current if mine else self._under_way.get(given.uid)
        if check is None or self.engine is None:
            return
        for output in given.outputs:
            check = self.engine.gave(check, output)
        self._under_way[check.uid] = check
        if mine:
            self.current = check
        self.engine.keep(check)

    # --- the end ---------------------------------------------------------------

    def finish(self, told: Callable[[StoreError | None], None]) -> None:
        """End the check at hand with its record; tells once that is kept.

        Raises:
            ChecklistError: something is in the way; its words say what.
        """
        self._end(self._engine().finish(self._check()), told)

    def refuse(self, told: Callable[[StoreError | None], None]) -> None:
        """End the check at hand as an order that is not to be sent."""
        self._end(self._engine().refuse(self._check()), told)

    def _end(self, record: "Record", told: Callable[[StoreError | None], None]) -> None:
        check, self.current = self._check(), None
        self._under_way[check.uid] = check

        def added(problem: StoreError | None) -> None:
            # What could not be recorded stays half done, to be finished again.
            if problem is None:
                self._under_way.pop(check.uid, None)
                self._engine().drop(check)
            told(problem)

        self._records.add(record, added, self._engine().rows(check))

    def enter_is_held(self) -> bool:
        """Whether Enter is down on the keyboard itself."""
        return "enter" in self._platform.keyboard.held()

    def dismiss(self) -> None:
        """Give the target the focus back; nothing is touched."""
        if self.target is not None:
            self._platform.windows.bring_to_front(self.target, 0)

    # --- within ----------------------------------------------------------------

    def _engine(self) -> "OrderChecks":
        return self.loading.must

    def _check(self) -> "Check":
        if self.current is None:
            raise ChecklistError(
                words(QT_TRANSLATE_NOOP("core", "No check is at hand."))
            )
        return self.current
