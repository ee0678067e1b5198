"""Settings of checklists, beside which `settings` has all the others."""

from dataclasses import dataclass

from qtdesk.core.check_settings import CHECKS
from qtdesk.core.declarations import setting
from qtdesk.core.words import QT_TRANSLATE_NOOP


# Without slots: Python makes no class of two bases that have some.
@dataclass(frozen=True)
class ListSettings:
    """The part of `Settings` that is about which lists there are."""

    lists_off: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Checklists that are not offered"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Their ids, such as CL-13; a + before one that the team's"
            " phrasebook leaves out offers it again.",
        ),
        group=CHECKS,
    )
