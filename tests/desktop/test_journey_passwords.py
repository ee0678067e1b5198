"""Codes typed into a real form: a field for a password stays exactly as it was typed.

Its program tells on the accessibility bus which of its fields has the focus.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.accessible import AccessibleBus
from tests.desktop.conftest import need
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.programs import Workplace
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for
from tests.desktop.xserver import XServer

_FORM = Path(__file__).parent / "peers" / "form.py"
_TEXT = "您好，在的。"
_KEYS = {";": "semicolon", " ": "space"}
_TYPIST_S = 0.03
_WHILE_S = 0.4
"""Long enough for what must not happen to have happened."""


class Form:
    """The program, with the keyboard in its first field."""

    def __init__(self, place: Workplace) -> None:
        self._file = place.folder / "form.json"
        self._file.unlink(missing_ok=True)
        environment = {**place.bus.env, "QT_QPA_PLATFORM": "xcb"}
        self._place = place
        argv = [sys.executable, str(_FORM), str(self._file)]
        self._program = place.server.start(argv, env=environment)
        wait_for(self._file.exists, "the form")
        place.screen.activate(place.screen.wait_for_window("form", "Sign in"))

    def fields(self) -> tuple[str, str]:
        """What stands in the field for the name, and in that for the password."""
        name, password = json.loads(self._file.read_text(encoding="utf-8"))
        return name, password

    def holds(self, name: str, password: str) -> None:
        due = (name, password)
        try:
            wait_for(lambda: self.fields() == due, "the texts")
        except AssertionError:
            assert self.fields() == due

    def stays(self, name: str, password: str) -> None:
        self.holds(name, password)
        time.sleep(_WHILE_S)  # what must not happen gets its time
        assert self.fields() == (name, password)

    def close(self) -> None:
        self._place.server.stop(self._program)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    need("Xvfb", "openbox", "xdotool", "dbus-daemon")
    folder = tmp_path_factory.mktemp("form")
    with XServer() as server:
        screen = Screen(server.env)
        bus = AccessibleBus(server, folder)
        yield Workplace(server, screen, bus, folder)
        bus.close()
        screen.close()


@pytest.fixture(scope="module")
def desk(place: Workplace) -> Iterator[DeskSession]:
    book = write_book(place.folder / "book.yaml", {"hi": _TEXT})
    options = ("--set", "abbreviations=on")
    bus = {"DBUS_SESSION_BUS_ADDRESS": place.bus.address}
    with DeskSession(place, place.folder / "data", book, options, env=bus) as session:
        wait_for(lambda: session.status()["abbreviations"]["listening"], "the listener")
        yield session


@pytest.fixture
def form(place: Workplace) -> Iterator[Form]:
    shown = Form(place)
    yield shown
    shown.close()


def type_keys(desk: DeskSession, text: str) -> None:
    for character in text:
        desk.hands.tap(_KEYS.get(character, character))
        time.sleep(_TYPIST_S)  # the rhythm of the typist is what is simulated


def go_on(desk: DeskSession, keys: str) -> None:
    """Go to another field, and take the time that people take for it."""
    desk.hands.tap(keys)
    time.sleep(_WHILE_S)  # a person's own


def test_a_password_is_never_replaced(desk: DeskSession, form: Form) -> None:
    type_keys(desk, ";hi ")
    form.holds(_TEXT, "")
    go_on(desk, "tab")
    type_keys(desk, ";hi ")
    form.stays(_TEXT, ";hi ")
    go_on(desk, "shift+tab")
    desk.hands.tap("end")
    type_keys(desk, ";hi ")
    form.holds(_TEXT * 2, ";hi ")
