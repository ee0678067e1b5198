import subprocess
import sys

import pytest

_LOADED = """
import sys
started = []
sys.addaudithook(lambda event, _: started.append(event) if "Popen" in event else None)
import qtdesk.platforms.x11.connection
import Xlib.support.unix_connect
print(started)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is loaded on Linux only")
def test_no_program_is_started_to_learn_the_name_of_the_processor() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOADED], check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == "[]"
