"""What a checklist has to know of a shop: couriers, postage, signatures, limits.

Every default is the honest one for a shop that has told nothing yet: it promises
nothing, and where it matters the text says "默认" instead of a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal

from qtdesk.core.checklists.values import Value

COURIERS = (
    "顺丰",
    "中通",
    "圆通",
    "申通",
    "韵达",
    "极兔",
    "京东",
    "邮政",
    "德邦",
)


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """One shop, on one platform."""

    platform: str = ""
    """Such as `taobao`, `pinduoduo`, `wechat`; empty for the rule of all others."""
    couriers: tuple[str, ...] = COURIERS
    courier: str = ""
    """The usual one; empty where the warehouse decides."""
    free_postage: bool = False
    """Whether everything is sent at the shop's cost."""
    free_from: Decimal | None = None
    """The amount from which postage is free; None where there is no such rule."""
    unreachable: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Courier to words of areas it does not deliver to; `*` stands for all."""
    ship_hours: Decimal | None = None
    """Hours from payment to shipping that the shop promises; None for the platform's
    rule."""
    stock_is_true: bool = True
    """Whether the page's stock is the warehouse's; else each order is looked up."""
    has_variants: bool = False
    """Whether everything sold comes in colours or sizes, so that one must be named."""
    four_levels: bool = False
    """Whether an address needs its 街道 or 镇."""
    fits_sizes: bool = False
    """Whether sizes are to be asked about, as with clothes."""
    gift: str = ""
    """What goes into each parcel by the promotion of now."""
    return_address: str = ""
    remark_order: str = "{code} {text} {sign} {date}"
    """How a remark is put together; see `outputs.remark_source`."""
    full_phone: bool = False
    """Whether buyers read their whole number in a confirmation."""

    def known(self) -> dict[str, Value]:
        """What expressions see, by name with `shop_` before it."""
        return {
            f"shop_{item.name}": value
            for item in fields(self)
            if item.name not in _NOT_VALUES
            for value in [getattr(self, item.name)]
        }


_NOT_VALUES = ("unreachable", "remark_order")
SHOP_NAMES = frozenset(ShopFacts().known())
"""Every such name."""
