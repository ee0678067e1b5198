"""All pastes of a desk, one after the other, and the clipboard between them.

Owns what must outlive a single paste: the snapshot taken when the panel opened, the
clipboard still owed, and the one the agent may bring back.
"""

from collections import deque
from collections.abc import Callable

from qtdesk.core.paste.copied_text import MOST, text_of
from qtdesk.core.paste.profiles import (
    PLAIN,
    Profile,
    ProfileOf,
    Takes,
    without_last_breaks,
)
from qtdesk.core.paste.publication import ATTEMPT_PAUSE_S
from qtdesk.core.paste.request import Ending, Request, channel
from qtdesk.core.paste.result import Fate, Outcome, PasteResult, Reason
from qtdesk.core.paste.shipped_profiles import profile_for
from qtdesk.core.paste.transaction import Transaction
from qtdesk.core.paste.way_back import WayBack
from qtdesk.core.ports import Clip, Clipboard, Clock, Platform, Snapshot, Target, Typed
from qtdesk.core.words import NO_WORDS, Words

CLOSE_LIMIT_S = 2.0
"""How long a target may still read when qtdesk is closed."""
PAY_BACK_ATTEMPTS = 50
"""For five seconds: nobody else remembers what the agent's clipboard held."""
SAVE_ATTEMPTS = 3
"""How often a clipboard that keeps changing is saved anew."""


