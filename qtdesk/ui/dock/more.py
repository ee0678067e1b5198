"""What the dock offers beside itself: the whole text, other actions, a new buyer."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot

from qtdesk.core.errors import BuyersError, QtdeskError
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import QuietWindows
from qtdesk.core.templates import Unfilled
from qtdesk.ui.dock.buyer_prompt import BuyerPrompt
from qtdesk.ui.dock.popover import Action, Note, Popover
from qtdesk.ui.dock.window import DockWindow
from qtdesk.ui.theme import Appearance
from qtdesk.ui.whose import whose
from qtdesk.ui.words import tell, tell_error

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qtdesk.core.desk import Desk

_HOVER_MS = 350


class More(QObject):
    """One popover and one prompt, one of them at a time."""

    changed = Signal()
    """Something is pinned, or no more."""
    away_asked = Signal()

    def __init__(
        self,
        desk: "Desk",
        appearance: Appearance,
        window: DockWindow,
        refused: Callable[[QtdeskError], None],
    ) -> None:
        super().__init__(window)
        self._desk, self._appearance, self._window = desk, appearance, window
        self._refused = refused
        self._phrase: Phrase | None = None
        self._place = QRect()
        self._dialog: QWidget | None = None
        self.popover = Popover(appearance, desk.platform.composited)
        self.prompt = BuyerPrompt(appearance, desk.platform.composited)
        self._hover = QTimer(self)
        self._hover.setSingleShot(True)
        self._hover.setInterval(_HOVER_MS)
        self._hover.timeout.connect(self._on_hovered)
        self.popover.action_chosen.connect(self._on_action_chosen)
        self.prompt.name_given.connect(self._on_name_given)
        self.prompt.given_up.connect(self._on_given_up)

    def in_use(self) -> bool:
        """Whether the agent is about to choose or to type something."""
        return self.popover.offers or self.prompt.isVisible()

    def leave(self) -> None:
        """Nothing is to be seen any more."""
        self._hover.stop()
        self.popover.leave()
        self.prompt.leave()

    # --- the whole text --------------------------------------------------------

    @Slot(object, QRect)
    def point_at(self, phrase: Phrase | None, place: QRect) -> None:
        """The pointer is over a card, or over none; a moment later it is shown."""
        if self.popover.offers:
            return
        self.popover.leave()
        self._phrase, self._place = phrase, place
        if phrase is None:
            self._hover.stop()
        else:
            self._hover.start()

    @Slot()
    def point_at_nothing(self) -> None:
        self.point_at(None, QRect())

    @Slot()
    def _on_hovered(self) -> None:
        if self._phrase is not None:
            self._say(self._phrase, self._place, ())

    def _say(self, phrase: Phrase, place: QRect, actions: tuple[Action, ...]) -> None:
        filling = self._desk.fill(phrase)
        warning = tell(self._desk.living.refusal(phrase))
        if not warning and isinstance(filling, Unfilled):
            warning = self.tr("Has blanks: a click opens it in the panel.")
        own = whose(self._desk.writing.own, phrase)
        warning = "\n".join(filter(None, (warning, own)))
        picture = self._desk.living.picture(phrase)
        name = PurePosixPath(picture.path).name if picture is not None else ""
        text = self.tr("Picture: {name}").format(name=name) if name else filling.draft
        note = Note(phrase.title, text, warning, actions)
        self._show(note, place)

    def _show(self, note: Note, place: QRect) -> None:
        self.popover.say(note, place, self._window.visible_part)
        platform = self._desk.platform
        if isinstance(platform, QuietWindows):
            platform.keep_quiet(int(self.popover.winId()))

    # --- other actions ---------------------------------------------------------

    @Slot(object, QRect)
    def offer_for(self, phrase: Phrase, place: QRect) -> None:
        """What else can be done with a phrase."""
        self._hover.stop()
        self._phrase, self._place = phrase, place
        pinned = self._desk.usage.pinned(phrase)
        actions = (
            Action("copy", self.tr("Copy")),
            Action("pin", self.tr("Unpin") if pinned else self.tr("Pin")),
            Action("edit", self.tr("Edit…")),
            Action("keys", self.tr("Hotkey…")),
        )
        self._say(phrase, place, actions)

    @Slot(QRect)
    def offer_places(self, place: QRect) -> None:
        """Where the dock itself could be."""
        self._hover.stop()
        self._phrase = None
        actions = (
            Action("beside", self.tr("Beside")),
            Action("floating", self.tr("Floating")),
            Action("edge", self.tr("At the edge")),
            Action("away", self.tr("Hide")),
        )
        self._show(Note(self.tr("Place of the dock"), "", "", actions), place)

    @Slot(str)
    def _on_action_chosen(self, name: str) -> None:
        phrase = self._phrase
        try:
            if name == "away":
                self.away_asked.emit()
            elif phrase is None:
                self._desk.change_settings({"dock_place": name})
            elif name == "copy":
                self._desk.copy_here(phrase)
            elif name == "pin":
                pinned = self._desk.usage.pinned(phrase)
                self._desk.usage.pin(phrase, pinned=not pinned)
                self.changed.emit()
            elif name == "edit":
                self._desk.writing.want(phrase)
            else:
                self._open_keys(phrase)
        except QtdeskError as error:
            self._refused(error)

    def _open_keys(self, phrase: Phrase) -> None:
        from qtdesk.ui.dock.key_dialog import KeyDialog  # noqa: PLC0415 - rarely used

        if self._dialog is not None:
            self._dialog.close()
        self._desk.open()
        dialog = KeyDialog(self._desk, self._appearance, phrase)
        dialog.finished.connect(self._desk.dismiss)
        self._dialog = dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    # --- a new buyer -----------------------------------------------------------

    @Slot()
    def ask_for_buyer(self) -> None:
        """Let the agent type a name; the chat has the focus back afterwards."""
        self.leave()
        self._desk.open()
        bar = self._window.buyers
        self.prompt.ask(bar.mapToGlobal(QPoint(0, bar.height())))
        self._desk.platform.take_focus(int(self.prompt.winId()))

    @Slot(str)
    def _on_name_given(self, name: str) -> None:
        try:
            self._desk.dock.buyers.open(name)
        except BuyersError as error:
            title, rest = tell_error(error)
            self.prompt.complain("\n".join(filter(None, (title, rest))))
            return
        self.prompt.leave()
        self._desk.dismiss()

    @Slot()
    def _on_given_up(self) -> None:
        self._desk.dismiss()
