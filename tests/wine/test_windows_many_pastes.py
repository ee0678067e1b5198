"""Paste after paste: ordinary and slow programs, alone and beside a greedy reader.

`--times 25` makes 300 pastes of the 12.
"""

import itertools
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.desktop.desk_session import write_book
from tests.wine.desk import Desk
from tests.wine.lab import windows_path
from tests.wine.workplace import UNICODE_TEXT, Editor, Workplace

TEXTS = {
    f"q{number}": text
    for number, text in enumerate(
        [
            "在的，亲，马上为您查。",
            "好的😊 一家人👨‍👩‍👧 𠮷",
            "第一行\n第二行：满 300 减 20\n\n\tTab",
            "您好" * 600,
            "ASCII only, and “quotes” & <b>bold</b>",
        ]
    )
}
PASTES = 2
UNSEEN_S = 2
"""How long a reading is waited for that somebody else's has hidden: every time, whole.
More than three times as long as the late editor takes."""
MINE = {
    UNICODE_TEXT: "我自己复制的".encode("utf-16-le") + b"\0\0",
    "a format of our own": bytes(range(256)),
}


@pytest.fixture(scope="module", params=["alone", "beside a greedy reader"])
def company(request: pytest.FixtureRequest, workplace: Workplace) -> Iterator[str]:
    with ExitStack() as programs:
        if request.param != "alone":
            programs.enter_context(workplace.greedy_reader())
        yield request.param


@pytest.fixture(scope="module")
def desk(
    company: str, workplace: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """The program, started only when its company is there."""
    folder = tmp_path_factory.mktemp("many")
    book = write_book(folder / "book.yaml", TEXTS)
    given = ["--book", windows_path(book), "--set", "language=en"]
    if company != "alone":
        given += ["--set", f"paste_timeout={UNSEEN_S}"]
    with Desk(workplace, folder / "data", given) as running:
        yield running


@pytest.fixture(params=["notepad", "wordpad", "late_editor"])
def editor(request: pytest.FixtureRequest, workplace: Workplace) -> Iterator[Editor]:
    with getattr(workplace, request.param)() as started:
        yield started


def test_every_paste_is_exact_and_the_clipboard_comes_back(
    desk: Desk,
    workplace: Workplace,
    editor: Editor,
    company: str,
    request: pytest.FixtureRequest,
) -> None:
    codes = itertools.cycle(TEXTS)
    before = desk.status()["paste_count"]
    for count in range(1, PASTES * request.config.getoption("times") + 1):
        workplace.copy(MINE)
        workplace.clear(editor)
        workplace.bring(editor)
        code = next(codes)
        desk.choose(code)
        last = desk.wait_for_end(before + count)
        due = TEXTS[code].replace("\n", "\r\n")
        if company == "alone" or last["reason"] != "unseen":
            assert (last["outcome"], last["fate"]) == ("pasted", "restored"), last
            assert workplace.text(editor) == due, (count, last)
            found = workplace.clipboard(list(MINE))
            assert {name: found.get(name) for name in MINE} == MINE, count
        else:
            # Whoever reads first hides the target's reading, or even keeps it out by
            # having the clipboard open. The agent is told to look, and has a copy.
            assert (last["outcome"], last["fate"]) == ("unconfirmed", "replaced"), last
            assert workplace.text(editor) in {due, ""}, (count, last)
            assert workplace.clipboard_text() == due, count
