"""The main job on Windows: hotkey, a few letters, Enter; the text is in the window."""

from collections.abc import Iterator

import pytest

from tests.desktop.desk_session import write_book
from tests.desktop.waiting import wait_for
from tests.wine.desk import Desk
from tests.wine.lab import windows_path
from tests.wine.workplace import UNICODE_TEXT, Editor, Workplace

TEXTS = {
    "q1": "在的，亲，马上为您查。",
    "q2": "好的😊 一家人👨‍👩‍👧 𠮷",
    "q3": "第一行\n第二行：满 300 减 20\n\n\tTab and “quotes” & <b>bold</b>",
}
RICH = {
    UNICODE_TEXT: "我自己复制的".encode("utf-16-le") + b"\0\0",
    "HTML Format": b"Version:0.9\r\n<b>mine</b>",
    "Rich Text Format": rb"{\rtf1 mine}",
    "a format of our own": bytes(range(256)),
}


@pytest.fixture(scope="module")
def desk(
    workplace: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """One run for all editors, of which each is ended in front."""
    folder = tmp_path_factory.mktemp("pastes")
    book = write_book(folder / "book.yaml", TEXTS)
    given = ("--book", windows_path(book), "--set", "language=en")
    with Desk(workplace, folder / "data", given) as running:
        yield running


@pytest.fixture
def notepad(workplace: Workplace) -> Iterator[Editor]:
    with workplace.notepad() as editor:
        yield editor


@pytest.fixture
def wordpad(workplace: Workplace) -> Iterator[Editor]:
    with workplace.wordpad() as editor:
        yield editor


@pytest.fixture(params=["notepad", "wordpad"])
def editor(request: pytest.FixtureRequest) -> Editor:
    started: Editor = request.getfixturevalue(request.param)
    return started


def holds(workplace: Workplace, editor: Editor, text: str) -> None:
    """Wait until exactly `text` stands in the field, in the line ends of Windows."""
    due = text.replace("\n", "\r\n")
    try:
        wait_for(lambda: workplace.text(editor) == due, "the text")
    except AssertionError:
        assert workplace.text(editor) == due


def clipboard_is(workplace: Workplace, contents: dict[str, bytes]) -> bool:
    """Whether these formats are there, with what belongs to them."""
    found = workplace.clipboard(list(contents))
    return {name: found.get(name) for name in contents} == contents


@pytest.mark.parametrize("code", TEXTS)
def test_a_phrase_lands_exactly_and_the_clipboard_comes_back(
    desk: Desk, workplace: Workplace, editor: Editor, code: str
) -> None:
    before = desk.status()["paste_count"]
    workplace.copy(RICH)
    workplace.bring(editor)
    desk.choose(code)
    last = desk.wait_for_end(before + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored"), last
    holds(workplace, editor, TEXTS[code])
    assert clipboard_is(workplace, RICH)
    assert workplace.probe("front")["pid"] == editor.pid


def test_escape_changes_nothing(
    desk: Desk, workplace: Workplace, editor: Editor
) -> None:
    before = desk.status()["paste_count"]
    workplace.copy(RICH)
    workplace.bring(editor)
    desk.open_panel()
    desk.hands.tap("escape")
    desk.wait_for_panel(is_open=False)
    wait_for(
        lambda: workplace.probe("front")["pid"] == editor.pid, "the editor in front"
    )
    assert workplace.text(editor) == ""
    assert clipboard_is(workplace, RICH)
    assert desk.status()["paste_count"] == before
