"""Which formats are saved, and in what order they are asked for."""

from qtdesk.platforms.x11.worth_saving import rank, worth_saving

# As offered by a Qt program for a picture, by a browser for copied rich text, and by
# a terminal for its selection.
QT_PICTURE = (
    *("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "application/x-qt-image"),
    *("image/png", "image/bmp", "image/cur", "image/ico", "image/jpeg", "image/ppm"),
    *("PIXMAP", "image/webp", "image/xbm"),
)
BROWSER = ("TIMESTAMP", "TARGETS", "text/html", "UTF8_STRING", "STRING", "TEXT")
TERMINAL = ("TARGETS", "HOSTNAME", "CLIENT_WINDOW", "UTF8_STRING", "UTF8_STRING", "")


def test_a_picture_is_saved_as_png_and_bmp() -> None:
    assert worth_saving(QT_PICTURE) == ["image/png", "image/bmp"]


def test_the_first_encoding_may_be_the_original() -> None:
    offered = ["image/jpeg", "image/bmp", "image/png"]
    assert worth_saving(offered) == ["image/jpeg", "image/png"]
    assert worth_saving(["image/tiff", "image/gif"]) == ["image/tiff"]


def test_a_qt_picture_without_png_is_kept() -> None:
    assert worth_saving(["application/x-qt-image"]) == ["application/x-qt-image"]


def test_drawings_are_not_pixels() -> None:
    drawing = ["image/svg+xml", "image/x-inkscape-svg", "image/png"]
    assert worth_saving(drawing) == drawing


def test_all_texts_stay_in_their_order() -> None:
    assert worth_saving(BROWSER) == ["text/html", "UTF8_STRING", "STRING", "TEXT"]


def test_what_is_no_content_is_left_out_and_nothing_twice() -> None:
    assert worth_saving(TERMINAL) == ["UTF8_STRING"]


def test_text_is_asked_for_first_and_pictures_last() -> None:
    offered = ["image/png", "image/bmp", "text/html", "UTF8_STRING"]
    assert sorted(offered, key=rank) == offered[::-1]
