"""Captures become documents: text with regions, times, outlet and language."""
