"""The general pasteboard by NSPasteboard (NSPasteboard.h, NSPasteboardItem.h)."""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

import AppKit
import objc

from qtdesk.platforms.macos.seam import Owner

_KEPT = 8
_SETTINGS = "x-apple.systempreferences:com.apple.preference.security?Privacy_Pasteboard"


class QtdeskTypeOwner(AppKit.NSObject):  # type: ignore[misc]  # pyobjc has no types
    """Carries the questions of the pasteboard to an `Owner` (NSPasteboardTypeOwner)."""

    def initWithOwner_(self, owner: Owner) -> Any:
        """Answer for `owner`."""
        made = objc.super(QtdeskTypeOwner, self).init()
        if made is not None:
            made.owner = owner
        return made

    def pasteboard_provideDataForType_(self, sender: Any, kind: str) -> None:
        """Hand over what was promised."""
        data = self.owner.provide(str(kind))
        sender.setData_forType_(_data(data), kind)

    def pasteboardChangedOwner_(self, _sender: Any) -> None:
        """Pass on that somebody took it."""
        self.owner.lost()


class NativePasteboard:
    """Implements `Pasteboard`."""

    def __init__(self) -> None:
        self._pasteboard = AppKit.NSPasteboard.generalPasteboard()
        # The pasteboard keeps none alive, and tells one that it lost perhaps later.
        self._owners: deque[QtdeskTypeOwner] = deque(maxlen=_KEPT)

    def count(self) -> int:
        return int(self._pasteboard.changeCount())

    def promise(self, kinds: Sequence[str], empty: Sequence[str], owner: Owner) -> int:
        type_owner = QtdeskTypeOwner.alloc().initWithOwner_(owner)
        self._owners.append(type_owner)
        count = int(self._pasteboard.declareTypes_owner_([*kinds, *empty], type_owner))
        for kind in empty:
            self._pasteboard.setData_forType_(_data(b""), kind)
        return count

    def put(self, kind: str, data: bytes) -> None:
        self._pasteboard.setData_forType_(_data(data), kind)

    def tiff(self, png: bytes) -> bytes:
        drawn = AppKit.NSBitmapImageRep.imageRepWithData_(_data(png))
        return b"" if drawn is None else bytes(drawn.TIFFRepresentation())

    def write(self, items: Sequence[Mapping[str, bytes]]) -> int:
        count = int(self._pasteboard.clearContents())
        if items:
            self._pasteboard.writeObjects_([_item(formats) for formats in items])
        return count

    def is_empty(self) -> bool:
        return not self._pasteboard.types()

    def kinds(self) -> list[list[str]]:
        items = self._pasteboard.pasteboardItems() or ()
        return [[str(kind) for kind in item.types()] for item in items]

    def data(self, item: int, kind: str) -> bytes | None:
        with objc.autorelease_pool():
            items = self._pasteboard.pasteboardItems() or ()
            if item >= len(items):
                return None
            data = items[item].dataForType_(kind)
            return None if data is None else bytes(data)

    def readable(self) -> bool:
        # Since macOS 15.4; where it asks each time, the question would hang over us.
        if not hasattr(self._pasteboard, "accessBehavior"):
            return True
        return self._pasteboard.accessBehavior() not in {
            AppKit.NSPasteboardAccessBehaviorAsk,
            AppKit.NSPasteboardAccessBehaviorAlwaysDeny,
        }

    def open_settings(self) -> None:
        url = AppKit.NSURL.URLWithString_(_SETTINGS)
        AppKit.NSWorkspace.sharedWorkspace().openURL_(url)


def _data(data: bytes) -> Any:
    return AppKit.NSData.dataWithBytes_length_(data, len(data))


def _item(formats: Mapping[str, bytes]) -> Any:
    item = AppKit.NSPasteboardItem.alloc().init()
    for kind, data in formats.items():
        item.setData_forType_(_data(data), kind)
    return item
