"""Files and folders dropped on a window."""

from PySide6.QtGui import QDropEvent


def local_paths(event: QDropEvent) -> list[str]:
    """Paths of what is being dragged; empty where it is no file of this machine."""
    urls = event.mimeData().urls()
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
