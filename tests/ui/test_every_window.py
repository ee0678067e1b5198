"""Every window in both languages, both themes and three scales, and what it tells."""

import inspect
import json
import os
import statistics
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qtdesk.core.audit.telling import Ids
from qtdesk.core.combos import Combo
from qtdesk.core.launcher import Tool
from qtdesk.core.paste import Profile
from qtdesk.core.phrases import Phrase, Problem, Validity
from qtdesk.core.ports import Backup, Condition, Source, StoreState
from qtdesk.core.records import Verdict
from qtdesk.core.settings import Settings
from qtdesk.core.shop_tables import ShopTables
from qtdesk.core.tables.importing import Plan, Refused
from qtdesk.core.words import words
from qtdesk.platforms.macos.permission import AccessibilityPermission
from qtdesk.storage.refusals import gone
from qtdesk.ui.audit import AuditWindow
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.dock.key_dialog import KeyDialog
from qtdesk.ui.doctor_dialog import DoctorDialog
from qtdesk.ui.editor.window import PhraseEditor
from qtdesk.ui.order_check.window import OrderCheckWindow
from qtdesk.ui.permission_dialog import PermissionDialog
from qtdesk.ui.profiles_dialog import ProfilesDialog
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.records import RecordsWindow
from qtdesk.ui.recovery_dialog import RecoveryDialog
from qtdesk.ui.settings_dialog import SettingsDialog
from qtdesk.ui.sources_dialog import SourcesDialog
from qtdesk.ui.tables import EntryDialog, TablesWindow
from qtdesk.ui.tables.row_dialog import RowDialog
from qtdesk.ui.tables.sheets import ImportDialog
from qtdesk.ui.theme import DARK, LIGHT, Appearance
from qtdesk.ui.toast import Toast
from qtdesk.ui.translations import Translations
from qtdesk.ui.update_dialog import UpdateDialog
from qtdesk.ui.update_watch import NewRelease, UpdateWatch
from tests.audit_world import AuditWorld
from tests.check_world import BOTH, CheckWorld
from tests.checking_room import Room as CheckingRoom
from tests.core.dock.dock_desk import DockDesk, phrase_of
from tests.core.test_desk import Place
from tests.fake_books import AtOnce
from tests.fake_records import FakeRecords, fake_reading
from tests.fake_rows import fake_tables
from tests.promise_windows import open_promise_popover, open_promises
from tests.sample_records import record
from tests.sample_rows import SHIPPED, a_loss, a_return
from tests.ui.conftest import CATALOGUE, ROOT, as_desk, translation_tool
from tests.ui.dock.dock_room import DockRoom
from tests.ui.fake_desk import (
    MOMENT,
    TARGET,
    FakeBookcase,
    FakeDesk,
    FakeUsage,
    SourceState,
)
from tests.ui.fake_permission import NotTrusted
from tests.ui.fake_phrases import PHRASES
from tests.ui.lists_scene import ListScene
from tests.word_windows import open_copied_text, open_packs, open_words

BROKEN = Source("/share/大促.yaml")
FAULT = Problem(
    "大促.yaml", 14, "预售", words("“{key}” is missing.", key="text"),
    words("Add “{key}: …”.", key="text"),
)  # fmt: skip


def filled_desk() -> FakeDesk:
    desk = FakeDesk()
    desk.books.states = [
        SourceState(Source("/books/小鹿家.yaml"), "小鹿家", "3", 28, 0, in_use=True),
        SourceState(BROKEN, "大促", "12", 164, 1, in_use=True),
    ]
    desk.books.faults = {BROKEN.path: (FAULT,)}
    return desk


def open_panel(desk: FakeDesk, appearance: Appearance) -> QWidget:
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    panel.open(TARGET, by_hotkey=True)
    return panel


ASKING = Phrase(
    *("shop", "dh", "ship", "物流", "发单号"),
    (
        (
            "{买家}，{daypart}，单号 {ask:快递单号}，预计 {eta} 到，退到{退货地址}。"
            "{choice:顺丰速运，江浙沪次日到达|中通快递，全国三到五天|邮政，偏远地区也能到}"
        ),
    ),
    code="dh",
)
TURNING = Phrase(*("shop", "zd", "greet", "招呼", "在的"), ("在的", "在呢"), code="zd")
OVER = TURNING._replace(
    id="wz", title="五折", validity=Validity(revoked="法务要求停用，请用新话术代替")
)
STEPS = TURNING._replace(id="fk", title="付款步骤", sequence=True)


