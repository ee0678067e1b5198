"""Why a paste could not work here and now, and what to do about it.

Looks by the ports and by what the desk remembers; presses nothing, pastes nothing.
What it finds names programs and keys, never a window's title or a text, so that it
may be handed on.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from qtdesk.core.combos import MODIFIERS, Combo
from qtdesk.core.paste import Outcome, Reason, explain
from qtdesk.core.ports import AskedKeys, Saved, Snapshot, Target
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk


class Verdict(Enum):
    """How much it matters."""

    OK = "ok"
    WARN = "warn"
    """Pastes may fail, or end otherwise than one would like."""
    STOP = "stop"
    """No paste will work before this is seen to."""


class Finding(NamedTuple):
    """What one check found."""

    name: str
    """The same in every language: `hotkey`, `paste`, `clipboard` and so on."""
    verdict: Verdict
    what: Words
    remedy: Words = NO_WORDS


def examine(desk: "Desk") -> tuple[Finding, ...]:
    """Everything that can be seen at once, in the order of a paste."""
    target = desk.platform.windows.front() or desk.platform.windows.recent()
    return (
        _hotkey(desk),
        _paste(desk),
        _target(desk, target),
        *_of_target(desk, target),
        *_held(desk),
        *_restore(desk),
        *_last(desk),
    )


def in_plain(findings: tuple[Finding, ...]) -> list[dict[str, str]]:
    """`findings` in English, as plain values for JSON."""
    return [
        {
            "name": each.name,
            "verdict": each.verdict.value,
            "what": str(each.what),
            "remedy": str(each.remedy),
        }
        for each in findings
    ]


def examine_clipboard(desk: "Desk", done: Callable[[Finding], None]) -> None:
    """Whether whoever has the clipboard answers; within some seconds.

    Left alone while a paste has it, and where the window in front is none of our
    business: a password may be on it.
    """
    target = desk.platform.windows.front() or desk.platform.windows.recent()
    guarded = target is not None and desk.profiles.of(target.app).never
    if desk.pastes.busy or guarded or not _able(desk, "restore"):
        done(_finding("clipboard", Verdict.OK, _CLIPBOARD_LEFT_ALONE))
    else:
        desk.platform.clipboard.snapshot(lambda taken: done(_clipboard(taken)))


# --- one check each ----------------------------------------------------------------


def _hotkey(desk: "Desk") -> Finding:
    state = desk.listening.hotkeys
    combo = state.trigger or Combo.parse(state.combo).label
    if state.problem is not None:
        problem = state.problem
        return _finding("hotkey", Verdict.WARN, problem.title, problem.hint)
    if state.paused:
        return _finding("hotkey", Verdict.WARN, _PAUSED, _UNPAUSE)
    if not state.active:
        return _finding("hotkey", Verdict.WARN, _NO_HOTKEY, _OPEN_BY_TRAY)
    found = words(
        QT_TRANSLATE_NOOP("core", "{combo} opens the quick panel."), combo=combo
    )
    return _finding("hotkey", Verdict.OK, found)


def _paste(desk: "Desk") -> Finding:
    ability = next((a for a in desk.platform.abilities if a.name == "paste"), None)
    if ability is not None and ability.able:
        return _finding("paste", Verdict.OK, _MAY_PRESS)
    reason = ability.reason if ability is not None and ability.reason else _MAY_NOT
    permission = desk.platform.permission
    remedy = _COPY_INSTEAD
    if permission is not None and not permission.granted and permission.steps:
        remedy = permission.steps[0]
    elif isinstance(desk.platform, AskedKeys) and not desk.settings.press_paste:
        remedy = _ALLOW_PRESSING
    return _finding("paste", Verdict.STOP, reason, remedy)


def _target(desk: "Desk", target: Target | None) -> Finding:
    if target is None and not _able(desk, "target"):
        return _finding("target", Verdict.WARN, _TARGETS_UNKNOWN)
    if target is None:
        return _finding("target", Verdict.STOP, _NO_TARGET, _CLICK_FIRST)
    if target.unseen or not target.app:
        return _finding("target", Verdict.WARN, _NAMELESS, _NAMELESS_REMEDY)
    found = words(
        QT_TRANSLATE_NOOP("core", "The text would go to {app}."), app=target.called
    )
    return _finding("target", Verdict.OK, found)


def _of_target(desk: "Desk", target: Target | None) -> Iterator[Finding]:
    if target is None:
        return
    told = desk.platform.keyboard.obstacle(target)
    if told:
        yield _finding("keys", Verdict.STOP, told, _OBSTACLE_REMEDY)
    in_use = desk.profiles.in_use(target.app)
    app = target.called
    if in_use.profile.never:
        kept_out = words(
            QT_TRANSLATE_NOOP("core", "qtdesk never pastes into {app}."), app=app
        )
        yield _finding("profile", Verdict.STOP, kept_out, _CHANGE_PROFILE)
        return
    chord = in_use.profile.chord.label
    template = QT_TRANSLATE_NOOP(
        "core", "Nothing is known of {app}; {chord} is pressed."
    )
    if in_use.own:
        template = QT_TRANSLATE_NOOP(
            "core", "For {app} you made a profile; {chord} is pressed."
        )
    elif in_use.shipped is not None:
        template = QT_TRANSLATE_NOOP(
            "core", "{app} is among the known programs; {chord} is pressed."
        )
    found = words(template, app=app, chord=chord)
    yield _finding("profile", Verdict.OK, found, _OTHER_KEYS)


def _held(desk: "Desk") -> Iterator[Finding]:
    held = desk.platform.keyboard.held()
    names = [Combo((), name).label for name in MODIFIERS if name in held]
    if names:
        found = words(
            QT_TRANSLATE_NOOP("core", "Held down right now: {keys}."),
            keys=", ".join(names),
        )
        yield _finding("modifiers", Verdict.STOP, found, _LET_GO)
    else:
        yield _finding("modifiers", Verdict.OK, _NONE_HELD)


def _restore(desk: "Desk") -> Iterator[Finding]:
    for ability in desk.platform.abilities:
        if ability.name == "restore" and not ability.able and ability.reason:
            yield _finding("restore", Verdict.WARN, ability.reason)


def _last(desk: "Desk") -> Iterator[Finding]:
    last = desk.pastes.last
    if last is None:
        return
    what, remedy = explain(last)
    if last.reason is Reason.UNSEEN:
        yield _finding("history", Verdict.WARN, _GREEDY, _GREEDY_REMEDY)
    fine = last.outcome is Outcome.PASTED or last.reason is Reason.ASKED
    verdict = Verdict.OK if fine and last.quiet else Verdict.WARN
    yield _finding("last paste", verdict, what, remedy)


def _clipboard(taken: Snapshot) -> Finding:
    if taken.saved is Saved.UNREADABLE:
        return _finding("clipboard", Verdict.WARN, _HUNG, _HUNG_REMEDY)
    if taken.saved is Saved.PARTIAL:
        return _finding("clipboard", Verdict.WARN, _TOO_LARGE)
    return _finding("clipboard", Verdict.OK, _ANSWERS)


def _able(desk: "Desk", name: str) -> bool:
    return any(a.able for a in desk.platform.abilities if a.name == name)


def _finding(
    name: str, verdict: Verdict, what: Words, remedy: Words = NO_WORDS
) -> Finding:
    return Finding(name, verdict, what, remedy)


# --- sentences without blanks ------------------------------------------------------

_PAUSED = words(QT_TRANSLATE_NOOP("core", "The hotkeys are paused."))
_UNPAUSE = words(QT_TRANSLATE_NOOP("core", "Go on with them in the tray's menu."))
_NO_HOTKEY = words(QT_TRANSLATE_NOOP("core", "No hotkey is registered."))
_OPEN_BY_TRAY = words(QT_TRANSLATE_NOOP("core", "Open the panel from the tray."))
_MAY_PRESS = words(QT_TRANSLATE_NOOP("core", "qtdesk may press the paste keys."))
_MAY_NOT = words(QT_TRANSLATE_NOOP("core", "This desktop allows copying only."))
_COPY_INSTEAD = words(
    QT_TRANSLATE_NOOP("core", "Phrases are copied; paste them by hand.")
)
_ALLOW_PRESSING = words(
    QT_TRANSLATE_NOOP(
        "core", "Turn on “Press Ctrl+V itself” in the settings; the desktop asks once."
    )
)
_TARGETS_UNKNOWN = words(
    QT_TRANSLATE_NOOP("core", "This desktop does not tell which window is in front.")
)
_NO_TARGET = words(QT_TRANSLATE_NOOP("core", "No window was in front."))
_CLICK_FIRST = words(
    QT_TRANSLATE_NOOP("core", "Click into the chat first, then open the panel.")
)
_NAMELESS = words(
    QT_TRANSLATE_NOOP("core", "The window in front does not tell its program's name.")
)
_NAMELESS_REMEDY = words(QT_TRANSLATE_NOOP("core", "No profile can be made for it."))
_OBSTACLE_REMEDY = words(
    QT_TRANSLATE_NOOP(
        "core", "Close what is in the way, or start the program with ordinary rights."
    )
)
_CHANGE_PROFILE = words(
    QT_TRANSLATE_NOOP("core", "If it should, change that under “Paste profiles”.")
)
_OTHER_KEYS = words(
    QT_TRANSLATE_NOOP(
        "core", "Where that pastes nothing, choose other keys under “Paste profiles”."
    )
)
_LET_GO = words(
    QT_TRANSLATE_NOOP(
        "core", "Let them go. If nobody touches them, press and release each once."
    )
)
_NONE_HELD = words(QT_TRANSLATE_NOOP("core", "No key is stuck."))
_GREEDY = words(
    QT_TRANSLATE_NOOP("core", "Another program reads every copy before the chat does.")
)
_GREEDY_REMEDY = words(
    QT_TRANSLATE_NOOP("core", "Tell your clipboard history to leave qtdesk out.")
)
_HUNG = words(
    QT_TRANSLATE_NOOP("core", "The program that you copied from last does not answer.")
)
_HUNG_REMEDY = words(
    QT_TRANSLATE_NOOP(
        "core", "Copy something elsewhere, or wait until that program comes round."
    )
)
_TOO_LARGE = words(
    QT_TRANSLATE_NOOP(
        "core", "What you copied last is too large to be brought back whole."
    )
)
_ANSWERS = words(QT_TRANSLATE_NOOP("core", "The clipboard can be saved and restored."))
_CLIPBOARD_LEFT_ALONE = words(
    QT_TRANSLATE_NOOP("core", "The clipboard was not looked at.")
)
