"""Saving from owners that are slow, huge, hung, dying, old or replaced meanwhile."""

import time
from collections.abc import Iterator

import pytest

from qtdesk.core.ports import Clip, Saved, Snapshot
from qtdesk.platforms.x11 import snapshot as snapshot_module
from qtdesk.platforms.x11.clipboard import SelectionClipboard
from tests.desktop.selection_peer import Offer
from tests.desktop.selection_world import SelectionWorld

pytestmark = pytest.mark.desktop
CLIPBOARD = "CLIPBOARD"
TEXT = {"UTF8_STRING": Offer(b"theirs", "UTF8_STRING")}
STALL_S = 0.3
"""Less than any waiting for a hung owner, more than a busy machine's hiccups."""
NAME = "application/x-large"
LARGE = {NAME: Offer(b"\x89PNG" * 500_000, NAME)}


class Saving(SelectionWorld):
    """Our clipboard and one owner."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self.clipboard = SelectionClipboard(self.connection, CLIPBOARD)
        self.owner = self.peer()
        self.taken: list[Snapshot] = []

    def own(
        self,
        offers: dict[str, Offer],
        never: frozenset[str] = frozenset(),
        slow: dict[str, float] | None = None,
    ) -> None:
        stamp = self.clipboard.stamp()
        self.owner.slow = slow or {}
        self.owner.copy(CLIPBOARD, offers, never=never)
        assert self.wait(lambda: self.clipboard.stamp() != stamp)
        self.wait(lambda: False, 0.01)

    def begin(self) -> float:
        self.taken.clear()
        self.clipboard.snapshot(self.taken.append)
        return self.now()

    def end(self) -> Snapshot:
        assert self.wait(lambda: bool(self.taken))
        return self.taken[0]


@pytest.fixture
def world(x_display: str) -> Iterator[Saving]:
    world = Saving(x_display)
    yield world
    world.close()


def test_formats_are_asked_for_together(world: Saving) -> None:
    offers = {f"application/x-{n}": Offer(bytes([n]), "_T") for n in range(12)}
    world.owner.lag = 0.05
    world.own(offers)
    begun = world.begin()
    assert world.end().formats == {name: one.data for name, one in offers.items()}
    assert world.now() - begun < 0.05 * 12


def test_a_slow_owner_that_goes_on_is_waited_for(world: Saving) -> None:
    offers = {f"application/x-{n}": Offer(bytes([n]), "_T") for n in range(12)}
    world.owner.lag = 0.2
    world.own(offers)
    world.begin()
    taken = world.end()
    assert (taken.saved, len(taken.formats)) == (Saved.FULL, 12)


def test_a_format_that_never_comes_leaves_the_rest(world: Saving) -> None:
    world.own({**TEXT, **LARGE}, never=frozenset({NAME}))
    begun = world.begin()
    taken = world.end()
    assert taken.saved is Saved.PARTIAL
    assert taken.formats == {"UTF8_STRING": b"theirs"}
    assert world.now() - begun < 0.9


def test_a_picture_may_take_long_to_encode(world: Saving) -> None:
    png = {"image/png": Offer(b"\x89PNG", "image/png")}
    world.own({**png, **TEXT}, slow={"image/png": 0.8})
    world.begin()
    taken = world.end()
    assert (taken.saved, len(taken.formats)) == (Saved.FULL, 2)


def test_a_picture_that_never_comes_is_not_waited_for_long(world: Saving) -> None:
    png = {"image/png": Offer(b"\x89PNG", "image/png")}
    world.own({**png, **TEXT}, never=frozenset(png))
    begun = world.begin()
    taken = world.end()
    assert (taken.saved, taken.formats) == (Saved.PARTIAL, {"UTF8_STRING": b"theirs"})
    assert world.now() - begun < 2.6


def test_a_hung_owner_costs_no_waiting(world: Saving) -> None:
    world.own(TEXT, never=frozenset({"TARGETS"}))
    world.longest_step = 0.0
    world.begin()
    assert world.end().saved is Saved.UNREADABLE
    assert world.longest_step < STALL_S


def test_a_hung_owner_that_wakes_up_is_read_again(world: Saving) -> None:
    world.own(TEXT)
    world.peers.remove(world.owner)
    for _ in range(3):
        world.begin()
        assert world.end().saved is Saved.UNREADABLE
    world.peers.append(world.owner)
    world.begin()
    taken = world.end()
    assert (taken.saved, taken.formats) == (Saved.FULL, {"UTF8_STRING": b"theirs"})


def test_an_answer_that_waits_for_us_is_not_late(world: Saving) -> None:
    world.own(TEXT, slow={"UTF8_STRING": 0.05})
    world.begin()
    assert world.wait(lambda: world.owner.hesitates)
    while world.owner.hesitates:
        world.owner.pump()
    time.sleep(snapshot_module.QUIET_S)  # we were busy, and the clock is seen to first
    world.loop._call_due()
    taken = world.end()
    assert (taken.saved, taken.formats) == (Saved.FULL, {"UTF8_STRING": b"theirs"})


def test_an_owner_that_dies_in_the_middle_leaves_what_fits(world: Saving) -> None:
    world.own({**TEXT, **LARGE}, never=frozenset({NAME}))
    world.begin()
    assert world.wait(lambda: NAME in world.owner.asked)
    world.peers.remove(world.owner)
    world.owner.close()
    taken = world.end()
    assert taken.saved is Saved.PARTIAL
    assert taken.formats == {"UTF8_STRING": b"theirs"}
    assert taken.stamp == world.clipboard.stamp()


def test_an_owner_that_dies_amid_a_large_transfer(world: Saving) -> None:
    world.own({**TEXT, **LARGE})
    world.begin()
    assert world.wait(lambda: bool(world.owner.sending))
    world.peers.remove(world.owner)
    world.owner.close()
    taken = world.end()
    assert taken.saved is Saved.PARTIAL
    assert taken.formats == {"UTF8_STRING": b"theirs"}


def test_a_new_owner_in_the_middle_is_saved_instead(world: Saving) -> None:
    other = world.peer()
    world.own({**TEXT, **LARGE}, never=frozenset({NAME}))
    world.begin()
    assert world.wait(lambda: NAME in world.owner.asked)
    newer = {"UTF8_STRING": Offer(b"newer", "UTF8_STRING")}
    other.copy(CLIPBOARD, newer)
    taken = world.end()
    assert (taken.saved, taken.formats) == (Saved.FULL, {"UTF8_STRING": b"newer"})
    assert taken.stamp == world.clipboard.stamp()


def test_a_copy_right_behind_the_last_answer_makes_it_old(world: Saving) -> None:
    other = world.peer()
    world.own(TEXT, slow={"UTF8_STRING": 0.05})
    world.begin()
    assert world.wait(lambda: world.owner.hesitates)
    while world.owner.hesitates:
        world.owner.pump()
    # The answer and the news of the copy now wait for us, one behind the other.
    other.copy(CLIPBOARD, {"UTF8_STRING": Offer(b"newer", "UTF8_STRING")})
    taken = world.end()
    assert taken.formats == {"UTF8_STRING": b"theirs"}
    assert taken.stamp != world.clipboard.stamp()


def test_what_is_too_large_is_left_out(
    world: Saving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_module, "CAP_BYTES", 1_000_000)
    world.own({**LARGE, **TEXT})
    world.begin()
    taken = world.end()
    assert taken.saved is Saved.PARTIAL
    assert taken.formats == {"UTF8_STRING": b"theirs"}
    assert not world.owner.sending


def test_the_cap_is_for_all_formats_together(
    world: Saving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_module, "CAP_BYTES", 50_000)
    offers = {f"application/x-{n}": Offer(b"x" * 20_000, "_T") for n in range(4)}
    world.own(offers)
    world.begin()
    taken = world.end()
    assert (taken.saved, len(taken.formats)) == (Saved.PARTIAL, 2)


def test_a_refused_format_is_no_loss(world: Saving) -> None:
    offers = {**TEXT, "STRING": Offer(b"", "STRING")}
    world.owner.refuses = frozenset({"STRING"})
    world.own(offers)
    world.begin()
    taken = world.end()
    assert (taken.saved, taken.formats) == (Saved.FULL, {"UTF8_STRING": b"theirs"})


def test_an_owner_that_refuses_everything_is_unreadable(world: Saving) -> None:
    world.owner.refuses = frozenset({"UTF8_STRING"})
    world.own(TEXT)
    world.begin()
    assert world.end().saved is Saved.UNREADABLE


def test_an_old_program_without_a_list_of_formats(world: Saving) -> None:
    world.owner.refuses = frozenset({"TARGETS", "UTF8_STRING"})
    world.own({"STRING": Offer(b"caf\xe9", "STRING")})
    world.begin()
    taken = world.end()
    assert (taken.saved, taken.formats) == (Saved.FULL, {"STRING": b"caf\xe9"})
    answers: list[bool] = []
    world.clipboard.holds(Clip("café"), answers.append)
    assert world.wait(lambda: bool(answers))
    assert answers == [True]


def test_an_owner_of_nothing_is_empty(world: Saving) -> None:
    world.own({})
    world.begin()
    assert world.end().saved is Saved.EMPTY


def test_our_own_publication_ends_a_saving_with_what_fits(world: Saving) -> None:
    world.own({**TEXT, **LARGE}, never=frozenset({NAME}))
    world.begin()
    assert world.wait(lambda: NAME in world.owner.asked)
    world.clipboard.publish(Clip("ours"), None, lambda _: None, lambda _: None)
    assert [taken.saved for taken in world.taken] == [Saved.PARTIAL]
    assert world.taken[0].formats == {"UTF8_STRING": b"theirs"}


def test_two_at_once_share_one_saving(world: Saving) -> None:
    world.own(TEXT)
    world.begin()
    world.clipboard.snapshot(world.taken.append)
    assert world.wait(lambda: len(world.taken) == 2)
    assert world.taken[0] == world.taken[1]
    assert world.owner.asked.count("TARGETS") == 1


def test_news_from_before_the_questions_is_no_news(world: Saving) -> None:
    stamp = world.clipboard.stamp()
    world.owner.copy(CLIPBOARD, TEXT)
    time.sleep(0.005)
    world.begin()
    assert world.end().formats == {"UTF8_STRING": b"theirs"}
    assert world.owner.asked.count("TARGETS") == 1
    assert world.clipboard.stamp() == stamp + 1


def test_a_large_content_does_not_stall_us(world: Saving) -> None:
    world.own({"image/png": Offer(bytes(20_000_000), "image/png")})
    world.longest_step = 0.0
    world.begin()
    assert len(world.end().formats["image/png"]) == 20_000_000
    assert world.longest_step < STALL_S
