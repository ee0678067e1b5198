"""The composition root of order checks: picks files and tables for them. Knows no Qt.

Apart from `bootstrap`, which a start loads: none of this is needed before the first
check, and it takes as long as the regions and the lists take to read.
"""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from qtdesk import paths
from qtdesk.bootstrap.on_request import open_order_reader, open_tables
from qtdesk.core.checklists import COURIERS, Checklist, ShopFacts
from qtdesk.core.living_phrases import local_time
from qtdesk.core.order_checks import OrderChecks
from qtdesk.core.rules import RuleBook
from qtdesk.core.settings import Settings
from qtdesk.core.shop_settings import REMARK_FORMS
from qtdesk.core.templates import Profile
from qtdesk.formats.checklist_files import read_checklists
from qtdesk.formats.rule_yaml import read_rules
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.unfinished_checks import KeptChecks

LISTS = "checklists"
"""The folder of lists, with us and among the agent's data."""
RULES_FILE = "rules.yaml"
LOCALE = "zh-CN"
_RULES = {
    "other": "",
    "tmall": "taobao",
    "wechat-shop": "wechat",
    "own-site": "own",
}
"""Platforms whose rules go by another name; one without rules has the common ones."""


def open_checklists(folder: Path) -> tuple[Checklist, ...]:
    """The lists of the agent whose data are in `folder`: their own before ours."""
    folders = [folder / LISTS, paths.resources() / LISTS / LOCALE]
    return read_checklists(folders, open_tables(folder))


def open_rules(folder: Path) -> RuleBook:
    """The platforms' rules, those in `folder` or else ours.

    Raises:
        ChecklistError: they cannot be used.
    """
    own = folder / LISTS / RULES_FILE
    return read_rules(own if own.exists() else paths.resources() / LISTS / RULES_FILE)


def open_order_checks(
    folder: Path,
    data: AgentData,
    settings: Callable[[], Settings],
    shop: Callable[[], ShopFacts] | None = None,
) -> OrderChecks:
    """Order checks of the agent whose data are in `folder`; some 100 ms, for once.

    `shop` stands in for what the settings tell of the shop.

    Raises:
        RegionsError: the regions in `folder` cannot be used.
        ChecklistError: the platforms' rules there cannot be used.
    """

    def profile() -> Profile:
        now = settings()
        return Profile(now.shop, now.agent, now.agent_id, now.sign)

    return OrderChecks(
        open_checklists(folder),
        open_order_reader(folder),
        open_rules(folder),
        shop or (lambda: shop_of(settings())),
        profile,
        local_time,
        KeptChecks(data),
        open_tables(folder),
    )


def shop_of(settings: Settings) -> ShopFacts:
    """What `settings` tell of the shop; the rest is as for any shop."""
    courier = settings.courier.strip()
    others = (name for name in COURIERS if name != courier)
    return ShopFacts(
        platform=_RULES.get(settings.platform, settings.platform),
        couriers=(courier, *others) if courier else COURIERS,
        courier=courier,
        free_postage=settings.postage_free,
        free_from=_amount(settings.postage_free_from),
        stock_is_true=settings.stock_is_true,
        gift=settings.gift.strip(),
        return_address=settings.return_addr,
        remark_order=REMARK_FORMS[settings.remark_form],
        full_phone=settings.full_phone,
    )


def _amount(yuan: float) -> Decimal | None:
    return Decimal(str(yuan)) if yuan else None
