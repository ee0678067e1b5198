"""What a publisher says about the newest release, and what follows from it.

Plain rules: no network, no signature, no clock; all of these are handed in.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from qtdesk.core.errors import UpdateError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_VERSION = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """`1.2.3`; a release is never named otherwise."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> "Version":
        """The version written as `text`.

        Raises:
            ValueError: it is not three numbers.
        """
        found = _VERSION.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(*map(int, found.groups()))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


@dataclass(frozen=True, slots=True)
class Release:
    """The newest release, in its publisher's words."""

    version: Version
    expires: date
    """The publisher promises to have said something newer by then."""
    page: str
    """Where a person gets it; http or https."""
    notes: tuple[str, ...]
    """What is new, a sentence each, in the language that was asked for."""


class Standing(Enum):
    """How the program that runs stands to the newest release."""

    UP_TO_DATE = auto()
    NEWER_THERE = auto()


def judge(release: Release, running: Version, seen: Version, today: date) -> Standing:
    """Whether `release` is news; `seen` is the highest one ever heard of.

    Raises:
        UpdateError: it is out of date, or older than what was said before: somebody
            keeps news from us, or puts an old statement in front of us.
    """
    if release.expires < today:
        raise UpdateError(
            words(QT_TRANSLATE_NOOP("core", "What is told about updates is too old.")),
            words(
                QT_TRANSLATE_NOOP("core", "It was good until {day}."),
                day=release.expires.isoformat(),
            ),
            words(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Look at the date of this computer; if it is right, tell whoever "
                    "looks after qtdesk in your team.",
                )
            ),
        )
    if release.version < seen:
        raise UpdateError(
            words(
                QT_TRANSLATE_NOOP(
                    "core", "An older release is offered than was before."
                )
            ),
            words(
                QT_TRANSLATE_NOOP("core", "{old} is offered now; {new} was before."),
                old=release.version,
                new=seen,
            ),
            words(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Install nothing, and tell whoever looks after qtdesk in your "
                    "team.",
                )
            ),
        )
    newer = release.version > running
    return Standing.NEWER_THERE if newer else Standing.UP_TO_DATE
