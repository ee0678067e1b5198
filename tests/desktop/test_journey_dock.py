"""The dock beside a chat: clicks paste, keys turn, and the chat keeps the focus."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from Xlib import X
from Xlib.display import Display

from tests.desktop.chat import Pidgin
from tests.desktop.clipboard_eye import ClipboardEye
from tests.desktop.desk_session import DeskSession
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import RICH, ClipboardOwner, RawTarget
from tests.desktop.programs import Mousepad, ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

TEXTS = {
    "greet": ("在的，您说～", "您好，亲 😊\n欢迎光临", "稍等哦", "a \t“b” & <c> 𠮷"),
    "answer": ("48 小时内发出", "不褪色"),
    "verify": ("请看一眼地址", "单号 {ask:快递单号}，请查收"),
}
CLICKS = 40
"""By themselves; `--times 5` makes 200 of them, which takes two minutes and a half."""
_SHADOW, _NEAR = 8, 40
"""Pixels by which a dock beside a window may be over it, or away from it."""


class FrontWatch:
    """Writes down every window that is in front, as the window manager tells it."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._root = self._display.screen().root
        self._name = self._display.intern_atom("_NET_ACTIVE_WINDOW")
        self._root.change_attributes(event_mask=X.PropertyChangeMask)
        self._display.sync()
        self.seen: list[int] = []
        self._note()

    def look(self) -> set[int]:
        """All of them since the last look, the one of now included."""
        self._display.sync()
        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.PropertyNotify and event.atom == self._name:
                self._note()
        self._note()
        seen, self.seen = set(self.seen), []
        return seen

    def close(self) -> None:
        self._display.close()

    def _note(self) -> None:
        found = self._root.get_full_property(self._name, X.AnyPropertyType)
        self.seen.append(int(found.value[0]) if found is not None else 0)


class Room(NamedTuple):
    place: Workplace
    desk: DeskSession
    eyes: Onlooker
    front: FrontWatch

    @property
    def window(self) -> int:
        return self.place.screen.wait_for_window("qtdesk", "dock")

    def card(self, code: str) -> tuple[int, int]:
        """Where the card of a phrase is; among the stage's, if it is twice there."""
        return self.place.bus.first_middle_of("qtdesk", f"phrase {code},")

    def turn_to(self, stage: str, code: str) -> None:
        """Click on a stage, and wait for one of its cards."""
        self.eyes.clicks(stage)
        self.eyes.sees(f"phrase {code},")

    def wait_beside(self, window: int) -> None:
        """Return once the dock stands beside `window`."""
        wait_for(lambda: self._is_beside(window), f"the dock beside {window:#x}")

    def _is_beside(self, window: int) -> bool:
        left, _, width, _ = self.place.screen.area(window)
        dock_left, _, dock_width, _ = self.area()
        gaps = (dock_left - left - width, left - dock_left - dock_width)
        return any(-_SHADOW <= gap < _NEAR for gap in gaps)

    def area(self) -> tuple[int, int, int, int]:
        return self.place.screen.area(self.window)


