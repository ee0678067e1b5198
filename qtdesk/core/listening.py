"""What the agent's keys set off anywhere: hotkeys, and typed codes.

Follows the settings, and falls silent where the agent wants to be left alone. What a
key opens or pastes is the desk's business.
"""

from collections.abc import Callable, Sequence

from qtdesk.core.errors import HotkeyError
from qtdesk.core.events import AbbreviationsChanged, HotkeysChanged
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.key_grant import KeyGrant
from qtdesk.core.panel_hotkey import PanelHotkey
from qtdesk.core.ports import AssignedHotkeys, Platform, Store
from qtdesk.core.settings import Settings
from qtdesk.core.typed_codes import TypedCodes


class Listening:
    """Registers, listens and lets go; every change is announced."""

    def __init__(
        self,
        platform: Platform,
        store: Store,
        settings: Settings,
        typed: TypedCodes,
        pressed: Callable[[], None],
        rebound: Callable[[], None],
        announce: Callable[[HotkeysChanged], None],
    ) -> None:
        """Stand ready, with nothing registered.

        `pressed` is for the panel's hotkey, `rebound` for changes of the others.
        """
        self._settings = settings
        self._hotkeys = platform.hotkeys
        self._grant = KeyGrant(platform, store)
        self._typed = typed
        self.bindings = KeyBindings(
            platform.hotkeys, lambda: self._settings.hotkey, rebound
        )
        """The combinations beside that of the panel."""
        self._hotkey = PanelHotkey(platform.hotkeys, settings.hotkey, pressed, announce)

    @property
    def hotkeys(self) -> HotkeysChanged:
        """The state of the panel's hotkey."""
        return self._hotkey.state

    @property
    def abbreviations(self) -> AbbreviationsChanged:
        """Whether typed codes are heard, and if not, why."""
        return self._typed.state

    def start_hotkeys(self) -> None:
        """Register the hotkey; a conflict is announced in words and nothing stops."""
        self._hotkey.start()
        if self._settings.press_paste:
            self._grant.follow(wanted=True)

    def start_abbreviations(self) -> None:
        """Listen for typed codes, if the agent has turned that on."""
        self._typed.follow(self._settings)

    def pause(self, paused: bool) -> None:
        """Give all combinations back to the system, or take them again."""
        if paused:
            self._hotkey.pause()
            self.bindings.pause()
        else:
            self._hotkey.start()
            self.bindings.resume()
        self._typed.pause(paused)

    def lend(self, lent: bool) -> None:
        """Give all combinations back while one is recorded, or take them again.

        A desktop that assigns them itself would ask the person each time: there they
        stay where they are.
        """
        if isinstance(self._hotkeys, AssignedHotkeys):
            return
        if lent:
            self._hotkey.lend()
            self.bindings.lend()
        else:
            self._hotkey.take_back()
            self.bindings.take_back()

    def move(self, new: Settings, others: Sequence[Callable[[Settings], None]]) -> None:
        """Take the combinations of `new`, before these settings are kept.

        Each of `others` moves some beside that of the panel, all of them or none.

        Raises:
            HotkeyError: one is taken; the old ones work on.
        """
        done: list[Callable[[Settings], None]] = []
        try:
            for move in others:
                move(new)
                done.append(move)
            if new.hotkey != self._settings.hotkey:
                self.bindings.refuse_if_used(new.hotkey)
                self._hotkey.move(new.hotkey)
        except HotkeyError:
            for move in reversed(done):
                move(self._settings)
            raise

    def follow(self, new: Settings) -> None:
        """Listen as `new` says, now that these settings are kept."""
        old, self._settings = self._settings, new
        if new.press_paste is not old.press_paste:
            self._grant.follow(wanted=new.press_paste)
        self._typed.follow(new)

    def close(self) -> None:
        """Give all combinations back and hear nothing any more."""
        self._hotkey.close()
        self.bindings.close()
        self._typed.close()
