"""The agent's own files: settings, sources, recent phrases, compiled books.

The only room that knows TinyDB.
"""
