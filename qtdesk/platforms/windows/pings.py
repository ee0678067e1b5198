"""Asking programs whether they have handled the keys that were sent to them.

A question of Windows' own overtakes the keys that wait: a program answers it whenever
it looks for something to do. But then it takes one of the keys. One question for each
key of a chord and one more, with pauses, have the last answer come behind them all.
"""

from collections.abc import Callable

from qtdesk.core.ports import Clock, Target
from qtdesk.platforms.windows.win32 import Desktop

ROUNDS = 7
"""The longest chord has three keys, which go down and up."""
PAUSE_S = 0.015
"""For the program to take a key before the next question."""


def ping(
    desktop: Desktop, clock: Clock, target: Target, answered: Callable[[], None]
) -> bool:
    """Ask, and call `answered` behind the last answer; False where it is refused."""

    def ask(rounds: int) -> bool:
        def on_answer() -> None:
            if rounds > 1:
                clock.call_later(PAUSE_S, ask_again)
            else:
                answered()

        def ask_again() -> None:
            ask(rounds - 1)

        return desktop.ask(target.window, on_answer)

    return ask(ROUNDS)
