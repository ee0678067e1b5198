"""The end of a paste: the old clipboard goes back, or the text stays as a copy.

Another program may have the clipboard open for a moment, so each is tried a few times.
Whatever somebody has copied since the choice stays where it is.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from qtdesk.core.paste.publication import ATTEMPT_PAUSE_S, ATTEMPTS, Publication
from qtdesk.core.paste.request import Request, able, channel
from qtdesk.core.paste.result import Fate, Outcome, Reason
from qtdesk.core.ports import Clock, Platform, Saved, Snapshot


class End(Protocol):
    """Takes what came of the paste; called once."""

    def __call__(
        self,
        outcome: Outcome,
        reason: Reason,
        fate: Fate,
        *,
        owed: Snapshot | None = None,
        replaced: Snapshot | None = None,
    ) -> None: ...


class Settlement:
    """Single use: `restore` or `leave_copy`, and then `end` is called."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        request: Request,
        saved: Snapshot,
        publication: Publication,
        when_known: Callable[[Callable[[], None]], None],
        end: End,
    ) -> None:
        """Prepare, at the time of the choice.

        `when_known` does a step once it is known who has the clipboard.
        """
        self._platform = platform
        self._clipboard = channel(platform, request.profile)
        self._clock = clock
        self._request = request
        self._saved = saved
        self._publication = publication
        self._when_known = when_known
        self._end = end
        self._stamp = self._clipboard.stamp()
        self._cancel_timer: Callable[[], None] = lambda: None
        self.under_way = False
        """Whether it has begun, and nothing else may act."""

    def is_newer(self) -> bool:
        """Whether somebody has copied something since the choice; that copy wins."""
        if self._publication.done:
            return not self._clipboard.owns()
        return self._clipboard.stamp() != self._stamp

    def restore(self, outcome: Outcome, reason: Reason) -> None:
        """Put the old clipboard back, if it is still ours to give."""
        self._begin(partial(self._restore, outcome, reason, ATTEMPTS))

    def leave_copy(self, reason: Reason, *, sent: bool) -> None:
        """Leave the text as an ordinary copy for the agent to paste by hand."""
        self._begin(partial(self._leave_copy, reason, sent, ATTEMPTS))

    def refuse(self) -> None:
        """Nobody let us at the clipboard; the text of a paste before is still owed."""
        owed = self._saved if self._clipboard.owns() else None
        reason = Reason.CLIPBOARD_BUSY
        self._end(Outcome.NOTHING, reason, Fate.UNTOUCHED, owed=owed)

    def stop(self) -> None:
        """Touch the clipboard no more."""
        self._cancel_timer()

    def _begin(self, step: Callable[[], None]) -> None:
        self.under_way = True
        self._when_known(step)

    def _later(self, step: Callable[[], None]) -> None:
        self._cancel_timer = self._clock.call_later(
            ATTEMPT_PAUSE_S, lambda: self._when_known(step)
        )

    def _restore(self, outcome: Outcome, reason: Reason, attempts: int) -> None:
        if not self._clipboard.owns():
            self._end(outcome, reason, Fate.NEWER_COPY)
        elif self._saved.saved is Saved.UNREADABLE:
            self._clipboard.keep(self._request.clip)
            self._end(outcome, reason, self._unsaved())
        elif self._clipboard.restore(self._saved):
            partly = self._saved.saved is Saved.PARTIAL
            self._end(outcome, reason, Fate.PARTLY if partly else Fate.RESTORED)
        elif attempts > 1:
            self._later(partial(self._restore, outcome, reason, attempts - 1))
        else:
            self._end(outcome, reason, Fate.REPLACED, replaced=self._saved)

    def _leave_copy(self, reason: Reason, sent: bool, attempts: int) -> None:
        outcome = Outcome.UNCONFIRMED if sent else Outcome.COPIED
        if self.is_newer():
            # A copy that was asked for and never made must not pass in silence.
            why = reason if self._publication.done else Reason.CLIPBOARD_BUSY
            outcome = Outcome.UNCONFIRMED if sent else Outcome.NOTHING
            self._end(outcome, why, Fate.NEWER_COPY)
        elif self._clipboard.keep(self._request.clip):
            if self._saved.saved is Saved.UNREADABLE:
                self._end(outcome, reason, self._unsaved())
            else:
                self._end(outcome, reason, Fate.REPLACED, replaced=self._saved)
        elif attempts > 1:
            self._later(partial(self._leave_copy, reason, sent, attempts - 1))
        else:
            self.refuse()

    def _unsaved(self) -> Fate:
        """What an agent could change is told; what no desktop of its kind does, not."""
        platform = self._platform
        never = not able(platform, "restore") and platform.permission is None
        return Fate.STAYS if never else Fate.NOT_SAVED
