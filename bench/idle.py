"""What qtdesk costs while nobody uses it."""

import time

from bench.process import cpu_seconds, wakeups
from bench.running import SAMPLE_BOOK, bench
from bench.series import Series

_SETTLING_S = 5.0
_SPAN_S = 10.0
_SPANS = 3


def measure() -> list[Series]:
    woken, busy = [], []
    with (
        bench() as place,
        place.qtdesk(place.folder / "data", [SAMPLE_BOOK]) as running,
    ):
        time.sleep(_SETTLING_S)  # messages of the start go away by themselves
        for _ in range(_SPANS):
            before = wakeups(running.pid), cpu_seconds(running.pid)
            time.sleep(_SPAN_S)  # a span of doing nothing is what is measured
            woken.append((wakeups(running.pid) - before[0]) / _SPAN_S)
            busy.append((cpu_seconds(running.pid) - before[1]) / _SPAN_S * 1000)
    return [
        Series("idle, wake-ups", "1/s", woken),
        Series("idle, processor", "ms/s", busy),
    ]
