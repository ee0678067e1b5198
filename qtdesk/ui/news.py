"""Tells the agent what happened: desk events as messages of the toast.

It keeps silent about all that went as expected.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from qtdesk.core.events import BookChanged, BookKept, HotkeysChanged, PasteEnded
from qtdesk.core.paste import Outcome, PasteResult, Reason, explain
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.toast import Kind, Toast
from qtdesk.ui.words import tell, tell_error, tell_problem

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk


class News(QObject):
    """Hears the bridge, speaks through the toast."""

    def __init__(self, desk: "Desk", bridge: Bridge, toast: Toast) -> None:
        super().__init__(bridge)
        self._desk = desk
        self._toast = toast
        bridge.paste_ended.connect(self._on_paste_ended)
        bridge.book_changed.connect(self._on_book_changed)
        bridge.book_kept.connect(self._on_book_kept)
        bridge.hotkeys_changed.connect(self._on_hotkeys_changed)

    @Slot(object)
    def _on_paste_ended(self, event: PasteEnded) -> None:
        result = event.result
        unconfirmed = result.outcome is Outcome.UNCONFIRMED
        if result.quiet or (unconfirmed and not self._desk.settings.notify):
            return
        what, remedy = explain(result)
        target = self._desk.target
        area = target.area if target else None
        self._toast.say(tell(what), tell(remedy), kind_of(result), area)

    @Slot(object)
    def _on_book_changed(self, event: BookChanged) -> None:
        parts = []
        if event.added:
            parts.append(self.tr("{count} new").format(count=len(event.added)))
        if event.changed:
            parts.append(self.tr("{count} changed").format(count=len(event.changed)))
        if event.removed:
            parts.append(self.tr("{count} gone").format(count=len(event.removed)))
        if event.problems:
            count = len(event.problems)
            parts.append(self.tr("{count} to mend").format(count=count))
        if not parts:
            return
        title = self.tr("{book} was updated").format(book=event.title)
        if event.first:
            title = self.tr("{book} is ready").format(book=event.title)
        kind = Kind.WARN if event.problems else Kind.OK
        self._toast.say(title, self.tr(", ").join(parts), kind)

    @Slot(object)
    def _on_book_kept(self, event: BookKept) -> None:
        title = self.tr("{book} cannot be used as it is now").format(book=event.title)
        fatal = [p for p in event.problems if p.fatal] or list(event.problems)
        lines = [tell_problem(fatal[0])] if fatal else []
        lines.append(self.tr("What was read last stays in use."))
        self._toast.say(title, "\n".join(lines), Kind.STOP)

    @Slot(object)
    def _on_hotkeys_changed(self, event: HotkeysChanged) -> None:
        if event.problem is not None:
            self._toast.say(*tell_error(event.problem), Kind.WARN)


def kind_of(result: PasteResult) -> Kind:
    """How the end of a paste is meant."""
    if result.outcome is Outcome.NOTHING:
        return Kind.STOP
    if result.outcome is Outcome.PASTED or result.reason is Reason.ASKED:
        return Kind.OK
    return Kind.WARN
