"""The macOS desktop, behind a seam: rules in here, the system in `native`.

Knows no Qt; its callbacks come on the main thread, from the loop that Qt runs.
"""

from collections.abc import Callable
from typing import Protocol

from qtdesk.core.ports import (
    Ability,
    Background,
    Clipboard,
    Clock,
    Hotkeys,
    Keyboard,
    Permission,
    Stroke,
    TypeAhead,
    Typing,
    Windows,
)
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.macos.aside import Aside
from qtdesk.platforms.macos.clipboard import MacClipboard
from qtdesk.platforms.macos.hotkeys import MacHotkeys
from qtdesk.platforms.macos.keyboard import MacKeyboard
from qtdesk.platforms.macos.permission import (
    NOT_TRUSTED,
    AccessibilityPermission,
    PastePermission,
)
from qtdesk.platforms.macos.seam import Mac
from qtdesk.platforms.macos.targets import Targets
from qtdesk.platforms.macos.windows import MacWindows
from qtdesk.platforms.null import NullTyping


class Waiting(Background, Protocol):
    """A background that says when an answer waits."""

    def fileno(self) -> int: ...

    def dispatch(self) -> None: ...

    def close(self) -> None: ...


class NoTypeAhead:
    """Implements `TypeAhead`: macOS gives keys to whoever has the focus, unasked.

    Keeping them would take an event tap, which sees all keys. The panel gets the
    focus at once instead, within the handling of the hotkey.
    """

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        """There will be none."""

    def release(self) -> None:
        """There is nothing to give back."""

    def may_have_missed(self) -> bool:
        """Whether keys went elsewhere cannot be known here."""
        return False


_NO_CODES = words(
    QT_TRANSLATE_NOOP("core", "Typed abbreviations are not offered on macOS.")
)


class MacOS:
    """Implements `Platform`."""

    name = "macos"
    primary: Clipboard | None = None

    def __init__(self, clock: Clock, mac: Mac, aside: Waiting | None = None) -> None:
        """Look around on `mac`; `aside` does the waiting for other programs."""
        self._mac = mac
        self._aside = aside = aside or Aside()
        targets = Targets(mac.workspace, mac.accessibility, clock)
        self._clipboard = MacClipboard(mac.pasteboard, aside, clock)
        self._windows = MacWindows(targets, mac.workspace, mac.accessibility, aside)
        self._hotkeys = MacHotkeys(mac.hotkeys, mac.sources)
        self._keyboard = MacKeyboard(
            mac.events,
            mac.sources,
            mac.accessibility,
            targets,
            clock,
        )
        self.windows: Windows = self._windows
        self.keyboard: Keyboard = self._keyboard
        self.clipboard: Clipboard = self._clipboard
        self.hotkeys: Hotkeys = self._hotkeys
        self.type_ahead: TypeAhead = NoTypeAhead()
        self.typing: Typing = NullTyping(_NO_CODES)
        self._permissions: tuple[Permission, ...] = (
            AccessibilityPermission(mac.accessibility),
            PastePermission(mac.pasteboard),
        )
        mac.workspace.listen(self._windows.on_switched)
        mac.sources.listen(self._hotkeys.follow_layout)

    @property
    def permission(self) -> Permission | None:
        """The first that is missing, pasting before giving back."""
        missing = (each for each in self._permissions if not each.granted)
        return next(missing, self._permissions[0])

    @property
    def abilities(self) -> tuple[Ability, ...]:
        """As of now: the agent may give and take permissions at any time."""
        return (
            Ability("hotkeys", able=True),
            Ability("target", able=True),
            _ability("paste", self._why_no_paste()),
            _ability("restore", self._why_no_restore()),
            _ability("reader", _NO_READER),
            _ability("type_ahead", _NO_TYPE_AHEAD),
            _ability("abbreviations", _NO_CODES),
        )

    def _why_no_paste(self) -> Words:
        if not self._mac.accessibility.trusted():
            return NOT_TRUSTED
        return _SECURE_INPUT if self._mac.events.secure_input() else NO_WORDS

    def _why_no_restore(self) -> Words:
        return NO_WORDS if self._mac.pasteboard.readable() else _MAY_NOT_READ

    def fileno(self) -> int | None:
        return self._aside.fileno()

    def dispatch(self) -> None:
        self._aside.dispatch()

    def composited(self) -> bool:
        return True

    def take_focus(self, window: int) -> None:
        self._mac.panels.bring_forward(window)

    def has_focus(self, window: int) -> bool:
        return self._mac.panels.has_keys(window)

    def keep_quiet(self, window: int) -> None:
        self._mac.panels.keep_quiet(window)

    def hand_over(self, done: Callable[[], None]) -> None:
        """The pasteboard is a server's; only a promise would end with us."""
        self._clipboard.settle()
        done()

    def close(self) -> None:
        self._keyboard.let_go()
        self._clipboard.close()
        for part in (self._mac.hotkeys, self._mac.sources, self._mac.workspace):
            part.stop()
        self._aside.close()


def _ability(name: str, why_not: Words) -> Ability:
    return Ability(name, able=not why_not, reason=why_not)


_SECURE_INPUT = words(
    QT_TRANSLATE_NOOP(
        "core",
        "A password field or a terminal with secure input lets no program press keys.",
    )
)
_MAY_NOT_READ = words(
    QT_TRANSLATE_NOOP(
        "core",
        "macOS does not let qtdesk read the clipboard: System Settings, Privacy & "
        "Security, Paste from Other Apps.",
    )
)
_NO_READER = words(
    QT_TRANSLATE_NOOP("core", "macOS does not tell which program reads the clipboard.")
)
_NO_TYPE_AHEAD = words(
    QT_TRANSLATE_NOOP(
        "core", "Keys count from the moment the panel opens; macOS keeps none before."
    )
)
