"""Files of Discourse Network Analyzer 3 (.dna)."""

from onrecord.interchange.dna.coding import (
    UNKNOWN_DATE,
    DnaDocument,
    DnaStatement,
    attributes,
    coded,
    documents,
    of_document,
    statements,
    variables,
)
from onrecord.interchange.dna.file import DnaFile, data_of, parsed, read, write

__all__ = [
    "UNKNOWN_DATE",
    "DnaDocument",
    "DnaFile",
    "DnaStatement",
    "attributes",
    "coded",
    "data_of",
    "documents",
    "of_document",
    "parsed",
    "read",
    "statements",
    "variables",
    "write",
]
