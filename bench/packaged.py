"""The start of the programs that `dev.py build` has made, beside that of the sources.

The two take turns, so that the machine's moods hit both.
"""

from bench.running import (
    FROM_SOURCES,
    ROOT,
    SAMPLE_BOOK,
    SAMPLE_SIZE,
    bench,
    wait_for_phrases,
)
from bench.series import Series

PROGRAM = ROOT / "dist" / "qtdesk" / "qtdesk"
_ROUNDS = 10


def measure() -> list[Series]:
    """As `bench.start` does with the sample book; the first start is left out."""
    if not PROGRAM.exists():
        raise SystemExit("There is no packaged program yet; run dev.py build first.")
    commands = {
        "start, packaged": [str(PROGRAM)],
        "start, from sources": list(FROM_SOURCES),
    }
    found: dict[str, list[float]] = {name: [] for name in commands}
    with bench() as place:
        for _ in range(_ROUNDS + 1):
            for name, command in commands.items():
                data = place.folder / name.replace(" ", "-")
                with place.qtdesk(data, [SAMPLE_BOOK], command) as running:
                    found[name].append(running.seconds * 1000)
                    wait_for_phrases(running, SAMPLE_SIZE)
    return [Series(name, "ms", values[1:]) for name, values in found.items()]
