"""What is on the clipboard outlives qtdesk: by a clipboard manager or a holder."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from qtdesk.core.ports import Clip, Saved, Snapshot
from qtdesk.platforms.x11 import hand_over as hand_over_module
from qtdesk.platforms.x11.clipboard import HOLDER_COMMAND, SelectionClipboard
from qtdesk.platforms.x11.content import Legacy, PropertyValue, encode
from tests.desktop.selection_peer import Offer, Peer
from tests.desktop.selection_world import SelectionWorld

pytestmark = pytest.mark.desktop
MANAGER = "CLIPBOARD_MANAGER"


class Leaving(SelectionWorld):
    """Our clipboard at the end of the day."""

    def __init__(self, display: str, selection: str = "CLIPBOARD") -> None:
        super().__init__(display)
        self.selection = selection
        self.command = HOLDER_COMMAND
        self.clipboard = SelectionClipboard(self.connection, selection, self.command)
        self.other = self.peer()

    def leave(self, seconds: float = 5.0) -> float:
        """Hand over and close our connection; the seconds it took."""
        begun = self.now()
        done: list[bool] = []
        self.clipboard.hand_over(lambda: done.append(True))
        assert self.wait(lambda: bool(done), seconds)
        took = self.now() - begun
        self.end_ours()
        return took

    def get(self, name: str) -> Offer | None:
        answer = self.other.ask(self.selection, name)
        assert self.pump_until(lambda: answer.done)
        return answer.offer

    def pump_until(self, until: Callable[[], bool], seconds: float = 5.0) -> bool:
        """As `wait`, but without us."""
        end = self.now() + seconds
        while not until():
            if self.now() > end:
                return False
            for peer in self.peers:
                peer.pump()
        return True


class Manager(Peer):
    """A clipboard manager, as desktops have them."""

    def __init__(self, name: str, *, silent: bool = False) -> None:
        super().__init__(name)
        never = frozenset({"SAVE_TARGETS"}) if silent else frozenset()
        self.copy(MANAGER, {"SAVE_TARGETS": Offer(b"", "NULL")}, never=never)


@pytest.fixture
def world(x_display: str) -> Iterator[Leaving]:
    world = Leaving(x_display)
    yield world
    world.close()
    end_holders(world)


def end_holders(world: Leaving) -> None:
    """Somebody copies, upon which holders end by themselves."""
    taker = Peer(world.display)
    for selection in ("CLIPBOARD", "PRIMARY"):
        taker.copy(selection, {})
    for holder in hand_over_module._left_behind:
        assert holder.wait(5) == 0
    hand_over_module._left_behind.clear()
    taker.close()


FORMATS = Snapshot(
    Saved.FULL,
    {"UTF8_STRING": "订单 😀".encode(), "image/png": bytes(range(256)) * 4000},
    0,
)


def test_a_holder_keeps_everything(world: Leaving) -> None:
    world.clipboard.restore(FORMATS)
    world.leave()
    for name, data in FORMATS.formats.items():
        assert world.get(name) == Offer(data, name)
    assert len(hand_over_module._left_behind) == 1


def test_a_kept_text_outlives_us(world: Leaving) -> None:
    world.clipboard.keep(Clip("kept"))
    world.leave()
    assert world.get("STRING") == Offer(b"kept", "STRING")


def test_the_mouse_selection_outlives_us_too(x_display: str) -> None:
    world = Leaving(x_display, "PRIMARY")
    manager = Manager(x_display)
    world.clipboard.keep(Clip("kept"))
    world.leave()
    assert manager.asked == []
    assert world.get("UTF8_STRING") == Offer(b"kept", "UTF8_STRING")
    manager.close()
    world.close()
    end_holders(world)


@pytest.mark.parametrize("what", ["nothing", "published", "lost", "emptied"])
def test_there_is_nothing_to_hand_over(world: Leaving, what: str) -> None:
    if what == "published":
        world.clipboard.publish(Clip("passing"), None, lambda _: None, lambda _: None)
    elif what == "lost":
        world.clipboard.keep(Clip("kept"))
        world.other.copy("CLIPBOARD", {"UTF8_STRING": Offer(b"x", "UTF8_STRING")})
        assert world.wait(lambda: not world.clipboard.owns())
        world.wait(lambda: False, 0.01)
    elif what == "emptied":
        world.clipboard.restore(Snapshot(Saved.EMPTY, {}, 0))
    done: list[bool] = []
    world.clipboard.hand_over(lambda: done.append(True))
    assert done == [True]
    assert hand_over_module._left_behind == []


def test_a_manager_is_asked_first(world: Leaving) -> None:
    manager = Manager(world.display)
    world.peers.append(manager)
    world.clipboard.restore(FORMATS)
    assert world.leave() < 1.0
    assert manager.asked == ["SAVE_TARGETS"]
    assert hand_over_module._left_behind == []
    manager.close()


def test_a_manager_that_takes_ownership_will_do(world: Leaving) -> None:
    manager = Manager(world.display, silent=True)
    manager.takes_over.add("CLIPBOARD")
    world.peers.append(manager)
    world.clipboard.restore(FORMATS)
    manager.watch("CLIPBOARD")
    done: list[bool] = []
    world.clipboard.hand_over(lambda: done.append(True))
    answer = manager.ask("CLIPBOARD", "UTF8_STRING")
    assert world.wait(lambda: answer.done)
    manager.copy("CLIPBOARD", {"UTF8_STRING": Offer(b"managed", "UTF8_STRING")})
    assert world.wait(lambda: bool(done), 0.9)
    assert hand_over_module._left_behind == []
    manager.close()


def test_a_manager_that_does_not_answer_is_not_waited_for_long(world: Leaving) -> None:
    manager = Manager(world.display, silent=True)
    world.peers.append(manager)
    world.clipboard.keep(Clip("kept"))
    assert 1.0 <= world.leave() < 4.0
    assert world.get("UTF8_STRING") == Offer(b"kept", "UTF8_STRING")
    manager.close()


def test_a_manager_that_refuses_too_late_changes_nothing(world: Leaving) -> None:
    manager = Manager(world.display)
    manager.refuses = frozenset({"SAVE_TARGETS"})
    manager.lag = 1.05
    world.peers.append(manager)
    world.clipboard.keep(Clip("kept"))
    world.leave()
    assert world.pump_until(lambda: bool(manager.asked))
    assert len(hand_over_module._left_behind) == 1
    assert world.get("UTF8_STRING") == Offer(b"kept", "UTF8_STRING")
    manager.close()


def test_a_manager_that_refuses_is_replaced_at_once(world: Leaving) -> None:
    manager = Manager(world.display)
    manager.refuses = frozenset({"SAVE_TARGETS"})
    world.peers.append(manager)
    world.clipboard.keep(Clip("kept"))
    world.leave()
    assert world.get("UTF8_STRING") == Offer(b"kept", "UTF8_STRING")
    manager.close()


@pytest.mark.parametrize(
    "command",
    [(sys.executable, "-c", "raise SystemExit(3)"), ("no-such-program-anywhere",)],
)
def test_a_holder_that_does_not_start_is_not_waited_for(
    x_display: str, command: tuple[str, ...]
) -> None:
    world = Leaving(x_display)
    clipboard = SelectionClipboard(world.connection, "CLIPBOARD", command)
    clipboard.keep(Clip("kept"))
    begun = world.now()
    done: list[bool] = []
    clipboard.hand_over(lambda: done.append(True))
    assert world.wait(lambda: bool(done))
    assert world.now() - begun < 2.0
    hand_over_module._left_behind.clear()
    world.close()


def run_holder(world: Leaving, data: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        HOLDER_COMMAND,
        input=data,
        env={"DISPLAY": world.display},
        capture_output=True,
        timeout=20,
        check=False,
    )


def test_a_newer_copy_wins_over_a_holder(world: Leaving) -> None:
    world.other.copy("CLIPBOARD", {"UTF8_STRING": Offer(b"newer", "UTF8_STRING")})
    content = {"UTF8_STRING": PropertyValue("UTF8_STRING", 8, b"older")}
    ended = run_holder(world, encode(Legacy("CLIPBOARD", 12345, content)))
    assert ended.returncode == 0
    assert world.get("UTF8_STRING") == Offer(b"newer", "UTF8_STRING")


def test_a_holder_refuses_foreign_input_in_silence(world: Leaving) -> None:
    ended = run_holder(world, b"hello")
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, b"", b"")


def test_a_holder_without_a_display_ends(world: Leaving) -> None:
    data = encode(Legacy("CLIPBOARD", 1, {}))
    world.display = ":9999"
    ended = run_holder(world, data)
    world.display = world.connection.display.get_display_name()
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, b"", b"")
