"""Stand-ins for pyobjc and Carbon, so that the native side runs at all elsewhere.

They know the names, the number of arguments and the manners that `native` relies on,
after NSPasteboard.h, NSWorkspace.h, AXUIElement.h, CGEvent.h and CarbonEvents.h; a
name that is not here is an error.
"""

import contextlib
import ctypes
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar

from tests.platforms.macos.layouts import LAYOUTS


class NSObject:
    @classmethod
    def alloc(cls) -> Any:
        return cls.__new__(cls)

    def init(self) -> Any:
        return self


class NSData(bytes):
    @classmethod
    def dataWithBytes_length_(cls, data: bytes, length: int) -> "NSData":
        return cls(data[:length])


class NSPasteboardItem(NSObject):
    def init(self) -> Any:
        self.content: dict[str, bytes | None] = {}
        return self

    def setData_forType_(self, data: NSData, kind: str) -> bool:
        assert isinstance(data, NSData)
        self.content[kind] = data
        return True

    def types(self) -> list[str]:
        return list(self.content)

    def dataForType_(self, kind: str) -> bytes | None:
        if kind in self.content and self.content[kind] is None:
            general.owner.pasteboard_provideDataForType_(general, kind)
        return self.content.get(kind)


class NSBitmapImageRep:
    def __init__(self, data: bytes) -> None:
        self._data = data

    @staticmethod
    def imageRepWithData_(data: NSData) -> "NSBitmapImageRep | None":
        assert isinstance(data, NSData)
        return NSBitmapImageRep(data) if data else None

    def TIFFRepresentation(self) -> NSData:
        return NSData(b"tiff of " + self._data)


class NSPasteboard:
    def __init__(self) -> None:
        self.items: list[NSPasteboardItem] = []
        self.changes = 7
        self.owner: Any = None
        self.behavior = 0

    @staticmethod
    def generalPasteboard() -> "NSPasteboard":
        return general

    def changeCount(self) -> int:
        return self.changes

    def accessBehavior(self) -> int:
        return self.behavior

    def clearContents(self) -> int:
        self.items = []
        self.changes += 1
        old, self.owner = self.owner, None
        if old is not None:
            old.pasteboardChangedOwner_(self)
        return self.changes

    def declareTypes_owner_(self, kinds: list[str], owner: Any) -> int:
        self.clearContents()
        self.owner = owner
        item = NSPasteboardItem.alloc().init()
        item.content = dict.fromkeys(kinds)
        self.items = [item]
        return self.changes

    def setData_forType_(self, data: NSData, kind: str) -> bool:
        return bool(self.items[0].setData_forType_(data, kind))

    def writeObjects_(self, items: list[NSPasteboardItem]) -> bool:
        assert not self.items
        self.items = list(items)
        return True

    def types(self) -> list[str]:
        return [kind for item in self.items for kind in item.types()]

    def pasteboardItems(self) -> list[NSPasteboardItem]:
        return self.items


general = NSPasteboard()


class NSDate:
    def timeIntervalSince1970(self) -> float:
        return 1234.5


class NSRunningApplication:
    known: ClassVar[dict[int, "NSRunningApplication"]] = {}

    def __init__(self, pid: int, bundle: str | None, name: str) -> None:
        self.pid, self.bundle, self.name = pid, bundle, name
        self.asked: list[tuple[str, Any]] = []
        self.known[pid] = self

    @classmethod
    def runningApplicationWithProcessIdentifier_(cls, pid: int) -> Any:
        return cls.known.get(pid)

    @classmethod
    def currentApplication(cls) -> str:
        return "us"

    def isTerminated(self) -> bool:
        return False

    def launchDate(self) -> NSDate | None:
        return NSDate() if self.bundle else None

    def processIdentifier(self) -> int:
        return self.pid

    def bundleIdentifier(self) -> str | None:
        return self.bundle

    def localizedName(self) -> str:
        return self.name

    def activateWithOptions_(self, options: int) -> bool:
        self.asked.append(("activate", options))
        return True

    def activateFromApplication_options_(self, source: str, options: int) -> bool:
        self.asked.append((f"activate from {source}", options))
        return True


class Centre:
    def __init__(self) -> None:
        self.observers: dict[int, Callable[[Any], None]] = {}
        self.listeners: list[tuple[Any, bytes, str]] = []

    def addObserverForName_object_queue_usingBlock_(
        self, _name: str, _object: None, _queue: None, block: Callable[[Any], None]
    ) -> int:
        self.observers[len(self.observers)] = block
        return len(self.observers) - 1

    def addObserver_selector_name_object_suspensionBehavior_(
        self, listener: Any, selector: bytes, name: str, _object: None, how: int
    ) -> None:
        assert how == 4, "delivery would wait for us to be active"
        self.listeners.append((listener, selector, name))

    def removeObserver_(self, which: Any) -> None:
        self.observers.pop(which, None) if isinstance(which, int) else None
        self.listeners = [entry for entry in self.listeners if entry[0] is not which]


