"""Pictures of the icon from its vector file: `python -m tests.ui.icon_pictures`."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from qtdesk.ui.icons import SIZES

FOLDER = Path(__file__).parents[2] / "resources" / "icons"


def picture(size: int) -> QImage:
    """The icon as it must look at `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "qtdesk.svg")).render(painter)
    painter.end()
    return image


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    for pixels in SIZES:
        picture(pixels).save(str(FOLDER / f"qtdesk-{pixels}.png"))