def _book(path: Path) -> Path:
    stages = [
        {
            "key": stage,
            "situations": [
                {
                    "title": "all",
                    "phrases": [
                        {
                            "id": f"{stage}-{number}",
                            "title": f"phrase {stage}-{number}",
                            "code": f"{stage}{number}",
                            "text": text,
                        }
                        for number, text in enumerate(texts)
                    ],
                }
            ],
        }
        for stage, texts in TEXTS.items()
    ]
    book = {"id": "test", "title": "test", "locale": "zh-CN", "version": "1"}
    text = yaml.safe_dump({**book, "stages": stages}, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def room(place: Workplace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("dock")
    eyes, front = Onlooker(place), FrontWatch(place.server.display)
    options = ["--set", "language=en", "--set", "dock_shown=on"]
    book = _book(folder / "book.yaml")
    with DeskSession(place, folder / "data", book, options, eyes.env) as desk:
        yield Room(place, desk, eyes, front)
    front.close()


@pytest.fixture
def chat(room: Room) -> Iterator[RawTarget]:
    with RawTarget(room.place.server.env, "chat", "chat") as started:
        room.place.screen.activate(started.window_id)
        room.wait_beside(started.window_id)
        yield started


def test_clicks_never_take_the_front_from_the_chat(room: Room, chat: RawTarget) -> None:
    room.turn_to("招呼", "greet-0")
    room.front.look()
    left, top, width, height = room.area()
    spots = [
        (left + 60, top + 120),  # stages
        (left + 60, top + height - 20),
        (left + width // 2, top + 24),  # buyers
        room.card("greet-0"),
        (left + width - 40, top + height - 60),
        (left + width - 20, top + 70),
    ]
    for spot in spots:
        for button in (1, 3, 4, 5):
            room.eyes.clicks_at(*spot, button)
            assert room.front.look() == {chat.window_id}, (spot, button)
    room.desk.hands.tap("a")
    chat.wait_for_key("a")


def test_a_click_pastes_a_card_and_the_clipboard_comes_back(
    room: Room, mousepad: Mousepad, owner: ClipboardOwner, eye: ClipboardEye
) -> None:
    owner.own(RICH)
    mousepad.clear()
    mousepad.focus()
    room.wait_beside(mousepad.window_id)
    room.turn_to("招呼", "greet-1")
    count = room.desk.status()["paste_count"]
    room.front.look()
    room.eyes.clicks_at(*room.card("greet-1"))
    wait_for_text(mousepad, TEXTS["greet"][1])
    last = room.desk.wait_for_end(count + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored")
    assert eye.formats() == RICH
    assert room.front.look() == {mousepad.window_id}


def test_a_phrase_with_blanks_opens_in_the_panel(room: Room, chat: RawTarget) -> None:
    room.turn_to("核实", "verify-0")
    room.eyes.clicks_at(*room.card("verify-1"))
    panel = room.place.screen.wait_for_window("qtdesk", "phrases")
    room.place.screen.wait_until_active(panel)
    room.desk.hands.tap("escape")
    room.place.screen.wait_until_active(chat.window_id)
    assert chat.pastes() == []


def test_a_stage_key_turns_to_the_stage_and_pastes_nothing(
    room: Room, chat: RawTarget
) -> None:
    room.turn_to("核实", "verify-0")
    count = room.desk.status()["paste_count"]
    room.desk.hands.tap("ctrl+alt+1")
    room.eyes.sees("phrase greet-0,")
    # What is typed behind it belongs to the chat.
    room.desk.hands.type("ok")
    chat.wait_for_key("k")
    assert room.desk.status()["paste_count"] == count
    assert chat.pastes() == []


def test_one_key_greets(room: Room, chat: RawTarget) -> None:
    room.turn_to("招呼", "greet-0")
    room.eyes.clicks_at(*room.card("greet-0"), 3)
    room.eyes.clicks("Hotkey…")
    dialog = room.place.screen.wait_for_window("qtdesk", "Hotkey of a phrase")
    room.place.screen.activate(dialog)
    room.eyes.clicks("Key combination")
    room.eyes.sees("Press the keys")
    # What qtdesk has already is heard here too, and does nothing else meanwhile.
    room.desk.hands.tap("ctrl+alt+d")
    room.eyes.sees("does something else here")
    assert room.window in room.place.screen.windows()
    room.eyes.clicks("Key combination")
    room.eyes.sees("Press the keys")
    room.desk.hands.tap("ctrl+alt+g")
    room.eyes.sees("Ctrl+Alt+G")
    room.desk.hands.tap("escape")
    room.place.screen.wait_until_active(chat.window_id)
    count = room.desk.status()["paste_count"]
    room.desk.hands.tap("ctrl+alt+g")
    last = room.desk.wait_for_end(count + 1)
    assert (last["outcome"], last["phrase"]) == ("pasted", "test/greet-0")
    assert chat.pastes() == [TEXTS["greet"][0]]
    assert room.desk.hands.keys_down() == set()


def test_a_buyer_is_opened_and_the_chat_has_the_focus_back(
    room: Room, chat: RawTarget
) -> None:
    for name in ("yun8821", "4567"):
        room.eyes.clicks("Open another buyer")
        prompt = room.place.screen.wait_for_window("qtdesk", "buyer")
        room.place.screen.wait_until_active(prompt)
        room.desk.hands.type(name)
        room.desk.hands.tap("enter")
        room.eyes.sees(name)
        room.place.screen.wait_until_active(chat.window_id)
    room.turn_to("核实", "verify-0")
    room.desk.hands.tap("ctrl+alt+b")
    # Each buyer has a stage of their own.
    room.eyes.waits_until_gone("phrase verify-0,")
    room.desk.hands.tap("ctrl+alt+b")
    room.eyes.sees("phrase verify-0,")
    for _ in range(2):
        room.eyes.clicks("Close this buyer")
    room.eyes.waits_until_gone("yun8821")
    assert room.place.screen.active() == chat.window_id
    assert chat.pastes() == []


def test_the_dock_goes_with_the_window_in_front(
    room: Room, chat: RawTarget, place: Workplace
) -> None:
    for left, top in ((700, 200), (1150, 300), (40, 60)):
        place.screen.move(chat.window_id, left, top)
        room.wait_beside(chat.window_id)
    assert place.screen.active() == chat.window_id


def test_the_key_of_the_dock_puts_it_away_and_fetches_it(
    room: Room, chat: RawTarget
) -> None:
    window = room.window
    room.front.look()
    room.desk.hands.tap("ctrl+alt+d")
    wait_for(lambda: window not in room.place.screen.windows(), "the dock to be away")
    # Its other keys are free for other programs meanwhile.
    room.desk.hands.tap("ctrl+alt+1")
    chat.wait_for_key("1")
    room.desk.hands.tap("ctrl+alt+d")
    assert room.window in room.place.screen.windows()
    assert room.front.look() == {chat.window_id}


@pytest.mark.long
def test_many_clicks_paste_exactly(
    request: pytest.FixtureRequest,
    room: Room,
    mousepad: Mousepad,
    pidgin: Pidgin,
    owner: ClipboardOwner,
    eye: ClipboardEye,
) -> None:
    owner.own(RICH)
    programs: tuple[ReceivingProgram, ...] = (mousepad, pidgin)
    programs[0].focus()
    room.wait_beside(programs[0].window_id)
    room.turn_to("招呼", "greet-0")
    count = room.desk.status()["paste_count"]
    for number in range(CLICKS * request.config.getoption("times")):
        program = programs[number // 10 % 2]
        if number % 10 == 0:
            program.focus()
            room.wait_beside(program.window_id)
            spots = [room.card(f"greet-{one}") for one in range(4)]
            room.front.look()
        program.clear()
        room.eyes.clicks_at(*spots[number % 4])
        _wait_for(program, TEXTS["greet"][number % 4], number, room)
        last = room.desk.wait_for_end(count + number + 1)
        ended = last["outcome"], last["reason"], last["fate"]
        assert ended == ("pasted", "none", "restored"), number
        assert room.front.look() == {program.window_id}, number
        assert eye.formats() == RICH, number
    assert pidgin.sent() == []


def _wait_for(program: ReceivingProgram, text: str, number: int, room: Room) -> None:
    try:
        wait_for_text(program, text)
    except AssertionError as lost:
        state = room.desk.status()
        raise AssertionError(f"click {number}: {lost}; {state['last_paste']}") from None
