"""Keyboard layouts of a private X server."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.desktop.x11_world import PhysicalKeys
from tests.desktop.xserver import XServer

_NEXT_GROUP = 135
"""The Menu key, which switches to the next layout."""


@contextmanager
def layout(
    server: XServer, keys: PhysicalKeys, names: str, group: int = 0
) -> Iterator[None]:
    """Use one layout, or several such as `us,ru` with that of number `group` active.

    Afterwards it is `us` again. The server remembers the group through changes of
    the layout, so it is led back to the first.
    """
    try:
        _set(server, names)
        for _ in range(group):
            keys.tap(_NEXT_GROUP)
        yield
    finally:
        if group:
            for _ in range(names.count(",") + 1 - group):
                keys.tap(_NEXT_GROUP)
        _set(server, "us")


def _set(server: XServer, names: str) -> None:
    options = ("-option", "", "-option", "grp:menu_toggle")
    subprocess.run(
        ["setxkbmap", "-layout", names, *options],
        env=server.env,
        check=True,
        timeout=10,
    )
