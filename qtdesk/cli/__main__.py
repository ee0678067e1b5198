"""`python -m qtdesk.cli` is the command line, also where nothing is installed."""

import sys

from qtdesk.cli.main import main

sys.exit(main())
