"""The dialog of lists over files that only a test has."""

from qtdesk.core.phrases import Problem
from qtdesk.core.ports import Source
from qtdesk.core.ports.lists import FoundList, ListReading, Origin
from qtdesk.core.rules import RuleBook
from qtdesk.core.words import words
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.lists_dialog import ListsDialog
from qtdesk.ui.theme import Appearance
from tests.checking_room import shipped_lists
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk, SourceState

BOOK = "/share/小鹿家"
FAULT = Problem(
    "/share/小鹿家/checklists/price.yaml", 14, "P1",
    words("“{key}” is missing.", key="label"),
    words("Add “{key}: …”.", key="label"), fatal=True,
)  # fmt: skip


class FakeFiles:
    """What was found, and what was copied."""

    def __init__(self) -> None:
        self.last = ListReading(
            tuple(
                FoundList(f"/ours/{each.id}.yaml", Origin.SHIPPED, "", each.id, each)
                for each in shipped_lists()
            ),
            RuleBook(),
        )
        self.there = self.last
        self.copied: list[str] = []

    def folders(self, books: object) -> tuple[str, ...]:
        del books
        return ("/own",)

    def read(self, books: object) -> ListReading:
        del books
        self.last = self.there
        return self.last

    def copy(self, found: FoundList) -> str:
        self.copied.append(found.id)
        return f"/own/{found.id}.yaml"


class ListScene:
    """A dialog that is shown."""

    def __init__(self, appearance: Appearance) -> None:
        self.desk = FakeDesk()
        self.desk.books.states = [
            SourceState(Source(BOOK), "小鹿家", "3", 28, 0, in_use=True)
        ]
        self.desk.checks.load(lambda: None)
        engine = self.desk.checks.engine
        assert engine is not None
        self.files = FakeFiles()
        engine.files = self.files
        self.bridge = Bridge(as_desk(self.desk))
        self.dialog = ListsDialog(as_desk(self.desk), self.bridge, appearance)
        self.bridge.setParent(self.dialog)
        self.dialog.show()

    @property
    def rows(self) -> list[str]:
        """The ids of the lists shown."""
        return [state.found.id for state in self.dialog._states.values()]

    def spoil(self) -> None:
        """A lead saves a list with a fault."""
        bad = FoundList(FAULT.file, Origin.BOOK, BOOK, "CL-30", None, (FAULT,))
        self.put(bad)

    def put(self, *found: FoundList) -> None:
        self.files.there = self.files.last._replace(
            found=(*found, *self.files.last.found)
        )
        self.desk.lists.refresh()

    def choose(self, list_id: str) -> None:
        self.dialog.lists.setCurrentRow(self.rows.index(list_id))
