"""The launcher in the quick panel, loaded with the first slash."""
