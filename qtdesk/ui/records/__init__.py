"""The window in which records of order checks are looked up and exported.

It shows what was kept, masked unless asked otherwise, and changes nothing but by
forgetting an order as a whole.
"""

from qtdesk.ui.records.window import RecordsWindow

__all__ = ["RecordsWindow"]
