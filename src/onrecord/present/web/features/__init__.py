"""The capabilities of the reading room, each a folder of its own."""
