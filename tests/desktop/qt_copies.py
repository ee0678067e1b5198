"""A Qt program that copies something and stays: `python qt_copies.py image|rich`."""

import sys

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage

SIZE = (1920, 1080)


def content(kind: str) -> QMimeData:
    data = QMimeData()
    if kind == "image":
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        for x in range(SIZE[0]):
            for y in range(0, SIZE[1], 7):
                image.setPixelColor(x, y, QColor(x % 256, y % 256, (x * y) % 256))
        data.setImageData(image)
    else:
        data.setText("订单 😀")
        data.setHtml("<b>订单</b>")
        data.setUrls([QUrl("file:///a%20b")])
        data.setData("application/x-private", b"\x00\xff")
    return data


def main() -> int:
    app = QGuiApplication(sys.argv)
    app.clipboard().setMimeData(content(sys.argv[1]))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
