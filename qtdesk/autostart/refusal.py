"""The words for a system that does not let us."""

from pathlib import Path

from qtdesk.core.errors import AutostartError
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

TITLE = words(
    QT_TRANSLATE_NOOP("core", "Starting with the system could not be changed.")
)


def refusal(path: Path, error: OSError, title: Words) -> AutostartError:
    """What to say where `path` cannot be written."""
    reason = error.strerror or type(error).__name__
    return AutostartError(
        title,
        Words("{path}: {reason}.", {"path": str(path), "reason": reason}),
        words(
            QT_TRANSLATE_NOOP("core", "Give yourself the right to write in {folder}."),
            folder=str(path.parent),
        ),
    )
