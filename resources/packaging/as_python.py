"""Lets a frozen program start parts of itself the way a plain Python does.

Rooms start processes of their own with `sys.executable -m MODULE`; in a frozen program
`sys.executable` is the program. Only modules of ours are taken.
"""

import runpy
from collections.abc import Sequence

_OURS = "qtdesk.platforms."


def run_module_asked_for(arguments: Sequence[str]) -> bool:
    """Run the module if `arguments`, those of the process, ask for one.

    Raises:
        SystemExit: from the module, with its exit code.
    """
    match arguments:
        case [_, "-m", module, *_] if module.startswith(_OURS):
            runpy.run_module(module, run_name="__main__", alter_sys=True)
            return True
    return False