class NSPanel:
    def __init__(self) -> None:
        self.mask = 0
        self.calls: list[str] = []

    def window(self) -> "NSPanel":
        return self

    def isKindOfClass_(self, kind: type) -> bool:
        return isinstance(self, kind)

    def styleMask(self) -> int:
        return self.mask

    def setStyleMask_(self, mask: int) -> None:
        self.mask = mask

    def isKeyWindow(self) -> bool:
        return self.calls[-1:] == ["makeKeyWindow()"]

    def respondsToSelector_(self, selector: bytes) -> bool:
        return selector == b"_setPreventsActivation:"

    def __getattr__(self, name: str) -> Callable[..., None]:
        allowed = {
            "_setPreventsActivation_",
            "setHidesOnDeactivate_",
            "setBecomesKeyOnlyIfNeeded_",
            "setCollectionBehavior_",
            "orderFrontRegardless",
            "makeKeyWindow",
        }
        assert name in allowed, name
        return lambda *arguments: self.calls.append(f"{name}{arguments}")


class Frameworks:
    """The modules, and what happened in them."""

    def __init__(self) -> None:
        self.trusted = True
        self.answers: dict[tuple[Any, str], tuple[int, Any]] = {}
        self.timeouts: list[float] = []
        self.done: list[tuple[Any, ...]] = []
        self.panel = NSPanel()
        self.distributed = Centre()
        self.workspace = Centre()
        self.front: NSRunningApplication | None = None
        general.__init__()  # type: ignore[misc]
        NSRunningApplication.known.clear()

    def modules(self) -> dict[str, ModuleType]:
        parts = {
            "AppKit": self._appkit(),
            "Foundation": {
                "NSObject": NSObject,
                "NSDistributedNotificationCenter": SimpleNamespace(
                    defaultCenter=lambda: self.distributed
                ),
                "NSNotificationSuspensionBehaviorDeliverImmediately": 4,
            },
            "HIServices": self._accessibility(),
            "Quartz": self._quartz(),
            "objc": {
                "super": super,
                "autorelease_pool": _pool,
                "objc_object": self._object,
            },
        }
        made = {}
        for name, content in parts.items():
            made[name] = ModuleType(name)
            made[name].__dict__.update(content)
        return made

    def _object(self, *, c_void_p: Any) -> Any:
        if c_void_p == 4711:
            return self.panel
        if getattr(c_void_p, "value", None) == 12:
            return [
                {
                    "kHISymbolicHotKeyCode": 49,
                    "kHISymbolicHotKeyModifiers": 6144,
                    "kHISymbolicHotKeyEnabled": enabled,
                }
                for enabled in (True, False)
            ]
        return "a name"

    def _appkit(self) -> dict[str, Any]:
        workspace = SimpleNamespace(
            frontmostApplication=lambda: self.front,
            notificationCenter=lambda: self.workspace,
            openURL_=lambda url: self.done.append(("open", url)),
        )
        application = SimpleNamespace(
            yieldActivationToApplication_=lambda to: self.done.append(
                ("yield", to.pid)
            ),
            setActivationPolicy_=lambda policy: self.done.append(("policy", policy)),
        )
        process = SimpleNamespace(processIdentifier=lambda: 77)
        return {
            "NSObject": NSObject,
            "NSBitmapImageRep": NSBitmapImageRep,
            "NSData": NSData,
            "NSPasteboard": NSPasteboard,
            "NSPasteboardItem": NSPasteboardItem,
            "NSPasteboardAccessBehaviorAsk": 1,
            "NSPasteboardAccessBehaviorAlwaysDeny": 3,
            "NSWorkspace": SimpleNamespace(sharedWorkspace=lambda: workspace),
            "NSRunningApplication": NSRunningApplication,
            "NSProcessInfo": SimpleNamespace(processInfo=lambda: process),
            "NSURL": SimpleNamespace(URLWithString_=str),
            "NSApp": lambda: application,
            "NSPanel": NSPanel,
            "NSApplicationActivationPolicyAccessory": 1,
            "NSWindowStyleMaskNonactivatingPanel": 128,
            "NSWindowCollectionBehaviorCanJoinAllSpaces": 1,
            "NSWindowCollectionBehaviorFullScreenAuxiliary": 256,
            "NSWindowCollectionBehaviorTransient": 8,
            "NSWorkspaceDidActivateApplicationNotification": "activated",
            "NSWorkspaceDidTerminateApplicationNotification": "terminated",
            "NSWorkspaceDidWakeNotification": "woke",
            "NSWorkspaceSessionDidBecomeActiveNotification": "unlocked",
        }

    def _accessibility(self) -> dict[str, Any]:
        def copy(element: Any, attribute: str, _out: None) -> tuple[int, Any]:
            return self.answers.get((element, attribute), (-25212, None))

        def note(*what: Any) -> int:
            self.done.append(what)
            return 0

        return {
            "AXIsProcessTrusted": lambda: self.trusted,
            "AXIsProcessTrustedWithOptions": lambda options: note("prompt", options),
            "kAXTrustedCheckOptionPrompt": "prompt",
            "AXUIElementCreateApplication": lambda pid: f"app {pid}",
            "AXUIElementSetMessagingTimeout": lambda _element, seconds: (
                self.timeouts.append(seconds)
            ),
            "AXUIElementCopyAttributeValue": copy,
            "AXUIElementPerformAction": note,
            "AXUIElementSetAttributeValue": note,
            "kAXErrorSuccess": 0,
            "kAXErrorCannotComplete": -25204,
            "kAXErrorInvalidUIElement": -25202,
        }

    def _quartz(self) -> dict[str, Any]:
        def post(tap: int, event: dict[str, Any]) -> None:
            self.done.append(("post", tap, event))

        return {
            "kCGEventSourceStateHIDSystemState": 1,
            "kCGEventSourceStateCombinedSessionState": 0,
            "kCGEventFilterMaskPermitLocalMouseEvents": 1,
            "kCGEventFilterMaskPermitSystemDefinedEvents": 4,
            "kCGEventSuppressionStateSuppressionInterval": 0,
            "kCGSessionEventTap": 1,
            "CGEventSourceCreate": lambda state: f"source {state}",
            "CGEventSourceSetLocalEventsFilterDuringSuppressionState": (
                lambda source, mask, state: self.done.append((source, mask, state))
            ),
            "CGEventSourceFlagsState": lambda state: 0x100000 * state,
            "CGEventSourceKeyState": lambda state, code: (state, code) == (1, 36),
            "CGEventCreateKeyboardEvent": lambda source, code, down: {
                "source": source,
                "code": code,
                "down": down,
            },
            "CGEventSetFlags": lambda event, flags: event.update(flags=flags),
            "CGEventPost": post,
        }


