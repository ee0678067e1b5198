"""The windows of the shop's tables: all rows, one row, a row in a hurry, an import.

They show what is kept, masked unless asked otherwise; what a cell may hold and how long
it stays is the core's business.
"""

from qtdesk.ui.tables.entry import EntryDialog
from qtdesk.ui.tables.window import TablesWindow

__all__ = ["EntryDialog", "TablesWindow"]
