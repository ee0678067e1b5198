"""Asking programs whether they have handled the keys that were sent to them.

A question of Windows' own overtakes the keys that wait: a program answers it whenever
it looks for something to do. But then it takes one of the keys. One question for each
key that went out last and one more, with pauses, have the last answer come behind them
all.
"""

from collections.abc import Callable

from qtdesk.core.ports import Clock, Target
from qtdesk.platforms.windows.win32 import Desktop

PAUSE_S = 0.015
"""For the program to take a key before the next question."""
_CHORD = 6
"""The longest chord has three keys, which go down and up."""


class Pings:
    """Knows how many keys went out last."""

    def __init__(self, desktop: Desktop, clock: Clock) -> None:
        self._desktop = desktop
        self._clock = clock
        self._sent = _CHORD

    def note_sent(self, inputs: int) -> None:
        """So many keys, down and up, have just been sent to a program."""
        self._sent = max(inputs, _CHORD)

    def ask(self, target: Target, answered: Callable[[], None]) -> bool:
        """Call `answered` behind the last answer; False where asking is refused."""

        def ask(rounds: int) -> bool:
            def on_answer() -> None:
                if rounds > 1:
                    self._clock.call_later(PAUSE_S, ask_again)
                else:
                    answered()

            def ask_again() -> None:
                ask(rounds - 1)

            return self._desktop.ask(target.window, on_answer)

        return ask(self._sent + 1)
