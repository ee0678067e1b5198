"""The text that the agent has copied, looked at before it is sent.

It stays in memory for as long as its window is open. What is put back on the clipboard,
or pasted, is only what the agent asks for.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qtdesk.core.events import CopiedTextWanted
from qtdesk.core.paste import Paster
from qtdesk.core.paste.copied_text import MOST_OF_AN_ORDER
from qtdesk.core.ports import Clip, Platform, Target
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.templates import Filled

if TYPE_CHECKING:
    # Loaded with the packs: a start has no use for them.
    from qtdesk.core.remarks import Remarks

_KEY = "copied"
"""What a paste of ours goes by."""
_ATTEMPTS = 2
"""A program on a busy computer may be too slow with its text the first time."""


class CopiedText:
    """One text at a time, from the key until its window is closed."""

    def __init__(
        self,
        platform: Platform,
        pastes: Paster,
        proof: Proofreading,
        timeout: Callable[[], float],
        announce: Callable[[CopiedTextWanted], None],
    ) -> None:
        """`timeout` is a paste's."""
        self._platform, self._pastes = platform, pastes
        self._proof = proof
        self._announce = announce
        self._timeout = timeout
        self.text = ""
        """Empty where no text is copied."""
        self.target: Target | None = None
        """The window that was in front when it was asked for."""

    def want(self, *, by_hotkey: bool = False) -> None:
        """Ask the front end to show it."""
        self._announce(CopiedTextWanted(by_hotkey))

    def open(self, ready: Callable[[], None]) -> None:
        """Remember the window in front, read what is copied, then call `ready`.

        Behind a paste under way, whose own text would be on the clipboard; and not
        before the packs are there.
        """
        windows = self._platform.windows
        self.target = windows.front() or windows.recent()
        self._pastes.when_clear(partial(self._pastes.when_settled, self._reader(ready)))

    def _reader(
        self, ready: Callable[[], None], attempts: int = _ATTEMPTS
    ) -> Callable[[], None]:
        def looked() -> None:
            text = self._pastes.copied(None, MOST_OF_AN_ORDER)
            if text is None and attempts > 1:
                self._reader(ready, attempts - 1)()
                return
            self.text = text or ""
            self._proof.when_ready(ready)

        return partial(self._pastes.prepare, None, looked)

    def take(self, text: str) -> None:
        """Look at this text: from a desktop that lets only who has the focus read."""
        self.text = text

    def forget(self) -> None:
        """The window is closed: nothing of the text stays."""
        self.text = ""

    @property
    def remarks(self) -> "Remarks":
        """What is to be said of it, whatever the settings say of other texts."""
        return self._proof.found(Filled(self.text))

    @property
    def best(self) -> str:
        """The text with the better wordings, where there are some."""
        better = self.remarks.better
        return self.text if better is None else better.text

    @property
    def may_be_pasted(self) -> bool:
        """Whether nothing in `best` is forbidden."""
        return not self._proof.found(Filled(self.best)).blocks

    def copy(self) -> None:
        """Put `best` on the clipboard, as an ordinary copy."""
        self._pastes.copy(Clip(self.best), _KEY)

    def paste(self) -> bool:
        """Paste `best` into the target; False where something in it is forbidden."""
        if not self.may_be_pasted:
            return False
        self._pastes.paste(Clip(self.best), self.target, _KEY, self._timeout())
        return True

    def dismiss(self) -> None:
        """Give the target the focus back; nothing is touched."""
        if self.target is not None:
            self._platform.windows.bring_to_front(self.target, 0)
