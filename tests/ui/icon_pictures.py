"""Pictures of the icon from its vector file: `python -m tests.ui.icon_pictures`."""

import sys
from pathlib import Path

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from qtdesk.ui.icons import MASK_SIZES, SIZES

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


def mask(size: int) -> QImage:
    """The same as a black shape, with its lines cut out."""
    image = picture(size)
    for x in range(size):
        for y in range(size):
            colour = image.pixelColor(x, y)
            # The bubble has little red in it, the lines have all of it.
            blue = (255 - colour.red()) / (255 - 0x2F)
            shade = round(colour.alpha() * min(1.0, max(0.0, blue)))
            image.setPixelColor(x, y, QColor(0, 0, 0, shade))
    return image


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    for pixels in SIZES:
        picture(pixels).save(str(FOLDER / f"qtdesk-{pixels}.png"))
    for pixels in MASK_SIZES:
        mask(pixels).save(str(FOLDER / f"qtdesk-mask-{pixels}.png"))
