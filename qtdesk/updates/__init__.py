"""News of releases from one signed file on any web server.

Fetches that file and nothing else, sends nothing about the agent, and never fetches or
starts a program. Loaded by the command line only, in a process of its own: neither a
slow server nor the weight of cryptography reaches the desk.
"""
