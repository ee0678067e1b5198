"""The files of the time before the journal: read once, and left where they are."""

import json
from pathlib import Path
from typing import Any

from qtdesk.storage.journal.contents import Tables

_FILES = ("desk.json", "sources.json")
_ONLY = "1"


def has_legacy(folder: Path) -> bool:
    """Whether one of the files is in `folder`."""
    return any((folder / name).exists() for name in _FILES)


def read_legacy(folder: Path) -> Tables:
    """What they hold, laid out as of schema 1; damaged ones come from their backups."""
    desk, sources = (_read(folder / name) for name in _FILES)
    tables: Tables = {}
    for name in ("settings", "notes"):
        if only := _only(desk, name):
            tables[name] = {_ONLY: {key: str(text) for key, text in only.items()}}
    paths = _only(sources, "sources").get("paths")
    if isinstance(paths, list):
        tables["sources"] = {_ONLY: {"paths": [str(path) for path in paths]}}
    keys = _only(desk, "recent").get("keys")
    if isinstance(keys, list):
        latest_last = reversed([str(key) for key in keys])
        tables["uses"] = {
            str(number): {"phrase": key, "count": 1, "last": number}
            for number, key in enumerate(latest_last, 1)
        }
    return tables


def _read(path: Path) -> dict[str, Any]:
    for place in (path, path.with_name(path.name + ".bak")):
        try:
            found = json.loads(place.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(found, dict):
            return found
    return {}


def _only(tables: dict[str, Any], name: str) -> dict[str, Any]:
    """The one document of a table."""
    table = tables.get(name)
    only = table.get(_ONLY) if isinstance(table, dict) else None
    return only if isinstance(only, dict) else {}
