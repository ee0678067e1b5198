"""Codes typed on Windows become phrases, or stay exactly as they were typed."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.desktop.desk_session import write_book
from tests.desktop.waiting import wait_for
from tests.wine.desk import Desk
from tests.wine.lab import windows_path
from tests.wine.making import HERE
from tests.wine.workplace import UNICODE_TEXT, Editor, Workplace

TEXTS = {
    "hi": "您好，在的。",
    "th": "谢谢，祝您生活愉快！\n期待您再来 😊",
    "blank": "单号 {tracking}，请查收",
}
RICH = {
    UNICODE_TEXT: "我自己复制的".encode("utf-16-le") + b"\0\0",
    "HTML Format": b"Version:0.9\r\n<b>mine</b>",
}
_KEYS = {";": "semicolon", ",": "comma", " ": "space"}
_TYPIST_S = 0.06
"""Nobody types faster by hand for long: 17 keys a second."""
_WHILE_S = 0.6
"""Long enough for what must not happen to have happened."""


@pytest.fixture(scope="module")
def desk(
    workplace: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("codes")
    book = write_book(folder / "book.yaml", TEXTS)
    given = ("--book", windows_path(book), "--set", "language=en")
    with Desk(workplace, folder / "data", given) as running:
        assert running.status()["abbreviations"]["on"] is False
        change(running, "abbreviations", "on")
        yield running


@pytest.fixture
def notepad(workplace: Workplace) -> Iterator[Editor]:
    with workplace.notepad() as editor:
        workplace.bring(editor)
        yield editor


@contextmanager
def field(workplace: Workplace, *kind: str) -> Iterator[Editor]:
    """A program that is one field, in front."""
    program = workplace.python(str(HERE / "field.py"), *kind)
    assert program.stdout
    editor = Editor(**json.loads(program.stdout.readline()))
    try:
        assert workplace.probe("front")["pid"] == editor.pid
        # It answers once it takes what comes.
        assert workplace.text(editor) == ""
        yield editor
    finally:
        program.kill()
        program.wait()


def change(desk: Desk, name: str, value: str) -> None:
    """Change a setting, and wait until codes are heard again if they are to be."""
    assert desk.cli("settings", "set", name, value).returncode == 0
    state = desk.status()["abbreviations"]
    if state["on"]:
        wait_for(
            lambda: desk.status()["abbreviations"]["listening"],
            "the listener",
            step=0.1,
        )


def type_keys(desk: Desk, text: str) -> None:
    for character in text:
        desk.hands.tap(_KEYS.get(character, character))
        time.sleep(_TYPIST_S)  # the rhythm of the typist is what is simulated


def holds(workplace: Workplace, editor: Editor, text: str) -> None:
    """Wait until exactly `text` stands in the field, in the line ends of Windows."""
    due = text.replace("\n", "\r\n")
    try:
        wait_for(lambda: workplace.text(editor) == due, "the text")
    except AssertionError:
        assert workplace.text(editor) == due


def stays(workplace: Workplace, desk: Desk, editor: Editor, text: str) -> None:
    """Nothing but `text` is there, and nothing is under way any more."""
    holds(workplace, editor, text)
    time.sleep(_WHILE_S)  # what must not happen gets its time
    wait_for(lambda: not desk.status()["paste_under_way"], "quiet")
    assert workplace.text(editor) == text


def test_a_code_becomes_its_phrase_and_the_clipboard_comes_back(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    workplace.copy(RICH)
    ended = desk.status()["paste_count"]
    type_keys(desk, "well, ;th ")
    holds(workplace, notepad, "well, " + TEXTS["th"])
    last = desk.wait_for_end(ended + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored")
    assert workplace.clipboard(list(RICH)).items() >= RICH.items()


def test_one_code_after_the_other(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    expected = ""
    for code in ("hi", "th", "hi", "hi"):
        type_keys(desk, f";{code} ")
        expected += TEXTS[code]
        holds(workplace, notepad, expected)


def test_what_is_no_code_stays(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    typed = ""
    for text in (";nobody ", "a;hi ", ";;hi ", "; hi ", ";h i "):
        type_keys(desk, text)
        typed += text
        stays(workplace, desk, notepad, typed)


def test_a_corrected_code(desk: Desk, workplace: Workplace, notepad: Editor) -> None:
    type_keys(desk, "ok ;hx")
    desk.hands.tap("backspace")
    type_keys(desk, "i ")
    holds(workplace, notepad, "ok " + TEXTS["hi"])


def test_a_fast_typist_loses_nothing(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    """What is typed behind the space has the code stay, or comes behind the phrase."""
    typed, replaced = "a ;hi bcdefg", f"a {TEXTS['hi']}bcdefg"
    found = []
    for _ in range(15):
        workplace.probe("set_text", notepad.field, "")
        type_keys(desk, typed)
        time.sleep(_WHILE_S)  # what must not happen gets its time
        wait_for(lambda: not desk.status()["paste_under_way"], "quiet")
        found.append(workplace.text(notepad))
    assert set(found) <= {typed, replaced}
    assert replaced in found


def test_a_held_key_is_waited_for(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    type_keys(desk, ";hi")
    desk.hands.down("shift")
    type_keys(desk, " ")
    time.sleep(_WHILE_S)  # how long it is held is what is simulated
    assert workplace.text(notepad) == ";hi "
    desk.hands.up("shift")
    holds(workplace, notepad, TEXTS["hi"])


def test_a_click_within_a_code(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    type_keys(desk, ";hi")
    workplace.click(400, 300)
    type_keys(desk, " ")
    stays(workplace, desk, notepad, ";hi ")


def test_a_code_that_leaves_a_choice_opens_the_panel(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    type_keys(desk, "a ;blank ")
    desk.wait_for_panel()
    holds(workplace, notepad, "a ")
    desk.hands.tap("escape")
    desk.wait_for_panel(is_open=False)
    stays(workplace, desk, notepad, "a ")


def test_a_password_field_types_no_code(desk: Desk, workplace: Workplace) -> None:
    with field(workplace) as plain:
        type_keys(desk, ";hi ")
        holds(workplace, plain, TEXTS["hi"])
    with field(workplace, "password") as secret:
        type_keys(desk, ";hi ")
        stays(workplace, desk, secret, ";hi ")


def test_never_here_and_another_prefix(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    change(desk, "abbreviation_prefix", ",")
    change(desk, "abbreviations_never", "notepad, other")
    type_keys(desk, ",hi ")
    stays(workplace, desk, notepad, ",hi ")
    change(desk, "abbreviations_never", "other")
    type_keys(desk, ",hi ")
    holds(workplace, notepad, ",hi " + TEXTS["hi"])
    change(desk, "abbreviation_prefix", ";")


def test_off_means_that_nobody_listens(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    change(desk, "abbreviations", "off")
    type_keys(desk, ";hi ")
    stays(workplace, desk, notepad, ";hi ")
    change(desk, "abbreviations", "on")
    type_keys(desk, ";hi ")
    holds(workplace, notepad, ";hi " + TEXTS["hi"])
