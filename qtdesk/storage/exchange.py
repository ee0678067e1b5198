"""All of the agent's data as one JSON file that people and other programs can read."""

import json
from datetime import datetime
from typing import Any

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.journal.contents import Tables
from qtdesk.storage.migrations import SCHEMA, migrate

_KIND = "qtdesk agent data"


def to_json(tables: Tables, made: datetime) -> bytes:
    """`tables` with what is needed to read them again."""
    told = {
        "kind": _KIND,
        "schema": SCHEMA,
        "made": made.isoformat(timespec="seconds"),
        "tables": tables,
    }
    # Half surrogate pairs survive as escapes only.
    text = json.dumps(told, ensure_ascii=False, indent=1)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(told, indent=1).encode()


def from_json(data: bytes) -> Tables:
    """What `to_json` has written, also by an earlier version.

    Raises:
        StoreError: it is something else, or of a later version.
    """
    try:
        told = json.loads(data)
    except ValueError:
        raise _something_else() from None
    if not isinstance(told, dict) or told.get("kind") != _KIND:
        raise _something_else()
    schema, tables = told.get("schema"), told.get("tables")
    if not (isinstance(schema, int) and isinstance(tables, dict)):
        raise _something_else()
    if not _are_tables(tables):
        raise _something_else()
    if schema > SCHEMA:
        raise StoreError(
            words(QT_TRANSLATE_NOOP("core", "This file comes from a later version.")),
            hint=words(QT_TRANSLATE_NOOP("core", "Update this qtdesk first.")),
        )
    return migrate(schema, tables)


def _are_tables(told: dict[str, Any]) -> bool:
    return all(
        isinstance(rows, dict)
        and all(
            number.isdecimal() and isinstance(fields, dict)
            for number, fields in rows.items()
        )
        for rows in told.values()
    )


def _something_else() -> StoreError:
    return StoreError(
        words(
            QT_TRANSLATE_NOOP("core", "This is no file that qtdesk wrote its data to.")
        ),
        hint=words(
            QT_TRANSLATE_NOOP("core", "Name one that “store export” has written.")
        ),
    )
