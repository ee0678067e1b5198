"""All that an agent does with promises: make one by two keys, keep, snooze, hand over.

Knows what a promise would be about, because it sees what was pasted last and who is
being talked to; shows nothing.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from qtdesk.core.buyers import Buyers, Slot
from qtdesk.core.check_promises import HAND_OVER, CheckPromises
from qtdesk.core.check_texts import KEY as OF_A_CHECK
from qtdesk.core.checks import Checks
from qtdesk.core.events import (
    DeskEvent,
    PasteEnded,
    PromisesChanged,
    PromisesDue,
    PromiseWanted,
)
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.open_work import buyer_of, tail_of
from qtdesk.core.paste import Outcome, Paster
from qtdesk.core.phrases import Shelf
from qtdesk.core.ports import Clock, Platform, Store, Target, WallClock
from qtdesk.core.promises.promise import Promise, plain_buyer
from qtdesk.core.promises.promises import Made, Promises
from qtdesk.core.promises.wall_clock import ComputerClock
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.setting_keys import Key, SettingKeys
from qtdesk.core.settings import Settings
from qtdesk.core.shifts import Shifts

_LATELY_S = 600.0
"""For so long after a paste a promise is taken to be about what was pasted."""


_LAST_TAKER = "last_taker"
"""The name of the note."""


class About(NamedTuple):
    """What a promise would be about, if it were made now."""

    matter: str = ""
    buyer: str = ""
    tail: str = ""
    check: str = ""

    def __repr__(self) -> str:
        """Without whom and what, which no log may hold."""
        return "About()"


class _Pasted(NamedTuple):
    about: About
    buyer: str
    at: float


class PromiseDesk:
    """One agent's promises, with what belongs to them."""

    def __init__(
        self,
        book: Promises,
        checks: Checks,
        shifts: Shifts,
        attendant: CheckPromises,
        platform: Platform,
        clock: Clock,
        shelf: Shelf,
        buyers: Callable[[], Buyers],
        keys: tuple[KeyBindings, Settings],
        announce: Callable[[PromiseWanted], None],
    ) -> None:
        """Stand ready. `keys` are what binds combinations, and what is set now."""
        self.book, self.shifts = book, shifts
        self._checks = checks
        # A hand-over may be the very first check.
        checks.loading.follow(attendant.attend)
        self._platform, self._clock = platform, clock
        self._shelf, self._buyers = shelf, buyers
        self._announce = announce
        self._pasted: _Pasted | None = None
        self._slots: dict[str, str] = {}
        """Uid of a promise to the slot it was made for; in memory, as slots are."""
        self.keys = SettingKeys(
            *keys,
            {"promise_hotkey": Key(lambda: self.want(by_hotkey=True), opens=True)},
        )
        self.target: Target | None = None
        """The window that was in front when a promise was asked for."""

    def start(self, started: Callable[[], None] = lambda: None) -> None:
        """Remind from now on, once the lists are loaded."""

        def loaded() -> None:
            self.book.start()
            started()

        self._checks.load(loaded)

    def on_event(self, event: DeskEvent) -> None:
        """To be told of everything that the desk announces."""
        if isinstance(event, PasteEnded) and event.result.outcome is not (
            Outcome.NOTHING
        ):
            about = self._about_pasted(event.result.phrase)
            self._pasted = _Pasted(about, self._talking_to, self._clock.now())

    # --- making one ------------------------------------------------------------

    def want(self, *, by_hotkey: bool = False) -> None:
        """Ask the front end what to promise, and by when."""
        self._announce(PromiseWanted(by_hotkey))

    def open(self) -> About:
        """Remember the window in front; gives what a promise would be about."""
        windows = self._platform.windows
        self.target = windows.front() or windows.recent()
        slot = self._slot
        about = About()
        if self._pasted is not None and self._pasted.buyer == self._talking_to:
            recent = self._clock.now() - self._pasted.at <= _LATELY_S
            about = self._pasted.about if recent else about
        if slot is not None:
            about = about._replace(buyer=slot.nickname or about.buyer)
            about = about._replace(tail=slot.order_tail or about.tail)
        return about

    def make(self, about: About, due: datetime) -> Promise:
        """Promise that by then."""
        promise = self.book.make(Made(about.matter, due, *about[1:]))
        if self._talking_to:
            self._slots[promise.uid] = self._talking_to
        return promise

    def dismiss(self) -> None:
        """Give the window that was in front the focus back; nothing is touched."""
        if self.target is not None:
            self._platform.windows.bring_to_front(self.target, 0)

    # --- going to what it is about ---------------------------------------------

    def go_to(self, uid: str) -> bool:
        """Turn to buyer and check of a promise; False where neither is there."""
        promise = self.book.find(uid)
        if promise is None:
            return False
        found = self._turn_to_slot(promise)
        if any(check.uid == promise.check for check in self._checks.under_way):
            self._checks.turn_to(promise.check)
            self._checks.want("")
            return True
        return found

    def hand_over(self) -> None:
        """Ask the front end for the list by which a shift is handed over."""
        self._checks.want(HAND_OVER)

    def _turn_to_slot(self, promise: Promise) -> bool:
        buyers = self._buyers()
        for number, slot in enumerate(buyers.slots):
            name = self._slots.get(promise.uid)
            mine = slot.name == name if name else _fits(slot, promise)
            if mine:
                buyers.choose(number)
                return True
        return False

    # --- within ----------------------------------------------------------------

    @property
    def _slot(self) -> Slot | None:
        return self._buyers().current

    @property
    def _talking_to(self) -> str:
        return self._slot.name if self._slot is not None else ""

    def _about_pasted(self, key: str) -> About:
        if key.startswith(f"{OF_A_CHECK}/"):
            uid = key.split("/")[1]
            for check in self._checks.under_way:
                if check.uid == uid:
                    named = check.checklist.name.said(self._checks.language)
                    return About(named, buyer_of(check), tail_of(check), uid)
        phrase = self._shelf.phrase(key)
        return About(phrase.title if phrase is not None else "")


def open_promises(
    store: Store,
    clock: Clock,
    platform: Platform,
    pastes: Paster,
    checks: Checks,
    records: RecordReading,
    shelf: Shelf,
    buyers: Callable[[], Buyers],
    settings: Callable[[], Settings],
    bindings: KeyBindings,
    announce: Callable[[PromiseWanted | PromisesChanged | PromisesDue], None],
    wall: WallClock | None = None,
) -> PromiseDesk:
    """All of it over one agent's data; nobody is reminded yet.

    Without a `wall` clock it is the computer's.
    """
    book = Promises(
        *(store.promises, clock, wall or ComputerClock()),
        lambda: announce(PromisesChanged()),
        lambda due: announce(PromisesDue(due)),
    )
    taker = (
        lambda: store.note(_LAST_TAKER),
        lambda name: store.save_note(_LAST_TAKER, name),
    )
    attendant = CheckPromises(checks, book, records, taker)
    shifts = Shifts(
        *(book, records, pastes), lambda: settings().agent or settings().sign
    )
    return PromiseDesk(
        *(book, checks, shifts, attendant, platform, clock, shelf, buyers),
        *((bindings, settings()), announce),
    )


def _fits(slot: Slot, promise: Promise) -> bool:
    """Whether a slot of a later run is that buyer's, as far as one can tell."""
    if promise.tail and slot.order_tail:
        return promise.tail[-len(slot.order_tail) :] == slot.order_tail
    return bool(promise.buyer) and plain_buyer(slot.nickname) == promise.buyer
