"""What a paste is asked for, and what it hands back."""

from collections.abc import Callable
from typing import NamedTuple

from qtdesk.core.paste.profiles import PLAIN, Profile, Via
from qtdesk.core.paste.result import PasteResult
from qtdesk.core.ports import (
    Clip,
    Clipboard,
    Platform,
    Pressed,
    Snapshot,
    Target,
    Typed,
)


class Request(NamedTuple):
    """What the agent chose, and the window that was in front then."""

    clip: Clip
    target: Target | None
    phrase: str
    """Key of the phrase."""
    timeout_s: float
    """How long the target may take to read after the chord."""
    profile: Profile = PLAIN
    """Of the target, as it was when the agent chose."""
    copy_only: bool = False
    instead_of: Typed | None = None
    """A typed code to be erased in the same step; on any doubt both stay undone."""

    def __repr__(self) -> str:
        """Without what it says, which no log may hold."""
        return f"Request({self.phrase!r}, {self.target!r})"


class Ending(NamedTuple):
    """How a paste ended, and what is left to do with the old clipboard."""

    result: PasteResult
    owed: Snapshot | None
    """Still to be restored: another paste came before the clipboard was put back."""
    replaced: Snapshot | None
    """What the text took the place of, for the agent to bring back."""


def channel(platform: Platform, profile: Profile) -> Clipboard:
    """The clipboard that programs with `profile` paste from."""
    if profile.via is Via.PRIMARY and platform.primary:
        return platform.primary
    return platform.clipboard


def able(platform: Platform, name: str) -> bool:
    """Whether this desktop has the ability `name`."""
    return any(ability.able for ability in platform.abilities if ability.name == name)


def press(
    platform: Platform, request: Request, target: Target, offered: Callable[[], bool]
) -> Pressed:
    """Press what pastes into `target`, erasing in the same step what it replaces.

    Presses nothing unless the text is `offered`.
    """
    chord = request.profile.chord
    if request.instead_of is not None:
        return platform.typing.replace(request.instead_of, chord, offered)
    return platform.keyboard.press(chord, target, offered)
