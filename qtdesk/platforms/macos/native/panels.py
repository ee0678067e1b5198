"""Our own panel, made one that takes the keys without activating us (NSPanel.h).

Qt makes a `Tool` window an NSPanel, but knows no non-activating one. Changing the
style mask of a window that exists does not tell the window server; AppKit's own
setter for that has no public name, and is asked for before it is used.
"""

import AppKit
import objc


class NativePanels:
    """Implements `Panels`, for a program without a Dock icon."""

    def __init__(self) -> None:
        application = AppKit.NSApp()
        # The command line has no application, and needs none.
        if application is not None:
            accessory = AppKit.NSApplicationActivationPolicyAccessory
            application.setActivationPolicy_(accessory)

    def bring_forward(self, view: int) -> None:
        window = objc.objc_object(c_void_p=view).window()
        if window is None:
            return
        if window.isKindOfClass_(AppKit.NSPanel):
            _make_non_activating(window)
        window.orderFrontRegardless()
        window.makeKeyWindow()

    def keep_quiet(self, view: int) -> None:
        window = objc.objc_object(c_void_p=view).window()
        if window is not None and window.isKindOfClass_(AppKit.NSPanel):
            _make_non_activating(window)
            # Qt's own panel refuses the keys where its window does.
            window.setBecomesKeyOnlyIfNeeded_(True)

    def has_keys(self, view: int) -> bool:
        window = objc.objc_object(c_void_p=view).window()
        return window is not None and bool(window.isKeyWindow())


def _make_non_activating(panel: AppKit.NSPanel) -> None:
    mask = panel.styleMask()
    if not mask & AppKit.NSWindowStyleMaskNonactivatingPanel:
        panel.setStyleMask_(mask | AppKit.NSWindowStyleMaskNonactivatingPanel)
        if panel.respondsToSelector_(b"_setPreventsActivation:"):
            panel._setPreventsActivation_(True)
    panel.setHidesOnDeactivate_(False)
    panel.setBecomesKeyOnlyIfNeeded_(False)
    panel.setCollectionBehavior_(
        AppKit.NSWindowCollectionBehaviorCanJoinAllSpaces
        | AppKit.NSWindowCollectionBehaviorFullScreenAuxiliary
        | AppKit.NSWindowCollectionBehaviorTransient
    )
