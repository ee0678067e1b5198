"""The desk on the screen, in Qt Widgets. The only room that knows PySide6."""
