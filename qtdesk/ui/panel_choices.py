"""What an agent does with the phrases in the panel: choose, fill in, add to a message.

It leads from the list to the form and back, and says in the end what is to be pasted or
copied; how a phrase is found, and how the panel opens, is not its business. It never
pastes, copies or sends anything itself.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from qtdesk.core.living_phrases import Piece
from qtdesk.core.phrases import Phrase
from qtdesk.core.templates import Filling, Want
from qtdesk.core.worded import AS_WRITTEN
from qtdesk.ui.asking import CLIPBOARD, REASON, Asking
from qtdesk.ui.panel_body import PanelBody
from qtdesk.ui.panel_message import PanelMessage
from qtdesk.ui.panel_variants import PanelVariants
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.ports import Target


class PanelChoices(QObject):
    """One visit's choices; `begin` forgets those of the last."""

    message_chosen = Signal(object)  # tuple of Piece, to be pasted as one text
    message_copied = Signal(object)  # the same, to be copied
    closing = Signal()
    """The panel is to hide, so that the target can have the focus."""
    books_asked = Signal()
    escaped = Signal()
    """There is nothing left to go back to."""
    listed = Signal()
    """The list is back, perhaps older than what has been found since."""
    resized = Signal()

    def __init__(
        self, desk: "Desk", body: PanelBody, fresh: Callable[[int], Phrase | None]
    ) -> None:
        """`fresh` is the phrase in a row of the answer to what is typed now."""
        super().__init__(body)
        self._desk, self._body, self._fresh = desk, body, fresh
        self._target: Target | None = None
        self._may_be_blind = False
        """No key has been asked to choose since the hotkey."""
        self._asking: Asking | None = None
        self._waiting: Asking | None = None
        """What was chosen before it was known what the agent had copied."""
        self._message = PanelMessage(desk, body)
        PanelVariants(desk, body, fresh)
        self._connect()

    def begin(self, target: "Target | None", *, by_hotkey: bool) -> None:
        """A new visit: nothing is chosen, asked or put together yet."""
        self._target, self._may_be_blind = target, by_hotkey
        self._forget()

    def end(self) -> None:
        """The panel hides: no answer stays in it."""
        self._forget()

    @property
    def asking(self) -> bool:
        """Whether the form is shown."""
        return self._asking is not None

    # --- choosing --------------------------------------------------------------

    @Slot()
    def on_enter_released(self) -> None:
        # Repeats of a held key look like this, too; the next would go to the chat.
        if self._desk.enter_is_held():
            return
        if not self._desk.books.phrase_count:
            self.books_asked.emit()
        elif self._message.pieces:
            self._deliver(self._message.pieces)
        else:
            self.choose_by_key(self._body.results.row)

    @Slot(int)
    def choose_by_key(self, row: int) -> None:
        # The first key behind the hotkey may be pressed blindly, the next is not.
        blindly, self._may_be_blind = self._may_be_blind, False
        if blindly and self._desk.keys_may_be_missing():
            self._body.ask_again()
        else:
            self.choose(row)

    @Slot(int)
    def choose(self, row: int) -> None:
        """Paste the phrase in `row`; beside other pieces it becomes one, too."""
        phrase = self._fresh(row)
        if phrase is not None:
            self._take(phrase, adding=bool(self._message.pieces))

    @Slot()
    def on_add_asked(self) -> None:
        """The current phrase is to be a piece of a message."""
        if self._desk.enter_is_held():
            return
        phrase = self._fresh(self._body.results.row)
        if phrase is not None:
            self._take(phrase, adding=True)

    def _take(self, phrase: Phrase, *, adding: bool) -> None:
        refused = self._desk.living.refusal(phrase)
        if refused:
            self._body.warn(tell(refused))
            return
        filling = self._desk.fill(phrase)
        if self._waits_for_clipboard(filling):
            self._waiting = Asking(phrase, adding)
        elif filling.wants and filling.error is None:
            self._ask(Asking(phrase, adding))
        elif adding and filling.error is None:
            self._message.add(self._piece(phrase))
        else:
            self._deliver((self._piece(phrase),))

    def _piece(self, phrase: Phrase) -> Piece:
        """`phrase` as it is shown, if it is the one that is."""
        shown = self._body.phrases.phrase(self._body.results.row)
        quoted = self._body.quote.worded if phrase == shown else AS_WRITTEN
        return Piece(phrase, worded=quoted)

    def _waits_for_clipboard(self, filling: Filling) -> bool:
        copied = any(want.key == CLIPBOARD for want in filling.wants)
        return copied and self._desk.pastes.looking

    def look_again(self) -> None:
        """What was copied may be known only now; a quick hand has chosen already."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting.direct and self.ask(waiting.phrase):
            return
        if waiting is not None:
            self._take(waiting.phrase, adding=waiting.adding)
        elif self._asking is None:
            self._body.show_current()

    def _deliver(self, pieces: tuple[Piece, ...]) -> None:
        if self._target is None:
            # Without a window to paste into, the panel promises a copy.
            self._copy(pieces)
            return
        found = self._desk.delivery.remarks(pieces)
        if found is not None and found.blocks and not pieces[0].worded.reason:
            self._body.warn(tell(found.told[0]))
            self._hold_back(pieces)
            return
        if not self._target.unseen:
            self.closing.emit()
        self.message_chosen.emit(pieces)
        self.closing.emit()

    def _hold_back(self, pieces: tuple[Piece, ...]) -> None:
        """Show what is forbidden, and ask for a reason where one lets it pass."""
        if not self.asking and not self._message.pieces:
            self._body.go_to(pieces[0].phrase)
        self._body.quote.look_now()
        if self._desk.proof.asks_why:
            self._ask(Asking(pieces[0].phrase, forbidden=pieces))

    @Slot()
    def on_copy_asked(self) -> None:
        phrase = self._fresh(self._body.results.row)
        if self._message.pieces:
            self._copy(self._message.pieces)
        elif phrase is not None and (refused := self._desk.living.refusal(phrase)):
            self._body.warn(tell(refused))
        elif phrase is not None:
            self._copy((self._piece(phrase),))

    def _copy(self, pieces: tuple[Piece, ...]) -> None:
        """Hide first where a window waits for the focus; else it may be needed.

        Desktops that tell of no other window let only the one with the focus copy.
        """
        if self._target is not None and not self._target.unseen:
            self.closing.emit()
        self.message_copied.emit(pieces)
        self.closing.emit()

    # --- the form --------------------------------------------------------------

    def ask(self, phrase: Phrase) -> bool:
        """Go to the form of `phrase` at once; False where there is nothing to ask."""
        filling = self._desk.fill(phrase)
        if self._desk.living.refusal(phrase) or filling.error or not filling.wants:
            return False
        asking = Asking(phrase, direct=True)
        if self._waits_for_clipboard(filling):
            self._waiting = asking
        else:
            self._ask(asking)
        return True

    def _ask(self, asking: Asking) -> None:
        self._asking = asking
        phrase = asking.phrase
        living = self._desk.living
        first = not self._body.has_form
        form = self._body.show_form(phrase)
        if first:
            form.changed.connect(self._on_answer_changed)
            form.done.connect(self._on_form_done)
            form.escape_pressed.connect(self.on_escape_pressed)
            form.better_asked.connect(self._body.quote.take_better)
        if asking.forbidden:
            why = Want(REASON, self.tr("Why it goes out"))
            form.ask((why,), {}, partial(living.day, phrase))
        else:
            wants = self._desk.fill(phrase).wants
            form.ask(wants, living.suggest(phrase), partial(living.day, phrase))
        form.take_focus()
        self._on_answer_changed()

    @Slot()
    def _on_answer_changed(self) -> None:
        if self._asking is not None and not self._asking.forbidden:
            answers = self._body.form.answers
            filling = self._desk.fill(self._asking.phrase, answers)
            self._body.quote.show_filling(filling)

    @Slot()
    def _on_form_done(self) -> None:
        if self._asking is None or self._desk.enter_is_held():
            return
        form, asking = self._body.form, self._asking
        piece = Piece(asking.phrase, form.answers, self._body.quote.worded)
        if asking.forbidden:
            self._deliver(asking.let_pass(form.answers))
            return
        if form.to_keep:
            self._desk.change_settings(form.to_keep)
        if asking.adding:
            self._back_to_list()
            self._message.add(piece)
        else:
            self._deliver((piece,))

    def _back_to_list(self) -> None:
        self._asking = None
        self._body.show_list()
        self.listed.emit()

    # --- the way out -----------------------------------------------------------

    @Slot()
    def on_escape_pressed(self) -> None:
        """From the form to the list, from a message to none, and then out."""
        if self._asking is not None and not self._asking.direct:
            self._back_to_list()
        elif self._message.pieces:
            self._message.drop()
        else:
            self.escaped.emit()

    @Slot()
    def _on_field_focused(self) -> None:
        """A click into the search is a way back, too."""
        if self._asking is not None:
            self._back_to_list()

    def _forget(self) -> None:
        self._waiting = None
        self._body.quote.forget()
        self._message.forget()
        if self._asking is not None:
            self._back_to_list()

    def _connect(self) -> None:
        body, field = self._body, self._body.field
        field.enter_released.connect(self.on_enter_released)
        field.row_asked.connect(self.choose_by_key)
        field.add_asked.connect(self.on_add_asked)
        field.copy_asked.connect(self.on_copy_asked)
        field.better_asked.connect(body.quote.take_better)
        field.escape_pressed.connect(self.on_escape_pressed)
        field.clicked.connect(self._on_field_focused)
        body.results.row_clicked.connect(self.choose)
        body.empty.action_clicked.connect(self.books_asked)
        self._message.changed.connect(self.resized)
        body.footer.paste_clicked.connect(self._on_paste_clicked)
        body.footer.copy_clicked.connect(self.on_copy_asked)
        body.footer.back_clicked.connect(self.on_escape_pressed)

    @Slot()
    def _on_paste_clicked(self) -> None:
        asked = self._asking is not None
        (self._body.form.finish if asked else self.on_enter_released)()
