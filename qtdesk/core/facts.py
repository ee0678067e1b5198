"""Frequent facts of the shop, such as the address for returns, as phrases read them.

A fact is a row of the table `facts`. One that has run out, or must not be pasted, is as
good as missing: nothing stands in for it. Where there is no fact of that name at all,
the setting of the same name counts.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from qtdesk.core.settings import Settings
from qtdesk.core.templates import FACTS
from qtdesk.core.templates.names import known

TABLE = "facts"


class Fact(NamedTuple):
    """One fact as it holds now."""

    key: str
    value: str
    category: str = ""
    may_paste: bool = False
    valid_until: date | None = None

    def holds(self, today: date) -> bool:
        """Whether a phrase may have it."""
        in_time = self.valid_until is None or today <= self.valid_until
        return self.may_paste and in_time


def fact_from(fields: Mapping[str, Any]) -> Fact:
    """The fact in a row of the table of facts, as that is written.

    Read without the tables, which take long to load and no start has use for.
    """
    cells = fields["cells"]
    until = cells.get("valid_until")
    return Fact(
        str(cells.get("key", "")),
        str(cells.get("value", "")),
        str(cells.get("category", "")),
        cells.get("may_paste") is True,
        date.fromisoformat(until["day"]) if until else None,
    )


class Facts:
    """The facts, looked up by name."""

    def __init__(
        self, read: Callable[[], Iterable[Fact]], today: Callable[[], date]
    ) -> None:
        """`read` tells all of them, later ones before earlier ones of the same name."""
        self._read, self._today = read, today
        self._by_name: dict[str, Fact] | None = None

    def forget(self) -> None:
        """Read them anew when the next one is asked for."""
        self._by_name = None

    def find(self, name: str) -> Fact | None:
        """The fact of that name, whether it holds or not.

        `return_addr` and `退货地址` are one, as in phrases.
        """
        if self._by_name is None:
            self._by_name = {}
            for fact in self._read():
                self._by_name.setdefault(_name(fact.key), fact)
        return self._by_name.get(_name(name))

    def known(self) -> tuple[Fact, ...]:
        """One of each name, whether it holds or not."""
        self.find("")
        return tuple((self._by_name or {}).values())

    def value(self, name: str) -> str:
        """What a phrase may have for that name; empty where there is nothing."""
        fact = self.find(name)
        return fact.value if fact is not None and fact.holds(self._today()) else ""

    def fields(self, settings: Settings) -> dict[str, str]:
        """The placeholders that have names of their own: the fact, else the setting."""
        return {
            name: str(getattr(settings, name))
            if self.find(name) is None
            else self.value(name)
            for name in FACTS
        }


def same_fact(one: str, other: str) -> bool:
    """Whether both are the name of one fact."""
    return _name(one) == _name(other)


def _name(key: str) -> str:
    found = known(key.strip())
    return found.key if found is not None else "".join(key.split()).casefold()
