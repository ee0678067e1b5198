"""The use cases of order checks: begin one, answer, correct, let pass, finish.

A check is a value that whoever shows it holds; every step here answers with the next
one and changes nothing. Only `keep` and `drop` touch what is kept.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import datetime

from qtdesk.core.checklists import (
    Check,
    Checklist,
    Item,
    ItemType,
    RunningTimer,
    ShopFacts,
    Standing,
    Value,
    item_of,
)
from qtdesk.core.checklists.answers import answer_from
from qtdesk.core.checklists.attending import Attendant, Nobody
from qtdesk.core.checklists.corrections import assigned, taken_back, written
from qtdesk.core.checklists.judging import Judge, offered
from qtdesk.core.checklists.keeping import check_from, checklist_of, fields_of_check
from qtdesk.core.checklists.known import KnownLists
from qtdesk.core.checklists.recording import record_of
from qtdesk.core.checklists.refusals import not_finished
from qtdesk.core.checklists.scope import Scope
from qtdesk.core.errors import AnswerError, ChecklistError
from qtdesk.core.orders import FieldName, OrderReader, Span
from qtdesk.core.ports.checks import UnfinishedChecks
from qtdesk.core.ports.lists import ListFiles
from qtdesk.core.records import Record, new_uid
from qtdesk.core.rules import RuleBook
from qtdesk.core.tables import Row, Table
from qtdesk.core.tables.from_checks import rows_of
from qtdesk.core.templates import Profile
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

ORDER_CHECK = "CL-01"
"""The list that every order goes through."""
_HALVES = re.compile("[\ud800-\udfff]")
SHORTEST_REASON = 2
"""Characters of a reason; one is a slip of a key."""


class OrderChecks:
    """Checks of one agent in one shop."""

    def __init__(
        self,
        checklists: Iterable[Checklist],
        reader: OrderReader,
        rules: RuleBook,
        shop: Callable[[], ShopFacts],
        profile: Callable[[], Profile],
        time: Callable[[], datetime],
        unfinished: UnfinishedChecks,
        tables: Mapping[str, Table],
        files: ListFiles | None = None,
    ) -> None:
        """`time` has its distance from UTC; `files`, if any, is read for new lists."""
        self.files = files
        self._lists = KnownLists(checklists)
        self._reader = reader
        self.rules = rules
        self._shop = shop
        self._profile = profile
        self._time = time
        self._unfinished = unfinished
        self._tables = tables
        self.attendant: Attendant = Nobody()

    # --- lists -----------------------------------------------------------------

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """The lists that are offered."""
        return self._lists.offered

    def checklist(self, checklist_id: str) -> Checklist:
        """The list of that id, also one that is not offered.

        Raises:
            ChecklistError: there is none.
        """
        return self._lists.get(checklist_id)

    def use(
        self, checklists: Iterable[Checklist], rules: RuleBook, off: Collection[str]
    ) -> None:
        """Go on with these lists and rules; those `off` are there, and not offered.

        Checks under way keep the list that they were begun with.
        """
        self._lists, self.rules = KnownLists(checklists, off), rules

    def apart(self, unfinished: UnfinishedChecks) -> "OrderChecks":
        """The same lists and rules, with other checks under way."""
        known = (self._lists.all, self._reader, self.rules)
        made = (*known, self._shop, self._profile, self._time, unfinished)
        return OrderChecks(*made, self._tables)

    @property
    def regions_as_of(self) -> str:
        """The month of which the list of provinces, cities and districts is."""
        return self._reader.regions.as_of

    # --- steps -----------------------------------------------------------------

    def begin(
        self,
        text: str = "",
        checklist: str = ORDER_CHECK,
        earlier: int = 0,
        preset: str = "",
    ) -> Check:
        """A new check, filled from `text`, an order or a message as it was copied.

        `earlier` is how many finished checks of the same order by that list are known.
        With the id of a `preset` of it the check begins with its answers.

        Raises:
            ChecklistError: there is no such list, or it has no such preset.
        """
        # Half a character cannot be written down; a mark in its place keeps all places.
        text = _HALVES.sub("\N{REPLACEMENT CHARACTER}", text)
        wanted = self.checklist(checklist)
        reads = wanted.reads_order and bool(text.strip())
        reading = self._reader.read(text) if reads else None
        begun, shop = self._time(), self._shop()
        check = Check(new_uid(), wanted, begun, reading, earlier=earlier, shop=shop)
        return self.apply(check, preset) if preset else check

    def standing(self, check: Check, language: str = "zh_CN") -> Standing:
        """How `check` stands now, in the agent's language; a few milliseconds."""
        judge = Judge(self.rules, self._profile(), language, self.attendant.work)
        return judge.standing(check, self._time())

    def timers(self, check: Check, language: str = "zh_CN") -> tuple[RunningTimer, ...]:
        """The moments of `check` that must not be missed; quicker than `standing`."""
        judge = Judge(self.rules, self._profile(), language, self.attendant.work)
        return judge.timers(check, self._time())

    def set(self, check: Check, entry: str, value: Value) -> Check:
        """Answer an entry with what was typed, ticked or chosen (an option's id).

        What corrects the order is judged by the rules of reading. An empty text takes
        an answer away; `reset` brings back what was read, or the usual answer.

        Raises:
            AnswerError: that is no answer to it; nothing has changed.
        """
        item = self._answerable(check, entry)
        if item.field is not None and item.type in (ItemType.PARSED, ItemType.PHONE):
            text = answer_from(item, value, self._time(), tuple)
            reading = written(self._reader, check.reading, item.field, str(text or ""))
            return check.read(reading).overridden(entry, "")
        scope = Scope(check, self._time(), self.rules, self.attendant.work)
        found = answer_from(item, value, self._time(), lambda: offered(scope, item))
        return check.answered(entry, found)

    def reset(self, check: Check, entry: str) -> Check:
        """Take back what the agent answered, and let pass, at `entry`.

        A correction of the order is taken back as well.
        """
        item = self._answerable(check, entry)
        check = check.reset(entry)
        if item.field is None or check.reading is None:
            return check
        return check.read(taken_back(self._reader, check.reading, item.field))

    def override(self, check: Check, entry: str, reason: str) -> Check:
        """Let pass what is wrong at `entry`; an empty reason takes that back.

        Raises:
            AnswerError: the reason says nothing.
        """
        self._item(check, entry)
        reason = _HALVES.sub("", reason).strip()
        if reason and len(reason) < SHORTEST_REASON:
            raise AnswerError(
                words(QT_TRANSLATE_NOOP("core", "This is no reason yet.")),
                hint=words(
                    QT_TRANSLATE_NOOP("core", "Write in a few words why it may pass.")
                ),
            )
        return check.overridden(entry, reason)

    def apply(self, check: Check, preset: str) -> Check:
        """Give all answers of a preset.

        Raises:
            ChecklistError: the list has none of that id.
            AnswerError: one of them does not fit; nothing has changed.
        """
        found = check.checklist.preset(preset)
        if found is None:
            raise ChecklistError(
                words(
                    QT_TRANSLATE_NOOP("core", "There is no preset “{id}”."), id=preset
                )
            )
        for item_id, answer in found.answers.items():
            check = self.set(check, item_id, answer)
        return check

    def assign(self, check: Check, span: Span, name: FieldName) -> Check:
        """Let the text at `span` of the order be the field `name`.

        Raises:
            AnswerError: there is no text there.
        """
        try:
            return check.read(assigned(self._reader, check.reading, span, name))
        except ValueError as error:
            raise AnswerError(
                words(QT_TRANSLATE_NOOP("core", "There is nothing at that place."))
            ) from error

    def gave(self, check: Check, output: str) -> Check:
        """Note that a text was copied or pasted."""
        return check.gave(output)

    # --- the end, and what is kept until then -----------------------------------

    def finish(
        self, check: Check, language: str = "zh_CN", *, whole: bool = False
    ) -> Record:
        """The record of `check`, for `Records.add`; `drop` the check after that.

        `whole` keeps the buyer's full number and address in it.

        Raises:
            ChecklistError: something is in the way; its words say what.
        """
        standing = self.standing(check, language)
        if not standing.may_finish:
            raise not_finished(standing, language)
        return self._record(check, standing, whole=whole)

    def refuse(self, check: Check, *, whole: bool = False) -> Record:
        """The record of a check that ends here: not to be sent as it stands."""
        return self._record(check, self.standing(check), whole=whole)

    def rows(self, check: Check) -> tuple[Row, ...]:
        """What `check` leaves in the shop's tables at its end; the same each time."""
        agent = self._profile().agent or self._profile().sign
        return rows_of(check, self.rules, self._tables, self._time(), agent)

    def keep(self, check: Check) -> None:
        """Keep `check`, so that a crash costs nothing; to be called after each step.

        Raises:
            StoreError: it could not be written.
        """
        self._unfinished.keep(check.uid, fields_of_check(check))
        self.attendant.kept(check)

    def drop(self, check: Check) -> None:
        """Forget a check that has ended. Raises as `keep`."""
        self._unfinished.drop(check.uid)
        self.attendant.dropped(check)

    def unfinished(self) -> tuple[Check, ...]:
        """What was kept, the oldest first; what nobody can read any more is left."""
        found = []
        for told in self._unfinished.all():
            checklist = self._lists.find(checklist_of(told))
            if checklist is not None:
                with suppress(ValueError):
                    found.append(check_from(told, checklist))
        return tuple(found)

    # --- within ----------------------------------------------------------------

    def _record(self, check: Check, standing: Standing, *, whole: bool) -> Record:
        agent = self._profile().agent or self._profile().sign
        return record_of(check, standing, self._time(), agent, whole=whole)

    def _item(self, check: Check, entry: str) -> Item:
        item = item_of(check.checklist, entry)
        if item is None:
            raise AnswerError(
                words(QT_TRANSLATE_NOOP("core", "There is no item “{id}”."), id=entry)
            )
        return item

    def _answerable(self, check: Check, entry: str) -> Item:
        item = self._item(check, entry)
        if item.auto is not None:
            raise AnswerError(
                words(QT_TRANSLATE_NOOP("core", "This is worked out, not answered."))
            )
        return item
