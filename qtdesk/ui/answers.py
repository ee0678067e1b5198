"""What the running desk answers to the command line and to later starts."""

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

from qtdesk.core.desk import Desk
from qtdesk.core.doctor import examine, in_plain
from qtdesk.core.errors import RunningError
from qtdesk.core.status import status_of
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.platforms.session import ACTIVATION_TOKEN
from qtdesk.ui.quick_panel import QuickPanel


class Answers:
    """One method per request; called on the application's thread."""

    def __init__(
        self,
        desk: Desk,
        panel: QuickPanel,
        ready: Callable[[], bool],
        close: Callable[[], None],
    ) -> None:
        """Answer for `desk`; `ready` tells whether it is, `close` ends the program."""
        self._desk = desk
        self._panel = panel
        self._ready = ready
        self._close = close
        self._known = {
            "ping": self._ping,
            "show": self._show,
            "status": self._status,
            "doctor": self._doctor,
            "add_source": self._add_source,
            "remove_source": self._remove_source,
            "change_settings": self._change_settings,
            "quit": self._quit,
        }

    def __call__(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what `request` says.

        Raises:
            RunningError: this edition knows no such request.
        """
        answer = self._known.get(str(request.get("do")))
        if answer is None:
            raise RunningError(
                words(
                    QT_TRANSLATE_NOOP("core", "The running qtdesk does not know this.")
                ),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core", "It may be older: close it and start anew."
                    )
                ),
            )
        return answer(request)

    def _ping(self, _request: dict[str, Any]) -> dict[str, Any]:
        return {"ready": self._ready()}

    def _show(self, request: dict[str, Any]) -> dict[str, Any]:
        token = str(request.get("activation_token", ""))
        if token:
            # Where Qt looks for the right to come to the front.
            os.environ[ACTIVATION_TOKEN] = token
        self._desk.want_panel()
        return {}

    def _status(self, _request: dict[str, Any]) -> dict[str, Any]:
        return {
            "ready": self._ready(),
            "pid": os.getpid(),
            "panel_open": self._panel.isVisible(),
            "form_open": self._panel.asks,
            **status_of(self._desk),
        }

    def _doctor(self, _request: dict[str, Any]) -> dict[str, Any]:
        return {"findings": in_plain(examine(self._desk))}

    def _add_source(self, request: dict[str, Any]) -> dict[str, Any]:
        self._desk.books.add(str(request["path"]))
        return {}

    def _remove_source(self, request: dict[str, Any]) -> dict[str, Any]:
        for state in self._desk.books.sources():
            if state.source.path == request["path"] and not state.source.sample:
                self._desk.books.remove(state.source)
                return {"removed": True}
        return {"removed": False}

    def _change_settings(self, request: dict[str, Any]) -> dict[str, Any]:
        changes = request["changes"]
        self._desk.change_settings({str(n): str(v) for n, v in changes.items()})
        return {}

    def _quit(self, _request: dict[str, Any]) -> dict[str, Any]:
        # The answer goes out first.
        QTimer.singleShot(0, self._close)
        return {}
