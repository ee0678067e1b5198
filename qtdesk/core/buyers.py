"""Conversations side by side: who is open, and what belongs to each of them.

What is written here was typed by the agent; nothing is read from any chat. It lives in
memory only: no file, no log and no backup has a name of a buyer from here.
"""

from collections.abc import Callable
from typing import NamedTuple

from qtdesk.core.errors import BuyersError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

MOST_OPEN = 9
LONGEST_NAME = 40
"""Longer than any nickname; whoever pastes a message here is told."""
_TAIL_SIGNS = ("尾号", "#", "＃")
_LONGEST_TAIL = 8


class Slot(NamedTuple):
    """One open conversation, as the agent called it."""

    name: str
    stage: str | None = None
    """Key of the line of the view that was chosen last; None for none."""

    def __repr__(self) -> str:
        """Without the name, which no log may hold."""
        return f"Slot(stage={self.stage!r})"

    @property
    def order_tail(self) -> str:
        """The last digits of an order, where the agent wrote those; else empty."""
        rest = self.name
        for sign in _TAIL_SIGNS:
            rest = rest.removeprefix(sign)
        rest = rest.strip(" :：")
        short = rest.isdecimal() and len(rest) <= _LONGEST_TAIL
        return rest if short else ""

    @property
    def nickname(self) -> str:
        """How phrases may call the buyer; empty where only an order is known."""
        return "" if self.order_tail else self.name


class Buyers:
    """At most nine slots, one of them current unless there is none."""

    def __init__(
        self, changed: Callable[[], None], forget: Callable[[str], None]
    ) -> None:
        """Nobody is open; `changed` is called after each change.

        `forget` is told the name of who is closed, for others who know something.
        """
        self._changed = changed
        self._forget = forget
        self._slots: tuple[Slot, ...] = ()
        self._at = -1

    def __repr__(self) -> str:
        return f"<{len(self._slots)} buyers>"

    @property
    def slots(self) -> tuple[Slot, ...]:
        """In the order in which they were opened."""
        return self._slots

    @property
    def at(self) -> int:
        """Number of the current slot, from 0; -1 where none is."""
        return self._at

    @property
    def current(self) -> Slot | None:
        return self._slots[self._at] if self._at >= 0 else None

    def open(self, name: str) -> None:
        """Begin with a buyer, or turn to one who is open already.

        Raises:
            BuyersError: the name is empty or too long, or nine are open.
        """
        name = " ".join(name.split())
        if not name or len(name) > LONGEST_NAME:
            raise BuyersError(
                words(QT_TRANSLATE_NOOP("core", "That is no name of a buyer.")),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core",
                        "Type a nickname or the last digits of an order, "
                        "{count} signs at most.",
                    ),
                    count=LONGEST_NAME,
                ),
            )
        names = [slot.name for slot in self._slots]
        if name in names:
            self.choose(names.index(name))
            return
        if len(self._slots) == MOST_OPEN:
            raise BuyersError(
                words(
                    QT_TRANSLATE_NOOP("core", "{count} buyers are open."),
                    count=MOST_OPEN,
                ),
                hint=words(QT_TRANSLATE_NOOP("core", "Close one of them first.")),
            )
        self._slots += (Slot(name),)
        self._at = len(self._slots) - 1
        self._changed()

    def choose(self, number: int) -> None:
        """Turn to the buyer in slot `number`; nothing happens where there is none."""
        if 0 <= number < len(self._slots) and number != self._at:
            self._at = number
            self._changed()

    def next(self) -> None:
        """Turn to the next buyer, and from the last one to the first."""
        if self._slots:
            self.choose((self._at + 1) % len(self._slots))

    def close(self, number: int) -> None:
        """Forget the buyer in slot `number`; the neighbour becomes current."""
        if not 0 <= number < len(self._slots):
            return
        self._forget(self._slots[number].name)
        self._slots = self._slots[:number] + self._slots[number + 1 :]
        if number < self._at or self._at == len(self._slots):
            self._at -= 1
        self._changed()

    def reach(self, stage: str | None) -> None:
        """The agent chose this stage for the current buyer."""
        if self.current is not None:
            self._put(self.current._replace(stage=stage))

    def _put(self, slot: Slot) -> None:
        at = self._at
        self._slots = (*self._slots[:at], slot, *self._slots[at + 1 :])
