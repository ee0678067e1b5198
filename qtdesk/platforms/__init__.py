"""One room per operating system, side by side and strangers to each other.

`detect` picks the one for this desktop. Nothing in here may import Qt.
"""
