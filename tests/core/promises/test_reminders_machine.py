"""Clocks that are set, a computer that sleeps, a program that ends: none is lost."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from qtdesk.core.promises import Promise
from qtdesk.core.promises.promises import Made
from tests.promise_world import BERLIN, PromiseWorld

START = datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)
"""Half an hour before the clocks there are set back."""
LATEST_S = 60
minutes = st.integers(-30, 300).map(lambda n: timedelta(minutes=n))
steps = st.integers(1, 4 * 3600).map(lambda n: timedelta(seconds=n))
jumps = st.integers(-6 * 60, 6 * 60).map(lambda n: timedelta(minutes=n))


class Days(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = PromiseWorld(START)
        self.world.told = self  # type: ignore[assignment]  # it takes the messages
        self.world.promises._due = self.append
        self.world.promises.start()
        self.names = count()
        self.told: Counter[tuple[str, datetime]] = Counter()
        self.open: set[str] = set()
        self.kept: set[str] = set()
        self.since: dict[tuple[str, datetime], float] = {}
        """On the running clock: when each untold one has come due."""

    def append(self, told: tuple[Promise, ...]) -> None:
        now = self.world.wall.now()
        moments = [each.moment for each in told]
        assert moments == sorted(moments)
        for each in told:
            assert each.moment <= now, "too early"
            assert each.uid not in self.kept
            running = self.world.clock.now()
            came = self.since.get((each.uid, each.moment), running)
            assert running - came <= LATEST_S, "too late"
            self.told[each.uid, each.moment] += 1

    def choose(self, number: int) -> Promise | None:
        waiting = self.world.promises.waiting
        return waiting[number % len(waiting)] if waiting else None

    # --- what may happen -------------------------------------------------------

    @rule(after=minutes, many=st.integers(1, 4))
    def promise(self, after: timedelta, many: int) -> None:
        for _ in range(many):
            due = self.world.wall.now() + after
            made = self.world.promises.make(Made(str(next(self.names)), due))
            self.open.add(made.uid)

    @rule(number=st.integers(0, 50), after=minutes)
    def snooze(self, number: int, after: timedelta) -> None:
        chosen = self.choose(number)
        if chosen is not None:
            self.world.promises.snooze(chosen.uid, self.world.wall.now() + after)

    @rule(number=st.integers(0, 50))
    def keep(self, number: int) -> None:
        chosen = self.choose(number)
        if chosen is not None:
            self.world.promises.keep(chosen.uid)
            self.open.discard(chosen.uid)
            self.kept.add(chosen.uid)

    @rule(length=steps)
    def run(self, length: timedelta) -> None:
        before = self.world.clock.now()
        wall = self.world.wall.now()
        self.world.run(length)
        for each in self.world.promises.waiting:
            if each.untold and each.moment > wall:
                came = before + (each.moment - wall).total_seconds()
                self.since.setdefault((each.uid, each.moment), came)

    @rule(step=jumps)
    def set_the_clock(self, step: timedelta) -> None:
        self.world.wall.set_forward(step)

    @rule(length=steps)
    def sleep(self, length: timedelta) -> None:
        self.world.wall.sleep(length)

    @rule(closed=steps)
    def restart(self, closed: timedelta) -> None:
        self.world.promises.close()
        self.world.wall.sleep(closed)
        self.world.promises = self.world._open()
        self.world.promises._due = self.append
        self.world.promises.start()

    # --- what always holds -----------------------------------------------------

    @invariant()
    def none_is_lost(self) -> None:
        assert {each.uid for each in self.world.promises.waiting} == self.open

    @invariant()
    def none_is_told_twice(self) -> None:
        assert all(times == 1 for times in self.told.values())

    @invariant()
    def none_is_late(self) -> None:
        wall, running = self.world.wall.now(), self.world.clock.now()
        waiting = self.world.promises.waiting
        due = {(e.uid, e.moment) for e in waiting if e.untold and e.moment <= wall}
        self.since = {key: self.since.get(key, running) for key in due}
        assert all(running - came <= LATEST_S for came in self.since.values())

    @invariant()
    def it_looks_only_while_something_waits(self) -> None:
        looks = sum(bool(call) for _, _, call in self.world.clock._due)
        untold = any(each.untold for each in self.world.promises.waiting)
        assert looks == untold


TestDays = Days.TestCase
TestDays.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
