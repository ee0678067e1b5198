"""A picture that a phrase carries: named here, kept elsewhere, never held in memory."""

from typing import NamedTuple


class Picture(NamedTuple):
    """One picture of a book."""

    path: str
    """Its file from the folder of the book on, with slashes; empty where the book
    names a place that is no part of it."""
    digest: str
    """SHA-256 of its bytes in hexadecimal; empty where there is no fit file."""
