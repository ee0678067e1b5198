from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qtdesk.core.events import PasteEnded
from qtdesk.core.paste import Fate, Outcome, PasteResult, Reason
from qtdesk.platforms.macos.permission import AccessibilityPermission
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.permission_dialog import PermissionDialog
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.surroundings import Surroundings
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import Translations
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_permission import NotTrusted


@pytest.fixture
def mac() -> NotTrusted:
    return NotTrusted()


@pytest.fixture
def dialog(mac: NotTrusted, appearance: Appearance, qtbot: QtBot) -> PermissionDialog:
    made = PermissionDialog(AccessibilityPermission(mac), appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_state_follows_the_permission_while_it_is_open(
    dialog: PermissionDialog, mac: NotTrusted, qtbot: QtBot
) -> None:
    assert "Not allowed yet" in dialog.state.text()
    mac.trust = True
    qtbot.waitUntil(lambda: "It is allowed" in dialog.state.text(), timeout=3000)
    mac.trust = False
    qtbot.waitUntil(lambda: "Not allowed yet" in dialog.state.text(), timeout=3000)


def test_nobody_looks_at_what_is_closed(dialog: PermissionDialog) -> None:
    dialog.close()
    assert not dialog._look.isActive()


def test_the_button_leads_to_the_settings(
    dialog: PermissionDialog, mac: NotTrusted
) -> None:
    dialog.open_settings.click()
    assert mac.asked == 1


def test_it_speaks_the_language_of_now(
    dialog: PermissionDialog, translations: Translations, qtbot: QtBot
) -> None:
    translations.use("zh_CN")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "允许 qtdesk 粘贴")


@pytest.mark.qt_log_ignore("does not support", "systemTrayWindowChanged")
def test_it_opens_once_where_a_paste_would_have_needed_it(
    mac: NotTrusted, desk: FakeDesk, appearance: Appearance, qtbot: QtBot
) -> None:
    desk.platform.permission = AccessibilityPermission(mac)
    desk.platform.composited = lambda: True
    desk.platform.type_ahead = NoKeys()
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    qtbot.addWidget(panel)
    bridge = Bridge(as_desk(desk), panel)
    around = Surroundings(
        as_desk(desk), bridge, appearance, panel, Nothing(), lambda: None, Path()
    )
    texts = [action.text() for action in around.tray.menu.actions()]
    assert "Let qtdesk paste…" in texts
    copied = PasteResult(Outcome.COPIED, Reason.UNABLE, Fate.REPLACED, "chat")
    desk.announce(PasteEnded(copied._replace(reason=Reason.NOT_FRONT)))
    assert around._dialogs == {}
    for first in (True, False):
        desk.announce(PasteEnded(copied))
        opened = around._dialogs["Let qtdesk paste"]
        assert opened.isVisible() is first
        opened.close()
    mac.trust = True
    around.tray._fill()
    texts = [action.text() for action in around.tray.menu.actions()]
    assert "Let qtdesk paste…" not in texts
    opened.deleteLater()


class NoKeys:
    def release(self) -> None:
        """None were kept."""


class Nothing:
    """A background that does nothing."""

    def run(self, work: object, done: object) -> None:
        del work, done
