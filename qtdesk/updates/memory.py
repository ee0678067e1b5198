"""What is kept between two questions: when we asked, the highest version, the answer.

Belongs to one publisher's key; another key begins anew. A file that cannot be read is
as good as none: whoever can write there could do worse, and an accident heals itself.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from qtdesk.core.errors import UpdateError
from qtdesk.core.releases import Version
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_ONCE_IN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Memory:
    """All of it, as text."""

    key: str
    """The publisher's key, in hexadecimal digits."""
    asked: str = ""
    """When a server was asked last, with or without success; in ISO 8601, UTC."""
    seen: str = "0.0.0"
    """The highest version that this publisher has told of."""
    file: str = ""
    """The release file that was last found good."""

    @property
    def seen_version(self) -> Version:
        return Version.parse(self.seen)

    def is_due(self, now: datetime) -> bool:
        """Whether a day has gone by; also where the clock was ahead last time."""
        if not self.asked:
            return True
        return not timedelta(0) <= now - datetime.fromisoformat(self.asked) < _ONCE_IN

    def with_asked(self, now: datetime) -> "Memory":
        return replace(self, asked=now.isoformat())

    def with_answer(self, version: Version, file: bytes) -> "Memory":
        highest = max(version, self.seen_version)
        return replace(self, seen=str(highest), file=file.decode())


def load(path: Path, key: bytes) -> Memory:
    """What is kept at `path` about the publisher with `key`."""
    nothing = Memory(key.hex())
    try:
        kept = Memory(**json.loads(path.read_bytes()))
        _ = kept.seen_version, kept.is_due(datetime.now().astimezone())
    except (OSError, ValueError, TypeError):
        return nothing
    return kept if kept.key == nothing.key else nothing


def save(path: Path, memory: Memory) -> None:
    """Keep `memory` at `path`; a crash leaves the old one.

    Raises:
        UpdateError: it cannot be written.
    """
    written = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(json.dumps(asdict(memory)), encoding="utf-8")
        written.replace(path)
    except OSError as problem:
        raise UpdateError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be written."), path=path),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Without it an old release could pass for a new one."
                )
            ),
        ) from problem
