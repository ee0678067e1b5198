import subprocess
import sys

_BUILT = """
import enum
make = enum.EnumType._create_
made = set()
def noting(kind, name, *rest, **more):
    made.add(name)
    return make(kind, name, *rest, **more)
enum.EnumType._create_ = noting
from PySide6.QtWidgets import QApplication
from tests.ui.fake_desk import FakeDesk
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
qt = QApplication(["qtdesk"])
panel = QuickPanel(FakeDesk(), Appearance(qt), lambda: False)
built = set(made)
panel.warm_up()
print("ok" if "AlignmentFlag" in built else "nothing was noted")
print(*(made - built) & {"StateFlag", "ButtonPosition"})
print(*built & {"StateFlag", "ButtonPosition", "UnderlineStyle", "Spread"})
"""


def test_the_panel_is_built_without_classes_that_only_painting_needs() -> None:
    """Those of styles and of formatted text; `viewport()` would make all widgets'."""
    told = subprocess.run(
        [sys.executable, "-c", _BUILT], check=True, capture_output=True, text=True
    )
    noted, painted, early = told.stdout.split("\n")[:3]
    assert noted == "ok"
    assert set(painted.split()) == {"StateFlag", "ButtonPosition"}
    assert early == ""
