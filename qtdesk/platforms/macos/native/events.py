"""The keyboard and key events of our own, by Quartz Event Services (CGEvent)."""

import Quartz

from qtdesk.platforms.macos.native.carbon import Carbon

_HARDWARE = Quartz.kCGEventSourceStateHIDSystemState


class NativeEvents:
    """Implements `Events`."""

    def __init__(self, carbon: Carbon) -> None:
        self._carbon = carbon
        self._source = Quartz.CGEventSourceCreate(
            Quartz.kCGEventSourceStateCombinedSessionState
        )
        # Keys that the agent types meanwhile must not fall into the chord.
        Quartz.CGEventSourceSetLocalEventsFilterDuringSuppressionState(
            self._source,
            Quartz.kCGEventFilterMaskPermitLocalMouseEvents
            | Quartz.kCGEventFilterMaskPermitSystemDefinedEvents,
            Quartz.kCGEventSuppressionStateSuppressionInterval,
        )

    def flags(self) -> int:
        return int(Quartz.CGEventSourceFlagsState(_HARDWARE))

    def is_down(self, code: int) -> bool:
        return bool(Quartz.CGEventSourceKeyState(_HARDWARE, code))

    def post(self, code: int, flags: int, *, down: bool) -> None:
        event = Quartz.CGEventCreateKeyboardEvent(self._source, code, down)
        Quartz.CGEventSetFlags(event, flags)
        Quartz.CGEventPost(Quartz.kCGSessionEventTap, event)

    def secure_input(self) -> bool:
        return bool(self._carbon["IsSecureEventInputEnabled"]())
