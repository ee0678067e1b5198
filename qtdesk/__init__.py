"""qtdesk: a phrasebook and order desk for customer-service agents."""

__version__ = "0.1.0"

APP_ID = "io.github.qtdesk.qtdesk"
"""What desktops know the program by: the name of its file in their menu, without
ending. GNOME 50 gives keys only to names that have a dot.
"""
