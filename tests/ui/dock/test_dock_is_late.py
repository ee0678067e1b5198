"""Nothing of the dock is loaded before the hotkey works."""

import subprocess
import sys

from tests.ui.conftest import ROOT

_LOOK = "import sys, qtdesk.ui.app; print(*sorted(sys.modules))"


def test_a_start_loads_nothing_of_the_dock() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOOK],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = told.stdout.split()
    assert "qtdesk.ui.quick_panel" in loaded
    late = ("qtdesk.core.dock.", "qtdesk.core.stage_views", "qtdesk.ui.dock")
    assert [name for name in loaded if name.startswith(late)] == []
