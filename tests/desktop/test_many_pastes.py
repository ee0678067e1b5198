"""Hundreds of pastes on end: each exact, none elsewhere, the clipboard always back."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.desktop.browser import Chromium
from tests.desktop.clipboard_eye import ClipboardEye
from tests.desktop.desk_session import HOTKEY, DeskSession, write_book
from tests.desktop.others import RICH, ClipboardOwner, GreedyReader, RawTarget
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

if TYPE_CHECKING:
    from pathlib import Path

PASTES = 120
"""By themselves; `--times 5` makes 600 of them, which takes seven minutes."""
WARM = 50
"""By then everything has been loaded and every cache is full."""
GROWTH_KIB = 8 * 1024
"""Nothing is kept (after 300 openings of the panel heaptrack counts 265 bytes more in
use), but the C library spreads what comes and goes: 3.4 MB here, later less."""
BURST = 40
_PAUSE_S = 0.015
"""Between the keys of quick hands: 66 in a second."""
_KINDS = (
    "在的，{0} 号客服为您服务～",
    "您好，亲 {0}\n第二行：满 {0} 减 20\n\n\tTab and “quotes” & <b>{0}</b>",
    "😊{0}👍🏽 一家人👨‍👩‍👧 𠮷{0}",
)


def code(number: int) -> str:
    return f"q{number:03}"


def text(number: int) -> str:
    """A text that no other phrase has; all kinds come to all programs in turn."""
    return _KINDS[(number + number // 6) % len(_KINDS)].format(number)


@pytest.fixture(scope="module")
def pastes(request: pytest.FixtureRequest) -> int:
    times: int = request.config.getoption("times")
    return PASTES * times


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory, pastes: int
) -> Iterator[DeskSession]:
    folder: Path = tmp_path_factory.mktemp("many")
    texts = {code(number): text(number) for number in range(pastes)}
    book = write_book(folder / "book.yaml", texts)
    with DeskSession(place, folder / "data", book) as session:
        yield session


@dataclass(frozen=True)
class _Field:
    """One of the fields that are pasted into in turn."""

    program: ReceivingProgram
    empty: Callable[[], None]
    via: str = "CLIPBOARD"


@pytest.fixture
def fields(request: pytest.FixtureRequest, chromium: Chromium) -> list[_Field]:
    program = request.getfixturevalue
    plain = [program(name) for name in ("pidgin", "mousepad", "featherpad")]
    pidgin, mousepad, featherpad = (_Field(one, one.clear) for one in plain)
    xterm = _Field(program("xterm"), program("xterm").clear, "PRIMARY")
    area = _Field(chromium, lambda: chromium.show("textarea"))
    page = _Field(chromium, lambda: chromium.show("editable"))
    return [pidgin, area, mousepad, page, featherpad, xterm]


@pytest.mark.long
def test_many_pastes_in_six_fields(
    pastes: int,
    desk: DeskSession,
    place: Workplace,
    fields: list[_Field],
    owner: ClipboardOwner,
    eye: ClipboardEye,
) -> None:
    warm_kib = 0
    marked = {"UTF8_STRING": b"marked with the mouse"}
    count = desk.status()["paste_count"]
    with (
        RawTarget(place.server.env) as decoy,
        GreedyReader(place.server.env),
        ClipboardOwner(place.server.env) as marker,
    ):
        fields[0].empty()
        fields[0].program.focus()
        for number in range(pastes):
            field, following = (fields[n % len(fields)] for n in (number, number + 1))
            # What the agent copied anew and what we put back must come back alike.
            if number % 10 == 0:
                owner.own(RICH)
                marker.own(marked, selection="PRIMARY")
            desk.choose(code(number))
            _wait_for_text(field, number, desk)
            # The agent goes on while the clipboard is still borrowed.
            following.empty()
            following.program.focus()
            last = desk.wait_for_end(count + number + 1)
            assert _end(last) == ("pasted", "none", "restored"), number
            assert last["phrase"].endswith(code(number))
            assert eye.formats() == RICH, number
            if field.via == "PRIMARY":
                assert eye.formats("PRIMARY") == marked, number
            assert desk.hands.keys_down() == set()
            if number == WARM:
                warm_kib = desk.memory_kib()
        assert not decoy.pastes()
        assert not decoy.keys()
    assert desk.memory_kib() - warm_kib < GROWTH_KIB


@pytest.mark.alone
@pytest.mark.parametrize("pause", ["until the text is there", "none"])
def test_forty_pastes_back_to_back(
    desk: DeskSession,
    place: Workplace,
    owner: ClipboardOwner,
    eye: ClipboardEye,
    pause: str,
) -> None:
    owner.own(RICH)
    count = desk.status()["paste_count"]
    with RawTarget(place.server.env, "chat", "chat") as chat:
        place.screen.activate(chat.window_id)
        for number in range(BURST):
            if pause == "none":
                _type_quickly(desk, code(number))
            else:
                desk.choose(code(number))
                chat.wait_for("paste", number + 1)
        desk.wait_for_end(count + BURST)
        wait_for(lambda: not desk.status()["paste_under_way"], "the last paste")
        assert chat.pastes() == [text(number) for number in range(BURST)]
        assert set(chat.keys()) <= {"Control_L", "Alt_L", "v"}
    assert eye.formats() == RICH
    assert desk.hands.keys_down() == set()


def _wait_for_text(field: _Field, number: int, desk: DeskSession) -> None:
    try:
        wait_for_text(field.program, text(number))
    except AssertionError as lost:
        raise AssertionError(f"paste {number}: {lost}; {desk.status()}") from None


def _type_quickly(desk: DeskSession, query: str) -> None:
    """As quick hands do, who need time for every key."""
    desk.hands.tap(HOTKEY)
    desk.hands.type(query, pause_s=_PAUSE_S)
    desk.hands.tap("enter", hold_s=0.02)
    time.sleep(_PAUSE_S)


def _end(last: dict[str, str]) -> tuple[str, str, str]:
    return last["outcome"], last["reason"], last["fate"]
