"""Codes typed in real programs become phrases, or stay exactly as they were typed."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from Xlib import X
from Xlib.display import Display

from tests.desktop.accessible import AccessibleBus
from tests.desktop.conftest import need
from tests.desktop.desk_session import DeskSession, read_clipboard, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import RICH, ClipboardOwner, RawTarget
from tests.desktop.pinyin import ENGINE, MEMORY, Pinyin
from tests.desktop.programs import (
    Editor,
    FeatherPad,
    Mousepad,
    ReceivingProgram,
    Workplace,
    wait_for_text,
)
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for
from tests.desktop.xserver import XServer

pytestmark = pytest.mark.alone
_TEXTS = {
    "hi": "您好，在的。",
    "th": "谢谢，祝您生活愉快！\n期待您再来 😊",
    "blank": "单号 {tracking}，请查收",
}
_PROGRAMS = ["pidgin", "mousepad", "featherpad", "chromium"]
_KEYS = {";": "semicolon", ",": "comma", " ": "space"}
_WHILE_S = 0.4
"""Long enough for what must not happen to have happened."""


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder = tmp_path_factory.mktemp("abbreviations")
    book = write_book(folder / "book.yaml", _TEXTS)
    options = ("--set", "abbreviations=on")
    with DeskSession(place, folder / "data", book, options) as session:
        wait_for(lambda: listening(session), "the listener")
        yield session


def listening(desk: DeskSession) -> bool:
    return bool(desk.status()["abbreviations"]["listening"])


def change(desk: DeskSession, name: str, value: str) -> None:
    assert desk.cli("settings", "set", name, value).returncode == 0


def listeners(desk: DeskSession) -> list[int]:
    """Process ids of the children of qtdesk that hear keys."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
            parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if b"qtdesk.platforms.listen" in command and int(parent) == desk.program.pid:
            found.append(int(entry.name))
    return found


@pytest.fixture(params=_PROGRAMS)
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    return ready(request.getfixturevalue(request.param))


@pytest.fixture
def editor(mousepad: Mousepad) -> Mousepad:
    ready(mousepad)
    return mousepad


def ready(program: ReceivingProgram) -> ReceivingProgram:
    program.clear()
    program.focus()
    return program


def type_keys(desk: DeskSession, text: str, pause_s: float = 0.01) -> None:
    for character in text:
        desk.hands.tap(_KEYS.get(character, character))
        if pause_s:
            time.sleep(pause_s)  # the rhythm of the typist is what is simulated


def stays(program: ReceivingProgram, desk: DeskSession, text: str) -> None:
    """Nothing but `text` is there, and nothing is under way any more."""
    wait_for_text(program, text)
    time.sleep(_WHILE_S)  # what must not happen gets its time
    wait_for(lambda: not desk.status()["paste_under_way"], "quiet")
    assert program.text() == text


