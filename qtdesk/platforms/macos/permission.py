"""What macOS wants from the agent before a program may press keys or read a copy.

Says what each is for and where it is; whether it was granted is asked anew each time.
"""

from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.macos.seam import Accessibility, Pasteboard

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


class PastePermission:
    """Implements `Permission` for reading what other programs copied."""

    title: Words = words(QT_TRANSLATE_NOOP("core", "Let qtdesk save the clipboard"))
    reason: Words = words(
        QT_TRANSLATE_NOOP(
            "core",
            "To give your clipboard back after a paste, qtdesk has to read it before, "
            "and macOS would ask you each time. Until you allow it, a phrase takes the "
            "place of what you had copied.",
        )
    )
    steps: tuple[Words, ...] = (
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Open System Settings, then Privacy & Security, then Paste from Other "
                "Apps. The button below leads there.",
            )
        ),
        words(QT_TRANSLATE_NOOP("core", "Choose “Allow” for qtdesk.")),
    )

    def __init__(self, pasteboard: Pasteboard) -> None:
        self._pasteboard = pasteboard

    @property
    def granted(self) -> bool:
        return self._pasteboard.readable()

    def ask(self) -> None:
        self._pasteboard.open_settings()
