"""Talking to the running instance: one line of JSON there, one line back.

Private to the user, versioned, never pickle. Knows how a request travels and not what
it means: the application hands in a handler, which runs on the application's thread.
"""

import sys

from qtdesk.ipc.wire import LONGEST_LINE, VERSION, Handler, Message, NotRunningError

if sys.platform == "win32":
    from qtdesk.ipc.pipe import Server, ask
else:
    from qtdesk.ipc.local import Server, ask

__all__ = [
    "LONGEST_LINE",
    "VERSION",
    "Handler",
    "Message",
    "NotRunningError",
    "Server",
    "ask",
]
