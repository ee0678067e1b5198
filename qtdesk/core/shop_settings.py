"""Settings of how the shop sends and notes, which order checks reckon with."""

from dataclasses import dataclass

from qtdesk.core.check_settings import CHECKS
from qtdesk.core.declarations import setting
from qtdesk.core.words import QT_TRANSLATE_NOOP

REMARK_FORMS = {
    "code-text-sign-date": "{code} {text} {sign} {date}",
    "date-code-text-sign": "{date} {code} {text} {sign}",
    "date-agent-text": "{date} {agent_id} {text}",
}
"""How a line of a remark is put together, by the choice that stands for it."""


# Without slots: Python makes no class of two bases that have some.
@dataclass(frozen=True)
class ShopSettings:
    """The part of `Settings` that is about the shop's own ways."""

    postage_free: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Postage is always the shop's"),
        QT_TRANSLATE_NOOP("settings", "Confirmations then say so to buyers."),
        group=CHECKS,
    )
    postage_free_from: float = setting(
        0.0,
        QT_TRANSLATE_NOOP("settings", "Postage is the shop's from (yuan)"),
        QT_TRANSLATE_NOOP(
            "settings", "An order of that amount that paid postage is told. 0 for none."
        ),
        low=0,
        high=99_999,
        group=CHECKS,
    )
    gift: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Gift in each parcel"),
        QT_TRANSLATE_NOOP(
            "settings", "By the promotion of now; the remark tells of it."
        ),
        group=CHECKS,
    )
    stock_is_true: bool = setting(
        True,
        QT_TRANSLATE_NOOP("settings", "The shop's page shows the true stock"),
        QT_TRANSLATE_NOOP(
            "settings", "Otherwise each order asks whether somebody has looked."
        ),
        group=CHECKS,
    )
    remark_form: str = setting(
        "code-text-sign-date",
        QT_TRANSLATE_NOOP("settings", "Form of remarks"),
        QT_TRANSLATE_NOOP(
            "settings", "How a line for the back office is put together."
        ),
        choices=tuple(REMARK_FORMS),
        group=CHECKS,
    )
