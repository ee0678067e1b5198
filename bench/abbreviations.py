"""From the space behind a typed code until its phrase is in the program.

And what listening costs while somebody types ordinary text: six keys a second.
"""

import time
from pathlib import Path

from bench.paste import until_there, workplace
from bench.process import cpu_seconds, wakeups
from bench.running import bench
from bench.series import Series
from tests.desktop.browser import Chromium
from tests.desktop.chat import Pidgin
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.programs import Mousepad, ReceivingProgram
from tests.desktop.waiting import wait_for

_ROUNDS = 30
_TEXT = "您好，现货付款后按顺序打包，发出后订单里会有单号。\n您是赶着用吗？"
_KEY_S = 0.06
"""Between two keys of a code, as a quick typist types what the fingers know."""
_TYPING_S = 1 / 6
_ORDINARY = "thank you for waiting we look at it now "
_SPANS = 3


def measure() -> list[Series]:
    found: list[Series] = []
    with bench() as benched, workplace(benched) as place:
        book = write_book(benched.folder / "codes.yaml", {"hi": _TEXT})
        options = ("--set", "abbreviations=on")
        with DeskSession(place, benched.folder / "codes", book, options) as desk:
            wait_for(lambda: desk.status()["abbreviations"]["listening"], "listener")
            for kind in (Pidgin, Mousepad, Chromium):
                program = kind(place)
                program.start()
                try:
                    found.append(_replacing(program, desk))
                    if kind is Mousepad:
                        found += _listening(program, desk)
                finally:
                    program.stop()
    return found


def _replacing(program: ReceivingProgram, desk: DeskSession) -> Series:
    took = []
    for number in range(_ROUNDS + 1):
        program.clear()
        program.focus()
        ended = desk.status()["paste_count"]
        for key in ("semicolon", "h", "i"):
            desk.hands.tap(key)
            time.sleep(_KEY_S)  # the rhythm of the typist is what is simulated
        began = time.perf_counter()
        desk.hands.tap("space")
        took.append(until_there(program, began, _TEXT) * 1000)
        desk.wait_for_end(ended + 1)
        if not number:  # the first one loads fonts
            took.clear()
    return Series(f"{program.name}: space behind a code", "ms", took)


def _listening(program: ReceivingProgram, desk: DeskSession) -> list[Series]:
    """Of the process that hears keys, and of qtdesk beside it."""
    found = []
    processes = {"listener": _child_of(desk.program.pid), "qtdesk": desk.program.pid}
    woken: dict[str, list[float]] = {name: [] for name in processes}
    busy: dict[str, list[float]] = {name: [] for name in processes}
    program.focus()
    for _ in range(_SPANS):
        before = {n: (wakeups(pid), cpu_seconds(pid)) for n, pid in processes.items()}
        began = time.perf_counter()
        for key in _ORDINARY:
            desk.hands.tap("space" if key == " " else key)
            time.sleep(_TYPING_S)  # the rhythm of the typist is what is simulated
        span = time.perf_counter() - began
        for name, pid in processes.items():
            woken[name].append((wakeups(pid) - before[name][0]) / span)
            busy[name].append((cpu_seconds(pid) - before[name][1]) / span * 1000)
    for name in processes:
        found.append(Series(f"typing, wake-ups of the {name}", "1/s", woken[name]))
        found.append(Series(f"typing, processor for the {name}", "ms/s", busy[name]))
    return found


def _child_of(parent: int) -> int:
    """The listener's process."""
    for entry in Path("/proc").glob("[0-9]*"):
        command = (entry / "cmdline").read_bytes()
        stat = (entry / "stat").read_text(encoding="utf-8")
        is_child = int(stat.rpartition(")")[2].split()[1]) == parent
        if is_child and b"qtdesk.platforms.listen" in command:
            return int(entry.name)
    raise LookupError("no listener")
