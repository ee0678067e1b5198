"""A look at the text that is copied, before it is sent."""

from qtdesk.ui.copied_text.visits import CopiedTextVisits

__all__ = ["CopiedTextVisits"]
