"""Toast, news and tray: what is said, what is kept quiet, and the tray's menu."""

import sys
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from qtdesk.core.combos import PASTE
from qtdesk.core.errors import HotkeyError
from qtdesk.core.events import (
    AbbreviationsChanged,
    BookChanged,
    BookKept,
    HotkeysChanged,
    PasteEnded,
)
from qtdesk.core.paste import Fate, Outcome, PasteResult, Reason
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Ability, Area, Source
from qtdesk.core.words import NO_WORDS, words
from qtdesk.platforms.macos.permission import AccessibilityPermission
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.desktop_messages import DesktopMessages
from qtdesk.ui.icons import MASK_SIZES, SIZES, State, mask_icon, tray_icon
from qtdesk.ui.news import News
from qtdesk.ui.theme import LIGHT, Appearance
from qtdesk.ui.toast import Kind, Toast
from qtdesk.ui.translations import Translations
from qtdesk.ui.tray import Tray
from tests.ui.conftest import ROOT, as_desk
from tests.ui.fake_desk import FakeDesk, SourceState
from tests.ui.fake_permission import NotTrusted
from tests.ui.icon_pictures import mask, picture
from tests.ui.test_every_window import FAULT

OTHER = (
    "千牛 now shows another conversation. "
    f"The text is copied: press {PASTE.label} to paste it."
)
PARTLY = "Pasted into 千牛. The previous clipboard is back without its largest formats."
KEPT = """大促 cannot be used as it is now 大促.yaml:14
“text” is missing.
Add “text: …”.
What was read last stays in use."""
MENDED = """大促 is ready 1 new, 1 to mend
大促.yaml:14
“text” is missing.
Add “text: …”."""
ICONS = ROOT / "resources" / "icons"
TAKEN = HotkeyError(
    words("{combo} is taken.", combo="F1"), hint=words("Choose another.")
)


def result(
    outcome: Outcome, reason: Reason = Reason.NONE, fate: Fate = Fate.RESTORED
) -> PasteEnded:
    return PasteEnded(PasteResult(outcome, reason, fate, "千牛"))


def _note(desk: FakeDesk, name: str) -> None:
    desk.done.append((name, None))


@pytest.fixture
def toast(appearance: Appearance, qtbot: QtBot) -> Toast:
    made = Toast(appearance, lambda: False)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bridge(desk: FakeDesk, toast: Toast) -> Bridge:
    made = Bridge(as_desk(desk), toast)
    shown = ("show books", "show recovery")
    News(as_desk(desk), made, toast, *(partial(_note, desk, name) for name in shown))
    return made


# --- what is said ----------------------------------------------------------------


@pytest.mark.usefixtures("bridge")
def test_a_paste_that_went_well_is_quiet(desk: FakeDesk, toast: Toast) -> None:
    desk.announce(result(Outcome.PASTED))
    assert not toast.isVisible()


@pytest.mark.usefixtures("bridge")
@pytest.mark.parametrize(
    ("event", "said", "kind"),
    [
        (
            result(Outcome.COPIED, Reason.OTHER_CONVERSATION),
            OTHER,
            Kind.WARN,
        ),
        (
            result(Outcome.PASTED, fate=Fate.PARTLY),
            PARTLY,
            Kind.OK,
        ),
        (
            result(Outcome.NOTHING, Reason.CLIPBOARD_BUSY),
            "Another program keeps the clipboard.",
            Kind.STOP,
        ),
        (
            result(Outcome.NOTHING, Reason.TYPED_ON),
            "You typed on: the code stays as it is.",
            Kind.WARN,
        ),
        (
            AbbreviationsChanged(True, False, words("There are no keys.")),
            "Typed abbreviations do not work There are no keys.",
            Kind.WARN,
        ),
        (
            BookChanged("x", "大促", "2", ("a", "b"), ("c",), (), (), first=False),
            "大促 was updated 2 new, 1 changed",
            Kind.OK,
        ),
        (
            BookChanged("x", "大促", "2", ("a",), (), (), (FAULT,), first=True),
            MENDED,
            Kind.WARN,
        ),
        (
            BookKept("x", "大促", (FAULT,)),
            KEPT,
            Kind.STOP,
        ),
        (
            result(Outcome.COPIED, Reason.UNABLE, Fate.NOT_SAVED),
            "Copied. Press Ctrl+V to paste it.",
            Kind.OK,
        ),
        (
            HotkeysChanged("F1", active=False, paused=False, problem=TAKEN),
            "F1 is taken. Choose another.",
            Kind.WARN,
        ),
    ],
)
def test_what_matters_is_said(
    desk: FakeDesk, toast: Toast, event: PasteEnded, said: str, kind: Kind
) -> None:
    desk.announce(event)
    assert toast.isVisible()
    assert toast.accessibleName() == said
    assert toast.kind is kind


