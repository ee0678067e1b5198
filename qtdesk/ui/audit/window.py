"""The lead's audit: samples on one page, figures on the other."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.audit.telling import Names
from qtdesk.core.auditing import Auditing
from qtdesk.core.errors import QtdeskError
from qtdesk.formats.figure_files import write_figures
from qtdesk.ui import theme as tokens
from qtdesk.ui.audit.figures_page import FiguresPage
from qtdesk.ui.audit.sample_page import SamplePage
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell_error

_WIDTH, _HEIGHT = 1080, 700
_PROGRESS_MS = 100


class AuditWindow(Dialog):
    """Two pages, and what both hand on."""

    refused = Signal(object)  # QtdeskError

    def __init__(
        self,
        auditing: Auditing,
        names: Names,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._auditing, self._names = auditing, names
        self._built: tuple[SamplePage | FiguresPage, ...] = ()
        self._page = 0
        self._watch = QTimer(self, interval=_PROGRESS_MS)
        self._watch.timeout.connect(self._show_progress)
        self.resize(_WIDTH, _HEIGHT)
        self.rebuild()

    # --- building --------------------------------------------------------------

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Audit"))
        note = self.tr("A few orders of each agent, looked at with the same sheet.")
        body.addLayout(self.heading(self.tr("Audit"), note))
        for page in self._built:
            page.let_go()
        served = (self._auditing, self._names, self.appearance)
        self.sample, self.figures = SamplePage(*served), FiguresPage(*served)
        self._built = (self.sample, self.figures)
        self.pages = QStackedWidget()
        choices = QHBoxLayout()
        choices.setSpacing(tokens.SPACE_8)
        self._choice = QButtonGroup(self)
        for page in self._built:
            self.pages.addWidget(page)
        self.sample.refused.connect(self._refuse)
        self.figures.refused.connect(self._refuse)
        for number, title in enumerate((self.tr("Sample"), self.tr("Figures"))):
            button = voiced(QPushButton(title), "small")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(number == self._page)
            self._choice.addButton(button, number)
            choices.addWidget(button)
        choices.addStretch()
        self._choice.idClicked.connect(self.show_page)
        body.addLayout(choices)
        body.addWidget(self.pages, 1)
        self._build_footer(footer)
        self.sample.told.connect(self.told.setText)
        if self.isVisible():
            self._on_loaded()

    def _build_footer(self, footer: QHBoxLayout) -> None:
        self.export = QPushButton(self.tr("Export…"))
        self.export.clicked.connect(self._on_export)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self._auditing.break_off)
        self.stop.hide()
        for button in (self.export, self.stop):
            button.setAutoDefault(False)
            footer.addWidget(button)
        self.told = voiced(QLabel(), "dim")
        footer.addWidget(self.told, 1)

    def build_way_out(self, footer: QHBoxLayout) -> None:
        """Not by Enter, which is for drawing and for going on."""
        close = voiced(QPushButton(self.tr("Close")), "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        footer.addWidget(close)

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Turn to the sample (0) or to the figures (1)."""
        self._page = number
        self._choice.button(number).setChecked(True)
        self.pages.setCurrentIndex(number)
        self.told.clear()
        if number and self._auditing.table is not None:
            self.figures.ask()

    def _on_loaded(self) -> None:
        self.sample.show_open()
        self.show_page(self._page)

    @Slot()
    def _show_progress(self) -> None:
        done = self._auditing.progress
        self.stop.setVisible(done < 1)
        if done < 1:
            text = self.tr("Reading: {percent} %")
            self.told.setText(text.format(percent=int(done * 100)))

    # --- handing on ------------------------------------------------------------

    @Slot()
    def _on_export(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        today = self._auditing.now
        proposal = Path(QStandardPaths.writableLocation(place)) / f"audit-{today}.xlsx"
        kinds = self.tr("Excel (*.xlsx);;CSV (*.csv)")
        title = self.tr("Export")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(proposal), kinds)
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the scores of all samples, or the figures, whichever is shown."""
        self.told.setText(self.tr("Writing…"))
        told = partial(self._on_exported, path)
        language = language_now()
        if self._page == 0:
            self._auditing.export(path, language, told)
            return
        lines, compared = list(self.figures.told), self.figures.compared
        write = partial(write_figures, path, lines, language, compared=compared)
        self._auditing.run(write, told)

    def _on_exported(self, path: Path, count: int | QtdeskError) -> None:
        if isinstance(count, QtdeskError):
            self._refuse(count)
            return
        text = self.tr("Rows in {name}: {count}")
        self.told.setText(text.format(count=count, name=path.name))

    @Slot(object)
    def _refuse(self, error: QtdeskError) -> None:
        self.told.setText(tell_error(error)[0])
        self.refused.emit(error)

    # --- Qt's events -----------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.start()
        self._auditing.load(self._on_loaded)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was shown on request is hidden the next time."""
        super().hideEvent(event)
        self._watch.stop()
        self._auditing.break_off()
        self.sample.unmasked.setChecked(False)
