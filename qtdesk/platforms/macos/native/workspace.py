"""Running applications by NSWorkspace and NSRunningApplication."""

from collections.abc import Callable
from typing import Any

import AppKit

from qtdesk.platforms.macos.seam import App

_SWITCHES = (
    AppKit.NSWorkspaceDidActivateApplicationNotification,
    AppKit.NSWorkspaceDidTerminateApplicationNotification,
    AppKit.NSWorkspaceDidWakeNotification,
    AppKit.NSWorkspaceSessionDidBecomeActiveNotification,
)


class NativeWorkspace:
    """Implements `Workspace`."""

    def __init__(self) -> None:
        self._workspace = AppKit.NSWorkspace.sharedWorkspace()
        self._observers: list[Any] = []

    def own_pid(self) -> int:
        return int(AppKit.NSProcessInfo.processInfo().processIdentifier())

    def frontmost(self) -> App | None:
        return _app(self._workspace.frontmostApplication())

    def running(self, pid: int) -> App | None:
        return _app(_running(pid))

    def activate(self, pid: int) -> None:
        target = _running(pid)
        if target is None:
            return
        ours = AppKit.NSApp()
        if ours is not None and hasattr(ours, "yieldActivationToApplication_"):
            # Since macOS 14 only the active application can pass this on.
            ours.yieldActivationToApplication_(target)
            current = AppKit.NSRunningApplication.currentApplication()
            if target.activateFromApplication_options_(current, 0):
                return
        target.activateWithOptions_(0)

    def listen(self, switched: Callable[[], None]) -> None:
        centre = self._workspace.notificationCenter()
        for name in _SWITCHES:
            observer = centre.addObserverForName_object_queue_usingBlock_(
                name, None, None, lambda _notification: switched()
            )
            self._observers.append(observer)

    def stop(self) -> None:
        centre = self._workspace.notificationCenter()
        for observer in self._observers:
            centre.removeObserver_(observer)
        self._observers.clear()


def _running(pid: int) -> Any:
    applications = AppKit.NSRunningApplication
    return applications.runningApplicationWithProcessIdentifier_(pid)


def _app(application: Any) -> App | None:
    if application is None or application.isTerminated():
        return None
    launched = application.launchDate()
    name = str(application.localizedName() or "")
    return App(
        int(application.processIdentifier()),
        float(launched.timeIntervalSince1970()) if launched is not None else 0.0,
        str(application.bundleIdentifier() or name),
        name,
    )
