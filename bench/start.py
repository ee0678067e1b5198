"""From the start of the process until the hotkey works and the books are there."""

from bench.running import SAMPLE_BOOK, Bench, bench, wait_for_phrases
from bench.series import Series

_ROUNDS = 10
_SAMPLE_SIZE = 160
_LARGE_SIZE = 10_000


def measure() -> list[Series]:
    with bench() as place:
        return [
            Series("start, sample book", "ms", _starts(place, large=False)),
            Series("start, 10,000 phrases", "ms", _starts(place, large=True)),
        ]


def _starts(place: Bench, *, large: bool) -> list[float]:
    """The first start reads and compiles the book; it is left out."""
    book = place.large_book() if large else SAMPLE_BOOK
    data = place.folder / book.stem
    found = []
    for _ in range(_ROUNDS + 1):
        with place.qtdesk(data, [book]) as running:
            found.append(running.seconds * 1000)
            wait_for_phrases(running, _LARGE_SIZE if large else _SAMPLE_SIZE)
    return found[1:]
