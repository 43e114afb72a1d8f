"""Files of Discourse Network Analyzer 3 (.dna)."""

from onrecord.interchange.dna.coding import (
    UNKNOWN_DATE,
    DnaDocument,
    DnaStatement,
    coded,
    documents,
    of_document,
    statements,
    variables,
)
from onrecord.interchange.dna.file import DnaFile, read, write

__all__ = [
    "UNKNOWN_DATE",
    "DnaDocument",
    "DnaFile",
    "DnaStatement",
    "coded",
    "documents",
    "of_document",
    "read",
    "statements",
    "variables",
    "write",
]
