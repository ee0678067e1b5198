"""What can be told of the health of the agent's data. Looks only, and mends nothing."""

from typing import NamedTuple

from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.backups import count


class Checkup(NamedTuple):
    """The findings."""

    condition: str
    """A value of `Condition`."""
    problem: str
    """In words; empty where there is none."""
    lines: int
    documents: int
    schema: int
    damaged: int
    """Pieces of the file that are no line."""
    missing: int
    """Lines that were there once, by the gaps in their numbers."""
    out_of_sequence: int
    torn: bool
    """Whether the file ends in the midst of a line; the next start mends that."""
    quarantined: int
    """Damaged pieces that were set aside so far."""
    backups: int
    latest_backup: str
    """When it was made; empty where there is none."""
    unsound_backups: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is lost, and nothing needs anybody's attention."""
        return not (
            self.problem or self.missing or self.out_of_sequence or self.unsound_backups
        )


def check(data: AgentData) -> Checkup:
    """Look at everything. Reads all backups, so that it takes its time."""
    contents = data.storage.contents
    report, state = contents.report, data.state
    backups = data.list_backups()
    return Checkup(
        condition=state.condition.value,
        problem=str(state.problem or ""),
        lines=report.lines,
        documents=count(contents),
        schema=contents.schema,
        damaged=report.damaged,
        missing=report.missing,
        out_of_sequence=report.out_of_sequence,
        torn=report.torn,
        quarantined=data.journal.quarantined(),
        backups=len(backups),
        latest_backup=max((backup.made for backup in backups), default=""),
        unsound_backups=tuple(backup.name for backup in backups if not backup.sound),
    )
