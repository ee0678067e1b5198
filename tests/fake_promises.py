"""Promises kept in memory only."""

from collections.abc import Mapping
from typing import Any


class FakeKeptPromises:
    """Promises in memory; what was kept outlives the program."""

    def __init__(self) -> None:
        self.kept: dict[str, Mapping[str, Any]] = {}
        self.writes = 0

    def all(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(self.kept.values())

    def keep(self, uid: str, fields: Mapping[str, Any]) -> None:
        self.writes += 1
        self.kept[uid] = dict(fields)

    def drop(self, uid: str) -> None:
        self.kept.pop(uid, None)
