"""A window with a field for a name and one for a password below it, as Qt makes them.

`form.py FILE`: what both hold is written to FILE, as JSON, at every change.
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget


def main(file: Path) -> int:
    application = QApplication(["form"])
    window = QWidget(windowTitle="Sign in")
    name, password = QLineEdit(), QLineEdit(echoMode=QLineEdit.EchoMode.Password)
    layout = QVBoxLayout(window)

    def write() -> None:
        whole = file.with_suffix(".new")
        whole.write_text(json.dumps([name.text(), password.text()]), encoding="utf-8")
        whole.replace(file)

    for field in (name, password):
        layout.addWidget(field)
        field.textChanged.connect(write)
    write()
    window.show()
    return int(application.exec())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
