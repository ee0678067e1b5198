"""The windowed program `qtdesk`; a plain Python starts `qtdesk.__main__` instead."""

import sys

from qtdesk.__main__ import main
from resources.packaging.as_python import run_module_asked_for

if __name__ == "__main__":
    sys.exit(main() if not run_module_asked_for(sys.argv) else 0)
