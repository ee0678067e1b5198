"""Why nothing is written to the agent's data, in words."""

from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words


def gone(path: Path) -> StoreError:
    """The file was here once."""
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "Your settings and lists are missing.")),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "There were some in {folder}, and {name} is not there any more or has "
                "nothing in it that can be read. Until you choose, nothing is saved.",
            ),
            folder=str(path.parent),
            name=path.name,
        ),
        words(QT_TRANSLATE_NOOP("core", "Restore a backup, or begin anew.")),
    )


def no_folder(folder: Path) -> StoreError:
    """The folder cannot be reached at the start."""
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "{folder} is out of reach."), folder=folder),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Settings and lists are missing, and changes are not kept."
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Start qtdesk again as soon as the folder can be reached."
            )
        ),
    )


def restored() -> StoreError:
    """A backup took the place of what is in memory."""
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "Your settings and lists are restored.")),
        words(
            QT_TRANSLATE_NOOP(
                "core", "What you change until the next start is not kept."
            )
        ),
        words(QT_TRANSLATE_NOOP("core", "Start qtdesk again to use them.")),
    )


def useless(name: str) -> StoreError:
    """What should be restored has nothing in it."""
    return StoreError(
        words(
            QT_TRANSLATE_NOOP("core", "{name} has nothing in it that can be read."),
            name=name,
        ),
        hint=words(QT_TRANSLATE_NOOP("core", "Choose another backup.")),
    )


def later_version(path: Path) -> StoreError:
    """What this version must not write to."""
    return StoreError(
        words(
            QT_TRANSLATE_NOOP("core", "{name} comes from a later version of qtdesk."),
            name=path.name,
        ),
        words(QT_TRANSLATE_NOOP("core", "It is read, and nothing in it is changed.")),
        words(
            QT_TRANSLATE_NOOP("core", "Start the later version, or update this one.")
        ),
    )


def unreadable(path: Path, error: OSError) -> StoreError:
    """The file is there, and the system refuses to read it."""
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "{name} cannot be used."), name=path.name),
        words("{reason}", reason=error.strerror or type(error).__name__),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Look at {folder}: the file must be readable and writable."
            ),
            folder=str(path.parent),
        ),
    )
