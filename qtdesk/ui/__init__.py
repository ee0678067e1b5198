"""The desk on the screen, in Qt Widgets. The only room that knows PySide6.

PySide6 puts a function of its own in the place of Python's `__import__`; it reads the
source of every module that is imported from then on, in search of a feature that we
do not use. Taking it out again spares the start a sixth of its time, and 2 MB.
"""

import builtins

_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - must stand between the two

builtins.__import__ = _plain_import
