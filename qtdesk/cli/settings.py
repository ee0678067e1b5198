"""`settings`: what they are, and new values for them."""

import argparse

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, say, say_json
from qtdesk.core.declarations import read_switch
from qtdesk.core.settings import Settings
from qtdesk.ipc import NotRunningError


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_list, json=False)
    actions = parser.add_subparsers(metavar="ACTION")
    listing = actions.add_parser("list", help="print all settings", allow_abbrev=False)
    listing.add_argument("--json", action="store_true", help="one line of JSON")
    listing.set_defaults(run=_list)
    getting = actions.add_parser("get", help="print one setting", allow_abbrev=False)
    getting.add_argument("name", metavar="KEY")
    getting.set_defaults(run=_get)
    setting = actions.add_parser("set", help="change one setting", allow_abbrev=False)
    setting.add_argument("name", metavar="KEY")
    setting.add_argument("value", metavar="VALUE")
    setting.set_defaults(run=_set)


DECLARE = {"settings": _declare}


def _texts(context: Context) -> dict[str, str]:
    """Every setting as it holds in this run."""
    texts = context.settings.as_texts()
    for name, switch in context.kept_by_the_system.items():
        texts[name] = str(switch.enabled()).lower()
    return texts


def _list(asked: argparse.Namespace, context: Context) -> int:
    texts = _texts(context)
    if asked.json:
        say_json(texts)
    else:
        for name, text in texts.items():
            say(name, text)
    return 0


def _get(asked: argparse.Namespace, context: Context) -> int:
    texts = _texts(context)
    if asked.name not in texts:
        complain(f"there is no setting “{asked.name}”, only {', '.join(texts)}")
        return 2
    say(texts[asked.name])
    return 0


def _set(asked: argparse.Namespace, context: Context) -> int:
    switch = context.kept_by_the_system.get(asked.name)
    if switch is not None:
        on = read_switch(asked.name, asked.value)
        switch.enable() if on else switch.disable()
        return 0
    changes = {asked.name: asked.value}
    checked = Settings().with_changes(changes).as_texts()
    changes[asked.name] = checked[asked.name]
    try:
        context.ask({"do": "change_settings", "changes": changes})
    except NotRunningError:
        context.store.save_settings({**context.store.settings(), **changes})
    return 0
