"""The phrasebooks in use: add, take away, and see what is wrong in them.

Files themselves are never touched.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.bootstrap.on_request import open_reviews
from qtdesk.core.errors import QtdeskError
from qtdesk.core.events import BookChanged
from qtdesk.core.living_phrases import local_time
from qtdesk.core.phrases import Problem
from qtdesk.core.ports import Source
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.drops import local_paths
from qtdesk.ui.problem_text import ProblemText, entry_of, in_lines
from qtdesk.ui.review_line import ReviewLine, entries_of
from qtdesk.ui.source_list import SourceList
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell_problem

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.ports import Background

_WIDTH, _HEIGHT = 680, 520


class SourcesDialog(Dialog):
    """Sources above, the faults of the chosen one below."""

    refused = Signal(object)  # QtdeskError
    lists_asked = Signal()

    def __init__(
        self,
        desk: "Desk",
        bridge: Bridge,
        appearance: Appearance,
        background: "Background",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._desk, self._background = desk, background
        self._reviews = open_reviews(desk.proof, background, lambda: desk.settings)
        self.setAcceptDrops(True)
        self.resize(_WIDTH, _HEIGHT)
        bridge.sources_changed.connect(self._on_books_changed)
        bridge.book_changed.connect(self._on_books_changed)
        bridge.book_changed.connect(self._on_book_changed)
        self._reviews.follow(self._on_source_chosen)
        bridge.book_kept.connect(self._on_books_changed)
        bridge.lists_changed.connect(self._on_books_changed)
        bridge.own_phrases_changed.connect(self._on_books_changed)
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Phrasebooks"))
        note = self.tr("Files and folders, also on a share. Drop them here.")
        body.addLayout(self.heading(self.tr("Phrasebooks"), note))
        self.sources = SourceList(self.appearance)
        self.sources.setAccessibleName(self.tr("Phrasebooks"))
        body.addWidget(self.sources, 1)
        self._wrong = voiced(QLabel(), "strong")
        body.addWidget(self._wrong)
        self.review = ReviewLine()
        self.review.begin_asked.connect(self._on_review_asked)
        self.review.end_asked.connect(self._on_review_ended)
        body.addWidget(self.review)
        self.problems = ProblemText(self.appearance)
        body.addWidget(self.problems, 1)
        self._build_footer(footer)
        self.sources.currentRowChanged.connect(self._on_source_chosen)
        self._fill(None)

    def _build_footer(self, footer: QHBoxLayout) -> None:
        add_file = QPushButton(self.tr("Add a file…"))
        add_folder = QPushButton(self.tr("Add a folder…"))
        self._remove = QPushButton(self.tr("Take away"))
        self._copy = QPushButton(self.tr("Copy the list"))
        lists = QPushButton(self.tr("Checklists…"))
        self._export = QPushButton(self.tr("Export mine…"))
        self._export.setToolTip(self.tr("Your own phrases, as a phrasebook."))
        buttons = (add_file, add_folder, self._remove, self._copy, self._export, lists)
        for button in buttons:
            button.setAutoDefault(False)
            footer.addWidget(button)
        add_file.clicked.connect(self._on_add_file)
        add_folder.clicked.connect(self._on_add_folder)
        self._remove.clicked.connect(self._on_remove)
        self._copy.clicked.connect(self._on_copy)
        lists.clicked.connect(self.lists_asked)
        self._export.clicked.connect(self._on_export_asked)

    def add_paths(self, paths: Iterable[str]) -> None:
        """Use these files and folders as phrasebooks."""
        try:
            for path in paths:
                self._desk.books.add(path)
        except QtdeskError as error:
            self.refused.emit(error)

    def _problems(self, source: Source | None) -> tuple[Problem, ...]:
        """What is wrong in a phrasebook, and in the lists that came with it."""
        if source is None:
            return ()
        desk = self._desk
        return (*desk.books.problems(source), *desk.lists.problems(source.path))

    # --- showing ---------------------------------------------------------------

    def _fill(self, chosen: str | None) -> None:
        """List all sources; the one with the path `chosen` stays chosen."""
        self.sources.clear()
        row = 0
        for number, state in enumerate(self._desk.books.sources()):
            path = state.source.path
            fault = ""
            if wrong := self._problems(state.source):
                fault = self.tr("{count} to mend").format(count=len(wrong))
            note = self.tr("not in use")
            if state.source.sample:
                note = self.tr("sample, {count} phrases").format(count=state.phrases)
            elif state.in_use:
                note = self.tr("edition {version}, {count} phrases").format(
                    version=state.version or "–", count=state.phrases
                )
            title = state.title or path.replace("\\", "/").rsplit("/", 1)[-1]
            self.sources.add(state.source, title, note, fault)
            row = number if path == chosen else row
        self.sources.setCurrentRow(row)
        self._on_source_chosen()

    @Slot()
    def _on_source_chosen(self) -> None:
        source = self.sources.current
        problems = self._problems(source)
        self._remove.setEnabled(source is not None and not source.sample)
        self._export.setVisible(bool(self._desk.writing.own.kept))
        review = self._reviews.of(source.path) if source else None
        self.review.setVisible(source is not None)
        self.review.show_review(review)
        found = entries_of(review)
        self._copy.setEnabled(bool(problems or found))
        text = self.tr("Nothing is wrong here.")
        if source is not None and source.sample:
            text = self.tr("Samples go as soon as you add a phrasebook of your own.")
        if source is None:
            text = self.tr("No phrasebook yet.")
        elif problems:
            text = self.tr("To mend: {count}").format(count=len(problems))
        self._wrong.setText(text)
        # What is to be looked at is said once, by the review.
        self._wrong.setVisible(bool(problems) or not found)
        self.problems.show_entries((*map(entry_of, problems), *found))

    # --- reviews ---------------------------------------------------------------

    @Slot()
    def _on_review_asked(self) -> None:
        source = self.sources.current
        if source is not None:
            self._reviews.begin(source.path)

    @Slot()
    def _on_review_ended(self) -> None:
        source = self.sources.current
        if source is not None:
            self._reviews.cancel(source.path)

    @Slot(object)
    def _on_book_changed(self, event: BookChanged) -> None:
        """What was added or changed is looked through at once; it is in use already."""
        sources = self._desk.books.sources()
        samples = {state.source.path for state in sources if state.source.sample}
        if event.source not in samples and self.isVisible():
            self._reviews.begin(event.source)

    # --- changes ---------------------------------------------------------------

    @Slot()
    def _on_books_changed(self) -> None:
        source = self.sources.current
        self._fill(source.path if source else None)

    @Slot()
    def _on_add_file(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("Add phrasebooks"))
        self.add_paths(paths)

    @Slot()
    def _on_add_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Add a folder"))
        self.add_paths([path] if path else [])

    @Slot()
    def _on_remove(self) -> None:
        source = self.sources.current
        if source is None:
            return
        try:
            self._desk.books.remove(source)
        except QtdeskError as error:
            self.refused.emit(error)

    @Slot()
    def _on_copy(self) -> None:
        source = self.sources.current
        problems = self._problems(source)
        review = self._reviews.of(source.path) if source else None
        lines = [*map(tell_problem, problems), *map(in_lines, entries_of(review))]
        QGuiApplication.clipboard().setText("\n\n".join(lines))

    @Slot()
    def _on_export_asked(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export my phrases"), "", "YAML (*.yaml)"
        )
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write the agent's own phrases to `path`, which they have chosen."""
        # Brings YAML along.
        from qtdesk.bootstrap.own_books import export_own_phrases  # noqa: PLC0415

        path = path if path.suffix else path.with_suffix(".yaml")
        own, stages = self._desk.writing.own, self._desk.books.stages()
        phrases, today = tuple(own.all()), local_time().date()

        def work() -> int | QtdeskError:
            try:
                return export_own_phrases(path, phrases, own.locale, stages, today)
            except QtdeskError as error:
                return error

        def tell_end(ended: int | QtdeskError) -> None:
            if isinstance(ended, QtdeskError):
                self.refused.emit(ended)
                return
            said = self.tr("Phrases of yours in {name}: {count}")
            self._wrong.setText(said.format(name=path.name, count=ended))

        self._background.run(work, tell_end)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_paths(local_paths(event))
