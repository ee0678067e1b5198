"""`doctor`: what works on this desktop, what does not, and what to do about it."""

import argparse

from qtdesk.bootstrap.on_request import desktop_abilities
from qtdesk.cli import checks
from qtdesk.cli.context import Context
from qtdesk.cli.output import say, say_json


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.set_defaults(run=_doctor)


DECLARE = {"doctor": _declare}


def _doctor(asked: argparse.Namespace, context: Context) -> int:
    platform, abilities = desktop_abilities()
    made = [
        checks.data_folder(context),
        checks.running(context),
        checks.qt(),
        checks.clipboard_tool(),
        checks.input_method(),
        *map(checks.ability, abilities),
        *checks.pasting(context),
    ]
    if asked.json:
        shown = [check._asdict() for check in made]
        say_json({"platform": platform, "checks": shown})
    else:
        say("platform", platform)
        for check in made:
            _print(check)
    return 0 if all(check.ok for check in made) else 1


def _print(check: checks.Check) -> None:
    fields = ("ok" if check.ok else "no", check.name, check.found, check.remedy)
    say(*(field for field in fields if field))
