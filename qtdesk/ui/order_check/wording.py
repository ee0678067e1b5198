"""The sentences of the window of a check that depend on how it stands."""

from PySide6.QtCore import QObject

from qtdesk.core.checklists import Check, Entry, MadeText, Standing, Verdict
from qtdesk.core.combos import Combo
from qtdesk.core.orders import FieldName
from qtdesk.core.records import OutputTarget
from qtdesk.ui.order_check.next_step import Step, StepKind
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell

_TAIL = 4
_LONGEST_NAME = 12
_DIGITS = 9
"""Keys that choose an answer."""
_BETWEEN = " · "


class Wording(QObject):
    """Makes sentences; holds nothing."""

    def window(self) -> str:
        """The window, where there is no check in it."""
        return self.tr("Order check")

    def title(self, check: Check) -> str:
        """The name of the list."""
        return check.checklist.name.said(language_now())

    def subject(self, check: Check, standing: Standing) -> str:
        """Which order it is, whose, what must not be missed, and when it was read.

        Of a list that is about no order: when to take it up.
        """
        parts = []
        if not check.checklist.reads_order and check.checklist.trigger:
            parts.append(check.checklist.trigger.said(language_now()))
        reading = check.reading
        order = reading.value(FieldName.ORDER) if reading is not None else ""
        if order:
            tail = order[-_TAIL:]
            parts.append(self.tr("No. …{tail}").format(tail=tail))
        buyer = next((e.text for e in standing.entries if e.item.name == "buyer"), "")
        name = reading.value(FieldName.NAME) if reading is not None else ""
        if buyer or name:
            parts.append((buyer or name)[:_LONGEST_NAME])
        if standing.timers:
            due = min(standing.timers, key=lambda timer: timer.at)
            parts.append(f"{due.label} {due.at.month}/{due.at.day} {due.at:%H:%M}")
        at = check.begun.astimezone().strftime("%H:%M")
        read = reading is not None
        said = self.tr("copied, read at {time}") if read else self.tr("begun at {time}")
        parts.append(said.format(time=at))
        return _BETWEEN.join(parts)

    def without_order(self, check: Check, standing: Standing) -> str:
        """What stands where the order would."""
        if check.checklist.reads_order:
            return self.tr("No order was copied. Copy it, then press Ctrl+V here.")
        if not standing.texts and check.checklist.outputs:
            return self.tr("What comes of your answers will stand here.")
        return ""

    def counts(self, standing: Standing) -> tuple[str, Verdict]:
        """What the pill says, and the worst verdict in it."""
        counts = dict.fromkeys(Verdict, 0)
        for entry in standing.entries:
            if not entry.reason:
                counts[entry.verdict] += 1
        said = {
            Verdict.STOP: self.tr("{count} to put right"),
            Verdict.TODO: self.tr("{count} to do"),
            Verdict.WARN: self.tr("{count} to look at"),
        }
        worst = [verdict for verdict in said if counts[verdict]]
        if not worst:
            return self.tr("All in order"), Verdict.OK
        texts = (said[verdict].format(count=counts[verdict]) for verdict in worst)
        return _BETWEEN.join(texts), worst[0]

    def outgoing(self, made: MadeText | None) -> str:
        """Whom a text is for."""
        if made is None:
            return ""
        names = {
            OutputTarget.BUYER: self.tr("To the buyer"),
            OutputTarget.REMARK: self.tr("Remark in the back office"),
            OutputTarget.WAREHOUSE: self.tr("To the warehouse"),
            OutputTarget.COURIER: self.tr("To the courier"),
            OutputTarget.RECORD: self.tr("For your own table"),
            OutputTarget.HANDOVER: self.tr("For the next shift"),
            OutputTarget.TEAM: self.tr("For the team"),
        }
        return _BETWEEN.join((names[made.output.target], made.label))

    def step(self, step: Step) -> str:
        """What the primary button does."""
        match step.kind:
            case StepKind.PASTE if step.text is not None:
                return self.tr("Paste: {label}").format(label=step.text.label)
            case StepKind.COPY if step.text is not None:
                return self.tr("Copy: {label}").format(label=step.text.label)
            case StepKind.LOOK if step.entry is not None:
                return self.tr("Look at: {label}").format(label=step.entry.label)
            case StepKind.FINISH:
                return self.tr("Finish")
        return self.tr("Nothing to paste")

    def hint(self, standing: Standing, current: Entry | None, target: str) -> str:
        """What is in the way of the end, or what the keys do here."""
        if current is not None and (keys := self._keys(current)):
            return keys
        blocking = standing.blocking
        if blocking:
            label = blocking[0].label
            return self.tr("Can be finished after: {label}").format(label=label)
        if standing.close:
            return tell(standing.close)
        if standing.remarks is not None and standing.remarks.too_long:
            return tell(standing.remarks.too_long)
        finish = self.tr("{keys} finishes").format(keys=Combo.parse("ctrl+enter").label)
        buyer = OutputTarget.BUYER
        if not target or all(t.output.target is not buyer for t in standing.texts):
            return finish
        into = self.tr("into {target}").format(target=target)
        return _BETWEEN.join((into, finish))

    def _keys(self, entry: Entry) -> str:
        pass_on = ""
        if entry.blocks and entry.verdict is Verdict.STOP:
            keys = Combo.parse("ctrl+e").label
            pass_on = self.tr("{keys}: let it pass").format(keys=keys)
        if entry.item.type.is_tick:
            own = self.tr("Space ticks it")
        elif len(entry.choices) > _DIGITS:
            own = self.tr("A digit chooses, F2 takes a part of the name")
        elif entry.choices:
            own = self.tr("A digit chooses")
        elif entry.editable:
            own = self.tr("Type digits, or F2 for text")
        else:
            own = ""
        return _BETWEEN.join(filter(None, (entry.help, own, pass_on)))
