"""Tells the agent what happened: desk events as short messages.

It keeps silent about all that went as expected.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from qtdesk.core.combos import Combo
from qtdesk.core.events import (
    AbbreviationsChanged,
    BookChanged,
    BookKept,
    HotkeysChanged,
    PartPasted,
    PasteEnded,
    StoreChanged,
    WordsNoted,
)
from qtdesk.core.paste import Outcome, PasteResult, Reason, explain
from qtdesk.core.ports import Condition
from qtdesk.core.words import Words
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.toast import Kind, Messages
from qtdesk.ui.words import tell, tell_error, tell_problem

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk


class News(QObject):
    """Hears the bridge, speaks through the messages."""

    def __init__(
        self,
        desk: "Desk",
        bridge: Bridge,
        messages: Messages,
        show_books: Callable[[], None],
        show_recovery: Callable[[], None],
    ) -> None:
        """`show_books` and `show_recovery` open what tells more."""
        super().__init__(bridge)
        self._desk = desk
        self._messages = messages
        self._show_books = show_books
        self._show_recovery = show_recovery
        self._in_trouble = False
        self._greeted = False
        bridge.paste_ended.connect(self._on_paste_ended)
        bridge.part_pasted.connect(self._on_part_pasted)
        bridge.book_changed.connect(self._on_book_changed)
        bridge.book_kept.connect(self._on_book_kept)
        bridge.hotkeys_changed.connect(self._on_hotkeys_changed)
        bridge.abbreviations_changed.connect(self._on_abbreviations_changed)
        bridge.words_noted.connect(self._on_words_noted)
        bridge.store_changed.connect(self._on_store_changed)

    @Slot(object)
    def _on_paste_ended(self, event: PasteEnded) -> None:
        result = event.result
        unconfirmed = result.outcome is Outcome.UNCONFIRMED
        if result.quiet or (unconfirmed and not self._desk.settings.notify):
            return
        what, remedy = explain(result)
        if result.reason is Reason.UNABLE:
            what = self._why_no_paste(what)
        target = self._desk.target
        area = target.area if target else None
        self._messages.say(tell(what), tell(remedy), kind_of(result), area, urgent=True)

    @Slot(object)
    def _on_part_pasted(self, event: PartPasted) -> None:
        part = event.part
        title = self.tr("{done} of {parts} is in: {title}")
        self._messages.say(
            title.format(done=part.done, parts=part.parts, title=part.title),
            self.tr("Send it, then press {combo} and Enter for the next part.").format(
                combo=self._combo()
            ),
            urgent=True,
        )

    @Slot(object)
    def _on_words_noted(self, event: WordsNoted) -> None:
        """The text is on its way: there is time to read it once more in the chat."""
        self._messages.say(tell(event.why), tell(event.advice), Kind.WARN)

    def _combo(self) -> str:
        """What opens the panel, as it is printed on keys."""
        hotkeys = self._desk.listening.hotkeys
        return hotkeys.trigger or Combo.parse(hotkeys.combo).label

    def _why_no_paste(self, otherwise: Words) -> Words:
        """The desktop's own reason, where the agent can do something about it."""
        platform = self._desk.platform
        if platform.permission is None:
            return otherwise
        missing = (a for a in platform.abilities if a.name == "paste" and not a.able)
        return next((ability.reason for ability in missing), otherwise)

    @Slot(object)
    def _on_book_changed(self, event: BookChanged) -> None:
        if event.first and self._is_sample(event.source):
            self._greet()
            return
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
        lines = [self.tr(", ").join(parts), *map(tell_problem, event.problems[:1])]
        kind = Kind.WARN if event.problems else Kind.OK
        self._tell_of_book(title, lines, kind)

    def _is_sample(self, path: str) -> bool:
        sources = (state.source for state in self._desk.books.sources())
        return any(source.sample for source in sources if source.path == path)

    def _greet(self) -> None:
        """The first start of all: say how to begin, and not what the samples are."""
        trouble = self._desk.safekeeping.state.problem is not None
        if self._greeted or trouble or not self._desk.listening.hotkeys.active:
            return
        self._greeted = True
        self._messages.say(
            self.tr("qtdesk is ready"),
            self.tr("{combo} finds a phrase for the window in front.").format(
                combo=self._combo()
            ),
        )

    @Slot(object)
    def _on_book_kept(self, event: BookKept) -> None:
        title = self.tr("{book} cannot be used as it is now").format(book=event.title)
        fatal = [p for p in event.problems if p.fatal] or list(event.problems)
        lines = [tell_problem(fatal[0])] if fatal else []
        lines.append(self.tr("What was read last stays in use."))
        self._tell_of_book(title, lines, Kind.STOP)

    def _tell_of_book(self, title: str, lines: list[str], kind: Kind) -> None:
        self._messages.say(title, "\n".join(lines), kind, when_clicked=self._show_books)

    @Slot(object)
    def _on_hotkeys_changed(self, event: HotkeysChanged) -> None:
        if event.problem is not None:
            self._messages.say(*tell_error(event.problem), Kind.WARN)

    @Slot(object)
    def _on_abbreviations_changed(self, event: AbbreviationsChanged) -> None:
        if event.problem:
            title = self.tr("Typed abbreviations do not work")
            self._messages.say(title, tell(event.problem), Kind.WARN)

    @Slot(object)
    def _on_store_changed(self, event: StoreChanged) -> None:
        state = event.state
        show = self._show_recovery
        if state.condition is Condition.GONE:
            # Not one message among others: nothing is kept until this is settled.
            show()
        elif state.problem is not None:
            said = tell_error(state.problem)
            self._messages.say(*said, Kind.WARN, when_clicked=show)
        elif self._in_trouble:
            self._messages.say(self.tr("Everything is saved again"), "")
        elif state.damaged:
            title = self.tr("{count} changes of the past were damaged")
            self._messages.say(
                title.format(count=state.damaged),
                self.tr("What is left of them was set aside; the rest is in use."),
                Kind.WARN,
                when_clicked=show,
            )
        self._in_trouble = state.problem is not None


def kind_of(result: PasteResult) -> Kind:
    """How the end of a paste is meant."""
    if result.outcome is Outcome.NOTHING and result.reason is not Reason.TYPED_ON:
        return Kind.STOP
    as_promised = {Reason.ASKED, Reason.UNABLE}
    if result.outcome is Outcome.PASTED or result.reason in as_promised:
        return Kind.OK
    return Kind.WARN
