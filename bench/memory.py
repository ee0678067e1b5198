"""How much memory qtdesk holds, after its panel was opened and closed once."""

import time

from bench.popup import open_and_close
from bench.process import private_mib, pss_mib
from bench.running import SAMPLE_BOOK, SAMPLE_SIZE, Bench, bench, wait_for_phrases
from bench.series import Series

_ROUNDS = 3
_SETTLING_S = 2.0


def measure() -> list[Series]:
    with bench() as place:
        return _sizes(place, large=False) + _sizes(place, large=True)


def _sizes(place: Bench, *, large: bool) -> list[Series]:
    book = place.large_book() if large else SAMPLE_BOOK
    name = "10,000 phrases" if large else "sample book"
    shares, own = [], []
    for number in range(_ROUNDS + 1):
        with place.qtdesk(place.folder / f"memory-{name}", [book]) as running:
            wait_for_phrases(running, 10_000 if large else SAMPLE_SIZE)
            open_and_close(place, running)
            time.sleep(_SETTLING_S)  # what the start needed is given back by then
            if number:
                shares.append(pss_mib(running.pid))
                own.append(private_mib(running.pid))
    return [
        Series(f"memory, {name}, shared part divided", "MiB", shares),
        Series(f"memory, {name}, own part", "MiB", own),
    ]
