"""What holds for every test: no window appears on the developer's own desktop."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
