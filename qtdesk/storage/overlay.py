"""A table as TinyDB's own operations see it, and what they did to it.

Documents are copied when they are handed out, so that an operation which fails in the
midst has changed nothing, and one that changes a single document costs no more than it.
"""

from collections.abc import Iterator, MutableMapping
from typing import Any

from qtdesk.storage.journal.contents import Documents, own, same
from qtdesk.storage.journal.lines import Change, Emptied, Put, Removal


class Overlay(MutableMapping[int, dict[str, Any]]):
    """`below` by whole numbers; what is written stays up here."""

    def __init__(self, below: Documents) -> None:
        self._below = below
        self._new: dict[int, dict[str, Any]] = {}
        self._gone: set[int] = set()
        self._handed_out: dict[int, dict[str, Any]] = {}
        self._cleared = False

    def __getitem__(self, number: int) -> dict[str, Any]:
        if number in self._new:
            return self._new[number]
        if not self._is_below(number):
            raise KeyError(number)
        if number not in self._handed_out:
            self._handed_out[number] = own(self._below[str(number)])
        return self._handed_out[number]

    def __setitem__(self, number: int, fields: dict[str, Any]) -> None:
        self._new[number] = fields

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._new.pop(number, None)
        self._handed_out.pop(number, None)
        self._gone.add(number)

    def __contains__(self, number: object) -> bool:
        return number in self._new or self._is_below(number)

    def __iter__(self) -> Iterator[int]:
        if not self._cleared:
            yield from (n for n in map(int, self._below) if n not in self._gone)
        yield from (n for n in self._new if not self._is_below(n))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._cleared = True
        self._new.clear()
        self._handed_out.clear()

    def changes(self, table: str) -> Iterator[Change]:
        """What was done, for `table`."""
        if self._cleared and self._below:
            yield Emptied(table)
        if not self._cleared:
            below = (n for n in self._gone if str(n) in self._below)
            yield from (Removal(table, number) for number in sorted(below))
        for number, fields in self._handed_out.items():
            if number not in self._new and not same(self._below[str(number)], fields):
                yield Put(table, number, fields)
        yield from (Put(table, number, fields) for number, fields in self._new.items())

    def _is_below(self, number: object) -> bool:
        return (
            not self._cleared
            and number not in self._gone
            and str(number) in self._below
        )
