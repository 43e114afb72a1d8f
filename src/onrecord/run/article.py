"""An article as the stages leave it: the document and what is said in it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.query.marked import marked
from onrecord.record import Document, Statement


@dataclass(frozen=True, slots=True)
class Article:
    """A document and its statements, in order of the text."""

    document: Document
    statements: tuple[Statement, ...]

    def _repr_html_(self) -> str:
        spans = [span for statement in self.statements for span in statement.attribution.content]
        told = f"<p><small>{len(self.statements)} statements</small></p>"
        return told + marked(self.document.span(0, len(self.document.text)), [("content", span) for span in spans])
