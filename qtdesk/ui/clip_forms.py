"""A clip in the words of Qt, which finds the native ones."""

from PySide6.QtCore import QMimeData

from qtdesk.core.ports import Clip


def fill(offered: QMimeData, clip: Clip) -> None:
    """Offer `clip` in all its forms."""
    if clip.picture:
        offered.setData("image/png", clip.picture)
    if clip.html:
        offered.setHtml(clip.html)
    if clip.text:
        offered.setText(clip.text)
