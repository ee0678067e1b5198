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
QLabel[voice="stop"] { color: $stop; background: $stop_bg; padding: 8px 12px;
    border-radius: ${radius}px; }
QLabel[voice="good"] { color: $ok; background: $ok_bg; padding: 8px 12px;
    border-radius: ${radius}px; }
QLabel[voice="warn"] { color: $warn; background: $warn_bg; padding: 8px 12px;
    border-radius: ${radius}px; }
QLabel[voice="grave"] { color: $stop; }
QFrame[voice="bar"] { background: $warn_bg; border: none;
    border-radius: ${radius}px; }
QFrame[voice="bar"] QLabel { color: $warn; }
QFrame[voice="line"] { background: $line; border: none;
    min-height: 1px; max-height: 1px; }
QFrame[voice="footer"] { background: $sunk; border: none;
    border-top: 1px solid $line; }
QPushButton, QComboBox, QDoubleSpinBox, QLineEdit[voice="field"] {
    min-height: ${inner}px; padding: 0 12px; color: $text; background: $bg;
    border: 1px solid $edge; border-radius: ${radius}px; }
QPushButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed { background: $sel; }
QPushButton:focus, QComboBox:focus, QDoubleSpinBox:focus,
QLineEdit[voice="field"]:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[voice="primary"] { color: $on; background: $accent;
    border-color: $accent; font-weight: 500; }
QPushButton[voice="primary"]:focus { border-color: $text; }
QPushButton[voice="small"] { min-height: 22px; padding: 0 8px; }
QPushButton[voice="small"]:checked { background: $sel; border-color: $accent; }
QPushButton[recording="true"] { border: 2px solid $accent; color: $accent; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $bg; border: 1px solid $edge;
    selection-background-color: $sel; selection-color: $text; outline: none; }
QListView { background: $bg; border: 1px solid $line;
    border-radius: ${radius}px; outline: none; }
QListView:focus { border-color: $accent; }
QListView#lines { padding: 4px; }
QListView#lines::item { padding: 6px 8px; border-radius: ${radius}px; color: $text; }
QListView#lines::item:selected { background: $sel; }
QListView#lines::item:disabled { color: $dim; }
QTableView { background: $bg; color: $text; border: 1px solid $line;
    border-radius: ${radius}px; outline: none; selection-background-color: $sel;
    selection-color: $text; }
QTableView:focus { border-color: $accent; }
QTableView::item { padding: 0 8px; border: none; }
QTableView::item:selected { background: $sel; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $dim;
    padding: 6px 8px; border: none; border-bottom: 1px solid $line; }
QPlainTextEdit[voice="field"] { padding: 4px 10px; color: $text; background: $bg;
    border: 1px solid $edge; border-radius: ${radius}px; }
QPlainTextEdit[voice="field"]:focus { border-color: $accent; }
QTextEdit { background: $sunk; border: 1px solid $line;
    border-radius: ${radius}px; padding: 8px; }
QTextEdit:focus, QPlainTextEdit[voice="field"]:focus { border-color: $accent; }
QPlainTextEdit[voice="field"] { background: $bg; border: 1px solid $edge;
    border-radius: ${radius}px; padding: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; min-height: 24px;
    border-radius: 2px; margin: 0 2px; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; min-width: 24px;
    border-radius: 2px; margin: 2px 0; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def style_sheet(theme: Theme) -> str:
    """The sheet for a dialog in `theme`."""
    colours = {name: getattr(theme, name).name() for name in token_names()}
    return _SHEET.substitute(
        colours,
        radius=tokens.RADIUS_CONTROL,
        inner=tokens.CONTROL - 2,
    )
