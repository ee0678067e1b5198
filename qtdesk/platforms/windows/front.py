"""Asking for the front, which Windows guards against programs nobody has called.

It gives the front to the program that has it, or got the last key press, as after a
hotkey. What comes behind that is known from other programs, politest first.
"""

from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.inputs import Key, release_inputs
from qtdesk.platforms.windows.win32 import Win32

ATTEMPTS = 3


class Front:
    """Whether it helped, only the front itself tells: Windows' answers are wrong."""

    def __init__(self, win32: Win32) -> None:
        self._desktop = win32.desktop
        self._keys = win32.keys
        self._processes = win32.processes

    def take(self, window: int) -> bool:
        """Ask for `window`, ever less politely, until it is in front."""
        for attempt in range(ATTEMPTS):
            self.ask(window, attempt)
            if self._desktop.foreground() == window:
                return True
        return False

    def ask(self, window: int, attempt: int) -> None:
        """Ask for `window` once, as politely as `attempt` says."""
        if attempt == 0:
            self._desktop.set_foreground(window)
        elif attempt == 1:
            self._let_alt_go()
            self._desktop.set_foreground(window)
        else:
            self._ask_as_the_front(window)

    def _let_alt_go(self) -> None:
        """Give input of our own, which entitles us to ask; no key was pressed."""
        if not self._keys.is_down(codes.VK_MENU):
            scan_code = self._keys.scan_code(codes.VK_MENU, self._keys.layout(0))
            self._keys.send(release_inputs([Key(codes.VK_MENU, scan_code)]))

    def _ask_as_the_front(self, window: int) -> None:
        """Ask as if we were of one piece with the program that is in front now."""
        front = self._desktop.foreground()
        thread, _ = self._desktop.thread_and_process(front)
        own = self._processes.own_thread()
        # To be tied to a program that hangs is to hang.
        hung = self._desktop.is_hung(front) or self._desktop.is_hung(window)
        if not thread or thread == own or hung:
            self._desktop.set_foreground(window)
            return
        self._desktop.attach_input(own, thread, attached=True)
        try:
            self._desktop.set_foreground(window)
        finally:
            self._desktop.attach_input(own, thread, attached=False)
