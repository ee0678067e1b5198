"""The way to the running instance on Windows: a named pipe.

Pipes cannot be watched by an event loop: a thread lets visitors in, one more for each
reads his request, puts it aside and rings a bell, a socket the event loop can watch;
answers are made on the loop's own thread. A lock that dies with its process decides who
the one instance is. It leaves a key at the address, where only the user can read: the
pipe's name is made of it, and with it the instance proves to be the one that left it.
"""

import contextlib
import hashlib
import hmac
import os
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

from qtdesk.ipc.wire import (
    LONGEST_LINE,
    Handler,
    Message,
    NotRunningError,
    answer_line,
    no_answer,
    read_answer,
    request_line,
)

assert sys.platform == "win32"  # noqa: S101 - tells mypy to skip the rest elsewhere

import msvcrt  # noqa: E402 - exists on the right side of the line above only

from qtdesk.ipc.private_pipe import Connection, Pipe, visit  # noqa: E402 - as above

_CLAIM_SECONDS = 3.0
_RETRY_SECONDS = 0.02
_FREE_SECONDS = 0.5
"""How long readers of the key, and virus scanners, may have it open."""
_PATIENCE_SECONDS = 2.0
"""How long a visitor may take to say what he wants."""
_KEY_BYTES = 32
_PROOF_BYTES = 32

_T = TypeVar("_T")


def ask(address: str, request: Message, timeout: float = 2.0) -> Message:
    """Send `request` to the instance at `address`; its answer within `timeout` seconds.

    Raises:
        NotRunningError: nobody is there.
        RunningError: no answer in time, or the request was refused.
    """
    line = request_line(request)
    deadline = time.monotonic() + timeout
    question = secrets.token_bytes(_KEY_BYTES)
    try:
        key = _when_free(Path(address).read_bytes)
        with visit(_name(key), timeout) as connection:
            connection.send_bytes(question + line)
            if not connection.poll(max(deadline - time.monotonic(), 0.0)):
                raise no_answer()
            answer = connection.recv_bytes()
    except FileNotFoundError as nobody:
        raise NotRunningError from nobody
    except (OSError, EOFError) as silence:
        raise no_answer() from silence
    if not hmac.compare_digest(answer[:_PROOF_BYTES], _proof(key, question)):
        raise no_answer()
    return read_answer(answer[_PROOF_BYTES:])


def _when_free(work: Callable[[], _T]) -> _T:
    """Do `work` with a file that somebody may have open for the moment."""
    deadline = time.monotonic() + _FREE_SECONDS
    while True:
        try:
            return work()
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_RETRY_SECONDS)


def _name(key: bytes) -> str:
    return rf"\\.\pipe\qtdesk-{hashlib.sha256(key).hexdigest()[:32]}"


def _proof(key: bytes, question: bytes) -> bytes:
    return hmac.digest(key, question, "sha256")


class Server:
    """The end of the running instance, for the event loop that it lives in."""

    def __init__(self, address: str, handler: Handler) -> None:
        """Nothing is reachable before `claim`."""
        self._address = Path(address)
        self._handler = handler
        self._key = secrets.token_bytes(_KEY_BYTES)
        self._lock: int | None = None
        self._pipe: Pipe | None = None
        self._requests: SimpleQueue[tuple[Connection, bytes]] = SimpleQueue()
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._rope.setblocking(False)

    def claim(self) -> bool:
        """Become the one instance; False where another one is, and answers.

        Raises:
            RunningError: another one is, and does not answer.
        """
        deadline = time.monotonic() + _CLAIM_SECONDS
        while not self._take_lock():
            left = max(deadline - time.monotonic(), 0.0)
            try:
                ask(str(self._address), {"do": "ping"}, left)
            except NotRunningError:
                # It has the lock: it is just starting, or just ending.
                if not left:
                    raise no_answer() from None
                time.sleep(_RETRY_SECONDS)
            else:
                return False
        self._pipe = Pipe(_name(self._key))
        threading.Thread(target=self._let_in, args=(self._pipe,), daemon=True).start()
        self._publish_key()
        return True

    def _take_lock(self) -> bool:
        lock = os.open(f"{self._address}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(lock)
            return False
        self._lock = lock
        return True

    def _publish_key(self) -> None:
        """Put the key at the address, in one step: a half one would lock all out."""
        fresh = self._address.with_name(f"{self._address.name}.new")
        fresh.write_bytes(self._key)
        _when_free(lambda: fresh.replace(self._address))

    def fileno(self) -> int:
        """What the event loop is to watch: readable when `accept_ready` is due."""
        return self._bell.fileno()

    def accept_ready(self) -> None:
        """Answer all that is waiting, without waiting for more.

        The handler is called in here. What it raises, other than a refusal in words,
        passes through; only the visitor concerned goes without an answer.
        """
        # One stroke for each request: where one raises, the others ring on.
        with contextlib.suppress(BlockingIOError):
            while self._pipe is not None and self._bell.recv(1):
                self._answer(*self._requests.get_nowait())

    def _answer(self, visitor: Connection, said: bytes) -> None:
        question, line = said[:_KEY_BYTES], said[_KEY_BYTES:]
        with visitor:
            answer = answer_line(line, self._handler)
            with contextlib.suppress(OSError):
                visitor.send_bytes(_proof(self._key, question) + answer)

    def _let_in(self, pipe: Pipe) -> None:
        """Run by a thread until the pipe is closed."""
        while visitor := pipe.visitor():
            threading.Thread(target=self._listen, args=(visitor,), daemon=True).start()

    def _listen(self, visitor: Connection) -> None:
        """Run by the thread of one visitor."""
        try:
            if visitor.poll(_PATIENCE_SECONDS):
                said = visitor.recv_bytes(_KEY_BYTES + LONGEST_LINE)
                self._requests.put((visitor, said))
                self._rope.send(b"!")
                return
        except (OSError, EOFError):
            pass  # he went away, or we did
        visitor.close()

    def close(self) -> None:
        """Be reachable no more; the address is free at once."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
            # A key that stays behind leads nowhere.
            with contextlib.suppress(PermissionError):
                _when_free(lambda: self._address.unlink(missing_ok=True))
        with contextlib.suppress(Empty):
            while True:
                self._requests.get_nowait()[0].close()
        self._bell.close()
        self._rope.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
            # Whoever takes it in this moment has it open, and it stays.
            with contextlib.suppress(OSError):
                Path(f"{self._address}.lock").unlink()
