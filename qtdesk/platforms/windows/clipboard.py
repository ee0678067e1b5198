"""The clipboard as the core's `Clipboard`: borrowed, given back, never lost.

What is to be pasted is only promised: Windows asks us for it when somebody reads, which
tells that it was read, and often by whom. It asks once and gives later readers a copy.
What is put back, or kept, lies in Windows' own memory and outlives us.
"""

from collections.abc import Callable, Mapping
from functools import partial

from qtdesk.core.ports import Clip, Clock, Reader, Saved, Snapshot, Target
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.facts import Facts
from qtdesk.platforms.windows.formats import (
    DIB_NAME,
    HISTORY_HINT,
    HTML_NAME,
    PNG_NAME,
    TEXT_NAME,
    html_bytes,
    number_of,
    same_text,
    text_bytes,
)
from qtdesk.platforms.windows.own_window import OwnWindow
from qtdesk.platforms.windows.reading import ClipboardReading, Taken
from qtdesk.platforms.windows.win32 import Win32


class WindowsClipboard:
    """Implements `Clipboard`."""

    sees_every_read = False

    def __init__(
        self, win32: Win32, clock: Clock, facts: Facts, window: OwnWindow
    ) -> None:
        self._win32 = win32
        self._calls = win32.clipboard
        self._clock = clock
        self._facts = facts
        self._window = window
        self._promised: dict[int, Callable[[], bytes | None]] = {}
        """What Windows may ask us for."""
        self._content: Mapping[str, bytes] = {}
        """What we last put there."""
        self._target: Target | None = None
        self._read: Callable[[Reader], None] = _ignore
        self._lost: Callable[[Reader], None] = _ignore
        self._reading: ClipboardReading | None = None
        self._silent: ClipboardReading | None = None
        self._waiting: list[Callable[[Snapshot], None]] = []
        self._stamp = 0
        self._sequence = self._calls.sequence()
        """The content that was counted last."""
        window.listen(codes.WM_RENDERFORMAT, self._on_render)
        window.listen(codes.WM_RENDERALLFORMATS, self._on_render_all)
        window.listen(codes.WM_CLIPBOARDUPDATE, self._on_update)
        self._calls.listen(window.handle)

    def stamp(self) -> int:
        self._count(self._calls.sequence())
        return self._stamp

    def _count(self, sequence: int) -> None:
        """Note a content; Windows also counts what we put there, and our renderings."""
        if sequence != self._sequence:
            self._sequence = sequence
            self._stamp += not self.owns()

    # --- saving ----------------------------------------------------------------

    def snapshot(self, done: Callable[[Snapshot], None]) -> None:
        stamp = self.stamp()
        if self.owns():
            saved = Saved.FULL if self._content else Saved.EMPTY
            done(Snapshot(saved, self._content, stamp))
            return
        self._waiting.append(done)
        if self._reading is None:
            self._reading = self._start(lambda _: True, self._on_snapshot)

    def _start(
        self, wanted: Callable[[str], bool], done: Callable[[Saved, Taken], None]
    ) -> ClipboardReading:
        reading = ClipboardReading(self._win32, self._clock, wanted, done)
        self._silent = reading
        reading.start()
        return reading

    def _on_snapshot(self, saved: Saved, taken: Taken) -> None:
        self._reading = None
        waiting, self._waiting = self._waiting, []
        if taken.opened:
            self._count(taken.before)
            self._sequence = taken.after
        formats = dict(taken.formats) if saved is not Saved.UNREADABLE else {}
        snapshot = Snapshot(saved, formats, self._stamp)
        for done in waiting:
            done(snapshot)

    def holds(self, clip: Clip, answer: Callable[[bool], None]) -> None:
        if self.owns() or not self._calls.owner():
            answer(False)
            return

        def compare(_saved: Saved, taken: Taken) -> None:
            data = taken.formats.get(name)
            if data is not None and clip.text:
                answer(same_text(data, clip.text))
            else:
                # Windows counts memory in larger steps.
                answer(data is not None and data.startswith(clip.picture))

        name = TEXT_NAME if clip.text else PNG_NAME
        self._start(name.__eq__, compare)

    # --- offering --------------------------------------------------------------

    def publish(
        self,
        clip: Clip,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        if not self._put(HISTORY_HINT, self._forms(clip)):
            return False
        self._content = _exact(clip)
        self._target, self._read, self._lost = target, read, lost
        return True

    def restore(self, snapshot: Snapshot) -> bool:
        if snapshot.saved is Saved.UNREADABLE:
            return False
        formats = snapshot.formats
        return self._leave(formats, HISTORY_HINT if formats else {})

    def keep(self, clip: Clip) -> bool:
        content = dict(_exact(clip))
        if clip.picture and (dib := self._win32.pictures.dib(clip.picture)):
            content[DIB_NAME] = dib
        return self._leave(content, {})

    def owns(self) -> bool:
        return self._calls.owner() == self._window.handle

    def _leave(self, content: Mapping[str, bytes], hint: Mapping[str, bytes]) -> bool:
        if not self._put({**content, **hint}, {}):
            return False
        self._content = content
        return True

    def _forms(self, clip: Clip) -> dict[str, Callable[[], bytes | None]]:
        """What is promised, with how it is made: most of it nobody asks for."""
        forms: dict[str, Callable[[], bytes | None]] = {
            name: partial(bytes, data) for name, data in _exact(clip).items()
        }
        if clip.picture:
            forms[DIB_NAME] = partial(self._win32.pictures.dib, clip.picture)
        return forms

    def _put(
        self,
        formats: Mapping[str, bytes],
        promised: Mapping[str, Callable[[], bytes | None]],
    ) -> bool:
        """Take the clipboard and fill it; False where others do not let us."""
        if self._reading is not None:
            self._reading.end()
        self.stamp()
        # To take it tells its owner, and that would be to wait for one that hangs.
        if self._owner_hangs() or not self._calls.open(self._window.handle):
            return False
        self._promised = {self._number(name): form for name, form in promised.items()}
        self._read = self._lost = _ignore
        try:
            self._calls.empty()
            for number in self._promised:
                self._calls.promise(number)
            complete = True
            for name, data in formats.items():
                complete &= self._calls.put(self._number(name), data)
        finally:
            self._calls.close()
        self._sequence = self._calls.sequence()
        return complete and self.owns()

    def _number(self, name: str) -> int:
        return number_of(name, self._calls.number_of)

    def _owner_hangs(self) -> bool:
        owner = self._calls.owner()
        if not owner or owner == self._window.handle:
            return False
        silent = self._silent is not None and self._silent.silent_owner == owner
        return silent or self._win32.desktop.is_hung(owner)

    # --- what arrives ----------------------------------------------------------

    def _on_render(self, number: int, _long: int) -> None:
        form = self._promised.get(number)
        data = form() if form is not None else None
        if data is not None:
            # Before all else: somebody waits for it.
            self._calls.put(number, data)
            self._read(self._identity(self._calls.opener()))

    def _on_render_all(self, _number: int, _long: int) -> None:
        """Our window ends: what is only promised would end with it."""
        if not self._promised or not self._calls.open(self._window.handle):
            return
        try:
            # Somebody may have taken it in this very moment.
            made = self._promised.items() if self.owns() else ()
            for number, form in made:
                data = form()
                if data is not None:
                    self._calls.put(number, data)
        finally:
            self._calls.close()

    def _on_update(self, _number: int, _long: int) -> None:
        if self.owns():
            return
        lost, self._lost = self._lost, _ignore
        self._promised = {}
        self._read = _ignore
        lost(self._identity(self._calls.owner()))

    def _identity(self, window: int) -> Reader:
        if not window:
            return Reader.UNKNOWN
        if self._target is None:
            return Reader.OTHER
        same = self._facts.is_same_program(window, self._target)
        return Reader.TARGET if same else Reader.OTHER


def _exact(clip: Clip) -> Mapping[str, bytes]:
    """The forms of `clip` that need no making, the richest first."""
    forms = {}
    if clip.picture:
        forms[PNG_NAME] = clip.picture
    if clip.html:
        forms[HTML_NAME] = html_bytes(clip.html)
    if clip.text:
        forms[TEXT_NAME] = text_bytes(clip.text)
    return forms


def _ignore(_who: Reader) -> None:
    """Nobody wants to know."""
