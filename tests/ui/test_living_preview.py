"""The panel shows a phrase as it will read, and the settings who is speaking."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Ability
from qtdesk.core.settings import declarations
from qtdesk.core.templates import Filled, Span, Unfilled, Want
from qtdesk.ui.preview import Preview
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.settings_dialog import SettingsDialog
from qtdesk.ui.theme import Appearance
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

TEXT = "{buyer}，{daypart}🙂，单号 {ask:快递单号}，{快递}"


def marked(preview: Preview) -> list[str]:
    """The pieces that stand out."""
    return [found.cursor.selectedText() for found in preview.extraSelections()]


def test_the_preview_shows_how_it_reads_and_marks_what_is_missing(
    appearance: Appearance, qtbot: QtBot
) -> None:
    desk = FakeDesk((Phrase("b", "p", "greet", "", "招呼", (TEXT,)),))
    panel = QuickPanel(as_desk(desk), appearance, lambda: True)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.opened_focused, timeout=5000):
        panel.open(None, by_hotkey=False)
    preview = panel._body.preview
    assert preview.toPlainText() == "下午好🙂，单号 {快递单号}，{快递}"
    assert marked(preview) == ["{快递单号}", "{快递}"]
    assert panel._body.quote.notes.note.isVisible()
    assert "2" in panel._body.quote.notes.note.text()


def test_a_finished_text_has_no_marks(appearance: Appearance, qtbot: QtBot) -> None:
    preview = Preview(appearance)
    qtbot.addWidget(preview)
    gap = Span(2, 6)
    preview.show_filling(
        Unfilled("单号{单号}", (), (gap,), (Want("ask:单号", "单号"),))
    )
    assert marked(preview) == ["{单号}"]
    preview.show_filling(Filled("单号{单号}"))
    assert marked(preview) == []


def test_settings_stand_under_their_headings(
    appearance: Appearance, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    desk.platform.abilities = (Ability("target", able=True),)
    dialog = SettingsDialog(as_desk(desk), appearance)
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    groups = list(dict.fromkeys(each.group for each in declarations().values()))
    assert groups == [
        *("Profile", "Facts of the shop", "General"),
        *("Dock beside the chat", "Promises", "What is not said to buyers"),
        *("Order checks", "Tables of the shop"),
    ]
    assert [text for text in labels if text in groups] == groups
