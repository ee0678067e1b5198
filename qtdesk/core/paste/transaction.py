"""One paste, from the choice to the settled clipboard.

    publish ─► approach and chord ─► wait for the reading ─► old clipboard back
       └───────────────┴───────────────────────┴──► the text stays as a plain copy

The text is published while the focus travels back, the chord is pressed only if the
target is in front at that very moment, and the old clipboard returns when the target
has read, never after a mere delay. On any doubt nothing is pressed. docs/paste.md has
the reasons and the measurements.

Nothing in here sleeps, starts a thread or knows a window system.
"""

from collections.abc import Callable

from qtdesk.core.paste.approach import Approach
from qtdesk.core.paste.caret import Caret
from qtdesk.core.paste.publication import ATTEMPT_PAUSE_S, ATTEMPTS, Publication
from qtdesk.core.paste.readings import Readings
from qtdesk.core.paste.request import Ending, Request, able, channel, press
from qtdesk.core.paste.result import Fate, Outcome, PasteResult, Reason, milliseconds
from qtdesk.core.paste.sending import Sending
from qtdesk.core.paste.settlement import Settlement
from qtdesk.core.ports import (
    Clock,
    Platform,
    Pressed,
    Reader,
    Saved,
    Snapshot,
    Target,
)

ECHO_LIMIT = 3
"""How often the clipboard is taken back from a history tool that keeps taking it."""


