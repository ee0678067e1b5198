"""The menus of a check: what a piece of the order is, and what is done more rarely."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qtdesk.core.checklists import Standing
from qtdesk.core.combos import Combo
from qtdesk.core.orders import FieldName, Span
from qtdesk.ui.menus import emptied

if TYPE_CHECKING:
    from qtdesk.core.checks import Checks


class CheckMenus(QObject):
    """Each signal is a choice; nothing happens here."""

    preset_chosen = Signal(str)
    field_chosen = Signal(object, object)  # Span, FieldName
    text_chosen = Signal(object)  # MadeText, to be copied
    check_chosen = Signal(str)  # uid
    list_chosen = Signal(str)
    pass_asked = Signal()
    finish_asked = Signal()
    refuse_asked = Signal()
    forget_asked = Signal()

    def __init__(self, checks: "Checks", window: QWidget) -> None:
        super().__init__(window)
        self._checks = checks
        self.menu = QMenu(window)

    def ask_field(self, span: Span, where: QPoint) -> None:
        """Ask what the piece at `span` is."""
        check, menu = self._checks.current, emptied(self.menu)
        if check is None:
            return
        fields: dict[FieldName, str] = {}
        for item in check.checklist.items:
            name = item.each or item.field
            if name is not None and item.shown:
                fields.setdefault(name, item.label.said(self._checks.language))
        if not fields:
            return
        menu.addSection(self.tr("This is the…"))
        for name, label in fields.items():
            self._add(menu, label, partial(self.field_chosen.emit, span, name))
        menu.popup(where)

    def show_more(
        self, button: QWidget, standing: Standing | None, *, may_pass: bool
    ) -> None:
        """What there is besides the buttons, above `button`."""
        menu = emptied(self.menu)
        check = self._checks.current
        if check is not None and standing is not None:
            if may_pass:
                label = self.tr("Let it pass, with a reason…") + _keys("ctrl+e")
                self._add(menu, label, self.pass_asked.emit)
            self._add_presets(menu)
            self._add_texts(menu, standing)
            menu.addSeparator()
            label = self.tr("Finish and record") + _keys("ctrl+enter")
            self._add(menu, label, self.finish_asked.emit)
            label = self.tr("Record as not to be sent")
            self._add(menu, label, self.refuse_asked.emit)
            label = self.tr("Drop without a record")
            self._add(menu, label, self.forget_asked.emit)
            menu.addSeparator()
        self._add_others(menu)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _add_presets(self, menu: QMenu) -> None:
        check = self._checks.current
        if check is None or not check.checklist.presets:
            return
        menu.addSection(self.tr("At one stroke"))
        for preset in check.checklist.presets:
            label = preset.label.said(self._checks.language)
            self._add(menu, label, partial(self.preset_chosen.emit, preset.id))

    def _add_texts(self, menu: QMenu, standing: Standing) -> None:
        if not standing.texts:
            return
        copies = menu.addMenu(self.tr("Copy"))
        for made in standing.texts:
            action = self._add(copies, made.label, partial(self.text_chosen.emit, made))
            action.setEnabled(not made.filling.gaps)

    def _add_others(self, menu: QMenu) -> None:
        checks = self._checks
        if checks.under_way:
            under_way = menu.addMenu(self.tr("Under way") + _keys("ctrl+tab"))
            for check in checks.under_way:
                label = checks.names.of_check(check)
                self._add(under_way, label, partial(self.check_chosen.emit, check.uid))
        lists = menu.addMenu(self.tr("Checklists"))
        for checklist, label in checks.names.offered:
            self._add(lists, label, partial(self.list_chosen.emit, checklist))

    def _add(self, menu: QMenu, label: str, chosen: Callable[[], None]) -> QAction:
        action = menu.addAction(label.replace("&", "&&"))
        action.triggered.connect(lambda _=False: chosen())
        return action


def _keys(combo: str) -> str:
    return "\t" + Combo.parse(combo).label
