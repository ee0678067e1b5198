"""A private X server with a window manager, for tests that need a real desktop.

Starts servers and programs and ends them again; knows nothing about qtdesk.
"""

import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import IO, Self

from Xlib import X
from Xlib.display import Display

_DEADLINE_S = 15.0
_MOMENT_S = 0.2


class XServerError(RuntimeError):
    """The server or its window manager did not start."""


class XServer:
    """`with XServer("1600x1000") as server:` gives a display of its own.

    Several sizes give several monitors side by side on one desktop.
    """

    def __init__(
        self,
        size: str | Sequence[str] = "1600x1000",
        *,
        window_manager: Sequence[str] = ("openbox",),
    ) -> None:
        """Remember what to start; an empty `window_manager` starts none."""
        self.sizes = (size,) if isinstance(size, str) else tuple(size)
        self.display = ""
        self._window_manager = tuple(window_manager)
        self._programs: list[subprocess.Popen[str]] = []
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def env(self) -> dict[str, str]:
        """An environment for programs on this display, without the caller's session."""
        env = {
            name: value
            for name, value in os.environ.items()
            if name not in {"WAYLAND_DISPLAY", "XAUTHORITY", "XMODIFIERS"}
        }
        env.update(
            DISPLAY=self.display,
            XDG_SESSION_TYPE="x11",
            GDK_BACKEND="x11",
            QT_QPA_PLATFORM="xcb",
            GTK_IM_MODULE="xim",
            NO_AT_BRIDGE="1",
        )
        return env

    def __enter__(self) -> Self:
        try:
            self._start_server()
            self._divide_into_monitors()
            if self._window_manager:
                self.start(self._window_manager)
                self.wait_for_window_manager()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start(
        self,
        argv: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        stdout: int | IO[str] = subprocess.DEVNULL,
        stderr: int | IO[str] = subprocess.DEVNULL,
    ) -> subprocess.Popen[str]:
        """Start a program on this display; it is ended with the server at the latest.

        `env` is laid over the display's own environment.
        """
        program = subprocess.Popen(
            list(argv),
            env={**self.env, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            text=True,
            start_new_session=True,
        )
        self._programs.append(program)
        return program

    def stop(self, program: subprocess.Popen[str]) -> None:
        """End one program, politely first."""
        _end(program)
        if program in self._programs:
            self._programs.remove(program)

    def close(self) -> None:
        """End all programs and the server."""
        while self._programs:
            _end(self._programs.pop())
        if self._server is not None:
            _end(self._server)
            self._server = None

    def _start_server(self) -> None:
        reading, writing = os.pipe()
        width = sum(width for width, _ in self._pixels)
        height = max(height for _, height in self._pixels)
        try:
            self._server = subprocess.Popen(
                [
                    *("Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"),
                    *("-noreset", "-ac", "-screen", "0", f"{width}x{height}x24"),
                ],
                pass_fds=(writing,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            os.close(writing)
            self.display = f":{_line(reading, 'Xvfb')}"
        finally:
            os.close(reading)

    @property
    def _pixels(self) -> list[tuple[int, int]]:
        pairs = (size.split("x") for size in self.sizes)
        return [(int(width), int(height)) for width, height in pairs]

    def _divide_into_monitors(self) -> None:
        if len(self.sizes) == 1:
            return
        left = 0
        for number, (width, height) in enumerate(self._pixels):
            place = f"{width}/{width // 4}x{height}/{height // 4}+{left}+0"
            output = "none" if number else "screen"
            subprocess.run(
                ["xrandr", "--setmonitor", f"monitor-{number}", place, output],
                env=self.env,
                check=True,
                timeout=_DEADLINE_S,
            )
            left += width

    def wait_for_window_manager(self) -> None:
        """Wait until windows are looked after.

        A window that is mapped while openbox starts may stay unmapped for ever, so
        that what it announces about itself proves nothing: windows are tried out.
        """
        display = Display(self.display)
        try:
            end = time.monotonic() + _DEADLINE_S
            while not _is_looked_after(display):
                if time.monotonic() > end:
                    raise XServerError("the window manager did not start")
        finally:
            display.close()


def _is_looked_after(display: Display) -> bool:
    """Whether a new window becomes visible and is listed, within a moment."""
    root = display.screen().root
    root.change_attributes(event_mask=X.PropertyChangeMask)
    window = root.create_window(0, 0, 9, 9, 0, X.CopyFromParent)
    window.map()
    clients = display.intern_atom("_NET_CLIENT_LIST")
    end = time.monotonic() + _MOMENT_S
    try:
        while True:
            listed = root.get_full_property(clients, X.AnyPropertyType)
            if listed is not None and window.id in listed.value:
                return True
            left = end - time.monotonic()
            if left <= 0:
                return False
            if display.pending_events():
                display.next_event()
            else:
                select.select([display.fileno()], [], [], left)
    finally:
        window.destroy()


def _line(descriptor: int, name: str) -> str:
    """The line that a starting program writes to `descriptor`."""
    text = b""
    end = time.monotonic() + _DEADLINE_S
    while not text.endswith(b"\n"):
        ready, _, _ = select.select(
            [descriptor], [], [], max(0.0, end - time.monotonic())
        )
        piece = os.read(descriptor, 64) if ready else b""
        if not piece:
            raise XServerError(f"{name} did not start")
        text += piece
    return text.decode().strip()


def _end(program: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    if program.poll() is None:
        program.terminate()
        try:
            program.wait(5)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
    for stream in (program.stdout, program.stderr):
        if stream is not None:
            stream.close()
