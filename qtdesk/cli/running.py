"""`show`, `status` and `quit`: questions to the running instance."""

import argparse
import os
import time
from typing import Any

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.ipc import Message, NotRunningError
from qtdesk.platforms.session import ACTIVATION_TOKEN

_RETRY_SECONDS = 0.05


def _declare_show(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_show)


def _declare_status(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.add_argument(
        "--wait-ready",
        type=float,
        nargs="?",
        const=10.0,
        metavar="SECONDS",
        help="wait until it is there and ready; 10 seconds at most by default",
    )
    parser.set_defaults(run=_status)


def _declare_quit(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_quit)


DECLARE = {"show": _declare_show, "status": _declare_status, "quit": _declare_quit}


def show_request() -> Message:
    """Ask for the panel; the right to the front is handed on, where we were given it.

    A desktop gives it to what it starts at a key press.
    """
    token = os.environ.get(ACTIVATION_TOKEN)
    return {"do": "show", "activation_token": token} if token else {"do": "show"}


def _show(asked: argparse.Namespace, context: Context) -> int:
    del asked
    context.ask(show_request())
    return 0


def _quit(asked: argparse.Namespace, context: Context) -> int:
    del asked
    context.ask({"do": "quit"})
    return 0


def _status(asked: argparse.Namespace, context: Context) -> int:
    if asked.wait_ready is None:
        status = context.ask({"do": "status"})
    else:
        status = _ready_status(context, asked.wait_ready)
    if asked.json:
        say_json(status)
    else:
        _print(status)
    if asked.wait_ready is not None and not status.get("ready"):
        complain("qtdesk is not ready yet")
        return 4
    return 0


def _ready_status(context: Context, seconds: float) -> dict[str, Any]:
    """The first status that says ready, or the last before `seconds` are over."""
    deadline = time.monotonic() + seconds
    while True:
        left = deadline - time.monotonic()
        try:
            status = context.ask({"do": "status"}, max(left, _RETRY_SECONDS))
            if status.get("ready") or left <= 0:
                return status
        except NotRunningError:
            if left <= 0:
                raise
        time.sleep(_RETRY_SECONDS)


def _print(status: dict[str, Any]) -> None:
    """For people; whatever an older instance does not tell is passed over."""
    ready = "ready" if status.get("ready") else "not ready"
    say(f"qtdesk {status.get('version', '')}", ready, f"pid {status.get('pid', '')}")
    say("platform", status.get("platform", ""))
    for hotkey in status.get("hotkeys", ()):
        say("hotkey", hotkey["combo"], _hotkey_state(hotkey))
    for book in status.get("books", ()):
        problems = counted(book["problems"], "problem")
        say("book", book["title"], counted(book["phrases"], "phrase"), problems)
    target = status.get("target")
    if target:
        say("target", target["app"])
    last = status.get("last_paste")
    if last:
        say("last paste", last["outcome"], last["reason"], last["phrase"])


def _hotkey_state(hotkey: dict[str, Any]) -> str:
    if hotkey["paused"]:
        return "paused"
    if not hotkey["active"]:
        return f"not active: {hotkey['problem']}" if hotkey["problem"] else "asked for"
    trigger = hotkey.get("trigger")
    return f"active as {trigger}" if trigger else "active"
