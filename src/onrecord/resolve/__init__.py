"""Attributions become statements: who is speaking."""

from onrecord.resolve.speakers import statements

__all__ = ["statements"]
