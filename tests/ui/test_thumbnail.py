"""The panel shows the picture that will be pasted, and lists tell that there is one."""

from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from qtdesk.core.phrases import Phrase, Picture
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
from qtdesk.ui.thumbnail import Thumbnail, scaled
from tests.png_files import png
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import TARGET, FakeDesk

_CHART = Picture("pictures/chart.png", "d1")
_BOTH = Phrase(
    "b", "p1", "ask", "", "尺码表", ("您看", ""), sequence=True, picture=_CHART
)
_ALONE = Phrase("b", "p2", "ask", "", "尺码图", ("",), picture=_CHART)
_TEXT = Phrase("b", "p3", "ask", "", "在的", ("在的，您说",))


def _desk(*phrases: Phrase) -> FakeDesk:
    desk = FakeDesk(phrases)
    desk.books.pictures["d1"] = png(400, 200)
    return desk


def _panel(desk: FakeDesk, appearance: Appearance, qtbot: QtBot) -> QuickPanel:
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.opened_focused, timeout=5000):
        panel.open(None, by_hotkey=False)
    return panel


def test_a_picture_stands_in_the_place_of_the_text(
    appearance: Appearance, qtbot: QtBot
) -> None:
    panel = _panel(_desk(_ALONE, _TEXT), appearance, qtbot)
    quote = panel._body.quote
    assert quote.thumbnail is not None
    assert quote.thumbnail.isVisible()
    assert not quote.preview.isVisible()
    assert quote.thumbnail.drawn is not None
    assert quote.thumbnail.drawn.size == QSize(400, 200)
    assert "chart.png" in quote.thumbnail.accessibleName()
    before = quote.height()
    panel._body.results.go_to(1)
    assert quote.preview.isVisible()
    assert not quote.thumbnail.isVisible()
    assert quote.height() == before


def test_of_two_parts_the_text_is_shown_first(
    appearance: Appearance, qtbot: QtBot
) -> None:
    desk = _desk(_BOTH)
    panel = _panel(desk, appearance, qtbot)
    quote = panel._body.quote
    assert quote.thumbnail is None
    assert quote.preview.toPlainText() == "您看"
    desk.living.turn_to(TARGET)
    desk.living.show_another(_BOTH)
    panel._body.show_current()
    assert quote.thumbnail is not None
    assert quote.thumbnail.isVisible()
    assert panel._body.phrases.part(0) == "2/2 · Picture"


def test_a_picture_is_scaled_to_its_place_and_keeps_its_shape() -> None:
    drawn = scaled(png(4000, 1000), QSize(240, 60))
    assert drawn.image.size() == QSize(240, 60)
    assert drawn.size == QSize(4000, 1000)
    assert scaled(png(1000, 4000), QSize(240, 60)).image.size() == QSize(15, 60)
    assert scaled(png(4096, 1), QSize(240, 60)).image.size() == QSize(240, 1)


def test_a_small_picture_is_not_blown_up() -> None:
    assert scaled(png(8, 4), QSize(240, 60)).image.size() == QSize(8, 4)


def test_what_cannot_be_drawn_is_said(appearance: Appearance, qtbot: QtBot) -> None:
    for data in (None, b"", b"hello"):
        assert scaled(data, QSize(240, 60)).image.isNull()
    desk = _desk()
    desk.books.pictures.clear()
    thumbnail = Thumbnail(as_desk(desk), appearance)
    qtbot.addWidget(thumbnail)
    thumbnail.show_picture(_CHART)
    assert thumbnail._size() == "This picture cannot be shown."
    thumbnail.show()
    thumbnail.repaint()


def test_sharp_screens_get_as_many_pixels_as_they_have(
    appearance: Appearance, qtbot: QtBot
) -> None:
    thumbnail = Thumbnail(as_desk(_desk()), appearance)
    qtbot.addWidget(thumbnail)
    thumbnail.setFixedHeight(50)
    thumbnail.devicePixelRatioF = lambda: 2.0  # type: ignore[method-assign]
    thumbnail.show_picture(_CHART)
    assert thumbnail.drawn is not None
    image = thumbnail.drawn.image
    assert image.height() == 100
    assert image.deviceIndependentSize().height() == 50


def test_rows_tell_of_pictures_also_to_those_who_cannot_see_them(
    appearance: Appearance, qtbot: QtBot
) -> None:
    panel = _panel(_desk(_ALONE, _BOTH, _TEXT), appearance, qtbot)
    model = panel._body.phrases
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(row).data(role) for row in range(3)]
    assert ["with a picture" in each for each in said] == [True, True, False]
    assert all(", ," not in each for each in said)
    assert [model.part(row) for row in range(3)] == ["Picture", "", ""]
    panel.grab()
