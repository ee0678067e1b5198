"""An ordinary copy, for an agent at a terminal: pyperclip, without Qt.

Pasting into a chat window is another matter, and none of the command line's.
"""

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator

import pyperclip  # type: ignore[import-untyped]  # it ships no types

from qtdesk.core.errors import DesktopError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_SECONDS = 1.0
_RETRY_SECONDS = 0.02
_WAYLAND = {"wl-copy": "wl-clipboard"}
_X11 = {"xclip": "xclip", "xsel": "xsel"}


def copy(text: str) -> None:
    """Put `text` on the clipboard, where it stays when we are gone.

    Raises:
        DesktopError: there is no tool for it, or the tool did not do it.
    """
    if sys.platform != "linux":
        pyperclip.copy(text)
        return
    program = tool()
    if program is None:
        raise DesktopError(
            words(QT_TRANSLATE_NOOP("core", "There is no clipboard to copy to.")),
            hint=words(QT_TRANSLATE_NOOP("core", "{advice}"), advice=advice()),
        )
    # Named, because pyperclip's own choice may load a Qt that happens to be there.
    pyperclip.set_clipboard({**_WAYLAND, **_X11}[program])
    with _output_kept_from_children():
        pyperclip.copy(text)
        arrived = _arrived(text)
    if not arrived:
        raise DesktopError(
            words(
                QT_TRANSLATE_NOOP("core", "{program} did not take the text."),
                program=program,
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Run the command within the desktop.")
            ),
        )


def tool() -> str | None:
    """The program that reaches the clipboard of this Linux desktop, or None."""
    programs: list[str] = []
    if os.environ.get("WAYLAND_DISPLAY"):
        programs += _WAYLAND
    if os.environ.get("DISPLAY"):
        programs += _X11
    return next((program for program in programs if shutil.which(program)), None)


def advice() -> str:
    """What to do where there is no `tool`."""
    if os.environ.get("WAYLAND_DISPLAY"):
        return "Install wl-clipboard."
    if os.environ.get("DISPLAY"):
        return "Install xclip."
    return "Run the command within the desktop: DISPLAY is not set."


def _arrived(text: str) -> bool:
    # The tools report no failure; and their children may be a moment late.
    deadline = time.monotonic() + _SECONDS
    while pyperclip.paste() != text:
        if time.monotonic() > deadline:
            return False
        time.sleep(_RETRY_SECONDS)
    return True


@contextlib.contextmanager
def _output_kept_from_children() -> Iterator[None]:
    """Let the tool that stays behind to hold the text not hold our output, too.

    Whoever reads our output through a pipe would wait for its end until somebody else
    copies something.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    kept = {number: os.dup(number) for number in (1, 2)}
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for number in kept:
            os.dup2(nowhere, number)
        yield
    finally:
        for number, original in kept.items():
            os.dup2(original, number)
            os.close(original)
        os.close(nowhere)
