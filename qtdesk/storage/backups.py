"""Earlier states of a journal, each read again and proved before an older one goes.

Seven of the last days, eight of the last weeks and twelve of the last months are kept,
and whatever has another name than ours.
"""

import contextlib
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.safekeeping import Backup
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.atomic import write_atomically
from qtdesk.storage.journal.reading import Contents, read_contents

DAYS, WEEKS, MONTHS = 7, 8, 12
_NAME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:-\d{6})?\.jsonl")


class Backups:
    """The backups in `folder`, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has_any(self) -> bool:
        """Whether there is one by its name; nothing is read."""
        return any(self._ours())

    def has_of(self, day: date) -> bool:
        return any(_day(path) == day for path in self._ours())

    def find(self) -> tuple[Backup, ...]:
        """All that can be read, the latest first. Reads every line of them."""
        found = (describe(path, path.name) for path in self._all())
        made = [backup for backup in found if backup is not None]
        return tuple(sorted(made, key=_age, reverse=True))

    def read(self, name: str) -> bytes:
        """The backup with `name`.

        Raises:
            StoreError: there is none, or it cannot be read.
        """
        if name not in {path.name for path in self._all()}:
            raise _no_backup(name)
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise _no_backup(name) from error

    def keep(self, data: bytes, name: str) -> Path:
        """Write `data`, read them again, and only then let older ones go.

        Raises:
            StoreError: it could not be written, or came back other than it was
                written; older ones are all there.
        """
        path = self._folder / name
        write_atomically(path, data)
        try:
            proved = path.read_bytes() == data and read_contents(path).report.sound
        except OSError:
            proved = False
        if not proved:
            with contextlib.suppress(OSError):
                path.unlink()
            raise StoreError(
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "The backup {name} came back other than it was written."
                    ),
                    name=name,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core", "The disk of {folder} may be failing: have it checked."
                    ),
                    folder=self._folder,
                ),
            )
        self._let_go()
        return path

    def _let_go(self) -> None:
        paths = sorted(self._ours(), reverse=True)
        kept = {path.name for path in worth_keeping(paths, _day)}
        for path in paths:
            if path.name not in kept:
                # One that stays longer does no harm.
                with contextlib.suppress(OSError):
                    path.unlink()

    def _all(self) -> list[Path]:
        try:
            return sorted(self._folder.glob("*.jsonl"))
        except OSError:
            return []

    def _ours(self) -> list[Path]:
        return [path for path in self._all() if _NAME.fullmatch(path.name)]


def name_of_day(day: date) -> str:
    """The name of the one backup that is made by itself on `day`."""
    return f"{day.isoformat()}.jsonl"


def name_of_moment(now: datetime) -> str:
    """The name of a backup that was asked for."""
    return f"{now:%Y-%m-%d-%H%M%S}.jsonl"


def worth_keeping(
    paths: Iterable[Path], day_of: Callable[[Path], date]
) -> frozenset[Path]:
    """Of `paths`, the latest first, those that are kept."""
    kept: set[Path] = set()
    days: set[date] = set()
    weeks: set[tuple[int, int]] = set()
    months: set[tuple[int, int]] = set()
    for path in paths:
        day = day_of(path)
        week, month = day.isocalendar()[:2], (day.year, day.month)
        if day in days or len(days) < DAYS:
            kept.add(path)
        if week not in weeks and len(weeks) < WEEKS:
            kept.add(path)
        if month not in months and len(months) < MONTHS:
            kept.add(path)
        days.add(day)
        weeks.add(week)
        months.add(month)
    return frozenset(kept)


def describe(path: Path, name: str) -> Backup | None:
    """What is in the journal at `path`; None where nothing can be read."""
    try:
        contents = read_contents(path)
        made = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
    if not contents.found:
        return None
    return Backup(
        name, made.isoformat(timespec="seconds"), count(contents), _sound(contents)
    )


def _age(backup: Backup) -> tuple[str, str]:
    return backup.made, backup.name


def count(contents: Contents) -> int:
    """How many documents there are."""
    return sum(map(len, contents.tables.values()))


def _sound(contents: Contents) -> bool:
    return contents.report.sound and not contents.report.damaged


def _day(path: Path) -> date:
    return date.fromisoformat(path.name[:10])


def _no_backup(name: str) -> StoreError:
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "There is no backup {name}."), name=name),
        hint=words(QT_TRANSLATE_NOOP("core", "Choose one of those that are listed.")),
    )
