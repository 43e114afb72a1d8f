"""Attributions become statements: who is speaking."""
