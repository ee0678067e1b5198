"""A Windows desktop of the lab: a screen, the programs on it, and eyes within.

Knows nothing of qtdesk but the way to ask it.
"""

import base64
import json
import select
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, NamedTuple, Self

from tests.desktop.hands import Hands
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer
from tests.wine.lab import Lab, windows_path
from tests.wine.making import HERE, ROOT, LabError
from tests.wine.prefix import SCREEN

UNICODE_TEXT = "13"
"""The name of ordinary text among the formats of the clipboard."""


class Editor(NamedTuple):
    """A program that takes text: its process, its window, and the field in it."""

    pid: int
    window: int
    field: int


class Workplace:
    """Use it in a `with`; everything that was started ends with it."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        self.server = XServer(SCREEN)
        self._opened = ExitStack()
        self._programs: list[subprocess.Popen[bytes]] = []
        self._editors: list[Editor] = []

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            opening.enter_context(self.server)
            opening.callback(self._end_programs)
            self._probe = self.python(str(HERE / "probe.py"), talk=True)
            self.hands = Hands(self.server.display)
            opening.callback(self.hands.close)
            self._opened = opening.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def _end_programs(self) -> None:
        self._lab.end_programs()
        for program in self._programs:
            program.kill()
            program.wait()
            for stream in (program.stdin, program.stdout, program.stderr):
                if stream is not None:
                    stream.close()

    def python(self, *arguments: str, talk: bool = False) -> subprocess.Popen[bytes]:
        """Start Windows' Python; its output is to be read, or it stops in the end."""
        program = subprocess.Popen(
            self._lab.python(*arguments),
            cwd=ROOT,
            env=self._lab.environment(self.server.display),
            stdin=subprocess.PIPE if talk else subprocess.DEVNULL,
            # Pipes only: a Windows Python ends at once where its output is a file.
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if talk else subprocess.STDOUT,
        )
        self._programs.append(program)
        return program

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Windows' Python to its end."""
        return subprocess.run(
            self._lab.python(*arguments),
            cwd=ROOT,
            env=self._lab.environment(self.server.display),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=DEADLINE_S,
        )

    def probe(self, question: str, *arguments: Any) -> Any:
        """Ask inside; see `_ANSWERS` in probe.py for what can be asked.

        Raises:
            LabError: it could not be done, or no answer came.
        """
        asking, answering = self._probe.stdin, self._probe.stdout
        assert asking
        assert answering
        asking.write(json.dumps([question, *arguments]).encode() + b"\n")
        asking.flush()
        if not select.select([answering], [], [], DEADLINE_S)[0]:
            raise LabError(f"{question} is not answered")
        told = json.loads(answering.readline() or b'{"problem": "it has ended"}')
        if "problem" in told:
            raise LabError(f"{question}: {told['problem']}")
        return told["answer"]

    def click(self, x: int, y: int) -> None:
        """Press the mouse there, as a hand does."""
        subprocess.run(
            ["xdotool", "mousemove", str(x), str(y), "click", "1"],
            env=self.server.env,
            check=True,
            timeout=DEADLINE_S,
        )

    # --- programs -----------------------------------------------------------------

    def notepad(self) -> AbstractContextManager[Editor]:
        return self._editor("notepad.exe", "Edit")

    def wordpad(self) -> AbstractContextManager[Editor]:
        folder = r"C:\Program Files\Windows NT\Accessories"
        return self._editor(rf"{folder}\wordpad.exe", "RichEdit20W")

    def late_editor(self) -> AbstractContextManager[Editor]:
        """One that reads the clipboard long after the chord."""
        script = windows_path(HERE / "late_editor.py")
        return self._editor("python.exe", "Edit", script)

    @contextmanager
    def _editor(
        self, program: str, field_class: str, *arguments: str
    ) -> Iterator[Editor]:
        editor = Editor(**self.probe("start", [program, *arguments], field_class))
        self._editors.append(editor)
        try:
            yield editor
        finally:
            self._editors.remove(editor)
            self.probe("stop", editor.pid)

    @contextmanager
    def greedy_reader(self) -> Iterator[None]:
        """A program that reads every new clipboard, from now on."""
        program = self.python("-m", "tests.wine.greedy_reader")
        assert program.stdout
        assert program.stdout.readline().strip() == b"reads"
        try:
            yield
        finally:
            program.kill()
            program.wait()

    def forget_keys(self) -> None:
        """Let all editors know that the keys of the hotkey are up.

        Windows tells a program so when it comes to the front; Wine 8 does not.
        """
        for editor in self._editors:
            self.probe("forget_keys", editor.window)

    def bring(self, editor: Editor) -> None:
        """Put it in front, and wait until it is."""
        self.probe("bring", editor.window)
        wait_for(lambda: self.probe("front")["pid"] == editor.pid, "it to be in front")

    def clear(self, editor: Editor) -> None:
        self.probe("set_text", editor.field, "")

    def text(self, editor: Editor) -> str:
        """What stands in it, exactly, with line ends as the program has them."""
        return str(self.probe("text", editor.field))

    # --- the clipboard ------------------------------------------------------------

    def copy(self, contents: Mapping[str, bytes]) -> None:
        """Put these formats on the clipboard, as another program would."""
        told = {
            name: base64.b64encode(data).decode() for name, data in contents.items()
        }
        self.probe("write_clipboard", told)

    def clipboard(self, names: Sequence[str]) -> dict[str, bytes]:
        """All formats that are there; the content of those in `names`."""
        told = self.probe("read_clipboard", list(names))
        return {name: base64.b64decode(content) for name, content in told.items()}

    def clipboard_text(self) -> str:
        """Its ordinary text, which ends at a zero."""
        held = self.clipboard([UNICODE_TEXT])[UNICODE_TEXT]
        return held.decode("utf-16-le", "surrogatepass").partition("\0")[0]
