"""An article as the stages leave it: the document, what is said in it, and the account of its quotations."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.query.marked import marked
from onrecord.record import Accounts, Anomaly, Appearance, Document, Statement, Unattributed


@dataclass(frozen=True, slots=True)
class Article:
    """A document and its statements, in order of the text, with the account of its quotations if one was made.

    `anomalies` are what the page itself contradicts, `appearances` its actors as they are compared with those
    of other documents.
    """

    document: Document
    statements: tuple[Statement, ...]
    accounts: Accounts | None = None
    anomalies: tuple[Anomaly, ...] = ()
    appearances: tuple[Appearance, ...] = ()

    @property
    def unattributed(self) -> tuple[Unattributed, ...]:
        """The quotations of the body that are part of no statement, in order of the text."""
        return self.accounts.unattributed if self.accounts else ()

    def _repr_html_(self) -> str:
        spans = [span for statement in self.statements for span in statement.attribution.content]
        told = f"<p><small>{len(self.statements)} statements</small></p>"
        return told + marked(self.document.span(0, len(self.document.text)), [("content", span) for span in spans])