class Transaction:
    """Single use: `start` once, then it calls `ended` once."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        request: Request,
        saved: Snapshot,
        pressed: Callable[[], None],
        ended: Callable[[Ending], None],
    ) -> None:
        """Prepare; `saved` goes back in the end, `pressed` is called at the chord."""
        self._platform, self._clock = platform, clock
        self._clipboard = channel(platform, request.profile)
        self._tells_readers = able(platform, "reader")
        self._request, self._saved = request, saved
        self._pressed, self._ended = pressed, ended
        self._profile = request.profile
        self._sending = Sending(platform, request)
        self._caret = Caret(platform, request)
        self._publication = Publication(
            self._clipboard, clock, request, self._on_read, self._on_lost
        )
        self._settlement = Settlement(
            *(platform, clock, request, saved),
            *(self._publication, self._when_known, self._end),
        )
        self._approach: Approach | None = None
        self._chosen_at = clock.now()
        self._readings = Readings(clock, request.profile)
        self._hurried = False
        self._echoes = 0
        self._asking = self._over = False
        self._postponed = self._cancel_timer = _nothing

    # --- from the choice to the chord ------------------------------------------

    def start(self) -> None:
        """Begin; a request that cannot be pasted ends at once as a copy."""
        if not able(self._platform, "paste"):
            self._leave_copy(Reason.UNABLE)
        elif self._request.copy_only:
            self._leave_copy(Reason.ASKED)
        elif self._request.target is None:
            self._leave_copy(Reason.NO_TARGET)
        else:
            self._begin(self._request.target, ATTEMPTS)

    @property
    def sent(self) -> bool:
        """Whether the chord was pressed."""
        return self._readings.sent_at is not None

    def _begin(self, target: Target, attempts: int) -> None:
        if self._settlement.is_newer():
            self._end(Outcome.NOTHING, Reason.CLIPBOARD_BUSY, Fate.NEWER_COPY)
        elif self._publication.put():
            self._approach = Approach(
                self._platform.windows,
                self._platform.keyboard,
                self._clock,
                target,
                self._profile,
                lambda: self._press(target),
                self._on_approached,
                comes_back=self._request.instead_of is None,
            )
            self._approach.start()
        elif attempts > 1:
            self._after(ATTEMPT_PAUSE_S, lambda: self._begin(target, attempts - 1))
        else:
            self._settlement.refuse()

    def _press(self, target: Target) -> Pressed:
        self._publication.expect()
        # Set before the keys: the target may read while they are still going out.
        self._readings.send()
        owns = self._clipboard.owns
        pressed = press(self._platform, self._request, target, owns)
        if pressed is not Pressed.SENT:
            self._readings.unsend()
        else:
            self._sending.begin()
            self._caret.begin()
        return pressed

    def _on_approached(self, reason: Reason) -> None:
        target = self._request.target
        if reason is Reason.NONE and target is not None:
            ping = self._platform.windows.ping
            self._readings.pong_due = ping(target, self._on_pong)
            self._wait()
            self._pressed()
        else:
            self._leave_copy(reason)

    # --- from the chord to the end ---------------------------------------------

    def hurry(self, *, closing: bool = False) -> None:
        """Another paste waits: end once this one is certain, owing the clipboard.

        What the agent chose to be sent is sent before that, unless we are `closing`.
        """
        self._hurried = True
        if closing:
            self._sending.forgo(Reason.QUIT)
        self._wait()

    def give_up(self) -> None:
        """End now, in the safest way: the program is closing."""
        if self._over:
            return
        if not self.sent:
            self._restore(Outcome.NOTHING, Reason.QUIT)
        elif self._readings.first is None:
            # The target may still read; it must not find the old clipboard then.
            self._leave_copy(Reason.QUIT)
        else:
            self._sending.forgo(Reason.QUIT)
            self._restore(Outcome.PASTED, Reason.NONE)

    def _on_read(self, reader: Reader) -> None:
        # A read before the chord is the target's or a history tool's curiosity.
        if not self.sent or self._over:
            return
        guess = reader is Reader.UNKNOWN and not self._tells_readers
        self._sending.note(reader)
        self._caret.note(reader)
        if reader is Reader.TARGET or guess:
            self._readings.note()
            self._wait()

    def _on_pong(self) -> None:
        self._readings.pong_due = False
        self._wait()

    def _wait(self) -> None:
        """End when the target has surely read; otherwise come back when it may have."""
        readings = self._readings
        if not self.sent or self._settlement.under_way or self._over:
            return
        if self._sending.pressing:
            return
        now = self._clock.now()
        deadline = readings.deadline(self._request.timeout_s)
        if now >= deadline and readings.first is None:
            unseen = self._publication.spent
            self._leave_copy(Reason.UNSEEN if unseen else Reason.NOT_READ)
            return
        if now >= readings.quiet_at and not self._hurried:
            self._caret.go_back()
        hurried = self._hurried and not self._sending.due
        due = min(readings.certain_at(hurried=hurried), deadline)
        if now < due and self._caret.due:
            due = min(due, readings.quiet_at)
        if now >= due:
            self._when_known(self._settle)
        else:
            self._after(due - now, self._wait)

    def _settle(self) -> None:
        self._sending.press(answered=not self._readings.pong_due)
        if self._hurried and self._saved.saved is not Saved.UNREADABLE:
            self._end(Outcome.PASTED, Reason.NONE, Fate.BORROWED, owed=self._saved)
        else:
            self._restore(Outcome.PASTED, Reason.NONE)

    # --- the clipboard in other hands ------------------------------------------

    def _on_lost(self, taker: Reader) -> None:
        if self._over:
            return
        if self._sending.pressing:
            # First it has to be known whether the message went.
            self._clock.call_later(0, lambda: self._on_lost(taker))
        elif taker is Reader.TARGET:
            self._on_taken(echo=False)
        else:
            # History tools take a new text over to keep it; that is no newer copy.
            self._asking = True
            self._clipboard.holds(
                self._request.clip, lambda same: self._on_taken(echo=same)
            )

    def _on_taken(self, *, echo: bool) -> None:
        if self._over:
            return
        self._asking = False
        postponed, self._postponed = self._postponed, _nothing
        if echo and self._echoes < ECHO_LIMIT:
            self._echoes += 1
            if self._publication.put():
                postponed()
                return
        outcome, reason = Outcome.PASTED, Reason.NONE
        if self._readings.first is None:
            outcome = Outcome.UNCONFIRMED if self.sent else Outcome.NOTHING
            reason = Reason.CLIPBOARD_BUSY
        if echo:
            self._end(outcome, reason, Fate.REPLACED, replaced=self._saved)
        else:
            self._end(outcome, reason, Fate.NEWER_COPY)

    # --- ends ------------------------------------------------------------------

    def _restore(self, outcome: Outcome, reason: Reason) -> None:
        self._stop_acting()
        self._settlement.restore(outcome, reason)

    def _leave_copy(self, reason: Reason) -> None:
        """What was only typed stays undone; all else is left as a copy."""
        self._stop_acting()
        if self._request.instead_of is not None and not self.sent:
            self._settlement.restore(Outcome.NOTHING, reason)
        else:
            self._settlement.leave_copy(reason, sent=self.sent)

    def _when_known(self, step: Callable[[], None]) -> None:
        """Do `step`, but not before it is known who has taken the clipboard."""
        if self._asking:
            self._postponed = step
        else:
            step()

    def _stop_acting(self) -> None:
        self._cancel_timer()
        self._publication.end()
        self._settlement.stop()
        if self._approach is not None:
            self._approach.stop()

    def _end(
        self,
        outcome: Outcome,
        reason: Reason,
        fate: Fate,
        *,
        owed: Snapshot | None = None,
        replaced: Snapshot | None = None,
    ) -> None:
        self._over = True
        self._stop_acting()
        target = self._request.target
        pasted = outcome is Outcome.PASTED
        result = PasteResult(
            *(outcome, reason, fate, target.called if target else ""),
            self._request.phrase,
            milliseconds(self._chosen_at, self._readings.sent_at),
            milliseconds(self._readings.sent_at, self._readings.first),
            picture=bool(self._request.clip.picture),
            sent=self._sending.done,
            unsent=self._sending.unsent if pasted else Reason.NONE,
        )
        self._ended(Ending(result, owed, replaced))

    def _after(self, seconds: float, step: Callable[[], None]) -> None:
        self._cancel_timer()
        self._cancel_timer = self._clock.call_later(seconds, step)


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
