"""Placeholders by name, to be put where the cursor is."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from qtdesk.core.templates.names import KNOWN, PROMOTION, Known, Origin
from qtdesk.core.words import QT_TRANSLATE_NOOP

_GROUPS: Sequence[tuple[str, Callable[[Known], bool]]] = (
    (
        QT_TRANSLATE_NOOP("InsertMenu", "Buyer and time"),
        lambda one: one.origin in (Origin.BUYER, Origin.DAYPART, Origin.MOMENT),
    ),
    (
        QT_TRANSLATE_NOOP("InsertMenu", "Shop and agent"),
        lambda one: one.origin is Origin.PROFILE,
    ),
    (
        QT_TRANSLATE_NOOP("InsertMenu", "Ask me, or let me choose"),
        lambda one: one.origin in (Origin.ASK, Origin.CHOICE, Origin.CLIPBOARD),
    ),
    (
        QT_TRANSLATE_NOOP("InsertMenu", "Promotion"),
        lambda one: one.key in PROMOTION,
    ),
    (
        QT_TRANSLATE_NOOP("InsertMenu", "Order, parcel and the rest"),
        lambda one: one.origin is Origin.FIELD and one.key not in PROMOTION,
    ),
)
_WITH = {
    "ask": ("{询问:快递单号}", "{ask:tracking number}"),
    "choice": ("{选择:顺丰|中通}", "{choice:today|tomorrow}"),
}
"""Those that say nothing without more behind their name."""


class InsertMenu(QMenu):
    """Both names of each; what is put in is that of the book's language."""

    def __init__(
        self, parent: QWidget, insert: Callable[[str], None], *, chinese: bool
    ) -> None:
        super().__init__(parent)
        for title, belongs in _GROUPS:
            group = self.addMenu(QCoreApplication.translate("InsertMenu", title))
            for known in filter(belongs, KNOWN):
                written = _written(known, chinese=chinese)
                other = _written(known, chinese=not chinese)
                # Qt takes an ampersand for a key; there is none in a name.
                action = group.addAction(f"{written}\t{other}")
                action.triggered.connect(partial(insert, written))


def _written(known: Known, *, chinese: bool) -> str:
    if known.key in _WITH:
        return _WITH[known.key][0 if chinese else 1]
    return f"{{{known.chinese[0] if chinese else known.key}}}"
