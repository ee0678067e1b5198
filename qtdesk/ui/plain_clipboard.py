"""A plain copy through Qt, for desktops that no backend of ours serves."""

from PySide6.QtGui import QGuiApplication


def copy(text: str) -> bool:
    """Put `text` on the clipboard; False where the system refused it."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    return clipboard.text() == text
