"""Settings of what is not said to buyers; `settings` has all the others."""

from dataclasses import dataclass

from qtdesk.core.declarations import setting
from qtdesk.core.words import QT_TRANSLATE_NOOP

WORDING = QT_TRANSLATE_NOOP("settings", "What is not said to buyers")


# Without slots: Python makes no class of two bases that have some.
@dataclass(frozen=True)
class WordingSettings:
    """The part of `Settings` that is about words."""

    wording: bool = setting(
        True,
        QT_TRANSLATE_NOOP("settings", "Look at the wording"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Marks what is not said to buyers. What a platform forbids is not pasted,"
            " only copied.",
        ),
        group=WORDING,
    )
    wording_override: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Paste it all the same for a reason"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Asks why a forbidden text goes out. The reason is kept with its day, the"
            " text is not.",
        ),
        group=WORDING,
    )
    wording_hotkey: str = setting(
        "ctrl+alt+j",
        QT_TRANSLATE_NOOP("settings", "Look at what is copied"),
        QT_TRANSLATE_NOOP("settings", "Copy what you wrote before you send it."),
        combo=True,
        may_be_empty=True,
        group=WORDING,
    )
    wording_on: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Packs also in use"),
        QT_TRANSLATE_NOOP(
            "settings", "Names with commas between them, such as medical."
        ),
        group=WORDING,
    )
    wording_off: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Packs not in use"),
        QT_TRANSLATE_NOOP("settings", "Names with commas between them, such as blame."),
        group=WORDING,
    )


def pack_names(text: str) -> frozenset[str]:
    """The ids that stand in a setting, with commas of any kind between them."""
    parts = text.replace("，", ",").replace("、", ",").split(",")
    return frozenset(part.strip() for part in parts if part.strip())
