"""Settings of the dock, beside which `settings` has all the others."""

from dataclasses import dataclass

from qtdesk.core.declarations import setting
from qtdesk.core.words import QT_TRANSLATE_NOOP

_DOCK = QT_TRANSLATE_NOOP("settings", "Dock beside the chat")


# Without slots: Python makes no class of two bases that have some.
@dataclass(frozen=True)
class DockSettings:
    """The part of `Settings` that is about the dock."""

    dock_shown: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Show the dock"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Stages and phrases beside the chat, one click each. Never takes the keys.",
        ),
        needs="target",
        group=_DOCK,
    )
    dock_place: str = setting(
        "beside",
        QT_TRANSLATE_NOOP("settings", "Place of the dock"),
        QT_TRANSLATE_NOOP(
            "settings", "Beside the window in front, where you drag it, or at the edge."
        ),
        choices=("beside", "floating", "edge"),
        needs="target",
        group=_DOCK,
    )
    dock_hotkey: str = setting(
        "ctrl+alt+d",
        QT_TRANSLATE_NOOP("settings", "Dock"),
        QT_TRANSLATE_NOOP("settings", "Shows the dock, or puts it away."),
        combo=True,
        may_be_empty=True,
        needs="target",
        group=_DOCK,
    )
    buyer_key: str = setting(
        "ctrl+alt+b",
        QT_TRANSLATE_NOOP("settings", "Next buyer"),
        QT_TRANSLATE_NOOP("settings", "While the dock is shown; all buyers in turn."),
        combo=True,
        may_be_empty=True,
        needs="target",
        group=_DOCK,
    )
    stage_keys: bool = setting(
        True,
        QT_TRANSLATE_NOOP("settings", "Keys for stages"),
        QT_TRANSLATE_NOOP(
            "settings",
            "While the dock is shown, Ctrl+Alt (on a Mac Ctrl+Shift) with 1 … 9, 0, -,"
            " = and ` turns to a stage. They paste nothing.",
        ),
        needs="target",
        group=_DOCK,
    )
    stage_view: str = setting(
        "all",
        QT_TRANSLATE_NOOP("settings", "View of the stages"),
        QT_TRANSLATE_NOOP("settings", "How the dock counts the stages of a sale."),
        choices=("all", "seven", "eight", "phrases", "guide"),
        needs="target",
        group=_DOCK,
    )
