"""Which window is in front, and what it is: the eyes of this backend.

Reads only; changes nothing on the desktop, and never waits for a program.
"""

import zlib
from pathlib import PureWindowsPath

from qtdesk.core.paste.conversation import same_conversation
from qtdesk.core.ports import Sight, Target
from qtdesk.platforms.windows.win32 import Win32

_SHELL = frozenset(
    {
        *("Shell_TrayWnd", "Shell_SecondaryTrayWnd", "Progman", "WorkerW"),
        *("NotifyIconOverflowWindow", "TopLevelWindowForOverflowXamlIsland"),
        *("XamlExplorerHostIslandWindow", "TaskListThumbnailWnd"),
        *("MultitaskingViewFrame", "TaskSwitcherWnd", "ForegroundStaging"),
        # The menu of an icon beside the clock, and Wine's stand-in for the desktop.
        *("#32768", "#32769"),
    }
)
"""Classes of the desktop, the taskbar and their like, which take no text."""
_FRAME = "ApplicationFrameWindow"
_FRAMED = "Windows.UI.Core.CoreWindow"
"""Apps from the store live in a frame that belongs to another program."""


class Facts:
    """Answers about windows and the programs behind them."""

    def __init__(self, win32: Win32) -> None:
        self._desktop = win32.desktop
        self._processes = win32.processes
        self._own_process = win32.processes.own_process()

    def front(self) -> int:
        """The window in front, whosoever it is; 0 for none."""
        return self._desktop.foreground()

    def target(self, window: int) -> Target | None:
        """The window as a target; None for ours, the shell's, and what is gone."""
        _, process = self._desktop.thread_and_process(window)
        if not process or process == self._own_process:
            return None
        kind = self._desktop.class_name(window)
        if kind in _SHELL:
            return None
        program = self._program_in(window, kind) or process
        return Target(
            window=window,
            client=program,
            pid=process,
            app=PureWindowsPath(self._processes.executable(program)).stem,
            title=self._desktop.title(window),
            area=self._desktop.area(window),
            mark=self._mark(process, kind),
        )

    def sight(self, target: Target) -> Sight:
        """How `target` stands now."""
        if not self.exists(target):
            return Sight.GONE
        if self._desktop.foreground() != target.window:
            return Sight.BEHIND
        if not same_conversation(target.title, self._desktop.title(target.window)):
            return Sight.OTHER_CONVERSATION
        return Sight.FRONT

    def exists(self, target: Target) -> bool:
        """Whether it is still the same window; handles and numbers are used again."""
        window = target.window
        _, process = self._desktop.thread_and_process(window)
        if not self._desktop.exists(window) or process != target.pid:
            return False
        return self._mark(process, self._desktop.class_name(window)) == target.mark

    def thread(self, target: Target) -> int:
        """The thread that handles the target's keys; 0 where it is gone."""
        return self._desktop.thread_and_process(target.window)[0]

    def is_above_us(self, target: Target) -> bool:
        """Whether Windows keeps our keys from `target`: it has more rights than we.

        A program that does not tell its rights is taken for one.
        """
        own = self._processes.integrity(self._own_process)
        if own is None:
            return False
        its = self._processes.integrity(target.client)
        return its is None or its > own

    def is_same_program(self, window: int, target: Target) -> bool:
        """Whether `window` belongs to the target's program, if in another process."""
        _, process = self._desktop.thread_and_process(window)
        if process in {target.client, target.pid}:
            return True
        path = self._processes.executable(process)
        return bool(path) and path == self._processes.executable(target.client)

    def _program_in(self, window: int, kind: str) -> int:
        """The process of the app inside a frame; 0 where there is no frame."""
        if kind != _FRAME:
            return 0
        framed = self._desktop.child_of_class(window, _FRAMED)
        return self._desktop.thread_and_process(framed)[1] if framed else 0

    def _mark(self, process: int, kind: str) -> int:
        return self._processes.started(process) ^ zlib.crc32(kind.encode())
