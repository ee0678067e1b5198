"""`order check`: an order through a checklist, without a window.

Order from standard input, answers as arguments, verdicts and texts out. The table hides
what is private; JSON and `--texts` have everything.
"""

import argparse
import sys
from typing import Any

from qtdesk import paths
from qtdesk.cli.catalogue import Catalogue, language_of_system
from qtdesk.cli.context import Context
from qtdesk.cli.output import say, say_json
from qtdesk.core.checklists import Check, Entry, ItemType, MadeText, Standing, Verdict
from qtdesk.core.checklists.shop import ShopFacts
from qtdesk.core.checklists.values import as_json
from qtdesk.core.order_checks import OrderChecks
from qtdesk.core.orders.writing import masked
from qtdesk.core.templates import Filled
from qtdesk.order_desk import open_order_checks

_MARKS = {
    Verdict.OK: "ok  ",
    Verdict.NOTE: "note",
    Verdict.TODO: "todo",
    Verdict.WARN: "warn",
    Verdict.STOP: "STOP",
}


def check_order(asked: argparse.Namespace, context: Context) -> int:
    """Do `order check`; the exit code says whether anything is in the way."""
    shop = ShopFacts(platform=asked.platform, courier=asked.courier)
    checks = open_order_checks(
        context.data,
        context.agent_data,
        lambda: context.settings,
        lambda: shop,
        [source.path for source in context.library.sources()],
    )
    check = _answered(checks, asked)
    language = asked.language or context.settings.language
    language = language_of_system() if language == "auto" else language
    standing = checks.standing(check, language)
    if asked.json:
        say_json(check_as_json(check, standing))
    else:
        catalogue = Catalogue(paths.resources() / "translations", language)
        print_standing(catalogue, standing, full=asked.texts)
    return 0 if standing.may_finish else 1


def _answered(checks: OrderChecks, asked: argparse.Namespace) -> Check:
    check = checks.begin(sys.stdin.read(), asked.list)
    if asked.preset:
        check = checks.apply(check, asked.preset)
    for entry, text in asked.answer_:
        check = checks.set(check, entry, text)
    for entry, reason in asked.pass_:
        check = checks.override(check, entry, reason)
    return check


def check_as_json(check: Check, standing: Standing) -> dict[str, Any]:
    """How a check stands, complete, as plain values."""
    return {
        "checklist": check.checklist.id,
        "version": check.checklist.version,
        "may_finish": standing.may_finish,
        "next": standing.next.id if standing.next else None,
        "counts": {each.value: count for each, count in standing.counts.items()},
        "close": str(standing.close),
        "entries": [_entry(entry) for entry in standing.entries],
        "not_asked": list(standing.not_asked),
        "texts": [_text(made) for made in standing.texts],
        "remarks": standing.remarks and _text(standing.remarks),
        "timers": [
            {"id": timer.id, "at": timer.at.isoformat()} for timer in standing.timers
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "label": entry.label,
        "value": as_json(entry.value),
        "verdict": entry.verdict.value,
        "blocks": entry.blocks,
        "usual": entry.default,
        "reason": entry.reason,
        "findings": [
            {"rule": f.rule, "say": str(f.say), "remedy": str(f.remedy)}
            for f in entry.findings
        ],
        "spans": entry.spans,
    }


def _text(made: MadeText) -> dict[str, Any]:
    return {
        "id": made.output.id,
        "target": made.output.target.value,
        "text": made.filling.draft,
        "complete": isinstance(made.filling, Filled),
        "wants": [want.label for want in made.filling.wants],
        "bytes": made.bytes,
        "too_long": str(made.too_long),
    }


def print_standing(
    catalogue: Catalogue, standing: Standing, *, full: bool = True
) -> None:
    """Print how a check stands; unless `full`, what is private is hidden."""
    _Table(catalogue, full=full).print(standing)


class _Table:
    """A line an entry, with what is wrong below it; then the texts."""

    def __init__(self, catalogue: Catalogue, *, full: bool) -> None:
        self._tell = catalogue.tell
        self._full = full

    def print(self, standing: Standing) -> None:
        for entry in standing.entries:
            passed = " (passed)" if entry.reason else ""
            label = f"{_MARKS[entry.verdict]}{passed}  {entry.id:6} {entry.label}"
            say(f"{label}: {self._value(entry)}".rstrip(": "))
            for finding in entry.findings:
                told = f"{self._tell(finding.say)} {self._tell(finding.remedy)}"
                say(f"             {told}".rstrip())
        for made in standing.texts:
            complete = isinstance(made.filling, Filled)
            say(f"[{made.output.target.value}] {made.label}{'' if complete else ' …'}")
            if self._full:
                say(made.filling.draft)
        if standing.close:
            say(self._tell(standing.close))

    def _value(self, entry: Entry) -> str:
        if self._full or not entry.text:
            return entry.text
        if entry.item.field is not None:
            return masked(entry.item.field, entry.text)
        # What somebody wrote may hold anything.
        return "***" if entry.item.type is ItemType.TEXT else entry.text