def open_form(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    panel = QuickPanel(as_desk(FakeDesk((ASKING,))), appearance, lambda: True)
    panel.open(TARGET, by_hotkey=True)
    panel.ask(ASKING)
    QCoreApplication.processEvents()  # words of other lengths were laid out meanwhile
    return panel


def open_message(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    desk = FakeDesk((TURNING, STEPS, OVER, *PHRASES))
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    panel.open(desk.open(), by_hotkey=True)
    desk.living.show_another(STEPS)
    for row in range(2):
        panel._body.results.go_to(row)
        panel._choices.on_add_asked()
    panel._choices.choose(2)
    QCoreApplication.processEvents()
    return panel


def open_settings(desk: FakeDesk, appearance: Appearance) -> QWidget:
    dialog = SettingsDialog(as_desk(desk), appearance)
    dialog.show()
    return dialog


def open_sources(desk: FakeDesk, appearance: Appearance) -> QWidget:
    bridge = Bridge(as_desk(desk))
    dialog = SourcesDialog(as_desk(desk), bridge, appearance, AtOnce())
    bridge.setParent(dialog)
    dialog.sources.setCurrentRow(1)
    dialog.show()
    return dialog


def open_toast(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    toast = Toast(appearance, lambda: True)
    toast.say("千牛 now shows another conversation.", "The text is copied.")
    return toast


def open_permission(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    # The longest words of any backend, over a Mac that has not allowed it.
    dialog = PermissionDialog(AccessibilityPermission(NotTrusted()), appearance)
    dialog.show()
    return dialog


def open_update(desk: FakeDesk, appearance: Appearance) -> QWidget:
    bridge = Bridge(as_desk(desk))
    watch = UpdateWatch(as_desk(desk), bridge, Path(), ())
    watch.release = NewRelease("1.3.0", "https://desk.example/get", ("Quicker.",))
    dialog = UpdateDialog(watch, appearance)
    bridge.setParent(dialog)
    watch.setParent(dialog)
    dialog.show()
    return dialog


def open_records(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    kept = FakeRecords()
    now = datetime.now().astimezone()
    kept.add(record("330012345678900001", now))
    kept.add(record("330012345678900002", now, verdict=Verdict.PASSED))
    window = RecordsWindow(fake_reading(kept), appearance)
    window.show()
    return window


def open_recovery(desk: FakeDesk, appearance: Appearance) -> QWidget:
    bridge = Bridge(as_desk(desk))
    path = Path("/home-of-an-agent/qtdesk/agent.jsonl")
    desk.safekeeping.state = StoreState(Condition.GONE, gone(path))
    desk.safekeeping.backups = (
        Backup("2026-11-22.jsonl", "2026-11-22T09:00:00+08:00", 812, sound=True),
        Backup("2026-11-21.jsonl", "2026-11-21T09:00:00+08:00", 3, sound=False),
    )
    dialog = RecoveryDialog(desk.safekeeping, bridge, appearance)
    bridge.setParent(dialog)
    dialog.show()
    return dialog


def open_profiles(desk: FakeDesk, appearance: Appearance) -> QWidget:
    # One that sends has the longest warning.
    desk.profiles.keep(Profile(("pidgin",), "Pidgin", sends=True))
    dialog = ProfilesDialog(as_desk(desk), appearance)
    dialog.show()
    return dialog


def _dock_room(appearance: Appearance) -> DockRoom:
    room = DockRoom(appearance, language="auto")
    for name in ("云朵 8821", "阿May", "尾号 4567"):
        room.desk.dock.buyers.open(name)
    room.desk.dock.keys.give(phrase_of(4).key, "ctrl+alt+shift+g")
    room.desk.dock.choose("answer")
    room.docking.offer("核单  Ctrl+Alt+H", lambda: None)
    room.scene.refresh()
    return room


def open_dock(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    return _dock_room(appearance).scene.window


def open_popover(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    room = _dock_room(appearance)
    room.scene.more.offer_for(phrase_of(5), QRect(400, 100, 200, 70))
    return room.scene.more.popover


def open_places(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    room = _dock_room(appearance)
    room.scene.more.offer_places(QRect(400, 100, 1, 1))
    return room.scene.more.popover


def open_prompt(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    room = _dock_room(appearance)
    room.scene.more.ask_for_buyer()
    room.scene.more.prompt.field.returnPressed.emit()
    return room.scene.more.prompt


def open_key_dialog(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    room = _dock_room(appearance)
    dialog = KeyDialog(room.desk, appearance, phrase_of(4))
    dialog.show()
    return dialog


def open_doctor(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    place = Place()
    place.platform.keyboard.held_keys |= {"ctrl", "shift"}
    place.desk.listening.pause(paused=True)
    dialog = DoctorDialog(place.desk, appearance)
    dialog.show()
    return dialog


def open_settings_with_keys(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    room = _dock_room(appearance)
    room.desk.dock.keys._phrases["book/gone"] = "ctrl+alt+x"
    room.place.platform.hotkeys.taken.add(Combo.parse("ctrl+alt+k"))
    room.desk.dock.keys._bindings.bind("dock", "ctrl+alt+k", lambda: None)
    dialog = SettingsDialog(room.desk, appearance)
    dialog.show()
    return dialog


def _editor(place: DockDesk, phrase: Phrase, appearance: Appearance) -> PhraseEditor:
    editor = PhraseEditor(place.desk, appearance, phrase)
    editor.show()
    editor._look()
    QCoreApplication.processEvents()
    return editor


def open_new_phrase(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    place = DockDesk()
    phrase = place.desk.writing.own.new("退运费")._replace(
        # What is said of it is as long as it can be.
        texts=("运费 {ask:多少} 元今天就退，全网最低价，{reasn}", "在的"),
        code=phrase_of(4).code,
    )
    return _editor(place, phrase, appearance)


def open_version(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    place = DockDesk()
    shared = phrase_of(4)
    place.desk.writing.own.save(shared._replace(texts=("今天就发",)))
    book = place.desk.books.shelf.shared[0]
    over = shared._replace(validity=Validity(revoked="仓库搬迁，请用新的话术代替"))
    place.desk.books.shelf.place("shop", book._replace(phrases=(over,)))
    place.desk.writing.own.arrange()
    return _editor(place, over, appearance)


def open_check(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    world = CheckWorld()
    world.open(BOTH)
    window = OrderCheckWindow(world.checks, appearance, lambda: True)
    window.open()
    return window


def open_launcher(desk: FakeDesk, appearance: Appearance) -> QWidget:
    for tool in Tool:
        desk.launcher.offer(tool)
    checks = desk.checks
    checks.load(lambda: None)
    checks.begin("CL-01", BOTH)
    checks.answer("V21.1", value=True)
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    panel.open(TARGET, by_hotkey=True, query="/")
    return panel


def open_nothing_launched(desk: FakeDesk, appearance: Appearance) -> QWidget:
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    panel.open(TARGET, by_hotkey=True, query="/没有这样的清单")
    return panel


def open_lists(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    room = ListScene(appearance)
    room.spoil()
    room.dialog.lists.setCurrentRow(room.rows.index("CL-30"))
    return room.dialog


def open_list_menu(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    room = DockRoom(appearance)
    scene = room.scene
    room.desk.checks.loading._open = lambda: CheckingRoom().checks
    scene.window.lists.click()
    return scene.list_menu.popover


def _some_tables() -> ShopTables:
    tables = fake_tables(lambda: Settings(agent="小李"))
    tables.load(lambda: None)
    rows = [a_loss(n, note="嫌贵，说别家便宜十块") for n in range(3)]
    tables._open_rows().put([*rows, a_return(), a_return(3)])
    return tables


def open_tables(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    window = TablesWindow(_some_tables(), appearance)
    window.show()
    window.show_table("returns")
    return window


def open_row(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    dialog = RowDialog(SHIPPED["lost"], a_loss(), lambda: MOMENT, appearance)
    dialog.show()
    return dialog


def open_table_choice(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    dialog = EntryDialog(_some_tables(), appearance)
    dialog.ask()
    return dialog


def open_entry(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    dialog = EntryDialog(_some_tables(), appearance)
    dialog.ask("complaints", {"words": "三天没人理我"})
    assert dialog.form is not None
    dialog.form.cells()
    QCoreApplication.processEvents()  # what is wrong makes room for itself
    return dialog


def open_import(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    why, hint = words("“{column}” is empty.", column="原因"), words("Write yes or no.")
    rows = (a_loss(), a_loss())
    plan = Plan("lost", rows, rows[:1], 12, (Refused(4, why, hint),), ("备忘",))
    holder = QWidget()
    dialog = ImportDialog(plan, "流失.xlsx", appearance, holder)
    dialog.destroyed.connect(holder.deleteLater)
    dialog.setParent(None)
    dialog.show()
    return dialog


def open_audit(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    window = AuditWindow(AuditWorld().auditing, Ids(), appearance)
    window.show()
    window.sample.draw()
    return window


def open_figures(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    window = AuditWindow(AuditWorld().auditing, Ids(), appearance)
    window.show()
    window.figures.before.setCurrentIndex(1)
    window.figures.figure.setCurrentIndex(3)
    window.show_page(1)
    return window


WINDOWS = (
    open_audit,
    open_figures,
    open_tables,
    open_row,
    open_table_choice,
    open_entry,
    open_import,
    open_panel,
    open_words,
    open_copied_text,
    open_packs,
    open_launcher,
    open_nothing_launched,
    open_lists,
    open_list_menu,
    open_form,
    open_message,
    open_settings,
    open_sources,
    open_toast,
    open_permission,
    open_update,
    open_recovery,
    open_records,
    open_profiles,
    open_doctor,
    open_dock,
    open_popover,
    open_places,
    open_prompt,
    open_key_dialog,
    open_settings_with_keys,
    open_new_phrase,
    open_version,
    open_check,
    open_promises,
    open_promise_popover,
)
Opener = Callable[[FakeDesk, Appearance], QWidget]


@pytest.fixture(params=["en", "zh_CN"])
def language(request: pytest.FixtureRequest, translations: Translations) -> str:
    translations.use(request.param)
    return str(request.param)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, appearance: Appearance) -> Iterator[str]:
    appearance.choose(request.param)
    yield request.param
    appearance.choose("auto")


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("opener", WINDOWS)
def test_every_window_is_named_reachable_and_whole(
    opener: Opener, theme: str, appearance: Appearance, qtbot: QtBot
) -> None:
    window = opener(filled_desk(), appearance)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    picture = window.grab().toImage()
    line = [
        picture.pixelColor(x, picture.height() - 60).lightness()
        for x in range(picture.width() // 4, picture.width() * 3 // 4)
    ]
    assert (statistics.median(line) < 128) is (theme == "dark")
    assert unnamed(window) == []
    assert clipped(window) == []
    if isinstance(window, QDialog):
        assert tab_order(window) == reading_order(window)
        assert has_dark_frame(window) is (theme == "dark")
    # Before Python takes it apart in an order of its own.
    window.close()


def has_dark_frame(window: QWidget) -> bool:
    """Whether Qt on Windows draws a dark title bar: it judges by these two colours."""
    colours = window.palette()
    return (
        colours.color(QPalette.ColorRole.WindowText).lightness()
        > colours.color(QPalette.ColorRole.Window).lightness()
    )


def shown(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    found = window.findChildren(kind)
    return [w for w in found if w.isVisibleTo(window) and w.width() > 0]


def unnamed(window: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    controls = [w for kind in kinds for w in shown(window, kind)]
    controls += [
        w for w in shown(window, QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [
        repr(control)
        for control in controls
        if not control.accessibleName()
        and not getattr(control, "text", str)()
        and not named_by_parent(control)
    ]


def named_by_parent(widget: QWidget) -> bool:
    """Inner parts of Qt's own controls are read as one with them."""
    parent = widget.parentWidget()
    return parent is not None and bool(parent.accessibleName())


def clipped(window: QWidget) -> list[str]:
    """Texts that do not fit where they stand."""
    texts = []
    for label in shown(window, QLabel):
        assert isinstance(label, QLabel)
        wanted = label.sizeHint()
        if label.wordWrap():
            fits = label.heightForWidth(label.width()) <= label.height()
        else:
            fits = wanted.width() <= label.width() and wanted.height() <= label.height()
        if not fits:
            texts.append(label.text())
    for button in shown(window, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        if button.sizeHint().width() > button.width():
            texts.append(button.text())
    return texts


def tab_order(window: QWidget) -> list[QWidget]:
    order = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isVisibleTo(window) and widget.focusProxy() is None:
            order.append(widget)
        widget = widget.nextInFocusChain()
    return order


def reading_order(window: QWidget) -> list[QWidget]:
    """From top to bottom, all that can be scrolled to at the place of its area.

    Panes that stand side by side are read one after the other.
    """
    areas: list[QWidget] = [*window.findChildren(QScrollArea)]
    areas += [w for w in shown(window, QWidget) if w.property("pane")]

    def place(widget: QWidget) -> tuple[int, int, int, int]:
        centre = widget.mapTo(window, widget.rect().center())
        around = (a for a in areas if a is widget or a.isAncestorOf(widget))
        area = next(around, None)
        if area is None:
            return centre.y(), centre.x(), 0, 0
        corner = area.mapTo(window, area.rect().topLeft())
        return corner.y(), corner.x(), centre.y(), centre.x()

    return sorted(tab_order(window), key=place)


SCALED = """
import sys, json
sys.path.insert(0, sys.argv[1])
from PySide6.QtWidgets import QApplication
from tests.ui import test_every_window as t
application = QApplication([])
appearance = t.Appearance(application)
wrong = {}
for opener in t.WINDOWS:
    window = opener(t.filled_desk(), appearance)
    application.processEvents()
    assert window.devicePixelRatioF() == float(sys.argv[2])
    wrong[opener.__name__] = t.clipped(window)
print(json.dumps(wrong))
"""


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_nothing_is_clipped_at_any_scale(scale: str) -> None:
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": scale,
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-c", SCALED, str(ROOT), scale]
    ended = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert json.loads(ended.stdout) == {opener.__name__: [] for opener in WINDOWS}


def test_a_new_theme_reaches_an_open_panel(
    panel: QuickPanel, appearance: Appearance
) -> None:
    appearance.choose("light")
    light = panel.grab().toImage()
    appearance.choose("dark")
    dark = panel.grab().toImage()
    appearance.choose("auto")
    spot = (light.width() // 2, light.height() // 2 + 60)
    assert light.pixelColor(*spot) == LIGHT.bg
    assert dark.pixelColor(*spot) == DARK.bg


def test_a_new_language_reaches_open_windows(
    panel: QuickPanel, appearance: Appearance, translations: Translations, qtbot: QtBot
) -> None:
    settings = open_settings(FakeDesk(), appearance)
    qtbot.addWidget(settings)
    translations.use("zh_CN")
    qtbot.waitUntil(lambda: settings.windowTitle() == "设置")
    assert panel._body._target_note.accessibleName().startswith("将粘贴到")
    assert panel._body.field.placeholderText() == "标题、内容或编码；按 / 开清单"


def test_rows_tell_a_screen_reader_title_stage_and_text(panel: QuickPanel) -> None:
    index = panel._body.phrases.index(5)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("发货时间 · 现货, 解答, 亲，现货订单")
    assert spoken.endswith("您随时可以看。")


# --- the catalogue ---------------------------------------------------------------


def test_the_chinese_catalogue_is_complete(tmp_path: Path) -> None:
    copy = tmp_path / CATALOGUE.name
    copy.write_bytes(CATALOGUE.read_bytes())
    sources = sorted((ROOT / "qtdesk").rglob("*.py"))
    translation_tool("lupdate", "-silent", *sources, "-ts", copy)
    messages = list(ET.parse(copy).getroot().iter("message"))  # noqa: S314 - our own file
    open_ones = [
        message.findtext("source")
        for message in messages
        if message.find("translation[@type='unfinished']") is not None
        or not message.findtext("translation")
    ]
    assert len(messages) > 100
    assert open_ones == []


def test_translations_keep_the_blanks() -> None:
    for message in ET.parse(CATALOGUE).getroot().iter("message"):  # noqa: S314 - our own file
        source, text = message.findtext("source"), message.findtext("translation")
        assert blanks_of(source) == blanks_of(text), source


def blanks_of(text: str | None) -> set[str]:
    parts = (text or "").split("{")[1:]
    return {part.split("}")[0] for part in parts}


# --- the fake ---------------------------------------------------------------------


@pytest.mark.parametrize("fake", [FakeDesk, FakeBookcase, FakeUsage])
def test_a_fake_has_the_methods_of_the_real_one(fake: type) -> None:
    name = fake.__name__.removeprefix("Fake")
    real = getattr(import_module(f"qtdesk.core.{name.lower()}"), name)
    known = {
        name: list(inspect.signature(method).parameters)
        for name, method in inspect.getmembers(real, inspect.isfunction)
    }
    offered = {
        name: list(inspect.signature(method).parameters)
        for name, method in vars(fake).items()
        if inspect.isfunction(method) and not name.startswith("_")
    }
    offered.pop("announce", None)  # how a test speaks as the desk
    assert offered == {name: known[name] for name in offered}
