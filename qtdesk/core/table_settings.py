"""Settings of the shop's tables, beside which `settings` has all the others."""

from dataclasses import dataclass

from qtdesk.core.declarations import setting
from qtdesk.core.words import QT_TRANSLATE_NOOP

TABLES = QT_TRANSLATE_NOOP("settings", "Tables of the shop")


# Without slots: Python makes no class of two bases that have some.
@dataclass(frozen=True)
class TableSettings:
    """The part of `Settings` that is about tables."""

    entry_hotkey: str = setting(
        "ctrl+alt+n",
        QT_TRANSLATE_NOOP("settings", "Write something down"),
        QT_TRANSLATE_NOOP(
            "settings", "A digit chooses the table; the row is asked for in a few keys."
        ),
        combo=True,
        may_be_empty=True,
        group=TABLES,
    )
    question_hotkey: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Note a question"),
        QT_TRANSLATE_NOOP(
            "settings", "Copy what the buyer said first; it goes to the question book."
        ),
        combo=True,
        may_be_empty=True,
        group=TABLES,
    )
    customer_cards: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Keep customer cards"),
        QT_TRANSLATE_NOOP(
            "settings",
            "With the customer's consent only. A card goes a year after its last"
            " change.",
        ),
        group=TABLES,
    )
