"""What readers of our selections meet: protocol, sizes, odd and late requests."""

import os
from collections.abc import Iterator

import pytest

from qtdesk.core.ports import Clip, Reader, Saved, Snapshot, Target
from qtdesk.platforms.x11.clipboard import SelectionClipboard
from qtdesk.platforms.x11.content import HISTORY_HINT
from tests.desktop.selection_peer import Offer, Peer
from tests.desktop.selection_world import SelectionWorld

pytestmark = pytest.mark.desktop
CLIPBOARD = "CLIPBOARD"


class Serving(SelectionWorld):
    """Our clipboard and one reader."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self.clipboard = SelectionClipboard(self.connection, CLIPBOARD)
        self.reader = self.peer()
        self.reads: list[Reader] = []

    def publish(self, text: str, target: Target | None = None) -> None:
        assert self.clipboard.publish(
            Clip(text), target, self.reads.append, lambda _: None
        )

    def get(self, name: str, peer: Peer | None = None) -> Offer | None:
        return self.ask(peer or self.reader, CLIPBOARD, name).offer


@pytest.fixture
def world(x_display: str) -> Iterator[Serving]:
    world = Serving(x_display)
    yield world
    world.close()


def test_the_offer_names_its_formats_and_asks_history_tools_away(
    world: Serving,
) -> None:
    world.publish("plain")
    names = world.reader.names(world.ask(world.reader, CLIPBOARD, "TARGETS"))
    assert {"TARGETS", "TIMESTAMP", "MULTIPLE", "UTF8_STRING", "STRING"} <= {*names}
    assert HISTORY_HINT in names
    assert world.get(HISTORY_HINT) == Offer(b"secret", HISTORY_HINT)
    world.clipboard.keep(Clip("plain"))
    names = world.reader.names(world.ask(world.reader, CLIPBOARD, "TARGETS"))
    assert HISTORY_HINT not in names


def test_the_marker_is_no_reading(world: Serving) -> None:
    world.publish("plain")
    world.get(HISTORY_HINT)
    world.get("TIMESTAMP")
    assert world.reads == []


def test_a_restored_clipboard_asks_history_tools_away_too(world: Serving) -> None:
    world.clipboard.restore(Snapshot(Saved.FULL, {"text/html": b"<b>"}, 0))
    assert world.get(HISTORY_HINT) == Offer(b"secret", HISTORY_HINT)


def test_each_text_format_has_its_type(world: Serving) -> None:
    world.publish("é")
    assert world.get("UTF8_STRING") == Offer("é".encode(), "UTF8_STRING")
    assert world.get("STRING") == Offer(b"\xe9", "STRING")
    assert world.get("TEXT") == Offer(b"\xe9", "STRING")
    assert world.get("COMPOUND_TEXT") == Offer(b"\xe9", "COMPOUND_TEXT")
    assert world.get("text/plain") == Offer("é".encode(), "text/plain")


def test_an_unknown_format_is_refused(world: Serving) -> None:
    world.publish("你好")
    assert world.get("STRING") is None
    assert world.get("application/x-unheard-of") is None
    assert world.reads == []


def test_several_at_once(world: Serving) -> None:
    world.publish("several")
    answer = world.reader.ask_several(
        CLIPBOARD, ["UTF8_STRING", "application/x-unheard-of", "TIMESTAMP"]
    )
    assert world.wait(lambda: answer.done)
    assert answer.offer is not None
    assert answer.offer.kind == "ATOM_PAIR"
    pairs = list(memoryview(answer.offer.data).cast("I"))
    assert [bool(place) for place in pairs[1::2]] == [True, False, True]
    assert world.reader.property_of(answer, "PEER_UTF8_STRING") == b"several"
    assert world.reads == [Reader.OTHER]


def test_an_obsolete_program_gets_its_answer(world: Serving) -> None:
    world.publish("old")
    answer = world.reader.ask_obsolete(CLIPBOARD, "STRING")
    assert world.wait(lambda: answer.done)
    assert answer.offer == Offer(b"old", "STRING")


def test_several_large_transfers_at_once(world: Serving) -> None:
    text = "订单😀" * 60_000
    world.publish(text)
    others = [world.peer() for _ in range(3)]
    answers = [
        peer.ask(CLIPBOARD, name)
        for peer in (world.reader, *others)
        for name in ("UTF8_STRING", "text/plain")
    ]
    assert world.wait(lambda: all(answer.done for answer in answers))
    assert all(answer.offer for answer in answers)
    assert {answer.offer.data for answer in answers if answer.offer} == {text.encode()}
    assert len(world.reads) == len(answers)


def test_a_large_reading_counts_once_all_of_it_was_taken(world: Serving) -> None:
    world.publish("x" * 300_000)
    answer = world.reader.ask(CLIPBOARD, "UTF8_STRING")
    assert world.wait(lambda: answer.in_pieces)
    assert world.reads == []
    assert world.wait(lambda: bool(world.reads))
    assert world.reads == [Reader.OTHER]
    assert world.wait(lambda: answer.done)
    assert answer.offer == Offer(b"x" * 300_000, "UTF8_STRING")


def test_a_reader_that_vanishes_disturbs_nobody(world: Serving) -> None:
    world.publish("x" * 300_000)
    gone = world.peer()
    answer = gone.ask(CLIPBOARD, "UTF8_STRING")
    assert world.wait(lambda: answer.in_pieces)
    hasty = world.peer()
    hasty.ask(CLIPBOARD, "UTF8_STRING")
    for peer in (gone, hasty):
        world.peers.remove(peer)
        peer.close()
    assert world.get("UTF8_STRING") == Offer(b"x" * 300_000, "UTF8_STRING")
    assert world.clipboard.owns()


def test_a_late_request_gets_what_was_on_offer_when_it_was_sent(
    world: Serving,
) -> None:
    world.publish("ours")
    answer = world.reader.ask(CLIPBOARD, "UTF8_STRING")
    # The request is on its way; we have not looked at our events since.
    world.reader.display.sync()
    world.clipboard.restore(Snapshot(Saved.FULL, {"UTF8_STRING": b"before"}, 0))
    assert world.wait(lambda: answer.done)
    assert answer.offer is not None
    assert answer.offer.data == b"ours"
    assert world.get("UTF8_STRING") == Offer(b"before", "UTF8_STRING")


def test_a_transfer_under_way_outlives_the_offer(world: Serving) -> None:
    text = "x" * 2_000_000
    world.publish(text)
    answer = world.reader.ask(CLIPBOARD, "UTF8_STRING")
    assert world.wait(lambda: answer.in_pieces)
    world.clipboard.restore(Snapshot(Saved.EMPTY, {}, 0))
    assert world.wait(lambda: answer.done)
    assert answer.offer is not None
    assert answer.offer.data == text.encode()


def test_the_target_is_known_by_its_process_too(world: Serving) -> None:
    # All peers of this test live in one process, on connections of their own.
    elsewhere = Target(1, 0x7FF00000, os.getpid(), "shop", "buyer")
    world.publish("ours", elsewhere)
    world.get("UTF8_STRING")
    assert world.reads == [Reader.TARGET]
    world.publish("ours", Target(1, 0x7FF00000, 1, "shop", "buyer"))
    world.get("UTF8_STRING")
    assert world.reads == [Reader.TARGET, Reader.OTHER]


def test_types_and_widths_come_back_exactly(world: Serving) -> None:
    owner = world.peer()
    offers = {
        "text/html": Offer(b"<b>x</b>", "text/html"),
        "text/uri-list": Offer(b"file:///a\r\n", "text/uri-list"),
        "application/x-wide": Offer(b"\1\0\2\0\3\0", "INTEGER", 16),
        "application/x-long": Offer(b"\1\0\0\0\2\0\0\0", "CARDINAL", 32),
        "_PRIVATE": Offer(b"", "_PRIVATE_TYPE"),
        "image/png": Offer(bytes(range(256)) * 1000, "image/png"),
        "_LARGE_LONG": Offer(bytes(range(256)) * 1000, "INTEGER", 32),
    }
    stamp = world.clipboard.stamp()
    owner.copy(CLIPBOARD, offers)
    assert world.wait(lambda: world.clipboard.stamp() != stamp)
    taken: list[Snapshot] = []
    world.clipboard.snapshot(taken.append)
    assert world.wait(lambda: bool(taken))
    assert taken[0].saved is Saved.FULL
    world.publish("ours")
    world.clipboard.restore(taken[0])
    assert {name: world.get(name) for name in offers} == offers
    names = world.reader.names(world.ask(world.reader, CLIPBOARD, "TARGETS"))
    assert [name for name in names if name in offers] == list(offers)
