"""What automation may know of a running desk: states and counts, never a text."""

from typing import Any

from qtdesk import __version__
from qtdesk.core.desk import Desk
from qtdesk.core.key_bindings import Binding
from qtdesk.core.paste import PasteResult


def status_of(desk: Desk) -> dict[str, Any]:
    """The state of `desk` as plain values for JSON."""
    hotkey = desk.listening.hotkeys
    return {
        "version": __version__,
        "platform": desk.platform.name,
        "abilities": {each.name: each.able for each in desk.platform.abilities},
        "hotkeys": [
            {
                "name": "quick_panel",
                "combo": hotkey.combo,
                "active": hotkey.active,
                "paused": hotkey.paused,
                "problem": str(hotkey.problem or ""),
                "trigger": hotkey.trigger,
            },
            *(_binding(desk, one) for one in desk.listening.bindings.all),
        ],
        "abbreviations": {
            "on": desk.listening.abbreviations.on,
            "listening": desk.listening.abbreviations.listening,
            "problem": str(desk.listening.abbreviations.problem),
        },
        "target": {"app": desk.target.app} if desk.target else None,
        "phrases": desk.books.phrase_count,
        "books": [
            {
                "id": state.book_id,
                "title": state.title,
                "version": state.version,
                "phrases": state.phrases,
                "problems": state.problems,
                "in_use": state.in_use,
            }
            for state in desk.books.sources()
        ],
        "store": _store(desk),
        "check": _check(desk),
        "promises": _promises(desk),
        "last_paste": _last(desk.pastes.last),
        "paste_count": desk.pastes.count,
        "paste_under_way": desk.pastes.busy,
    }


def _binding(desk: Desk, binding: Binding) -> dict[str, Any]:
    return {
        "name": binding.name,
        "combo": binding.combo,
        "active": binding.active,
        "paused": desk.listening.hotkeys.paused,
        "problem": str(binding.problem or ""),
        "trigger": "",
    }


def _check(desk: Desk) -> dict[str, Any]:
    """Which list is at hand and how many entries are of each verdict."""
    checks = desk.checks
    standing, current = checks.standing, checks.current
    counts = standing.counts if standing is not None else {}
    return {
        "loaded": checks.engine is not None,
        "offered": [list_id for list_id, _ in checks.names.offered],
        "shown": checks.shown,
        "list": current.checklist.id if current is not None else "",
        "counts": {verdict.value: count for verdict, count in counts.items()},
        "given": list(current.given) if current is not None else [],
        "under_way": len(checks.under_way),
    }


def _promises(desk: Desk) -> dict[str, Any]:
    """How many there are, and of how many the agent was told."""
    book = desk.promises.book
    return {
        "open": len(book.mine),
        "overdue": len(book.overdue),
        "told": sum(each.told is not None for each in book.waiting),
        "handed_over": len(book.waiting) - len(book.mine),
    }


def _store(desk: Desk) -> dict[str, Any]:
    state = desk.safekeeping.state
    return {
        "condition": state.condition.value,
        "problem": str(state.problem.title if state.problem else ""),
        "unsaved": state.unsaved,
        "damaged": state.damaged,
    }


def _last(result: PasteResult | None) -> dict[str, Any] | None:
    if result is None:
        return None
    return {
        "outcome": result.outcome.value,
        "reason": result.reason.value,
        "fate": result.fate.value,
        "app": result.app,
        "phrase": result.phrase,
        "sent": result.sent,
        "unsent": result.unsent.value,
        "chord_ms": result.chord_ms,
        "read_ms": result.read_ms,
    }
