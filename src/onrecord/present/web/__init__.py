"""The reading room: a local site on a record. Every capability is a folder under ``features``."""
