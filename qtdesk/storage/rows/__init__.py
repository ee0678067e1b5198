"""Rows of the shop's tables: a journal a month, with a table of TinyDB for each form.

`kept` is the entrance. Rows that belong to no day lie among the agent's own data.
"""