class Paster:
    """Takes requests at any time and announces each end once, in order."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        ended: Callable[[PasteResult], None],
        profile_of: ProfileOf = profile_for,
    ) -> None:
        """Stand ready; `ended` is called at the end of every paste and copy."""
        self._profile_of = profile_of
        self._platform = platform
        self._clock = clock
        self._ended = ended
        self._waiting: deque[Request] = deque()
        self._current: Transaction | None = None
        self._starting = False
        self._saved: tuple[Clipboard, Snapshot] | None = None
        self._looks = 0
        """Snapshots for `prepare` that are under way."""
        self._owed: tuple[Clipboard, Snapshot] | None = None
        self._way_back = WayBack()
        self._closed: Callable[[], None] | None = None
        self._when_clear: list[Callable[[], None]] = []
        self._when_settled: list[Callable[[], None]] = []
        self.last: PasteResult | None = None
        self.count = 0
        """How many results were announced."""

    @property
    def busy(self) -> bool:
        """Whether a paste is under way or waits."""
        return self._current is not None or self._starting or bool(self._waiting)

    def when_clear(self, callback: Callable[[], None]) -> None:
        """Call once no chord is still to be pressed, perhaps at once.

        A panel that opened before would take the front from the target.
        """
        if self._starting or (self._current is not None and not self._current.sent):
            self._when_clear.append(callback)
        else:
            callback()

    def _clear(self) -> None:
        due, self._when_clear = self._when_clear, []
        for callback in due:
            callback()

    def when_settled(self, callback: Callable[[], None]) -> None:
        """Call once no paste is under way, whose text would be on the clipboard."""
        if self.busy:
            self._when_settled.append(callback)
        else:
            callback()

    def prepare(
        self, target: Target | None, done: Callable[[], None] = lambda: None
    ) -> None:
        """Save the clipboard while the agent is still searching; `done` tells when."""
        profile = self._profile(target)
        if self.busy or self._closed or profile.never:
            done()
            return
        clipboard = channel(self._platform, profile)
        self._saved = None
        self._looks += 1

        def keep(snapshot: Snapshot) -> None:
            self._looks -= 1
            if not self.busy:
                self._saved = (clipboard, snapshot)
            done()

        clipboard.snapshot(keep)

    @property
    def looking(self) -> bool:
        """Whether it is soon known what the agent has copied."""
        return self._looks > 0

    def copied(self, target: Target | None, most: int = MOST) -> str | None:
        """The text that the agent has copied, as far as that is known right now."""
        clipboard = channel(self._platform, self._profile(target))
        if self._saved is None or self._saved[0] is not clipboard:
            return None
        snapshot = self._saved[1]
        return text_of(snapshot, most) if snapshot.stamp == clipboard.stamp() else None

    def paste(
        self, clip: Clip, target: Target | None, phrase: str, timeout_s: float
    ) -> None:
        """Paste `clip` into `target`; a paste under way is settled first."""
        self._paste(Request(clip, target, phrase, timeout_s))

    def replace(self, typed: Typed, clip: Clip, phrase: str, timeout_s: float) -> None:
        """Paste `clip` instead of what was `typed`; on any doubt that stays."""
        self._paste(Request(clip, typed.target, phrase, timeout_s, instead_of=typed))

    def _paste(self, request: Request) -> None:
        profile = self._profile(request.target)
        if profile.never:
            self.refuse(request.phrase, request.target, Reason.NEVER_HERE)
        elif request.clip.picture and profile.takes_images is Takes.NO:
            self.refuse(request.phrase, request.target, Reason.NO_PICTURES)
        else:
            clip = profile.adapt(request.clip)
            self._ask(request._replace(clip=clip, profile=profile))

    def _profile(self, target: Target | None) -> Profile:
        return PLAIN if target is None else self._profile_of(target.app)

    def copy(self, clip: Clip, phrase: str) -> None:
        """Put `clip` on the clipboard as an ordinary copy."""
        clip = clip._replace(text=without_last_breaks(clip.text))
        self._ask(Request(clip, None, phrase, 0.0, copy_only=True))

    def refuse(
        self,
        phrase: str,
        target: Target | None,
        reason: Reason,
        told: tuple[Words, Words] = (NO_WORDS, NO_WORDS),
    ) -> None:
        """Announce that nothing was pasted, copied or touched."""
        app = target.called if target else ""
        refused = PasteResult(Outcome.NOTHING, reason, Fate.UNTOUCHED, app, phrase)
        self._tell(refused._replace(told=told))

    def _tell(self, result: PasteResult) -> None:
        self.last = result
        self.count += 1
        self._ended(result)

    def _ask(self, request: Request) -> None:
        if self._closed:
            return
        self._waiting.append(request)
        if self._current is not None:
            self._current.hurry()
        elif not self._starting:
            self._next()

    # --- one after the other ---------------------------------------------------

    def _next(self) -> None:
        if not self._waiting:
            self._pay_back()
            return
        request = self._waiting.popleft()
        clipboard = channel(self._platform, request.profile)
        if self._owed and self._owed[0] is not clipboard:
            self._pay_back()
        known = self._known(clipboard)
        if known is not None:
            self._run(request, known)
            return
        self._starting = True
        self._save(clipboard, request, SAVE_ATTEMPTS)

    def _save(self, clipboard: Clipboard, request: Request, attempts: int) -> None:
        def saved(snapshot: Snapshot) -> None:
            # The agent may have copied something else while it was being saved.
            if snapshot.stamp == clipboard.stamp():
                self._run(request, snapshot)
            elif attempts > 1:
                self._save(clipboard, request, attempts - 1)
            else:
                # It changes faster than it can be saved: leave it alone.
                self._starting = False
                self.refuse(request.phrase, request.target, Reason.CLIPBOARD_BUSY)
                self._next()
                self._settle()

        clipboard.snapshot(saved)

    def _known(self, clipboard: Clipboard) -> Snapshot | None:
        """A snapshot that still tells what the agent's clipboard held."""
        saved, self._saved = self._saved, None
        if self._owed:
            owed, self._owed = self._owed[1], None
            # While our text is still there, only the older snapshot is the agent's.
            return owed if clipboard.owns() else None
        if saved and saved[0] is clipboard and saved[1].stamp == clipboard.stamp():
            return saved[1]
        return None

    def _run(self, request: Request, snapshot: Snapshot) -> None:
        self._starting = False
        if self._closed:
            self._settle()
            return
        clipboard = channel(self._platform, request.profile)
        self._current = Transaction(
            self._platform,
            self._clock,
            request,
            snapshot,
            self._clear,
            lambda ending: self._on_ended(clipboard, ending),
        )
        self._current.start()
        if self._current is not None and self._waiting:
            self._current.hurry()

    def _on_ended(self, clipboard: Clipboard, ending: Ending) -> None:
        self._current = None
        if ending.owed is not None:
            self._owed = (clipboard, ending.owed)
        if ending.replaced is not None:
            self._way_back.remember(clipboard, ending.replaced)
        self._tell(ending.result)
        self._clear()
        if self._current is None and not self._starting:
            self._next()
        self._settle()

    def _pay_back(self, attempts: int = PAY_BACK_ATTEMPTS) -> None:
        """Restore what is owed, unless a newer copy has come."""
        if self._owed is None:
            return
        clipboard, snapshot = self._owed
        if clipboard.owns() and not clipboard.restore(snapshot) and attempts > 1:
            self._clock.call_later(
                ATTEMPT_PAUSE_S, lambda: self._pay_back(attempts - 1)
            )
        else:
            self._owed = None

    # --- by the agent's hand ---------------------------------------------------

    @property
    def can_bring_back(self) -> bool:
        """Whether our text still stands where something else was."""
        return not self.busy and self._way_back.open

    def bring_back(self) -> bool:
        """Restore what the last plain copy took the place of."""
        return not self.busy and self._way_back.go()

    # --- the end ---------------------------------------------------------------

    def close(self, done: Callable[[], None]) -> None:
        """Take no more, settle what is under way, then call `done`."""
        self._closed = done
        self._waiting.clear()
        if self._current is not None and self._current.sent:
            current = self._current
            self._clock.call_later(CLOSE_LIMIT_S, current.give_up)
            current.hurry(closing=True)
        elif self._current is not None:
            self._current.give_up()
        self._settle()

    def _settle(self) -> None:
        due, self._when_settled = self._when_settled, []
        for callback in due:
            self.when_settled(callback)
        if self._closed is not None and not self.busy:
            done, self._closed = self._closed, lambda: None
            done()
