"""Every setting, declared once: default, limits, label and help.

The dialog, `--set` and the CLI are derived from these fields; a new setting is one new
field.
"""

import contextlib
import dataclasses
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from qtdesk.core.check_settings import CheckSettings
from qtdesk.core.declarations import Declaration, Value, read, setting
from qtdesk.core.dock_settings import DockSettings
from qtdesk.core.errors import SettingsError
from qtdesk.core.list_settings import ListSettings
from qtdesk.core.promise_settings import PromiseSettings
from qtdesk.core.shop_settings import ShopSettings
from qtdesk.core.table_settings import TableSettings
from qtdesk.core.wording_settings import WordingSettings
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_PROFILE = QT_TRANSLATE_NOOP("settings", "Profile")
_FACTS = QT_TRANSLATE_NOOP("settings", "Facts of the shop")


@dataclass(frozen=True, slots=True)
class Settings(
    DockSettings,
    PromiseSettings,
    WordingSettings,
    ShopSettings,
    ListSettings,
    CheckSettings,
    TableSettings,
):
    """All settings with their values; immutable, changed by `with_changes`."""

    shop: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Shop"),
        QT_TRANSLATE_NOOP("settings", "Stands in phrases for {shop} or {店铺}."),
        group=_PROFILE,
    )
    agent: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Your name as agent"),
        QT_TRANSLATE_NOOP("settings", "Stands in phrases for {agent} or {客服}."),
        group=_PROFILE,
    )
    agent_id: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Your number"),
        QT_TRANSLATE_NOOP("settings", "Stands in phrases for {agent_id} or {工号}."),
        group=_PROFILE,
    )
    sign: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Signature"),
        QT_TRANSLATE_NOOP("settings", "Stands in phrases for {sign} or {署名}."),
        group=_PROFILE,
    )
    ship_time: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "When orders are shipped"),
        QT_TRANSLATE_NOOP(
            "settings", "Stands in phrases for {ship_time} or {发货时间}."
        ),
        group=_FACTS,
    )
    return_addr: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Address for returns"),
        QT_TRANSLATE_NOOP(
            "settings", "Stands in phrases for {return_addr} or {退货地址}."
        ),
        group=_FACTS,
    )
    invoice_time: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "When invoices are written"),
        QT_TRANSLATE_NOOP(
            "settings", "Stands in phrases for {invoice_time} or {开票时间}."
        ),
        group=_FACTS,
    )
    unreachable: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Regions that get no parcels"),
        QT_TRANSLATE_NOOP(
            "settings", "Stands in phrases for {unreachable} or {不达地区}."
        ),
        group=_FACTS,
    )
    hotkey: str = setting(
        # macOS chooses the next input source with Ctrl+Alt+Space, where there are two.
        "ctrl+shift+space" if sys.platform == "darwin" else "ctrl+alt+space",
        QT_TRANSLATE_NOOP("settings", "Quick panel"),
        QT_TRANSLATE_NOOP("settings", "Opens the phrase search from anywhere."),
        combo=True,
    )
    language: str = setting(
        "auto",
        QT_TRANSLATE_NOOP("settings", "Language"),
        QT_TRANSLATE_NOOP("settings", "Language of qtdesk itself, not of phrases."),
        choices=("auto", "zh_CN", "en"),
    )
    theme: str = setting(
        "auto",
        QT_TRANSLATE_NOOP("settings", "Appearance"),
        QT_TRANSLATE_NOOP("settings", "Light or dark; auto follows the system."),
        choices=("auto", "light", "dark"),
    )
    paste_timeout: float = setting(
        8.0,
        QT_TRANSLATE_NOOP("settings", "Wait for the chat window (seconds)"),
        QT_TRANSLATE_NOOP(
            "settings",
            "How long a slow window may take to read the text before qtdesk says so.",
        ),
        low=2.0,
        high=30.0,
    )
    notify: bool = setting(
        True,
        QT_TRANSLATE_NOOP("settings", "Say when a paste was not confirmed"),
        QT_TRANSLATE_NOOP("settings", "One short message beside the tray."),
    )
    press_paste: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Press Ctrl+V itself (Wayland)"),
        QT_TRANSLATE_NOOP(
            "settings",
            "The desktop asks once. The text goes to the window that has the focus"
            " then, which Wayland does not let qtdesk check.",
        ),
        needs="ask_for_keys",
    )
    abbreviations: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Typed abbreviations"),
        QT_TRANSLATE_NOOP(
            "settings",
            "A code typed in the chat, such as ;th and a space, becomes its phrase. "
            "For this qtdesk hears your keys; it keeps none, and the tray says so.",
        ),
    )
    abbreviation_prefix: str = setting(
        ";",
        QT_TRANSLATE_NOOP("settings", "Abbreviations begin with"),
        QT_TRANSLATE_NOOP("settings", "Type it twice to write it before a word."),
        choices=(";", "/", ",", ".", "=", "`", "\\"),
    )
    abbreviations_never: str = setting(
        "keepassxc, bitwarden, 1password, gcr-prompter, pinentry",
        QT_TRANSLATE_NOOP("settings", "No abbreviations in"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Names of programs, with commas between them. qtdesk keeps out of them.",
        ),
    )
    updates: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Tell me of new releases"),
        QT_TRANSLATE_NOOP(
            "settings", "Asks the address below once a day; installs nothing."
        ),
    )
    updates_from: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Address for updates"),
        QT_TRANSLATE_NOOP(
            "settings", "From whoever looks after qtdesk in your team; with its key."
        ),
    )

    def with_changes(self, changes: Mapping[str, str]) -> "Settings":
        """A copy with `changes` (name to text, as given by `--set`) applied.

        Raises:
            SettingsError: an unknown name, or a value outside its limits.
        """
        values = {name: _read(name, text) for name, text in changes.items()}
        return dataclasses.replace(self, **values)

    @classmethod
    def from_stored(cls, texts: Mapping[str, str]) -> "Settings":
        """Defaults with what was stored; entries of another edition are passed over."""
        settings = cls()
        for name, text in texts.items():
            with contextlib.suppress(SettingsError):
                settings = settings.with_changes({name: text})
        return settings

    def as_texts(self) -> dict[str, str]:
        """Name to text, in the form `with_changes` reads."""
        return {
            name: str(getattr(self, name)).lower()
            if isinstance(getattr(self, name), bool)
            else str(getattr(self, name))
            for name in declarations()
        }


