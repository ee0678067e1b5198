"""Time, background work, clipboard, placement and painting in front of Qt."""

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from qtdesk.core.ports import Area, Clip
from qtdesk.core.search import Marks, Span
from qtdesk.core.words import NO_WORDS, words
from qtdesk.ui import placement, plain_clipboard, utf16
from qtdesk.ui.clock import QtClock
from qtdesk.ui.drawing import draw_line
from qtdesk.ui.result_list import line_to_show
from qtdesk.ui.tasks import Tasks
from qtdesk.ui.theme import font
from qtdesk.ui.translations import Translations
from qtdesk.ui.words import tell

MARK = QColor("#ff0000")


# --- background ------------------------------------------------------------------


@pytest.fixture
def tasks(qapp: QGuiApplication) -> Iterator[Tasks]:
    made = Tasks(qapp)
    yield made
    made.close()


def test_work_runs_elsewhere_and_ends_here(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []

    def done(there: int) -> None:
        told.extend((there, threading.get_ident()))

    tasks.run(threading.get_ident, done)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] != threading.get_ident()
    assert told[1] == threading.get_ident()


def test_results_come_in_the_order_of_the_work(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    for number in range(20):
        tasks.run(partial(int, number), told.append)
    qtbot.waitUntil(lambda: len(told) == 20)
    assert told == list(range(20))


def test_a_defect_in_the_work_comes_to_light_here(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[object] = []

    def fail() -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        tasks.run(fail, told.append)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert told == []


def test_no_search_for_cycles_stops_the_interface_meanwhile(
    tasks: Tasks, qtbot: QtBot
) -> None:
    told: list[bool] = []
    tasks.run(gc.isenabled, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [False]
    assert gc.isenabled()


def test_after_closing_nothing_is_told(tasks: Tasks) -> None:
    told: list[int] = []
    started, go_on = threading.Event(), threading.Event()

    def work() -> int:
        started.set()
        go_on.wait(5)
        return 1

    tasks.run(work, told.append)
    assert started.wait(5)
    go_on.set()
    tasks.close()
    QGuiApplication.processEvents()
    assert told == []


def test_after_closing_nothing_is_begun(tasks: Tasks, qtbot: QtBot) -> None:
    done: list[str] = []
    tasks.close()
    tasks.run(lambda: done.append("after"), lambda _: None)
    qtbot.wait(50)
    assert not done


# --- clock -----------------------------------------------------------------------


def test_a_call_comes_once_and_not_early(qtbot: QtBot) -> None:
    clock, calls = QtClock(), list[float]()
    begun = clock.now()
    clock.call_later(0.02, lambda: calls.append(clock.now() - begun))
    qtbot.waitUntil(lambda: bool(calls))
    assert len(calls) == 1
    assert calls[0] >= 0.019


def test_a_cancelled_call_never_comes(qtbot: QtBot) -> None:
    clock, calls = QtClock(), list[str]()
    cancel = clock.call_later(0.001, lambda: calls.append("cancelled"))
    cancel()
    cancel()
    clock.call_later(0.03, lambda: calls.append("later"))
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == ["later"]


def test_cancelling_from_within_the_call_is_harmless(qtbot: QtBot) -> None:
    clock, calls = QtClock(), list[str]()

    def call() -> None:
        cancel()
        calls.append("called")

    cancel = clock.call_later(0, call)
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == ["called"]


@pytest.mark.usefixtures("qapp")
def test_a_plain_copy_is_on_the_clipboard() -> None:
    assert plain_clipboard.copy(Clip("亲\n您好📦"))
    assert QGuiApplication.clipboard().text() == "亲\n您好📦"


# --- words -----------------------------------------------------------------------


def test_words_are_translated_before_their_blanks_are_filled(
    translations: Translations,
) -> None:
    sentence = words("Pasted into {app}.", app="{title}")
    assert tell(sentence) == "Pasted into {title}."
    translations.use("zh_CN")
    assert tell(sentence) == "已粘贴到 {title}。"
    assert tell(NO_WORDS) == ""


# --- positions -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "units", "head", "tail"),
    [
        ("abc", 1, "a", "bc"),
        ("货📦到", 1, "货", "📦到"),
        ("货📦到", 3, "货📦", "到"),
        ("货📦到", 2, "货", "到"),
        ("", 0, "", ""),
    ],
)
def test_positions_in_utf16(text: str, units: int, head: str, tail: str) -> None:
    assert (utf16.head(text, units), utf16.tail(text, units)) == (head, tail)


def test_length_in_utf16() -> None:
    assert [utf16.length(text) for text in ("", "abc", "货", "📦货")] == [0, 3, 1, 3]


@pytest.mark.usefixtures("qapp")
def test_a_window_lies_on_its_screen() -> None:
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    size = QSize(400, 300)
    for area in (
        Area(-500, -500, 900, 700),
        Area(room.right() - 50, 0, 300, 200),
        None,
    ):
        place = placement.beside(area, size, screen)
        assert room.contains(QRect(place, size)), area
    place = placement.beside(Area(100, 60, 500, 480), size, screen)
    assert place == QPoint(149, 120)


def test_a_window_larger_than_the_room_shows_its_beginning() -> None:
    room = QRect(10, 20, 100, 100)
    assert placement.clamp(QPoint(50, 50), QSize(300, 300), room) == QPoint(10, 20)


# --- painting --------------------------------------------------------------------


def painted(text: str, spans: tuple[Span, ...], width: int = 400) -> QImage:
    image = QImage(width, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    look = (font(), QColor(Qt.GlobalColor.black), MARK)
    draw_line(painter, QRectF(image.rect()), text, spans, look)
    painter.end()
    return image


def marked(image: QImage) -> tuple[int, int]:
    """Where the mark begins and ends."""
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == MARK for y in range(image.height()))
    ]
    return (columns[0], columns[-1]) if columns else (-1, -1)


@pytest.mark.usefixtures("qapp")
def test_a_mark_behind_an_emoji_is_under_its_word() -> None:
    plain = marked(painted("到发货了", (Span(1, 2),)))
    shifted = marked(painted("📦到发货了", (Span(3, 2),)))
    assert plain[1] - plain[0] == pytest.approx(shifted[1] - shifted[0], abs=1)
    assert shifted[0] > plain[0]


@pytest.mark.usefixtures("qapp")
def test_a_long_line_is_cut_and_its_marks_with_it() -> None:
    text = "发货" * 60
    assert marked(painted(text, (Span(110, 4),), 200)) == (-1, -1)
    left, right = marked(painted(text, (Span(8, 100),), 200))
    assert 0 < left < right < 200


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        (Marks(), ("亲📦", ())),
        (Marks(text=(Span(0, 1),)), ("亲📦", (Span(0, 1),))),
        (Marks(text=(Span(6, 2),)), ("好的发货", (Span(2, 2),))),
        (Marks(title=(Span(0, 1),), text=(Span(6, 2),)), ("亲📦", ())),
    ],
)
def test_a_row_shows_the_line_that_was_hit(
    marks: Marks, shown: tuple[str, tuple[Span, ...]]
) -> None:
    assert line_to_show("亲📦\n好的发货\n再见", marks) == shown
