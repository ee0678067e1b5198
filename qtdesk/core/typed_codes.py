"""Typed abbreviations: when they are heard, and what a typed code sets off.

A code that names one phrase is replaced by its text. One that leaves a choice, whose
text wants an answer, or that is not to be used now, opens the panel instead. A code
that nobody has stays as it is.
"""

from collections.abc import Callable

from qtdesk.core.events import AbbreviationsChanged
from qtdesk.core.paste import ProfileOf, Reason, Withdrawal
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Clock, Hearing, Platform, Typed
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filling, Unfilled
from qtdesk.core.words import Words


class TypedCodes:
    """Follows the settings; every change of what is heard is announced."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        find: Callable[[str], tuple[Phrase, ...]],
        refusal: Callable[[Phrase], Words],
        fill: Callable[[Phrase], Filling],
        replace: Callable[[Typed, Phrase], None],
        choose: Callable[[str], None],
        ask: Callable[[Phrase], None],
        announce: Callable[[AbbreviationsChanged], None],
        profile_of: ProfileOf,
    ) -> None:
        """Stand ready, hearing nothing.

        `refusal` tells why a phrase must not be used, `fill` how it reads, `replace`
        pastes that instead of a code, `choose` opens the panel, and `ask` opens it for
        what one phrase wants.
        """
        self._platform = platform
        self._clock = clock
        self._find = find
        self._refusal = refusal
        self._fill = fill
        self._replace = replace
        self._choose = choose
        self._ask = ask
        self._announce = announce
        self._profile_of = profile_of
        self._asked: tuple[str, frozenset[str]] | None = None
        self._paused = False
        self._withdrawal: Withdrawal | None = None

    @property
    def state(self) -> AbbreviationsChanged:
        hearing = self._platform.typing.hearing
        return AbbreviationsChanged(self._asked is not None, *hearing)

    def follow(self, settings: Settings) -> None:
        """Listen as `settings` say, or no more."""
        asked = None
        if settings.abbreviations:
            asked = settings.abbreviation_prefix, _names(settings.abbreviations_never)
        if asked != self._asked:
            self._asked = asked
            self._apply()

    def pause(self, paused: bool) -> None:
        """Hear nothing for as long as the agent wants to be left alone."""
        if paused is not self._paused:
            self._paused = paused
            self._apply()

    def close(self) -> None:
        """Hear nothing any more, without a word."""
        self._platform.typing.stop()
        if self._withdrawal is not None:
            self._withdrawal.stop()

    def _apply(self) -> None:
        typing = self._platform.typing
        if self._asked is None or self._paused:
            typing.stop()
            self._announce(self.state)
        else:
            typing.start(*self._asked, self._on_typed, self._on_hearing)

    def _on_hearing(self, hearing: Hearing) -> None:
        self._announce(AbbreviationsChanged(self._asked is not None, *hearing))

    def _on_typed(self, typed: Typed) -> None:
        found = self._find(typed.code)
        if not found:
            return
        first, *others = found
        filling = self._fill(first)
        if others or self._refusal(first) or filling.error is not None:
            self._withdraw(typed, lambda: self._choose(typed.code))
        elif isinstance(filling, Unfilled):
            self._withdraw(typed, lambda: self._ask(first))
        else:
            self._replace(typed, first)

    def _withdraw(self, typed: Typed, then: Callable[[], None]) -> None:
        """Erase the code, then let the agent go on; in doubt do neither."""

        def done(reason: Reason) -> None:
            if reason is Reason.NONE:
                then()

        if self._withdrawal is not None:
            self._withdrawal.stop()
        profile = self._profile_of(typed.target.app)
        self._withdrawal = Withdrawal(self._platform, self._clock, typed, profile, done)
        self._withdrawal.start()


def _names(text: str) -> frozenset[str]:
    parts = (part.strip().casefold() for part in text.replace("，", ",").split(","))
    return frozenset(part for part in parts if part)