IN_MENU = "in_menu"
"""As below: whether a Linux desktop's menu of applications has us."""
START_AT_LOGIN = "start_at_login"
"""Kept by the system itself (see the port `Autostart`), shown beside the settings."""
START_AT_LOGIN_DECLARATION = Declaration(
    QT_TRANSLATE_NOOP("settings", "Start when I log in"),
    QT_TRANSLATE_NOOP("settings", "It waits in the tray and opens nothing."),
)


def declarations() -> dict[str, Declaration]:
    """Name to declaration, in the order they are shown: each room's behind ours."""
    declared = {
        item.name: item.metadata["declaration"] for item in dataclasses.fields(Settings)
    }
    rooms = [
        item.name for room in Settings.__bases__ for item in dataclasses.fields(room)
    ]
    ours = [name for name in declared if name not in rooms]
    return {name: declared[name] for name in (*ours, *rooms)}


_DEFAULTS: dict[str, Value] = {
    item.name: item.default for item in dataclasses.fields(Settings)
}


def _read(name: str, text: str) -> Value:
    if name not in _DEFAULTS:
        raise SettingsError(
            words(
                QT_TRANSLATE_NOOP("core", "There is no setting “{name}”."), name=name
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Known settings: {names}."),
                names=", ".join(_DEFAULTS),
            ),
        )
    return read(name, text, _DEFAULTS[name], declarations()[name])
