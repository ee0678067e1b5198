"""The console program `qtdesk-cli`; a plain Python starts `qtdesk.cli` instead."""

import sys

from qtdesk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
