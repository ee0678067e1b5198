"""All of the dock that can be seen, filled from the desk, and its clicks passed on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from qtdesk.core.combos import SIGNS, Combo
from qtdesk.core.dock import Contents, Part
from qtdesk.core.errors import QtdeskError
from qtdesk.core.phrases import Phrase
from qtdesk.ui.dock.cards import CardModel, Row
from qtdesk.ui.dock.list_menu import ListMenu
from qtdesk.ui.dock.more import More
from qtdesk.ui.dock.stage_bar import StageLine
from qtdesk.ui.dock.standing import Standing
from qtdesk.ui.dock.window import DockWindow
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.key_bindings import Binding
    from qtdesk.core.stage_views import ViewStage
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.quick_panel import QuickPanel

_HIGH = 600
"""Logical pixels from which on two cards are shown of what comes next."""


class DockScene(QObject):
    """The window with what belongs to it; hidden until `show`."""

    away_asked = Signal()

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: Appearance,
        panel: "QuickPanel",
        refused: Callable[[QtdeskError], None],
    ) -> None:
        super().__init__(bridge)
        self._desk, self._panel, self._refused = desk, panel, refused
        self.shown = False
        self._turned_to: object = None
        self._chosen: Callable[[], None] | None = None
        self._reminded: Callable[[], None] | None = None
        self._cards, self._following = (
            CardModel(
                *(self._text_of, desk.usage.pinned),
                *(self._keys_of, self._refusal_of),
            )
            for _ in range(2)
        )
        self.window = DockWindow(
            appearance, desk.platform.composited, self._cards, self._following
        )
        self.more = More(desk, appearance, self.window, refused)
        self.list_menu = ListMenu(desk, appearance, self.window)
        self.standing = Standing(desk, self.window, appearance, self._in_use)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self.refresh)
        self._connect(bridge)
        desk.dock.tell(self._on_turned)
        self.window.installEventFilter(self)

    def _connect(self, bridge: "Bridge") -> None:
        window, desk = self.window, self._desk
        for changed in (
            *(bridge.dock_changed, bridge.book_changed, bridge.sources_changed),
            *(bridge.own_phrases_changed, bridge.paste_ended),
        ):
            changed.connect(self._on_changed)
        window.stages.stage_chosen.connect(desk.dock.choose)
        window.buyers.buyer_chosen.connect(desk.dock.buyers.choose)
        window.buyers.buyer_closed.connect(desk.dock.buyers.close)
        window.buyers.new_asked.connect(self.more.ask_for_buyer)
        window.menu_asked.connect(self.more.offer_places)
        window.primary.clicked.connect(self._on_primary_clicked)
        window.lists.clicked.connect(self.list_menu.show)
        window.reminder.clicked.connect(self._on_reminder_clicked)
        window.pointer_left.connect(self.more.point_at_nothing)
        for cards in (window.cards, window.following):
            cards.phrase_clicked.connect(self._on_phrase_clicked)
            cards.phrase_pointed.connect(self.more.point_at)
            cards.menu_asked.connect(self.more.offer_for)
        self.more.away_asked.connect(self.away_asked)
        self.more.changed.connect(self._on_changed)
        self.standing.front_changed.connect(self._on_changed)

    # --- coming and going ------------------------------------------------------

    def _in_use(self) -> bool:
        return self.more.in_use() or self.list_menu.in_use()

    def show(self) -> None:
        """Fill the dock and show it, without a look at who has the focus."""
        self.shown = True
        self._desk.dock.show(shown=True)
        self.refresh()
        self.standing.start()
        self.refresh()

    def hide(self) -> None:
        """Put it away, and its keys with it."""
        self.shown = False
        self.more.leave()
        self.list_menu.popover.leave()
        # Once it is seen to be away, its keys are everybody's.
        self._desk.dock.show(shown=False)
        self.standing.stop()

    def arrange(self) -> None:
        """The settings are other than before: in the place, the view, the language."""
        self._desk.dock.show(shown=True)
        self.refresh()
        self.standing.place_again()

    def offer(self, label: str, chosen: Callable[[], None]) -> None:
        """Have the button at the bottom; see `Docking.offer`."""
        self._chosen = chosen
        self.window.primary.setText(label)
        self.window.primary.show()

    def _on_turned(self, stage: "ViewStage | None") -> None:
        """A key or a click means the stage, wherever phrases are shown."""
        self._panel.turn_to(stage.stages if stage is not None else ())

    def remind(self, line: str, chosen: Callable[[], None]) -> None:
        """Have the line on top; see `Docking.remind`."""
        self._reminded = chosen
        self.window.reminder.setText(line)
        self.window.reminder.setVisible(bool(line))

    # --- what is shown ---------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        # Once for all that is told at this moment, and never within a click.
        self._refresh.start(0)

    @Slot()
    def refresh(self) -> None:
        """Show what the desk says now."""
        if not self.shown:
            return
        dock, window = self._desk.dock, self.window
        window.setWindowTitle(self.tr("qtdesk: dock"))
        window.lists.setAccessibleName(self.tr("Checklists"))
        window.lists.setToolTip(self.tr("Checklists"))
        self.standing.strip.setWindowTitle(self.tr("qtdesk: dock, at the edge"))
        stage, buyers = dock.stage, dock.buyers
        dock.show(shown=True)
        chosen = stage.key if stage is not None else None
        window.stages.show_lines(self._lines(), chosen)
        window.buyers.show_buyers([slot.name for slot in buyers.slots], buyers.at)
        turned_to = (chosen, buyers.at, len(buyers.slots))
        other = turned_to != self._turned_to
        first, self._turned_to = self._turned_to is None, turned_to
        window.cards.show_rows(self._rows(dock.contents()), from_top=other)
        following = dock.next_up(self.standing.target)
        if window.visible_part.height() < _HIGH:
            # The cards of the stage come first where there is little room.
            following = following[:1]
        rows = [Row(phrase=phrase) for phrase in following]
        heading = Row(self.tr("Usually next"))
        window.following.show_rows([heading, *rows] if rows else [], from_top=True)
        window.fit_following()
        if other and not first:
            self.standing.peek()

    def _lines(self) -> list[StageLine]:
        lines = [StageLine(None, self.tr("At hand"))]
        for line in self._desk.dock.stages():
            binding = self._desk.dock.keys.of_stage(line.key)
            sign = combo = ""
            if binding is not None and binding.active:
                parsed = Combo.parse(binding.combo)
                sign, combo = SIGNS.get(parsed.key, parsed.key), parsed.label
            lines.append(StageLine(line.key, tell(line.title), sign, combo))
        return lines

    def _rows(self, contents: Contents) -> list[Row]:
        headings = {Part.PINNED: self.tr("Pinned"), Part.RECENT: self.tr("Recent")}
        rows = []
        for section in contents.sections:
            rows.append(Row(headings.get(section.part, section.title)))
            rows += [Row(phrase=phrase) for phrase in section.phrases]
        if contents.more:
            rows.append(Row(self.tr("The panel finds the others")))
        if not rows:
            rows.append(Row(self.tr("Nothing is pinned, nothing was used")))
        return rows

    def _text_of(self, phrase: Phrase) -> str:
        if self._desk.living.picture(phrase) is not None:
            return self.tr("Picture")
        return self._desk.fill(phrase).draft

    def _refusal_of(self, phrase: Phrase) -> str:
        return tell(self._desk.living.refusal(phrase))

    def _keys_of(self, phrase: Phrase) -> str:
        binding: Binding | None = self._desk.dock.keys.of_phrases.get(phrase.key)
        usable = binding is not None and binding.active
        return Combo.parse(binding.combo).label if binding and usable else ""

    # --- clicks ----------------------------------------------------------------

    @Slot(object)
    def _on_phrase_clicked(self, phrase: Phrase) -> None:
        self.more.leave()
        if self._panel.isVisible():
            # The panel was opened over the window that is meant.
            self._panel.close_panel()
            self._desk.platform.type_ahead.release()
            self._desk.paste(phrase)
        else:
            self._desk.paste_in_front(phrase)

    @Slot()
    def _on_primary_clicked(self) -> None:
        if self._chosen is not None:
            self._chosen()

    @Slot()
    def _on_reminder_clicked(self) -> None:
        if self._reminded is not None:
            self._reminded()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window is told of a new language; a scene is not."""
        if event.type() is QEvent.Type.LanguageChange:
            self.window.buyers.retranslate()
            self._on_changed()
        return super().eventFilter(watched, event)
