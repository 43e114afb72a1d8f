"""The Python API: a record, opened; or a text, read without any file."""

from onrecord.api.record import Quotations, Record, Statements, open, read_text
from onrecord.query import Flagged, Listed, Portrait, Quoted, Reported, Shown, Tally
from onrecord.record import Document, Given, Statement
from onrecord.run.article import Article
from onrecord.settings import Settings

__all__ = [
    "Article",
    "Document",
    "Flagged",
    "Given",
    "Listed",
    "Portrait",
    "Quotations",
    "Quoted",
    "Record",
    "Reported",
    "Settings",
    "Shown",
    "Statement",
    "Statements",
    "Tally",
    "open",
    "read_text",
]
