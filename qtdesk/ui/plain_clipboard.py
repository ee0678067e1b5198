"""Qt's way to the clipboard, for desktops without one of our own."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from qtdesk.core.ports import Clip, Lent
from qtdesk.ui.clip_forms import fill
from qtdesk.ui.keys import held_modifiers


def copy(clip: Clip) -> bool:
    """Put `clip` on the clipboard; False where the system refused it."""
    clipboard = QGuiApplication.clipboard()
    offered = QMimeData()
    fill(offered, clip)
    clipboard.setMimeData(offered)
    pictured = clipboard.mimeData().hasFormat("image/png")
    return clipboard.text() == clip.text and pictured == bool(clip.picture)


def lend() -> Lent:
    """More than a plain copy, for a desktop that deals only with who has the focus."""
    from qtdesk.ui.lent_clipboard import LentClipboard  # noqa: PLC0415 - rarely used

    return Lent(LentClipboard(), held_modifiers)
