"""The X11 desktop, natively: no Qt, one connection of our own."""
