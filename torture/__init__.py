"""Tries to lose the agent's data: kills, power cuts, full disks, damage, two writers.

Each trial knows what was acknowledged, and compares it with what can be read
afterwards. TinyDB with its own storage goes through the same, for comparison.
"""
