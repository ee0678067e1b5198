"""Windows about words, opened with something to say, for tests of all windows."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qtdesk.core.phrases import Phrase
from qtdesk.ui.copied_text.window import CopiedTextWindow
from qtdesk.ui.packs_dialog import PacksDialog
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
from tests.check_world import CheckWorld
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import TARGET, FakeDesk

_SAID = Phrase(
    *("b", "zp", "greet", "", "夸过头", ("这款最便宜，面料顶级，保证明天到您手上",))
)


def open_words(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    panel = QuickPanel(as_desk(FakeDesk((_SAID,))), appearance, lambda: True)
    panel.open(TARGET, by_hotkey=True)
    panel._body.quote.look_now()
    QCoreApplication.processEvents()
    return panel


def open_copied_text(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    world = CheckWorld()
    world.copy("这款最便宜，加我微信 abc12345 给您便宜点")
    world.copied.open(lambda: None)
    world.clock.run_all()
    window = CopiedTextWindow(world.copied, appearance, lambda: True, lambda: False)
    window.open()
    return window


def open_packs(desk: FakeDesk, appearance: Appearance) -> QWidget:
    dialog = PacksDialog(as_desk(desk), appearance, Path("lint"))
    dialog.show()
    return dialog
