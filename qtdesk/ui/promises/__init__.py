"""Promises on the screen: made in a popover, told in a message, seen to in a list."""
