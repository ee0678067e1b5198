"""Settings of order checks, beside which `settings` has all the others."""

from dataclasses import dataclass

from qtdesk.core.declarations import setting
from qtdesk.core.words import QT_TRANSLATE_NOOP

CHECKS = QT_TRANSLATE_NOOP("settings", "Order checks")


# Without slots: Python makes no class of two bases that have some.
@dataclass(frozen=True)
class CheckSettings:
    """The part of `Settings` that is about order checks."""

    check_hotkey: str = setting(
        "ctrl+alt+h",
        QT_TRANSLATE_NOOP("settings", "Check an order"),
        QT_TRANSLATE_NOOP("settings", "Copy the order first; it is read from there."),
        combo=True,
        may_be_empty=True,
        group=CHECKS,
    )
    again_hotkey: str = setting(
        "ctrl+alt+o",
        QT_TRANSLATE_NOOP("settings", "Back to the check at hand"),
        QT_TRANSLATE_NOOP(
            "settings", "The one you were at last, of whichever list it is."
        ),
        combo=True,
        may_be_empty=True,
        group=CHECKS,
    )
    remark_hotkey: str = setting(
        "ctrl+alt+r",
        QT_TRANSLATE_NOOP("settings", "Paste the remark"),
        QT_TRANSLATE_NOOP(
            "settings", "Of the check at hand, into the window in front."
        ),
        combo=True,
        may_be_empty=True,
        group=CHECKS,
    )
    warehouse_hotkey: str = setting(
        "ctrl+alt+w",
        QT_TRANSLATE_NOOP("settings", "Paste the note to the warehouse"),
        QT_TRANSLATE_NOOP(
            "settings", "Of the check at hand, into the window in front."
        ),
        combo=True,
        may_be_empty=True,
        group=CHECKS,
    )
    address_hotkey: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "Change an address"),
        QT_TRANSLATE_NOOP("settings", "Copy the new address first."),
        combo=True,
        may_be_empty=True,
        group=CHECKS,
    )
    platform: str = setting(
        "other",
        QT_TRANSLATE_NOOP("settings", "The shop's platform"),
        QT_TRANSLATE_NOOP(
            "settings", "Its rules count for shipping, remarks and forbidden words."
        ),
        choices=(
            *("other", "taobao", "tmall", "jd", "pdd", "douyin", "kuaishou"),
            *("xiaohongshu", "wechat-shop", "own-site"),
        ),
        group=CHECKS,
    )
    courier: str = setting(
        "",
        QT_TRANSLATE_NOOP("settings", "The usual courier"),
        QT_TRANSLATE_NOOP(
            "settings", "Buyers read it in confirmations; none where it is empty."
        ),
        group=CHECKS,
    )
    full_phone: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Show buyers their whole number"),
        QT_TRANSLATE_NOOP(
            "settings", "In confirmations; otherwise the middle of it is stars."
        ),
        group=CHECKS,
    )
    records_personal_days: str = setting(
        "90",
        QT_TRANSLATE_NOOP("settings", "Keep buyers' data in records (days)"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Then names, phones, addresses and free text go from the records of order"
            " checks; the verdicts stay.",
        ),
        choices=("30", "90", "180", "365"),
        group=CHECKS,
    )
