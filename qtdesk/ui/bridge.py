"""Desk events as Qt signals. The only subscriber of the desk in the interface."""

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from qtdesk.core.events import (
    AbbreviationsChanged,
    BookChanged,
    BookKept,
    CheckWanted,
    CopiedTextWanted,
    DeskEvent,
    DockChanged,
    DockWanted,
    EditorWanted,
    EntryWanted,
    FormWanted,
    HotkeysChanged,
    ListsChanged,
    OwnPhrasesChanged,
    PanelWanted,
    PartPasted,
    PasteEnded,
    PromisesChanged,
    PromisesDue,
    PromiseWanted,
    SettingsChanged,
    SourcesChanged,
    StoreChanged,
    ToolWanted,
    WordsNoted,
)

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk


class Bridge(QObject):
    """One signal per kind of event; the event itself is the argument."""

    panel_wanted = Signal(object)  # PanelWanted
    form_wanted = Signal(object)  # FormWanted
    editor_wanted = Signal(object)  # EditorWanted
    paste_ended = Signal(object)  # PasteEnded
    part_pasted = Signal(object)  # PartPasted
    sources_changed = Signal(object)  # SourcesChanged
    own_phrases_changed = Signal(object)  # OwnPhrasesChanged
    book_changed = Signal(object)  # BookChanged
    book_kept = Signal(object)  # BookKept
    hotkeys_changed = Signal(object)  # HotkeysChanged
    abbreviations_changed = Signal(object)  # AbbreviationsChanged
    settings_changed = Signal(object)  # SettingsChanged
    store_changed = Signal(object)  # StoreChanged
    dock_wanted = Signal(object)  # DockWanted
    dock_changed = Signal(object)  # DockChanged
    check_wanted = Signal(object)  # CheckWanted
    tool_wanted = Signal(object)  # ToolWanted
    lists_changed = Signal(object)  # ListsChanged
    entry_wanted = Signal(object)  # EntryWanted
    words_noted = Signal(object)  # WordsNoted
    copied_text_wanted = Signal(object)  # CopiedTextWanted
    promise_wanted = Signal(object)  # PromiseWanted
    promises_changed = Signal(object)  # PromisesChanged
    promises_due = Signal(object)  # PromisesDue

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        desk.subscribe(self._on_event)

    def _on_event(self, event: DeskEvent) -> None:  # noqa: C901, PLR0912, PLR0915 - one for each
        match event:
            case PanelWanted():
                self.panel_wanted.emit(event)
            case FormWanted():
                self.form_wanted.emit(event)
            case EditorWanted():
                self.editor_wanted.emit(event)
            case PartPasted():
                self.part_pasted.emit(event)
            case PasteEnded():
                self.paste_ended.emit(event)
            case SourcesChanged():
                self.sources_changed.emit(event)
            case OwnPhrasesChanged():
                self.own_phrases_changed.emit(event)
            case BookChanged():
                self.book_changed.emit(event)
            case BookKept():
                self.book_kept.emit(event)
            case HotkeysChanged():
                self.hotkeys_changed.emit(event)
            case AbbreviationsChanged():
                self.abbreviations_changed.emit(event)
            case SettingsChanged():
                self.settings_changed.emit(event)
            case StoreChanged():
                self.store_changed.emit(event)
            case DockWanted():
                self.dock_wanted.emit(event)
            case DockChanged():
                self.dock_changed.emit(event)
            case CheckWanted():
                self.check_wanted.emit(event)
            case ToolWanted():
                self.tool_wanted.emit(event)
            case ListsChanged():
                self.lists_changed.emit(event)
            case EntryWanted():
                self.entry_wanted.emit(event)
            case WordsNoted():
                self.words_noted.emit(event)
            case CopiedTextWanted():
                self.copied_text_wanted.emit(event)
            case PromiseWanted():
                self.promise_wanted.emit(event)
            case PromisesChanged():
                self.promises_changed.emit(event)
            case PromisesDue():
                self.promises_due.emit(event)
            case _:
                assert_never(event)
