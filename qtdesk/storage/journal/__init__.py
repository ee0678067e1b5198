"""Files that are only ever appended to: each line proves itself by a checksum.

`lines` is the format, `appending` puts a line on the disk. Nothing in here knows what
the lines are about.
"""
