"""One question for news: fetch, verify, judge, and remember the highest version.

The port `Updates` over a real web server and a file in the agent's folder.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from qtdesk.core.ports.updates import News
from qtdesk.core.releases import Version, judge
from qtdesk.updates.address import read_address
from qtdesk.updates.fetching import fetch
from qtdesk.updates.memory import load, save
from qtdesk.updates.statement import read_statement

_FILE = "updates.json"


class WebUpdates:
    """News from the address that a team has handed out."""

    def __init__(
        self,
        address: str,
        running: str,
        data: Path,
        now: Callable[[], datetime],
        get: Callable[[str], bytes] = fetch,
    ) -> None:
        """`running` is our own version; `data` the agent's folder; `now` knows UTC.

        Raises:
            UpdateError: `address` is not one; see `read_address`.
        """
        self._address = read_address(address)
        self._running = Version.parse(running)
        self._file = data / _FILE
        self._now = now
        self._get = get

    def check(self, language: str, *, only_if_due: bool = False) -> News | None:
        """See `qtdesk.core.ports.updates.Updates`."""
        now = self._now()
        memory = load(self._file, self._address.key)
        if only_if_due and not memory.is_due(now):
            if not memory.file:
                return None
            content = memory.file.encode()
        else:
            # Kept before the answer: a server in need is not asked again and again.
            memory = memory.with_asked(now)
            save(self._file, memory)
            content = self._get(self._address.url)
        release = read_statement(content, self._address.key, language)
        standing = judge(release, self._running, memory.seen_version, now.date())
        save(self._file, memory.with_answer(release.version, content))
        return News(standing, release)
