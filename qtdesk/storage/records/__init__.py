"""Records of order checks: one file a month, and an index that can be thrown away.

The files are journals, which are only ever appended to; the index holds nothing that
is not in them. `kept` is the entrance.
"""
