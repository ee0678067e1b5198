"""The dock: a window beside the chat that takes clicks and never the focus."""
