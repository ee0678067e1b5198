"""The lead's audit: a sample with its sheet of marks, and figures with their plots.

Shows and decides; what is drawn, kept and counted is the core's.
"""

from qtdesk.ui.audit.window import AuditWindow

__all__ = ["AuditWindow"]
