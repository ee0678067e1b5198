"""The combinations of order checks.

A press opens a check or pastes a text of the one at hand; what that means is the
business of `checks`.
"""

from qtdesk.core.check_texts import REMARK, WAREHOUSE
from qtdesk.core.checks import ADDRESS_CHANGE, Checks
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.setting_keys import Key, SettingKeys
from qtdesk.core.settings import Settings


class CheckKeys(SettingKeys):
    """Each goes by the name of its setting."""

    def __init__(
        self, bindings: KeyBindings, settings: Settings, checks: Checks
    ) -> None:
        """Nothing is bound before `start`."""
        texts = checks.texts
        keys = {
            "check_hotkey": Key(lambda: checks.want(by_hotkey=True)),
            "again_hotkey": Key(lambda: _go_back(checks)),
            "address_hotkey": Key(lambda: checks.want(ADDRESS_CHANGE, by_hotkey=True)),
            "remark_hotkey": Key(lambda: texts.paste_in_front(REMARK), opens=False),
            "warehouse_hotkey": Key(
                lambda: texts.paste_in_front(WAREHOUSE), opens=False
            ),
        }
        super().__init__(bindings, settings, keys)


def _go_back(checks: Checks) -> None:
    """Ask for the check at hand; after a start for the oldest that is half done."""
    if checks.current is None:
        checks.next()
    checks.want("", by_hotkey=True)
