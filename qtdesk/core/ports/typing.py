"""Codes typed in other programs' windows, where the agent has allowed to listen."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from qtdesk.core.combos import Combo
from qtdesk.core.ports.keys import Pressed, always
from qtdesk.core.ports.windows import Target
from qtdesk.core.words import NO_WORDS, Words


class Typed(NamedTuple):
    """A code that was typed with its prefix and a space."""

    code: str
    length: int
    """Characters before the cursor that belong to it."""
    target: Target
    """The window in front from the prefix on."""
    stamp: tuple[int, int]
    """The system's time and number of the key that ended it."""

    def __repr__(self) -> str:
        """Without the code, which no log may hold."""
        return f"Typed({self.length}, {self.target!r})"


class Hearing(NamedTuple):
    """Whether codes are heard at the moment; the agent can always see this."""

    on: bool
    problem: Words = NO_WORDS
    """Why not, where it was asked for."""


class Typing(Protocol):
    """Listens between `start` and `stop`, and at no other time.

    Password fields and screen lockers, where they are known, windows named in `never`
    and everything an input method composes are not heard. No text but that of a
    prefix and what follows it is kept, and that only until the next key tells that it
    is no code.
    """

    @property
    def hearing(self) -> Hearing: ...

    def start(
        self,
        prefix: str,
        never: frozenset[str],
        typed: Callable[[Typed], None],
        changed: Callable[[Hearing], None],
    ) -> None:
        """Call `typed` for every code, and `changed` when `hearing` changes.

        `never` are names as in `Target.app`, or of executables, without case.
        Starting anew replaces what was asked before.
        """
        ...

    def stop(self) -> None:
        """Listen no more; what listened has ended when the program ends."""
        ...

    def replace(
        self, typed: Typed, chord: Combo | None, offered: Callable[[], bool] = always
    ) -> Pressed:
        """Erase `typed` and press `chord`, if nothing has happened since.

        One step where the system allows it: the target is in front with the same
        conversation, no key is held, nothing was typed or clicked. Otherwise not a
        single key is pressed. Without `chord` it only erases. `offered` is asked as
        in `Keyboard.press`.
        """
        ...
