"""The window of an order check: the order, what is right or wrong in it, what to paste.

Loaded with the first check. It shows what the desk's checks tell and hands the agent's
answers on; it judges nothing and sends nothing.
"""

from qtdesk.ui.order_check.visits import CheckVisits

__all__ = ["CheckVisits"]
