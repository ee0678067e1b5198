"""Accessibility: what macOS wants from the agent before a program may press keys.

Says what it is for and where it is; whether it was granted is asked anew each time.
"""

from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.macos.seam import Accessibility

NOT_TRUSTED = words(
    QT_TRANSLATE_NOOP(
        "core",
        "macOS wants your permission: System Settings, Privacy & Security, "
        "Accessibility.",
    )
)
"""Why there is no pasting without it, in one sentence."""


class AccessibilityPermission:
    """Implements `Permission`."""

    title: Words = words(QT_TRANSLATE_NOOP("core", "Let qtdesk paste"))
    reason: Words = words(
        QT_TRANSLATE_NOOP(
            "core",
            "To press the paste keys in your chat window, and to see that it still "
            "shows the same conversation, qtdesk needs a permission that macOS calls "
            "Accessibility. Until then it copies.",
        )
    )
    steps: tuple[Words, ...] = (
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Open System Settings, then Privacy & Security, then Accessibility. "
                "The button below leads there.",
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Switch on qtdesk. Started from a terminal, it is listed under the "
                "name of the terminal or as Python.",
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "If it is on and nothing changes here, as happens after an update, "
                "take it off the list with the minus button and ask again.",
            )
        ),
    )

    def __init__(self, accessibility: Accessibility) -> None:
        self._accessibility = accessibility

    @property
    def granted(self) -> bool:
        return self._accessibility.trusted()

    def ask(self) -> None:
        self._accessibility.ask_for_trust()
