"""How long it takes to read an order, and to have the regions ready for the first one.

The orders are the samples of the tests, each made 500 characters long by what else an
agent may have copied with it. Processor time, since reading waits for nothing: on a
busy machine the clock would tell about the others.
"""

import gc
import time
from pathlib import Path

import yaml

from bench.series import Series
from qtdesk.bootstrap.on_request import open_order_reader
from qtdesk.core.orders import OrderReader

_SAMPLES = Path(__file__).parents[1] / "tests" / "core" / "orders" / "samples"
_LENGTH = 500
_ROUNDS = 5
_LOADS = 20
_AROUND = (
    "\n亲，您好，这边看到您的订单了，仓库今天会安排打包，发出后订单里会有单号，请您留意。"
    "七天无理由退换，运费险已经买好，吊牌不要剪。有任何问题随时联系我们，祝您生活愉快。"
)


def measure() -> list[Series]:
    loading = []
    for _ in range(_LOADS):
        gc.collect()
        began = time.process_time()
        reader = open_order_reader(Path("no-such-folder"))
        loading.append((time.process_time() - began) * 1000)
    long = Series(
        "500 characters", "ms", _reading(reader, [*map(_long, order_samples())])
    )
    return [
        Series("regions, loaded once", "ms", loading),
        Series("an order as copied", "ms", _reading(reader, order_samples())),
        long,
        Series("500 characters, p99", "ms", [long.percentile(99)]),
    ]


def order_samples() -> list[str]:
    """The texts that the parser is tested with."""
    return [
        sample["text"]
        for path in sorted(_SAMPLES.glob("*.yaml"))
        for sample in yaml.safe_load(path.read_text("utf-8"))
    ]


def _long(order: str) -> str:
    return (order + _AROUND * (_LENGTH // len(_AROUND) + 1))[:_LENGTH]


def _reading(reader: OrderReader, orders: list[str]) -> list[float]:
    took = []
    for order in orders * _ROUNDS:
        began = time.process_time()
        reading = reader.read(order)
        assert reading.pieces  # noqa: S101 - what a window asks for belongs to it
        took.append((time.process_time() - began) * 1000)
    return took
