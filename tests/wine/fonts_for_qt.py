"""Where Qt finds fonts in the lab; Python runs this at each start in there.

Qt on a screen would ask Wine's DirectWrite, which does not know which font stands for
those of Windows; Qt without a screen looks into no folder by itself. Wine hands on no
variable whose name begins with QT_, so that they cannot come from outside.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "windows:fontengine=freetype")
os.environ.setdefault("QT_QPA_FONTDIR", "C:\\fonts")
