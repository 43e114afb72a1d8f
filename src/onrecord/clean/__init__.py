"""Captures become documents: text with regions, times, outlet and language."""

from onrecord.clean.documents import document, source_text

__all__ = ["document", "source_text"]
