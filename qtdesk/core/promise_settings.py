"""Settings of promises, beside which `settings` has all the others."""

from dataclasses import dataclass

from qtdesk.core.declarations import setting
from qtdesk.core.words import QT_TRANSLATE_NOOP

_PROMISES = QT_TRANSLATE_NOOP("settings", "Promises")


# Without slots: Python makes no class of two bases that have some.
@dataclass(frozen=True)
class PromiseSettings:
    """The part of `Settings` that is about promises."""

    promise_hotkey: str = setting(
        # A music player that many have takes Ctrl+Alt+P for itself.
        "ctrl+alt+y",
        QT_TRANSLATE_NOOP("settings", "Promise something"),
        QT_TRANSLATE_NOOP(
            "settings", "To the buyer of now; a digit says by when. Again for the list."
        ),
        combo=True,
        may_be_empty=True,
        group=_PROMISES,
    )
    promise_messages: bool = setting(
        True,
        QT_TRANSLATE_NOOP("settings", "Say when a promise is due"),
        QT_TRANSLATE_NOOP(
            "settings", "One short message without a sound; the tray shows it anyway."
        ),
        group=_PROMISES,
    )
