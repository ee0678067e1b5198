"""What dialogs share: style, heading, footer, live theme and language."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.ui import theme as tokens
from qtdesk.ui.style_sheet import style_sheet
from qtdesk.ui.theme import Appearance, font

_FONTS = {
    "heading": (tokens.LARGE, tokens.BOLD),
    "strong": (tokens.STRONG, tokens.MEDIUM),
}
_W = TypeVar("_W", bound=QWidget)


def voiced(widget: _W, voice: str) -> _W:
    """`widget`, painted in the voice that the style sheet knows."""
    widget.setProperty("voice", voice)
    if voice in _FONTS:
        # Not by style sheet: sizes are asked for before one is applied.
        widget.setFont(font(*_FONTS[voice]))
    return widget


class Dialog(QDialog):
    """Base of the dialogs: body above, a footer with the way out below."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._holder: QWidget | None = None
        self.setStyleSheet(style_sheet(appearance.theme))
        appearance.theme_changed.connect(self._on_theme_changed)

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        """Fill the dialog; called again after a change of language."""
        raise NotImplementedError

    def build_way_out(self, footer: QHBoxLayout) -> None:
        """Put what ends the dialog at the end of `footer`."""
        close = voiced(QPushButton(self.tr("Close")), "primary")
        close.setDefault(True)
        close.clicked.connect(self.close)
        footer.addWidget(close)

    def rebuild(self) -> None:
        """Build everything anew, in the language of now."""
        if self._holder is not None:
            self._outer.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        self._outer.addWidget(self._holder)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        edge = tokens.SPACE_24
        body.setContentsMargins(edge, tokens.SPACE_20, edge, edge)
        body.setSpacing(tokens.SPACE_12)
        column.addLayout(body, 1)
        frame = voiced(QFrame(), "footer")
        footer = QHBoxLayout(frame)
        footer.setContentsMargins(edge, tokens.SPACE_8, edge, tokens.SPACE_8)
        footer.setSpacing(tokens.SPACE_8)
        column.addWidget(frame)
        self.build(body, footer)
        footer.addStretch()
        self.build_way_out(footer)
        if self.isVisible():
            # What joins a window that is shown already waits for Qt to come round.
            self._holder.show()

    def fit_height(self) -> None:
        """Be as high as wrapped texts need at this width."""
        inside = self._holder.layout() if self._holder is not None else None
        if inside is not None:
            # What its parts needed before is still remembered.
            inside.activate()
        self.setFixedHeight(self._outer.totalHeightForWidth(self.width()))

    def heading(self, title: str, note: str) -> QVBoxLayout:
        """The subject of the dialog and a sentence about it."""
        column = QVBoxLayout()
        column.setSpacing(tokens.SPACE_4)
        column.addWidget(voiced(QLabel(title), "heading"))
        below = voiced(QLabel(note), "dim")
        below.setWordWrap(True)
        column.addWidget(below)
        return column

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._holder is not None:
            self.rebuild()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setStyleSheet(style_sheet(self.appearance.theme))
