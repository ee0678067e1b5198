"""An application with an event loop and a handler, for tests to talk to."""

import select
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from qtdesk.core.errors import SettingsError
from qtdesk.core.words import Words
from qtdesk.ipc import Handler, Message

SECONDS = 10.0


class AServer(Protocol):
    def claim(self) -> bool: ...
    def fileno(self) -> int: ...
    def accept_ready(self) -> None: ...
    def close(self) -> None: ...


class Application:
    """An event loop in a thread, as Qt's would be: it watches one number."""

    def __init__(self, server: AServer) -> None:
        self.server = server
        self.faults: list[BaseException] = []
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self._thread.start()

    def _run(self) -> None:
        watched = [self.server.fileno(), self._woken.fileno()]
        while True:
            readable, _, _ = select.select(watched, [], [], SECONDS)
            if self._woken.fileno() in readable or not readable:
                return
            try:
                self.server.accept_ready()
            except ZeroDivisionError as fault:
                self.faults.append(fault)

    def stop(self) -> None:
        self._wake.send(b"!")
        self._thread.join(SECONDS)
        self._wake.close()
        self._woken.close()
        self.server.close()


def answer(request: Message) -> Message:
    match request["do"]:
        case "echo":
            return {"echo": request["text"]}
        case "divide":
            return {"one": 1 // 0}
        case "large":
            return {"large": "x" * 40_000}
        case _:
            raise SettingsError(Words("No."), Words("Because."), Words("Leave it."))


@contextmanager
def running(
    made: Callable[[str, Handler], AServer], address: str, handler: Handler = answer
) -> Iterator[Application]:
    """A server of this kind at `address`, with `handler` behind it."""
    application = Application(made(address, handler))
    assert application.server.claim()
    application.start()
    try:
        yield application
    finally:
        application.stop()
