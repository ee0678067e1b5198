"""What an agent does with a check: answers, texts given out, the end.

Asks the desk's checks for it and tells what came of it; it shows nothing itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from qtdesk.core.checklists import MadeText, Standing, Value
from qtdesk.core.errors import QtdeskError
from qtdesk.core.orders import FieldName, Span
from qtdesk.core.records import OutputTarget
from qtdesk.ui.order_check.footer import text_of_kind
from qtdesk.ui.order_check.next_step import StepKind, next_step

if TYPE_CHECKING:
    from qtdesk.core.checks import Checks


class CheckActions(QObject):
    """One method for each thing that can be done with the check at hand."""

    changed = Signal()
    """The check stands otherwise now."""
    turned = Signal()
    """Another check is at hand."""
    forbidden = Signal(object)  # QtdeskError: nothing has changed
    copied = Signal(object)  # MadeText
    look_asked = Signal(str)
    """Id of the entry that is next."""
    away_asked = Signal()
    """A paste is next: the target has to have the focus."""
    left = Signal()
    """It is over: the target should have the focus back."""
    read_asked = Signal(str)
    """The id of a list, to be filled from what is copied now."""
    recorded = Signal()
    not_recorded = Signal(object)  # StoreError

    def __init__(self, checks: "Checks", parent: QObject) -> None:
        super().__init__(parent)
        self._checks = checks

    # --- answers ---------------------------------------------------------------

    @Slot(str, object)
    def answer(self, entry: str, value: Value) -> None:
        """Answer an entry."""
        self._do(lambda: self._checks.answer(entry, value))

    @Slot(str)
    def reset(self, entry: str) -> None:
        """Take back what was answered and let pass there."""
        self._do(lambda: self._checks.reset(entry))

    @Slot(str, str)
    def let_pass(self, entry: str, reason: str) -> None:
        """Let pass what is wrong, or no more without a reason."""
        self._do(lambda: self._checks.override(entry, reason))

    @Slot(str)
    def apply(self, preset: str) -> None:
        """Give all answers of a preset."""
        self._do(lambda: self._checks.apply(preset))

    @Slot(object, object)
    def assign(self, span: Span, name: FieldName) -> None:
        """Let a piece of the order be that field."""
        self._do(lambda: self._checks.assign(span, name))

    def _do(self, step: Callable[[], None]) -> None:
        try:
            step()
        except QtdeskError as error:
            self.forbidden.emit(error)
        else:
            self.changed.emit()

    # --- texts -----------------------------------------------------------------

    @Slot()
    def take_step(self) -> None:
        """Do the one thing that is next."""
        standing = self._checks.standing
        if standing is None:
            self.read_again()
            return
        step = next_step(standing)
        if step.kind is StepKind.PASTE and step.text is not None:
            self._paste(step.text)
        elif step.kind is StepKind.COPY and step.text is not None:
            self.copy(step.text)
        elif step.kind is StepKind.LOOK and step.entry is not None:
            self.look_asked.emit(step.entry.id)
        elif step.kind is StepKind.FINISH:
            self.finish()

    def _paste(self, made: MadeText) -> None:
        forbidden = self._checks.texts.forbidden(made)
        if forbidden is not None:
            self.forbidden.emit(forbidden)
            return
        target = self._checks.target
        if target is None or not target.unseen:
            self.away_asked.emit()
        # A desktop that tells of no window lets only the one with the focus copy.
        self._checks.texts.paste(made.output.id, target)
        self.away_asked.emit()

    @Slot(object)
    def copy_kind(self, kind: OutputTarget) -> None:
        """Copy what is for that kind: what is not for the buyer goes into no chat."""
        standing = self._checks.standing
        made = text_of_kind(standing, kind) if standing is not None else None
        if standing is None or made is None:
            return
        outputs = [m.output.id for m in standing.texts if m.output.target is kind]
        every = kind is OutputTarget.REMARK
        self._give(made, tuple(outputs) if every else (made.output.id,))

    @Slot(object)
    def copy(self, made: MadeText) -> None:
        """Copy one text."""
        self._give(made, (made.output.id,))

    def _give(self, made: MadeText, outputs: tuple[str, ...]) -> None:
        wanting = self._checks.texts.wanting(made)
        if wanting is not None:
            self.forbidden.emit(wanting)
            return
        self._checks.texts.copy(made, outputs)
        self.copied.emit(made)

    # --- which one, and the end ------------------------------------------------

    @Slot()
    def read_again(self) -> None:
        """Fill the same list from what is copied now."""
        check = self._checks.current
        self.read_asked.emit(check.checklist.id if check is not None else "")

    @Slot()
    def turn_on(self) -> None:
        """Have the next check under way at hand."""
        self._checks.next()
        self.turned.emit()

    @Slot(str)
    def turn_to(self, uid: str) -> None:
        """Have that check under way at hand."""
        self._checks.turn_to(uid)
        self.turned.emit()

    @Slot()
    def finish(self) -> None:
        """End the check with its record, if nothing is in the way."""
        self._end(self._checks.finish)

    @Slot()
    def refuse(self) -> None:
        """End the check as an order that is not to be sent."""
        self._end(self._checks.refuse)

    def _end(self, end: Callable[[Callable[[QtdeskError | None], None]], None]) -> None:
        try:
            end(self._on_ended)
        except QtdeskError as error:
            self.forbidden.emit(error)
        else:
            self.left.emit()

    def _on_ended(self, problem: QtdeskError | None) -> None:
        if problem is not None:
            self.not_recorded.emit(problem)
        else:
            self.recorded.emit()

    @Slot()
    def forget(self) -> None:
        """Drop the check without a record."""
        self._do(self._checks.forget)
        self.left.emit()

    @property
    def standing(self) -> Standing | None:
        """How the check at hand stands now."""
        return self._checks.standing
