"""`backup`, `restore` and `store`: the agent's own data, kept and brought back."""

import argparse
from datetime import datetime
from pathlib import Path

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.atomic import write_atomically
from qtdesk.storage.backups import name_of_moment
from qtdesk.storage.checkup import Checkup, check
from qtdesk.storage.exchange import from_json, to_json


def _declare_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.set_defaults(run=_back_up)


def _declare_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help="a backup; without it, all are listed"
    )
    parser.add_argument("--json", action="store_true", help="lines of JSON")
    parser.set_defaults(run=_restore)


def _declare_store(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    checking = actions.add_parser(
        "check", help="look for damage; mends nothing", allow_abbrev=False
    )
    checking.set_defaults(run=_check)
    exporting = actions.add_parser(
        "export", help="write all of it to a JSON file", allow_abbrev=False
    )
    exporting.add_argument("path", metavar="FILE", type=Path)
    exporting.set_defaults(run=_export)
    importing = actions.add_parser(
        "import",
        help="put what such a file holds in place of all of it",
        allow_abbrev=False,
    )
    importing.add_argument("path", metavar="FILE", type=Path)
    importing.set_defaults(run=_import)
    for each in (checking, exporting, importing):
        each.add_argument("--json", action="store_true", help="one line of JSON")


DECLARE = {
    "backup": _declare_backup,
    "restore": _declare_restore,
    "store": _declare_store,
}


def _now() -> datetime:
    return datetime.now().astimezone()


def _back_up(asked: argparse.Namespace, context: Context) -> int:
    made = context.agent_data.back_up(name_of_moment(_now()))
    if asked.json:
        say_json({"made": made is not None, "path": str(made or "")})
    elif made is not None:
        say(made)
    else:
        complain("there is nothing to keep yet")
    return 0 if made else 1


def _restore(asked: argparse.Namespace, context: Context) -> int:
    if asked.name is None:
        return _list_backups(asked, context)
    context.agent_data.put_back(asked.name)
    if asked.json:
        say_json({"restored": asked.name})
    return 0


def _list_backups(asked: argparse.Namespace, context: Context) -> int:
    found = context.agent_data.list_backups()
    for backup in found:
        if asked.json:
            say_json(backup._asdict())
        else:
            health = "" if backup.sound else "damaged"
            size = counted(backup.documents, "document")
            say(*filter(None, (backup.name, backup.made, size, health)))
    return 0 if found else 1


def _check(asked: argparse.Namespace, context: Context) -> int:
    found = check(context.agent_data)
    if asked.json:
        say_json({"sound": found.sound, **found._asdict()})
    else:
        _print(found)
    return 0 if found.sound else 1


def _print(found: Checkup) -> None:
    say("condition", found.condition)
    say("lines", found.lines)
    say("documents", found.documents)
    say("lost to damage", found.missing)
    say("set aside", found.quarantined)
    say("backups", found.backups, *filter(None, [found.latest_backup]))
    if found.problem:
        complain(found.problem)
    for name in found.unsound_backups:
        complain(f"the backup {name} is damaged")


def _export(asked: argparse.Namespace, context: Context) -> int:
    tables = context.agent_data.storage.snapshot()
    write_atomically(asked.path, to_json(tables, _now()))
    _tell_count(asked, sum(map(len, tables.values())))
    return 0


def _import(asked: argparse.Namespace, context: Context) -> int:
    try:
        written = asked.path.read_bytes()
    except OSError as error:
        raise StoreError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=asked.path),
            words("{reason}", reason=error.strerror or type(error).__name__),
        ) from error
    tables = from_json(written)
    data = context.agent_data
    data.replace(data.journal.snapshot(tables), asked.path.name)
    _tell_count(asked, sum(map(len, tables.values())))
    return 0


def _tell_count(asked: argparse.Namespace, documents: int) -> None:
    if asked.json:
        say_json({"path": str(asked.path), "documents": documents})
    else:
        say(asked.path, counted(documents, "document"))
