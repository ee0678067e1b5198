"""The windowed program `qtdesk`; a plain Python starts `qtdesk.__main__` instead.

On Windows it has no console: what it would complain of there is shown in a window.
"""

import ctypes
import io
import sys

from qtdesk.__main__ import main
from resources.packaging.as_python import run_module_asked_for

_ERROR_ICON = 0x10


def start() -> int:
    """Run the program; gives its exit code."""
    if run_module_asked_for(sys.argv):
        return 0
    if sys.stderr is not None:
        return main()
    said = sys.stderr = io.StringIO()
    code = main()
    if code and said.getvalue():
        show(said.getvalue().strip())
    return code


def show(text: str) -> None:
    """Say `text` in the plainest window that Windows has; Qt may be what is missing."""
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, text, "qtdesk", _ERROR_ICON)


if __name__ == "__main__":
    sys.exit(start())
