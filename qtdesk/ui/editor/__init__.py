"""The window in which an agent writes and changes phrases."""
