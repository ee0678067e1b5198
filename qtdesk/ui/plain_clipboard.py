"""Qt's way to the clipboard, for desktops without one of our own."""

from PySide6.QtGui import QGuiApplication

from qtdesk.core.ports import Lent
from qtdesk.ui.keys import held_modifiers


def copy(text: str) -> bool:
    """Put `text` on the clipboard; False where the system refused it."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    return clipboard.text() == text


def lend() -> Lent:
    """More than a plain copy, for a desktop that deals only with who has the focus."""
    from qtdesk.ui.lent_clipboard import LentClipboard  # noqa: PLC0415 - rarely used

    return Lent(LentClipboard(), held_modifiers)
