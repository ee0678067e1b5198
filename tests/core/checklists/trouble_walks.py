"""Ways through the lists for what went wrong: goods, parcels, reviews, payments.

For each choice that a text depends on there is a walk with each of its answers; which
answers go together is not tried out.
"""

from datetime import datetime

from qtdesk.core.checklists import CHINA
from tests.checking_room import order_text
from tests.core.checklists.walking import Walk


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of November 2026 in China."""
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


PLAIN = order_text(qty="1", price="128.00")
"""An order of one piece."""

CL_05 = [
    Walk("nothing known"),
    Walk("no order at all", text=""),
    Walk("with something instead", {"C03": "白色M"}),
    Walk("with a day", {"C02": "2026-11-23"}),
    Walk("with a day that is late, and something instead",
         {"C02": "2026-11-28", "C03": "白色M"}),
    Walk("with a day that is past", {"C02": "2026-11-21"}),
    Walk("the buyer was asked", given=("buyer_sorry",)),
    Walk("refund", {"C05": "refund", "C07": True}, given=("buyer_sorry",)),
    Walk("refund, noted", {"C05": "refund", "C07": True},
         given=("buyer_sorry", "remark_qh")),
    Walk("swap, for what", {"C05": "swap"}),
    Walk("swap", {"C05": "swap", "C03": "白色M"}),
    Walk("swap, past the time limit", {"C05": "swap", "C03": "白色M"}, now=at(25)),
    Walk("wait, for how long", {"C05": "wait"}),
    Walk("wait", {"C05": "wait", "C02": "2026-11-23"}),
    Walk("a part, of what", {"C05": "part"}),
    Walk("a part", {"C05": "part", "C01b": "1"}),
    Walk("a part, the rest later", {"C05": "part", "C01b": "1", "C05b": "wait",
                                    "C02": "2026-11-23"}),
    Walk("amends, not agreed", {"C05": "refund", "C06": "5"}),
    Walk("amends", {"C05": "refund", "C06": "5", "C06b": True}),
    Walk("told by phone", {"C05": "refund", "C04": "phone"}),
    Walk("told by message", {"C05": "refund", "C04": "message"}),
]  # fmt: skip

WALKS = {"CL-05": CL_05}
