"""One visit of the panel after the other: from the hotkey until the agent has chosen.

Keys that come before the panel can take them are kept and handed over in order. What a
phrase is, and what a paste does, are the desk's business.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from qtdesk.core.desk import Desk
from qtdesk.core.events import FormWanted, PanelWanted
from qtdesk.core.living_phrases import Piece
from qtdesk.core.ports import Stroke
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.quick_panel import QuickPanel

_CATCH_UP_MS = 30
"""An event takes less than 1 ms from the X server to the panel on an idle machine; a
busy one may need more, and nobody sees a panel close two frames later."""
_FOCUS_LOOK_MS = 10
_FOCUS_LOOKS = 100
"""As long as a window manager may take; then the agent's keys go where they go."""


class PanelVisits(QObject):
    """Opens the panel when it is wanted, and passes on what was chosen there."""

    def __init__(self, desk: Desk, bridge: Bridge, panel: QuickPanel) -> None:
        super().__init__(bridge)
        self._desk, self._panel = desk, panel
        self._typed_ahead: list[Stroke] = []
        """Keys for a panel that waits with its opening for a chord."""
        self._undecided = False
        """The hotkey was pressed over the open panel; soon it shows what it means."""
        self.take_strokes()
        bridge.panel_wanted.connect(self._on_panel_wanted)
        panel.opened_focused.connect(self._on_panel_focused)
        bridge.form_wanted.connect(self._on_form_wanted)
        panel.message_chosen.connect(self._on_message_chosen)
        panel.message_copied.connect(self._on_message_copied)
        panel.dismissed.connect(self._on_dismissed)
        panel.left.connect(self._on_panel_left)

    def take_strokes(self) -> None:
        """Take what is typed behind a hotkey, from now on."""
        self._desk.platform.type_ahead.listen(self._on_stroke)

    @Slot(object)
    def _on_panel_wanted(self, event: PanelWanted) -> None:
        if self._panel.isVisible():
            # The panel's keys come on a connection of Qt's: an Enter from before the
            # hotkey may still wait there, and must choose.
            self._undecided = event.by_hotkey
            wait = _CATCH_UP_MS if event.by_hotkey else 0
            QTimer.singleShot(wait, self, self._on_panel_decided)
        else:
            self._open(by_hotkey=event.by_hotkey, query=event.query)
            typed, self._typed_ahead = self._typed_ahead, []
            for stroke in typed:
                self._on_stroke(stroke)

    @Slot(object)
    def _on_form_wanted(self, event: FormWanted) -> None:
        if not self._panel.isVisible():
            self._open(by_hotkey=False, query="")
        self._panel.ask(event.phrase)

    def _open(self, *, by_hotkey: bool, query: str) -> None:
        target = self._desk.open(self._panel.look_again)
        self._panel.open(target, by_hotkey=by_hotkey, query=query)
        self._bring_forward()

    @Slot()
    def _on_panel_decided(self) -> None:
        """A panel that is still open is closed; one that was used opens again."""
        pressed, self._undecided = self._undecided, False
        if self._panel.isVisible():
            self._panel.close_panel()
            self._on_dismissed()
        elif pressed:
            self._desk.want_panel(by_hotkey=True)

    def _on_stroke(self, stroke: Stroke) -> None:
        if self._panel.isVisible() and not self._undecided:
            self._panel.feed(stroke)
        else:
            self._typed_ahead.append(stroke)

    def _free_keyboard(self) -> None:
        """Nothing more is typed for this opening of the panel."""
        if self._undecided:
            # The hotkey has taken the keyboard anew, for the next opening.
            return
        self._desk.platform.type_ahead.release()
        self._typed_ahead.clear()

    def _bring_forward(self) -> None:
        """Claim the focus that the hotkey press entitles us to."""
        self._desk.platform.take_focus(int(self._panel.winId()))

    @Slot()
    def _on_panel_focused(self) -> None:
        """Let the panel have the keys, once it has the focus by the system's word, too.

        Right behind a paste the focus may go back and forth once more.
        """
        self._release_keys_when_focused(_FOCUS_LOOKS)

    def _release_keys_when_focused(self, looks: int) -> None:
        if not self._panel.isVisible():
            return
        if not looks or self._desk.platform.has_focus(int(self._panel.winId())):
            self._desk.platform.type_ahead.release()
        else:
            again = partial(self._release_keys_when_focused, looks - 1)
            QTimer.singleShot(_FOCUS_LOOK_MS, self, again)

    @Slot()
    def _on_panel_left(self) -> None:
        self._free_keyboard()

    @Slot(object)
    def _on_message_chosen(self, pieces: tuple[Piece, ...]) -> None:
        self._free_keyboard()
        self._desk.paste_all(pieces)

    @Slot(object)
    def _on_message_copied(self, pieces: tuple[Piece, ...]) -> None:
        self._free_keyboard()
        self._desk.copy_all(pieces)

    @Slot()
    def _on_dismissed(self) -> None:
        self._free_keyboard()
        self._desk.dismiss()
