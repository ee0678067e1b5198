"""What was promised to buyers: kept, reminded of, handed to the next shift.

Knows no Qt and no file; two clocks say when, a port keeps.
"""

from qtdesk.core.promises.promise import Handing, Promise, State

__all__ = ["Handing", "Promise", "State"]
