"""Style sheet of the dialogs, made from tokens.

The quick panel, the toast and the tray paint themselves and must not load it: a
style sheet costs time at start-up.
"""

from string import Template

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Theme, token_names

_SHEET = Template(
    """
QDialog { background: $bg; }
QLabel[voice="dim"] { color: $dim; }
QLabel[voice="heading"] { font-size: ${large}px; font-weight: 700; }
QLabel[voice="strong"] { font-size: ${strong}px; font-weight: 500; }
QLabel[voice="stop"] { color: $stop; background: $stop_bg; padding: 8px 12px;
    border-radius: ${radius}px; }
QFrame[voice="line"] { background: $line; border: none; max-height: 1px; }
QFrame[voice="footer"] { background: $sunk; border: none;
    border-top: 1px solid $line; }
QPushButton, QComboBox, QDoubleSpinBox {
    min-height: ${inner}px; padding: 0 12px; color: $text; background: $bg;
    border: 1px solid $edge; border-radius: ${radius}px; }
QPushButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed { background: $sel; }
QPushButton:focus, QComboBox:focus, QDoubleSpinBox:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[voice="primary"] { color: $on; background: $accent;
    border-color: $accent; font-weight: 500; }
QPushButton[voice="primary"]:focus { border-color: $text; }
QPushButton[recording="true"] { border: 2px solid $accent; color: $accent; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView { background: $bg; border: 1px solid $edge;
    selection-background-color: $sel; selection-color: $text; outline: none; }
QDoubleSpinBox { padding-right: 4px; }
QListView { background: $bg; border: 1px solid $line;
    border-radius: ${radius}px; outline: none; }
QListView:focus { border-color: $accent; }
QTextEdit { background: $sunk; border: 1px solid $line;
    border-radius: ${radius}px; padding: 8px; }
QTextEdit:focus { border-color: $accent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
"""
)


def style_sheet(theme: Theme) -> str:
    """The sheet for a dialog in `theme`."""
    colours = {name: getattr(theme, name).name() for name in token_names()}
    return _SHEET.substitute(
        colours,
        radius=tokens.RADIUS_CONTROL,
        inner=tokens.CONTROL - 2,
        large=tokens.LARGE,
        strong=tokens.STRONG,
    )
