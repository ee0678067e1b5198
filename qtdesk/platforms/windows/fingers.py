"""Whether all that was typed behind the hotkey came to us.

Keys come in order. Whose windows see the fingers leave the hotkey sees all that is
typed behind it; if no window of ours saw that, letters may have gone to another. And
what is typed while the hotkey is still held is no letter for some windows.
Looks at keys that our own windows get, and at no others.
"""

from collections.abc import Callable, Iterable

from qtdesk.platforms.windows.keymap import generic, modifier_of
from qtdesk.platforms.windows.win32 import Keys


class Fingers:
    """Follows the first keys behind a press of the hotkey."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._hotkey: frozenset[int] = frozenset()
        """What was pressed, as our windows are told of it."""
        self._pressed_anew: set[int] = set()
        """Keys of the hotkey that now mean something else."""
        self._left = True
        self._typed = False
        self._doubtful = False
        """The first typed key was only seen to go up, or was typed with the hotkey."""
        self._stop: Callable[[], None] = _nothing

    def follow(self, hotkey: Iterable[int]) -> None:
        """The keys `hotkey` have just been pressed, and are to be let go."""
        self.close()
        self._hotkey = frozenset(map(generic, hotkey))
        self._pressed_anew.clear()
        self._left = self._typed = self._doubtful = False
        self._stop = self._keys.watch_own(self._see)

    def may_have_missed(self) -> bool:
        """Whether keys since the hotkey may have gone to another window."""
        return self._doubtful or not self._left

    def close(self) -> None:
        """Look no more."""
        self._stop()
        self._stop = _nothing

    def _see(self, number: int, down: bool, repeats: bool) -> None:
        key = generic(number)
        if key not in self._hotkey:
            # Only of the first: an input method may swallow presses behind it.
            if not self._typed and not modifier_of(key):
                self._typed, self._doubtful = True, not down or self._is_held()
        elif not down:
            self._left = self._left or key not in self._pressed_anew
        elif not repeats:
            self._pressed_anew.add(key)
        if self._left and self._typed:
            self.close()

    def _is_held(self) -> bool:
        """Whether a modifier of the hotkey is down since then."""
        since = self._hotkey - self._pressed_anew
        return any(modifier_of(key) and self._keys.is_down(key) for key in since)


def _nothing() -> None:
    """Stand in where nobody looks."""