@contextlib.contextmanager
def _pool() -> Iterator[None]:
    yield


class Library:
    """Carbon; `ctypes.CDLL` gives this instead."""

    def __init__(self) -> None:
        self.layout = "Dvorak"
        self.registered: dict[int, tuple[int, int, int]] = {}
        self.handler: Any = None
        self.released: list[Any] = []
        self.buffer = ctypes.create_string_buffer(b"uchr")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        function = _Function(getattr(self, f"_{name}"))
        setattr(self, name, function)
        return function

    def _GetEventDispatcherTarget(self) -> int:
        return 5

    def _InstallEventHandler(
        self, target: int, callback: Any, count: int, kinds: Any, data: None, out: Any
    ) -> int:
        assert (target, count, data) == (5, 1, None)
        kind = kinds._obj
        assert (kind.eventClass, kind.eventKind) == (0x6B657962, 5)
        self.handler = callback
        out._obj.value = 99
        return 0

    def _RemoveEventHandler(self, reference: Any) -> int:
        assert reference.value == 99
        self.handler = None
        return 0

    def _RegisterEventHotKey(
        self, code: int, modifiers: int, which: Any, target: int, how: int, out: Any
    ) -> int:
        assert (target, how) == (5, 1)
        if any((code, modifiers) == known[:2] for known in self.registered.values()):
            return -9878
        out._obj.value = 1000 + which.id
        self.registered[1000 + which.id] = (code, modifiers, which.id)
        return 0

    def _UnregisterEventHotKey(self, reference: Any) -> int:
        del self.registered[reference.value]
        return 0

    def _GetEventParameter(
        self, event: int, name: int, kind: int, _1: None, size: int, _2: None, out: Any
    ) -> int:
        assert (name, kind, size) == (0x2D2D2D2D, 0x686B6964, 8)
        out._obj.signature, out._obj.id = 0x7174646B, event
        return 0

    def _CopySymbolicHotKeys(self, out: Any) -> int:
        out._obj.value = 12
        return 0

    def _IsSecureEventInputEnabled(self) -> int:
        return 1

    def _TISCopyCurrentKeyboardLayoutInputSource(self) -> int:
        return 21

    def _TISCopyCurrentASCIICapableKeyboardLayoutInputSource(self) -> int:
        return 22

    def _TISGetInputSourceProperty(self, source: int, _name: Any) -> int:
        return source

    def _CFDataGetBytePtr(self, data: int) -> int:
        return data

    def _LMGetKbdType(self) -> int:
        return 40

    def _UCKeyTranslate(
        self, layout: int, code: int, action: int, modifiers: int, kind: int,
        options: int, _dead: Any, room: int, length: Any, signs: Any,
    ) -> int:  # fmt: skip
        assert (action, kind, options) == (3, 40, 1)
        name = self.layout if layout == 21 else "ABC"
        text = LAYOUTS[name].text(code, modifiers << 8)
        assert len(text) <= room
        for number, sign in enumerate(text):
            signs[number] = ord(sign)
        length._obj.value = len(text)
        return 0

    def _CFRelease(self, what: Any) -> None:
        self.released.append(what)

    def _CFDataGetLength(self, _data: int) -> int:
        return 4


class _Function:
    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.restype: Any = None
        self.argtypes: Any = ()

    def __call__(self, *arguments: Any) -> Any:
        assert len(arguments) == len(self.argtypes)
        return self._function(*arguments)
