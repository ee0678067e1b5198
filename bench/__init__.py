"""Measurements of the running program. Measures only; judges nothing."""
