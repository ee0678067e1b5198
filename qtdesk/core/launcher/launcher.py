"""Finds and ranks what the launcher offers; opening is asked for by an event."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qtdesk.core.events import CheckWanted, DeskEvent, ListsChanged, ToolWanted
from qtdesk.core.launcher.entries import (
    BOOK,
    TOOL_WORDS,
    TOOLS,
    Entry,
    Kind,
    Tool,
    phrase_of,
)
from qtdesk.core.phrases import CANONICAL_STAGES, Book

if TYPE_CHECKING:
    from qtdesk.core.checklists import Check, Checklist, Text
    from qtdesk.core.checks import Checks
    from qtdesk.core.finder import Finder
    from qtdesk.core.ports import Background, Target
    from qtdesk.core.search import SearchEngine, Span
    from qtdesk.core.words import Words

_MOST_FOUND = 50
_MOST_CHECKS = 3
"""Under way, before the lists: the digits are for those as well."""


class Launcher:
    """Answers what is typed behind the slash; empty for what is likely now."""

    def __init__(
        self,
        checks: "Checks",
        finder: "Finder",
        background: "Background",
        stages: Callable[[], Sequence[str]],
        announce: Callable[[DeskEvent], None],
    ) -> None:
        """`stages` are those of the conversation of now; none where none is known."""
        self._checks, self._finder = checks, finder
        self._background, self._stages = background, stages
        self._announce = announce
        self._offered: set[Tool] = set()
        self._made_of: object = None
        self._fixed: tuple[Entry, ...] = ()
        """Lists, cases and tools."""
        self._engine: SearchEngine | None = None
        self.tell: Callable[[Words], str] = str
        """Puts words into the agent's language; a front end has one of its own."""
        self.improved: Callable[[], None] = lambda: None
        """Told when more may be found than a moment before; set by whoever shows it."""

    # --- what there is ---------------------------------------------------------

    def offer(self, tool: Tool) -> None:
        """A front end can open `tool`."""
        self._offered.add(tool)

    def load(self) -> None:
        """Have the lists loaded; that they are is announced."""
        if self.loading:
            self._checks.load(lambda: self._announce(ListsChanged()))

    def prepare(self) -> None:
        """Make what there is now ready to be found, before somebody types."""
        self._search()

    @property
    def loading(self) -> bool:
        """Whether lists are still to come."""
        return self._checks.engine is None and self._checks.problem is None

    @property
    def stages(self) -> tuple[str, ...]:
        """Stages that there are lists for, in the order of the trade; then tools."""
        there = {entry.stage for entry in self._all()}
        order = (*CANONICAL_STAGES, *sorted(there - {*CANONICAL_STAGES, TOOLS}), TOOLS)
        return tuple(stage for stage in order if stage and stage in there)

    def entries(self, query: str = "", stage: str | None = None) -> tuple[Entry, ...]:
        """What fits `query`, the likeliest first; `stage` keeps what belongs there."""
        query = query.strip()
        fixed = self._found(query, stage) if query else self._likely(stage)
        if stage == TOOLS:
            return fixed
        return (*self._under_way(fixed, query, stage), *fixed)

    def marks(self, query: str, entry: Entry) -> "tuple[Span, ...]":
        """Where the title has what was typed."""
        if not query.strip() or self._engine is None or entry.kind is Kind.CHECK:
            return ()
        return self._engine.marks(query.strip(), phrase_of(entry)).title

    def _likely(self, stage: str | None) -> tuple[Entry, ...]:
        """Without a word typed: those of the stage of now before the others."""
        now = (stage,) if stage is not None else tuple(self._stages())
        near = [each for each in self._all() if each.stage in now]
        if stage is not None:
            return tuple(near)
        far = [each for each in self._all() if each.stage not in now]
        # Cases are found by their names; in front they stand where they belong only.
        lists = [each for each in far if each.kind is not Kind.CASE]
        return (*near, *lists, *(each for each in far if each.kind is Kind.CASE))

    def _found(self, query: str, stage: str | None) -> tuple[Entry, ...]:
        entries = {each.key: each for each in self._all()}
        engine = self._search()
        # A slip of the finger is forgiven; what looks like a buyer's words is not
        # answered, as it is among phrases: something always comes near.
        answer = engine.search(
            query, stage=stage, limit=_MOST_FOUND, thorough=query.isascii()
        )
        found = (entries.get(hit.phrase.id) for hit in answer.hits)
        return tuple(entry for entry in found if entry is not None)

    def _under_way(
        self, fixed: Sequence[Entry], query: str, stage: str | None
    ) -> list[Entry]:
        """Checks that something was done in: the one at hand, then the latest."""
        lists = {each.id for each in fixed if each.kind is Kind.LIST}
        current = self._checks.current
        checks = sorted(
            self._checks.under_way,
            key=lambda each: (each is current, each.begun),
            reverse=True,
        )
        if query or stage is not None:
            checks = [each for each in checks if each.checklist.id in lists]
        return [self._entry_of(check) for check in checks[:_MOST_CHECKS]]

    def _entry_of(self, check: "Check") -> Entry:
        title = self._checks.names.of_check(check)
        return Entry(Kind.CHECK, check.uid, title, stage=check.checklist.stage)

    # --- lists and tools, made ready to be found -------------------------------

    def _all(self) -> tuple[Entry, ...]:
        engine, language = self._checks.engine, self._checks.language
        lists = engine.checklists if engine is not None else ()
        made_of = (lists, language, frozenset(self._offered))
        if made_of != self._made_of:
            self._made_of = made_of
            self._fixed = (
                *(entry for each in lists for entry in self._entries_of(each)),
                *(self._tool(each) for each in Tool if each in self._offered),
            )
            self._engine = None
        return self._fixed

    def _entries_of(self, checklist: "Checklist") -> list[Entry]:
        said = self._said
        name, other = said(checklist.name)
        note = said(checklist.trigger)[0]
        stage = checklist.stage
        entries = [Entry(Kind.LIST, checklist.id, name, note, stage, also=other)]
        for preset in checklist.presets:
            if preset.entry:
                title, other = said(preset.label)
                case = Entry(Kind.CASE, checklist.id, title, name, stage, preset.id)
                entries.append(case._replace(also=other))
        return entries

    def _said(self, text: "Text") -> tuple[str, str]:
        """In the agent's language, and in the other one."""
        mine = text.said(self._checks.language)
        others = (text.said(language) for language in ("zh_CN", "en"))
        return mine, next((other for other in others if other != mine), "")

    def _tool(self, tool: Tool) -> Entry:
        title, note = TOOL_WORDS[tool]
        return Entry(
            *(Kind.TOOL, tool.value, self.tell(title), self.tell(note), TOOLS),
            also=title.template,
        )

    def _search(self) -> "SearchEngine":
        """What finds words as they stand at once, and pinyin a moment later."""
        fixed = self._all()
        if self._engine is not None:
            return self._engine
        from qtdesk.core.search.plain import PlainSearch  # noqa: PLC0415 - not for a start

        phrases = [phrase_of(entry) for entry in fixed]
        book = Book(BOOK, "", "zh-CN", "", (), phrases)
        made_of = self._made_of
        plain = self._engine = PlainSearch([book])

        def take(engine: "SearchEngine") -> None:
            if made_of == self._made_of:
                self._engine = engine
                self.improved()

        self._background.run(lambda: self._finder.engine_of(book), take)
        return self._engine or plain

    # --- opening ---------------------------------------------------------------

    def open(self, entry: Entry, target: "Target | None") -> None:
        """Ask for what `entry` stands for, over the window that was in front."""
        if entry.kind is Kind.TOOL:
            self._announce(ToolWanted(entry.id))
            return
        checklist = entry.id
        if entry.kind is Kind.CHECK:
            self._checks.turn_to(entry.id)
            checklist = ""
        # What is typed behind the choice is for the check.
        wanted = CheckWanted(
            checklist, by_hotkey=True, preset=entry.preset, target=target
        )
        self._announce(wanted)

    def state(self, entry: Entry) -> tuple[int, int, int]:
        """Of a check under way: how much is wrong, doubtful, and to be done."""
        check = next((c for c in self._checks.under_way if c.uid == entry.id), None)
        engine = self._checks.engine
        if check is None or engine is None:
            return (0, 0, 0)
        counts = engine.standing(check, self._checks.language).counts
        told = {verdict.value: count for verdict, count in counts.items()}
        return told.get("stop", 0), told.get("warn", 0), told.get("todo", 0)
