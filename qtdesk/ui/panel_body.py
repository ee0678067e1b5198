"""What is inside the quick panel, from the query to the keys: layout and display."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qtdesk.core.inquiry import Answers
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Target
from qtdesk.core.search import Answer
from qtdesk.core.templates import Filled
from qtdesk.ui import theme as tokens
from qtdesk.ui.key_footer import KeyFooter
from qtdesk.ui.message_bar import MessageBar
from qtdesk.ui.panel_header import PanelHeader
from qtdesk.ui.panel_parts import DimLabel, NoHits
from qtdesk.ui.phrase_model import PhraseModel
from qtdesk.ui.quote import Quote
from qtdesk.ui.result_list import ResultList
from qtdesk.ui.stage_chips import Chip, StageChips, chips_for
from qtdesk.ui.theme import Appearance, Theme

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.form import Form

_BREATH = tokens.SPACE_8


class PanelBody(QWidget):
    """Field, chips, list or form, preview and keys; shows answers, decides nothing."""

    def __init__(self, desk: "Desk", appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._target: Target | None = None
        self._header = PanelHeader(appearance)
        self.field = self._header.field
        self.chips = StageChips(appearance)
        self.phrases = PhraseModel(desk)
        self.results = ResultList(self.phrases, appearance)
        self.empty = NoHits(appearance)
        self.quote = Quote(desk, appearance)
        self.preview = self.quote.preview
        self.footer = KeyFooter(appearance, lambda: desk.search.indexed)
        self._target_note = self._header.target
        self._count = DimLabel(appearance)
        self.bar = MessageBar(appearance)
        self._appearance = appearance
        self._form: Form | None = None
        self._asking = self._launching = False
        self._form_title = DimLabel(appearance, "text", tokens.STRONG)
        self._form_title.setTextFormat(Qt.TextFormat.PlainText)
        self._form_title.hide()
        self._middle = QStackedWidget()
        self._lay_out(parent)
        self.setFocusProxy(self.field)
        self.results.current_changed.connect(self._on_current_changed)
        self.field.pin_asked.connect(self._on_pin_asked)
        self.footer.settings_clicked.connect(self.field.settings_asked)

    def paint_behind(self, painter: QPainter, body: QRectF, theme: Theme) -> None:
        """Hairlines under the header and over the preview, and a ground for the keys.

        `body` is the visible part of the window.
        """
        for line in (
            self._header.geometry().bottom(),
            (self.quote if self.bar.isHidden() else self.bar).geometry().top(),
            self.footer.geometry().top() - 1,
        ):
            top = body.y() + line
            painter.fillRect(QRectF(body.x(), top, body.width(), 1), theme.line)
        foot = QRectF(body.x(), top + 1, body.width(), body.bottom() - top)
        painter.fillRect(foot, theme.sunk)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def show_target(self, target: Target | None) -> None:
        """Say where the text will go, or that it can only be copied."""
        self._target = target
        self._target_note.show_target(target)
        self._say_keys()

    @Slot()
    def _say_keys(self) -> None:
        pieces = len(self.bar.titles)
        able = self._target is not None
        asking, last = self._asking, self._asking and self.form.at_last
        if self._launching:
            self.footer.say_launcher()
            return
        self.footer.say(able_to_paste=able, asking=asking, last=last, pieces=pieces)

    def ask_again(self) -> None:
        """Say why the key that was to choose did not."""
        self.warn(self.tr("Letters may be missing. Press again."))

    def warn(self, note: str) -> None:
        """Say `note` where the eye looks before it chooses."""
        self._target_note.warn(note)

    def show_answers(
        self,
        answers: Answers,
        titles: dict[str, str],
        stage: str | None,
        *,
        awaited: bool,
    ) -> None:
        """Show the hits with the first one current, or why there are none; and chips.

        Answers that go on where the last left off leave the current row as it is. Where
        others are `awaited`, it is too early to say that there are no hits.
        """
        if self._launching:
            self._launching = False
            self._say_keys()
        self._show_hits(answers.chosen, titles, stage, awaited=awaited)
        chips = chips_for(answers.everywhere, titles, stage, self.tr("All"))
        self.chips.show_chips(chips, stage)

    def _show_hits(
        self,
        answer: Answer,
        titles: dict[str, str],
        stage: str | None,
        *,
        awaited: bool,
    ) -> None:
        shown = self.phrases.answer
        goes_on = answer.asked == shown.asked and not shown.complete
        current = self.phrases.phrase(self.results.row)
        row = self.results.row if goes_on else 0
        self.phrases.show_answer(answer, titles)
        if goes_on and current is not None:
            row = self.phrases.row_of(current, otherwise=row)
        self.results.go_to(row)
        count = len(answer.hits)
        self._count.setText(
            f"{count}+"
            if answer.more
            else self.tr("{count} phrases").format(count=count)
        )
        if answer.hits:
            self._middle.setCurrentWidget(self.results)
            return
        self._count.setText("")
        self._middle.setCurrentWidget(self.empty)
        if awaited and self._desk.books.phrase_count:
            self.empty.say("", "")
        else:
            self.empty.explain(self._desk.books.phrase_count, answer.query, stage)
        self._on_current_changed(-1)

    @Slot(int)
    def _on_current_changed(self, row: int) -> None:
        phrase = self.phrases.phrase(row)
        filling = self._desk.fill(phrase) if phrase else Filled("")
        self.quote.show_filling(filling, phrase)

    def go_to(self, phrase: Phrase) -> None:
        """Make `phrase` the current one, if it is on the list."""
        row = self.phrases.row_of(phrase, otherwise=self.results.row)
        self.results.go_to(row)

    def show_current(self) -> None:
        """Show how the current phrase reads now."""
        self._on_current_changed(self.results.row)

    # --- the launcher ----------------------------------------------------------

    def add_page(self, page: QWidget) -> None:
        """Have another page that can stand in the place of the list."""
        self._middle.addWidget(page)

    def show_launcher(
        self, page: QWidget | None, chips: Sequence[Chip], stage: str | None
    ) -> None:
        """`page` in the place of the list, or why there is nothing; with its chips."""
        self._launching = True
        self._middle.setCurrentWidget(page or self.empty)
        self._count.setText("")
        self.chips.show_chips(chips, stage)
        self._say_keys()

    def show_note(self, note: str) -> None:
        """Say `note` where a text is shown as it will read."""
        self.quote.show_filling(Filled(note))

    # --- the form, and a message of several phrases ----------------------------

    @property
    def form(self) -> "Form":
        """The form, made when it is first asked for."""
        if self._form is None:
            # Most visits need none, and the start has no time for it.
            from qtdesk.ui.form import Form  # noqa: PLC0415

            self._form = Form(self._appearance)
            self._form.field_focused.connect(self._say_keys)
            self._middle.addWidget(self._form)
        return self._form

    @property
    def has_form(self) -> bool:
        """Whether the form was made already."""
        return self._form is not None

    @property
    def key_taker(self) -> QWidget:
        """What takes the keys now: the search, or a field of the form."""
        field = self.form.current if self._asking else None
        return field or self.field

    def show_form(self, phrase: Phrase) -> "Form":
        """The form in the place of the list, for what `phrase` wants."""
        form = self.form
        self._asking = True
        self._form_title.setText(phrase.title)
        self._middle.setCurrentWidget(form)
        self._show_mode()
        return form

    def show_list(self) -> None:
        """The list in the place of the form, which forgets its answers."""
        self._asking = False
        self.form.clear()
        hits = self.phrases.answer.hits
        self._middle.setCurrentWidget(self.results if hits else self.empty)
        self._show_mode()
        self.field.setFocus()
        self.show_current()

    def show_pieces(self, titles: list[str]) -> None:
        """Show the pieces of a message above the preview, or that there are none."""
        self.bar.show_titles(titles)
        self._say_keys()

    def _show_mode(self) -> None:
        for widget in (self.chips, self._count):
            widget.setVisible(not self._asking)
        self._form_title.setVisible(self._asking)
        self._say_keys()

    @Slot()
    def _on_pin_asked(self) -> None:
        row = self.results.row
        phrase = self.phrases.phrase(row)
        if phrase is None:
            return
        self.phrases.turn_pin(row)
        pinned = self.phrases.pinned(phrase)
        said = self.tr("Pinned: {title}") if pinned else self.tr("Not pinned: {title}")
        self.results.speak(said.format(title=phrase.title))

    def retranslate(self) -> None:
        """Say everything that does not depend on an answer, in the language of now."""
        self.field.setPlaceholderText(self.tr("Title, text or code; / for checklists"))
        self.field.setAccessibleName(self.tr("Search phrases"))
        self.results.setAccessibleName(self.tr("Phrases found"))
        self.preview.setAccessibleName(self.tr("Text to be pasted"))
        self.chips.setAccessibleName(self.tr("Stages"))
        self.show_target(self._target)

    # --- layout ----------------------------------------------------------------

    def _lay_out(self, window: QWidget) -> None:
        outer = QVBoxLayout(window)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        chips = self._row(self.chips, self._count, tokens.SPACE_12)
        self._form_title.setFixedHeight(self.chips.height())
        self._form_title.setIndent(tokens.SPACE_8)
        chips.insertWidget(0, self._form_title, 1)
        column.addLayout(chips)
        self._middle.addWidget(self.results)
        self._middle.addWidget(self.empty)
        self._middle.setFixedHeight(self.results.height())
        column.addWidget(self._middle)
        column.addSpacing(_BREATH)
        column.addWidget(self.bar)
        column.addWidget(self.quote)
        column.addWidget(self.footer)

    def _row(self, wide: QWidget, note: QWidget, around: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(tokens.SPACE_16, around, tokens.SPACE_24, around)
        row.setSpacing(tokens.SPACE_16)
        row.addWidget(wide, 1)
        row.addWidget(note)
        return row
