"""Phrasebook formats, one module each. Reads and checks; keeps nothing."""
