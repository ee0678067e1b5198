"""The lists that checks may be made of: all of them, and those that are offered."""

from collections.abc import Collection, Iterable

from qtdesk.core.checklists.checklist import Checklist
from qtdesk.core.checklists.refusals import no_such_list


class KnownLists:
    """Lists by their ids; a new set is a new value."""

    def __init__(self, lists: Iterable[Checklist], off: Collection[str] = ()) -> None:
        """Those `off` are there, and not offered."""
        self._lists = {each.id: each for each in lists}
        self._off = frozenset(off)

    @property
    def all(self) -> tuple[Checklist, ...]:
        return tuple(self._lists.values())

    @property
    def offered(self) -> tuple[Checklist, ...]:
        """Those that an agent may choose; drafts are not offered."""
        known = self._lists.values()
        return tuple(
            each for each in known if not each.draft and each.id not in self._off
        )

    def find(self, checklist_id: str) -> Checklist | None:
        return self._lists.get(checklist_id)

    def get(self, checklist_id: str) -> Checklist:
        """The list of that id, drafts too.

        Raises:
            ChecklistError: there is none.
        """
        if checklist_id not in self._lists:
            raise no_such_list(checklist_id, self._lists)
        return self._lists[checklist_id]
