"""Every rule and every use case, in plain Python.

Nothing in here may import Qt, open a file, read the clock or call the operating
system: what it needs comes through `qtdesk.core.ports`.
"""
