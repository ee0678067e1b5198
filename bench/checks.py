"""How long CL-01 takes: from the text of an order to all verdicts and texts.

The orders are the samples of the tests of the parser. Processor time: nothing is waited
for. Opening reads lists, regions and rules, once for a running program.
"""

import gc
import time
from pathlib import Path

from bench.orders import order_samples
from bench.series import Series
from qtdesk.bootstrap.on_request import open_order_reader
from qtdesk.bootstrap.tables import open_tables
from qtdesk.core.checklists import ShopFacts
from qtdesk.core.living_phrases import local_time
from qtdesk.core.order_checks import OrderChecks
from qtdesk.core.templates import Profile
from qtdesk.order_desk import open_checklists, open_rules

_NOWHERE = Path("no-such-folder")
_ROUNDS = 5
_OPENINGS = 5


class _Nothing:
    """Keeps no check: the disk is measured elsewhere."""

    def all(self) -> tuple[dict[str, object], ...]:
        return ()

    def keep(self, uid: str, fields: object) -> None:
        del uid, fields

    def drop(self, uid: str) -> None:
        del uid


def measure() -> list[Series]:
    opening = []
    for _ in range(_OPENINGS):
        gc.collect()
        began = time.process_time()
        lists = open_checklists(_NOWHERE)
        opening.append((time.process_time() - began) * 1000)
    checks = OrderChecks(
        lists,
        open_order_reader(_NOWHERE),
        open_rules(_NOWHERE),
        ShopFacts,
        lambda: Profile("shop", "agent", "08", "sign"),
        local_time,
        _Nothing(),
        open_tables(_NOWHERE),
    )
    filling = Series("CL-01 from a text", "ms", _filling(checks))
    return [
        Series("the lists, read once", "ms", opening),
        filling,
        Series("CL-01 from a text, p99", "ms", [filling.percentile(99)]),
    ]


def _filling(checks: OrderChecks) -> list[float]:
    took = []
    for text in order_samples() * _ROUNDS:
        began = time.process_time()
        standing = checks.standing(checks.begin(text))
        took.append((time.process_time() - began) * 1000)
        assert standing.entries  # noqa: S101 - what a window asks for belongs to it
    return took
