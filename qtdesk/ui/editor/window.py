"""Writes a phrase of the agent's own: fields left, how it will read and remarks right.

What is kept, and how, is the desk's business.
"""

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qtdesk.core.errors import QtdeskError
from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.phrase_review import Remark
from qtdesk.core.phrases import CANONICAL_STAGES, OWN, Phrase, Stage
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.editor.fields import Fields
from qtdesk.ui.editor.news_bar import NewsBar
from qtdesk.ui.editor.side import Side
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_WIDTH, _HEIGHT = 860, 600
_PAUSE_MS = 200
"""Between two letters, before what was written is looked at."""
_LONGEST_TITLE = 12
"""Characters of a title that a button can hold."""
_MOST_LOOKED_AT = 3000
"""Phrases of a stage whose situations are offered."""


class PhraseEditor(Dialog):
    """One phrase; closed, it is done with."""

    saved = Signal(object)  # Phrase
    other_asked = Signal(object)  # Phrase, to be opened beside this one

    def __init__(
        self,
        desk: "Desk",
        appearance: Appearance,
        phrase: Phrase,
        parent: QWidget | None = None,
    ) -> None:
        """Write on `phrase`, as the shelf has it, or as a new one."""
        super().__init__(appearance, parent)
        self._desk = desk
        self._asked = 0
        self._warned = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.resize(_WIDTH, _HEIGHT)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self._begin(phrase)

    def _begin(self, phrase: Phrase) -> None:
        """Show `phrase` as it is kept; nothing is changed yet."""
        standing = self._desk.writing.own.standing(phrase.key)
        self.phrase = standing.written if standing is not None else phrase
        self._seen = self._desk.writing.own.shared(self.phrase)
        self._draft = Draft.of(self.phrase)
        self.rebuild()
        # As the fields have it: they may not hold all that a book may.
        self._begun = self._draft

    @property
    def draft(self) -> Draft:
        """What stands in the fields."""
        return self._draft

    @property
    def _is_new(self) -> bool:
        kept = self._desk.writing.own.standing(self.phrase.key)
        return kept is None and self.phrase.book == OWN

    # --- building --------------------------------------------------------------

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        new = self.tr("New phrase")
        title = new if self._is_new else self.tr("Change a phrase")
        self.setWindowTitle(title)
        body.addLayout(self.heading(title, self._note()))
        self.news = NewsBar()
        body.addWidget(self.news)
        self.refusal = voiced(QLabel(), "stop")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        body.addWidget(self.refusal)
        stages = (self._stages(), self._situations)
        self.fields = Fields(
            self.appearance, self._draft, *stages, chinese=self._chinese
        )
        self.side = Side(self._desk, self.appearance)
        panes = QHBoxLayout()
        panes.setSpacing(tokens.SPACE_24)
        panes.addWidget(self.fields, 1)
        panes.addWidget(self.side)
        body.addLayout(panes, 1)
        self._build_footer(footer)
        self._connect()
        self.fields.order_tabs(self.news.controls, ())
        self._show_news()
        self._on_changed()
        self.fields.take_focus()

    def _note(self) -> str:
        standing = self._desk.writing.own.standing(self.phrase.key)
        if self._is_new:
            return self.tr(
                "Yours alone, found at once. Ctrl+Enter saves, Esc goes back."
            )
        if standing is None:
            return self.tr("You get one of your own; the phrasebook stays as it is.")
        if standing.is_version:
            return self.tr("Yours, in the place of the phrasebook's. Ctrl+Enter saves.")
        return self.tr("Yours alone. Ctrl+Enter saves, Esc goes back.")

    def _build_footer(self, footer: QHBoxLayout) -> None:
        self.suggest = QPushButton(self.tr("Copy for the lead"))
        self.suggest.setToolTip(self.tr("As it goes into a phrasebook; send it on."))
        self.delete = QPushButton(self.tr("Delete"))
        self.bring_back = QPushButton()
        for button in (self.suggest, self.delete, self.bring_back):
            button.setAutoDefault(False)
            footer.addWidget(button)
        self.suggest.clicked.connect(self._on_suggest_asked)
        self.delete.clicked.connect(self._on_delete_asked)
        self.bring_back.clicked.connect(self._on_bring_back_asked)
        deleted = self._desk.writing.own.deleted
        back = self.tr("Bring back “{title}”")
        named = deleted.title[:_LONGEST_TITLE] if deleted is not None else ""
        self.bring_back.setText(back.format(title=named).replace("&", "&&"))
        self.bring_back.setVisible(deleted is not None and self._is_new)

    def build_way_out(self, footer: QHBoxLayout) -> None:
        back = QPushButton(self.tr("Back"))
        self.keep = voiced(QPushButton(self.tr("Save")), "primary")
        for button, wanted in ((back, self.close), (self.keep, self.save)):
            # Enter is for the fields.
            button.setAutoDefault(False)
            button.clicked.connect(wanted)
            footer.addWidget(button)

    def _connect(self) -> None:
        self.fields.changed.connect(self._on_changed)
        self.side.remarks.better_chosen.connect(self.fields.texts.replace)
        self.side.remarks.other_asked.connect(self.other_asked)
        self.news.keep_asked.connect(self._on_keep_asked)
        self.news.take_asked.connect(self._on_delete_asked)
        self.news.undo_asked.connect(self._on_undo_asked)

    # --- what it stands for ----------------------------------------------------

    @property
    def _chinese(self) -> bool:
        return self._desk.writing.own.locale.startswith("zh")

    def _stages(self) -> tuple[Stage, ...]:
        """Those that phrases have, and those of the trade that none has yet."""
        known = self._desk.books.stages()
        keys = {stage.key for stage in known}
        look_up = QCoreApplication.translate
        others = [
            Stage(key, look_up("stages", title))
            for key, title in CANONICAL_STAGES.items()
            if key not in keys
        ]
        own = self._draft.stage
        if own not in {*keys, *CANONICAL_STAGES}:
            others.append(Stage(own, own))
        return (*known, *others)

    def _situations(self, stage: str) -> list[str]:
        found = islice(self._desk.books.shelf.in_stages((stage,)), _MOST_LOOKED_AT)
        return list(dict.fromkeys(filter(None, (one.situation for one in found))))

    def _show_news(self) -> None:
        standing = self._desk.writing.own.standing(self.phrase.key)
        self.delete.setVisible(standing is not None)
        if standing is None:
            self.news.say_nothing()
            return
        theirs = standing.theirs
        refusal = self._desk.living.refusal(theirs or standing.phrase)
        self.news.say(standing, refusal)
        back = self.tr("As the phrasebook has it")
        self.delete.setText(back if standing.is_version else self.tr("Delete"))

    # --- while it is written ---------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        self._draft = self.fields.draft
        self._warned = False
        text = self.fields.shown_text
        self.side.show_text(self.phrase, text, chinese=self._chinese)
        self._pause.start()

    @Slot()
    def _look(self) -> None:
        """Have what was written looked at, elsewhere; only the latest counts."""
        self._asked += 1
        number = self._asked

        def show(remarks: tuple[Remark, ...]) -> None:
            if number == self._asked and self.isVisible():
                self.side.remarks.show_remarks(remarks, several=several)
                self.fields.texts.underline(remarks)
                self.fields.order_tabs(self.news.controls, self.side.remarks.controls)

        phrase = self._draft.as_read(self.phrase)
        several = len(self._draft.texts) > 1
        self._desk.writing.review.look(phrase, self._desk.settings, show)

    # --- changes ---------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Keep it and close; a refusal is told in its words."""

        def keep() -> None:
            phrase = self._draft.finished(self.phrase)
            self._desk.writing.own.save(phrase, self._seen)
            self.saved.emit(phrase)
            self.accept()

        self._try(keep)

    @Slot()
    def _on_keep_asked(self) -> None:
        self._try(lambda: self._desk.writing.own.keep_mine(self.phrase.key))
        self._begin(self.phrase)

    @Slot()
    def _on_delete_asked(self) -> None:
        """Delete it; the fields go on with that of the phrasebook, if there is one."""
        standing = self._desk.writing.own.standing(self.phrase.key)
        self._try(lambda: self._desk.writing.own.delete(self.phrase.key))
        theirs = standing.theirs if standing is not None else None
        self._begin(theirs or self.phrase)
        self.news.say_deleted(shared=theirs is not None)
        self.bring_back.hide()

    @Slot()
    def _on_undo_asked(self) -> None:
        phrase = self._desk.writing.own.undo()
        if phrase is not None:
            self._begin(phrase)

    @Slot()
    def _on_bring_back_asked(self) -> None:
        """Beside this one, which may be half written."""
        phrase = self._desk.writing.own.undo()
        self.bring_back.hide()
        if phrase is not None:
            self.other_asked.emit(phrase)

    @Slot()
    def _on_suggest_asked(self) -> None:
        # Brings YAML along.
        from qtdesk.bootstrap.own_books import suggestion  # noqa: PLC0415

        def copy() -> None:
            phrase = self._draft.finished(self.phrase)
            text = suggestion(phrase, self._desk.books.stages())
            QGuiApplication.clipboard().setText(text)
            self.suggest.setText(self.tr("Copied"))

        self._try(copy)

    def _try(self, change: Callable[[], None]) -> None:
        """Make a change; a refusal is shown in its words."""
        try:
            change()
        except QtdeskError as refused:
            self.refusal.setText("\n".join(filter(None, tell_error(refused))))
            self.refusal.show()
        else:
            self.refusal.hide()

    # --- the way out -----------------------------------------------------------

    def reject(self) -> None:
        """Close, but not at once over what was written and is not saved."""
        if self._draft == self._begun or self._warned:
            super().reject()
            return
        self._warned = True
        self.news.say_unsaved()
