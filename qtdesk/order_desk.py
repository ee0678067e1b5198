"""The composition root of order checks: picks files and tables for them. Knows no Qt.

Apart from `bootstrap`, which a start loads: none of this is needed before the first
check, and it takes as long as the regions and the lists take to read.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

from qtdesk import paths
from qtdesk.bootstrap.on_request import open_order_reader
from qtdesk.bootstrap.tables import open_tables
from qtdesk.core.checklists import COURIERS, Checklist, ShopFacts
from qtdesk.core.facts import Facts
from qtdesk.core.lists_in_use import chosen, left_out
from qtdesk.core.living_phrases import local_time
from qtdesk.core.order_checks import OrderChecks
from qtdesk.core.ports.lists import ListFiles
from qtdesk.core.rules import RuleBook
from qtdesk.core.settings import Settings
from qtdesk.core.shop_settings import REMARK_FORMS
from qtdesk.core.templates import Profile
from qtdesk.formats.checklist_yaml import read_checklist
from qtdesk.formats.list_choice import read_choice
from qtdesk.formats.rule_yaml import look_at_rules
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.list_files import LISTS, RULES_FILE, DiskLists, ListReaders
from qtdesk.storage.rows.facts import kept_facts
from qtdesk.storage.unfinished_checks import KeptChecks

LOCALE = "zh-CN"
SAMPLE_FILE = "sample-order.txt"
_RULES = {
    "other": "",
    "tmall": "taobao",
    "wechat-shop": "wechat",
    "own-site": "own",
}
"""Platforms whose rules go by another name; one without rules has the common ones."""


def open_list_files(folder: Path) -> ListFiles:
    """The lists of the agent whose data are in `folder`; no list is read yet."""
    ours = paths.resources() / LISTS
    read_list = partial(read_checklist, tables=open_tables(folder))
    readers = ListReaders(read_list, look_at_rules, read_choice)
    return DiskLists(folder, (ours / LOCALE, ours / RULES_FILE), readers)


def open_checklists(folder: Path, books: Sequence[str] = ()) -> tuple[Checklist, ...]:
    """The agent's own lists in `folder`, before those of `books`, before ours."""
    return tuple(chosen(open_list_files(folder).read(books)).values())


def open_rules(folder: Path, books: Sequence[str] = ()) -> RuleBook:
    """The rules in `folder`, or else those of `books`, or else ours."""
    return open_list_files(folder).read(books).rules


def sample_order() -> str:
    """An order of nobody, for looking at a list."""
    return (paths.resources() / LISTS / SAMPLE_FILE).read_text("utf-8")


def open_order_checks(
    folder: Path,
    data: AgentData,
    settings: Callable[[], Settings],
    shop: Callable[[], ShopFacts] | None = None,
    books: Sequence[str] = (),
) -> OrderChecks:
    """Order checks of the agent whose data are in `folder`; some 100 ms, for once.

    `shop` stands in for what the settings tell of the shop; `books` are the places
    of phrasebooks, which may bring lists along.

    Raises:
        RegionsError: the regions in `folder` cannot be used.
    """
    files = open_list_files(folder)
    reading = files.read(books)

    def profile() -> Profile:
        now = settings()
        return Profile(now.shop, now.agent, now.agent_id, now.sign)

    engine = OrderChecks(
        (),
        open_order_reader(folder),
        reading.rules,
        shop or (lambda: _with_facts(settings(), data)),
        profile,
        local_time,
        KeptChecks(data),
        open_tables(folder),
        files,
    )
    off = left_out(reading, settings().lists_off)
    engine.use(chosen(reading).values(), reading.rules, off)
    return engine


def _with_facts(settings: Settings, data: AgentData) -> ShopFacts:
    """What settings and frequent facts tell of the shop as of now."""
    facts = Facts(lambda: kept_facts(data), lambda: local_time().date())
    fields = facts.fields(settings)
    return replace(shop_of(settings), return_address=fields["return_addr"])


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
