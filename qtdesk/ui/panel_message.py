"""A message that an agent puts together of several phrases, piece by piece.

It knows the pieces and shows them; who pastes it, and when, is not its business.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from qtdesk.core.living_phrases import Piece
from qtdesk.core.templates import Filled, joined
from qtdesk.core.worded import Worded
from qtdesk.ui.panel_body import PanelBody

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk


class PanelMessage(QObject):
    """The pieces of one visit of the panel."""

    changed = Signal()
    """There are other pieces now, and they may take another height."""

    def __init__(self, desk: "Desk", body: PanelBody) -> None:
        super().__init__(body)
        self._desk, self._body = desk, body
        self._pieces: list[Piece] = []
        self._shown = Filled("")
        body.bar.piece_dropped.connect(self._on_piece_dropped)
        body.quote.worded_anew.connect(self._on_worded_anew)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self._pieces)

    def add(self, piece: Piece) -> None:
        """Put `piece` behind the others."""
        self._pieces.append(piece)
        self._show()
        # What is typed next looks for another phrase.
        self._body.field.selectAll()

    def drop(self) -> None:
        """Begin anew, before the agent's eyes."""
        self._pieces.clear()
        self._show()

    def forget(self) -> None:
        """Begin anew, with nothing to show yet."""
        self._pieces.clear()
        self._body.show_pieces([])

    @Slot(bool)
    def _on_worded_anew(self, better: bool) -> None:
        """The message as a whole is what is shown, if it is."""
        if self._pieces and self._body.quote.shows(self._shown):
            self._pieces = [
                piece._replace(worded=Worded(better=better, seen=True))
                for piece in self._pieces
            ]

    @Slot(int)
    def _on_piece_dropped(self, number: int) -> None:
        del self._pieces[number]
        self._show()

    def _show(self) -> None:
        self._body.show_pieces([piece.phrase.title for piece in self._pieces])
        if self._pieces:
            # Blanks that have come since, by a setting, stay as they are.
            texts = map(self._desk.delivery.text, self._pieces)
            self._shown = joined(
                one if isinstance(one, Filled) else Filled(one.draft) for one in texts
            )
            self._body.quote.show_filling(self._shown)
        else:
            self._body.show_current()
        self.changed.emit()