@pytest.mark.usefixtures("bridge")
def test_a_desktop_that_cannot_paste_says_why(desk: FakeDesk, toast: Toast) -> None:
    unable = result(Outcome.COPIED, Reason.UNABLE, Fate.REPLACED)
    desk.announce(unable)
    assert toast.accessibleName().startswith("Copied.")
    why = words("A password field has the keys.")
    desk.platform.permission = AccessibilityPermission(NotTrusted())
    desk.platform.abilities = (Ability("paste", able=False, reason=why),)
    desk.announce(unable)
    assert "A password field has the keys." in toast.accessibleName()


@pytest.mark.usefixtures("bridge")
def test_nothing_new_in_a_book_is_quiet(desk: FakeDesk, toast: Toast) -> None:
    desk.announce(BookChanged("x", "大促", "2", (), (), (), (), first=False))
    assert not toast.isVisible()


@pytest.mark.usefixtures("bridge")
def test_the_setting_silences_unconfirmed_pastes_only(
    desk: FakeDesk, toast: Toast
) -> None:
    desk.settings = desk.settings.with_changes({"notify": "off"})
    desk.announce(result(Outcome.UNCONFIRMED, Reason.NOT_READ))
    assert not toast.isVisible()
    desk.announce(result(Outcome.COPIED, Reason.NOT_FRONT))
    assert toast.isVisible()


# --- the toast -------------------------------------------------------------------


def test_it_never_takes_the_focus(toast: Toast, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    toast.say("Copied.")
    qtbot.waitExposed(toast)
    assert QApplication.activeWindow() is field
    assert toast.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_it_goes_by_itself(toast: Toast, qtbot: QtBot) -> None:
    toast._stay.setInterval(1)
    toast.say("Copied.")
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_the_mouse_keeps_it(toast: Toast) -> None:
    toast.say("Copied.")
    spot = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(spot, spot, spot))
    assert not toast._stay.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._stay.isActive()


def test_messages_take_turns_and_none_is_lost(toast: Toast, qtbot: QtBot) -> None:
    toast.say("A is ready")
    toast.say("B is ready")
    toast.say("C is broken", kind=Kind.STOP)
    assert toast.accessibleName() == "C is broken"
    toast._turn.setInterval(0)
    toast._turn.start()
    qtbot.waitUntil(lambda: toast.accessibleName() == "A is ready")
    toast._turn.setInterval(0)
    toast._turn.start()
    qtbot.waitUntil(lambda: toast.accessibleName() == "B is ready")


def test_an_answer_to_the_agent_does_not_wait(toast: Toast) -> None:
    toast.say("The book is broken", kind=Kind.STOP)
    toast.say("Copied.", kind=Kind.WARN, urgent=True)
    assert toast.accessibleName() == "Copied."
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert toast.accessibleName() == "The book is broken"
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_the_same_again_is_no_second_message(toast: Toast) -> None:
    toast.say("Copied.")
    toast.say("Copied.")
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


@pytest.mark.usefixtures("bridge")
def test_a_click_on_news_of_a_book_shows_the_books(
    desk: FakeDesk, toast: Toast
) -> None:
    desk.announce(BookKept("x", "大促", (FAULT,)))
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert desk.done == [("show books", None)]


@pytest.mark.usefixtures("bridge")
def test_the_first_start_says_how_to_begin(desk: FakeDesk, toast: Toast) -> None:
    source = Source("sample", sample=True)
    desk.books.states = [SourceState(source, "Samples", "1", 3, 0, in_use=True)]
    news = BookChanged("sample", "Samples", "1", ("a",), (), (), (), first=True)
    desk.announce(news)
    assert toast.accessibleName() == (
        "qtdesk is ready Ctrl+Alt+Space finds a phrase for the window in front."
    )
    toast.hide()
    desk.announce(news)
    assert not toast.isVisible()


def test_it_lies_within_the_screen_of_its_window(toast: Toast) -> None:
    toast.say("Copied.", "Where?", area=Area(10, 10, 400, 300))
    room = toast.screen().availableGeometry()
    assert room.contains(toast.geometry())
    assert (room.bottomRight() - toast.geometry().bottomRight()) == QPoint(8, 8)


# --- the tray --------------------------------------------------------------------


