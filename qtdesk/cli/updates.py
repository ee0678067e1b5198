"""`updates`: whether there is a newer release. The desk asks through this command.

In a process of its own a slow server, or one that sends too much, hurts nobody.
"""

import argparse
from typing import Any

from qtdesk import __version__
from qtdesk.bootstrap.on_request import open_updates
from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, say, say_json
from qtdesk.core.errors import UpdateError
from qtdesk.core.ports.updates import News
from qtdesk.core.releases import Standing
from qtdesk.core.settings import Settings
from qtdesk.core.words import Words

_NEWER = 1
_CANNOT = 4


def _declare(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="ask now", allow_abbrev=False)
    check.add_argument("--json", action="store_true", help="one line of JSON")
    check.add_argument(
        "--if-due", action="store_true", help="ask once a day; else the last answer"
    )
    check.add_argument(
        "--language", default="en", metavar="L", help="of the notes: en or zh_CN"
    )
    check.set_defaults(run=_check)


DECLARE = {"updates": _declare}


def _check(asked: argparse.Namespace, context: Context) -> int:
    stored = Settings.from_stored(context.store.settings())
    settings = stored.with_changes(context.options.changes)
    try:
        updates = open_updates(settings.updates_from, context.data)
        news = updates.check(asked.language, only_if_due=asked.if_due)
    except UpdateError as error:
        if not asked.json:
            raise
        say_json(_failure(error))
        return _CANNOT
    if asked.json:
        say_json(_as_json(news))
    else:
        _print(news)
    newer = news is not None and news.standing is Standing.NEWER_THERE
    return _NEWER if newer else 0


def _as_json(news: News | None) -> dict[str, Any]:
    if news is None:
        return {"standing": "not_due"}
    release = news.release
    return {
        "standing": news.standing.name.lower(),
        "running": __version__,
        "version": str(release.version),
        "page": release.page,
        "notes": list(release.notes),
    }


def _failure(error: UpdateError) -> dict[str, Any]:
    """The sentences with their blanks apart, so that a front end can translate them."""
    parts = {"title": error.title, "detail": error.detail, "hint": error.hint}
    written = {name: _apart(sentence) for name, sentence in parts.items()}
    return {"standing": "unknown", "alarming": error.alarming, "error": written}


def _apart(sentence: Words) -> dict[str, Any]:
    values = {name: str(value) for name, value in sentence.values.items()}
    return {"template": sentence.template, "values": values}


def _print(news: News | None) -> None:
    if news is None:
        complain("a server was asked today, and could tell nothing")
        return
    release = news.release
    if news.standing is Standing.UP_TO_DATE:
        say(f"qtdesk {__version__} is the newest release")
        return
    say(f"qtdesk {release.version} is there; this is {__version__}")
    for note in release.notes:
        say("new", note)
    say("get it from", release.page)
