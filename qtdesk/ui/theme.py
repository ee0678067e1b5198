"""Colours, sizes and fonts of every window: their one owner.

Everything else asks for a token by its meaning; no other module names a colour, a
font or a number of pixels that another window shares.
"""

import sys
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

# Spacing and radii, in logical pixels.
SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20, SPACE_24 = 4, 8, 12, 16, 20, 24
RADIUS_KEY, RADIUS_CONTROL, RADIUS_WINDOW = 4, 8, 12
ROW, CONTROL = 52, 32
SHADOW = 28
"""Room around a floating window for its shadow."""

# Type sizes and weights.
TINY, SMALL, BODY, STRONG, LARGE = 11, 12, 13, 14, 17
REGULAR, MEDIUM, BOLD = 400, 500, 700

_FAMILIES = {
    "win32": ("Microsoft YaHei UI", "Segoe UI", "Segoe UI Emoji"),
    "darwin": (".AppleSystemUIFont", "PingFang SC", "Apple Color Emoji"),
}
_OTHER_FAMILIES = (
    *("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
    "Noto Color Emoji",
)


class Theme(NamedTuple):
    """One set of colours, each named for what it says."""

    bg: QColor
    sunk: QColor
    """Footers and quoted text."""
    hover: QColor
    sel: QColor
    line: QColor
    """Hairlines."""
    edge: QColor
    """Outline of controls: strong enough to find them."""
    text: QColor
    dim: QColor
    faint: QColor
    """Never carries what an agent needs to know."""
    accent: QColor
    on: QColor
    """Text on the accent."""
    ok: QColor
    ok_bg: QColor
    warn: QColor
    warn_bg: QColor
    stop: QColor
    stop_bg: QColor
    mark: QColor
    """Behind matched text."""
    shadow: QColor


_COLOURS = {  # light, dark, and the same two in high contrast
    "bg": ("#FFFFFF", "#1F2126", "#FFFFFF", "#000000"),
    "sunk": ("#F5F6F8", "#18191D", "#FFFFFF", "#000000"),
    "hover": ("#F5F6F8", "#2A2D34", "#E6E6E6", "#2B2B2B"),
    "sel": ("#EAF1FF", "#26365A", "#CFE0FF", "#16357F"),
    "line": ("#E4E7EC", "#34373F", "#000000", "#FFFFFF"),
    "edge": ("#CBD1DB", "#4A4E59", "#000000", "#FFFFFF"),
    "text": ("#1D2129", "#ECEEF2", "#000000", "#FFFFFF"),
    "dim": ("#667085", "#A3A9B5", "#1A1A1A", "#E6E6E6"),
    "faint": ("#98A2B3", "#747B88", "#404040", "#C8C8C8"),
    "accent": ("#2F6BFF", "#7AA2FF", "#0037C4", "#8FC1FF"),
    "on": ("#FFFFFF", "#0E1116", "#FFFFFF", "#000000"),
    "ok": ("#12915A", "#4CC38A", "#005A30", "#6BF2AE"),
    "ok_bg": ("#E6F6EE", "#17342A", "#FFFFFF", "#000000"),
    "warn": ("#B25E09", "#F0B35A", "#7A3B00", "#FFCF70"),
    "warn_bg": ("#FDF1E1", "#3B2D16", "#FFFFFF", "#000000"),
    "stop": ("#D92D20", "#FF7A70", "#A30000", "#FF9B94"),
    "stop_bg": ("#FDECEA", "#43221F", "#FFFFFF", "#000000"),
    "mark": ("#FFE7A3", "#5C4A12", "#FFE45C", "#6B5400"),
    "shadow": ("#28334D", "#000000", "#000000", "#000000"),
}
LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST = (
    Theme(**{name: QColor(values[column]) for name, values in _COLOURS.items()})
    for column in range(4)
)


@lru_cache(maxsize=64)
def font(size: int = BODY, weight: int = REGULAR) -> QFont:
    """The interface font in logical pixels; not to be changed, it is shared."""
    made = QFont()
    made.setFamilies(list(_FAMILIES.get(sys.platform, _OTHER_FAMILIES)))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    return made


def fixed_font(size: int = SMALL) -> QFont:
    """A font with equal widths, for places in files."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(size)
    return made


class Appearance(QObject):
    """Which theme is on: the agent's choice, or what the system says, as it changes."""

    theme_changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        # Before our own palette hides it: some desktops tell by palette only.
        given = application.palette()
        self._dark_desktop = (
            given.color(QPalette.ColorRole.Window).lightness()
            < given.color(QPalette.ColorRole.WindowText).lightness()
        )
        self._choice = "auto"
        self.theme = LIGHT
        application.setFont(font())
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(self._hints, "accessibility"):  # since Qt 6.10
            contrast = self._hints.accessibility()
            contrast.contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    def choose(self, choice: str) -> None:
        """Use `light`, `dark` or `auto`, as the setting says."""
        if choice == self._choice:
            return
        self._choice = choice
        # Native dialogs and title bars follow too where the platform can.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._hints.setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))
        self._apply()

    @property
    def dark(self) -> bool:
        if self._choice != "auto":
            return self._choice == "dark"
        scheme = self._hints.colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._dark_desktop
        return scheme is Qt.ColorScheme.Dark

    @property
    def high_contrast(self) -> bool:
        if not hasattr(self._hints, "accessibility"):  # since Qt 6.10
            return False
        preference = self._hints.accessibility().contrastPreference()
        return preference is Qt.ContrastPreference.HighContrast

    @Slot()
    def _on_system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        if self.high_contrast:
            theme = DARK_CONTRAST if self.dark else LIGHT_CONTRAST
        else:
            theme = DARK if self.dark else LIGHT
        self.theme = theme
        self._application.setPalette(palette(theme))
        self.theme_changed.emit()


def palette(theme: Theme) -> QPalette:
    """What Qt's own widgets are painted with."""
    made = QPalette()
    role = QPalette.ColorRole
    roles = {
        **dict.fromkeys((role.Window, role.Base, role.Button), theme.bg),
        **dict.fromkeys((role.AlternateBase, role.ToolTipBase), theme.sunk),
        **dict.fromkeys((role.WindowText, role.Text, role.ButtonText), theme.text),
        **dict.fromkeys((role.Highlight, role.Accent, role.Link), theme.accent),
        role.HighlightedText: theme.on,
        role.PlaceholderText: theme.faint,
        role.ToolTipText: theme.text,
        **dict.fromkeys((role.Mid, role.Dark), theme.edge),
        **dict.fromkeys((role.Light, role.Midlight), theme.hover),
    }
    for name, colour in roles.items():
        made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, theme.faint)
    return made


def token_names() -> tuple[str, ...]:
    return Theme._fields
