"""Menus that are filled anew each time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu


def emptied(menu: QMenu) -> QMenu:
    """`menu` without anything in it.

    `clear` takes menus out of a menu, and keeps them for as long as that lives.
    """
    menu.clear()
    within = menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for each in within:
        each.deleteLater()
    return menu
