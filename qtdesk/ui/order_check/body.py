"""What is inside the window of a check, from its subject to its actions.

Lays out and shows; what is asked here is answered by the window.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtdesk.core.checklists import Check, MadeText, Standing, Verdict
from qtdesk.core.templates import Filled
from qtdesk.ui import theme as tokens
from qtdesk.ui.order_check.entry_list import EntryList
from qtdesk.ui.order_check.footer import CheckFooter
from qtdesk.ui.order_check.parts import CountPill
from qtdesk.ui.order_check.row_model import RowModel
from qtdesk.ui.order_check.rows import Row
from qtdesk.ui.order_check.source_text import SourceText
from qtdesk.ui.order_check.wording import Wording
from qtdesk.ui.panel_parts import DimLabel, EmptyNote
from qtdesk.ui.pills import Pill
from qtdesk.ui.preview import Preview
from qtdesk.ui.quiet_line import QuietLine
from qtdesk.ui.theme import Appearance, Theme, font
from qtdesk.ui.word_signs import marked
from qtdesk.ui.wording_line import WordingLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from qtdesk.core.remarks import Remarks

_LEFT, _WIDTH, _HEIGHT = 312, 776, 660
_HEADER, _FOOTER = 54, 52
_OUTGOING = 172
_PAD = tokens.SPACE_12


class CheckBody(QWidget):
    """Order and text on the left, entries on the right, actions below."""

    text_picked = Signal(str)
    """Id of an output whose text is to be shown."""

    def __init__(
        self,
        appearance: Appearance,
        window: QWidget,
        remarks: "Callable[[MadeText], Remarks | None]",
    ) -> None:
        """`remarks` tells what is to be said of the words of a text."""
        super().__init__()
        self._remarks = remarks
        self._appearance = appearance
        self._wording = Wording()
        self.model = RowModel()
        self.entries = EntryList(self.model, appearance)
        self.source = SourceText(appearance)
        self.outgoing = Preview(appearance)
        self.words = WordingLine(appearance, key=False)
        self.footer = CheckFooter(appearance)
        self.empty = EmptyNote(appearance)
        self._title = DimLabel(appearance, "text", tokens.LARGE)
        self._title.setFont(font(tokens.LARGE, tokens.BOLD))
        self._subject = QuietLine(appearance, Qt.AlignmentFlag.AlignLeft)
        self._pill = CountPill(appearance)
        self._left, self._original = QWidget(), QWidget()
        self._note = DimLabel(appearance)
        self._source_title = DimLabel(appearance)
        self._point_hint = DimLabel(appearance)
        self._outgoing_title = DimLabel(appearance)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(tokens.SPACE_4)
        self._header, self._panes = QWidget(), QWidget()
        self._lay_out(window)
        self.setFocusProxy(self.entries)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    # --- showing ---------------------------------------------------------------

    def show_check(
        self, check: Check, standing: Standing, rows: tuple[Row, ...], entry: str
    ) -> None:
        """Show how a check stands, with that entry current."""
        self.empty.hide()
        self._panes.show()
        self.show_head(check, standing)
        self._show_original(check, standing)
        self.source.show_reading(check.reading, standing.entries)
        self.entries.show_rows(rows, entry)

    def _show_original(self, check: Check, standing: Standing) -> None:
        """Leave the room to the text that goes out where nothing was copied."""
        there = check.reading is not None
        note = "" if there else self._wording.without_order(check, standing)
        self._left.setVisible(there or bool(note or check.checklist.outputs))
        self._original.setVisible(there)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.outgoing.setMaximumHeight(_OUTGOING if there else _HEIGHT)

    def show_head(self, check: Check, standing: Standing) -> None:
        """Say what is checked, and how many things are wrong."""
        self._title.setText(self._wording.title(check))
        self._subject.say(self._wording.subject(check, standing))
        self._pill.say(*self._wording.counts(standing))

    def show_empty(self, title: str, hint: str) -> None:
        """Say why there is nothing to check."""
        self._title.setText(self._wording.window())
        self._subject.say("")
        self._pill.say("", Verdict.OK)
        self._panes.hide()
        self.empty.say(title, hint)
        self.empty.show()
        self.footer.show_nothing()

    def show_texts(self, texts: tuple[MadeText, ...], chosen: MadeText | None) -> None:
        """Show one text as it will be pasted, and names of the others to turn to."""
        while (item := self._tabs.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for made in texts if len(texts) > 1 else ():
            pill = Pill(self._appearance)
            pill.setText(made.label)
            pill.setChecked(chosen is not None and made.output.id == chosen.output.id)
            output = made.output.id
            pill.clicked.connect(lambda _=False, o=output: self.text_picked.emit(o))
            self._tabs.addWidget(pill)
        self._tabs.addStretch()
        self._outgoing_title.setText(self._wording.outgoing(chosen))
        self.outgoing.show_filling(chosen.filling if chosen is not None else Filled(""))
        self._show_remarks(chosen)
        self.outgoing.setAccessibleName(chosen.label if chosen is not None else "")
        for widget in (self.outgoing, self._outgoing_title):
            widget.setVisible(chosen is not None)

    def _show_remarks(self, chosen: MadeText | None) -> None:
        """Mark what is not said to buyers in the text that is shown, and say why."""
        found = self._remarks(chosen) if chosen is not None else None
        said = found is not None and bool(found.hits)
        self.words.setVisible(said)
        if found is not None and said:
            self.words.say(found)
            self.outgoing.mark_words(marked(found))

    def retranslate(self) -> None:
        """Say what does not depend on a check in the language of now."""
        self._source_title.setText(self.tr("Original"))
        self._point_hint.setText(self.tr("Click a piece to say what it is"))
        self.source.setAccessibleName(self.tr("The order as it was copied"))
        self.entries.setAccessibleName(self.tr("What is checked"))
        self.footer.retranslate()

    # --- painting --------------------------------------------------------------

    def paint_behind(self, painter: QPainter, body: QRectF, theme: Theme) -> None:
        """Hairlines, the grounds of the texts, and that of the actions."""
        top = body.y() + _HEADER
        foot = body.bottom() - _FOOTER
        painter.fillRect(QRectF(body.x(), top, body.width(), 1), theme.line)
        painter.fillRect(QRectF(body.x(), foot, body.width(), _FOOTER), theme.sunk)
        painter.fillRect(QRectF(body.x(), foot, body.width(), 1), theme.line)
        if self._panes.isHidden():
            return
        if self._left.isHidden():
            return
        middle = body.x() + _LEFT
        painter.fillRect(QRectF(middle, top, 1, foot - top), theme.line)
        radius = tokens.RADIUS_CONTROL
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunk)
        if not self._original.isHidden():
            painter.drawRoundedRect(self._frame(self.source), radius, radius)
        if self.outgoing.isHidden():
            return
        painter.setPen(theme.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        sharp = self._frame(self.outgoing).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(sharp, radius, radius)

    def _frame(self, widget: QWidget) -> QRectF:
        place = widget.mapTo(self.window(), widget.rect().topLeft())
        box = QRectF(place.x(), place.y(), widget.width(), widget.height())
        return box.adjusted(-_PAD, -tokens.SPACE_8, _PAD, tokens.SPACE_8)

    # --- layout ----------------------------------------------------------------

    def _lay_out(self, window: QWidget) -> None:
        outer = QVBoxLayout(window)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lay_out_header()
        column.addWidget(self._header)
        panes = QHBoxLayout(self._panes)
        panes.setContentsMargins(0, 1, 0, 1)
        panes.setSpacing(0)
        panes.addWidget(self._make_left())
        panes.addWidget(self.entries, 1)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        self.footer.setFixedHeight(_FOOTER)
        column.addWidget(self.footer)

    def _lay_out_header(self) -> None:
        row = QHBoxLayout(self._header)
        row.setContentsMargins(tokens.SPACE_20, 0, tokens.SPACE_20, 0)
        row.setSpacing(tokens.SPACE_12)
        row.addWidget(self._title)
        row.addWidget(self._subject, 1)
        row.addWidget(self._pill)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._header.setFixedHeight(_HEADER)

    def _make_left(self) -> QWidget:
        self._left.setFixedWidth(_LEFT)
        column = QVBoxLayout(self._left)
        edge = tokens.SPACE_20
        column.setContentsMargins(edge, tokens.SPACE_12, edge, tokens.SPACE_20)
        column.setSpacing(tokens.SPACE_8)
        column.addWidget(self._make_original(), 1)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._note)
        column.addSpacing(tokens.SPACE_4)
        column.addWidget(self._outgoing_title)
        column.addLayout(self._tabs)
        self.outgoing.setMinimumHeight(_OUTGOING)
        column.addLayout(_padded(self.outgoing))
        column.addWidget(self.words)
        self.words.hide()
        return self._left

    def _make_original(self) -> QWidget:
        column = QVBoxLayout(self._original)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_8)
        column.addWidget(self._source_title)
        column.addLayout(_padded(self.source), 1)
        column.addWidget(self._point_hint)
        for label in (self._source_title, self._point_hint):
            label.setFont(font(tokens.SMALL))
        return self._original


def _padded(widget: QWidget) -> QVBoxLayout:
    room = QVBoxLayout()
    room.setContentsMargins(_PAD, tokens.SPACE_8, _PAD, tokens.SPACE_8)
    room.addWidget(widget)
    return room
