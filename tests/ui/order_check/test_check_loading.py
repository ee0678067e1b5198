"""What a start loads of order checks: nothing that the hotkey does not need."""

import subprocess
import sys

from tests.ui.conftest import ROOT

_HEAVY = ("qtdesk.core.checklists", "qtdesk.core.order_checks", "qtdesk.core.orders")


def test_a_start_loads_neither_engine_nor_window() -> None:
    script = "import sys, qtdesk.ui.app, qtdesk.ui.surroundings; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = ended.stdout.split()
    assert "qtdesk.core.checks" in loaded
    wrong = (*_HEAVY, "qtdesk.ui.order_check", "qtdesk.order_desk", "yaml")
    assert [name for name in loaded if name.startswith(wrong)] == []