@pytest.fixture
def tray(desk: FakeDesk, bridge: Bridge, appearance: Appearance) -> Tray:
    return Tray(as_desk(desk), bridge, appearance, ICONS)


def menu(tray: Tray) -> list[str]:
    """The menu as it opens, each line with its state; `-` for a separator."""
    tray.menu.aboutToShow.emit()
    return [line(action) for action in tray.menu.actions()]


def line(action: QAction) -> str:
    if action.isSeparator():
        return f"- {action.text()}".strip()
    check = ("[x] " if action.isChecked() else "[ ] ") if action.isCheckable() else ""
    off = "" if action.isEnabled() else " (off)"
    return f"{check}{action.text()}{off}".replace("\t", " | ")


def action(tray: Tray, text: str) -> QAction:
    return next(item for item in tray.menu.actions() if item.text() == text)


def test_the_menu(tray: Tray) -> None:
    assert menu(tray) == [
        "Find a phrase | Ctrl+Alt+Space",
        "[ ] Pause hotkeys",
        "Checklists",
        "- Recent",
        "您好，欢迎光临",
        "夜间问候",
        "问身高体重",
        "-",
        "Look at what is copied",
        "Bring the clipboard back (off)",
        "-",
        "Promises…",
        "Write something down…",
        "Tables of the shop…",
        "Records of checks…",
        "-",
        "Phrasebooks…",
        "What is not said to buyers…",
        "Paste profiles…",
        "Settings…",
        "Why can't I paste?…",
        "-",
        "Quit qtdesk",
    ]


