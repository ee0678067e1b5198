"""Windows itself, for the contract suites: other programs, hands on the keys."""

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qtdesk.platforms.windows import WindowsDesktop, codes
from qtdesk.platforms.windows.inputs import Key, key_input
from tests.real_clock import RealClock

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings import open_windows

ROOT = Path(__file__).parents[3]
PAUSE_S = 0.1
ANSWER_S = 30.0
"""For another program, which on a busy machine takes its time to start."""
KEYS = {
    "ctrl": codes.VK_LCONTROL,
    "alt": codes.VK_LMENU,
    "shift": codes.VK_LSHIFT,
    "super": codes.VK_LWIN,
    "enter": codes.VK_RETURN,
    "space": 0x20,
}


class RealWindows:
    """The backend on Windows itself, and the loop that serves it."""

    def __init__(self, folder: Path) -> None:
        self.clock = RealClock()
        self.win32 = open_windows()
        self.platform = WindowsDesktop(self.win32, self.clock)
        self._folder = folder
        self._programs: list[Program] = []
        self._down: list[str] = []

    def close(self) -> None:
        for key in tuple(self._down):
            self.key(key, down=False)
        for program in self._programs:
            program.end()
        self.wait(lambda: False, PAUSE_S)
        self.platform.close()

    def program(self, name: str) -> "Program":
        program = Program(self, name, self._folder)
        self._programs.append(program)
        return program

    def serve(self) -> None:
        self.platform.dispatch()
        self.clock.run_due()

    def wait(self, until: Callable[[], object], seconds: float = 5.0) -> bool:
        """Serve until `until` holds; False if `seconds` were not enough."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                return False
            self.serve()
            time.sleep(0.001)
        return True

    def key(self, name: str, *, down: bool) -> None:
        number = KEYS.get(name) or ord(name.upper())
        keys = self.win32.keys
        key = Key(number, keys.scan_code(number, keys.layout(0)))
        assert keys.send(key_input(key, up=not down)) == 1
        (self._down.append if down else self._down.remove)(name)

    def tap(self, combo: str) -> None:
        names = combo.split("+")
        for name in names:
            self.key(name, down=True)
        for name in reversed(names):
            self.key(name, down=False)


class Program:
    """`peer.py` under a name of its own."""

    def __init__(self, world: RealWindows, name: str, folder: Path) -> None:
        self._world = world
        self.handle = 0
        """Of its window, once that is open."""
        executable = folder / f"{name}.exe"
        if not executable.exists():
            shutil.copy(sys.executable, executable)
        home = Path(sys.executable).parent
        self._process = subprocess.Popen(
            [str(executable), "-m", "tests.platforms.windows.peer"],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONHOME": str(home),
                "PATH": f"{home};{os.environ['PATH']}",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, call: str, *arguments: Any) -> Any:
        """Have it do something; our own windows are served meanwhile."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps([call, *arguments]) + "\n")
        self._process.stdin.flush()
        assert self._world.wait(lambda: not self._answers.empty(), ANSWER_S), call
        return json.loads(self._answers.get())

    def end(self) -> None:
        """Without a word, whatever it promised."""
        self._process.kill()
        self._process.wait(10.0)
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()

    def _listen(self) -> None:
        assert self._process.stdout
        with self._process.stdout as answers:
            for line in answers:
                self._answers.put(line)
