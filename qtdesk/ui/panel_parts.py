"""The quiet parts of the quick panel: the target, and what stands for no hits.

They show what they are told and decide nothing.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qtdesk.core.ports import Target
from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.pills import Pill
from qtdesk.ui.theme import Appearance, font

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TargetNote(QWidget):
    """Program and title of the window that will receive the text."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._app = self._title = self._note = ""
        self._warns = False
        self.setFixedWidth(248)

    def show_target(self, target: Target | None) -> None:
        """Say where the text will go, or that it can only be copied."""
        note = self.tr("Will paste into")
        if target is None:
            self.say(self.tr("No window"), "", self.tr("Copies only"))
        elif target.unseen:
            self.say(self.tr("the window with the focus"), "", note)
        else:
            self.say(target.called, target.title, note)

    def say(self, app: str, title: str, note: str) -> None:
        """`app` strong, `title` dim beside it, `note` below."""
        if (app, title, note) != (self._app, self._title, self._note):
            self._warns = False
            # Programs end their titles with their name, which is said already.
            title = title.removesuffix(app).rstrip(" -–—|·") if app else title
            self._app, self._title, self._note = app, title, note
            spoken = " ".join(part for part in (note, app, title) if part)
            self.setAccessibleName(spoken)
            self.update()

    def warn(self, note: str) -> None:
        """`note` in the place of the last one, for the eye to be caught."""
        self.say(self._app, self._title, note)
        self._warns = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        middle = box.center().y()
        strong, dim = font(tokens.SMALL, tokens.MEDIUM), font(tokens.SMALL)
        app = QFontMetricsF(strong).elidedText(
            self._app, Qt.TextElideMode.ElideRight, box.width()
        )
        gap = tokens.SPACE_8 if self._title else 0
        room = box.width() - QFontMetricsF(strong).horizontalAdvance(app) - gap
        title = ""
        if room > tokens.SPACE_24:
            title = QFontMetricsF(dim).elidedText(
                self._title, Qt.TextElideMode.ElideRight, room
            )
        used = QFontMetricsF(dim).horizontalAdvance(title)
        upper = QRectF(box.x(), middle - 18, box.width(), 18)
        painter.setFont(dim)
        painter.setPen(theme.dim)
        painter.drawText(upper, _RIGHT, title)
        painter.setFont(strong)
        painter.setPen(theme.text)
        shift = used + (gap if title else 0)
        painter.drawText(upper.adjusted(0, 0, -shift, 0), _RIGHT, app)
        painter.setFont(font(tokens.TINY))
        painter.setPen(theme.warn if self._warns else theme.dim)
        note = painter.fontMetrics().elidedText(
            self._note, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(upper.translated(0, 18), _RIGHT, note)


class Glass(QWidget):
    """The sign of a search field."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2.5, -2.5)
        drawing.draw_glass(painter, box, self._appearance.theme.faint)


class DimLabel(QLabel):
    """A short note in a voice of its own, without a style sheet."""

    def __init__(
        self, appearance: Appearance, voice: str = "dim", size: int = tokens.SMALL
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._voice = voice
        self.setFont(font(size))
        appearance.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        colours = self.palette()
        ink = getattr(self._appearance.theme, self._voice)
        colours.setColor(self.foregroundRole(), ink)
        self.setPalette(colours)


class EmptyNote(QWidget):
    """Stands in for the list: what is missing, and what to do about it."""

    action_clicked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = DimLabel(appearance, "text", tokens.STRONG)
        self._hint = DimLabel(appearance)
        self._action = Pill(appearance, primary=True)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.SPACE_8)
        column.addStretch(3)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(tokens.SPACE_8)
        column.addWidget(self._action, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        self._action.clicked.connect(self.action_clicked)

    def say(self, title: str, hint: str, action: str = "") -> None:
        self._title.setText(title)
        self._hint.setText(hint)
        self._action.setText(action)
        self._action.setVisible(bool(action))


class NoHits(EmptyNote):
    """Why no phrase was found."""

    def explain(self, phrases: int, query: str, stage: str | None) -> None:
        """`phrases` is how many there are at all; `stage` the one looked in."""
        if not phrases:
            self.say(
                self.tr("No phrasebook yet"),
                self.tr("Add a file or a folder, or drop one here."),
                self.tr("Add a phrasebook…"),
            )
            return
        title = self.tr("Nothing here")
        if query:
            title = self.tr("Nothing found for “{query}”").format(query=query)
        hint = self.tr("Fewer letters find more. Ctrl+N writes a new phrase.")
        if stage is not None:
            hint = self.tr("Tab looks in another stage.")
        self.say(title, hint)
