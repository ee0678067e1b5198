"""What is new and where to get it, or why nobody can tell. Fetches nothing itself."""

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qtdesk import __version__
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.update_watch import UpdateWatch
from qtdesk.ui.words import tell

_WIDTH = 480


class UpdateDialog(Dialog):
    """Shows what an `UpdateWatch` knows, and follows it."""

    def __init__(
        self, watch: UpdateWatch, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._watch = watch
        self.rebuild()
        watch.changed.connect(self._on_changed)

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Updates"))
        self.setFixedWidth(_WIDTH)
        release, warning = self._watch.release, self._watch.warning
        if release is not None:
            title = self.tr("qtdesk {version} is there").format(version=release.version)
            note = self.tr("This is {version}.").format(version=__version__)
            body.addLayout(self.heading(title, note))
            for new in release.notes:
                body.addWidget(_line(f"· {new}"))
            body.addWidget(voiced(_line(release.page), "dim"))
            button = QPushButton(self.tr("Open this page"))
            button.setAutoDefault(False)
            button.clicked.connect(self._on_page_asked)
            footer.addWidget(button)
        elif warning is not None:
            happened, why, remedy = map(tell, warning)
            body.addLayout(self.heading(happened, why))
            body.addWidget(_line(remedy))
        else:
            note = self.tr("This is {version}.").format(version=__version__)
            body.addLayout(self.heading(self.tr("Nothing new is known"), note))
        body.addStretch()

    @Slot()
    def _on_changed(self) -> None:
        self.rebuild()
        self.fit_height()

    @Slot()
    def _on_page_asked(self) -> None:
        if self._watch.release is not None:
            QDesktopServices.openUrl(QUrl(self._watch.release.page))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit_height()
        super().showEvent(event)


def _line(text: str) -> QLabel:
    """Text that can be taken along; never read as HTML, for others have written it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
