import sys

import pytest

from qtdesk.core.combos import Combo


def test_labels_are_what_is_printed_on_the_keys() -> None:
    combo = Combo.parse("super+shift+option+control+space")
    assert combo.label_on(apple=False) == "Ctrl+Alt+Shift+Super+Space"
    assert combo.label_on(apple=True) == "⌃⌥⇧⌘Space"
    assert Combo.parse("cmd+v").label_on(apple=True) == "⌘V"


@pytest.mark.parametrize(
    ("system", "label"), [("darwin", "⌃⌥J"), ("win32", "Ctrl+Alt+J")]
)
def test_the_label_is_that_of_this_system(
    monkeypatch: pytest.MonkeyPatch, system: str, label: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert Combo.parse("ctrl+alt+j").label == label
