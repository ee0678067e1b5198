"""Other programs' windows by the Accessibility interface (AXUIElement.h, AXError.h)."""

from typing import Any

import AppKit
import HIServices

from qtdesk.platforms.macos.seam import Answer, Focused

_SETTINGS = (
    "x-apple.systempreferences:com.apple.preference.security?Privacy_Accessibility"
)
_FOCUSED_WINDOW, _TITLE, _ROLE = "AXFocusedWindow", "AXTitle", "AXRole"
"""kAXFocusedWindowAttribute, kAXTitleAttribute, kAXRoleAttribute."""


class NativeAccessibility:
    """Implements `Accessibility`; equal elements compare equal (CFEqual)."""

    def trusted(self) -> bool:
        return bool(HIServices.AXIsProcessTrusted())

    def ask_for_trust(self) -> None:
        prompt = {HIServices.kAXTrustedCheckOptionPrompt: True}
        HIServices.AXIsProcessTrustedWithOptions(prompt)
        # macOS asks once for each program only; the place is found either way.
        url = AppKit.NSURL.URLWithString_(_SETTINGS)
        AppKit.NSWorkspace.sharedWorkspace().openURL_(url)

    def focused(self, pid: int, seconds: float) -> Focused:
        answer, window = _ask(_application(pid, seconds), _FOCUSED_WINDOW)
        if answer is not Answer.GIVEN:
            return Focused(answer)
        HIServices.AXUIElementSetMessagingTimeout(window, seconds)
        answer, title = _ask(window, _TITLE)
        if answer is Answer.SILENT:
            return Focused(answer)
        return Focused(Answer.GIVEN, window, str(title or ""))

    def look(self, window: object, seconds: float) -> Answer:
        HIServices.AXUIElementSetMessagingTimeout(window, seconds)
        return _ask(window, _ROLE)[0]

    def raise_window(self, window: object, seconds: float) -> None:
        HIServices.AXUIElementSetMessagingTimeout(window, seconds)
        HIServices.AXUIElementPerformAction(window, "AXRaise")

    def make_frontmost(self, pid: int, seconds: float) -> None:
        application = _application(pid, seconds)
        HIServices.AXUIElementSetAttributeValue(application, "AXFrontmost", True)

    def answers(self, pid: int, seconds: float) -> bool:
        return _ask(_application(pid, seconds), _ROLE)[0] is Answer.GIVEN


def _application(pid: int, seconds: float) -> Any:
    element = HIServices.AXUIElementCreateApplication(pid)
    HIServices.AXUIElementSetMessagingTimeout(element, seconds)
    return element


def _ask(element: Any, attribute: str) -> tuple[Answer, Any]:
    error, value = HIServices.AXUIElementCopyAttributeValue(element, attribute, None)
    if error == HIServices.kAXErrorSuccess and value is not None:
        return Answer.GIVEN, value
    if error == HIServices.kAXErrorCannotComplete:
        return Answer.SILENT, None
    if error == HIServices.kAXErrorInvalidUIElement:
        return Answer.CLOSED, None
    return Answer.NOTHING, None
