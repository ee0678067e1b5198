"""A program with a field for a password and one for everything else.

Orders on standard input: {"focus": "password"} or {"focus": "plain"}. Reports what the
fields hold at every change.
"""

import json
import sys
import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget


class Orders(QObject):
    """Lines from standard input, as signals."""

    arrived = Signal(str)

    def read(self) -> None:
        for line in sys.stdin:
            self.arrived.emit(line)


def report(what: str, **fields: object) -> None:
    sys.stdout.write(json.dumps({"what": what, **fields}) + "\n")
    sys.stdout.flush()


def main() -> int:
    app = QApplication(["password"])
    window = QWidget()
    window.setWindowTitle("password")
    column = QVBoxLayout(window)
    fields = {"password": QLineEdit(), "plain": QLineEdit()}
    fields["password"].setEchoMode(QLineEdit.EchoMode.Password)
    for name, field in fields.items():
        field.setAccessibleName(name)
        field.textChanged.connect(lambda text, name=name: report(name, text=text))
        column.addWidget(field)
    orders = Orders()

    def obey(line: str) -> None:
        order = json.loads(line)
        fields[order["focus"]].setFocus()
        report("ready", window=int(window.winId()))

    orders.arrived.connect(obey)
    threading.Thread(target=orders.read, daemon=True).start()
    window.show()
    report("ready", window=int(window.winId()))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
