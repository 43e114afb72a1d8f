"""onrecord turns news coverage into a record of public statements that anyone can check."""

__version__ = "0.1.0"
