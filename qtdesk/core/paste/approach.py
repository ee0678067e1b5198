"""The way to the chord: target in front, no key held, and then the keys, once.

Touches no clipboard. Presses nothing unless the target is in front at that moment,
and never fights a window that somebody brought forward.
"""

from collections.abc import Callable
from typing import assert_never

from qtdesk.core.paste.profiles import Profile
from qtdesk.core.paste.result import Reason
from qtdesk.core.ports import Clock, Keyboard, Pressed, Sight, Target, Windows

FRONT_LIMIT_S = 1.0
"""A window that is not back by then has another one in front of it."""
FRONT_ATTEMPTS_S = (0.15, 0.4)
"""When to ask again for the front, where nothing else came there."""
KEYS_LIMIT_S = 1.5
"""How long a held modifier is waited for."""
POLL_S = 0.01


class Approach:
    """Single use: `start` once, then `done` is called once, unless `stop`ped."""

    def __init__(
        self,
        windows: Windows,
        keyboard: Keyboard,
        clock: Clock,
        target: Target,
        profile: Profile,
        press: Callable[[], Pressed],
        done: Callable[[Reason], None],
        *,
        comes_back: bool = True,
    ) -> None:
        """Prepare.

        `press` presses the keys where they belong. `done` is called with `Reason.NONE`
        once they were pressed, or with the reason why they never will be. A target
        that is not expected to have left the front is not asked to come back.
        """
        self._windows = windows
        self._keyboard = keyboard
        self._clock = clock
        self._target = target
        self._profile = profile
        self._press = press
        self._comes_back = comes_back
        self._done = done
        self._started_at = clock.now()
        self._attempts = 0
        self._over = False
        self._stop_watching: Callable[[], None] = _nothing
        self._cancel_timer: Callable[[], None] = _nothing

    def start(self) -> None:
        """Ask for the front and go on as soon as it is there."""
        self._stop_watching = self._windows.watch(self._look)
        absent = self._windows.sight(self._target) is not Sight.FRONT
        if absent and self._comes_back:
            self._windows.bring_to_front(self._target, 0)
        self._look()

    def stop(self) -> None:
        """Press nothing any more."""
        self._over = True
        self._stop_watching()
        self._cancel_timer()
        self._stop_watching = self._cancel_timer = _nothing

    def _finish(self, reason: Reason) -> None:
        self.stop()
        self._done(reason)

    def _look(self) -> None:
        if self._over:
            return
        sight = self._windows.sight(self._target)
        waited = self._clock.now() - self._started_at
        over = waited >= FRONT_LIMIT_S or not self._comes_back
        match sight:
            case Sight.FRONT:
                self._stop_watching()
                self._stop_watching = _nothing
                self._after(self._profile.settle_s, self._try_chord)
            case Sight.GONE:
                self._finish(Reason.TARGET_GONE)
            case _ if over:
                self._finish(self._why_not_front(sight))
            case Sight.BEHIND | Sight.OTHER_CONVERSATION | Sight.SILENT:
                # A flashing title may return to the conversation's name in time.
                self._ask_again(waited)
                self._after(POLL_S, self._look)
            case _:
                assert_never(sight)

    def _ask_again(self, waited: float) -> None:
        due = self._attempts < len(FRONT_ATTEMPTS_S) and (
            waited >= FRONT_ATTEMPTS_S[self._attempts]
        )
        if due and self._windows.front() is None:
            self._attempts += 1
            self._windows.bring_to_front(self._target, self._attempts)

    def _why_not_front(self, sight: Sight) -> Reason:
        if sight is Sight.OTHER_CONVERSATION:
            return Reason.OTHER_CONVERSATION
        if sight is Sight.SILENT:
            return Reason.SILENT
        return Reason.FOCUS_STOLEN if self._windows.front() else Reason.NOT_FRONT

    def _try_chord(self) -> None:
        if self._over:
            return
        if self._keyboard.held():
            self._wait_for_keys(Reason.KEYS_HELD)
            return
        pressed = self._press()
        if pressed in {Pressed.KEYS_HELD, Pressed.NOT_OFFERED}:
            self._wait_for_keys(why_not(pressed))
        else:
            self._finish(why_not(pressed))

    def _wait_for_keys(self, why: Reason) -> None:
        if self._clock.now() - self._started_at >= KEYS_LIMIT_S:
            self._finish(why)
        else:
            self._after(POLL_S, self._try_chord)

    def _after(self, seconds: float, step: Callable[[], None]) -> None:
        self._cancel_timer()
        self._cancel_timer = _nothing
        if seconds > 0:
            self._cancel_timer = self._clock.call_later(seconds, step)
        else:
            step()


def why_not(pressed: Pressed) -> Reason:  # noqa: PLR0911 - one for each
    """Why nothing was pressed; `Reason.NONE` where it was."""
    match pressed:
        case Pressed.SENT:
            return Reason.NONE
        case Pressed.NOT_FRONT:
            return Reason.FOCUS_STOLEN
        case Pressed.OTHER_CONVERSATION:
            return Reason.OTHER_CONVERSATION
        case Pressed.SILENT:
            return Reason.SILENT
        case Pressed.KEYS_HELD:
            return Reason.KEYS_HELD
        case Pressed.NOT_OFFERED:
            return Reason.CLIPBOARD_BUSY
        case Pressed.ELEVATED:
            return Reason.ELEVATED
        case Pressed.TYPED_ON:
            return Reason.TYPED_ON
        case Pressed.REFUSED:
            return Reason.UNABLE
        case _:
            assert_never(pressed)


def _nothing() -> None:
    """Stand in where there is nothing to cancel."""
