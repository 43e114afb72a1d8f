"""An article as the stages leave it: the document and what is said in it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Document, Statement


@dataclass(frozen=True, slots=True)
class Article:
    """A document and its statements, in order of the text."""

    document: Document
    statements: tuple[Statement, ...]
