"""What is opened when somebody asks for it, and what a start has no use for.

Nothing here is loaded by the start of the desk.
"""

import select
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from qtdesk import __version__, autostart, paths, platforms
from qtdesk.core.errors import UpdateError
from qtdesk.core.ports import Ability, Autostart, Platform
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    # Each is loaded by the call that needs it.
    from qtdesk.core.lint import TextCheck
    from qtdesk.core.orders import OrderReader
    from qtdesk.core.ports.updates import Updates
    from qtdesk.formats.lint_packs import PackReading
    from qtdesk.formats.size_yaml import SizeReading

_ANSWER_LIMIT_S = 3.0
"""How long a desktop may take to say what it can do; a portal may have to start."""

REGIONS_FILE = "regions.txt"
"""In the agent's data it stands in for the list that comes with the program."""


class _NoTimers:
    """The clock of a program that ends before anything could be due."""

    def now(self) -> float:
        return monotonic()

    def call_later(
        self, seconds: float, callback: Callable[[], None]
    ) -> Callable[[], None]:
        del seconds, callback
        return lambda: None


def open_order_reader(data: Path) -> "OrderReader":
    """What reads orders, with the regions in `data` or else those that come with us.

    Takes some milliseconds, so that it is for the first order and not for the start.

    Raises:
        RegionsError: the regions in `data` cannot be used.
    """
    # Many patterns are compiled there, which no start has to wait for.
    from qtdesk.core.orders import OrderReader  # noqa: PLC0415
    from qtdesk.storage.regions import read_regions  # noqa: PLC0415

    shipped = paths.resources() / "regions"
    return OrderReader(
        read_regions([folder / REGIONS_FILE for folder in (data, shipped)])
    )


def read_lint_packs(data: Path) -> "PackReading":
    """The packs that come with the program, and those in `data` in place of them."""
    # Brings YAML along, which no start has to wait for.
    from qtdesk.formats.lint_packs import read_packs  # noqa: PLC0415

    return read_packs([folder / "lint" for folder in (paths.resources(), data)])


def open_text_check(data: Path, switched_on: Collection[str] = ()) -> "TextCheck":
    """What looks at a text first, with the optional packs `switched_on`."""
    from qtdesk.core.lint import TextCheck  # noqa: PLC0415 - as above

    return TextCheck(lambda: read_lint_packs(data).packs, switched_on)


def open_menu_entry(data: Path) -> Autostart | None:
    """The desktop's menu of applications; None where a program puts itself in none."""
    icon = paths.resources() / "icons" / "qtdesk-256.png"
    return autostart.open_menu_entry(lambda: paths.desk_command(data), icon)


def open_updates(address: str, data: Path) -> "Updates":
    """News of releases from `address`; what was heard of is kept in `data`.

    Raises:
        UpdateError: `address` cannot be used, or no signature can be checked here.
    """
    try:
        # Brings cryptography along, which nothing else has use for.
        from qtdesk.updates.checking import WebUpdates  # noqa: PLC0415
    except ImportError as problem:
        # Its library wants a newer system than this one.
        raise _no_signatures() from problem
    return WebUpdates(address, __version__, data, lambda: datetime.now(UTC))


def _no_signatures() -> UpdateError:
    return UpdateError(
        words(
            QT_TRANSLATE_NOOP("core", "Updates cannot be looked for on this computer.")
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "The part that checks the publisher's signature does not load."
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Look at your publisher's page now and then, and turn this off in the "
                "settings.",
            )
        ),
    )


def desktop_abilities() -> tuple[str, tuple[Ability, ...]]:
    """Name of the platform, and what it can do; it is closed again at once."""
    platform = platforms.detect(_NoTimers())
    try:
        _let_it_answer(platform)
        return platform.name, platform.abilities
    finally:
        platform.close()


def _let_it_answer(platform: Platform) -> None:
    """Wait, but not for ever, where a desktop has to be asked what it can do."""
    number = platform.fileno()
    end = monotonic() + _ANSWER_LIMIT_S
    while number is not None and any(ability.pending for ability in platform.abilities):
        left = end - monotonic()
        if left <= 0 or not select.select([number], [], [], left)[0]:
            return
        platform.dispatch()


def open_size_tables(data: Path) -> "SizeReading":
    """The size tables in `data`, before those that come with us; some 50 ms."""
    from qtdesk.formats.size_yaml import read_size_tables  # noqa: PLC0415 - the same

    return read_size_tables([data / "sizes", paths.phrasebooks() / "sizes"])