def test_a_code_becomes_its_phrase_and_the_clipboard_comes_back(
    desk: DeskSession,
    program: ReceivingProgram,
    owner: ClipboardOwner,
    place: Workplace,
) -> None:
    owner.own(RICH)
    ended = desk.status()["paste_count"]
    type_keys(desk, "well, ;th ")
    wait_for_text(program, "well, " + _TEXTS["th"])
    last = desk.wait_for_end(ended + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored")
    for name, content in RICH.items():
        assert read_clipboard(place, name) == content
    assert desk.hands.keys_down() == set()


def test_one_code_after_the_other(desk: DeskSession, editor: Mousepad) -> None:
    expected = ""
    for code in ("hi", "th", "hi"):
        type_keys(desk, f";{code} ")
        expected += _TEXTS[code]
        wait_for_text(editor, expected)


def test_what_is_no_code_stays(desk: DeskSession, program: ReceivingProgram) -> None:
    for text in (";nobody ", "a;hi ", ";;hi ", "; hi ", ";h i "):
        type_keys(desk, text)
        stays(program, desk, text)
        program.clear()


def test_a_corrected_code(desk: DeskSession, program: ReceivingProgram) -> None:
    type_keys(desk, "ok ;hx")
    desk.hands.tap("backspace")
    type_keys(desk, "i ")
    wait_for_text(program, "ok " + _TEXTS["hi"])


def test_the_focus_goes_elsewhere_within_a_code(
    desk: DeskSession, editor: Mousepad, place: Workplace
) -> None:
    with RawTarget(place.server.env) as other:
        place.screen.activate(other.window_id)
        place.screen.activate(editor.window_id)
        time.sleep(_WHILE_S)  # the window manager may still move the focus to and fro
        type_keys(desk, "ab ;hi")
        place.screen.activate(other.window_id)
        type_keys(desk, " ")
        other.wait_for_key("space")
        place.screen.activate(editor.window_id)
        stays(editor, desk, "ab ;hi")
        type_keys(desk, " ")
        stays(editor, desk, "ab ;hi ")
        assert other.pastes() == []
        assert other.keys() == ["space"]


def test_another_conversation_comes_within_a_code(
    desk: DeskSession, place: Workplace
) -> None:
    with RawTarget(place.server.env, "张三", "chat") as chat:
        place.screen.activate(chat.window_id)
        type_keys(desk, ";h")
        chat.wait_for_key("h")
        chat.set_title("李四")
        type_keys(desk, "i ")
        chat.wait_for_key("space")
        time.sleep(_WHILE_S)  # what must not happen gets its time
        assert chat.keys() == ["semicolon", "h", "i", "space"]
        assert chat.pastes() == []


def test_a_click_within_a_code(
    desk: DeskSession, editor: Mousepad, place: Workplace
) -> None:
    type_keys(desk, ";hi")
    left, top, width, height = place.screen.area(editor.window_id)
    desk.hands.click(left + width // 2, top + height // 2)
    type_keys(desk, " ")
    stays(editor, desk, ";hi ")


def test_a_held_key_is_waited_for(desk: DeskSession, program: ReceivingProgram) -> None:
    type_keys(desk, ";hi")
    desk.hands.down("shift")
    type_keys(desk, " ")
    time.sleep(_WHILE_S)  # how long it is held is what is simulated
    assert program.text() == ";hi "
    desk.hands.up("shift")
    wait_for_text(program, _TEXTS["hi"])


def test_a_key_held_until_it_repeats_makes_the_code_unknown(
    desk: DeskSession, editor: Mousepad
) -> None:
    type_keys(desk, "a long line here ;thx")
    desk.hands.tap("backspace", hold_s=0.8)
    wait_for(lambda: len(editor.text()) < 18, "the repeats")
    left = editor.text()
    type_keys(desk, "hi ")
    stays(editor, desk, left + "hi ")


@pytest.mark.parametrize("name", ["mousepad", "pidgin", "chromium"])
def test_keys_right_behind_a_code_are_neither_lost_nor_eaten(
    desk: DeskSession, name: str, request: pytest.FixtureRequest
) -> None:
    program: ReceivingProgram = request.getfixturevalue(name)
    chance = random.Random(name)  # noqa: S311 - a typist's rhythm, not a secret
    replaced = 0
    for _ in range(25):
        ready(program)
        ended = desk.status()["paste_count"]
        type_keys(desk, "a ;hi ")
        time.sleep(chance.choice([0.0, 0.001, 0.003, 0.01, 0.03, 0.06]))
        type_keys(desk, "bc", 0.0)
        last = desk.wait_for_end(ended + 1)
        replaced += last["outcome"] == "pasted"
        if last["outcome"] == "nothing":
            assert last["reason"] == "typed_on"
            wait_for_text(program, "a ;hi bc")
        else:
            wait_for(lambda: len(program.text()) == 2 + 6 + 2, "all characters")
            assert program.text() in {
                f"a {_TEXTS['hi']}bc",
                # The program itself puts a paste where the cursor is when it has read.
                f"a bc{_TEXTS['hi']}",
                f"a b{_TEXTS['hi']}c",
            }
    assert replaced


def test_a_hundred_codes(desk: DeskSession, program: ReceivingProgram) -> None:
    ended = desk.status()["paste_count"]
    for number in range(1, 26):
        ready(program)
        type_keys(desk, "x ;hi ", 0.03)
        wait_for_text(program, "x " + _TEXTS["hi"])
        last = desk.wait_for_end(ended + number)
        assert last["outcome"] == "pasted"


def test_a_code_that_leaves_a_choice_opens_the_panel(
    desk: DeskSession, editor: Mousepad, place: Workplace
) -> None:
    type_keys(desk, "a ;blank ")
    wait_for(lambda: desk.status()["panel_open"], "the panel")
    wait_for_text(editor, "a ")
    Onlooker(place).sees("phrase blank")
    desk.hands.tap("escape")
    wait_for(lambda: not desk.status()["panel_open"], "the panel to close")
    stays(editor, desk, "a ")


def test_a_seized_keyboard_types_no_code(
    desk: DeskSession, editor: Mousepad, place: Workplace
) -> None:
    """A screen locker has the keyboard while a chat is still in front below it."""
    display = Display(place.server.display)
    root = display.screen().root
    status = root.grab_keyboard(False, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
    assert status == X.GrabSuccess
    type_keys(desk, ";hi ")
    time.sleep(_WHILE_S)  # what must not happen gets its time
    display.ungrab_keyboard(X.CurrentTime)
    display.sync()
    display.close()
    stays(editor, desk, "")


def test_off_means_that_nobody_listens(desk: DeskSession, editor: Mousepad) -> None:
    assert len(listeners(desk)) == 1
    change(desk, "abbreviations", "off")
    wait_for(lambda: not listeners(desk), "the listener to end")
    type_keys(desk, ";hi ")
    stays(editor, desk, ";hi ")
    change(desk, "abbreviations", "on")
    wait_for(lambda: listening(desk), "the listener")
    editor.clear()
    type_keys(desk, ";hi ")
    wait_for_text(editor, _TEXTS["hi"])


def test_never_here_and_another_prefix(desk: DeskSession, editor: Mousepad) -> None:
    change(desk, "abbreviation_prefix", ",")
    change(desk, "abbreviations_never", "mousepad, other")
    wait_for(lambda: listening(desk), "the listener")
    type_keys(desk, ",hi ")
    stays(editor, desk, ",hi ")
    change(desk, "abbreviations_never", "other")
    wait_for(lambda: listening(desk), "the listener")
    type_keys(desk, ",hi ")
    wait_for_text(editor, ",hi " + _TEXTS["hi"])
    change(desk, "abbreviation_prefix", ";")
    wait_for(lambda: listening(desk), "the listener")


def test_a_listener_that_dies_is_replaced(desk: DeskSession, editor: Mousepad) -> None:
    (old,) = listeners(desk)
    os.kill(old, 9)
    wait_for(lambda: listeners(desk) not in ([], [old]), "another listener")
    wait_for(lambda: listening(desk), "the listener")
    type_keys(desk, ";hi ")
    wait_for_text(editor, _TEXTS["hi"])


def test_it_is_off_by_default_and_ends_with_its_parent(
    place: Workplace, tmp_path: Path
) -> None:
    book = write_book(tmp_path / "book.yaml", _TEXTS)
    with DeskSession(place, tmp_path / "data", book) as desk:
        assert desk.status()["abbreviations"]["on"] is False
        assert listeners(desk) == []
        change(desk, "abbreviations", "on")
        wait_for(lambda: listening(desk), "the listener")
        (child,) = listeners(desk)
        desk.program.kill()
        wait_for(lambda: not Path(f"/proc/{child}").exists(), "the listener to end")


class PinyinEditor(Editor):
    """FeatherPad, with every key going through the input method first."""

    name = "featherpad"

    def __init__(self, place: Workplace, env: dict[str, str]) -> None:
        super().__init__(place)
        given = (f"{name}={value}" for name, value in env.items())
        self.argv = ("env", *given, *FeatherPad.argv)


@pytest.fixture
def other_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """A display of its own, where no other editor runs."""
    folder = tmp_path_factory.mktemp("other")  # short: sockets will be in it
    need("Xvfb", "openbox", "featherpad", "ibus-daemon", "ibus", ENGINE, MEMORY)
    with XServer() as server:
        screen = Screen(server.env)
        bus = AccessibleBus(server, folder)
        yield Workplace(server, screen, bus, folder)
        bus.close()
        screen.close()


def composes(editor: PinyinEditor, desk: DeskSession) -> bool:
    """Whether the input method, which may come late, takes the editor's keys."""
    type_keys(desk, "a ", 0.03)
    text = wait_for(editor.text, "what was typed")
    editor.clear()
    return not text.isascii()


def test_what_an_input_method_composes_is_no_code(
    other_place: Workplace, tmp_path: Path
) -> None:
    book = write_book(tmp_path / "book.yaml", _TEXTS)
    options = ("--set", "abbreviations=on")
    with Pinyin(other_place) as pinyin:
        editor = PinyinEditor(other_place, pinyin.env)
        editor.start()
        with DeskSession(
            other_place, tmp_path / "data", book, options, env=pinyin.env
        ) as desk:
            wait_for(lambda: listening(desk), "the listener")
            pinyin.use("libpinyin")
            editor.focus()
            wait_for(lambda: composes(editor, desk), "the editor to compose")
            type_keys(desk, "a ;hi ", 0.03)
            wait_for(lambda: len(editor.text()) > len("阿；"), "what is composed")
            composed = editor.text()
            assert "；" in composed
            stays(editor, desk, composed)
            editor.clear()
            pinyin.use("xkb:us::eng")
            editor.focus()
            type_keys(desk, "1 ;hi ", 0.03)
            wait_for_text(editor, "1 " + _TEXTS["hi"])
        editor.stop()
