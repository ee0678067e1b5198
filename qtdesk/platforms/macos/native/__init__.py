"""macOS itself behind the seam, with pyobjc where it speaks and ctypes for Carbon.

Thin on purpose: one call each, no rule and no word, because nothing in here can run
in the tests of other systems.
"""

from qtdesk.platforms.macos.native.accessibility import NativeAccessibility
from qtdesk.platforms.macos.native.carbon import Carbon
from qtdesk.platforms.macos.native.events import NativeEvents
from qtdesk.platforms.macos.native.hotkeys import CarbonHotkeys
from qtdesk.platforms.macos.native.panels import NativePanels
from qtdesk.platforms.macos.native.pasteboard import NativePasteboard
from qtdesk.platforms.macos.native.sources import NativeSources
from qtdesk.platforms.macos.native.workspace import NativeWorkspace
from qtdesk.platforms.macos.seam import Mac


def this_mac() -> Mac:
    """The Mac that this process runs on; to be called on the main thread."""
    carbon = Carbon()
    return Mac(
        NativeWorkspace(),
        NativeAccessibility(),
        NativeEvents(carbon),
        NativeSources(carbon),
        CarbonHotkeys(carbon),
        NativePasteboard(),
        NativePanels(),
    )
