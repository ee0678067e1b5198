"""The parent's end: start the listener, hear its lines, and start it anew if it fails.

Never waits for it. A listener that cannot be kept alive is given up and said so.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from qtdesk.core.ports import Clock
from qtdesk.platforms.listener.protocol import (
    VERSION,
    Alive,
    Ask,
    CodeDropped,
    CodeFollowed,
    CodeTyped,
    Deaf,
    GoOn,
    Greeting,
    Heard,
    Listening,
    Message,
    Ping,
    PrefixTyped,
    decode,
    encode,
)

START_S = 10.0
"""A listener that has not said that it listens by then never will."""
PING_S = 60.0
ANSWER_S = 10.0
"""How long a listener may take to answer; a machine may be busy or asleep."""
RESTART_PAUSES_S = (0.2, 1.0, 5.0)
"""One that ends each time soon after its start is given up at last."""

_WITHOUT_CONSOLE = 0
if sys.platform == "win32":
    _WITHOUT_CONSOLE = subprocess.CREATE_NO_WINDOW


class Pipe(Protocol):
    """Lines from the listener, as they arrive."""

    def attach(
        self, process: "subprocess.Popen[bytes]", arrived: Callable[[bytes], None]
    ) -> None:
        """Call `arrived` for every line, and with an empty one at the end."""
        ...

    def detach(self) -> None:
        """Call it no more."""
        ...


class Listener:
    """One listener at a time, between `start` and `stop`."""

    def __init__(
        self,
        clock: Clock,
        pipe: Pipe,
        command: Sequence[str],
        environment: dict[str, str],
        heard: Callable[[Heard], None],
        changed: Callable[[bool, str], None],
    ) -> None:
        """Prepare; nothing is started yet.

        `changed` is called with whether keys are heard, and with the name of the
        reason where they never will be.
        """
        self._clock = clock
        self._pipe = pipe
        self._command = command
        self._environment = environment
        self._heard = heard
        self._changed = changed
        self._process: subprocess.Popen[bytes] | None = None
        self._ask = Ask("", ())
        self._greeted = False
        self._failures = 0
        self._cancel: Callable[[], None] = _nothing

    def start(self, prefix: str, never: frozenset[str]) -> None:
        """Listen for `prefix`; anew where something else was listened for."""
        self.stop()
        self._ask = Ask(prefix, tuple(sorted(never)))
        self._failures = 0
        self._launch()

    def stop(self) -> None:
        """End the listener."""
        self._cancel()
        self._cancel = _nothing
        process, self._process = self._process, None
        if process is None:
            return
        self._pipe.detach()
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)
        process.wait()

    def go_on(self) -> None:
        """Tell it that the last code is settled."""
        self._say(GoOn())

    def _launch(self) -> None:
        self._greeted = False
        try:
            self._process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                creationflags=_WITHOUT_CONSOLE,
            )
        except OSError:
            self._fail()
            return
        self._pipe.attach(self._process, self._on_line)
        self._say(self._ask)
        self._after(START_S, self._fail)

    def _say(self, message: Message) -> None:
        if self._process is None or self._process.stdin is None:
            return
        try:
            self._process.stdin.write(encode(message))
        except OSError:
            self._fail()

    def _on_line(self, line: bytes) -> None:
        try:
            self._on_message(decode(line))
        except ValueError:
            # Its end, or nonsense; neither is a listener any more.
            self._fail()

    def _on_message(self, message: Message) -> None:
        if isinstance(message, Greeting):
            self._greeted = message.version == VERSION
        elif not self._greeted:
            raise ValueError("another edition of the listener")
        elif isinstance(message, Deaf):
            self._give_up(message.why)
        elif isinstance(message, Listening):
            self._changed(True, "")
            self._after(PING_S, self._ping)
        elif isinstance(message, Alive):
            self._after(PING_S, self._ping)
        elif isinstance(message, PrefixTyped | CodeDropped | CodeTyped | CodeFollowed):
            self._heard(message)
        else:
            raise ValueError("not for a parent")

    def _ping(self) -> None:
        self._failures = 0
        self._after(ANSWER_S, self._fail)
        self._say(Ping())

    def _fail(self) -> None:
        """It has ended, hangs or talks nonsense: try another one, but not for ever."""
        self.stop()
        if self._failures == len(RESTART_PAUSES_S):
            self._give_up("ended")
            return
        pause = RESTART_PAUSES_S[self._failures]
        self._failures += 1
        self._changed(False, "")
        self._after(pause, self._launch)

    def _give_up(self, why: str) -> None:
        self.stop()
        self._changed(False, why)

    def _after(self, seconds: float, step: Callable[[], None]) -> None:
        self._cancel()
        self._cancel = self._clock.call_later(seconds, step)


def _close(stream: object) -> None:
    close = getattr(stream, "close", _nothing)
    try:
        close()
    except OSError:
        # The other end went first.
        return


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
