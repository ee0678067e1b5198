"""What came of a series of trials."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from torture.subjects import State


@dataclass(slots=True)
class Verdict:
    """How one store stood one kind of torture."""

    torture: str
    store: str
    trials: int = 0
    unreadable: int = 0
    """Trials after which nothing could be read."""
    lost: int = 0
    """Trials after which something acknowledged was missing or other."""
    wrong_rows: int = 0
    """Rows that were read and are not what was written."""
    rows_back: float = 100.0
    """The smallest share of rows that came back, in percent."""
    acknowledged: int = 0
    promised: bool = True
    """Whether none of this may happen."""

    @property
    def kept(self) -> bool:
        """Whether the promises were kept."""
        broken = self.unreadable or self.lost or self.wrong_rows
        return not (self.promised and broken)

    def judge(self, read: Callable[[], State], *allowed: State) -> None:
        """One more trial: what `read` gives must be one of `allowed`."""
        self.trials += 1
        try:
            found = read()
        except Exception:  # noqa: BLE001 - whatever it is, nothing could be read
            self.unreadable += 1
            return
        self.lost += found not in allowed

    def as_data(self) -> dict[str, Any]:
        return {**asdict(self), "kept": self.kept}


def table(verdicts: list[Verdict]) -> str:
    """One line for each."""
    head = (
        *("torture", "store", "trials", "unreadable", "lost", "wrong rows", "back %"),
        "",
    )
    rows = [head]
    rows += [
        (
            *(each.torture, each.store, str(each.trials), str(each.unreadable)),
            *(str(each.lost), str(each.wrong_rows), f"{each.rows_back:.1f}"),
            "" if not each.promised else "kept" if each.kept else "BROKEN",
        )
        for each in verdicts
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