def test_a_menu_that_is_filled_again_and_again_grows_no_fatter(
    tray: Tray, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.checks.load(lambda: None)

    def menus() -> int:
        return len(tray.menu.findChildren(QMenu))

    for _ in range(5):
        tray._fill()
    qtbot.waitUntil(lambda: menus() == 1)


def test_lists_and_checks_under_way_are_in_the_menu(
    tray: Tray, desk: FakeDesk, qtbot: QtBot
) -> None:
    checks = desk.checks
    checks.load(lambda: None)
    checks.begin("CL-08", "")
    checks.answer("E04", "quality")
    menu(tray)
    (lists,) = (a.menu() for a in tray.menu.actions() if a.text() == "Checklists")
    assert isinstance(lists, QMenu)
    actions = {each.text(): each for each in lists.actions()}
    names = [name for _, name in checks.names.offered]
    # Under way first, as in the launcher; what is done with lists as files comes last.
    assert [each for each in actions if each in names] == names
    assert " · " in next(iter(actions))
    for label, asked in (
        ("Find one in the panel", tray.launcher_asked),
        ("All checklists…", tray.lists_asked),
    ):
        with qtbot.waitSignal(asked):
            actions[label].trigger()
    assert f"Regions as of {checks.names.regions_as_of}" in actions
    with qtbot.waitSignal(tray.check_asked) as asked:
        actions["发货前核对"].trigger()
    assert asked.args == ["CL-01"]
    under_way = next(text for text in actions if " · " in text)
    with qtbot.waitSignal(tray.check_chosen) as chosen:
        actions[under_way].trigger()
    assert chosen.args == [checks.under_way[0].uid]


def test_listening_is_always_told(tray: Tray, desk: FakeDesk) -> None:
    desk.listening.abbreviations = AbbreviationsChanged(
        on=True, listening=True, problem=NO_WORDS
    )
    desk.announce(desk.listening.abbreviations)
    assert "Listening for codes after ; (off)" in menu(tray)
    assert "Listening for codes after ;" in tray._icon.toolTip()
    desk.listening.abbreviations = AbbreviationsChanged(
        on=True, listening=False, problem=NO_WORDS
    )
    desk.announce(desk.listening.abbreviations)
    assert "Not listening for codes (off)" in menu(tray)
    assert "codes" not in tray._icon.toolTip()


def test_why_nobody_listens_is_told(tray: Tray, desk: FakeDesk) -> None:
    desk.listening.abbreviations = AbbreviationsChanged(
        on=True, listening=False, problem=words("There are no keys.")
    )
    desk.announce(desk.listening.abbreviations)
    assert "There are no keys. (off)" in menu(tray)


def test_the_menu_tells_the_last_paste_and_offers_the_clipboard(
    tray: Tray, desk: FakeDesk
) -> None:
    desk.pastes.last = PasteResult(
        Outcome.COPIED, Reason.TARGET_GONE, Fate.REPLACED, "R&D"
    )
    desk.pastes.can_bring_back = True
    lines = menu(tray)
    assert "The window of R&&D is closed. (off)" in lines
    assert "Bring the clipboard back" in lines


@pytest.mark.parametrize(("system", "opens"), [("linux", 1), ("darwin", 0)])
def test_a_click_opens_the_panel_where_it_does_not_open_the_menu(
    tray: Tray, monkeypatch: pytest.MonkeyPatch, system: str, opens: int
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    asked: list[int] = []
    tray.open_asked.connect(lambda: asked.append(1))
    tray._on_activated(QSystemTrayIcon.ActivationReason.Trigger)
    assert len(asked) == opens


def test_a_recent_phrase_is_handed_over(tray: Tray, qtbot: QtBot) -> None:
    menu(tray)
    with qtbot.waitSignal(tray.recent_chosen) as heard:
        action(tray, "夜间问候").trigger()
    assert isinstance(heard.args[0], Phrase)
    assert heard.args[0].id == "hiy"


def test_a_pause_is_asked_for_and_shown(
    tray: Tray, desk: FakeDesk, qtbot: QtBot
) -> None:
    tray.pause_asked.connect(desk.listening.pause)
    menu(tray)
    action(tray, "Pause hotkeys").trigger()
    assert desk.listening.hotkeys.paused
    assert tray.state is State.PAUSED
    qtbot.waitUntil(lambda: "[x] Pause hotkeys" in menu(tray))


def test_a_conflict_is_shown_and_leads_to_its_remedy(
    tray: Tray, desk: FakeDesk, qtbot: QtBot
) -> None:
    desk.listening.hotkeys = HotkeysChanged(
        "F1", active=False, paused=False, problem=TAKEN
    )
    desk.announce(desk.listening.hotkeys)
    assert tray.state is State.PROBLEM
    assert menu(tray)[2] == "F1 is taken."
    with qtbot.waitSignal(tray.settings_asked):
        action(tray, "F1 is taken.").trigger()


def test_the_menu_speaks_the_language_of_now(
    tray: Tray, translations: Translations
) -> None:
    translations.use("zh_CN")
    assert menu(tray)[-1] == "退出 qtdesk"


@pytest.mark.parametrize("size", SIZES)
def test_pictures_of_the_icon_show_its_vector_file(size: int) -> None:
    drawn = picture(size)
    stored = QImage(str(ICONS / f"qtdesk-{size}.png"))
    assert stored.convertToFormat(drawn.format()) == drawn


@pytest.mark.parametrize("size", MASK_SIZES)
def test_the_shape_for_menu_bars_is_that_of_the_icon(size: int) -> None:
    drawn = mask(size)
    stored = QImage(str(ICONS / f"qtdesk-mask-{size}.png"))
    assert stored.convertToFormat(drawn.format()) == drawn


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("state", "gap", "middle"),
    [(State.READY, 255, 255), (State.PROBLEM, 0, 255), (State.PAUSED, 0, 0)],
)
def test_menu_bars_get_a_shape_without_colour(
    state: State, gap: int, middle: int
) -> None:
    made = mask_icon(ICONS, state)
    assert made.isMask()
    image = made.pixmap(36, 36).toImage()
    pixels = [image.pixelColor(x, y) for x in range(36) for y in range(36)]
    assert {pixel.rgb() & 0xFFFFFF for pixel in pixels} == {0}
    assert image.pixelColor(21, 21).alpha() == gap
    assert image.pixelColor(27, 27).alpha() == middle


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("system", "shape"), [("darwin", True), ("linux", False)])
def test_the_bar_of_this_desktop_gets_its_own_icon(
    monkeypatch: pytest.MonkeyPatch, system: str, shape: bool
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert tray_icon(ICONS, LIGHT, State.READY).isMask() is shape


# --- a desktop that shows messages itself ------------------------------------------


class Board:
    """Implements `Notices`."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.clicked: Callable[[], None] | None = None

    def notify(
        self, title: str, detail: str, clicked: Callable[[], None] | None
    ) -> None:
        self.said.append((title, detail))
        self.clicked = clicked


def test_messages_of_the_desktop_say_the_same(desk: FakeDesk) -> None:
    board = Board()
    bridge = Bridge(as_desk(desk))
    messages = DesktopMessages(board, bridge)
    News(as_desk(desk), bridge, messages, partial(_note, desk, "books"), lambda: None)
    desk.announce(result(Outcome.COPIED, Reason.UNABLE))
    assert board.said == [("Copied.", "Press Ctrl+V to paste it.")]
    assert board.clicked is None
    desk.announce(BookKept("x", "大促", (FAULT,)))
    assert board.clicked is not None
    board.clicked()
    assert desk.done == [("books", None)]
