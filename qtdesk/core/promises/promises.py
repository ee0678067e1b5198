"""The promises of one agent: made, moved, snoozed, kept, handed over, taken over.

Each change is kept before anybody is told of it. Who asks for what, and how a reminder
looks, is others' business.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from qtdesk.core.ports import Clock, WallClock
from qtdesk.core.ports.promises import KeptPromises
from qtdesk.core.promises.keeping import fields_of_promise, promises_from
from qtdesk.core.promises.promise import (
    Handing,
    Promise,
    State,
    plain_buyer,
    plain_matter,
    uid_of_timer,
)
from qtdesk.core.promises.reminders import Reminders
from qtdesk.core.records import new_uid

KEPT_FOR = timedelta(days=7)
"""How long one that was kept can still be seen."""


class Made(NamedTuple):
    """What a promise is made of; whom and what are masked when it is made."""

    matter: str
    due: datetime
    buyer: str = ""
    tail: str = ""
    check: str = ""
    next_step: str = ""

    def __repr__(self) -> str:
        """Without whom and what, which no log may hold."""
        return "Made()"


class Promises:
    """All of them, by uid; every change is announced once."""

    def __init__(
        self,
        kept: KeptPromises,
        clock: Clock,
        wall: WallClock,
        changed: Callable[[], None],
        due: Callable[[tuple[Promise, ...]], None],
    ) -> None:
        """Read what was kept. Nobody is reminded before `start`.

        `due` is handed what is due at a look, the oldest first.
        """
        self._kept = kept
        self.wall = wall
        self._changed, self._due = changed, due
        self._all = {each.uid: each for each in promises_from(kept.all())}
        self._reminders = Reminders(clock, wall, lambda: self.waiting, self._on_due)
        self._started = False
        self.holds: Callable[[Promise], bool] = lambda _promise: True
        """Asked before a reminder: whether there is still something to be kept."""

    # --- what there is ---------------------------------------------------------

    @property
    def waiting(self) -> tuple[Promise, ...]:
        """Those still to be kept, handed over or not, the earliest first."""
        found = (each for each in self._all.values() if each.waits)
        return tuple(sorted(found, key=lambda each: each.moment))

    @property
    def mine(self) -> tuple[Promise, ...]:
        """Those that this agent has to keep, the earliest first."""
        return tuple(each for each in self.waiting if each.state is State.OPEN)

    @property
    def overdue(self) -> tuple[Promise, ...]:
        """Those of `mine` whose time is over, but for what is snoozed."""
        now = self.wall.now()
        return tuple(each for each in self.mine if each.moment <= now)

    @property
    def offered(self) -> tuple[Handing, ...]:
        """Hand-overs that nobody has taken over here, the oldest first."""
        found = {
            each.handing.uid: each.handing
            for each in self.waiting
            if each.handing is not None and each.state is State.HANDED_OVER
        }
        return tuple(sorted(found.values(), key=lambda each: each.made))

    def find(self, uid: str) -> Promise | None:
        """The one of that name, kept or not; None where there is none any more."""
        return self._all.get(uid)

    # --- reminding -------------------------------------------------------------

    def start(self) -> None:
        """Remind from now on, first of what came due while nobody looked."""
        self._started = True
        self._tidy()
        self._reminders.look()
        self._changed()

    def close(self) -> None:
        """Remind no more."""
        self._started = False
        self._reminders.stop()

    def _on_due(self, due: tuple[Promise, ...]) -> None:
        told = []
        for each in due:
            if self.holds(each):
                self._put(replace(each, told=each.moment))
                told.append(each)
            else:
                self._drop(each)
        self._tidy()
        if told:
            self._due(tuple(told))
        self._changed()

    # --- by hand ---------------------------------------------------------------

    def make(self, made: Made) -> Promise:
        """Promise something."""
        promise = self._promise(new_uid(), made)
        self._take([promise])
        return promise

    def change(self, uid: str, matter: str, due: datetime) -> None:
        """Promise something else instead, or by another time."""
        found = self._all.get(uid)
        if found is not None and found.waits:
            matter = plain_matter(matter) or found.matter
            self._take([replace(found, matter=matter, due=due, snoozed=None)])

    def keep(self, uid: str) -> None:
        """It is done."""
        found = self._all.get(uid)
        if found is not None and found.waits:
            self._take([found.done(self.wall.now())])

    def reopen(self, uid: str) -> None:
        """It is not done after all."""
        found = self._all.get(uid)
        if found is not None and not found.waits:
            self._take([found.again()])

    def snooze(self, uid: str, until: datetime) -> None:
        """Remind of it again then; it is due when it was due."""
        found = self._all.get(uid)
        if found is not None and found.waits:
            self._take([replace(found, snoozed=until)])

    # --- from checks -----------------------------------------------------------

    def follow(self, check: str, timers: Mapping[str, Made]) -> None:
        """Have one promise for each of `timers` of a check, and none for others of it.

        One that is past when it is first heard of is overdue at once, and needs no
        message: whoever works at the check sees it there.
        """
        now, changes = self.wall.now(), []
        wanted = {
            uid_of_timer(check, name): made._replace(check=check)
            for name, made in timers.items()
        }
        for uid, made in wanted.items():
            old, new = self._all.get(uid), self._promise(uid, made)
            if old is None:
                told = new.due if new.due <= now else None
                changes.append(replace(new, told=told))
            elif old.due != new.due:
                state = old.state if old.waits else State.OPEN
                changes.append(
                    replace(new, state=state, told=old.told, handing=old.handing)
                )
            elif old.waits and _said(old) != _said(new):
                changes.append(
                    replace(old, matter=new.matter, buyer=new.buyer, tail=new.tail)
                )
        gone = [
            each
            for each in self.waiting
            if each.check == check and each.uid not in wanted and each.of_timer
        ]
        if changes or gone:
            self._take(changes, gone)

    def let_go(self, check: str, stays: Iterable[str] = ()) -> None:
        """The check has ended, and with it its promises, but for timers that stay."""
        left = {uid_of_timer(check, name) for name in stays}
        gone = [
            each
            for each in self.waiting
            if each.check == check and each.of_timer and each.uid not in left
        ]
        if gone:
            self._take((), gone)

    # --- from shift to shift ---------------------------------------------------

    def hand_over(self, handing: Handing) -> int:
        """Leave all of `mine` to the next shift; how many there are.

        They are reminded of as before until somebody takes them over: what a buyer
        was told does not end with a shift.
        """
        handed = [
            replace(each, state=State.HANDED_OVER, handing=handing)
            for each in self.mine
        ]
        if handed:
            self._take(handed)
        return len(handed)

    def take_over(self, handing: str) -> int:
        """Have the promises of a hand-over for one's own; how many there are."""
        taken = [
            replace(each, state=State.OPEN)
            for each in self.waiting
            if each.state is State.HANDED_OVER and each.was_in(handing)
        ]
        if taken:
            self._take(taken)
        return len(taken)

    def accept(self, handing: str, every: Iterable[Made]) -> int:
        """The same for a hand-over from another computer; none is taken twice.

        `handing` is the beginning of its uid. One of this computer is known already.
        """
        if any(each.was_in(handing) for each in self._all.values()):
            return 0
        new = [
            self._promise(f"{handing}/{number}", made)
            for number, made in enumerate(every, 1)
        ]
        new = [each for each in new if each.uid not in self._all]
        if new:
            self._take(new)
        return len(new)

    # --- within ----------------------------------------------------------------

    @staticmethod
    def _promise(uid: str, made: Made) -> Promise:
        return Promise(
            uid,
            plain_matter(made.matter),
            made.due,
            plain_buyer(made.buyer) if "*" not in made.buyer else made.buyer,
            made.tail,
            made.check,
            plain_matter(made.next_step),
        )

    def _take(self, promises: Iterable[Promise], gone: Iterable[Promise] = ()) -> None:
        for each in promises:
            self._put(each)
        for each in gone:
            self._drop(each)
        if self._started:
            self._reminders.look()
        self._changed()

    def _put(self, promise: Promise) -> None:
        self._all[promise.uid] = promise
        self._kept.keep(promise.uid, fields_of_promise(promise))

    def _drop(self, promise: Promise) -> None:
        """Forget one that there was nothing to keep of, or that is long kept."""
        del self._all[promise.uid]
        self._kept.drop(promise.uid)

    def _tidy(self) -> None:
        """Forget what was kept a week ago, and what others have had for a week."""
        before = self.wall.now() - KEPT_FOR
        for each in tuple(self._all.values()):
            handed = each.state is State.HANDED_OVER and each.due < before
            if handed or (each.ended is not None and each.ended < before):
                self._drop(each)


def _said(promise: Promise) -> tuple[str, str, str]:
    return promise.matter, promise.buyer, promise.tail
